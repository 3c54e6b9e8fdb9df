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

static guint32
read_day (const char *date, gboolean at_end)
{
  GDate first, last;

  return jg_profile_read_date (date, &first, &last) ? g_date_get_julian (at_end ? &last : &first)
                                                    : 0;
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

static void
term_init (JgTerm *self, const JgMeasure *measure)
{
  const char *basis = measure->validity_basis != NULL ? measure->validity_basis : "none";

  self->issued = read_day (measure->document_date, FALSE);
  self->from = read_day (measure->valid_from, FALSE);
  self->to = read_day (measure->valid_to, TRUE);
  self->doubtful =
      g_str_equal (basis, "document-clause-ambiguous") || g_str_equal (basis, "word-only");
  self->cohort = g_str_equal (basis, "cohort-only");
  self->no_end = g_str_equal (basis, "target-date");
  self->sure_until = self->to;
  if (self->cohort)
    {
      const guint year = find_last_year (measure->validity_quote);
      GDate end;

      g_date_clear (&end, 1);
      if (g_date_valid_dmy (31, G_DATE_DECEMBER, (GDateYear) year))
        g_date_set_dmy (&end, 31, G_DATE_DECEMBER, (GDateYear) year);
      self->sure_until = g_date_valid (&end) ? g_date_get_julian (&end) : 0;
    }
}

static JgValidity
term_check (const JgTerm *self, guint32 day)
{
  if (self->issued > day || self->from > day)
    return JG_VALIDITY_FUTURE;
  if (self->doubtful)
    return JG_VALIDITY_UNCLEAR;
  if (self->no_end)
    return JG_VALIDITY_UNSTATED;
  if (self->to != 0)
    return day > self->to ? JG_VALIDITY_ENDED : JG_VALIDITY_OPEN;
  return self->cohort ? JG_VALIDITY_UNCLEAR : JG_VALIDITY_UNSTATED;
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
  JgTerm term;

  g_return_val_if_fail (measure != NULL, JG_VALIDITY_UNSTATED);
  g_return_val_if_fail (day != NULL, JG_VALIDITY_UNSTATED);

  term_init (&term, measure);
  return term_check (&term, g_date_get_julian (day));
}

/**
 * jg_term_is_in_doubt:
 * @self: the dates of a measure
 * @validity: what they come to on @day
 * @day: the as-of day, Julian
 *
 * Tells whether it must be asked if the measure is still done. An unclear end that lies ahead changes
 * nothing yet; one without a date is always in doubt. What is for the people of some years only is in
 * doubt when these are over.
 *
 * Returns: whether it is
 */
gboolean
jg_term_is_in_doubt (const JgTerm *self, JgValidity validity, guint32 day)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return validity == JG_VALIDITY_UNCLEAR && (self->sure_until == 0 || day > self->sure_until);
}

/* Takes the first offer that fits (design §4). By-rule wording never lowers it. */
static JgOffer
choose_offer (const JgPreparedMeasure *self, JgValidity validity, JgState conditions, guint32 day)
{
  if (self->background)
    return JG_OFFER_BACKGROUND;
  if (validity == JG_VALIDITY_ENDED)
    return JG_OFFER_ENDED;
  if (validity == JG_VALIDITY_FUTURE)
    return JG_OFFER_FUTURE;
  if (!self->individual || conditions == JG_STATE_FAILED)
    return JG_OFFER_NO;
  if (conditions == JG_STATE_UNKNOWN || self->local_option ||
      jg_term_is_in_doubt (&self->term, validity, day))
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
  term_init (&self->term, measure);

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

/**
 * jg_prepared_measure_check:
 * @self: a prepared measure
 * @run: the person and the day; to its ask_keys is added what to ask
 * @deciding: filled with what would decide the measure when it is undecided, else emptied
 * @verdict: (out caller-allocates): to be filled
 *
 * Checks one measure against a person: conditions, validity and, from both and the force of the
 * wording, the offer (design §4).
 */
void
jg_prepared_measure_check (const JgPreparedMeasure *self,
                           JgEligibilityRun *run,
                           JgDeciding *deciding,
                           JgVerdict *verdict)
{
  const guint32 day = g_date_get_julian (&run->day);
  const JgState linked = run->occupation != NULL
                             ? jg_measure_check_linked (self->measure, run->occupation)
                             : JG_STATE_UNKNOWN;

  verdict->measure = self->measure;
  verdict->run = run;
  verdict->conditions = jg_condition_program_evaluate (self->program, run->check, linked, NULL);
  if (self->blank)
    verdict->conditions = jg_state_and (verdict->conditions, JG_STATE_UNKNOWN);
  verdict->validity = term_check (&self->term, day);
  verdict->offer = choose_offer (self, verdict->validity, verdict->conditions, day);

  /* Only an undecided measure has something to ask. */
  deciding->size = 0;
  if (verdict->offer != JG_OFFER_ASK || verdict->conditions != JG_STATE_UNKNOWN)
    return;
  jg_deciding_find (deciding, self->program, run->check, linked);
  g_array_append_vals (run->ask_keys, deciding->ask.keys, deciding->ask.n);
}
