/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "../guidance/jg-plan.h"

G_BEGIN_DECLS

#define JG_SHEET_ERROR (jg_sheet_error_quark ())

typedef enum
{
  JG_SHEET_ERROR_FONT,  /* no font has the Chinese characters the sheet needs */
  JG_SHEET_ERROR_WRITE, /* the file cannot be written */
} JgSheetError;

GQuark jg_sheet_error_quark (void);

#define JG_SHEET_WIDTH 595.276 /* A4, points */
#define JG_SHEET_HEIGHT 841.890

/* The guidance sheet laid out on A4 pages, drawn once for paper, PDF and screen. */
#define JG_TYPE_SHEET (jg_sheet_get_type ())
G_DECLARE_FINAL_TYPE (JgSheet, jg_sheet, JG, SHEET, GObject)

JgSheet *jg_sheet_new (JgPlan *plan, gboolean large_print);
guint jg_sheet_get_n_pages (JgSheet *self);
guint jg_sheet_get_missing_glyphs (JgSheet *self);
void jg_sheet_draw_page (JgSheet *self, cairo_t *cr, guint page);
gboolean jg_sheet_write_pdf (JgSheet *self, const char *path, GError **error);

G_END_DECLS
