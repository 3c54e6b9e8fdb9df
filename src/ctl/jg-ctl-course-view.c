/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-ctl-course.h"

#include <string.h>

/* jg_ctl_course_list:
 *
 * course list
 *
 * Returns: 0, or 1 when there is no course */
int
jg_ctl_course_list (JgCtl *ctl, JgCourseBook *book, char **arguments)
{
  GPtrArray *courses = jg_course_book_get_courses (book);
  JsonBuilder *builder = NULL;

  if (arguments[0] != NULL)
    return jg_ctl_usage ("course list 后面不写别的");
  if (ctl->json)
    {
      builder = jg_ctl_begin (ctl);
      json_builder_set_member_name (builder, "courses");
      json_builder_begin_array (builder);
      for (guint i = 0; i < courses->len; i++)
        {
          json_builder_begin_object (builder);
          jg_ctl_course_put_head (builder, g_ptr_array_index (courses, i));
          json_builder_end_object (builder);
        }
      json_builder_end_array (builder);
      jg_ctl_end (builder);
    }
  for (guint i = 0; !ctl->json && i < courses->len; i++)
    {
      const JgCourse *course = g_ptr_array_index (courses, i);
      g_autofree char *state = jg_ctl_course_dup_value (course, JG_COURSE_STATE);
      const char *provider = jg_course_get (course, JG_COURSE_PROVIDER);
      const char *confirmed = jg_course_get (course, JG_COURSE_CONFIRMED);

      g_print ("%s　%s　%s", jg_course_get (course, JG_COURSE_ID), state,
               jg_course_get (course, JG_COURSE_NAME));
      g_print ("（%s，核实日期：%s）\n", provider != NULL ? provider : "未写培训机构",
               confirmed != NULL ? confirmed : "未写");
    }
  if (courses->len == 0)
    return jg_ctl_fail ("还没有课程");
  return JG_EXIT_DONE;
}

static void
put_module (JsonBuilder *builder, const JgCourseModule *module)
{
  json_builder_begin_object (builder);
  jg_ctl_put (builder, "name", module->name);
  jg_ctl_course_put_hours (builder, "hours", module->hours);
  jg_ctl_put (builder, "content", module->content);
  json_builder_set_member_name (builder, "tasks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < module->links->len; i++)
    {
      const JgCourseLink *link = g_ptr_array_index (module->links, i);

      json_builder_begin_object (builder);
      jg_ctl_put (builder, "text", link->task);
      jg_ctl_put (builder, "decision", link->accepted ? "accepted" : "refused");
      jg_ctl_course_put_hours (builder, "hours", link->hours);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
put_course (JgCtl *ctl, const JgCourse *course)
{
  JsonBuilder *builder = jg_ctl_begin (ctl);

  for (guint field = 0; field < JG_N_COURSE_FIELDS; field++)
    if (jg_course_field_kind (field) == JG_COURSE_KIND_HOURS)
      jg_ctl_course_put_hours (builder, jg_course_field_nick (field),
                               jg_course_get_hours (course, field));
    else if (jg_course_field_kind (field) == JG_COURSE_KIND_IDS)
      {
        const char *value = jg_course_get (course, field);
        g_auto (GStrv) ids = g_strsplit (value != NULL ? value : "", " ", -1);

        jg_ctl_put_list (builder, jg_course_field_nick (field), ids);
      }
    else
      jg_ctl_put (builder, jg_course_field_nick (field), jg_course_get (course, field));
  json_builder_set_member_name (builder, "modules");
  json_builder_begin_array (builder);
  for (guint i = 0; i < course->modules->len; i++)
    put_module (builder, g_ptr_array_index (course->modules, i));
  json_builder_end_array (builder);
  jg_ctl_end (builder);
}

static void
print_lines (const char *indent, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    g_print ("%s%s\n", indent, lines[i]);
}

static void
print_course (const JgCourse *course)
{
  for (guint field = 0; field < JG_N_COURSE_FIELDS; field++)
    {
      g_autofree char *value = jg_ctl_course_dup_value (course, field);

      if (value == NULL)
        continue;
      if (strchr (value, '\n') == NULL)
        g_print ("%s：%s\n", jg_course_field_label (field), value);
      else
        {
          g_print ("%s：\n", jg_course_field_label (field));
          print_lines ("  ", value);
        }
    }
  for (guint i = 0; i < course->modules->len; i++)
    {
      const JgCourseModule *module = g_ptr_array_index (course->modules, i);
      g_autofree char *hours = jg_course_hours_dup (module->hours);

      g_print ("\n模块 %u：%s（%s%s）\n", i + 1, module->name, hours != NULL ? hours : "未写课时",
               hours != NULL ? " 课时" : "");
      if (module->content != NULL)
        print_lines ("  ", module->content);
    }
}

/* jg_ctl_course_show:
 *
 * course show ID-OR-NAME
 *
 * Returns: 0, or 1 when there is no such course */
int
jg_ctl_course_show (JgCtl *ctl, JgCourseBook *book, char **arguments)
{
  const JgCourse *course = NULL;

  if (arguments[0] == NULL || arguments[1] != NULL)
    return jg_ctl_usage ("course show 后面应写一门课程的编号或名称");
  course = jg_ctl_course_find (book, arguments[0]);
  if (course == NULL)
    return JG_EXIT_NOTHING;
  if (ctl->json)
    put_course (ctl, course);
  else
    print_course (course);
  return JG_EXIT_DONE;
}
