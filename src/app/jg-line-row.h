/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "jg-line.h"

G_BEGIN_DECLS

/* One widget that paints all texts of a JgLine: rows built of boxes and labels cost a frame. Its size
 * is set by the JgLineView around it, without the toolkit's request of sizes. Emits "opened" or
 * "checked" with the JgLine. */
#define JG_TYPE_LINE_ROW (jg_line_row_get_type ())
G_DECLARE_FINAL_TYPE (JgLineRow, jg_line_row, JG, LINE_ROW, GtkWidget)

GtkWidget *jg_line_row_new (void);
JgLine *jg_line_row_get_line (JgLineRow *self);
void jg_line_row_set_line (JgLineRow *self, JgLine *line);
void jg_line_row_set_position (JgLineRow *self, guint position, guint n_lines);
int jg_line_row_get_height (JgLineRow *self, int width);
void jg_line_row_forget_layouts (JgLineRow *self);
void jg_line_row_open (JgLineRow *self);
gboolean jg_line_row_is_on_check (JgLineRow *self, double x, double y);
void jg_line_row_check (JgLineRow *self);

G_END_DECLS
