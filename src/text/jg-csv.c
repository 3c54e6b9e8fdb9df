/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-csv.h"

#include <string.h>

/**
 * jg_csv_new:
 *
 * Begins a table of values separated by commas: UTF-8 with the mark by which office programs know it.
 *
 * Returns: (transfer full): the table, to be freed with g_string_free()
 */
GString *
jg_csv_new (void)
{
  return g_string_new ("\xef\xbb\xbf");
}

/* A field that begins like a formula would be reckoned by the program that opens the table. */
static gboolean
looks_like_formula (const char *text)
{
  return *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;
}

static void
append_field (GString *csv, const char *text)
{
  const gboolean quoted = strpbrk (text, ",\"\r\n") != NULL || looks_like_formula (text);

  if (quoted)
    g_string_append_c (csv, '"');
  if (looks_like_formula (text))
    g_string_append_c (csv, '\'');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *p);
    }
  if (quoted)
    g_string_append_c (csv, '"');
}

/**
 * jg_csv_append_row:
 * @csv: a table of jg_csv_new()
 * @first: the first field
 * @...: the others, ended by %NULL
 *
 * Adds a row. Fields are quoted where they must be, and none is taken for a formula.
 */
void
jg_csv_append_row (GString *csv, const char *first, ...)
{
  va_list args;
  const char *field = NULL;

  append_field (csv, first);
  va_start (args, first);
  while ((field = va_arg (args, const char *)) != NULL)
    {
      g_string_append_c (csv, ',');
      append_field (csv, field);
    }
  va_end (args);
  g_string_append (csv, "\r\n");
}

/**
 * jg_csv_append_strv:
 * @csv: a table of jg_csv_new()
 * @fields: (array zero-terminated=1): the fields of a row
 *
 * Adds a row as jg_csv_append_row() does.
 */
void
jg_csv_append_strv (GString *csv, const char *const *fields)
{
  g_return_if_fail (csv != NULL && fields != NULL);

  for (guint i = 0; fields[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (csv, ',');
      append_field (csv, fields[i]);
    }
  g_string_append (csv, "\r\n");
}
