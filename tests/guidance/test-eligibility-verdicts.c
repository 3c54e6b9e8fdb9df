/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The three verdicts and the offer, over measures made here. */

#include <string.h>

#include "jg-eligibility-private.h"

typedef struct
{
  const char *tier;
  const char *force;
  const char *beneficiary;
  const char *region;
  const char *anchor;
  const char *basis;
  const char *from;
  const char *to;
  const char *words; /* about the time */
  const char *conditions;
  const char *worker;
} Spec;

static JgCondition *
read_condition (const char *json)
{
  g_autoptr (JsonNode) node = json != NULL ? json_from_string (json, NULL) : NULL;

  return node != NULL ? jg_condition_new_from_json (node, NULL) : NULL;
}

static JgMeasure *
make_measure (const char *id, const Spec *spec)
{
  JgMeasure *measure = jg_measure_new ();

  measure->id = g_strdup (id);
  measure->name = g_strdup (id);
  measure->tier = g_strdup (spec->tier != NULL ? spec->tier : "A");
  measure->force = g_strdup (spec->force != NULL ? spec->force : "grants");
  measure->beneficiaries =
      g_strsplit (spec->beneficiary != NULL ? spec->beneficiary : "individual", " ", -1);
  measure->region_code = g_strdup (spec->region != NULL ? spec->region : "000000");
  measure->region_name = g_strdup ("某地");
  measure->region_anchor = g_strdup (spec->anchor);
  measure->document_date = g_strdup ("2019-06-30");
  measure->clause = g_strdup ("一（一）");
  measure->quote = g_strdup ("原文");
  measure->conditions = read_condition (spec->conditions);
  measure->worker = read_condition (spec->worker);
  measure->employer_line = g_strdup (spec->worker != NULL ? "雇用您，单位可能可以申请" : NULL);
  measure->validity_basis = g_strdup (spec->basis != NULL ? spec->basis : "none");
  measure->valid_from = g_strdup (spec->from);
  measure->valid_to = g_strdup (spec->to);
  measure->validity_quote =
      g_strdup (spec->words != NULL ? spec->words : "上述新增补贴政策，受理截止");
  measure->occupation_basis = g_strdup ("all");
  measure->caveats = g_new0 (char *, 1);
  return measure;
}

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

static JgEligibility *
check_list (GPtrArray *measures, GPtrArray *facts, JgProfile *profile, const char *as_of)
{
  g_autoptr (JgEligibilityChecker) checker = jg_eligibility_checker_new (measures, facts);

  return jg_eligibility_checker_check (checker, profile, as_of, NULL);
}

static GPtrArray *judged; /* results, to which the verdicts belong */

static const JgVerdict *
judge (const Spec *spec, const char *keys, const char *as_of)
{
  g_autoptr (JgProfile) profile = read_profile (keys);
  g_autoptr (GPtrArray) measures =
      g_ptr_array_new_with_free_func ((GDestroyNotify) jg_measure_unref);
  g_autoptr (GPtrArray) facts = g_ptr_array_new ();
  JgEligibility *result;

  g_ptr_array_add (measures, make_measure ("m", spec));
  result = check_list (measures, facts, profile, as_of);
  g_ptr_array_add (judged, result);
  return g_ptr_array_index (result->verdicts, 0);
}

static gboolean
has_caveat (const JgVerdict *verdict, const char *part)
{
  for (guint i = 0; i < jg_verdict_get_caveats (verdict)->len; i++)
    if (strstr (g_ptr_array_index (jg_verdict_get_caveats (verdict), i), part) != NULL)
      return TRUE;
  return FALSE;
}

static void
test_validity (void)
{
  static const struct
  {
    Spec spec;
    const char *as_of;
    JgValidity validity;
    JgOffer offer;
    const char *words;
  } rows[] = {
    { { .basis = "none" },
      "2026-11-23",
      JG_VALIDITY_UNSTATED,
      JG_OFFER_LIKELY,
      "文中未写起止；发文已7年，须向经办机构确认" },
    { { .basis = "none" }, "2019-06-30", JG_VALIDITY_UNSTATED, JG_OFFER_LIKELY, "发文不满1年" },
    { { .basis = "none" }, "2020-06-29", JG_VALIDITY_UNSTATED, JG_OFFER_LIKELY, "发文不满1年" },
    { { .basis = "none" }, "2020-06-30", JG_VALIDITY_UNSTATED, JG_OFFER_LIKELY, "发文已1年" },
    { { .basis = "none" }, "2019-06-29", JG_VALIDITY_FUTURE, JG_OFFER_FUTURE, "发文日期晚于" },
    /* Both ends are inclusive. */
    { { .basis = "document-term", .from = "2020-09-01", .to = "2022-08-31" },
      "2020-08-31",
      JG_VALIDITY_FUTURE,
      JG_OFFER_FUTURE,
      "2020年9月1日至2022年8月31日；按 2020-08-31 判断，尚未开始" },
    { { .basis = "document-term", .from = "2020-09-01", .to = "2022-08-31" },
      "2020-09-01",
      JG_VALIDITY_OPEN,
      JG_OFFER_LIKELY,
      "在文中所写期限内" },
    { { .basis = "document-term", .from = "2020-09-01", .to = "2022-08-31" },
      "2022-08-31",
      JG_VALIDITY_OPEN,
      JG_OFFER_LIKELY,
      "以经办机构答复为准" },
    { { .basis = "document-term", .from = "2020-09-01", .to = "2022-08-31" },
      "2022-09-01",
      JG_VALIDITY_ENDED,
      JG_OFFER_ENDED,
      "已过文中期限" },
    { { .basis = "measure", .to = "2020-12" },
      "2020-12-31",
      JG_VALIDITY_OPEN,
      JG_OFFER_LIKELY,
      "起始日文中未写" },
    { { .basis = "measure", .to = "2020-12" },
      "2021-01-01",
      JG_VALIDITY_ENDED,
      JG_OFFER_ENDED,
      "文中实施期限" },
    { { .basis = "document-clause", .to = "2020-12-31" },
      "2021-01-01",
      JG_VALIDITY_ENDED,
      JG_OFFER_ENDED,
      "受理期限" },
    /* The doubtful end: only past it does it lower the offer. */
    { { .basis = "document-clause-ambiguous", .to = "2020-12-31" },
      "2020-12-31",
      JG_VALIDITY_UNCLEAR,
      JG_OFFER_LIKELY,
      "文末规定新增补贴政策受理截至2020年12月31日；本项是否属新增，文中未列，须确认" },
    { { .basis = "document-clause-ambiguous", .to = "2020-12-31" },
      "2021-01-01",
      JG_VALIDITY_UNCLEAR,
      JG_OFFER_ASK,
      "本项现在是否还受理" },
    { { .basis = "word-only", .words = "减免期间" },
      "2020-10-15",
      JG_VALIDITY_UNCLEAR,
      JG_OFFER_ASK,
      "文中的时间只写“减免期间”，未写日期" },
    /* For the people of some years: in doubt when these are over. */
    { { .basis = "cohort-only", .words = "2020 届" },
      "2020-12-31",
      JG_VALIDITY_UNCLEAR,
      JG_OFFER_LIKELY,
      "特定届别或年份的人员（“2020 届”）" },
    { { .basis = "cohort-only", .words = "2020 届" },
      "2021-01-01",
      JG_VALIDITY_UNCLEAR,
      JG_OFFER_ASK,
      "本项现在是否还受理" },
    { { .basis = "cohort-only", .words = "2020 年和 2021 年参加，共 10000 人" },
      "2021-12-31",
      JG_VALIDITY_UNCLEAR,
      JG_OFFER_LIKELY,
      "特定届别" },
    { { .basis = "cohort-only", .words = "应届" },
      "2020-10-15",
      JG_VALIDITY_UNCLEAR,
      JG_OFFER_ASK,
      "特定届别" },
    /* A deadline for authorities is not an end. */
    { { .basis = "target-date", .to = "2020-12-31" },
      "2026-11-23",
      JG_VALIDITY_UNSTATED,
      JG_OFFER_LIKELY,
      "不是本项的截止日期" },
    { { .basis = "document-commencement", .from = "2019-10-30" },
      "2019-10-29",
      JG_VALIDITY_FUTURE,
      JG_OFFER_FUTURE,
      "尚未开始" },
    { { .basis = "document-commencement", .from = "2019-10-30" },
      "2019-10-30",
      JG_VALIDITY_UNSTATED,
      JG_OFFER_LIKELY,
      "文件自2019年10月30日起施行，文中未写截止" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const JgVerdict *verdict = judge (&rows[i].spec, "", rows[i].as_of);

      g_test_message ("%s on %s", rows[i].spec.basis, rows[i].as_of);
      g_assert_cmpstr (jg_validity_nick (verdict->validity), ==,
                       jg_validity_nick (rows[i].validity));
      g_assert_cmpstr (jg_offer_nick (verdict->offer), ==, jg_offer_nick (rows[i].offer));
      g_assert_true (has_caveat (verdict, rows[i].words));
    }
}

static void
test_offer (void)
{
#define FACT "{\"fact\": \"a\"}"
#define MET "\"facts\": {\"a\": true}"
#define FAILED "\"facts\": {\"a\": false}"
  static const struct
  {
    Spec spec;
    const char *profile;
    JgState conditions;
    JgOffer offer;
  } rows[] = {
    { { .conditions = FACT }, MET, JG_STATE_MET, JG_OFFER_LIKELY },
    { { .conditions = FACT }, "", JG_STATE_UNKNOWN, JG_OFFER_ASK },
    { { .conditions = FACT }, FAILED, JG_STATE_FAILED, JG_OFFER_NO },
    /* By-rule never lowers, encouragement of a benefit neither. */
    { { .conditions = FACT, .force = "by-rule" }, MET, JG_STATE_MET, JG_OFFER_LIKELY },
    { { .conditions = FACT, .force = "encourage", .tier = "B" },
      MET,
      JG_STATE_MET,
      JG_OFFER_LIKELY },
    { { .conditions = FACT, .force = "local-option" }, MET, JG_STATE_MET, JG_OFFER_ASK },
    { { .conditions = FACT, .force = "local-option" }, FAILED, JG_STATE_FAILED, JG_OFFER_NO },
    { { .conditions = FACT, .force = "explore" }, MET, JG_STATE_MET, JG_OFFER_BACKGROUND },
    { { .conditions = FACT, .tier = "C", .force = "encourage" },
      FAILED,
      JG_STATE_FAILED,
      JG_OFFER_BACKGROUND },
    /* The order: background before ended before no. */
    { { .tier = "C", .basis = "measure", .to = "2020-12-31" },
      "",
      JG_STATE_MET,
      JG_OFFER_BACKGROUND },
    { { .conditions = FACT, .basis = "measure", .to = "2020-12-31" },
      FAILED,
      JG_STATE_FAILED,
      JG_OFFER_ENDED },
    { { .conditions = FACT, .basis = "measure", .from = "2027-01-01" },
      FAILED,
      JG_STATE_FAILED,
      JG_OFFER_FUTURE },
    { { .beneficiary = "employer", .worker = FACT }, MET, JG_STATE_MET, JG_OFFER_NO },
    { { .beneficiary = "training-provider" }, "", JG_STATE_UNKNOWN, JG_OFFER_NO },
    { { .beneficiary = "individual training-provider", .conditions = FACT },
      MET,
      JG_STATE_MET,
      JG_OFFER_LIKELY },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const JgVerdict *verdict = judge (&rows[i].spec, rows[i].profile, "2026-11-23");

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpstr (jg_state_nick (verdict->conditions), ==, jg_state_nick (rows[i].conditions));
      g_assert_cmpstr (jg_offer_nick (verdict->offer), ==, jg_offer_nick (rows[i].offer));
    }
}

static void
test_employer (void)
{
  static const Spec spec = { .beneficiary = "employer", .worker = FACT };
  const JgVerdict *met = judge (&spec, MET, "2026-11-23");
  const JgVerdict *unknown = judge (&spec, "", "2026-11-23");
  const JgVerdict *failed = judge (&spec, FAILED, "2026-11-23");
  const JgReason *reason = g_ptr_array_index (jg_verdict_get_reasons (met), 0);

  /* Whose money it is comes first; the line for the employer only where it may hold. */
  g_assert_nonnull (strstr (reason->condition, "用人单位"));
  g_assert_cmpint (reason->state, ==, JG_STATE_FAILED);
  g_assert_true (has_caveat (met, "雇用您"));
  g_assert_true (has_caveat (unknown, "雇用您"));
  g_assert_false (has_caveat (failed, "雇用您"));
  /* Nothing is asked for money that is someone else's. */
  g_assert_cmpuint (jg_verdict_get_ask (unknown)->len, ==, 0);
}

static void
test_region (void)
{
#define WORK_HERE "\"places\": {\"work\": \"440100\", \"household\": \"110000\"}"
#define HOUSEHOLD_HERE "\"places\": {\"work\": \"110000\", \"household\": \"440100\"}"
  static const struct
  {
    const char *anchor;
    const char *profile;
    JgState state;
    const char *key;
  } rows[] = {
    { NULL, "", JG_STATE_UNKNOWN, "place:residence" },
    { NULL, WORK_HERE, JG_STATE_MET, "place:work" },
    { NULL, HOUSEHOLD_HERE, JG_STATE_FAILED, "place:work" },
    { NULL, "\"places\": {\"household\": \"440100\"}", JG_STATE_MET, "place:household" },
    { NULL, "\"places\": {\"insured\": \"440100\", \"household\": \"110000\"}", JG_STATE_MET,
      "place:insured" },
    { "household", WORK_HERE, JG_STATE_FAILED, "place:household" },
    { "household", HOUSEHOLD_HERE, JG_STATE_MET, "place:household" },
    { "insured", WORK_HERE, JG_STATE_UNKNOWN, "place:insured" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const Spec spec = { .region = "440000", .anchor = rows[i].anchor };
      const JgVerdict *verdict = judge (&spec, rows[i].profile, "2026-11-23");
      const JgReason *reason = g_ptr_array_index (jg_verdict_get_reasons (verdict), 0);

      g_test_message ("anchor %s, %s", rows[i].anchor, rows[i].profile);
      g_assert_cmpint (verdict->conditions, ==, rows[i].state);
      g_assert_cmpint (reason->state, ==, rows[i].state);
      g_assert_cmpstr (reason->fact, ==, rows[i].key);
    }

  {
    const Spec spec = { .region = "440000" };
    const JgVerdict *verdict = judge (&spec, "", "2026-11-23");
    const Spec national = { .region = "000000", .anchor = "household" };
    const JgVerdict *everywhere = judge (&national, "", "2026-11-23");

    /* A field of the profile is asked for like a fact. */
    g_assert_cmpuint (jg_verdict_get_ask (verdict)->len, ==, 1);
    g_assert_cmpstr (g_ptr_array_index (jg_verdict_get_ask (verdict), 0), ==, "place:residence");
    g_assert_cmpint (everywhere->conditions, ==, JG_STATE_MET);
    g_assert_cmpuint (jg_verdict_get_reasons (everywhere)->len, ==, 0);
  }
}

static JgFact *
make_fact (const char *key, const char *type)
{
  JgFact *fact = g_new0 (JgFact, 1);

  fact->key = g_strdup (key);
  fact->type = g_strdup (type);
  fact->question = g_strconcat (key, "？", NULL);
  return fact;
}

static void
free_fact (gpointer data)
{
  JgFact *fact = data;

  g_free (fact->key);
  g_free (fact->type);
  g_free (fact->question);
  g_strfreev (fact->implied_by);
  g_free (fact);
}

static GPtrArray *
make_facts (void)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func (free_fact);

  g_ptr_array_add (facts, make_fact ("a", "boolean"));
  g_ptr_array_add (facts, make_fact ("b", "boolean"));
  g_ptr_array_add (facts, make_fact ("c", "boolean"));
  g_ptr_array_add (facts, make_fact ("d", "date"));
  return facts;
}

static char *
list_questions (const JgEligibility *result)
{
  g_autoptr (GString) string = g_string_new (NULL);

  for (guint i = 0; i < result->questions->len; i++)
    {
      const JgQuestion *question = g_ptr_array_index (result->questions, i);

      g_string_append_printf (string, "%s%s:%u", i > 0 ? " " : "", question->fact,
                              question->decides);
    }
  return g_string_free (g_steal_pointer (&string), FALSE);
}

static void
test_questions (void)
{
  static const Spec specs[] = {
    { .conditions = "{\"all\": [{\"fact\": \"a\"}, {\"fact\": \"b\"}]}", .tier = "B" },
    { .conditions = "{\"fact\": \"b\"}", .tier = "B" },
    { .conditions = "{\"fact\": \"c\"}", .tier = "A" },
    /* None of these asks: it has ended, it is background, it is an employer's. */
    { .conditions = "{\"fact\": \"c\"}", .basis = "measure", .to = "2020-12-31" },
    { .conditions = "{\"fact\": \"c\"}", .tier = "C" },
    { .worker = "{\"fact\": \"c\"}", .beneficiary = "employer" },
  };
  g_autoptr (GPtrArray) measures =
      g_ptr_array_new_with_free_func ((GDestroyNotify) jg_measure_unref);
  g_autoptr (GPtrArray) facts = make_facts ();
  static const struct
  {
    const char *profile;
    const char *questions;
  } rows[] = {
    /* b decides most; of a and c, c decides a benefit. */
    { "", "b:2 c:1 a:1" },
    { "\"facts\": {\"b\": false}", "c:1" },
    { "\"facts\": {\"b\": null}", "c:1 a:1" },
    { "\"facts\": {\"a\": true, \"b\": true, \"c\": false}", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (specs); i++)
    {
      g_autofree char *id = g_strdup_printf ("m%" G_GSIZE_FORMAT, i);

      g_ptr_array_add (measures, make_measure (id, &specs[i]));
    }

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (JgProfile) profile = read_profile (rows[i].profile);
      g_autoptr (JgEligibility) result = check_list (measures, facts, profile, "2026-11-23");
      g_autofree char *questions = list_questions (result);

      g_assert_cmpuint (result->verdicts->len, ==, measures->len);
      g_assert_cmpstr (questions, ==, rows[i].questions);
      for (guint j = 1; j < result->verdicts->len; j++)
        {
          const JgVerdict *before = g_ptr_array_index (result->verdicts, j - 1);
          const JgVerdict *after = g_ptr_array_index (result->verdicts, j);

          g_assert_cmpint (before->offer, <=, after->offer);
        }
    }
}

/* A fact that another holds by its meaning: where it was not said or is not known, the other can still decide. */
static void
test_implied_questions (void)
{
  static const Spec specs[] = { { .conditions = "{\"fact\": \"a\"}" },
                                { .conditions = "{\"not\": {\"fact\": \"a\"}}" },
                                { .conditions =
                                      "{\"any\": [{\"fact\": \"a\"}, {\"fact\": \"c\"}]}" } };
  static const struct
  {
    gsize spec;
    const char *profile;
    JgState state;
    const char *questions;
  } rows[] = {
    /* b holds a, c holds b. */
    { 0, "", JG_STATE_UNKNOWN, "a:1 b:1 c:1" },
    { 0, "\"facts\": {\"a\": null}", JG_STATE_UNKNOWN, "b:1 c:1" },
    { 0, "\"facts\": {\"a\": null, \"b\": false}", JG_STATE_UNKNOWN, "" },
    { 0, "\"facts\": {\"a\": null, \"b\": null}", JG_STATE_UNKNOWN, "c:1" },
    { 0, "\"facts\": {\"a\": null, \"b\": null, \"c\": false}", JG_STATE_UNKNOWN, "" },
    { 0, "\"facts\": {\"b\": true}", JG_STATE_MET, "" },
    { 0, "\"facts\": {\"a\": null, \"c\": true}", JG_STATE_MET, "" },
    { 0, "\"facts\": {\"a\": false}", JG_STATE_FAILED, "" },
    { 1, "\"facts\": {\"a\": null}", JG_STATE_UNKNOWN, "b:1 c:1" },
    { 1, "\"facts\": {\"c\": true}", JG_STATE_FAILED, "" },
    /* Who has c has a: “no” to c and a needs two answers, “yes” to any one. */
    { 2, "", JG_STATE_UNKNOWN, "a:1 b:1 c:1" },
    /* With a denied, “yes” to c cannot be true; “no” decides. */
    { 2, "\"facts\": {\"a\": false}", JG_STATE_UNKNOWN, "c:1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) measures =
          g_ptr_array_new_with_free_func ((GDestroyNotify) jg_measure_unref);
      g_autoptr (GPtrArray) facts = make_facts ();
      g_autoptr (JgProfile) profile = read_profile (rows[i].profile);
      g_autoptr (JgEligibility) result = NULL;
      g_autofree char *questions = NULL;

      ((JgFact *) g_ptr_array_index (facts, 0))->implied_by = g_strsplit ("b", ",", -1);
      ((JgFact *) g_ptr_array_index (facts, 1))->implied_by = g_strsplit ("c", ",", -1);
      g_ptr_array_add (measures, make_measure ("m", &specs[rows[i].spec]));
      result = check_list (measures, facts, profile, "2026-11-23");
      questions = list_questions (result);
      g_test_message ("%s", rows[i].profile);
      g_assert_cmpint (((JgVerdict *) g_ptr_array_index (result->verdicts, 0))->conditions, ==,
                       rows[i].state);
      g_assert_cmpstr (questions, ==, rows[i].questions);
    }
}

/* The words are made when they are asked for, from the answers and the day the verdict was made of. */
static void
test_late_words (void)
{
  static const Spec spec = { .conditions =
                                 "{\"all\": [{\"fact\": \"a\"}, {\"age\": {\"at_most\": 20}}]}" };
  g_autoptr (GPtrArray) measures =
      g_ptr_array_new_with_free_func ((GDestroyNotify) jg_measure_unref);
  g_autoptr (GPtrArray) facts = make_facts ();
  g_autoptr (JgProfile) profile = read_profile ("\"facts\": {\"a\": true}, \"age\": 20");
  g_autoptr (JgEligibilityChecker) checker = NULL;
  g_autoptr (JgEligibility) early = NULL;
  g_autoptr (JgEligibility) late = NULL;
  const JgVerdict *first, *second;
  const JgReason *reason;

  g_ptr_array_add (measures, make_measure ("m", &spec));
  checker = jg_eligibility_checker_new (measures, facts);
  early = jg_eligibility_checker_check (checker, profile, "2020-10-15", NULL);
  jg_profile_set_fact_boolean (profile, "a", FALSE);
  jg_profile_set_age (profile, 30);
  late = jg_eligibility_checker_check (checker, profile, "2026-01-01", NULL);
  jg_profile_set_fact_absent (profile, "a");
  g_clear_pointer (&checker, jg_eligibility_checker_unref);

  first = g_ptr_array_index (early->verdicts, 0);
  second = g_ptr_array_index (late->verdicts, 0);
  for (guint i = 0; i < 2; i++)
    {
      reason = g_ptr_array_index (jg_verdict_get_reasons (first), 0);
      g_assert_cmpint (reason->state, ==, JG_STATE_MET);
      reason = g_ptr_array_index (jg_verdict_get_reasons (second), 0);
      g_assert_cmpint (reason->state, ==, JG_STATE_FAILED);
      g_assert_true (has_caveat (first, "正好20周岁"));
      g_assert_false (has_caveat (second, "周岁"));
      g_assert_true (has_caveat (first, "发文已1年"));
      g_assert_true (has_caveat (second, "发文已6年"));
      g_assert_true (jg_verdict_get_reasons (first) == jg_verdict_get_reasons (first));
    }
}

/* Every condition stands in the checked list, a step in where it belongs to others; what is shut out in one line. */
static void
test_checks (void)
{
  static const struct
  {
    Spec spec;
    const char *profile;
    const char *lines;
  } rows[] = {
    { { .conditions = NULL }, "", "" },
    { { .conditions = "{\"fact\": \"a\", \"text\": \"甲\"}" }, "", "0?甲" },
    { { .conditions =
            "{\"all\": [{\"fact\": \"a\", \"text\": \"甲\"}, {\"not\": {\"fact\": \"b\", \"text\": "
            "\"乙\"}}]}" },
      "\"facts\": {\"a\": true, \"b\": true}",
      "0+甲 0-不属于：乙" },
    { { .conditions = "{\"any\": [{\"fact\": \"a\", \"text\": \"甲\"}, {\"all\": [{\"fact\": "
                      "\"b\", \"text\": "
                      "\"乙\"}, {\"sex\": \"male\"}], \"text\": \"丙\"}], \"open\": true, "
                      "\"text\": \"甲或丙等\"}" },
      "\"facts\": {\"a\": false}, \"sex\": \"male\"",
      "0?甲或丙等* 1-甲 1?丙 2?乙 2+男性 1?其他情形：文中的名单没有列尽（“等”）" },
    { { .worker = "{\"fact\": \"a\", \"text\": \"甲\"}",
        .beneficiary = "employer",
        .region = "440000" },
      "\"places\": {\"residence\": \"440300\"}",
      "0-补贴或支持给用人单位，不是给求职者本人 0+适用地区：某地（看常住地） 0?甲" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const JgVerdict *verdict = judge (&rows[i].spec, rows[i].profile, "2026-11-23");
      g_autoptr (GPtrArray) checks = jg_verdict_list_checks (verdict);
      g_autoptr (GString) lines = g_string_new (NULL);

      for (guint k = 0; k < checks->len; k++)
        {
          const JgCheckLine *check = g_ptr_array_index (checks, k);

          g_string_append_printf (lines, "%s%u%c%s%s", k > 0 ? " " : "", check->depth,
                                  "-?+"[check->reason->state], check -> reason -> condition,
                                  check -> one_of ? "*" : "");
        }
      g_assert_cmpstr (lines->str, ==, rows[i].lines);
    }
}

static void
test_warnings (void)
{
  g_autoptr (GPtrArray) measures = g_ptr_array_new ();
  g_autoptr (GPtrArray) facts = make_facts ();
  static const struct
  {
    const char *profile;
    const char *part;
  } rows[] = {
    { "\"facts\": {\"zzz\": true}", "zzz" },
    { "\"facts\": {\"a\": 3}", "类型" },
    { "\"facts\": {\"d\": \"2026-11-24\"}", "晚于判断日期" },
    { "\"birth\": \"2026-11-24\"", "出生日期" },
    { "\"facts\": {\"a\": null, \"b\": true, \"d\": \"2026-11-23\"}, \"birth\": \"1990\"", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (JgProfile) profile = read_profile (rows[i].profile);
      g_autoptr (JgEligibility) result = check_list (measures, facts, profile, "2026-11-23");

      g_assert_cmpuint (result->warnings->len, ==, rows[i].part != NULL ? 1 : 0);
      if (rows[i].part != NULL)
        g_assert_nonnull (strstr (g_ptr_array_index (result->warnings, 0), rows[i].part));
    }
}

static void
test_occupation (void)
{
  static const Spec spec = { .conditions = "{\"occupation\": \"linked\"}" };
  g_autoptr (JgMeasure) measure = make_measure ("m", &spec);
  g_autoptr (JgProfile) profile = read_profile ("");
  JgOccupationLink *link = g_new0 (JgOccupationLink, 1);
  g_autoptr (GPtrArray) measures = g_ptr_array_new ();
  g_autoptr (GPtrArray) facts = g_ptr_array_new ();
  static const struct
  {
    const char *basis;
    const char *occupation;
    JgState state;
  } rows[] = {
    { "explicit", NULL, JG_STATE_UNKNOWN },
    { "explicit", "occ.x", JG_STATE_MET },
    { "explicit", "occ.y", JG_STATE_FAILED },
    { "natural", "occ.x", JG_STATE_UNKNOWN },
  };

  link->occupation = g_strdup ("occ.x");
  g_ptr_array_add (measure->occupations, link);
  g_ptr_array_add (measures, measure);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (JgEligibilityChecker) checker = NULL;
      g_autoptr (JgEligibility) result = NULL;

      g_free (link->basis);
      link->basis = g_strdup (rows[i].basis);
      g_free (measure->occupation_basis);
      measure->occupation_basis = g_strdup (rows[i].basis);
      checker = jg_eligibility_checker_new (measures, facts);
      result = jg_eligibility_checker_check (checker, profile, "2026-11-23", rows[i].occupation);
      g_assert_cmpint (((JgVerdict *) g_ptr_array_index (result->verdicts, 0))->conditions, ==,
                       rows[i].state);
    }
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  judged = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_eligibility_free);

  g_test_add_func ("/verdicts/validity", test_validity);
  g_test_add_func ("/verdicts/offer", test_offer);
  g_test_add_func ("/verdicts/employer", test_employer);
  g_test_add_func ("/verdicts/region", test_region);
  g_test_add_func ("/verdicts/questions", test_questions);
  g_test_add_func ("/verdicts/implied-questions", test_implied_questions);
  g_test_add_func ("/verdicts/checks", test_checks);
  g_test_add_func ("/verdicts/late-words", test_late_words);
  g_test_add_func ("/verdicts/warnings", test_warnings);
  g_test_add_func ("/verdicts/occupation", test_occupation);

  result = g_test_run ();
  g_ptr_array_unref (judged);
  return result;
}
