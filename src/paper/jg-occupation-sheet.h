/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../catalogue/jg-catalogue.h"
#include "jg-paper.h"

G_BEGIN_DECLS

/* One occupation (职业说明) on A4 pages. */

JgPaper *
jg_occupation_sheet_new (JgCatalogue *catalogue, JgOccupation *occupation, gboolean large_print);

G_END_DECLS
