/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One measure against one person. */

#include "jg-eligibility-private.h"

#include <string.h>

#include "jg-kleene.h"

static gboolean
is_for_individual (const JgMeasure *measure)
{
  return g_strv_contains ((const char *const *) measure->beneficiaries, "individual");
}

static char *
dup_beneficiary_words (const JgMeasure *measure)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; measure->beneficiaries[i] != NULL; i++)
    g_ptr_array_add (labels, (gpointer) jg_measure_beneficiary_label (measure->beneficiaries[i]));
  g_ptr_array_add (labels, NULL);
  return g_strjoinv ("、", (char **) labels->pdata);
}

/**
 * jg_validity_check:
 * @measure: a measure
 * @day: the as-of day
 *
 * Sets the dates the text states against a day. Both ends are inclusive. A date for authorities
 * (target-date) ends nothing, a commencement states no end, and an end that may not apply leaves the
 * matter unclear. A document that was not yet issued lies in the future.
 *
 * Returns: the validity
 */
JgValidity
jg_validity_check (const JgMeasure *measure, const GDate *day)
{
  const char *basis;
  GDate first, last;

  g_return_val_if_fail (measure != NULL, JG_VALIDITY_UNSTATED);
  g_return_val_if_fail (day != NULL, JG_VALIDITY_UNSTATED);

  basis = measure->validity_basis != NULL ? measure->validity_basis : "none";
  if (jg_date_is_late (measure->document_date, day) || jg_date_is_late (measure->valid_from, day))
    return JG_VALIDITY_FUTURE;
  if (g_str_equal (basis, "document-clause-ambiguous") || g_str_equal (basis, "word-only"))
    return JG_VALIDITY_UNCLEAR;
  if (g_str_equal (basis, "target-date"))
    return JG_VALIDITY_UNSTATED;
  if (jg_profile_read_date (measure->valid_to, &first, &last))
    return g_date_compare (day, &last) > 0 ? JG_VALIDITY_ENDED : JG_VALIDITY_OPEN;
  if (g_str_equal (basis, "cohort-only"))
    return JG_VALIDITY_UNCLEAR;
  return JG_VALIDITY_UNSTATED;
}

/* The last year that some words name (“对 2020 年和 2021 年参加……计划”), or 0. */
static guint
find_last_year (const char *words)
{
  guint last = 0;

  while (words != NULL && *words != '\0')
    {
      const gsize n = strspn (words, "0123456789");

      if (n == strlen ("YYYY"))
        last = MAX (last, (guint) g_ascii_strtoull (words, NULL, 10));
      words += MAX (n, 1);
    }
  return last;
}

/* An unclear end that lies ahead changes nothing yet; one without a date is always in doubt. What is for the people of
 * some years only is in doubt when these are over. */
static gboolean
is_in_doubt (const JgMeasure *measure, JgValidity validity, const GDate *day)
{
  GDate first, last;

  if (validity != JG_VALIDITY_UNCLEAR)
    return FALSE;
  if (g_strcmp0 (measure->validity_basis, "cohort-only") == 0)
    return g_date_get_year (day) > find_last_year (measure->validity_quote);
  return !jg_profile_read_date (measure->valid_to, &first, &last) ||
         g_date_compare (day, &last) > 0;
}

/* Takes the first offer that fits (design §4). By-rule wording never lowers it. */
static JgOffer
choose_offer (const JgPreparedMeasure *self, JgState conditions)
{
  if (self->background)
    return JG_OFFER_BACKGROUND;
  if (self->validity == JG_VALIDITY_ENDED)
    return JG_OFFER_ENDED;
  if (self->validity == JG_VALIDITY_FUTURE)
    return JG_OFFER_FUTURE;
  if (!self->individual || conditions == JG_STATE_FAILED)
    return JG_OFFER_NO;
  if (conditions == JG_STATE_UNKNOWN || self->in_doubt || self->local_option)
    return JG_OFFER_ASK;
  return JG_OFFER_LIKELY;
}

/**
 * jg_measure_check_linked:
 * @measure: a measure
 * @occupation: (nullable): id of the occupation in question
 *
 * Checks whether the occupation in question is one of the measure's. A link that only suggests itself
 * settles nothing.
 *
 * Returns: the state; unknown when there is no occupation in question
 */
JgState
jg_measure_check_linked (const JgMeasure *measure, const char *occupation)
{
  g_return_val_if_fail (measure != NULL, JG_STATE_UNKNOWN);

  if (occupation == NULL)
    return JG_STATE_UNKNOWN;
  if (g_strcmp0 (measure->occupation_basis, "all") == 0)
    return JG_STATE_MET;

  for (guint i = 0; i < measure->occupations->len; i++)
    {
      const JgOccupationLink *link = g_ptr_array_index (measure->occupations, i);

      if (g_str_equal (link->occupation, occupation))
        return g_strcmp0 (link->basis, "explicit") == 0 ? JG_STATE_MET : JG_STATE_UNKNOWN;
    }
  return JG_STATE_FAILED;
}

static GRefString *
take_string (char *string)
{
  GRefString *copy = g_ref_string_new (string);

  g_free (string);
  return copy;
}

/* Money before services, benefits before what is merely done for one. */
static guint
weigh (const JgMeasure *measure)
{
  const gboolean benefit = g_strcmp0 (measure->tier, "A") == 0;
  const gboolean service =
      g_strcmp0 (measure->kind, "service") == 0 || g_strcmp0 (measure->kind, "registration") == 0;

  return (benefit ? 2 : 1) * (service ? 1 : 2);
}

/**
 * jg_prepared_measure_new:
 * @measure: a measure
 * @table: the table its leaves go to; must outlive the result
 *
 * Prepares a measure for being checked against many people.
 *
 * Returns: (transfer full): the prepared measure
 */
JgPreparedMeasure *
jg_prepared_measure_new (JgMeasure *measure, JgConditionTable *table)
{
  JgPreparedMeasure *self = g_new0 (JgPreparedMeasure, 1);
  g_autofree char *words = dup_beneficiary_words (measure);
  const JgCondition *tree;

  self->measure = jg_measure_ref (measure);
  self->individual = is_for_individual (measure);
  self->background =
      g_strcmp0 (measure->force, "explore") == 0 || g_strcmp0 (measure->tier, "C") == 0;
  self->local_option = g_strcmp0 (measure->force, "local-option") == 0;
  self->weight = weigh (measure);

  /* The conditions on an organisation cannot be read off a person; those on the person hired can. */
  tree = self->individual ? measure->conditions : measure->worker;
  self->blank = !self->individual && tree == NULL;
  self->program =
      jg_condition_program_new (table, tree, measure->region_code, measure->region_anchor);
  self->has_region =
      self->program->n_nodes > 1 && jg_condition_program_get_tree (self->program) > 1;
  jg_reasons_init (&self->reasons, self->program, measure->clause);

  if (!self->individual)
    {
      g_autofree char *label = g_strdup_printf ("补贴或支持给%s，不是给求职者本人", words);

      self->whose = jg_reason_new (label, JG_STATE_FAILED, NULL, measure->clause, NULL);
    }
  else if (measure->beneficiaries[1] != NULL)
    self->shared =
        take_string (g_strdup_printf ("文中的对象有%s，是否发给个人须向经办机构确认。", words));
  if (measure->employer_line != NULL)
    self->employer_line = g_ref_string_new (measure->employer_line);
  self->caveats = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);
  if (g_strcmp0 (measure->force, "by-rule") == 0 && measure->caveats[0] == NULL)
    jg_string_set_add (self->caveats, "具体条件和标准按有关规定，文中未写，须向经办机构确认。");
  for (guint i = 0; measure->caveats[i] != NULL; i++)
    jg_string_set_add (self->caveats, measure->caveats[i]);
  return self;
}

/**
 * jg_prepared_measure_free:
 * @self: (transfer full): a prepared measure
 *
 * Frees a prepared measure.
 */
void
jg_prepared_measure_free (JgPreparedMeasure *self)
{
  g_return_if_fail (self != NULL);

  jg_reasons_clear (&self->reasons);
  jg_condition_program_free (self->program);
  g_clear_pointer (&self->whose, jg_reason_free);
  for (gsize i = 0; i < G_N_ELEMENTS (self->region); i++)
    g_clear_pointer (&self->region[i], jg_reason_free);
  g_clear_pointer (&self->shared, g_ref_string_release);
  g_clear_pointer (&self->employer_line, g_ref_string_release);
  g_clear_pointer (&self->dates, g_ref_string_release);
  g_ptr_array_unref (self->caveats);
  jg_measure_unref (self->measure);
  g_free (self);
}

/* Several people are judged on one day, so what the day makes of the dates is kept. */
static void
set_day (JgPreparedMeasure *self, const JgConditionContext *context)
{
  JgVerdict verdict = { .measure = self->measure };
  const guint32 day = g_date_get_julian (&context->day);

  if (self->day == day)
    return;
  self->day = day;
  self->validity = verdict.validity = jg_validity_check (self->measure, &context->day);
  self->in_doubt = is_in_doubt (self->measure, self->validity, &context->day);
  g_clear_pointer (&self->dates, g_ref_string_release);
  self->dates = take_string (jg_verdict_dup_dates_text (&verdict, context->as_of));
}

static const char *
get_place_label (const char *key)
{
  for (guint i = 0; i < JG_N_PLACES; i++)
    if (g_str_equal (jg_place_nick ((JgPlace) i), key + strlen ("place:")))
      return jg_place_label ((JgPlace) i);
  g_return_val_if_reached (key);
}

/* Is the person where the document reaches? The region stands before the tree of the text. */
static void
add_region_reason (JgPreparedMeasure *self,
                   const guint8 *states,
                   const JgTableCheck *check,
                   GPtrArray *reasons)
{
  const JgNode *nodes = self->program->nodes;
  const gboolean several = nodes[1].kind == JG_CONDITION_ANY;
  const JgState state = (JgState) states[1];
  JgReason **made = &self->region[state];
  const char *key = NULL;

  /* Named is the place that made it so. */
  for (guint i = several ? 2 : 1; i < nodes[1].end && key == NULL; i++)
    if (states[i] == state)
      key = jg_condition_table_get_key (self->program->table, check->leaves[nodes[i].leaf].key);
  if (*made == NULL || g_strcmp0 ((*made)->fact, key) != 0)
    {
      g_autoptr (GString) label = g_string_new_len (NULL, 0);

      g_string_printf (label, "适用地区：%s（", self->measure->region_name);
      if (!several)
        g_string_append_printf (label, "看%s）", get_place_label (key));
      else
        {
          for (guint i = 2; i < nodes[1].end; i++)
            g_string_append_printf (label, "%s%s", i > 2 ? "、" : "",
                                    get_place_label (jg_condition_table_get_key (
                                        self->program->table, check->leaves[nodes[i].leaf].key)));
          g_string_append (label, "之一）");
        }
      g_clear_pointer (made, jg_reason_free);
      *made = jg_reason_new (label->str, state, key, self->measure->clause, NULL);
    }
  g_ptr_array_add (reasons, jg_reason_ref (*made));
}

static void
add_caveat (JgVerdict *verdict, GRefString *caveat)
{
  g_ptr_array_add (verdict->caveats, g_ref_string_acquire (caveat));
}

/* What an offer always says; made once. */
typedef enum
{
  SAYING_BACKGROUND,
  SAYING_LIKELY,
  SAYING_LOCAL,
  SAYING_DOUBT,
  N_SAYINGS
} Saying;

static void
say (JgVerdict *verdict, Saying saying)
{
  static const char *const texts[N_SAYINGS] = {
    [SAYING_BACKGROUND] = "文中为研究、鼓励事项，不能申领。",
    [SAYING_LIKELY] = "可能符合，以经办机构审核为准。",
    [SAYING_LOCAL] = "文中由地方决定是否实行：请先问当地人力资源社会保障部门是否实行。",
    [SAYING_DOUBT] = "请先问经办机构：本项现在是否还受理。",
  };
  static GRefString *strings[N_SAYINGS];

  if (strings[saying] == NULL)
    strings[saying] = g_ref_string_new_intern (texts[saying]);
  add_caveat (verdict, strings[saying]);
}

static void
add_offer_caveats (JgVerdict *verdict, const JgPreparedMeasure *prepared)
{
  switch (verdict->offer)
    {
    case JG_OFFER_BACKGROUND:
      say (verdict, SAYING_BACKGROUND);
      break;
    case JG_OFFER_LIKELY:
      say (verdict, SAYING_LIKELY);
      break;
    case JG_OFFER_NO:
      if (!prepared->individual && verdict->conditions != JG_STATE_FAILED &&
          prepared->employer_line != NULL)
        add_caveat (verdict, prepared->employer_line);
      break;
    case JG_OFFER_ASK:
      if (prepared->local_option)
        say (verdict, SAYING_LOCAL);
      if (prepared->in_doubt)
        say (verdict, SAYING_DOUBT);
      break;
    case JG_OFFER_FUTURE:
    case JG_OFFER_ENDED:
    default:
      break;
    }
}

/**
 * jg_prepared_measure_check:
 * @self: a prepared measure
 * @context: the person and the day
 * @check: the states of the leaves for both
 * @occupation: (nullable): id of the occupation in question
 * @states: (array): filled with the state of each node
 * @deciding: filled with what would decide the measure when it is undecided, else emptied
 *
 * Checks one measure against a person: conditions, validity and, from both and the force of the
 * wording, the offer (design §4). Reasons and caveats are left empty.
 *
 * Returns: (transfer full): the verdict, to be freed with jg_verdict_free()
 */
JgVerdict *
jg_prepared_measure_check (JgPreparedMeasure *self,
                           const JgConditionContext *context,
                           JgTableCheck *check,
                           const char *occupation,
                           guint8 *states,
                           JgDeciding *deciding)
{
  static GPtrArray *nothing;
  JgVerdict *verdict = g_new (JgVerdict, 1);
  const JgState linked = jg_measure_check_linked (self->measure, occupation);

  if (nothing == NULL)
    nothing = g_ptr_array_new ();
  set_day (self, context);
  verdict->measure = jg_measure_ref (self->measure);
  verdict->reasons = g_ptr_array_ref (nothing);
  verdict->caveats = g_ptr_array_ref (nothing);
  verdict->conditions = jg_condition_program_evaluate (self->program, check, linked, states);
  if (self->blank)
    verdict->conditions = jg_state_and (verdict->conditions, JG_STATE_UNKNOWN);
  verdict->validity = self->validity;
  verdict->offer = choose_offer (self, verdict->conditions);

  /* Only an undecided measure has something to ask. */
  deciding->size = 0;
  if (verdict->offer != JG_OFFER_ASK || verdict->conditions != JG_STATE_UNKNOWN)
    {
      verdict->ask = g_ptr_array_ref (nothing);
      return verdict;
    }
  jg_deciding_find (deciding, self->program, check, linked);
  verdict->ask = g_ptr_array_new_full (deciding->ask->len, (GDestroyNotify) g_ref_string_release);
  for (guint i = 0; i < deciding->ask->len; i++)
    g_ptr_array_add (verdict->ask,
                     g_ref_string_acquire (jg_condition_table_get_key (
                         self->program->table, g_array_index (deciding->ask, guint, i))));
  return verdict;
}

/**
 * jg_prepared_measure_add_words:
 * @self: a prepared measure
 * @context: the person and the day
 * @check: the states of the leaves for both
 * @states: (array): the state of each node
 * @verdict: its verdict of jg_prepared_measure_check()
 *
 * Adds reasons and caveats to a verdict.
 */
void
jg_prepared_measure_add_words (JgPreparedMeasure *self,
                               const JgConditionContext *context,
                               const JgTableCheck *check,
                               const guint8 *states,
                               JgVerdict *verdict)
{
  g_ptr_array_unref (verdict->reasons);
  verdict->reasons = g_ptr_array_new_full (4, (GDestroyNotify) jg_reason_free);
  if (self->whose != NULL)
    g_ptr_array_add (verdict->reasons, jg_reason_ref (self->whose));
  if (self->has_region)
    add_region_reason (self, states, check, verdict->reasons);
  jg_reasons_add (&self->reasons, states, check, verdict->reasons);

  g_ptr_array_unref (verdict->caveats);
  verdict->caveats = g_ptr_array_new_full (4, (GDestroyNotify) g_ref_string_release);
  add_offer_caveats (verdict, self);
  if (self->shared != NULL)
    add_caveat (verdict, self->shared);
  add_caveat (verdict, self->dates);
  for (guint i = 0; i < self->caveats->len; i++)
    add_caveat (verdict, g_ptr_array_index (self->caveats, i));
  if (check->has_notes)
    jg_reasons_add_notes (&self->reasons, context, check, verdict->caveats);
}

/**
 * jg_verdict_free:
 * @self: (transfer full): a verdict
 *
 * Frees a verdict.
 */
void
jg_verdict_free (JgVerdict *self)
{
  g_return_if_fail (self != NULL);

  jg_measure_unref (self->measure);
  g_ptr_array_unref (self->reasons);
  g_ptr_array_unref (self->caveats);
  g_ptr_array_unref (self->ask);
  g_free (self);
}
