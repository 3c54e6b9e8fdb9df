/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Bits that flip and rows that somebody moves: reported, never shown. */

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "case-fixture.h"

#define WORDS "标记内容一二三"

/* Changes one byte of a sealed column. Returns FALSE when it is not that long. */
static gboolean
flip (const char *path, const char *table, gint64 id, int at, int bit)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT rowid FROM %s WHERE id = %" G_GINT64_FORMAT, table, id);
  sqlite3_stmt *stmt = NULL;
  sqlite3_blob *blob = NULL;
  sqlite3 *db = NULL;
  guint8 byte = 0;
  gboolean done = FALSE;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  sqlite3_finalize (stmt);
  g_assert_cmpint (sqlite3_blob_open (db, "main", table, "sealed", id, 1, &blob), ==, SQLITE_OK);
  if (at < sqlite3_blob_bytes (blob))
    {
      sqlite3_blob_read (blob, &byte, 1, at);
      byte ^= (guint8) (1 << bit);
      g_assert_cmpint (sqlite3_blob_write (blob, &byte, 1, at), ==, SQLITE_OK);
      done = TRUE;
    }
  sqlite3_blob_close (blob);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  return done;
}

/* The case cannot be read, and that is all anybody learns of it; the other one can. */
static void
assert_reported (CaseFixture *self, gint64 id, gint64 other, gboolean summary)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseStore) store = case_fixture_unlock (self);
  g_autofree char *content = case_fixture_load (store, other);
  const GArray *damaged = jg_case_store_get_damaged (store);
  g_autoptr (JgCaseSummary) found = jg_case_store_get (store, id);

  g_assert_cmpstr (content, ==, "{}");
  g_assert_null (jg_case_store_load (store, id, &error));
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_RECORD);
  g_assert_null (strstr (error->message, "标记"));
  g_assert_cmpuint (damaged->len, ==, summary);
  if (summary)
    {
      g_assert_cmpint (g_array_index (damaged, gint64, 0), ==, id);
      g_assert_null (found);
    }
}

static void
test_flipped_bits (CaseFixture *self, gconstpointer data)
{
  static const char *const tables[] = { "summary", "content" };
  g_autoptr (JgCaseStore) store = case_fixture_create (self);
  gint64 id = case_fixture_save (store, 0, "标记某", WORDS);
  gint64 other = case_fixture_save (store, 0, "李某", "{}");
  const int step = g_getenv ("JOBGUIDE_TEST_LONG") != NULL ? 1 : 11;
  guint n = 0;

  jg_case_store_close (store);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (int at = 0; flip (self->path, tables[i], id, at, at % 8); at += step)
      {
        assert_reported (self, id, other, i == 0);
        g_assert_true (flip (self->path, tables[i], id, at, at % 8));
        n++;
      }
  g_test_message ("%u bits", n);
  g_assert_cmpuint (n, >, 100);
  g_clear_object (&store);
  store = case_fixture_unlock (self);
  g_free (case_fixture_load (store, id));
}

static void
test_flipped_draft (CaseFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseStore) store = case_fixture_create (self);
  g_autoptr (GBytes) draft = g_bytes_new_static (WORDS, strlen (WORDS));

  jg_case_store_save_draft (store, 0, draft, &error);
  g_assert_no_error (error);
  jg_case_store_close (store);
  for (int at = 0; flip (self->path, "draft", 1, at, 0); at += 97)
    {
      g_clear_object (&store);
      store = case_fixture_unlock (self);
      g_assert_null (jg_case_store_load_draft (store, NULL, NULL, &error));
      g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_RECORD);
      g_clear_error (&error);
      jg_case_store_close (store);
      g_assert_true (flip (self->path, "draft", 1, at, 0));
    }
}

/* Whoever can write the file, but knows no passphrase, exchanges what they find. */
static void
test_moved_rows (CaseFixture *self, gconstpointer data)
{
  static const char *const tables[] = { "summary", "content" };
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseStore) store = case_fixture_create (self);
  gint64 id = case_fixture_save (store, 0, "标记某", WORDS);
  gint64 other = case_fixture_save (store, 0, "李某", "{}");
  g_autofree char *base = g_strconcat (self->path, ".base", NULL);
  g_autofree char *content = NULL;

  jg_case_store_close (store);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      /* Each other's rows. */
      case_fixture_run_sql (self->path,
                            "UPDATE %s SET id = -1 WHERE id = %" G_GINT64_FORMAT
                            "; UPDATE %s SET id = %" G_GINT64_FORMAT " WHERE id = %" G_GINT64_FORMAT
                            "; UPDATE %s SET id = %" G_GINT64_FORMAT " WHERE id = -1",
                            tables[i], id, tables[i], id, other, tables[i], other);
      g_clear_object (&store);
      store = case_fixture_unlock (self);
      g_assert_null (jg_case_store_load (store, id, &error));
      g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_RECORD);
      g_clear_error (&error);
      jg_case_store_close (store);
      case_fixture_run_sql (self->path,
                            "UPDATE %s SET id = -1 WHERE id = %" G_GINT64_FORMAT
                            "; UPDATE %s SET id = %" G_GINT64_FORMAT " WHERE id = %" G_GINT64_FORMAT
                            "; UPDATE %s SET id = %" G_GINT64_FORMAT " WHERE id = -1",
                            tables[i], id, tables[i], id, other, tables[i], other);
    }

  /* A content that was right before it was changed. */
  case_fixture_run_sql (
      self->path, "ATTACH '%s' AS kept; CREATE TABLE kept.old AS SELECT * FROM content", base);
  g_clear_object (&store);
  store = case_fixture_unlock (self);
  case_fixture_save (store, id, "标记某", "{\"new\": 1}");
  jg_case_store_close (store);
  case_fixture_run_sql (
      self->path,
      "ATTACH '%s' AS kept; UPDATE content SET sealed = (SELECT sealed FROM kept.old WHERE "
      "old.id = content.id) WHERE id = %" G_GINT64_FORMAT,
      base, id);
  assert_reported (self, id, other, FALSE);
  case_fixture_run_sql (self->path, "UPDATE content SET revision = 1 WHERE id = %" G_GINT64_FORMAT,
                        id);
  assert_reported (self, id, other, FALSE);

  /* Half of a case. */
  case_fixture_run_sql (self->path, "DELETE FROM content WHERE id = %" G_GINT64_FORMAT, id);
  assert_reported (self, id, other, FALSE);

  /* A damaged case can be deleted, and its number never comes back. */
  g_clear_object (&store);
  store = case_fixture_unlock (self);
  jg_case_store_delete (store, id, &error);
  g_assert_no_error (error);
  content = case_fixture_load (store, other);
  g_assert_cmpstr (content, ==, "{}");
}

/* A row of another store with the same passphrase. */
static void
test_foreign_row (CaseFixture *self, gconstpointer data)
{
  g_autoptr (JgCaseStore) store = case_fixture_create (self);
  gint64 id = case_fixture_save (store, 0, "标记某", WORDS);
  gint64 other = case_fixture_save (store, 0, "李某", "{}");
  g_autofree char *away = g_build_filename (self->folder, "away.db", NULL);
  gint64 foreign;

  jg_case_store_close (store);
  g_assert_cmpint (g_rename (self->path, away), ==, 0);
  g_clear_object (&store);
  store = case_fixture_create (self);
  foreign = case_fixture_save (store, 0, "标记某", WORDS);
  jg_case_store_close (store);
  case_fixture_run_sql (
      away,
      "ATTACH '%s' AS f; UPDATE summary SET sealed = (SELECT sealed FROM f.summary WHERE id = "
      "%" G_GINT64_FORMAT ") WHERE id = %" G_GINT64_FORMAT
      "; UPDATE content SET sealed = (SELECT sealed FROM f.content WHERE id = "
      "%" G_GINT64_FORMAT ") WHERE id = %" G_GINT64_FORMAT,
      self->path, foreign, id, foreign, id);
  g_assert_cmpint (g_remove (self->path), ==, 0);
  g_assert_cmpint (g_rename (away, self->path), ==, 0);
  assert_reported (self, id, other, TRUE);
}

/* Any bit of the whole file: a reason, or what was there. */
static void
test_spoilt_file (CaseFixture *self, gconstpointer data)
{
  g_autoptr (JgCaseStore) store = case_fixture_create (self);
  const guint n = g_getenv ("JOBGUIDE_TEST_LONG") != NULL ? 20000 : 400;
  g_autoptr (GError) error = NULL;
  g_autofree char *file = NULL;
  gsize length = 0;
  gint64 ids[6];
  guint n_refused = 0;
  guint n_reported = 0;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    ids[i] = case_fixture_save (store, 0, "标记某", WORDS);
  jg_case_store_close (store);
  g_file_get_contents (self->path, &file, &length, &error);
  g_assert_no_error (error);

  for (guint round = 0; round < n; round++)
    {
      const guint bit = (guint) g_test_rand_int_range (0, (gint32) length * 8);
      g_autoptr (JgCaseStore) spoilt = jg_case_store_new (self->path);

      file[bit / 8] ^= (char) (1 << bit % 8);
      g_file_set_contents (self->path, file, (gssize) length, &error);
      g_assert_no_error (error);
      file[bit / 8] ^= (char) (1 << bit % 8);
      if (!jg_case_store_open (spoilt, &error) ||
          !jg_case_store_unlock (spoilt, NULL, PASSPHRASE, &error))
        {
          g_assert_true (error->domain == JG_CASE_ERROR);
          g_assert_null (strstr (error->message, "标记"));
          g_assert_cmpint (jg_case_store_get_state (spoilt), !=, JG_CASE_STORE_ABSENT);
          g_clear_error (&error);
          n_refused++;
          continue;
        }
      g_assert_cmpint (jg_case_store_get_state (spoilt), ==, JG_CASE_STORE_UNLOCKED);
      for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
        {
          g_autoptr (GBytes) content = jg_case_store_load (spoilt, ids[i], &error);

          if (content == NULL)
            {
              g_assert_true (g_error_matches (error, JG_CASE_ERROR, JG_CASE_ERROR_RECORD) ||
                             (g_error_matches (error, JG_CASE_ERROR, JG_CASE_ERROR_NOT_FOUND) &&
                              jg_case_store_get_damaged (spoilt)->len > 0));
              g_clear_error (&error);
              n_reported++;
            }
          else
            {
              g_assert_cmpmem (g_bytes_get_data (content, NULL), g_bytes_get_size (content), WORDS,
                               strlen (WORDS));
            }
        }
    }
  g_test_message ("%u bits: %u times not opened, %u records reported", n, n_refused, n_reported);
  g_assert_cmpuint (n_refused, >, 0);
  g_assert_cmpuint (n_reported, >, 0);
}

/* Files cut short, and files of nonsense. */
static void
test_cut_file (CaseFixture *self, gconstpointer data)
{
  g_autoptr (JgCaseStore) store = case_fixture_create (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *file = NULL;
  gsize length = 0;

  case_fixture_save (store, 0, "标记某", WORDS);
  jg_case_store_close (store);
  g_file_get_contents (self->path, &file, &length, &error);
  g_assert_no_error (error);
  for (gsize n = 1; n < length; n += 1021)
    {
      g_autofree char *after = NULL;
      gsize n_after = 0;

      g_file_set_contents (self->path, file, (gssize) n, &error);
      g_assert_no_error (error);
      g_assert_false (jg_case_store_open (store, &error));
      g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_DAMAGED);
      g_clear_error (&error);
      g_file_get_contents (self->path, &after, &n_after, &error);
      g_assert_no_error (error);
      g_assert_cmpmem (after, n_after, file, n);
    }
  memset (file, 'x', length);
  g_file_set_contents (self->path, file, (gssize) length, &error);
  g_assert_no_error (error);
  g_assert_false (jg_case_store_open (store, &error));
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_DAMAGED);
}

#define ADD(name, function)                                                                        \
  g_test_add (name, CaseFixture, NULL, case_fixture_set_up, function, case_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/case-damage/flipped-bits", test_flipped_bits);
  ADD ("/case-damage/flipped-draft", test_flipped_draft);
  ADD ("/case-damage/moved-rows", test_moved_rows);
  ADD ("/case-damage/foreign-row", test_foreign_row);
  ADD ("/case-damage/spoilt-file", test_spoilt_file);
  ADD ("/case-damage/cut-file", test_cut_file);

  return g_test_run ();
}
