/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-search-private.h"

#include <string.h>

#include "jg-code.h"
#include "jg-pinyin.h"
#include "jg-text.h"

/* So many pairs of neighbouring characters narrow a long query down; the text itself decides. */
#define MAX_GRAMS 24

/* Of a word among several, so many occupations are looked at. */
#define MAX_OF_WORD 5000

static void
found_clear (JgSearchFound *self)
{
  g_clear_pointer (&self->row, jg_search_row_unref);
}

/* Returns (transfer full) an answer with nothing in it; @limit 0 is none. */
JgSearchAnswer *
jg_search_answer_new (JgSearchIndex *index, guint limit)
{
  JgSearchAnswer *self = g_new0 (JgSearchAnswer, 1);

  self->found = g_array_new (FALSE, TRUE, sizeof (JgSearchFound));
  g_array_set_clear_func (self->found, (GDestroyNotify) found_clear);
  self->seen = g_malloc0 (index->n_entries / 8 + 1);
  self->limit = limit > 0 ? limit : G_MAXUINT;
  return self;
}

/* Frees an answer. */
void
jg_search_answer_free (JgSearchAnswer *self)
{
  g_array_unref (self->found);
  g_free (self->seen);
  g_free (self);
}

/* Whether nothing more is wanted. */
gboolean
jg_search_answer_is_full (const JgSearchAnswer *self)
{
  return self->found->len >= self->limit;
}

/* Whether something was found that is what was asked for. */
gboolean
jg_search_answer_is_sure (const JgSearchAnswer *self)
{
  for (guint i = 0; i < self->found->len; i++)
    {
      const JgSearchFound *found = &g_array_index (self->found, JgSearchFound, i);

      if (!found->weak && !found->near)
        return TRUE;
    }
  return FALSE;
}

/* Whether an occupation is in the answer already. */
gboolean
jg_search_answer_has (const JgSearchAnswer *self, guint entry)
{
  return (self->seen[entry / 8] >> (entry % 8)) & 1;
}

static JgSearchField
field_of_tier (JgSearchTier tier)
{
  static const JgSearchField fields[] = {
    [JG_TIER_CODE] = JG_SEARCH_CODE,
    [JG_TIER_FORMER_CODE] = JG_SEARCH_FORMER_CODE,
    [JG_TIER_OTHER_CODE] = JG_SEARCH_CODE,
    [JG_TIER_NAME] = JG_SEARCH_NAME,
    [JG_TIER_FORMER_NAME] = JG_SEARCH_FORMER_NAME,
    [JG_TIER_WORK_TYPE] = JG_SEARCH_WORK_TYPE,
    [JG_TIER_ALIAS] = JG_SEARCH_ALIAS,
    [JG_TIER_DEFINITION] = JG_SEARCH_DEFINITION,
    [JG_TIER_TASK] = JG_SEARCH_TASK,
  };

  return fields[tier];
}

/* Adds a row's occupation behind what is there. Returns (transfer none) (nullable) the new hit, until
 * the next is added; NULL when the occupation is there already. */
JgSearchFound *
jg_search_answer_add (JgSearchAnswer *self,
                      JgSearchRow *row,
                      JgSearchPlace place,
                      int norm_start,
                      int norm_end)
{
  JgSearchFound found = { 0 };

  if (jg_search_answer_has (self, row->entry))
    return NULL;
  self->seen[row->entry / 8] |= (guint8) (1 << (row->entry % 8));

  found.entry = row->entry;
  found.rank = (guint) row->tier * (JG_PLACE_NONE + 1) + (guint) place;
  found.field = field_of_tier (row->tier);
  found.row = g_rc_box_acquire (row);
  found.in_norm = TRUE;
  found.start = norm_start;
  found.end = norm_end;
  g_array_append_val (self->found, found);
  return &g_array_index (self->found, JgSearchFound, self->found->len - 1);
}

static gboolean
has_border (const JgSearchRow *row, glong character)
{
  return (gsize) character / 8 >= row->n_borders ||
         ((row->borders[character / 8] >> (character % 8)) & 1);
}

/* Finds the best place of a normalised query in a row, as bytes of its normalised text. */
JgSearchPlace
jg_search_locate (const JgSearchRow *row, const char *query, int *start, int *end)
{
  gsize length = strlen (query);
  glong n_characters = g_utf8_strlen (query, (gssize) length);
  JgSearchPlace best = JG_PLACE_NONE;
  const char *counted = row->norm;
  glong character = 0;

  for (const char *hit = strstr (row->norm, query); hit != NULL && best > JG_PLACE_WORDS;
       hit = strstr (hit + 1, query))
    {
      JgSearchPlace place = JG_PLACE_ACROSS;

      character += g_utf8_pointer_to_offset (counted, hit);
      counted = hit;
      if (row->tier < JG_TIER_DEFINITION && hit == row->norm)
        place = hit[length] == '\0' ? JG_PLACE_WHOLE : JG_PLACE_BEGINNING;
      else if (has_border (row, character) && has_border (row, character + n_characters))
        place = JG_PLACE_WORDS;
      if (place < best)
        {
          best = place;
          *start = (int) (hit - row->norm);
          *end = (int) (hit - row->norm + length);
        }
    }
  return best;
}

/* A hit at the end of an alias, behind what makes it one (程序员 in 区块链程序员), or across word borders,
 * does not say that the catalogue has what was asked for. */
static gboolean
is_weak (const JgSearchRow *row, JgSearchPlace place, int end)
{
  if (row->tier == JG_TIER_ALIAS && place == JG_PLACE_WORDS)
    return row->norm[end] == '\0';
  return row->tier >= JG_TIER_ALIAS && place == JG_PLACE_ACROSS;
}

/* Adds a row when the query lies in it as well as @place. Returns where it really lies. */
static JgSearchPlace
offer (JgSearchIndex *index,
       guint id,
       const char *norm,
       JgSearchPlace place,
       JgSearchAnswer *answer)
{
  JgSearchRow *row = jg_search_index_get_row (index, id);
  JgSearchPlace real;
  int start = -1;
  int end = -1;

  if (row == NULL || jg_search_answer_has (answer, row->entry))
    return JG_PLACE_NONE;
  real = jg_search_locate (row, norm, &start, &end);
  if (real <= place)
    {
      JgSearchFound *found = jg_search_answer_add (answer, row, real, start, end);

      found->weak = is_weak (row, real, end);
    }
  return real;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  guint left = *(const guint *) a;
  guint right = *(const guint *) b;

  return left < right ? -1 : left > right;
}

static gboolean
is_sorted (const GArray *ids)
{
  for (guint i = 1; i < ids->len; i++)
    if (g_array_index (ids, guint, i - 1) > g_array_index (ids, guint, i))
      return FALSE;
  return TRUE;
}

/* Adds the rows that may hold the query at one place, and keeps those that hold it at a worse one
 * for later. */
static void
offer_all (JgSearchIndex *index,
           GArray *const *waiting,
           JgSearchPlace place,
           const char *norm,
           JgSearchAnswer *answer)
{
  if (!is_sorted (waiting[place]))
    g_array_sort (waiting[place], compare_ids);
  for (guint i = 0; i < waiting[place]->len && !jg_search_answer_is_full (answer); i++)
    {
      guint id = g_array_index (waiting[place], guint, i);
      JgSearchPlace real = offer (index, id, norm, place, answer);

      if (real > place && real < JG_PLACE_NONE)
        g_array_append_val (waiting[real], id);
    }
}

static JgSearchPlace
place_of_flags (JgSearchTier tier, const JgSearchCursor *cursors, guint n)
{
  if (tier < JG_TIER_DEFINITION && (cursors[0].flags & JG_GRAM_BEGINS))
    return JG_PLACE_BEGINNING;
  if (n == 1 ? (cursors[0].flags & JG_GRAM_WHOLE_WORDS) != 0
             : (cursors[0].flags & JG_GRAM_BORDER_BEFORE) &&
                   (cursors[n - 1].flags & JG_GRAM_BORDER_BEHIND))
    return JG_PLACE_WORDS;
  return JG_PLACE_ACROSS;
}

/* The rows of one tier that hold all grams: those at the best place are added as they come, which is
 * their order, the others behind them. */
static void
find_in_tier (JgSearchIndex *index,
              JgSearchTier tier,
              JgSearchCursor *cursors,
              guint n_cursors,
              gboolean last_is_behind,
              const char *norm,
              JgSearchAnswer *answer)
{
  JgSearchPlace first = tier < JG_TIER_DEFINITION ? JG_PLACE_BEGINNING : JG_PLACE_WORDS;
  GArray *waiting[JG_PLACE_NONE];
  guint behind = index->first_row[tier + 1];

  for (int place = 0; place < JG_PLACE_NONE; place++)
    waiting[place] = g_array_new (FALSE, FALSE, sizeof (guint));

  while (!jg_search_answer_is_full (answer) && jg_search_cursors_meet (cursors, n_cursors, behind))
    {
      guint id = cursors[0].row;
      JgSearchPlace place = place_of_flags (tier, cursors, n_cursors);

      if (place == JG_PLACE_ACROSS && !last_is_behind &&
          (cursors[0].flags & JG_GRAM_BORDER_BEFORE) != 0)
        place = JG_PLACE_WORDS;
      if (place == first)
        place = offer (index, id, norm, place, answer);
      if (place > first && place < JG_PLACE_NONE)
        g_array_append_val (waiting[place], id);
      jg_search_cursor_next (&cursors[0]);
    }
  for (int place = (int) first + 1; place < JG_PLACE_NONE; place++)
    offer_all (index, waiting, (JgSearchPlace) place, norm, answer);

  for (int place = 0; place < JG_PLACE_NONE; place++)
    g_array_unref (waiting[place]);
}

/* Finds a normalised query as a piece of text in the tiers from @from to @to: tier by tier, in each
 * tier by place, at each place in order of entry. */
void
jg_search_find_text (JgSearchIndex *index,
                     const char *norm,
                     JgSearchTier from,
                     JgSearchTier to,
                     JgSearchAnswer *answer)
{
  JgSearchCursor cursors[MAX_GRAMS];
  guint n_cursors = 0;
  glong n;
  g_autofree gunichar *characters = g_utf8_to_ucs4_fast (norm, -1, &n);
  g_autoptr (GArray) whole = NULL;
  gboolean possible = n > 0;

  if (n == 1)
    jg_search_cursor_open (&cursors[n_cursors++], index, jg_search_gram_of_text (characters[0], 0));
  for (glong i = 0; possible && i + 1 < n && n_cursors < MAX_GRAMS; i++)
    {
      jg_search_cursor_open (&cursors[n_cursors], index,
                             jg_search_gram_of_text (characters[i], characters[i + 1]));
      possible = cursors[n_cursors].row != G_MAXUINT;
      n_cursors++;
    }

  if (possible && from < JG_TIER_DEFINITION)
    whole = jg_search_index_find_title (index, norm);
  for (int tier = (int) from; possible && tier <= (int) to; tier++)
    {
      for (guint i = 0; whole != NULL && i < whole->len; i++)
        {
          guint id = g_array_index (whole, guint, i);

          if (id >= index->first_row[tier] && id < index->first_row[tier + 1] &&
              !jg_search_answer_is_full (answer))
            offer (index, id, norm, JG_PLACE_WHOLE, answer);
        }
      jg_search_cursor_seek (&cursors[0], index->first_row[tier]);
      find_in_tier (index, (JgSearchTier) tier, cursors, n_cursors, n - 1 <= MAX_GRAMS, norm,
                    answer);
    }
}

static void
find_code (JgSearchIndex *index, const char *code, JgSearchAnswer *answer)
{
  /* First this very code, then those that begin as it does: a blank sorts before all that may follow. */
  static const struct
  {
    JgSearchTier tier;
    const char *before;
  } lists[] = {
    { JG_TIER_CODE, "" },
    { JG_TIER_FORMER_CODE, "" },
    { JG_TIER_OTHER_CODE, "" },
    { JG_TIER_OTHER_CODE, JG_SEARCH_CODE_BEHIND },
  };

  for (int pass = 0; pass < 2; pass++)
    for (guint list = 0; list < G_N_ELEMENTS (lists); list++)
      {
        sqlite3_stmt *stmt = index->find_code;
        g_autofree char *from = g_strconcat (lists[list].before, code, NULL);
        g_autofree char *behind = g_strconcat (from, pass == 0 ? " " : "~", NULL);

        sqlite3_bind_int (stmt, 1, (int) lists[list].tier);
        sqlite3_bind_text (stmt, 2, from, -1, SQLITE_STATIC);
        sqlite3_bind_text (stmt, 3, behind, -1, SQLITE_STATIC);
        while (!jg_search_answer_is_full (answer) && sqlite3_step (stmt) == SQLITE_ROW)
          {
            JgSearchRow *row =
                jg_search_index_get_row (index, (guint) sqlite3_column_int (stmt, 0));
            JgSearchFound *found = NULL;

            if (row != NULL && g_str_has_prefix (row->text, code))
              found = jg_search_answer_add (answer, row,
                                            pass == 0 ? JG_PLACE_WHOLE : JG_PLACE_BEGINNING, 0,
                                            (int) strlen (code));
            if (found != NULL)
              found->in_norm = FALSE;
          }
        sqlite3_reset (stmt);
      }
}

/* Looks for a query as one piece in every field: as a code, as text, as pinyin. */
void
jg_search_find_whole (JgSearchIndex *index, const char *query, JgSearchAnswer *answer)
{
  g_autofree char *norm = jg_text_normalize_compact (query);
  g_autofree char *code = jg_code_fold (query);
  g_autofree char *letters = jg_pinyin_fold_query (query);

  if (*norm == '\0')
    return;
  if (code != NULL)
    find_code (index, code, answer);
  jg_search_find_text (index, norm, JG_TIER_NAME, JG_TIER_ALIAS, answer);
  if (letters != NULL)
    jg_search_find_pinyin (index, letters, answer);
  jg_search_find_text (index, norm, JG_TIER_DEFINITION, JG_TIER_TASK, answer);
}

typedef struct
{
  guint entry;
  guint best;   /* rank of the best word */
  guint sum;    /* of all ranks */
  guint number; /* of words found so far */
  gboolean sure;
  JgSearchFound found;
} WordSum;

static int
compare_sums (gconstpointer a, gconstpointer b)
{
  const WordSum *left = a;
  const WordSum *right = b;

  if (left->best != right->best)
    return left->best < right->best ? -1 : 1;
  if (left->sum != right->sum)
    return left->sum < right->sum ? -1 : 1;
  return left->entry < right->entry ? -1 : left->entry > right->entry;
}

/* Looks for occupations in which every word of the query is found, each in any field. The best of
 * the words is the one reported. */
void
jg_search_find_words (JgSearchIndex *index, char **words, JgSearchAnswer *answer)
{
  g_autoptr (GArray) sums = g_array_new (FALSE, TRUE, sizeof (WordSum));
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  guint n_words = g_strv_length (words);

  for (guint w = 0; w < n_words; w++)
    {
      g_autoptr (JgSearchAnswer) of_word = jg_search_answer_new (index, MAX_OF_WORD);

      jg_search_find_whole (index, words[w], of_word);
      for (guint i = 0; i < of_word->found->len; i++)
        {
          JgSearchFound *found = &g_array_index (of_word->found, JgSearchFound, i);
          guint place =
              GPOINTER_TO_UINT (g_hash_table_lookup (places, GUINT_TO_POINTER (found->entry + 1)));
          WordSum *sum;

          if (place == 0)
            {
              WordSum fresh = { .entry = found->entry, .best = G_MAXUINT };

              if (w > 0)
                continue;
              g_array_append_val (sums, fresh);
              place = sums->len;
              g_hash_table_insert (places, GUINT_TO_POINTER (found->entry + 1),
                                   GUINT_TO_POINTER (place));
            }
          sum = &g_array_index (sums, WordSum, place - 1);
          if (sum->number != w)
            continue;
          sum->number++;
          sum->sum += found->rank;
          sum->sure = sum->sure || !found->weak;
          if (found->rank < sum->best)
            {
              g_clear_pointer (&sum->found.row, jg_search_row_unref);
              sum->found = *found;
              g_rc_box_acquire (found->row);
              sum->best = found->rank;
            }
        }
    }

  g_array_sort (sums, compare_sums);
  for (guint i = 0; i < sums->len; i++)
    {
      WordSum *sum = &g_array_index (sums, WordSum, i);

      if (sum->number == n_words && !jg_search_answer_is_full (answer))
        {
          JgSearchFound *added = jg_search_answer_add (answer, sum->found.row, JG_PLACE_WHOLE,
                                                       sum->found.start, sum->found.end);

          if (added != NULL)
            {
              added->field = sum->found.field;
              added->in_norm = sum->found.in_norm;
              added->weak = !sum->sure;
            }
        }
      g_clear_pointer (&sum->found.row, jg_search_row_unref);
    }
}
