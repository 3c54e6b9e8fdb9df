/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "catalogue/jg-catalogue.h"

G_BEGIN_DECLS

/* What a condition can ask about: the facts of the vocabulary and the fields of a profile, found by words. */
typedef struct
{
  char *label;
  char *words;     /* what it is found by */
  gboolean common; /* shown before anything is typed */
  JgCondition *condition;
} JgConditionChoice;

GPtrArray *jg_condition_choices_new (GPtrArray *facts);
GPtrArray *jg_condition_choices_find (GPtrArray *choices, const char *query, guint max);
char *jg_condition_choices_dup_label (GPtrArray *facts, const JgCondition *condition);
const JgFact *jg_condition_choices_find_fact (GPtrArray *facts, const char *key);

G_END_DECLS
