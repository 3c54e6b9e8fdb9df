/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "courses/jg-course-cell.h"
#include "courses/jg-course-check.h"
#include "courses/jg-course-funding.h"
#include "guidance/jg-occupation-words.h"
#include "jg-ctl-course.h"

static void
put_warnings (JsonBuilder *builder, const JgCourse *course, GPtrArray *warnings)
{
  json_builder_begin_object (builder);
  jg_ctl_put (builder, "id", jg_course_get (course, JG_COURSE_ID));
  jg_ctl_put (builder, "name", jg_course_get (course, JG_COURSE_NAME));
  json_builder_set_member_name (builder, "warnings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < warnings->len; i++)
    {
      const JgCourseWarning *warning = g_ptr_array_index (warnings, i);

      json_builder_begin_object (builder);
      jg_ctl_put (builder, "kind", warning->kind);
      jg_ctl_put (builder, "field",
                  warning->field < JG_N_COURSE_FIELDS ? jg_course_field_nick (warning->field)
                                                      : "modules");
      jg_ctl_put (builder, "text", warning->text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
print_warnings (const JgCourse *course, GPtrArray *warnings)
{
  if (warnings->len == 0)
    {
      g_print ("%s：没有要注意的\n", jg_course_get (course, JG_COURSE_NAME));
      return;
    }
  g_print ("%s：\n", jg_course_get (course, JG_COURSE_NAME));
  for (guint i = 0; i < warnings->len; i++)
    g_print ("  %s\n", ((JgCourseWarning *) g_ptr_array_index (warnings, i))->text);
}

/* jg_ctl_course_check:
 *
 * course check [COURSE…]
 *
 * Returns: 0, whatever there is to be looked at; 1 when there is no such course */
int
jg_ctl_course_check (JgCtl *ctl, JgCourseBook *book, char **arguments)
{
  g_autoptr (JgCatalogue) catalogue = NULL;
  g_autoptr (GPtrArray) courses = jg_ctl_course_select (book, arguments);
  JsonBuilder *builder = NULL;

  if (courses == NULL)
    return JG_EXIT_NOTHING;
  catalogue = jg_ctl_open_catalogue (ctl);
  if (catalogue == NULL)
    return JG_EXIT_NOTHING;
  if (ctl->json)
    {
      builder = jg_ctl_begin (ctl);
      json_builder_set_member_name (builder, "courses");
      json_builder_begin_array (builder);
    }
  for (guint i = 0; i < courses->len; i++)
    {
      JgCourse *course = g_ptr_array_index (courses, i);
      g_autoptr (GPtrArray) warnings = jg_course_check (catalogue, course, ctl->as_of);

      if (builder != NULL)
        put_warnings (builder, course, warnings);
      else
        print_warnings (course, warnings);
    }
  if (builder != NULL)
    {
      json_builder_end_array (builder);
      jg_ctl_end (builder);
    }
  return JG_EXIT_DONE;
}

static void
put_funding (JsonBuilder *builder, JgCatalogue *catalogue, const JgCourseFunding *funding)
{
  const JgMeasure *measure = funding->measure;

  json_builder_begin_object (builder);
  jg_ctl_put (builder, "id", measure->id);
  jg_ctl_put (builder, "name", measure->name);
  jg_ctl_put (builder, "kind", measure->kind);
  json_builder_set_member_name (builder, "document");
  json_builder_begin_object (builder);
  jg_ctl_put (builder, "key", measure->document);
  jg_ctl_put (builder, "number", measure->document_number);
  jg_ctl_put (builder, "title", measure->document_title);
  json_builder_end_object (builder);
  jg_ctl_put (builder, "clause", measure->clause);
  jg_ctl_put (builder, "quote", measure->quote);
  jg_ctl_put_list (builder, "beneficiary", measure->beneficiaries);
  jg_ctl_put (builder, "region", measure->region_name);
  jg_ctl_put (builder, "force", measure->force);
  jg_ctl_put (builder, "amount", measure->amount);
  jg_ctl_put (builder, "validity", jg_validity_nick (funding->validity));
  jg_ctl_put (builder, "dates", funding->dates);
  jg_ctl_put (builder, "list_words", funding->list_words);
  jg_ctl_put (builder, "mode_words", funding->mode_words);
  jg_ctl_put (builder, "occupation_words", funding->link_words);
  json_builder_set_member_name (builder, "chosen");
  json_builder_add_boolean_value (builder, funding->chosen);
  jg_ctl_put (builder, "provenance", measure->provenance);
  jg_ctl_put_list (builder, "caveats", measure->caveats);
  json_builder_end_object (builder);
}

static const char *
or_unwritten (const char *words)
{
  return words != NULL ? words : "文中未写";
}

static void
print_funding (JgCatalogue *catalogue, const JgCourseFunding *funding)
{
  const JgMeasure *measure = funding->measure;
  g_autofree char *citation =
      jg_occupation_words_dup_citation (catalogue, measure->document, measure->clause);
  g_autofree char *whose = jg_measure_dup_beneficiaries (measure);

  g_print ("\n%s%s（%s）\n  %s\n  “%s”\n", funding->chosen ? "✓ " : "", measure->name, measure->id,
           citation, measure->quote);
  g_print ("  补贴对象：%s；地区：%s；措辞：%s\n", whose, measure->region_name,
           jg_measure_force_label (measure->force));
  g_print ("  金额：%s\n  目录条件：%s\n  线上线下：%s\n", or_unwritten (measure->amount),
           or_unwritten (funding->list_words), or_unwritten (funding->mode_words));
  g_print ("  职业：%s\n  %s\n",
           funding->link_words != NULL ? funding->link_words : "文中未限定职业", funding->dates);
}

/* jg_ctl_course_measures:
 *
 * course measures COURSE
 *
 * Returns: 0, or 1 when there is no such course */
int
jg_ctl_course_measures (JgCtl *ctl, JgCourseBook *book, char **arguments)
{
  g_autoptr (JgCatalogue) catalogue = NULL;
  g_autoptr (GPtrArray) fundings = NULL;
  JsonBuilder *builder = NULL;
  const JgCourse *course;

  if (arguments[0] == NULL || arguments[1] != NULL)
    return jg_ctl_usage ("course measures 后面应写一门课程的编号或名称");
  course = jg_ctl_course_find (book, arguments[0]);
  if (course == NULL)
    return JG_EXIT_NOTHING;
  catalogue = jg_ctl_open_catalogue (ctl);
  if (catalogue == NULL)
    return JG_EXIT_NOTHING;
  fundings = jg_course_funding_list (catalogue, course, ctl->as_of);
  if (ctl->json)
    {
      builder = jg_ctl_begin (ctl);
      jg_ctl_put (builder, "id", jg_course_get (course, JG_COURSE_ID));
      jg_ctl_put (builder, "mode", jg_course_get (course, JG_COURSE_MODE));
      json_builder_set_member_name (builder, "measures");
      json_builder_begin_array (builder);
    }
  else
    {
      g_autofree char *mode = jg_ctl_course_dup_value (course, JG_COURSE_MODE);

      g_print ("可能与“%s”（授课方式：%s）有关的培训政策，按 %s 判断，以经办机构审核为准：\n",
               jg_course_get (course, JG_COURSE_NAME), mode != NULL ? mode : "未写", ctl->as_of);
    }
  for (guint i = 0; i < fundings->len; i++)
    if (builder != NULL)
      put_funding (builder, catalogue, g_ptr_array_index (fundings, i));
    else
      print_funding (catalogue, g_ptr_array_index (fundings, i));
  if (builder != NULL)
    {
      json_builder_end_array (builder);
      jg_ctl_end (builder);
    }
  return JG_EXIT_DONE;
}

static gboolean
read_number (const char *text, guint max, guint *number)
{
  guint64 value;

  if (text == NULL || !g_ascii_string_to_unsigned (text, 10, 1, MAX (max, 1), &value, NULL) ||
      value > max)
    return FALSE;
  *number = (guint) value;
  return TRUE;
}

static gboolean
decide (JgCourse *course, const JgOccupation *occupation, char **arguments, int hours)
{
  guint module_number, task_number;
  JgCourseModule *module;
  const char *task;

  if (!read_number (arguments[1], course->modules->len, &module_number))
    {
      jg_ctl_fail ("没有模块 %s；这门课程有 %u 个模块", arguments[1], course->modules->len);
      return FALSE;
    }
  if (!read_number (arguments[2], occupation->tasks->len, &task_number))
    {
      jg_ctl_fail ("没有任务 %s；“%s”公布了 %u 项", arguments[2], occupation->name,
                   occupation->tasks->len);
      return FALSE;
    }
  module = g_ptr_array_index (course->modules, module_number - 1);
  task = g_ptr_array_index (occupation->tasks, task_number - 1);
  if (strcmp (arguments[3], "forget") == 0)
    jg_course_module_forget (module, task);
  else
    jg_course_module_decide (module, task, strcmp (arguments[3], "accept") == 0, hours);
  return TRUE;
}

/* jg_ctl_course_decide:
 *
 * course decide COURSE MODULE TASK accept [HOURS] | … refuse | … forget
 *
 * Returns: 0, or 1 when there is no such course, module or task, or it could not be kept */
int
jg_ctl_course_decide (JgCtl *ctl, JgCourseBook *book, char **arguments)
{
  static const char *const decisions[] = { "accept", "refuse", "forget", NULL };
  g_autoptr (JgCatalogue) catalogue = NULL;
  g_autoptr (JgOccupation) occupation = NULL;
  g_autoptr (JgCourse) changed = NULL;
  g_autoptr (GPtrArray) courses = NULL;
  g_autoptr (GError) error = NULL;
  const guint n = g_strv_length (arguments);
  int hours = JG_COURSE_NO_HOURS;
  JgCourse *course;

  if (n < 4 || n > 5 || !g_strv_contains (decisions, arguments[3]) ||
      (n == 5 && strcmp (arguments[3], "accept") != 0))
    return jg_ctl_usage (
        "course decide 后面应写：课程 模块序号 任务序号 accept [课时]|refuse|forget");
  if (n == 5)
    hours = jg_course_cell_read_hours (arguments[4], &error);
  if (error != NULL)
    return jg_ctl_usage ("%s", error->message);
  course = jg_ctl_course_find (book, arguments[0]);
  if (course == NULL)
    return JG_EXIT_NOTHING;
  catalogue = jg_ctl_open_catalogue (ctl);
  if (catalogue == NULL)
    return JG_EXIT_NOTHING;
  occupation = jg_course_find_occupation (catalogue, course, NULL);
  if (occupation == NULL)
    return jg_ctl_fail ("“%s”没有对应到职业", jg_course_get (course, JG_COURSE_NAME));
  changed = jg_course_copy (course);
  if (!decide (changed, occupation, arguments, hours))
    return JG_EXIT_NOTHING;
  courses = g_ptr_array_new ();
  g_ptr_array_add (courses, changed);
  if (!jg_course_book_keep (book, courses, &error))
    return jg_ctl_fail ("%s", error->message);
  return jg_ctl_course_coverage (ctl, book, (char *[]){ arguments[0], NULL });
}
