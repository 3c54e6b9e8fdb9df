/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../jg-line.h"
#include "casework/jg-case-store.h"

G_BEGIN_DECLS

/* Cases as lines of a list, and as words. */

JgLine *jg_case_lines_new (const JgCaseSummary *summary, const char *today);
gint64 jg_case_lines_get_id (JgLine *line);
const char *jg_case_lines_get_alias (const JgCaseSummary *summary);
char *jg_case_lines_dup_occupations (const JgCaseSummary *summary);
char *jg_case_lines_dup_day (gint64 time);

G_END_DECLS
