/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-course-book.h"

#include <glib/gstdio.h>

#include "catalogue/jg-json-gate.h"

struct _JgCourseBook
{
  GObject parent_instance;

  char *path;
  GPtrArray *courses; /* (element-type JgCourse) */
  GBytes *bytes;      /* of the file as it was last read or written; NULL when there was none */
  gboolean locked;    /* the file could not be read: nothing is written over it */
};

G_DEFINE_FINAL_TYPE (JgCourseBook, jg_course_book, G_TYPE_OBJECT)

static void
jg_course_book_finalize (GObject *object)
{
  JgCourseBook *self = JG_COURSE_BOOK (object);

  g_free (self->path);
  g_ptr_array_unref (self->courses);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  G_OBJECT_CLASS (jg_course_book_parent_class)->finalize (object);
}

static void
jg_course_book_class_init (JgCourseBookClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jg_course_book_finalize;
}

static void
jg_course_book_init (JgCourseBook *self)
{
  self->courses = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_course_unref);
}

/**
 * jg_course_book_dup_default_path:
 *
 * Returns: (transfer full) (type filename): where the user's courses are kept
 */
char *
jg_course_book_dup_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "jobguide", "courses.json", NULL);
}

/**
 * jg_course_book_new:
 * @path: (type filename): where the courses are kept
 *
 * Makes a book without courses; nothing is read or written yet.
 *
 * Returns: (transfer full): the book
 */
JgCourseBook *
jg_course_book_new (const char *path)
{
  JgCourseBook *self;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (JG_TYPE_COURSE_BOOK, NULL);
  self->path = g_strdup (path);
  return self;
}

/**
 * jg_course_book_load:
 * @self: a book
 * @error: return location
 *
 * Reads the courses anew. Without a file there are none.
 *
 * Returns: %TRUE when it was read; otherwise %FALSE with JG_COURSE_ERROR_READ, JG_COURSE_ERROR_DAMAGED or
 *   JG_COURSE_ERROR_NEWER, and nothing is ever written over the file
 */
gboolean
jg_course_book_load (JgCourseBook *self, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GPtrArray *courses;

  g_return_val_if_fail (JG_IS_COURSE_BOOK (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  courses = jg_course_file_read (self->path, &bytes, &local);
  if (courses == NULL && g_error_matches (local, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    courses = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_course_unref);
  self->locked = courses == NULL;
  if (courses == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  g_ptr_array_unref (self->courses);
  self->courses = courses;
  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->bytes = g_steal_pointer (&bytes);
  return TRUE;
}

/* Whether the file is still what was read. */
static gboolean
check_same (JgCourseBook *self, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *data = NULL;
  gsize length = 0;
  gboolean same;

  if (self->locked)
    {
      g_set_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_READ,
                   "没有保存：原有的课程文件“%s”读不出来，没有改动它。", self->path);
      return FALSE;
    }
  data = jg_json_gate_read_file (self->path, JG_COURSE_MAX_BYTES, &length, &local);
  if (data == NULL && g_error_matches (local, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    same = self->bytes == NULL;
  else if (data == NULL || self->bytes == NULL)
    same = FALSE;
  else
    {
      g_autoptr (GBytes) now = g_bytes_new_take (g_steal_pointer (&data), length);

      same = g_bytes_equal (now, self->bytes);
    }
  if (!same)
    g_set_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_CHANGED,
                 "没有保存：课程文件“%s”已被另一个程序改动。请重新打开后再改。", self->path);
  return same;
}

/**
 * jg_course_book_save:
 * @self: a book
 * @error: return location
 *
 * Writes the courses whole, readable by their owner only: after a crash at any moment the old file or the new one is there.
 *
 * Returns: %TRUE when they are on the disk; otherwise %FALSE with JG_COURSE_ERROR_WRITE, JG_COURSE_ERROR_CHANGED or
 *   JG_COURSE_ERROR_READ, and the old file stands
 */
gboolean
jg_course_book_save (JgCourseBook *self, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *data = NULL;
  gsize length;

  g_return_val_if_fail (JG_IS_COURSE_BOOK (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!check_same (self, error))
    return FALSE;
  folder = g_path_get_dirname (self->path);
  data = jg_course_file_to_data (self->courses);
  length = strlen (data);
  if (length > JG_COURSE_MAX_BYTES)
    {
      g_set_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_WRITE,
                   "没有保存：课程太多，文件会超过 %d MB。", JG_COURSE_MAX_BYTES / 1024 / 1024);
      return FALSE;
    }
  if (g_mkdir_with_parents (folder, 0700) != 0 ||
      !g_file_set_contents_full (self->path, data, (gssize) length,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                 &local))
    {
      g_set_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_WRITE,
                   "没有保存：无法写入“%s”（%s）。请检查磁盘是否已满、文件夹是否可写。", self->path,
                   local != NULL ? local->message : "文件夹建不了");
      return FALSE;
    }
  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->bytes = g_bytes_new_take (g_steal_pointer (&data), length);
  return TRUE;
}

/**
 * jg_course_book_get_courses:
 * @self: a book
 *
 * Returns: (transfer none) (element-type JgCourse): the courses in the order they were added
 */
GPtrArray *
jg_course_book_get_courses (JgCourseBook *self)
{
  g_return_val_if_fail (JG_IS_COURSE_BOOK (self), NULL);

  return self->courses;
}

static gboolean
find_place (JgCourseBook *self, const char *id, guint *place)
{
  for (*place = 0; *place < self->courses->len; (*place)++)
    if (g_strcmp0 (jg_course_get (g_ptr_array_index (self->courses, *place), JG_COURSE_ID), id) ==
        0)
      return TRUE;
  return FALSE;
}

/**
 * jg_course_book_find:
 * @self: a book
 * @id: id of a course
 *
 * Returns: (transfer none) (nullable): the course
 */
JgCourse *
jg_course_book_find (JgCourseBook *self, const char *id)
{
  guint place;

  g_return_val_if_fail (JG_IS_COURSE_BOOK (self), NULL);

  return find_place (self, id, &place) ? g_ptr_array_index (self->courses, place) : NULL;
}

/**
 * jg_course_book_put:
 * @self: a book
 * @course: a course; may not be changed any more
 * @error: return location
 *
 * Adds a course, or puts it in the place of the one with its id. One without an id gets one. Nothing is written yet.
 *
 * Returns: %TRUE when it is there; otherwise %FALSE with JG_COURSE_ERROR_INVALID
 */
gboolean
jg_course_book_put (JgCourseBook *self, JgCourse *course, GError **error)
{
  JgCourseField field;
  guint place;

  g_return_val_if_fail (JG_IS_COURSE_BOOK (self), FALSE);
  g_return_val_if_fail (course != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!jg_course_check_whole (course, &field, error))
    {
      g_prefix_error (error, "%s：", jg_course_field_label (field));
      return FALSE;
    }
  if (course->values[JG_COURSE_ID] == NULL)
    course->values[JG_COURSE_ID] = jg_course_make_id (course);
  if (find_place (self, course->values[JG_COURSE_ID], &place))
    {
      jg_course_unref (g_ptr_array_index (self->courses, place));
      g_ptr_array_index (self->courses, place) = jg_course_ref (course);
      return TRUE;
    }
  if (self->courses->len >= JG_COURSE_MAX_COURSES)
    {
      g_set_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_INVALID, "课程应在 %d 门以内",
                   JG_COURSE_MAX_COURSES);
      return FALSE;
    }
  g_ptr_array_add (self->courses, jg_course_ref (course));
  return TRUE;
}

/**
 * jg_course_book_keep:
 * @self: a book
 * @courses: (element-type JgCourse): courses; may not be changed any more
 * @error: return location
 *
 * Puts courses into the book and writes it: all of them, or none.
 *
 * Returns: %TRUE when they are on the disk; otherwise %FALSE with an error of JG_COURSE_ERROR, and the book and its file are
 *   as before
 */
gboolean
jg_course_book_keep (JgCourseBook *self, GPtrArray *courses, GError **error)
{
  GPtrArray *before;
  gboolean done = TRUE;

  g_return_val_if_fail (JG_IS_COURSE_BOOK (self), FALSE);
  g_return_val_if_fail (courses != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  before = self->courses;
  self->courses = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_course_unref);
  for (guint i = 0; i < before->len; i++)
    g_ptr_array_add (self->courses, jg_course_ref (g_ptr_array_index (before, i)));
  for (guint i = 0; done && i < courses->len; i++)
    done = jg_course_book_put (self, g_ptr_array_index (courses, i), error);
  done = done && jg_course_book_save (self, error);
  if (done)
    {
      g_ptr_array_unref (before);
      return TRUE;
    }
  g_ptr_array_unref (self->courses);
  self->courses = before;
  return FALSE;
}

/**
 * jg_course_book_replace:
 * @self: a book
 * @courses: (element-type JgCourse): courses as jg_course_book_put() lets in, each with an id of its own; may not be changed any more
 * @error: return location
 *
 * Puts these courses in the place of all that are there, in this order, and writes the book: so one goes back to what was before.
 *
 * Returns: %TRUE when they are on the disk; otherwise %FALSE with an error of JG_COURSE_ERROR, and the book and its file are
 *   as before
 */
gboolean
jg_course_book_replace (JgCourseBook *self, GPtrArray *courses, GError **error)
{
  GPtrArray *before;

  g_return_val_if_fail (JG_IS_COURSE_BOOK (self), FALSE);
  g_return_val_if_fail (courses != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  before = self->courses;
  self->courses = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_course_unref);
  if (jg_course_book_keep (self, courses, error))
    {
      g_ptr_array_unref (before);
      return TRUE;
    }
  g_ptr_array_unref (self->courses);
  self->courses = before;
  return FALSE;
}

/**
 * jg_course_book_remove:
 * @self: a book
 * @id: id of a course
 *
 * Takes a course out. Nothing is written yet.
 *
 * Returns: whether it was there
 */
gboolean
jg_course_book_remove (JgCourseBook *self, const char *id)
{
  guint place;

  g_return_val_if_fail (JG_IS_COURSE_BOOK (self), FALSE);

  if (!find_place (self, id, &place))
    return FALSE;
  g_ptr_array_remove_index (self->courses, place);
  return TRUE;
}
