/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Looking for cases in the summaries that are open in memory. Nothing that is looked for, and no index, is
 * ever written. */

#include "jg-case-store-private.h"

#include <string.h>

#include "jg-case-code.h"
#include "text/jg-text.h"

typedef struct
{
  const JgCaseQuery *query;
  GPtrArray *words; /* (element-type utf8): folded, all of them must be there; NULL for any */
  gint64 id;        /* of the case whose number was typed */
  gint64 since;     /* seconds since 1970 */
  gint64 until;
} Search;

/* The first second of a day here, or of the day after. */
static gint64
day_to_seconds (const char *day, int days, gint64 otherwise)
{
  g_autoptr (GDateTime) start = NULL;
  g_autoptr (GDateTime) moved = NULL;
  int year, month, date;

  if (!jg_case_is_date (day))
    return otherwise;
  year = atoi (day);
  month = atoi (day + 5);
  date = atoi (day + 8);
  start = g_date_time_new_local (year, month, date, 0, 0, 0);
  moved = start != NULL ? g_date_time_add_days (start, days) : NULL;
  return moved != NULL ? g_date_time_to_unix (moved) : otherwise;
}

static void
wipe_word (char *word)
{
  jg_case_wipe_free (word, strlen (word));
}

/* What was typed, word by word: “王某 配送” is somebody called so with that occupation. */
static GPtrArray *
list_words (const char *text)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func ((GDestroyNotify) wipe_word);

  while (*text != '\0')
    {
      const char *end = text;
      g_autofree char *part = NULL;

      while (*end != '\0' && !g_unichar_isspace (g_utf8_get_char (end)))
        end = g_utf8_next_char (end);
      part = g_strndup (text, (gsize) (end - text));
      if (end > text)
        {
          char *word = jg_text_normalize_compact (part);

          if (*word != '\0')
            g_ptr_array_add (words, word);
          else
            g_free (word);
          jg_case_wipe (part, (gsize) (end - text));
        }
      text = *end != '\0' ? g_utf8_next_char (end) : end;
    }
  return words->len > 0 ? g_steal_pointer (&words) : NULL;
}

static void
search_init (Search *self, const JgCaseQuery *query)
{
  self->query = query;
  self->words = NULL;
  self->id = 0;
  if (query->text != NULL && g_utf8_validate (query->text, -1, NULL))
    {
      self->words = list_words (query->text);
      self->id = jg_case_code_to_id (query->text);
    }
  self->since = day_to_seconds (query->changed_from, 0, G_MININT64);
  self->until = day_to_seconds (query->changed_to, 1, G_MAXINT64);
}

static gboolean
has (const char *text)
{
  return text != NULL && *text != '\0';
}

static gboolean
is_by (const char *day, const char *last)
{
  return *day != '\0' && strcmp (day, last) <= 0;
}

static gboolean
is_due (const JgCaseQuery *query, const JgCaseSummary *summary)
{
  if (!has (query->due_by) && !has (query->due_from))
    return TRUE;
  if (summary->status == JG_CASE_CLOSED || *summary->follow_up == '\0')
    return FALSE;
  if (has (query->due_from) && strcmp (summary->follow_up, query->due_from) < 0)
    return FALSE;
  return !has (query->due_by) || is_by (summary->follow_up, query->due_by);
}

static gboolean
fits (const Search *self, const JgCaseSummary *summary)
{
  const JgCaseQuery *query = self->query;

  if (query->status != 0 && summary->status != query->status)
    return FALSE;
  if (summary->changed < self->since || summary->changed >= self->until)
    return FALSE;
  if (!is_due (query, summary))
    return FALSE;
  if (has (query->retain_by) && !is_by (summary->retain_until, query->retain_by))
    return FALSE;
  if (has (query->counsellor) && strcmp (summary->counsellor, query->counsellor) != 0)
    return FALSE;
  if (has (query->occupation) && !g_strv_contains (summary->occupations, query->occupation))
    return FALSE;
  return TRUE;
}

static int
compare_follow_up (gconstpointer a, gconstpointer b)
{
  const JgCaseSummary *one = *(const JgCaseSummary *const *) a;
  const JgCaseSummary *other = *(const JgCaseSummary *const *) b;

  return strcmp (one->follow_up, other->follow_up);
}

static int
compare_retain_until (gconstpointer a, gconstpointer b)
{
  const JgCaseSummary *one = *(const JgCaseSummary *const *) a;
  const JgCaseSummary *other = *(const JgCaseSummary *const *) b;

  return strcmp (one->retain_until, other->retain_until);
}

static void
add_if_fits (const Search *self, JgCaseSummary *summary, GPtrArray *found)
{
  if (fits (self, summary))
    g_ptr_array_add (found, jg_case_summary_ref (summary));
}

static gboolean
has_words (const char *key, gsize length, const Search *self)
{
  for (guint i = 1; i < self->words->len; i++)
    {
      const char *word = g_ptr_array_index (self->words, i);

      if (memmem (key, length, word, strlen (word)) == NULL)
        return FALSE;
    }
  return TRUE;
}

/* Goes from hit to hit of the first word; each case is looked at once. */
static void
find_words (JgCaseStore *store, const Search *self, GPtrArray *found)
{
  const char *keys = jg_case_store_get_keys (store);
  const char *word = g_ptr_array_index (self->words, 0);
  const gsize length = strlen (word);
  const char *p = keys;
  guint i = 0;

  /* Words never hold the line feed that stands between them. */
  while ((p = memmem (p, store->keys_length - (gsize) (p - keys), word, length)) != NULL)
    {
      gsize start;

      while (store->key_ends[i] <= (gsize) (p - keys))
        i++;
      start = i > 0 ? store->key_ends[i - 1] : 0;
      if (has_words (keys + start, store->key_ends[i] - start, self))
        add_if_fits (self, g_ptr_array_index (store->order, i), found);
      p = keys + store->key_ends[i];
    }
}

/* jg_case_store_find:
 * @query: (nullable): what must fit; %NULL for all
 *
 * Looks for cases. The one changed last is the first, unless the query asks for a due date: then the one
 * due first is.
 *
 * Returns: (transfer full) (element-type JgCaseSummary): the cases; empty while the store is locked */
GPtrArray *
jg_case_store_find (JgCaseStore *self, const JgCaseQuery *query)
{
  static const JgCaseQuery all = { 0 };
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_case_summary_unref);
  JgCaseSummary *numbered = NULL;
  Search search;

  g_return_val_if_fail (JG_IS_CASE_STORE (self), found);

  if (self->order == NULL)
    return found;
  search_init (&search, query != NULL ? query : &all);
  if (search.id != 0 && (numbered = g_hash_table_lookup (self->summaries, &search.id)) != NULL)
    add_if_fits (&search, numbered, found);
  else if (search.words != NULL)
    find_words (self, &search, found);
  else
    for (guint i = 0; i < self->order->len; i++)
      add_if_fits (&search, g_ptr_array_index (self->order, i), found);
  if (has (search.query->due_by) || has (search.query->due_from))
    g_ptr_array_sort (found, compare_follow_up);
  else if (has (search.query->retain_by))
    g_ptr_array_sort (found, compare_retain_until);
  g_clear_pointer (&search.words, g_ptr_array_unref);
  return found;
}
