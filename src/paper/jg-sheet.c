/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-sheet-private.h"

/* From the most to the least that a sheet of one page says. Tasks that the jobseeker can look up
 * go first, then second reasons, then measures, which are counted, and the reasons of the last occupations;
 * letters never shrink. */
static const JgSheetDetail details[] = {
  { 3, 4, 6, 3, 2, 3 }, { 3, 3, 6, 2, 2, 3 }, { 3, 2, 6, 2, 2, 3 }, { 2, 2, 6, 2, 2, 3 },
  { 2, 1, 6, 2, 2, 3 }, { 2, 1, 6, 1, 2, 3 }, { 1, 1, 6, 1, 2, 3 }, { 1, 1, 6, 1, 1, 3 },
  { 1, 0, 6, 1, 1, 3 }, { 1, 1, 5, 1, 1, 3 }, { 1, 0, 5, 1, 1, 3 }, { 1, 1, 4, 1, 1, 3 },
  { 1, 0, 4, 1, 1, 3 }, { 1, 1, 3, 1, 1, 3 }, { 1, 0, 3, 1, 1, 3 }, { 1, 0, 3, 0, 1, 3 },
  { 1, 1, 2, 1, 1, 3 }, { 1, 0, 2, 1, 1, 3 }, { 1, 0, 2, 0, 1, 3 }, { 1, 0, 2, 0, 1, 2 },
  { 1, 0, 2, 0, 0, 1 }, { 1, 0, 1, 0, 1, 3 }, { 1, 0, 1, 0, 0, 1 },
};

/* What a sheet says that may take as many pages as it needs. */
static const JgSheetDetail full_detail = { 5, 9, 6, 3, 2, 3 };

/* Large print: what someone can take in who reads with effort. */
static const JgSheetDetail large_detail = { 3, 2, 4, 2, 1, 3 };

static double
compose (JgPaper *paper, JgPlan *plan, JgFonts *fonts, const JgSheetDetail *detail)
{
  JgBlock *foot;
  GPtrArray *blocks = jg_sheet_compose (plan, fonts, detail, &foot);

  return jg_paper_set_blocks (paper, blocks, foot);
}

/* Finds the most detailed sheet of one page by halving; where there is none, pages are not spared. */
static void
fit (JgPaper *paper, JgPlan *plan, JgFonts *fonts)
{
  guint low = 0;
  guint high = G_N_ELEMENTS (details);
  guint current = G_N_ELEMENTS (details);
  double room = 0;

  while (low < high)
    {
      guint middle = low == 0 && high == G_N_ELEMENTS (details) ? 12 : (low + high) / 2;

      room = compose (paper, plan, fonts, &details[middle]);
      current = middle;
      if (jg_paper_get_n_pages (paper) == 1)
        high = middle;
      else
        low = middle + 1;
    }
  if (low == G_N_ELEMENTS (details))
    {
      compose (paper, plan, fonts, &full_detail);
      return;
    }
  if (current != low)
    room = compose (paper, plan, fonts, &details[low]);
  jg_paper_spread (paper, room);
}

/* jg_sheet_new:
 * @plan: what the sheet says
 * @large_print: whether for large print (body of 16.5 points)
 *
 * Lays a guidance sheet out. An ordinary case takes one page: when it would not fit, fewer open
 * tasks, reasons and measures are printed, in that order, and the rest is counted. A long case and
 * large print take the pages they need.
 *
 * Returns: (transfer full): the sheet */
JgPaper *
jg_sheet_new (JgPlan *plan, gboolean large_print)
{
  JgFonts *fonts;
  JgPaper *paper;
  g_autofree char *title = NULL;
  g_autofree char *running_head = NULL;
  gboolean practice;

  g_return_val_if_fail (JG_IS_PLAN (plan), NULL);

  practice = jg_plan_is_practice (plan);
  fonts = jg_fonts_new (large_print);
  paper = jg_paper_new ("职业指导单", fonts, FALSE);
  if (large_print)
    compose (paper, plan, fonts, &large_detail);
  else
    fit (paper, plan, fonts);
  title = g_strdup_printf ("职业指导单 %s", jg_plan_get_number (plan));
  running_head = g_strdup_printf ("职业指导单　编号 %s%s", jg_plan_get_number (plan),
                                  practice ? "　演示日期" : "");
  jg_paper_finish (paper, title, running_head, practice ? "演示日期" : NULL);
  return paper;
}
