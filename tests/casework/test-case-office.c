/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What an office decides, what a person may ask for, and what is counted without names. */

#include <json-glib/json-glib.h>
#include <string.h>

#include "case-fixture.h"
#include "casework/jg-case-audit.h"
#include "casework/jg-case-code.h"
#include "casework/jg-case-export.h"
#include "casework/jg-case-id-number.h"
#include "casework/jg-case-office.h"
#include "casework/jg-case-statistics.h"
#include "casework/jg-case-store-private.h"
#include "text/jg-csv.h"

/* Made up: the check symbols are right, the persons are nobody. */
#define ID_NUMBER "11010519491231002X"
#define OTHER_ID_NUMBER "440524190001010017"

static void
set (JgCaseStore *store, JgCaseSetting setting, const char *value)
{
  g_autoptr (GError) error = NULL;

  jg_case_store_set_setting (store, setting, value, &error);
  g_assert_no_error (error);
}

static void
assert_setting (JgCaseStore *store, JgCaseSetting setting, const char *expected)
{
  g_autofree char *value = jg_case_store_dup_setting (store, setting);

  g_assert_cmpstr (value, ==, expected);
}

static void
test_settings (CaseFixture *self, gconstpointer data)
{
  static const struct
  {
    JgCaseSetting setting;
    const char *value;
  } wrong[] = {
    { JG_CASE_SETTING_RETENTION_MONTHS, "0" },   { JG_CASE_SETTING_RETENTION_MONTHS, "121" },
    { JG_CASE_SETTING_RETENTION_MONTHS, "two" }, { JG_CASE_SETTING_BACKUP_DAYS, "" },
    { JG_CASE_SETTING_BACKUP_COUNT, "-1" },      { JG_CASE_SETTING_BACKUP_FOLDER, "here" },
    { JG_CASE_SETTING_OFFICE, "\xff" },
  };
  g_autoptr (JgCaseStore) store = case_fixture_create (self);

  assert_setting (store, JG_CASE_SETTING_RETENTION_MONTHS, "24");
  assert_setting (store, JG_CASE_SETTING_OFFICE, "");
  set (store, JG_CASE_SETTING_RETENTION_MONTHS, "6");
  set (store, JG_CASE_SETTING_OFFICE, "标记公共就业服务中心");
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (jg_case_store_set_setting (store, wrong[i].setting, wrong[i].value, &error));
      g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_INVALID);
    }
  g_clear_object (&store);
  store = case_fixture_unlock (self);
  assert_setting (store, JG_CASE_SETTING_RETENTION_MONTHS, "6");
  assert_setting (store, JG_CASE_SETTING_OFFICE, "标记公共就业服务中心");
  g_assert_cmpuint (jg_case_store_get_number (store, JG_CASE_SETTING_RETENTION_MONTHS), ==, 6);
  g_assert_false (case_fixture_find_bytes (self->folder, "标记", strlen ("标记")));
  jg_case_store_lock (store);
  assert_setting (store, JG_CASE_SETTING_OFFICE, "");
}

static void
test_notice (CaseFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseStore) store = case_fixture_create (self);
  g_autofree char *first = jg_case_store_dup_notice (store, 0, NULL, &error);
  g_autofree char *fuller = NULL;
  g_autofree char *again = NULL;
  JgCaseSummary summary = CASE_SUMMARY (.alias = "王某");
  g_autoptr (GBytes) content = g_bytes_new_static ("{}", 2);
  gint64 since = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (jg_case_store_get_notice_version (store), ==, 1);
  g_assert_nonnull (strstr (first, "不同意保存不影响"));
  g_assert_nonnull (strstr (first, "24 个月"));
  set (store, JG_CASE_SETTING_OFFICE, "某区就业中心");
  set (store, JG_CASE_SETTING_CONTACT, "0571-00000000");
  set (store, JG_CASE_SETTING_RETENTION_MONTHS, "12");
  fuller = jg_case_store_dup_default_notice (store);
  g_assert_nonnull (strstr (fuller, "某区就业中心"));
  g_assert_nonnull (strstr (fuller, "0571-00000000"));
  g_assert_nonnull (strstr (fuller, "12 个月"));
  g_assert_cmpuint (jg_case_store_set_notice (store, fuller, &error), ==, 2);
  g_assert_cmpuint (jg_case_store_set_notice (store, fuller, &error), ==, 2);
  g_assert_no_error (error);
  g_assert_cmpuint (jg_case_store_set_notice (store, "", &error), ==, 0);
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_INVALID);
  g_clear_error (&error);
  g_clear_object (&store);
  store = case_fixture_unlock (self);
  again = jg_case_store_dup_notice (store, 1, &since, &error);
  g_assert_cmpstr (again, ==, first);
  g_assert_cmpint (since, >, 1600000000);

  /* Nobody can have agreed to what was never written. */
  summary.consent_version = 3;
  g_assert_cmpint (jg_case_store_save (store, &summary, content, NULL, &error), ==, 0);
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_CONSENT);
  g_clear_error (&error);
  summary.consent_version = 2;
  g_assert_cmpint (jg_case_store_save (store, &summary, content, NULL, &error), >, 0);
  g_assert_no_error (error);
  g_assert_null (jg_case_store_dup_notice (store, 9, NULL, &error));
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_NOT_FOUND);
}

static void
test_retention (CaseFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *months;
    const char *day;
    const char *until;
  } cases[] = {
    { "24", "2026-06-01", "2028-06-01" },
    { "1", "2026-01-31", "2026-02-28" },
    { "12", "2024-02-29", "2025-02-28" },
    { "6", "2026-09-15", "2027-03-15" },
    { "6", "tomorrow", NULL },
  };
  g_autoptr (JgCaseStore) store = case_fixture_create (self);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *until = NULL;

      set (store, JG_CASE_SETTING_RETENTION_MONTHS, cases[i].months);
      until = jg_case_store_dup_retain_until (store, cases[i].day);
      g_assert_cmpstr (until, ==, cases[i].until);
    }
}

static void
test_id_number_words (void)
{
  static const char *const wrong[] = { "",
                                       "110105194912310021",
                                       "11010519491231002",
                                       "11010519491231002XX",
                                       "11010519491331002X",
                                       "1101051949123100X2",
                                       "身份证",
                                       "\xff" };
  g_autofree char *folded = jg_case_id_number_fold (" １１０１０５ 19491231 002x ");
  g_autofree char *masked = jg_case_id_number_mask (ID_NUMBER);

  g_assert_cmpstr (folded, ==, ID_NUMBER);
  g_assert_cmpstr (masked, ==, "1****************X");
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_null (jg_case_id_number_fold (wrong[i]));
}

static void
test_id_number (CaseFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseStore) store = case_fixture_create (self);
  gint64 id = case_fixture_save (store, 0, "王某", "{}");
  gint64 other = case_fixture_save (store, 0, "李某", "{}");
  g_autofree char *masked = NULL;
  g_autofree char *whole = NULL;
  g_autoptr (GBytes) export = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  /* Off, until the office says what for. */
  g_assert_false (jg_case_store_set_id_number (store, id, ID_NUMBER, &error));
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_INVALID);
  g_clear_error (&error);
  set (store, JG_CASE_SETTING_ID_NUMBER, "失业登记系统对接");
  g_assert_false (jg_case_store_set_id_number (store, id, "110105194912310021", &error));
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_INVALID);
  g_clear_error (&error);
  jg_case_store_set_id_number (store, id, ID_NUMBER, &error);
  g_assert_no_error (error);
  jg_case_store_set_id_number (store, other, OTHER_ID_NUMBER, &error);
  g_assert_no_error (error);
  g_assert_false (jg_case_store_set_id_number (store, 4711, ID_NUMBER, &error));
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_clear_object (&store);
  store = case_fixture_unlock (self);
  masked = jg_case_store_dup_masked_id_number (store, id, &error);
  g_assert_cmpstr (masked, ==, "1****************X");
  whole = jg_case_store_show_id_number (store, id, &error);
  g_assert_cmpstr (whole, ==, ID_NUMBER);
  entries = jg_case_store_list_entries (store, id, 0, 1, &error);
  g_assert_cmpint (((JgCaseEntry *) g_ptr_array_index (entries, 0))->act, ==,
                   JG_CASE_ACT_SHOW_ID_NUMBER);
  g_assert_cmpint (jg_case_store_find_id_number (store, "４４０５２４190001010017", &error), ==,
                   other);
  g_assert_cmpint (jg_case_store_find_id_number (store, "110101190001010014", NULL), ==, 0);
  g_assert_no_error (error);
  export = jg_case_store_export (store, id, &error);
  g_assert_null (memmem (g_bytes_get_data (export, NULL), g_bytes_get_size (export), ID_NUMBER,
                         strlen (ID_NUMBER)));
  g_assert_false (case_fixture_find_bytes (self->folder, ID_NUMBER, strlen (ID_NUMBER)));
  g_assert_false (case_fixture_find_bytes (self->folder, ID_NUMBER + 6, 8));

  /* It goes with the case, on its own, and with the setting. */
  jg_case_store_delete (store, other, &error);
  g_assert_no_error (error);
  g_assert_null (jg_case_store_dup_masked_id_number (store, other, &error));
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  jg_case_store_set_id_number (store, id, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (jg_case_store_dup_masked_id_number (store, id, NULL));
  jg_case_store_set_id_number (store, id, ID_NUMBER, &error);
  g_assert_no_error (error);
  set (store, JG_CASE_SETTING_ID_NUMBER, "");
  set (store, JG_CASE_SETTING_ID_NUMBER, "again");
  g_assert_null (jg_case_store_dup_masked_id_number (store, id, NULL));
}

static JsonObject *
parse (GBytes *bytes, JsonParser *parser)
{
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL),
                              (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  return json_node_get_object (json_parser_get_root (parser));
}

static void
test_export (CaseFixture *self, gconstpointer data)
{
  static const char *const ids[] = { "peisong", NULL };
  static const char *const names[] = { "网约配送员", NULL };
  static const char *const groups[] = { "registered-unemployed", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseStore) store = case_fixture_create (self);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (JsonParser) other_parser = json_parser_new ();
  g_autoptr (GBytes) content =
      g_bytes_new_static ("{\"wish\": \"想带货\"}", strlen ("{\"wish\": \"想带货\"}"));
  g_autoptr (GBytes) text = g_bytes_new_static ("{not json", 9);
  g_autoptr (GBytes) export = NULL;
  g_autoptr (GBytes) other = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  const JgCaseFigures figures = { .session = "2026-06-01", .groups = groups };
  JgCaseSummary summary = CASE_SUMMARY (.alias = "王某", .follow_up = "2026-07-01",
                                        .occupations = ids, .occupation_names = names);
  JsonObject *root = NULL;
  JsonObject *part = NULL;
  g_autofree char *number = NULL;
  gint64 id = jg_case_store_save (store, &summary, content, &figures, &error);

  g_assert_no_error (error);
  export = jg_case_store_export (store, id, &error);
  g_assert_no_error (error);
  root = parse (export, parser);
  number = jg_case_code_from_id (id);
  g_assert_cmpstr (json_object_get_string_member (root, "schema"), ==, "jobguide-case-export/1");
  part = json_object_get_object_member (root, "case");
  g_assert_cmpstr (json_object_get_string_member (part, "number"), ==, number);
  g_assert_cmpstr (json_object_get_string_member (part, "alias"), ==, "王某");
  g_assert_cmpstr (json_object_get_string_member (part, "follow_up"), ==, "2026-07-01");
  part = json_object_get_object_member (root, "consent");
  g_assert_cmpint (json_object_get_int_member (part, "version"), ==, 1);
  g_assert_nonnull (strstr (json_object_get_string_member (part, "notice"), "告知书"));
  part = json_object_get_object_member (root, "record");
  g_assert_cmpstr (json_object_get_string_member (part, "wish"), ==, "想带货");
  part = json_object_get_object_member (root, "figures");
  g_assert_cmpstr (json_array_get_string_element (json_object_get_array_member (part, "groups"), 0),
                   ==, "registered-unemployed");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "audit")), ==, 2);
  g_assert_true (json_object_get_null_member (root, "id_number"));
  entries = jg_case_store_list_entries (store, id, 0, 1, &error);
  g_assert_cmpint (((JgCaseEntry *) g_ptr_array_index (entries, 0))->act, ==, JG_CASE_ACT_EXPORT);

  /* What is no JSON is given as it is. */
  summary.id = id;
  jg_case_store_save (store, &summary, text, NULL, &error);
  other = jg_case_store_export (store, id, &error);
  g_assert_no_error (error);
  root = parse (other, other_parser);
  g_assert_cmpstr (json_object_get_string_member (root, "content"), ==, "{not json");
  g_assert_null (jg_case_store_export (store, 4711, &error));
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_NOT_FOUND);
}

static gint64
read_clock (gpointer data)
{
  return *(gint64 *) data;
}

static gint64
noon (const char *day)
{
  g_autoptr (GDateTime) time =
      g_date_time_new_local (atoi (day), atoi (day + 5), atoi (day + 8), 12, 0, 0);

  return g_date_time_to_unix (time);
}

/* What one saving says, on a day. */
static gint64
save_on (JgCaseStore *store,
         gint64 *clock,
         gint64 id,
         const char *day,
         gboolean session,
         const char *follow_up,
         const char *contact,
         const char *occupation)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content = g_bytes_new_static ("{}", 2);
  const char *const ids[] = { occupation, NULL };
  const char *const groups[] = { "registered-unemployed", "veteran", NULL };
  const char *const measures[] = { "gbf-2020-27.16", NULL };
  const char *const contacts[] = { contact, NULL };
  const JgCaseFigures figures = { .session = session ? day : NULL,
                                  .groups = groups,
                                  .measures = measures,
                                  .contacts = contacts };
  const JgCaseSummary summary = CASE_SUMMARY (.id = id, .alias = "标记某", .follow_up = follow_up,
                                              .occupations = ids, .occupation_names = ids);

  *clock = noon (day);
  id = jg_case_store_save (store, &summary, content, &figures, &error);
  g_assert_no_error (error);
  return id;
}

static void
test_statistics (CaseFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseStore) store = case_fixture_create (self);
  g_autoptr (JgCaseStatistics) june = NULL;
  g_autoptr (JgCaseStatistics) july = NULL;
  g_autofree char *csv = NULL;
  const JgCaseCount *count = NULL;
  gint64 clock = noon ("2026-06-01");
  gint64 one, other;

  jg_case_store_set_clock (store, read_clock, &clock);
  one = save_on (store, &clock, 0, "2026-06-02", TRUE, "2026-07-02", NULL, "配送");
  other = save_on (store, &clock, 0, "2026-06-10", TRUE, "2026-07-10", NULL, "=电商");
  save_on (store, &clock, 0, "2026-07-01", TRUE, "2026-08-01", NULL, "配送");
  /* Reached in time; moved before it was due; never reached. */
  save_on (store, &clock, one, "2026-07-05", FALSE, "2026-08-05", "2026-07-05", "配送");
  save_on (store, &clock, other, "2026-06-20", FALSE, "2026-07-15", NULL, "=电商");
  save_on (store, &clock, one, "2026-07-20", TRUE, "2026-08-20", "2026-07-05", "配送");
  clock = noon ("2026-07-25");

  june = jg_case_store_count (store, "2026-06-01", "2026-06-30", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (june->n_sessions, ==, 2);
  g_assert_cmpuint (june->n_cases, ==, 2);
  g_assert_cmpuint (june->n_new, ==, 2);
  g_assert_cmpuint (june->n_due, ==, 0);
  july = jg_case_store_count (store, "2026-07-01", "2026-08-31", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (july->n_sessions, ==, 2);
  g_assert_cmpuint (july->n_cases, ==, 2);
  g_assert_cmpuint (july->n_new, ==, 1);
  g_assert_cmpuint (july->n_due, ==, 2); /* 07-02 and 07-15; those of August have not come */
  g_assert_cmpuint (july->n_kept, ==, 1);
  g_assert_cmpuint (july->n_contacts, ==, 1);
  g_assert_cmpuint (july->months->len, ==, 1);
  g_assert_cmpuint (july->occupations->len, ==, 1);
  count = g_ptr_array_index (july->occupations, 0);
  g_assert_cmpstr (count->label, ==, "配送");
  g_assert_cmpuint (count->n, ==, 2);
  g_assert_cmpuint (july->groups->len, ==, 2);
  g_assert_cmpuint (july->measures->len, ==, 1);

  csv = jg_case_statistics_to_csv (june);
  g_assert_true (g_str_has_prefix (csv, "\xef\xbb\xbf项目,名称,数量\r\n"));
  g_assert_nonnull (strstr (csv, "接待,接待人次,2\r\n"));
  g_assert_nonnull (strstr (csv, "建议职业,\"'=电商\",1\r\n"));
  g_assert_null (strstr (csv, "标记"));
  g_assert_null (jg_case_store_count (store, "2026-07-01", "2026-06-30", &error));
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_INVALID);
}

static void
test_csv (void)
{
  GString *csv = jg_csv_new ();
  g_autofree char *text = NULL;

  jg_csv_append_row (csv, "a", "b,c", "say \"no\"", "two\nlines", "", "-1", "@x", "网", NULL);
  text = g_string_free (csv, FALSE);
  g_assert_cmpstr (text, ==,
                   "\xef\xbb\xbf"
                   "a,\"b,c\",\"say \"\"no\"\"\",\"two\nlines\",,\"'-1\",\"'@x\",网\r\n");
}

#define ADD(name, function)                                                                        \
  g_test_add (name, CaseFixture, NULL, case_fixture_set_up, function, case_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/case-office/settings", test_settings);
  ADD ("/case-office/notice", test_notice);
  ADD ("/case-office/retention", test_retention);
  g_test_add_func ("/case-office/id-number-words", test_id_number_words);
  ADD ("/case-office/id-number", test_id_number);
  ADD ("/case-office/export", test_export);
  ADD ("/case-office/statistics", test_statistics);
  g_test_add_func ("/case-office/csv", test_csv);

  return g_test_run ();
}
