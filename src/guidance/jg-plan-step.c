/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-plan-step.h"

#include "catalogue/jg-json-reader.h"
#include "jg-text-forbidden.h"
#include "jg-text-wipe.h"

G_DEFINE_BOXED_TYPE (JgPlanStep, jg_plan_step, jg_plan_step_copy, jg_plan_step_free)

static const struct
{
  const char *nick;
  guint max;
} field_words[JG_N_PLAN_STEP_FIELDS] = {
  [JG_PLAN_STEP_WHAT] = { "what", 200 },   [JG_PLAN_STEP_WHO] = { "who", 40 },
  [JG_PLAN_STEP_WHEN] = { "when", 40 },    [JG_PLAN_STEP_WHERE] = { "where", 200 },
  [JG_PLAN_STEP_BRING] = { "bring", 300 },
};

/* jg_plan_step_new:
 *
 * Returns: (transfer full): a step that says nothing yet */
JgPlanStep *
jg_plan_step_new (void)
{
  return g_new0 (JgPlanStep, 1);
}

/* jg_plan_step_copy:
 *
 * Returns: (transfer full): a step that says the same */
JgPlanStep *
jg_plan_step_copy (const JgPlanStep *self)
{
  JgPlanStep *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = jg_plan_step_new ();
  for (guint i = 0; i < JG_N_PLAN_STEP_FIELDS; i++)
    copy->fields[i] = g_strdup (self->fields[i]);
  copy->measure = g_strdup (self->measure);
  copy->done = self->done;
  return copy;
}

/* jg_plan_step_free:
 * @self: (transfer full): a step */
void
jg_plan_step_free (JgPlanStep *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < JG_N_PLAN_STEP_FIELDS; i++)
    jg_text_wipe_free (self->fields[i]);
  g_free (self->measure);
  g_free (self);
}

/* jg_plan_step_set:
 * @text: (nullable): what to say there, as it was typed
 *
 * Writes one field. Signs nobody sees are left out, and what is longer than jg_plan_step_field_max() is cut. */
void
jg_plan_step_set (JgPlanStep *self, JgPlanStepField field, const char *text)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (field < JG_N_PLAN_STEP_FIELDS);

  jg_text_wipe_free (self->fields[field]);
  self->fields[field] = jg_text_dup_tidy (text, field_words[field].max);
}

/* jg_plan_step_set_measure:
 * @measure: (nullable): id of the measure that the step comes from
 *
 * Returns: %FALSE when @measure has not the form of an id; the step then stays as it is */
gboolean
jg_plan_step_set_measure (JgPlanStep *self, const char *measure)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (measure != NULL && !jg_json_is_id (measure))
    return FALSE;
  g_free (self->measure);
  self->measure = g_strdup (measure);
  return TRUE;
}

/* jg_plan_step_field_nick:
 *
 * Returns: (transfer none): the key of the field in jobguide-record/1 */
const char *
jg_plan_step_field_nick (JgPlanStepField field)
{
  g_return_val_if_fail (field < JG_N_PLAN_STEP_FIELDS, NULL);

  return field_words[field].nick;
}

/* jg_plan_step_field_max:
 *
 * Returns: the most characters the field may have */
guint
jg_plan_step_field_max (JgPlanStepField field)
{
  g_return_val_if_fail (field < JG_N_PLAN_STEP_FIELDS, 0);

  return field_words[field].max;
}
