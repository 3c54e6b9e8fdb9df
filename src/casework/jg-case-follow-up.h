/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "guidance/jg-plan.h"

G_BEGIN_DECLS

/* The follow-up of a record for a calendar. */

char *
jg_case_follow_up_to_ics (JgRecord *record, const JgOffice *office, gint64 now, GError **error);

G_END_DECLS
