/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-eligibility.h"

#include "jg-eligibility-private.h"

static void
question_free (gpointer data)
{
  JgQuestion *self = data;

  g_free (self->fact);
  g_free (self->question);
  g_free (self);
}

static gboolean
is_local (const JgMeasure *measure)
{
  return measure->region_code != NULL &&
         jg_place_check (NULL, measure->region_code) != JG_STATE_MET;
}

/* Likely first; then benefits before services, the local before the national, the newer before the older. */
static int
compare_verdicts (gconstpointer a, gconstpointer b)
{
  const JgVerdict *x = *(const JgVerdict *const *) a;
  const JgVerdict *y = *(const JgVerdict *const *) b;
  int order;

  if (x->offer != y->offer)
    return x->offer < y->offer ? -1 : 1;
  order = g_strcmp0 (x->measure->tier, y->measure->tier);
  if (order == 0)
    order = is_local (y->measure) - is_local (x->measure);
  if (order == 0)
    order = g_strcmp0 (y->measure->document_date, x->measure->document_date);
  if (order == 0)
    order = g_strcmp0 (x->measure->id, y->measure->id);
  return order;
}

typedef struct
{
  const JgFact *fact;
  guint place; /* in the vocabulary */
  guint decides;
  guint benefits; /* of these, tier A */
} Weight;

static int
compare_weights (gconstpointer a, gconstpointer b)
{
  const Weight *x = a;
  const Weight *y = b;

  if (x->decides != y->decides)
    return x->decides > y->decides ? -1 : 1;
  if (x->benefits != y->benefits)
    return x->benefits > y->benefits ? -1 : 1;
  return x->place < y->place ? -1 : 1;
}

static void
add_questions (JgEligibility *self, GPtrArray *facts)
{
  g_autoptr (GArray) weights = g_array_new (FALSE, FALSE, sizeof (Weight));

  for (guint i = 0; i < facts->len; i++)
    {
      Weight weight = { g_ptr_array_index (facts, i), i, 0, 0 };

      for (guint j = 0; j < self->verdicts->len; j++)
        {
          const JgVerdict *verdict = g_ptr_array_index (self->verdicts, j);

          if (!g_ptr_array_find_with_equal_func (verdict->ask, weight.fact->key, g_str_equal, NULL))
            continue;
          weight.decides++;
          if (g_strcmp0 (verdict->measure->tier, "A") == 0)
            weight.benefits++;
        }
      if (weight.decides > 0)
        g_array_append_val (weights, weight);
    }

  g_array_sort (weights, compare_weights);
  for (guint i = 0; i < weights->len; i++)
    {
      const Weight *weight = &g_array_index (weights, Weight, i);
      JgQuestion *question = g_new0 (JgQuestion, 1);

      question->fact = g_strdup (weight->fact->key);
      question->question = g_strdup (weight->fact->question);
      question->decides = weight->decides;
      g_ptr_array_add (self->questions, question);
    }
}

static const JgFact *
find_fact (GPtrArray *facts, const char *key)
{
  for (guint i = 0; i < facts->len; i++)
    {
      const JgFact *fact = g_ptr_array_index (facts, i);

      if (g_str_equal (fact->key, key))
        return fact;
    }
  return NULL;
}

static gboolean
is_of_type (const JgFactValue *value, const JgFact *fact)
{
  GDate first, last;

  switch (value->state)
    {
    case JG_FACT_BOOLEAN:
      return g_str_equal (fact->type, "boolean");
    case JG_FACT_NUMBER:
      return g_str_equal (fact->type, "number");
    case JG_FACT_STRING:
      if (g_str_equal (fact->type, "date"))
        return jg_profile_read_date (value->string, &first, &last);
      return g_str_equal (fact->type, "code") &&
             (fact->option_values == NULL ||
              g_strv_contains ((const char *const *) fact->option_values, value->string));
    case JG_FACT_ABSENT:
    case JG_FACT_UNKNOWN:
    default:
      return TRUE;
    }
}

static void
add_warnings (JgEligibility *self, GPtrArray *facts, const JgConditionContext *context)
{
  g_autoptr (GPtrArray) keys = jg_profile_list_facts (context->profile);
  const char *birth = jg_profile_get_birth (context->profile);

  if (jg_date_is_late (birth, &context->day))
    g_ptr_array_add (self->warnings, g_strdup_printf ("出生日期 %s 晚于判断日期 %s，按未填处理。",
                                                      birth, context->as_of));

  for (guint i = 0; i < keys->len; i++)
    {
      const char *key = g_ptr_array_index (keys, i);
      const JgFactValue *value = jg_profile_get_fact (context->profile, key);
      const JgFact *fact = find_fact (facts, key);

      if (fact == NULL)
        g_ptr_array_add (self->warnings,
                         g_strdup_printf ("不认识的事实“%s”：已保留，没有用于判断。", key));
      else if (!is_of_type (value, fact))
        g_ptr_array_add (self->warnings,
                         g_strdup_printf ("事实“%s”（%s）的值类型或写法不对：没有用于判断。", key,
                                          fact->question));
      else if (g_str_equal (fact->type, "date") && value->state == JG_FACT_STRING &&
               jg_date_is_late (value->string, &context->day))
        g_ptr_array_add (self->warnings,
                         g_strdup_printf ("“%s”：所填日期 %s 晚于判断日期 %s，按未填处理。",
                                          fact->question, value->string, context->as_of));
    }
}

/**
 * jg_eligibility_check_list:
 * @measures: (element-type JgMeasure): measures
 * @facts: (element-type JgFact): the vocabulary of facts
 * @profile: the jobseeker's answers
 * @as_of: the day on which is judged, YYYY-MM-DD
 * @occupation: (nullable): id of the occupation in question
 *
 * Does the work of jg_eligibility_check() on given lists.
 *
 * Returns: (transfer full) (nullable): the result; %NULL when @as_of is not a date
 */
JgEligibility *
jg_eligibility_check_list (GPtrArray *measures,
                           GPtrArray *facts,
                           JgProfile *profile,
                           const char *as_of,
                           const char *occupation)
{
  JgConditionContext context;
  JgEligibility *self;

  g_return_val_if_fail (measures != NULL && facts != NULL, NULL);
  g_return_val_if_fail (JG_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (jg_condition_context_init (&context, profile, as_of, JG_STATE_UNKNOWN),
                        NULL);

  self = g_new0 (JgEligibility, 1);
  self->verdicts = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_verdict_free);
  self->questions = g_ptr_array_new_with_free_func (question_free);
  self->warnings = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < measures->len; i++)
    g_ptr_array_add (self->verdicts,
                     jg_verdict_new (g_ptr_array_index (measures, i), &context, occupation));
  g_ptr_array_sort (self->verdicts, compare_verdicts);
  add_questions (self, facts);
  add_warnings (self, facts, &context);
  return self;
}

/**
 * jg_eligibility_check:
 * @catalogue: the catalogue
 * @profile: the jobseeker's answers
 * @as_of: the day on which is judged, YYYY-MM-DD
 * @occupation: (nullable): id of the occupation in question; decides {"occupation": "linked"} only,
 *   measures that are not linked to it are returned all the same
 *
 * Checks every measure of the catalogue against a person, and finds the questions whose answers would
 * still decide something. A question counts the undecided measures that hang on it; where two
 * decide as many, the one with more benefits (tier A) comes first.
 *
 * Returns: (transfer full) (nullable): the result; %NULL when @as_of is not a date
 */
JgEligibility *
jg_eligibility_check (JgCatalogue *catalogue,
                      JgProfile *profile,
                      const char *as_of,
                      const char *occupation)
{
  g_autoptr (GPtrArray) measures = NULL;
  g_autoptr (GPtrArray) facts = NULL;

  g_return_val_if_fail (JG_IS_CATALOGUE (catalogue), NULL);

  measures = jg_catalogue_list_measures (catalogue);
  facts = jg_catalogue_list_facts (catalogue);
  return jg_eligibility_check_list (measures, facts, profile, as_of, occupation);
}

/**
 * jg_eligibility_free:
 * @self: (transfer full): a result
 *
 * Frees a result and everything in it.
 */
void
jg_eligibility_free (JgEligibility *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->verdicts);
  g_ptr_array_unref (self->questions);
  g_ptr_array_unref (self->warnings);
  g_free (self);
}
