/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "../catalogue/jg-fact-implied.h"
#include "jg-eligibility-private.h"

#define N_OFFERS (JG_OFFER_BACKGROUND + 1)
/* A question of a set of n counts an nth of what the set decides; twelfths keep that whole for up to 4, and 6. */
#define WHOLE 12

struct _JgEligibilityChecker
{
  gatomicrefcount ref_count;
  GPtrArray *measures; /* (element-type JgPreparedMeasure), in the order in which they are told */
  GPtrArray *fact_list;
  GHashTable *facts;   /* key → JgFact */
  GHashTable *implied; /* of jg_facts_list_implied() */
  JgConditionTable *table;
};

static gboolean
is_local (const JgMeasure *measure)
{
  return measure->region_code != NULL &&
         jg_place_check (NULL, measure->region_code) != JG_STATE_MET;
}

/* Benefits before services, the local before the national, the newer before the older. */
static int
compare_measures (gconstpointer a, gconstpointer b)
{
  const JgMeasure *x = *(const JgMeasure *const *) a;
  const JgMeasure *y = *(const JgMeasure *const *) b;
  int order = g_strcmp0 (x->tier, y->tier);
  if (order == 0)
    order = is_local (y) - is_local (x);
  if (order == 0)
    order = g_strcmp0 (y->document_date, x->document_date);
  if (order == 0)
    order = g_strcmp0 (x->id, y->id);
  return order;
}

/**
 * jg_eligibility_checker_new:
 * @measures: (element-type JgMeasure): measures; each is kept with a reference
 * @facts: (element-type JgFact): the vocabulary of facts; a reference is kept
 *
 * Prepares measures for being checked.
 *
 * Returns: (transfer full): the checker
 */
JgEligibilityChecker *
jg_eligibility_checker_new (GPtrArray *measures, GPtrArray *facts)
{
  JgEligibilityChecker *self;
  g_autoptr (GPtrArray) sorted = NULL;

  g_return_val_if_fail (measures != NULL && facts != NULL, NULL);

  self = g_new0 (JgEligibilityChecker, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->fact_list = g_ptr_array_ref (facts);
  self->facts = g_hash_table_new (g_str_hash, g_str_equal);
  self->implied = jg_facts_list_implied (facts);
  for (guint i = 0; i < facts->len; i++)
    {
      JgFact *fact = g_ptr_array_index (facts, i);

      g_hash_table_insert (self->facts, fact->key, fact);
    }
  self->table = jg_condition_table_new (facts);
  /* In the order in which they are told, so that they also lie so in memory. */
  sorted = g_ptr_array_sized_new (measures->len);
  g_ptr_array_extend (sorted, measures, NULL, NULL);
  g_ptr_array_sort (sorted, compare_measures);
  self->measures = g_ptr_array_new_full (measures->len, (GDestroyNotify) jg_prepared_measure_free);
  for (guint i = 0; i < sorted->len; i++)
    g_ptr_array_add (self->measures,
                     jg_prepared_measure_new (g_ptr_array_index (sorted, i), self->table));
  return self;
}

/**
 * jg_eligibility_checker_ref:
 * @self: a checker
 *
 * Takes a reference more.
 *
 * Returns: (transfer full): @self
 */
JgEligibilityChecker *
jg_eligibility_checker_ref (JgEligibilityChecker *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * jg_eligibility_checker_unref:
 * @self: (transfer full): a checker
 *
 * Gives one reference back. Results keep one, so they stay whole.
 */
void
jg_eligibility_checker_unref (JgEligibilityChecker *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->measures);
  jg_condition_table_free (self->table);
  g_hash_table_unref (self->facts);
  g_hash_table_unref (self->implied);
  g_ptr_array_unref (self->fact_list);
  g_free (self);
}

/**
 * jg_eligibility_checker_get:
 * @catalogue: a catalogue
 *
 * Gets the checker of a catalogue, which is made on first use and goes with it: a catalogue never
 * changes.
 *
 * Returns: (transfer none): the checker
 */
JgEligibilityChecker *
jg_eligibility_checker_get (JgCatalogue *catalogue)
{
  static const char key[] = "jg-eligibility-checker";
  JgEligibilityChecker *self;

  g_return_val_if_fail (JG_IS_CATALOGUE (catalogue), NULL);

  self = g_object_get_data (G_OBJECT (catalogue), key);
  if (self == NULL)
    {
      g_autoptr (GPtrArray) measures = jg_catalogue_list_measures (catalogue);
      g_autoptr (GPtrArray) facts = jg_catalogue_list_facts (catalogue);

      self = jg_eligibility_checker_new (measures, facts);
      g_object_set_data_full (G_OBJECT (catalogue), key, self,
                              (GDestroyNotify) jg_eligibility_checker_unref);
    }
  return self;
}

/* A field that is not known, or a wish that is denied, is kept under the key of its question. */
static gboolean
is_field_answer (const char *key, const JgFactValue *value)
{
  return jg_question_field_text (key) != NULL &&
         (value->state == JG_FACT_UNKNOWN ||
          (value->state == JG_FACT_BOOLEAN && g_str_has_prefix (key, "wants:")));
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
add_warnings (JgEligibility *self, GHashTable *facts, const JgConditionContext *context)
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
      const JgFact *fact = g_hash_table_lookup (facts, key);

      if (fact == NULL && is_field_answer (key, value))
        continue;
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
 * jg_eligibility_checker_init_context:
 * @self: a checker
 * @context: to be filled; must not outlive @self
 * @profile: the jobseeker's answers
 * @as_of: the day on which is judged, YYYY-MM-DD
 * @linked: whether the occupation in question is a link of the measure
 *
 * Prepares the checking of single conditions with all that the vocabulary says of the facts, for
 * showing a tree with the states its verdict was made from.
 *
 * Returns: %FALSE when @as_of is not a full date
 */
gboolean
jg_eligibility_checker_init_context (JgEligibilityChecker *self,
                                     JgConditionContext *context,
                                     JgProfile *profile,
                                     const char *as_of,
                                     JgState linked)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!jg_condition_context_init (context, profile, as_of, linked))
    return FALSE;
  context->implied = self->implied;
  return TRUE;
}

static void
raise_stakes (JgStake *stakes, const JgDeciding *deciding, guint weight)
{
  for (guint i = 0; i < deciding->ask.n; i++)
    stakes[deciding->ask.keys[i]].decides++;
  for (guint i = 0; deciding->size > 0 && i < deciding->first.n; i++)
    {
      JgStake *stake = &stakes[deciding->first.keys[i]];

      stake->weight += weight * WHOLE / deciding->size;
      if (stake->smallest == 0 || deciding->size < stake->smallest)
        stake->smallest = deciding->size;
    }
}

/* Two answers that cannot both be true are told, not settled. */
static void
add_contradictions (JgEligibilityChecker *self, JgEligibility *result, JgProfile *profile)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->implied);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const JgFactValue *answer = jg_profile_get_fact (profile, key);
      char **others = value;

      for (guint i = 0; answer->state == JG_FACT_BOOLEAN && !answer->boolean && others[i] != NULL;
           i++)
        {
          const JgFactValue *other = jg_profile_get_fact (profile, others[i]);
          const JgFact *fact = g_hash_table_lookup (self->facts, key);
          const JgFact *holder = g_hash_table_lookup (self->facts, others[i]);

          if (other->state == JG_FACT_BOOLEAN && other->boolean && holder != NULL)
            g_ptr_array_add (result->warnings, g_strdup_printf ("“%s”答是，“%s”却答否，请核对。",
                                                                holder->question, fact->question));
        }
    }
}

static JgEligibilityRun *
run_new (JgEligibilityChecker *self, const JgConditionContext *context, const char *occupation)
{
  JgEligibilityRun *run = g_new0 (JgEligibilityRun, 1);

  run->checker = jg_eligibility_checker_ref (self);
  run->check = jg_condition_table_check (self->table, context);
  run->as_of = g_strdup (context->as_of);
  run->day = context->day;
  run->occupation = g_strdup (occupation);
  run->n = self->measures->len;
  run->verdicts = g_new (JgVerdict, run->n);
  run->ask_ends = g_new (guint, run->n);
  run->ask_keys = g_array_new (FALSE, FALSE, sizeof (guint));
  run->words = g_new0 (JgVerdictWords, run->n);
  return run;
}

/**
 * jg_eligibility_checker_check:
 * @self: a checker
 * @profile: the jobseeker's answers
 * @as_of: the day on which is judged, YYYY-MM-DD
 * @occupation: (nullable): id of the occupation in question; decides {"occupation": "linked"} only,
 *   measures that are not linked to it are returned all the same
 *
 * Checks every measure against a person, and ranks the questions whose answers would still decide
 * something (docs/conditions.md): first those that need the fewest other answers, of these the ones
 * that decide most, money before services. The reasons and caveats of a verdict are made when they are
 * asked for, from the answers as they were.
 *
 * Returns: (transfer full) (nullable): the result; %NULL when @as_of is not a date
 */
JgEligibility *
jg_eligibility_checker_check (JgEligibilityChecker *self,
                              JgProfile *profile,
                              const char *as_of,
                              const char *occupation)
{
  JgConditionContext context;
  g_autoptr (JgDeciding) deciding = NULL;
  g_autofree JgStake *stakes = NULL;
  guint counts[N_OFFERS] = { 0 };
  JgEligibilityRun *run;
  JgEligibility *result;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (JG_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (
      jg_eligibility_checker_init_context (self, &context, profile, as_of, JG_STATE_UNKNOWN), NULL);

  deciding = jg_deciding_new (self->table);
  run = run_new (self, &context, occupation);
  stakes = g_new0 (JgStake, MAX (jg_condition_table_get_n_keys (self->table), 1));
  for (guint i = 0; i < run->n; i++)
    {
      const JgPreparedMeasure *measure = g_ptr_array_index (self->measures, i);

      jg_prepared_measure_check (measure, run, deciding, &run->verdicts[i]);
      run->ask_ends[i] = run->ask_keys->len;
      counts[run->verdicts[i].offer]++;
      if (deciding->size > 0)
        raise_stakes (stakes, deciding, measure->weight);
    }

  /* The measures are in order already; only the offers are to be brought together. */
  result = g_new0 (JgEligibility, 1);
  result->run = run;
  result->verdicts = g_ptr_array_sized_new (run->n);
  g_ptr_array_set_size (result->verdicts, (int) run->n);
  for (guint i = 0, sum = 0; i < N_OFFERS; i++)
    {
      guint count = counts[i];

      counts[i] = sum;
      sum += count;
    }
  for (guint i = 0; i < run->n; i++)
    result->verdicts->pdata[counts[run->verdicts[i].offer]++] = &run->verdicts[i];

  result->questions = jg_questions_rank (self->table, self->facts, stakes);
  result->warnings = g_ptr_array_new_with_free_func (g_free);
  add_warnings (result, self->facts, &context);
  add_contradictions (self, result, profile);
  return result;
}

/**
 * jg_eligibility_checker_get_measure:
 * @self: a checker
 * @position: which, in the order in which they are told
 *
 * Gets a measure of a checker.
 *
 * Returns: (transfer none): the measure
 */
JgPreparedMeasure *
jg_eligibility_checker_get_measure (JgEligibilityChecker *self, guint position)
{
  g_return_val_if_fail (self != NULL && position < self->measures->len, NULL);

  return g_ptr_array_index (self->measures, position);
}

/**
 * jg_eligibility_checker_get_table:
 * @self: a checker
 *
 * Gets the table of the conditions.
 *
 * Returns: (transfer none): the table
 */
JgConditionTable *
jg_eligibility_checker_get_table (JgEligibilityChecker *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->table;
}
