/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-match-candidate.h"

G_BEGIN_DECLS

GHashTable *jg_match_words_new (void);
void jg_matcher_add_refusal (JgMatcher *self, const JgMatchClause *clause);
void jg_matcher_add_clause (JgMatcher *self, const JgMatchClause *clause);

G_END_DECLS
