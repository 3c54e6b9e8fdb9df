/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-line.h"

G_BEGIN_DECLS

/* Where each line of a list stands, though only those that were seen are laid out: a line whose height
 * is not known counts as high as others of its kind are on average. */
typedef struct
{
  GArray *lines; /* (element-type JgLineHeight) */
  gint64 sum[JG_N_LINE_KINDS];
  guint n_known[JG_N_LINE_KINDS];
} JgLineHeights;

JgLineHeights *jg_line_heights_new (void);
void jg_line_heights_free (JgLineHeights *self);
void jg_line_heights_clear (JgLineHeights *self);
void jg_line_heights_forget (JgLineHeights *self);
void jg_line_heights_append (JgLineHeights *self, JgLineKind kind);
void jg_line_heights_set (JgLineHeights *self, guint index, int height);
gboolean jg_line_heights_is_known (const JgLineHeights *self, guint index);
int jg_line_heights_get (const JgLineHeights *self, guint index);
int jg_line_heights_get_top (const JgLineHeights *self, guint index);
guint jg_line_heights_find (const JgLineHeights *self, int y, int *offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgLineHeights, jg_line_heights_free)

G_END_DECLS
