/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-task-list.h"

#include <glib/gi18n.h>
#include <string.h>

#include "../jg-ui.h"

struct _JgTaskList
{
  AdwBin parent_instance;

  JgSession *session;
  char *occupation;
  GtkListBox *list;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (JgTaskList, jg_task_list, ADW_TYPE_BIN)

/* The parts of a row that change. */
typedef struct
{
  GtkWidget *buttons[JG_N_TASK_STATES]; /* none for JG_TASK_UNSET */
  GtkWidget *said;
} Row;

static void
set_state (JgTaskList *self, guint task, JgTaskState state)
{
  if (!self->updating)
    jg_record_set_task (jg_session_get_record (self->session), self->occupation, task, state);
}

static void
state_toggled_cb (JgTaskList *self, GtkToggleButton *button)
{
  if (gtk_toggle_button_get_active (button))
    set_state (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "task")),
               (JgTaskState) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "state")));
}

static GtkListBoxRow *
get_focus_row (JgTaskList *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)))
    return NULL;
  if (!GTK_IS_LIST_BOX_ROW (focus))
    focus = gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW);
  return GTK_LIST_BOX_ROW (focus);
}

static gboolean
key_pressed_cb (JgTaskList *self, guint key, guint code, GdkModifierType modifiers)
{
  GtkListBoxRow *row = get_focus_row (self);
  const gunichar digit = gdk_keyval_to_unicode (key);

  if (row == NULL || (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || digit < '0' ||
      digit >= '0' + JG_N_TASK_STATES)
    return FALSE;
  set_state (self, (guint) gtk_list_box_row_get_index (row) + 1, (JgTaskState) (digit - '0'));
  return TRUE;
}

static GtkWidget *
new_button (JgTaskList *self, guint task, JgTaskState state)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (jg_task_state_label (state));
  g_autofree char *name = g_strdup_printf (_ ("Task %u: %s"), task, jg_task_state_label (state));
  g_autofree char *tip = g_strdup_printf (_ ("Key %d"), (int) state);

  g_object_set_data (G_OBJECT (button), "task", GUINT_TO_POINTER (task));
  g_object_set_data (G_OBJECT (button), "state", GINT_TO_POINTER (state));
  jg_ui_set_name (button, name);
  gtk_widget_set_tooltip_text (button, tip);
  /* The row is the stop of the keyboard; nine tasks with three buttons each would be too many. */
  gtk_widget_set_focusable (button, FALSE);
  g_signal_connect_object (button, "toggled", G_CALLBACK (state_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  return button;
}

static void
add_row (JgTaskList *self, guint task, const char *text)
{
  GtkWidget *list_row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autofree char *numbered = g_strdup_printf ("%u. %s", task, text);
  GtkWidget *sentence;
  Row *row = g_new0 (Row, 1);

  gtk_widget_add_css_class (box, "task");
  sentence = jg_ui_verbatim (numbered);
  /* The page of the occupation is for copying; here each would be one more stop of the keyboard. */
  gtk_label_set_selectable (GTK_LABEL (sentence), FALSE);
  gtk_box_append (GTK_BOX (box), sentence);
  row->said = jg_ui_label (NULL, "caption");
  gtk_widget_add_css_class (row->said, "remark");
  gtk_box_append (GTK_BOX (box), row->said);
  gtk_widget_add_css_class (buttons, "linked");
  gtk_widget_add_css_class (buttons, "states");
  gtk_widget_set_halign (buttons, GTK_ALIGN_START);
  for (JgTaskState state = JG_TASK_CAN; state < JG_N_TASK_STATES; state++)
    {
      row->buttons[state] = new_button (self, task, state);
      if (state > JG_TASK_CAN)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (row->buttons[state]),
                                     GTK_TOGGLE_BUTTON (row->buttons[JG_TASK_CAN]));
      gtk_box_append (GTK_BOX (buttons), row->buttons[state]);
    }
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (list_row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (list_row), FALSE);
  g_object_set_data_full (G_OBJECT (list_row), "row", row, g_free);
  gtk_list_box_append (self->list, list_row);
}

/* What the person said that hits the task, what makes it learnable, and whose word the state is. */
static char *
dup_said (const JgTaskView *view)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < view->reasons->len; i++)
    {
      const JgMatchReason *reason = g_ptr_array_index (view->reasons, i);
      g_autofree char *said = g_strdup_printf (_ ("The person: %s"), reason->from);

      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", said);
      if (reason->through != NULL && strstr (reason->from, reason->through) == NULL)
        {
          g_autofree char *through = g_strdup_printf (_ ("through the word “%s”"), reason->through);

          g_string_append_printf (text, " · %s", through);
        }
    }
  if (view->like != 0)
    {
      g_autofree char *like = g_strdup_printf (
          _ ("Has “%s” in common with task %u, which can be done."), view->like_words, view->like);

      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", like);
    }
  if (view->state != view->proposed)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", _ ("Set by the counsellor"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * jg_task_list_update:
 * @gap: how the jobseeker stands to each task of the occupation
 *
 * Shows how things stand; the focus stays where it is.
 */
void
jg_task_list_update (JgTaskList *self, const JgTrainingGap *gap)
{
  g_return_if_fail (JG_IS_TASK_LIST (self));
  g_return_if_fail (gap != NULL);

  self->updating = TRUE;
  for (guint i = 0; i < gap->tasks->len; i++)
    {
      const JgTaskView *view = g_ptr_array_index (gap->tasks, i);
      GtkListBoxRow *list_row = gtk_list_box_get_row_at_index (self->list, (int) i);
      const Row *row = list_row != NULL ? g_object_get_data (G_OBJECT (list_row), "row") : NULL;
      g_autofree char *said = dup_said (view);
      g_autofree char *name = NULL;

      if (row == NULL)
        break;
      name = g_strdup_printf (_ ("Task %u: %s"), view->task, jg_task_state_label (view->state));
      if (*said != '\0')
        {
          g_autofree char *whole = g_strdup_printf ("%s %s\n%s", name, view->text, said);

          jg_ui_set_name (GTK_WIDGET (list_row), whole);
        }
      else
        {
          g_autofree char *whole = g_strdup_printf ("%s %s", name, view->text);

          jg_ui_set_name (GTK_WIDGET (list_row), whole);
        }
      gtk_label_set_text (GTK_LABEL (row->said), said);
      gtk_widget_set_visible (row->said, *said != '\0');
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (row->buttons[view->state]), TRUE);
    }
  self->updating = FALSE;
}

static void
jg_task_list_dispose (GObject *object)
{
  JgTaskList *self = JG_TASK_LIST (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->occupation, g_free);

  G_OBJECT_CLASS (jg_task_list_parent_class)->dispose (object);
}

static void
jg_task_list_class_init (JgTaskListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jg_task_list_dispose;
}

static void
jg_task_list_init (JgTaskList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "tasks");
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

/**
 * jg_task_list_new:
 * @session: what the pages share
 * @occupation: an occupation with tasks
 *
 * Makes a list of the tasks; jg_task_list_update() says how the jobseeker stands to them.
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *
jg_task_list_new (JgSession *session, const JgOccupation *occupation)
{
  JgTaskList *self;
  g_autofree char *name = NULL;

  g_return_val_if_fail (JG_IS_SESSION (session), NULL);
  g_return_val_if_fail (occupation != NULL, NULL);

  self = g_object_new (JG_TYPE_TASK_LIST, NULL);
  self->session = g_object_ref (session);
  self->occupation = g_strdup (occupation->id);
  name = g_strdup_printf (_ ("Tasks of %s"), occupation->name);
  jg_ui_set_name (GTK_WIDGET (self->list), name);
  for (guint i = 0; i < occupation->tasks->len; i++)
    add_row (self, i + 1, g_ptr_array_index (occupation->tasks, i));
  return GTK_WIDGET (self);
}
