/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Cells side by side where there is room for all of them, one below the other with their captions where there is not. Rows
 * of as many cells in one box have their columns one below the other. */
#define JG_TYPE_COLUMNS (jg_columns_get_type ())
G_DECLARE_FINAL_TYPE (JgColumns, jg_columns, JG, COLUMNS, GtkWidget)

GtkWidget *jg_columns_new (gboolean only_beside);
void jg_columns_append (JgColumns *self, const char *caption, GtkWidget *content);

G_END_DECLS
