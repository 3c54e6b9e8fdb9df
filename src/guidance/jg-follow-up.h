/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "catalogue/jg-catalogue.h"

G_BEGIN_DECLS

/* The sentence that asks for a follow-up every month. */
typedef struct
{
  char *document; /* key */
  char *clause;
  guint line;
  char *quote; /* as printed */
} JgFollowUpBasis;

char *jg_follow_up_propose (const char *day);
JgFollowUpBasis *jg_follow_up_find_basis (JgCatalogue *catalogue);
void jg_follow_up_basis_free (JgFollowUpBasis *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgFollowUpBasis, jg_follow_up_basis_free)

G_END_DECLS
