/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-local-exchange.h"

#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "catalogue/jg-pack-diff.h"

#define PREVIEW_HEIGHT 320

typedef struct
{
  GtkWindow *window; /* borrowed: the chooser and the question go with it */
  JgSession *session;
  JgCatalogue *base;
  JgLocalPack *own;
  JgLocalImportFunc keep;
  JgPackImport *import;
} Import;

static void
import_free (gpointer data)
{
  Import *import = data;

  g_object_unref (import->session);
  g_object_unref (import->base);
  g_object_unref (import->own);
  g_clear_pointer (&import->import, jg_pack_import_free);
  g_free (import);
}

static void
export_chosen_cb (GtkNativeDialog *dialog, int response, JgLocalPack *pack)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  GBytes *bytes = jg_local_pack_get_bytes (pack);

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL &&
      !g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, NULL, &error))
    jg_ui_show_error (GTK_WIDGET (gtk_native_dialog_get_transient_for (dialog)),
                      _ ("This Was Not Written"), error->message);
  g_object_unref (dialog);
}

/**
 * jg_local_exchange_export:
 * @window: the window it concerns
 * @pack: the office's pack, which has been kept
 *
 * Asks for a place and writes the pack there, byte for byte as it is kept. A signature is made with minisign.
 */
void
jg_local_exchange_export (GtkWindow *window, JgLocalPack *pack)
{
  GtkFileChooserNative *dialog;
  g_autofree char *name = NULL;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (JG_IS_LOCAL_PACK (pack) && jg_local_pack_get_bytes (pack) != NULL);

  dialog = gtk_file_chooser_native_new (_ ("Export as a File"), window,
                                        GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Export"), _ ("Cancel"));
  name = g_strconcat (jg_local_pack_get_id (pack), ".json", NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  /* Released in the callback. */
  g_signal_connect_object (dialog, "response", G_CALLBACK (export_chosen_cb), pack, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static gboolean
touches (JgSession *session, const JgPackDifference *difference)
{
  if (g_str_equal (difference->list, "measures"))
    return jg_session_is_printed (session, difference->id);
  return g_str_equal (difference->list, "occupations") &&
         jg_session_is_chosen (session, difference->id);
}

/**
 * jg_local_exchange_dup_words:
 * @import: a pack that may be imported
 * @session: what the pages share
 *
 * Says in words what a pack brings, who signed it, and what of the present session it touches.
 *
 * Returns: (transfer full): the words, a line each
 */
char *
jg_local_exchange_dup_words (JgPackImport *import, JgSession *session)
{
  g_autofree char *signature = jg_signature_dup_words (import->signature);
  GString *text = g_string_new (NULL);
  g_autoptr (GString) touched = g_string_new (NULL);

  g_string_append_printf (text, "%s　%s　%s\n%s\n", import->info->title, import->info->version,
                          import->info->date, signature);
  g_string_append (text, import->before != NULL ? _ ("Takes the place of an earlier one:")
                                                : _ ("Was not here before. It brings:"));
  for (guint i = 0; i < import->differences->len; i++)
    {
      const JgPackDifference *difference = g_ptr_array_index (import->differences, i);

      g_string_append_printf (text, "\n%s　%s：%s%s%s", jg_pack_news_label (difference->news),
                              jg_pack_list_label (difference->list), difference->name,
                              difference->words != NULL ? "，" : "",
                              difference->words != NULL ? difference->words : "");
      if (difference->news != JG_PACK_NEW && touches (session, difference))
        g_string_append_printf (touched, "\n%s", difference->name);
    }
  if (import->differences->len == 0)
    g_string_append_printf (text, "\n%s", _ ("Nothing that is not here already."));
  if (touched->len > 0)
    g_string_append_printf (text, "\n%s%s", _ ("On the sheet of the present session:"),
                            touched->str);
  return g_string_free (text, FALSE);
}

static void
answered_cb (Import *import, const char *response)
{
  if (g_str_equal (response, "import"))
    import->keep (g_steal_pointer (&import->import), import->window);
}

static void
show_preview (Import *import)
{
  GtkWidget *dialog = adw_message_dialog_new (import->window, _ ("Import This Pack?"), NULL);
  g_autofree char *words = jg_local_exchange_dup_words (import->import, import->session);
  GtkWidget *scroller = jg_ui_scroller (jg_ui_verbatim (words), _ ("What the pack brings"));

  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), PREVIEW_HEIGHT);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), scroller);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("Cancel"), "import",
                                    _ ("Import"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "import",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "import", import, import_free);
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (answered_cb), import);
  jg_ui_present_question (dialog);
}

static void
import_chosen_cb (GtkNativeDialog *dialog, int response, Import *import)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;
  g_autofree char *folder = jg_pack_import_dup_default_folder ();
  g_autoptr (GError) error = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  path = file != NULL ? g_file_get_path (file) : NULL;
  if (path != NULL)
    import->import = jg_pack_import_new (import->base, folder, path, NULL,
                                         jg_session_get_as_of (import->session), &error);
  if (import->import != NULL &&
      g_str_equal (import->import->info->id, jg_local_pack_get_id (import->own)))
    g_set_error_literal (&error, JG_PACK_IMPORT_ERROR, JG_PACK_IMPORT_ERROR_INVALID,
                         "没有导入：这就是本机构自己的数据包，已经在这里了。");
  if (error != NULL)
    jg_ui_show_error (GTK_WIDGET (import->window), _ ("Nothing Was Imported"), error->message);
  if (import->import != NULL && error == NULL)
    show_preview (import);
  else
    import_free (import);
  g_object_unref (dialog);
}

/**
 * jg_local_exchange_import:
 * @window: the window it concerns
 * @session: what the pages share
 * @base: the shipped catalogue
 * @own: the office's own pack
 * @keep: called with the pack, which it owns, and @window when somebody agrees
 *
 * Asks for a file, checks it whole, shows in words what it brings, and asks whether to keep it.
 */
void
jg_local_exchange_import (GtkWindow *window,
                          JgSession *session,
                          JgCatalogue *base,
                          JgLocalPack *own,
                          JgLocalImportFunc keep)
{
  GtkFileChooserNative *dialog;
  Import *import;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (JG_IS_SESSION (session) && JG_IS_CATALOGUE (base) && JG_IS_LOCAL_PACK (own));

  import = g_new0 (Import, 1);
  import->window = window;
  import->session = g_object_ref (session);
  import->base = g_object_ref (base);
  import->own = g_object_ref (own);
  import->keep = keep;
  dialog = gtk_file_chooser_native_new (_ ("Import from a File"), window,
                                        GTK_FILE_CHOOSER_ACTION_OPEN, _ ("Open"), _ ("Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  /* Both released in the callback. */
  g_signal_connect (dialog, "response", G_CALLBACK (import_chosen_cb), import);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
