/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../jg-session.h"
#include "jg-policy-filter.h"

G_BEGIN_DECLS

/* What the list of the policies page says. */

GPtrArray *jg_policy_lines_for_measures (JgSession *session,
                                         JgPolicyFilter *filter,
                                         const char *query,
                                         guint *n_found);
GPtrArray *jg_policy_list_family (JgSession *session, const JgMeasure *measure);
GPtrArray *jg_policy_lines_for_documents (JgSession *session, const char *query, guint *n_found);
const char *jg_document_kind_label (const char *kind);

G_END_DECLS
