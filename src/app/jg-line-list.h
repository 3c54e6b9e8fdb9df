/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "jg-line.h"

G_BEGIN_DECLS

/* A scrolled list of lines. Emits "opened" with the JgLine that was chosen if that has no action of its
 * own, "checked" with one whose box was clicked, "more" when the end comes near, and "left-at-top" when
 * the keyboard goes up from the first line. */
#define JG_TYPE_LINE_LIST (jg_line_list_get_type ())
G_DECLARE_FINAL_TYPE (JgLineList, jg_line_list, JG, LINE_LIST, GtkWidget)

GtkWidget *jg_line_list_new (const char *name);
void jg_line_list_set_name (JgLineList *self, const char *name);
void jg_line_list_set_lines (JgLineList *self, GPtrArray *lines);
void jg_line_list_keep_place (JgLineList *self);
void jg_line_list_append_lines (JgLineList *self, GPtrArray *lines);
void jg_line_list_set_current (JgLineList *self, const char *id);
void jg_line_list_open_first (JgLineList *self);
GPtrArray *jg_line_list_get_lines (JgLineList *self);
JgLine *jg_line_list_get_focus_line (JgLineList *self);
gboolean jg_line_list_focus (JgLineList *self);

G_END_DECLS
