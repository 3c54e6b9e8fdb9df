/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-search-private.h"

#include <string.h>

#include "jg-pinyin.h"
#include "jg-text.h"

#define MIN_DICE 0.5
#define MIN_TYPO_CHARACTERS 4
#define MIN_TYPO_LETTERS 5
#define MIN_TYPO_LETTERS_BEGINNING 8

/* Weights of what is near, of a thousand; a smaller one is better. Dice takes 200 to 600. */
#define WEIGHT_HOMOPHONE_WHOLE 0
#define WEIGHT_HOMOPHONE_BEGINNING 50
#define WEIGHT_HOMOPHONE_INSIDE 100
#define WEIGHT_TYPO 150
#define WEIGHT_TYPO_LETTERS 700

static gboolean
is_title (const JgSearchRow *row)
{
  return row->field == JG_SEARCH_NAME || row->field == JG_SEARCH_FORMER_NAME ||
         row->field == JG_SEARCH_WORK_TYPE || row->field == JG_SEARCH_ALIAS;
}

/* Whether two lists of readings ("hang|xing") share one. */
static gboolean
share_reading (const char *a, const char *b)
{
  g_auto (GStrv) left = g_strsplit (a, "|", -1);
  g_auto (GStrv) right = g_strsplit (b, "|", -1);

  for (guint i = 0; left[i] != NULL; i++)
    if (g_strv_contains ((const char *const *) right, left[i]))
      return TRUE;
  return FALSE;
}

/* The readings of a query's characters, most of which stand in the catalogue with theirs: only a
 * character that does not is worth the 150 ms that opening ICU's Han-Latin takes. */
static char **
read_query (const JgSearchIndex *index, char **characters)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GStrvBuilder *builder = g_strv_builder_new ();
  char **readings;

  for (guint i = 0; i < index->rows->len; i++)
    {
      const JgSearchRow *row = &g_array_index (index->rows, JgSearchRow, i);
      g_auto (GStrv) of_row = NULL;
      g_auto (GStrv) syllables = NULL;

      if (row->pinyin == NULL)
        continue;
      of_row = jg_text_tokenize (row->text);
      syllables = g_strsplit (row->pinyin, " ", -1);
      if (g_strv_length (of_row) != g_strv_length (syllables))
        continue;
      for (guint j = 0; of_row[j] != NULL; j++)
        if (!g_hash_table_contains (known, of_row[j]))
          g_hash_table_insert (known, g_strdup (of_row[j]), g_strdup (syllables[j]));
    }

  for (guint i = 0; characters[i] != NULL; i++)
    {
      const char *reading = g_hash_table_lookup (known, characters[i]);
      g_autofree char *made = reading == NULL ? jg_pinyin_syllables (characters[i]) : NULL;

      g_strv_builder_add (builder, reading != NULL ? reading : made);
    }

  readings = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return readings;
}

/* Counts the places where a stretch of a text has the very character of the query. */
static guint
count_same (char **characters, char **of_row, guint n)
{
  guint same = 0;

  for (guint i = 0; i < n; i++)
    if (strcmp (characters[i], of_row[i]) == 0)
      same++;
  return same;
}

/* A text that sounds like the query and shares at least half of its characters, at the same places:
 * 互连网 and 互联网. *readings is filled when the first text asks for it: most queries never do. */
static void
find_homophone (const JgSearchIndex *index,
                const JgSearchRow *row,
                char **characters,
                char ***readings,
                JgSearchFound *found)
{
  guint n = g_strv_length (characters);
  g_auto (GStrv) of_row = NULL;
  g_auto (GStrv) syllables = NULL;
  guint m;

  if (row->pinyin == NULL || n < 2)
    return;
  of_row = jg_text_tokenize (row->text);
  m = g_strv_length (of_row);

  for (guint at = 0; at + n <= m; at++)
    {
      JgSearchFound *best = &found[row->entry];
      guint weight = at > 0  ? WEIGHT_HOMOPHONE_INSIDE
                     : n < m ? WEIGHT_HOMOPHONE_BEGINNING
                             : WEIGHT_HOMOPHONE_WHOLE;
      guint i = 0;

      if (count_same (characters, of_row + at, n) * 2 < n)
        continue;
      if (*readings == NULL)
        *readings = read_query (index, characters);
      if (syllables == NULL)
        syllables = g_strsplit (row->pinyin, " ", -1);
      if (g_strv_length (syllables) != m)
        return;

      while (i < n && (strcmp (characters[i], of_row[at + i]) == 0 ||
                       share_reading ((*readings)[i], syllables[at + i])))
        i++;
      if (i < n)
        continue;

      jg_search_found_offer (found, row, JG_RANK_NEAR, weight, -1, -1);
      if (best->row == row)
        {
          best->in_norm = FALSE;
          jg_pinyin_locate (row->text, at, n, &best->start, &best->end);
        }
      return;
    }
}

static void
find_typo (const JgSearchRow *row, const char *norm, glong length, JgSearchFound *found)
{
  double dice;

  if (MIN (length, row->length) >= MIN_TYPO_CHARACTERS &&
      jg_text_distance (norm, row->norm, 1) <= 1)
    jg_search_found_offer (found, row, JG_RANK_NEAR, WEIGHT_TYPO, -1, -1);

  dice = jg_text_dice (norm, row->norm);
  if (dice >= MIN_DICE)
    jg_search_found_offer (found, row, JG_RANK_NEAR, 200 + (guint) ((1 - dice) * 800), -1, -1);
}

static void
find_letter_typo (const JgSearchRow *row, const char *letters, JgSearchFound *found)
{
  gsize n_letters = strlen (letters);
  g_autoptr (GString) spelled = NULL;

  if (row->pinyin == NULL)
    return;

  /* Of each syllable its first reading; the query may stop behind any of them. */
  spelled = g_string_new (NULL);
  for (const char *p = row->pinyin; *p != '\0'; p += strcspn (p, " "), p += *p == ' ')
    {
      g_string_append_len (spelled, p, (gssize) strcspn (p, "| "));
      if ((n_letters >= MIN_TYPO_LETTERS_BEGINNING || p[strcspn (p, " ")] == '\0') &&
          jg_text_distance (letters, spelled->str, 1) <= 1)
        {
          jg_search_found_offer (found, row, JG_RANK_NEAR, WEIGHT_TYPO_LETTERS, -1, -1);
          return;
        }
    }
}

/* Looks for names, work types and aliases that a slip of the hand may have turned into the query. */
gboolean
jg_search_find_near (const JgSearchIndex *index, const char *query, JgSearchFound *found)
{
  g_autofree char *norm = jg_text_normalize_compact (query);
  g_autofree char *letters = jg_pinyin_fold_query (query);
  glong length = g_utf8_strlen (norm, -1);
  g_auto (GStrv) characters = NULL;
  g_auto (GStrv) readings = NULL;
  gboolean any = FALSE;

  if (jg_text_has_han (norm))
    characters = jg_text_tokenize (norm);

  for (guint i = 0; i < index->rows->len; i++)
    {
      const JgSearchRow *row = &g_array_index (index->rows, JgSearchRow, i);

      if (!is_title (row))
        continue;
      find_typo (row, norm, length, found);
      if (characters != NULL)
        find_homophone (index, row, characters, &readings, found);
      if (letters != NULL && strlen (letters) >= MIN_TYPO_LETTERS)
        find_letter_typo (row, letters, found);
      any |= found[row->entry].rank != JG_RANK_NONE;
    }

  return any;
}

/* Looks for the words of the notices that a reviewed synonym gives for the query, or for a part of
 * it, in definitions and tasks. The longer the synonym, the better. */
gboolean
jg_search_find_synonyms (const JgSearchIndex *index, const char *query, JgSearchFound *found)
{
  g_autofree char *norm = jg_text_normalize_compact (query);
  gboolean any = FALSE;

  for (guint s = 0; s < index->synonyms->len; s++)
    {
      const JgSearchSynonym *synonym = &g_array_index (index->synonyms, JgSearchSynonym, s);
      glong length = g_utf8_strlen (synonym->text, -1);

      if (length < 2 || jg_search_find_word (norm, synonym->text) == NULL)
        continue;
      for (guint i = 0; i < index->rows->len; i++)
        {
          const JgSearchRow *row = &g_array_index (index->rows, JgSearchRow, i);

          if (row->field != JG_SEARCH_TASK)
            continue;
          for (guint m = 0; synonym->means[m] != NULL; m++)
            {
              const char *hit = strstr (row->norm, synonym->means[m]);

              if (hit == NULL)
                continue;
              jg_search_found_offer (found, row, JG_RANK_SYNONYM, 1000 - (guint) MIN (length, 1000),
                                     (int) (hit - row->norm),
                                     (int) (hit - row->norm + strlen (synonym->means[m])));
              any = TRUE;
            }
        }
    }

  return any;
}
