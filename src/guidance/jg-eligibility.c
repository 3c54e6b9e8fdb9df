/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-eligibility-private.h"

/**
 * jg_eligibility_check:
 * @catalogue: the catalogue
 * @profile: the jobseeker's answers
 * @as_of: the day on which is judged, YYYY-MM-DD
 * @occupation: (nullable): id of the occupation in question
 *
 * Checks every measure of the catalogue against a person, as jg_eligibility_checker_check() does.
 *
 * Returns: (transfer full) (nullable): the result; %NULL when @as_of is not a date
 */
JgEligibility *
jg_eligibility_check (JgCatalogue *catalogue,
                      JgProfile *profile,
                      const char *as_of,
                      const char *occupation)
{
  g_return_val_if_fail (JG_IS_CATALOGUE (catalogue), NULL);

  return jg_eligibility_checker_check (jg_eligibility_checker_get (catalogue), profile, as_of,
                                       occupation);
}

/**
 * jg_eligibility_free:
 * @self: (transfer full): a result
 *
 * Frees a result and everything in it.
 */
void
jg_eligibility_free (JgEligibility *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->verdicts);
  g_ptr_array_unref (self->questions);
  g_ptr_array_unref (self->warnings);
  jg_eligibility_run_free (self->run);
  g_free (self);
}
