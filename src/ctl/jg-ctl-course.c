/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* “course”: the courses of a training provider from the command line. */

#include "jg-ctl-course.h"

#include <string.h>

#define VERBS                                                                                      \
  "import、export、check、coverage、measures、decide、sheet、plan、catalogue、list 或 show"

typedef struct
{
  const char *name;
  int (*run) (JgCtl *ctl, JgCourseBook *book, char **arguments);
  const char *options; /* of its own, besides courses */
  const char *usage;
} Verb;

static const Verb verbs[] = {
  { "import", jg_ctl_course_import, "preview",
    "course import 表格.csv|.xlsx|.json [--preview] [--courses 文件]" },
  { "export", jg_ctl_course_export, "output",
    "course export --output 文件.csv|.xlsx|.json [课程…] [--courses 文件]" },
  { "check", jg_ctl_course_check, "", "course check [课程…] [--courses 文件]" },
  { "coverage", jg_ctl_course_coverage, "code",
    "course coverage 课程 | course coverage --code 职业 [--courses 文件]" },
  { "measures", jg_ctl_course_measures, "", "course measures 课程 [--courses 文件]" },
  { "decide", jg_ctl_course_decide, "",
    "course decide 课程 模块序号 任务序号 accept [课时]|refuse|forget [--courses 文件]" },
  { "sheet", jg_ctl_course_sheet, "output large-print",
    "course sheet 课程 --output 文件.pdf [--large-print] [--courses 文件]" },
  { "plan", jg_ctl_course_plan, "output large-print",
    "course plan 课程 --output 文件.pdf [--large-print] [--courses 文件]" },
  { "catalogue", jg_ctl_course_catalogue, "output large-print",
    "course catalogue [课程…] --output 文件.pdf [--large-print] [--courses 文件]" },
  { "list", jg_ctl_course_list, "", "course list [--courses 文件]" },
  { "show", jg_ctl_course_show, "", "course show 课程编号或名称 [--courses 文件]" },
};

/* jg_ctl_course_dup_value:
 *
 * Returns: (transfer full) (nullable): a value in words for people; %NULL where nothing is written */
char *
jg_ctl_course_dup_value (const JgCourse *course, JgCourseField field)
{
  const char *value = jg_course_get (course, field);

  if (value != NULL && jg_course_field_kind (field) == JG_COURSE_KIND_CHOICE)
    value = jg_course_field_choice_label (field, value);
  return g_strdup (value);
}

/* jg_ctl_course_put_hours:
 * @halves: half hours, or JG_COURSE_NO_HOURS
 *
 * Writes one member: a number of hours, or null. */
void
jg_ctl_course_put_hours (JsonBuilder *builder, const char *key, int halves)
{
  json_builder_set_member_name (builder, key);
  if (halves == JG_COURSE_NO_HOURS)
    json_builder_add_null_value (builder);
  else if (halves % 2 == 0)
    json_builder_add_int_value (builder, halves / 2);
  else
    json_builder_add_double_value (builder, halves / 2.0);
}

/* jg_ctl_course_put_head:
 *
 * Writes the members by which a course is known. */
void
jg_ctl_course_put_head (JsonBuilder *builder, const JgCourse *course)
{
  static const JgCourseField head[] = { JG_COURSE_ID,       JG_COURSE_NAME,
                                        JG_COURSE_STATE,    JG_COURSE_CONFIRMED,
                                        JG_COURSE_PROVIDER, JG_COURSE_OCCUPATION,
                                        JG_COURSE_CODE,     JG_COURSE_EDITION };

  for (guint i = 0; i < G_N_ELEMENTS (head); i++)
    jg_ctl_put (builder, jg_course_field_nick (head[i]), jg_course_get (course, head[i]));
  jg_ctl_course_put_hours (builder, "hours", jg_course_get_hours (course, JG_COURSE_HOURS));
}

/* jg_ctl_course_find:
 *
 * Finds a course by its id, or by a name that only one has. What goes wrong is said on standard error.
 *
 * Returns: (transfer none) (nullable): the course */
JgCourse *
jg_ctl_course_find (JgCourseBook *book, const char *id_or_name)
{
  GPtrArray *courses = jg_course_book_get_courses (book);
  JgCourse *course = jg_course_book_find (book, id_or_name);
  g_autoptr (GString) ids = g_string_new (NULL);
  guint n = 0;

  if (course != NULL)
    return course;
  for (guint i = 0; i < courses->len; i++)
    {
      JgCourse *other = g_ptr_array_index (courses, i);

      if (g_strcmp0 (jg_course_get (other, JG_COURSE_NAME), id_or_name) != 0)
        continue;
      course = other;
      g_string_append_printf (ids, "%s%s", n++ > 0 ? "、" : "",
                              jg_course_get (other, JG_COURSE_ID));
    }
  if (n == 1)
    return course;
  if (n > 1)
    jg_ctl_fail ("有 %u 门课程叫“%s”；请写课程编号：%s", n, id_or_name, ids->str);
  else
    jg_ctl_fail ("没有课程“%s”；有哪些见 course list", id_or_name);
  return NULL;
}

/* jg_ctl_course_select:
 * @arguments: ids or names; none: all courses
 *
 * Finds courses. What goes wrong is said on standard error.
 *
 * Returns: (transfer full) (nullable) (element-type JgCourse): the courses, at least one */
GPtrArray *
jg_ctl_course_select (JgCourseBook *book, char **arguments)
{
  g_autoptr (GPtrArray) courses = NULL;

  if (arguments[0] == NULL)
    courses = g_ptr_array_ref (jg_course_book_get_courses (book));
  else
    courses = g_ptr_array_new ();
  for (guint i = 0; arguments[i] != NULL; i++)
    {
      JgCourse *course = jg_ctl_course_find (book, arguments[i]);

      if (course == NULL)
        return NULL;
      g_ptr_array_add (courses, course);
    }
  if (courses->len > 0)
    return g_steal_pointer (&courses);
  jg_ctl_fail ("还没有课程");
  return NULL;
}

/* An option that the verb does not take. */
static const char *
find_stray (const JgCtl *ctl, const Verb *verb)
{
  const struct
  {
    const char *name;
    gboolean given;
  } options[] = {
    { "output", ctl->output != NULL },
    { "preview", ctl->preview },
    { "code", ctl->codes != NULL },
    { "large-print", ctl->large_print },
  };
  g_auto (GStrv) names = g_strsplit (verb->options, " ", -1);

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    if (options[i].given && !g_strv_contains ((const char *const *) names, options[i].name))
      return options[i].name;
  return NULL;
}

/* jg_ctl_course:
 *
 * course import|export|check|coverage|measures|decide|sheet|plan|catalogue|list|show
 *
 * Returns: an exit code */
int
jg_ctl_course (JgCtl *ctl, char **arguments)
{
  g_autoptr (JgCourseBook) book = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  const Verb *verb = NULL;
  const char *stray = NULL;

  if (arguments[0] == NULL)
    return jg_ctl_usage ("course 后面应写 %s", VERBS);
  for (guint i = 0; i < G_N_ELEMENTS (verbs) && verb == NULL; i++)
    if (strcmp (verbs[i].name, arguments[0]) == 0)
      verb = &verbs[i];
  if (verb == NULL)
    return jg_ctl_usage ("没有命令“course %s”；应为 %s", arguments[0], VERBS);
  stray = find_stray (ctl, verb);
  if (stray != NULL)
    return jg_ctl_usage ("命令 course %s 没有选项 --%s；用法：jobguidectl %s", verb->name, stray,
                         verb->usage);
  path = ctl->courses != NULL ? g_strdup (ctl->courses) : jg_course_book_dup_default_path ();
  book = jg_course_book_new (path);
  if (!jg_course_book_load (book, &error))
    return jg_ctl_fail ("%s", error->message);
  return verb->run (ctl, book, arguments + 1);
}
