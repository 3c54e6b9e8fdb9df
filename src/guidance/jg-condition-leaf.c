/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-condition-leaf.h"

#include <string.h>

#include "jg-kleene.h"

static const JgLeaf leaf_absent = { JG_STATE_UNKNOWN, TRUE };
static const JgLeaf leaf_closed = { JG_STATE_UNKNOWN, FALSE };

static JgLeaf
make_leaf (gboolean met)
{
  return (JgLeaf){ met ? JG_STATE_MET : JG_STATE_FAILED, FALSE };
}

/* How many digits of a GB/T 2260 code say something: its levels are pairs of digits, 00 for “all of it”. */
static gsize
get_place_length (const char *code)
{
  gsize length = strlen (code);

  while (length >= 2 && length % 2 == 0 && code[length - 1] == '0' && code[length - 2] == '0')
    length -= 2;
  return length;
}

/**
 * jg_place_check:
 * @place: (nullable): where the person is, a code of GB/T 2260
 * @region: the region asked for, e.g. 440000
 *
 * Checks whether a place lies in a region. A place that says less than the region does (a province
 * when a city is asked for) leaves it unknown.
 *
 * Returns: the state
 */
JgState
jg_place_check (const char *place, const char *region)
{
  gsize n_place, n_region;

  g_return_val_if_fail (region != NULL, JG_STATE_UNKNOWN);

  n_region = get_place_length (region);
  if (n_region == 0)
    return JG_STATE_MET;
  if (place == NULL)
    return JG_STATE_UNKNOWN;

  n_place = get_place_length (place);
  if (strncmp (place, region, MIN (n_place, n_region)) != 0)
    return JG_STATE_FAILED;
  return n_place >= n_region ? JG_STATE_MET : JG_STATE_UNKNOWN;
}

/* The person is where they work, else live, else are insured, else have their household. Asked is first where they
 * live: everybody knows that. */
static const JgPlace region_order[] = {
  JG_PLACE_WORK,
  JG_PLACE_RESIDENCE,
  JG_PLACE_INSURED,
  JG_PLACE_HOUSEHOLD,
};
const JgPlace jg_region_places[JG_N_REGION_PLACES] = {
  JG_PLACE_RESIDENCE,
  JG_PLACE_WORK,
  JG_PLACE_INSURED,
  JG_PLACE_HOUSEHOLD,
};

static guint
find_region_place (JgPlace place)
{
  for (guint i = 0; i < JG_N_REGION_PLACES; i++)
    if (jg_region_places[i] == place)
      return i;
  g_return_val_if_reached (0);
}

/* A field that was asked and is not known is kept among the facts under the key of its question; so is “no, I do not
 * want that”. */
static const JgFactValue *
get_field_answer (JgProfile *profile, const char *prefix, const char *nick)
{
  char key[64];

  g_snprintf (key, sizeof key, "%s%s", prefix, nick);
  return jg_profile_get_fact (profile, key);
}

static gboolean
is_open_place (JgProfile *profile, JgPlace place)
{
  return get_field_answer (profile, "place:", jg_place_nick (place))->state != JG_FACT_UNKNOWN;
}

/**
 * jg_region_check:
 * @profile: the jobseeker's answers
 * @region: where a document reaches
 * @place: (out) (optional): which of jg_region_places it hangs on
 *
 * Checks whether a person is within the reach of a document that names no place. The first place
 * that settles it counts; one that says too little (a province when a city is asked for) is passed
 * over, so that a further answer never makes an answered question open again.
 *
 * Returns: the state
 */
JgState
jg_region_check (JgProfile *profile, const char *region, guint *place)
{
  const char *known = NULL;
  JgPlace asked = JG_PLACE_RESIDENCE;
  gboolean found = FALSE;

  g_return_val_if_fail (JG_IS_PROFILE (profile), JG_STATE_UNKNOWN);
  g_return_val_if_fail (region != NULL, JG_STATE_UNKNOWN);

  for (gsize i = 0; i < G_N_ELEMENTS (region_order); i++)
    {
      const char *code = jg_profile_get_place (profile, region_order[i]);
      JgState state = jg_place_check (code, region);

      if (state != JG_STATE_UNKNOWN)
        {
          if (place != NULL)
            *place = find_region_place (region_order[i]);
          return state;
        }
      if (code != NULL && known == NULL && is_open_place (profile, region_order[i]))
        {
          known = code;
          asked = region_order[i];
          found = TRUE;
        }
    }

  /* A place that is known but too coarse is asked again, else the first one that was not asked. */
  for (guint i = 0; i < JG_N_REGION_PLACES && !found; i++)
    if (jg_profile_get_place (profile, jg_region_places[i]) == NULL &&
        is_open_place (profile, jg_region_places[i]))
      {
        asked = jg_region_places[i];
        found = TRUE;
      }
  if (place != NULL)
    *place = find_region_place (asked);
  return JG_STATE_UNKNOWN;
}

/**
 * jg_region_is_askable:
 * @context: against what it is checked
 * @place: one of jg_region_places
 *
 * Tells whether a place can still be asked for.
 *
 * Returns: %FALSE when it was asked and is not known
 */
gboolean
jg_region_is_askable (const JgConditionContext *context, guint place)
{
  g_return_val_if_fail (context != NULL, FALSE);
  g_return_val_if_fail (place < JG_N_REGION_PLACES, FALSE);

  return is_open_place (context->profile, jg_region_places[place]);
}

/**
 * jg_date_is_late:
 * @date: (nullable): YYYY-MM-DD, YYYY-MM or YYYY
 * @day: the as-of day
 *
 * Tells whether a date lies after the as-of day whatever its missing parts are; it then counts as
 * absent (design §5).
 *
 * Returns: %TRUE when it is a date and does
 */
gboolean
jg_date_is_late (const char *date, const GDate *day)
{
  GDate first, last;

  g_return_val_if_fail (day != NULL, FALSE);

  return jg_profile_read_date (date, &first, &last) && g_date_compare (&first, day) > 0;
}

static gboolean
is_within (const JgCondition *condition, double value)
{
  return (!condition->has_at_least || value >= condition->at_least) &&
         (!condition->has_at_most || value <= condition->at_most) &&
         (!condition->has_more_than || value > condition->more_than) &&
         (!condition->has_less_than || value < condition->less_than);
}

/* Whether a number stands exactly on a bound. 以上 and 以内 include the number and 不足 leaves it out by a
 * convention the texts do not state, so that there the agency has to say, unless the words leave no doubt (连续3个月).
 * A bound of one only tells some from none. */
static gboolean
is_on_bound (const JgCondition *condition, double value)
{
  return (condition->has_at_least && !condition->inclusive && condition->at_least > 1 &&
          value == condition->at_least) ||
         (condition->has_at_most && !condition->inclusive && condition->at_most > 1 &&
          value == condition->at_most) ||
         (condition->has_more_than && condition->more_than > 1 && value == condition->more_than) ||
         (condition->has_less_than && condition->less_than > 1 && value == condition->less_than);
}

/* The day on which n units have passed since date. The last day of a short month stands for the
 * days it lacks. */
static void
add_units (GDate *result, const GDate *date, const char *unit, double n)
{
  guint count = (guint) CLAMP (n, 0, 36500);

  *result = *date;
  if (g_str_equal (unit, "days"))
    g_date_add_days (result, count);
  else if (g_str_equal (unit, "months"))
    g_date_add_months (result, count);
  else
    g_date_add_years (result, MIN (count, 1000));
}

/* One bound on the time since a date. On the day itself that a term is full the agency has to say, as with a number on
 * its bound. */
static JgState
check_limit (const JgCondition *condition,
             const GDate *date,
             const GDate *day,
             double n,
             gboolean lower,
             gboolean included)
{
  GDate limit;
  int order;

  add_units (&limit, date, condition->unit, n);
  order = g_date_compare (day, &limit);
  if (order == 0 && n > 0 && !(included && condition->inclusive))
    return JG_STATE_UNKNOWN;
  if (order == 0)
    return included ? JG_STATE_MET : JG_STATE_FAILED;
  return (order > 0) == lower ? JG_STATE_MET : JG_STATE_FAILED;
}

static JgState
check_elapsed (const JgCondition *condition, const GDate *date, const GDate *day)
{
  const struct
  {
    gboolean has;
    double n;
    gboolean lower;
    gboolean included;
  } bounds[] = {
    { condition->has_at_least, condition->at_least, TRUE, TRUE },
    { condition->has_more_than, condition->more_than, TRUE, FALSE },
    { condition->has_at_most, condition->at_most, FALSE, TRUE },
    { condition->has_less_than, condition->less_than, FALSE, FALSE },
  };
  JgState state = JG_STATE_MET;

  for (gsize i = 0; i < G_N_ELEMENTS (bounds); i++)
    if (bounds[i].has)
      state = jg_state_and (state, check_limit (condition, date, day, bounds[i].n, bounds[i].lower,
                                                bounds[i].included));
  return state;
}

static JgState
check_day (const JgCondition *condition, const GDate *date, const GDate *day)
{
  GDate first, last;

  if (condition->comparison == JG_COMPARE_ELAPSED)
    return check_elapsed (condition, date, day);
  if (condition->comparison == JG_COMPARE_SAME_YEAR)
    return make_leaf (g_date_get_year (date) == g_date_get_year (day)).state;

  /* The reader has checked the date; “on or before 2020” includes its last day. */
  if (!jg_profile_read_date (condition->values[0], &first, &last))
    g_return_val_if_reached (JG_STATE_UNKNOWN);
  return make_leaf (condition->comparison == JG_COMPARE_ON_OR_AFTER
                        ? g_date_compare (date, &first) >= 0
                        : g_date_compare (date, &last) <= 0)
      .state;
}

/* A date of which the day or month is missing holds only where its first and last day agree. */
static JgLeaf
check_date (const JgCondition *condition, const char *text, const GDate *day)
{
  GDate first, last, date;
  JgState at_first;

  if (!jg_profile_read_date (text, &first, &last))
    return leaf_closed;
  if (g_date_compare (&first, day) > 0)
    return leaf_absent;
  if (g_date_compare (&last, day) > 0)
    last = *day;

  /* Windows with both bounds may hold in the middle only, so every day is looked at; there are at
   * most 366. */
  at_first = check_day (condition, &first, day);
  for (date = first; g_date_compare (&date, &last) <= 0; g_date_add_days (&date, 1))
    if (check_day (condition, &date, day) != at_first)
      return leaf_absent;
  return (JgLeaf){ at_first, FALSE };
}

/**
 * jg_condition_context_get_fact:
 * @key: fact key
 *
 * Looks a fact up in the profile. One that was not answered holds when another that holds it by its
 * meaning is true (`implied_by` of the fact pack): who is registered as unemployed is unemployed.
 *
 * Returns: (transfer none): the value
 */
const JgFactValue *
jg_condition_context_get_fact (const JgConditionContext *self, const char *key)
{
  static const JgFactValue implied = { .state = JG_FACT_BOOLEAN, .boolean = TRUE };
  const JgFactValue *value = jg_profile_get_fact (self->profile, key);
  char **keys = NULL;

  if (self->implied == NULL || (value->state != JG_FACT_ABSENT && value->state != JG_FACT_UNKNOWN))
    return value;
  keys = g_hash_table_lookup (self->implied, key);
  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      const JgFactValue *other = jg_profile_get_fact (self->profile, keys[i]);

      if (other->state == JG_FACT_BOOLEAN && other->boolean)
        return &implied;
    }
  return value;
}

static JgLeaf
check_fact (const JgCondition *condition, const JgConditionContext *context)
{
  const JgFactValue *value = jg_condition_context_get_fact (context, condition->key);

  if (value->state == JG_FACT_ABSENT)
    return leaf_absent;
  if (value->state == JG_FACT_UNKNOWN)
    return leaf_closed;

  switch (condition->comparison)
    {
    case JG_COMPARE_TRUE:
      return value->state == JG_FACT_BOOLEAN ? make_leaf (value->boolean) : leaf_closed;

    case JG_COMPARE_IS:
      return value->state == JG_FACT_STRING
                 ? make_leaf (
                       g_strv_contains ((const char *const *) condition->values, value->string))
                 : leaf_closed;

    case JG_COMPARE_NUMBER:
      return value->state == JG_FACT_NUMBER && !is_on_bound (condition, value->number)
                 ? make_leaf (is_within (condition, value->number))
                 : leaf_closed;

    case JG_COMPARE_ELAPSED:
    case JG_COMPARE_ON_OR_AFTER:
    case JG_COMPARE_ON_OR_BEFORE:
    case JG_COMPARE_SAME_YEAR:
      return value->state == JG_FACT_STRING ? check_date (condition, value->string, &context->day)
                                            : leaf_closed;

    default:
      g_return_val_if_reached (leaf_closed);
    }
}

/* One age in full years. “20岁以下” of someone who is 20 is not settled by the texts. */
static JgState
check_age_value (const JgCondition *condition, int age)
{
  if (!is_within (condition, age))
    return condition->has_more_than && age == condition->more_than ? JG_STATE_UNKNOWN
                                                                   : JG_STATE_FAILED;
  return condition->has_at_most && age == condition->at_most ? JG_STATE_UNKNOWN : JG_STATE_MET;
}

/* A field of the profile that is missing: askable unless it was asked and is not known. */
static JgLeaf
get_absent_field (const JgConditionContext *context, const char *prefix, const char *nick)
{
  return get_field_answer (context->profile, prefix, nick)->state == JG_FACT_UNKNOWN ? leaf_closed
                                                                                     : leaf_absent;
}

static JgLeaf
check_age (const JgCondition *condition, const JgConditionContext *context)
{
  int min, max;
  JgState state;

  const JgLeaf absent = get_absent_field (context, "age", "");

  if (!jg_profile_get_age_at (context->profile, context->as_of, &min, &max))
    return absent;

  state = check_age_value (condition, min);
  for (int age = min + 1; age <= max; age++)
    if (check_age_value (condition, age) != state)
      return absent;
  return (JgLeaf){ state, FALSE };
}

static JgLeaf
check_education (const JgCondition *condition, const JgConditionContext *context)
{
  const char *education = jg_profile_get_education (context->profile);

  if (education == NULL)
    return get_absent_field (context, "education", "");
  if (condition->comparison == JG_COMPARE_IS)
    return make_leaf (g_strv_contains ((const char *const *) condition->values, education));
  return make_leaf (jg_education_rank (education) >= jg_education_rank (condition->values[0]));
}

static JgLeaf
check_place (const JgCondition *condition, const JgConditionContext *context)
{
  JgState state = JG_STATE_FAILED;
  const char *place = NULL;

  for (guint i = 0; i < JG_N_PLACES; i++)
    if (g_str_equal (jg_place_nick ((JgPlace) i), condition->key))
      place = jg_profile_get_place (context->profile, (JgPlace) i);
  for (guint i = 0; condition->values[i] != NULL; i++)
    state = jg_state_or (state, jg_place_check (place, condition->values[i]));

  return state == JG_STATE_UNKNOWN ? get_absent_field (context, "place:", condition->key)
                                   : (JgLeaf){ state, FALSE };
}

/* A wish that is not ticked may still come; only a plain “no” fails. */
static JgLeaf
check_wants (const JgCondition *condition, const JgConditionContext *context)
{
  const JgFactValue *answer = get_field_answer (context->profile, "wants:", condition->key);

  if (jg_profile_wants (context->profile, condition->key))
    return make_leaf (TRUE);
  if (answer->state == JG_FACT_BOOLEAN && !answer->boolean)
    return make_leaf (FALSE);
  return get_absent_field (context, "wants:", condition->key);
}

/**
 * jg_condition_check_leaf:
 * @condition: a condition without children
 * @context: against what it is checked
 *
 * Checks one condition against the profile.
 *
 * Returns: its state, and whether an answer could still change it
 */
JgLeaf
jg_condition_check_leaf (const JgCondition *condition, const JgConditionContext *context)
{
  const char *sex;

  switch (condition->kind)
    {
    case JG_CONDITION_FACT:
      return check_fact (condition, context);

    case JG_CONDITION_AGE:
      return check_age (condition, context);

    case JG_CONDITION_SEX:
      sex = jg_profile_get_sex (context->profile);
      return sex != NULL ? make_leaf (g_str_equal (sex, condition->values[0]))
                         : get_absent_field (context, "sex", "");

    case JG_CONDITION_EDUCATION:
      return check_education (condition, context);

    case JG_CONDITION_PLACE:
      return check_place (condition, context);

    case JG_CONDITION_WANTS:
      return check_wants (condition, context);

    case JG_CONDITION_OCCUPATION:
      return (JgLeaf){ context->linked, FALSE };

    case JG_CONDITION_ASK:
      return leaf_closed;

    case JG_CONDITION_ALL:
    case JG_CONDITION_ANY:
    case JG_CONDITION_NOT:
    default:
      g_return_val_if_reached (leaf_closed);
    }
}

/**
 * jg_condition_dup_leaf_key:
 * @condition: a condition without children
 *
 * Names the answer a condition hangs on: a fact key, or age, sex, education, place:NICK, wants:NICK.
 *
 * Returns: (transfer full) (nullable): the key, or %NULL for what nobody answers here
 */
char *
jg_condition_dup_leaf_key (const JgCondition *condition)
{
  switch (condition->kind)
    {
    case JG_CONDITION_FACT:
      return g_strdup (condition->key);
    case JG_CONDITION_AGE:
      return g_strdup ("age");
    case JG_CONDITION_SEX:
      return g_strdup ("sex");
    case JG_CONDITION_EDUCATION:
      return g_strdup ("education");
    case JG_CONDITION_PLACE:
      return g_strconcat ("place:", condition->key, NULL);
    case JG_CONDITION_WANTS:
      return g_strconcat ("wants:", condition->key, NULL);
    case JG_CONDITION_ALL:
    case JG_CONDITION_ANY:
    case JG_CONDITION_NOT:
    case JG_CONDITION_OCCUPATION:
    case JG_CONDITION_ASK:
    default:
      return NULL;
    }
}
