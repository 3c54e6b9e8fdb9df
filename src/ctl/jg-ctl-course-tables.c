/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "courses/jg-course-export.h"
#include "courses/jg-course-import.h"
#include "jg-ctl-course.h"

static const char *const news_nicks[] = { "new", "changed", "same" };
static const char *const news_labels[] = { "新", "改", "同" };

static void
put_problems (JsonBuilder *builder, const JgCourseImport *import)
{
  json_builder_set_member_name (builder, "errors");
  json_builder_begin_array (builder);
  for (guint i = 0; i < import->problems->len; i++)
    {
      const JgCourseProblem *problem = g_ptr_array_index (import->problems, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "row");
      json_builder_add_int_value (builder, problem->row);
      jg_ctl_put (builder, "column", problem->column);
      jg_ctl_put (builder, "header", problem->header);
      jg_ctl_put (builder, "text", problem->text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
put_rows (JsonBuilder *builder, const JgCourseImport *import)
{
  json_builder_set_member_name (builder, "courses");
  json_builder_begin_array (builder);
  for (guint i = 0; i < import->rows->len; i++)
    {
      const JgCourseRow *row = g_ptr_array_index (import->rows, i);

      json_builder_begin_object (builder);
      jg_ctl_put (builder, "news", news_nicks[row->news]);
      json_builder_set_member_name (builder, "row");
      if (row->row > 0)
        json_builder_add_int_value (builder, row->row);
      else
        json_builder_add_null_value (builder);
      jg_ctl_course_put_head (builder, row->course);
      json_builder_set_member_name (builder, "modules");
      json_builder_add_int_value (builder, row->course->modules->len);
      json_builder_set_member_name (builder, "changes");
      json_builder_begin_array (builder);
      for (guint k = 0; k < row->changes->len; k++)
        json_builder_add_string_value (builder, g_ptr_array_index (row->changes, k));
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
put_import (JgCtl *ctl, const JgCourseImport *import, gboolean done)
{
  JsonBuilder *builder = jg_ctl_begin (ctl);

  jg_ctl_put (builder, "file", import->name);
  jg_ctl_put (builder, "encoding", import->encoding);
  json_builder_set_member_name (builder, "imported");
  json_builder_add_boolean_value (builder, done);
  for (guint news = 0; news < G_N_ELEMENTS (news_nicks); news++)
    {
      json_builder_set_member_name (builder, news_nicks[news]);
      json_builder_add_int_value (builder, jg_course_import_count (import, news));
    }
  put_rows (builder, import);
  put_problems (builder, import);
  json_builder_set_member_name (builder, "notes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < import->notes->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (import->notes, i));
  json_builder_end_array (builder);
  jg_ctl_end (builder);
}

static void
print_import (const JgCourseImport *import, gboolean done)
{
  for (guint i = 0; i < import->notes->len; i++)
    g_print ("注意：%s\n", (const char *) g_ptr_array_index (import->notes, i));
  for (guint i = 0; i < import->rows->len; i++)
    {
      const JgCourseRow *row = g_ptr_array_index (import->rows, i);

      g_print ("%s　%s（%u 个模块）\n", news_labels[row->news],
               jg_course_get (row->course, JG_COURSE_NAME), row->course->modules->len);
      for (guint k = 0; k < row->changes->len; k++)
        g_print ("    %s\n", (const char *) g_ptr_array_index (row->changes, k));
    }
  g_print ("%s：新 %u 门，改 %u 门，不变 %u 门\n", done ? "已导入" : "预览，没有导入",
           jg_course_import_count (import, JG_COURSE_NEW),
           jg_course_import_count (import, JG_COURSE_CHANGED),
           jg_course_import_count (import, JG_COURSE_SAME));
}

static int
report_problems (JgCtl *ctl, const JgCourseImport *import)
{
  for (guint i = 0; i < import->problems->len; i++)
    {
      g_autofree char *words =
          jg_course_problem_dup_words (g_ptr_array_index (import->problems, i), import->name);

      g_printerr ("%s\n", words);
    }
  if (ctl->json)
    put_import (ctl, import, FALSE);
  return jg_ctl_fail ("有 %u 处要改，什么也没有导入",
                      import->problems->len + import->n_more_problems);
}

/* jg_ctl_course_import:
 *
 * course import TABLE.csv|.xlsx|COURSES.json [--preview]
 *
 * Returns: 0, or 1 when something is wrong with it; nothing is imported then */
int
jg_ctl_course_import (JgCtl *ctl, JgCourseBook *book, char **arguments)
{
  g_autoptr (JgCatalogue) catalogue = NULL;
  g_autoptr (JgCourseImport) import = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments[0] == NULL || arguments[1] != NULL)
    return jg_ctl_usage ("course import 后面应写一个 .csv、.xlsx 或 .json 文件");
  catalogue = jg_ctl_open_catalogue (ctl);
  if (catalogue == NULL)
    return JG_EXIT_NOTHING;
  import = jg_course_import_new_from_file (arguments[0], catalogue, book, NULL, &error);
  if (import == NULL)
    return jg_ctl_fail ("%s", error->message);
  if (import->problems->len > 0)
    return report_problems (ctl, import);
  if (!ctl->preview && !jg_course_import_apply (import, book, &error))
    return jg_ctl_fail ("%s", error->message);
  if (ctl->json)
    put_import (ctl, import, !ctl->preview);
  else
    print_import (import, !ctl->preview);
  return JG_EXIT_DONE;
}

/* jg_ctl_course_export:
 *
 * course export --output FILE.csv|.xlsx|.json [COURSE…]
 *
 * Returns: 0, or 1 when there is no such course or nothing could be written */
int
jg_ctl_course_export (JgCtl *ctl, JgCourseBook *book, char **arguments)
{
  g_autoptr (GPtrArray) courses = NULL;
  g_autoptr (GError) error = NULL;

  if (ctl->output == NULL)
    return jg_ctl_usage ("course export 要写 --output 文件.csv、文件.xlsx 或 文件.json");
  courses = jg_ctl_course_select (book, arguments);
  if (courses == NULL)
    return JG_EXIT_NOTHING;
  if (!jg_course_export (courses, ctl->output, &error))
    return jg_ctl_fail ("%s", error->message);
  if (ctl->json)
    {
      JsonBuilder *builder = jg_ctl_begin (ctl);

      jg_ctl_put (builder, "output", ctl->output);
      json_builder_set_member_name (builder, "courses");
      json_builder_add_int_value (builder, courses->len);
      jg_ctl_end (builder);
    }
  else
    g_print ("%s：%u 门课程\n", ctl->output, courses->len);
  return JG_EXIT_DONE;
}
