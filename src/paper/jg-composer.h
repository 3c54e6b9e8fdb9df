/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../guidance/jg-plan.h"
#include "jg-block.h"

G_BEGIN_DECLS

typedef struct _JgSheetDetail JgSheetDetail;

/* The blocks of a paper under construction. */
typedef struct
{
  JgFonts *fonts;
  double scale;
  double body;                 /* width between the margins */
  GPtrArray *blocks;           /* (element-type JgBlock) */
  JgPlan *plan;                /* of a guidance sheet; otherwise NULL */
  const JgSheetDetail *detail; /* likewise */
  double indent;               /* left edge of what stands beside a section's label */
} JgComposer;

JgBlock *jg_composer_add_block (JgComposer *self, double space);
JgBlock *jg_composer_add_section (JgComposer *self, const char *label, const char *note);
double jg_composer_add_rich (JgComposer *self,
                             JgBlock *block,
                             JgRich *rich,
                             double x,
                             double y,
                             double width);
double jg_composer_add_quote (JgComposer *self,
                              JgBlock *block,
                              JgRich *rich,
                              double x,
                              double y,
                              double width);
void jg_composer_add_words (JgComposer *self, JgRich *rich, gboolean quote, double space);
void jg_composer_add_line (JgComposer *self, const char *label, const char *words);
void jg_composer_add_head (JgComposer *self, const char *title, const char *kind, const char *data);
JgBlock *jg_composer_make_foot (JgComposer *self, const char *more);

G_END_DECLS
