/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-occupation-output.h"

#include <glib/gi18n.h>

#include "../jg-paper-output.h"
#include "../jg-ui.h"
#include "paper/jg-compare-sheet.h"
#include "paper/jg-occupation-sheet.h"

static JgPaper *
make_sheet (JgSession *session, JgOccupation *occupation)
{
  return jg_occupation_sheet_new (jg_session_get_catalogue (session), occupation,
                                  jg_record_get_large_print (jg_session_get_record (session)));
}

/* NULL when it cannot be made; then it was said why. */
static JgPaper *
make_compare_sheet (GtkWidget *near, JgSession *session)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCompare) compare = jg_session_build_compare (session, &error);

  if (compare == NULL)
    {
      jg_ui_show_error (near, _ ("The comparison cannot be made"), error->message);
      return NULL;
    }
  return jg_compare_sheet_new (jg_session_get_catalogue (session), compare,
                               jg_record_get_large_print (jg_session_get_record (session)));
}

/**
 * jg_occupation_output_print:
 * @near: a widget of the window
 * @session: what the pages share
 * @occupation: id of an occupation
 *
 * Opens the print dialog for one occupation.
 */
void
jg_occupation_output_print (GtkWidget *near, JgSession *session, const char *occupation)
{
  g_autoptr (JgOccupation) entry =
      jg_catalogue_get_occupation (jg_session_get_catalogue (session), occupation);
  g_autoptr (JgPaper) paper = NULL;

  if (entry == NULL)
    return;
  paper = make_sheet (session, entry);
  jg_paper_output_print (near, paper, entry->name);
}

/**
 * jg_occupation_output_save_pdf:
 * @near: a widget of the window
 * @session: what the pages share
 * @occupation: id of an occupation
 *
 * Asks where to save one occupation as PDF, and saves it.
 */
void
jg_occupation_output_save_pdf (GtkWidget *near, JgSession *session, const char *occupation)
{
  g_autoptr (JgOccupation) entry =
      jg_catalogue_get_occupation (jg_session_get_catalogue (session), occupation);
  g_autoptr (JgPaper) paper = NULL;
  g_autofree char *name = NULL;

  if (entry == NULL)
    return;
  paper = make_sheet (session, entry);
  name = g_strdup_printf ("%s.pdf", entry->name);
  jg_paper_output_save_pdf (near, paper, _ ("Save Occupation as PDF"), name);
}

/**
 * jg_occupation_output_print_compare:
 * @near: a widget of the window
 * @session: what the pages share
 *
 * Opens the print dialog for the comparison.
 */
void
jg_occupation_output_print_compare (GtkWidget *near, JgSession *session)
{
  g_autoptr (JgPaper) paper = make_compare_sheet (near, session);

  if (paper != NULL)
    jg_paper_output_print (near, paper, _ ("Comparison of occupations"));
}

/**
 * jg_occupation_output_save_compare:
 * @near: a widget of the window
 * @session: what the pages share
 *
 * Asks where to save the comparison as PDF, and saves it.
 */
void
jg_occupation_output_save_compare (GtkWidget *near, JgSession *session)
{
  g_autoptr (JgPaper) paper = make_compare_sheet (near, session);
  g_autofree char *name = NULL;

  if (paper == NULL)
    return;
  name = g_strdup_printf ("%s.pdf", _ ("comparison-of-occupations"));
  jg_paper_output_save_pdf (near, paper, _ ("Save Comparison as PDF"), name);
}
