/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* A text as a QR code (ISO/IEC 18004), drawn as squares. */
typedef struct _JgQr JgQr;

#define JG_QR_MAX_BYTES 1200 /* more is hard to read with a telephone from a screen */

JgQr *jg_qr_new (const char *text);
void jg_qr_free (JgQr *self);
guint jg_qr_get_width (const JgQr *self);
void jg_qr_draw (const JgQr *self, cairo_t *cr, double x, double y, double size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgQr, jg_qr_free)

G_END_DECLS
