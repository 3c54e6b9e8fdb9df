/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-sheet-private.h"

/* From the most to the least that a sheet of one page says. Tasks that the jobseeker can look up
 * go first, then second reasons, then measures, which are counted, and the reasons of the last occupations;
 * letters never shrink. */
static const JgSheetDetail details[] = {
  { 3, 4, 6, 3, 2, 3, FALSE, FALSE }, { 3, 3, 6, 2, 2, 3, FALSE, FALSE },
  { 3, 2, 6, 2, 2, 3, FALSE, FALSE }, { 2, 2, 6, 2, 2, 3, FALSE, FALSE },
  { 2, 1, 6, 2, 2, 3, FALSE, FALSE }, { 2, 1, 6, 1, 2, 3, FALSE, FALSE },
  { 1, 1, 6, 1, 2, 3, FALSE, FALSE }, { 1, 1, 6, 1, 1, 3, FALSE, FALSE },
  { 1, 0, 6, 1, 1, 3, FALSE, FALSE }, { 1, 1, 5, 1, 1, 3, FALSE, FALSE },
  { 1, 0, 5, 1, 1, 3, FALSE, FALSE }, { 1, 1, 4, 1, 1, 3, FALSE, FALSE },
  { 1, 0, 4, 1, 1, 3, FALSE, FALSE }, { 1, 1, 3, 1, 1, 3, FALSE, FALSE },
  { 1, 0, 3, 1, 1, 3, FALSE, FALSE }, { 1, 0, 3, 0, 1, 3, FALSE, FALSE },
  { 1, 1, 2, 1, 1, 3, FALSE, FALSE }, { 1, 0, 2, 1, 1, 3, FALSE, FALSE },
  { 1, 0, 2, 0, 1, 3, FALSE, FALSE }, { 1, 0, 2, 0, 1, 2, FALSE, FALSE },
  { 1, 0, 2, 0, 0, 1, FALSE, FALSE },
};

/* With more than that to say, as when the counsellor ticked many measures or agreed on many steps, the words of the
 * measures go to a second page, which has nothing else; at last the notes on them go with them. */
static const JgSheetDetail apart_details[] = {
  { 2, 1, 6, 1, 2, 3, TRUE, FALSE }, { 1, 1, 6, 1, 1, 3, TRUE, FALSE },
  { 1, 0, 6, 1, 1, 3, TRUE, FALSE }, { 1, 0, 5, 0, 1, 3, TRUE, FALSE },
  { 1, 0, 4, 0, 1, 3, TRUE, FALSE }, { 1, 0, 3, 0, 0, 2, TRUE, FALSE },
  { 1, 0, 2, 0, 0, 1, TRUE, FALSE }, { 1, 0, 2, 0, 0, 1, TRUE, TRUE },
  { 1, 0, 2, 0, 0, 0, TRUE, TRUE },
};

/* What a sheet says that may take as many pages as it needs. */
static const JgSheetDetail full_detail = { 5, 9, 6, 3, 2, 3, FALSE, FALSE };

/* Large print: what someone can take in who reads with effort. */
static const JgSheetDetail large_detail = { 3, 2, 4, 2, 1, 3, FALSE, FALSE };

static double
compose (JgPaper *paper, JgPlan *plan, JgFonts *fonts, const JgSheetDetail *detail)
{
  JgBlock *foot;
  GPtrArray *blocks = jg_sheet_compose (plan, fonts, detail, &foot);

  return jg_paper_set_blocks (paper, blocks, foot);
}

/* Finds the most detailed sheet of one page by halving.
 *
 * Returns: (nullable): how much it says; %NULL when even the least takes more than a page */
static const JgSheetDetail *
fit (JgPaper *paper, JgPlan *plan, JgFonts *fonts, const JgSheetDetail *list, guint n, double *room)
{
  guint low = 0;
  guint high = n;
  guint current = n;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      *room = compose (paper, plan, fonts, &list[middle]);
      current = middle;
      if (jg_paper_get_n_pages (paper) == 1)
        high = middle;
      else
        low = middle + 1;
    }
  if (low == n)
    return NULL;
  if (current != low)
    *room = compose (paper, plan, fonts, &list[low]);
  return &list[low];
}

/* Where nothing makes it one page, pages are not spared. */
static const JgSheetDetail *
fit_any (JgPaper *paper, JgPlan *plan, JgFonts *fonts)
{
  double room = 0;
  const JgSheetDetail *detail = fit (paper, plan, fonts, details, G_N_ELEMENTS (details), &room);

  if (detail == NULL)
    detail = fit (paper, plan, fonts, apart_details, G_N_ELEMENTS (apart_details), &room);
  if (detail != NULL)
    {
      jg_paper_spread (paper, room);
      return detail;
    }
  compose (paper, plan, fonts, &full_detail);
  return &full_detail;
}

/* jg_sheet_new:
 * @plan: what the sheet says
 * @flags: large print (body of 16.5 points), or the whole clauses on pages behind it
 *
 * Lays a guidance sheet out. An ordinary case takes one page: when it would not fit, fewer open
 * tasks, reasons and measures are printed, in that order, and the rest is counted; then the words of
 * the measures go to a second page (附：政策原文) with nothing else on it. A long case and large print
 * take the pages they need.
 *
 * Returns: (transfer full): the sheet */
JgPaper *
jg_sheet_new (JgPlan *plan, JgSheetFlags flags)
{
  const gboolean large_print = (flags & JG_SHEET_LARGE_PRINT) != 0;
  const JgSheetDetail *detail = &large_detail;
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
    compose (paper, plan, fonts, detail);
  else
    detail = fit_any (paper, plan, fonts);
  if (detail->apart || (flags & JG_SHEET_CLAUSES) != 0)
    {
      GPtrArray *appendix = jg_sheet_compose_appendix (plan, fonts, detail);

      if (appendix != NULL)
        jg_paper_set_appendix (paper, appendix);
    }
  title = g_strdup_printf ("职业指导单 %s", jg_plan_get_number (plan));
  running_head = g_strdup_printf ("职业指导单　编号 %s%s", jg_plan_get_number (plan),
                                  practice ? "　演示日期" : "");
  jg_paper_finish (paper, title, running_head, practice ? "演示日期" : NULL);
  return paper;
}
