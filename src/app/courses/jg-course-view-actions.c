/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the buttons of one course change. */

#include "jg-course-view-private.h"

#include <glib/gi18n.h>

#include "../jg-ui.h"

static void
add_module_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgCourseView *self = JG_COURSE_VIEW (widget);
  g_autoptr (JgCourse) course = jg_course_view_begin_change (self);
  g_autofree char *name = g_strdup_printf (_ ("Module %u"), course->modules->len + 1);

  if (course->modules->len >= JG_COURSE_MAX_MODULES)
    {
      gtk_widget_error_bell (widget);
      return;
    }
  jg_course_add_module (course, name);
  jg_course_view_change (self, course);
  jg_course_modules_focus (self->modules, course->modules->len - 1);
}

static void
move_module_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgCourseView *self = JG_COURSE_VIEW (widget);
  g_autoptr (JgCourse) course = jg_course_view_begin_change (self);
  gpointer *modules = course->modules->pdata;
  guint module;
  int by;

  g_variant_get (parameter, "(ui)", &module, &by);
  if (module < course->modules->len && module + (guint) by < course->modules->len)
    {
      gpointer other = modules[module + (guint) by];

      modules[module + (guint) by] = modules[module];
      modules[module] = other;
      jg_course_view_change (self, course);
      jg_course_modules_focus (self->modules, module + (guint) by);
    }
}

static void
remove_module_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgCourseView *self = JG_COURSE_VIEW (widget);
  g_autoptr (JgCourse) course = jg_course_view_begin_change (self);
  const guint module = g_variant_get_uint32 (parameter);

  if (module >= course->modules->len)
    return;
  g_ptr_array_remove_index (course->modules, module);
  jg_course_view_change (self, course);
  jg_course_modules_focus (self->modules, module);
}

/* The trainer's answer to a suggestion. */
static void
decide_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgCourseView *self = JG_COURSE_VIEW (widget);
  g_autoptr (JgCourse) course = jg_course_view_begin_change (self);
  guint module, task;
  gboolean accepted;
  const char *text;

  g_variant_get (parameter, "(uub)", &module, &task, &accepted);
  text = jg_course_tasks_get_task (self->tasks, task);
  if (text == NULL || module >= course->modules->len)
    return;
  jg_course_module_decide (g_ptr_array_index (course->modules, module), text, accepted,
                           JG_COURSE_NO_HOURS);
  jg_course_view_change (self, course);
  jg_course_tasks_focus_suggestion (self->tasks);
}

/* Which measures the course counts on, in the order they were chosen. */
static void
count_on_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgCourseView *self = JG_COURSE_VIEW (widget);
  g_autoptr (JgCourse) course = jg_course_view_begin_change (self);
  const char *ids = jg_course_get (course, JG_COURSE_MEASURES);
  g_auto (GStrv) list = g_strsplit (ids != NULL ? ids : "", " ", -1);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  const char *measure;
  gboolean chosen;

  g_variant_get (parameter, "(&sb)", &measure, &chosen);
  for (guint i = 0; list[i] != NULL; i++)
    if (!g_str_equal (list[i], measure))
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", list[i]);
  if (chosen)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", measure);
  if (jg_course_set (course, JG_COURSE_MEASURES, text->len > 0 ? text->str : NULL, &error))
    jg_course_view_change (self, course);
  else
    {
      jg_ui_show_error (widget, _ ("This Was Not Kept"), error->message);
      jg_course_money_show (self->money, self->shown);
    }
}

/**
 * jg_course_view_install_actions:
 * @widget_class: class of the view
 *
 * Installs what the buttons can ask for.
 */
void
jg_course_view_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "course.add-module", NULL, add_module_cb);
  gtk_widget_class_install_action (widget_class, "course.move-module", "(ui)", move_module_cb);
  gtk_widget_class_install_action (widget_class, "course.remove-module", "u", remove_module_cb);
  gtk_widget_class_install_action (widget_class, "course.decide", "(uub)", decide_cb);
  gtk_widget_class_install_action (widget_class, "course.count-on", "(sb)", count_on_cb);
}
