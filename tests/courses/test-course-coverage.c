/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-course-check.h"
#include "jg-course-funding.h"
#include "jg-course-suggest.h"

#include <string.h>

#define COURIER "网约配送员"
#define TODAY "2026-11-25"

static JgCatalogue *
open_catalogue (void)
{
  static JgCatalogue *catalogue;
  g_autoptr (GError) error = NULL;

  if (catalogue == NULL)
    {
      g_autofree char *path =
          g_build_filename (g_getenv ("JOBGUIDE_BUILD_ROOT"), "data", "catalogue.db", NULL);

      catalogue = jg_catalogue_open (path, &error);
      g_assert_no_error (error);
    }
  return catalogue;
}

static JgCourse *
make_course (const char *occupation)
{
  JgCourse *course = jg_course_new ();

  jg_course_set (course, JG_COURSE_ID, "course-1", NULL);
  jg_course_set (course, JG_COURSE_NAME, "岗前培训", NULL);
  jg_course_set (course, JG_COURSE_STATE, "open", NULL);
  jg_course_set (course, JG_COURSE_OCCUPATION, occupation, NULL);
  return course;
}

static const char *
get_task (guint number)
{
  static JgOccupation *occupation;

  if (occupation == NULL)
    occupation = jg_catalogue_find_occupation (open_catalogue (), COURIER, NULL, NULL);
  g_assert_cmpuint (occupation->tasks->len, ==, 5);
  return g_ptr_array_index (occupation->tasks, number - 1);
}

static JgCourseModule *
add_module (JgCourse *course, const char *name, int hours, const char *content)
{
  JgCourseModule *module = jg_course_add_module (course, name);

  module->hours = hours == JG_COURSE_NO_HOURS ? hours : hours * 2;
  module->content = g_strdup (content);
  return module;
}

static void
test_occupation (void)
{
  static const struct
  {
    const char *name;
    const char *occupation;
    const char *code;
    const char *edition;
    const char *work_type;
    const char *found; /* NULL: none */
    JgCourseBasis basis;
  } cases[] = {
    { "课", COURIER, NULL, NULL, NULL, COURIER, JG_COURSE_BY_NAME },
    { "课", "送外卖", NULL, NULL, NULL, COURIER, JG_COURSE_BY_ALIAS },
    { "课", NULL, "4-02-07-10", NULL, NULL, COURIER, JG_COURSE_BY_CODE },
    { "课", NULL, "4-10-08-01", "2022", NULL, COURIER, JG_COURSE_BY_CODE },
    { "课", "直播销售员", NULL, NULL, NULL, "互联网营销师", JG_COURSE_BY_NAME },
    { "课", NULL, NULL, NULL, "直播销售员", "互联网营销师", JG_COURSE_BY_WORK_TYPE },
    { "网约配送员岗前培训", NULL, NULL, NULL, NULL, COURIER, JG_COURSE_BY_TITLE },
    /* What the trainer wrote is not passed over for a name in the title. */
    { "网约配送员岗前培训", "飞船驾驶员", NULL, NULL, NULL, NULL, JG_COURSE_BY_TITLE },
    { "课", "4-02-07-10", NULL, NULL, NULL, NULL, JG_COURSE_BY_TITLE },
    { "课", NULL, NULL, NULL, NULL, NULL, JG_COURSE_BY_TITLE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JgCourse) course = jg_course_new ();
      g_autoptr (JgOccupation) found = NULL;
      JgCourseBasis basis;

      jg_course_set (course, JG_COURSE_NAME, cases[i].name, NULL);
      jg_course_set (course, JG_COURSE_OCCUPATION, cases[i].occupation, NULL);
      jg_course_set (course, JG_COURSE_CODE, cases[i].code, NULL);
      jg_course_set (course, JG_COURSE_EDITION, cases[i].edition, NULL);
      jg_course_set (course, JG_COURSE_WORK_TYPE, cases[i].work_type, NULL);
      found = jg_course_find_occupation (open_catalogue (), course, &basis);
      g_assert_cmpstr (found != NULL ? found->name : NULL, ==, cases[i].found);
      if (found != NULL)
        g_assert_cmpint (basis, ==, cases[i].basis);
    }
}

/* Two modules: one divided by hand with a rest, one shared; one tied to nothing; one without hours. */
static void
test_matrix (void)
{
  g_autoptr (JgCourse) course = make_course (COURIER);
  g_autoptr (JgCourseCoverage) coverage = NULL;
  JgCourseModule *divided = add_module (course, "订单", 10, NULL);
  JgCourseModule *shared = add_module (course, "路线", 9, NULL);
  JgCourseModule *none = NULL;

  add_module (course, "班会", 2, NULL);
  none = add_module (course, "投诉", JG_COURSE_NO_HOURS, NULL);
  jg_course_module_decide (divided, get_task (1), TRUE, 12);
  jg_course_module_decide (divided, get_task (2), TRUE, 4);
  jg_course_module_decide (divided, get_task (3), FALSE, JG_COURSE_NO_HOURS);
  jg_course_module_decide (shared, get_task (2), TRUE, JG_COURSE_NO_HOURS);
  jg_course_module_decide (shared, get_task (3), TRUE, JG_COURSE_NO_HOURS);
  jg_course_module_decide (none, get_task (5), TRUE, JG_COURSE_NO_HOURS);
  jg_course_module_decide (none, "早已没有的一句。", TRUE, JG_COURSE_NO_HOURS);
  coverage = jg_course_coverage_new (open_catalogue (), course);

  g_assert_cmpuint (coverage->n_tasks, ==, 5);
  g_assert_cmpfloat (jg_course_coverage_get_cell (coverage, 0, 0)->hours, ==, 6);
  g_assert_false (jg_course_coverage_get_cell (coverage, 0, 0)->shared);
  g_assert_true (jg_course_coverage_get_cell (coverage, 0, 2)->refused);
  g_assert_cmpfloat (jg_course_coverage_get_cell (coverage, 1, 1)->hours, ==, 4.5);
  g_assert_true (jg_course_coverage_get_cell (coverage, 1, 1)->shared);
  g_assert_cmpfloat (coverage->task_hours[0], ==, 6);
  g_assert_cmpfloat (coverage->task_hours[1], ==, 6.5);
  g_assert_cmpfloat (coverage->task_hours[2], ==, 4.5);
  g_assert_cmpfloat (coverage->task_hours[3], ==, 0);
  /* Accepted, and no hours are known: not covered. */
  g_assert_cmpfloat (coverage->task_hours[4], ==, 0);
  g_assert_cmpfloat (coverage->free_hours[0], ==, 2);
  g_assert_cmpfloat (coverage->free_hours[1], ==, 0);
  g_assert_cmpfloat (coverage->free_hours[2], ==, 2);
  g_assert_cmpuint (coverage->n_covered, ==, 3);
  g_assert_cmpfloat (jg_course_coverage_get_percent (coverage), ==, 60);
  g_assert_cmpfloat (coverage->hours, ==, 21);
  g_assert_cmpfloat (coverage->tied, ==, 17);
  g_assert_cmpuint (coverage->gone->len, ==, 1);
}

/* An adjusted occupation has no published tasks. */
static void
test_no_tasks (void)
{
  g_autoptr (JgCourse) course = make_course ("电子商务师");
  g_autoptr (JgCourseCoverage) coverage = NULL;
  g_autoptr (GPtrArray) suggestions = NULL;

  add_module (course, "网店", 10, "开网店");
  coverage = jg_course_coverage_new (open_catalogue (), course);
  g_assert_cmpuint (coverage->n_tasks, ==, 0);
  g_assert_cmpfloat (jg_course_coverage_get_percent (coverage), ==, 0);
  g_assert_cmpfloat (coverage->free_hours[0], ==, 10);
  suggestions = jg_course_suggest (open_catalogue (), coverage);
  g_assert_cmpuint (suggestions->len, ==, 0);
}

static const JgCourseSuggestion *
find_suggestion (GPtrArray *suggestions, guint module, guint task)
{
  for (guint i = 0; i < suggestions->len; i++)
    {
      const JgCourseSuggestion *suggestion = g_ptr_array_index (suggestions, i);

      if (suggestion->module + 1 == module && suggestion->task + 1 == task)
        return suggestion;
    }
  return NULL;
}

static void
test_suggest (void)
{
  g_autoptr (JgCourse) course = make_course (COURIER);
  g_autoptr (JgCourseCoverage) coverage = NULL;
  g_autoptr (JgCourseCoverage) decided = NULL;
  g_autoptr (GPtrArray) suggestions = NULL;
  g_autoptr (GPtrArray) rest = NULL;
  const JgCourseSuggestion *suggestion;
  const JgSharedWords *shared;
  const JgTextSpan *span;

  add_module (course, "路线", 8, "熟悉城区；按智能规划的配送路线送达。");
  add_module (course, "服务", 8, "怎样处理客户投诉");
  add_module (course, "班会", 1, "点名");
  coverage = jg_course_coverage_new (open_catalogue (), course);
  suggestions = jg_course_suggest (open_catalogue (), coverage);
  for (guint i = 0; i < suggestions->len; i++)
    {
      suggestion = g_ptr_array_index (suggestions, i);
      g_test_message ("%u→%u %s (%d)", suggestion->module + 1, suggestion->task + 1,
                      ((JgSharedWords *) g_ptr_array_index (suggestion->shared, 0))->words,
                      suggestion->strength);
    }
  suggestion = find_suggestion (suggestions, 1, 3);
  g_assert_nonnull (suggestion);
  g_assert_cmpstr (suggestion->from, ==, "按智能规划的配送路线送达");
  g_assert_cmpstr (suggestion->text, ==, get_task (3));
  shared = g_ptr_array_index (suggestion->shared, 0);
  span = &g_array_index (shared->spans, JgTextSpan, 0);
  g_assert_true (strncmp (suggestion->from + span->start, shared->words, span->end - span->start) ==
                 0);
  g_assert_nonnull (find_suggestion (suggestions, 2, 5));
  for (guint task = 1; task <= 5; task++)
    g_assert_null (find_suggestion (suggestions, 3, task));

  /* What is decided is not suggested again. */
  jg_course_module_decide (g_ptr_array_index (course->modules, 0), get_task (3), FALSE, -1);
  jg_course_module_decide (g_ptr_array_index (course->modules, 1), get_task (5), TRUE, -1);
  decided = jg_course_coverage_new (open_catalogue (), course);
  rest = jg_course_suggest (open_catalogue (), decided);
  g_assert_null (find_suggestion (rest, 1, 3));
  g_assert_null (find_suggestion (rest, 2, 5));
}

static void
test_compare (void)
{
  g_autoptr (GPtrArray) courses = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_course_unref);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (JgOccupation) occupation =
      jg_catalogue_find_occupation (open_catalogue (), COURIER, NULL, NULL);

  for (guint i = 0; i < 3; i++)
    {
      JgCourse *course = make_course (i == 2 ? "互联网营销师" : COURIER);
      g_autofree char *id = g_strdup_printf ("course-%u", i);

      jg_course_set (course, JG_COURSE_ID, id, NULL);
      for (guint task = 1; task <= i + 1; task++)
        jg_course_module_decide (add_module (course, "一", 2, NULL), get_task (task), TRUE, -1);
      g_ptr_array_add (courses, course);
    }
  list = jg_course_coverage_compare (open_catalogue (), courses, occupation->id);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpstr (
      jg_course_get (((JgCourseCoverage *) g_ptr_array_index (list, 0))->course, JG_COURSE_ID), ==,
      "course-1");
}

static const JgCourseFunding *
find_funding (GPtrArray *list, const char *id)
{
  for (guint i = 0; i < list->len; i++)
    {
      const JgCourseFunding *funding = g_ptr_array_index (list, i);

      if (g_str_equal (funding->measure->id, id))
        return funding;
    }
  return NULL;
}

static void
test_funding (void)
{
  g_autoptr (JgCourse) course = make_course (COURIER);
  g_autoptr (GPtrArray) list = NULL;
  const JgCourseFunding *funding;
  gboolean ended = FALSE;

  jg_course_set (course, JG_COURSE_MEASURES, "gf-2017-28.48", NULL);
  list = jg_course_funding_list (open_catalogue (), course, TODAY);
  g_assert_cmpuint (list->len, >, 10);
  for (guint i = 0; i < list->len; i++)
    {
      funding = g_ptr_array_index (list, i);
      g_assert_cmpstr (funding->measure->tier, !=, "C");
      g_assert_nonnull (funding->dates);
      if (funding->list_words != NULL)
        g_assert_nonnull (strstr (funding->measure->quote, funding->list_words));
      if (funding->mode_words != NULL)
        g_assert_nonnull (strstr (funding->measure->quote, funding->mode_words));
      /* Those that ended stand last. */
      g_assert_true (!ended || funding->validity == JG_VALIDITY_ENDED);
      ended = funding->validity == JG_VALIDITY_ENDED;
    }
  g_assert_true (ended);
  funding = find_funding (list, "gf-2017-28.48");
  g_assert_true (funding->chosen);
  g_assert_cmpstr (funding->list_words, ==, "对指导目录内的职业培训和技能鉴定");
  g_assert_null (funding->mode_words);
  funding = find_funding (list, "zzb-2020-19.42");
  g_assert_cmpstr (funding->mode_words, ==, "将线上培训纳入补贴范围");
  funding = find_funding (list, "gbf-2020-27.16");
  g_assert_cmpstr (funding->mode_words, ==, "推进线上线下结合");
  g_assert_nonnull (funding->link_words);
  /* Domestic workers, and words without money. */
  g_assert_null (find_funding (list, "zrsf-2019-63.11"));
  g_assert_null (find_funding (list, "gf-2019-28.25"));
  /* On an earlier day it had not ended. */
  g_clear_pointer (&list, g_ptr_array_unref);
  list = jg_course_funding_list (open_catalogue (), course, "2020-11-01");
  g_assert_cmpint (find_funding (list, "gf-2019-28.23")->validity, ==, JG_VALIDITY_OPEN);
}

static char *
list_warnings (JgCourse *course, const char *kind)
{
  g_autoptr (GPtrArray) warnings = jg_course_check (open_catalogue (), course, TODAY);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < warnings->len; i++)
    {
      const JgCourseWarning *warning = g_ptr_array_index (warnings, i);

      if (g_str_equal (warning->kind, kind))
        g_string_append_printf (words, "%s|", warning->text);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
test_warnings (void)
{
  static const struct
  {
    JgCourseField field;
    const char *value;
    const char *kind;
    const char *words; /* "": none of the kind */
  } cases[] = {
    { JG_COURSE_CONFIRMED, NULL, "unconfirmed", "没有核实过" },
    { JG_COURSE_CONFIRMED, "2025-11-25", "unconfirmed", "" },
    { JG_COURSE_CONFIRMED, "2025-11-24", "unconfirmed",
      "上次核实是 2025-11-24，到 2026-11-25 已过一年" },
    { JG_COURSE_CONFIRMED, "2026-11-26", "unconfirmed", "之后" },
    { JG_COURSE_MEASURES, "gf-2019-28.23", "measure",
      "劳动预备制培训补贴（gf-2019-28.23，国发〔2019〕28号" },
    { JG_COURSE_MEASURES, "gf-2017-28.48", "measure", "" },
    { JG_COURSE_MEASURES, "no-such", "measure", "目录里没有政策“no-such”" },
    { JG_COURSE_CODE, "4-02-07-10", "recoded", "4-10-08-01（2022版" },
    { JG_COURSE_CODE, "4-02-07-10", "occupation",
      "没有写版本，按 2020版读；在2022版中它是“国际快递业务师”" },
    { JG_COURSE_CODE, "4-01-02-07", "occupation", "不是“网约配送员”的编码，是互联网营销师" },
    { JG_COURSE_CODE, "8-88-88-88", "occupation", "目录里没有这个编码" },
    { JG_COURSE_OCCUPATION, "送外卖", "occupation",
      "日常说法；公布的名称是 4-02-07-10（2020版） 网约配送员" },
    { JG_COURSE_OCCUPATION, "飞船驾驶员", "occupation", "目录里没有职业或工种“飞船驾驶员”" },
    { JG_COURSE_OCCUPATION, COURIER, "occupation", "" },
    { JG_COURSE_END, "2026-11-24", "dates", "状态还是在开" },
    { JG_COURSE_END, "2026-11-25", "dates", "" },
    { JG_COURSE_HOURS, "21", "hours", "加起来是 20，总课时是 21" },
    { JG_COURSE_HOURS, "20", "hours", "" },
    { JG_COURSE_STATE, "stopped", "missing", "" },
    { JG_COURSE_PROVIDER, NULL, "missing", "没有写培训机构" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JgCourse) course = make_course (COURIER);
      g_autofree char *words = NULL;

      add_module (course, "一", 20, NULL);
      g_assert_true (jg_course_set (course, cases[i].field, cases[i].value, NULL));
      words = list_warnings (course, cases[i].kind);
      g_test_message ("%s", words);
      if (*cases[i].words == '\0')
        g_assert_cmpstr (words, ==, "");
      else
        g_assert_nonnull (strstr (words, cases[i].words));
    }
}

static void
test_warnings_modules (void)
{
  g_autoptr (JgCourse) course = make_course (COURIER);
  JgCourseModule *module = add_module (course, "一", 2, NULL);
  g_autofree char *hours = NULL;
  g_autofree char *tasks = NULL;

  add_module (course, "二", JG_COURSE_NO_HOURS, NULL);
  jg_course_module_decide (module, get_task (1), TRUE, 5);
  jg_course_module_decide (module, "没有的一句。", TRUE, -1);
  hours = list_warnings (course, "hours");
  tasks = list_warnings (course, "tasks");
  g_assert_nonnull (strstr (hours, "分给各任务的课时（2.5）多于模块课时（2）"));
  g_assert_nonnull (strstr (hours, "模块“二”没有写课时"));
  g_assert_nonnull (strstr (tasks, "没有这一句：没有的一句。"));
}

/* What the notices did to an occupation is told with document and clause. */
static void
test_warnings_notices (void)
{
  g_autoptr (GPtrArray) all = jg_catalogue_load_occupations (open_catalogue ());
  guint n_renamed = 0, n_cancelled = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const JgOccupation *occupation = g_ptr_array_index (all, i);
      const gboolean cancelled = g_str_equal (occupation->status, "cancelled");
      g_autoptr (JgCourse) course = NULL;
      g_autofree char *words = NULL;

      if (!cancelled && occupation->former_names[0] == NULL)
        continue;
      course = make_course (cancelled ? occupation->name : occupation->former_names[0]);
      words = list_warnings (course, "recoded");
      g_test_message ("%s", words);
      g_assert_nonnull (strstr (words, cancelled ? "已取消；" : "已更名为"));
      g_assert_nonnull (strstr (words, "〔2020〕"));
      n_cancelled += cancelled;
      n_renamed += !cancelled;
    }
  g_assert_cmpuint (n_cancelled, >, 0);
  g_assert_cmpuint (n_renamed, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/course-coverage/occupation", test_occupation);
  g_test_add_func ("/course-coverage/matrix", test_matrix);
  g_test_add_func ("/course-coverage/no-tasks", test_no_tasks);
  g_test_add_func ("/course-coverage/suggest", test_suggest);
  g_test_add_func ("/course-coverage/compare", test_compare);
  g_test_add_func ("/course-coverage/funding", test_funding);
  g_test_add_func ("/course-coverage/warnings", test_warnings);
  g_test_add_func ("/course-coverage/warnings-modules", test_warnings_modules);
  g_test_add_func ("/course-coverage/warnings-notices", test_warnings_notices);

  return g_test_run ();
}
