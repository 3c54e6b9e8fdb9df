/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-condition-reasons.h"
#include "jg-eligibility-checker.h"

G_BEGIN_DECLS

/* The dates a measure states, read once: days of the Julian calendar, 0 where there is none. */
typedef struct
{
  guint32 issued; /* first day the document may be of */
  guint32 from;
  guint32 to;         /* last day */
  guint32 sure_until; /* last day on which an end that is unclear changes nothing; 0 for none */
  gboolean doubtful;  /* the text leaves open whether the end applies, or names none */
  gboolean cohort;    /* for those of a year only */
  gboolean no_end;    /* its date is one for authorities */
} JgTerm;

/* A measure with all that does not depend on the person. */
typedef struct
{
  JgMeasure *measure;
  gboolean individual;   /* the money is the person's own */
  gboolean blank;        /* someone else's, with nothing said of the person hired */
  gboolean background;   /* nothing to claim */
  gboolean local_option; /* localities decide whether to do it */
  gboolean has_region;   /* it reaches a part of the country only */
  guint weight;          /* of its questions */
  JgTerm term;
  JgConditionProgram *program;

  JgReasons reasons;
  JgReason *whose;           /* or NULL */
  JgReason *region[3];       /* by state, each as last said */
  GRefString *shared;        /* or NULL */
  GRefString *employer_line; /* or NULL */
  GPtrArray *caveats;        /* (element-type GRefString) */
  guint32 day;               /* of which dates tells; 0 before the first */
  GRefString *dates;
} JgPreparedMeasure;

/* The words of one verdict, each list made when it is first asked for. */
typedef struct
{
  GPtrArray *reasons;
  GPtrArray *caveats;
  GPtrArray *ask;
} JgVerdictWords;

/* All measures against one person on one day: the verdicts, in the order of the checker, and what their words are made
 * from. Nothing here looks at the profile again, which may have changed. */
typedef struct _JgEligibilityRun
{
  JgEligibilityChecker *checker;
  JgTableCheck *check;
  char *as_of;
  GDate day;
  char *occupation; /* or NULL */
  guint n;
  JgVerdict *verdicts;
  guint *ask_ends; /* where in ask_keys the keys of each verdict end */
  GArray *ask_keys;
  JgVerdictWords *words;
} JgEligibilityRun;

void jg_eligibility_run_free (JgEligibilityRun *self);

JgPreparedMeasure *jg_prepared_measure_new (JgMeasure *measure, JgConditionTable *table);
void jg_prepared_measure_free (JgPreparedMeasure *self);
void jg_prepared_measure_check (const JgPreparedMeasure *self,
                                JgEligibilityRun *run,
                                JgDeciding *deciding,
                                JgVerdict *verdict);
GPtrArray *jg_prepared_measure_list_reasons (JgPreparedMeasure *self,
                                             const JgEligibilityRun *run,
                                             const JgVerdict *verdict);
GPtrArray *jg_prepared_measure_list_checks (JgPreparedMeasure *self, const JgEligibilityRun *run);
GPtrArray *jg_prepared_measure_list_caveats (JgPreparedMeasure *self,
                                             const JgEligibilityRun *run,
                                             const JgVerdict *verdict);

JgPreparedMeasure *jg_eligibility_checker_get_measure (JgEligibilityChecker *self, guint position);
JgConditionTable *jg_eligibility_checker_get_table (JgEligibilityChecker *self);

gboolean jg_term_is_in_doubt (const JgTerm *self, JgValidity validity, guint32 day);
JgValidity jg_validity_check (const JgMeasure *measure, const GDate *day);
void jg_question_free (JgQuestion *self);

/* How much hangs on one key. */
typedef struct
{
  guint smallest; /* size of the smallest deciding set it belongs to; 0 when it belongs to none */
  guint weight;   /* of the measures it decides in such sets, in twelfths */
  guint decides;  /* undecided measures that hang on it */
} JgStake;

GPtrArray *jg_questions_rank (JgConditionTable *table, GHashTable *facts, const JgStake *stakes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgEligibilityRun, jg_eligibility_run_free)

G_END_DECLS
