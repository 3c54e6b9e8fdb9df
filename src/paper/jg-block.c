/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-block.h"

#include "jg-glyphs.h"

typedef enum
{
  SHAPE_TEXT,
  SHAPE_BAR,
  SHAPE_RULE,
  SHAPE_STRONG_RULE,
  SHAPE_FRAME,
  SHAPE_QR,
} Shape;

typedef struct
{
  Shape shape;
  double x, y, width, height;
  PangoLayout *layout; /* of a text; otherwise NULL */
  const char *tag;     /* static */
  JgPart part;
  JgQr *qr; /* or NULL */
} Item;

static void
item_free (Item *item)
{
  g_clear_object (&item->layout);
  g_clear_pointer (&item->qr, jg_qr_free);
  g_free (item);
}

/* jg_block_new:
 * @space: points above it
 *
 * Returns: (transfer full): a block with nothing in it */
JgBlock *
jg_block_new (double space)
{
  JgBlock *self = g_new0 (JgBlock, 1);

  self->space = space;
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  return self;
}

/* jg_block_free:
 * @self: (transfer full): a block */
void
jg_block_free (JgBlock *self)
{
  g_ptr_array_unref (self->items);
  g_free (self);
}

static Item *
add_item (JgBlock *self, Shape shape, double x, double y, double width, double height)
{
  Item *item = g_new0 (Item, 1);

  item->shape = shape;
  item->x = x;
  item->y = y;
  item->width = width;
  item->height = height;
  g_ptr_array_add (self->items, item);
  self->height = MAX (self->height, y + height);
  return item;
}

/* jg_block_add_text:
 * @layout: (transfer full): the text
 * @tag: (nullable): static name of its PDF structure element, "P", "H1", "H2", "BlockQuote"
 * @part: its place in a table
 *
 * Puts a text into the block.
 *
 * Returns: the height of the text in points */
double
jg_block_add_text (JgBlock *self,
                   PangoLayout *layout,
                   const char *tag,
                   JgPart part,
                   double x,
                   double y)
{
  int width, height;
  Item *item;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (PANGO_IS_LAYOUT (layout), 0);

  pango_layout_get_size (layout, &width, &height);
  item = add_item (self, SHAPE_TEXT, x, y, (double) width / PANGO_SCALE,
                   (double) height / PANGO_SCALE);
  item->layout = layout;
  item->tag = tag;
  item->part = part;
  return item->height;
}

/* jg_block_add_bar:
 *
 * Puts the bar in front of words of a document. */
void
jg_block_add_bar (JgBlock *self, double x, double y, double height)
{
  add_item (self, SHAPE_BAR, x, y, 2, height);
}

/* jg_block_add_rule:
 * @strong: a line to write on or below the head, in place of a hairline
 *
 * Puts a horizontal line into the block. */
void
jg_block_add_rule (JgBlock *self, double x, double y, double width, gboolean strong)
{
  add_item (self, strong ? SHAPE_STRONG_RULE : SHAPE_RULE, x, y, width, 0.5);
}

/* jg_block_add_frame:
 *
 * Puts the outline of a box into the block. */
void
jg_block_add_frame (JgBlock *self, double x, double y, double width, double height)
{
  add_item (self, SHAPE_FRAME, x, y, width, height);
}

/* jg_block_add_qr:
 * @qr: (transfer full): the code
 * @side: with the quiet zone
 *
 * Puts a QR code into the block. */
void
jg_block_add_qr (JgBlock *self, JgQr *qr, double x, double y, double side)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (qr != NULL);

  add_item (self, SHAPE_QR, x, y, side, side)->qr = qr;
}

/* jg_block_get_unknown_glyphs:
 *
 * Returns: the number of characters for which no font has a glyph */
guint
jg_block_get_unknown_glyphs (JgBlock *self)
{
  guint unknown = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      Item *item = g_ptr_array_index (self->items, i);

      if (item->layout != NULL)
        unknown += (guint) pango_layout_get_unknown_glyphs_count (item->layout);
    }
  return unknown;
}

static void
draw_text (cairo_t *cr, Item *item, double x, double y)
{
  if (item->part != JG_PART_PLAIN)
    cairo_tag_begin (cr, item->part == JG_PART_CELL ? "TD" : "TH", NULL);
  if (item->tag != NULL)
    cairo_tag_begin (cr, item->tag, NULL);
  cairo_move_to (cr, x + item->x, y + item->y);
  jg_glyphs_show_layout (cr, item->layout);
  if (item->tag != NULL)
    cairo_tag_end (cr, item->tag);
  if (item->part != JG_PART_PLAIN)
    cairo_tag_end (cr, item->part == JG_PART_CELL ? "TD" : "TH");
}

static void
draw_line (cairo_t *cr, Item *item, double x, double y, double width, double grey)
{
  cairo_set_source_rgb (cr, grey, grey, grey);
  cairo_set_line_width (cr, width);
  cairo_move_to (cr, x + item->x, y + item->y + 0.25);
  cairo_rel_line_to (cr, item->width, 0);
  cairo_stroke (cr);
}

static void
draw_item (cairo_t *cr, Item *item, double x, double y)
{
  switch (item->shape)
    {
    case SHAPE_TEXT:
      cairo_set_source_rgb (cr, 0, 0, 0);
      draw_text (cr, item, x, y);
      break;

    case SHAPE_BAR:
      cairo_set_source_rgb (cr, 0.10, 0.37, 0.71);
      cairo_rectangle (cr, x + item->x, y + item->y, item->width, item->height);
      cairo_fill (cr);
      break;

    case SHAPE_RULE:
      draw_line (cr, item, x, y, 0.5, 0.72);
      break;

    case SHAPE_STRONG_RULE:
      draw_line (cr, item, x, y, 0.8, 0.35);
      break;

    case SHAPE_FRAME:
      cairo_rectangle (cr, x + item->x, y + item->y, item->width, item->height);
      cairo_set_source_rgb (cr, 0.25, 0.25, 0.25);
      cairo_set_line_width (cr, 0.8);
      cairo_stroke (cr);
      break;

    case SHAPE_QR:
      jg_qr_draw (item->qr, cr, x + item->x, y + item->y, item->width);
      break;

    default:
      g_assert_not_reached ();
    }
}

/* jg_block_draw:
 * @x: left of the block on the page
 * @y: top of the block on the page
 *
 * Draws the block, shapes below texts, with the structure elements of a tagged PDF. */
void
jg_block_draw (JgBlock *self, cairo_t *cr, double x, double y)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (cr != NULL);

  for (guint i = 0; i < self->items->len; i++)
    {
      Item *item = g_ptr_array_index (self->items, i);

      if (item->shape != SHAPE_TEXT)
        draw_item (cr, item, x, y);
    }
  if (self->row)
    cairo_tag_begin (cr, "TR", NULL);
  for (guint i = 0; i < self->items->len; i++)
    {
      Item *item = g_ptr_array_index (self->items, i);

      if (item->shape == SHAPE_TEXT)
        draw_item (cr, item, x, y);
    }
  if (self->row)
    cairo_tag_end (cr, "TR");
}
