/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-case-lines.h"

#include <glib/gi18n.h>
#include <string.h>

#include "casework/jg-case-code.h"

/**
 * jg_case_lines_get_alias:
 * @summary: of a case
 *
 * Gets what the person is called here.
 *
 * Returns: (transfer none): words in any case
 */
const char *
jg_case_lines_get_alias (const JgCaseSummary *summary)
{
  return *summary->alias != '\0' ? summary->alias : _ ("(no name)");
}

/**
 * jg_case_lines_dup_occupations:
 * @summary: of a case
 *
 * Lists the occupations of the sheet.
 *
 * Returns: (transfer full): the names; empty when there are none
 */
char *
jg_case_lines_dup_occupations (const JgCaseSummary *summary)
{
  return g_strjoinv ("、", (char **) summary->occupation_names);
}

/**
 * jg_case_lines_dup_day:
 * @time: seconds since 1970, UTC
 *
 * Writes a time as a day here.
 *
 * Returns: (transfer full): YYYY-MM-DD
 */
char *
jg_case_lines_dup_day (gint64 time)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_local (time);

  return date != NULL ? g_date_time_format (date, "%Y-%m-%d") : g_strdup ("");
}

static const char *
get_badge (const JgCaseSummary *summary, const char *today)
{
  if (strcmp (summary->retain_until, today) < 0)
    return _ ("retention over");
  if (summary->status == JG_CASE_CLOSED)
    return _ ("closed");
  if (*summary->follow_up != '\0' && strcmp (summary->follow_up, today) <= 0)
    return _ ("follow-up due");
  return NULL;
}

/**
 * jg_case_lines_new:
 * @summary: of a case
 * @today: YYYY-MM-DD
 *
 * Makes a line for a list.
 *
 * Returns: (transfer full): the line
 */
JgLine *
jg_case_lines_new (const JgCaseSummary *summary, const char *today)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *code = jg_case_code_from_id (summary->id);
  g_autofree char *changed = jg_case_lines_dup_day (summary->changed);
  g_autofree char *occupations = jg_case_lines_dup_occupations (summary);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, summary->id);

  g_string_append_printf (words, "%s · %s", changed, code);
  if (*occupations != '\0')
    g_string_append_printf (words, " · %s", occupations);
  if (*summary->follow_up != '\0')
    {
      g_autofree char *due = g_strdup_printf (_ ("follow-up %s"), summary->follow_up);

      g_string_append_printf (words, " · %s", due);
    }
  return jg_line_new (JG_LINE_ITEM, id, jg_case_lines_get_alias (summary), words->str,
                      get_badge (summary, today));
}

/**
 * jg_case_lines_get_id:
 * @line: (nullable): what jg_case_lines_new() made
 *
 * Gets the case a line stands for.
 *
 * Returns: its id, 0 for none
 */
gint64
jg_case_lines_get_id (JgLine *line)
{
  const char *id = line != NULL ? jg_line_get_id (line) : NULL;

  return id != NULL ? g_ascii_strtoll (id, NULL, 10) : 0;
}
