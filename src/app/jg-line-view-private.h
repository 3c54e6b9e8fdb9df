/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-line-heights.h"
#include "jg-line-row.h"
#include "jg-line-view.h"

G_BEGIN_DECLS

/* No line. */
#define JG_LINE_VIEW_NONE G_MAXUINT

struct _JgLineView
{
  GtkWidget parent_instance;

  GtkAdjustment *hadjustment;
  GtkAdjustment *vadjustment;
  GPtrArray *lines; /* (element-type JgLine) */
  GPtrArray *rows;  /* (element-type JgLineRow), borrowed; the first n_bound show lines */
  JgLineHeights *heights;
  guint n_bound;
  int width;         /* that the heights hold for */
  guint font_serial; /* likewise */
  guint anchor;      /* line at the upper edge */
  int anchor_offset; /* pixels of it that are above the edge */
  gboolean configuring;
  gboolean keeps_place; /* when lines are set next */
  guint pressed;        /* line under the pointer's button, or NONE */
  guint asked_for_more; /* number of lines when "more" was emitted */
  guint follow_id;
};

gboolean jg_line_view_can_open (JgLineView *self, guint index);
guint jg_line_view_find_openable (JgLineView *self, guint from, int step);
guint jg_line_view_get_focus_index (JgLineView *self);
int jg_line_view_get_value (JgLineView *self);
void jg_line_view_configure (JgLineView *self, int value, int height);
void jg_line_view_bind_rows (JgLineView *self, guint until);
void jg_line_view_release_rows (JgLineView *self, guint from);
void jg_line_view_number_rows (JgLineView *self);
void jg_line_view_add_input (JgLineView *self);

G_END_DECLS
