/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-plan.h"

G_BEGIN_DECLS

/* The words of the catalogue that a plan speaks in: questions, citations, places. Internal to the library. */
typedef struct _JgPlanWords JgPlanWords;

JgPlanWords *jg_plan_words_new (JgCatalogue *catalogue, GPtrArray *checks);
void jg_plan_words_free (JgPlanWords *self);
JgFact *jg_plan_words_get_fact (JgPlanWords *self, const char *key);
const char *jg_plan_words_get_question (JgPlanWords *self, const char *key);
char *jg_plan_words_dup_citation (JgPlanWords *self, const char *document, const char *clause);
char *jg_plan_words_dup_place_name (JgPlanWords *self, const char *code);
gboolean jg_plan_words_has_local (JgPlanWords *self, JgProfile *profile);

G_END_DECLS
