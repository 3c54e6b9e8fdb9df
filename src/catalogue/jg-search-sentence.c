/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-search-private.h"

#include <string.h>

#include "jg-text.h"

/* Words of the notices that so many occupations share say little about one. */
#define MAX_OF_MEANING 40

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

typedef struct
{
  guint entry;
  guint score;
  guint n;  /* of meanings found */
  guint id; /* row of the best meaning */
  guint best;
  const char *meaning;
} Meant;

static int
compare_meant (gconstpointer a, gconstpointer b)
{
  const Meant *left = a;
  const Meant *right = b;

  if (left->score != right->score)
    return left->score > right->score ? -1 : 1;
  return left->entry < right->entry ? -1 : left->entry > right->entry;
}

static void
add_meaning (JgSearchIndex *index,
             const char *meaning,
             JgSearchTier from,
             guint most,
             guint worth,
             GArray *meant)
{
  g_autoptr (JgSearchAnswer) of_meaning = jg_search_answer_new (index, most + 1);

  /* Words that more occupations share say little about any of them. */
  jg_search_find_text (index, meaning, from, JG_TIER_TASK, of_meaning);
  if (of_meaning->found->len > most)
    return;
  for (guint i = 0; i < of_meaning->found->len; i++)
    {
      const JgSearchFound *found = &g_array_index (of_meaning->found, JgSearchFound, i);
      guint score = worth / of_meaning->found->len + 1;
      Meant *one = NULL;

      for (guint m = 0; m < meant->len && one == NULL; m++)
        if (g_array_index (meant, Meant, m).entry == found->entry)
          one = &g_array_index (meant, Meant, m);
      if (one == NULL)
        {
          Meant fresh = { .entry = found->entry };

          g_array_append_val (meant, fresh);
          one = &g_array_index (meant, Meant, meant->len - 1);
        }
      one->score += score;
      one->n++;
      if (score > one->best)
        {
          one->best = score;
          one->id = found->row->id;
          one->meaning = meaning;
        }
    }
}

/* Looks for the jobseeker's words that stand for words of the notices. The more and the longer words
 * lead to an occupation, and the fewer other occupations they lead to, the earlier it comes. */
void
jg_search_find_synonyms (JgSearchIndex *index, const char *query, JgSearchAnswer *answer)
{
  g_autofree char *norm = jg_text_normalize_compact (query);
  g_autoptr (GArray) meant = g_array_new (FALSE, TRUE, sizeof (Meant));

  for (guint s = 0; s < index->synonyms->len; s++)
    {
      const JgSearchSynonym *synonym = &g_array_index (index->synonyms, JgSearchSynonym, s);
      glong length = g_utf8_strlen (synonym->text, -1);

      if (length < JG_SEARCH_MIN_TITLE || jg_search_find_word (norm, synonym->text) == NULL)
        continue;
      for (guint m = 0; synonym->means[m] != NULL; m++)
        add_meaning (index, synonym->means[m], JG_TIER_DEFINITION, MAX_OF_MEANING,
                     (guint) length * 1000, meant);
    }

  g_array_sort (meant, compare_meant);
  for (guint i = 0; i < meant->len; i++)
    {
      const Meant *one = &g_array_index (meant, Meant, i);
      JgSearchRow *row = jg_search_index_get_row (index, one->id);
      JgSearchFound *found;
      int start = -1;
      int end = -1;

      if (row == NULL || jg_search_locate (row, one->meaning, &start, &end) == JG_PLACE_NONE)
        continue;
      found = jg_search_answer_add (answer, row, JG_PLACE_WHOLE, start, end);
      if (found != NULL)
        found->near = TRUE;
    }
}

#define MIN_SCATTERED 4
#define MAX_OF_PAIR 12
#define MAX_SCATTERED 5

/* One pair alone says enough only in a title, and when so few occupations have it. */
#define MAX_OF_LONE_PAIR 3

static gboolean
is_pair (const gunichar *pair)
{
  for (guint i = 0; i < 2; i++)
    if (!jg_text_is_han (pair[i]) || g_utf8_strchr (JG_SEARCH_STOP_CHARACTERS, -1, pair[i]) != NULL)
      return FALSE;
  return TRUE;
}

/* Whether what an occupation shares with a sentence is worth showing it. */
static gboolean
is_worth_showing (const Meant *one, const JgSearchRow *row)
{
  return one->n >= 2 ||
         (row->tier < JG_TIER_DEFINITION && one->best > 1000 / (MAX_OF_LONE_PAIR + 1) + 1);
}

/* The last resort for a sentence: occupations whose texts share at least two pairs of neighbouring
 * characters with it, or whose titles share a rare one; pairs that few occupations have count more. */
void
jg_search_find_scattered (JgSearchIndex *index, const char *query, JgSearchAnswer *answer)
{
  g_autofree char *norm = jg_text_normalize_compact (query);
  glong n;
  g_autofree gunichar *characters = g_utf8_to_ucs4_fast (norm, -1, &n);
  g_autoptr (GArray) meant = g_array_new (FALSE, TRUE, sizeof (Meant));
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);

  if (n < MIN_SCATTERED)
    return;
  for (glong i = 0; i + 1 < MIN (n, JG_SEARCH_SENTENCE); i++)
    if (is_pair (characters + i))
      {
        char *pair = g_ucs4_to_utf8 (characters + i, 2, NULL, NULL, NULL);

        g_ptr_array_add (pairs, pair);
        add_meaning (index, pair, JG_TIER_NAME, MAX_OF_PAIR, 1000, meant);
      }

  g_array_sort (meant, compare_meant);
  for (guint i = 0, added = 0; i < meant->len && added < MAX_SCATTERED; i++)
    {
      const Meant *one = &g_array_index (meant, Meant, i);
      JgSearchRow *row = jg_search_index_get_row (index, one->id);
      JgSearchFound *found;
      int start = -1;
      int end = -1;

      if (row == NULL || !is_worth_showing (one, row) ||
          jg_search_locate (row, one->meaning, &start, &end) == JG_PLACE_NONE)
        continue;
      found = jg_search_answer_add (answer, row, JG_PLACE_WHOLE, start, end);
      if (found != NULL)
        {
          found->near = TRUE;
          added++;
        }
    }
}
