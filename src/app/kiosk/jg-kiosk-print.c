/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-kiosk-print.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>

#include "jg-kiosk-ui.h"
#include "kiosk/jg-kiosk-queue.h"

/* How often the printer is asked what came of it. */
#define INTERVAL_MS 1000

/* A print service that has not answered by then is not there for the person. */
#define PATIENCE_MS 8000

/* What a thread sends. */
typedef struct
{
  char *printer;
  GBytes *pdf;
} Letter;

static void
letter_free (gpointer data)
{
  Letter *self = data;

  g_free (self->printer);
  g_bytes_unref (self->pdf);
  g_free (self);
}

static void
stop_waiting (GtkLabel *words)
{
  guint source = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (words), "waiting"));

  if (source != 0)
    g_source_remove (source);
  g_object_set_data (G_OBJECT (words), "waiting", NULL);
}

static void
wait (GtkLabel *words, guint ms, GSourceFunc callback)
{
  stop_waiting (words);
  g_object_set_data (G_OBJECT (words), "waiting",
                     GUINT_TO_POINTER (g_timeout_add (ms, callback, words)));
}

static const char *
state_words (JgKioskQueueState state)
{
  switch (state)
    {
    case JG_KIOSK_QUEUE_EMPTY:
      return _ ("It is printed. Take your paper.");
    case JG_KIOSK_QUEUE_NO_PAPER:
      return _ ("The printer has no paper. Tell the staff.");
    case JG_KIOSK_QUEUE_STUCK:
      return _ ("The printer has stopped. Tell the staff.");
    case JG_KIOSK_QUEUE_REFUSED:
      return _ ("It cannot be printed. Tell the staff.");
    case JG_KIOSK_QUEUE_SILENT:
      return _ ("The printer does not answer. Tell the staff.");
    case JG_KIOSK_QUEUE_BUSY:
    default:
      return _ ("It is being printed…");
    }
}

/* The thread goes on: a late answer still counts. */
static gboolean
waited_cb (gpointer user_data)
{
  g_object_set_data (G_OBJECT (user_data), "waiting", NULL);
  gtk_label_set_text (user_data, state_words (JG_KIOSK_QUEUE_SILENT));
  return G_SOURCE_REMOVE;
}

static void
look_in_thread (GTask *task, gpointer words, gpointer printer, GCancellable *cancellable)
{
  g_task_return_int (task, (gssize) jg_kiosk_queue_look (printer));
}

static gboolean look_cb (gpointer user_data);

static void
looked_cb (GObject *words, GAsyncResult *result, gpointer user_data)
{
  JgKioskQueueState state = (JgKioskQueueState) g_task_propagate_int (G_TASK (result), NULL);

  stop_waiting (GTK_LABEL (words));
  /* The page may have gone in the meantime. */
  if (gtk_widget_get_root (GTK_WIDGET (words)) == NULL)
    return;
  gtk_label_set_text (GTK_LABEL (words), state_words (state));
  if (state != JG_KIOSK_QUEUE_EMPTY)
    wait (GTK_LABEL (words), INTERVAL_MS, look_cb);
}

static gboolean
look_cb (gpointer user_data)
{
  JgKioskSession *session = g_object_get_data (user_data, "session");
  g_autoptr (GTask) task = g_task_new (user_data, NULL, looked_cb, NULL);

  g_object_set_data (user_data, "waiting", NULL);
  wait (user_data, PATIENCE_MS, waited_cb);
  g_task_set_task_data (task, g_strdup (jg_kiosk_session_get_config (session)->printer), g_free);
  g_task_run_in_thread (task, look_in_thread);
  return G_SOURCE_REMOVE;
}

static void
sent_cb (GObject *words, GAsyncResult *result, gpointer user_data)
{
  JgKioskSession *session = g_object_get_data (words, "session");
  JgKioskQueueState state = (JgKioskQueueState) g_task_propagate_int (G_TASK (result), NULL);

  stop_waiting (GTK_LABEL (words));
  if (state == JG_KIOSK_QUEUE_BUSY)
    jg_kiosk_session_count (session, JG_KIOSK_PRINTS);
  if (gtk_widget_get_root (GTK_WIDGET (words)) == NULL)
    return;
  gtk_label_set_text (GTK_LABEL (words), state_words (state));
  if (state == JG_KIOSK_QUEUE_BUSY)
    wait (GTK_LABEL (words), INTERVAL_MS, look_cb);
}

static void
send_in_thread (GTask *task, gpointer words, gpointer data, GCancellable *cancellable)
{
  const Letter *letter = data;

  g_task_return_int (task, (gssize) jg_kiosk_queue_send (letter->printer, letter->pdf));
}

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* In memory only: no file holds what somebody prints. */
static GBytes *
make_pdf (JgPaper *paper)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (
      append_cb, bytes, jg_paper_get_width (paper), jg_paper_get_height (paper));
  cairo_t *cr = cairo_create (surface);

  for (guint page = 0; page < jg_paper_get_n_pages (paper); page++)
    {
      jg_paper_draw_page (paper, cr, page);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

/* Not through the toolkit: it would load a backend that looks for a keyring, and it speaks of a printer without
 * paper as of one that prints. */
static void
print (GtkWidget *words, JgPaper *paper, const char *printer)
{
  g_autoptr (GTask) task = g_task_new (words, NULL, sent_cb, NULL);
  Letter *letter = g_new0 (Letter, 1);

  letter->printer = g_strdup (printer);
  letter->pdf = make_pdf (paper);
  g_task_set_task_data (task, letter, letter_free);
  g_signal_connect (words, "destroy", G_CALLBACK (stop_waiting), NULL);
  gtk_label_set_text (GTK_LABEL (words), _ ("It is being printed…"));
  wait (GTK_LABEL (words), PATIENCE_MS, waited_cb);
  g_task_run_in_thread (task, send_in_thread);
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
