/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-case-keys.h"

#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "casework/jg-case-office.h"
#include "jg-case-notice.h"
#include "jg-case-recovery.h"
#include "jg-case-work.h"

struct _JgCaseKeys
{
  JgCaseDialog parent_instance;

  JgCaseKeysKind kind;
  GtkWidget *name;
  GtkWidget *old;
  GtkWidget *secret;
  GtkWidget *again;
  GtkWidget *notice;
  GtkCheckButton *check; /* the recovery key is safe; NULL until it is shown */
};

G_DEFINE_FINAL_TYPE (JgCaseKeys, jg_case_keys, JG_TYPE_CASE_DIALOG)

static const char *
get_text (GtkWidget *entry)
{
  return entry != NULL ? gtk_editable_get_text (GTK_EDITABLE (entry)) : NULL;
}

static gboolean
is_given (GtkWidget *entry)
{
  return entry == NULL || *get_text (entry) != '\0';
}

static void
update_ready (JgCaseKeys *self)
{
  jg_case_dialog_set_ready (JG_CASE_DIALOG (self),
                            is_given (self->name) && is_given (self->old) &&
                                is_given (self->secret) && is_given (self->again) &&
                                (self->check == NULL || gtk_check_button_get_active (self->check)));
}

static GtkWidget *
add_entry (JgCaseKeys *self, const char *title, gboolean secret)
{
  GtkWidget *entry = jg_case_dialog_add_entry (JG_CASE_DIALOG (self), title, NULL, secret);

  g_signal_connect_object (entry, "changed", G_CALLBACK (update_ready), self, G_CONNECT_SWAPPED);
  return entry;
}

static void
done_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (JgCaseKeys) self = JG_CASE_KEYS (data);
  g_autoptr (GError) error = NULL;

  if (jg_case_desk_work_finish (JG_CASE_DESK (object), result, &error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  if (jg_case_dialog_get_desk (JG_CASE_DIALOG (self)) == NULL)
    return;
  jg_case_dialog_set_working (JG_CASE_DIALOG (self), NULL);
  jg_case_dialog_set_error (JG_CASE_DIALOG (self), error->message);
}

static void
set_passphrase (JgCaseKeys *self)
{
  JgCaseDialog *dialog = JG_CASE_DIALOG (self);
  JgCaseDesk *desk = jg_case_dialog_get_desk (dialog);

  if (g_strcmp0 (get_text (self->secret), get_text (self->again)) != 0)
    {
      jg_case_dialog_set_error (dialog, _ ("The two passphrases are not the same."));
      return;
    }
  if (jg_case_desk_is_working (desk))
    return;
  jg_case_dialog_set_working (dialog, _ ("Setting the passphrase…"));
  jg_case_work_async (desk, self->kind == JG_CASE_KEYS_ADD ? JG_CASE_WORK_ADD : JG_CASE_WORK_CHANGE,
                      get_text (self->name), get_text (self->old), get_text (self->secret), done_cb,
                      g_object_ref (self));
}

static void
renew_recovery (JgCaseKeys *self)
{
  JgCaseDialog *dialog = JG_CASE_DIALOG (self);
  g_autoptr (GError) error = NULL;
  char *recovery = NULL;
  GtkWidget *shown;

  if (self->check != NULL)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  if (!jg_case_store_renew_recovery (jg_case_dialog_get_store (dialog), &recovery, &error))
    {
      jg_case_dialog_set_error (dialog, error->message);
      return;
    }
  jg_ui_clear (jg_case_dialog_get_content (dialog));
  shown = jg_case_recovery_new (jg_case_dialog_get_store (dialog), recovery);
  gtk_box_append (jg_case_dialog_get_content (dialog), shown);
  self->check = jg_case_recovery_get_check (JG_CASE_RECOVERY (shown));
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (update_ready), self,
                           G_CONNECT_SWAPPED);
  jg_case_dialog_set_primary (dialog, _ ("Done"));
  update_ready (self);
}

static void
set_notice (JgCaseKeys *self)
{
  JgCaseDialog *dialog = JG_CASE_DIALOG (self);
  g_autofree char *text = jg_case_notice_dup_text (self->notice);
  g_autoptr (GError) error = NULL;

  if (jg_case_store_set_notice (jg_case_dialog_get_store (dialog), text, &error) == 0)
    jg_case_dialog_set_error (dialog, error->message);
  else
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
jg_case_keys_confirm (JgCaseDialog *dialog)
{
  JgCaseKeys *self = JG_CASE_KEYS (dialog);

  switch (self->kind)
    {
    case JG_CASE_KEYS_CHANGE:
    case JG_CASE_KEYS_ADD:
      set_passphrase (self);
      break;
    case JG_CASE_KEYS_RECOVERY:
      renew_recovery (self);
      break;
    case JG_CASE_KEYS_NOTICE:
    default:
      set_notice (self);
      break;
    }
}

static gboolean
jg_case_keys_close_request (GtkWindow *window)
{
  JgCaseKeys *self = JG_CASE_KEYS (window);

  if (self->check != NULL && !gtk_check_button_get_active (self->check))
    {
      jg_case_dialog_set_error (JG_CASE_DIALOG (self),
                                _ ("Print the key or write it down first, and say so here."));
      return TRUE;
    }
  return GTK_WINDOW_CLASS (jg_case_keys_parent_class)->close_request (window);
}

static void
jg_case_keys_class_init (JgCaseKeysClass *klass)
{
  JG_CASE_DIALOG_CLASS (klass)->confirm = jg_case_keys_confirm;
  GTK_WINDOW_CLASS (klass)->close_request = jg_case_keys_close_request;
}

static void
jg_case_keys_init (JgCaseKeys *self)
{
}

static void
build (JgCaseKeys *self)
{
  JgCaseDialog *dialog = JG_CASE_DIALOG (self);
  g_autofree char *text = NULL;

  switch (self->kind)
    {
    case JG_CASE_KEYS_CHANGE:
      self->old = add_entry (self, _ ("Present passphrase"), TRUE);
      break;
    case JG_CASE_KEYS_ADD:
      self->name = add_entry (self, _ ("Counsellor’s name"), FALSE);
      break;
    case JG_CASE_KEYS_RECOVERY:
      jg_case_dialog_add_text (
          dialog, _ ("A new recovery key is made and shown once. The old sheet then opens nothing "
                     "any more, but backups made before: destroy it when those are gone."));
      return;
    case JG_CASE_KEYS_NOTICE:
    default:
      text = jg_case_store_dup_notice (jg_case_dialog_get_store (dialog), 0, NULL, NULL);
      jg_case_dialog_add_text (dialog,
                               _ ("Changed words are a new version. Who agreed to which one "
                                  "stays known."));
      self->notice = jg_case_notice_new (text != NULL ? text : "", TRUE);
      gtk_box_append (jg_case_dialog_get_content (dialog), self->notice);
      return;
    }
  self->secret = add_entry (self, _ ("New passphrase, at least 8 characters"), TRUE);
  self->again = add_entry (self, _ ("The same passphrase again"), TRUE);
}

/**
 * jg_case_keys_new:
 * @near: a widget of the window it belongs to
 * @desk: a desk whose store is unlocked
 * @kind: what is to be done
 *
 * Makes a dialog.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
jg_case_keys_new (GtkWidget *near, JgCaseDesk *desk, JgCaseKeysKind kind)
{
  const char *const titles[] = { _ ("Change One’s Passphrase"), _ ("Add a Counsellor"),
                                 _ ("New Recovery Key"), _ ("Notice to Jobseekers") };
  const char *const labels[] = { _ ("Change"), _ ("Add"), _ ("Make a New Key"), _ ("Save") };
  JgCaseKeys *self;

  g_return_val_if_fail (JG_IS_CASE_DESK (desk), NULL);

  self = g_object_new (JG_TYPE_CASE_KEYS, NULL);
  self->kind = kind;
  jg_case_dialog_set_up (JG_CASE_DIALOG (self), near, desk, titles[kind], labels[kind]);
  build (self);
  update_ready (self);
  if (kind != JG_CASE_KEYS_RECOVERY)
    jg_case_dialog_close_on_lock (JG_CASE_DIALOG (self));
  return GTK_WIDGET (self);
}
