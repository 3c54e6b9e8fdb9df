/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-plan-words.h"

G_BEGIN_DECLS

/* Shared by the files of the plan only. */
struct _JgPlan
{
  GObject parent_instance;

  JgCatalogue *catalogue;
  JgRecord *record;
  JgProfile *profile; /* of the record */
  char *as_of;
  gboolean practice;
  JgOffice office;
  JgMatchResult *found; /* owns what the matcher found */
  GPtrArray *bare;      /* (element-type JgMatch): occupations asked for that it did not find */
  GPtrArray *matches;   /* (element-type JgMatch), borrowed from the two above */
  gboolean not_in_catalogue;
  GPtrArray *checks;    /* (element-type JgEligibility): one for each match, at least one */
  GPtrArray *measures;  /* (element-type JgVerdict), borrowed from checks */
  GPtrArray *employers; /* (element-type JgVerdict), borrowed from checks */
  guint n_more;         /* likely or ask and not among measures */
  guint n_offered;      /* likely or ask and for a person */
  GPtrArray *chosen;    /* (element-type JgVerdict): by the plan itself */
  GPtrArray *ticked;    /* (element-type JgVerdict): by the counsellor */
  GPtrArray *taken_off; /* (element-type JgVerdict): by the counsellor */
  JgDesk *desk;         /* or NULL */
  GPtrArray *steps;     /* (element-type JgPlanStep) */
  char *follow_up;
  JgPlanWords *words;
};

void jg_plan_choose_measures (JgPlan *self);

G_END_DECLS
