/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The shape of the file, version by version. A script that was released is never changed: a new one is
 * added. Scripts make new tables and leave the old ones as they are, so that the text of the schema
 * does not depend on the SQLite that ran it. */

#include "jg-case-db-private.h"
#include "jg-case-resources.h"

static gboolean
run_step (JgCaseDb *self, int step, GError **error)
{
  g_autofree char *name = g_strdup_printf ("/com/example/JobGuide/casework/jg-case-%d.sql", step);
  g_autofree char *bump = g_strdup_printf ("PRAGMA application_id=%d; PRAGMA user_version=%d",
                                           JG_CASE_APPLICATION_ID, step);
  g_autoptr (GBytes) script =
      g_resource_lookup_data (jg_case_get_resource (), name, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return script != NULL && jg_case_db_exec (self, g_bytes_get_data (script, NULL), error) &&
         jg_case_db_exec (self, bump, error);
}

/* jg_case_db_make_schema:
 * @version: the version to make
 *
 * Fills an empty file, inside jg_case_db_begin().
 *
 * Returns: whether it was done; otherwise the errors of jg_case_db_fail() */
gboolean
jg_case_db_make_schema (JgCaseDb *self, int version, GError **error)
{
  for (int step = 1; step <= version; step++)
    if (!run_step (self, step, error))
      return FALSE;
  return TRUE;
}

static char *
read_schema (JgCaseDb *self, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = jg_case_db_prepare (
      self, "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema ORDER BY 1, 2",
      error);
  GString *text = g_string_new (NULL);
  int rc = SQLITE_ERROR;

  while (stmt != NULL && (rc = sqlite3_step (stmt)) == SQLITE_ROW)
    for (int i = 0; i < 4; i++)
      g_string_append_printf (text, "%s\n", (const char *) sqlite3_column_text (stmt, i));
  if (rc == SQLITE_DONE)
    return g_string_free (text, FALSE);
  if (stmt != NULL)
    jg_case_db_fail (self, error);
  g_string_free (text, TRUE);
  return NULL;
}

/* jg_case_db_check_schema:
 * @same: (out): whether the file has the tables of its version and nothing else
 *
 * Compares the file with one that is made anew in memory. One flipped bit in the text of a table may hide a
 * column; a trigger or a view would be somebody's who cannot read the store, but would like to change it.
 *
 * Returns: whether it could be compared; otherwise the errors of jg_case_db_fail() */
gboolean
jg_case_db_check_schema (JgCaseDb *self, gboolean *same, GError **error)
{
  JgCaseDb fresh = { .folder = self->folder };
  g_autofree char *expected = NULL;
  g_autofree char *found = NULL;
  gint64 version = 0;

  if (!jg_case_db_get_int (self, "PRAGMA user_version", &version, error))
    return FALSE;
  found = read_schema (self, error);
  if (found == NULL)
    return FALSE;
  if (sqlite3_open (":memory:", &fresh.db) == SQLITE_OK &&
      jg_case_db_make_schema (&fresh, (int) version, error))
    expected = read_schema (&fresh, error);
  else
    jg_case_db_fail (&fresh, error != NULL && *error == NULL ? error : NULL);
  sqlite3_close (fresh.db);
  *same = g_strcmp0 (expected, found) == 0;
  return expected != NULL;
}

/* jg_case_db_migrate:
 * @version: the version to reach
 *
 * Brings an older file to a version, one transaction a step: after a crash at any moment the file has
 * the shape of one version and all that was in it.
 *
 * Returns: whether it was done; otherwise the errors of jg_case_db_fail() */
gboolean
jg_case_db_migrate (JgCaseDb *self, int version, GError **error)
{
  gint64 now = 0;

  if (!jg_case_db_get_int (self, "PRAGMA user_version", &now, error))
    return FALSE;
  for (int step = (int) now + 1; step <= version; step++)
    {
      if (!jg_case_db_begin (self, error))
        return FALSE;
      if (!run_step (self, step, error))
        {
          jg_case_db_rollback (self);
          return FALSE;
        }
      if (!jg_case_db_commit (self, error))
        return FALSE;
    }
  return TRUE;
}
