/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-search-private.h"

typedef struct
{
  guint row;
  guint count;
} Sharing;

static int
compare_sharing (gconstpointer a, gconstpointer b)
{
  const Sharing *left = a;
  const Sharing *right = b;

  if (left->count != right->count)
    return left->count > right->count ? -1 : 1;
  return left->row < right->row ? -1 : left->row > right->row;
}

/* jg_search_count_rows:
 * @cursors: opened; each is used up to the last title
 * @least: of the cursors
 * @most: rows wanted
 *
 * Finds the titles on which cursors meet.
 *
 * Returns: (transfer full) (element-type guint): the rows on which at least @least meet, those on which
 *   most do first */
GArray *
jg_search_count_rows (JgSearchIndex *index,
                      JgSearchCursor *cursors,
                      guint n_cursors,
                      guint least,
                      guint most)
{
  guint base = index->first_row[JG_TIER_NAME];
  guint n_rows = index->first_row[JG_TIER_DEFINITION] - base;
  g_autofree guint8 *counts = g_malloc0 (n_rows + 1);
  g_autoptr (GArray) sharings = g_array_new (FALSE, FALSE, sizeof (Sharing));
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint c = 0; c < n_cursors; c++)
    {
      jg_search_cursor_seek (&cursors[c], base);
      for (; cursors[c].row < base + n_rows; jg_search_cursor_next (&cursors[c]))
        if (++counts[cursors[c].row - base] == least)
          {
            Sharing sharing = { cursors[c].row, 0 };

            g_array_append_val (sharings, sharing);
          }
    }
  for (guint i = 0; i < sharings->len; i++)
    {
      Sharing *sharing = &g_array_index (sharings, Sharing, i);

      sharing->count = counts[sharing->row - base];
    }
  g_array_sort (sharings, compare_sharing);
  for (guint i = 0; i < MIN (sharings->len, most); i++)
    g_array_append_val (rows, g_array_index (sharings, Sharing, i).row);
  return rows;
}

/* jg_search_find_sharing:
 * @characters: of a query; no more than %JG_SEARCH_SHARING are looked at
 * @least: characters that must be shared; 0: half of them, and two
 * @most: rows wanted
 *
 * Returns: (transfer full) (element-type guint): the titles that share characters with the query, those
 *   that share most first */
GArray *
jg_search_find_sharing (JgSearchIndex *index,
                        const gunichar *characters,
                        guint n_characters,
                        guint least,
                        guint most)
{
  JgSearchCursor cursors[JG_SEARCH_SHARING];
  gunichar known[JG_SEARCH_SHARING];
  guint n = 0;

  for (guint c = 0; c < MIN (n_characters, JG_SEARCH_SHARING); c++)
    {
      gboolean again = FALSE;

      known[n] = characters[c];
      for (guint i = 0; i < n && !again; i++)
        again = known[i] == known[n];
      if (!again)
        {
          jg_search_cursor_open (&cursors[n], index, jg_search_gram_of_text (known[n], 0));
          n++;
        }
    }
  return jg_search_count_rows (index, cursors, n, least > 0 ? least : MAX (2, (n + 1) / 2), most);
}
