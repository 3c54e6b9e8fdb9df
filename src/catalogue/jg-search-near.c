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
#define MAX_LETTERS 40

/* Longer queries are sentences, no titles with a slip in them. */
#define MAX_SLIP_CHARACTERS 30

/* So many titles, those that share most characters first, are compared with the query. */
#define MAX_COMPARED 400

/* A syllable may be written wrong in many ways; so many of them are tried. */
#define MAX_CORRECTIONS 60
#define MAX_SYLLABLE 6

typedef enum
{
  SLIP_HOMOPHONE,
  SLIP_HOMOPHONE_BEGINNING,
  SLIP_HOMOPHONE_INSIDE,
  SLIP_TYPO,
  SLIP_ALIKE, /* and worse, the less alike */
} Slip;

typedef struct
{
  guint weight;
  guint row;
  int first; /* syllables to be marked; -1 for none */
  int n_syllables;
} Near;

static int
compare_near (gconstpointer a, gconstpointer b)
{
  const Near *left = a;
  const Near *right = b;

  if (left->weight != right->weight)
    return left->weight < right->weight ? -1 : 1;
  return left->row < right->row ? -1 : left->row > right->row;
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

static char **
read_query (char **characters)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; characters[i] != NULL; i++)
    {
      g_autofree char *reading = jg_pinyin_syllables (characters[i]);

      g_strv_builder_add (builder, reading);
    }
  return g_strv_builder_end (builder);
}

/* A text that sounds like the query and shares at least half of its characters, at the same places:
 * 互连网 and 互联网. Returns whether there is one. */
static gboolean
find_homophone (const JgSearchRow *row, char **characters, char ***readings, Near *near)
{
  guint n = g_strv_length (characters);
  g_auto (GStrv) of_row = NULL;
  g_auto (GStrv) syllables = NULL;
  guint m;

  if (row->pinyin == NULL || n < 2)
    return FALSE;
  of_row = jg_text_tokenize (row->text);
  m = g_strv_length (of_row);

  for (guint at = 0; at + n <= m; at++)
    {
      guint same = 0;
      guint i = 0;

      for (guint j = 0; j < n; j++)
        same += strcmp (characters[j], of_row[at + j]) == 0;
      if (same * 2 < n)
        continue;
      if (*readings == NULL)
        *readings = read_query (characters);
      if (syllables == NULL)
        syllables = g_strsplit (row->pinyin, " ", -1);
      if (g_strv_length (syllables) != m)
        return FALSE;

      while (i < n && (strcmp (characters[i], of_row[at + i]) == 0 ||
                       share_reading ((*readings)[i], syllables[at + i])))
        i++;
      if (i < n)
        continue;

      near->weight = at > 0  ? SLIP_HOMOPHONE_INSIDE
                     : n < m ? SLIP_HOMOPHONE_BEGINNING
                             : SLIP_HOMOPHONE;
      near->first = (int) at;
      near->n_syllables = (int) n;
      return TRUE;
    }
  return FALSE;
}

/* The titles near a query, the nearest first. */
static GArray *
compare_titles (JgSearchIndex *index, const char *norm)
{
  GArray *result = g_array_new (FALSE, FALSE, sizeof (Near));
  glong length;
  g_autofree gunichar *letters = g_utf8_to_ucs4_fast (norm, -1, &length);
  g_autoptr (GArray) rows =
      jg_search_find_sharing (index, letters, (guint) length, 0, MAX_COMPARED);
  g_auto (GStrv) characters = jg_text_has_han (norm) ? jg_text_tokenize (norm) : NULL;
  g_auto (GStrv) readings = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      JgSearchRow *row = jg_search_index_get_row (index, g_array_index (rows, guint, i));
      Near near = { G_MAXUINT, row != NULL ? row->id : 0, -1, 0 };
      glong row_length;

      if (row == NULL)
        continue;
      row_length = g_utf8_strlen (row->norm, -1);
      if (characters != NULL)
        find_homophone (row, characters, &readings, &near);
      if (near.weight > SLIP_TYPO && MIN (length, row_length) >= MIN_TYPO_CHARACTERS &&
          jg_text_distance (norm, row->norm, 1) <= 1)
        near.weight = SLIP_TYPO;
      if (near.weight == G_MAXUINT)
        {
          double dice = jg_text_dice (norm, row->norm);

          if (dice >= MIN_DICE)
            near.weight = SLIP_ALIKE + (guint) ((1 - dice) * 1000);
        }
      if (near.weight != G_MAXUINT)
        g_array_append_val (result, near);
    }
  g_array_sort (result, compare_near);
  return result;
}

static void
add_near (JgSearchIndex *index, const GArray *nears, gboolean slips, JgSearchAnswer *answer)
{
  for (guint i = 0; i < nears->len && !jg_search_answer_is_full (answer); i++)
    {
      const Near *near = &g_array_index (nears, Near, i);
      JgSearchRow *row = jg_search_index_get_row (index, near->row);
      JgSearchFound *found;

      if (slips != (near->weight < SLIP_ALIKE) || row == NULL)
        continue;
      found = jg_search_answer_add (answer, row, JG_PLACE_WHOLE, -1, -1);
      if (found == NULL)
        continue;
      found->near = TRUE;
      if (near->first >= 0)
        {
          found->in_norm = FALSE;
          jg_pinyin_locate (row->text, (guint) near->first, (guint) near->n_syllables,
                            &found->start, &found->end);
        }
    }
}

/* Looks for titles that the query is but for one wrong, missing or superfluous character, or for
 * characters that sound the same. Returns (transfer full) what jg_search_find_alike() goes on with. */
GArray *
jg_search_find_slips (JgSearchIndex *index, const char *query, JgSearchAnswer *answer)
{
  g_autofree char *norm = jg_text_normalize_compact (query);
  GArray *nears;

  if (!jg_text_has_han (norm) || g_utf8_strlen (norm, -1) > MAX_SLIP_CHARACTERS)
    return g_array_new (FALSE, FALSE, sizeof (Near));
  nears = compare_titles (index, norm);
  add_near (index, nears, TRUE, answer);
  return nears;
}

/* Adds the titles that share half of their pairs of characters with the query. */
void
jg_search_find_alike (JgSearchIndex *index, const GArray *nears, JgSearchAnswer *answer)
{
  add_near (index, nears, FALSE, answer);
}

/* Marks, for each place between two letters, whether syllables can be cut up to it or from it. */
static void
cut_letters (JgSearchIndex *index, const char *letters, guint n, gboolean *up_to, gboolean *from)
{
  char syllable[MAX_SYLLABLE + 1];

  memset (up_to, 0, (n + 1) * sizeof *up_to);
  memset (from, 0, (n + 1) * sizeof *from);
  up_to[0] = from[n] = TRUE;
  for (guint i = 0; i < n; i++)
    for (guint length = 1; up_to[i] && length <= MIN (MAX_SYLLABLE, n - i); length++)
      {
        g_strlcpy (syllable, letters + i, length + 1);
        up_to[i + length] = up_to[i + length] || g_hash_table_contains (index->syllables, syllable);
      }
  for (guint i = n; i-- > 0;)
    for (guint length = 1; length <= MIN (MAX_SYLLABLE, n - i) && !from[i]; length++)
      {
        g_strlcpy (syllable, letters + i, length + 1);
        from[i] = from[i + length] && g_hash_table_contains (index->syllables, syllable);
      }
}

static void
try_correction (JgSearchIndex *index,
                const char *letters,
                gboolean beginning,
                JgSearchAnswer *answer)
{
  g_autoptr (JgSearchAnswer) corrected = jg_search_answer_new (index, 40);

  jg_search_find_pinyin (index, letters, corrected);
  for (guint i = 0; i < corrected->found->len; i++)
    {
      const JgSearchFound *one = &g_array_index (corrected->found, JgSearchFound, i);
      JgPinyinMatch match;
      JgSearchFound *found;

      if (!jg_pinyin_match (one->row->pinyin, letters, &match) || match.kind != JG_PINYIN_FULL ||
          match.place > (beginning ? JG_PINYIN_BEGINNING : JG_PINYIN_WHOLE))
        continue;
      found = jg_search_answer_add (answer, one->row, JG_PLACE_WHOLE, -1, -1);
      if (found != NULL)
        found->near = TRUE;
    }
}

/* One wrong key lies in one syllable: the letters before and behind it can be cut into syllables, and
 * those between are one syllable but for a key. */
static void
find_key_slips (JgSearchIndex *index, const char *letters, JgSearchAnswer *answer)
{
  guint n = (guint) strlen (letters);
  gboolean up_to[MAX_LETTERS + 1];
  gboolean from[MAX_LETTERS + 1];
  g_autoptr (GHashTable) tried = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GList) syllables = g_hash_table_get_keys (index->syllables);

  syllables = g_list_sort (g_steal_pointer (&syllables), (GCompareFunc) strcmp);
  cut_letters (index, letters, n, up_to, from);
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j <= MIN (n, i + MAX_SYLLABLE + 1); j++)
      {
        g_autofree char *wrong = g_strndup (letters + i, j - i);

        if (!up_to[i] || !from[j])
          continue;
        for (GList *l = syllables; l != NULL && g_hash_table_size (tried) < MAX_CORRECTIONS;
             l = l->next)
          {
            g_autofree char *corrected = NULL;

            if (jg_text_distance (wrong, l->data, 1) != 1)
              continue;
            corrected =
                g_strdup_printf ("%.*s%s%s", (int) i, letters, (const char *) l->data, letters + j);
            if (g_hash_table_contains (tried, corrected))
              continue;
            try_correction (index, corrected, n >= MIN_TYPO_LETTERS_BEGINNING, answer);
            g_hash_table_add (tried, g_steal_pointer (&corrected));
          }
      }
}

/* One wrong initial: the titles that share most pairs of neighbouring initials. */
static void
find_initial_slips (JgSearchIndex *index, const char *letters, JgSearchAnswer *answer)
{
  JgSearchCursor cursors[MAX_LETTERS];
  guint n = (guint) strlen (letters);
  g_autoptr (GArray) rows = NULL;

  for (guint i = 0; i + 1 < n; i++)
    jg_search_cursor_open (&cursors[i], index,
                           jg_search_gram_of_letters (letters[i], letters[i + 1]));
  rows = jg_search_count_rows (index, cursors, n - 1, n > 4 ? n - 3 : 1, MAX_COMPARED);

  for (guint i = 0; i < rows->len && !jg_search_answer_is_full (answer); i++)
    {
      JgSearchRow *row = jg_search_index_get_row (index, g_array_index (rows, guint, i));
      g_autoptr (GString) initials = g_string_new (NULL);
      JgSearchFound *found;

      for (const char *p = row != NULL && row->pinyin != NULL ? row->pinyin : ""; *p != '\0';
           p += strcspn (p, " "), p += *p == ' ')
        g_string_append_c (initials, *p);
      if (jg_text_distance (letters, initials->str, 1) > 1)
        continue;
      found = jg_search_answer_add (answer, row, JG_PLACE_WHOLE, -1, -1);
      if (found != NULL)
        found->near = TRUE;
    }
}

/* Looks for titles whose pinyin, or initials, the query is but for one wrong key. */
void
jg_search_find_letter_slips (JgSearchIndex *index, const char *query, JgSearchAnswer *answer)
{
  g_autofree char *letters = jg_pinyin_fold_query (query);
  gsize n = letters != NULL ? strlen (letters) : 0;

  if (n < MIN_TYPO_LETTERS || n > MAX_LETTERS)
    return;
  find_key_slips (index, letters, answer);
  find_initial_slips (index, letters, answer);
}
