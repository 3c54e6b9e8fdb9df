/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-qr.h"
#include "jg-rich.h"

G_BEGIN_DECLS

/* Part of a table row, for the structure of the PDF. */
typedef enum
{
  JG_PART_PLAIN,
  JG_PART_CELL,
  JG_PART_HEADER_CELL,
} JgPart;

/* A piece of a page that is kept whole: texts, bars and rules at fixed places, top left at 0, 0. */
typedef struct
{
  double height;    /* grows with what is put in */
  double space;     /* above, unless at the top of a page */
  gboolean keep;    /* with the next block: a heading */
  gboolean section; /* a section begins here */
  gboolean page;    /* at the top of a page */
  gboolean row;     /* of a table; rows that follow one another make one table */
  GPtrArray *items;
} JgBlock;

JgBlock *jg_block_new (double space);
void jg_block_free (JgBlock *self);
double jg_block_add_text (JgBlock *self,
                          PangoLayout *layout,
                          const char *tag,
                          JgPart part,
                          double x,
                          double y);
void jg_block_add_bar (JgBlock *self, double x, double y, double height);
void jg_block_add_rule (JgBlock *self, double x, double y, double width, gboolean strong);
void jg_block_add_frame (JgBlock *self, double x, double y, double width, double height);
void jg_block_add_qr (JgBlock *self, JgQr *qr, double x, double y, double side);
guint jg_block_get_unknown_glyphs (JgBlock *self);
void jg_block_draw (JgBlock *self, cairo_t *cr, double x, double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgBlock, jg_block_free)

G_END_DECLS
