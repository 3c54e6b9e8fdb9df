/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-condition-program.h"

G_BEGIN_DECLS

enum
{
  JG_REASON_OPEN = JG_STATE_MET + 1, /* what an open list does not name */
  JG_REASONS_PER_NODE
};

/* The reasons of a program. What a condition says in one state is the same for everybody, so it is made once. */
typedef struct
{
  const JgConditionProgram *program;
  const char *clause;
  JgReason **made;
} JgReasons;

void jg_reasons_init (JgReasons *self, const JgConditionProgram *program, const char *clause);
void jg_reasons_clear (JgReasons *self);
void
jg_reasons_add (JgReasons *self, const guint8 *states, const JgTableCheck *check, GPtrArray *list);
void jg_reasons_add_notes (JgReasons *self, const JgTableCheck *check, GPtrArray *notes);

G_END_DECLS
