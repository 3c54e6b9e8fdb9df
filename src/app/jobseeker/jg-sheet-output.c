/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-sheet-output.h"

#include <glib/gi18n.h>

#include "../jg-paper-output.h"
#include "../jg-ui.h"

static JgPaper *
make_sheet (GtkWidget *near, JgSession *session)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgPlan) plan = jg_session_build_plan (session, &error);

  if (plan == NULL)
    {
      jg_ui_show_error (near, _ ("The sheet cannot be made"), error->message);
      return NULL;
    }
  return jg_sheet_new (plan, jg_sheet_output_get_flags (session));
}

/**
 * jg_sheet_output_get_flags:
 * @session: what is to be printed
 *
 * Tells how the sheet is to be laid out, so that paper and screen show the same.
 *
 * Returns: large print as the person wants it, whole clauses as the office does
 */
JgSheetFlags
jg_sheet_output_get_flags (JgSession *session)
{
  JgSheetFlags flags = JG_SHEET_PLAIN;

  g_return_val_if_fail (JG_IS_SESSION (session), JG_SHEET_PLAIN);

  if (jg_record_get_large_print (jg_session_get_record (session)))
    flags |= JG_SHEET_LARGE_PRINT;
  if (g_settings_get_boolean (jg_session_get_settings (session), "sheet-clauses"))
    flags |= JG_SHEET_CLAUSES;
  return flags;
}

/**
 * jg_sheet_output_print:
 * @near: a widget of the window
 * @session: what is to be printed
 *
 * Opens the print dialog for the sheet. Whatever goes wrong is said in a dialog.
 */
void
jg_sheet_output_print (GtkWidget *near, JgSession *session)
{
  g_autoptr (JgPaper) sheet = make_sheet (near, session);

  if (sheet != NULL)
    jg_paper_output_print (near, sheet, _ ("Guidance sheet"));
}

/**
 * jg_sheet_output_save_pdf:
 * @near: a widget of the window
 * @session: what is to be saved
 *
 * Asks where to save the sheet as PDF, and saves it. Whatever goes wrong is said in a dialog.
 */
void
jg_sheet_output_save_pdf (GtkWidget *near, JgSession *session)
{
  g_autoptr (JgPaper) sheet = make_sheet (near, session);
  g_autofree char *name = NULL;

  if (sheet == NULL)
    return;
  /* The file name names no person. */
  name = g_strdup_printf ("%s-%s.pdf", _ ("guidance-sheet"), jg_session_get_as_of (session));
  jg_paper_output_save_pdf (near, sheet, _ ("Save Guidance Sheet as PDF"), name);
}
