/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../guidance/jg-plan.h"
#include "jg-paper.h"

G_BEGIN_DECLS

/* The guidance sheet (职业指导单) on A4 pages. */

typedef enum
{
  JG_SHEET_PLAIN = 0,
  JG_SHEET_LARGE_PRINT = 1 << 0, /* for those who read with effort */
  JG_SHEET_CLAUSES = 1 << 1, /* 附：政策原文 on pages of its own, whether there is need or not */
} JgSheetFlags;

JgPaper *jg_sheet_new (JgPlan *plan, JgSheetFlags flags);

G_END_DECLS
