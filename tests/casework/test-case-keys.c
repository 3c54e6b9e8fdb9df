/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <sys/stat.h>

#include "case-fixture.h"

#define CONTENT "{\"schema\": \"jobguide-record/1\", \"profile\": {\"wish\": \"想带货\"}}"

static void
assert_not_unlocked (JgCaseStore *store, const char *name, const char *passphrase, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (jg_case_store_unlock (store, name, passphrase, &error));
  g_assert_error (error, JG_CASE_ERROR, code);
  g_assert_cmpint (jg_case_store_get_state (store), ==, JG_CASE_STORE_LOCKED);
}

static void
assert_unlocked (JgCaseStore *store, const char *name, const char *passphrase)
{
  g_autoptr (GError) error = NULL;

  jg_case_store_unlock (store, name, passphrase, &error);
  g_assert_no_error (error);
  g_assert_cmpint (jg_case_store_get_state (store), ==, JG_CASE_STORE_UNLOCKED);
}

static void
test_create (CaseFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseStore) store = jg_case_store_new (self->path);
  g_autofree char *recovery = NULL;
  g_autofree char *folder = g_path_get_dirname (self->path);
  struct stat info;

  g_assert_cmpint (jg_case_store_get_state (store), ==, JG_CASE_STORE_CLOSED);
  jg_case_store_open (store, &error);
  g_assert_no_error (error);
  g_assert_cmpint (jg_case_store_get_state (store), ==, JG_CASE_STORE_ABSENT);

  g_assert_false (jg_case_store_create (store, NAME, "short", &recovery, &error));
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (jg_case_store_create (store, " ", PASSPHRASE, &recovery, &error));
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (jg_case_store_create (store, NAME, "我是李某没错的", &recovery, &error));
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));

  jg_case_store_create (store, NAME, PASSPHRASE, &recovery, &error);
  g_assert_no_error (error);
  g_assert_nonnull (recovery);
  g_assert_cmpint (jg_case_store_get_state (store), ==, JG_CASE_STORE_UNLOCKED);
  g_assert_cmpstr (jg_case_store_get_counsellor (store), ==, NAME);
  g_assert_cmpint (g_stat (self->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (folder, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
}

static void
test_create_over (CaseFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseStore) store = case_fixture_create (self);
  g_autofree char *recovery = NULL;
  gint64 id = case_fixture_save (store, 0, "王某", CONTENT);
  g_autofree char *content = NULL;
  g_autoptr (JgCaseStore) other = jg_case_store_new (self->path);

  jg_case_store_close (store);
  g_assert_false (jg_case_store_create (other, NAME, PASSPHRASE, &recovery, &error));
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_EXISTS);
  jg_case_store_close (other);

  g_clear_object (&store);
  store = case_fixture_unlock (self);
  content = case_fixture_load (store, id);
  g_assert_cmpstr (content, ==, CONTENT);
}

static void
test_wrong_passphrase (CaseFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseStore) store = case_fixture_create (self);
  gint64 id = case_fixture_save (store, 0, "王某", CONTENT);
  g_autoptr (GPtrArray) found = NULL;
  g_auto (GStrv) names = NULL;

  jg_case_store_close (store);
  jg_case_store_open (store, &error);
  g_assert_no_error (error);
  assert_not_unlocked (store, NULL, "三只鸭子过河去", JG_CASE_ERROR_PASSPHRASE);
  assert_not_unlocked (store, NULL, "", JG_CASE_ERROR_PASSPHRASE);
  assert_not_unlocked (store, "别人", PASSPHRASE, JG_CASE_ERROR_PASSPHRASE);
  assert_not_unlocked (store, "\xff", PASSPHRASE, JG_CASE_ERROR_PASSPHRASE);

  found = jg_case_store_find (store, NULL);
  g_assert_cmpuint (found->len, ==, 0);
  g_assert_cmpuint (jg_case_store_get_n_cases (store), ==, 0);
  g_assert_null (jg_case_store_get (store, id));
  g_assert_null (jg_case_store_get_counsellor (store));
  names = jg_case_store_list_counsellors (store);
  g_assert_cmpuint (g_strv_length (names), ==, 0);
  g_assert_null (jg_case_store_load (store, id, &error));
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_null (jg_case_store_load_draft (store, NULL, NULL, &error));
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_false (jg_case_store_delete (store, id, &error));
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_LOCKED);

  assert_unlocked (store, NULL, PASSPHRASE);
  g_assert_cmpuint (jg_case_store_get_n_cases (store), ==, 1);
}

/* Full-width letters are the same passphrase as plain ones. */
static void
test_passphrase_widths (CaseFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseStore) store = jg_case_store_new (self->path);
  g_autofree char *recovery = NULL;

  jg_case_store_create (store, NAME, "Ａｂｃ１２３４５", &recovery, &error);
  g_assert_no_error (error);
  jg_case_store_lock (store);
  assert_unlocked (store, NULL, "Abc12345");
}

static void
unlocked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError **error = user_data;

  if (jg_case_store_unlock_finish (JG_CASE_STORE (source), result, error))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS, "done");
}

static void
test_unlock_async (CaseFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseStore) store = case_fixture_create (self);

  jg_case_store_lock (store);
  jg_case_store_unlock_async (store, NULL, "not the passphrase", NULL, unlocked_cb, &error);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_PASSPHRASE);
  g_clear_error (&error);

  jg_case_store_unlock_async (store, NULL, PASSPHRASE, NULL, unlocked_cb, &error);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_cmpint (jg_case_store_get_state (store), ==, JG_CASE_STORE_UNLOCKED);

  /* Closed while somebody waits. */
  jg_case_store_lock (store);
  jg_case_store_unlock_async (store, NULL, PASSPHRASE, NULL, unlocked_cb, &error);
  jg_case_store_close (store);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (jg_case_store_get_state (store), ==, JG_CASE_STORE_CLOSED);
}

static void
test_change_passphrase (CaseFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseStore) store = case_fixture_create (self);
  gint64 id = case_fixture_save (store, 0, "王某", CONTENT);
  g_autofree char *content = NULL;

  g_assert_false (jg_case_store_change_passphrase (store, "wrong one", "又一个新口令在此", &error));
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_PASSPHRASE);
  g_clear_error (&error);
  g_assert_false (jg_case_store_change_passphrase (store, PASSPHRASE, "短", &error));
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_INVALID);
  g_clear_error (&error);
  jg_case_store_change_passphrase (store, PASSPHRASE, "又一个新口令在此", &error);
  g_assert_no_error (error);

  jg_case_store_lock (store);
  assert_not_unlocked (store, NULL, PASSPHRASE, JG_CASE_ERROR_PASSPHRASE);
  assert_unlocked (store, NULL, "又一个新口令在此");
  content = case_fixture_load (store, id);
  g_assert_cmpstr (content, ==, CONTENT);
}

static void
test_recovery (CaseFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseStore) store = jg_case_store_new (self->path);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *wrong = NULL;
  g_autofree char *content = NULL;
  gint64 id;

  jg_case_store_create (store, NAME, PASSPHRASE, &first, &error);
  g_assert_no_error (error);
  id = case_fixture_save (store, 0, "王某", CONTENT);
  g_assert_false (jg_case_store_reset_passphrase (store, NAME, "绕过恢复密钥试试", &error));
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_INVALID);
  g_clear_error (&error);
  jg_case_store_lock (store);

  wrong = g_strdup (first);
  wrong[0] = wrong[0] == '7' ? '8' : '7';
  g_assert_false (jg_case_store_unlock_with_recovery (store, wrong, &error));
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_INVALID);
  g_clear_error (&error);
  jg_case_store_unlock_with_recovery (store, first, &error);
  g_assert_no_error (error);
  content = case_fixture_load (store, id);
  g_assert_cmpstr (content, ==, CONTENT);
  jg_case_store_reset_passphrase (store, NAME, "忘了以后的新口令", &error);
  g_assert_no_error (error);
  jg_case_store_renew_recovery (store, &second, &error);
  g_assert_no_error (error);
  jg_case_store_lock (store);

  assert_not_unlocked (store, NULL, PASSPHRASE, JG_CASE_ERROR_PASSPHRASE);
  assert_unlocked (store, NULL, "忘了以后的新口令");
  jg_case_store_lock (store);
  g_assert_false (jg_case_store_unlock_with_recovery (store, first, &error));
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_PASSPHRASE);
  g_clear_error (&error);
  jg_case_store_unlock_with_recovery (store, second, &error);
  g_assert_no_error (error);
}

static void
test_counsellors (CaseFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseStore) store = case_fixture_create (self);
  g_autoptr (JgCaseSummary) summary = NULL;
  g_auto (GStrv) names = NULL;
  gint64 id;

  g_assert_false (jg_case_store_needs_name (store));
  jg_case_store_add_counsellor (store, "张某", "窗外有两棵枣树", &error);
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_INVALID);
  g_clear_error (&error);
  jg_case_store_add_counsellor (store, "张某", "窗外还有两棵枣树", &error);
  g_assert_no_error (error);
  g_assert_false (jg_case_store_add_counsellor (store, "张 某", "窗外还有三棵枣树", &error));
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_true (jg_case_store_needs_name (store));
  names = jg_case_store_list_counsellors (store);
  g_assert_cmpuint (g_strv_length (names), ==, 2);
  jg_case_store_lock (store);

  /* Who it is has to be said, and has to be true. */
  assert_not_unlocked (store, NULL, PASSPHRASE, JG_CASE_ERROR_INVALID);
  assert_not_unlocked (store, "张某", PASSPHRASE, JG_CASE_ERROR_PASSPHRASE);
  assert_not_unlocked (store, NAME, "窗外还有两棵枣树", JG_CASE_ERROR_PASSPHRASE);
  assert_unlocked (store, "张某", "窗外还有两棵枣树");
  g_assert_cmpstr (jg_case_store_get_counsellor (store), ==, "张某");
  id = case_fixture_save (store, 0, "王某", CONTENT);
  summary = jg_case_store_get (store, id);
  g_assert_cmpstr (summary->counsellor, ==, "张某");

  g_assert_false (jg_case_store_remove_counsellor (store, "赵某", &error));
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  jg_case_store_remove_counsellor (store, NAME, &error);
  g_assert_no_error (error);
  g_assert_false (jg_case_store_remove_counsellor (store, "张某", &error));
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_INVALID);
  g_clear_error (&error);
  jg_case_store_lock (store);
  assert_not_unlocked (store, NAME, PASSPHRASE, JG_CASE_ERROR_PASSPHRASE);
  assert_unlocked (store, NULL, "窗外还有两棵枣树");
}

/* Somebody who may write the file, but knows no passphrase, cannot make one counsellor pass for another. */
static void
test_counsellors_apart (CaseFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseStore) store = case_fixture_create (self);

  jg_case_store_add_counsellor (store, "张某", "窗外还有两棵枣树", &error);
  g_assert_no_error (error);
  jg_case_store_close (store);
  case_fixture_run_sql (self->path, "UPDATE slot SET counsellor = 1 WHERE counsellor = 2");

  jg_case_store_open (store, &error);
  g_assert_no_error (error);
  assert_not_unlocked (store, NAME, "窗外还有两棵枣树", JG_CASE_ERROR_PASSPHRASE);
}

#define ADD(name, function)                                                                        \
  g_test_add (name, CaseFixture, NULL, case_fixture_set_up, function, case_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/case-keys/create", test_create);
  ADD ("/case-keys/create-over", test_create_over);
  ADD ("/case-keys/wrong-passphrase", test_wrong_passphrase);
  ADD ("/case-keys/passphrase-widths", test_passphrase_widths);
  ADD ("/case-keys/unlock-async", test_unlock_async);
  ADD ("/case-keys/change-passphrase", test_change_passphrase);
  ADD ("/case-keys/recovery", test_recovery);
  ADD ("/case-keys/counsellors", test_counsellors);
  ADD ("/case-keys/counsellors-apart", test_counsellors_apart);

  return g_test_run ();
}
