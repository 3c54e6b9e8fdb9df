/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-case-summary.h"

G_BEGIN_DECLS

gboolean jg_case_summary_check (const JgCaseSummary *self, GError **error);
GByteArray *jg_case_summary_pack (const JgCaseSummary *self);
JgCaseSummary *jg_case_summary_unpack (gint64 id, const guint8 *data, gsize length);
const char *jg_case_summary_get_key (const JgCaseSummary *self);

G_END_DECLS
