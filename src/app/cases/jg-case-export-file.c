/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-case-export-file.h"

#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "casework/jg-case-code.h"
#include "casework/jg-case-export.h"

static void
response_cb (GBytes *content, int response, GtkNativeDialog *dialog)
{
  GtkWindow *window = gtk_native_dialog_get_transient_for (dialog);

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
      g_autoptr (GError) error = NULL;
      gsize length = 0;
      const char *data = g_bytes_get_data (content, &length);

      if (path == NULL)
        jg_ui_show_error (GTK_WIDGET (window), _ ("The file was not written"),
                          _ ("Choose a folder on this computer."));
      else if (!g_file_set_contents_full (path, data, (gssize) length,
                                          G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error))
        jg_ui_show_error (GTK_WIDGET (window), _ ("The file was not written"), error->message);
    }
  g_object_unref (dialog);
}

static void
release (gpointer content, GClosure *closure)
{
  g_bytes_unref (content);
}

/**
 * jg_case_export_file_save:
 * @window: the window it is about
 * @title: of the dialog
 * @name: file name to suggest, which names no person
 * @content: of the file
 *
 * Asks where to write a file that only its owner may read, and writes it.
 */
void
jg_case_export_file_save (GtkWindow *window, const char *title, const char *name, GBytes *content)
{
  GtkFileChooserNative *dialog;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (content != NULL);

  dialog = gtk_file_chooser_native_new (title, window, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Save"),
                                        _ ("Cancel"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  /* Released in the callback. */
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), g_bytes_ref (content),
                         release, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * jg_case_export_file_ask:
 * @window: the window it is about
 * @store: an unlocked store
 * @id: a case in it
 *
 * Puts together everything held on one person and asks where to write it.
 */
void
jg_case_export_file_ask (GtkWindow *window, JgCaseStore *store, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content = jg_case_store_export (store, id, &error);
  g_autofree char *code = NULL;
  g_autofree char *name = NULL;

  if (content == NULL)
    {
      jg_ui_show_error (GTK_WIDGET (window), _ ("The file was not written"), error->message);
      return;
    }
  code = jg_case_code_from_id (id);
  name = g_strdup_printf ("case-%s.json", code);
  jg_case_export_file_save (window, _ ("Export Everything Held on the Person"), name, content);
}
