/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-eligibility.h"
#include "jg-match.h"

G_BEGIN_DECLS

/* A task of an occupation and how the jobseeker stands to it. */
typedef struct
{
  guint task;           /* from 1 */
  const char *text;     /* as printed; belongs to the occupation */
  JgTaskState proposed; /* by the matcher */
  JgTaskState state;    /* the counsellor's, or the proposal */
  GPtrArray
      *reasons; /* (element-type JgMatchReason): those that name the task; belong to the match */
  guint like;   /* a task that can be done already and has words in common with it, or 0 */
  char *like_words; /* the words, or NULL */
} JgTaskView;

/* What a jobseeker can do of an occupation, what is missing, and what may pay for learning it. */
typedef struct
{
  GPtrArray *tasks; /* (element-type JgTaskView): all tasks in their order */
  guint n_missing;  /* tasks that are not 已会 */
  GPtrArray *
      measures; /* (element-type JgVerdict): training measures that are likely or to be asked for; belong to the
                          check. Empty when nothing is missing */
} JgTrainingGap;

JgTrainingGap *jg_training_gap_new (JgCatalogue *catalogue,
                                    const JgMatch *match,
                                    JgRecord *record,
                                    JgEligibility *check);
void jg_training_gap_free (JgTrainingGap *self);
gboolean jg_measure_is_training (const JgMeasure *measure);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgTrainingGap, jg_training_gap_free)

G_END_DECLS
