/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-people.h"

#include "jg-catalogue.h"

/**
 * jg_measure_list_people:
 * @measure: a measure
 * @facts: (element-type utf8 JgFact): the vocabulary by key
 *
 * Lists the groups of people (重点群体) that the conditions of a measure name: of an individual's
 * measure the conditions themselves, of somebody else's those on the person hired. What a group is
 * called, and which facts mark it, stands in the vocabulary.
 *
 * Returns: (transfer container) (element-type utf8): names that belong to the vocabulary, in the order of
 *   the text, each once
 */
GPtrArray *
jg_measure_list_people (const JgMeasure *measure, GHashTable *facts)
{
  GPtrArray *people = g_ptr_array_new ();
  g_autoptr (GPtrArray) keys = NULL;

  g_return_val_if_fail (measure != NULL, people);
  g_return_val_if_fail (facts != NULL, people);

  keys = jg_condition_list_asked_facts (
      g_strv_contains ((const char *const *) measure->beneficiaries, "individual")
          ? measure->conditions
          : measure->worker);
  for (guint i = 0; i < keys->len; i++)
    {
      const JgFact *fact = g_hash_table_lookup (facts, g_ptr_array_index (keys, i));

      for (guint k = 0; fact != NULL && fact->people[k] != NULL; k++)
        if (!g_ptr_array_find_with_equal_func (people, fact->people[k], g_str_equal, NULL))
          g_ptr_array_add (people, fact->people[k]);
    }
  return people;
}
