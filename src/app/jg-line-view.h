/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "jg-line.h"

G_BEGIN_DECLS

/* What scrolls inside a JgLineList. A row is one light widget; there is one for each line that was
 * ever near the visible part, and only those that show are laid out. So the cost of new lines is that
 * of the rows one sees, and a screen reader finds the rows around them too. Emits "opened" with the
 * JgLine that was chosen, "checked" with one whose box was clicked, "more" when the end of the lines comes near and "left-at-top" when the
 * keyboard goes up from the first line. */
#define JG_TYPE_LINE_VIEW (jg_line_view_get_type ())
G_DECLARE_FINAL_TYPE (JgLineView, jg_line_view, JG, LINE_VIEW, GtkWidget)

GtkWidget *jg_line_view_new (void);
void jg_line_view_set_lines (JgLineView *self, GPtrArray *lines);
void jg_line_view_keep_place (JgLineView *self);
void jg_line_view_append_lines (JgLineView *self, GPtrArray *lines);
GPtrArray *jg_line_view_get_lines (JgLineView *self);
gboolean jg_line_view_focus_line (JgLineView *self, guint index);
JgLine *jg_line_view_get_focus_line (JgLineView *self);

G_END_DECLS
