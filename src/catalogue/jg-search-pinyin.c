/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-search-private.h"

#include <string.h>

#include "jg-pinyin.h"

/* Letters that spell a place inside a name say little when they are few. */
#define MIN_LETTERS_INSIDE 2
#define MIN_LETTERS_INSIDE_SHORT 3

#define MAX_SYLLABLE 6
#define MAX_SYLLABLES 24
#define MAX_SPELLINGS 24

/* So many titles are compared with the letters; the best places come first. */
#define MAX_COMPARED 3000

/* Full, initials, mixed: counted from 1. */
#define N_KINDS 3

/* One way to cut letters into syllables. */
typedef struct
{
  guint n;
  guint8 start[MAX_SYLLABLES + 1];
  gboolean finished; /* the last one is a whole syllable */
} Spelling;

typedef struct
{
  JgSearchIndex *index;
  const char *letters;
  guint n_letters;
  GArray *spellings;
  gboolean mixed;
} Speller;

static gboolean
is_syllable (JgSearchIndex *index, const char *letters, guint length)
{
  char syllable[MAX_SYLLABLE + 1] = { 0 };

  if (length > MAX_SYLLABLE)
    return FALSE;
  memcpy (syllable, letters, length);
  return g_hash_table_contains (index->syllables, syllable);
}

/* Letters that begin no syllable of Chinese; digits may begin a number in a name. */
static gboolean
may_begin (char letter)
{
  return letter != 'i' && letter != 'u' && letter != 'v';
}

static gboolean
begins_syllable (JgSearchIndex *index, const char *letters, guint length)
{
  char beginning[MAX_SYLLABLE + 1] = { 0 };

  if (length == 1)
    return may_begin (*letters);
  memcpy (beginning, letters, length);
  return g_hash_table_contains (index->beginnings, beginning);
}

static void
spell (Speller *self, Spelling *so_far, guint at)
{
  if (self->spellings->len >= MAX_SPELLINGS)
    return;
  if (at == self->n_letters)
    {
      so_far->start[so_far->n] = (guint8) at;
      g_array_append_val (self->spellings, *so_far);
      return;
    }
  if (so_far->n >= MAX_SYLLABLES)
    return;

  so_far->start[so_far->n] = (guint8) at;
  so_far->n++;
  for (guint length = MIN (MAX_SYLLABLE, self->n_letters - at); length > 0; length--)
    {
      gboolean whole = is_syllable (self->index, self->letters + at, length);
      gboolean last = at + length == self->n_letters;

      if (!whole &&
          !((last || self->mixed) && begins_syllable (self->index, self->letters + at, length)))
        continue;
      so_far->finished = whole;
      spell (self, so_far, at + length);
    }
  so_far->n--;
}

/* Titles that may hold the letters. */
typedef struct
{
  GArray *rows;  /* (element-type guint64): the group above the row */
  guint8 *known; /* bit for each title */
  guint first_row;
} Candidates;

static gboolean
add_candidate (Candidates *self, guint row, guint group)
{
  guint64 candidate = ((guint64) group << 32) | row;
  guint at = row - self->first_row;

  if ((self->known[at / 8] >> (at % 8)) & 1)
    return FALSE;
  self->known[at / 8] |= (guint8) (1 << (at % 8));
  g_array_append_val (self->rows, candidate);
  return TRUE;
}

/* The rows that all cursors share, in groups: those that may be the whole title, those that begin one,
 * by kind, and those inside, by kind. One gram tells which; several must be looked at. The rows of a
 * group come in order, and no more of those inside than are looked at. */
static void
collect (JgSearchIndex *index,
         JgSearchCursor *cursors,
         guint n,
         guint kind,
         gboolean inside,
         Candidates *candidates)
{
  guint n_inside = 0;

  jg_search_cursor_seek (&cursors[0], candidates->first_row);
  while (jg_search_cursors_meet (cursors, n, index->first_row[JG_TIER_DEFINITION]))
    {
      guint flags = cursors[0].flags;

      if (flags & JG_GRAM_BEGINS)
        add_candidate (candidates, cursors[0].row,
                       n > 1 || (flags & JG_GRAM_WHOLE_WORDS) ? 0 : kind);
      else if (inside && n_inside < MAX_COMPARED)
        n_inside += add_candidate (candidates, cursors[0].row, N_KINDS + kind);
      jg_search_cursor_next (&cursors[0]);
    }
}

static void
collect_full (JgSearchIndex *index,
              const char *letters,
              const Spelling *spelling,
              Candidates *candidates)
{
  JgSearchCursor cursors[MAX_SYLLABLES + 1];
  guint whole = spelling->finished ? spelling->n : spelling->n - 1;
  const guint8 *start = spelling->start;
  guint n = 0;

  if (whole == 0)
    {
      GHashTableIter iter;
      gpointer syllable;

      g_hash_table_iter_init (&iter, index->syllables);
      while (g_hash_table_iter_next (&iter, &syllable, NULL))
        if (g_str_has_prefix (syllable, letters))
          {
            jg_search_cursor_open (&cursors[0], index,
                                   jg_search_gram_of_sounds (syllable, strlen (syllable), "", 0));
            collect (index, cursors, 1, 1, strlen (letters) >= MIN_LETTERS_INSIDE, candidates);
          }
      return;
    }

  if (whole == 1)
    jg_search_cursor_open (&cursors[n++], index,
                           jg_search_gram_of_sounds (letters, start[1], "", 0));
  for (guint i = 0; i + 1 < whole; i++)
    jg_search_cursor_open (&cursors[n++], index,
                           jg_search_gram_of_sounds (letters + start[i], start[i + 1] - start[i],
                                                     letters + start[i + 1],
                                                     start[i + 2] - start[i + 1]));
  if (!spelling->finished)
    jg_search_cursor_open (
        &cursors[n++], index,
        jg_search_gram_of_letters (letters[start[whole - 1]], letters[start[whole]]));
  collect (index, cursors, n, 1, strlen (letters) >= MIN_LETTERS_INSIDE, candidates);
}

static void
collect_letters (JgSearchIndex *index,
                 const char *letters,
                 const Spelling *spelling,
                 guint order,
                 Candidates *candidates)
{
  JgSearchCursor cursors[MAX_SYLLABLES + 1];
  guint n = 0;

  if (spelling->n == 1)
    jg_search_cursor_open (&cursors[n++], index,
                           jg_search_gram_of_letters (letters[spelling->start[0]], '\0'));
  for (guint i = 0; i + 1 < spelling->n; i++)
    jg_search_cursor_open (
        &cursors[n++], index,
        jg_search_gram_of_letters (letters[spelling->start[i]], letters[spelling->start[i + 1]]));
  collect (index, cursors, n, order, strlen (letters) >= MIN_LETTERS_INSIDE_SHORT, candidates);
}

/* Each letter for a syllable; zh, ch and sh may stand for one letter too. */
static gboolean
make_initials (const char *letters, gboolean joined, Spelling *spelling)
{
  spelling->n = 0;
  for (guint at = 0; letters[at] != '\0';)
    {
      if (spelling->n >= MAX_SYLLABLES || !may_begin (letters[at]))
        return FALSE;
      spelling->start[spelling->n++] = (guint8) at;
      at += joined && strchr ("zcs", letters[at]) != NULL && letters[at + 1] == 'h' ? 2 : 1;
    }
  return TRUE;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint64 left = *(const guint64 *) a;
  guint64 right = *(const guint64 *) b;

  return left < right ? -1 : left > right;
}

typedef struct
{
  guint weight;
  guint row;
  JgPinyinMatch match;
} Match;

static int
compare_matches (gconstpointer a, gconstpointer b)
{
  const Match *left = a;
  const Match *right = b;

  if (left->weight != right->weight)
    return left->weight < right->weight ? -1 : 1;
  return left->row < right->row ? -1 : left->row > right->row;
}

static void
add_match (JgSearchIndex *index, const Match *match, JgSearchAnswer *answer)
{
  JgSearchRow *row = jg_search_index_get_row (index, match->row);
  JgSearchFound *found =
      row != NULL ? jg_search_answer_add (answer, row, JG_PLACE_WHOLE, -1, -1) : NULL;

  if (found == NULL)
    return;
  found->field = match->match.kind == JG_PINYIN_INITIALS ? JG_SEARCH_INITIALS : JG_SEARCH_PINYIN;
  found->rank = (guint) JG_TIER_DEFINITION * (JG_PLACE_NONE + 1) - 1;
  found->weak = row->tier == JG_TIER_ALIAS && match->match.place == JG_PINYIN_INSIDE;
  found->in_norm = FALSE;
  jg_pinyin_locate (row->text, match->match.first, match->match.n_syllables, &found->start,
                    &found->end);
}

/* Compares the candidates with the letters. Those that stand at the beginning are few and are put in
 * order when all are known; the others come in order. */
static void
compare (JgSearchIndex *index, const char *letters, GArray *candidates, JgSearchAnswer *answer)
{
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (Match));
  gsize n_letters = strlen (letters);
  guint group = 0;

  g_array_sort (candidates, compare_numbers);
  for (guint i = 0; i <= MIN (candidates->len, MAX_COMPARED); i++)
    {
      gboolean end = i == MIN (candidates->len, MAX_COMPARED);
      guint64 candidate = end ? 0 : g_array_index (candidates, guint64, i);
      JgSearchRow *row;
      Match match;

      if (end || (guint) (candidate >> 32) != group ||
          (group > 0 && matches->len + answer->found->len >= answer->limit))
        {
          g_array_sort (matches, compare_matches);
          for (guint m = 0; m < matches->len && !jg_search_answer_is_full (answer); m++)
            add_match (index, &g_array_index (matches, Match, m), answer);
          g_array_set_size (matches, 0);
          group = (guint) (candidate >> 32);
          if (end || jg_search_answer_is_full (answer))
            return;
        }

      match.row = (guint) candidate;
      row = jg_search_index_get_row (index, match.row);
      if (row == NULL || row->pinyin == NULL || jg_search_answer_has (answer, row->entry) ||
          !jg_pinyin_match (row->pinyin, letters, &match.match))
        continue;
      if (match.match.place == JG_PINYIN_INSIDE &&
          n_letters <
              (match.match.kind == JG_PINYIN_FULL ? MIN_LETTERS_INSIDE : MIN_LETTERS_INSIDE_SHORT))
        continue;
      match.weight = ((guint) match.match.place * 3 + (guint) match.match.kind) * JG_N_TIERS +
                     (guint) row->tier;
      g_array_append_val (matches, match);
    }
}

/* Finds letters as the pinyin of titles: full, initials or mixed. The whole title is better than its
 * beginning, and that better than a place inside. */
void
jg_search_find_pinyin (JgSearchIndex *index, const char *letters, JgSearchAnswer *answer)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint64));
  guint first_row = index->first_row[JG_TIER_NAME];
  g_autofree guint8 *known = g_malloc0 ((index->first_row[JG_TIER_DEFINITION] - first_row) / 8 + 1);
  Candidates candidates = { rows, known, first_row };
  g_autoptr (GArray) spellings = g_array_new (FALSE, FALSE, sizeof (Spelling));
  Speller speller = { index, letters, (guint) strlen (letters), spellings, FALSE };
  Spelling spelling = { 0 };

  if (jg_search_answer_is_full (answer))
    return;

  spell (&speller, &spelling, 0);
  for (guint i = 0; i < spellings->len; i++)
    collect_full (index, letters, &g_array_index (spellings, Spelling, i), &candidates);
  if (make_initials (letters, FALSE, &spelling))
    collect_letters (index, letters, &spelling, 2, &candidates);
  if (strchr (letters, 'h') != NULL && make_initials (letters, TRUE, &spelling))
    collect_letters (index, letters, &spelling, 2, &candidates);
  /* Letters that are a spelling are no mixture. */
  if (rows->len == 0 && speller.n_letters >= MIN_LETTERS_INSIDE_SHORT)
    {
      g_array_set_size (spellings, 0);
      memset (&spelling, 0, sizeof spelling);
      speller.mixed = TRUE;
      spell (&speller, &spelling, 0);
      for (guint i = 0; i < spellings->len; i++)
        collect_letters (index, letters, &g_array_index (spellings, Spelling, i), 3, &candidates);
    }
  compare (index, letters, rows, answer);
}
