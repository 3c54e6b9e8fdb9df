/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-search-private.h"

#include <string.h>

#include "jg-code.h"
#include "jg-pinyin.h"
#include "jg-text.h"

/* Letters that spell a place inside a name say little when they are few. */
#define MIN_LETTERS_INSIDE 2
#define MIN_LETTERS_INSIDE_SHORT 3

/* Ranks of a text field: equal, beginning, inside. */
static const struct
{
  JgSearchField field;
  JgSearchRank whole;
  JgSearchRank beginning;
  JgSearchRank inside;
} text_ranks[] = {
  { JG_SEARCH_NAME, JG_RANK_NAME, JG_RANK_NAME_PREFIX, JG_RANK_NAME_INSIDE },
  { JG_SEARCH_FORMER_NAME, JG_RANK_FORMER_NAME, JG_RANK_FORMER_NAME_PREFIX,
    JG_RANK_FORMER_NAME_INSIDE },
  { JG_SEARCH_WORK_TYPE, JG_RANK_WORK_TYPE, JG_RANK_WORK_TYPE_PREFIX, JG_RANK_WORK_TYPE_INSIDE },
  { JG_SEARCH_ALIAS, JG_RANK_ALIAS, JG_RANK_ALIAS_PREFIX, JG_RANK_ALIAS_INSIDE },
  { JG_SEARCH_DEFINITION, JG_RANK_DEFINITION, JG_RANK_DEFINITION, JG_RANK_DEFINITION },
  { JG_SEARCH_TASK, JG_RANK_TASK, JG_RANK_TASK, JG_RANK_TASK },
};

static void
find_code (const JgSearchRow *row, const char *code, JgSearchFound *found)
{
  static const JgSearchRank ranks[][2] = {
    { JG_RANK_CODE, JG_RANK_CODE_PREFIX },
    { JG_RANK_FORMER_CODE, JG_RANK_FORMER_CODE_PREFIX },
    { JG_RANK_OTHER_EDITION, JG_RANK_OTHER_EDITION_PREFIX },
  };
  guint kind =
      row->field == JG_SEARCH_FORMER_CODE ? 1 : (g_strcmp0 (row->edition, "2022") == 0 ? 2 : 0);

  if (g_str_has_prefix (row->text, code))
    jg_search_found_offer (found, row, ranks[kind][strlen (code) < strlen (row->text)], 0, 0,
                           (int) strlen (code));
}

static void
find_text (const JgSearchRow *row, const char *query, JgSearchFound *found)
{
  const char *hit = strstr (row->norm, query);
  gsize length = strlen (query);

  if (hit == NULL)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (text_ranks); i++)
    if (text_ranks[i].field == row->field)
      {
        JgSearchRank rank = hit > row->norm       ? text_ranks[i].inside
                            : hit[length] != '\0' ? text_ranks[i].beginning
                                                  : text_ranks[i].whole;

        jg_search_found_offer (found, row, rank, 0, (int) (hit - row->norm),
                               (int) (hit - row->norm + length));
        return;
      }
}

static void
find_pinyin (const JgSearchRow *row, const char *letters, JgSearchFound *found)
{
  JgSearchFound *best = &found[row->entry];
  gsize n_letters = strlen (letters);
  JgPinyinMatch match;
  guint field_weight;
  guint weight;

  if (best->rank < JG_RANK_PINYIN || !jg_pinyin_match (row->pinyin, letters, &match))
    return;
  if (match.place == JG_PINYIN_INSIDE &&
      n_letters < (match.kind == JG_PINYIN_FULL ? MIN_LETTERS_INSIDE : MIN_LETTERS_INSIDE_SHORT))
    return;

  field_weight = row->field == JG_SEARCH_NAME          ? 0
                 : row->field == JG_SEARCH_FORMER_NAME ? 1
                 : row->field == JG_SEARCH_WORK_TYPE   ? 2
                                                       : 3;
  weight = ((guint) match.place * 3 + (guint) match.kind) * 4 + field_weight;
  if (best->rank == JG_RANK_PINYIN && weight >= best->weight)
    return;

  jg_search_found_offer (found, row, JG_RANK_PINYIN, weight, -1, -1);
  best->field = match.kind == JG_PINYIN_INITIALS ? JG_SEARCH_INITIALS : JG_SEARCH_PINYIN;
  best->in_norm = FALSE;
  jg_pinyin_locate (row->text, match.first, match.n_syllables, &best->start, &best->end);
}

/* Looks for a query as one piece in every field: as a code, as text, as pinyin. Returns whether
 * anything was found. */
gboolean
jg_search_find_whole (const JgSearchIndex *index, const char *query, JgSearchFound *found)
{
  g_autofree char *norm = jg_text_normalize_compact (query);
  g_autofree char *code = jg_code_fold (query);
  g_autofree char *letters = jg_pinyin_fold_query (query);
  gboolean any = FALSE;

  if (*norm == '\0')
    return FALSE;

  for (guint i = 0; i < index->rows->len; i++)
    {
      const JgSearchRow *row = &g_array_index (index->rows, JgSearchRow, i);

      if (row->field == JG_SEARCH_CODE || row->field == JG_SEARCH_FORMER_CODE)
        {
          if (code != NULL)
            find_code (row, code, found);
        }
      else
        {
          find_text (row, norm, found);
          if (letters != NULL && row->pinyin != NULL)
            find_pinyin (row, letters, found);
        }
      any |= found[row->entry].rank != JG_RANK_NONE;
    }

  return any;
}

/* Looks for occupations in which every word of the query is found, each in any field. The best of
 * the words is the one reported. */
gboolean
jg_search_find_words (const JgSearchIndex *index, char **words, JgSearchFound *found)
{
  guint n_words = g_strv_length (words);
  g_autofree guint *sums = g_new0 (guint, index->entries->len + 1);
  gboolean any = FALSE;

  for (guint w = 0; w < n_words; w++)
    {
      g_autofree JgSearchFound *of_word = jg_search_found_new (index);

      jg_search_find_whole (index, words[w], of_word);
      for (guint i = 0; i < index->entries->len; i++)
        {
          sums[i] += of_word[i].rank;
          if (of_word[i].rank == JG_RANK_NONE || (w > 0 && found[i].rank == JG_RANK_NONE))
            found[i].rank = JG_RANK_NONE;
          else if (w == 0 || of_word[i].rank < found[i].rank)
            found[i] = of_word[i];
        }
    }

  for (guint i = 0; i < index->entries->len; i++)
    if (found[i].rank != JG_RANK_NONE)
      {
        found[i].weight = (guint) found[i].rank * JG_RANK_NONE * n_words + sums[i];
        found[i].rank = JG_RANK_WORDS;
        any = TRUE;
      }

  return any;
}

typedef struct
{
  const JgSearchRow *row;
  gsize start;
  gsize end;
} Span;

/* Finds a normalised word in a normalised text; a Latin word inside another (ai in main) is no hit.
 * Returns (nullable) where it stands in @text. */
const char *
jg_search_find_word (const char *text, const char *word)
{
  gsize length = strlen (word);

  if (length == 0)
    return NULL;
  for (const char *hit = strstr (text, word); hit != NULL; hit = strstr (hit + 1, word))
    {
      const char *end = hit + length;

      if (!(hit > text && g_ascii_isalnum (hit[-1]) && g_ascii_isalnum (hit[0])) &&
          !(g_ascii_isalnum (*end) && g_ascii_isalnum (end[-1])))
        return hit;
    }
  return NULL;
}

/* Looks for names, former names, work types and aliases that stand inside a longer query, such as
 * 带货 in 我想在家做直播带货. One that lies inside a longer one found is dropped; longer ones rank
 * first. */
gboolean
jg_search_find_contained (const JgSearchIndex *index, const char *query, JgSearchFound *found)
{
  g_autofree char *norm = jg_text_normalize_compact (query);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (Span));
  gboolean any = FALSE;

  for (guint i = 0; i < index->rows->len; i++)
    {
      const JgSearchRow *row = &g_array_index (index->rows, JgSearchRow, i);
      gsize length = strlen (row->norm);
      const char *hit;

      if (row->length < 2 || (row->field != JG_SEARCH_NAME && row->field != JG_SEARCH_FORMER_NAME &&
                              row->field != JG_SEARCH_WORK_TYPE && row->field != JG_SEARCH_ALIAS))
        continue;
      hit = jg_search_find_word (norm, row->norm);
      if (hit != NULL)
        {
          Span span = { row, (gsize) (hit - norm), (gsize) (hit - norm) + length };

          g_array_append_val (spans, span);
        }
    }

  for (guint i = 0; i < spans->len; i++)
    {
      const Span *span = &g_array_index (spans, Span, i);
      gboolean covered = FALSE;

      for (guint j = 0; j < spans->len && !covered; j++)
        {
          const Span *other = &g_array_index (spans, Span, j);

          covered = other->start <= span->start && other->end >= span->end &&
                    other->end - other->start > span->end - span->start;
        }
      if (!covered)
        {
          guint shortness = 1000 - (guint) MIN (span->row->length, 1000);

          jg_search_found_offer (found, span->row, JG_RANK_CONTAINED,
                                 shortness * 8 + (guint) span->row->field, 0,
                                 (int) strlen (span->row->norm));
          any = TRUE;
        }
    }

  return any;
}
