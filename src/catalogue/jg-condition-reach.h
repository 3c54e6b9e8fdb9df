/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-condition.h"

G_BEGIN_DECLS

typedef enum
{
  JG_CONDITION_CAN_BE_EITHER,
  JG_CONDITION_NEVER_MET,    /* no answers meet it */
  JG_CONDITION_NEVER_FAILED, /* no answers fail it */
} JgConditionReach;

JgConditionReach jg_condition_get_reach (const JgCondition *self);

G_END_DECLS
