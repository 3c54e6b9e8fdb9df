/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-course-cell.h"
#include "jg-course-export.h"
#include "jg-course-import.h"
#include "text/jg-csv.h"

#include <glib/gstdio.h>
#include <string.h>

#define ID "course-f3402d53d1bb" /* of a course of which only the name 甲 is written */
#define TASK                                                                                       \
  "接收、验视客户订单，根据订单需求，按照平台智能规划路线，在一定时间内将订单物品递送至指定地点；"

static JgTable *
read_table (const char *text, gssize length, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);

  return jg_table_new_from_csv ("表.csv", bytes, error);
}

static JgCourseImport *
read_import (const char *text, JgCourseBook *book)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgTable) table = read_table (text, -1, &error);
  JgCourseImport *import;

  g_assert_no_error (error);
  import = jg_course_import_new (table, NULL, book, &error);
  g_assert_no_error (error);
  return import;
}

static JgCourse *
get_course (JgCourseImport *import, guint i)
{
  return ((JgCourseRow *) g_ptr_array_index (import->rows, i))->course;
}

static void
test_dates (void)
{
  static const char *const good[] = {
    "2026-03-05",       "2026-3-5", "2026/3/5",     "2026/03/05 0:00:00", "2026-03-05 00:00:00.000",
    "2026-03-05T00:00", "2026.3.5", "2026年3月5日", "2026 年 3 月 5 日",  "２０２６／３／５",
    "20260305",         "46086",    "5-Mar-2026",   " 2026-03-05\n"
  };
  static const char *const bad[] = { "2020-02-30", "2026-13-01", "3/5/2026", "26/3/5",
                                     "26-3-5",     "2026-3",     "3月5日",   "2026年3月",
                                     "5-Mar-26",   "46086.5",    "99999",    "20260230",
                                     "-46086",     "近期",       "0",        "2026-3-5-1" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *value = jg_course_cell_read (JG_COURSE_START, good[i], &error);

      g_assert_no_error (error);
      g_assert_cmpstr (value, ==, "2026-03-05");
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *value = jg_course_cell_read (JG_COURSE_START, bad[i], &error);

      g_test_message ("%s", bad[i]);
      g_assert_null (value);
      g_assert_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_INVALID);
    }
}

static void
test_cells (void)
{
  static const struct
  {
    JgCourseField field;
    const char *text;
    const char *value; /* NULL: refused */
  } cases[] = {
    { JG_COURSE_STATE, "在开", "open" },
    { JG_COURSE_STATE, "招生中", "open" },
    { JG_COURSE_STATE, "停办", "stopped" },
    { JG_COURSE_STATE, "大概", NULL },
    { JG_COURSE_MODE, "线上＋线下", "mixed" },
    { JG_COURSE_MODE, "面授", "offline" },
    { JG_COURSE_EDITION, "2022年版", "2022" },
    { JG_COURSE_EDITION, "2015版", "2020" },
    { JG_COURSE_EDITION, "1999", NULL },
    { JG_COURSE_CODE, "４－０２－07－10", "4-02-07-10" },
    { JG_COURSE_CODE, "4020710", "4-02-07-10" },
    { JG_COURSE_CODE, "4-02-07", NULL },
    { JG_COURSE_HOURS, "40学时", "40" },
    { JG_COURSE_HOURS, "40.0", "40" },
    { JG_COURSE_HOURS, " 1.5 课时", "1.5" },
    { JG_COURSE_HOURS, "四十", NULL },
    { JG_COURSE_HOURS, "40.25", NULL },
    { JG_COURSE_CAPACITY, "30人/班", "30" },
    { JG_COURSE_CAPACITY, "30.0", "30" },
    { JG_COURSE_CAPACITY, "-3", NULL },
    { JG_COURSE_CAPACITY, "1e9", NULL },
    { JG_COURSE_MEASURES, "gbf-2020-27.16，zzb-2020-19.42", "gbf-2020-27.16 zzb-2020-19.42" },
    { JG_COURSE_MEASURES, "职业培训补贴", NULL },
    { JG_COURSE_FEE, "\xc2\xa0免费　", "免费" },
    { JG_COURSE_NAME,
      "a\xe2\x80\xae"
      "b",
      NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *value = jg_course_cell_read (cases[i].field, cases[i].text, &error);

      g_assert_cmpstr (value, ==, cases[i].value);
      g_assert_cmpint (error != NULL, ==, cases[i].value == NULL);
    }
}

static void
test_csv (void)
{
  static const char *const same[] = {
    "名,乙\n\"a\"\"b\nc\",2\n",   "\xef\xbb\xbf名,乙\r\n\"a\"\"b\r\nc\",2\r\n\r\n,,\r\n",
    "名;乙\r\"a\"\"b\nc\";2",     "sep=;\r\n名;乙\r\n\"a\"\"b\nc\";2",
    "名\t乙\n\"a\"\"b\nc\"\t2\n", "\xc3\xfb,\xd2\xd2\n\"a\"\"b\nc\",2\n", /* GBK */
  };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JgTable) table = read_table (same[i], -1, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (table->rows->len, ==, 2);
      g_assert_cmpuint (jg_table_get_width (table), ==, 2);
      g_assert_cmpstr (jg_table_get (table, 0, 0), ==, "名");
      g_assert_cmpstr (jg_table_get (table, 0, 1), ==, "乙");
      g_assert_cmpstr (jg_table_get (table, 1, 0), ==, "a\"b\nc");
      g_assert_cmpstr (jg_table_get (table, 1, 1), ==, "2");
      g_assert_cmpstr (jg_table_get (table, 7, 7), ==, "");
      g_assert_cmpstr (table->encoding, ==, i == 5 ? "GB18030" : "UTF-8");
    }
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (JgTable) table = read_table ("\xff\xfe\x0d\x54\t\0\x59\x4e\n\0", 10, &error);

    g_assert_no_error (error);
    g_assert_cmpstr (jg_table_get (table, 0, 1), ==, "乙");
  }
}

static void
test_csv_broken (void)
{
  static const struct
  {
    const char *text;
    gssize length;
    const char *place;
  } cases[] = {
    { "", 0, "空" },
    { "\n\n,,\n", -1, "空" },
    { "a,b\nc,\"d", -1, "第 2 行 B 列" },
    { "a,b\nc,\"d\"e\n", -1, "第 2 行 B 列" },
    { "a\0b", 3, "零字节" },
    { "\xef\xbb\xbf"
      "a,b\nc,\xff\n",
      -1, "第 2 行" },
    { "课程名称,培训机构,总课时\n示范培训\xe5\xad", -1, "第 2 行" },
    { "a,b\nc,\xff\xff\n", -1, "第 2 行" },
    { "PK\x03\x04\0\0", 6, "零字节" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_table (cases[i].text, cases[i].length, &error));
      g_assert_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_DAMAGED);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, "表.csv"));
      g_assert_nonnull (strstr (error->message, cases[i].place));
    }
}

static void
test_csv_huge (void)
{
  g_autoptr (GString) rows = g_string_new ("课程名称,总课时\n");
  g_autoptr (GString) columns = g_string_new ("课程名称");
  g_autoptr (GError) error = NULL;
  g_autofree char *name = jg_table_dup_column_name (27);

  g_assert_cmpstr (name, ==, "AB");
  for (guint i = 0; i < 30000; i++)
    g_string_append (rows, "课,1\n");
  g_assert_null (read_table (rows->str, -1, &error));
  g_assert_nonnull (strstr (error->message, "20000 行"));
  g_clear_error (&error);
  for (guint i = 0; i < 300; i++)
    g_string_append (columns, ",x");
  g_assert_null (read_table (columns->str, -1, &error));
  g_assert_nonnull (strstr (error->message, "200 列"));
}

/* A title above, columns in any order and of any name, a course in several rows, sums. */
static void
test_rows (void)
{
  g_autoptr (JgCourseBook) book = jg_course_book_new ("/nonexistent/courses.json");
  g_autoptr (JgCourseImport) import = read_import (
      "2026年培训课程表,,,\n"
      "\n"
      "收费（元/人）,培训课程,*培训机构名称：,模块,学时,教学内容,联系人,联系电话,天气,总学时\n"
      "1200,网约配送,甲校,取送,8,\"取件\n送件\",王某,0571,晴,20\n"
      ",,,安全,12课时,,,,,\n"
      "1200,网约配送,乙校,取送,8,,,010,,\n"
      ",合计,,,28,,,,,\n",
      book);
  const JgCourse *course = get_course (import, 0);
  const JgCourseModule *module = g_ptr_array_index (course->modules, 0);

  g_assert_cmpuint (import->problems->len, ==, 0);
  g_assert_cmpuint (import->rows->len, ==, 2);
  g_assert_cmpstr (jg_course_get (course, JG_COURSE_FEE), ==, "1200元/人");
  g_assert_cmpstr (jg_course_get (course, JG_COURSE_CONTACT), ==, "王某 0571");
  g_assert_cmpstr (jg_course_get (course, JG_COURSE_HOURS), ==, "20");
  g_assert_cmpstr (jg_course_get (course, JG_COURSE_STATE), ==, "draft");
  g_assert_cmpuint (course->modules->len, ==, 2);
  g_assert_cmpstr (module->content, ==, "取件\n送件");
  g_assert_cmpint (module->hours, ==, 16);
  g_assert_cmpint (jg_course_sum_modules (course), ==, 40);
  g_assert_cmpstr (jg_course_get (get_course (import, 1), JG_COURSE_PROVIDER), ==, "乙校");
  g_assert_cmpuint (import->notes->len, ==, 3); /* no state, 天气, the sum */
  g_assert_cmpuint (jg_course_import_count (import, JG_COURSE_NEW), ==, 2);
}

/* 课时 without modules is that of the course. */
static void
test_plain_hours (void)
{
  g_autoptr (JgCourseBook) book = jg_course_book_new ("/nonexistent/courses.json");
  g_autoptr (JgCourseImport) import = read_import ("课程,课时\n甲,40\n", book);

  g_assert_cmpstr (jg_course_get (get_course (import, 0), JG_COURSE_HOURS), ==, "40");
}

/* First and last day in one column. */
static void
test_range (void)
{
  static const struct
  {
    const char *text;
    const char *start;
    const char *end; /* NULL with start NULL: refused */
  } cases[] = {
    { "2026/3/5-2026/3/20", "2026-03-05", "2026-03-20" },
    { "2026-03-05 至 2026-03-20", "2026-03-05", "2026-03-20" },
    { "2026年3月5日至3月20日", "2026-03-05", "2026-03-20" },
    { "2026.3.5—3.20", "2026-03-05", "2026-03-20" },
    { "2026年3月5日～2027年1月2日", "2026-03-05", "2027-01-02" },
    { "2026-03-05", "2026-03-05", NULL },
    { "", NULL, NULL },
    { "2026-03-20至2026-03-05", "x", NULL },
    { "3月5日至3月20日", "x", NULL },
    { "3月中旬", "x", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JgCourseBook) book = jg_course_book_new ("/nonexistent/courses.json");
      g_autofree char *text =
          g_strdup_printf ("课程名称,培训起止时间（年月日）,学时数\n甲,%s,4\n", cases[i].text);
      g_autoptr (JgCourseImport) import = read_import (text, book);
      const JgCourse *course = get_course (import, 0);

      g_test_message ("%s", cases[i].text);
      if (g_strcmp0 (cases[i].start, "x") == 0)
        {
          g_assert_cmpuint (import->problems->len, >, 0);
          continue;
        }
      g_assert_cmpuint (import->problems->len, ==, 0);
      g_assert_cmpstr (jg_course_get (course, JG_COURSE_START), ==, cases[i].start);
      g_assert_cmpstr (jg_course_get (course, JG_COURSE_END), ==, cases[i].end);
      g_assert_cmpstr (jg_course_get (course, JG_COURSE_HOURS), ==, "4");
    }
}

static void
test_problems (void)
{
  static const struct
  {
    const char *rows;
    const char *words; /* of the only problem */
  } cases[] = {
    { "甲,2020-02-30,,,,,\n", "表.csv 第 2 行 B 列“开课日期”：写了“2020-02-30”" },
    { "甲,,四十,,,,\n", "第 2 行 C 列“总课时”：写了“四十”" },
    { ",2026-03-05,40,,,,\n", "第 2 行 A 列“课程名称”：没有写课程名称" },
    { "甲,,,取送,x,,\n", "第 2 行 E 列“模块课时”" },
    { "甲,,,,8,,\n", "第 2 行 E 列“模块课时”：没有写模块名称" },
    { "甲,,,,,,\n甲,,,,,,\n", "第 3 行 A 列“课程名称”：与第 2 行是同一门课程" },
    { "甲,,,一,,,\n乙,,,,,,\n甲,,,二,,,\n", "第 4 行 A 列“课程名称”：与第 2 行是同一门课程" },
    { "甲,,40,一,,,\n甲,,41,二,,,\n", "第 3 行 C 列“总课时”：与第 2 行同一门课程所写的（40）不同" },
    { "甲,2026-03-05,,,,,2026-03-04\n", "第 2 行 G 列“结课日期”：写了“2026-03-04”，早于" },
    { "甲\xe2\x80\xae,,,,,,\n", "第 2 行 A 列“课程名称”：含有双向控制字符 U+202E" },
    { "甲,,,一\xe2\x80\x8b,,,\n", "第 2 行 D 列“模块名称”：含有不可见的格式字符 U+200B" },
    { "甲,,,一,,1、3,\n", "第 2 行 F 列“对应任务”：写了任务序号，但课程没有对应到职业" },
    { "甲,,,一,,\"送达。\n送达。〔2课时〕\",\n", "第 2 行 F 列“对应任务”：任务“送达。”写了两次" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JgCourseBook) book = jg_course_book_new ("/nonexistent/courses.json");
      g_autofree char *text = g_strconcat (
          "课程名称,开课日期,总课时,模块名称,模块课时,对应任务,结课日期\n", cases[i].rows, NULL);
      g_autoptr (JgCourseImport) import = read_import (text, book);
      g_autoptr (GError) error = NULL;
      g_autofree char *words = NULL;

      g_assert_cmpuint (import->problems->len, ==, 1);
      words = jg_course_problem_dup_words (g_ptr_array_index (import->problems, 0), import->name);
      g_test_message ("%s", words);
      g_assert_nonnull (strstr (words, cases[i].words));
      g_assert_false (jg_course_import_apply (import, book, &error));
      g_assert_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_INVALID);
      g_assert_cmpuint (jg_course_book_get_courses (book)->len, ==, 0);
    }
}

static void
test_columns_broken (void)
{
  static const char *const cases[] = { "a,b\nc,d\n", "课程名称\n甲\n", "培训机构,总课时\n甲,4\n",
                                       "课程名称,总课时,总学时\n甲,4,4\n", "课程名称,总课时\n" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JgCourseBook) book = jg_course_book_new ("/nonexistent/courses.json");
      g_autoptr (GError) error = NULL;
      g_autoptr (JgTable) table = read_table (cases[i], -1, &error);

      g_assert_null (jg_course_import_new (table, NULL, book, &error));
      g_assert_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_DAMAGED);
    }
}

/* Many things wrong: those that nobody reads are counted. */
static void
test_many_problems (void)
{
  g_autoptr (JgCourseBook) book = jg_course_book_new ("/nonexistent/courses.json");
  g_autoptr (GString) text = g_string_new ("课程名称,总课时\n");
  g_autoptr (JgCourseImport) import = NULL;

  for (guint i = 0; i < 100; i++)
    g_string_append_printf (text, "课%u,x\n", i);
  import = read_import (text->str, book);
  g_assert_cmpuint (import->problems->len, ==, JG_COURSE_MAX_PROBLEMS);
  g_assert_cmpuint (import->n_more_problems, ==, 50);
}

/* What a table has no column for stays, decisions of the trainer too. */
static void
test_again (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("jobguide-table-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "courses.json", NULL);
  g_autoptr (JgCourseBook) book = jg_course_book_new (path);
  g_autoptr (JgCourseImport) first =
      read_import ("课程名称,状态,备注,收费,模块,模块课时,对应任务,不对应任务\n"
                   "甲,在开,试讲,免费,一,8,送达。〔5课时〕,取件。\n",
                   book);
  g_autoptr (JgCourseImport) again = NULL;
  g_autoptr (JgCourseImport) same = NULL;
  const JgCourseModule *module;
  const JgCourse *course;
  const JgCourseRow *row;

  g_assert_true (jg_course_import_apply (first, book, &error));
  g_assert_no_error (error);
  again = read_import ("课程名称,收费,模块,模块课时\n甲,100元,一,10\n,,二,2\n", book);
  row = g_ptr_array_index (again->rows, 0);
  g_assert_cmpint (row->news, ==, JG_COURSE_CHANGED);
  g_assert_cmpuint (row->changes->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (row->changes, 0), ==, "收费：免费 → 100元");
  g_assert_true (jg_course_import_apply (again, book, &error));
  course = g_ptr_array_index (jg_course_book_get_courses (book), 0);
  module = g_ptr_array_index (course->modules, 0);
  g_assert_cmpuint (jg_course_book_get_courses (book)->len, ==, 1);
  g_assert_cmpstr (jg_course_get (course, JG_COURSE_STATE), ==, "open");
  g_assert_cmpstr (jg_course_get (course, JG_COURSE_NOTE), ==, "试讲");
  g_assert_cmpint (module->hours, ==, 20);
  g_assert_cmpint (jg_course_module_find_link (module, "送达。")->hours, ==, 10);
  g_assert_false (jg_course_module_find_link (module, "取件。")->accepted);
  same = read_import ("课程名称,收费\n甲,100元\n", book);
  g_assert_cmpuint (jg_course_import_count (same, JG_COURSE_SAME), ==, 1);
  g_clear_pointer (&same, jg_course_import_free);
  same = read_import ("课程编号,课程名称,起止日期\n" ID ",甲,2026/3/5-2026/3/6\n", book);
  row = g_ptr_array_index (same->rows, 0);
  g_assert_cmpint (row->news, ==, JG_COURSE_CHANGED);
  g_assert_cmpstr (jg_course_get (row->course, JG_COURSE_END), ==, "2026-03-06");

  g_remove (path);
  g_rmdir (folder);
}

/* Texts that office programs would reckon, and those that look like the mark against it. */
static void
test_formulas (void)
{
  static const char *const texts[] = { "=1+1", "@sum", "+86 571", "-5℃",          "'=1",
                                       "''=1", "'甲'", "'",       "=\"a\",b\n'=c" };
  g_autoptr (GPtrArray) courses = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_course_unref);
  g_autoptr (JgCourseBook) book = jg_course_book_new ("/nonexistent/courses.json");
  g_autoptr (JgCourseImport) import = NULL;
  g_autofree char *csv = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      JgCourse *course = jg_course_new ();
      g_autofree char *id = g_strdup_printf ("course-%u", i);

      jg_course_set (course, JG_COURSE_ID, id, NULL);
      jg_course_set (course, JG_COURSE_NAME, texts[i], NULL);
      jg_course_set (course, JG_COURSE_STATE, "draft", NULL);
      jg_course_set (course, JG_COURSE_NOTE, texts[i], NULL);
      g_ptr_array_add (courses, course);
    }
  csv = jg_course_export_csv (courses);
  g_assert_true (g_str_has_prefix (csv, "\xef\xbb\xbf课程编号,课程名称,"));
  g_assert_nonnull (strstr (csv, ",\"'=1+1\","));
  import = read_import (csv, book);
  g_assert_cmpuint (import->problems->len, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_true (jg_course_equal (get_course (import, i), g_ptr_array_index (courses, i)));
}

static void
test_tasks_split (void)
{
  int hours;
  g_autofree char *with = jg_course_cell_split_hours (TASK "〔1.5课时〕", &hours);
  g_autofree char *without = NULL;

  g_assert_cmpstr (with, ==, TASK);
  g_assert_cmpint (hours, ==, 3);
  without = jg_course_cell_split_hours (TASK, &hours);
  g_assert_cmpstr (without, ==, TASK);
  g_assert_cmpint (hours, ==, JG_COURSE_NO_HOURS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/course-table/dates", test_dates);
  g_test_add_func ("/course-table/cells", test_cells);
  g_test_add_func ("/course-table/csv", test_csv);
  g_test_add_func ("/course-table/csv-broken", test_csv_broken);
  g_test_add_func ("/course-table/csv-huge", test_csv_huge);
  g_test_add_func ("/course-table/rows", test_rows);
  g_test_add_func ("/course-table/plain-hours", test_plain_hours);
  g_test_add_func ("/course-table/range", test_range);
  g_test_add_func ("/course-table/problems", test_problems);
  g_test_add_func ("/course-table/columns-broken", test_columns_broken);
  g_test_add_func ("/course-table/many-problems", test_many_problems);
  g_test_add_func ("/course-table/again", test_again);
  g_test_add_func ("/course-table/formulas", test_formulas);
  g_test_add_func ("/course-table/tasks", test_tasks_split);

  return g_test_run ();
}
