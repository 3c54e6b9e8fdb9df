/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Backups: made, kept, let go; what comes back from them, and what must not. */

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "case-fixture.h"
#include "casework/jg-case-audit.h"
#include "casework/jg-case-backup.h"
#include "casework/jg-case-office.h"
#include "casework/jg-case-store-private.h"
#include "fault-vfs.h"

#define DAY (24 * 60 * 60)

static gint64
read_clock (gpointer data)
{
  return *(gint64 *) data;
}

static char *
back_up (JgCaseStore *store)
{
  g_autoptr (GError) error = NULL;
  char *path = jg_case_store_back_up (store, NULL, &error);

  g_assert_no_error (error);
  return path;
}

static guint
count_backups (JgCaseStore *store)
{
  g_autoptr (GPtrArray) backups = jg_case_store_list_backups (store);

  return backups->len;
}

static void
test_make (CaseFixture *self, gconstpointer data)
{
  g_autoptr (JgCaseStore) store = case_fixture_create (self);
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *trace = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  const JgCaseBackup *backup = NULL;
  struct stat info;

  case_fixture_save (store, 0, "标记某", "{\"a\": \"标记\"}");
  g_assert_true (jg_case_store_is_backup_due (store));
  g_assert_null (jg_case_store_dup_last_trace (store));
  path = back_up (store);
  g_assert_false (jg_case_store_is_backup_due (store));
  name = g_path_get_basename (path);
  folder = g_path_get_dirname (path);
  g_assert_true (g_regex_match_simple ("^cases-[0-9]{8}T[0-9]{6}Z\\.backup$", name, 0, 0));
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (folder, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
  g_assert_false (case_fixture_find_bytes (self->folder, "标记", strlen ("标记")));

  backups = jg_case_store_list_backups (store);
  g_assert_cmpuint (backups->len, ==, 1);
  backup = g_ptr_array_index (backups, 0);
  g_assert_cmpint (backup->n_cases, ==, 1);
  g_assert_cmpint (backup->expires, ==, backup->made + 30 * DAY);
  g_assert_null (backup->problem);
  trace = jg_case_store_dup_last_trace (store);
  g_assert_nonnull (trace);

  /* Locked, it can be listed and not made. */
  jg_case_store_lock (store);
  g_assert_cmpuint (count_backups (store), ==, 1);
  g_assert_null (jg_case_store_back_up (store, NULL, NULL));
  g_assert_false (jg_case_store_is_backup_due (store));
}

/* Whether the cases of a preview are those whose aliases are given. */
static void
assert_aliases (GPtrArray *summaries, const char *expected)
{
  g_autoptr (GPtrArray) aliases = g_ptr_array_new ();
  g_autofree char *joined = NULL;

  for (guint i = 0; i < summaries->len; i++)
    g_ptr_array_add (aliases,
                     (gpointer) ((JgCaseSummary *) g_ptr_array_index (summaries, i))->alias);
  g_ptr_array_sort (aliases, (GCompareFunc) (void *) g_strcmp0);
  g_ptr_array_add (aliases, NULL);
  joined = g_strjoinv (";", (char **) aliases->pdata);
  g_assert_cmpuint (summaries->len, ==, *expected == '\0' ? 0 : 1);
  g_assert_cmpstr (joined, ==, expected);
}

static void
test_restore (CaseFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseStore) store = case_fixture_create (self);
  gint64 same = case_fixture_save (store, 0, "没变", "{\"n\": 1}");
  gint64 changed = case_fixture_save (store, 0, "变了", "{\"n\": 2}");
  gint64 deleted = case_fixture_save (store, 0, "删了", "{\"n\": 3}");
  gint64 gone = case_fixture_save (store, 0, "丢了", "{\"n\": 4}");
  g_autofree char *path = back_up (store);
  g_autoptr (JgCasePreview) preview = NULL;
  g_autoptr (JgCaseVerdict) verdict = NULL;
  g_autofree char *content = NULL;
  g_autofree char *old = NULL;

  case_fixture_save (store, changed, "后来变了", "{\"n\": 20}");
  jg_case_store_delete (store, deleted, &error);
  g_assert_no_error (error);
  case_fixture_save (store, 0, "后来的", "{\"n\": 5}");
  jg_case_store_close (store);
  case_fixture_run_sql (self->path,
                        "DELETE FROM summary WHERE id = %" G_GINT64_FORMAT
                        "; DELETE FROM content WHERE id = %" G_GINT64_FORMAT,
                        gone, gone);
  g_clear_object (&store);
  store = case_fixture_unlock (self);
  g_assert_cmpuint (jg_case_store_get_n_missing (store), ==, 1);

  preview = jg_case_store_preview (store, path, &error);
  g_assert_no_error (error);
  assert_aliases (preview->missing, "丢了");
  assert_aliases (preview->changed, "变了");
  g_assert_cmpuint (preview->n_same, ==, 1);
  g_assert_cmpuint (preview->n_deleted, ==, 1);
  g_assert_cmpuint (preview->n_damaged, ==, 0);

  /* Only what is missing comes back by itself. */
  g_assert_cmpint (jg_case_store_restore (store, path, NULL, 0, &error), ==, 1);
  g_assert_no_error (error);
  g_assert_cmpuint (jg_case_store_get_n_cases (store), ==, 4);
  content = case_fixture_load (store, gone);
  g_assert_cmpstr (content, ==, "{\"n\": 4}");
  g_clear_pointer (&content, g_free);
  content = case_fixture_load (store, changed);
  g_assert_cmpstr (content, ==, "{\"n\": 20}");

  /* What was changed, when it is asked for; what was deleted, never. */
  g_assert_cmpint (jg_case_store_restore (store, path, &changed, 1, &error), ==, 1);
  g_assert_no_error (error);
  old = case_fixture_load (store, changed);
  g_assert_cmpstr (old, ==, "{\"n\": 2}");
  g_assert_cmpint (jg_case_store_restore (store, path, &deleted, 1, &error), ==, 0);
  g_assert_no_error (error);
  g_assert_cmpint (jg_case_store_restore (store, path, &same, 1, &error), ==, 0);
  g_assert_no_error (error);
  g_assert_null (jg_case_store_get (store, deleted));

  g_clear_object (&store);
  store = case_fixture_unlock (self);
  g_assert_cmpuint (jg_case_store_get_n_cases (store), ==, 4);
  g_assert_cmpuint (jg_case_store_get_n_missing (store), ==, 0);
  verdict = jg_case_store_verify (store, &error);
  g_assert_no_error (error);
  /* That one was gone for a time stays written down, and nothing else. */
  g_assert_cmpuint (verdict->problems->len, ==, 1);
  g_assert_nonnull (strstr (g_ptr_array_index (verdict->problems, 0), "中断过"));
}

/* The store is gone; a backup takes its place, and what was deleted since is deleted again. */
static void
test_restore_file (CaseFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseStore) store = case_fixture_create (self);
  gint64 kept = case_fixture_save (store, 0, "王某", "{\"n\": 1}");
  gint64 deleted = case_fixture_save (store, 0, "李某", "{\"n\": 2}");
  g_autofree char *path = back_up (store);
  g_autofree char *recovery = NULL;
  g_autofree char *content = NULL;

  jg_case_store_delete (store, deleted, &error);
  g_assert_no_error (error);
  g_assert_false (case_fixture_find_bytes (self->folder, "李某", strlen ("李某")));
  jg_case_store_close (store);
  g_assert_false (jg_case_store_restore_file (store, path, &error));
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_cmpint (g_remove (self->path), ==, 0);

  /* Nobody is told that there is nothing, and nothing is begun anew. */
  g_assert_false (jg_case_store_open (store, &error));
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_MISSING);
  g_clear_error (&error);
  g_assert_false (jg_case_store_create (store, NAME, PASSPHRASE, &recovery, &error));
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_MISSING);
  g_clear_error (&error);

  jg_case_store_restore_file (store, path, &error);
  g_assert_no_error (error);
  g_clear_object (&store);
  store = case_fixture_unlock (self);
  content = case_fixture_load (store, kept);
  g_assert_cmpstr (content, ==, "{\"n\": 1}");
  g_assert_cmpuint (jg_case_store_get_n_cases (store), ==, 1);
  g_assert_null (jg_case_store_get (store, deleted));
  g_clear_object (&store);
  store = case_fixture_unlock (self);
  g_assert_cmpuint (jg_case_store_get_n_cases (store), ==, 1);
  g_assert_cmpuint (jg_case_store_get_n_missing (store), ==, 0);
}

static void
test_foreign_backup (CaseFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseStore) store = case_fixture_create (self);
  g_autofree char *other = g_build_filename (self->folder, "other", "cases.db", NULL);
  g_autoptr (JgCaseStore) foreign = jg_case_store_new (other);
  g_autofree char *recovery = NULL;
  g_autofree char *path = NULL;
  g_autofree char *spoilt = NULL;
  g_autofree char *file = NULL;
  gsize length = 0;

  jg_case_store_create (foreign, NAME, PASSPHRASE, &recovery, &error);
  g_assert_no_error (error);
  case_fixture_save (foreign, 0, "王某", "{}");
  path = back_up (foreign);
  g_assert_null (jg_case_store_preview (store, path, &error));
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_FOREIGN);
  g_clear_error (&error);
  g_assert_cmpint (jg_case_store_restore (store, path, NULL, 0, &error), ==, -1);
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_FOREIGN);
  g_clear_error (&error);
  g_assert_null (jg_case_store_preview (store, "/nowhere/at/all", &error));
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  /* A backup that was spoilt on its way brings nothing back. */
  g_free (back_up (store));
  spoilt = back_up (store);
  g_file_get_contents (spoilt, &file, &length, &error);
  g_assert_no_error (error);
  file[5000] ^= 1;
  file[6000] ^= 1;
  g_file_set_contents (spoilt, file, (gssize) length / 2, &error);
  g_assert_no_error (error);
  g_assert_null (jg_case_store_preview (store, spoilt, &error));
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_DAMAGED);
}

static void
test_expire (CaseFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseStore) store = case_fixture_create (self);
  gint64 now = G_GINT64_CONSTANT (1781000000);
  guint n_expired = 0;

  case_fixture_save (store, 0, "王某", "{}");
  jg_case_store_set_clock (store, read_clock, &now);
  jg_case_store_confirm_clock (store, &error);
  jg_case_store_set_setting (store, JG_CASE_SETTING_BACKUP_COUNT, "5", &error);
  jg_case_store_set_setting (store, JG_CASE_SETTING_BACKUP_DAYS, "10", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 12; i++, now += DAY)
    {
      g_free (back_up (store));
      g_assert_cmpuint (count_backups (store), ==, MIN (i + 1, 5));
    }
  now += 8 * DAY;
  g_free (jg_case_store_back_up (store, &n_expired, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_expired, ==, 3);
  g_assert_cmpuint (count_backups (store), ==, 3);
}

/* A clock that jumps makes no backup go, and none stay for ever. */
static void
test_clock_jumps (CaseFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseStore) store = case_fixture_create (self);
  gint64 start = G_GINT64_CONSTANT (1781000000);
  gint64 now = start;

  case_fixture_save (store, 0, "王某", "{}");
  jg_case_store_set_clock (store, read_clock, &now);
  jg_case_store_confirm_clock (store, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 3; i++, now += DAY)
    g_free (back_up (store));
  g_assert_cmpint (jg_case_store_get_clock_state (store), ==, JG_CASE_CLOCK_GOOD);

  now = G_GINT64_CONSTANT (4070908800); /* 2099 */
  g_assert_cmpint (jg_case_store_get_clock_state (store), ==, JG_CASE_CLOCK_FORWARD);
  g_free (back_up (store));
  g_assert_cmpuint (count_backups (store), ==, 4);
  now = 86400; /* 1970 */
  g_assert_cmpint (jg_case_store_get_clock_state (store), ==, JG_CASE_CLOCK_BACK);
  g_free (back_up (store));
  g_assert_cmpuint (count_backups (store), ==, 5);

  /* Back in time: the one of 1970 goes, the one of 2099 is one of today and goes with the others. */
  now = start + 4 * DAY;
  g_assert_cmpint (jg_case_store_get_clock_state (store), ==, JG_CASE_CLOCK_GOOD);
  g_free (back_up (store));
  g_assert_cmpuint (count_backups (store), ==, 5);
  now += 31 * DAY;
  g_free (back_up (store));
  g_assert_cmpuint (count_backups (store), ==, 1);

  /* After a long absence somebody has to look at the date first. */
  now += 200 * DAY;
  g_assert_cmpint (jg_case_store_get_clock_state (store), ==, JG_CASE_CLOCK_FORWARD);
  g_free (back_up (store));
  g_assert_cmpuint (count_backups (store), ==, 2);
  jg_case_store_confirm_clock (store, &error);
  g_assert_no_error (error);
  g_assert_cmpint (jg_case_store_get_clock_state (store), ==, JG_CASE_CLOCK_GOOD);
  g_free (back_up (store));
  g_assert_cmpuint (count_backups (store), ==, 2);
}

/* A disk that fails while a backup is made: the store and the earlier backups are as they were. */
static void
test_faults (CaseFixture *self, gconstpointer data)
{
  g_autoptr (JgCaseStore) store = case_fixture_create (self);
  g_autofree char *first = NULL;
  g_autofree char *other = NULL;
  g_autoptr (GError) error = NULL;
  guint n_faults = 0;

  for (guint i = 0; i < 10; i++)
    case_fixture_save (store, 0, "王某", "{}");
  first = back_up (store);
  for (guint kind = 0; kind < N_FAULTS; kind++)
    for (int n = 1;; n++)
      {
        g_autofree char *path = NULL;
        gboolean happened;

        fault_vfs_arm (kind, n, TRUE, SQLITE_FULL);
        path = jg_case_store_back_up (store, NULL, &error);
        happened = fault_vfs_disarm ();
        if (path == NULL)
          g_assert_true (g_error_matches (error, JG_CASE_ERROR, JG_CASE_ERROR_FULL) ||
                         g_error_matches (error, JG_CASE_ERROR, JG_CASE_ERROR_WRITE) ||
                         g_error_matches (error, JG_CASE_ERROR, JG_CASE_ERROR_READ_ONLY));
        g_clear_error (&error);
        if (path != NULL)
          {
            g_autoptr (JgCasePreview) preview = jg_case_store_preview (store, path, &error);

            g_assert_no_error (error);
            g_assert_cmpuint (preview->n_same, ==, 10);
            g_assert_cmpint (g_remove (path), ==, 0);
          }
        g_assert_cmpuint (count_backups (store), ==, 1);
        if (!happened)
          break;
        n_faults++;
      }
  g_test_message ("%u faults", n_faults);
  g_assert_cmpuint (n_faults, >, 5);
  /* A folder that cannot be. */
  other = g_build_filename (self->path, "below a file", NULL);
  jg_case_store_set_setting (store, JG_CASE_SETTING_BACKUP_FOLDER, other, &error);
  g_assert_no_error (error);
  g_assert_null (jg_case_store_back_up (store, NULL, &error));
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_WRITE);
}

/* From a store that an older version copied. */
static void
test_old_backup (CaseFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseStore) store = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (JgCasePreview) preview = NULL;
  const JgCaseBackup *backup = NULL;
  gint64 id = CASE_DUMP_ID;

  case_fixture_load_dump (self, 1);
  store = case_fixture_unlock (self);
  backups = jg_case_store_list_backups (store);
  g_assert_cmpuint (backups->len, ==, 1);
  backup = g_ptr_array_index (backups, 0);
  g_assert_cmpint (backup->n_cases, ==, 3);
  case_fixture_save (store, id, "又改了", "{}");
  preview = jg_case_store_preview (store, backup->path, &error);
  g_assert_no_error (error);
  assert_aliases (preview->changed, "改过的王某1");
  g_assert_cmpint (jg_case_store_restore (store, backup->path, &id, 1, &error), ==, 1);
  g_assert_no_error (error);
}

/* What an asynchronous call gave. */
typedef struct
{
  char *path;
  GError *error;
  gboolean over;
} Given;

static void
backed_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Given *given = user_data;

  given->path = jg_case_store_back_up_finish (JG_CASE_STORE (source), result, NULL, &given->error);
  given->over = TRUE;
}

static void
wait_for (Given *given)
{
  while (!given->over)
    g_main_context_iteration (NULL, TRUE);
}

/* Beside other work; what is saved meanwhile is in it. */
static void
test_beside (CaseFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseStore) store = case_fixture_create (self);
  g_autofree char *big = g_strnfill (100000, 'b');
  g_autoptr (JgCasePreview) preview = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Given given = { NULL };
  Given second = { NULL };
  Given closed = { NULL };

  for (guint i = 0; i < 40; i++)
    case_fixture_save (store, 0, "王某", big);
  jg_case_store_back_up_async (store, NULL, backed_up_cb, &given);
  jg_case_store_back_up_async (store, NULL, backed_up_cb, &second);
  g_main_context_iteration (NULL, TRUE);
  case_fixture_save (store, 0, "李某", "{}");
  wait_for (&given);
  wait_for (&second);
  g_assert_no_error (given.error);
  g_assert_error (second.error, JG_CASE_ERROR, JG_CASE_ERROR_BUSY);
  g_clear_error (&second.error);
  preview = jg_case_store_preview (store, given.path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (preview->n_same, ==, 41);
  g_free (given.path);

  /* Cancelled, or closed in the middle: no half of a backup is left. */
  jg_case_store_back_up_async (store, cancellable, backed_up_cb, memset (&given, 0, sizeof given));
  g_main_context_iteration (NULL, TRUE);
  g_cancellable_cancel (cancellable);
  wait_for (&given);
  g_assert_error (given.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&given.error);
  jg_case_store_back_up_async (store, NULL, backed_up_cb, &closed);
  g_main_context_iteration (NULL, TRUE);
  jg_case_store_close (store);
  wait_for (&closed);
  g_assert_error (closed.error, JG_CASE_ERROR, JG_CASE_ERROR_WRITE);
  g_clear_error (&closed.error);
  g_clear_object (&store);
  store = case_fixture_unlock (self);
  g_assert_cmpuint (count_backups (store), ==, 1);
  {
    g_autofree char *folder = jg_case_store_dup_backup_folder (store);
    g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
    const char *name = NULL;

    while ((name = g_dir_read_name (dir)) != NULL)
      g_assert_null (strstr (name, ".tmp"));
  }
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Given *given = user_data;

  jg_case_store_open_finish (JG_CASE_STORE (source), result, &given->error);
  given->over = TRUE;
}

static void
test_open_beside (CaseFixture *self, gconstpointer data)
{
  g_autoptr (JgCaseStore) store = jg_case_store_new (self->path);
  g_autoptr (JgCaseStore) other = jg_case_store_new (self->path);
  g_autoptr (JgCaseStore) made = NULL;
  Given given = { NULL };

  jg_case_store_open_async (store, NULL, opened_cb, &given);
  wait_for (&given);
  g_assert_no_error (given.error);
  g_assert_cmpint (jg_case_store_get_state (store), ==, JG_CASE_STORE_ABSENT);
  made = case_fixture_create (self);
  case_fixture_save (made, 0, "王某", "{}");
  given.over = FALSE;
  jg_case_store_open_async (other, NULL, opened_cb, &given);
  wait_for (&given);
  g_assert_error (given.error, JG_CASE_ERROR, JG_CASE_ERROR_BUSY);
  g_clear_error (&given.error);
  jg_case_store_close (made);
  given.over = FALSE;
  jg_case_store_open_async (other, NULL, opened_cb, &given);
  wait_for (&given);
  g_assert_no_error (given.error);
  g_assert_true (jg_case_store_unlock (other, NULL, PASSPHRASE, NULL));
  g_assert_cmpuint (jg_case_store_get_n_cases (other), ==, 1);
}

#define ADD(name, function)                                                                        \
  g_test_add (name, CaseFixture, NULL, case_fixture_set_up, function, case_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fault_vfs_register ();

  ADD ("/case-backup/make", test_make);
  ADD ("/case-backup/restore", test_restore);
  ADD ("/case-backup/restore-file", test_restore_file);
  ADD ("/case-backup/foreign", test_foreign_backup);
  ADD ("/case-backup/expire", test_expire);
  ADD ("/case-backup/clock-jumps", test_clock_jumps);
  ADD ("/case-backup/faults", test_faults);
  ADD ("/case-backup/old-version", test_old_backup);
  ADD ("/case-backup/beside", test_beside);
  ADD ("/case-backup/open-beside", test_open_beside);

  return g_test_run ();
}
