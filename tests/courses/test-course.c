/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-course-book.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#define HEAD "{\"schema\": \"jobguide-courses/1\", \"provenance\": \"local\", \"courses\": "

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("jobguide-courses-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "courses.json", NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_remove (self->path);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_free (self->path);
}

static JgCourse *
make_course (const char *id, const char *name)
{
  JgCourse *course = jg_course_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (jg_course_set (course, JG_COURSE_ID, id, &error));
  g_assert_true (jg_course_set (course, JG_COURSE_NAME, name, &error));
  g_assert_true (jg_course_set (course, JG_COURSE_STATE, "draft", &error));
  g_assert_no_error (error);
  return course;
}

static void
test_fields (void)
{
  static const struct
  {
    JgCourseField field;
    const char *good;
    const char *bad;
  } cases[] = {
    { JG_COURSE_ID, "course-1", "课程" },
    { JG_COURSE_NAME, "网约配送员", " 网约配送员" },
    { JG_COURSE_STATE, "stopped", "停开" },
    { JG_COURSE_CONFIRMED, "2024-02-29", "2023-02-29" },
    { JG_COURSE_START, "2026-03-05", "2026-03" },
    { JG_COURSE_CODE, "4-02-07-10", "4-02-07" },
    { JG_COURSE_HOURS, "1.5", "1.25" },
    { JG_COURSE_THEORY, "10000", "10000.5" },
    { JG_COURSE_PRACTICE, "0", "012" },
    { JG_COURSE_CAPACITY, "30", "0" },
    { JG_COURSE_MEASURES, "gbf-2020-27.16 zzb-2020-19.42", "gbf-2020-27.16 gbf-2020-27.16" },
    { JG_COURSE_NOTE, "一\n二", "a\tb" },
  };
  g_autoptr (JgCourse) course = jg_course_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (jg_course_set (course, cases[i].field, cases[i].good, &error));
      g_assert_no_error (error);
      g_assert_false (jg_course_set (course, cases[i].field, cases[i].bad, &error));
      g_assert_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_INVALID);
      g_assert_cmpstr (jg_course_get (course, cases[i].field), ==, cases[i].good);
    }
}

static void
test_hours (void)
{
  static const struct
  {
    const char *text;
    int halves;
  } cases[] = {
    { "40", 80 },       { "40.0", 80 },    { "40.50", 81 }, { "0.5", 1 },  { "0", 0 },
    { "10000", 20000 }, { "10000.5", -1 }, { "40.25", -1 }, { ".5", -1 },  { "-1", -1 },
    { "1e3", -1 },      { "", -1 },        { "4 0", -1 },   { "40.", -1 }, { "40.5x", -1 },
    { NULL, -1 },       { "999999", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (jg_course_hours_parse (cases[i].text), ==, cases[i].halves);
}

static void
test_whole (void)
{
  g_autoptr (JgCourse) course = make_course ("c", "课");
  g_autoptr (GError) error = NULL;
  JgCourseField field;

  g_assert_true (jg_course_check_whole (course, &field, &error));
  g_assert_true (jg_course_set (course, JG_COURSE_THEORY, "16", &error));
  g_assert_true (jg_course_set (course, JG_COURSE_PRACTICE, "24", &error));
  g_assert_cmpint (jg_course_get_hours (course, JG_COURSE_HOURS), ==, 80);
  g_assert_true (jg_course_set (course, JG_COURSE_HOURS, "41", &error));
  g_assert_false (jg_course_check_whole (course, &field, &error));
  g_assert_cmpint (field, ==, JG_COURSE_HOURS);
  g_clear_error (&error);
  g_assert_true (jg_course_set (course, JG_COURSE_HOURS, "40", &error));
  g_assert_true (jg_course_set (course, JG_COURSE_START, "2026-05-01", &error));
  g_assert_true (jg_course_set (course, JG_COURSE_END, "2026-04-30", &error));
  g_assert_false (jg_course_check_whole (course, &field, &error));
  g_assert_cmpint (field, ==, JG_COURSE_END);
  g_clear_error (&error);
  g_assert_true (jg_course_set (course, JG_COURSE_END, NULL, &error));
  g_assert_true (jg_course_set (course, JG_COURSE_EDITION, "2022", &error));
  g_assert_false (jg_course_check_whole (course, &field, &error));
  g_assert_cmpint (field, ==, JG_COURSE_EDITION);
}

static void
test_modules (void)
{
  g_autoptr (JgCourse) course = make_course ("c", "课");
  g_autoptr (JgCourse) copy = NULL;
  JgCourseModule *module = jg_course_add_module (course, "一");

  g_assert_cmpint (jg_course_sum_modules (course), ==, JG_COURSE_NO_HOURS);
  module->hours = 5;
  jg_course_module_decide (module, "送达。", TRUE, 3);
  jg_course_module_decide (module, "取件。", FALSE, 3);
  g_assert_cmpint (jg_course_module_find_link (module, "取件。")->hours, ==, JG_COURSE_NO_HOURS);
  jg_course_module_decide (module, "送达。", TRUE, 4);
  g_assert_cmpuint (module->links->len, ==, 2);
  g_assert_cmpint (jg_course_module_find_link (module, "送达。")->hours, ==, 4);
  copy = jg_course_copy (course);
  g_assert_true (jg_course_equal (course, copy));
  g_assert_true (jg_course_module_forget (g_ptr_array_index (copy->modules, 0), "取件。"));
  g_assert_false (jg_course_module_forget (g_ptr_array_index (copy->modules, 0), "取件。"));
  g_assert_false (jg_course_equal (course, copy));
  g_assert_cmpint (jg_course_sum_modules (course), ==, 5);
}

static void
test_id (void)
{
  g_autoptr (JgCourse) course = make_course ("c", "课");
  g_autofree char *first = jg_course_make_id (course);
  g_autofree char *again = jg_course_make_id (course);
  g_autofree char *other = NULL;

  g_assert_true (g_regex_match_simple ("^course-[0-9a-f]{12}$", first, 0, 0));
  g_assert_cmpstr (first, ==, again);
  g_assert_true (jg_course_set (course, JG_COURSE_PROVIDER, "甲校", NULL));
  other = jg_course_make_id (course);
  g_assert_cmpstr (first, !=, other);
}

static void
test_book (Fixture *self, gconstpointer data)
{
  g_autoptr (JgCourseBook) book = jg_course_book_new (self->path);
  g_autoptr (JgCourseBook) again = jg_course_book_new (self->path);
  g_autoptr (JgCourse) course = make_course (NULL, "网约配送");
  g_autoptr (JgCourse) other = make_course ("course-2", "无人机");
  g_autoptr (GError) error = NULL;
  JgCourseModule *module = jg_course_add_module (course, "取送");
  struct stat info;

  module->hours = 17;
  module->content = g_strdup ("一\n二");
  jg_course_module_decide (module, "取送物品。", TRUE, 3);
  g_assert_true (jg_course_book_load (book, &error));
  g_assert_true (jg_course_book_put (book, course, &error));
  g_assert_true (jg_course_book_put (book, other, &error));
  g_assert_true (jg_course_book_save (book, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (self->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);

  g_assert_true (jg_course_book_load (again, &error));
  g_assert_cmpuint (jg_course_book_get_courses (again)->len, ==, 2);
  g_assert_true (
      jg_course_equal (jg_course_book_find (again, jg_course_get (course, JG_COURSE_ID)), course));
  g_assert_true (jg_course_book_remove (again, "course-2"));
  g_assert_false (jg_course_book_remove (again, "course-2"));
  g_assert_true (jg_course_book_save (again, &error));

  /* The first one does not know of it. */
  g_assert_false (jg_course_book_save (book, &error));
  g_assert_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_CHANGED);
  g_clear_error (&error);
  g_assert_true (jg_course_book_load (book, &error));
  g_assert_null (jg_course_book_find (book, "course-2"));
}

static void
test_damaged (Fixture *self, gconstpointer data)
{
  g_autoptr (JgCourseBook) book = jg_course_book_new (self->path);
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;

  g_assert_true (g_file_set_contents (self->path, HEAD, -1, &error));
  g_assert_false (jg_course_book_load (book, &error));
  g_assert_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_false (jg_course_book_save (book, &error));
  g_assert_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_READ);
  g_assert_true (g_file_get_contents (self->path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, HEAD);

  g_clear_error (&error);
  g_assert_true (
      g_file_set_contents (self->path, "{\"schema\": \"jobguide-courses/7\", \"x\": 1}", -1, NULL));
  g_assert_false (jg_course_book_load (book, &error));
  g_assert_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_NEWER);
}

/* A folder where no file can be made. */
static void
test_no_room (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->path, "deeper", "courses.json", NULL);
  g_autoptr (JgCourseBook) book = jg_course_book_new (path);
  g_autoptr (JgCourse) course = make_course ("c", "课");
  g_autoptr (GPtrArray) more = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_course_unref);
  g_autoptr (GError) error = NULL;

  g_assert_true (jg_course_book_load (book, &error));
  g_assert_true (g_file_set_contents (self->path, "", -1, NULL));
  g_assert_true (jg_course_book_put (book, course, &error));
  g_ptr_array_add (more, make_course ("d", "课"));
  g_assert_false (jg_course_book_keep (book, more, &error));
  g_assert_nonnull (error);
  /* None of them is there, and the one before is. */
  g_assert_cmpuint (jg_course_book_get_courses (book)->len, ==, 1);
  g_assert_null (jg_course_book_find (book, "d"));
}

/* Whatever was there goes, in the file too; what cannot be kept changes nothing. */
static void
test_replace (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JgCourseBook) book = jg_course_book_new (fixture->path);
  g_autoptr (JgCourseBook) again = jg_course_book_new (fixture->path);
  g_autoptr (GPtrArray) before = g_ptr_array_new ();
  g_autoptr (GPtrArray) after = g_ptr_array_new ();
  g_autoptr (GPtrArray) broken = g_ptr_array_new ();
  g_autoptr (JgCourse) first = make_course ("a", "课");
  g_autoptr (JgCourse) second = make_course ("b", "课");
  g_autoptr (JgCourse) nameless = jg_course_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (before, first);
  g_ptr_array_add (before, second);
  g_ptr_array_add (after, second);
  g_ptr_array_add (broken, first);
  g_ptr_array_add (broken, nameless);
  g_assert_true (jg_course_book_replace (book, before, &error));
  g_assert_true (jg_course_book_replace (book, after, &error));
  g_assert_true (jg_course_book_load (again, &error));
  g_assert_cmpuint (jg_course_book_get_courses (again)->len, ==, 1);
  g_assert_nonnull (jg_course_book_find (again, "b"));
  g_assert_false (jg_course_book_replace (book, broken, &error));
  g_assert_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_INVALID);
  g_assert_cmpuint (jg_course_book_get_courses (book)->len, ==, 1);
  g_assert_nonnull (jg_course_book_find (book, "b"));
}

typedef struct
{
  const char *courses; /* JSON */
  const char *place;   /* what the message names */
} Broken;

static void
test_broken (void)
{
  static const Broken cases[] = {
    { "[{\"id\": \"a\", \"name\": \"课\", \"state\": \"open\"", "x.json:1:" },
    { "[{\"id\": 1, \"name\": \"课\", \"state\": \"open\"}]}", "/courses/0/id" },
    { "[{\"id\": \"a\", \"name\": [], \"state\": \"open\"}]}", "/courses/0/name" },
    { "[{\"id\": \"a\", \"name\": \"\xff\", \"state\": \"open\"}]}", "UTF-8" },
    { "[{\"id\": \"a\", \"name\": \"a\xe2\x80\xae\", \"state\": \"open\"}]}", "双向控制" },
    { "[{\"id\": \"a\", \"id\": \"b\", \"name\": \"课\", \"state\": \"open\"}]}", "id" },
    { "[{\"id\": \"a\", \"name\": \"课\", \"state\": \"open\"}, "
      "{\"id\": \"a\", \"name\": \"课\", \"state\": \"open\"}]}",
      "/courses/1/id" },
    { "[{\"id\": \"a\", \"name\": \"课\", \"state\": \"open\", \"start\": \"2020-02-30\"}]}",
      "/courses/0/start" },
    { "[{\"id\": \"../a\", \"name\": \"课\", \"state\": \"open\"}]}", "/courses/0/id" },
    { "[{\"id\": \"a\", \"name\": \"课\", \"state\": \"open\", \"hours\": 1e999}]}", "x.json:1:" },
    { "null}", "/courses" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *data = g_strconcat (HEAD, cases[i].courses, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_null (jg_course_file_parse ("x.json", data, strlen (data), &error));
      g_assert_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_DAMAGED);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, "x.json"));
      g_assert_nonnull (strstr (error->message, cases[i].place));
    }
}

/* Nesting of 10⁵, and half a million small values. */
static void
test_huge (void)
{
  g_autoptr (GString) deep = g_string_new (HEAD);
  g_autoptr (GString) wide = g_string_new (HEAD "[");
  g_autoptr (GError) error = NULL;
  const gint64 before = g_get_monotonic_time ();

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (deep, '[');
  g_assert_null (jg_course_file_parse ("x.json", deep->str, deep->len, &error));
  g_assert_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_DAMAGED);
  g_clear_error (&error);
  for (guint i = 0; i < 600000; i++)
    g_string_append (wide, "{},");
  g_string_append (wide, "{}]}");
  g_assert_null (jg_course_file_parse ("x.json", wide->str, wide->len, &error));
  g_assert_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_DAMAGED);
  g_assert_cmpint (g_get_monotonic_time () - before, <, 10 * G_USEC_PER_SEC);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/course/fields", test_fields);
  g_test_add_func ("/course/hours", test_hours);
  g_test_add_func ("/course/whole", test_whole);
  g_test_add_func ("/course/modules", test_modules);
  g_test_add_func ("/course/id", test_id);
  g_test_add ("/course/book", Fixture, NULL, set_up, test_book, tear_down);
  g_test_add ("/course/replace", Fixture, NULL, set_up, test_replace, tear_down);
  g_test_add ("/course/damaged", Fixture, NULL, set_up, test_damaged, tear_down);
  g_test_add ("/course/no-room", Fixture, NULL, set_up, test_no_room, tear_down);
  g_test_add_func ("/course/broken", test_broken);
  g_test_add_func ("/course/huge", test_huge);

  return g_test_run ();
}
