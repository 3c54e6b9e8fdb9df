/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-fact-implied.h"

#include "jg-catalogue.h"

/* Adds those that hold a fact directly. */
static void
add_holders (const JgFact *fact, GHashTable *seen, GPtrArray *holders)
{
  for (guint i = 0; fact != NULL && fact->implied_by != NULL && fact->implied_by[i] != NULL; i++)
    if (g_hash_table_add (seen, fact->implied_by[i]))
      g_ptr_array_add (holders, g_strdup (fact->implied_by[i]));
}

/**
 * jg_facts_list_implied:
 * @facts: (element-type JgFact): a vocabulary
 *
 * Finds for each fact those that make it true by their meaning (`implied_by`), over however many
 * steps: who has the first has the second, and with it the third. Facts that none holds are left out.
 *
 * Returns: (transfer full) (element-type utf8 GStrv): key → the keys of the facts that hold it
 */
GHashTable *
jg_facts_list_implied (GPtrArray *facts)
{
  g_autoptr (GHashTable) by_key = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTable *implied =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);

  g_return_val_if_fail (facts != NULL, implied);

  for (guint i = 0; i < facts->len; i++)
    {
      JgFact *fact = g_ptr_array_index (facts, i);

      g_hash_table_insert (by_key, fact->key, fact);
    }
  for (guint i = 0; i < facts->len; i++)
    {
      JgFact *fact = g_ptr_array_index (facts, i);
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
      g_autoptr (GPtrArray) holders = g_ptr_array_new_with_free_func (g_free);

      g_hash_table_add (seen, fact->key);
      add_holders (fact, seen, holders);
      for (guint k = 0; k < holders->len; k++)
        add_holders (g_hash_table_lookup (by_key, g_ptr_array_index (holders, k)), seen, holders);
      if (holders->len == 0)
        continue;
      g_ptr_array_add (holders, NULL);
      g_hash_table_insert (implied, g_strdup (fact->key), g_ptr_array_steal (holders, NULL));
    }
  return implied;
}
