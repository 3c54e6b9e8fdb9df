/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a record holds more than one of. */

#include "jg-record-private.h"

#include "catalogue/jg-json-reader.h"
#include "jg-text-forbidden.h"
#include "jg-text-wipe.h"

/* jg_record_get_chosen:
 *
 * Returns: (transfer none) (array zero-terminated=1): ids of the occupations of the sheet, at most
 *   JG_RECORD_MAX_CHOSEN, in the order they were chosen; valid until the next change */
const char *const *
jg_record_get_chosen (JgRecord *self)
{
  g_return_val_if_fail (JG_IS_RECORD (self), NULL);

  return (const char *const *) self->content->chosen->pdata;
}

/* jg_record_is_chosen:
 * @occupation: id of an occupation
 *
 * Returns: whether it is on the sheet */
gboolean
jg_record_is_chosen (JgRecord *self, const char *occupation)
{
  g_return_val_if_fail (JG_IS_RECORD (self), FALSE);
  g_return_val_if_fail (occupation != NULL, FALSE);

  return jg_record_list_has (self->content->chosen, occupation, NULL);
}

/* jg_record_choose:
 * @occupation: id of an occupation
 * @chosen: on or off
 *
 * Puts an occupation on the sheet, or takes it off. One that was struck out comes back by it.
 *
 * Returns: %FALSE when @occupation has not the form of an id, or the sheet is full */
gboolean
jg_record_choose (JgRecord *self, const char *occupation, gboolean chosen)
{
  GPtrArray *list;
  JgStruck *struck;
  guint index;
  gboolean is_in;

  g_return_val_if_fail (JG_IS_RECORD (self), FALSE);
  g_return_val_if_fail (occupation != NULL, FALSE);

  list = self->content->chosen;
  is_in = jg_record_list_has (list, occupation, &index);
  if (is_in == !!chosen)
    return TRUE;
  if (chosen && (list->len >= JG_RECORD_MAX_CHOSEN || !jg_json_is_id (occupation)))
    return FALSE;
  if (chosen)
    {
      struck = jg_record_content_find_struck (self->content, occupation);
      if (struck != NULL)
        g_ptr_array_remove (self->content->struck, struck);
      jg_record_list_add (list, occupation);
    }
  else
    {
      g_ptr_array_remove_index (list, index);
    }
  jg_record_commit (self, NULL);
  return TRUE;
}

/* jg_record_get_task:
 * @occupation: id of an occupation
 * @task: number of the task, from 1
 *
 * Returns: what the counsellor says of the task, or JG_TASK_UNSET */
JgTaskState
jg_record_get_task (JgRecord *self, const char *occupation, guint task)
{
  const JgTaskMark *mark;

  g_return_val_if_fail (JG_IS_RECORD (self), JG_TASK_UNSET);
  g_return_val_if_fail (occupation != NULL, JG_TASK_UNSET);

  mark = jg_record_content_find_task (self->content, occupation, task);
  return mark != NULL ? mark->state : JG_TASK_UNSET;
}

/* jg_record_set_task:
 * @occupation: id of an occupation
 * @task: number of the task, from 1
 * @state: what the counsellor says of it; JG_TASK_UNSET lets the matcher's proposal stand again
 *
 * Returns: %FALSE when it cannot be kept: a wrong id or number, or too many */
gboolean
jg_record_set_task (JgRecord *self, const char *occupation, guint task, JgTaskState state)
{
  g_return_val_if_fail (JG_IS_RECORD (self), FALSE);
  g_return_val_if_fail (occupation != NULL, FALSE);
  g_return_val_if_fail (state < JG_N_TASK_STATES, FALSE);

  if (!jg_json_is_id (occupation) || task < 1 || task > JG_RECORD_MAX_TASK ||
      !jg_record_content_set_task (self->content, occupation, task, state))
    return FALSE;
  jg_record_commit (self, NULL);
  return TRUE;
}

/* jg_record_get_struck:
 *
 * Returns: (transfer none) (element-type JgStruck): what the counsellor struck out; valid until the next change */
GPtrArray *
jg_record_get_struck (JgRecord *self)
{
  g_return_val_if_fail (JG_IS_RECORD (self), NULL);

  return self->content->struck;
}

/* jg_record_get_strike_reason:
 * @occupation: id of an occupation
 *
 * Returns: (transfer none) (nullable): why it was struck out; %NULL when it was not */
const char *
jg_record_get_strike_reason (JgRecord *self, const char *occupation)
{
  const JgStruck *struck;

  g_return_val_if_fail (JG_IS_RECORD (self), NULL);
  g_return_val_if_fail (occupation != NULL, NULL);

  struck = jg_record_content_find_struck (self->content, occupation);
  return struck != NULL ? struck->reason : NULL;
}

/* jg_record_strike:
 * @occupation: id of an occupation
 * @reason: why, as it was typed; up to JG_RECORD_MAX_REASON characters
 *
 * Strikes an occupation out, so that it is not proposed; it leaves the sheet. One that is struck out gets the new
 * reason.
 *
 * Returns: %FALSE without a reason, with a wrong id, or when there are too many */
gboolean
jg_record_strike (JgRecord *self, const char *occupation, const char *reason)
{
  JgStruck *struck;
  g_autofree char *tidy = NULL;
  guint index;

  g_return_val_if_fail (JG_IS_RECORD (self), FALSE);
  g_return_val_if_fail (occupation != NULL, FALSE);

  tidy = jg_text_dup_tidy (reason, JG_RECORD_MAX_REASON);
  struck = jg_record_content_find_struck (self->content, occupation);
  if (tidy == NULL || !jg_json_is_id (occupation) ||
      (struck == NULL && self->content->struck->len >= JG_RECORD_MAX_STRUCK))
    return FALSE;
  if (struck != NULL)
    {
      jg_text_wipe_free (struck->reason);
      struck->reason = g_steal_pointer (&tidy);
    }
  else
    {
      jg_record_content_add_struck (self->content, occupation, tidy);
    }
  if (jg_record_list_has (self->content->chosen, occupation, &index))
    g_ptr_array_remove_index (self->content->chosen, index);
  jg_record_commit (self, NULL);
  return TRUE;
}

/* jg_record_unstrike:
 * @occupation: id of an occupation
 *
 * Lets an occupation be proposed again. */
void
jg_record_unstrike (JgRecord *self, const char *occupation)
{
  JgStruck *struck;

  g_return_if_fail (JG_IS_RECORD (self));
  g_return_if_fail (occupation != NULL);

  struck = jg_record_content_find_struck (self->content, occupation);
  if (struck != NULL)
    g_ptr_array_remove (self->content->struck, struck);
  jg_record_commit (self, NULL);
}

/* jg_record_get_ticked:
 *
 * Returns: (transfer none) (array zero-terminated=1): ids of the measures that the counsellor put on the sheet, in
 *   order; valid until the next change */
const char *const *
jg_record_get_ticked (JgRecord *self)
{
  g_return_val_if_fail (JG_IS_RECORD (self), NULL);

  return (const char *const *) self->content->ticked->pdata;
}

/* jg_record_get_taken_off:
 *
 * Returns: (transfer none) (array zero-terminated=1): ids of the measures that the counsellor took off the sheet;
 *   valid until the next change */
const char *const *
jg_record_get_taken_off (JgRecord *self)
{
  g_return_val_if_fail (JG_IS_RECORD (self), NULL);

  return (const char *const *) self->content->taken_off->pdata;
}

/* jg_record_tick:
 * @measure: id of a measure
 * @ticked: on the sheet, or off it
 *
 * Records what the counsellor says of a measure over what the plan would choose.
 *
 * Returns: %FALSE when @measure has not the form of an id, or there are too many */
gboolean
jg_record_tick (JgRecord *self, const char *measure, gboolean ticked)
{
  GPtrArray *to;
  GPtrArray *from;
  guint index;

  g_return_val_if_fail (JG_IS_RECORD (self), FALSE);
  g_return_val_if_fail (measure != NULL, FALSE);

  to = ticked ? self->content->ticked : self->content->taken_off;
  from = ticked ? self->content->taken_off : self->content->ticked;
  if (jg_record_list_has (to, measure, NULL))
    return TRUE;
  if (to->len >= JG_RECORD_MAX_MEASURES || !jg_json_is_id (measure))
    return FALSE;
  if (jg_record_list_has (from, measure, &index))
    g_ptr_array_remove_index (from, index);
  jg_record_list_add (to, measure);
  jg_record_commit (self, NULL);
  return TRUE;
}

/* jg_record_get_steps:
 *
 * Returns: (transfer none) (element-type JgPlanStep): the steps of the action plan that the counsellor wrote or took over;
 *   not to be changed here; valid until the next change */
GPtrArray *
jg_record_get_steps (JgRecord *self)
{
  g_return_val_if_fail (JG_IS_RECORD (self), NULL);

  return self->content->steps;
}

/* jg_record_add_step:
 * @step: (nullable): a step to copy, or %NULL for one that says nothing yet
 *
 * Appends a step to the action plan.
 *
 * Returns: %FALSE when there are JG_RECORD_MAX_STEPS */
gboolean
jg_record_add_step (JgRecord *self, const JgPlanStep *step)
{
  g_return_val_if_fail (JG_IS_RECORD (self), FALSE);

  if (self->content->steps->len >= JG_RECORD_MAX_STEPS)
    return FALSE;
  g_ptr_array_add (self->content->steps,
                   step != NULL ? jg_plan_step_copy (step) : jg_plan_step_new ());
  jg_record_commit (self, NULL);
  return TRUE;
}

/* jg_record_set_step:
 * @index: of the step, from 0
 * @text: (nullable): as it was typed
 *
 * Writes one field of a step, as jg_plan_step_set(). Typing on in it is one step of undo. */
void
jg_record_set_step (JgRecord *self, guint index, JgPlanStepField field, const char *text)
{
  g_autofree char *group = NULL;

  g_return_if_fail (JG_IS_RECORD (self));
  g_return_if_fail (index < self->content->steps->len);
  g_return_if_fail (field < JG_N_PLAN_STEP_FIELDS);

  group = g_strdup_printf ("step-%u-%u", index, (guint) field);
  jg_plan_step_set (g_ptr_array_index (self->content->steps, index), field, text);
  jg_record_commit (self, group);
}

/* jg_record_set_step_done:
 * @index: of the step, from 0
 *
 * Records whether a step was taken. */
void
jg_record_set_step_done (JgRecord *self, guint index, gboolean done)
{
  g_return_if_fail (JG_IS_RECORD (self));
  g_return_if_fail (index < self->content->steps->len);

  ((JgPlanStep *) g_ptr_array_index (self->content->steps, index))->done = !!done;
  jg_record_commit (self, NULL);
}

/* jg_record_remove_step:
 * @index: of the step, from 0
 *
 * Removes a step. */
void
jg_record_remove_step (JgRecord *self, guint index)
{
  g_return_if_fail (JG_IS_RECORD (self));
  g_return_if_fail (index < self->content->steps->len);

  g_ptr_array_remove_index (self->content->steps, index);
  jg_record_commit (self, NULL);
}

/* jg_record_get_contacts:
 *
 * Returns: (transfer none) (element-type JgContact): the contacts as they were recorded; valid until the next change */
GPtrArray *
jg_record_get_contacts (JgRecord *self)
{
  g_return_val_if_fail (JG_IS_RECORD (self), NULL);

  return self->content->contacts;
}

/* jg_record_add_contact:
 * @date: an existing day, YYYY-MM-DD
 * @way: (nullable): how, up to JG_RECORD_MAX_WAY characters
 * @note: (nullable): what came of it, up to JG_RECORD_MAX_NOTE characters
 *
 * Records a contact with the jobseeker.
 *
 * Returns: %FALSE when @date is no day, or there are JG_RECORD_MAX_CONTACTS */
gboolean
jg_record_add_contact (JgRecord *self, const char *date, const char *way, const char *note)
{
  g_autofree char *tidy_way = NULL;
  g_autofree char *tidy_note = NULL;

  g_return_val_if_fail (JG_IS_RECORD (self), FALSE);

  if (!jg_record_is_day (date) || self->content->contacts->len >= JG_RECORD_MAX_CONTACTS)
    return FALSE;
  tidy_way = jg_text_dup_tidy (way, JG_RECORD_MAX_WAY);
  tidy_note = jg_text_dup_tidy (note, JG_RECORD_MAX_NOTE);
  jg_record_content_add_contact (self->content, date, tidy_way, tidy_note);
  jg_record_commit (self, NULL);
  return TRUE;
}

/* jg_record_remove_contact:
 * @index: of the contact, from 0
 *
 * Removes a contact that was recorded by mistake. */
void
jg_record_remove_contact (JgRecord *self, guint index)
{
  g_return_if_fail (JG_IS_RECORD (self));
  g_return_if_fail (index < self->content->contacts->len);

  g_ptr_array_remove_index (self->content->contacts, index);
  jg_record_commit (self, NULL);
}

/* jg_record_get_answer:
 * @question: id of a question of the questionnaire
 *
 * Returns: (transfer none) (nullable): id of the answer; %NULL when there is none */
const char *
jg_record_get_answer (JgRecord *self, const char *question)
{
  g_return_val_if_fail (JG_IS_RECORD (self), NULL);
  g_return_val_if_fail (question != NULL, NULL);

  return g_tree_lookup (self->content->answers, question);
}

/* jg_record_set_answer:
 * @question: id of a question of the questionnaire
 * @answer: (nullable): id of the answer, or %NULL for none
 *
 * Returns: %FALSE when one has not the form of an id, or there are JG_RECORD_MAX_ANSWERS */
gboolean
jg_record_set_answer (JgRecord *self, const char *question, const char *answer)
{
  GTree *answers;

  g_return_val_if_fail (JG_IS_RECORD (self), FALSE);
  g_return_val_if_fail (question != NULL, FALSE);

  answers = self->content->answers;
  if (answer == NULL)
    g_tree_remove (answers, question);
  else if (!jg_json_is_id (question) || !jg_json_is_id (answer) ||
           (g_tree_lookup (answers, question) == NULL &&
            g_tree_nnodes (answers) >= JG_RECORD_MAX_ANSWERS))
    return FALSE;
  else
    g_tree_insert (answers, g_strdup (question), g_strdup (answer));
  jg_record_commit (self, NULL);
  return TRUE;
}

static gboolean
add_question (gpointer question, gpointer answer, gpointer builder)
{
  g_strv_builder_add (builder, question);
  return FALSE;
}

/* jg_record_list_answered:
 *
 * Returns: (transfer full) (array zero-terminated=1): ids of the questions that were answered, sorted */
char **
jg_record_list_answered (JgRecord *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (JG_IS_RECORD (self), NULL);

  g_tree_foreach (self->content->answers, add_question, builder);
  return g_strv_builder_end (builder);
}
