/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-course-tasks.h"

#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "courses/jg-course-suggest.h"
#include "jg-course-cells.h"
#include "jg-course-hint.h"

/* Suggestions that are seen at once; the next ones come up as these are answered. */
#define MAX_HINTS 2

struct _JgCourseTasks
{
  AdwBin parent_instance;

  GtkBox *head;
  GtkBox *hints;
  JgCourseCells *cells;
  GtkBox *rest;

  JgSession *session;
  JgCourseCoverage *coverage; /* as shown; NULL where the course leads to no occupation */
};

G_DEFINE_FINAL_TYPE (JgCourseTasks, jg_course_tasks, ADW_TYPE_BIN)

enum
{
  EDITED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
edited_cb (JgCourseTasks *self, const char *key)
{
  g_signal_emit (self, signals[EDITED], 0, key);
}

static void
show_head (JgCourseTasks *self)
{
  const JgCourseCoverage *coverage = self->coverage;
  g_autofree char *code =
      jg_ui_dup_code (coverage->occupation->code, coverage->occupation->edition);
  g_autofree char *title = g_strdup_printf ("%s %s", coverage->occupation->name, code);
  g_autofree char *text = NULL;
  GtkWidget *link =
      jg_ui_link (title, "win.show-occupation", g_variant_new_string (coverage->occupation->id));
  GtkWidget *figures;

  jg_ui_clear (self->head);
  gtk_widget_add_css_class (link, "flush");
  gtk_box_append (self->head, link);
  if (coverage->basis == JG_COURSE_BY_TITLE)
    gtk_box_append (self->head, jg_ui_label (_ ("Read from the name of the course."), "remark"));
  if (coverage->n_tasks == 0)
    text = g_strdup (_ ("No tasks are published of this occupation, so there is no coverage."));
  else
    text = g_strdup_printf (
        _ ("Tasks with hours: %u of %u (%.1f%%). Hours tied to tasks: %.1f of %.1f."),
        coverage->n_covered, coverage->n_tasks, jg_course_coverage_get_percent (coverage),
        coverage->tied, coverage->hours);
  figures = jg_ui_label (text, "heading");
  gtk_box_append (self->head, figures);
  if (coverage->n_modules == 0)
    gtk_box_append (
        self->head,
        jg_ui_label (_ ("Write the modules first; each of them is set against the tasks."), NULL));
}

static void
show_hints (JgCourseTasks *self)
{
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *more = NULL;
  GtkBox *section;

  jg_ui_clear (self->hints);
  list = jg_course_suggest (jg_session_get_catalogue (self->session), self->coverage);
  if (list->len == 0)
    return;
  section = GTK_BOX (jg_ui_section (
      self->hints, _ ("Suggested by Words in Common"),
      _ ("Nothing of this counts until it is accepted; what is refused is not suggested again.")));
  for (guint i = 0; i < MIN (list->len, MAX_HINTS); i++)
    gtk_box_append (section, jg_course_hint_new (g_ptr_array_index (list, i)));
  if (list->len <= MAX_HINTS)
    return;
  more = g_strdup_printf (ngettext ("and %u more, once these are answered",
                                    "and %u more, once these are answered", list->len - MAX_HINTS),
                          list->len - MAX_HINTS);
  gtk_box_append (section, jg_ui_label (more, "remark"));
}

static void
show_rest (JgCourseTasks *self)
{
  const JgCourseCoverage *coverage = self->coverage;
  GtkBox *section = NULL;

  jg_ui_clear (self->rest);
  for (guint i = 0; i < coverage->n_modules; i++)
    {
      const JgCourseModule *module = g_ptr_array_index (coverage->course->modules, i);
      g_autofree char *words =
          g_strdup_printf (_ ("%s: %.1f hours"), module->name, coverage->free_hours[i]);

      if (!(coverage->free_hours[i] > 0))
        continue;
      if (section == NULL)
        section = GTK_BOX (jg_ui_section (self->rest, _ ("Hours Tied to No Task"), NULL));
      gtk_box_append (section, jg_ui_label (words, NULL));
    }
  if (coverage->gone->len == 0)
    return;
  section = GTK_BOX (jg_ui_section (self->rest, _ ("Decided on Sentences That Are Gone"), NULL));
  for (guint i = 0; i < coverage->gone->len; i++)
    gtk_box_append (section, jg_ui_verbatim (g_ptr_array_index (coverage->gone, i)));
}

static void
jg_course_tasks_dispose (GObject *object)
{
  JgCourseTasks *self = JG_COURSE_TASKS (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->coverage, jg_course_coverage_free);

  G_OBJECT_CLASS (jg_course_tasks_parent_class)->dispose (object);
}

static void
jg_course_tasks_class_init (JgCourseTasksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jg_course_tasks_dispose;
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
jg_course_tasks_init (JgCourseTasks *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  self->head = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  self->hints = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  self->cells = JG_COURSE_CELLS (jg_course_cells_new ());
  self->rest = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 9));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->head));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->hints));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->cells));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->rest));
  g_signal_connect_object (self->cells, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), box);
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
 * Sets a course against the published tasks of its occupation. Cells that are being written at stay as they are.
 */
void
jg_course_tasks_show (JgCourseTasks *self, JgCourse *course)
{
  g_return_if_fail (JG_IS_COURSE_TASKS (self));
  g_return_if_fail (course != NULL);

  g_clear_pointer (&self->coverage, jg_course_coverage_free);
  self->coverage = jg_course_coverage_new (jg_session_get_catalogue (self->session), course);
  jg_course_cells_show (self->cells, self->coverage);
  if (self->coverage != NULL)
    {
      show_head (self);
      show_hints (self);
      show_rest (self);
      return;
    }
  jg_ui_clear (self->head);
  jg_ui_clear (self->hints);
  jg_ui_clear (self->rest);
  gtk_box_append (self->head,
                  jg_ui_label (_ ("Choose the occupation of the course first: its published "
                                  "tasks are what the modules are set against."),
                               NULL));
}

/**
 * jg_course_tasks_read:
 * @self: a view
 * @course: a course that may be changed, with the modules that were shown
 *
 * Writes into a course the cells that were written at. What cannot be kept is said there, and the course has what was before.
 *
 * Returns: whether all of it can be kept
 */
gboolean
jg_course_tasks_read (JgCourseTasks *self, JgCourse *course)
{
  g_return_val_if_fail (JG_IS_COURSE_TASKS (self), FALSE);
  g_return_val_if_fail (course != NULL, FALSE);

  return self->coverage == NULL || jg_course_cells_read (self->cells, course);
}

/**
 * jg_course_tasks_settle:
 * @self: a view
 *
 * What jg_course_tasks_read() wrote is kept.
 */
void
jg_course_tasks_settle (JgCourseTasks *self)
{
  g_return_if_fail (JG_IS_COURSE_TASKS (self));

  jg_course_cells_settle (self->cells);
}

/**
 * jg_course_tasks_forget:
 * @self: a view
 *
 * Whatever was written at a cell and is not kept yet does not count any more.
 */
void
jg_course_tasks_forget (JgCourseTasks *self)
{
  g_return_if_fail (JG_IS_COURSE_TASKS (self));

  jg_course_cells_forget (self->cells);
}

/**
 * jg_course_tasks_get_task:
 * @self: a view
 * @task: a published task, from 0
 *
 * Returns: (transfer none) (nullable): its sentence; %NULL where there is no such task
 */
const char *
jg_course_tasks_get_task (JgCourseTasks *self, guint task)
{
  g_return_val_if_fail (JG_IS_COURSE_TASKS (self), NULL);

  return self->coverage != NULL && task < self->coverage->n_tasks
             ? g_ptr_array_index (self->coverage->occupation->tasks, task)
             : NULL;
}

/**
 * jg_course_tasks_focus_suggestion:
 * @self: a view
 *
 * Puts the keyboard to the first suggestion, or to the cells where there is none any more.
 */
void
jg_course_tasks_focus_suggestion (JgCourseTasks *self)
{
  g_return_if_fail (JG_IS_COURSE_TASKS (self));

  if (!jg_course_hint_focus_first (GTK_WIDGET (self->hints)))
    gtk_widget_child_focus (GTK_WIDGET (self->cells), GTK_DIR_TAB_FORWARD);
}
