/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-training-gap.h"

#include <string.h>

#include "jg-match-index.h"
#include "jg-shared-words.h"

static void
task_view_free (JgTaskView *self)
{
  g_ptr_array_unref (self->reasons);
  g_free (self->like_words);
  g_free (self);
}

/**
 * jg_training_gap_free:
 * @self: (nullable) (transfer full): a gap
 *
 * Frees a gap.
 */
void
jg_training_gap_free (JgTrainingGap *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->tasks);
  g_ptr_array_unref (self->measures);
  g_free (self);
}

/* What somebody does or did shows that they can do it; what they wish for, that they would like to learn it. */
static JgTaskView *
propose (const JgMatch *match, guint task)
{
  JgTaskView *view = g_new0 (JgTaskView, 1);

  view->task = task;
  view->text = g_ptr_array_index (match->occupation->tasks, task - 1);
  view->proposed = JG_TASK_NOT_SHOWN;
  view->reasons = g_ptr_array_new ();
  for (guint i = 0; i < match->reasons->len; i++)
    {
      JgMatchReason *reason = g_ptr_array_index (match->reasons, i);

      if (reason->task != (int) task)
        continue;
      g_ptr_array_add (view->reasons, reason);
      if (!g_str_equal (reason->field, "wish"))
        view->proposed = JG_TASK_CAN;
      else if (view->proposed == JG_TASK_NOT_SHOWN)
        view->proposed = JG_TASK_LEARN;
    }
  return view;
}

/* The words that two tasks share say nothing when the definition has them too: they are what the occupation is about. */
static char *
dup_telling_words (JgSharedWordsFinder *finder,
                   const JgOccupation *occupation,
                   const JgMatchSentence *sentence,
                   const JgMatchSentence *other)
{
  int all = 0;
  guint common = 0;
  g_autoptr (GPtrArray) shared = jg_shared_words_find (finder, sentence, other, &all, &common);
  GString *words = g_string_new (NULL);
  int strength = 0;

  for (guint i = 0; shared != NULL && i < shared->len; i++)
    {
      const JgSharedWords *found = g_ptr_array_index (shared, i);

      if (occupation->definition != NULL && strstr (occupation->definition, found->words) != NULL)
        continue;
      strength += jg_shared_words_get_strength (found);
      if (words->len > 0)
        g_string_append (words, "、");
      g_string_append (words, found->words);
    }
  return g_string_free (words, strength < JG_SHARED_WORDS_ALIKE);
}

/* A task that is like one the person can do already can be learnt from there. */
static void
propose_alike (JgTrainingGap *self, JgCatalogue *catalogue, const JgMatch *match)
{
  const JgMatchIndex *index = jg_match_index_get (catalogue);
  g_autoptr (JgSharedWordsFinder) finder = NULL;
  const JgMatchSentence *const *sentences;
  guint position, n = 0;

  if (!jg_match_index_find (index, match->occupation->id, &position))
    return;
  finder = jg_shared_words_finder_new (index);
  sentences = jg_shared_words_finder_get_tasks (finder, position, &n);
  for (guint i = 0; i < MIN (n, self->tasks->len); i++)
    {
      JgTaskView *view = g_ptr_array_index (self->tasks, i);

      for (guint k = 0; k < MIN (n, self->tasks->len) && view->proposed != JG_TASK_CAN; k++)
        {
          const JgTaskView *other = g_ptr_array_index (self->tasks, k);
          g_autofree char *words = NULL;

          if (other->proposed != JG_TASK_CAN || view->like != 0)
            continue;
          words = dup_telling_words (finder, match->occupation, sentences[i], sentences[k]);
          if (words == NULL)
            continue;
          view->like = other->task;
          view->like_words = g_steal_pointer (&words);
          view->proposed = JG_TASK_LEARN;
        }
    }
}

/**
 * jg_measure_is_training:
 * @measure: a measure
 *
 * Tells whether a measure is about learning a trade: training, an allowance during it, or a certificate at its end.
 *
 * Returns: %TRUE when it is
 */
gboolean
jg_measure_is_training (const JgMeasure *measure)
{
  g_return_val_if_fail (measure != NULL, FALSE);

  return g_strcmp0 (measure->kind, "training") == 0 ||
         g_strcmp0 (measure->kind, "living-allowance") == 0 ||
         g_strcmp0 (measure->kind, "skill-upgrade") == 0;
}

static gboolean
may_pay (const JgVerdict *verdict, const char *occupation)
{
  const JgMeasure *measure = verdict->measure;

  return jg_measure_is_training (measure) &&
         (verdict->offer == JG_OFFER_LIKELY || verdict->offer == JG_OFFER_ASK) &&
         g_strv_contains ((const char *const *) measure->beneficiaries, "individual") &&
         jg_measure_check_linked (measure, occupation) != JG_STATE_FAILED;
}

/**
 * jg_training_gap_new:
 * @catalogue: the catalogue
 * @match: an occupation matched to a jobseeker
 * @record: (nullable): what the session holds of them; what the counsellor says of a task stands over the proposal
 * @check: (nullable): the measures checked for them and this occupation; must outlive the gap
 *
 * Tells task by task what the jobseeker can do of an occupation (已会: a skill or a former job hits the task), could
 * learn (可学: the wish hits it, or it has telling words in common with a task that can be done), and has not shown
 * (未体现); and which training measures may pay for what is missing, in the order of @check.
 *
 * Returns: (transfer full): the gap; @match must outlive it
 */
JgTrainingGap *
jg_training_gap_new (JgCatalogue *catalogue,
                     const JgMatch *match,
                     JgRecord *record,
                     JgEligibility *check)
{
  JgTrainingGap *self;

  g_return_val_if_fail (JG_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (match != NULL, NULL);
  g_return_val_if_fail (record == NULL || JG_IS_RECORD (record), NULL);

  self = g_new0 (JgTrainingGap, 1);
  self->tasks = g_ptr_array_new_with_free_func ((GDestroyNotify) task_view_free);
  self->measures = g_ptr_array_new ();
  for (guint task = 1; task <= match->occupation->tasks->len; task++)
    g_ptr_array_add (self->tasks, propose (match, task));
  propose_alike (self, catalogue, match);
  for (guint i = 0; i < self->tasks->len; i++)
    {
      JgTaskView *view = g_ptr_array_index (self->tasks, i);
      JgTaskState said = JG_TASK_UNSET;

      if (record != NULL)
        said = jg_record_get_task (record, match->occupation->id, view->task);
      view->state = said != JG_TASK_UNSET ? said : view->proposed;
      self->n_missing += view->state != JG_TASK_CAN;
    }
  for (guint i = 0; self->n_missing > 0 && check != NULL && i < check->verdicts->len; i++)
    if (may_pay (g_ptr_array_index (check->verdicts, i), match->occupation->id))
      g_ptr_array_add (self->measures, g_ptr_array_index (check->verdicts, i));
  return self;
}
