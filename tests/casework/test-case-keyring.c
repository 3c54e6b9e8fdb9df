/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Run without a session bus, and again in a session with a keyring: test-case-keyring.py. */

#include "case-fixture.h"
#include "casework/jg-case-keyring.h"

static gboolean
has_bus (void)
{
  return g_getenv ("DBUS_SESSION_BUS_ADDRESS") != NULL;
}

/* Without a keyring the passphrase is asked, soon and without a word. */
static void
test_absent (CaseFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseStore) store = case_fixture_create (self);
  const gint64 start = g_get_monotonic_time ();

  g_assert_false (jg_case_store_has_keyring (store));
  g_assert_false (jg_case_store_set_keyring (store, TRUE, &error));
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (jg_case_store_has_keyring (store));
  jg_case_store_set_keyring (store, FALSE, &error);
  g_assert_no_error (error);
  jg_case_store_lock (store);
  g_assert_false (jg_case_store_unlock_with_keyring (store, &error));
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_NOT_FOUND);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
  g_assert_true (jg_case_store_unlock (store, NULL, PASSPHRASE, NULL));
}

static void
test_present (CaseFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseStore) store = case_fixture_create (self);
  gint64 id = case_fixture_save (store, 0, "王某", "{}");
  g_autofree char *content = NULL;

  /* Nobody has allowed it yet. */
  jg_case_store_lock (store);
  g_assert_false (jg_case_store_unlock_with_keyring (store, &error));
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_true (jg_case_store_unlock (store, NULL, PASSPHRASE, NULL));
  jg_case_store_add_counsellor (store, "张某", "窗外还有两棵枣树", &error);
  g_assert_no_error (error);
  jg_case_store_set_keyring (store, TRUE, &error);
  g_assert_no_error (error);
  g_clear_object (&store);
  store = jg_case_store_new (self->path);
  jg_case_store_open (store, &error);
  g_assert_no_error (error);
  g_assert_true (jg_case_store_has_keyring (store));
  jg_case_store_unlock_with_keyring (store, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (jg_case_store_get_counsellor (store), ==, NAME);
  content = case_fixture_load (store, id);
  g_assert_cmpstr (content, ==, "{}");

  /* The key of one store opens no other. */
  {
    g_autofree char *other = g_build_filename (self->folder, "other", "cases.db", NULL);
    g_autoptr (JgCaseStore) foreign = jg_case_store_new (other);
    g_autofree char *recovery = NULL;

    jg_case_store_create (foreign, NAME, PASSPHRASE, &recovery, &error);
    g_assert_no_error (error);
    jg_case_store_set_keyring (foreign, TRUE, &error);
    g_assert_no_error (error);
    jg_case_store_set_keyring (foreign, FALSE, &error);
    g_assert_no_error (error);
    jg_case_store_lock (foreign);
    g_assert_false (jg_case_store_has_keyring (foreign));
    g_assert_false (jg_case_store_unlock_with_keyring (foreign, NULL));
  }

  jg_case_store_lock (store);
  jg_case_store_unlock_with_keyring (store, &error);
  g_assert_no_error (error);
  jg_case_store_set_keyring (store, FALSE, &error);
  g_assert_no_error (error);
  jg_case_store_lock (store);
  g_assert_false (jg_case_store_unlock_with_keyring (store, &error));
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_NOT_FOUND);
}

#define ADD(name, function)                                                                        \
  g_test_add (name, CaseFixture, NULL, case_fixture_set_up, function, case_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  if (has_bus ())
    ADD ("/case-keyring/present", test_present);
  else
    ADD ("/case-keyring/absent", test_absent);

  return g_test_run ();
}
