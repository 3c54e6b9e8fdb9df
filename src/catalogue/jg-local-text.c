/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-local-text.h"

#include <string.h>

#include "jg-text-forbidden.h"

#define MAX_ISSUER 40
#define NUMERALS "[一二三四五六七八九十百零〇]"
#define DATE "^([12][0-9]{3})\\s*年\\s*([01]?[0-9])\\s*月\\s*([0-3]?[0-9])\\s*日$"
#define NUMBER                                                                                     \
  "^[\\p{Han}A-Z]{2,20}[〔\\[［(（][12][0-9]{3}[〕\\]］)）]\\s*第?\\s*[0-9]{1,5}\\s*号$"

G_DEFINE_QUARK (jg - local - text - error - quark, jg_local_text_error)

/* jg_local_head_free:
 * @self: (transfer full): what was found */
void
jg_local_head_free (JgLocalHead *self)
{
  g_free (self->title);
  g_free (self->number);
  g_free (self->issuer);
  g_free (self->date);
  g_free (self);
}

static char *
decode (const char *data, gsize length, const char *shown, GError **error)
{
  char *text = NULL;

  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      length -= 3;
    }
  if (g_utf8_validate (data, (gssize) length, NULL))
    return g_strndup (data, length);
  if (memchr (data, '\0', length) == NULL)
    text = g_convert (data, (gssize) length, "UTF-8", "GB18030", NULL, NULL, NULL);
  if (text == NULL)
    g_set_error (
        error, JG_LOCAL_TEXT_ERROR, JG_LOCAL_TEXT_ERROR_ENCODING,
        "“%s”不是纯文本（UTF-8 或 GB18030）。Word、WPS、PDF 文件请先打开，再复制正文粘贴到这里。",
        shown);
  return text;
}

/**
 * jg_local_text_read_file:
 * @path: a file in UTF-8 or GB18030
 *
 * Reads the text of a notice, as it is in the file.
 *
 * Returns: (transfer full): UTF-8, or %NULL with a #JgLocalTextError that says what to do
 */
char *
jg_local_text_read_file (const char *path, GError **error)
{
  g_autofree char *shown = NULL;
  g_autofree char *data = NULL;
  g_autoptr (GError) failed = NULL;
  gsize length = 0;

  g_return_val_if_fail (path != NULL, NULL);

  shown = g_path_get_basename (path);
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR) ||
      !g_file_get_contents (path, &data, &length, &failed))
    {
      g_set_error (error, JG_LOCAL_TEXT_ERROR, JG_LOCAL_TEXT_ERROR_READ, "“%s”读不出来：%s", shown,
                   failed != NULL ? failed->message : "不是文件");
      return NULL;
    }
  if (length > JG_LOCAL_TEXT_MAX_BYTES)
    {
      g_set_error (error, JG_LOCAL_TEXT_ERROR, JG_LOCAL_TEXT_ERROR_TOO_BIG,
                   "“%s”超过 %d MB，不像一份通知。请只复制需要的正文粘贴到这里。", shown,
                   JG_LOCAL_TEXT_MAX_BYTES / 1024 / 1024);
      return NULL;
    }
  return decode (data, length, shown, error);
}

/**
 * jg_local_text_dup_tidy:
 * @text: the text as pasted or read
 *
 * Makes a text such as a pack takes: line feeds alone end lines, no spaces at the ends of lines, at most one blank
 * line in a row, none of the characters that jg_text_get_forbidden() names. No word changes.
 *
 * Returns: (transfer full): the text, may be empty
 */
char *
jg_local_text_dup_tidy (const char *text)
{
  g_autofree char *valid = NULL;
  GString *result = g_string_new (NULL);
  gsize end = 0; /* after the last character of the line that is no space */
  guint blank = 0;
  gboolean indented = TRUE;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      const gboolean ends_line = c == '\n' || c == 0x2028 || c == 0x2029 || c == '\f' ||
                                 c == '\v' || (c == '\r' && p[1] != '\n');

      if (ends_line)
        {
          g_string_truncate (result, end);
          blank = indented ? blank + 1 : 0;
          if (result->len > 0 && blank < 2)
            g_string_append_c (result, '\n');
          end = result->len;
          indented = TRUE;
          continue;
        }
      if (c == '\t' || c == 0xa0)
        c = ' ';
      if (jg_text_get_forbidden (c) != NULL || (indented && g_unichar_isspace (c)))
        continue;
      indented = FALSE;
      g_string_append_unichar (result, c);
      if (!g_unichar_isspace (c))
        end = result->len;
    }
  g_string_truncate (result, end);
  while (result->len > 0 && result->str[result->len - 1] == '\n')
    g_string_truncate (result, result->len - 1);
  return g_string_free (result, FALSE);
}

static char *
match_first (const char *pattern, const char *line)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_assert (regex != NULL);
  if (!g_regex_match (regex, line, 0, &match))
    return NULL;
  return g_match_info_fetch (match, 1);
}

/* The label a line begins with: 第五条, 三, （四） or 1 within one; NULL where it begins with none. */
static char *
find_label (const char *line, char **main, char **part)
{
  char *found;

  found = match_first ("^\\s*(第" NUMERALS "{1,6}条)", line);
  if (found != NULL)
    {
      g_free (*main);
      *main = found;
      g_clear_pointer (part, g_free);
      return g_strdup (found);
    }
  found = match_first ("^\\s*(" NUMERALS "{1,4})、", line);
  if (found != NULL)
    {
      g_free (*main);
      *main = found;
      g_clear_pointer (part, g_free);
      return g_strdup (found);
    }
  found = match_first ("^\\s*[（(](" NUMERALS "{1,4})[）)]", line);
  if (found != NULL)
    {
      g_free (*part);
      *part = g_strdup_printf ("（%s）", found);
      g_free (found);
      return g_strconcat (*main != NULL ? *main : "", *part, NULL);
    }
  found = match_first ("^\\s*([0-9]{1,2})[.．、](?![0-9])", line);
  if (found != NULL && *main != NULL)
    {
      char *label = g_strconcat (*main, *part != NULL ? *part : "·", found, NULL);

      g_free (found);
      return label;
    }
  g_free (found);
  return NULL;
}

static gboolean
is_blank (const char *line)
{
  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

static gboolean
is_annex (const char *line)
{
  return g_regex_match_simple ("^\\s*附件?\\s*[0-9一二三四五六七八九十]{0,3}\\s*[：:]?\\s*$", line,
                               0, 0);
}

static char *
read_date (const char *line)
{
  g_autoptr (GRegex) regex = g_regex_new (DATE, G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *tidy = g_strstrip (g_strdup (line));
  int parts[3];

  g_assert (regex != NULL);
  if (!g_regex_match (regex, tidy, 0, &match))
    return NULL;
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *part = g_match_info_fetch (match, i + 1);

      parts[i] = (int) g_ascii_strtoll (part, NULL, 10);
    }
  if (!g_date_valid_dmy ((GDateDay) parts[2], (GDateMonth) parts[1], (GDateYear) parts[0]))
    return NULL;
  return g_strdup_printf ("%04d-%02d-%02d", parts[0], parts[1], parts[2]);
}

static gboolean
is_issuer (const char *line)
{
  const glong length = g_utf8_strlen (line, -1);

  return length >= 3 && length <= MAX_ISSUER &&
         !g_regex_match_simple ("[。；：，,;:！？]", line, 0, 0);
}

/* The line of the date below the text, or G_MAXUINT: the first date that stands alone after the last 。 of the body. */
static guint
find_date_line (char **lines)
{
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *date = read_date (lines[i]);

      if (date != NULL && i > 2)
        return i;
    }
  return G_MAXUINT;
}

/* Where the issuers' lines above the date begin. */
static guint
find_signature (char **lines, guint date)
{
  guint first = date;

  for (guint i = date; i > 0; i--)
    {
      if (is_blank (lines[i - 1]))
        continue;
      if (!is_issuer (lines[i - 1]))
        break;
      first = i - 1;
    }
  return first;
}

static void
add_clause (GPtrArray *clauses, const char *label, guint line)
{
  g_autofree char *unique = g_strdup (label);
  JgClause *clause;

  for (guint i = 0, n = 2; i < clauses->len; i++)
    if (g_str_equal (((const JgClause *) g_ptr_array_index (clauses, i))->clause, unique))
      {
        g_free (unique);
        unique = g_strdup_printf ("%s·%u", label, n++);
        i = G_MAXUINT;
      }
  clause = g_new0 (JgClause, 1);
  clause->clause = g_steal_pointer (&unique);
  clause->line = line;
  g_ptr_array_add (clauses, clause);
}

static void
set_ends (GPtrArray *clauses, char **lines)
{
  const guint n_lines = MAX (g_strv_length (lines), 1);

  for (guint i = 0; i < clauses->len; i++)
    {
      JgClause *clause = g_ptr_array_index (clauses, i);

      clause->line_to = i + 1 < clauses->len
                            ? ((const JgClause *) g_ptr_array_index (clauses, i + 1))->line - 1
                            : n_lines;
      clause->line_to = CLAMP (clause->line_to, clause->line, MAX (n_lines, clause->line));
      while (clause->line_to > clause->line && is_blank (lines[clause->line_to - 1]))
        clause->line_to--;
    }
}

/**
 * jg_local_text_find_clauses:
 * @text: a tidy text
 *
 * Finds the clauses by the numbers that lines begin with: 第五条; 三, （四）within it and 1 within that; then 附件 and
 * 落款. What stands before the first is 文首, and a text without any number is one clause 全文, for a
 * measure must name a clause. Labels are unique: the second 一 of an annex is 附件·一.
 *
 * Returns: (transfer full) (element-type JgClause): the clauses, in order of line, none overlapping
 */
GPtrArray *
jg_local_text_find_clauses (const char *text)
{
  GPtrArray *clauses = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_clause_free);
  g_autofree char *main = NULL;
  g_autofree char *part = NULL;
  g_autofree char *annex = NULL;
  g_auto (GStrv) lines = NULL;
  guint date, signature;

  g_return_val_if_fail (text != NULL, clauses);

  lines = g_strsplit (text, "\n", -1);
  date = find_date_line (lines);
  signature = date != G_MAXUINT ? find_signature (lines, date) : G_MAXUINT;
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *label = NULL;
      g_autofree char *full = NULL;

      if (i == signature)
        {
          add_clause (clauses, "落款", i + 1);
          continue;
        }
      if (i > signature && i <= date)
        continue;
      if (is_annex (lines[i]))
        {
          g_free (annex);
          annex = g_regex_match_simple ("[0-9一二三四五六七八九十]", lines[i], 0, 0)
                      ? match_first ("(附件?\\s*[0-9一二三四五六七八九十]{1,3})", lines[i])
                      : g_strdup ("附件");
          g_clear_pointer (&main, g_free);
          g_clear_pointer (&part, g_free);
          add_clause (clauses, annex, i + 1);
          continue;
        }
      label = find_label (lines[i], &main, &part);
      if (label == NULL)
        continue;
      full = annex != NULL ? g_strconcat (annex, "·", label, NULL) : g_strdup (label);
      add_clause (clauses, full, i + 1);
    }
  if (clauses->len == 0 || ((const JgClause *) g_ptr_array_index (clauses, 0))->line > 1)
    {
      const gboolean none =
          clauses->len == 0 ||
          g_str_equal (((const JgClause *) g_ptr_array_index (clauses, 0))->clause, "落款");
      JgClause *clause = g_new0 (JgClause, 1);

      clause->clause = g_strdup (none ? "全文" : "文首");
      clause->line = 1;
      g_ptr_array_insert (clauses, 0, clause);
    }
  set_ends (clauses, lines);
  return clauses;
}

static int
compare_clauses (gconstpointer a, gconstpointer b)
{
  const JgClause *x = *(const JgClause *const *) a;
  const JgClause *y = *(const JgClause *const *) b;

  return x->line < y->line ? -1 : x->line > y->line;
}

/**
 * jg_local_text_order_clauses:
 * @clauses: (element-type JgClause): clauses with a label and a first line
 * @text: a tidy text
 *
 * Puts clauses in order that somebody has corrected, and lets each end where the next begins.
 */
void
jg_local_text_order_clauses (GPtrArray *clauses, const char *text)
{
  g_auto (GStrv) lines = NULL;

  g_return_if_fail (clauses != NULL && text != NULL);

  lines = g_strsplit (text, "\n", -1);
  g_ptr_array_sort (clauses, compare_clauses);
  set_ends (clauses, lines);
}

static void
append_line (GString *string, const char *line)
{
  g_autofree char *tidy = g_strstrip (g_strdup (line));

  if (string->len > 0)
    g_string_append_c (string, ' ');
  g_string_append (string, tidy);
}

/**
 * jg_local_text_find_head:
 * @text: a tidy text
 *
 * Proposes title, 文号, issuer and date of a notice. The title is what stands above the 文号, or else the first
 * line; the line of an office's letter-head (…文件) is none.
 *
 * Returns: (transfer full): what was found
 */
JgLocalHead *
jg_local_text_find_head (const char *text)
{
  JgLocalHead *head = g_new0 (JgLocalHead, 1);
  g_autoptr (GString) title = g_string_new (NULL);
  g_autoptr (GString) issuer = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;
  guint date;
  guint seen = 0;

  g_return_val_if_fail (text != NULL, head);

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL && seen < 8; i++)
    {
      g_autofree char *line = g_strstrip (g_strdup (lines[i]));

      if (is_blank (line))
        continue;
      seen++;
      if (head->number == NULL && g_regex_match_simple (NUMBER, line, 0, 0))
        {
          head->number = g_strdup (line);
          continue;
        }
      /* Addressees end the head. */
      if (g_str_has_suffix (line, "：") || g_str_has_suffix (line, ":") ||
          strstr (line, "。") != NULL)
        break;
      if (g_str_has_suffix (line, "文件") || (title->len > 0 && head->number != NULL))
        continue;
      append_line (title, line);
    }
  date = find_date_line (lines);
  if (date != G_MAXUINT)
    {
      head->date = read_date (lines[date]);
      for (guint i = find_signature (lines, date); i < date; i++)
        if (!is_blank (lines[i]))
          append_line (issuer, lines[i]);
    }
  if (title->len > 0)
    head->title = g_strdup (title->str);
  if (issuer->len > 0)
    head->issuer = g_strdup (issuer->str);
  return head;
}
