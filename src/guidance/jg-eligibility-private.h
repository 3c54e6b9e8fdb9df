/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-condition-reasons.h"
#include "jg-eligibility-checker.h"

G_BEGIN_DECLS

/* A measure with all that does not depend on the person. What depends on the day alone is kept until the day changes. */
typedef struct
{
  JgMeasure *measure;
  gboolean individual;   /* the money is the person's own */
  gboolean blank;        /* someone else's, with nothing said of the person hired */
  gboolean background;   /* nothing to claim */
  gboolean local_option; /* localities decide whether to do it */
  gboolean has_region;   /* it reaches a part of the country only */
  guint weight;          /* of its questions */
  JgConditionProgram *program;
  JgReasons reasons;
  JgReason *whose;           /* or NULL */
  JgReason *region[3];       /* by state, each as last said */
  GRefString *shared;        /* or NULL */
  GRefString *employer_line; /* or NULL */
  GPtrArray *caveats;        /* (element-type GRefString) */

  guint32 day; /* 0 before the first */
  JgValidity validity;
  gboolean in_doubt;
  GRefString *dates;
} JgPreparedMeasure;

JgPreparedMeasure *jg_prepared_measure_new (JgMeasure *measure, JgConditionTable *table);
void jg_prepared_measure_free (JgPreparedMeasure *self);
JgVerdict *jg_prepared_measure_check (JgPreparedMeasure *self,
                                      const JgConditionContext *context,
                                      JgTableCheck *check,
                                      const char *occupation,
                                      guint8 *states,
                                      JgDeciding *deciding);
void jg_prepared_measure_add_words (JgPreparedMeasure *self,
                                    const JgConditionContext *context,
                                    const JgTableCheck *check,
                                    const guint8 *states,
                                    JgVerdict *verdict);

JgValidity jg_validity_check (const JgMeasure *measure, const GDate *day);
void jg_verdict_free (JgVerdict *self);
void jg_question_free (JgQuestion *self);

/* How much hangs on one key. */
typedef struct
{
  guint smallest; /* size of the smallest deciding set it belongs to; 0 when it belongs to none */
  guint weight;   /* of the measures it decides in such sets, in twelfths */
  guint decides;  /* undecided measures that hang on it */
} JgStake;

GPtrArray *jg_questions_rank (JgConditionTable *table, GHashTable *facts, const JgStake *stakes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgVerdict, jg_verdict_free)

G_END_DECLS
