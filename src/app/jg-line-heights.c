/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-line-heights.h"

/* Before any line is laid out. */
#define A_HEIGHT 40

typedef struct
{
  JgLineKind kind;
  int height; /* -1: not known */
} JgLineHeight;

static JgLineHeight *
get_line (const JgLineHeights *self, guint index)
{
  return &g_array_index (self->lines, JgLineHeight, index);
}

/**
 * jg_line_heights_new:
 *
 * Makes the heights of no lines.
 *
 * Returns: (transfer full): the heights
 */
JgLineHeights *
jg_line_heights_new (void)
{
  JgLineHeights *self = g_new0 (JgLineHeights, 1);

  self->lines = g_array_new (FALSE, FALSE, sizeof (JgLineHeight));
  return self;
}

/**
 * jg_line_heights_free:
 * @self: (transfer full): heights
 *
 * Frees the heights.
 */
void
jg_line_heights_free (JgLineHeights *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->lines);
  g_free (self);
}

/**
 * jg_line_heights_clear:
 * @self: heights
 *
 * Takes all lines out. How high lines are on average is kept.
 */
void
jg_line_heights_clear (JgLineHeights *self)
{
  g_return_if_fail (self != NULL);

  g_array_set_size (self->lines, 0);
}

/**
 * jg_line_heights_forget:
 * @self: heights
 *
 * Forgets every height, as when the width or the font is another.
 */
void
jg_line_heights_forget (JgLineHeights *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->lines->len; i++)
    get_line (self, i)->height = -1;
  for (int kind = 0; kind < JG_N_LINE_KINDS; kind++)
    {
      self->sum[kind] = 0;
      self->n_known[kind] = 0;
    }
}

/**
 * jg_line_heights_append:
 * @self: heights
 * @kind: of the line
 *
 * Adds a line whose height is not known at the end.
 */
void
jg_line_heights_append (JgLineHeights *self, JgLineKind kind)
{
  JgLineHeight line = { kind, -1 };

  g_return_if_fail (self != NULL);

  g_array_append_val (self->lines, line);
}

/**
 * jg_line_heights_set:
 * @self: heights
 * @index: number of a line
 * @height: pixels
 *
 * Sets the height of a line, once it is laid out.
 */
void
jg_line_heights_set (JgLineHeights *self, guint index, int height)
{
  JgLineHeight *line;

  g_return_if_fail (self != NULL && index < self->lines->len);
  g_return_if_fail (height >= 0);

  line = get_line (self, index);
  line->height = height;
  self->sum[line->kind] += height;
  self->n_known[line->kind]++;
}

/**
 * jg_line_heights_is_known:
 * @self: heights
 * @index: number of a line
 *
 * Tells whether a line is laid out.
 *
 * Returns: %TRUE when its height is not only guessed
 */
gboolean
jg_line_heights_is_known (const JgLineHeights *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->lines->len, FALSE);

  return get_line (self, index)->height >= 0;
}

/**
 * jg_line_heights_get:
 * @self: heights
 * @index: number of a line
 *
 * Gets the height of a line.
 *
 * Returns: pixels, known or guessed
 */
int
jg_line_heights_get (const JgLineHeights *self, guint index)
{
  const JgLineHeight *line;

  g_return_val_if_fail (self != NULL && index < self->lines->len, 0);

  line = get_line (self, index);
  if (line->height >= 0)
    return line->height;
  return self->n_known[line->kind] > 0 ? (int) (self->sum[line->kind] / self->n_known[line->kind])
                                       : A_HEIGHT;
}

/**
 * jg_line_heights_get_top:
 * @self: heights
 * @index: number of a line, or the number of lines for the end of all
 *
 * Gets where a line begins.
 *
 * Returns: pixels from the top of the first line
 */
int
jg_line_heights_get_top (const JgLineHeights *self, guint index)
{
  int top = 0;

  g_return_val_if_fail (self != NULL && index <= self->lines->len, 0);

  for (guint i = 0; i < index; i++)
    top += jg_line_heights_get (self, i);
  return top;
}

/**
 * jg_line_heights_find:
 * @self: heights of at least one line
 * @y: pixels from the top of the first line
 * @offset: (out) (optional): pixels from the top of the line found; more than its height below all
 *
 * Finds the line at a place.
 *
 * Returns: its number; the last one for a place below all
 */
guint
jg_line_heights_find (const JgLineHeights *self, int y, int *offset)
{
  guint index = 0;

  g_return_val_if_fail (self != NULL && self->lines->len > 0, 0);

  for (; index + 1 < self->lines->len; index++)
    {
      int height = jg_line_heights_get (self, index);

      if (y < height)
        break;
      y -= height;
    }
  if (offset != NULL)
    *offset = MAX (y, 0);
  return index;
}
