/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../catalogue/jg-catalogue.h"
#include "jg-profile.h"

G_BEGIN_DECLS

/* Strong Kleene values, worst first. */
typedef enum
{
  JG_STATE_FAILED,
  JG_STATE_UNKNOWN,
  JG_STATE_MET,
} JgState;

typedef enum
{
  JG_VALIDITY_OPEN,
  JG_VALIDITY_UNSTATED,
  JG_VALIDITY_UNCLEAR,
  JG_VALIDITY_ENDED,
  JG_VALIDITY_FUTURE,
} JgValidity;

typedef enum
{
  JG_OFFER_LIKELY,
  JG_OFFER_ASK,
  JG_OFFER_NO,
  JG_OFFER_FUTURE,
  JG_OFFER_ENDED,
  JG_OFFER_BACKGROUND,
} JgOffer;

/* One condition checked. */
typedef struct
{
  char *condition; /* label in words */
  JgState state;
  char *fact;   /* fact key, "age", "place:household" … or NULL */
  char *clause; /* clause of the measure */
  char *quote;  /* words of the text, or NULL */
} JgReason;

/* One line of the checked list: a condition, or several that belong together with their lines, a step deeper, below. */
typedef struct
{
  guint depth;
  gboolean one_of; /* one of the lines below is enough */
  JgReason *reason;
} JgCheckLine;

/* A measure checked against a person: three verdicts that are never folded into one, and the offer they lead to. Why,
 * what stands beside it and what to ask is put into words when it is looked at. */
typedef struct
{
  JgMeasure *measure;
  JgState conditions;
  JgValidity validity;
  JgOffer offer;
  struct _JgEligibilityRun *run; /* what it was made from */
} JgVerdict;

/* One question to the jobseeker: a fact of the vocabulary, or a field of the profile that is missing. “Not known” is
 * recorded with jg_profile_set_fact_unknown() under the same key, a field’s too, and is never asked again; “no” to a
 * wish with jg_profile_set_fact_boolean(). */
typedef struct
{
  char *fact;       /* fact key, or age, sex, education, place:NICK, wants:NICK */
  const char *kind; /* fact, age, sex, education, place, wants */
  char *question;
  guint decides; /* number of undecided measures that hang on it */
  guint
      smallest; /* answers in the smallest set with it that decides a measure; 1 when it alone can */
  guint weight; /* what it decides, money before services; docs/conditions.md */
} JgQuestion;

typedef struct
{
  GPtrArray *verdicts;  /* (element-type JgVerdict): every measure, likely first */
  GPtrArray *questions; /* (element-type JgQuestion): most decisive first */
  GPtrArray *warnings;  /* (element-type utf8): unknown fact keys, dates after the as-of date */
  struct _JgEligibilityRun *run; /* holds the verdicts */
} JgEligibility;

JgEligibility *jg_eligibility_check (JgCatalogue *catalogue,
                                     JgProfile *profile,
                                     const char *as_of,
                                     const char *occupation);
void jg_eligibility_free (JgEligibility *self);
const char *jg_question_field_text (const char *key); /* NULL for a fact */
JgState jg_measure_check_linked (const JgMeasure *measure, const char *occupation);

const char *jg_state_nick (JgState state); /* met, unknown, failed */
const char *jg_state_label (JgState state);
const char *jg_validity_nick (JgValidity validity);
const char *jg_validity_label (JgValidity validity);
const char *jg_offer_nick (JgOffer offer);
const char *jg_offer_label (JgOffer offer);
GPtrArray *jg_verdict_get_reasons (const JgVerdict *self); /* (element-type JgReason) */
GPtrArray *jg_verdict_list_checks (const JgVerdict *self); /* (element-type JgCheckLine) */
GPtrArray *jg_verdict_get_caveats (const JgVerdict *self); /* (element-type utf8) */
GPtrArray *jg_verdict_get_ask (const JgVerdict *self);     /* (element-type utf8) */
char *jg_verdict_dup_dates_text (const JgVerdict *self, const char *as_of);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgEligibility, jg_eligibility_free)

G_END_DECLS
