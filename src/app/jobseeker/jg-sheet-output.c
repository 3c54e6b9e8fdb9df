/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-sheet-output.h"

#include <string.h>

#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "../jg-window.h"
#include "paper/jg-sheet.h"

static JgSheet *
make_sheet (GtkWidget *near, JgSession *session)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgPlan) plan = jg_session_build_plan (session, &error);
  g_autoptr (JgSheet) sheet = NULL;

  if (plan == NULL)
    {
      jg_ui_show_error (near, _ ("The sheet cannot be made"), error->message);
      return NULL;
    }
  sheet = jg_sheet_new (plan, jg_session_get_large_print (session));
  if (jg_sheet_get_missing_glyphs (sheet) > 0)
    {
      jg_ui_show_error (near, _ ("Characters are missing"),
                        _ ("No installed font has all the characters of the sheet. Install the "
                           "package fonts-noto-cjk, then try again."));
      return NULL;
    }
  return g_steal_pointer (&sheet);
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, JgSheet *sheet)
{
  jg_sheet_draw_page (sheet, gtk_print_context_get_cairo_context (context), (guint) page);
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, GtkWidget *near)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  jg_ui_show_error (near, _ ("Printing failed"),
                    error != NULL ? error->message : _ ("The print system gave no reason."));
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
  g_autoptr (JgSheet) sheet = make_sheet (near, session);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GtkPageSetup) setup = NULL;
  g_autoptr (GtkPaperSize) paper = NULL;
  g_autoptr (GError) error = NULL;
  GtkPrintOperationResult result;

  if (sheet == NULL)
    return;
  operation = gtk_print_operation_new ();
  setup = gtk_page_setup_new ();
  paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  gtk_page_setup_set_paper_size (setup, paper);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, FALSE);
  gtk_print_operation_set_n_pages (operation, (int) jg_sheet_get_n_pages (sheet));
  /* The job name shows in the print queue, so it names no person. */
  gtk_print_operation_set_job_name (operation, _ ("Guidance sheet"));
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), g_object_ref (sheet),
                         (GClosureNotify) g_object_unref, 0);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), near, 0);
  result = gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                                    GTK_WINDOW (gtk_widget_get_root (near)), &error);
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR && error != NULL)
    jg_ui_show_error (near, _ ("Printing failed"), error->message);
}

static void
save_response_cb (JgSheet *sheet, int response, GtkNativeDialog *dialog)
{
  GtkWidget *near = g_object_get_data (G_OBJECT (dialog), "near");

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
      g_autoptr (GError) error = NULL;

      if (path == NULL)
        jg_ui_show_error (near, _ ("The sheet was not saved"),
                          _ ("Choose a folder on this computer."));
      else if (!jg_sheet_write_pdf (sheet, path, &error))
        jg_ui_show_error (near, _ ("The sheet was not saved"), error->message);
      else
        {
          g_autofree char *text = g_strdup_printf (_ ("Saved as %s"), path);
          GtkRoot *root = gtk_widget_get_root (near);

          if (JG_IS_WINDOW (root))
            jg_window_show_toast (JG_WINDOW (root), text);
        }
    }
  g_object_unref (dialog);
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
  g_autoptr (JgSheet) sheet = make_sheet (near, session);
  g_autofree char *name = NULL;
  g_autoptr (GtkFileFilter) filter = NULL;
  GtkFileChooserNative *dialog;

  if (sheet == NULL)
    return;
  dialog = gtk_file_chooser_native_new (_ ("Save Guidance Sheet as PDF"),
                                        GTK_WINDOW (gtk_widget_get_root (near)),
                                        GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Save"), _ ("Cancel"));
  filter = gtk_file_filter_new ();
  gtk_file_filter_set_name (filter, _ ("PDF files"));
  gtk_file_filter_add_suffix (filter, "pdf");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  /* The file name names no person. */
  name = g_strdup_printf ("%s-%s.pdf", _ ("guidance-sheet"), jg_session_get_as_of (session));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_object_set_data_full (G_OBJECT (dialog), "near", g_object_ref (near), g_object_unref);
  /* The dialog is released in the callback. */
  g_signal_connect_data (dialog, "response", G_CALLBACK (save_response_cb), g_object_ref (sheet),
                         (GClosureNotify) g_object_unref, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
