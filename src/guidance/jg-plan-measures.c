/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The measures on a sheet: what the plan chooses, what the counsellor ticks, and what the office
 * itself says of them. */

#include "jg-plan-choice.h"
#include "jg-plan-private.h"

#define MAX_EMPLOYER_MEASURES 2

/* What the plan chose stands first, then what was ticked, then what is over. */
static void
list_measures (JgPlan *self)
{
  g_clear_pointer (&self->measures, g_ptr_array_unref);
  self->measures = g_ptr_array_new ();
  for (guint i = 0; i < self->chosen->len; i++)
    if (!g_ptr_array_find (self->taken_off, g_ptr_array_index (self->chosen, i), NULL))
      g_ptr_array_add (self->measures, g_ptr_array_index (self->chosen, i));
  for (int over = 0; over <= 1; over++)
    for (guint i = 0; i < self->ticked->len; i++)
      {
        JgVerdict *verdict = g_ptr_array_index (self->ticked, i);

        if ((verdict->offer == JG_OFFER_ENDED) == over &&
            !g_ptr_array_find (self->measures, verdict, NULL))
          g_ptr_array_add (self->measures, verdict);
      }
  self->n_more = self->n_offered;
  for (guint i = 0; i < self->measures->len; i++)
    if (((JgVerdict *) g_ptr_array_index (self->measures, i))->offer != JG_OFFER_ENDED &&
        self->n_more > 0)
      self->n_more--;
}

/* jg_plan_choose_measures:
 *
 * Chooses the measures of the sheet from the checks, which are there. */
void
jg_plan_choose_measures (JgPlan *self)
{
  guint n_left = 0;

  self->chosen = jg_plan_choice_run (self->profile, self->matches, self->checks,
                                     JG_PLAN_MAX_MEASURES, &n_left);
  self->n_offered = self->chosen->len + n_left;
  self->employers = jg_plan_choice_employers (self->matches, self->checks, MAX_EMPLOYER_MEASURES);
  self->ticked = g_ptr_array_new ();
  self->taken_off = g_ptr_array_new ();
  list_measures (self);
}

static JgVerdict *
find_in (GPtrArray *verdicts, const char *measure)
{
  for (guint i = 0; i < verdicts->len; i++)
    {
      JgVerdict *verdict = g_ptr_array_index (verdicts, i);

      if (g_strcmp0 (verdict->measure->id, measure) == 0)
        return verdict;
    }
  return NULL;
}

/* The verdict of the check that speaks best for the measure: the one for an occupation it is linked
 * to, else the first. */
static JgVerdict *
find_verdict (JgPlan *self, const char *measure)
{
  JgVerdict *best = find_in (self->chosen, measure);

  for (guint i = 0; best == NULL && i < self->checks->len; i++)
    {
      JgEligibility *check = g_ptr_array_index (self->checks, i);
      JgVerdict *verdict = find_in (check->verdicts, measure);

      if (verdict != NULL && jg_plan_offer_is_printable (verdict->offer))
        best = verdict;
    }
  if (best == NULL)
    best = find_in (((JgEligibility *) g_ptr_array_index (self->checks, 0))->verdicts, measure);
  return best;
}

/* jg_plan_offer_is_printable:
 *
 * Returns: whether a sheet may name a measure so offered when the counsellor ticks it: likely, ask, and
 *   ended, which is printed as 已过期 */
gboolean
jg_plan_offer_is_printable (JgOffer offer)
{
  return offer == JG_OFFER_LIKELY || offer == JG_OFFER_ASK || offer == JG_OFFER_ENDED;
}

/* jg_plan_add_measure:
 * @measure: id of a measure
 *
 * Puts a measure on the sheet because the counsellor ticked it. It is printed whatever the room; one
 * that was taken off comes back.
 *
 * Returns: whether it is on the sheet; otherwise JG_PLAN_ERROR_MEASURE for an id the catalogue does not
 *   have and for a measure that is no, future or background for this person */
gboolean
jg_plan_add_measure (JgPlan *self, const char *measure, GError **error)
{
  JgVerdict *verdict;

  g_return_val_if_fail (JG_IS_PLAN (self), FALSE);
  g_return_val_if_fail (measure != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  verdict = find_verdict (self, measure);
  if (verdict == NULL)
    {
      g_set_error (error, JG_PLAN_ERROR, JG_PLAN_ERROR_MEASURE,
                   "目录中没有编号为“%s”的政策。编号如 gbf-2020-27.16，见 jobguidectl measures。",
                   measure);
      return FALSE;
    }
  if (!jg_plan_offer_is_printable (verdict->offer))
    {
      g_set_error (error, JG_PLAN_ERROR, JG_PLAN_ERROR_MEASURE,
                   "“%s”不能印在本单上：对来访者的判断是“%s”。", verdict->measure->name,
                   jg_offer_label (verdict->offer));
      return FALSE;
    }
  g_ptr_array_remove (self->taken_off, verdict);
  if (!g_ptr_array_find (self->ticked, verdict, NULL))
    g_ptr_array_add (self->ticked, verdict);
  list_measures (self);
  return TRUE;
}

/* jg_plan_remove_measure:
 * @measure: id of a measure
 *
 * Takes a measure off the sheet, whether the plan chose it or the counsellor ticked it. No other takes
 * its place.
 *
 * Returns: whether it was on the sheet */
gboolean
jg_plan_remove_measure (JgPlan *self, const char *measure)
{
  JgVerdict *verdict;

  g_return_val_if_fail (JG_IS_PLAN (self), FALSE);
  g_return_val_if_fail (measure != NULL, FALSE);

  verdict = find_in (self->measures, measure);
  if (verdict == NULL)
    return FALSE;
  g_ptr_array_remove (self->ticked, verdict);
  if (g_ptr_array_find (self->chosen, verdict, NULL))
    g_ptr_array_add (self->taken_off, verdict);
  list_measures (self);
  return TRUE;
}

/* jg_plan_has_measure:
 * @measure: id of a measure
 *
 * Returns: whether the measure is among jg_plan_get_measures() */
gboolean
jg_plan_has_measure (JgPlan *self, const char *measure)
{
  g_return_val_if_fail (JG_IS_PLAN (self), FALSE);

  return find_in (self->measures, measure) != NULL;
}

/* jg_plan_is_ticked:
 * @measure: id of a measure
 *
 * Returns: whether the counsellor ticked the measure, so that it must not be left out for want of room */
gboolean
jg_plan_is_ticked (JgPlan *self, const char *measure)
{
  g_return_val_if_fail (JG_IS_PLAN (self), FALSE);

  return find_in (self->ticked, measure) != NULL;
}

/* jg_plan_set_desk:
 * @desk: (nullable): notes and 办事指南 of the office
 *
 * What the office says itself is read when a sheet is laid out. */
void
jg_plan_set_desk (JgPlan *self, JgDesk *desk)
{
  g_return_if_fail (JG_IS_PLAN (self));
  g_return_if_fail (desk == NULL || JG_IS_DESK (desk));

  g_set_object (&self->desk, desk);
}

/* jg_plan_get_desk:
 *
 * Returns: (transfer none) (nullable): what jg_plan_set_desk() was given */
JgDesk *
jg_plan_get_desk (JgPlan *self)
{
  g_return_val_if_fail (JG_IS_PLAN (self), NULL);

  return self->desk;
}
