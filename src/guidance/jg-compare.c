/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-compare.h"

/* A pair of tasks of two columns. */
typedef struct
{
  guint column;
  guint other_column;
  JgTaskPair *pair;
} Candidate;

G_DEFINE_QUARK (jg - compare - error - quark, jg_compare_error)

static void
row_free (gpointer data)
{
  JgCompareRow *row = data;

  for (guint i = 0; i < JG_COMPARE_MAX; i++)
    g_clear_pointer (&row->spans[i], g_array_unref);
  g_free (row);
}

static void
candidate_free (gpointer data)
{
  Candidate *candidate = data;

  jg_task_pair_free (candidate->pair);
  g_free (candidate);
}

/* The pair that says more first; equals in the order of the columns and tasks. */
static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const JgTaskPair *x = (*(const Candidate *const *) a)->pair;
  const JgTaskPair *y = (*(const Candidate *const *) b)->pair;

  if (x->strength != y->strength)
    return x->strength > y->strength ? -1 : 1;
  return x->common > y->common ? -1 : x->common < y->common;
}

static guint
get_first_column (const JgCompareRow *row)
{
  guint column = 0;

  while (row->tasks[column] == 0)
    column++;
  return column;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const JgCompareRow *x = *(const JgCompareRow *const *) a;
  const JgCompareRow *y = *(const JgCompareRow *const *) b;
  guint column = get_first_column (x);
  guint other = get_first_column (y);

  if (column != other)
    return column < other ? -1 : 1;
  return x->tasks[column] < y->tasks[column] ? -1 : 1;
}

static JgCompareRow *
find_row (GPtrArray *rows, guint column, guint task)
{
  for (guint i = 0; i < rows->len; i++)
    {
      JgCompareRow *row = g_ptr_array_index (rows, i);

      if (row->tasks[column] == task)
        return row;
    }
  return NULL;
}

static gboolean
can_merge (const JgCompareRow *row, const JgCompareRow *other)
{
  for (guint i = 0; i < JG_COMPARE_MAX; i++)
    if (row->tasks[i] != 0 && other->tasks[i] != 0)
      return FALSE;
  return TRUE;
}

/* Puts the tasks of a pair into one row, unless a row would then hold two tasks of one column. */
static void
line_up (GPtrArray *rows, const Candidate *candidate)
{
  JgCompareRow *row = find_row (rows, candidate->column, candidate->pair->task);
  JgCompareRow *other = find_row (rows, candidate->other_column, candidate->pair->other_task);

  if (row == NULL && other == NULL)
    {
      row = g_new0 (JgCompareRow, 1);
      row->tasks[candidate->column] = candidate->pair->task;
      row->tasks[candidate->other_column] = candidate->pair->other_task;
      g_ptr_array_add (rows, row);
    }
  else if (row == NULL && other->tasks[candidate->column] == 0)
    {
      other->tasks[candidate->column] = candidate->pair->task;
    }
  else if (other == NULL && row->tasks[candidate->other_column] == 0)
    {
      row->tasks[candidate->other_column] = candidate->pair->other_task;
    }
  else if (row != NULL && other != NULL && row != other && can_merge (row, other))
    {
      for (guint i = 0; i < JG_COMPARE_MAX; i++)
        row->tasks[i] = MAX (row->tasks[i], other->tasks[i]);
      g_ptr_array_remove (rows, other);
    }
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const JgTextSpan *x = a;
  const JgTextSpan *y = b;

  return x->start < y->start ? -1 : x->start > y->start;
}

static void
add_spans (GArray **spans, const GArray *more)
{
  if (*spans == NULL)
    *spans = g_array_new (FALSE, FALSE, sizeof (JgTextSpan));
  g_array_append_vals (*spans, more->data, more->len);
}

/* Leaves spans in order that do not overlap. */
static void
tidy_spans (GArray *spans)
{
  guint kept = 0;

  g_array_sort (spans, compare_spans);
  for (guint i = 1; i < spans->len; i++)
    {
      JgTextSpan *last = &g_array_index (spans, JgTextSpan, kept);
      const JgTextSpan *span = &g_array_index (spans, JgTextSpan, i);

      if (span->start <= last->end)
        last->end = MAX (last->end, span->end);
      else
        g_array_index (spans, JgTextSpan, ++kept) = *span;
    }
  g_array_set_size (spans, kept + 1);
}

/* Every pair that stands in one row now gives its words. */
static void
mark_words (GPtrArray *rows, GPtrArray *candidates)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = g_ptr_array_index (candidates, i);
      JgCompareRow *row = find_row (rows, candidate->column, candidate->pair->task);

      if (row == NULL || row->tasks[candidate->other_column] != candidate->pair->other_task)
        continue;
      for (guint k = 0; k < candidate->pair->shared->len; k++)
        {
          const JgSharedWords *shared = g_ptr_array_index (candidate->pair->shared, k);

          add_spans (&row->spans[candidate->column], shared->spans);
          add_spans (&row->spans[candidate->other_column], shared->other_spans);
        }
    }
  for (guint i = 0; i < rows->len; i++)
    {
      JgCompareRow *row = g_ptr_array_index (rows, i);

      for (guint column = 0; column < JG_COMPARE_MAX; column++)
        if (row->spans[column] != NULL)
          tidy_spans (row->spans[column]);
    }
}

static GPtrArray *
list_candidates (JgCompare *self, const JgMatchIndex *index)
{
  GPtrArray *candidates = g_ptr_array_new_with_free_func (candidate_free);
  g_autoptr (JgSharedWordsFinder) finder = jg_shared_words_finder_new (index);

  for (guint i = 0; i < self->occupations->len; i++)
    for (guint k = i + 1; k < self->occupations->len; k++)
      {
        g_autoptr (GPtrArray) pairs = NULL;
        guint position, other;
        int strength;

        if (!jg_match_index_find (index, ((JgOccupation *) self->occupations->pdata[i])->id,
                                  &position) ||
            !jg_match_index_find (index, ((JgOccupation *) self->occupations->pdata[k])->id,
                                  &other))
          continue;
        pairs = jg_task_pairs_list (finder, position, other, &strength);
        while (pairs->len > 0)
          {
            Candidate *candidate = g_new0 (Candidate, 1);

            candidate->column = i;
            candidate->other_column = k;
            candidate->pair = g_ptr_array_steal_index (pairs, 0);
            g_ptr_array_add (candidates, candidate);
          }
      }
  /* Stable. */
  g_ptr_array_sort (candidates, compare_candidates);
  return candidates;
}

static void
compare_tasks (JgCompare *self, const JgMatchIndex *index)
{
  g_autoptr (GPtrArray) candidates = list_candidates (self, index);

  for (guint i = 0; i < candidates->len; i++)
    line_up (self->alike, g_ptr_array_index (candidates, i));
  mark_words (self->alike, candidates);
  g_ptr_array_sort (self->alike, compare_rows);
  for (guint column = 0; column < self->occupations->len; column++)
    {
      const JgOccupation *occupation = g_ptr_array_index (self->occupations, column);

      self->own[column] = g_array_new (FALSE, FALSE, sizeof (guint));
      for (guint task = 1; task <= occupation->tasks->len; task++)
        if (find_row (self->alike, column, task) == NULL)
          g_array_append_val (self->own[column], task);
    }
}

static gboolean
add_occupation (JgCompare *self, JgCatalogue *catalogue, const char *id, GError **error)
{
  g_autoptr (JgOccupation) occupation = jg_catalogue_get_occupation (catalogue, id);

  if (occupation == NULL)
    {
      g_set_error (error, JG_COMPARE_ERROR, JG_COMPARE_ERROR_OCCUPATION, "目录中没有职业“%s”", id);
      return FALSE;
    }
  for (guint i = 0; i < self->occupations->len; i++)
    if (g_str_equal (((JgOccupation *) self->occupations->pdata[i])->id, id))
      {
        g_set_error (error, JG_COMPARE_ERROR, JG_COMPARE_ERROR_OCCUPATION,
                     "“%s”写了两次；对比的应是不同的职业", occupation->name);
        return FALSE;
      }
  g_ptr_array_add (self->occupations, g_steal_pointer (&occupation));
  return TRUE;
}

/**
 * jg_compare_new:
 * @catalogue: a catalogue
 * @occupations: %NULL-terminated ids of %JG_COMPARE_MIN to %JG_COMPARE_MAX occupations
 * @error: return location
 *
 * Lines occupations up, their tasks sentence against sentence: what jg_task_pairs_list() calls alike stands in one row,
 * the most alike first, and no task in two rows. The other tasks are each occupation's own.
 *
 * Returns: (transfer full) (nullable): the comparison, or %NULL with an error of %JG_COMPARE_ERROR
 */
JgCompare *
jg_compare_new (JgCatalogue *catalogue, const char *const *occupations, GError **error)
{
  g_autoptr (JgCompare) self = NULL;
  guint n;

  g_return_val_if_fail (JG_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (occupations != NULL, NULL);

  n = g_strv_length ((char **) occupations);
  if (n < JG_COMPARE_MIN || n > JG_COMPARE_MAX)
    {
      g_set_error (error, JG_COMPARE_ERROR, JG_COMPARE_ERROR_NUMBER,
                   "能对比的是 %d 至 %d 个职业，给了 %u 个", JG_COMPARE_MIN, JG_COMPARE_MAX, n);
      return NULL;
    }
  self = g_new0 (JgCompare, 1);
  self->occupations = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_occupation_unref);
  self->alike = g_ptr_array_new_with_free_func (row_free);
  for (guint i = 0; i < n; i++)
    if (!add_occupation (self, catalogue, occupations[i], error))
      return NULL;
  compare_tasks (self, jg_match_index_get (catalogue));
  return g_steal_pointer (&self);
}

/**
 * jg_compare_free:
 * @self: (nullable) (transfer full): a comparison
 *
 * Frees a comparison.
 */
void
jg_compare_free (JgCompare *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->occupations);
  g_ptr_array_unref (self->alike);
  for (guint i = 0; i < JG_COMPARE_MAX; i++)
    {
      g_clear_pointer (&self->own[i], g_array_unref);
      g_clear_pointer (&self->said[i], g_ptr_array_unref);
    }
  g_free (self);
}

static char *
join_words (const JgMatch *match, guint task)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < match->reasons->len; i++)
    {
      const JgMatchReason *reason = g_ptr_array_index (match->reasons, i);

      /* A wish is nothing that the person can do. */
      if (reason->task == (int) task && !g_str_equal (reason->field, "wish") &&
          !g_ptr_array_find_with_equal_func (words, reason->from, g_str_equal, NULL))
        g_ptr_array_add (words, reason->from);
    }
  if (words->len == 0)
    return NULL;
  g_ptr_array_add (words, NULL);
  return g_strjoinv ("”“", (char **) words->pdata);
}

/**
 * jg_compare_set_matches:
 * @self: a comparison
 * @matches: what jg_match_profile() found for the jobseeker
 *
 * Notes beside each task what the jobseeker can do or has done that it answers to; wishes do not count.
 */
void
jg_compare_set_matches (JgCompare *self, const JgMatchResult *matches)
{
  g_return_if_fail (self != NULL && matches != NULL);

  for (guint column = 0; column < self->occupations->len; column++)
    {
      const JgOccupation *occupation = g_ptr_array_index (self->occupations, column);

      g_clear_pointer (&self->said[column], g_ptr_array_unref);
      for (guint i = 0; i < matches->matches->len; i++)
        {
          const JgMatch *match = g_ptr_array_index (matches->matches, i);

          if (!g_str_equal (match->occupation->id, occupation->id))
            continue;
          self->said[column] = g_ptr_array_new_with_free_func (g_free);
          for (guint task = 1; task <= occupation->tasks->len; task++)
            g_ptr_array_add (self->said[column], join_words (match, task));
        }
    }
}

/**
 * jg_compare_get_said:
 * @self: a comparison
 * @column: place of an occupation
 * @task: number of one of its tasks, from 1
 *
 * Gets the jobseeker's words that a task answers to; several are set apart by the quotation marks between them.
 *
 * Returns: (transfer none) (nullable): the words, or %NULL when there are none
 */
const char *
jg_compare_get_said (const JgCompare *self, guint column, guint task)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (column < self->occupations->len, NULL);
  g_return_val_if_fail (task >= 1, NULL);

  if (self->said[column] == NULL || task > self->said[column]->len)
    return NULL;
  return g_ptr_array_index (self->said[column], task - 1);
}

/**
 * jg_compare_has_words:
 * @self: a comparison
 *
 * Tells whether any task answers to what the jobseeker said.
 *
 * Returns: %TRUE when one does
 */
gboolean
jg_compare_has_words (const JgCompare *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint column = 0; column < self->occupations->len; column++)
    for (guint i = 0; self->said[column] != NULL && i < self->said[column]->len; i++)
      if (g_ptr_array_index (self->said[column], i) != NULL)
        return TRUE;
  return FALSE;
}
