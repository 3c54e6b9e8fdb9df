/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Matching a jobseeker to occupations, task by task.
 *
 * Each clause of the wish, the skills and the experience is held against
 *   - the names people may say: occupation, former name, work type, alias;
 *   - the sentences of the notices, through the reviewed synonyms;
 *   - the same sentences directly: words that the clause and the sentence share, when they are
 *     informative: not of the language at large, and standing in few occupations only.
 * Every hit is a reason that is shown. The order follows from the reasons alone: first the
 * occupations that the wish names; then by the sum of the strengths (jg-match-hits.c), in which one
 * word of the notices counts once however many sentences it stands in; then by the number of tasks
 * hit; then what a notice says before what a list names; then by the order of the catalogue. No figure
 * of it is shown to anybody. */

#include "jg-match.h"

#include <string.h>

#include "jg-match-hits.h"
#include "jg-questionnaire.h"

/* Less is an accident. A wish for something in particular asks for more of what it does not name: the person wants
 * something else, in the catalogue or outside it, and one task in common does not change that. */
#define LEAST_STRENGTH 4
#define LEAST_STRENGTH_OF_WISH 6 /* the wish itself hits */
#define LEAST_STRENGTH_AGAINST_WISH 8

/* What a word gains by being said in other words too: 送东西 and 电动车 both mean 递送. */
#define STRENGTH_AGAIN 2

/* 采购 counts for nothing beside 采购策略, unless it is the stronger of the two. */
static gboolean
is_part_of_other_word (const JgMatchCandidate *candidate, const char *word, int strength)
{
  GHashTableIter iter;
  gpointer other, other_strength;

  g_hash_table_iter_init (&iter, candidate->words);
  while (g_hash_table_iter_next (&iter, &other, &other_strength))
    if (!g_str_equal (other, word) && strstr (other, word) != NULL &&
        GPOINTER_TO_INT (other_strength) >= strength)
      return TRUE;
  return FALSE;
}

/* Whether the person said it in other words too, or said a part of it in other words. */
static gboolean
is_said_again (const JgMatchCandidate *candidate, const char *word)
{
  const char *said = g_hash_table_lookup (candidate->said, word);
  GHashTableIter iter;
  gpointer other, other_said;

  if (g_hash_table_contains (candidate->again, word))
    return TRUE;
  g_hash_table_iter_init (&iter, candidate->said);
  while (g_hash_table_iter_next (&iter, &other, &other_said))
    if (!g_str_equal (other_said, said) && strstr (word, other) != NULL)
      return TRUE;
  return FALSE;
}

static int
sum_strength (const JgMatchCandidate *candidate)
{
  GHashTableIter iter;
  gpointer word, strength;
  int sum = 0;

  g_hash_table_iter_init (&iter, candidate->words);
  while (g_hash_table_iter_next (&iter, &word, &strength))
    if (!is_part_of_other_word (candidate, word, GPOINTER_TO_INT (strength)))
      sum += GPOINTER_TO_INT (strength) + (is_said_again (candidate, word) ? STRENGTH_AGAIN : 0);
  return sum;
}

/* One expression may mean many words of the notices: 物流 alone is no more than one. */
static gboolean
is_said_in_one_word (const JgMatchCandidate *candidate)
{
  const char *first = NULL;
  GHashTableIter iter;
  gpointer word, said;

  if (g_hash_table_size (candidate->again) > 0)
    return FALSE;
  g_hash_table_iter_init (&iter, candidate->said);
  while (g_hash_table_iter_next (&iter, &word, &said))
    if (first == NULL)
      first = said;
    else if (!g_str_equal (first, said))
      return FALSE;
  return TRUE;
}

static gboolean
is_enough (const JgMatcher *matcher, const JgMatchCandidate *candidate)
{
  if (!matcher->wish_is_specific && !matcher->wish_names)
    return candidate->strength >= LEAST_STRENGTH;
  if (!matcher->wish_names && candidate->wished)
    return candidate->strength >= LEAST_STRENGTH_OF_WISH;
  return candidate->strength >= LEAST_STRENGTH_AGAINST_WISH &&
         (candidate->named || !is_said_in_one_word (candidate));
}

static guint
n_tasks_hit (const JgMatch *match)
{
  return match->occupation->tasks->len - match->open_tasks->len;
}

/* What a list names comes behind what a notice says, when nothing else tells them apart. */
static gboolean
is_unverified (const JgMatch *match)
{
  return g_strcmp0 (match->occupation->provenance, "secondary") == 0;
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const JgMatchCandidate *x = *(const JgMatchCandidate *const *) a;
  const JgMatchCandidate *y = *(const JgMatchCandidate *const *) b;
  int by_strength = y->strength - x->strength;

  if (x->wish_names != y->wish_names)
    return x->wish_names ? -1 : 1;
  if (x->asked != y->asked)
    return x->asked ? -1 : 1;
  if (by_strength != 0)
    return by_strength;
  if (n_tasks_hit (x->match) != n_tasks_hit (y->match))
    return n_tasks_hit (x->match) > n_tasks_hit (y->match) ? -1 : 1;
  if (is_unverified (x->match) != is_unverified (y->match))
    return is_unverified (y->match) ? -1 : 1;
  return x->position < y->position ? -1 : 1;
}

/* Names first, then the tasks in their order, the definition and the answers last. */
static int
get_reason_rank (const JgMatchReason *reason)
{
  if (g_str_equal (reason->via, "answer"))
    return 2;
  return g_str_equal (reason->via, "definition") ? 1 : 0;
}

static int
compare_reasons (gconstpointer a, gconstpointer b)
{
  const JgMatchReason *x = *(const JgMatchReason *const *) a;
  const JgMatchReason *y = *(const JgMatchReason *const *) b;
  int by_rank = get_reason_rank (x) - get_reason_rank (y);
  int by_words;

  if (by_rank != 0)
    return by_rank;
  if (x->task != y->task)
    return x->task < y->task ? -1 : 1;
  by_words = strcmp (x->from, y->from);
  return by_words != 0 ? by_words : strcmp (x->through, y->through);
}

static gboolean
is_told_by_task (const JgMatch *match, const JgMatchReason *definition)
{
  for (guint i = 0; i < match->reasons->len; i++)
    {
      const JgMatchReason *reason = g_ptr_array_index (match->reasons, i);

      if (reason->task > 0 && g_str_equal (reason->from, definition->from))
        return TRUE;
    }
  return FALSE;
}

/* A definition repeats its tasks: it is a reason only for words that no task answers. */
static void
finish_match (JgMatch *match)
{
  for (guint i = match->reasons->len; i > 0; i--)
    {
      const JgMatchReason *reason = g_ptr_array_index (match->reasons, i - 1);

      if (g_str_equal (reason->via, "definition") && is_told_by_task (match, reason))
        g_ptr_array_remove_index (match->reasons, i - 1);
    }
  g_ptr_array_sort (match->reasons, compare_reasons);

  for (guint task = 1; task <= match->occupation->tasks->len; task++)
    {
      gboolean open = TRUE;

      for (guint i = 0; i < match->reasons->len; i++)
        open =
            open && ((JgMatchReason *) g_ptr_array_index (match->reasons, i))->task != (int) task;
      if (open)
        g_array_append_val (match->open_tasks, task);
    }
}

static const char *
find_sentence (const JgOccupation *occupation, const char *words)
{
  for (guint i = 0; i < occupation->tasks->len; i++)
    if (strstr (g_ptr_array_index (occupation->tasks, i), words) != NULL)
      return g_ptr_array_index (occupation->tasks, i);
  return occupation->definition != NULL && strstr (occupation->definition, words) != NULL
             ? occupation->definition
             : NULL;
}

/* What the person answered moves an occupation that fits anyway a little, and is shown like any other reason. It shows no
 * task to be known, and makes no occupation fit. */
static void
add_answers (JgMatchCandidate *candidate, JgRecord *record)
{
  const JgQuestionnaire *questionnaire = jg_questionnaire_get ();
  int bonus = 0;

  for (guint i = 0; record != NULL && i < questionnaire->weights->len; i++)
    {
      const JgInterestWeight *weight = g_ptr_array_index (questionnaire->weights, i);
      const JgOccupation *occupation = candidate->match->occupation;
      const char *sentence;
      JgMatchReason *reason;

      if (!g_str_equal (weight->occupation, occupation->id) ||
          g_strcmp0 (jg_record_get_answer (record, weight->question), weight->option) != 0)
        continue;
      sentence = find_sentence (occupation, weight->words);
      if (sentence == NULL)
        continue;
      bonus += weight->weight;
      reason = g_new0 (JgMatchReason, 1);
      reason->from =
          g_strdup (jg_questionnaire_find_label (questionnaire, weight->question, weight->option));
      reason->field = g_strdup ("answers");
      reason->text = g_strdup (sentence);
      reason->via = g_strdup ("answer");
      reason->through = g_strdup (weight->words);
      g_ptr_array_add (candidate->match->reasons, reason);
    }
  candidate->strength += MIN (bonus, JG_QUESTIONNAIRE_MAX_BONUS);
}

static JgMatchResult *
rank (JgMatcher *matcher, JgRecord *record, gboolean said, guint limit)
{
  JgMatchResult *result = g_new0 (JgMatchResult, 1);
  g_autoptr (GPtrArray) ranked = g_ptr_array_new ();

  for (guint i = 0; i < matcher->candidates->len; i++)
    {
      JgMatchCandidate *candidate = g_ptr_array_index (matcher->candidates, i);

      if (candidate == NULL || candidate->match->reasons->len == 0 ||
          (candidate->refused && !candidate->wish_names))
        continue;
      candidate->strength = sum_strength (candidate);
      if (!is_enough (matcher, candidate))
        continue;
      add_answers (candidate, record);
      finish_match (candidate->match);
      g_ptr_array_add (ranked, candidate);
    }
  g_ptr_array_sort (ranked, compare_candidates);

  /* Silence was not compared, so it finds nothing about the catalogue. */
  result->not_in_catalogue = said && ranked->len == 0;
  result->refusals = g_ptr_array_ref (matcher->refusals);
  result->matches = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_match_free);
  for (guint i = 0; i < ranked->len && (limit == 0 || i < limit); i++)
    {
      JgMatchCandidate *candidate = g_ptr_array_index (ranked, i);

      g_ptr_array_add (result->matches, g_steal_pointer (&candidate->match));
    }
  return result;
}

static JgMatchResult *
match (const JgMatchIndex *index, JgProfile *profile, JgRecord *record, guint limit)
{
  JgMatcher matcher = { .index = index };
  g_autoptr (GPtrArray) candidates =
      g_ptr_array_new_with_free_func ((GDestroyNotify) jg_match_candidate_free);
  g_autoptr (GPtrArray) clauses = NULL;
  g_autoptr (GHashTable) words = jg_match_words_new ();
  g_autoptr (GHashTable) refused = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) refusals =
      g_ptr_array_new_with_free_func ((GDestroyNotify) jg_match_refusal_free);

  g_ptr_array_set_size (candidates, (int) index->occupations->len);
  matcher.candidates = candidates;
  matcher.words = words;
  matcher.refused = refused;
  matcher.refusals = refusals;
  clauses = jg_match_clauses_of_profile (profile);
  for (guint i = 0; i < clauses->len; i++)
    jg_matcher_add_refusal (&matcher, g_ptr_array_index (clauses, i));
  for (guint i = 0; i < clauses->len; i++)
    jg_matcher_add_clause (&matcher, g_ptr_array_index (clauses, i));
  return rank (&matcher, record, clauses->len > 0, limit);
}

/**
 * jg_match_profile_with_index:
 * @index: what matching needs of a catalogue
 * @profile: a profile
 * @limit: the most matches to return; 0 for all
 *
 * Does what jg_match_profile() does, for tests and for sets of occupations that are no catalogue.
 *
 * Returns: (transfer full): the result; free with jg_match_result_free()
 */
JgMatchResult *
jg_match_profile_with_index (const JgMatchIndex *index, JgProfile *profile, guint limit)
{
  g_return_val_if_fail (index != NULL, NULL);
  g_return_val_if_fail (JG_IS_PROFILE (profile), NULL);

  return match (index, profile, NULL, limit);
}

/**
 * jg_match_profile:
 * @catalogue: a catalogue
 * @profile: a profile
 * @limit: the most matches to return; 0 for all
 *
 * Matches what a jobseeker wishes, can do and has done to the occupations of a catalogue. Every match has its reasons,
 * each a pair of the profile's words and a printed sentence or name, and the tasks that no reason names.
 *
 * Returns: (transfer full): the matches, best first, and whether there was none at all; free with
 *   jg_match_result_free()
 */
JgMatchResult *
jg_match_profile (JgCatalogue *catalogue, JgProfile *profile, guint limit)
{
  g_return_val_if_fail (JG_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (JG_IS_PROFILE (profile), NULL);

  return jg_match_profile_with_index (jg_match_index_get (catalogue), profile, limit);
}

/**
 * jg_match_record_whole:
 * @catalogue: a catalogue
 * @record: what a session holds of a jobseeker
 *
 * Does what jg_match_profile() does for all occupations, in an order that the answers to the questionnaire move a little.
 * What the counsellor struck out is among them.
 *
 * Returns: (transfer full): the result; free with jg_match_result_free()
 */
JgMatchResult *
jg_match_record_whole (JgCatalogue *catalogue, JgRecord *record)
{
  g_return_val_if_fail (JG_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (JG_IS_RECORD (record), NULL);

  return match (jg_match_index_get (catalogue), jg_record_get_profile (record), record, 0);
}

/**
 * jg_match_record:
 * @catalogue: a catalogue
 * @record: what a session holds of a jobseeker
 * @limit: the most matches to return; 0 for all
 *
 * Does what jg_match_record_whole() does, without the occupations that the counsellor struck out.
 *
 * Returns: (transfer full): the result; free with jg_match_result_free()
 */
JgMatchResult *
jg_match_record (JgCatalogue *catalogue, JgRecord *record, guint limit)
{
  JgMatchResult *result;

  g_return_val_if_fail (JG_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (JG_IS_RECORD (record), NULL);

  result = jg_match_record_whole (catalogue, record);
  for (guint i = result->matches->len; i > 0; i--)
    if (jg_record_get_strike_reason (
            record, ((JgMatch *) result->matches->pdata[i - 1])->occupation->id) != NULL)
      g_ptr_array_remove_index (result->matches, i - 1);
  if (limit > 0 && result->matches->len > limit)
    g_ptr_array_set_size (result->matches, (int) limit);
  return result;
}

/**
 * jg_match_result_free:
 * @self: (nullable) (transfer full): a result
 *
 * Frees a result.
 */
void
jg_match_result_free (JgMatchResult *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->matches);
  g_ptr_array_unref (self->refusals);
  g_free (self);
}
