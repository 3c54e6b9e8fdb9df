/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-case-summary-private.h"

#include <string.h>

#include "catalogue/jg-json-reader.h"
#include "jg-case-error.h"
#include "jg-case-seal.h"
#include "text/jg-text.h"

/* The first byte of a packed summary; another layout takes another. */
#define LAYOUT 1
#define HEAD 24 /* layout, status, number of occupations, version of the notice, created, changed */
#define MAX_TEXT 400

/* The texts that stand before the lists. */
enum
{
  ALIAS,
  COUNSELLOR,
  FOLLOW_UP,
  RETAIN_UNTIL,
  CONSENT_DATE,
  KEY,
  N_TEXTS
};

/* One block: this, the two lists of pointers, the texts. */
typedef struct
{
  JgCaseSummary summary;
  gatomicrefcount references;
  gsize size;
  const char *key;
} Block;

/* jg_case_is_date:
 *
 * Returns: whether the text is a day that can be, YYYY-MM-DD */
gboolean
jg_case_is_date (const char *text)
{
  return text != NULL && strlen (text) == 10 && jg_json_is_date (text);
}

static gboolean
say (GError **error, JgCaseError code, const char *message)
{
  g_set_error_literal (error, JG_CASE_ERROR, code, message);
  return FALSE;
}

static gboolean
is_text (const char *text, glong max)
{
  return text == NULL || (g_utf8_validate (text, -1, NULL) && g_utf8_strlen (text, -1) <= max);
}

static guint
list_length (const char *const *list)
{
  return list != NULL ? g_strv_length ((char **) list) : 0;
}

static gboolean
check_list (const char *const *list, GError **error)
{
  for (guint i = 0; i < list_length (list); i++)
    if (!is_text (list[i], MAX_TEXT))
      return say (error, JG_CASE_ERROR_INVALID, "建议职业写得太长，或不是正确的文字。");
  return TRUE;
}

/* jg_case_summary_check:
 *
 * Returns: whether a case with this summary may be kept; otherwise JG_CASE_ERROR_INVALID or CONSENT */
gboolean
jg_case_summary_check (const JgCaseSummary *self, GError **error)
{
  const gboolean has_follow_up = self->follow_up != NULL && *self->follow_up != '\0';

  if (self->consent_version == 0 || !jg_case_is_date (self->consent_date))
    return say (
        error, JG_CASE_ERROR_CONSENT,
        "还没有记录本人同意保存（告知书版本和日期），没有保存。可以请本人确认，或选择不保存。");
  if (self->status != JG_CASE_OPEN && self->status != JG_CASE_CLOSED)
    return say (error, JG_CASE_ERROR_INVALID, "档案状态应为在办或结案。");
  if (!jg_case_is_date (self->retain_until))
    return say (error, JG_CASE_ERROR_INVALID, "没有写保存到哪一天。");
  if (has_follow_up && !jg_case_is_date (self->follow_up))
    return say (error, JG_CASE_ERROR_INVALID, "没有这样的回访日期。");
  if (!is_text (self->alias, JG_CASE_MAX_ALIAS) || !is_text (self->counsellor, MAX_TEXT))
    return say (error, JG_CASE_ERROR_INVALID, "称呼太长，或不是正确的文字；最多 100 个字。");
  if (list_length (self->occupations) != list_length (self->occupation_names) ||
      list_length (self->occupations) > JG_CASE_MAX_OCCUPATIONS)
    return say (error, JG_CASE_ERROR_INVALID, "建议职业太多；最多 50 个。");
  return check_list (self->occupations, error) && check_list (self->occupation_names, error);
}

static void
append (GByteArray *array, const char *text)
{
  g_byte_array_append (array, (const guint8 *) (text != NULL ? text : ""),
                       text != NULL ? (guint) strlen (text) + 1 : 1);
}

/* What a search for words looks through: the alias and the names of occupations, folded. */
static char *
make_key (const JgCaseSummary *self)
{
  GString *key = g_string_new (NULL);
  g_autofree char *alias = jg_text_normalize_compact (self->alias != NULL ? self->alias : "");

  g_string_append (key, alias);
  for (guint i = 0; i < list_length (self->occupation_names); i++)
    {
      g_autofree char *name = jg_text_normalize_compact (self->occupation_names[i]);

      g_string_append_printf (key, "\x1f%s", name);
    }
  return g_string_free (key, FALSE);
}

static void
append_int (GByteArray *array, guint64 value, guint bytes)
{
  value = GUINT64_TO_LE (value);
  g_byte_array_append (array, (const guint8 *) &value, bytes);
}

/* jg_case_summary_pack:
 * @self: one that jg_case_summary_check() let pass
 *
 * Returns: (transfer full): its bytes; wipe them */
GByteArray *
jg_case_summary_pack (const JgCaseSummary *self)
{
  GByteArray *array = g_byte_array_sized_new (512);
  const guint n = list_length (self->occupations);
  char *key = make_key (self);
  const char *const texts[N_TEXTS] = {
    [ALIAS] = self->alias,
    [COUNSELLOR] = self->counsellor,
    [FOLLOW_UP] = self->follow_up,
    [RETAIN_UNTIL] = self->retain_until,
    [CONSENT_DATE] = self->consent_date,
    [KEY] = key,
  };

  append_int (array, LAYOUT, 1);
  append_int (array, self->status, 1);
  append_int (array, n, 2);
  append_int (array, self->consent_version, 4);
  append_int (array, (guint64) self->created, 8);
  append_int (array, (guint64) self->changed, 8);
  for (guint i = 0; i < N_TEXTS; i++)
    append (array, texts[i]);
  for (guint i = 0; i < n; i++)
    append (array, self->occupations[i]);
  for (guint i = 0; i < n; i++)
    append (array, self->occupation_names[i]);
  jg_case_wipe_free (key, strlen (key));
  return array;
}

static guint64
read_int (const guint8 *p, guint bytes)
{
  guint64 value = 0;

  memcpy (&value, p, bytes);
  return GUINT64_FROM_LE (value);
}

static gboolean
take_text (const char **p, const char *end, const char **text)
{
  const char *zero = *p < end ? memchr (*p, '\0', (gsize) (end - *p)) : NULL;

  if (zero == NULL)
    return FALSE;
  *text = *p;
  *p = zero + 1;
  return TRUE;
}

/* jg_case_summary_unpack:
 * @id: the case
 * @data: what was sealed
 *
 * Returns: (transfer full) (nullable): the summary, or %NULL when it is none that this version knows */
JgCaseSummary *
jg_case_summary_unpack (gint64 id, const guint8 *data, gsize length)
{
  const guint n = length >= HEAD ? (guint) read_int (data + 2, 2) : 0;
  const gsize lists = 2 * (n + 1) * sizeof (char *);
  const gsize size = sizeof (Block) + lists + length;
  const char *texts[N_TEXTS] = { NULL };
  const char **pointers = NULL;
  Block *block = NULL;
  char *start = NULL;
  const char *p = NULL;
  gboolean whole = TRUE;

  if (length < HEAD || data[0] != LAYOUT || n > JG_CASE_MAX_OCCUPATIONS)
    return NULL;
  block = g_malloc (size);
  pointers = (const char **) (block + 1);
  start = (char *) (block + 1) + lists;
  memcpy (start, data, length);
  p = start + HEAD;
  for (guint i = 0; i < N_TEXTS && whole; i++)
    whole = take_text (&p, start + length, &texts[i]);
  for (guint i = 0; i < n && whole; i++)
    whole = take_text (&p, start + length, &pointers[i]);
  for (guint i = 0; i < n && whole; i++)
    whole = take_text (&p, start + length, &pointers[n + 1 + i]);
  if (!whole)
    {
      jg_case_wipe_free (block, size);
      return NULL;
    }
  pointers[n] = NULL;
  pointers[2 * n + 1] = NULL;
  block->size = size;
  block->key = texts[KEY];
  g_atomic_ref_count_init (&block->references);
  block->summary = (JgCaseSummary){
    .id = id,
    .created = (gint64) read_int (data + 8, 8),
    .changed = (gint64) read_int (data + 16, 8),
    .status = (JgCaseStatus) data[1],
    .alias = texts[ALIAS],
    .counsellor = texts[COUNSELLOR],
    .follow_up = texts[FOLLOW_UP],
    .retain_until = texts[RETAIN_UNTIL],
    .consent_version = (guint) read_int (data + 4, 4),
    .consent_date = texts[CONSENT_DATE],
    .occupations = pointers,
    .occupation_names = pointers + n + 1,
  };
  return &block->summary;
}

/* jg_case_summary_get_key:
 * @self: one that the store gave
 *
 * Returns: (transfer none): the words to search in, folded */
const char *
jg_case_summary_get_key (const JgCaseSummary *self)
{
  return ((const Block *) (gconstpointer) self)->key;
}

/* jg_case_summary_ref:
 * @self: one that the store gave
 *
 * Returns: (transfer full): the same summary */
JgCaseSummary *
jg_case_summary_ref (JgCaseSummary *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&((Block *) (gpointer) self)->references);
  return self;
}

/* jg_case_summary_unref:
 * @self: (transfer full): one that the store gave */
void
jg_case_summary_unref (JgCaseSummary *self)
{
  Block *block = (gpointer) self;

  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&block->references))
    jg_case_wipe_free (block, block->size);
}
