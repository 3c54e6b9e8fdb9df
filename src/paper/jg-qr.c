/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-qr.h"

#include <qrencode.h>
#include <string.h>

/* The standard wants four empty modules around the code. */
#define QUIET 4

struct _JgQr
{
  QRcode *code;
};

/* jg_qr_new:
 * @text: a text in UTF-8
 *
 * Encodes a text. What reads it gets the text itself, no address and nothing to be fetched.
 *
 * Returns: (transfer full) (nullable): the code; %NULL when @text is empty or longer than %JG_QR_MAX_BYTES */
JgQr *
jg_qr_new (const char *text)
{
  QRcode *code;
  JgQr *self;

  g_return_val_if_fail (text != NULL, NULL);

  if (*text == '\0' || strlen (text) > JG_QR_MAX_BYTES)
    return NULL;
  code = QRcode_encodeString8bit (text, 0, QR_ECLEVEL_L);
  if (code == NULL)
    return NULL;
  self = g_new0 (JgQr, 1);
  self->code = code;
  return self;
}

/* jg_qr_free:
 *
 * Frees the code. */
void
jg_qr_free (JgQr *self)
{
  QRcode_free (self->code);
  g_free (self);
}

/* jg_qr_get_width:
 *
 * Returns: modules in a row, with the empty ones around the code */
guint
jg_qr_get_width (const JgQr *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return (guint) self->code->width + 2 * QUIET;
}

/* jg_qr_draw:
 * @x: left edge
 * @y: upper edge
 * @size: width and height, with the empty border
 *
 * Draws the code black on white, whatever the colours around it: readers need that. */
void
jg_qr_draw (const JgQr *self, cairo_t *cr, double x, double y, double size)
{
  double module;

  g_return_if_fail (self != NULL && cr != NULL);

  module = size / jg_qr_get_width (self);
  cairo_save (cr);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, x, y, size, size);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  for (int row = 0; row < self->code->width; row++)
    for (int column = 0; column < self->code->width; column++)
      if ((self->code->data[row * self->code->width + column] & 1) != 0)
        cairo_rectangle (cr, x + (column + QUIET) * module, y + (row + QUIET) * module, module,
                         module);
  cairo_fill (cr);
  cairo_restore (cr);
}
