/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The answers a question can get, as far as the conditions can tell them apart. Each is put into a profile and the
 * conditions are checked against that, so that what an answer would do is never computed twice in two ways. */

#include "jg-condition-answers.h"

#include <string.h>

typedef struct
{
  const char *key;
  const JgConditionContext *context; /* the person as they are */
  JgConditionContext trial;          /* someone of whom only this answer is known */
  const JgAnswerTest *tests;
  guint n_tests;
  GArray *rows;
} Trial;

static gboolean
is_known_row (const Trial *trial, const guint8 *row, gsize n)
{
  for (gsize i = 0; i + n <= trial->rows->len; i += n)
    if (memcmp (trial->rows->data + i, row, n) == 0)
      return TRUE;
  return FALSE;
}

/* Notes what the answer in the trial profile does, unless another answer does the same. Returns whether it fails them
 * all. */
static gboolean
take_answer (Trial *trial)
{
  const gsize n = trial->n_tests;
  guint8 *row = g_newa (guint8, n);
  gboolean decides = FALSE;
  gboolean fails = TRUE;

  for (gsize i = 0; i < n; i++)
    {
      const JgAnswerTest *test = &trial->tests[i];

      row[i] = (guint8) (test->condition != NULL
                             ? jg_condition_check_leaf (test->condition, &trial->trial).state
                             : jg_region_check (trial->trial.profile, test->region, NULL));
      decides |= row[i] != JG_STATE_UNKNOWN;
      fails &= row[i] == JG_STATE_FAILED;
    }
  if (decides && !is_known_row (trial, row, n))
    g_array_append_vals (trial->rows, row, (guint) n);
  return fails;
}

/* Values to be tried, each once: many conditions name the same bounds. */
static void
add_value (GArray *values, double value)
{
  g_array_append_val (values, value);
}

static int
compare_values (gconstpointer a, gconstpointer b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

typedef void (*TryValue) (Trial *trial, double value);

static void
try_values (Trial *trial, GArray *values, TryValue try_value)
{
  g_array_sort (values, compare_values);
  for (guint i = 0; i < values->len; i++)
    if (i == 0 || g_array_index (values, double, i) > g_array_index (values, double, i - 1))
      try_value (trial, g_array_index (values, double, i));
}

/* Around each bound, at so many steps to either side. */
static void
add_bounds (const Trial *trial, GArray *values, int steps, double step)
{
  for (guint i = 0; i < trial->n_tests; i++)
    {
      const JgCondition *leaf = trial->tests[i].condition;
      const gboolean has[] = { leaf->has_at_least, leaf->has_at_most, leaf->has_more_than,
                               leaf->has_less_than };
      const double bounds[] = { leaf->at_least, leaf->at_most, leaf->more_than, leaf->less_than };

      for (gsize j = 0; j < G_N_ELEMENTS (bounds); j++)
        for (int k = -steps; has[j] && k <= steps; k++)
          add_value (values, bounds[j] + k * step);
    }
}

static void
try_number (Trial *trial, double value)
{
  if (value < 0)
    return;
  jg_profile_set_fact_number (trial->trial.profile, trial->key, value);
  take_answer (trial);
}

/* Around each bound: below it, on it, between it and the next whole number, above it. */
static void
try_numbers (Trial *trial)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));

  add_value (values, 0);
  add_bounds (trial, values, 2, 0.5);
  try_values (trial, values, try_number);
}

static void
try_codes (Trial *trial, const JgFact *fact)
{
  if (fact != NULL && fact->option_values != NULL && fact->option_values[0] != NULL)
    {
      for (guint i = 0; fact->option_values[i] != NULL; i++)
        {
          jg_profile_set_fact_string (trial->trial.profile, trial->key, fact->option_values[i]);
          take_answer (trial);
        }
      return;
    }
  for (guint i = 0; i < trial->n_tests; i++)
    {
      const JgCondition *leaf = trial->tests[i].condition;

      for (guint j = 0; leaf->values != NULL && leaf->values[j] != NULL; j++)
        {
          jg_profile_set_fact_string (trial->trial.profile, trial->key, leaf->values[j]);
          take_answer (trial);
        }
    }
  jg_profile_set_fact_string (trial->trial.profile, trial->key, "something-else");
  take_answer (trial);
}

typedef struct
{
  Trial *trial;
  GDate first; /* the days an answer may still name */
  GDate last;
} Days;

static void
try_day (const Days *days, const GDate *date, int offset)
{
  char text[] = "YYYY-MM-DD";
  GDate day;

  if (!g_date_valid (date) || (int) g_date_get_julian (date) + offset < 1)
    return;
  g_date_clear (&day, 1);
  g_date_set_julian (&day, (guint32) ((int) g_date_get_julian (date) + offset));
  if (g_date_compare (&day, &days->first) < 0 || g_date_compare (&day, &days->last) > 0)
    return;
  g_date_strftime (text, sizeof text, "%Y-%m-%d", &day);
  jg_profile_set_fact_string (days->trial->trial.profile, days->trial->key, text);
  take_answer (days->trial);
}

/* Around the day that lies n units back: months differ in length, so a few days to either side. */
static void
try_elapsed (const Days *days, const JgCondition *leaf, gboolean has, double n)
{
  GDate date = days->trial->context->day;
  guint count = (guint) CLAMP (n, 0, 36500);

  if (!has || leaf->unit == NULL)
    return;
  if (g_str_equal (leaf->unit, "days"))
    g_date_subtract_days (&date, MIN (count, g_date_get_julian (&date) - 1));
  else if (g_str_equal (leaf->unit, "months"))
    g_date_subtract_months (&date, MIN (count, 12 * (g_date_get_year (&date) - 1u)));
  else
    g_date_subtract_years (&date, MIN (count, g_date_get_year (&date) - 1u));
  for (int i = -3; i <= 3; i++)
    try_day (days, &date, i);
}

static void
try_date_leaf (const Days *days, const JgCondition *leaf)
{
  GDate first, last;

  switch (leaf->comparison)
    {
    case JG_COMPARE_ELAPSED:
      try_elapsed (days, leaf, leaf->has_at_least, leaf->at_least);
      try_elapsed (days, leaf, leaf->has_at_most, leaf->at_most);
      try_elapsed (days, leaf, leaf->has_more_than, leaf->more_than);
      try_elapsed (days, leaf, leaf->has_less_than, leaf->less_than);
      break;

    case JG_COMPARE_SAME_YEAR:
      first = days->trial->context->day;
      g_date_set_day (&first, 1);
      g_date_set_month (&first, G_DATE_JANUARY);
      try_day (days, &first, 0);
      try_day (days, &first, -1);
      break;

    case JG_COMPARE_ON_OR_AFTER:
    case JG_COMPARE_ON_OR_BEFORE:
      if (!jg_profile_read_date (leaf->values[0], &first, &last))
        return;
      for (int i = -1; i <= 1; i++)
        {
          try_day (days, &first, i);
          try_day (days, &last, i);
        }
      break;

    case JG_COMPARE_TRUE:
    case JG_COMPARE_IS:
    case JG_COMPARE_NUMBER:
    default:
      break;
    }
}

static void
try_dates (Trial *trial)
{
  const JgFactValue *value = jg_profile_get_fact (trial->context->profile, trial->key);
  Days days = { .trial = trial };
  GDate first, last;

  g_date_clear (&days.first, 1);
  g_date_set_dmy (&days.first, 1, G_DATE_JANUARY, 1900);
  days.last = trial->context->day;
  /* A month or a year that is known can only be made more exact. */
  if (value->state == JG_FACT_STRING && jg_profile_read_date (value->string, &first, &last) &&
      g_date_compare (&first, &days.last) <= 0)
    {
      days.first = first;
      if (g_date_compare (&last, &days.last) < 0)
        days.last = last;
    }

  try_day (&days, &days.first, 0);
  try_day (&days, &days.last, 0);
  for (guint i = 0; i < trial->n_tests; i++)
    try_date_leaf (&days, trial->tests[i].condition);
}

/* Whether “yes” cannot be true because it holds a fact that was denied: who said they have work is not registered as
 * out of work. */
static gboolean
is_denied (const Trial *trial)
{
  GHashTableIter iter;
  gpointer key, holders;

  if (trial->context->implied == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, trial->context->implied);
  while (g_hash_table_iter_next (&iter, &key, &holders))
    {
      const JgFactValue *value = jg_profile_get_fact (trial->context->profile, key);

      if (value->state == JG_FACT_BOOLEAN && !value->boolean &&
          g_strv_contains (holders, trial->key))
        return TRUE;
    }
  return FALSE;
}

static void
try_fact (Trial *trial, const JgFact *fact)
{
  const JgCondition *leaf = trial->tests[0].condition;

  switch (leaf->comparison)
    {
    case JG_COMPARE_TRUE:
      for (guint i = is_denied (trial) ? 1 : 0; i < 2; i++)
        {
          jg_profile_set_fact_boolean (trial->trial.profile, trial->key, i == 0);
          take_answer (trial);
        }
      break;

    case JG_COMPARE_IS:
      try_codes (trial, fact);
      break;

    case JG_COMPARE_NUMBER:
      try_numbers (trial);
      break;

    case JG_COMPARE_ELAPSED:
    case JG_COMPARE_ON_OR_AFTER:
    case JG_COMPARE_ON_OR_BEFORE:
    case JG_COMPARE_SAME_YEAR:
    default:
      try_dates (trial);
      break;
    }
}

static void
try_age (Trial *trial, double age)
{
  jg_profile_set_age (trial->trial.profile, (int) age);
  take_answer (trial);
}

static void
try_ages (Trial *trial)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  int min = 0, max = JG_PROFILE_MAX_AGE;

  if (!jg_profile_get_age_at (trial->context->profile, trial->context->as_of, &min, &max))
    {
      min = 0;
      max = JG_PROFILE_MAX_AGE;
    }
  add_value (values, min);
  add_value (values, max);
  add_bounds (trial, values, 1, 1);
  for (guint i = 0; i < values->len; i++)
    {
      double *value = &g_array_index (values, double, i);

      *value = CLAMP (*value, min, max);
    }
  try_values (trial, values, try_age);
}

/* A province that is known can only be made more exact: a city in it. */
static gboolean
try_code_of_place (Trial *trial, JgPlace place, const char *code)
{
  const char *known = jg_profile_get_place (trial->context->profile, place);

  if (!jg_place_code_is_valid (code) ||
      (known != NULL && jg_place_check (code, known) != JG_STATE_MET))
    return FALSE;
  jg_profile_set_place (trial->trial.profile, place, code);
  return take_answer (trial);
}

static void
try_places (Trial *trial)
{
  const char *nick = trial->key + strlen ("place:");
  JgPlace place = JG_PLACE_HOUSEHOLD;
  const char *known;
  char other[] = "000000";

  for (guint i = 0; i < JG_N_PLACES; i++)
    if (g_str_equal (jg_place_nick ((JgPlace) i), nick))
      place = (JgPlace) i;

  for (guint i = 0; i < trial->n_tests; i++)
    {
      const JgAnswerTest *test = &trial->tests[i];

      if (test->condition == NULL)
        try_code_of_place (trial, place, test->region);
      else
        for (guint j = 0; test->condition->values[j] != NULL; j++)
          try_code_of_place (trial, place, test->condition->values[j]);
    }

  /* Somewhere else: another province, or another city of the province that is known. */
  known = jg_profile_get_place (trial->context->profile, place);
  for (guint i = 10; i < 100; i++)
    {
      if (known != NULL)
        memcpy (other, known, strlen ("000000"));
      for (gsize j = 0; j < strlen ("000000"); j += 2)
        if (other[j] == '0' && other[j + 1] == '0')
          {
            other[j] = (char) ('0' + i / 10);
            other[j + 1] = (char) ('0' + i % 10);
            break;
          }
      if (try_code_of_place (trial, place, other))
        return;
      memset (other, '0', strlen ("000000"));
    }
}

/**
 * jg_condition_list_answers:
 * @key: the answer that is missing: a fact key, age, sex, education, place:NICK or wants:NICK
 * @fact: (nullable): the fact of the vocabulary, for the options of a code
 * @context: the person as far as known
 * @tests: (array length=n_tests): the conditions that hang on it, at least one
 * @n_tests: how many
 * @rows: (element-type guint8): to it are added, for each answer that differs in what it does, the
 *   states of all @tests; an answer that decides none of them is left out
 *
 * Finds what the answers to a question can do. Numbers, ages and dates are tried around the bounds
 * that the conditions name and at the ends of their range, which tells apart all that can be told.
 */
void
jg_condition_list_answers (const char *key,
                           const JgFact *fact,
                           const JgConditionContext *context,
                           const JgAnswerTest *tests,
                           guint n_tests,
                           GArray *rows)
{
  g_autoptr (JgProfile) profile = jg_profile_new ();
  Trial trial = { key, context, *context, tests, n_tests, rows };

  g_return_if_fail (tests != NULL && n_tests > 0);

  trial.trial.profile = profile;
  if (g_str_equal (key, "age"))
    try_ages (&trial);
  else if (g_str_equal (key, "sex"))
    {
      jg_profile_set_sex (profile, "female");
      take_answer (&trial);
      jg_profile_set_sex (profile, "male");
      take_answer (&trial);
    }
  else if (g_str_equal (key, "education"))
    for (const char *const *nick = jg_education_nicks (); *nick != NULL; nick++)
      {
        jg_profile_set_education (profile, *nick);
        take_answer (&trial);
      }
  else if (g_str_has_prefix (key, "place:"))
    try_places (&trial);
  else if (g_str_has_prefix (key, "wants:"))
    {
      jg_profile_set_wants (profile, key + strlen ("wants:"), TRUE);
      take_answer (&trial);
      jg_profile_set_wants (profile, key + strlen ("wants:"), FALSE);
      jg_profile_set_fact_boolean (profile, key, FALSE);
      take_answer (&trial);
    }
  else
    try_fact (&trial, fact);
}
