/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

void jg_glyphs_show_layout (cairo_t *cr, PangoLayout *layout);
void jg_glyphs_track (cairo_surface_t *surface);
GPtrArray *jg_glyphs_dup_names (cairo_surface_t *surface);

G_END_DECLS
