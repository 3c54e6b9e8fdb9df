/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Disks that fill up, fail, are read-only or go away: what was acknowledged stays, what was not is said, and
 * the file holds the old state or the new one. */

#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "case-fixture.h"
#include "fault-vfs.h"

#define OLD "{\"old\": \"旧\"}"

static char *big; /* more than a page */

static void
copy_file (const char *from, const char *to)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;
  gsize n = 0;

  g_file_get_contents (from, &data, &n, &error);
  g_assert_no_error (error);
  g_file_set_contents (to, data, (gssize) n, &error);
  g_assert_no_error (error);
}

/* A store with one case, closed; its file is what every round begins with. */
static gint64
make_base (CaseFixture *self, const char *base)
{
  g_autoptr (JgCaseStore) store = case_fixture_create (self);
  gint64 id = case_fixture_save (store, 0, "王某", OLD);

  jg_case_store_close (store);
  copy_file (self->path, base);
  return id;
}

static void
assert_says_why (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == JG_CASE_ERROR);
  g_assert_true (error->code == JG_CASE_ERROR_WRITE || error->code == JG_CASE_ERROR_FULL ||
                 error->code == JG_CASE_ERROR_READ_ONLY);
  g_assert_true (g_utf8_strlen (error->message, -1) > 10);
}

/* What was tried and what came of it. */
typedef struct
{
  gint64 id; /* of the case that was there */
  gboolean updated;
  gint64 added;
  gboolean drafted;
  gboolean deleted;
} Outcome;

static gboolean
update (JgCaseStore *store, Outcome *outcome, GError **error)
{
  const JgCaseSummary summary = CASE_SUMMARY (.id = outcome->id, .alias = "王某");
  g_autoptr (GBytes) content = g_bytes_new (big, strlen (big));

  outcome->updated = jg_case_store_save (store, &summary, content, NULL, error) != 0;
  return outcome->updated;
}

static gboolean
add (JgCaseStore *store, Outcome *outcome, GError **error)
{
  const JgCaseSummary summary = CASE_SUMMARY (.alias = "新人");
  g_autoptr (GBytes) content = g_bytes_new (big, strlen (big));

  outcome->added = jg_case_store_save (store, &summary, content, NULL, error);
  return outcome->added != 0;
}

static gboolean
draft (JgCaseStore *store, Outcome *outcome, GError **error)
{
  g_autoptr (GBytes) content = g_bytes_new (big, strlen (big));

  outcome->drafted = jg_case_store_save_draft (store, 0, content, error);
  return outcome->drafted;
}

static gboolean delete (JgCaseStore *store, Outcome *outcome, GError **error)
{
  outcome->deleted = jg_case_store_delete (store, outcome->id, error);
  return outcome->deleted;
}

/* Whether a store says what came of it: acknowledged things are as they should be, the others as before or
 * as they should have been. */
static void
check_outcome (JgCaseStore *store, const Outcome *outcome, gboolean reopened)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content = jg_case_store_load (store, outcome->id, &error);
  guint n = jg_case_store_get_n_cases (store);

  if (outcome->deleted)
    g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_NOT_FOUND);
  else
    {
      const char *expected = outcome->updated ? big : OLD;

      if (error == NULL)
        g_assert_true (
            g_bytes_get_size (content) == strlen (expected)
                ? memcmp (g_bytes_get_data (content, NULL), expected, strlen (expected)) == 0
                : reopened && !outcome->updated && g_bytes_get_size (content) == strlen (big));
      else
        /* The deletion was not acknowledged, and is there all the same. */
        g_assert_true (reopened && g_error_matches (error, JG_CASE_ERROR, JG_CASE_ERROR_NOT_FOUND));
    }
  if (outcome->added != 0)
    {
      g_autofree char *text = case_fixture_load (store, outcome->added);

      g_assert_cmpstr (text, ==, big);
    }
  g_assert_cmpuint (n, <=, 2);
  g_assert_cmpuint (jg_case_store_get_damaged (store)->len, ==, 0);
  if (!reopened)
    g_assert_cmpuint (n, ==, (outcome->added != 0) + !outcome->deleted);
}

typedef gboolean (*Action) (JgCaseStore *store, Outcome *outcome, GError **error);

/* One round. Returns whether the fault happened. */
static gboolean
run_round (CaseFixture *self,
           const char *base,
           gint64 id,
           Action action,
           FaultKind kind,
           int n,
           gboolean for_ever,
           int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseStore) store = NULL;
  g_autoptr (JgCaseStore) again = NULL;
  g_autofree char *wal = g_strconcat (self->path, "-wal", NULL);
  Outcome outcome = { .id = id };
  gboolean happened;
  gboolean done;

  g_remove (wal);
  copy_file (base, self->path);
  store = case_fixture_unlock (self);
  fault_vfs_arm (kind, n, for_ever, code);
  done = action (store, &outcome, &error);
  if (!done)
    assert_says_why (error);
  else
    g_assert_no_error (error);
  check_outcome (store, &outcome, FALSE);
  happened = fault_vfs_disarm ();
  if (!happened)
    g_assert_true (done);

  /* Once the disk is well again, the same works. */
  if (!done)
    {
      g_clear_error (&error);
      g_assert_true (action (store, &outcome, &error));
      g_assert_no_error (error);
    }
  jg_case_store_close (store);
  again = case_fixture_unlock (self);
  check_outcome (again, &outcome, TRUE);
  return happened;
}

/* The same, but the program ends without having been able to try again. */
static void
run_abandoned (CaseFixture *self, const char *base, gint64 id, Action action, FaultKind kind, int n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseStore) store = NULL;
  g_autoptr (JgCaseStore) again = NULL;
  g_autofree char *wal = g_strconcat (self->path, "-wal", NULL);
  Outcome outcome = { .id = id };

  g_remove (wal);
  copy_file (base, self->path);
  store = case_fixture_unlock (self);
  fault_vfs_arm (kind, n, TRUE, SQLITE_IOERR_WRITE);
  action (store, &outcome, &error);
  jg_case_store_close (store);
  fault_vfs_disarm ();
  again = case_fixture_unlock (self);
  check_outcome (again, &outcome, TRUE);
}

static void
test_write_errors (CaseFixture *self, gconstpointer data)
{
  static const Action actions[] = { update, add, draft, delete };
  static const int codes[] = { SQLITE_IOERR_WRITE, SQLITE_FULL };
  g_autofree char *base = g_build_filename (self->folder, "base.db", NULL);
  gint64 id = make_base (self, base);
  /* A broken disk once, a full one for ever; the other way round. */
  const guint n_modes = g_getenv ("JOBGUIDE_TEST_LONG") != NULL ? 4 : 2;
  guint n_faults = 0;

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    for (guint kind = 0; kind < N_FAULTS; kind++)
      for (guint mode = 0; mode < n_modes; mode++)
        for (int n = 1;; n++)
          {
            g_assert_cmpint (n, <, 200);
            if (!run_round (self, base, id, actions[i], kind, n, mode == 1 || mode == 2,
                            codes[mode & 1]))
              break;
            if (mode == 1)
              run_abandoned (self, base, id, actions[i], kind, n);
            n_faults++;
          }
  g_test_message ("%u faults", n_faults);
  g_assert_cmpuint (n_faults, >, 50);
}

/* A disk that fails while the store is opened, or made: no crash, no empty store, a reason. */
static void
test_open_errors (CaseFixture *self, gconstpointer data)
{
  g_autofree char *base = g_build_filename (self->folder, "base.db", NULL);
  g_autofree char *wal = g_strconcat (self->path, "-wal", NULL);
  gint64 id = make_base (self, base);
  guint n_faults = 0;

  for (guint kind = 0; kind < N_FAULTS; kind++)
    for (guint create = 0; create < 2; create++)
      for (int n = 1;; n++)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (JgCaseStore) store = jg_case_store_new (self->path);
          g_autofree char *recovery = NULL;
          gboolean done;

          g_assert_cmpint (n, <, 200);
          g_remove (wal);
          g_remove (self->path);
          if (!create)
            copy_file (base, self->path);
          fault_vfs_arm (kind, n, TRUE, SQLITE_IOERR_WRITE);
          done = create ? jg_case_store_create (store, NAME, PASSPHRASE, &recovery, &error)
                        : jg_case_store_open (store, &error);
          if (!done)
            {
              assert_says_why (error);
              g_assert_cmpint (jg_case_store_get_state (store), ==, JG_CASE_STORE_CLOSED);
            }
          jg_case_store_close (store);
          if (!fault_vfs_disarm ())
            break;
          n_faults++;
          g_clear_error (&error);
          if (create)
            {
              jg_case_store_open (store, &error);
              g_assert_no_error (error);
              if (!done)
                g_assert_cmpint (jg_case_store_get_state (store), ==, JG_CASE_STORE_ABSENT);
              else
                g_assert_cmpint (jg_case_store_get_state (store), ==, JG_CASE_STORE_LOCKED);
            }
          else
            {
              g_autoptr (JgCaseStore) again = case_fixture_unlock (self);
              g_autofree char *content = case_fixture_load (again, id);

              g_assert_cmpstr (content, ==, OLD);
            }
        }
  g_test_message ("%u faults", n_faults);
  g_assert_cmpuint (n_faults, >, 10);
}

/* A file that may grow no further, as on a full disk, told by the system itself. */
static void
test_full_disk (CaseFixture *self, gconstpointer data)
{
  g_autofree char *base = g_build_filename (self->folder, "base.db", NULL);
  gint64 id = make_base (self, base);
  pid_t pid = fork ();
  int status = 0;

  if (pid == 0)
    {
      g_autoptr (GError) error = NULL;
      JgCaseStore *store = case_fixture_unlock (self);
      Outcome outcome = { .id = id };
      struct rlimit limit = { 64 * 1024, 64 * 1024 };
      guint n_saved = 0;

      signal (SIGXFSZ, SIG_IGN);
      setrlimit (RLIMIT_FSIZE, &limit);
      while (n_saved < 100 && add (store, &outcome, &error))
        n_saved++;
      assert_says_why (error);
      g_assert_cmpuint (n_saved, >, 0);
      g_assert_cmpuint (n_saved, <, 100);
      g_assert_cmpuint (jg_case_store_get_n_cases (store), ==, n_saved + 1);
      /* Reading goes on. */
      g_free (case_fixture_load (store, id));
      jg_case_store_close (store);
      _exit ((int) n_saved);
    }
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFEXITED (status));
  {
    g_autoptr (JgCaseStore) store = case_fixture_unlock (self);

    g_assert_cmpint (WEXITSTATUS (status), >, 0);
    g_assert_cmpuint (jg_case_store_get_n_cases (store), ==, (guint) WEXITSTATUS (status) + 1);
  }
}

/* Runs as somebody who may write only what they own: root may write everywhere. */
static int
run_as_nobody (CaseFixture *self, int (*function) (CaseFixture *self))
{
  pid_t pid = fork ();
  int status = 0;

  if (pid == 0)
    {
      if (geteuid () == 0 && (setgid (65534) != 0 || setuid (65534) != 0))
        _exit (99);
      _exit (function (self));
    }
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  return WIFEXITED (status) ? WEXITSTATUS (status) : 98;
}

static int
open_code (CaseFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseStore) store = jg_case_store_new (self->path);

  if (jg_case_store_open (store, &error))
    return 97;
  assert_says_why (error);
  return error->code;
}

static int
create_code (CaseFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseStore) store = jg_case_store_new (self->path);
  g_autofree char *recovery = NULL;

  if (jg_case_store_create (store, NAME, PASSPHRASE, &recovery, &error))
    return 97;
  assert_says_why (error);
  return error->code;
}

static void
test_read_only (CaseFixture *self, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *base = g_build_filename (self->folder, "base.db", NULL);
  g_autofree char *lock = g_strconcat (self->path, ".lock", NULL);
  gint64 id;

  g_assert_cmpint (g_chmod (self->folder, 0755), ==, 0);
  /* The folder cannot even be made. */
  g_assert_cmpint (g_chmod (self->folder, 0555), ==, 0);
  g_assert_cmpint (run_as_nobody (self, create_code), ==, JG_CASE_ERROR_READ_ONLY);
  g_assert_cmpint (g_chmod (self->folder, 0755), ==, 0);
  id = make_base (self, base);

  if (geteuid () == 0)
    {
      g_assert_cmpint (chown (folder, 65534, 65534), ==, 0);
      g_assert_cmpint (chown (self->path, 65534, 65534), ==, 0);
      g_assert_cmpint (chown (lock, 65534, 65534), ==, 0);
    }
  g_assert_cmpint (g_chmod (folder, 0500), ==, 0);
  g_assert_cmpint (run_as_nobody (self, open_code), ==, JG_CASE_ERROR_READ_ONLY);
  g_remove (lock);
  g_assert_cmpint (run_as_nobody (self, open_code), ==, JG_CASE_ERROR_READ_ONLY);
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
  g_assert_cmpint (g_chmod (self->path, 0400), ==, 0);
  g_assert_cmpint (run_as_nobody (self, open_code), ==, JG_CASE_ERROR_READ_ONLY);
  g_assert_cmpint (g_chmod (self->path, 0600), ==, 0);
  g_remove (lock);
  {
    g_autoptr (JgCaseStore) store = case_fixture_unlock (self);
    g_autofree char *content = case_fixture_load (store, id);

    g_assert_cmpstr (content, ==, OLD);
  }
}

/* The files are taken away while they are open: nothing is said to be saved that is in no folder. */
static void
test_vanished (CaseFixture *self, gconstpointer data)
{
  static const char *const suffixes[] = { "", "-wal" };
  g_autofree char *base = g_build_filename (self->folder, "base.db", NULL);
  gint64 id = make_base (self, base);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JgCaseStore) store = case_fixture_unlock (self);
      g_autofree char *file = g_strconcat (self->path, suffixes[i], NULL);
      g_autofree char *away = g_strconcat (self->path, ".away", NULL);
      Outcome outcome = { .id = id };

      g_assert_cmpint (g_rename (file, away), ==, 0);
      g_assert_false (update (store, &outcome, &error));
      g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_WRITE);
      g_assert_nonnull (strstr (error->message, "移走"));
      check_outcome (store, &outcome, FALSE);
      g_assert_cmpint (g_rename (away, file), ==, 0);
      g_clear_error (&error);
      g_assert_true (update (store, &outcome, &error));
      jg_case_store_close (store);
      copy_file (base, self->path);
    }
}

#define ADD(name, function)                                                                        \
  g_test_add (name, CaseFixture, NULL, case_fixture_set_up, function, case_fixture_tear_down)

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  fault_vfs_register ();
  big = g_strnfill (9000, 'b');

  ADD ("/case-faults/write-errors", test_write_errors);
  ADD ("/case-faults/open-errors", test_open_errors);
  ADD ("/case-faults/full-disk", test_full_disk);
  ADD ("/case-faults/read-only", test_read_only);
  ADD ("/case-faults/vanished", test_vanished);

  result = g_test_run ();
  g_free (big);
  return result;
}
