/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-condition-program.h"

G_BEGIN_DECLS

/* How few answers decide a program, and the states it takes with so few. */
typedef struct
{
  guint size;     /* JG_NEVER when none do */
  guint8 targets; /* bits 1 << JgState */
} JgDecidingCount;

#define JG_NEVER (G_MAXUINT / 4)

JgDecidingCount jg_deciding_count (JgDeciding *self,
                                   const JgConditionProgram *program,
                                   const JgTableCheck *check,
                                   JgState linked);
void jg_deciding_mark (JgDeciding *self,
                       const JgConditionProgram *program,
                       const JgTableCheck *check,
                       guint8 targets);
gboolean jg_deciding_find_repeated (JgDeciding *self,
                                    const JgConditionProgram *program,
                                    JgTableCheck *check,
                                    JgState linked);

G_END_DECLS
