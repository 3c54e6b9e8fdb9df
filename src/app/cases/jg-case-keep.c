/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-case-keep.h"

#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "casework/jg-case-office.h"
#include "jg-case-notice.h"

struct _JgCaseKeep
{
  JgCaseDialog parent_instance;

  GtkWidget *alias;
  GtkWidget *agreed;

  char *text;
  guint version;
};

G_DEFINE_FINAL_TYPE (JgCaseKeep, jg_case_keep, JG_TYPE_CASE_DIALOG)

static guint kept_signal;

static void
update_ready (JgCaseKeep *self)
{
  const gboolean agreed = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->agreed));

  jg_case_dialog_set_ready (JG_CASE_DIALOG (self), agreed);
  /* Space, then Enter. */
  if (agreed)
    gtk_widget_grab_focus (gtk_window_get_default_widget (GTK_WINDOW (self)));
}

static void
print_cb (JgCaseKeep *self)
{
  jg_case_notice_print (GTK_WIDGET (self), self->text, self->version);
}

static void
set_alias (JgCaseKeep *self, JgSession *session)
{
  const char *alias = gtk_editable_get_text (GTK_EDITABLE (self->alias));
  JgProfile *profile = jg_session_get_profile (session);
  const char *before = jg_profile_get_alias (profile);

  if (g_strcmp0 (before != NULL ? before : "", alias) == 0)
    return;
  jg_profile_set_alias (profile, *alias != '\0' ? alias : NULL);
  jg_session_touch (session);
  /* The forms show it too. */
  g_signal_emit_by_name (jg_session_get_record (session), "replaced");
}

static void
jg_case_keep_confirm (JgCaseDialog *dialog)
{
  JgCaseKeep *self = JG_CASE_KEEP (dialog);
  JgCaseDesk *desk = jg_case_dialog_get_desk (dialog);
  g_autoptr (GError) error = NULL;

  set_alias (self, jg_case_desk_get_session (desk));
  if (!jg_case_desk_keep (desk, self->version, &error))
    {
      jg_case_dialog_set_error (dialog, error->message);
      return;
    }
  g_object_ref (self);
  gtk_window_destroy (GTK_WINDOW (self));
  g_signal_emit (self, kept_signal, 0);
  g_object_unref (self);
}

static void
jg_case_keep_finalize (GObject *object)
{
  g_free (JG_CASE_KEEP (object)->text);

  G_OBJECT_CLASS (jg_case_keep_parent_class)->finalize (object);
}

static void
jg_case_keep_class_init (JgCaseKeepClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jg_case_keep_finalize;
  JG_CASE_DIALOG_CLASS (klass)->confirm = jg_case_keep_confirm;

  kept_signal = g_signal_new ("kept", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                              NULL, G_TYPE_NONE, 0);
}

static void
jg_case_keep_init (JgCaseKeep *self)
{
}

static void
build (JgCaseKeep *self)
{
  JgCaseDialog *dialog = JG_CASE_DIALOG (self);
  JgCaseDesk *desk = jg_case_dialog_get_desk (dialog);
  JgCaseStore *store = jg_case_dialog_get_store (dialog);
  GtkBox *content = jg_case_dialog_get_content (dialog);
  GtkWidget *print = gtk_button_new_with_label (_ ("Print the Notice…"));
  const char *alias =
      jg_profile_get_alias (jg_session_get_profile (jg_case_desk_get_session (desk)));
  g_autofree char *today = jg_case_desk_dup_today (desk);
  g_autofree char *until = jg_case_store_dup_retain_until (store, today);
  g_autofree char *agreed = NULL;
  g_autofree char *kept =
      g_strdup_printf (_ ("Kept until %s, and longer after another session."), until);
  g_autofree char *title = NULL;

  self->version = jg_case_store_get_notice_version (store);
  self->text = jg_case_store_dup_notice (store, self->version, NULL, NULL);
  if (self->text == NULL)
    self->text = g_strdup ("");
  title = g_strdup_printf (_ ("Tell the person, version %u"), self->version);
  gtk_box_append (content, jg_ui_label (title, "heading"));
  gtk_box_append (content, jg_case_notice_new (self->text, FALSE));
  gtk_widget_set_halign (print, GTK_ALIGN_START);
  g_signal_connect_object (print, "clicked", G_CALLBACK (print_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (content, print);
  self->alias = jg_case_dialog_add_entry (dialog, _ ("What to call the person; need not be a name"),
                                          alias, FALSE);
  agreed = g_strdup_printf (_ ("The person was told and agrees to be kept (%s)"), today);
  self->agreed = gtk_check_button_new ();
  {
    GtkWidget *label = jg_ui_label (agreed, NULL);

    gtk_check_button_set_child (GTK_CHECK_BUTTON (self->agreed), label);
    jg_ui_set_name (self->agreed, agreed);
  }
  g_signal_connect_object (self->agreed, "toggled", G_CALLBACK (update_ready), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (content, self->agreed);
  gtk_box_append (content, jg_ui_label (kept, "remark"));
}

/**
 * jg_case_keep_new:
 * @near: a widget of the window it belongs to
 * @desk: a desk whose store is unlocked
 *
 * Makes the dialog.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
jg_case_keep_new (GtkWidget *near, JgCaseDesk *desk)
{
  JgCaseKeep *self;

  g_return_val_if_fail (JG_IS_CASE_DESK (desk), NULL);

  self = g_object_new (JG_TYPE_CASE_KEEP, NULL);
  jg_case_dialog_set_up (JG_CASE_DIALOG (self), near, desk, _ ("Keep as a Case"), _ ("Keep"));
  build (self);
  update_ready (self);
  gtk_widget_grab_focus (self->agreed);
  jg_case_dialog_close_on_lock (JG_CASE_DIALOG (self));
  return GTK_WIDGET (self);
}
