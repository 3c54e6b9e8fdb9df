/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-composer.h"
#include "jg-sheet.h"

G_BEGIN_DECLS

/* Words of any length are cut into parts of this many lines. */
#define PART_LINES 12

#define JG_SHEET_BODY (JG_PAPER_A4_WIDTH - 2 * JG_PAPER_MARGIN)

/* How much a sheet says; less where an ordinary case would not fit one page. */
struct _JgSheetDetail
{
  guint reasons;    /* task sentences with reason, for each occupation */
  guint open_tasks; /* task sentences still open, for each occupation */
  guint
      measures; /* entries, ticked ones in any case: measures of one sentence that are offered alike make one */
  guint rows;           /* of the action plan that stay empty */
  guint employers;      /* lines that may be shown to an employer */
  guint occupations;    /* with reasons; the others by name only */
  gboolean apart;       /* the words of the measures stand in the appendix only */
  gboolean notes_apart; /* and so do the notes on them */
};

GPtrArray *
jg_sheet_compose (JgPlan *plan, JgFonts *fonts, const JgSheetDetail *detail, JgBlock **foot);
void jg_sheet_compose_occupations (JgComposer *self);
void jg_sheet_compose_measures (JgComposer *self);
void jg_sheet_compose_notes_apart (JgComposer *self);
void jg_sheet_compose_plan (JgComposer *self);
GPtrArray *jg_sheet_compose_appendix (JgPlan *plan, JgFonts *fonts, const JgSheetDetail *detail);
void jg_sheet_add_beside (JgComposer *self, const char *label, JgRich *rich);

GPtrArray *jg_sheet_list_entries (JgPlan *plan, guint max, guint *n_left);
double jg_sheet_add_own_words (JgComposer *self, JgBlock *block, GPtrArray *entry, double y);
void jg_sheet_add_way (JgComposer *self, GPtrArray *entries, JgRich *rich);

G_END_DECLS
