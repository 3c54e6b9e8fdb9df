/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../jg-session.h"

G_BEGIN_DECLS

/* What one query finds, a page at a time. */
typedef struct _JgOccupationResults JgOccupationResults;

JgOccupationResults *
jg_occupation_results_new (JgSession *session, const char *query, const JgOccupationTerms *terms);
void jg_occupation_results_free (JgOccupationResults *self);
gboolean jg_occupation_results_add_lines (JgOccupationResults *self, GPtrArray *lines);
void jg_occupation_results_add_texts (JgOccupationResults *self, GPtrArray *lines);
void jg_occupation_results_add_all_texts (JgOccupationResults *self,
                                          JgSearchTextKind kind,
                                          GPtrArray *lines);
guint jg_occupation_results_count_texts (JgOccupationResults *self, JgSearchTextKind kind);
gboolean jg_occupation_results_has_exact (JgOccupationResults *self);
char *jg_occupation_results_dup_status (JgOccupationResults *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgOccupationResults, jg_occupation_results_free)

G_END_DECLS
