/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "case-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>

#include "casework/jg-case-slot.h"

void
case_fixture_set_up (CaseFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  /* Trying passphrases is slow on purpose; here it would be all that is tested. */
  jg_case_slot_set_cost (1, 8192);
  /* A folder in memory, where there is one: what is written survives a killed program there too. */
  self->folder = g_strdup ("/dev/shm/jobguide-cases-XXXXXX");
  if (g_mkdtemp (self->folder) == NULL)
    {
      g_free (self->folder);
      self->folder = g_dir_make_tmp ("jobguide-cases-XXXXXX", &error);
    }
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "cases", "cases.db", NULL);
}

/* Removes a folder and everything in it. */
void
case_fixture_delete_tree (const char *path)
{
  g_autoptr (GDir) dir = NULL;
  const char *name = NULL;

  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      g_chmod (path, 0700);
      dir = g_dir_open (path, 0, NULL);
      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *child = g_build_filename (path, name, NULL);

          case_fixture_delete_tree (child);
        }
    }
  g_assert_cmpint (g_remove (path), ==, 0);
}

void
case_fixture_tear_down (CaseFixture *self, gconstpointer data)
{
  case_fixture_delete_tree (self->folder);
  g_free (self->path);
  g_free (self->folder);
}

/* Makes the store of the fixture, unlocked. */
JgCaseStore *
case_fixture_create (CaseFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *recovery = NULL;
  JgCaseStore *store = jg_case_store_new (self->path);

  jg_case_store_create (store, NAME, PASSPHRASE, &recovery, &error);
  g_assert_no_error (error);
  return store;
}

/* Opens and unlocks the store of the fixture. */
JgCaseStore *
case_fixture_unlock (CaseFixture *self)
{
  g_autoptr (GError) error = NULL;
  JgCaseStore *store = jg_case_store_new (self->path);

  jg_case_store_open (store, &error);
  g_assert_no_error (error);
  jg_case_store_unlock (store, NAME, PASSPHRASE, &error);
  g_assert_no_error (error);
  return store;
}

/* Saves a case, or one of a given id anew. */
gint64
case_fixture_save (JgCaseStore *store, gint64 id, const char *alias, const char *content)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (content, strlen (content));
  const JgCaseSummary summary = CASE_SUMMARY (.id = id, .alias = alias);
  gint64 saved = jg_case_store_save (store, &summary, bytes, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (saved, >, 0);
  return saved;
}

/* The content of a case as a text. */
char *
case_fixture_load (JgCaseStore *store, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = jg_case_store_load (store, id, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* Whether some file below a folder holds the bytes, or its name does. */
gboolean
case_fixture_find_bytes (const char *folder, const void *bytes, gsize length)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;
  gboolean found = FALSE;

  while (dir != NULL && !found && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *data = NULL;
      gsize n = 0;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        found = case_fixture_find_bytes (path, bytes, length);
      else if (g_file_get_contents (path, &data, &n, NULL))
        found = memmem (data, n, bytes, length) != NULL;
      found = found || memmem (name, strlen (name), bytes, length) != NULL;
    }
  return found;
}

/* Changes the file behind the store's back. */
void
case_fixture_run_sql (const char *path, const char *format, ...)
{
  g_autofree char *sql = NULL;
  sqlite3 *db = NULL;
  va_list args;

  va_start (args, format);
  sql = g_strdup_vprintf (format, args);
  va_end (args);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  /* The file system of the tests has no shared memory. */
  sqlite3_exec (db, "PRAGMA locking_mode=EXCLUSIVE", NULL, NULL, NULL);
  sqlite3_exec (db, sql, NULL, NULL, NULL);
  g_assert_cmpstr (sqlite3_errmsg (db), ==, "not an error");
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* Puts a store in its place as an older version wrote it: passphrases and names are those of the fixture, and
 * 张某 is a second counsellor. */
void
case_fixture_load_dump (CaseFixture *self, guint version)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup_printf ("cases-%u.sql", version);
  g_autofree char *dump = g_test_build_filename (G_TEST_DIST, "casework", "data", name, NULL);
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *sql = NULL;

  g_file_get_contents (dump, &sql, NULL, &error);
  g_assert_no_error (error);
  g_mkdir_with_parents (folder, 0700);
  g_remove (self->path);
  case_fixture_run_sql (self->path, "%s; PRAGMA journal_mode=WAL", sql);
}
