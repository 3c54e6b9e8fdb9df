/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../guidance/jg-plan.h"
#include "jg-paper.h"

G_BEGIN_DECLS

/* The guidance sheet (职业指导单) on A4 pages. */

JgPaper *jg_sheet_new (JgPlan *plan, gboolean large_print);

G_END_DECLS
