/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-course-tasks.h"

#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "courses/jg-course-coverage.h"

struct _JgCourseTasks
{
  AdwBin parent_instance;

  GtkBox *box;

  JgSession *session;
};

G_DEFINE_FINAL_TYPE (JgCourseTasks, jg_course_tasks, ADW_TYPE_BIN)

static void
add_figures (JgCourseTasks *self, const JgCourseCoverage *coverage)
{
  g_autofree char *code =
      jg_ui_dup_code (coverage->occupation->code, coverage->occupation->edition);
  g_autofree char *title = g_strdup_printf ("%s %s", coverage->occupation->name, code);
  g_autofree char *text = NULL;
  GtkWidget *link =
      jg_ui_link (title, "win.show-occupation", g_variant_new_string (coverage->occupation->id));

  gtk_widget_add_css_class (link, "flush");
  gtk_box_append (self->box, link);
  if (coverage->basis == JG_COURSE_BY_TITLE)
    gtk_box_append (self->box, jg_ui_label (_ ("Read from the name of the course."), "remark"));
  if (coverage->n_tasks == 0)
    text = g_strdup (_ ("No tasks are published of this occupation, so there is no coverage."));
  else
    text = g_strdup_printf (
        _ ("Tasks with hours: %u of %u (%.1f%%). Hours tied to tasks: %.1f of %.1f."),
        coverage->n_covered, coverage->n_tasks, jg_course_coverage_get_percent (coverage),
        coverage->tied, coverage->hours);
  gtk_box_append (self->box, jg_ui_label (text, "heading"));
}

static void
add_task (JgCourseTasks *self, const JgCourseCoverage *coverage, guint task)
{
  GtkBox *card = GTK_BOX (jg_ui_card (self->box));
  g_autofree char *text = g_strdup_printf (
      "%u. %s", task + 1, (const char *) g_ptr_array_index (coverage->occupation->tasks, task));

  gtk_box_append (card, jg_ui_verbatim (text));
  for (guint i = 0; i < coverage->n_modules; i++)
    {
      const JgCourseCell *cell = jg_course_coverage_get_cell (coverage, i, task);
      const JgCourseModule *module = g_ptr_array_index (coverage->course->modules, i);
      g_autofree char *words = NULL;

      if (!cell->accepted)
        continue;
      words = cell->shared
                  ? g_strdup_printf (_ ("%s: %.1f hours, an equal part"), module->name, cell->hours)
                  : g_strdup_printf (_ ("%s: %.1f hours"), module->name, cell->hours);
      gtk_box_append (card, jg_ui_label (words, NULL));
    }
  if (!(coverage->task_hours[task] > 0))
    gtk_box_append (card, jg_ui_label (_ ("no hours"), "warning"));
}

static void
add_free (JgCourseTasks *self, const JgCourseCoverage *coverage)
{
  GtkBox *section = NULL;

  for (guint i = 0; i < coverage->n_modules; i++)
    {
      const JgCourseModule *module = g_ptr_array_index (coverage->course->modules, i);
      g_autofree char *words =
          g_strdup_printf (_ ("%s: %.1f hours"), module->name, coverage->free_hours[i]);

      if (!(coverage->free_hours[i] > 0))
        continue;
      if (section == NULL)
        section = GTK_BOX (jg_ui_section (self->box, _ ("Hours Tied to No Task"), NULL));
      gtk_box_append (section, jg_ui_label (words, NULL));
    }
}

static void
jg_course_tasks_dispose (GObject *object)
{
  g_clear_object (&JG_COURSE_TASKS (object)->session);

  G_OBJECT_CLASS (jg_course_tasks_parent_class)->dispose (object);
}

static void
jg_course_tasks_class_init (JgCourseTasksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jg_course_tasks_dispose;
}

static void
jg_course_tasks_init (JgCourseTasks *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 9));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/**
 * jg_course_tasks_new:
 * @session: what the pages share
 *
 * Makes the view, of no course yet.
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
jg_course_tasks_new (JgSession *session)
{
  JgCourseTasks *self;

  g_return_val_if_fail (JG_IS_SESSION (session), NULL);

  self = g_object_new (JG_TYPE_COURSE_TASKS, NULL);
  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

/**
 * jg_course_tasks_show:
 * @self: a view
 * @course: a course
 *
 * Sets a course against the published tasks of its occupation.
 */
void
jg_course_tasks_show (JgCourseTasks *self, JgCourse *course)
{
  g_autoptr (JgCourseCoverage) coverage = NULL;

  g_return_if_fail (JG_IS_COURSE_TASKS (self));
  g_return_if_fail (course != NULL);

  coverage = jg_course_coverage_new (jg_session_get_catalogue (self->session), course);
  jg_ui_clear (self->box);
  if (coverage == NULL)
    {
      gtk_box_append (self->box,
                      jg_ui_label (_ ("Choose the occupation of the course first: its published "
                                      "tasks are what the modules are set against."),
                                   NULL));
      return;
    }
  add_figures (self, coverage);
  for (guint task = 0; task < coverage->n_tasks; task++)
    add_task (self, coverage, task);
  add_free (self, coverage);
}
