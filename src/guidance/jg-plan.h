/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-desk.h"
#include "jg-eligibility.h"
#include "jg-match.h"
#include "jg-record.h"

G_BEGIN_DECLS

#define JG_PLAN_ERROR (jg_plan_error_quark ())

typedef enum
{
  JG_PLAN_ERROR_DATE,       /* the as-of date is not a date */
  JG_PLAN_ERROR_OCCUPATION, /* no such occupation in the catalogue */
  JG_PLAN_ERROR_MEASURE,    /* no such measure, or none that a sheet may name */
} JgPlanError;

GQuark jg_plan_error_quark (void);

/* What an office prints on its sheets. Every string may be NULL. */
typedef struct
{
  const char *office;
  const char *address;
  const char *phone;
  const char *counsellor;
} JgOffice;

/* The guidance plan: everything the guidance sheet (职业指导单) says, before it is laid out. */
#define JG_TYPE_PLAN (jg_plan_get_type ())
G_DECLARE_FINAL_TYPE (JgPlan, jg_plan, JG, PLAN, GObject)

/* The most measures a plan chooses; the rest are counted. What the counsellor ticks comes on top. */
#define JG_PLAN_MAX_MEASURES 6

JgPlan *jg_plan_new (JgCatalogue *catalogue,
                     JgProfile *profile,
                     const char *as_of,
                     const char *const *occupations,
                     const JgOffice *office,
                     GError **error);
JgPlan *jg_plan_new_for_record (JgCatalogue *catalogue,
                                JgRecord *record,
                                const char *as_of,
                                const JgOffice *office,
                                GError **error);
gboolean jg_plan_choose_named (JgCatalogue *catalogue,
                               JgRecord *record,
                               const char *const *occupations,
                               GError **error);
gboolean jg_plan_offer_is_printable (JgOffer offer);
gboolean jg_plan_add_measure (JgPlan *self, const char *measure, GError **error);
gboolean jg_plan_remove_measure (JgPlan *self, const char *measure);
gboolean jg_plan_has_measure (JgPlan *self, const char *measure);
gboolean jg_plan_is_ticked (JgPlan *self, const char *measure);
void jg_plan_set_desk (JgPlan *self, JgDesk *desk);
JgDesk *jg_plan_get_desk (JgPlan *self);
JgCatalogue *jg_plan_get_catalogue (JgPlan *self);
JgProfile *jg_plan_get_profile (JgPlan *self);
JgRecord *jg_plan_get_record (JgPlan *self);
const char *jg_plan_get_as_of (JgPlan *self);
gboolean jg_plan_is_practice (JgPlan *self);
const char *jg_plan_get_number (JgPlan *self);
GPtrArray *
jg_plan_get_matches (JgPlan *self); /* (element-type JgMatch): the 1–3 occupations of the sheet */
gboolean jg_plan_get_not_in_catalogue (JgPlan *self);
JgEligibility *jg_plan_get_eligibility (JgPlan *self);
GPtrArray *jg_plan_get_measures (
    JgPlan *self); /* (element-type JgVerdict): those the sheet prints, in order */
GPtrArray *jg_plan_get_steps (JgPlan *self); /* (element-type JgPlanStep) */
const char *jg_plan_get_follow_up (JgPlan *self);
const JgOffice *jg_plan_get_office (JgPlan *self);
guint jg_plan_get_n_more (JgPlan *self);
GPtrArray *jg_plan_get_employer_measures (
    JgPlan *self); /* (element-type JgVerdict): money of the employer, to be shown to one */
JgFact *jg_plan_get_fact (JgPlan *self, const char *key);
const char *jg_plan_get_question (JgPlan *self, const char *fact);
char *jg_plan_dup_citation (JgPlan *self, const char *document, const char *clause);
char *jg_plan_dup_data_note (JgPlan *self);
char *jg_plan_dup_place_name (JgPlan *self, const char *code);
gboolean jg_plan_has_local_documents (JgPlan *self);

G_END_DECLS
