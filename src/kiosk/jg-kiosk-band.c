/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-kiosk-band.h"

#include <math.h>

#include "../guidance/jg-profile.h"

/* Marks the ages at which a band begins. */
static void
mark (const JgCondition *condition, gboolean *begins)
{
  double border[4] = { -1, -1, -1, -1 };

  if (condition == NULL)
    return;
  for (guint i = 0; condition->children != NULL && i < condition->children->len; i++)
    mark (g_ptr_array_index (condition->children, i), begins);
  if (condition->kind != JG_CONDITION_AGE)
    return;
  if (condition->has_at_least)
    border[0] = ceil (condition->at_least);
  if (condition->has_less_than)
    border[1] = ceil (condition->less_than);
  if (condition->has_at_most)
    border[2] = floor (condition->at_most) + 1;
  if (condition->has_more_than)
    border[3] = floor (condition->more_than) + 1;
  for (gsize i = 0; i < G_N_ELEMENTS (border); i++)
    if (border[i] > 0 && border[i] <= JG_PROFILE_MAX_AGE)
      begins[(int) border[i]] = TRUE;
}

/**
 * jg_kiosk_band_list:
 * @catalogue: the catalogue
 *
 * Finds the bands of age that the conditions of the measures tell apart, from the youngest.
 *
 * Returns: (transfer full) (element-type JgKioskBand): at least one band
 */
GArray *
jg_kiosk_band_list (JgCatalogue *catalogue)
{
  GArray *bands = g_array_new (FALSE, FALSE, sizeof (JgKioskBand));
  gboolean begins[JG_PROFILE_MAX_AGE + 1] = { FALSE };
  g_autoptr (GPtrArray) measures = NULL;
  JgKioskBand band = { 0, JG_KIOSK_BAND_OPEN };

  g_return_val_if_fail (JG_IS_CATALOGUE (catalogue), bands);

  measures = jg_catalogue_list_measures (catalogue);
  for (guint i = 0; i < measures->len; i++)
    {
      const JgMeasure *measure = g_ptr_array_index (measures, i);

      mark (measure->conditions, begins);
      mark (measure->worker, begins);
    }
  for (int age = 1; age <= JG_PROFILE_MAX_AGE; age++)
    if (begins[age])
      {
        band.to = age - 1;
        g_array_append_val (bands, band);
        band = (JgKioskBand){ age, JG_KIOSK_BAND_OPEN };
      }
  g_array_append_val (bands, band);
  return bands;
}
