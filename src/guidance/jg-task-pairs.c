/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-task-pairs.h"

/* Two occupations without two alike sentences are related when the words that many pairs of sentences share add up. */
#define RELATED_STRENGTH 6

/**
 * jg_task_pair_free:
 * @self: (nullable) (transfer full): a pair
 *
 * Frees a pair.
 */
void
jg_task_pair_free (JgTaskPair *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_free (self->other_text);
  g_ptr_array_unref (self->shared);
  g_free (self);
}

/* The pair that says more first; what says as much stays in the order of the tasks. */
static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const JgTaskPair *x = *(const JgTaskPair *const *) a;
  const JgTaskPair *y = *(const JgTaskPair *const *) b;

  if (x->strength != y->strength)
    return x->strength > y->strength ? -1 : 1;
  if (x->common != y->common)
    return x->common > y->common ? -1 : 1;
  if (x->task != y->task)
    return x->task < y->task ? -1 : 1;
  return x->other_task < y->other_task ? -1 : x->other_task > y->other_task;
}

static int
compare_tasks (gconstpointer a, gconstpointer b)
{
  const JgTaskPair *x = *(const JgTaskPair *const *) a;
  const JgTaskPair *y = *(const JgTaskPair *const *) b;

  return x->task < y->task ? -1 : x->task > y->task;
}

static JgTaskPair *
find_pair (JgSharedWordsFinder *finder, const JgMatchSentence *task, const JgMatchSentence *other)
{
  int strength;
  guint common;
  g_autoptr (GPtrArray) shared = jg_shared_words_find (finder, task, other, &strength, &common);
  JgTaskPair *pair;

  if (shared->len == 0)
    return NULL;
  pair = g_new0 (JgTaskPair, 1);
  pair->task = (guint) task->task;
  pair->other_task = (guint) other->task;
  pair->text = g_strdup (task->printed);
  pair->other_text = g_strdup (other->printed);
  pair->shared = g_steal_pointer (&shared);
  pair->strength = strength;
  pair->common = common;
  return pair;
}

static void
swap_pair (JgTaskPair *pair)
{
  g_autoptr (GPtrArray) shared = g_steal_pointer (&pair->shared);
  char *text = pair->text;
  guint task = pair->task;

  pair->task = pair->other_task;
  pair->other_task = task;
  pair->text = pair->other_text;
  pair->other_text = text;
  pair->shared = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_shared_words_free);
  for (guint i = 0; i < shared->len; i++)
    g_ptr_array_add (pair->shared, jg_shared_words_swap (g_ptr_array_index (shared, i)));
}

/* One word tells as much however many sentences hold it. */
static int
add_up (GPtrArray *pairs)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  int sum = 0;

  for (guint i = 0; i < pairs->len; i++)
    {
      const JgTaskPair *pair = g_ptr_array_index (pairs, i);

      for (guint k = 0; k < pair->shared->len; k++)
        {
          const JgSharedWords *shared = g_ptr_array_index (pair->shared, k);

          if (g_hash_table_add (seen, shared->words))
            sum += jg_shared_words_get_strength (shared);
        }
    }
  return sum;
}

/**
 * jg_task_pairs_list:
 * @finder: a finder
 * @occupation: place of an occupation in the finder's index
 * @other: place of another
 * @strength: (out): how much the words of all pairs say together; 0 when there is no pair
 *
 * Lists the pairs of tasks of two occupations that have words in common, when the occupations are related: when two of
 * their sentences are alike, or when enough different words stand in the sentences of both. It does not matter which of
 * the two is asked for.
 *
 * Returns: (transfer full) (element-type JgTaskPair): the pairs, the most alike first; none for occupations that are not
 *   related
 */
GPtrArray *
jg_task_pairs_list (JgSharedWordsFinder *finder, guint occupation, guint other, int *strength)
{
  GPtrArray *pairs;
  const JgMatchSentence *const *tasks, *const *other_tasks;
  guint n_tasks, n_other_tasks;
  guint first = MIN (occupation, other);
  gboolean alike = FALSE;

  g_return_val_if_fail (finder != NULL, NULL);
  g_return_val_if_fail (occupation != other, NULL);
  g_return_val_if_fail (strength != NULL, NULL);

  pairs = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_task_pair_free);
  tasks = jg_shared_words_finder_get_tasks (finder, first, &n_tasks);
  other_tasks = jg_shared_words_finder_get_tasks (finder, MAX (occupation, other), &n_other_tasks);
  for (guint i = 0; i < n_tasks; i++)
    for (guint k = 0; k < n_other_tasks; k++)
      {
        JgTaskPair *pair = find_pair (finder, tasks[i], other_tasks[k]);

        if (pair == NULL)
          continue;
        alike = alike || pair->strength >= JG_SHARED_WORDS_ALIKE;
        g_ptr_array_add (pairs, pair);
      }
  *strength = add_up (pairs);
  if (!alike && *strength < RELATED_STRENGTH)
    {
      g_ptr_array_set_size (pairs, 0);
      *strength = 0;
    }
  g_ptr_array_sort (pairs, compare_pairs);
  for (guint i = 0; first != occupation && i < pairs->len; i++)
    swap_pair (g_ptr_array_index (pairs, i));
  return pairs;
}

/**
 * jg_task_pairs_match:
 * @pairs: (transfer full) (element-type JgTaskPair): what jg_task_pairs_list() gave
 *
 * Keeps each task in one pair only, the most alike one.
 *
 * Returns: (transfer full) (element-type JgTaskPair): the pairs that are left, in the order of the first occupation's tasks
 */
GPtrArray *
jg_task_pairs_match (GPtrArray *pairs)
{
  GPtrArray *kept;

  g_return_val_if_fail (pairs != NULL, NULL);

  kept = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_task_pair_free);
  while (pairs->len > 0)
    {
      JgTaskPair *pair = g_ptr_array_steal_index (pairs, 0);
      gboolean taken = FALSE;

      for (guint i = 0; i < kept->len && !taken; i++)
        {
          const JgTaskPair *other = g_ptr_array_index (kept, i);

          taken = other->task == pair->task || other->other_task == pair->other_task;
        }
      if (taken)
        jg_task_pair_free (pair);
      else
        g_ptr_array_add (kept, pair);
    }
  g_ptr_array_unref (pairs);
  g_ptr_array_sort (kept, compare_tasks);
  return kept;
}
