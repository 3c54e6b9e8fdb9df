/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../catalogue/jg-catalogue.h"
#include "jg-condition-leaf.h"

G_BEGIN_DECLS

/* A leaf, or the region of a document that names no place. */
typedef struct
{
  const JgCondition *condition; /* or NULL */
  const char *region;
} JgAnswerTest;

void jg_condition_list_answers (const char *key,
                                const JgFact *fact,
                                const JgConditionContext *context,
                                const JgAnswerTest *tests,
                                guint n_tests,
                                GArray *rows);

G_END_DECLS
