/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Courses as a workbook: days are days, hours are numbers, codes and all the rest are texts. */

#include "jg-course-export-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>
#include <xlsxwriter.h>

typedef struct
{
  lxw_worksheet *sheet;
  lxw_format *text;
  lxw_format *day;
  lxw_format *number;
  lxw_format *head;
} Sheet;

static gboolean
is_number (guint column)
{
  return column == JG_COLUMN_MODULE_HOURS ||
         (column < JG_N_COURSE_FIELDS && (jg_course_field_kind (column) == JG_COURSE_KIND_HOURS ||
                                          jg_course_field_kind (column) == JG_COURSE_KIND_NUMBER));
}

static lxw_error
write_cell (Sheet *self, lxw_row_t row, guint column, const char *text)
{
  lxw_datetime day = { 0 };

  if (text == NULL || *text == '\0')
    return LXW_NO_ERROR;
  if (is_number (column))
    return worksheet_write_number (self->sheet, row, (lxw_col_t) column,
                                   g_ascii_strtod (text, NULL), self->number);
  if (column < JG_N_COURSE_FIELDS && jg_course_field_kind (column) == JG_COURSE_KIND_DATE &&
      sscanf (text, "%d-%d-%d", &day.year, &day.month, &day.day) == 3)
    return worksheet_write_datetime (self->sheet, row, (lxw_col_t) column, &day, self->day);
  return worksheet_write_string (self->sheet, row, (lxw_col_t) column, text, self->text);
}

static double
get_width (guint column)
{
  switch (column)
    {
    case JG_COURSE_NAME:
    case JG_COURSE_PROVIDER:
    case JG_COLUMN_MODULE:
      return 24;
    case JG_COLUMN_MODULE_CONTENT:
    case JG_COLUMN_TASKS:
    case JG_COLUMN_REFUSED:
      return 50;
    default:
      return 14;
    }
}

static lxw_error
write_sheet (lxw_workbook *workbook, GPtrArray *courses)
{
  Sheet self = { workbook_add_worksheet (workbook, "课程"), workbook_add_format (workbook),
                 workbook_add_format (workbook), workbook_add_format (workbook),
                 workbook_add_format (workbook) };
  lxw_error result = LXW_NO_ERROR;
  lxw_row_t line = 1;

  format_set_num_format (self.text, "@");
  format_set_text_wrap (self.text);
  format_set_align (self.text, LXW_ALIGN_VERTICAL_TOP);
  format_set_num_format (self.day, "yyyy-mm-dd");
  format_set_align (self.day, LXW_ALIGN_VERTICAL_TOP);
  format_set_align (self.number, LXW_ALIGN_VERTICAL_TOP);
  format_set_bold (self.head);
  format_set_num_format (self.head, "@");
  worksheet_freeze_panes (self.sheet, 1, 0);
  for (guint column = 0; column < JG_N_COURSE_COLUMNS && result == LXW_NO_ERROR; column++)
    {
      worksheet_set_column (self.sheet, (lxw_col_t) column, (lxw_col_t) column, get_width (column),
                            NULL);
      result = worksheet_write_string (self.sheet, 0, (lxw_col_t) column,
                                       jg_course_column_label (column), self.head);
    }
  for (guint i = 0; i < courses->len; i++)
    {
      const JgCourse *course = g_ptr_array_index (courses, i);

      for (guint row = 0; row < jg_course_export_count_rows (course); row++, line++)
        for (guint column = 0; column < JG_N_COURSE_COLUMNS && result == LXW_NO_ERROR; column++)
          {
            g_autofree char *text = jg_course_export_dup_cell (course, row, column);

            result = write_cell (&self, line, column, text);
          }
    }
  return result;
}

/* jg_course_export_sheet:
 *
 * Writes courses as a workbook; the old file stands until the new one is whole.
 *
 * Returns: %TRUE when it is written; otherwise %FALSE with JG_COURSE_ERROR_WRITE */
gboolean
jg_course_export_sheet (GPtrArray *courses, const char *path, GError **error)
{
  g_autofree char *temporary = g_strconcat (path, ".XXXXXX", NULL);
  lxw_workbook *workbook = NULL;
  lxw_error written = LXW_ERROR_CREATING_XLSX_FILE;
  lxw_error closed = LXW_ERROR_CREATING_XLSX_FILE;
  const char *why = NULL;
  int fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0666);

  if (fd < 0)
    {
      g_set_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_WRITE, "无法写入“%s”：%s", path,
                   g_strerror (errno));
      return FALSE;
    }
  close (fd);
  workbook = workbook_new (temporary);
  if (workbook != NULL)
    {
      written = write_sheet (workbook, courses);
      closed = workbook_close (workbook);
    }
  if (written == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED)
    why = "有一格的文字超过 Excel 所能放的 32767 个字；请用 CSV";
  else if (written != LXW_NO_ERROR)
    why = lxw_strerror (written);
  else if (closed != LXW_NO_ERROR)
    why = lxw_strerror (closed);
  else if (g_rename (temporary, path) != 0)
    why = g_strerror (errno);
  if (why == NULL)
    return TRUE;
  g_unlink (temporary);
  g_set_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_WRITE, "无法写入“%s”：%s", path, why);
  return FALSE;
}
