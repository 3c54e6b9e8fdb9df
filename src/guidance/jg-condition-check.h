/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-eligibility.h"

G_BEGIN_DECLS

/* Against what a condition is checked. All pointers are borrowed. */
typedef struct
{
  JgProfile *profile;
  const char *as_of;   /* YYYY-MM-DD */
  GDate day;           /* the same, read */
  GHashTable *implied; /* of jg_facts_list_implied(), or NULL */
  JgState
      linked; /* whether the occupation in question is a link of the measure; unknown when none is in question */
} JgConditionContext;

gboolean jg_condition_context_init (JgConditionContext *self,
                                    JgProfile *profile,
                                    const char *as_of,
                                    JgState linked);

JgState jg_condition_check (const JgCondition *condition, const JgConditionContext *context);
char *jg_condition_dup_label (const JgCondition *condition);

const JgFactValue *jg_condition_context_get_fact (const JgConditionContext *self, const char *key);
JgState jg_place_check (const char *place, const char *region);
gboolean jg_date_is_late (const char *date, const GDate *day);
void jg_string_set_add (GPtrArray *strings, const char *string);

JgReason *jg_reason_new (const char *condition,
                         JgState state,
                         const char *fact,
                         const char *clause,
                         const char *quote);
JgReason *jg_reason_new_open (const char *clause, const char *quote);
JgReason *jg_reason_ref (JgReason *self);
void jg_reason_free (JgReason *self);

G_END_DECLS
