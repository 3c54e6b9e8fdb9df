/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-paper-output.h"

#include <string.h>

#include <glib/gi18n.h>

#include "jg-ui.h"
#include "jg-window.h"

static gboolean
check_glyphs (GtkWidget *near, JgPaper *paper)
{
  if (jg_paper_get_missing_glyphs (paper) == 0)
    return TRUE;
  jg_ui_show_error (near, _ ("Characters are missing"),
                    _ ("No installed font has all the characters of the sheet. Install the "
                       "package fonts-noto-cjk, then try again."));
  return FALSE;
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, JgPaper *paper)
{
  jg_paper_draw_page (paper, gtk_print_context_get_cairo_context (context), (guint) page);
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
 * jg_paper_output_print:
 * @near: a widget of the window
 * @paper: what is to be printed
 * @job_name: what the print queue shows, so it names no person
 *
 * Opens the print dialog for a paper. Whatever goes wrong is said in a dialog.
 */
void
jg_paper_output_print (GtkWidget *near, JgPaper *paper, const char *job_name)
{
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GtkPageSetup) setup = NULL;
  g_autoptr (GtkPaperSize) size = NULL;
  g_autoptr (GError) error = NULL;
  GtkPrintOperationResult result;

  g_return_if_fail (GTK_IS_WIDGET (near));
  g_return_if_fail (JG_IS_PAPER (paper));

  if (!check_glyphs (near, paper))
    return;
  operation = gtk_print_operation_new ();
  setup = gtk_page_setup_new ();
  size = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  gtk_page_setup_set_paper_size (setup, size);
  if (jg_paper_is_landscape (paper))
    gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, FALSE);
  gtk_print_operation_set_n_pages (operation, (int) jg_paper_get_n_pages (paper));
  gtk_print_operation_set_job_name (operation, job_name);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), g_object_ref (paper),
                         (GClosureNotify) g_object_unref, 0);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), near, 0);
  result = gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                                    GTK_WINDOW (gtk_widget_get_root (near)), &error);
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR && error != NULL)
    jg_ui_show_error (near, _ ("Printing failed"), error->message);
}

/* Tells how it went, and lets go of the dialog. */
static void
end_saving (GtkNativeDialog *dialog, const char *path, const GError *error)
{
  GtkWidget *near = g_object_get_data (G_OBJECT (dialog), "near");
  GtkRoot *root = gtk_widget_get_root (near);

  if (path == NULL)
    {
      jg_ui_show_error (near, _ ("The sheet was not saved"),
                        _ ("Choose a folder on this computer."));
    }
  else if (error != NULL)
    {
      jg_ui_show_error (near, _ ("The sheet was not saved"), error->message);
    }
  else if (JG_IS_WINDOW (root))
    {
      g_autofree char *text = g_strdup_printf (_ ("Saved as %s"), path);

      jg_window_show_toast (JG_WINDOW (root), text);
    }
  g_object_unref (dialog);
}

static char *
dup_path (GtkNativeDialog *dialog)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  return file != NULL ? g_file_get_path (file) : NULL;
}

static void
save_response_cb (JgPaper *paper, int response, GtkNativeDialog *dialog)
{
  g_autofree char *path = response == GTK_RESPONSE_ACCEPT ? dup_path (dialog) : NULL;
  g_autoptr (GError) error = NULL;

  if (response != GTK_RESPONSE_ACCEPT)
    {
      g_object_unref (dialog);
      return;
    }
  if (path != NULL)
    jg_paper_write_pdf (paper, path, &error);
  end_saving (dialog, path, error);
}

static void
save_text_response_cb (GtkNativeDialog *dialog, int response)
{
  const char *text = g_object_get_data (G_OBJECT (dialog), "text");
  g_autofree char *path = response == GTK_RESPONSE_ACCEPT ? dup_path (dialog) : NULL;
  g_autoptr (GError) error = NULL;

  if (response != GTK_RESPONSE_ACCEPT)
    {
      g_object_unref (dialog);
      return;
    }
  /* It may tell of a person, so nobody else reads it. */
  if (path != NULL)
    g_file_set_contents_full (
        path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &error);
  end_saving (dialog, path, error);
}

/* Released in the callback of its answer. */
static GtkFileChooserNative *
new_dialog (GtkWidget *near,
            const char *title,
            const char *name,
            const char *kind,
            const char *suffix)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (title, GTK_WINDOW (gtk_widget_get_root (near)),
                                   GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Save"), _ ("Cancel"));

  gtk_file_filter_set_name (filter, kind);
  gtk_file_filter_add_suffix (filter, suffix);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_object_set_data_full (G_OBJECT (dialog), "near", g_object_ref (near), g_object_unref);
  return dialog;
}

/**
 * jg_paper_output_save_pdf:
 * @near: a widget of the window
 * @paper: what is to be saved
 * @title: of the dialog
 * @name: file name to suggest, which names no person
 *
 * Asks where to save a paper as PDF, and saves it. Whatever goes wrong is said in a dialog.
 */
void
jg_paper_output_save_pdf (GtkWidget *near, JgPaper *paper, const char *title, const char *name)
{
  GtkFileChooserNative *dialog;

  g_return_if_fail (GTK_IS_WIDGET (near));
  g_return_if_fail (JG_IS_PAPER (paper));

  if (!check_glyphs (near, paper))
    return;
  dialog = new_dialog (near, title, name, _ ("PDF files"), "pdf");
  g_signal_connect_data (dialog, "response", G_CALLBACK (save_response_cb), g_object_ref (paper),
                         (GClosureNotify) g_object_unref, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * jg_paper_output_save_text:
 * @near: a widget of the window
 * @text: what is to be saved, UTF-8
 * @title: of the dialog
 * @name: file name to suggest, which names no person; its suffix is that of the kind
 * @kind: what such files are called
 *
 * Asks where to save what a sheet says in another form, and saves it. Whatever goes wrong is said in a dialog.
 */
void
jg_paper_output_save_text (GtkWidget *near,
                           const char *text,
                           const char *title,
                           const char *name,
                           const char *kind)
{
  GtkFileChooserNative *dialog;

  g_return_if_fail (GTK_IS_WIDGET (near));
  g_return_if_fail (text != NULL);
  g_return_if_fail (name != NULL && strrchr (name, '.') != NULL);

  dialog = new_dialog (near, title, name, kind, strrchr (name, '.') + 1);
  g_object_set_data_full (G_OBJECT (dialog), "text", g_strdup (text), g_free);
  g_signal_connect (dialog, "response", G_CALLBACK (save_text_response_cb), NULL);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
