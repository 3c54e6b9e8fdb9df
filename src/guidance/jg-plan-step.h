/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* What a step of 行动计划 says; NULL where it says nothing. */
typedef enum
{
  JG_PLAN_STEP_WHAT,  /* 做什么 */
  JG_PLAN_STEP_WHO,   /* 谁来做 */
  JG_PLAN_STEP_WHEN,  /* 什么时候完成 */
  JG_PLAN_STEP_WHERE, /* 去哪里 */
  JG_PLAN_STEP_BRING, /* 带什么 */
  JG_N_PLAN_STEP_FIELDS
} JgPlanStepField;

/* A step of the action plan. */
typedef struct
{
  char *fields[JG_N_PLAN_STEP_FIELDS];
  char *measure; /* id of the measure it comes from, or NULL */
  gboolean done;
} JgPlanStep;

#define JG_TYPE_PLAN_STEP (jg_plan_step_get_type ())
GType jg_plan_step_get_type (void);
JgPlanStep *jg_plan_step_new (void);
JgPlanStep *jg_plan_step_copy (const JgPlanStep *self);
void jg_plan_step_free (JgPlanStep *self);
void jg_plan_step_set (JgPlanStep *self, JgPlanStepField field, const char *text);
gboolean jg_plan_step_set_measure (JgPlanStep *self, const char *measure);

const char *jg_plan_step_field_nick (JgPlanStepField field); /* what, who, when, where, bring */
guint jg_plan_step_field_max (JgPlanStepField field);        /* characters */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgPlanStep, jg_plan_step_free)

G_END_DECLS
