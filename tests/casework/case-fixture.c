/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "case-fixture.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "casework/jg-case-slot.h"

void
case_fixture_set_up (CaseFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  /* Trying passphrases is slow on purpose; here it would be all that is tested. */
  jg_case_slot_set_cost (1, 8192);
  self->folder = g_dir_make_tmp ("jobguide-cases-XXXXXX", &error);
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
  gint64 saved = jg_case_store_save (store, &summary, bytes, &error);

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
