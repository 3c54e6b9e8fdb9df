/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-search-private.h"

#include <string.h>

#include "jg-text.h"

/* Names and aliases are no longer than this. */
#define MAX_TITLE 24

/* A title no longer than this stands in a sentence only where words begin and end, and what follows
 * may make other work of it. */
#define MAX_SHORT_TITLE 3

typedef struct
{
  guint row;
  guint start; /* characters of the sentence */
  guint end;
} Span;

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const Span *left = a;
  const Span *right = b;
  guint left_length = left->end - left->start;
  guint right_length = right->end - right->start;

  if (left_length != right_length)
    return left_length > right_length ? -1 : 1;
  return left->row < right->row ? -1 : left->row > right->row;
}

/* Whether each pair of neighbouring characters stands in some title: most do not, and no title is looked
 * for across them. */
static gboolean *
find_pairs (JgSearchIndex *index, const gunichar *characters, glong n)
{
  gboolean *pairs = g_new0 (gboolean, n + 1);

  for (glong i = 0; i + 1 < n; i++)
    {
      JgSearchCursor cursor;

      jg_search_cursor_open (&cursor, index,
                             jg_search_gram_of_text (characters[i], characters[i + 1]));
      jg_search_cursor_seek (&cursor, index->first_row[JG_TIER_NAME]);
      pairs[i] = cursor.row < index->first_row[JG_TIER_DEFINITION];
    }
  return pairs;
}

/* The titles of at least two characters that stand in a sentence. */
static GArray *
find_spans (JgSearchIndex *index, const char *norm, const gunichar *characters, glong n)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (Span));
  g_autofree gboolean *pairs = find_pairs (index, characters, n);
  const char *from = norm;

  for (glong i = 0; i < n; i++, from = g_utf8_next_char (from))
    for (glong length = JG_SEARCH_MIN_TITLE;
         length <= MIN (MAX_TITLE, n - i) && pairs[i + length - 2]; length++)
      {
        const char *end = g_utf8_offset_to_pointer (from, length);
        g_autofree char *word = NULL;
        g_autoptr (GArray) rows = NULL;

        if ((from > norm && g_ascii_isalnum (from[-1]) && g_ascii_isalnum (from[0])) ||
            (g_ascii_isalnum (*end) && g_ascii_isalnum (end[-1])))
          continue;
        word = g_strndup (from, (gsize) (end - from));
        rows = jg_search_index_find_title (index, word);
        for (guint r = 0; r < rows->len; r++)
          {
            Span span = { g_array_index (rows, guint, r), (guint) i, (guint) (i + length) };

            g_array_append_val (spans, span);
          }
      }
  g_array_sort (spans, compare_spans);
  return spans;
}

/* Whether the query is work that is not in the catalogue. */
gboolean
jg_search_is_elsewhere (JgSearchIndex *index, const char *query)
{
  g_autofree char *norm = jg_text_normalize_compact (query);

  return g_strv_contains ((const char *const *) index->elsewhere, norm);
}

/* The places of a sentence where work stands that is not in the catalogue. */
static GArray *
find_elsewhere (JgSearchIndex *index, const char *norm)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (Span));

  for (guint i = 0; index->elsewhere[i] != NULL; i++)
    {
      const char *word = index->elsewhere[i];
      const char *hit = *word != '\0' ? jg_search_find_word (norm, word) : NULL;
      Span span = { 0 };

      if (hit == NULL)
        continue;
      span.start = (guint) g_utf8_pointer_to_offset (norm, hit);
      span.end = span.start + (guint) g_utf8_strlen (word, -1);
      g_array_append_val (spans, span);
    }
  return spans;
}

/* What may follow a title without making other work of it: 主播招聘, 外卖小哥, 电商怎么做. */
static gboolean
is_harmless (const char *tail)
{
  static const char *const words[] = {
    "人",   "员",   "工",   "师",   "者",   "手",   "哥",   "姐",   "妹",   "姑娘", "小哥",
    "小姐", "小妹", "阿姨", "大叔", "大姐", "大哥", "师傅", "活",   "岗",   "证",   "行业",
    "行当", "专业", "职业", "兼职", "全职", "招聘", "招人", "急招", "诚聘", "培训", "学徒",
    "学习", "怎么", "如何", "哪里", "多少", "工资", "待遇", "月薪", "挣钱", "赚钱", "谋生",
    "为生", "考",   "经验", "没有", "可以", "行不", "吗",   "么",
  };
  gunichar c = g_utf8_get_char (tail);

  if (!jg_text_is_han (c) || g_utf8_strchr (JG_SEARCH_STOP_CHARACTERS, -1, c) != NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (tail, words[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_crossed (const Span *span, const GArray *others)
{
  for (guint i = 0; i < others->len; i++)
    {
      const Span *other = &g_array_index (others, Span, i);

      if (span->start < other->end && other->start < span->end &&
          !(span->start <= other->start && span->end >= other->end))
        return TRUE;
    }
  return FALSE;
}

static gboolean
begins_at (const GArray *spans, guint start)
{
  for (guint i = 0; i < spans->len; i++)
    if (g_array_index (spans, Span, i).start == start)
      return TRUE;
  return FALSE;
}

/* Whether a title in a sentence is only part of what is said: of work that is not in the catalogue
 * (护理员 in 养老护理员); or, when it is short, of words whose borders lie elsewhere (流调 in 物流调度) or
 * of a longer word for other work (外卖 in 外卖打包). */
static gboolean
is_part (const Span *span,
         const GArray *spans,
         const GArray *elsewhere,
         const char *norm,
         const gboolean *borders)
{
  if (is_crossed (span, elsewhere))
    return TRUE;
  if (span->end - span->start > MAX_SHORT_TITLE)
    return FALSE;
  if (!borders[span->start] || !borders[span->end])
    return TRUE;
  return !begins_at (spans, span->end) &&
         !is_harmless (g_utf8_offset_to_pointer (norm, (glong) span->end));
}

/* Looks for names, former names, work types and aliases that stand inside a longer query, such as
 * 带货 in 我想在家做直播带货. One that lies inside a longer one found is dropped; longer ones come
 * first. @near: they are no more than near; so are those that are only part of what is said. */
void
jg_search_find_contained (JgSearchIndex *index,
                          const char *query,
                          gboolean near,
                          JgSearchAnswer *answer)
{
  g_autofree char *norm = jg_text_normalize_compact (query);
  glong n;
  g_autofree gunichar *characters = g_utf8_to_ucs4_fast (norm, -1, &n);
  g_autoptr (GArray) spans = find_spans (index, norm, characters, MIN (n, JG_SEARCH_SENTENCE));
  g_autoptr (GArray) elsewhere = NULL;
  g_autofree gboolean *borders = NULL;

  if (spans->len == 0)
    return;
  if (index->words == NULL)
    index->words = jg_search_open_words ();
  borders = jg_search_find_borders (index->words, norm, n);
  elsewhere = find_elsewhere (index, norm);

  for (guint i = 0; i < spans->len; i++)
    {
      const Span *span = &g_array_index (spans, Span, i);
      JgSearchRow *row = jg_search_index_get_row (index, span->row);
      gboolean covered = FALSE;
      JgSearchFound *found;

      for (guint j = 0; j < i && !covered; j++)
        {
          const Span *other = &g_array_index (spans, Span, j);

          covered = other->start <= span->start && other->end >= span->end &&
                    other->end - other->start > span->end - span->start;
        }
      if (covered || row == NULL)
        continue;
      found = jg_search_answer_add (answer, row, JG_PLACE_WHOLE, 0, (int) strlen (row->norm));
      if (found != NULL)
        found->near = near || is_part (span, spans, elsewhere, norm, borders);
    }
}
