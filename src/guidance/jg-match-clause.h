/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-match-text.h"
#include "jg-profile.h"

G_BEGIN_DECLS

/* A clause of what the jobseeker said. */
typedef struct
{
  const char *field;    /* wish, skills, experience */
  char *words;          /* as written */
  JgMatchText *text;    /* what counts of it */
  JgMatchText *refused; /* what the person does not want, or NULL */
} JgMatchClause;

GPtrArray *jg_match_clauses_of_profile (JgProfile *profile);
gboolean jg_match_clause_is_specific (const JgMatchClause *self);
gboolean jg_match_word_is_general (const char *word);

G_END_DECLS
