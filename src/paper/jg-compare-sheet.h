/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../guidance/jg-compare.h"
#include "jg-paper.h"

G_BEGIN_DECLS

/* Occupations side by side (职业对比) on A4 pages that lie. */

JgPaper *
jg_compare_sheet_new (JgCatalogue *catalogue, const JgCompare *comparison, gboolean large_print);

G_END_DECLS
