/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-course-modules.h"

#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "courses/jg-course-cell.h"

typedef struct
{
  GtkWidget *name;
  GtkWidget *hours;
  GtkTextBuffer *content;
  GtkLabel *error;
} Row;

struct _JgCourseModules
{
  AdwBin parent_instance;

  GtkBox *box;
  GArray *rows; /* (element-type Row) */
  GtkWidget *add;
  GtkLabel *sum;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (JgCourseModules, jg_course_modules, ADW_TYPE_BIN)

enum
{
  EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
edited_cb (JgCourseModules *self, GObject *object)
{
  if (!self->updating)
    g_signal_emit (self, signals[EDITED], 0, g_object_get_data (object, "key"));
}

static void
watch (JgCourseModules *self, gpointer object, guint module, const char *what)
{
  g_object_set_data_full (G_OBJECT (object), "key", g_strdup_printf ("module %u %s", module, what),
                          g_free);
  g_signal_connect_object (object, "changed", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
}

static GtkWidget *
new_button (const char *icon, const char *name, const char *action, GVariant *target)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  jg_ui_set_name (button, name);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static void
add_buttons (GtkBox *line, guint module, guint n_modules)
{
  g_autofree char *up = g_strdup_printf (_ ("Move module %u up"), module + 1);
  g_autofree char *down = g_strdup_printf (_ ("Move module %u down"), module + 1);
  g_autofree char *off = g_strdup_printf (_ ("Remove module %u"), module + 1);

  if (module > 0)
    gtk_box_append (line, new_button ("go-up-symbolic", up, "course.move-module",
                                      g_variant_new ("(ui)", module, -1)));
  if (module + 1 < n_modules)
    gtk_box_append (line, new_button ("go-down-symbolic", down, "course.move-module",
                                      g_variant_new ("(ui)", module, 1)));
  gtk_box_append (line, new_button ("user-trash-symbolic", off, "course.remove-module",
                                    g_variant_new_uint32 (module)));
}

static void
add_row (JgCourseModules *self, const JgCourse *course, guint number)
{
  const JgCourseModule *module = g_ptr_array_index (course->modules, number);
  g_autofree char *title = g_strdup_printf (_ ("Module %u"), number + 1);
  g_autofree char *name = g_strdup_printf (_ ("Name of module %u"), number + 1);
  g_autofree char *hours_name = g_strdup_printf (_ ("Hours of module %u"), number + 1);
  g_autofree char *content_name = g_strdup_printf (_ ("Content of module %u"), number + 1);
  g_autofree char *hours = jg_course_hours_dup (module->hours);
  GtkBox *card = GTK_BOX (jg_ui_card (self->box));
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *heading = jg_ui_label (title, "heading");
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  Row row = { 0 };
  GtkWidget *box, *content;

  gtk_widget_set_hexpand (heading, TRUE);
  gtk_box_append (GTK_BOX (head), heading);
  add_buttons (GTK_BOX (head), number, course->modules->len);
  gtk_box_append (card, head);
  row.name = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (row.name), 6);
  jg_ui_fill_entry (row.name, module->name);
  box = jg_ui_field (GTK_BOX (line), _ ("Name"), row.name);
  gtk_widget_set_hexpand (box, TRUE);
  jg_ui_set_name (row.name, name);
  row.hours = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (row.hours), 6);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (row.hours), 6);
  jg_ui_fill_entry (row.hours, hours);
  jg_ui_field (GTK_BOX (line), _ ("Hours"), row.hours);
  jg_ui_set_name (row.hours, hours_name);
  gtk_box_append (card, line);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_box_append (GTK_BOX (box), jg_ui_label (_ ("Content"), "caption-heading"));
  content = jg_ui_words (content_name, 2, &row.content);
  gtk_text_buffer_set_text (row.content, module->content != NULL ? module->content : "", -1);
  gtk_box_append (GTK_BOX (box), content);
  gtk_box_append (card, box);
  row.error = GTK_LABEL (jg_ui_label ("", "error"));
  gtk_widget_set_visible (GTK_WIDGET (row.error), FALSE);
  gtk_box_append (card, GTK_WIDGET (row.error));
  watch (self, row.name, number, "name");
  watch (self, row.hours, number, "hours");
  watch (self, row.content, number, "content");
  g_array_append_val (self->rows, row);
}

static void
update_sum (JgCourseModules *self, const JgCourse *course)
{
  const int sum = jg_course_sum_modules (course);
  const int hours = jg_course_get_hours (course, JG_COURSE_HOURS);
  g_autofree char *sum_text = jg_course_hours_dup (sum);
  g_autofree char *hours_text = jg_course_hours_dup (hours);
  g_autofree char *text = NULL;

  if (course->modules->len == 0)
    text = g_strdup (_ ("None yet. Which tasks a course covers is told module by module."));
  else if (sum == JG_COURSE_NO_HOURS)
    text = g_strdup (_ ("The hours of a module are not written."));
  else if (hours != JG_COURSE_NO_HOURS && hours != sum)
    text = g_strdup_printf (_ ("%s hours together; the course has %s."), sum_text, hours_text);
  else
    text = g_strdup_printf (_ ("%s hours together."), sum_text);
  gtk_label_set_text (self->sum, text);
}

static void
jg_course_modules_finalize (GObject *object)
{
  g_array_unref (JG_COURSE_MODULES (object)->rows);

  G_OBJECT_CLASS (jg_course_modules_parent_class)->finalize (object);
}

static void
jg_course_modules_class_init (JgCourseModulesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jg_course_modules_finalize;
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
jg_course_modules_init (JgCourseModules *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkBox *section = GTK_BOX (jg_ui_section (GTK_BOX (box), _ ("Modules"), NULL));

  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 9));
  self->sum = GTK_LABEL (jg_ui_label ("", "remark"));
  gtk_box_append (section, GTK_WIDGET (self->box));
  gtk_box_append (section, GTK_WIDGET (self->sum));
  self->add = gtk_button_new_with_label (_ ("Add a Module"));
  gtk_widget_set_halign (self->add, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->add), "course.add-module");
  gtk_box_append (section, self->add);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * jg_course_modules_new:
 *
 * Makes the rows, of no course yet.
 *
 * Returns: (transfer floating): the rows
 */
GtkWidget *
jg_course_modules_new (void)
{
  return g_object_new (JG_TYPE_COURSE_MODULES, NULL);
}

/**
 * jg_course_modules_show:
 * @self: the rows
 * @course: a course
 *
 * Shows the modules of a course.
 */
void
jg_course_modules_show (JgCourseModules *self, const JgCourse *course)
{
  g_return_if_fail (JG_IS_COURSE_MODULES (self));
  g_return_if_fail (course != NULL);

  self->updating = TRUE;
  g_array_set_size (self->rows, 0);
  jg_ui_clear (self->box);
  for (guint i = 0; i < course->modules->len; i++)
    add_row (self, course, i);
  update_sum (self, course);
  self->updating = FALSE;
}

static gboolean
read_row (const Row *row, JgCourseModule *module)
{
  g_autofree char *name = jg_course_cell_tidy (gtk_editable_get_text (GTK_EDITABLE (row->name)));
  g_autofree char *hours = jg_course_cell_tidy (gtk_editable_get_text (GTK_EDITABLE (row->hours)));
  g_autofree char *text = NULL;
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  int halves = JG_COURSE_NO_HOURS;

  g_object_get (row->content, "text", &text, NULL);
  content = jg_course_cell_tidy (text);
  if (name == NULL)
    g_set_error (&error, JG_COURSE_ERROR, JG_COURSE_ERROR_INVALID, "没有写模块名称");
  else if (jg_course_words_check (name, JG_COURSE_MAX_MODULE_NAME, &error))
    {
      g_free (module->name);
      module->name = g_steal_pointer (&name);
    }
  if (error == NULL && hours != NULL)
    halves = jg_course_cell_read_hours (hours, &error);
  if (error == NULL)
    module->hours = halves;
  if (error == NULL &&
      (content == NULL || jg_course_words_check (content, JG_COURSE_MAX_CONTENT, &error)))
    {
      g_free (module->content);
      module->content = g_steal_pointer (&content);
    }
  gtk_label_set_text (row->error, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (row->error), error != NULL);
  return error == NULL;
}

/**
 * jg_course_modules_read:
 * @self: the rows
 * @course: a course that may be changed, with as many modules as were shown
 *
 * Writes into a course what stands in the rows. What cannot be kept is said there, and the course has what was before.
 *
 * Returns: whether all of it can be kept
 */
gboolean
jg_course_modules_read (JgCourseModules *self, JgCourse *course)
{
  gboolean good = TRUE;

  g_return_val_if_fail (JG_IS_COURSE_MODULES (self), FALSE);
  g_return_val_if_fail (course != NULL, FALSE);
  g_return_val_if_fail (course->modules->len == self->rows->len, FALSE);

  for (guint i = 0; i < self->rows->len; i++)
    if (!read_row (&g_array_index (self->rows, Row, i), g_ptr_array_index (course->modules, i)))
      good = FALSE;
  update_sum (self, course);
  return good;
}

/**
 * jg_course_modules_focus:
 * @self: the rows
 * @module: which of them, from 0; past the last one the button that adds one
 *
 * Puts the cursor to the name of a module, to be written over.
 */
void
jg_course_modules_focus (JgCourseModules *self, guint module)
{
  g_return_if_fail (JG_IS_COURSE_MODULES (self));

  if (module >= self->rows->len)
    {
      gtk_widget_grab_focus (self->add);
      return;
    }
  gtk_widget_grab_focus (g_array_index (self->rows, Row, module).name);
  gtk_editable_select_region (GTK_EDITABLE (g_array_index (self->rows, Row, module).name), 0, -1);
}
