/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-line-view-private.h"

/* Rows that a new answer gets at once. */
#define FIRST_ROWS 40

static JgLine *
get_line (JgLineView *self, guint index)
{
  return g_ptr_array_index (self->lines, index);
}

static void
take_lines (JgLineView *self, GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      JgLine *line = g_ptr_array_index (lines, i);

      g_ptr_array_add (self->lines, g_object_ref (line));
      jg_line_heights_append (self->heights, jg_line_get_kind (line));
    }
}

/* The line that stands for the same as @line, the nearest to where that was. */
static guint
find_same (JgLineView *self, JgLine *line, guint was)
{
  guint best = JG_LINE_VIEW_NONE;

  for (guint i = 0; line != NULL && i < self->lines->len; i++)
    if (g_strcmp0 (jg_line_get_id (get_line (self, i)), jg_line_get_id (line)) == 0 &&
        g_strcmp0 (jg_line_get_title (get_line (self, i)), jg_line_get_title (line)) == 0 &&
        (best == JG_LINE_VIEW_NONE || ABS ((int) i - (int) was) < ABS ((int) best - (int) was)))
      best = i;
  return best;
}

/**
 * jg_line_view_set_lines:
 * @self: a view
 * @lines: (element-type JgLine): what to show
 *
 * Shows other lines, from the top.
 */
void
jg_line_view_set_lines (JgLineView *self, GPtrArray *lines)
{
  g_autoptr (JgLine) focus = NULL;
  g_autoptr (JgLine) top = NULL;
  guint focus_index, same;
  guint was_anchor;
  int was_offset;

  g_return_if_fail (JG_IS_LINE_VIEW (self));
  g_return_if_fail (lines != NULL);

  was_anchor = self->anchor;
  was_offset = self->anchor_offset;
  focus_index = jg_line_view_get_focus_index (self);
  if (self->keeps_place && focus_index < self->n_bound)
    focus = g_object_ref (get_line (self, focus_index));
  /* At the very top one wants to see what is new there. */
  if (self->keeps_place && was_anchor < self->lines->len && was_anchor + (guint) was_offset > 0)
    top = g_object_ref (get_line (self, was_anchor));
  self->keeps_place = FALSE;
  jg_line_view_release_rows (self, MIN (FIRST_ROWS, lines->len));
  g_ptr_array_set_size (self->lines, 0);
  jg_line_heights_clear (self->heights);
  take_lines (self, lines);
  self->anchor = 0;
  self->anchor_offset = 0;
  self->asked_for_more = JG_LINE_VIEW_NONE;
  self->n_bound = 0;
  same = find_same (self, top, was_anchor);
  if (same != JG_LINE_VIEW_NONE)
    {
      self->anchor = same;
      self->anchor_offset = was_offset;
    }
  jg_line_view_bind_rows (self, FIRST_ROWS + self->anchor);
  jg_line_view_number_rows (self);
  if (self->vadjustment != NULL && self->anchor == 0)
    jg_line_view_configure (self, 0, gtk_widget_get_height (GTK_WIDGET (self)));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  same = find_same (self, focus, focus_index);
  if (same != JG_LINE_VIEW_NONE)
    jg_line_view_focus_line (self, same);
}

/**
 * jg_line_view_keep_place:
 * @self: a view
 *
 * Lets the lines that are set next come without moving what is seen and where the keyboard is.
 */
void
jg_line_view_keep_place (JgLineView *self)
{
  g_return_if_fail (JG_IS_LINE_VIEW (self));

  self->keeps_place = TRUE;
}

/**
 * jg_line_view_append_lines:
 * @self: a view
 * @lines: (element-type JgLine): what to show after the others
 *
 * Makes the list longer; nothing of what is seen moves.
 */
void
jg_line_view_append_lines (JgLineView *self, GPtrArray *lines)
{
  g_return_if_fail (JG_IS_LINE_VIEW (self));
  g_return_if_fail (lines != NULL);

  take_lines (self, lines);
  jg_line_view_number_rows (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * jg_line_view_get_lines:
 * @self: a view
 *
 * Gets what is shown.
 *
 * Returns: (transfer none) (element-type JgLine): the lines
 */
GPtrArray *
jg_line_view_get_lines (JgLineView *self)
{
  g_return_val_if_fail (JG_IS_LINE_VIEW (self), NULL);

  return self->lines;
}
