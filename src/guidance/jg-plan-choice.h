/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-plan.h"

G_BEGIN_DECLS

/* Which measures a guidance plan names, and in which order. Internal to the library. */

GPtrArray *jg_plan_choice_run (JgProfile *profile,
                               GPtrArray *matches,
                               GPtrArray *checks,
                               guint limit,
                               guint *n_more);
GPtrArray *jg_plan_choice_employers (GPtrArray *matches, GPtrArray *checks, guint limit);

G_END_DECLS
