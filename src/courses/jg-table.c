/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables as office programs write them: values separated by commas, semicolons or tabs, in UTF-8 with or without its mark, in
 * the Chinese encoding of Windows, or in the UTF-16 of “Unicode 文本”. */

#include "jg-table.h"

#include <string.h>

#include "catalogue/jg-json-gate.h"
#include "jg-course-field.h"
#include "text/jg-text-forbidden.h"

/* Chinese text in GBK never looks like so many characters of UTF-8 in a row. */
#define SURELY_UTF8 8

#define N_SEPARATORS 3
static const char separators[N_SEPARATORS] = { ',', ';', '\t' };

typedef struct
{
  const char *name;
  const char *p;
  const char *end;
  char separator;
  guint row; /* from 1 */
} Reader;

/**
 * jg_table_free:
 * @self: (nullable) (transfer full): a table
 *
 * Frees a table.
 */
void
jg_table_free (JgTable *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static guint
count_lines (const char *data, gsize length)
{
  guint n = 1;

  for (gsize i = 0; i < length; i++)
    n += data[i] == '\n';
  return n;
}

static char *
fail_encoding (const char *name, const char *data, gsize at, const char *encoding, GError **error)
{
  g_set_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_DAMAGED,
               "%s 第 %u 行：不是有效的 %s 文字；请在 Excel 或 WPS 中另存为“CSV UTF-8”", name,
               count_lines (data, at), encoding);
  return NULL;
}

static guint
count_long_characters (const char *data, const char *end)
{
  guint n = 0;

  for (const char *p = data; p < end; p = g_utf8_next_char (p))
    n += g_utf8_next_char (p) - p >= 3;
  return n;
}

static char *
convert (const char *name,
         const char *data,
         gsize length,
         const char *from,
         const char *label,
         gsize *new_length,
         GError **error)
{
  gsize read = 0;
  char *text = g_convert (data, (gssize) length, "UTF-8", from, &read, new_length, NULL);

  if (text == NULL || read < length)
    {
      g_free (text);
      return fail_encoding (name, data, MIN (read, length), label, error);
    }
  return text;
}

/* The text in UTF-8, without a mark. */
static char *
decode (const char *name,
        const char *data,
        gsize length,
        const char **encoding,
        gsize *new_length,
        GError **error)
{
  const char *bad = NULL;
  gboolean marked;

  *encoding = "UTF-16";
  if (length >= 2 && memcmp (data, "\xff\xfe", 2) == 0)
    return convert (name, data + 2, length - 2, "UTF-16LE", "UTF-16", new_length, error);
  if (length >= 2 && memcmp (data, "\xfe\xff", 2) == 0)
    return convert (name, data + 2, length - 2, "UTF-16BE", "UTF-16", new_length, error);
  if (memchr (data, '\0', length) != NULL)
    {
      g_set_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_DAMAGED,
                   "%s：不是表格文字（含有零字节）；应为 CSV 文件，或扩展名为 .xlsx 的工作簿",
                   name);
      return NULL;
    }
  marked = length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0;
  data += marked ? 3 : 0;
  length -= marked ? 3 : 0;
  *encoding = "UTF-8";
  if (g_utf8_validate (data, (gssize) length, &bad))
    {
      *new_length = length;
      return g_strndup (data, length);
    }
  if (marked || count_long_characters (data, bad) >= SURELY_UTF8)
    return fail_encoding (name, data, (gsize) (bad - data), "UTF-8", error);
  *encoding = "GB18030";
  return convert (name, data, length, "GB18030", "UTF-8 或 GB18030", new_length, error);
}

/* Which separator the first lines have most of, outside of quotes. */
static char
guess_separator (const char *p, const char *end)
{
  guint counts[N_SEPARATORS] = { 0 };
  gboolean quoted = FALSE;
  guint lines = 0;
  guint best = 0;

  for (; p < end && lines < 10; p++)
    {
      quoted ^= *p == '"';
      lines += !quoted && *p == '\n';
      for (guint i = 0; i < N_SEPARATORS && !quoted; i++)
        counts[i] += *p == separators[i];
    }
  for (guint i = 1; i < N_SEPARATORS; i++)
    if (counts[i] > counts[best])
      best = i;
  return separators[best];
}

static gboolean
at_line_end (const Reader *self)
{
  return self->p == self->end || *self->p == '\n' || *self->p == '\r';
}

static void
skip_line_end (Reader *self)
{
  if (self->p < self->end && *self->p == '\r')
    self->p++;
  if (self->p < self->end && *self->p == '\n')
    self->p++;
}

static gboolean
fail (const Reader *self, GPtrArray *row, const char *words, GError **error)
{
  g_autofree char *column = jg_table_dup_column_name (row->len);

  g_set_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_DAMAGED, "%s 第 %u 行 %s 列：%s", self->name,
               self->row, column, words);
  return FALSE;
}

static gboolean
read_quoted (Reader *self, GPtrArray *row, GString *cell, GError **error)
{
  for (self->p++; self->p < self->end; self->p++)
    {
      if (*self->p == '"')
        {
          if (self->p + 1 == self->end || self->p[1] != '"')
            break;
          self->p++;
        }
      else if (*self->p == '\r')
        {
          /* A line feed is all that the cell has of it. */
          if (self->p + 1 == self->end || self->p[1] != '\n')
            g_string_append_c (cell, '\n');
          continue;
        }
      g_string_append_c (cell, *self->p);
    }
  if (self->p == self->end)
    return fail (self, row, "引号没有结束；文件可能不完整", error);
  self->p++;
  if (!at_line_end (self) && *self->p != self->separator)
    return fail (self, row, "引号后面还有文字；单元格里的引号应写两次", error);
  return TRUE;
}

static gboolean
read_row (Reader *self, GPtrArray *row, GError **error)
{
  for (;;)
    {
      g_autoptr (GString) cell = g_string_new (NULL);

      if (self->p < self->end && *self->p == '"')
        {
          if (!read_quoted (self, row, cell, error))
            return FALSE;
        }
      else
        while (!at_line_end (self) && *self->p != self->separator)
          g_string_append_c (cell, *self->p++);
      if (row->len >= JG_TABLE_MAX_COLUMNS)
        {
          /* Office programs write separators for cells that only have a colour. */
          if (cell->len > 0)
            return fail (self, row, "列太多；应在 200 列以内", error);
        }
      else
        g_ptr_array_add (row, g_string_free (g_steal_pointer (&cell), FALSE));
      if (at_line_end (self))
        break;
      self->p++;
    }
  skip_line_end (self);
  while (row->len > 0 && *(const char *) g_ptr_array_index (row, row->len - 1) == '\0')
    g_ptr_array_set_size (row, (gint) row->len - 1);
  return TRUE;
}

/* “sep=;”, which Excel reads and does not show. */
static void
read_separator_line (Reader *self)
{
  if (self->end - self->p >= 6 && g_ascii_strncasecmp (self->p, "sep=", 4) == 0 &&
      (self->p[5] == '\r' || self->p[5] == '\n'))
    {
      self->separator = self->p[4];
      self->p += 5;
      skip_line_end (self);
    }
}

static gboolean
read_rows (Reader *self, GPtrArray *rows, GError **error)
{
  while (self->p < self->end)
    {
      GPtrArray *row = g_ptr_array_new_with_free_func (g_free);

      self->row = rows->len + 1;
      g_ptr_array_add (rows, row);
      if (rows->len > JG_TABLE_MAX_ROWS)
        return fail (self, row, "行太多；应在 20000 行以内", error);
      if (!read_row (self, row, error))
        return FALSE;
    }
  while (rows->len > 0 && ((GPtrArray *) g_ptr_array_index (rows, rows->len - 1))->len == 0)
    g_ptr_array_set_size (rows, (gint) rows->len - 1);
  return TRUE;
}

/**
 * jg_table_new_from_csv:
 * @name: what to call the table in messages
 * @bytes: a file of separated values
 * @error: return location
 *
 * Reads a table. The encoding and the separator are found out.
 *
 * Returns: (transfer full) (nullable): the table, or %NULL with JG_COURSE_ERROR_DAMAGED, which names row and column
 */
JgTable *
jg_table_new_from_csv (const char *name, GBytes *bytes, GError **error)
{
  g_autoptr (JgTable) self = NULL;
  g_autofree char *text = NULL;
  const char *data;
  gsize size = 0, length = 0;
  Reader reader;

  g_return_val_if_fail (name != NULL && bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  self = g_new0 (JgTable, 1);
  self->name = g_strdup (name);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  if (size > JG_TABLE_MAX_BYTES)
    {
      g_set_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_DAMAGED, "%s：文件太大；应在 %d MB 以内",
                   name, JG_TABLE_MAX_BYTES / 1024 / 1024);
      return NULL;
    }
  text = decode (name, data != NULL ? data : "", size, &self->encoding, &length, error);
  if (text == NULL)
    return NULL;
  reader = (Reader){ name, text, text + length, guess_separator (text, text + length), 0 };
  read_separator_line (&reader);
  if (!read_rows (&reader, self->rows, error))
    return NULL;
  if (self->rows->len == 0)
    {
      g_set_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_DAMAGED, "%s：表格是空的", name);
      return NULL;
    }
  return g_steal_pointer (&self);
}

static gboolean
has_suffix (const char *path, const char *suffix)
{
  const gsize n = strlen (path), m = strlen (suffix);

  return n >= m && g_ascii_strcasecmp (path + n - m, suffix) == 0;
}

/**
 * jg_table_new_from_file:
 * @path: (type filename): a file .csv, .txt or .tsv, or a workbook .xlsx, of which the first sheet is read
 * @cancellable: (nullable): stops the conversion of a workbook
 * @error: return location
 *
 * Reads a table from a file.
 *
 * Returns: (transfer full) (nullable): the table, or %NULL with JG_COURSE_ERROR_READ or JG_COURSE_ERROR_DAMAGED
 */
JgTable *
jg_table_new_from_file (const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) local = NULL;
  JgTable *self;
  const gboolean sheet = has_suffix (path, ".xlsx");

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  name = jg_text_dup_path_name (path);
  if (has_suffix (path, ".xls") || has_suffix (path, ".et") || has_suffix (path, ".ods"))
    {
      g_set_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_READ,
                   "%s：读不了这种格式；请在 Excel 或 WPS 中另存为 .xlsx 或 CSV", name);
      return NULL;
    }
  if (sheet)
    bytes = jg_table_convert_sheet (path, cancellable, error);
  else
    {
      gsize length = 0;
      char *data = jg_json_gate_read_file (path, JG_TABLE_MAX_BYTES, &length, &local);

      if (data != NULL)
        bytes = g_bytes_new_take (data, length);
      else
        g_set_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_READ, "读不出表格：%s",
                     local->message);
    }
  if (bytes == NULL)
    return NULL;
  self = jg_table_new_from_csv (name, bytes, error);
  if (self != NULL)
    self->from_sheet = sheet;
  return self;
}

/**
 * jg_table_get:
 * @self: a table
 * @row: a row, from 0
 * @column: a column, from 0
 *
 * Returns: (transfer none): the text of a cell; "" where there is none
 */
const char *
jg_table_get (const JgTable *self, guint row, guint column)
{
  const GPtrArray *cells;

  g_return_val_if_fail (self != NULL, "");

  if (row >= self->rows->len)
    return "";
  cells = g_ptr_array_index (self->rows, row);
  return column < cells->len ? g_ptr_array_index (cells, column) : "";
}

/**
 * jg_table_get_width:
 * @self: a table
 *
 * Returns: cells of the longest row
 */
guint
jg_table_get_width (const JgTable *self)
{
  guint width = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->rows->len; i++)
    width = MAX (width, ((GPtrArray *) g_ptr_array_index (self->rows, i))->len);
  return width;
}

/**
 * jg_table_dup_column_name:
 * @column: a column, from 0
 *
 * Names a column as office programs do.
 *
 * Returns: (transfer full): A, B … Z, AA …
 */
char *
jg_table_dup_column_name (guint column)
{
  if (column < 26)
    return g_strdup_printf ("%c", 'A' + (char) column);
  return g_strdup_printf ("%c%c", 'A' + (char) (column / 26 - 1) % 26, 'A' + (char) (column % 26));
}
