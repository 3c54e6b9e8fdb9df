/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-course-view-private.h"

#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "courses/jg-course-check.h"
#include "jg-course-output.h"

/* Milliseconds after the last key until what was typed is on the disk. */
#define WRITE_DELAY 400

G_DEFINE_FINAL_TYPE (JgCourseView, jg_course_view, ADW_TYPE_BIN)

static void
update_status (JgCourseView *self, const char *trouble)
{
  gtk_label_set_text (self->status, trouble != NULL ? trouble
                                    : self->good    ? _ ("All of it is kept.")
                                                 : _ ("Not kept: see what is said at the fields."));
  if (self->good)
    gtk_widget_remove_css_class (GTK_WIDGET (self->status), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->status), "error");
}

static void
update_head (JgCourseView *self)
{
  const char *state = jg_course_get (self->shown, JG_COURSE_STATE);
  const char *provider = jg_course_get (self->shown, JG_COURSE_PROVIDER);
  const char *confirmed = jg_course_get (self->shown, JG_COURSE_CONFIRMED);
  g_autofree char *looked = confirmed != NULL
                                ? g_strdup_printf (_ ("last looked at on %s"), confirmed)
                                : g_strdup (_ ("never looked at"));
  g_autofree char *line =
      g_strdup_printf ("%s · %s · %s", jg_course_field_choice_label (JG_COURSE_STATE, state),
                       provider != NULL ? provider : _ ("no provider"), looked);

  gtk_label_set_text (self->name, jg_course_get (self->shown, JG_COURSE_NAME));
  gtk_label_set_text (self->line, line);
}

/* Fields that nobody has written yet stand in one line. */
static char *
dup_missing (GPtrArray *warnings)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < warnings->len; i++)
    {
      const JgCourseWarning *warning = g_ptr_array_index (warnings, i);

      if (g_str_equal (warning->kind, "missing"))
        g_string_append_printf (list, "%s%s", list->len > 0 ? "、" : "",
                                warning->field < JG_N_COURSE_FIELDS
                                    ? jg_course_field_label (warning->field)
                                    : _ ("modules"));
    }
  return list->len > 0 ? g_strdup_printf (_ ("Not written: %s"), list->str) : NULL;
}

static void
update_warnings (JgCourseView *self)
{
  g_autoptr (GPtrArray) warnings = jg_course_check (
      jg_session_get_catalogue (self->session), self->shown, jg_session_get_as_of (self->session));
  g_autofree char *missing = dup_missing (warnings);
  GtkBox *box;

  jg_ui_clear (self->warnings);
  gtk_widget_set_visible (GTK_WIDGET (self->warnings), warnings->len > 0);
  if (warnings->len == 0)
    return;
  box = GTK_BOX (jg_ui_card (self->warnings));
  gtk_box_append (box, jg_ui_label (_ ("To Look at Again"), "heading"));
  for (guint i = 0; i < warnings->len; i++)
    {
      const JgCourseWarning *warning = g_ptr_array_index (warnings, i);

      if (!g_str_equal (warning->kind, "missing"))
        gtk_box_append (box, jg_ui_label (warning->text, NULL));
    }
  if (missing != NULL)
    gtk_box_append (box, jg_ui_label (missing, NULL));
}

static void
update_outside (JgCourseView *self)
{
  update_head (self);
  update_warnings (self);
  if (gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->tasks))
    jg_course_tasks_show (self->tasks, self->shown);
  if (gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->money))
    jg_course_money_show (self->money, self->shown);
}

static void
stop_timer (JgCourseView *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
}

/* Everything that stands in the controls, and whether all of it can be kept. */
static JgCourse *
read_controls (JgCourseView *self, gboolean *good)
{
  JgCourse *course = jg_course_copy (self->shown);
  const gboolean modules = jg_course_modules_read (self->modules, course);
  const gboolean tasks = jg_course_tasks_read (self->tasks, course);

  *good = jg_course_form_read (self->form, course) && modules && tasks;
  return course;
}

static gboolean
put (JgCourseView *self, JgCourse *course, const char *key)
{
  g_autofree char *whole_key = key != NULL ? g_strdup_printf ("%s %s", self->id, key) : NULL;
  g_autoptr (JgCourse) before = jg_course_ref (self->shown);
  g_autoptr (GError) error = NULL;

  /* What the shelf tells of is no news here. */
  g_clear_pointer (&self->shown, jg_course_unref);
  self->shown = jg_course_ref (course);
  if (jg_course_shelf_put (self->shelf, course, whole_key, &error))
    return TRUE;
  g_clear_pointer (&self->shown, jg_course_unref);
  self->shown = g_steal_pointer (&before);
  self->good = FALSE;
  update_status (self, error->message);
  return FALSE;
}

/**
 * jg_course_view_flush:
 * @self: a view
 *
 * Keeps at once what was written.
 *
 * Returns: whether all that stands here is kept; otherwise it is said at the fields
 */
gboolean
jg_course_view_flush (JgCourseView *self)
{
  g_autoptr (JgCourse) course = NULL;
  g_autofree char *key = NULL;
  JgCourseField field;

  g_return_val_if_fail (JG_IS_COURSE_VIEW (self), FALSE);

  stop_timer (self);
  if (self->shown == NULL || self->key == NULL)
    return self->shown == NULL || self->good;
  key = g_steal_pointer (&self->key);
  course = read_controls (self, &self->good);
  /* What is wrong at one field keeps nothing else from being kept, unless they cannot stand beside each other. */
  if (!jg_course_equal (course, self->shown) && jg_course_check_whole (course, &field, NULL))
    {
      if (!put (self, course, key))
        return FALSE;
      jg_course_tasks_settle (self->tasks);
    }
  update_status (self, NULL);
  update_outside (self);
  return self->good;
}

static gboolean
timer_cb (gpointer data)
{
  JgCourseView *self = JG_COURSE_VIEW (data);

  self->timer = 0;
  jg_course_view_flush (self);
  return G_SOURCE_REMOVE;
}

static void
edited_cb (JgCourseView *self, const char *key)
{
  if (self->key != NULL && g_strcmp0 (self->key, key) != 0)
    jg_course_view_flush (self);
  stop_timer (self);
  g_free (self->key);
  self->key = g_strdup (key);
  self->timer = g_timeout_add (WRITE_DELAY, timer_cb, self);
}

static void
fill (JgCourseView *self)
{
  jg_course_form_show (self->form, self->shown);
  jg_course_modules_show (self->modules, self->shown);
  jg_course_tasks_forget (self->tasks);
  g_clear_pointer (&self->key, g_free);
  self->good = TRUE;
  update_status (self, NULL);
  update_outside (self);
}

static void
shelf_changed_cb (JgCourseView *self)
{
  JgCourse *course = jg_course_shelf_find (self->shelf, self->id);

  if (course == NULL)
    {
      jg_course_view_show (self, NULL);
      return;
    }
  if (self->shown != NULL && jg_course_equal (course, self->shown))
    return;
  stop_timer (self);
  g_clear_pointer (&self->shown, jg_course_unref);
  self->shown = jg_course_ref (course);
  fill (self);
}

/**
 * jg_course_view_change:
 * @self: a view
 * @course: of jg_course_view_begin_change(), changed
 *
 * Keeps and shows a change that was made by a button.
 */
void
jg_course_view_change (JgCourseView *self, JgCourse *course)
{
  if (put (self, course, NULL))
    fill (self);
}

/**
 * jg_course_view_begin_change:
 * @self: a view of a course
 *
 * Keeps what was typed and begins a change on top of it.
 *
 * Returns: (transfer full): a copy of the course to be changed
 */
JgCourse *
jg_course_view_begin_change (JgCourseView *self)
{
  jg_course_view_flush (self);
  return jg_course_copy (self->shown);
}

static void
toggled_cb (JgCourseView *self, GtkToggleButton *toggle)
{
  if (!gtk_toggle_button_get_active (toggle) || self->session == NULL)
    return;
  jg_course_view_flush (self);
  gtk_stack_set_visible_child_name (self->stack, g_object_get_data (G_OBJECT (toggle), "page"));
  if (self->shown != NULL)
    update_outside (self);
}

static void
unmap_cb (JgCourseView *self)
{
  jg_course_view_flush (self);
}

static void
jg_course_view_dispose (GObject *object)
{
  JgCourseView *self = JG_COURSE_VIEW (object);

  stop_timer (self);
  g_clear_object (&self->session);
  g_clear_object (&self->shelf);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->shown, jg_course_unref);
  g_clear_pointer (&self->key, g_free);

  G_OBJECT_CLASS (jg_course_view_parent_class)->dispose (object);
}

static void
jg_course_view_class_init (JgCourseViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jg_course_view_dispose;
  jg_course_view_install_actions (widget_class);
}

static void
jg_course_view_init (JgCourseView *self)
{
}

static void
add_toggle (JgCourseView *self, GtkBox *box, Tab tab, const char *label, const char *page)
{
  GtkWidget *toggle = gtk_toggle_button_new_with_label (label);

  self->toggles[tab] = toggle;
  if (tab > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (toggle), GTK_TOGGLE_BUTTON (self->toggles[0]));
  g_object_set_data (G_OBJECT (toggle), "page", (gpointer) page);
  g_signal_connect_object (toggle, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, toggle);
}

/* What leaves the window of one course. */
static GtkWidget *
new_output_button (void)
{
  static const struct
  {
    const char *label;
    const char *action;
    int output;
  } items[] = {
    { N_ ("Print the Course Description…"), "course.print", JG_COURSE_OUTPUT_SHEET },
    { N_ ("Save the Course Description as PDF…"), "course.save-pdf", JG_COURSE_OUTPUT_SHEET },
    { N_ ("Print the Teaching Plan…"), "course.print", JG_COURSE_OUTPUT_PLAN },
    { N_ ("Save the Teaching Plan as PDF…"), "course.save-pdf", JG_COURSE_OUTPUT_PLAN },
  };
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) file = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (items[i].label), NULL);

      g_menu_item_set_action_and_target (item, items[i].action, "i", items[i].output);
      g_menu_append_item (menu, item);
    }
  g_menu_append (file, _ ("Export This Course…"), "course.export-this");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (file));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("Print and Export"));
  jg_ui_set_name (button, _ ("Print and Export"));
  return button;
}

static void
build_head (JgCourseView *self, GtkBox *box)
{
  GtkWidget *tabs = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *flow;

  self->name = GTK_LABEL (jg_ui_label ("", "title-2"));
  gtk_box_append (box, GTK_WIDGET (self->name));
  self->line = GTK_LABEL (jg_ui_label ("", "remark"));
  gtk_box_append (box, GTK_WIDGET (self->line));
  flow = jg_ui_flow (box);
  jg_ui_add_flow_button (flow, _ ("Looked at Today"), "course.confirm");
  jg_ui_add_flow_button (flow, _ ("Duplicate"), "course.duplicate");
  jg_ui_add_flow_button (flow, _ ("Delete"), "course.delete");
  gtk_box_append (GTK_BOX (flow), new_output_button ());
  self->status =
      GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS,
                               "xalign", 0.0, "wrap", TRUE, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->status), "caption");
  gtk_box_append (box, GTK_WIDGET (self->status));
  gtk_box_set_homogeneous (GTK_BOX (tabs), TRUE);
  gtk_widget_add_css_class (tabs, "linked");
  add_toggle (self, GTK_BOX (tabs), TAB_COURSE, _ ("Course"), "course");
  add_toggle (self, GTK_BOX (tabs), TAB_TASKS, _ ("Tasks Covered"), "tasks");
  add_toggle (self, GTK_BOX (tabs), TAB_MONEY, _ ("Who May Pay"), "money");
  gtk_box_append (box, tabs);
}

/**
 * jg_course_view_new:
 * @session: what the pages share
 * @shelf: the courses
 *
 * Makes the view, of no course yet.
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
jg_course_view_new (JgSession *session, JgCourseShelf *shelf)
{
  JgCourseView *self;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *course = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *clamp = adw_clamp_new ();

  g_return_val_if_fail (JG_IS_SESSION (session), NULL);
  g_return_val_if_fail (JG_IS_COURSE_SHELF (shelf), NULL);

  self = g_object_new (JG_TYPE_COURSE_VIEW, NULL);
  gtk_widget_add_css_class (box, "detail");
  build_head (self, GTK_BOX (box));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  self->warnings = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_box_append (GTK_BOX (course), GTK_WIDGET (self->warnings));
  self->form = JG_COURSE_FORM (jg_course_form_new (session));
  gtk_box_append (GTK_BOX (course), GTK_WIDGET (self->form));
  self->modules = JG_COURSE_MODULES (jg_course_modules_new ());
  gtk_box_append (jg_course_form_get_middle (self->form), GTK_WIDGET (self->modules));
  self->tasks = JG_COURSE_TASKS (jg_course_tasks_new (session));
  gtk_stack_add_named (self->stack, course, "course");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->tasks), "tasks");
  self->money = JG_COURSE_MONEY (jg_course_money_new (session));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->money), "money");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 1000);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), 800);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  self->scroller = GTK_SCROLLED_WINDOW (jg_ui_scroller (clamp, _ ("The course")));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->scroller));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->toggles[TAB_COURSE]), TRUE);
  self->session = g_object_ref (session);
  self->shelf = g_object_ref (shelf);
  g_signal_connect_object (self->form, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->modules, "edited", G_CALLBACK (edited_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tasks, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (shelf, "changed", G_CALLBACK (shelf_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "unmap", G_CALLBACK (unmap_cb), NULL);
  return GTK_WIDGET (self);
}

/**
 * jg_course_view_show:
 * @self: a view
 * @id: (nullable): id of a course
 *
 * Shows a course. What was written at another one and cannot be kept is gone.
 */
void
jg_course_view_show (JgCourseView *self, const char *id)
{
  g_autofree char *copy = g_strdup (id);
  JgCourse *course;

  g_return_if_fail (JG_IS_COURSE_VIEW (self));

  stop_timer (self);
  g_clear_pointer (&self->key, g_free);
  g_free (self->id);
  self->id = g_steal_pointer (&copy);
  g_clear_pointer (&self->shown, jg_course_unref);
  course = jg_course_shelf_find (self->shelf, self->id);
  if (course == NULL)
    {
      g_clear_pointer (&self->id, g_free);
      return;
    }
  self->shown = jg_course_ref (course);
  fill (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

/**
 * jg_course_view_get_id:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): id of the course that is shown
 */
const char *
jg_course_view_get_id (JgCourseView *self)
{
  g_return_val_if_fail (JG_IS_COURSE_VIEW (self), NULL);

  return self->id;
}

/**
 * jg_course_view_focus_name:
 * @self: a view
 *
 * Puts the cursor to the name of the course, to be written over.
 */
void
jg_course_view_focus_name (JgCourseView *self)
{
  g_return_if_fail (JG_IS_COURSE_VIEW (self));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->toggles[TAB_COURSE]), TRUE);
  jg_course_form_focus_name (self->form);
}

/**
 * jg_course_view_confirm:
 * @self: a view of a course
 *
 * Keeps that somebody looked today whether all of the course holds.
 */
void
jg_course_view_confirm (JgCourseView *self)
{
  g_autoptr (JgCourse) course = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  g_return_if_fail (JG_IS_COURSE_VIEW (self));
  g_return_if_fail (self->shown != NULL);

  course = jg_course_view_begin_change (self);
  jg_course_set (course, JG_COURSE_CONFIRMED, today, NULL);
  if (put (self, course, NULL))
    {
      update_status (self, NULL);
      update_outside (self);
    }
}
