/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <glib-object.h>

#include "jg-block.h"

G_BEGIN_DECLS

#define JG_PAPER_ERROR (jg_paper_error_quark ())

typedef enum
{
  JG_PAPER_ERROR_FONT,  /* no font has the Chinese characters the paper needs */
  JG_PAPER_ERROR_WRITE, /* the file cannot be written */
} JgPaperError;

GQuark jg_paper_error_quark (void);

#define JG_PAPER_A4_WIDTH 595.276 /* points, upright */
#define JG_PAPER_A4_HEIGHT 841.890
#define JG_PAPER_MARGIN 46.0 /* left and right */

/* Blocks laid out on pages, drawn once for paper, PDF and screen. */
#define JG_TYPE_PAPER (jg_paper_get_type ())
G_DECLARE_FINAL_TYPE (JgPaper, jg_paper, JG, PAPER, GObject)

JgPaper *jg_paper_new (const char *name, JgFonts *fonts, gboolean landscape);
double jg_paper_set_blocks (JgPaper *self, GPtrArray *blocks, JgBlock *foot);
void jg_paper_set_appendix (JgPaper *self, GPtrArray *blocks);
void jg_paper_set_head (JgPaper *self, JgBlock *head);
void jg_paper_spread (JgPaper *self, double room);
void
jg_paper_finish (JgPaper *self, const char *title, const char *running_head, const char *watermark);

guint jg_paper_get_n_pages (JgPaper *self);
guint jg_paper_find_page (JgPaper *self, const JgBlock *block);
guint jg_paper_get_n_body_pages (JgPaper *self);
double jg_paper_get_width (JgPaper *self);
double jg_paper_get_height (JgPaper *self);
gboolean jg_paper_is_landscape (JgPaper *self);
guint jg_paper_get_missing_glyphs (JgPaper *self);
void jg_paper_draw_page (JgPaper *self, cairo_t *cr, guint page);
gboolean jg_paper_write_pdf (JgPaper *self, const char *path, GError **error);

G_END_DECLS
