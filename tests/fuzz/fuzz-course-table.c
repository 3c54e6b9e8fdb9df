/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever bytes a table has: the reader does not crash, what it refuses has a message, and what it takes is written as a table
 * and read again as the same courses. With clang, -Dfuzzing=true and -Dc_args=-fsanitize=fuzzer-no-link,address this is a
 * libFuzzer target; otherwise a run over mutations that are the same each time. */

#include <string.h>

#include "jg-course-export.h"
#include "jg-course-import.h"

#define N_MUTATIONS 1000

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static guint n_taken, n_refused, n_problems;

static JgCourseImport *
import_bytes (GBytes *bytes, GError **error)
{
  g_autoptr (JgCourseBook) book = jg_course_book_new ("/nonexistent/courses.json");
  g_autoptr (JgTable) table = jg_table_new_from_csv ("x.csv", bytes, error);

  return table != NULL ? jg_course_import_new (table, NULL, book, error) : NULL;
}

static JgCourse *
get_course (JgCourseImport *import, guint i)
{
  return ((JgCourseRow *) g_ptr_array_index (import->rows, i))->course;
}

static void
check_course (JgCourse *course)
{
  g_autoptr (GError) error = NULL;
  JgCourseField field;

  g_assert_true (jg_course_check_whole (course, &field, &error));
  for (guint i = 0; i < JG_N_COURSE_FIELDS; i++)
    if (jg_course_get (course, i) != NULL)
      g_assert_true (jg_course_field_check (i, jg_course_get (course, i), &error));
}

/* Out as a table and as a file, and in again. */
static void
check_round (JgCourseImport *import)
{
  g_autoptr (GPtrArray) courses = g_ptr_array_new ();
  g_autoptr (GPtrArray) read = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JgCourseImport) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *file = NULL;
  char *csv;

  for (guint i = 0; i < import->rows->len; i++)
    {
      check_course (get_course (import, i));
      g_ptr_array_add (courses, get_course (import, i));
    }
  csv = jg_course_export_csv (courses);
  bytes = g_bytes_new_take (csv, strlen (csv));
  again = import_bytes (bytes, &error);
  g_assert_no_error (error);
  file = jg_course_file_to_data (courses);
  read = jg_course_file_parse ("x.json", file, strlen (file), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (again->problems->len, ==, 0);
  g_assert_cmpuint (again->rows->len, ==, courses->len);
  g_assert_cmpuint (read->len, ==, courses->len);
  for (guint i = 0; i < courses->len; i++)
    {
      g_assert_true (jg_course_equal (get_course (again, i), g_ptr_array_index (courses, i)));
      g_assert_true (jg_course_equal (g_ptr_array_index (read, i), g_ptr_array_index (courses, i)));
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCourseImport) import = import_bytes (bytes, &error);

  if (import == NULL)
    {
      n_refused++;
      g_assert_nonnull (error);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  for (guint i = 0; i < import->problems->len; i++)
    {
      g_autofree char *words =
          jg_course_problem_dup_words (g_ptr_array_index (import->problems, i), import->name);

      g_assert_true (g_utf8_validate (words, -1, NULL));
    }
  n_problems += import->problems->len > 0;
  if (import->problems->len == 0)
    {
      n_taken++;
      check_round (import);
    }
  return 0;
}

#ifndef JG_LIBFUZZER

static const char seed[] =
    "2026年培训课程表,,,,,,,,,,,\n"
    "课程名称,培训机构,状态,总课时,理论课时,实操课时,起止日期,人数,收费（元）,模块,模块课时,"
    "教学内容,对应任务,不对应任务,备注\n"
    "网约配送,甲校,在开,40,16,24,2026/3/5-2026/3/"
    "20,30人,1200,订单,8.5,\"接收\n\"\"核对\"\"\",\"送达。〔2课时〕\n取件。\",投诉。,=1+1\n"
    ",,,,,,,,,安全,31.5,,,,\n"
    "直播,乙校,停开,,,,,,免费,,,,,,'@\n"
    "合计,,,,,,,,,,,,,,\n";

static const char *const pieces[] = {
  ",",
  "\"",
  "\n",
  "\r\n",
  "\"\"",
  ";",
  "\t",
  "'",
  "=",
  "课程名称",
  "模块",
  "合计",
  "40.5",
  "46086",
  "2020-02-30",
  "2026年3月5日",
  "〔1课时〕",
  "\xef\xbb\xbf",
  "\xe2\x80\xae",
  "\xe2\x80\x8b",
  "\xc2\xa0",
  "\xff",
  "\xd2\xd2",
  "sep=;\n",
  "，",
  " ",
  "1、2",
  "在开",
  "course-1",
};

/* A place in the bytes, mostly between two characters. */
static gsize
choose (GRand *rand, const GString *bytes, gsize from, gsize to)
{
  gsize at = (gsize) g_rand_int_range (rand, (gint32) from, (gint32) MIN (to, bytes->len) + 1);

  if (g_rand_int_range (rand, 0, 10) > 0)
    while (at > from && ((guchar) bytes->str[at] & 0xc0) == 0x80)
      at--;
  return at;
}

/* Puts a piece, or bytes from elsewhere, in the place of some bytes. */
static void
mutate (GRand *rand, GString *bytes)
{
  const gsize at = choose (rand, bytes, 0, bytes->len);
  const gsize end = choose (rand, bytes, at, at + 12);
  g_autofree char *other = NULL;

  if (g_rand_boolean (rand))
    other = g_strdup (pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
  else
    {
      const gsize from = choose (rand, bytes, 0, bytes->len);
      const gsize to = choose (rand, bytes, from, from + 60);

      other = g_strndup (bytes->str + from, to - from);
    }
  g_string_erase (bytes, (gssize) at, (gssize) (end - at));
  g_string_insert (bytes, (gssize) at, other);
}

static void
test_mutations (void)
{
  GRand *rand = g_rand_new_with_seed (20201030);

  LLVMFuzzerTestOneInput ((const guint8 *) seed, sizeof seed - 1);
  g_assert_cmpuint (n_taken, ==, 1);
  for (guint i = 0; i < N_MUTATIONS; i++)
    {
      g_autoptr (GString) bytes = g_string_new (seed);
      const int n = g_rand_int_range (rand, 1, 4);

      for (int k = 0; k < n; k++)
        mutate (rand, bytes);
      LLVMFuzzerTestOneInput ((const guint8 *) bytes->str, bytes->len);
    }
  g_test_message ("%u taken, %u with problems, %u refused", n_taken, n_problems, n_refused);
  /* All three ways were taken. */
  g_assert_cmpuint (n_taken, >, N_MUTATIONS / 20);
  g_assert_cmpuint (n_problems, >, N_MUTATIONS / 20);
  g_assert_cmpuint (n_refused, >, N_MUTATIONS / 20);
  g_rand_free (rand);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fuzz-course-table/mutations", test_mutations);

  return g_test_run ();
}

#endif
