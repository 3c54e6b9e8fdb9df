/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../jg-session.h"

G_BEGIN_DECLS

/* What the list of the occupations page says. */

GPtrArray *
jg_occupation_lines_for_class (JgCatalogue *catalogue, const char *class, guint *n_occupations);
GPtrArray *
jg_occupation_lines_for_query (JgSearch *search, const char *query, guint *n_exact, guint *n_near);

G_END_DECLS
