/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "paper-fixture.h"

#include <string.h>

#define RIDER                                                                                          \
  "{\"schema\": \"jobguide-profile/1\", \"alias\": \"王某\", \"birth\": \"1991-03\","                \
  "\"places\": {\"household\": \"420100\", \"residence\": \"330100\"},"                                \
  "\"facts\": {\"migrant-worker\": true},"                                                             \
  "\"skills\": [\"会开三轮车\", \"认路\"], \"wish\": \"时间自由的活，比如送外卖\"," \
  "\"wants\": [\"training\"]}"

static void
test_bad_date (void)
{
  static const char *const dates[] = { "2026-02-30",  "2026-1-1", "26-11-23",
                                       "2026-11-23x", "",         "明天" };
  g_autoptr (JgProfile) profile = jg_profile_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JgPlan) plan =
          jg_plan_new (paper_fixture_catalogue (), profile, dates[i], NULL, NULL, &error);

      g_assert_null (plan);
      g_assert_error (error, JG_PLAN_ERROR, JG_PLAN_ERROR_DATE);
    }
}

static void
test_unknown_occupation (void)
{
  static const char *const codes[] = { "9-99-99-99", NULL };
  static const char *const many[] = { "4-02-07-10", "4-01-02-07", "4-13-05-04", "4-14-01-02",
                                      NULL };
  g_autoptr (JgProfile) profile = jg_profile_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (JgPlan) plan =
      jg_plan_new (paper_fixture_catalogue (), profile, "2026-11-23", codes, NULL, &error);

  g_assert_null (plan);
  g_assert_error (error, JG_PLAN_ERROR, JG_PLAN_ERROR_OCCUPATION);
  g_assert_nonnull (strstr (error->message, "9-99-99-99"));
  g_clear_error (&error);
  plan = jg_plan_new (paper_fixture_catalogue (), profile, "2026-11-23", many, NULL, &error);
  g_assert_null (plan);
  g_assert_error (error, JG_PLAN_ERROR, JG_PLAN_ERROR_OCCUPATION);
}

/* An occupation that was asked for keeps the matcher's reasons, or has every task open. */
static void
test_explicit_occupations (void)
{
  static const char *const codes[] = { "4-14-04-02", "网约配送员", "4-14-04-02", NULL };
  g_autoptr (JgProfile) profile = paper_fixture_profile (RIDER);
  g_autoptr (GError) error = NULL;
  g_autoptr (JgPlan) plan =
      jg_plan_new (paper_fixture_catalogue (), profile, "2026-11-23", codes, NULL, &error);
  JgMatch *bare, *found;

  g_assert_no_error (error);
  g_assert_cmpuint (jg_plan_get_matches (plan)->len, ==, 2);
  g_assert_false (jg_plan_get_not_in_catalogue (plan));
  bare = g_ptr_array_index (jg_plan_get_matches (plan), 0);
  found = g_ptr_array_index (jg_plan_get_matches (plan), 1);
  g_assert_cmpstr (bare->occupation->name, ==, "消毒员");
  g_assert_cmpuint (bare->reasons->len, ==, 0);
  g_assert_cmpuint (bare->open_tasks->len, ==, bare->occupation->tasks->len);
  g_assert_cmpstr (found->occupation->code, ==, "4-02-07-10");
  g_assert_cmpuint (found->reasons->len, >, 0);
  g_assert_cmpuint (found->open_tasks->len, <, found->occupation->tasks->len);
}

static gboolean
is_for_person (JgMeasure *measure)
{
  return g_strv_contains ((const char *const *) measure->beneficiaries, "individual");
}

/* What the sheet may say of measures, for everyone in the samples, then and now. */
static void
test_measures_of_samples (void)
{
  static const char *const days[] = { "2026-11-23", "2020-11-01" };
  g_auto (GStrv) samples = paper_fixture_list_samples ();
  guint n_measures = 0;
  guint n_employers = 0;

  for (guint i = 0; samples[i] != NULL; i++)
    for (gsize d = 0; d < G_N_ELEMENTS (days); d++)
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (JgProfile) profile = jg_profile_new_from_file (samples[i], &error);
        g_autoptr (JgPlan) plan = NULL;
        g_autoptr (GHashTable) families = g_hash_table_new (g_str_hash, g_str_equal);
        int last = JG_OFFER_LIKELY;

        g_assert_no_error (error);
        plan = paper_fixture_plan (profile, days[d]);
        g_assert_cmpuint (jg_plan_get_measures (plan)->len, <=, JG_PLAN_MAX_MEASURES);
        for (guint k = 0; k < jg_plan_get_measures (plan)->len; k++, n_measures++)
          {
            JgVerdict *verdict = g_ptr_array_index (jg_plan_get_measures (plan), k);

            g_assert_true (verdict->offer == JG_OFFER_LIKELY || verdict->offer == JG_OFFER_ASK);
            /* Services may wait behind money that has to be asked for; money never waits. */
            if (g_strcmp0 (verdict->measure->tier, "A") == 0)
              g_assert_cmpint (verdict->offer, >=, last);
            last = MAX (last, (int) verdict->offer);
            g_assert_true (is_for_person (verdict->measure));
            g_assert_cmpstr (verdict->measure->tier, !=, "C");
            if (verdict->measure->family != NULL)
              g_assert_true (g_hash_table_add (families, verdict->measure->family));
          }
        for (guint k = 0; k < jg_plan_get_employer_measures (plan)->len; k++, n_employers++)
          {
            JgVerdict *verdict = g_ptr_array_index (jg_plan_get_employer_measures (plan), k);

            g_assert_false (is_for_person (verdict->measure));
            g_assert_nonnull (verdict->measure->employer_line);
            g_assert_cmpint (verdict->conditions, !=, JG_STATE_FAILED);
            g_assert_cmpint (verdict->validity, !=, JG_VALIDITY_ENDED);
          }
      }
  g_assert_cmpuint (n_measures, >, 0);
  g_assert_cmpuint (n_employers, >, 0);
}

static void
test_number (void)
{
  g_autoptr (JgProfile) profile = paper_fixture_profile (RIDER);
  g_autoptr (JgPlan) plan = paper_fixture_plan (profile, "2026-11-23");
  g_autoptr (JgPlan) other = paper_fixture_plan (profile, "2026-11-23");

  g_assert_true (g_regex_match_simple ("^20261123-[0-9]{6}$", jg_plan_get_number (plan), 0, 0));
  g_assert_cmpstr (jg_plan_get_number (plan), !=, jg_plan_get_number (other));
}

static void
test_practice (void)
{
  g_autofree char *today = paper_fixture_today ();
  g_autoptr (JgProfile) profile = jg_profile_new ();
  g_autoptr (JgPlan) now = paper_fixture_plan (profile, today);
  g_autoptr (JgPlan) then = paper_fixture_plan (profile, "2020-12-01");

  g_assert_false (jg_plan_is_practice (now));
  g_assert_true (jg_plan_is_practice (then));
}

static void
test_places (void)
{
  g_autoptr (JgProfile) profile = paper_fixture_profile (RIDER);
  g_autoptr (JgPlan) plan = paper_fixture_plan (profile, "2026-11-23");
  g_autofree char *city = jg_plan_dup_place_name (plan, "420100");
  g_autofree char *province = jg_plan_dup_place_name (plan, "330000");
  g_autofree char *nowhere = jg_plan_dup_place_name (plan, "990000");

  g_assert_cmpstr (city, ==, "湖北（420100）");
  g_assert_cmpstr (province, ==, "浙江");
  g_assert_cmpstr (nowhere, ==, "990000");
  g_assert_true (jg_plan_has_local_documents (plan));
  jg_profile_set_place (profile, JG_PLACE_RESIDENCE, "110000");
  g_assert_false (jg_plan_has_local_documents (plan));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan/bad-date", test_bad_date);
  g_test_add_func ("/plan/unknown-occupation", test_unknown_occupation);
  g_test_add_func ("/plan/explicit-occupations", test_explicit_occupations);
  g_test_add_func ("/plan/measures-of-samples", test_measures_of_samples);
  g_test_add_func ("/plan/number", test_number);
  g_test_add_func ("/plan/practice", test_practice);
  g_test_add_func ("/plan/places", test_places);
  return g_test_run ();
}
