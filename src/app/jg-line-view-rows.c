/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-line-view-private.h"

/* Rows without a line that are kept for a longer answer. */
#define KEPT_ROWS 80

static void
row_opened_cb (JgLineView *self, JgLine *line, JgLineRow *row)
{
  g_signal_emit_by_name (self, "opened", line);
}

static void
row_checked_cb (JgLineView *self, JgLine *line, JgLineRow *row)
{
  g_signal_emit_by_name (self, "checked", line);
}

/* jg_line_view_bind_rows:
 *
 * Makes a row for each of the first @until lines. */
void
jg_line_view_bind_rows (JgLineView *self, guint until)
{
  until = MIN (until, self->lines->len);
  while (self->rows->len < until)
    {
      GtkWidget *row = jg_line_row_new ();

      gtk_widget_set_child_visible (row, FALSE);
      gtk_widget_set_parent (row, GTK_WIDGET (self));
      g_signal_connect_object (row, "opened", G_CALLBACK (row_opened_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "checked", G_CALLBACK (row_checked_cb), self,
                               G_CONNECT_SWAPPED);
      g_ptr_array_add (self->rows, row);
    }
  for (; self->n_bound < until; self->n_bound++)
    {
      JgLineRow *row = g_ptr_array_index (self->rows, self->n_bound);

      jg_line_row_set_line (row, g_ptr_array_index (self->lines, self->n_bound));
      gtk_widget_set_visible (GTK_WIDGET (row), TRUE);
    }
}

/* jg_line_view_release_rows:
 *
 * Takes the lines from @from on off their rows; some rows are kept for the next answer. */
void
jg_line_view_release_rows (JgLineView *self, guint from)
{
  for (guint i = from; i < self->n_bound; i++)
    {
      gtk_widget_set_visible (GTK_WIDGET (g_ptr_array_index (self->rows, i)), FALSE);
      jg_line_row_set_line (g_ptr_array_index (self->rows, i), NULL);
    }
  self->n_bound = MIN (self->n_bound, from);
  while (self->rows->len > MAX (from, KEPT_ROWS))
    {
      gtk_widget_unparent (GTK_WIDGET (g_ptr_array_index (self->rows, self->rows->len - 1)));
      g_ptr_array_set_size (self->rows, (int) self->rows->len - 1);
    }
}

/* jg_line_view_number_rows:
 *
 * Tells every row its place among the lines that can be opened. */
void
jg_line_view_number_rows (JgLineView *self)
{
  guint n_lines = 0;
  guint position = 0;

  for (guint i = 0; i < self->lines->len; i++)
    n_lines += jg_line_view_can_open (self, i);
  for (guint i = 0; i < self->n_bound; i++)
    if (jg_line_view_can_open (self, i))
      jg_line_row_set_position (g_ptr_array_index (self->rows, i), ++position, n_lines);
}
