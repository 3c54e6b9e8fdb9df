/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is found out about one occupation while the clauses are read. */

#include "jg-match-candidate.h"

#include <string.h>

/**
 * jg_match_reason_free:
 * @self: (nullable) (transfer full): a reason
 *
 * Frees a reason.
 */
void
jg_match_reason_free (JgMatchReason *self)
{
  if (self == NULL)
    return;
  g_free (self->from);
  g_free (self->field);
  g_free (self->text);
  g_free (self->via);
  g_free (self->through);
  g_free (self);
}

/**
 * jg_match_new_bare:
 * @occupation: an occupation
 *
 * Makes a match without reasons, in which every task is open: of an occupation that nothing hits.
 *
 * Returns: (transfer full): the match; free with jg_match_free()
 */
JgMatch *
jg_match_new_bare (JgOccupation *occupation)
{
  JgMatch *self;

  g_return_val_if_fail (occupation != NULL, NULL);

  self = g_new0 (JgMatch, 1);
  self->occupation = jg_occupation_ref (occupation);
  self->reasons = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_match_reason_free);
  self->open_tasks = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint task = 1; task <= occupation->tasks->len; task++)
    g_array_append_val (self->open_tasks, task);
  return self;
}

/**
 * jg_match_free:
 * @self: (nullable) (transfer full): a match
 *
 * Frees a match.
 */
void
jg_match_free (JgMatch *self)
{
  if (self == NULL)
    return;
  jg_occupation_unref (self->occupation);
  g_ptr_array_unref (self->reasons);
  g_array_unref (self->open_tasks);
  g_free (self);
}

/**
 * jg_match_refusal_free:
 * @self: (nullable) (transfer full): a refusal
 *
 * Frees a refusal.
 */
void
jg_match_refusal_free (JgMatchRefusal *self)
{
  if (self == NULL)
    return;
  jg_occupation_unref (self->occupation);
  g_free (self->from);
  g_free (self);
}

/**
 * jg_match_candidate_free:
 * @self: (nullable) (transfer full): a candidate
 *
 * Frees a candidate with its match, unless that was taken.
 */
void
jg_match_candidate_free (JgMatchCandidate *self)
{
  if (self == NULL)
    return;
  jg_match_free (self->match);
  g_hash_table_unref (self->words);
  g_hash_table_unref (self->said);
  g_hash_table_unref (self->again);
  g_free (self);
}

/**
 * jg_matcher_get_candidate:
 * @position: place of an occupation in the index
 *
 * Gets what is known so far of an occupation; made at the first call.
 *
 * Returns: (transfer none): the candidate
 */
JgMatchCandidate *
jg_matcher_get_candidate (JgMatcher *matcher, guint position)
{
  JgMatchCandidate *candidate = g_ptr_array_index (matcher->candidates, position);

  if (candidate != NULL)
    return candidate;
  candidate = g_new0 (JgMatchCandidate, 1);
  candidate->position = position;
  candidate->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  candidate->said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  candidate->again = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  candidate->match = g_new0 (JgMatch, 1);
  candidate->match->occupation =
      jg_occupation_ref (g_ptr_array_index (matcher->index->occupations, position));
  candidate->match->reasons =
      g_ptr_array_new_with_free_func ((GDestroyNotify) jg_match_reason_free);
  candidate->match->open_tasks = g_array_new (FALSE, FALSE, sizeof (guint));
  matcher->candidates->pdata[position] = candidate;
  return candidate;
}

/* What is wished for counts half as much again. */
static int
weigh (int strength, gboolean wish)
{
  return wish ? strength * 3 / 2 : strength;
}

/**
 * jg_match_candidate_count_word:
 * @word: a word of the notices
 * @said: the person's words for it
 * @strength: how much it tells
 * @wish: whether it is wished for
 *
 * Counts a word once, at its greatest strength, and remembers when it is said in other words too.
 */
void
jg_match_candidate_count_word (JgMatchCandidate *candidate,
                               const char *word,
                               const char *said,
                               int strength,
                               gboolean wish)
{
  const char *first = g_hash_table_lookup (candidate->said, word);
  int weight = weigh (strength, wish);

  if (first == NULL)
    g_hash_table_insert (candidate->said, g_strdup (word), g_strdup (said));
  else if (!g_str_equal (first, said))
    g_hash_table_add (candidate->again, g_strdup (word));
  if (GPOINTER_TO_INT (g_hash_table_lookup (candidate->words, word)) < weight)
    g_hash_table_replace (candidate->words, g_strdup (word), GINT_TO_POINTER (weight));
}

/**
 * jg_matcher_add_reason:
 * @clause: the person's words
 * @position: place of an occupation in the index
 * @task: number of the task; 0 for a name or the definition
 * @text: the printed sentence or name
 * @via: what hit, as in #JgMatchReason
 * @through: the word of the notices that hit
 * @said: the person's words for it
 * @strength: how much it tells
 *
 * Adds a reason: one for one clause and one sentence, in which the longest word tells most.
 */
void
jg_matcher_add_reason (JgMatcher *matcher,
                       const JgMatchClause *clause,
                       guint position,
                       int task,
                       const char *text,
                       const char *via,
                       const char *through,
                       const char *said,
                       int strength)
{
  JgMatchCandidate *candidate = jg_matcher_get_candidate (matcher, position);
  gboolean wish = g_str_equal (clause->field, "wish");
  JgMatchReason *reason;

  jg_match_candidate_count_word (candidate, through, said, strength, wish);
  for (guint i = 0; i < candidate->match->reasons->len; i++)
    {
      reason = g_ptr_array_index (candidate->match->reasons, i);
      if (reason->task != task || !g_str_equal (reason->text, text) ||
          !g_str_equal (reason->from, clause->words) || !g_str_equal (reason->field, clause->field))
        continue;
      if (strlen (through) > strlen (reason->through))
        {
          g_free (reason->through);
          reason->through = g_strdup (through);
          g_free (reason->via);
          reason->via = g_strdup (via);
        }
      return;
    }

  reason = g_new0 (JgMatchReason, 1);
  reason->from = g_strdup (clause->words);
  reason->field = g_strdup (clause->field);
  reason->task = task;
  reason->text = g_strdup (text);
  reason->via = g_strdup (via);
  reason->through = g_strdup (through);
  g_ptr_array_add (candidate->match->reasons, reason);
}
