/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-plan.h"

G_BEGIN_DECLS

/* What is proposed for 行动计划. Where a text says nothing, the step says so; nothing is filled in from elsewhere. */

#define JG_PLAN_NOT_IN_TEXT "文中未写"

GPtrArray *jg_plan_list_places (const char *quote); /* (element-type utf8): words of the quote */
GPtrArray *jg_plan_list_papers (const char *quote); /* (element-type utf8): words of the quote */
char *jg_plan_dup_deadline (const JgMeasure *measure);
JgPlanStep *jg_plan_suggest_for_measure (const JgVerdict *verdict, JgDesk *desk);
GPtrArray *jg_plan_suggest_general (JgPlan *plan);  /* (element-type JgPlanStep) */
GPtrArray *jg_plan_list_suggestions (JgPlan *plan); /* (element-type JgPlanStep) */

G_END_DECLS
