/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-course-shelf.h"

#include <glib/gi18n.h>

#define MAX_STEPS 100

struct _JgCourseShelf
{
  GObject parent_instance;

  JgCourseBook *book;
  char *trouble;   /* why nothing can be kept, or NULL */
  GPtrArray *past; /* (element-type GPtrArray of JgCourse): what the book held before each step */
  GPtrArray *future;
  char *key; /* of the last step, which goes on while the same thing is written at; or NULL */
};

G_DEFINE_FINAL_TYPE (JgCourseShelf, jg_course_shelf, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
jg_course_shelf_finalize (GObject *object)
{
  JgCourseShelf *self = JG_COURSE_SHELF (object);

  g_object_unref (self->book);
  g_free (self->trouble);
  g_ptr_array_unref (self->past);
  g_ptr_array_unref (self->future);
  g_free (self->key);
  G_OBJECT_CLASS (jg_course_shelf_parent_class)->finalize (object);
}

static void
jg_course_shelf_class_init (JgCourseShelfClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jg_course_shelf_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
jg_course_shelf_init (JgCourseShelf *self)
{
  g_autofree char *path = jg_course_book_dup_default_path ();

  self->book = jg_course_book_new (path);
  self->past = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->future = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
}

/**
 * jg_course_shelf_new:
 *
 * Makes the shelf of the user's book, which is not read yet.
 *
 * Returns: (transfer full): the shelf
 */
JgCourseShelf *
jg_course_shelf_new (void)
{
  return g_object_new (JG_TYPE_COURSE_SHELF, NULL);
}

static GPtrArray *
copy_list (GPtrArray *courses)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_course_unref);

  for (guint i = 0; i < courses->len; i++)
    g_ptr_array_add (list, jg_course_ref (g_ptr_array_index (courses, i)));
  return list;
}

static gboolean
same_list (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!jg_course_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;
  return TRUE;
}

/**
 * jg_course_shelf_refresh:
 * @self: a shelf
 *
 * Reads the book anew, for another program may have written it. What it held before cannot be gone back to then.
 *
 * Returns: whether it could be read; jg_course_shelf_get_trouble() says why not
 */
gboolean
jg_course_shelf_refresh (JgCourseShelf *self)
{
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GError) error = NULL;
  gboolean had_trouble;

  g_return_val_if_fail (JG_IS_COURSE_SHELF (self), FALSE);

  before = copy_list (jg_course_book_get_courses (self->book));
  had_trouble = self->trouble != NULL;
  g_clear_pointer (&self->trouble, g_free);
  if (!jg_course_book_load (self->book, &error))
    self->trouble = g_strdup (error->message);
  else if (!had_trouble && same_list (before, jg_course_book_get_courses (self->book)))
    return TRUE;
  g_ptr_array_set_size (self->past, 0);
  g_ptr_array_set_size (self->future, 0);
  g_clear_pointer (&self->key, g_free);
  g_signal_emit (self, signals[CHANGED], 0);
  return self->trouble == NULL;
}

/**
 * jg_course_shelf_get_trouble:
 * @self: a shelf
 *
 * Returns: (transfer none) (nullable): why the book cannot be read and nothing is kept; %NULL when all is well
 */
const char *
jg_course_shelf_get_trouble (JgCourseShelf *self)
{
  g_return_val_if_fail (JG_IS_COURSE_SHELF (self), NULL);

  return self->trouble;
}

/**
 * jg_course_shelf_get_book:
 * @self: a shelf
 *
 * Returns: (transfer none): the book, to look at
 */
JgCourseBook *
jg_course_shelf_get_book (JgCourseShelf *self)
{
  g_return_val_if_fail (JG_IS_COURSE_SHELF (self), NULL);

  return self->book;
}

/**
 * jg_course_shelf_get_courses:
 * @self: a shelf
 *
 * Returns: (transfer none) (element-type JgCourse): the courses in the order they were added
 */
GPtrArray *
jg_course_shelf_get_courses (JgCourseShelf *self)
{
  g_return_val_if_fail (JG_IS_COURSE_SHELF (self), NULL);

  return jg_course_book_get_courses (self->book);
}

/**
 * jg_course_shelf_find:
 * @self: a shelf
 * @id: (nullable): id of a course
 *
 * Returns: (transfer none) (nullable): the course
 */
JgCourse *
jg_course_shelf_find (JgCourseShelf *self, const char *id)
{
  g_return_val_if_fail (JG_IS_COURSE_SHELF (self), NULL);

  return id != NULL ? jg_course_book_find (self->book, id) : NULL;
}

/* One step of what can be undone was made; @before is what the book held. */
static void
note_step (JgCourseShelf *self, GPtrArray *before, const char *key)
{
  if (key == NULL || g_strcmp0 (key, self->key) != 0)
    {
      g_ptr_array_add (self->past, g_ptr_array_ref (before));
      if (self->past->len > MAX_STEPS)
        g_ptr_array_remove_index (self->past, 0);
    }
  g_ptr_array_set_size (self->future, 0);
  g_free (self->key);
  self->key = g_strdup (key);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
replace (JgCourseShelf *self, GPtrArray *courses, const char *key, GError **error)
{
  g_autoptr (GPtrArray) before = copy_list (jg_course_book_get_courses (self->book));

  if (!jg_course_book_replace (self->book, courses, error))
    return FALSE;
  note_step (self, before, key);
  return TRUE;
}

/**
 * jg_course_shelf_put:
 * @self: a shelf
 * @course: a course with an id; may not be changed any more
 * @key: (nullable): what is written at; steps with the same key one after the other are undone together
 * @error: return location
 *
 * Puts a course in the place of the one with its id, and writes the book.
 *
 * Returns: %TRUE when it is on the disk; otherwise %FALSE with an error of JG_COURSE_ERROR, and nothing has changed
 */
gboolean
jg_course_shelf_put (JgCourseShelf *self, JgCourse *course, const char *key, GError **error)
{
  g_autoptr (GPtrArray) courses = NULL;
  guint i;

  g_return_val_if_fail (JG_IS_COURSE_SHELF (self), FALSE);
  g_return_val_if_fail (course != NULL && jg_course_get (course, JG_COURSE_ID) != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  courses = copy_list (jg_course_book_get_courses (self->book));
  for (i = 0; i < courses->len; i++)
    if (g_strcmp0 (jg_course_get (g_ptr_array_index (courses, i), JG_COURSE_ID),
                   jg_course_get (course, JG_COURSE_ID)) == 0)
      break;
  if (i < courses->len)
    {
      jg_course_unref (g_ptr_array_index (courses, i));
      g_ptr_array_index (courses, i) = jg_course_ref (course);
    }
  else
    g_ptr_array_add (courses, jg_course_ref (course));
  return replace (self, courses, key, error);
}

/**
 * jg_course_shelf_end_edit:
 * @self: a shelf
 *
 * Whatever is written next is a step of its own.
 */
void
jg_course_shelf_end_edit (JgCourseShelf *self)
{
  g_return_if_fail (JG_IS_COURSE_SHELF (self));

  g_clear_pointer (&self->key, g_free);
}

static gboolean
has_name (JgCourseShelf *self, const char *name)
{
  GPtrArray *courses = jg_course_book_get_courses (self->book);

  for (guint i = 0; i < courses->len; i++)
    if (g_strcmp0 (jg_course_get (g_ptr_array_index (courses, i), JG_COURSE_NAME), name) == 0)
      return TRUE;
  return FALSE;
}

/* 新课程, 新课程 2 …: a name that no course has yet. */
static char *
make_name (JgCourseShelf *self, const JgCourse *like)
{
  const char *stem = like != NULL ? jg_course_get (like, JG_COURSE_NAME) : _ ("New course");
  char *name = g_strdup (stem);

  for (guint n = 2; has_name (self, name); n++)
    {
      g_autofree char *number = g_strdup_printf (" %u", n);
      g_autofree char *cut = g_utf8_substring (
          stem, 0,
          MIN (g_utf8_strlen (stem, -1),
               (glong) jg_course_field_max (JG_COURSE_NAME) - (glong) strlen (number)));

      g_free (name);
      name = g_strconcat (cut, number, NULL);
    }
  return name;
}

/**
 * jg_course_shelf_add:
 * @self: a shelf
 * @like: (nullable): a course whose every word but the name and the day it was last looked at is taken over
 * @error: return location
 *
 * Adds a course that is a draft, and writes the book.
 *
 * Returns: (transfer none) (nullable): the course; %NULL with an error of JG_COURSE_ERROR
 */
JgCourse *
jg_course_shelf_add (JgCourseShelf *self, const JgCourse *like, GError **error)
{
  g_autoptr (JgCourse) course = NULL;
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (JG_IS_COURSE_SHELF (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  course = like != NULL ? jg_course_copy (like) : jg_course_new ();
  /* By chance, since several courses may have the same words for a while. */
  id = g_strdup_printf ("course-%.8s%.4s", uuid, uuid + 9);
  name = make_name (self, like);
  if (!jg_course_set (course, JG_COURSE_ID, id, error) ||
      !jg_course_set (course, JG_COURSE_NAME, name, error) ||
      !jg_course_set (course, JG_COURSE_STATE, "draft", error) ||
      !jg_course_set (course, JG_COURSE_CONFIRMED, NULL, error) ||
      !jg_course_shelf_put (self, course, NULL, error))
    return NULL;
  return jg_course_shelf_find (self, id);
}

/**
 * jg_course_shelf_remove:
 * @self: a shelf
 * @id: id of a course
 * @error: return location
 *
 * Takes a course out, and writes the book.
 *
 * Returns: %TRUE when it is gone from the disk; otherwise %FALSE with an error of JG_COURSE_ERROR, and nothing has changed
 */
gboolean
jg_course_shelf_remove (JgCourseShelf *self, const char *id, GError **error)
{
  g_autoptr (GPtrArray) courses = NULL;

  g_return_val_if_fail (JG_IS_COURSE_SHELF (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  courses = copy_list (jg_course_book_get_courses (self->book));
  for (guint i = courses->len; i > 0; i--)
    if (g_strcmp0 (jg_course_get (g_ptr_array_index (courses, i - 1), JG_COURSE_ID), id) == 0)
      g_ptr_array_remove_index (courses, i - 1);
  return replace (self, courses, NULL, error);
}

/**
 * jg_course_shelf_import:
 * @self: a shelf
 * @import: what was looked at, without problems
 * @error: return location
 *
 * Does what an import would do: whole or not at all.
 *
 * Returns: %TRUE when it is on the disk; otherwise %FALSE with an error of JG_COURSE_ERROR, and nothing has changed
 */
gboolean
jg_course_shelf_import (JgCourseShelf *self, JgCourseImport *import, GError **error)
{
  g_autoptr (GPtrArray) before = NULL;

  g_return_val_if_fail (JG_IS_COURSE_SHELF (self), FALSE);
  g_return_val_if_fail (import != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  before = copy_list (jg_course_book_get_courses (self->book));
  if (!jg_course_import_apply (import, self->book, error))
    return FALSE;
  note_step (self, before, NULL);
  return TRUE;
}

/**
 * jg_course_shelf_can_undo:
 * @self: a shelf
 *
 * Returns: whether there is a step to take back
 */
gboolean
jg_course_shelf_can_undo (JgCourseShelf *self)
{
  g_return_val_if_fail (JG_IS_COURSE_SHELF (self), FALSE);

  return self->past->len > 0;
}

/**
 * jg_course_shelf_can_redo:
 * @self: a shelf
 *
 * Returns: whether there is a step that was taken back
 */
gboolean
jg_course_shelf_can_redo (JgCourseShelf *self)
{
  g_return_val_if_fail (JG_IS_COURSE_SHELF (self), FALSE);

  return self->future->len > 0;
}

static gboolean
go (JgCourseShelf *self, GPtrArray *from, GPtrArray *to, GError **error)
{
  g_autoptr (GPtrArray) now = copy_list (jg_course_book_get_courses (self->book));

  if (from->len == 0)
    return TRUE;
  if (!jg_course_book_replace (self->book, g_ptr_array_index (from, from->len - 1), error))
    return FALSE;
  g_ptr_array_remove_index (from, from->len - 1);
  g_ptr_array_add (to, g_steal_pointer (&now));
  g_clear_pointer (&self->key, g_free);
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

/**
 * jg_course_shelf_undo:
 * @self: a shelf
 * @error: return location
 *
 * Takes the last step back, on the disk too.
 *
 * Returns: %FALSE with an error of JG_COURSE_ERROR when it could not be written
 */
gboolean
jg_course_shelf_undo (JgCourseShelf *self, GError **error)
{
  g_return_val_if_fail (JG_IS_COURSE_SHELF (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return go (self, self->past, self->future, error);
}

/**
 * jg_course_shelf_redo:
 * @self: a shelf
 * @error: return location
 *
 * Makes the step again that was last taken back.
 *
 * Returns: %FALSE with an error of JG_COURSE_ERROR when it could not be written
 */
gboolean
jg_course_shelf_redo (JgCourseShelf *self, GError **error)
{
  g_return_val_if_fail (JG_IS_COURSE_SHELF (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return go (self, self->future, self->past, error);
}
