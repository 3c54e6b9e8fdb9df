/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-search-private.h"

#include <string.h>

#include "jg-text.h"

/* So many titles, those that share most characters first, are compared with the sentence. */
#define MAX_COMPARED 400

#define MIN_CHARACTERS 3
#define MAX_TITLE 8

/* So many other characters may stand between those of a title. */
#define MAX_BETWEEN 3

typedef struct
{
  guint row;
  guint between;
  guint length;
} Loose;

static int
compare_loose (gconstpointer a, gconstpointer b)
{
  const Loose *left = a;
  const Loose *right = b;
  /* What is longer may be wider apart. */
  int left_rank = (int) left->between * 2 - (int) left->length;
  int right_rank = (int) right->between * 2 - (int) right->length;

  if (left_rank != right_rank)
    return left_rank < right_rank ? -1 : 1;
  return left->row < right->row ? -1 : left->row > right->row;
}

/* The fewest characters between those of a title, which stand in the sentence in their order; half of
 * its pairs, or one less, must stand together. Returns whether they do. */
static gboolean
find_between (const gunichar *sentence,
              glong n,
              const gunichar *title,
              glong length,
              guint *between)
{
  gboolean found = FALSE;

  *between = MAX_BETWEEN + 1;
  for (glong start = 0; start + length <= n; start++)
    {
      glong at = start;
      glong taken = 0;
      glong pairs = 0;

      if (sentence[start] != title[0])
        continue;
      for (glong last = start - 1; at < MIN (n, start + length + MAX_BETWEEN) && taken < length;
           at++)
        if (sentence[at] == title[taken])
          {
            pairs += taken > 0 && last == at - 1;
            last = at;
            taken++;
          }
      if (taken == length && pairs * 2 >= length - 2 && (guint) (at - start - length) < *between)
        {
          *between = (guint) (at - start - length);
          found = TRUE;
        }
    }
  return found;
}

/* Looks for titles whose characters stand in a sentence in their order, with a few others between:
 * 审视频 in 审违规视频, 网上开店 in 网上开个小店. What is found is near. */
void
jg_search_find_loose (JgSearchIndex *index, const char *query, JgSearchAnswer *answer)
{
  g_autofree char *norm = jg_text_normalize_compact (query);
  glong n;
  g_autofree gunichar *sentence = g_utf8_to_ucs4_fast (norm, -1, &n);
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GArray) loose = g_array_new (FALSE, FALSE, sizeof (Loose));

  if (n < MIN_CHARACTERS || n > JG_SEARCH_SHARING || !jg_text_has_han (norm))
    return;
  rows = jg_search_find_sharing (index, sentence, (guint) n, MIN_CHARACTERS, MAX_COMPARED);
  for (guint i = 0; i < rows->len; i++)
    {
      JgSearchRow *row = jg_search_index_get_row (index, g_array_index (rows, guint, i));
      glong length = row != NULL ? g_utf8_strlen (row->norm, -1) : 0;
      g_autofree gunichar *title = NULL;
      Loose one;

      if (length < MIN_CHARACTERS || length > MIN (MAX_TITLE, n))
        continue;
      title = g_utf8_to_ucs4_fast (row->norm, -1, NULL);
      if (!find_between (sentence, n, title, length, &one.between))
        continue;
      one.row = row->id;
      one.length = (guint) length;
      g_array_append_val (loose, one);
    }
  g_array_sort (loose, compare_loose);

  for (guint i = 0; i < loose->len && !jg_search_answer_is_full (answer); i++)
    {
      JgSearchRow *row = jg_search_index_get_row (index, g_array_index (loose, Loose, i).row);
      JgSearchFound *found =
          jg_search_answer_add (answer, row, JG_PLACE_WHOLE, 0, (int) strlen (row->norm));

      if (found != NULL)
        found->near = TRUE;
    }
}
