/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An import is looked at before it is done: what is new, what changes, what is wrong and where. */

#include "jg-course-import.h"

#include <string.h>

#include "jg-course-rows-private.h"
#include "text/jg-text-forbidden.h"

static void
problem_free (JgCourseProblem *self)
{
  g_free (self->column);
  g_free (self->header);
  g_free (self->text);
  g_free (self);
}

static void
row_free (JgCourseRow *self)
{
  jg_course_unref (self->course);
  g_ptr_array_unref (self->changes);
  g_free (self);
}

/**
 * jg_course_import_free:
 * @self: (nullable) (transfer full): an import
 *
 * Frees an import.
 */
void
jg_course_import_free (JgCourseImport *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->problems);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

static JgCourseImport *
make_import (const char *name, const char *encoding)
{
  JgCourseImport *self = g_new0 (JgCourseImport, 1);

  self->name = g_strdup (name);
  self->encoding = encoding;
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) problem_free);
  self->notes = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/* jg_course_import_add_problem:
 * @row: of the table, from 0
 * @place: column of the table, from 0; JG_NO_COLUMN: the row as a whole
 *
 * Says what is wrong with a cell. */
void
jg_course_import_add_problem (JgCourseImport *self,
                              const JgTable *table,
                              const JgCourseColumns *columns,
                              guint row,
                              guint place,
                              const char *format,
                              ...)
{
  JgCourseProblem *problem;
  va_list args;

  if (self->problems->len >= JG_COURSE_MAX_PROBLEMS)
    {
      self->n_more_problems++;
      return;
    }
  problem = g_new0 (JgCourseProblem, 1);
  problem->row = row + 1;
  if (place != JG_NO_COLUMN)
    {
      problem->column = jg_table_dup_column_name (place);
      problem->header = g_strdup (jg_table_get (table, columns->row, place));
    }
  va_start (args, format);
  problem->text = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (self->problems, problem);
}

/**
 * jg_course_problem_dup_words:
 * @self: a problem
 * @name: of the file
 *
 * Puts a problem into words.
 *
 * Returns: (transfer full): file, row, column and what is wrong
 */
char *
jg_course_problem_dup_words (const JgCourseProblem *self, const char *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  if (self->column == NULL)
    return g_strdup_printf ("%s 第 %u 行：%s", name, self->row, self->text);
  return g_strdup_printf ("%s 第 %u 行 %s 列“%s”：%s", name, self->row, self->column, self->header,
                          self->text);
}

/* The courses of a book by id and by what they are known by. */
static GHashTable *
list_known (JgCourseBook *book)
{
  GPtrArray *courses = jg_course_book_get_courses (book);
  GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < courses->len; i++)
    g_hash_table_insert (known, jg_course_make_id (g_ptr_array_index (courses, i)),
                         g_ptr_array_index (courses, i));
  for (guint i = 0; i < courses->len; i++)
    g_hash_table_insert (known,
                         g_strdup (jg_course_get (g_ptr_array_index (courses, i), JG_COURSE_ID)),
                         g_ptr_array_index (courses, i));
  return known;
}

/* What a row without a number of its own is: the course known by the same words. */
static JgCourse *
find_known (GHashTable *known, const JgCourse *course)
{
  g_autofree char *id = NULL;

  if (jg_course_get (course, JG_COURSE_ID) != NULL)
    return g_hash_table_lookup (known, jg_course_get (course, JG_COURSE_ID));
  id = jg_course_make_id (course);
  return g_hash_table_lookup (known, id);
}

static const JgCourseModule *
find_module (const JgCourse *course, const char *name)
{
  for (guint i = 0; i < course->modules->len; i++)
    {
      const JgCourseModule *module = g_ptr_array_index (course->modules, i);

      if (g_strcmp0 (module->name, name) == 0)
        return module;
    }
  return NULL;
}

static void
keep_modules (JgCourse *course, const JgCourse *known, const JgCourseColumns *columns)
{
  if (columns->places[JG_COLUMN_MODULE] == JG_NO_COLUMN)
    {
      g_autoptr (JgCourse) copy = jg_course_copy (known);
      GPtrArray *none = course->modules;

      course->modules = copy->modules;
      copy->modules = none;
      return;
    }
  for (guint i = 0; i < course->modules->len; i++)
    {
      JgCourseModule *module = g_ptr_array_index (course->modules, i);
      const JgCourseModule *before = find_module (known, module->name);

      if (before == NULL)
        continue;
      if (columns->places[JG_COLUMN_MODULE_HOURS] == JG_NO_COLUMN)
        module->hours = before->hours;
      if (columns->places[JG_COLUMN_MODULE_CONTENT] == JG_NO_COLUMN)
        module->content = g_strdup (before->content);
      for (guint k = 0;
           columns->places[JG_COLUMN_TASKS] == JG_NO_COLUMN &&
           columns->places[JG_COLUMN_REFUSED] == JG_NO_COLUMN && k < before->links->len;
           k++)
        {
          const JgCourseLink *link = g_ptr_array_index (before->links, k);

          jg_course_module_decide (module, link->task, link->accepted, link->hours);
        }
    }
}

/* What the table has no column for stays as it was: decisions on tasks too. */
static void
keep_rest (JgCourse *course, const JgCourse *known, const JgCourseColumns *columns)
{
  for (guint field = 0; field < JG_N_COURSE_FIELDS; field++)
    if (columns->places[field] == JG_NO_COLUMN &&
        (columns->range == JG_NO_COLUMN || (field != JG_COURSE_START && field != JG_COURSE_END)))
      jg_course_set (course, field, jg_course_get (known, field), NULL);
  keep_modules (course, known, columns);
}

static const char *
show_value (JgCourseField field, const char *value)
{
  if (value == NULL)
    return "没有写";
  return jg_course_field_kind (field) == JG_COURSE_KIND_CHOICE
             ? jg_course_field_choice_label (field, value)
             : value;
}

static char *
shorten (const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\n", ' ');

  if (g_utf8_strlen (line, -1) <= 30)
    return g_steal_pointer (&line);
  {
    g_autofree char *head = g_utf8_substring (line, 0, 30);

    return g_strconcat (head, "…", NULL);
  }
}

static void
tell_changes (JgCourseRow *row, const JgCourse *known)
{
  g_autoptr (JgCourse) modules = NULL;

  if (known == NULL)
    {
      row->news = JG_COURSE_NEW;
      return;
    }
  row->news = jg_course_equal (row->course, known) ? JG_COURSE_SAME : JG_COURSE_CHANGED;
  if (row->news == JG_COURSE_SAME)
    return;
  for (guint field = 0; field < JG_N_COURSE_FIELDS; field++)
    {
      const char *before = jg_course_get (known, field);
      const char *now = jg_course_get (row->course, field);
      g_autofree char *short_before = shorten (show_value (field, before));
      g_autofree char *short_now = shorten (show_value (field, now));

      if (g_strcmp0 (before, now) != 0)
        g_ptr_array_add (row->changes,
                         g_strdup_printf ("%s：%s → %s", jg_course_field_label (field),
                                          short_before, short_now));
    }
  modules = jg_course_copy (known);
  for (guint field = 0; field < JG_N_COURSE_FIELDS; field++)
    jg_course_set (modules, field, jg_course_get (row->course, field), NULL);
  if (!jg_course_equal (modules, row->course))
    g_ptr_array_add (row->changes,
                     g_strdup_printf ("模块：%u 个 → %u 个，内容有变化", known->modules->len,
                                      row->course->modules->len));
}

static void
finish_row (JgCourseImport *self,
            guint number,
            const JgTable *table,
            const JgCourseColumns *columns,
            GHashTable *by_id,
            GHashTable *seen)
{
  JgCourseRow *row = g_ptr_array_index (self->rows, number);
  JgCourse *known = find_known (by_id, row->course);
  g_autoptr (GError) error = NULL;
  JgCourseRow *other;
  JgCourseField field;

  /* What is wrong with its name has been said. */
  if (jg_course_get (row->course, JG_COURSE_NAME) == NULL)
    return;
  if (jg_course_get (row->course, JG_COURSE_ID) == NULL)
    {
      g_autofree char *id = known != NULL ? g_strdup (jg_course_get (known, JG_COURSE_ID))
                                          : jg_course_make_id (row->course);

      jg_course_set (row->course, JG_COURSE_ID, id, NULL);
    }
  if (known != NULL)
    {
      const char *id = jg_course_get (known, JG_COURSE_ID);

      keep_rest (row->course, known, columns);
      jg_course_set (row->course, JG_COURSE_ID, id, NULL);
    }
  if (jg_course_get (row->course, JG_COURSE_STATE) == NULL)
    jg_course_set (row->course, JG_COURSE_STATE, "draft", NULL);
  other = g_hash_table_lookup (seen, jg_course_get (row->course, JG_COURSE_ID));
  g_hash_table_insert (seen, row->course->values[JG_COURSE_ID], row);
  if (other != NULL)
    jg_course_import_add_problem (
        self, table, columns, row->row - 1, columns->places[JG_COURSE_NAME],
        "与第 %u 行是同一门课程；请把两处合在一起，或写明不同的等级、开课日期", other->row);
  else if (!jg_course_check_whole (row->course, &field, &error))
    jg_course_import_add_problem (self, table, columns, row->row - 1, columns->places[field], "%s",
                                  error->message);
  tell_changes (row, known);
}

static void
note_ignored (JgCourseImport *self, const JgCourseColumns *columns)
{
  g_autofree char *names = NULL;

  if (columns->places[JG_COURSE_STATE] == JG_NO_COLUMN)
    g_ptr_array_add (self->notes, g_strdup ("没有“状态”列，新课程按草稿"));
  if (columns->ignored->len == 0)
    return;
  g_ptr_array_add (columns->ignored, NULL);
  names = g_strjoinv ("、", (char **) columns->ignored->pdata);
  g_ptr_array_set_size (columns->ignored, (gint) columns->ignored->len - 1);
  g_ptr_array_add (self->notes, g_strdup_printf ("不认识的列，没有读：%s", names));
}

/**
 * jg_course_import_new:
 * @table: a table
 * @catalogue: (nullable): where occupations are found by name, for tasks written as numbers
 * @book: the courses that are there
 * @error: return location
 *
 * Looks at what an import of a table would do. Nothing is changed.
 *
 * Returns: (transfer full) (nullable): the import, with a list of what is wrong; %NULL with JG_COURSE_ERROR_DAMAGED when the
 *   table cannot be understood at all
 */
JgCourseImport *
jg_course_import_new (const JgTable *table,
                      JgCatalogue *catalogue,
                      JgCourseBook *book,
                      GError **error)
{
  g_autoptr (JgCourseColumns) columns = NULL;
  g_autoptr (GHashTable) known = NULL;
  g_autoptr (GHashTable) seen = NULL;
  JgCourseImport *self;

  g_return_val_if_fail (table != NULL, NULL);
  g_return_val_if_fail (catalogue == NULL || JG_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (JG_IS_COURSE_BOOK (book), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  columns = jg_course_columns_find (table, error);
  if (columns == NULL)
    return NULL;
  self = make_import (table->name, table->encoding);
  note_ignored (self, columns);
  jg_course_rows_read (self, table, columns, catalogue);
  known = list_known (book);
  seen = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->rows->len; i++)
    finish_row (self, i, table, columns, known, seen);
  if (self->rows->len == 0 && self->problems->len == 0)
    {
      g_set_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_DAMAGED, "%s：表头下面没有课程",
                   table->name);
      g_clear_pointer (&self, jg_course_import_free);
    }
  return self;
}

static JgCourseImport *
import_file (const char *path, JgCourseBook *book, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (GPtrArray) courses = jg_course_file_read (path, NULL, &local);
  g_autofree char *name = jg_text_dup_path_name (path);
  g_autoptr (GHashTable) known = NULL;
  JgCourseImport *self;

  if (courses == NULL && g_error_matches (local, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    {
      g_set_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_READ, "没有文件“%s”", name);
      return NULL;
    }
  if (courses == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  self = make_import (name, NULL);
  known = list_known (book);
  for (guint i = 0; i < courses->len; i++)
    {
      JgCourseRow *row = g_new0 (JgCourseRow, 1);

      row->course = jg_course_ref (g_ptr_array_index (courses, i));
      row->changes = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (self->rows, row);
      tell_changes (row, find_known (known, row->course));
    }
  return self;
}

/**
 * jg_course_import_new_from_file:
 * @path: (type filename): a table (.csv, .txt, .tsv, .xlsx), or a file of courses (.json)
 * @catalogue: (nullable): as for jg_course_import_new()
 * @book: the courses that are there
 * @cancellable: (nullable): stops reading a workbook
 * @error: return location
 *
 * Looks at what an import of a file would do. Nothing is changed.
 *
 * Returns: (transfer full) (nullable): the import, or %NULL with an error of JG_COURSE_ERROR
 */
JgCourseImport *
jg_course_import_new_from_file (const char *path,
                                JgCatalogue *catalogue,
                                JgCourseBook *book,
                                GCancellable *cancellable,
                                GError **error)
{
  g_autoptr (JgTable) table = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (JG_IS_COURSE_BOOK (book), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (g_str_has_suffix (path, ".json"))
    return import_file (path, book, error);
  table = jg_table_new_from_file (path, cancellable, error);
  return table != NULL ? jg_course_import_new (table, catalogue, book, error) : NULL;
}

/**
 * jg_course_import_count:
 * @self: an import
 * @news: what about them
 *
 * Returns: how many courses are new, changed or the same
 */
guint
jg_course_import_count (const JgCourseImport *self, JgCourseNews news)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->rows->len; i++)
    n += ((JgCourseRow *) g_ptr_array_index (self->rows, i))->news == news;
  return n;
}

/**
 * jg_course_import_apply:
 * @self: an import without problems
 * @book: the book it was made for
 * @error: return location
 *
 * Puts the courses into the book and writes it. Either all of them are there afterwards, or none.
 *
 * Returns: %TRUE when they are on the disk; otherwise %FALSE with an error of JG_COURSE_ERROR, and the book and its file are
 *   as before
 */
gboolean
jg_course_import_apply (JgCourseImport *self, JgCourseBook *book, GError **error)
{
  g_autoptr (GPtrArray) courses = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (JG_IS_COURSE_BOOK (book), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (self->problems->len > 0)
    {
      g_set_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_INVALID, "有 %u 处要改，什么也没有导入",
                   self->problems->len + self->n_more_problems);
      return FALSE;
    }
  courses = g_ptr_array_new ();
  for (guint i = 0; i < self->rows->len; i++)
    g_ptr_array_add (courses, ((JgCourseRow *) g_ptr_array_index (self->rows, i))->course);
  return jg_course_book_keep (book, courses, error);
}
