/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Eligibility over the shipped catalogue: what may never be offered, and people on two days. */

#include <string.h>

#include "jg-eligibility.h"

#define TODAY "2026-11-23"
#define THEN "2020-10-15"

static JgCatalogue *catalogue;

static JgProfile *
read_profile (const char *keys)
{
  g_autofree char *data =
      g_strdup_printf ("{\"schema\": \"jobguide-profile/1\"%s%s}", *keys != '\0' ? ", " : "", keys);
  g_autoptr (GError) error = NULL;
  JgProfile *profile = jg_profile_new_from_data (data, -1, "test", &error);

  g_assert_no_error (error);
  return profile;
}

static const JgVerdict *
find_verdict (const JgEligibility *result, const char *id)
{
  for (guint i = 0; i < result->verdicts->len; i++)
    {
      const JgVerdict *verdict = g_ptr_array_index (result->verdicts, i);

      if (g_str_equal (verdict->measure->id, id))
        return verdict;
    }
  g_error ("no measure %s", id);
}

static gboolean
is_offered (const JgVerdict *verdict)
{
  return verdict->offer == JG_OFFER_LIKELY || verdict->offer == JG_OFFER_ASK;
}

static gboolean
has_text (GPtrArray *strings, const char *part)
{
  for (guint i = 0; i < strings->len; i++)
    if (strstr (g_ptr_array_index (strings, i), part) != NULL)
      return TRUE;
  return FALSE;
}

/* Everyone's facts are set, so that nothing hides behind an unknown. */
#define EVERYTHING                                                                                 \
  "\"age\": 19, \"places\": {\"work\": \"440100\", \"training\": \"440100\"},"                     \
  " \"facts\": {\"employee\": true, \"unemployed\": true, \"registered-unemployed\": true,"        \
  " \"flexible-employment\": true, \"new-form-employment\": true, \"migrant-worker\": true,"       \
  " \"college-graduate\": true, \"not-continued-school\": true, \"rural-student\": true,"          \
  " \"living-hardship\": true, \"months-insured\": 60, \"skill-level\": \"senior\","               \
  " \"certificate-obtained-on\": \"2026-03-01\", \"poverty-registered\": true},"                   \
  " \"wants\": [\"training\", \"start-business\", \"employment\"]"

static void
test_never_offered (void)
{
  static const char *const profiles[] = { "", EVERYTHING };

  for (gsize i = 0; i < G_N_ELEMENTS (profiles); i++)
    {
      g_autoptr (JgProfile) profile = read_profile (profiles[i]);
      g_autoptr (JgEligibility) result = jg_eligibility_check (catalogue, profile, TODAY, NULL);
      guint n_ended = 0;

      g_assert_cmpuint (result->verdicts->len, >=, 62);
      for (guint j = 0; j < result->verdicts->len; j++)
        {
          const JgVerdict *verdict = g_ptr_array_index (result->verdicts, j);
          const JgMeasure *measure = verdict->measure;

          g_test_message ("%s", measure->id);
          if (measure->valid_to != NULL && strcmp (measure->valid_to, TODAY) < 0 &&
              !g_str_equal (measure->validity_basis, "document-clause-ambiguous") &&
              !g_str_equal (measure->validity_basis, "target-date"))
            {
              g_assert_false (is_offered (verdict));
              n_ended++;
            }
          if (g_str_equal (measure->tier, "C"))
            g_assert_cmpint (verdict->offer, ==, JG_OFFER_BACKGROUND);
          if (!g_strv_contains ((const char *const *) measure->beneficiaries, "individual"))
            g_assert_false (is_offered (verdict));
          if (g_str_equal (measure->force, "local-option"))
            g_assert_cmpint (verdict->offer, !=, JG_OFFER_LIKELY);
          if (verdict->offer == JG_OFFER_LIKELY)
            g_assert_cmpint (verdict->conditions, ==, JG_STATE_MET);
        }
      /* 3 of Guangdong, 2 of the labour reserve, 1 of firms in difficulty: not all would be missed. */
      g_assert_cmpuint (n_ended, >=, 6);
    }
}

/* What we say ourselves never claims that something is in force. */
static void
test_words (void)
{
  /* Youxiao, xianxing, reng zhixing, reng zai zhixing: the house searches every file for them. */
  static const char *const forbidden[] = { "\u6709\u6548", "\u73b0\u884c", "\u4ecd\u6267\u884c",
                                           "\u4ecd\u5728\u6267\u884c" };
  static const char *const days[] = { TODAY, THEN };
  g_autoptr (JgProfile) profile = read_profile (EVERYTHING);

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (JgEligibility) result = jg_eligibility_check (catalogue, profile, days[i], NULL);

      for (guint j = 0; j < result->verdicts->len; j++)
        {
          const JgVerdict *verdict = g_ptr_array_index (result->verdicts, j);
          g_autofree char *dates = jg_verdict_dup_dates_text (verdict, days[i]);

          g_assert_true (has_text (jg_verdict_get_caveats (verdict), dates));
          for (gsize k = 0; k < G_N_ELEMENTS (forbidden); k++)
            {
              g_assert_null (strstr (dates, forbidden[k]));
              g_assert_false (has_text (jg_verdict_get_caveats (verdict), forbidden[k]));
              for (guint l = 0; l < jg_verdict_get_reasons (verdict)->len; l++)
                g_assert_null (
                    strstr (((JgReason *) g_ptr_array_index (jg_verdict_get_reasons (verdict), l))
                                ->condition,
                            forbidden[k]));
            }
        }
    }
}

#define NEW_YEAR "2026-01-01"
#define LAST_DAY "2020-12-31"

static void
test_people (void)
{
#define HUBEI_2020                                                                                 \
  "\"places\": {\"school\": \"330100\", \"household\": \"420100\", \"residence\": \"330100\"},"    \
  " \"facts\": {\"college-graduate\": true, \"graduated-on\": \"2020-06-30\"}"
#define HUBEI_2019                                                                                 \
  "\"places\": {\"school\": \"330100\", \"household\": \"420100\", \"residence\": \"330100\"},"    \
  " \"facts\": {\"college-graduate\": true, \"graduated-on\": \"2019-12-31\"}"
#define BENEFIT_OVER "\"facts\": {\"ui-benefit-expired\": true, \"unemployed\": true}"
#define NO_HELP "\"facts\": {\"sanzhi-yifu-2020-2021\": true}, \"places\": {\"work\": \"330100\"}"

#define RIDER_GD                                                                                   \
  "\"places\": {\"work\": \"440300\", \"household\": \"450000\"}, \"wants\": [\"training\"],"      \
  " \"facts\": {\"new-form-employment\": true, \"living-hardship\": true}"
#define RIDER_BJ                                                                                   \
  "\"places\": {\"work\": \"110000\"}, \"wants\": [\"training\"],"                                 \
  " \"facts\": {\"new-form-employment\": true, \"living-hardship\": true}"
#define WORKER(months, date)                                                                       \
  "\"facts\": {\"employee\": true, \"months-insured\": " months                                    \
  ", \"certificate-obtained-on\": \"" date "\"}"
#define LEAVER "\"age\": 45, \"wants\": [\"training\"], \"facts\": {\"not-continued-school\": true}"
#define YOUNG(age, more)                                                                           \
  "\"age\": " age ", \"wants\": [\"training\"],"                                                   \
  " \"facts\": {\"not-continued-school\": false, \"registered-unemployed\": true" more "}"
  static const struct
  {
    const char *profile;
    const char *as_of;
    const char *measure;
    const char *conditions;
    const char *validity;
    const char *offer;
  } rows[] = {
    /* The Guangdong rules ran from 2020-09-01 to 2022-08-31, and reach Guangdong. */
    { RIDER_GD, THEN, "gd-2020-lhjy.10", "met", "open", "likely" },
    { RIDER_GD, THEN, "gd-2020-lhjy.11", "met", "open", "likely" },
    { RIDER_BJ, THEN, "gd-2020-lhjy.10", "failed", "open", "no" },
    { RIDER_BJ, THEN, "gd-2020-lhjy.11", "failed", "open", "no" },
    { RIDER_GD, "2020-08-31", "gd-2020-lhjy.10", "met", "future", "future" },
    { RIDER_GD, "2022-08-31", "gd-2020-lhjy.10", "met", "open", "likely" },
    { RIDER_GD, "2022-09-01", "gd-2020-lhjy.10", "met", "ended", "ended" },
    { RIDER_GD, TODAY, "gd-2020-lhjy.10", "met", "ended", "ended" },
    { RIDER_GD, THEN, "gd-2020-lhjy.12", "unknown", "open", "no" },
    { "\"wants\": [\"training\"], \"facts\": {\"self-employed\": true}, \"places\": "
      "{\"residence\": \"440000\"}",
      THEN, "gd-2020-lhjy.10", "met", "open", "likely" },
    /* 参加失业保险3年以上、当年取得证书的企业职工 */
    /* Exactly three years: whether 以上 takes them in, the agency has to say. */
    { WORKER ("36", "2026-01-01"), TODAY, "gf-2017-28.51", "unknown", "unstated", "ask" },
    { WORKER ("37", "2026-01-01"), TODAY, "gf-2017-28.51", "met", "unstated", "likely" },
    { WORKER ("35", "2026-01-01"), TODAY, "gf-2017-28.51", "failed", "unstated", "no" },
    { WORKER ("60", "2025-12-31"), TODAY, "gf-2017-28.51", "failed", "unstated", "no" },
    { WORKER ("60", "2026-12-01"), TODAY, "gf-2017-28.51", "unknown", "unstated", "ask" },
    { WORKER ("null", "2026-02-01"), TODAY, "gf-2017-28.51", "unknown", "unstated", "ask" },
    /* “20岁以下” binds the registered unemployed alone; the living allowance is nested. */
    { LEAVER, THEN, "gf-2019-28.23", "met", "open", "likely" },
    { LEAVER, TODAY, "gf-2019-28.23", "met", "ended", "ended" },
    { YOUNG ("19", ""), THEN, "gf-2019-28.23", "met", "open", "likely" },
    { YOUNG ("20", ""), THEN, "gf-2019-28.23", "unknown", "open", "ask" },
    { YOUNG ("21", ""), THEN, "gf-2019-28.23", "failed", "open", "no" },
    { YOUNG ("19", ""), THEN, "gf-2019-28.24", "unknown", "open", "ask" },
    { YOUNG ("19", ", \"rural-student\": true"), THEN, "gf-2019-28.24", "met", "open", "likely" },
    { YOUNG ("21", ", \"rural-student\": true"), THEN, "gf-2019-28.24", "failed", "open", "no" },
    { YOUNG ("19", ", \"rural-student\": false, \"hardship-family\": false"), THEN, "gf-2019-28.24",
      "failed", "open", "no" },
    { LEAVER, "2019-12-31", "gf-2019-28.23", "met", "future", "future" },
    /* 2020届湖北籍, at a school in 浙江: the cohort is a condition, in doubt when its year is over. */
    { HUBEI_2020, THEN, "zzb-2020-19.29", "met", "unclear", "likely" },
    { HUBEI_2020, NEW_YEAR, "zzb-2020-19.29", "met", "unclear", "ask" },
    { HUBEI_2019, THEN, "zzb-2020-19.29", "failed", "unclear", "no" },
    /* The closing clause names no measure: up to its date it changes nothing, past it one must ask. */
    { BENEFIT_OVER, THEN, "gbf-2020-6.31", "met", "unclear", "likely" },
    { BENEFIT_OVER, LAST_DAY, "gbf-2020-6.31", "met", "unclear", "likely" },
    { BENEFIT_OVER, "2021-01-01", "gbf-2020-6.31", "met", "unclear", "ask" },
    { BENEFIT_OVER, NEW_YEAR, "gbf-2020-6.31", "met", "unclear", "ask" },
    { "\"facts\": {\"unemployed\": false}", NEW_YEAR, "gbf-2020-6.31", "failed", "unclear", "no" },
    /* What only the authority can say, what is left to localities, and a region, each lead to asking at best. */
    { NO_HELP, THEN, "zzb-2020-19.24", "unknown", "unclear", "ask" },
    { "\"facts\": {\"sanzhi-yifu-2020-2021\": true}, \"places\": {\"work\": \"110000\"}", THEN,
      "zzb-2020-19.24", "failed", "unclear", "no" },
    /* A deadline for authorities ends nothing. */
    { "\"facts\": {\"professional-technical\": true}", NEW_YEAR, "gbf-2020-24.05", "met",
      "unstated", "likely" },
    /* 以工代训 is the firm's. */
    { "\"facts\": {\"migrant-worker\": true, \"unemployed\": true}", TODAY, "rsb-2020-61.20", "met",
      "unstated", "no" },
    { "\"facts\": {\"migrant-worker\": false}", TODAY, "rsb-2020-61.20", "failed", "unstated",
      "no" },
    /* The closing clause of 2489 may or may not reach it. */
    { "\"facts\": {\"employee\": true}", TODAY, "gbf-2020-6.38", "met", "unclear", "no" },
    { "\"facts\": {\"employee\": true}", THEN, "gbf-2020-6.38", "met", "unclear", "no" },
    /* An open list never fails. */
    { "\"wants\": [\"training\"], \"facts\": {\"unemployed\": false, \"registered-unemployed\": "
      "false,"
      " \"migrant-worker\": false}",
      TODAY, "gbf-2020-6.37", "unknown", "unstated", "ask" },
    { "\"facts\": {\"migrant-worker\": true}", TODAY, "gbf-2020-6.37", "met", "unstated",
      "likely" },
    /* Whether the trade is on the list only the office can say. */
    { "\"places\": {\"work\": \"330100\"}, \"wants\": [\"training\"], \"facts\": "
      "{\"platform-worker\": true}",
      TODAY, "zrsf-2019-63.12", "unknown", "unstated", "ask" },
    { "\"wants\": [\"training\"]", TODAY, "gbf-2020-27.16", "met", "unstated", "likely" },
    { "", TODAY, "gbf-2020-27.16", "unknown", "unstated", "ask" },
    { "\"facts\": {\"migrant-worker\": true}, \"wants\": [\"training\"]", TODAY, "rsb-2020-61.22",
      "met", "unstated", "likely" },
    { "\"facts\": {\"migrant-worker\": false}", TODAY, "rsb-2020-61.22", "failed", "unstated",
      "no" },
    { "\"facts\": {\"migrant-worker\": true, \"unemployed\": false, \"registered-unemployed\": "
      "false,"
      " \"returned-home\": true}",
      TODAY, "rsb-2020-61.21", "met", "unstated", "likely" },
    { "\"facts\": {\"employee\": true, \"skill-level\": \"technician\"}", TODAY, "gf-2017-28.46",
      "met", "unstated", "ask" },
    { "\"facts\": {\"employee\": true, \"skill-level\": \"intermediate\"}", TODAY, "gf-2017-28.46",
      "failed", "unstated", "no" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (JgProfile) profile = read_profile (rows[i].profile);
      g_autoptr (JgEligibility) result =
          jg_eligibility_check (catalogue, profile, rows[i].as_of, NULL);
      const JgVerdict *verdict = find_verdict (result, rows[i].measure);

      g_test_message ("%s on %s: {%s}", rows[i].measure, rows[i].as_of, rows[i].profile);
      g_assert_cmpstr (jg_state_nick (verdict->conditions), ==, rows[i].conditions);
      g_assert_cmpstr (jg_validity_nick (verdict->validity), ==, rows[i].validity);
      g_assert_cmpstr (jg_offer_nick (verdict->offer), ==, rows[i].offer);
    }
}

static void
test_caveats (void)
{
  g_autoptr (JgProfile) profile = read_profile (
      "\"facts\": {\"migrant-worker\": true, \"unemployed\": true, \"employee\": true,"
      " \"months-insured\": 36}");
  g_autoptr (JgEligibility) result = jg_eligibility_check (catalogue, profile, TODAY, NULL);

  g_assert_true (has_text (jg_verdict_get_caveats (find_verdict (result, "rsb-2020-61.20")),
                           "雇用您并开展以工代训"));
  g_assert_true (
      has_text (jg_verdict_get_caveats (find_verdict (result, "gbf-2020-6.38")),
                "文末规定新增补贴政策受理截至2020年12月31日；本项是否属新增，文中未列，须确认"));
  g_assert_true (
      has_text (jg_verdict_get_caveats (find_verdict (result, "rsb-2020-61.22")), "按规定"));
  g_assert_true (
      has_text (jg_verdict_get_caveats (find_verdict (result, "gf-2017-28.46")), "是否实行"));
  g_assert_true (
      has_text (jg_verdict_get_caveats (find_verdict (result, "gf-2017-28.51")), "正好在界限上"));
  g_assert_true (has_text (jg_verdict_get_caveats (find_verdict (result, "gbf-2020-27.16")),
                           "培训机构、平台企业"));
  g_assert_true (
      has_text (jg_verdict_get_caveats (find_verdict (result, "gf-2017-28.51")), "发文已9年"));
}

static void
set_answer (JgProfile *profile, const JgFact *fact, gboolean high)
{
  if (g_str_equal (fact->type, "boolean"))
    jg_profile_set_fact_boolean (profile, fact->key, high);
  else if (g_str_equal (fact->type, "number"))
    jg_profile_set_fact_number (profile, fact->key, high ? 1000 : 0);
  else if (g_str_equal (fact->type, "date"))
    jg_profile_set_fact_string (profile, fact->key, high ? TODAY : "1990-01-01");
  else
    jg_profile_set_fact_string (profile, fact->key, high ? "technician" : "none");
}

static int
compare_strings (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
sum_up (JgProfile *profile)
{
  g_autoptr (JgEligibility) result = jg_eligibility_check (catalogue, profile, TODAY, NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < result->verdicts->len; i++)
    {
      const JgVerdict *verdict = g_ptr_array_index (result->verdicts, i);

      g_ptr_array_add (lines, g_strdup_printf ("%s %d %d", verdict->measure->id,
                                               verdict->conditions, verdict->offer));
    }
  g_ptr_array_sort (lines, compare_strings);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

/* Each question is asked once, decides what it says, most first; and is never asked when “not known”. */
static void
test_questions (void)
{
  g_autoptr (JgProfile) profile =
      read_profile ("\"age\": 30, \"sex\": \"male\", \"education\": \"associate\","
                    " \"places\": {\"work\": \"330100\"},"
                    " \"wants\": [\"training\", \"start-business\", \"employment\"]");
  g_autoptr (JgEligibility) result = jg_eligibility_check (catalogue, profile, TODAY, NULL);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const JgQuestion *before = NULL;

  g_assert_cmpuint (result->questions->len, >, 10);
  for (guint i = 0; i < result->questions->len; i++)
    {
      const JgQuestion *question = g_ptr_array_index (result->questions, i);
      g_autoptr (GPtrArray) facts = jg_catalogue_list_facts (catalogue);
      const JgFact *fact = NULL;
      g_autofree char *low = NULL;
      g_autofree char *high = NULL;
      guint n = 0;

      g_test_message ("%s", question->fact);
      g_assert_true (g_hash_table_add (seen, question->fact));
      if (before != NULL)
        g_assert_true (
            before->smallest < question->smallest ||
            (before->smallest == question->smallest && before->weight >= question->weight));
      before = question;
      for (guint j = 0; j < result->verdicts->len; j++)
        n += g_ptr_array_find_with_equal_func (
            jg_verdict_get_ask (g_ptr_array_index (result->verdicts, j)), question->fact,
            g_str_equal, NULL);
      g_assert_cmpuint (n, ==, question->decides);
      if (jg_question_field_text (question->fact) != NULL)
        {
          /* A place or a wish the profile lacks. */
          g_assert_cmpstr (question->question, ==, jg_question_field_text (question->fact));
          g_assert_cmpstr (question->kind, !=, "fact");
          continue;
        }

      for (guint j = 0; j < facts->len; j++)
        if (g_str_equal (((JgFact *) g_ptr_array_index (facts, j))->key, question->fact))
          fact = g_ptr_array_index (facts, j);
      g_assert_nonnull (fact);
      g_assert_cmpstr (question->question, ==, fact->question);

      set_answer (profile, fact, TRUE);
      high = sum_up (profile);
      set_answer (profile, fact, FALSE);
      low = sum_up (profile);
      /* One that decides only together with others need not change anything alone. */
      if (question->smallest == 1)
        g_assert_true (!g_str_equal (high, low));

      jg_profile_set_fact_unknown (profile, fact->key);
      {
        g_autoptr (JgEligibility) again = jg_eligibility_check (catalogue, profile, TODAY, NULL);

        for (guint j = 0; j < again->questions->len; j++)
          g_assert_cmpstr (((JgQuestion *) g_ptr_array_index (again->questions, j))->fact, !=,
                           fact->key);
      }
      jg_profile_set_fact_absent (profile, fact->key);
    }
}

/* The order is likely, ask, no, future, ended, background. */
static void
test_order (void)
{
  g_autoptr (JgProfile) profile = read_profile (EVERYTHING);
  g_autoptr (JgEligibility) result = jg_eligibility_check (catalogue, profile, TODAY, NULL);

  for (guint i = 1; i < result->verdicts->len; i++)
    g_assert_cmpint (((JgVerdict *) g_ptr_array_index (result->verdicts, i - 1))->offer, <=,
                     ((JgVerdict *) g_ptr_array_index (result->verdicts, i))->offer);
  g_assert_cmpint (((JgVerdict *) g_ptr_array_index (result->verdicts, 0))->offer, ==,
                   JG_OFFER_LIKELY);
}

/* The counts of the table: 62 training measures, 30 in tier A, and the 25 new occupations linked. */
static void
test_counts (void)
{
  g_autoptr (GPtrArray) measures = jg_catalogue_list_measures (catalogue);
  guint tiers[3] = { 0 };
  guint n_all_new = 0;

  for (guint i = 0; i < measures->len; i++)
    {
      const JgMeasure *measure = g_ptr_array_index (measures, i);

      if (!g_str_equal (measure->kind, "training") &&
          !g_str_equal (measure->kind, "living-allowance") &&
          !g_str_equal (measure->kind, "skill-upgrade"))
        continue;
      tiers[*measure->tier - 'A']++;
      n_all_new += measure->occupations->len == 25;
      for (guint j = 0; j < measure->occupations->len; j++)
        {
          const JgOccupationLink *link = g_ptr_array_index (measure->occupations, j);
          g_autoptr (JgOccupation) occupation =
              jg_catalogue_get_occupation (catalogue, link->occupation);

          g_assert_nonnull (occupation);
          g_assert_nonnull (strstr (measure->quote, link->words));
          g_assert_cmpstr (occupation->origin, !=, "promoted");
        }
    }
  g_assert_cmpuint (tiers[0], ==, 30);
  g_assert_cmpuint (tiers[1], ==, 12);
  g_assert_cmpuint (tiers[2], ==, 20);
  g_assert_cmpuint (n_all_new, ==, 6);
}

int
main (int argc, char *argv[])
{
  g_autofree char *path =
      g_build_filename (g_getenv ("JOBGUIDE_BUILD_ROOT"), "data", "catalogue.db", NULL);
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);

  catalogue = jg_catalogue_open (path, &error);
  g_assert_no_error (error);

  g_test_add_func ("/catalogue-eligibility/never-offered", test_never_offered);
  g_test_add_func ("/catalogue-eligibility/words", test_words);
  g_test_add_func ("/catalogue-eligibility/people", test_people);
  g_test_add_func ("/catalogue-eligibility/caveats", test_caveats);
  g_test_add_func ("/catalogue-eligibility/questions", test_questions);
  g_test_add_func ("/catalogue-eligibility/order", test_order);
  g_test_add_func ("/catalogue-eligibility/counts", test_counts);
  result = g_test_run ();

  g_clear_object (&catalogue);
  return result;
}
