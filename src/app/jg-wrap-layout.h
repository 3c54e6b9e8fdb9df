/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lays children out side by side and goes on in the next row where they do not fit. */
#define JG_TYPE_WRAP_LAYOUT (jg_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (JgWrapLayout, jg_wrap_layout, JG, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *jg_wrap_layout_new (void);

G_END_DECLS
