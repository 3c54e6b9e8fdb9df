/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-course-compare.h"

#include <glib/gi18n.h>

#include "../jg-columns.h"
#include "../jg-ui.h"
#include "../occupations/jg-task-label.h"
#include "courses/jg-course-coverage.h"

struct _JgCourseCompare
{
  AdwWindow parent_instance;

  GtkDropDown *choice;
  GtkBox *box;

  JgSession *session;
  GPtrArray *courses;     /* (element-type JgCourse) */
  GPtrArray *occupations; /* (element-type JgOccupation): that courses are of, each once */
};

G_DEFINE_FINAL_TYPE (JgCourseCompare, jg_course_compare, ADW_TYPE_WINDOW)

static const JgCourseCoverage *
get (GPtrArray *coverages, guint i)
{
  return g_ptr_array_index (coverages, i);
}

static const char *
get_name (GPtrArray *coverages, guint i)
{
  return jg_course_get (get (coverages, i)->course, JG_COURSE_NAME);
}

static GtkWidget *
make_head (const JgCourseCoverage *coverage)
{
  const char *provider = jg_course_get (coverage->course, JG_COURSE_PROVIDER);
  const char *state = jg_course_field_choice_label (
      JG_COURSE_STATE, jg_course_get (coverage->course, JG_COURSE_STATE));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *line =
      g_strdup_printf ("%s · %s", state, provider != NULL ? provider : _ ("no provider"));
  g_autofree char *covered =
      g_strdup_printf (_ ("Tasks with hours: %u of %u (%.1f%%)"), coverage->n_covered,
                       coverage->n_tasks, jg_course_coverage_get_percent (coverage));
  g_autofree char *tied =
      g_strdup_printf (_ ("Hours tied to tasks: %.1f of %.1f"), coverage->tied, coverage->hours);

  gtk_box_append (GTK_BOX (box),
                  jg_ui_label (jg_course_get (coverage->course, JG_COURSE_NAME), "heading"));
  gtk_box_append (GTK_BOX (box), jg_ui_label (line, "remark"));
  if (coverage->n_tasks > 0)
    gtk_box_append (GTK_BOX (box), jg_ui_label (covered, NULL));
  gtk_box_append (GTK_BOX (box), jg_ui_label (tied, NULL));
  return box;
}

static void
add_task (JgCourseCompare *self, GPtrArray *coverages, const JgOccupation *occupation, guint task)
{
  GtkBox *card = GTK_BOX (jg_ui_card (self->box));
  GtkWidget *row = jg_columns_new (FALSE);
  g_autofree char *spoken = g_strdup_printf (_ ("Task %u"), task + 1);

  gtk_box_append (card, jg_task_label_new (task + 1, g_ptr_array_index (occupation->tasks, task),
                                           NULL, spoken));
  for (guint i = 0; i < coverages->len; i++)
    {
      const double hours = get (coverages, i)->task_hours[task];
      g_autofree char *words =
          hours > 0 ? g_strdup_printf (_ ("%.1f hours"), hours) : g_strdup (_ ("no hours"));

      jg_columns_append (JG_COLUMNS (row), get_name (coverages, i),
                         jg_ui_label (words, hours > 0 ? NULL : "warning"));
    }
  gtk_box_append (card, row);
}

static void
update (JgCourseCompare *self)
{
  const guint selected = gtk_drop_down_get_selected (self->choice);
  const JgOccupation *occupation;
  g_autoptr (GPtrArray) coverages = NULL;
  GtkWidget *heads;

  jg_ui_clear (self->box);
  if (selected >= self->occupations->len)
    return;
  occupation = g_ptr_array_index (self->occupations, selected);
  coverages = jg_course_coverage_compare (jg_session_get_catalogue (self->session), self->courses,
                                          occupation->id);
  heads = jg_columns_new (FALSE);
  for (guint i = 0; i < coverages->len; i++)
    jg_columns_append (JG_COLUMNS (heads), NULL, make_head (get (coverages, i)));
  gtk_box_append (GTK_BOX (jg_ui_card (self->box)), heads);
  if (occupation->tasks->len == 0)
    gtk_box_append (
        self->box,
        jg_ui_label (_ ("No tasks are published of this occupation, so there is no coverage."),
                     NULL));
  for (guint task = 0; task < occupation->tasks->len; task++)
    add_task (self, coverages, occupation, task);
}

static void
find_occupations (JgCourseCompare *self)
{
  JgCatalogue *catalogue = jg_session_get_catalogue (self->session);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->courses->len; i++)
    {
      g_autoptr (JgOccupation) occupation =
          jg_course_find_occupation (catalogue, g_ptr_array_index (self->courses, i), NULL);

      if (occupation != NULL && g_hash_table_add (seen, occupation->id))
        g_ptr_array_add (self->occupations, jg_occupation_ref (occupation));
    }
}

static void
jg_course_compare_dispose (GObject *object)
{
  JgCourseCompare *self = JG_COURSE_COMPARE (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->courses, g_ptr_array_unref);
  g_clear_pointer (&self->occupations, g_ptr_array_unref);

  G_OBJECT_CLASS (jg_course_compare_parent_class)->dispose (object);
}

static void
jg_course_compare_class_init (JgCourseCompareClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jg_course_compare_dispose;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
jg_course_compare_init (JgCourseCompare *self)
{
}

static void
build (JgCourseCompare *self)
{
  GtkBox *outer = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  GtkWidget *scroller = jg_ui_scroller (GTK_WIDGET (box), _ ("Courses side by side"));

  self->choice = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 9));
  gtk_widget_add_css_class (GTK_WIDGET (box), "detail");
  jg_ui_field (box, _ ("Occupation"), GTK_WIDGET (self->choice));
  gtk_box_append (box, GTK_WIDGET (self->box));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (outer, adw_header_bar_new ());
  gtk_box_append (outer, scroller);
  adw_window_set_content (ADW_WINDOW (self), GTK_WIDGET (outer));
}

/**
 * jg_course_compare_new:
 * @session: what the pages share
 * @courses: (element-type JgCourse): courses, each with an id
 * @occupation: (nullable): id of the occupation to begin with
 *
 * Makes the window; which occupation is compared can be chosen in it.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
jg_course_compare_new (JgSession *session, GPtrArray *courses, const char *occupation)
{
  JgCourseCompare *self;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  g_return_val_if_fail (JG_IS_SESSION (session), NULL);
  g_return_val_if_fail (courses != NULL, NULL);

  self = g_object_new (JG_TYPE_COURSE_COMPARE, "title", _ ("Courses Compared"), "modal", TRUE,
                       "default-width", 900, "default-height", 760, "width-request", 340, NULL);
  self->session = g_object_ref (session);
  self->courses = g_ptr_array_ref (courses);
  self->occupations = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_occupation_unref);
  find_occupations (self);
  build (self);
  for (guint i = 0; i < self->occupations->len; i++)
    {
      const JgOccupation *other = g_ptr_array_index (self->occupations, i);

      gtk_string_list_append (names, other->name);
      if (g_strcmp0 (other->id, occupation) == 0)
        selected = i;
    }
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->choice, selected);
  jg_ui_name_drop_down (GTK_WIDGET (self->choice), _ ("Occupation"));
  update (self);
  g_signal_connect_object (self->choice, "notify::selected", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
