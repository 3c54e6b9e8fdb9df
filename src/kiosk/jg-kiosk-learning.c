/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-kiosk-learning.h"

/* More than this nobody reads standing. */
#define MAX_MEASURES 6

static void
learning_free (gpointer data)
{
  JgKioskLearning *self = data;

  jg_measure_unref (self->measure);
  g_free (self->words);
  g_free (self);
}

static gboolean
is_learning (const JgMeasure *measure)
{
  static const char *const kinds[] = { "training", "living-allowance", "skill-upgrade", NULL };

  return g_strv_contains (kinds, measure->kind) &&
         g_strv_contains ((const char *const *) measure->beneficiaries, "individual");
}

static void
add (GPtrArray *list, JgCatalogue *catalogue, const JgMeasureLink *link, gboolean for_any)
{
  g_autoptr (JgMeasure) measure = jg_catalogue_get_measure (catalogue, link->measure);
  JgKioskLearning *item;

  /* Tier C is what the authorities intend; what holds for every occupation must name a benefit. */
  if (measure == NULL || !is_learning (measure) || g_str_equal (measure->tier, "C") ||
      (for_any && !g_str_equal (measure->tier, "A")))
    return;
  item = g_new0 (JgKioskLearning, 1);
  item->measure = g_steal_pointer (&measure);
  item->words = for_any ? NULL : g_strdup (link->words);
  item->for_any = for_any;
  g_ptr_array_add (list, item);
}

/**
 * jg_kiosk_learning_list:
 * @catalogue: the catalogue
 * @occupation: an occupation
 *
 * Lists the measures of training whose money goes to the person: those that the words of their text tie to
 * the occupation first, then those for any occupation; a handful.
 *
 * Returns: (transfer full) (element-type JgKioskLearning): the measures
 */
GPtrArray *
jg_kiosk_learning_list (JgCatalogue *catalogue, JgOccupation *occupation)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (learning_free);

  g_return_val_if_fail (JG_IS_CATALOGUE (catalogue), list);
  g_return_val_if_fail (occupation != NULL, list);

  for (int for_any = 0; for_any <= 1; for_any++)
    for (guint i = 0; i < occupation->measures->len && list->len < MAX_MEASURES; i++)
      {
        const JgMeasureLink *link = g_ptr_array_index (occupation->measures, i);

        if ((g_strcmp0 (link->basis, "all") == 0) == for_any)
          add (list, catalogue, link, for_any);
      }
  return list;
}
