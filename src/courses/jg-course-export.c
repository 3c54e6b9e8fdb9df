/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Courses as tables: a row for each module, the course in the first of them. What is written here is read by the import
 * without a loss. */

#include "jg-course-export-private.h"

#include <string.h>

#include "jg-course-file.h"
#include "text/jg-csv.h"

/* jg_course_export_count_rows:
 *
 * Returns: how many rows a course takes */
guint
jg_course_export_count_rows (const JgCourse *course)
{
  return MAX (course->modules->len, 1);
}

static char *
dup_tasks (const JgCourseModule *module, gboolean accepted)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < module->links->len; i++)
    {
      const JgCourseLink *link = g_ptr_array_index (module->links, i);
      g_autofree char *hours = jg_course_hours_dup (link->hours);

      if (link->accepted != accepted)
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", link->task);
      if (hours != NULL)
        g_string_append_printf (text, "〔%s课时〕", hours);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
dup_field (const JgCourse *course, JgCourseField field)
{
  const char *value = jg_course_get (course, field);

  if (value != NULL && jg_course_field_kind (field) == JG_COURSE_KIND_CHOICE)
    value = jg_course_field_choice_label (field, value);
  return g_strdup (value);
}

/* jg_course_export_dup_cell:
 * @row: of the course, from 0
 * @column: a field or one of the columns after them
 *
 * Returns: (transfer full) (nullable): the text of a cell; %NULL or "" for none */
char *
jg_course_export_dup_cell (const JgCourse *course, guint row, guint column)
{
  const JgCourseModule *module =
      row < course->modules->len ? g_ptr_array_index (course->modules, row) : NULL;

  if (column < JG_N_COURSE_FIELDS)
    return row == 0 || column == JG_COURSE_ID || column == JG_COURSE_NAME
               ? dup_field (course, column)
               : NULL;
  if (module == NULL)
    return NULL;
  switch (column)
    {
    case JG_COLUMN_MODULE:
      return g_strdup (module->name);
    case JG_COLUMN_MODULE_HOURS:
      return jg_course_hours_dup (module->hours);
    case JG_COLUMN_MODULE_CONTENT:
      return g_strdup (module->content);
    default:
      return dup_tasks (module, column == JG_COLUMN_TASKS);
    }
}

/* What begins like the mark of jg_csv_append_row() before a formula gets one too, so that reading takes one away. */
static char *
mark (char *text)
{
  const char *p = text;
  char *marked;

  if (text == NULL)
    return g_strdup ("");
  while (*p == '\'')
    p++;
  if (p == text || *p == '\0' || strchr ("=+-@\t\r", *p) == NULL)
    return text;
  marked = g_strconcat ("'", text, NULL);
  g_free (text);
  return marked;
}

/**
 * jg_course_export_csv:
 * @courses: (element-type JgCourse): courses
 *
 * Writes courses as a table of comma-separated values: UTF-8 with the mark by which office programs know it, and no cell
 * that they would take for a formula.
 *
 * Returns: (transfer full): the table
 */
char *
jg_course_export_csv (GPtrArray *courses)
{
  GString *csv;
  const char *headers[JG_N_COURSE_COLUMNS + 1] = { NULL };

  g_return_val_if_fail (courses != NULL, NULL);

  csv = jg_csv_new ();
  for (guint column = 0; column < JG_N_COURSE_COLUMNS; column++)
    headers[column] = jg_course_column_label (column);
  jg_csv_append_strv (csv, headers);
  for (guint i = 0; i < courses->len; i++)
    {
      const JgCourse *course = g_ptr_array_index (courses, i);

      for (guint row = 0; row < jg_course_export_count_rows (course); row++)
        {
          g_auto (GStrv) cells = g_new0 (char *, JG_N_COURSE_COLUMNS + 1);

          for (guint column = 0; column < JG_N_COURSE_COLUMNS; column++)
            cells[column] = mark (jg_course_export_dup_cell (course, row, column));
          jg_csv_append_strv (csv, (const char *const *) cells);
        }
    }
  return g_string_free (csv, FALSE);
}

/**
 * jg_course_export:
 * @courses: (element-type JgCourse): courses
 * @path: (type filename): a file; its name ends in .csv, .xlsx or .json
 * @error: return location
 *
 * Writes courses to a file. The old file stands until the new one is whole.
 *
 * Returns: %TRUE when it is written; otherwise %FALSE with JG_COURSE_ERROR_WRITE or JG_COURSE_ERROR_INVALID
 */
gboolean
jg_course_export (GPtrArray *courses, const char *path, GError **error)
{
  g_autofree char *data = NULL;
  g_autoptr (GError) local = NULL;

  g_return_val_if_fail (courses != NULL && path != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (g_str_has_suffix (path, ".xlsx"))
    return jg_course_export_sheet (courses, path, error);
  if (g_str_has_suffix (path, ".csv"))
    data = jg_course_export_csv (courses);
  else if (g_str_has_suffix (path, ".json"))
    data = jg_course_file_to_data (courses);
  else
    {
      g_set_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_INVALID,
                   "“%s”：文件名应以 .csv、.xlsx 或 .json 结尾", path);
      return FALSE;
    }
  if (g_file_set_contents_full (path, data, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0666, &local))
    return TRUE;
  g_set_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_WRITE, "无法写入“%s”：%s", path,
               local->message);
  return FALSE;
}
