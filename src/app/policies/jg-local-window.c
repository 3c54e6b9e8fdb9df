/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-local-window.h"

#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "catalogue/jg-local-pack.h"
#include "jg-local-document.h"
#include "jg-local-exchange.h"
#include "jg-local-measure.h"

struct _JgLocalWindow
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  AdwWindowTitle *heading;
  GtkWidget *back_button;
  GtkWidget *save_button;
  GtkStack *stack;
  GtkSwitch *on_switch;
  AdwPreferencesGroup *documents;
  AdwPreferencesGroup *measures;
  GtkScrolledWindow *form_scroller;
  AdwBin *form_bin;

  JgSession *session;
  JgPacks *packs;
  JgLocalPack *pack;
  JgPackImport *import; /* the last one that was kept, until it is undone */
  GPtrArray *rows;      /* (element-type GtkWidget) borrowed: those of both lists */
  gboolean updating;
  gboolean leaving; /* what was written may be lost */
};

G_DEFINE_FINAL_TYPE (JgLocalWindow, jg_local_window, ADW_TYPE_WINDOW)

static GtkWidget *
get_form (JgLocalWindow *self)
{
  return adw_bin_get_child (self->form_bin);
}

static gboolean
shows_form (JgLocalWindow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "form") == 0;
}

static gboolean
is_changed (JgLocalWindow *self)
{
  GtkWidget *form = get_form (self);

  if (!shows_form (self))
    return FALSE;
  return JG_IS_LOCAL_DOCUMENT (form) ? jg_local_document_is_changed (JG_LOCAL_DOCUMENT (form))
                                     : jg_local_measure_is_changed (JG_LOCAL_MEASURE (form));
}

static void
show_toast (JgLocalWindow *self, const char *text, gboolean undo)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (escaped);

  if (undo)
    {
      adw_toast_set_button_label (toast, _ ("Undo"));
      adw_toast_set_action_name (toast, "local.undo");
      adw_toast_set_timeout (toast, 15);
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
complain (JgLocalWindow *self, const GError *error)
{
  jg_ui_show_error (GTK_WIDGET (self), _ ("This Was Not Kept"), error->message);
}

static void
show_form (JgLocalWindow *self, GtkWidget *form, const char *title)
{
  adw_bin_set_child (self->form_bin, form);
  adw_window_title_set_title (self->heading, title);
  gtk_stack_set_visible_child_name (self->stack, "form");
  gtk_widget_set_visible (self->back_button, TRUE);
  gtk_widget_set_visible (self->save_button, TRUE);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->form_scroller), 0);
  gtk_widget_child_focus (form, GTK_DIR_TAB_FORWARD);
}

static void
show_list (JgLocalWindow *self)
{
  gtk_stack_set_visible_child_name (self->stack, "list");
  adw_bin_set_child (self->form_bin, NULL);
  adw_window_title_set_title (self->heading, _ ("Documents and Measures of This Office"));
  gtk_widget_set_visible (self->back_button, FALSE);
  gtk_widget_set_visible (self->save_button, FALSE);
}

static const char *
get_id (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "id");
}

static void
edit_document_cb (JgLocalWindow *self, GtkWidget *button)
{
  show_form (self, jg_local_document_new (self->pack, get_id (button)), _ ("Document"));
}

static void
edit_measure_cb (JgLocalWindow *self, GtkWidget *button)
{
  show_form (self, jg_local_measure_new (self->session, self->pack, get_id (button), NULL),
             _ ("Measure"));
}

static void
remove_document_cb (JgLocalWindow *self, GtkWidget *button)
{
  g_autofree char *id = g_strdup (get_id (button));
  g_autoptr (GError) error = NULL;

  if (jg_local_pack_remove_document (self->pack, id, &error))
    show_toast (self, _ ("The document is removed."), TRUE);
  else
    complain (self, error);
}

static void
remove_measure_cb (JgLocalWindow *self, GtkWidget *button)
{
  g_autofree char *id = g_strdup (get_id (button));
  g_autoptr (GError) error = NULL;

  if (jg_local_pack_remove_measure (self->pack, id, &error))
    show_toast (self, _ ("The measure is removed."), TRUE);
  else
    complain (self, error);
}

static GtkWidget *
new_button (JgLocalWindow *self,
            const char *icon,
            const char *name,
            const char *id,
            GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  jg_ui_set_name (button, name);
  g_object_set_data_full (G_OBJECT (button), "id", g_strdup (id), g_free);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  return button;
}

static void
add_row (JgLocalWindow *self,
         AdwPreferencesGroup *group,
         const char *title,
         const char *subtitle,
         const char *id,
         GCallback edit,
         GCallback delete)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *edit_name = g_strdup_printf (_ ("Edit “%s”"), title);
  g_autofree char *delete_name = g_strdup_printf (_ ("Remove “%s”"), title);
  g_autofree char *escaped_title = g_markup_escape_text (title, -1);
  g_autofree char *escaped_subtitle = g_markup_escape_text (subtitle, -1);
  GtkWidget *button = new_button (self, "document-edit-symbolic", edit_name, id, edit);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped_title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped_subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             new_button (self, "user-trash-symbolic", delete_name, id, delete));
  /* An activatable widget would be named by the title of the row. */
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (id), g_free);
  g_signal_connect_object (row, "activated", edit, self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static void
add_empty (JgLocalWindow *self, AdwPreferencesGroup *group, const char *text)
{
  GtkWidget *label = jg_ui_label (text, "remark");

  adw_preferences_group_add (group, label);
  g_ptr_array_add (self->rows, label);
}

static void
clear_rows (JgLocalWindow *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static void
fill_lists (JgLocalWindow *self)
{
  const JgPack *content = jg_local_pack_get_content (self->pack);

  clear_rows (self);
  for (guint i = 0; i < content->documents->len; i++)
    {
      const JgPackDocument *row = g_ptr_array_index (content->documents, i);
      const JgDocument *document = row->document;
      g_autofree char *subtitle = g_strdup_printf (
          "%s　%s　%s", document->number != NULL ? document->number : _ ("no number"),
          document->date != NULL ? document->date : _ ("no date"), document->region_name);

      add_row (self, self->documents, document->title, subtitle, document->key,
               G_CALLBACK (edit_document_cb), G_CALLBACK (remove_document_cb));
    }
  if (content->documents->len == 0)
    add_empty (self, self->documents, _ ("None yet. Paste the text of a local notice to begin."));
  for (guint i = 0; i < content->measures->len; i++)
    {
      const JgPackMeasure *row = g_ptr_array_index (content->measures, i);
      const JgMeasure *measure = row->measure;
      const JgPackDocument *document = jg_local_pack_find_document (self->pack, measure->document);
      g_autofree char *subtitle =
          g_strdup_printf ("%s　%s　%s", jg_measure_kind_label (measure->kind),
                           document != NULL ? document->document->title : "", measure->clause);

      add_row (self, self->measures, measure->name, subtitle, measure->id,
               G_CALLBACK (edit_measure_cb), G_CALLBACK (remove_measure_cb));
    }
  if (content->measures->len == 0)
    add_empty (self, self->measures,
               content->documents->len == 0
                   ? _ ("None yet. A measure is a sentence of a document, so the document comes "
                        "first.")
                   : _ ("None yet."));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "local.add-measure",
                                 content->documents->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "local.export",
                                 jg_local_pack_get_bytes (self->pack) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "local.import", self->packs != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "local.undo",
                                 jg_local_pack_can_undo (self->pack));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "local.redo",
                                 jg_local_pack_can_redo (self->pack));
}

static void
update_switch (JgLocalWindow *self)
{
  self->updating = TRUE;
  gtk_switch_set_active (self->on_switch,
                         self->packs != NULL &&
                             jg_packs_is_on (self->packs, jg_local_pack_get_id (self->pack)));
  gtk_widget_set_sensitive (GTK_WIDGET (self->on_switch),
                            self->packs != NULL && jg_local_pack_get_bytes (self->pack) != NULL);
  self->updating = FALSE;
}

static void
switched_cb (JgLocalWindow *self)
{
  g_assert (JG_IS_LOCAL_WINDOW (self));

  if (self->packs != NULL && !self->updating)
    jg_packs_set_on (self->packs, jg_local_pack_get_id (self->pack),
                     gtk_switch_get_active (self->on_switch));
}

/* What an office writes is there to be used: it is on from its first document. */
static void
pack_changed_cb (JgLocalWindow *self)
{
  const gboolean first = jg_local_pack_get_content (self->pack)->measures->len +
                                 jg_local_pack_get_content (self->pack)->documents->len ==
                             1 &&
                         !jg_local_pack_can_redo (self->pack);

  fill_lists (self);
  if (self->packs == NULL)
    return;
  jg_packs_reload (self->packs);
  if (first && !jg_packs_is_on (self->packs, jg_local_pack_get_id (self->pack)))
    jg_packs_set_on (self->packs, jg_local_pack_get_id (self->pack), TRUE);
  update_switch (self);
}

static void
save_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgLocalWindow *self = JG_LOCAL_WINDOW (widget);
  GtkWidget *form = get_form (self);

  if (!shows_form (self))
    return;
  if (JG_IS_LOCAL_DOCUMENT (form) ? jg_local_document_save (JG_LOCAL_DOCUMENT (form))
                                  : jg_local_measure_save (JG_LOCAL_MEASURE (form)))
    {
      show_list (self);
      show_toast (self, _ ("Kept."), FALSE);
    }
  else
    show_toast (self, _ ("Not kept: see what is said at the fields."), FALSE);
}

static void
leave (JgLocalWindow *self)
{
  if (shows_form (self))
    {
      show_list (self);
      return;
    }
  self->leaving = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
answered_cb (JgLocalWindow *self, const char *response)
{
  if (g_str_equal (response, "discard"))
    leave (self);
}

static void
ask_to_leave (JgLocalWindow *self)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("Leave Without Keeping?"),
                                              _ ("What you wrote here is lost then."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "stay", _ ("Go On Writing"),
                                    "discard", _ ("Leave"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "stay");
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  jg_ui_present_question (dialog);
}

static void
back_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgLocalWindow *self = JG_LOCAL_WINDOW (widget);

  if (is_changed (self))
    ask_to_leave (self);
  else
    leave (self);
}

static void
add_document_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgLocalWindow *self = JG_LOCAL_WINDOW (widget);

  show_form (self, jg_local_document_new (self->pack, NULL), _ ("New Document"));
}

static void
add_measure_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgLocalWindow *self = JG_LOCAL_WINDOW (widget);

  show_form (self, jg_local_measure_new (self->session, self->pack, NULL, NULL), _ ("New Measure"));
}

static void
undo_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgLocalWindow *self = JG_LOCAL_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  if (shows_form (self))
    return;
  if (!jg_local_pack_undo (self->pack, &error))
    complain (self, error);
}

static void
redo_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgLocalWindow *self = JG_LOCAL_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  if (shows_form (self))
    return;
  if (!jg_local_pack_redo (self->pack, &error))
    complain (self, error);
}

static void
export_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  jg_local_exchange_export (GTK_WINDOW (widget), JG_LOCAL_WINDOW (widget)->pack);
}

/* It is on at once: that it was agreed to says so. */
static void
keep_import (JgPackImport *import, gpointer window)
{
  JgLocalWindow *self = JG_LOCAL_WINDOW (window);
  g_autofree char *text = g_strdup_printf (_ ("“%s” is imported."), import->info->title);
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  g_autoptr (GError) error = NULL;
  AdwToast *toast;

  g_clear_pointer (&self->import, jg_pack_import_free);
  if (!jg_pack_import_keep (import, &error))
    {
      complain (self, error);
      jg_pack_import_free (import);
      return;
    }
  self->import = import;
  jg_packs_reload (self->packs);
  jg_packs_set_on (self->packs, import->info->id, TRUE);
  toast = adw_toast_new (escaped);
  adw_toast_set_button_label (toast, _ ("Undo"));
  adw_toast_set_action_name (toast, "local.undo-import");
  adw_toast_set_timeout (toast, 30);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
import_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgLocalWindow *self = JG_LOCAL_WINDOW (widget);

  jg_local_exchange_import (GTK_WINDOW (self), self->session, jg_packs_get_base (self->packs),
                            self->pack, keep_import);
}

static void
undo_import_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgLocalWindow *self = JG_LOCAL_WINDOW (widget);
  g_autoptr (JgPackImport) import = g_steal_pointer (&self->import);
  g_autoptr (GError) error = NULL;

  if (import == NULL)
    return;
  if (import->before == NULL)
    jg_packs_set_on (self->packs, import->info->id, FALSE);
  if (!jg_pack_import_undo (import, &error))
    complain (self, error);
  jg_packs_reload (self->packs);
}

static gboolean
jg_local_window_close_request (GtkWindow *window)
{
  JgLocalWindow *self = JG_LOCAL_WINDOW (window);

  if (is_changed (self) && !self->leaving)
    {
      ask_to_leave (self);
      return TRUE;
    }
  return GTK_WINDOW_CLASS (jg_local_window_parent_class)->close_request (window);
}

static void
jg_local_window_dispose (GObject *object)
{
  JgLocalWindow *self = JG_LOCAL_WINDOW (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->import, jg_pack_import_free);
  g_clear_object (&self->pack);
  g_clear_object (&self->packs);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (jg_local_window_parent_class)->dispose (object);
}

static void
jg_local_window_class_init (JgLocalWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jg_local_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = jg_local_window_close_request;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/JobGuide/ui/jg-local-window.ui");
  gtk_widget_class_bind_template_child (widget_class, JgLocalWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, JgLocalWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, JgLocalWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, JgLocalWindow, save_button);
  gtk_widget_class_bind_template_child (widget_class, JgLocalWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, JgLocalWindow, on_switch);
  gtk_widget_class_bind_template_child (widget_class, JgLocalWindow, documents);
  gtk_widget_class_bind_template_child (widget_class, JgLocalWindow, measures);
  gtk_widget_class_bind_template_child (widget_class, JgLocalWindow, form_scroller);
  gtk_widget_class_bind_template_child (widget_class, JgLocalWindow, form_bin);
  gtk_widget_class_bind_template_callback (widget_class, switched_cb);
  gtk_widget_class_install_action (widget_class, "local.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "local.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "local.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "local.redo", NULL, redo_cb);
  gtk_widget_class_install_action (widget_class, "local.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "local.import", NULL, import_cb);
  gtk_widget_class_install_action (widget_class, "local.undo-import", NULL, undo_import_cb);
  gtk_widget_class_install_action (widget_class, "local.add-document", NULL, add_document_cb);
  gtk_widget_class_install_action (widget_class, "local.add-measure", NULL, add_measure_cb);
}

static void
jg_local_window_init (JgLocalWindow *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * jg_local_window_new:
 * @session: what the pages share
 * @packs: (nullable): the switchboard, or %NULL with a catalogue of one's own
 *
 * Makes the window, with what was kept before.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
jg_local_window_new (JgSession *session, JgPacks *packs)
{
  JgLocalWindow *self;
  g_autofree char *folder = jg_local_pack_dup_default_folder ();
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (JG_IS_SESSION (session), NULL);

  self = g_object_new (JG_TYPE_LOCAL_WINDOW, NULL);
  self->session = g_object_ref (session);
  g_set_object (&self->packs, packs);
  self->pack = jg_local_pack_new (
      packs != NULL ? jg_packs_get_base (packs) : jg_session_get_catalogue (session), folder);
  if (!jg_local_pack_load (self->pack, &error))
    show_toast (self, error->message, FALSE);
  show_list (self);
  fill_lists (self);
  update_switch (self);
  g_signal_connect_object (self->pack, "changed", G_CALLBACK (pack_changed_cb), self,
                           G_CONNECT_SWAPPED);
  if (packs != NULL)
    g_signal_connect_object (packs, "changed", G_CALLBACK (update_switch), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
