/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What must hold for every person and every tree: answers are final, their order is nothing, and what is asked next
 * is what a search through all answers, written here without the checker's counting, finds too. */

#include <string.h>

#include "jg-eligibility-private.h"
#include "jg-fact-implied.h"

#define TODAY "2026-01-01"
#define THEN "2020-10-15"
#define N_KEYS 5

static JgCatalogue *catalogue;

static gboolean
is_long (void)
{
  return g_strcmp0 (g_getenv ("JOBGUIDE_TEST_LONG"), "1") == 0;
}

/* --- small trees, searched through ------------------------------------------------------------------------------ */

static void
write_tree (GString *json, GRand *rand, guint depth)
{
  const guint kind = (guint) g_rand_int_range (rand, 0, depth == 0 ? 2 : 6);
  const guint n = (guint) g_rand_int_range (rand, 1, 4);

  if (kind < 2)
    {
      if (g_rand_int_range (rand, 0, 12) == 0)
        g_string_append (json, "{\"ask\": \"?\"}");
      else
        g_string_append_printf (json, "{\"fact\": \"%c\"}",
                                'a' + g_rand_int_range (rand, 0, N_KEYS));
      return;
    }
  if (kind == 2)
    {
      g_string_append (json, "{\"not\": ");
      write_tree (json, rand, depth - 1);
      g_string_append_c (json, '}');
      return;
    }
  g_string_append_printf (json, "{\"%s\": [", kind == 3 ? "all" : "any");
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append (json, ", ");
      write_tree (json, rand, depth - 1);
    }
  g_string_append (json, kind == 5 && n > 1 ? "], \"open\": true}" : "]}");
}

/* What is said of a fact: nothing, that it is not known, no, yes. */
typedef enum
{
  SAID_NOTHING,
  SAID_UNKNOWN,
  SAID_NO,
  SAID_YES,
} Said;

/* Which facts hold another by their meaning, worked out here once more: bit j of holds[i] when who has j has i, over
 * however many steps. */
static void
close_implications (guint *holds)
{
  for (guint round = 0; round < N_KEYS; round++)
    for (guint i = 0; i < N_KEYS; i++)
      for (guint j = 0; j < N_KEYS; j++)
        if (holds[i] & (1u << j))
          holds[i] |= holds[j];
}

/* Yes to one fact and no to another that it holds cannot both be true. */
static gboolean
can_be_true (const Said *said, const guint *holds)
{
  for (guint i = 0; i < N_KEYS; i++)
    for (guint j = 0; j < N_KEYS; j++)
      if (said[i] == SAID_NO && said[j] == SAID_YES && (holds[i] & (1u << j)))
        return FALSE;
  return TRUE;
}

static JgState
check_said (const JgCondition *condition, const Said *said, const guint *holds)
{
  g_autoptr (JgProfile) profile = jg_profile_new ();
  JgConditionContext context;

  for (guint i = 0; i < N_KEYS; i++)
    {
      const char key[] = { (char) ('a' + i), '\0' };
      gboolean yes = said[i] == SAID_YES;

      for (guint j = 0; j < N_KEYS && said[i] < SAID_NO; j++)
        yes = yes || (said[j] == SAID_YES && (holds[i] & (1u << j)));
      if (yes || said[i] == SAID_NO)
        jg_profile_set_fact_boolean (profile, key, yes);
    }
  g_assert_true (jg_condition_context_init (&context, profile, TODAY, JG_STATE_UNKNOWN));
  return jg_condition_check (condition, &context);
}

/* All ways to answer what was not asked yet: which keys are in a smallest set that decides, and which in any that is
 * no larger than it must be. */
static void
search_all (const JgCondition *condition,
            const Said *known,
            const guint *holds,
            guint *size,
            guint *first,
            guint *ask)
{
  guint n_ways = 1;

  for (guint i = 0; i < N_KEYS; i++)
    n_ways *= 3;
  *size = *first = *ask = 0;
  for (guint way = 1; way < n_ways; way++)
    {
      Said said[N_KEYS];
      guint chosen = 0, n = 0, rest = way;
      gboolean again = FALSE;

      for (guint i = 0; i < N_KEYS; i++, rest /= 3)
        {
          said[i] = known[i];
          if (rest % 3 == 0)
            continue;
          again = again || known[i] != SAID_NOTHING;
          said[i] = rest % 3 == 1 ? SAID_YES : SAID_NO;
          chosen |= 1u << i;
          n++;
        }
      if (again || !can_be_true (said, holds) ||
          check_said (condition, said, holds) == JG_STATE_UNKNOWN)
        continue;
      if (*size == 0 || n < *size)
        {
          *size = n;
          *first = 0;
        }
      if (n == *size)
        *first |= chosen;
      for (guint i = 0; i < N_KEYS; i++)
        {
          const Said kept = said[i];

          if (!(chosen & (1u << i)))
            continue;
          said[i] = SAID_NOTHING;
          if (check_said (condition, said, holds) == JG_STATE_UNKNOWN)
            *ask |= 1u << i;
          said[i] = kept;
        }
    }
}

/* A vocabulary of the keys in which some facts hold others, and what is known of someone. */
static GPtrArray *
make_facts (const guint *holds)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_fact_free);

  for (guint i = 0; i < N_KEYS; i++)
    {
      g_autoptr (GStrvBuilder) implied_by = g_strv_builder_new ();
      JgFact *fact = g_new0 (JgFact, 1);

      for (guint j = 0; j < N_KEYS; j++)
        {
          const char key[] = { (char) ('a' + j), '\0' };

          if (holds[i] & (1u << j))
            g_strv_builder_add (implied_by, key);
        }
      fact->key = g_strdup_printf ("%c", 'a' + i);
      fact->type = g_strdup ("boolean");
      fact->question = g_strdup_printf ("%c?", 'a' + i);
      fact->implied_by = g_strv_builder_end (implied_by);
      g_ptr_array_add (facts, fact);
    }
  return facts;
}

static GPtrArray *
pick_world (GRand *rand, guint n, guint *holds, Said *known)
{
  /* b ← a; b ← a, c; c ← b ← a; e ← a, d and b ← a. */
  static const guint worlds[][N_KEYS] = {
    { 0 }, { 0, 1 }, { 0, 1 | 4 }, { 0, 1, 2 }, { 0, 1, 0, 0, 1 | 8 },
  };

  GPtrArray *facts;

  memcpy (holds, worlds[n % G_N_ELEMENTS (worlds)], N_KEYS * sizeof *holds);
  facts = make_facts (holds);
  close_implications (holds);
  do
    for (guint i = 0; i < N_KEYS; i++)
      {
        const int roll = g_rand_int_range (rand, 0, 12);

        known[i] = roll < 2    ? SAID_UNKNOWN
                   : roll == 2 ? SAID_NO
                   : roll == 3 ? SAID_YES
                               : SAID_NOTHING;
      }
  while (!can_be_true (known, holds));
  return facts;
}

static guint
get_bits (JgConditionTable *table, const JgKeySet *keys)
{
  guint bits = 0;

  for (guint i = 0; i < keys->n; i++)
    bits |= 1u << (*jg_condition_table_get_key (table, keys->keys[i]) - 'a');
  return bits;
}

static JgCondition *
make_tree (GRand *rand, guint n, GString *json)
{
  g_autoptr (JsonNode) node = NULL;

  /* Every other tree is of those that no single answer decides. */
  if (n % 2 == 0)
    write_tree (json, rand, 3);
  else
    {
      g_string_append (json, "{\"all\": [{\"any\": [{\"fact\": \"a\"}, ");
      write_tree (json, rand, 1);
      g_string_append (json, "]}, {\"any\": [{\"fact\": \"b\"}, ");
      write_tree (json, rand, 2);
      g_string_append (json, "]}]}");
    }
  node = json_from_string (json->str, NULL);
  return jg_condition_new_from_json (node, NULL);
}

static void
test_smallest (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  guint n_undecided = 0, n_larger = 0, n_implied = 0;

  for (guint i = 0; i < (is_long () ? 20000u : 1200u); i++)
    {
      g_autoptr (GString) json = g_string_new (NULL);
      g_autoptr (JgCondition) condition = make_tree (rand, i, json);
      g_autoptr (JgProfile) profile = jg_profile_new ();
      g_autoptr (GPtrArray) facts = NULL;
      g_autoptr (GHashTable) implied = NULL;
      g_autoptr (JgConditionTable) table = NULL;
      g_autoptr (JgConditionProgram) program = NULL;
      g_autoptr (JgTableCheck) check = NULL;
      g_autoptr (JgDeciding) deciding = NULL;
      JgConditionContext context;
      guint size, first, ask, holds[N_KEYS];
      Said known[N_KEYS];
      JgState state;

      if (condition == NULL)
        continue;
      facts = pick_world (rand, i / 2, holds, known);
      for (guint k = 0; k < N_KEYS; k++)
        {
          const char key[] = { (char) ('a' + k), '\0' };

          if (known[k] == SAID_UNKNOWN)
            jg_profile_set_fact_unknown (profile, key);
          else if (known[k] != SAID_NOTHING)
            jg_profile_set_fact_boolean (profile, key, known[k] == SAID_YES);
        }
      implied = jg_facts_list_implied (facts);
      g_assert_true (jg_condition_context_init (&context, profile, TODAY, JG_STATE_UNKNOWN));
      context.implied = implied;
      table = jg_condition_table_new (facts);
      program = jg_condition_program_new (table, condition, NULL, NULL);
      check = jg_condition_table_check (table, &context);
      state = jg_condition_program_evaluate (program, check, JG_STATE_UNKNOWN, NULL);
      g_assert_cmpint (state, ==, check_said (condition, known, holds));
      g_assert_cmpint (state, ==, jg_condition_check (condition, &context));
      if (state != JG_STATE_UNKNOWN)
        continue;

      n_undecided++;
      deciding = jg_deciding_new (table);
      jg_deciding_find (deciding, program, check, JG_STATE_UNKNOWN);
      search_all (condition, known, holds, &size, &first, &ask);
      n_larger += size > 1;
      n_implied += size > 0 && holds[1] != 0;
      if (deciding->size != size || get_bits (table, &deciding->first) != first ||
          get_bits (table, &deciding->ask) != ask)
        g_test_message ("%s, %d %d %d %d %d, world %u", json->str, known[0], known[1], known[2],
                        known[3], known[4], i / 2 % 5);
      g_assert_true (deciding->exact);
      g_assert_cmpuint (deciding->size, ==, size);
      g_assert_cmpuint (get_bits (table, &deciding->first), ==, first);
      g_assert_cmpuint (get_bits (table, &deciding->ask), ==, ask);
      if (size == 0)
        g_assert_cmpuint (deciding->first.n, ==, 0);
      /* Trying answers leaves nothing behind. */
      g_assert_cmpint (jg_condition_program_evaluate (program, check, JG_STATE_UNKNOWN, NULL), ==,
                       JG_STATE_UNKNOWN);
    }
  g_assert_cmpuint (n_undecided, >, 500);
  g_assert_cmpuint (n_larger, >, 40);
  g_assert_cmpuint (n_implied, >, 200);
}

/* --- the catalogue against random people ------------------------------------------------------------------------ */

static GPtrArray *fact_list;

static void
answer_fact (JgProfile *profile, const JgFact *fact, GRand *rand)
{
  const int roll = g_rand_int_range (rand, 0, 10);

  if (roll == 0)
    jg_profile_set_fact_unknown (profile, fact->key);
  else if (g_str_equal (fact->type, "boolean"))
    jg_profile_set_fact_boolean (profile, fact->key, roll < 6);
  else if (g_str_equal (fact->type, "number"))
    jg_profile_set_fact_number (profile, fact->key, g_rand_int_range (rand, 0, 120));
  else if (g_str_equal (fact->type, "date"))
    {
      g_autofree char *date =
          g_strdup_printf ("%04d-%02d-%02d", g_rand_int_range (rand, 2015, 2026),
                           g_rand_int_range (rand, 1, 13), g_rand_int_range (rand, 1, 29));

      jg_profile_set_fact_string (profile, fact->key, date);
    }
  else if (fact->option_values != NULL && fact->option_values[0] != NULL)
    jg_profile_set_fact_string (
        profile, fact->key,
        fact->option_values[g_rand_int_range (rand, 0, (int) g_strv_length (fact->option_values))]);
}

static const char *
pick_place (GRand *rand)
{
  static const char *const places[] = { "440300", "330800", "330000", "320500",
                                        "110000", "420100", "440000" };

  return places[g_rand_int_range (rand, 0, G_N_ELEMENTS (places))];
}

/* Whether two answers cannot both be true: registered as unemployed, and not out of work. */
static gboolean
is_contradictory (JgProfile *profile)
{
  for (guint i = 0; i < fact_list->len; i++)
    {
      const JgFact *fact = g_ptr_array_index (fact_list, i);
      const JgFactValue *value = jg_profile_get_fact (profile, fact->key);

      for (guint k = 0;
           value->state == JG_FACT_BOOLEAN && !value->boolean && fact->implied_by[k] != NULL; k++)
        {
          const JgFactValue *other = jg_profile_get_fact (profile, fact->implied_by[k]);

          if (other->state == JG_FACT_BOOLEAN && other->boolean)
            return TRUE;
        }
    }
  return FALSE;
}

/* One more answer of any kind that is not there yet. Places are left out where an answer must be final: where the text
 * names none, the place of work takes the place of the residence when it becomes known. */
static void
add_answer (JgProfile *profile, gboolean places, GRand *rand)
{
  const JgFact *fact =
      g_ptr_array_index (fact_list, (guint) g_rand_int_range (rand, 0, (int) fact_list->len));
  const JgPlace place = (JgPlace) g_rand_int_range (rand, 0, JG_N_PLACES);

  switch (g_rand_int_range (rand, 0, 12))
    {
    case 0:
      if (places && jg_profile_get_place (profile, place) == NULL)
        jg_profile_set_place (profile, place, pick_place (rand));
      break;
    case 1:
      if (jg_profile_get_age (profile) < 0 && jg_profile_get_birth (profile) == NULL)
        jg_profile_set_age (profile, g_rand_int_range (rand, 14, 70));
      break;
    case 2:
      if (jg_profile_get_sex (profile) == NULL)
        jg_profile_set_sex (profile, g_rand_boolean (rand) ? "male" : "female");
      break;
    case 3:
      jg_profile_set_wants (profile, jg_wants_nicks ()[g_rand_int_range (rand, 0, 6)], TRUE);
      break;
    case 4:
      if (jg_profile_get_education (profile) == NULL)
        jg_profile_set_education (profile, jg_education_nicks ()[g_rand_int_range (rand, 0, 9)]);
      break;
    default:
      if (jg_profile_get_fact (profile, fact->key)->state == JG_FACT_ABSENT)
        answer_fact (profile, fact, rand);
      if (is_contradictory (profile))
        jg_profile_set_fact_absent (profile, fact->key);
      break;
    }
}

static GHashTable *
index_verdicts (const JgEligibility *result)
{
  GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < result->verdicts->len; i++)
    {
      JgVerdict *verdict = g_ptr_array_index (result->verdicts, i);

      g_hash_table_insert (table, verdict->measure->id, verdict);
    }
  return table;
}

/* What was decided stays decided; ended and background stay what they are; nothing claims to be in force. */
static void
test_random_people (void)
{
  static const char *const forbidden[] = { "\u6709\u6548", "\u4ecd\u6267\u884c",
                                           "\u4ecd\u5728\u6267\u884c" };
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  JgEligibilityChecker *checker = jg_eligibility_checker_get (catalogue);

  for (guint n = 0; n < (is_long () ? 10000u : 300u); n++)
    {
      g_autoptr (JgProfile) profile = jg_profile_new ();
      const char *as_of = n % 2 == 0 ? TODAY : THEN;
      g_autoptr (JgEligibility) before = NULL;
      g_autoptr (JgEligibility) after = NULL;
      g_autoptr (GHashTable) old = NULL;

      for (int i = g_rand_int_range (rand, 0, 40); i > 0; i--)
        add_answer (profile, TRUE, rand);
      before = jg_eligibility_checker_check (checker, profile, as_of, NULL);
      old = index_verdicts (before);
      for (guint i = 0; i < 3; i++)
        add_answer (profile, FALSE, rand);
      after = jg_eligibility_checker_check (checker, profile, as_of, NULL);
      for (guint i = 0; i < after->verdicts->len; i++)
        {
          const JgVerdict *verdict = g_ptr_array_index (after->verdicts, i);
          const JgVerdict *was = g_hash_table_lookup (old, verdict->measure->id);

          if (was->conditions != JG_STATE_UNKNOWN && verdict->conditions == JG_STATE_UNKNOWN)
            g_test_message ("%s", verdict->measure->id);
          g_assert_true (was->conditions == JG_STATE_UNKNOWN ||
                         verdict->conditions != JG_STATE_UNKNOWN);
          g_assert_true (verdict->validity != JG_VALIDITY_ENDED ||
                         verdict->offer == JG_OFFER_ENDED || verdict->offer == JG_OFFER_BACKGROUND);
          g_assert_true (g_strcmp0 (verdict->measure->tier, "C") != 0 ||
                         verdict->offer == JG_OFFER_BACKGROUND);
          for (guint k = 0; k < jg_verdict_get_caveats (verdict)->len; k++)
            for (gsize w = 0; w < G_N_ELEMENTS (forbidden); w++)
              g_assert_null (
                  strstr (g_ptr_array_index (jg_verdict_get_caveats (verdict), k), forbidden[w]));
        }
    }
}

static GPtrArray *
list_absent_facts (JgProfile *profile)
{
  GPtrArray *absent = g_ptr_array_new ();

  for (guint i = 0; i < fact_list->len; i++)
    {
      const JgFact *fact = g_ptr_array_index (fact_list, i);

      if (jg_profile_get_fact (profile, fact->key)->state == JG_FACT_ABSENT)
        g_ptr_array_add (absent, fact->key);
    }
  return absent;
}

/* Whatever else is answered that was not asked, what was left open stays open. */
static void
check_nothing_decides (JgProfile *profile, const JgEligibility *end, GRand *rand)
{
  JgEligibilityChecker *checker = jg_eligibility_checker_get (catalogue);
  g_autoptr (GPtrArray) absent = list_absent_facts (profile);

  for (guint n = 0; n < 10; n++)
    {
      g_autoptr (JgEligibility) result = NULL;
      g_autoptr (GHashTable) then = NULL;

      for (guint i = 0; i < fact_list->len; i++)
        {
          const JgFact *fact = g_ptr_array_index (fact_list, i);

          if (!g_ptr_array_find (absent, fact->key, NULL))
            continue;
          answer_fact (profile, fact, rand);
          if (is_contradictory (profile))
            jg_profile_set_fact_absent (profile, fact->key);
        }
      result = jg_eligibility_checker_check (checker, profile, TODAY, NULL);
      then = index_verdicts (result);
      for (guint i = 0; i < end->verdicts->len; i++)
        {
          const JgVerdict *verdict = g_ptr_array_index (end->verdicts, i);
          const JgVerdict *now = g_hash_table_lookup (then, verdict->measure->id);

          if (verdict->offer != JG_OFFER_ASK || verdict->conditions != JG_STATE_UNKNOWN)
            continue;
          g_test_message ("%s", verdict->measure->id);
          g_assert_cmpint (now->conditions, ==, JG_STATE_UNKNOWN);
        }
      for (guint i = 0; i < absent->len; i++)
        jg_profile_set_fact_absent (profile, g_ptr_array_index (absent, i));
    }
}

/* Of no real measure are there more ways to answer than are gone through. */
static void
test_exact (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  g_autoptr (GPtrArray) measures = jg_catalogue_list_measures (catalogue);
  guint n_repeated = 0;

  for (guint n = 0; n < 4; n++)
    {
      g_autoptr (JgProfile) profile = jg_profile_new ();
      JgConditionContext context;

      for (guint i = 0; i < n * 10; i++)
        add_answer (profile, TRUE, rand);
      g_assert_true (jg_eligibility_checker_init_context (
          jg_eligibility_checker_get (catalogue), &context, profile, TODAY, JG_STATE_UNKNOWN));
      for (guint i = 0; i < measures->len; i++)
        {
          const JgMeasure *measure = g_ptr_array_index (measures, i);
          g_autoptr (JgConditionTable) table = jg_condition_table_new (fact_list);
          g_autoptr (JgConditionProgram) program = jg_condition_program_new (
              table, measure->conditions != NULL ? measure->conditions : measure->worker,
              measure->region_code, measure->region_anchor);
          g_autoptr (JgTableCheck) check = jg_condition_table_check (table, &context);
          g_autoptr (JgDeciding) deciding = jg_deciding_new (table);

          if (jg_condition_program_evaluate (program, check, JG_STATE_UNKNOWN, NULL) !=
              JG_STATE_UNKNOWN)
            continue;
          jg_deciding_find (deciding, program, check, JG_STATE_UNKNOWN);
          g_test_message ("%s", measure->id);
          g_assert_true (deciding->exact);
          n_repeated += program->may_repeat;
        }
    }
  g_assert_cmpuint (n_repeated, >, 10);
}

/* Asked and answered until nothing is asked, every question is new and nothing that could still be decided is left. */
static void
test_asking_ends (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  JgEligibilityChecker *checker = jg_eligibility_checker_get (catalogue);

  for (guint n = 0; n < (is_long () ? 100u : 6u); n++)
    {
      g_autoptr (JgProfile) profile = jg_profile_new ();
      g_autoptr (GHashTable) asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (;;)
        {
          g_autoptr (JgEligibility) result =
              jg_eligibility_checker_check (checker, profile, TODAY, NULL);
          const JgQuestion *question;
          JgFact *fact = NULL;

          if (result->questions->len == 0)
            {
              for (guint i = 0; i < result->verdicts->len; i++)
                g_assert_cmpuint (jg_verdict_get_ask (g_ptr_array_index (result->verdicts, i))->len,
                                  ==, 0);
              check_nothing_decides (profile, result, rand);
              break;
            }
          question = g_ptr_array_index (result->questions, 0);
          g_test_message ("%s", question->fact);
          g_assert_true (g_hash_table_add (asked, g_strdup (question->fact)));
          for (guint i = 0; i < fact_list->len; i++)
            if (g_str_equal (((JgFact *) g_ptr_array_index (fact_list, i))->key, question->fact))
              fact = g_ptr_array_index (fact_list, i);
          if (fact != NULL && g_rand_int_range (rand, 0, 4) > 0)
            answer_fact (profile, fact, rand);
          if (fact == NULL || is_contradictory (profile) ||
              jg_profile_get_fact (profile, fact->key)->state == JG_FACT_ABSENT)
            jg_profile_set_fact_unknown (profile, question->fact);
        }
      g_assert_cmpuint (g_hash_table_size (asked), >, 10);
    }
}

static char *
sum_up (JgProfile *profile)
{
  g_autoptr (JgEligibility) result = jg_eligibility_check (catalogue, profile, TODAY, NULL);
  g_autoptr (GString) string = g_string_new (NULL);

  for (guint i = 0; i < result->verdicts->len; i++)
    {
      const JgVerdict *verdict = g_ptr_array_index (result->verdicts, i);

      g_string_append_printf (string, "%s %d %d %u\n", verdict->measure->id, verdict->conditions,
                              verdict->offer, jg_verdict_get_ask (verdict)->len);
    }
  for (guint i = 0; i < result->questions->len; i++)
    {
      const JgQuestion *question = g_ptr_array_index (result->questions, i);

      g_string_append_printf (string, "%s %u\n", question->fact, question->weight);
    }
  return g_string_free (g_steal_pointer (&string), FALSE);
}

static void
test_order (void)
{
  g_autoptr (JgProfile) forward = jg_profile_new ();
  g_autoptr (JgProfile) backward = jg_profile_new ();
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  for (guint i = 0; i < fact_list->len; i += 2)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (i);

      answer_fact (forward, g_ptr_array_index (fact_list, i), rand);
    }
  for (guint i = (fact_list->len - 1) / 2 * 2 + 2; i > 0; i -= 2)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (i - 2);

      answer_fact (backward, g_ptr_array_index (fact_list, i - 2), rand);
    }
  first = sum_up (forward);
  second = sum_up (backward);
  g_assert_cmpstr (first, ==, second);
}

/* Both ends of every stated term belong to it. */
static void
test_boundaries (void)
{
  g_autoptr (GPtrArray) measures = jg_catalogue_list_measures (catalogue);
  guint n = 0;

  for (guint i = 0; i < measures->len; i++)
    {
      const JgMeasure *measure = g_ptr_array_index (measures, i);
      GDate first, last;

      if (jg_profile_read_date (measure->valid_from, &first, &last) &&
          !g_str_equal (measure->validity_basis, "document-clause-ambiguous"))
        {
          JgValidity on = jg_validity_check (measure, &first);

          g_test_message ("%s", measure->id);
          if (!jg_date_is_late (measure->document_date, &first))
            g_assert_cmpint (on, !=, JG_VALIDITY_FUTURE);
          g_date_subtract_days (&first, 1);
          g_assert_cmpint (jg_validity_check (measure, &first), ==, JG_VALIDITY_FUTURE);
          n++;
        }
      if (jg_profile_read_date (measure->valid_to, &first, &last) &&
          (g_str_equal (measure->validity_basis, "measure") ||
           g_str_has_prefix (measure->validity_basis, "document-term") ||
           g_str_equal (measure->validity_basis, "document-clause")))
        {
          g_assert_cmpint (jg_validity_check (measure, &last), ==, JG_VALIDITY_OPEN);
          g_date_add_days (&last, 1);
          g_assert_cmpint (jg_validity_check (measure, &last), ==, JG_VALIDITY_ENDED);
          n++;
        }
    }
  g_assert_cmpuint (n, >, 20);
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
  fact_list = jg_catalogue_list_facts (catalogue);

  g_test_add_func ("/eligibility-properties/smallest", test_smallest);
  g_test_add_func ("/eligibility-properties/random-people", test_random_people);
  g_test_add_func ("/eligibility-properties/exact", test_exact);
  g_test_add_func ("/eligibility-properties/asking-ends", test_asking_ends);
  g_test_add_func ("/eligibility-properties/order", test_order);
  g_test_add_func ("/eligibility-properties/boundaries", test_boundaries);
  result = g_test_run ();

  g_ptr_array_unref (fact_list);
  g_clear_object (&catalogue);
  return result;
}
