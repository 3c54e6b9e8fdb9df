/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-kiosk-print.h"

#include <glib/gi18n.h>

#include "jg-kiosk-ui.h"

/* So long a printer may take before the person is sent to somebody, in seconds. */
#define PATIENCE 10

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, JgPaper *paper)
{
  jg_paper_draw_page (paper, gtk_print_context_get_cairo_context (context), (guint) page);
}

static void
stop_waiting (GtkLabel *words)
{
  guint source = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (words), "waiting"));

  if (source != 0)
    g_source_remove (source);
  g_object_set_data (G_OBJECT (words), "waiting", NULL);
}

static gboolean
waited_cb (gpointer user_data)
{
  g_object_set_data (G_OBJECT (user_data), "waiting", NULL);
  gtk_label_set_text (user_data, _ ("The printer does not answer. Tell the staff."));
  return G_SOURCE_REMOVE;
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, GtkLabel *words)
{
  stop_waiting (words);
  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    {
      jg_kiosk_session_count (g_object_get_data (G_OBJECT (words), "session"), JG_KIOSK_PRINTS);
      gtk_label_set_text (words, _ ("It is printed. Take your paper."));
    }
  else
    gtk_label_set_text (words, _ ("It cannot be printed. Tell the staff."));
}

/* What the queue says of a printer without paper, or with another trouble, is “pending issue”. */
static void
status_cb (GtkPrintOperation *operation, GtkLabel *words)
{
  GtkPrintStatus status = gtk_print_operation_get_status (operation);

  if (status == GTK_PRINT_STATUS_PENDING_ISSUE)
    gtk_label_set_text (words, _ ("The printer waits, maybe for paper. Tell the staff."));
  else if (status == GTK_PRINT_STATUS_FINISHED_ABORTED)
    gtk_label_set_text (words, _ ("It cannot be printed. Tell the staff."));
}

static GtkPrintOperation *
make_operation (JgPaper *paper, const char *printer)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) size = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_print_settings_set_printer (settings, printer);
  gtk_print_settings_set_n_copies (settings, 1);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_page_setup_set_paper_size (setup, size);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, FALSE);
  gtk_print_operation_set_n_pages (operation, (int) jg_paper_get_n_pages (paper));
  /* Whoever looks at the queue learns nothing. */
  gtk_print_operation_set_job_name (operation, "JobGuide");
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, FALSE);
  gtk_print_operation_set_track_print_status (operation, TRUE);
  return operation;
}

static void
print (GtkWidget *words, JgPaper *paper, const char *printer)
{
  g_autoptr (GtkPrintOperation) operation = make_operation (paper, printer);

  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), g_object_ref (paper),
                         (GClosureNotify) g_object_unref, 0);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), words, 0);
  g_signal_connect_object (operation, "status-changed", G_CALLBACK (status_cb), words, 0);
  g_object_set_data (G_OBJECT (words), "waiting",
                     GUINT_TO_POINTER (g_timeout_add_seconds (PATIENCE, waited_cb, words)));
  g_signal_connect (words, "destroy", G_CALLBACK (stop_waiting), NULL);
  gtk_label_set_text (GTK_LABEL (words), _ ("It is being printed…"));
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT, NULL, NULL) ==
      GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      stop_waiting (GTK_LABEL (words));
      gtk_label_set_text (GTK_LABEL (words), _ ("It cannot be printed. Tell the staff."));
    }
}

/**
 * jg_kiosk_print_new:
 * @session: the session of one person
 * @paper: what is to be printed
 *
 * Sends a paper to the printer that was set, without a dialog, and makes the page that says what came of it.
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
jg_kiosk_print_new (JgKioskSession *session, JgPaper *paper)
{
  const JgKioskConfig *config;
  GtkWidget *page, *words;
  GtkBox *body;

  g_return_val_if_fail (JG_IS_KIOSK_SESSION (session), NULL);
  g_return_val_if_fail (JG_IS_PAPER (paper), NULL);

  config = jg_kiosk_session_get_config (session);
  page = jg_kiosk_ui_page (_ ("Print"), &body);
  words = jg_kiosk_ui_text (body, "", NULL);
  g_object_set_data_full (G_OBJECT (words), "session", g_object_ref (session), g_object_unref);
  if (*config->printer == '\0')
    gtk_label_set_text (GTK_LABEL (words), _ ("This machine has no printer. Use the code."));
  else if (!jg_kiosk_session_may_print (session))
    gtk_label_set_text (GTK_LABEL (words), _ ("You have printed as much as one person may."));
  else
    print (words, paper, config->printer);
  return page;
}
