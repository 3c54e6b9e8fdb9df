/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Condition trees: strict reading, strong Kleene logic, bounds, dates, what is asked and why. */

#include <string.h>

#include "jg-condition-reasons.h"
#include "jg-kleene.h"

static JgCondition *
read_condition (const char *json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = json_from_string (json, &error);
  JgCondition *condition;

  g_assert_no_error (error);
  condition = jg_condition_new_from_json (node, &error);
  g_assert_no_error (error);
  g_assert_nonnull (condition);
  return condition;
}

/* keys is what stands between the braces after the schema. */
static JgProfile *
read_profile (const char *keys)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *data =
      g_strdup_printf ("{\"schema\": \"jobguide-profile/1\"%s%s}", *keys != '\0' ? ", " : "", keys);
  JgProfile *profile = jg_profile_new_from_data (data, -1, "test", &error);

  g_assert_no_error (error);
  return profile;
}

static JgState
check (const char *json, const char *keys, const char *as_of)
{
  g_autoptr (JgCondition) condition = read_condition (json);
  g_autoptr (JgProfile) profile = read_profile (keys);
  JgConditionContext context;

  g_assert_true (jg_condition_context_init (&context, profile, as_of, JG_STATE_UNKNOWN));
  return jg_condition_check (condition, &context);
}

typedef struct
{
  const char *condition;
  const char *profile;
  const char *as_of;
  JgState expected;
} Row;

static void
check_rows (const Row *rows, gsize n_rows)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      JgState state = check (rows[i].condition, rows[i].profile,
                             rows[i].as_of != NULL ? rows[i].as_of : "2026-11-23");

      if (state != rows[i].expected)
        g_test_message ("%s over {%s}", rows[i].condition, rows[i].profile);
      g_assert_cmpstr (jg_state_nick (state), ==, jg_state_nick (rows[i].expected));
    }
}

static void
test_kleene (void)
{
  static const char *const values[] = { "false", "null", "true" };
  static const JgState states[] = { JG_STATE_FAILED, JG_STATE_UNKNOWN, JG_STATE_MET };
  static const JgState expected_and[3][3] = {
    { JG_STATE_FAILED, JG_STATE_FAILED, JG_STATE_FAILED },
    { JG_STATE_FAILED, JG_STATE_UNKNOWN, JG_STATE_UNKNOWN },
    { JG_STATE_FAILED, JG_STATE_UNKNOWN, JG_STATE_MET },
  };
  static const JgState expected_or[3][3] = {
    { JG_STATE_FAILED, JG_STATE_UNKNOWN, JG_STATE_MET },
    { JG_STATE_UNKNOWN, JG_STATE_UNKNOWN, JG_STATE_MET },
    { JG_STATE_MET, JG_STATE_MET, JG_STATE_MET },
  };
  static const JgState expected_not[3] = { JG_STATE_MET, JG_STATE_UNKNOWN, JG_STATE_FAILED };
  static const JgState expected_open[3][3] = {
    { JG_STATE_UNKNOWN, JG_STATE_UNKNOWN, JG_STATE_MET },
    { JG_STATE_UNKNOWN, JG_STATE_UNKNOWN, JG_STATE_MET },
    { JG_STATE_MET, JG_STATE_MET, JG_STATE_MET },
  };

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *one = g_strdup_printf ("\"facts\": {\"a\": %s}", values[i]);

      g_assert_cmpint (check ("{\"not\": {\"fact\": \"a\"}}", one, "2026-11-23"), ==,
                       expected_not[i]);
      g_assert_cmpint (jg_state_not (states[i]), ==, expected_not[i]);
      for (guint j = 0; j < 3; j++)
        {
          g_autofree char *two =
              g_strdup_printf ("\"facts\": {\"a\": %s, \"b\": %s}", values[i], values[j]);

          g_assert_cmpint (jg_state_and (states[i], states[j]), ==, expected_and[i][j]);
          g_assert_cmpint (jg_state_or (states[i], states[j]), ==, expected_or[i][j]);
          g_assert_cmpint (
              check ("{\"all\": [{\"fact\": \"a\"}, {\"fact\": \"b\"}]}", two, "2026-11-23"), ==,
              expected_and[i][j]);
          g_assert_cmpint (
              check ("{\"any\": [{\"fact\": \"a\"}, {\"fact\": \"b\"}]}", two, "2026-11-23"), ==,
              expected_or[i][j]);
          g_assert_cmpint (
              check ("{\"any\": [{\"fact\": \"a\"}, {\"fact\": \"b\"}], \"open\": true}", two,
                     "2026-11-23"),
              ==, expected_open[i][j]);
        }
    }
}

static void
test_age (void)
{
#define AT_MOST_20 "{\"age\": {\"at_most\": 20}}"
#define AT_LEAST_16 "{\"age\": {\"at_least\": 16}}"
  static const Row rows[] = {
    { AT_MOST_20, "", NULL, JG_STATE_UNKNOWN },
    { AT_MOST_20, "\"age\": 19", NULL, JG_STATE_MET },
    { AT_MOST_20, "\"age\": 20", NULL, JG_STATE_UNKNOWN },
    { AT_MOST_20, "\"age\": 21", NULL, JG_STATE_FAILED },
    /* The day before the 20th birthday, the birthday, and the 21st. */
    { AT_MOST_20, "\"birth\": \"2000-10-16\"", "2020-10-15", JG_STATE_MET },
    { AT_MOST_20, "\"birth\": \"2000-10-15\"", "2020-10-15", JG_STATE_UNKNOWN },
    { AT_MOST_20, "\"birth\": \"1999-10-15\"", "2020-10-15", JG_STATE_FAILED },
    { AT_MOST_20, "\"birth\": \"1999-10-16\"", "2020-10-15", JG_STATE_UNKNOWN },
    /* A year alone: 18 or 19; 19 or 20; 21 or 22. */
    { AT_MOST_20, "\"birth\": \"2001\"", "2020-10-15", JG_STATE_MET },
    { AT_MOST_20, "\"birth\": \"2000\"", "2020-10-15", JG_STATE_UNKNOWN },
    { AT_MOST_20, "\"birth\": \"1998\"", "2020-10-15", JG_STATE_FAILED },
    { AT_LEAST_16, "\"age\": 15", NULL, JG_STATE_FAILED },
    { AT_LEAST_16, "\"age\": 16", NULL, JG_STATE_MET },
    { AT_LEAST_16, "\"birth\": \"2010-11\"", "2026-11-23", JG_STATE_UNKNOWN },
    { AT_LEAST_16, "\"birth\": \"2010-10\"", "2026-11-23", JG_STATE_MET },
    /* A birth after the as-of date is no birth. */
    { AT_LEAST_16, "\"birth\": \"2027-01-01\"", "2026-11-23", JG_STATE_UNKNOWN },
    { "{\"age\": {\"at_least\": 16, \"less_than\": 60}}", "\"age\": 59", NULL, JG_STATE_MET },
    { "{\"age\": {\"at_least\": 16, \"less_than\": 60}}", "\"age\": 60", NULL, JG_STATE_FAILED },
    { "{\"age\": {\"more_than\": 40}}", "\"age\": 40", NULL, JG_STATE_UNKNOWN },
    { "{\"age\": {\"more_than\": 40}}", "\"age\": 41", NULL, JG_STATE_MET },
    { "{\"age\": {\"more_than\": 40}}", "\"age\": 39", NULL, JG_STATE_FAILED },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

static void
test_facts (void)
{
#define MONTHS "{\"fact\": \"months-insured\", \"at_least\": 36}"
#define LEVEL "{\"fact\": \"skill-level\", \"is\": [\"senior\", \"technician\"]}"
  static const Row rows[] = {
    { "{\"fact\": \"a\"}", "", NULL, JG_STATE_UNKNOWN },
    { "{\"fact\": \"a\"}", "\"facts\": {\"a\": null}", NULL, JG_STATE_UNKNOWN },
    { "{\"fact\": \"a\"}", "\"facts\": {\"a\": true}", NULL, JG_STATE_MET },
    { "{\"fact\": \"a\"}", "\"facts\": {\"a\": false}", NULL, JG_STATE_FAILED },
    { "{\"fact\": \"a\"}", "\"facts\": {\"a\": 1}", NULL, JG_STATE_UNKNOWN },
    { MONTHS, "\"facts\": {\"months-insured\": 35}", NULL, JG_STATE_FAILED },
    { MONTHS, "\"facts\": {\"months-insured\": 36}", NULL, JG_STATE_UNKNOWN },
    { "{\"fact\": \"months-insured\", \"at_least\": 3, \"inclusive\": true}",
      "\"facts\": {\"months-insured\": 3}", NULL, JG_STATE_MET },
    { "{\"fact\": \"months-insured\", \"at_least\": 3, \"inclusive\": true}",
      "\"facts\": {\"months-insured\": 2}", NULL, JG_STATE_FAILED },
    { "{\"fact\": \"months-insured\", \"at_most\": 3, \"inclusive\": true}",
      "\"facts\": {\"months-insured\": 3}", NULL, JG_STATE_MET },
    { MONTHS, "\"facts\": {\"months-insured\": null}", NULL, JG_STATE_UNKNOWN },
    { LEVEL, "\"facts\": {\"skill-level\": \"technician\"}", NULL, JG_STATE_MET },
    { LEVEL, "\"facts\": {\"skill-level\": \"junior\"}", NULL, JG_STATE_FAILED },
    { LEVEL, "\"facts\": {\"skill-level\": true}", NULL, JG_STATE_UNKNOWN },
    { "{\"sex\": \"female\"}", "\"sex\": \"female\"", NULL, JG_STATE_MET },
    { "{\"sex\": \"female\"}", "\"sex\": \"male\"", NULL, JG_STATE_FAILED },
    { "{\"sex\": \"female\"}", "", NULL, JG_STATE_UNKNOWN },
    { "{\"education\": {\"at_least\": \"associate\"}}", "\"education\": \"associate\"", NULL,
      JG_STATE_MET },
    { "{\"education\": {\"at_least\": \"associate\"}}", "\"education\": \"senior-secondary\"", NULL,
      JG_STATE_FAILED },
    { "{\"education\": {\"is\": [\"junior-secondary\"]}}", "\"education\": \"bachelor\"", NULL,
      JG_STATE_FAILED },
    { "{\"wants\": \"training\"}", "\"wants\": [\"training\"]", NULL, JG_STATE_MET },
    { "{\"wants\": \"training\"}", "\"wants\": [\"loan\"]", NULL, JG_STATE_UNKNOWN },
    { "{\"ask\": \"在不在目录里？\"}", "", NULL, JG_STATE_UNKNOWN },
    { "{\"occupation\": \"linked\"}", "", NULL, JG_STATE_UNKNOWN },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

static void
test_dates (void)
{
#define SAME_YEAR "{\"fact\": \"d\", \"same_year\": true}"
#define HALF_YEAR "{\"fact\": \"d\", \"at_least\": 6, \"unit\": \"months\"}"
#define HALF_YEAR_FULL                                                                             \
  "{\"fact\": \"d\", \"at_least\": 6, \"unit\": \"months\", \"inclusive\": true}"
#define TWO_YEARS "{\"fact\": \"d\", \"at_most\": 2, \"unit\": \"years\"}"
#define D(date) "\"facts\": {\"d\": \"" date "\"}"
  static const Row rows[] = {
    { SAME_YEAR, D ("2026-01-01"), "2026-11-23", JG_STATE_MET },
    { SAME_YEAR, D ("2025-12-31"), "2026-11-23", JG_STATE_FAILED },
    { SAME_YEAR, D ("2026"), "2026-11-23", JG_STATE_MET },
    /* After the as-of date is as good as absent, the day itself is not. */
    { SAME_YEAR, D ("2026-11-24"), "2026-11-23", JG_STATE_UNKNOWN },
    { SAME_YEAR, D ("2026-11-23"), "2026-11-23", JG_STATE_MET },
    { SAME_YEAR, D ("2026-12"), "2026-11-23", JG_STATE_UNKNOWN },
    /* The day itself on which a term is full: whether 以上 includes it is not in the texts. */
    { HALF_YEAR, D ("2026-05-22"), "2026-11-23", JG_STATE_MET },
    { HALF_YEAR, D ("2026-05-23"), "2026-11-23", JG_STATE_UNKNOWN },
    { HALF_YEAR_FULL, D ("2026-05-23"), "2026-11-23", JG_STATE_MET },
    { HALF_YEAR_FULL, D ("2026-05-24"), "2026-11-23", JG_STATE_FAILED },
    { HALF_YEAR, D ("2026-05-24"), "2026-11-23", JG_STATE_FAILED },
    { HALF_YEAR, D ("2026-05"), "2026-11-23", JG_STATE_UNKNOWN },
    { HALF_YEAR, D ("2026-04"), "2026-11-23", JG_STATE_MET },
    { HALF_YEAR, D ("2020-08-31"), "2021-02-28", JG_STATE_UNKNOWN },
    { HALF_YEAR, D ("2020-08-31"), "2021-03-01", JG_STATE_MET },
    { TWO_YEARS, D ("2024-11-24"), "2026-11-23", JG_STATE_MET },
    { TWO_YEARS, D ("2024-11-23"), "2026-11-23", JG_STATE_UNKNOWN },
    { TWO_YEARS, D ("2024-11-22"), "2026-11-23", JG_STATE_FAILED },
    { "{\"fact\": \"d\", \"more_than\": 2, \"unit\": \"years\"}", D ("2024-11-23"), "2026-11-23",
      JG_STATE_UNKNOWN },
    { "{\"fact\": \"d\", \"more_than\": 2, \"unit\": \"years\"}", D ("2024-11-24"), "2026-11-23",
      JG_STATE_FAILED },
    { "{\"fact\": \"d\", \"less_than\": 30, \"unit\": \"days\"}", D ("2026-10-23"), "2026-11-23",
      JG_STATE_FAILED },
    { "{\"fact\": \"d\", \"less_than\": 30, \"unit\": \"days\"}", D ("2026-10-24"), "2026-11-23",
      JG_STATE_UNKNOWN },
    /* No time at all: on the day itself it has begun. */
    { "{\"fact\": \"d\", \"at_least\": 0, \"unit\": \"days\"}", D ("2026-11-23"), "2026-11-23",
      JG_STATE_MET },
    { "{\"fact\": \"d\", \"less_than\": 30, \"unit\": \"days\"}", D ("2026-10-25"), "2026-11-23",
      JG_STATE_MET },
    /* Holds in the middle of the month only. */
    { "{\"fact\": \"d\", \"at_least\": 5, \"at_most\": 10, \"unit\": \"days\"}", D ("2026-10"),
      "2026-11-01", JG_STATE_UNKNOWN },
    { "{\"fact\": \"d\", \"on_or_after\": \"2020-01-01\"}", D ("2020-01-01"), NULL, JG_STATE_MET },
    { "{\"fact\": \"d\", \"on_or_after\": \"2020-01-01\"}", D ("2019-12-31"), NULL,
      JG_STATE_FAILED },
    { "{\"fact\": \"d\", \"on_or_before\": \"2020-12\"}", D ("2020-12-31"), NULL, JG_STATE_MET },
    { "{\"fact\": \"d\", \"on_or_before\": \"2020-12\"}", D ("2021-01-01"), NULL, JG_STATE_FAILED },
    { "{\"fact\": \"d\", \"on_or_after\": \"2020-06-15\"}", D ("2020-06"), NULL, JG_STATE_UNKNOWN },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

static void
test_places (void)
{
#define GUANGDONG "{\"place\": \"household\", \"in\": [\"440000\"]}"
  static const Row rows[] = {
    { GUANGDONG, "\"places\": {\"household\": \"440106\"}", NULL, JG_STATE_MET },
    { GUANGDONG, "\"places\": {\"household\": \"450000\"}", NULL, JG_STATE_FAILED },
    { GUANGDONG, "\"places\": {\"work\": \"440106\"}", NULL, JG_STATE_UNKNOWN },
    { "{\"place\": \"work\", \"in\": [\"330000\", \"440000\"]}",
      "\"places\": {\"work\": \"330800\"}", NULL, JG_STATE_MET },
  };

  check_rows (rows, G_N_ELEMENTS (rows));

  /* 371000 is a city; 3711 is another one. A province does not settle a city. */
  g_assert_cmpint (jg_place_check ("371002", "371000"), ==, JG_STATE_MET);
  g_assert_cmpint (jg_place_check ("371100", "371000"), ==, JG_STATE_FAILED);
  g_assert_cmpint (jg_place_check ("330000", "330800"), ==, JG_STATE_UNKNOWN);
  g_assert_cmpint (jg_place_check ("330800", "330000"), ==, JG_STATE_MET);
  g_assert_cmpint (jg_place_check (NULL, "330000"), ==, JG_STATE_UNKNOWN);
  g_assert_cmpint (jg_place_check (NULL, "000000"), ==, JG_STATE_MET);
}

/* “20岁以下有意愿的登记失业人员” does not bind the school leavers. */
static void
test_scope (void)
{
#define SCOPE                                                                                      \
  "{\"any\": [{\"fact\": \"not-continued-school\"},"                                               \
  " {\"all\": [{\"fact\": \"registered-unemployed\"}, {\"age\": {\"at_most\": 20}}]}]}"
  static const Row rows[] = {
    { SCOPE, "\"age\": 40, \"facts\": {\"not-continued-school\": true}", NULL, JG_STATE_MET },
    { SCOPE,
      "\"age\": 40, \"facts\": {\"not-continued-school\": false, \"registered-unemployed\": true}",
      NULL, JG_STATE_FAILED },
    { SCOPE,
      "\"age\": 19, \"facts\": {\"not-continued-school\": false, \"registered-unemployed\": true}",
      NULL, JG_STATE_MET },
    { SCOPE, "\"age\": 19, \"facts\": {\"registered-unemployed\": true}", NULL, JG_STATE_MET },
    { SCOPE, "\"age\": 40", NULL, JG_STATE_UNKNOWN },
  };

  check_rows (rows, G_N_ELEMENTS (rows));
}

/* A tree against a person, as the checker does it. */
typedef struct
{
  JgCondition *condition;
  JgProfile *profile;
  JgConditionContext context;
  JgConditionTable *table;
  JgConditionProgram *program;
  JgTableCheck *check;
  JgState state;
  guint8 *states;
} Judged;

static void
judge (Judged *self, const char *json, const char *keys)
{
  self->condition = read_condition (json);
  self->profile = read_profile (keys);
  g_assert_true (
      jg_condition_context_init (&self->context, self->profile, "2026-11-23", JG_STATE_UNKNOWN));
  self->table = jg_condition_table_new (NULL);
  self->program = jg_condition_program_new (self->table, self->condition, NULL, NULL);
  self->check = jg_condition_table_check (self->table, &self->context);
  self->states = g_malloc (self->program->n_nodes);
  self->state =
      jg_condition_program_evaluate (self->program, self->check, JG_STATE_UNKNOWN, self->states);
  /* Two ways to the same state. */
  g_assert_cmpint (self->state, ==, jg_condition_check (self->condition, &self->context));
}

static void
judged_clear (Judged *self)
{
  g_free (self->states);
  jg_table_check_free (self->check);
  jg_condition_program_free (self->program);
  jg_condition_table_free (self->table);
  g_object_unref (self->profile);
  jg_condition_free (self->condition);
}

static char *
join_keys (const Judged *judged, const JgKeySet *keys)
{
  g_autoptr (GString) string = g_string_new (NULL);

  for (guint i = 0; i < keys->n; i++)
    g_string_append_printf (string, "%s%s", i > 0 ? " " : "",
                            jg_condition_table_get_key (judged->table, keys->keys[i]));
  return g_string_free (g_steal_pointer (&string), FALSE);
}

/* What could be asked; and first, what a smallest set of answers holds. */
static char *
get_ask (const char *json, const char *keys, char **first)
{
  g_autoptr (JgDeciding) deciding = NULL;
  Judged judged;
  char *ask = NULL;

  judge (&judged, json, keys);
  deciding = jg_deciding_new (judged.table);
  if (judged.state == JG_STATE_UNKNOWN)
    jg_deciding_find (deciding, judged.program, judged.check, JG_STATE_UNKNOWN);
  ask = join_keys (&judged, &deciding->ask);
  if (first != NULL)
    *first = join_keys (&judged, &deciding->first);
  judged_clear (&judged);
  return ask;
}

static void
test_ask (void)
{
  static const struct
  {
    const char *condition;
    const char *profile;
    const char *ask;
  } rows[] = {
    { "{\"fact\": \"a\"}", "", "a" },
    { "{\"fact\": \"a\"}", "\"facts\": {\"a\": null}", "" },
    { "{\"fact\": \"a\"}", "\"facts\": {\"a\": true}", "" },
    { "{\"all\": [{\"fact\": \"a\"}, {\"fact\": \"b\"}]}", "\"facts\": {\"a\": false}", "" },
    { "{\"all\": [{\"fact\": \"a\"}, {\"fact\": \"b\"}]}", "\"facts\": {\"a\": true}", "b" },
    { "{\"any\": [{\"fact\": \"a\"}, {\"fact\": \"b\"}]}", "\"facts\": {\"a\": true}", "" },
    { "{\"all\": [{\"fact\": \"a\"}, {\"fact\": \"a\"}]}", "", "a" },
    /* Only the authority can settle the rest, but a “no” here still would. */
    { "{\"all\": [{\"fact\": \"a\"}, {\"ask\": \"?\"}]}", "", "a" },
    /* A “yes” lifts an open list to met, and beside an ask that changes nothing. */
    { "{\"any\": [{\"fact\": \"a\"}], \"open\": true}", "", "a" },
    { "{\"all\": [{\"any\": [{\"fact\": \"a\"}], \"open\": true}, {\"ask\": \"?\"}]}", "", "" },
    { "{\"any\": [{\"all\": [{\"fact\": \"a\"}, {\"ask\": \"?\"}]}, {\"ask\": \"?\"}]}", "", "" },
    { "{\"not\": {\"fact\": \"a\"}}", "", "a" },
    { "{\"all\": [{\"not\": {\"any\": [{\"fact\": \"a\"}], \"open\": true}}, {\"ask\": \"?\"}]}",
      "", "a" },
    { "{\"all\": [{\"age\": {\"at_most\": 20}}, {\"wants\": \"training\"}]}", "",
      "age wants:training" },
    /* 20 is 20: no answer would settle it. A year of birth can be made more exact. */
    { "{\"age\": {\"at_most\": 20}}", "\"age\": 20", "" },
    { "{\"age\": {\"at_most\": 20}}", "\"birth\": \"2006\"", "age" },
    { "{\"fact\": \"d\", \"same_year\": true}", "\"facts\": {\"d\": \"2026-12-01\"}", "d" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *ask = get_ask (rows[i].condition, rows[i].profile, NULL);

      if (strcmp (ask, rows[i].ask) != 0)
        g_test_message ("%s over {%s}", rows[i].condition, rows[i].profile);
      g_assert_cmpstr (ask, ==, rows[i].ask);
    }
}

/* Twenty answers that all stand in two places: counted as if each stood in one, and quickly. */
static void
test_above_limits (void)
{
  g_autoptr (GString) json = g_string_new ("{\"any\": [");
  g_autoptr (JgDeciding) deciding = NULL;
  Judged judged;

  for (guint i = 0; i < 40; i++)
    g_string_append_printf (json, "%s{\"all\": [{\"fact\": \"f%u\"}, {\"fact\": \"f%u\"}]}",
                            i > 0 ? ", " : "", i % 20, (i + 1) % 20);
  g_string_append (json, "]}");
  judge (&judged, json->str, "");
  deciding = jg_deciding_new (judged.table);
  jg_deciding_find (deciding, judged.program, judged.check, JG_STATE_UNKNOWN);
  g_assert_false (deciding->exact);
  g_assert_cmpuint (deciding->size, ==, 2);
  g_assert_cmpuint (deciding->first.n, ==, 20);
  g_assert_cmpuint (deciding->ask.n, ==, 20);
  judged_clear (&judged);
}

static GPtrArray *
list_reasons (const char *json, const char *keys, const char *clause)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_reason_free);
  JgReasons reasons;
  Judged judged;

  judge (&judged, json, keys);
  jg_reasons_init (&reasons, judged.program, clause);
  jg_reasons_add (&reasons, judged.states, judged.check, list);
  jg_reasons_clear (&reasons);
  judged_clear (&judged);
  return list;
}

static void
test_reasons (void)
{
#define ALTERNATIVES                                                                               \
  "{\"all\": [{\"any\": [{\"fact\": \"a\", \"text\": \"甲\", \"quote\": \"甲类\"},"             \
  " {\"fact\": \"b\", \"text\": \"乙\"}], \"text\": \"甲或乙\"}, {\"wants\": \"training\"}]}"
  g_autoptr (GPtrArray) met = list_reasons (
      ALTERNATIVES, "\"facts\": {\"b\": true}, \"wants\": [\"training\"]", "一（一）");
  g_autoptr (GPtrArray) failed = list_reasons (
      ALTERNATIVES, "\"facts\": {\"a\": false, \"b\": false}, \"wants\": [\"training\"]", NULL);
  g_autoptr (GPtrArray) open =
      list_reasons (ALTERNATIVES, "\"facts\": {\"b\": false}, \"wants\": [\"training\"]", NULL);
  const JgReason *reason;

  g_assert_cmpuint (met->len, ==, 2);
  reason = g_ptr_array_index (met, 0);
  g_assert_cmpstr (reason->condition, ==, "乙");
  g_assert_cmpstr (reason->fact, ==, "b");
  g_assert_cmpint (reason->state, ==, JG_STATE_MET);
  g_assert_cmpstr (reason->clause, ==, "一（一）");
  reason = g_ptr_array_index (met, 1);
  g_assert_cmpstr (reason->condition, ==, "愿意参加培训");
  g_assert_cmpstr (reason->fact, ==, "wants:training");

  /* Failed: the list is named as one, with an answer that failed it. */
  reason = g_ptr_array_index (failed, 0);
  g_assert_cmpstr (reason->condition, ==, "甲或乙");
  g_assert_cmpstr (reason->fact, ==, "a");
  g_assert_cmpint (reason->state, ==, JG_STATE_FAILED);

  /* One alternative left: it is the one to ask. */
  reason = g_ptr_array_index (open, 0);
  g_assert_cmpstr (reason->condition, ==, "甲");
  g_assert_cmpstr (reason->quote, ==, "甲类");
  g_assert_cmpint (reason->state, ==, JG_STATE_UNKNOWN);
}

static void
test_notes (void)
{
  static const struct
  {
    const char *condition;
    const char *profile;
    const char *part; /* or NULL for no note */
  } rows[] = {
    { MONTHS, "\"facts\": {\"months-insured\": 36}", "正好在界限上" },
    { MONTHS, "\"facts\": {\"months-insured\": 37}", NULL },
    { "{\"fact\": \"months-insured\", \"at_least\": 1}", "\"facts\": {\"months-insured\": 1}",
      NULL },
    { HALF_YEAR, D ("2026-05-23"), "到 2026-11-23 正好满期" },
    { HALF_YEAR, D ("2026-05-24"), NULL },
    { HALF_YEAR, D ("2026-05"), NULL },
    { AT_MOST_20, "\"age\": 20", "正好20周岁" },
    { AT_MOST_20, "\"age\": 19", NULL },
    { SAME_YEAR, D ("2026-12-01"), "晚于判断日期" },
    { SAME_YEAR, D ("2026-10-01"), NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) notes =
          g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);
      JgReasons reasons;
      Judged judged;

      judge (&judged, rows[i].condition, rows[i].profile);
      jg_reasons_init (&reasons, judged.program, NULL);
      jg_reasons_add_notes (&reasons, judged.check, notes);
      jg_reasons_clear (&reasons);
      judged_clear (&judged);
      g_assert_cmpuint (notes->len, ==, rows[i].part != NULL ? 1 : 0);
      if (rows[i].part != NULL)
        g_assert_nonnull (strstr (g_ptr_array_index (notes, 0), rows[i].part));
    }
}

static void
test_refuses (void)
{
  static const struct
  {
    const char *json;
    const char *part;
  } rows[] = {
    { "[]", "对象" },
    { "{}", "恰好有" },
    { "{\"text\": \"甲\"}", "恰好有" },
    { "{\"fact\": \"a\", \"wants\": \"training\"}", "恰好有" },
    { "{\"all\": []}", "/all" },
    { "{\"all\": {}}", "/all" },
    { "{\"all\": [{\"fact\": \"a\"}], \"open\": true}", "/open" },
    { "{\"any\": [{\"fact\": \"a\"}], \"open\": 1}", "/open" },
    { "{\"any\": [{\"fact\": \"a\"}, 3]}", "/any/1" },
    { "{\"not\": [{\"fact\": \"a\"}]}", "/not" },
    { "{\"fact\": 1}", "/fact" },
    { "{\"fact\": \"A b\"}", "/fact" },
    { "{\"fact\": \"a\", \"is\": []}", "/is" },
    { "{\"fact\": \"a\", \"is\": \"x\"}", "/is" },
    { "{\"fact\": \"a\", \"at_least\": \"36\"}", "/at_least" },
    { "{\"fact\": \"a\", \"at_least\": -1}", "/at_least" },
    { "{\"fact\": \"a\", \"at_least\": 1, \"more_than\": 1}", "同一方向" },
    { "{\"fact\": \"a\", \"at_least\": 1, \"same_year\": true}", "一种" },
    { "{\"fact\": \"a\", \"unit\": \"months\"}", "/unit" },
    { "{\"fact\": \"a\", \"inclusive\": true}", "/inclusive" },
    { "{\"fact\": \"a\", \"less_than\": 3, \"inclusive\": true}", "/inclusive" },
    { "{\"fact\": \"a\", \"at_least\": 3, \"inclusive\": false}", "/inclusive" },
    { "{\"fact\": \"a\", \"unit\": \"weeks\", \"at_least\": 1}", "/unit" },
    { "{\"fact\": \"a\", \"unit\": \"months\", \"at_least\": 1.5}", "/at_least" },
    { "{\"fact\": \"a\", \"same_year\": false}", "/same_year" },
    { "{\"fact\": \"a\", \"on_or_after\": \"2020-02-30\"}", "/on_or_after" },
    { "{\"age\": 16}", "/age" },
    { "{\"age\": {}}", "/age" },
    { "{\"age\": {\"at_least\": 16.5}}", "/age/at_least" },
    { "{\"age\": {\"at_least\": 16, \"unit\": \"years\"}}", "/age/unit" },
    { "{\"sex\": \"女\"}", "/sex" },
    { "{\"education\": {\"at_least\": \"college\"}}", "/education/at_least" },
    { "{\"education\": {\"at_least\": \"master\", \"is\": [\"master\"]}}", "/education" },
    { "{\"place\": \"home\", \"in\": [\"440000\"]}", "/place" },
    { "{\"place\": \"work\"}", "/in" },
    { "{\"place\": \"work\", \"in\": [\"44\"]}", "/in" },
    { "{\"wants\": \"money\"}", "/wants" },
    { "{\"occupation\": \"any\"}", "/occupation" },
    { "{\"ask\": \"\"}", "/ask" },
    { "{\"ask\": \"?\", \"text\": 3}", "/text" },
    { "{\"ask\": \"?\", \"colour\": \"red\"}", "/colour" },
    { "{\"fact\": null}", "/fact" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) node = json_from_string (rows[i].json, NULL);
      g_autoptr (JgCondition) condition = NULL;

      g_assert_nonnull (node);
      condition = jg_condition_new_from_json (node, &error);
      if (condition != NULL)
        g_test_message ("accepted %s", rows[i].json);
      g_assert_null (condition);
      g_assert_error (error, JG_CATALOGUE_ERROR, JG_CATALOGUE_ERROR_DAMAGED);
      if (strstr (error->message, rows[i].part) == NULL)
        g_test_message ("%s: %s", rows[i].json, error->message);
      g_assert_nonnull (strstr (error->message, rows[i].part));
    }
}

static void
test_deep (void)
{
  g_autoptr (GString) json = g_string_new ("{\"fact\": \"a\"}");
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = NULL;

  for (guint i = 0; i < 40; i++)
    {
      g_string_prepend (json, "{\"not\": ");
      g_string_append_c (json, '}');
    }
  node = json_from_string (json->str, NULL);
  g_assert_null (jg_condition_new_from_json (node, &error));
  g_assert_error (error, JG_CATALOGUE_ERROR, JG_CATALOGUE_ERROR_DAMAGED);
}

static void
test_asked_facts (void)
{
  g_autoptr (JgCondition) condition = read_condition (
      "{\"all\": [{\"fact\": \"b\"}, {\"not\": {\"any\": [{\"fact\": \"a\"}, {\"not\": "
      "{\"fact\": \"c\"}}, {\"wants\": \"loan\"}]}}, {\"fact\": \"b\"}]}");
  g_autoptr (GPtrArray) keys = jg_condition_list_asked_facts (condition);
  g_autoptr (GPtrArray) none = jg_condition_list_asked_facts (NULL);
  g_autofree char *joined = NULL;

  g_ptr_array_add (keys, NULL);
  joined = g_strjoinv (" ", (char **) keys->pdata);
  g_assert_cmpstr (joined, ==, "b c b");
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/conditions/kleene", test_kleene);
  g_test_add_func ("/conditions/age", test_age);
  g_test_add_func ("/conditions/facts", test_facts);
  g_test_add_func ("/conditions/dates", test_dates);
  g_test_add_func ("/conditions/places", test_places);
  g_test_add_func ("/conditions/scope", test_scope);
  g_test_add_func ("/conditions/ask", test_ask);
  g_test_add_func ("/conditions/above-limits", test_above_limits);
  g_test_add_func ("/conditions/reasons", test_reasons);
  g_test_add_func ("/conditions/notes", test_notes);
  g_test_add_func ("/conditions/refuses", test_refuses);
  g_test_add_func ("/conditions/deep", test_deep);
  g_test_add_func ("/conditions/asked-facts", test_asked_facts);

  return g_test_run ();
}
