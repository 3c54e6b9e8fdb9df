/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "catalogue/jg-catalogue.h"

#include "../jg-line.h"

G_BEGIN_DECLS

/* What the list of the occupations page says when nothing is searched for. */

JgLine *jg_occupation_line_new (const JgOccupationSummary *summary);
gboolean jg_occupation_lines_has_class (JgCatalogue *catalogue, const char *class);
guint jg_occupation_lines_for_class (JgCatalogue *catalogue,
                                     const char *class,
                                     const JgOccupationTerms *filter,
                                     GPtrArray *lines,
                                     guint *n_occupations);
guint jg_occupation_lines_next (JgCatalogue *catalogue,
                                const char *class,
                                const JgOccupationTerms *filter,
                                guint offset,
                                GPtrArray *lines);

G_END_DECLS
