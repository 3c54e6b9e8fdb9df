/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A record of a session, kept and opened again. */

#include <string.h>

#include "case-fixture.h"
#include "casework/jg-case-office.h"
#include "casework/jg-case-record.h"
#include "casework/jg-case-rescue.h"
#include "casework/jg-case-statistics.h"

#define TODAY "2026-06-15"

static JgRecord *
make_record (void)
{
  g_autoptr (JgProfile) profile = jg_profile_new ();
  JgRecord *record = jg_record_new_for_profile (profile, TODAY);

  jg_profile_set_alias (profile, "标记某");
  jg_profile_set_fact_boolean (profile, "registered-unemployed", TRUE);
  jg_profile_set_fact_boolean (profile, "veteran", FALSE);
  jg_profile_set_wish (profile, "想带货");
  jg_record_touch (record);
  g_assert_true (jg_record_choose (record, "wangyue-peisongyuan", TRUE));
  g_assert_true (jg_record_tick (record, "gbf-2020-27.16", TRUE));
  g_assert_true (jg_record_set_follow_up (record, "2026-07-15"));
  g_assert_true (jg_record_add_contact (record, "2026-06-15", "电话", NULL));
  return record;
}

static void
test_kept (CaseFixture *self, gconstpointer data)
{
  static const char *const names[] = { "网约配送员", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseStore) store = case_fixture_create (self);
  g_autoptr (JgRecord) record = make_record ();
  g_autoptr (JgRecord) loaded = NULL;
  g_autoptr (JgCaseSummary) summary = NULL;
  g_autoptr (JgCaseStatistics) counts = NULL;
  g_autofree char *before = jg_record_to_data (record);
  g_autofree char *after = NULL;
  g_autofree char *until = NULL;
  JgCaseKeeping keeping = { .session = TRUE, .occupation_names = names };
  gint64 id;

  g_assert_cmpint (jg_case_store_save_record (store, record, &keeping, &error), ==, 0);
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_CONSENT);
  g_clear_error (&error);
  keeping.consent_version = 1;
  keeping.consent_date = TODAY;
  id = jg_case_store_save_record (store, record, &keeping, &error);
  g_assert_no_error (error);
  g_assert_false (case_fixture_find_bytes (self->folder, "标记", strlen ("标记")));

  g_clear_object (&store);
  store = case_fixture_unlock (self);
  loaded = jg_case_store_load_record (store, id, TODAY, &error);
  g_assert_no_error (error);
  after = jg_record_to_data (loaded);
  g_assert_cmpstr (after, ==, before);
  summary = jg_case_store_get (store, id);
  g_assert_cmpstr (summary->alias, ==, "标记某");
  g_assert_cmpstr (summary->follow_up, ==, "2026-07-15");
  until = jg_case_store_dup_retain_until (store, jg_record_get_changed (record));
  g_assert_cmpstr (summary->retain_until, ==, until);
  g_assert_cmpstr (summary->occupations[0], ==, "wangyue-peisongyuan");
  g_assert_cmpstr (summary->occupation_names[0], ==, "网约配送员");
  counts = jg_case_store_count (store, TODAY, jg_record_get_changed (record), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts->n_sessions, ==, 1);
  g_assert_cmpuint (counts->n_contacts, ==, 1);
  g_assert_cmpuint (counts->groups->len, ==, 1);
  g_assert_cmpstr (((JgCaseCount *) g_ptr_array_index (counts->groups, 0))->key, ==,
                   "registered-unemployed");
  g_assert_cmpstr (((JgCaseCount *) g_ptr_array_index (counts->measures, 0))->key, ==,
                   "gbf-2020-27.16");
}

static void
test_draft (CaseFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseStore) store = case_fixture_create (self);
  g_autoptr (JgRecord) record = make_record ();
  g_autoptr (JgRecord) loaded = NULL;
  g_autofree char *before = jg_record_to_data (record);
  g_autofree char *after = NULL;
  gint64 id = -1;
  gint64 changed = 0;

  g_assert_null (jg_case_store_load_draft_record (store, TODAY, &id, &changed, &error));
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  jg_case_store_save_draft_record (store, 0, record, &error);
  g_assert_no_error (error);
  loaded = jg_case_store_load_draft_record (store, TODAY, &id, &changed, &error);
  g_assert_no_error (error);
  after = jg_record_to_data (loaded);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (id, ==, 0);
}

/* What is no record is told without a word of it. */
static void
test_no_record (CaseFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseStore) store = case_fixture_create (self);
  gint64 id = case_fixture_save (store, 0, "王某", "{\"schema\": \"标记\"}");

  g_assert_null (jg_case_store_load_record (store, id, TODAY, &error));
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_RECORD);
  g_assert_null (strstr (error->message, "标记"));
}

/* A case whose summary is lost is shown by what its record says. */
static void
test_rescued (CaseFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseStore) store = case_fixture_create (self);
  g_autoptr (JgRecord) record = make_record ();
  g_autoptr (JgCaseRescue) rescue = NULL;
  g_autoptr (JgCaseSummary) summary = NULL;
  const JgCaseKeeping keeping = { .consent_version = 1, .consent_date = TODAY };
  gint64 id = jg_case_store_save_record (store, record, &keeping, &error);

  g_assert_no_error (error);
  jg_case_store_close (store);
  case_fixture_run_sql (self->path, "DELETE FROM summary; CREATE TABLE other (a)");
  g_assert_false (jg_case_store_open (store, &error));
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_DAMAGED);
  g_clear_error (&error);
  rescue = jg_case_store_rescue (store, NULL, PASSPHRASE, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rescue->n_saved, ==, 1);
  summary = jg_case_store_get (store, id);
  g_assert_cmpstr (summary->alias, ==, "标记某");
  g_assert_cmpstr (summary->follow_up, ==, "2026-07-15");
}

#define ADD(name, function)                                                                        \
  g_test_add (name, CaseFixture, NULL, case_fixture_set_up, function, case_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/case-record/kept", test_kept);
  ADD ("/case-record/draft", test_draft);
  ADD ("/case-record/no-record", test_no_record);
  ADD ("/case-record/rescued", test_rescued);

  return g_test_run ();
}
