/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be asked of the page: courses made, copied, taken out, brought in by files, given out on paper and in files. */

#include "jg-courses-page-private.h"

#include <glib/gi18n.h>

#include "../jg-page.h"
#include "courses/jg-course-occupation.h"
#include "jg-course-compare.h"
#include "jg-course-exchange.h"
#include "jg-course-output.h"

static void
new_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  jg_courses_page_add (JG_COURSES_PAGE (widget));
}

static void
duplicate_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgCoursesPage *self = JG_COURSES_PAGE (widget);
  const char *id = jg_course_view_get_id (self->view);
  g_autoptr (GError) error = NULL;
  g_autofree char *added_id = NULL;
  JgCourse *added;

  if (id == NULL || !jg_course_view_flush (self->view))
    return;
  added = jg_course_shelf_add (self->shelf, jg_course_shelf_find (self->shelf, id), &error);
  if (added == NULL)
    {
      jg_courses_page_complain (self, error);
      return;
    }
  added_id = g_strdup (jg_course_get (added, JG_COURSE_ID));
  jg_courses_page_show_now (self, added_id);
  jg_course_view_focus_name (self->view);
}

static void
delete_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgCoursesPage *self = JG_COURSES_PAGE (widget);
  g_autofree char *id = g_strdup (jg_course_view_get_id (self->view));
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (id == NULL)
    return;
  jg_course_view_flush (self->view);
  text = g_strdup_printf (_ ("“%s” is deleted."),
                          jg_course_get (jg_course_shelf_find (self->shelf, id), JG_COURSE_NAME));
  if (!jg_course_shelf_remove (self->shelf, id, &error))
    {
      jg_courses_page_complain (self, error);
      return;
    }
  jg_page_go_back (JG_PAGE (self));
  if (!jg_line_list_focus (self->list))
    gtk_widget_grab_focus (self->entry);
  jg_courses_page_offer_undo (self, text);
}

static void
confirm_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgCoursesPage *self = JG_COURSES_PAGE (widget);

  if (jg_course_view_get_id (self->view) != NULL)
    jg_course_view_confirm (self->view);
}

/* The course that is shown, with all that was written of it. */
static GPtrArray *
list_shown (JgCoursesPage *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_course_unref);
  JgCourse *course;

  jg_course_view_flush (self->view);
  course = jg_course_shelf_find (self->shelf, jg_course_view_get_id (self->view));
  if (course != NULL)
    g_ptr_array_add (list, jg_course_ref (course));
  return list;
}

/* All courses as they are now; others may come while a dialog is open. */
static GPtrArray *
list_all (JgCoursesPage *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_course_unref);
  GPtrArray *courses;

  jg_course_view_flush (self->view);
  courses = jg_course_shelf_get_courses (self->shelf);
  for (guint i = 0; i < courses->len; i++)
    g_ptr_array_add (list, jg_course_ref (g_ptr_array_index (courses, i)));
  return list;
}

static void
imported_cb (JgCourseImport *import, gpointer data)
{
  JgCoursesPage *self = JG_COURSES_PAGE (data);
  g_autofree char *text = g_strdup_printf (_ ("Imported: %u new, %u changed."),
                                           jg_course_import_count (import, JG_COURSE_NEW),
                                           jg_course_import_count (import, JG_COURSE_CHANGED));

  if (import->rows->len > 0 && jg_course_view_get_id (self->view) == NULL)
    jg_courses_page_show_now (
        self, jg_course_get (((JgCourseRow *) g_ptr_array_index (import->rows, 0))->course,
                             JG_COURSE_ID));
  jg_courses_page_offer_undo (self, text);
}

static void
import_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgCoursesPage *self = JG_COURSES_PAGE (widget);

  if (jg_course_view_flush (self->view))
    jg_course_exchange_import (widget, self->session, self->shelf, imported_cb, self);
  else
    gtk_widget_error_bell (widget);
}

static void
export_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgCoursesPage *self = JG_COURSES_PAGE (widget);
  g_autoptr (GPtrArray) courses =
      g_str_equal (action_name, "course.export") ? list_all (self) : list_shown (self);

  if (courses->len > 0)
    jg_course_exchange_export (widget, courses);
}

static void
output_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgCoursesPage *self = JG_COURSES_PAGE (widget);
  const JgCourseOutput output = (JgCourseOutput) g_variant_get_int32 (parameter);
  g_autoptr (GPtrArray) courses =
      output == JG_COURSE_OUTPUT_CATALOGUE ? list_all (self) : list_shown (self);

  if (courses->len == 0)
    return;
  if (g_str_equal (action_name, "course.print"))
    jg_course_output_print (widget, self->session, courses, output);
  else
    jg_course_output_save_pdf (widget, self->session, courses, output);
}

static void
compare_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgCoursesPage *self = JG_COURSES_PAGE (widget);
  g_autoptr (GPtrArray) courses = list_all (self);
  JgCourse *shown = jg_course_shelf_find (self->shelf, jg_course_view_get_id (self->view));
  g_autoptr (JgOccupation) occupation =
      shown != NULL
          ? jg_course_find_occupation (jg_session_get_catalogue (self->session), shown, NULL)
          : NULL;
  GtkWidget *dialog =
      jg_course_compare_new (self->session, courses, occupation != NULL ? occupation->id : NULL);

  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * jg_courses_page_install_actions:
 * @widget_class: class of the page
 *
 * Installs what its buttons and menus can ask for.
 */
void
jg_courses_page_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "course.new", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "course.duplicate", NULL, duplicate_cb);
  gtk_widget_class_install_action (widget_class, "course.delete", NULL, delete_cb);
  gtk_widget_class_install_action (widget_class, "course.confirm", NULL, confirm_cb);
  gtk_widget_class_install_action (widget_class, "course.import", NULL, import_cb);
  gtk_widget_class_install_action (widget_class, "course.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "course.export-this", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "course.print", "i", output_cb);
  gtk_widget_class_install_action (widget_class, "course.save-pdf", "i", output_cb);
  gtk_widget_class_install_action (widget_class, "course.compare", NULL, compare_cb);
}
