/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a record holds, and the words of its vocabulary. */

#include "jg-record-private.h"

#include <string.h>

#include "catalogue/jg-json-reader.h"
#include "jg-text-forbidden.h"
#include "jg-text-wipe.h"

static const char *const text_nicks[] = { "concern", "remarks",    "follow_up_way",
                                          "desk",    "counsellor", NULL };
static const guint text_max[JG_N_RECORD_TEXTS] = {
  [JG_RECORD_CONCERN] = 500,
  [JG_RECORD_REMARKS] = 1000,
  [JG_RECORD_FOLLOW_UP_WAY] = JG_RECORD_MAX_WAY,
  [JG_RECORD_DESK] = 100,
  [JG_RECORD_COUNSELLOR] = 40,
};
static const char *const state_nicks[] = { "can", "learn", "not-shown", NULL };
static const char *const state_labels[] = { "已会", "可学", "未体现" };

static void
clear_mark (gpointer data)
{
  g_free (((JgTaskMark *) data)->occupation);
}

static void
struck_free (JgStruck *self)
{
  g_free (self->occupation);
  jg_text_wipe_free (self->reason);
  g_free (self);
}

static void
contact_free (JgContact *self)
{
  jg_text_wipe_free (self->date);
  jg_text_wipe_free (self->way);
  jg_text_wipe_free (self->note);
  g_free (self);
}

static int
compare_questions (gconstpointer left, gconstpointer right, gpointer data)
{
  return strcmp (left, right);
}

static GPtrArray *
new_ids (void)
{
  return g_ptr_array_new_null_terminated (JG_RECORD_MAX_CHOSEN, g_free, TRUE);
}

/* jg_record_content_new:
 * @profile: (transfer full): the jobseeker's answers
 *
 * Returns: (transfer full): a content in which nothing else is said */
JgRecordContent *
jg_record_content_new (JgProfile *profile)
{
  JgRecordContent *self = g_new0 (JgRecordContent, 1);

  self->profile = profile;
  self->chosen = new_ids ();
  self->tasks = g_array_new (FALSE, TRUE, sizeof (JgTaskMark));
  g_array_set_clear_func (self->tasks, clear_mark);
  self->struck = g_ptr_array_new_with_free_func ((GDestroyNotify) struck_free);
  self->ticked = new_ids ();
  self->taken_off = new_ids ();
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_plan_step_free);
  self->contacts = g_ptr_array_new_with_free_func ((GDestroyNotify) contact_free);
  self->answers = g_tree_new_full (compare_questions, NULL, g_free, g_free);
  return self;
}

/* jg_record_content_free:
 * @self: (transfer full): a content */
void
jg_record_content_free (JgRecordContent *self)
{
  g_free (self->number);
  g_free (self->created);
  g_free (self->changed);
  g_clear_object (&self->profile);
  for (guint i = 0; i < JG_N_RECORD_TEXTS; i++)
    jg_text_wipe_free (self->texts[i]);
  jg_text_wipe_free (self->follow_up);
  g_ptr_array_unref (self->chosen);
  g_array_unref (self->tasks);
  g_ptr_array_unref (self->struck);
  g_ptr_array_unref (self->ticked);
  g_ptr_array_unref (self->taken_off);
  g_ptr_array_unref (self->steps);
  g_ptr_array_unref (self->contacts);
  g_tree_unref (self->answers);
  g_free (self);
}

/* Where the mark of a task stands, or belongs. */
static guint
find_place (JgRecordContent *self, const char *occupation, guint task, gboolean *found)
{
  guint i;

  *found = FALSE;
  for (i = 0; i < self->tasks->len; i++)
    {
      const JgTaskMark *mark = &g_array_index (self->tasks, JgTaskMark, i);
      int order = strcmp (mark->occupation, occupation);

      if (order == 0)
        order = mark->task < task ? -1 : mark->task > task;
      *found = order == 0;
      if (order >= 0)
        break;
    }
  return i;
}

/* jg_record_content_find_task:
 *
 * Returns: (transfer none) (nullable): what was said of the task */
JgTaskMark *
jg_record_content_find_task (JgRecordContent *self, const char *occupation, guint task)
{
  gboolean found;
  guint i = find_place (self, occupation, task, &found);

  return found ? &g_array_index (self->tasks, JgTaskMark, i) : NULL;
}

/* jg_record_content_set_task:
 * @state: JG_TASK_UNSET to say nothing of it
 *
 * Returns: %FALSE when there is no room for one more */
gboolean
jg_record_content_set_task (JgRecordContent *self,
                            const char *occupation,
                            guint task,
                            JgTaskState state)
{
  gboolean found;
  guint i = find_place (self, occupation, task, &found);
  JgTaskMark mark = { NULL, task, state };

  if (state == JG_TASK_UNSET)
    {
      if (found)
        g_array_remove_index (self->tasks, i);
      return TRUE;
    }
  if (found)
    {
      g_array_index (self->tasks, JgTaskMark, i).state = state;
      return TRUE;
    }
  if (self->tasks->len >= JG_RECORD_MAX_TASKS)
    return FALSE;
  mark.occupation = g_strdup (occupation);
  g_array_insert_val (self->tasks, i, mark);
  return TRUE;
}

/* jg_record_content_find_struck:
 *
 * Returns: (transfer none) (nullable): the note that an occupation was struck out */
JgStruck *
jg_record_content_find_struck (JgRecordContent *self, const char *occupation)
{
  for (guint i = 0; i < self->struck->len; i++)
    {
      JgStruck *struck = g_ptr_array_index (self->struck, i);

      if (g_strcmp0 (struck->occupation, occupation) == 0)
        return struck;
    }
  return NULL;
}

/* jg_record_content_add_struck:
 *
 * Strikes an occupation out that is not yet. */
void
jg_record_content_add_struck (JgRecordContent *self, const char *occupation, const char *reason)
{
  JgStruck *struck = g_new0 (JgStruck, 1);

  struck->occupation = g_strdup (occupation);
  struck->reason = g_strdup (reason);
  g_ptr_array_add (self->struck, struck);
}

/* jg_record_content_add_contact:
 * @way: (nullable)
 * @note: (nullable)
 *
 * Appends a contact. */
void
jg_record_content_add_contact (JgRecordContent *self,
                               const char *date,
                               const char *way,
                               const char *note)
{
  JgContact *contact = g_new0 (JgContact, 1);

  contact->date = g_strdup (date);
  contact->way = g_strdup (way);
  contact->note = g_strdup (note);
  g_ptr_array_add (self->contacts, contact);
}

/* jg_record_list_has:
 * @index: (out) (optional): where
 *
 * Returns: whether @id is in a list of ids */
gboolean
jg_record_list_has (GPtrArray *ids, const char *id, guint *index)
{
  return g_ptr_array_find_with_equal_func (ids, id, g_str_equal, index);
}

/* jg_record_list_add:
 *
 * Appends a copy of @id to a list of ids. */
void
jg_record_list_add (GPtrArray *ids, const char *id)
{
  g_ptr_array_add (ids, g_strdup (id));
}

/* jg_record_is_number:
 * @text: (nullable)
 *
 * Returns: whether it is the number of a sheet: a day and six figures */
gboolean
jg_record_is_number (const char *text)
{
  return text != NULL &&
         g_regex_match_simple ("^[0-9]{8}-[0-9]{6}$", text, G_REGEX_DOLLAR_ENDONLY, 0);
}

/* jg_record_is_day:
 * @text: (nullable)
 *
 * Returns: whether it is an existing day, YYYY-MM-DD */
gboolean
jg_record_is_day (const char *text)
{
  return text != NULL && strlen (text) == 10 && jg_json_is_date (text);
}

/* jg_record_text_nicks:
 *
 * Returns: (transfer none) (array zero-terminated=1): the keys of the free words in jobguide-record/1 */
const char *const *
jg_record_text_nicks (void)
{
  return text_nicks;
}

/* jg_record_text_max:
 *
 * Returns: the most characters these words may have */
guint
jg_record_text_max (JgRecordText field)
{
  g_return_val_if_fail (field < JG_N_RECORD_TEXTS, 0);

  return text_max[field];
}

/* jg_task_state_nicks:
 *
 * Returns: (transfer none) (array zero-terminated=1): can, learn, not-shown */
const char *const *
jg_task_state_nicks (void)
{
  return state_nicks;
}

/* jg_task_state_nick:
 *
 * Returns: (transfer none) (nullable): the word for it in files; %NULL for JG_TASK_UNSET */
const char *
jg_task_state_nick (JgTaskState state)
{
  g_return_val_if_fail (state < JG_N_TASK_STATES, NULL);

  return state == JG_TASK_UNSET ? NULL : state_nicks[state - 1];
}

/* jg_task_state_label:
 *
 * Returns: (transfer none) (nullable): 已会, 可学 or 未体现; %NULL for JG_TASK_UNSET */
const char *
jg_task_state_label (JgTaskState state)
{
  g_return_val_if_fail (state < JG_N_TASK_STATES, NULL);

  return state == JG_TASK_UNSET ? NULL : state_labels[state - 1];
}
