/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Occupations with tasks alike, sentence against sentence.
 *
 * What makes two sentences alike is in jg-shared-words.c, what makes two occupations related in jg-task-pairs.c. The order
 * is told by what is shown: first the occupation with more tasks alike; then the one whose words in common stand in fewer
 * occupations; then the order of the catalogue. */

#include "jg-related.h"

/**
 * jg_related_free:
 * @self: (nullable) (transfer full): a related occupation
 *
 * Frees a related occupation.
 */
void
jg_related_free (JgRelated *self)
{
  if (self == NULL)
    return;
  jg_occupation_unref (self->occupation);
  g_ptr_array_unref (self->pairs);
  g_free (self);
}

static int
compare_related (gconstpointer a, gconstpointer b)
{
  const JgRelated *x = *(const JgRelated *const *) a;
  const JgRelated *y = *(const JgRelated *const *) b;

  if (x->pairs->len != y->pairs->len)
    return x->pairs->len > y->pairs->len ? -1 : 1;
  return y->strength - x->strength;
}

/**
 * jg_related_list_with_index:
 * @index: what matching needs of a catalogue
 * @occupation: id of an occupation
 *
 * Does what jg_related_list() does, for tests and for sets of occupations that are no catalogue.
 *
 * Returns: (transfer full) (element-type JgRelated): the related occupations
 */
GPtrArray *
jg_related_list_with_index (const JgMatchIndex *index, const char *occupation)
{
  g_autoptr (JgSharedWordsFinder) finder = NULL;
  GPtrArray *related;
  guint position;

  g_return_val_if_fail (index != NULL, NULL);
  g_return_val_if_fail (occupation != NULL, NULL);

  related = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_related_free);
  if (!jg_match_index_find (index, occupation, &position))
    return related;
  finder = jg_shared_words_finder_new (index);
  for (guint i = 0; i < index->occupations->len; i++)
    {
      g_autoptr (GPtrArray) pairs = NULL;
      int strength;
      JgRelated *entry;

      if (i == position)
        continue;
      pairs = jg_task_pairs_list (finder, position, i, &strength);
      if (pairs->len == 0)
        continue;
      entry = g_new0 (JgRelated, 1);
      entry->occupation = jg_occupation_ref (g_ptr_array_index (index->occupations, i));
      entry->pairs = jg_task_pairs_match (g_steal_pointer (&pairs));
      entry->strength = strength;
      g_ptr_array_add (related, entry);
    }
  /* Stable, so that equals stay in the order of the catalogue. */
  g_ptr_array_sort (related, compare_related);
  return related;
}

/**
 * jg_related_list:
 * @catalogue: a catalogue
 * @occupation: id of an occupation
 *
 * Lists the occupations whose tasks are like those of an occupation, each with the pairs of sentences that are alike and
 * the words they share. An occupation whose tasks are not printed has none, and so have those that nothing is like.
 *
 * Returns: (transfer full) (element-type JgRelated): the related occupations, those with most tasks alike first
 */
GPtrArray *
jg_related_list (JgCatalogue *catalogue, const char *occupation)
{
  g_return_val_if_fail (JG_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (occupation != NULL, NULL);

  return jg_related_list_with_index (jg_match_index_get (catalogue), occupation);
}
