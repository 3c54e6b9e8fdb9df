/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "courses/jg-course-suggest.h"
#include "guidance/jg-occupation-words.h"
#include "jg-ctl-course.h"
#include "jg-ctl-related.h"

static void
put_number (JsonBuilder *builder, const char *key, double value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_double_value (builder, value);
}

static void
put_int (JsonBuilder *builder, const char *key, gint64 value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_int_value (builder, value);
}

static const char *
basis_nick (JgCourseBasis basis)
{
  static const char *const nicks[] = { "name", "alias", "code", "work-type", "title" };

  return nicks[basis];
}

static void
put_occupation (JsonBuilder *builder, const JgOccupation *occupation)
{
  json_builder_begin_object (builder);
  jg_ctl_put (builder, "code", occupation->code);
  jg_ctl_put (builder, "edition", occupation->edition);
  jg_ctl_put (builder, "name", occupation->name);
  jg_ctl_put (builder, "provenance", occupation->provenance);
  json_builder_end_object (builder);
}

static const char *
get_decision (const JgCourseCell *cell)
{
  if (cell->accepted)
    return "accepted";
  return cell->refused ? "refused" : NULL;
}

static void
put_modules (JsonBuilder *builder, const JgCourseCoverage *coverage)
{
  json_builder_set_member_name (builder, "modules");
  json_builder_begin_array (builder);
  for (guint i = 0; i < coverage->n_modules; i++)
    {
      const JgCourseModule *module = g_ptr_array_index (coverage->course->modules, i);

      json_builder_begin_object (builder);
      jg_ctl_put (builder, "name", module->name);
      jg_ctl_course_put_hours (builder, "hours", module->hours);
      put_number (builder, "free_hours", coverage->free_hours[i]);
      json_builder_set_member_name (builder, "cells");
      json_builder_begin_array (builder);
      for (guint task = 0; task < coverage->n_tasks; task++)
        {
          const JgCourseCell *cell = jg_course_coverage_get_cell (coverage, i, task);

          if (get_decision (cell) == NULL)
            continue;
          json_builder_begin_object (builder);
          put_int (builder, "task", task + 1);
          jg_ctl_put (builder, "decision", get_decision (cell));
          put_number (builder, "hours", cell->hours);
          json_builder_set_member_name (builder, "shared");
          json_builder_add_boolean_value (builder, cell->shared);
          json_builder_end_object (builder);
        }
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
put_figures (JsonBuilder *builder, const JgCourseCoverage *coverage)
{
  put_int (builder, "covered", coverage->n_covered);
  put_int (builder, "tasks_published", coverage->n_tasks);
  json_builder_set_member_name (builder, "percent");
  if (coverage->n_tasks > 0)
    json_builder_add_double_value (builder, jg_course_coverage_get_percent (coverage));
  else
    json_builder_add_null_value (builder);
  put_number (builder, "hours", coverage->hours);
  put_number (builder, "tied_hours", coverage->tied);
  put_number (builder, "free_hours", coverage->hours - coverage->tied);
}

static void
put_suggestions (JsonBuilder *builder, const JgCourseCoverage *coverage, GPtrArray *suggestions)
{
  json_builder_set_member_name (builder, "suggestions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < suggestions->len; i++)
    {
      const JgCourseSuggestion *suggestion = g_ptr_array_index (suggestions, i);

      json_builder_begin_object (builder);
      put_int (builder, "module", suggestion->module + 1);
      put_int (builder, "task", suggestion->task + 1);
      jg_ctl_put (builder, "from", suggestion->from);
      jg_ctl_put (builder, "text", suggestion->text);
      json_builder_set_member_name (builder, "words");
      json_builder_begin_array (builder);
      for (guint k = 0; k < suggestion->shared->len; k++)
        {
          const JgSharedWords *shared = g_ptr_array_index (suggestion->shared, k);

          json_builder_begin_object (builder);
          jg_ctl_put (builder, "words", shared->words);
          jg_ctl_put (builder, "via", shared->everyday ? "synonym" : "task");
          jg_ctl_put_spans (builder, "bytes", shared->spans);
          jg_ctl_put_spans (builder, "other_bytes", shared->other_spans);
          json_builder_end_object (builder);
        }
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
put_coverage (JgCtl *ctl, const JgCourseCoverage *coverage, GPtrArray *suggestions)
{
  JsonBuilder *builder = jg_ctl_begin (ctl);

  jg_ctl_put (builder, "id", jg_course_get (coverage->course, JG_COURSE_ID));
  jg_ctl_put (builder, "name", jg_course_get (coverage->course, JG_COURSE_NAME));
  json_builder_set_member_name (builder, "occupation");
  put_occupation (builder, coverage->occupation);
  jg_ctl_put (builder, "basis", basis_nick (coverage->basis));
  put_figures (builder, coverage);
  json_builder_set_member_name (builder, "tasks");
  json_builder_begin_array (builder);
  for (guint task = 0; task < coverage->n_tasks; task++)
    {
      json_builder_begin_object (builder);
      put_int (builder, "task", task + 1);
      jg_ctl_put (builder, "text", g_ptr_array_index (coverage->occupation->tasks, task));
      put_number (builder, "hours", coverage->task_hours[task]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  put_modules (builder, coverage);
  put_suggestions (builder, coverage, suggestions);
  json_builder_set_member_name (builder, "gone");
  json_builder_begin_array (builder);
  for (guint i = 0; i < coverage->gone->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (coverage->gone, i));
  json_builder_end_array (builder);
  jg_ctl_end (builder);
}

static void
print_figures (const JgCourseCoverage *coverage)
{
  if (coverage->n_tasks == 0)
    g_print ("这个职业没有公布主要工作任务，覆盖率无从计算\n");
  else
    g_print ("有课时的任务：%u / %u（%.1f%%）；对应到任务的课时：%.1f / %.1f\n",
             coverage->n_covered, coverage->n_tasks, jg_course_coverage_get_percent (coverage),
             coverage->tied, coverage->hours);
}

static void
print_matrix (const JgCourseCoverage *coverage)
{
  for (guint task = 0; task < coverage->n_tasks; task++)
    {
      g_print ("%u. %s\n", task + 1,
               (const char *) g_ptr_array_index (coverage->occupation->tasks, task));
      for (guint i = 0; i < coverage->n_modules; i++)
        {
          const JgCourseCell *cell = jg_course_coverage_get_cell (coverage, i, task);
          const JgCourseModule *module = g_ptr_array_index (coverage->course->modules, i);

          if (cell->accepted)
            g_print ("     %.1f 课时%s　模块 %u %s\n", cell->hours, cell->shared ? "（均摊）" : "",
                     i + 1, module->name);
        }
      if (!(coverage->task_hours[task] > 0))
        g_print ("     没有课时\n");
    }
  for (guint i = 0; i < coverage->n_modules; i++)
    if (coverage->free_hours[i] > 0)
      g_print ("没有对应任务的课时：%.1f　模块 %u %s\n", coverage->free_hours[i], i + 1,
               ((JgCourseModule *) g_ptr_array_index (coverage->course->modules, i))->name);
}

static void
print_suggestion (const JgCourseSuggestion *suggestion)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < suggestion->shared->len; i++)
    {
      const JgSharedWords *shared = g_ptr_array_index (suggestion->shared, i);

      g_string_append_printf (words, "%s%s", i > 0 ? "、" : "", shared->words);
    }
  g_print ("  模块 %u“%s”\n  ≈ 任务 %u %s\n    相同的词：%s\n", suggestion->module + 1,
           suggestion->from, suggestion->task + 1, suggestion->text, words->str);
}

static void
print_coverage (const JgCourseCoverage *coverage, GPtrArray *suggestions)
{
  g_autofree char *code = jg_occupation_words_dup_code (
      coverage->occupation->code, coverage->occupation->edition, coverage->occupation->provenance);

  g_print ("%s　→　%s %s%s\n", jg_course_get (coverage->course, JG_COURSE_NAME), code,
           coverage->occupation->name,
           coverage->basis == JG_COURSE_BY_TITLE ? "（按课程名称，请核对）" : "");
  print_figures (coverage);
  print_matrix (coverage);
  if (suggestions->len > 0)
    g_print ("\n建议（由培训机构决定，用 course decide 接受或不接受；没有决定的不算覆盖）：\n");
  for (guint i = 0; i < suggestions->len; i++)
    print_suggestion (g_ptr_array_index (suggestions, i));
}

static void
put_comparison (JgCtl *ctl, const JgOccupation *occupation, GPtrArray *coverages)
{
  JsonBuilder *builder = jg_ctl_begin (ctl);

  json_builder_set_member_name (builder, "occupation");
  put_occupation (builder, occupation);
  json_builder_set_member_name (builder, "tasks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < occupation->tasks->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (occupation->tasks, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "courses");
  json_builder_begin_array (builder);
  for (guint i = 0; i < coverages->len; i++)
    {
      const JgCourseCoverage *coverage = g_ptr_array_index (coverages, i);

      json_builder_begin_object (builder);
      jg_ctl_put (builder, "id", jg_course_get (coverage->course, JG_COURSE_ID));
      jg_ctl_put (builder, "name", jg_course_get (coverage->course, JG_COURSE_NAME));
      jg_ctl_put (builder, "provider", jg_course_get (coverage->course, JG_COURSE_PROVIDER));
      jg_ctl_put (builder, "basis", basis_nick (coverage->basis));
      put_figures (builder, coverage);
      json_builder_set_member_name (builder, "task_hours");
      json_builder_begin_array (builder);
      for (guint task = 0; task < coverage->n_tasks; task++)
        json_builder_add_double_value (builder, coverage->task_hours[task]);
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  jg_ctl_end (builder);
}

static void
print_comparison (const JgOccupation *occupation, GPtrArray *coverages)
{
  g_print ("%s 的课程，覆盖任务多的在前：\n", occupation->name);
  for (guint i = 0; i < coverages->len; i++)
    {
      const JgCourseCoverage *coverage = g_ptr_array_index (coverages, i);
      const char *provider = jg_course_get (coverage->course, JG_COURSE_PROVIDER);

      g_print ("%c %s（%s）\n  ", 'A' + (char) (i % 26),
               jg_course_get (coverage->course, JG_COURSE_NAME),
               provider != NULL ? provider : "未写培训机构");
      print_figures (coverage);
    }
  for (guint task = 0; task < occupation->tasks->len; task++)
    {
      g_print ("%u. %s\n    ", task + 1,
               (const char *) g_ptr_array_index (occupation->tasks, task));
      for (guint i = 0; i < coverages->len; i++)
        {
          const JgCourseCoverage *coverage = g_ptr_array_index (coverages, i);

          g_print ("%s%c：%.1f", i > 0 ? "　" : "", 'A' + (char) (i % 26),
                   coverage->task_hours[task]);
        }
      g_print ("\n");
    }
}

/* Courses of one occupation beside each other. */
static int
compare (JgCtl *ctl, JgCourseBook *book, JgCatalogue *catalogue)
{
  g_autoptr (JgOccupation) occupation = NULL;
  g_autoptr (GPtrArray) coverages = NULL;

  if (ctl->codes[1] != NULL)
    return jg_ctl_usage ("course coverage 只能写一个 --code");
  occupation = jg_catalogue_find_occupation (catalogue, ctl->codes[0], NULL, NULL);
  if (occupation == NULL)
    return jg_ctl_fail ("目录未收录“%s”；可用 jobguidectl search 查找", ctl->codes[0]);
  coverages =
      jg_course_coverage_compare (catalogue, jg_course_book_get_courses (book), occupation->id);
  if (coverages->len == 0)
    return jg_ctl_fail ("没有“%s”的课程", occupation->name);
  if (ctl->json)
    put_comparison (ctl, occupation, coverages);
  else
    print_comparison (occupation, coverages);
  return JG_EXIT_DONE;
}

/* jg_ctl_course_coverage:
 *
 * course coverage COURSE | course coverage --code OCCUPATION
 *
 * Returns: 0, or 1 when there is no such course, or it leads to no occupation */
int
jg_ctl_course_coverage (JgCtl *ctl, JgCourseBook *book, char **arguments)
{
  g_autoptr (JgCatalogue) catalogue = NULL;
  g_autoptr (JgCourseCoverage) coverage = NULL;
  g_autoptr (GPtrArray) suggestions = NULL;
  JgCourse *course;

  if ((arguments[0] == NULL) == (ctl->codes == NULL) ||
      (arguments[0] != NULL && arguments[1] != NULL))
    return jg_ctl_usage ("course coverage 后面应写一门课程，或写 --code 职业");
  catalogue = jg_ctl_open_catalogue (ctl);
  if (catalogue == NULL)
    return JG_EXIT_NOTHING;
  if (ctl->codes != NULL)
    return compare (ctl, book, catalogue);
  course = jg_ctl_course_find (book, arguments[0]);
  if (course == NULL)
    return JG_EXIT_NOTHING;
  coverage = jg_course_coverage_new (catalogue, course);
  if (coverage == NULL)
    return jg_ctl_fail ("“%s”没有对应到职业；请在“对应职业”里写公布的名称，候选见 course check",
                        jg_course_get (course, JG_COURSE_NAME));
  suggestions = jg_course_suggest (catalogue, coverage);
  if (ctl->json)
    put_coverage (ctl, coverage, suggestions);
  else
    print_coverage (coverage, suggestions);
  return JG_EXIT_DONE;
}
