/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One person's verdicts, and their words when they are looked at. */

#include "jg-eligibility-private.h"

/**
 * jg_eligibility_run_free:
 * @self: (transfer full): a run
 *
 * Frees the verdicts of a person and all that was said of them.
 */
void
jg_eligibility_run_free (JgEligibilityRun *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->n; i++)
    {
      g_clear_pointer (&self->words[i].reasons, g_ptr_array_unref);
      g_clear_pointer (&self->words[i].caveats, g_ptr_array_unref);
      g_clear_pointer (&self->words[i].ask, g_ptr_array_unref);
    }
  g_free (self->words);
  g_free (self->verdicts);
  g_free (self->ask_ends);
  g_array_unref (self->ask_keys);
  jg_table_check_free (self->check);
  g_free (self->as_of);
  g_free (self->occupation);
  jg_eligibility_checker_unref (self->checker);
  g_free (self);
}

static guint
get_position (const JgVerdict *verdict)
{
  return (guint) (verdict - verdict->run->verdicts);
}

/**
 * jg_verdict_get_reasons:
 * @self: a verdict
 *
 * Gets one reason for each condition that bears on a verdict, in the order of the text.
 *
 * Returns: (transfer none) (element-type JgReason): the reasons
 */
GPtrArray *
jg_verdict_get_reasons (const JgVerdict *self)
{
  JgVerdictWords *words;
  guint position;

  g_return_val_if_fail (self != NULL, NULL);

  position = get_position (self);
  words = &self->run->words[position];
  if (words->reasons == NULL)
    words->reasons = jg_prepared_measure_list_reasons (
        jg_eligibility_checker_get_measure (self->run->checker, position), self->run, self);
  return words->reasons;
}

/**
 * jg_verdict_list_checks:
 * @self: a verdict
 *
 * Lists every condition of a measure with its state, for the checked list. jg_verdict_get_reasons() has
 * those only that bear on the verdict.
 *
 * Returns: (transfer full) (element-type JgCheckLine): the lines, in the order of the text
 */
GPtrArray *
jg_verdict_list_checks (const JgVerdict *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return jg_prepared_measure_list_checks (
      jg_eligibility_checker_get_measure (self->run->checker, get_position (self)), self->run);
}

/**
 * jg_verdict_get_caveats:
 * @self: a verdict
 *
 * Gets what must be said beside a verdict wherever it is shown.
 *
 * Returns: (transfer none) (element-type utf8): the caveats
 */
GPtrArray *
jg_verdict_get_caveats (const JgVerdict *self)
{
  JgVerdictWords *words;
  guint position;

  g_return_val_if_fail (self != NULL, NULL);

  position = get_position (self);
  words = &self->run->words[position];
  if (words->caveats == NULL)
    words->caveats = jg_prepared_measure_list_caveats (
        jg_eligibility_checker_get_measure (self->run->checker, position), self->run, self);
  return words->caveats;
}

/**
 * jg_verdict_get_ask:
 * @self: a verdict
 *
 * Gets the keys, as of #JgQuestion, that are unknown and could decide a measure.
 *
 * Returns: (transfer none) (element-type utf8): the keys; empty when the measure is decided
 */
GPtrArray *
jg_verdict_get_ask (const JgVerdict *self)
{
  const JgEligibilityRun *run;
  JgVerdictWords *words;
  guint position;

  g_return_val_if_fail (self != NULL, NULL);

  run = self->run;
  position = get_position (self);
  words = &run->words[position];
  if (words->ask == NULL)
    {
      JgConditionTable *table = jg_eligibility_checker_get_table (run->checker);

      words->ask = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);
      for (guint i = position > 0 ? run->ask_ends[position - 1] : 0; i < run->ask_ends[position];
           i++)
        g_ptr_array_add (words->ask, g_ref_string_acquire (jg_condition_table_get_key (
                                         table, g_array_index (run->ask_keys, guint, i))));
    }
  return words->ask;
}
