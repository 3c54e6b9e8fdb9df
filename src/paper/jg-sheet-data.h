/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../guidance/jg-plan.h"

G_BEGIN_DECLS

/* What the guidance sheet says, for the system of a city (jobguide-sheet/1). */

char *jg_sheet_to_json (JgPlan *plan);

G_END_DECLS
