/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-sheet.h"

G_BEGIN_DECLS

JgCatalogue *paper_fixture_catalogue (void);
char **paper_fixture_list_samples (void);
char *paper_fixture_strip_space (const char *text);
char *paper_fixture_today (void);
JgProfile *paper_fixture_profile (const char *json);
JgPlan *paper_fixture_plan (JgProfile *profile, const char *as_of);

G_END_DECLS
