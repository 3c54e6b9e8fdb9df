/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-sheet-output.h"

#include <glib/gi18n.h>

#include "../jg-paper-output.h"
#include "../jg-ui.h"
#include "casework/jg-case-follow-up.h"
#include "paper/jg-sheet-data.h"

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

/**
 * jg_sheet_output_save_json:
 * @near: a widget of the window
 * @session: what is to be saved
 *
 * Asks where to save what the sheet says for another system, and saves it. Whatever goes wrong is said in a dialog.
 */
void
jg_sheet_output_save_json (GtkWidget *near, JgSession *session)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgPlan) plan = jg_session_build_plan (session, &error);
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  if (plan == NULL)
    {
      jg_ui_show_error (near, _ ("The sheet cannot be made"), error->message);
      return;
    }
  text = jg_sheet_to_json (plan);
  name = g_strdup_printf ("%s-%s.json", _ ("guidance-sheet"), jg_plan_get_number (plan));
  jg_paper_output_save_text (near, text, _ ("Save for Another System"), name, _ ("JSON files"));
}

/**
 * jg_sheet_output_save_follow_up:
 * @near: a widget of the window
 * @session: whose follow-up is to be saved
 *
 * Asks where to save the follow-up for a calendar, and saves it; the file has nothing of the person. Whatever goes wrong is
 * said in a dialog.
 */
void
jg_sheet_output_save_follow_up (GtkWidget *near, JgSession *session)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *office =
      g_settings_get_string (jg_session_get_settings (session), "office-name");
  const JgOffice place = { .office = *office != '\0' ? office : NULL };
  JgRecord *record = jg_session_get_record (session);
  g_autofree char *text =
      jg_case_follow_up_to_ics (record, &place, g_get_real_time () / G_USEC_PER_SEC, &error);
  g_autofree char *name = NULL;

  if (text == NULL)
    {
      jg_ui_show_error (near, _ ("There is no appointment to save"), error->message);
      return;
    }
  name = g_strdup_printf ("%s-%s.ics", _ ("follow-up"), jg_record_get_number (record));
  jg_paper_output_save_text (near, text, _ ("Save Follow-up for a Calendar"), name,
                             _ ("Calendar files"));
}
