/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-condition-check.h"

G_BEGIN_DECLS

/* A leaf's state, and whether an answer that can still be given could change it. A fact answered
 * with “not known” is unknown for good: it is never asked again. */
typedef struct
{
  JgState state;
  gboolean askable;
} JgLeaf;

/* Where the person is, when the text names no place: the order in which it is asked. */
#define JG_N_REGION_PLACES 4
extern const JgPlace jg_region_places[JG_N_REGION_PLACES];

JgState jg_region_check (JgProfile *profile, const char *region, guint *place);
gboolean jg_region_is_askable (const JgConditionContext *context, guint place);
JgLeaf jg_condition_check_leaf (const JgCondition *condition, const JgConditionContext *context);
char *jg_condition_dup_leaf_key (const JgCondition *condition);

G_END_DECLS
