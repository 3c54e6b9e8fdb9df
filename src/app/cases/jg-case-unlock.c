/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-case-unlock.h"

#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "jg-case-work.h"

/* Where the dialog is: with the recovery key there are two ways to go. */
typedef enum
{
  STAGE_PASSPHRASE,
  STAGE_RECOVERY,
  STAGE_RESET, /* open with the recovery key: a new passphrase */
} Stage;

struct _JgCaseUnlock
{
  JgCaseDialog parent_instance;

  Stage stage;
  GtkWidget *name; /* NULL where nobody needs to tell */
  GtkWidget *secret;
  GtkWidget *again;
};

G_DEFINE_FINAL_TYPE (JgCaseUnlock, jg_case_unlock, JG_TYPE_CASE_DIALOG)

static guint unlocked_signal;

static const char *
get_text (GtkWidget *entry)
{
  return entry != NULL ? gtk_editable_get_text (GTK_EDITABLE (entry)) : "";
}

static void
update_ready (JgCaseUnlock *self)
{
  jg_case_dialog_set_ready (JG_CASE_DIALOG (self),
                            *get_text (self->secret) != '\0' &&
                                (self->name == NULL || *get_text (self->name) != '\0') &&
                                (self->again == NULL || *get_text (self->again) != '\0'));
}

static GtkWidget *
add_entry (JgCaseUnlock *self, const char *title, const char *text, gboolean secret)
{
  GtkWidget *entry = jg_case_dialog_add_entry (JG_CASE_DIALOG (self), title, text, secret);

  g_signal_connect_object (entry, "changed", G_CALLBACK (update_ready), self, G_CONNECT_SWAPPED);
  return entry;
}

static void go_to (JgCaseUnlock *self, Stage stage);

static void
other_way_cb (JgCaseUnlock *self)
{
  go_to (self, self->stage == STAGE_PASSPHRASE ? STAGE_RECOVERY : STAGE_PASSPHRASE);
}

static void
add_other_way (JgCaseUnlock *self, const char *text)
{
  GtkWidget *button = jg_ui_link (text, NULL, NULL);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (other_way_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (jg_case_dialog_get_content (JG_CASE_DIALOG (self)), button);
}

static void
go_to (JgCaseUnlock *self, Stage stage)
{
  JgCaseDialog *dialog = JG_CASE_DIALOG (self);
  JgCaseDesk *desk = jg_case_dialog_get_desk (dialog);
  g_autofree char *counsellor = g_settings_get_string (
      jg_session_get_settings (jg_case_desk_get_session (desk)), "counsellor");

  self->stage = stage;
  self->name = self->secret = self->again = NULL;
  jg_ui_clear (jg_case_dialog_get_content (dialog));
  jg_case_dialog_set_error (dialog, NULL);
  switch (stage)
    {
    case STAGE_PASSPHRASE:
      jg_case_dialog_set_primary (dialog, _ ("Unlock"));
      if (jg_case_store_needs_name (jg_case_dialog_get_store (dialog)))
        self->name = add_entry (self, _ ("Counsellor’s name"), counsellor, FALSE);
      self->secret = add_entry (self, _ ("Passphrase"), NULL, TRUE);
      add_other_way (self, _ ("Passphrase Forgotten…"));
      gtk_widget_grab_focus (self->name != NULL && *counsellor == '\0' ? self->name : self->secret);
      break;
    case STAGE_RECOVERY:
      jg_case_dialog_set_primary (dialog, _ ("Unlock"));
      jg_case_dialog_add_text (dialog, _ ("The head of the office has the recovery sheet. Type the "
                                          "eight groups as they stand on it; then a counsellor "
                                          "gets a new passphrase."));
      self->secret = add_entry (self, _ ("Recovery key"), NULL, FALSE);
      add_other_way (self, _ ("Back to the Passphrase"));
      gtk_widget_grab_focus (self->secret);
      break;
    case STAGE_RESET:
    default:
      jg_case_dialog_set_primary (dialog, _ ("Set Passphrase"));
      jg_case_dialog_add_text (dialog,
                               _ ("The recovery key fits. Set a new passphrase for a counsellor."));
      self->name = add_entry (self, _ ("Counsellor’s name"), counsellor, FALSE);
      self->secret = add_entry (self, _ ("New passphrase, at least 8 characters"), NULL, TRUE);
      self->again = add_entry (self, _ ("The same passphrase again"), NULL, TRUE);
      gtk_widget_grab_focus (*counsellor == '\0' ? self->name : self->secret);
      break;
    }
  update_ready (self);
}

static void
finish (JgCaseUnlock *self)
{
  g_object_ref (self);
  gtk_window_destroy (GTK_WINDOW (self));
  g_signal_emit (self, unlocked_signal, 0);
  g_object_unref (self);
}

static void
fail (JgCaseUnlock *self, const GError *error)
{
  JgCaseDialog *dialog = JG_CASE_DIALOG (self);

  jg_case_dialog_set_working (dialog, NULL);
  jg_case_dialog_set_error (dialog, error->message);
  gtk_widget_grab_focus (self->secret);
  gtk_editable_select_region (GTK_EDITABLE (self->secret), 0, -1);
}

static void
unlocked_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (JgCaseUnlock) self = JG_CASE_UNLOCK (data);
  g_autoptr (GError) error = NULL;

  if (jg_case_desk_unlock_finish (JG_CASE_DESK (object), result, &error))
    finish (self);
  else
    fail (self, error);
}

static void
reset_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (JgCaseUnlock) self = JG_CASE_UNLOCK (data);
  g_autoptr (GError) error = NULL;

  if (!jg_case_desk_work_finish (JG_CASE_DESK (object), result, &error))
    fail (self, error);
  else if (jg_case_desk_get_state (JG_CASE_DESK (object)) == JG_CASE_STORE_UNLOCKED)
    {
      /* So that what is done from now on is done by the counsellor and not by the sheet. */
      jg_case_desk_lock (JG_CASE_DESK (object));
      jg_case_desk_unlock_async (JG_CASE_DESK (object), get_text (self->name),
                                 get_text (self->secret), unlocked_cb, g_object_ref (self));
    }
  else
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
jg_case_unlock_confirm (JgCaseDialog *dialog)
{
  JgCaseUnlock *self = JG_CASE_UNLOCK (dialog);
  JgCaseDesk *desk = jg_case_dialog_get_desk (dialog);
  g_autoptr (GError) error = NULL;

  switch (self->stage)
    {
    case STAGE_PASSPHRASE:
      if (jg_case_desk_get_state (desk) != JG_CASE_STORE_LOCKED || jg_case_desk_is_working (desk))
        return;
      jg_case_dialog_set_working (dialog, _ ("Trying the passphrase…"));
      jg_case_desk_unlock_async (desk, self->name != NULL ? get_text (self->name) : NULL,
                                 get_text (self->secret), unlocked_cb, g_object_ref (self));
      break;
    case STAGE_RECOVERY:
      if (jg_case_desk_unlock_with_recovery (desk, get_text (self->secret), &error))
        go_to (self, STAGE_RESET);
      else
        fail (self, error);
      break;
    case STAGE_RESET:
    default:
      if (g_strcmp0 (get_text (self->secret), get_text (self->again)) != 0)
        {
          jg_case_dialog_set_error (dialog, _ ("The two passphrases are not the same."));
          return;
        }
      jg_case_dialog_set_working (dialog, _ ("Setting the passphrase…"));
      jg_case_work_async (desk, JG_CASE_WORK_RESET, get_text (self->name), NULL,
                          get_text (self->secret), reset_cb, g_object_ref (self));
      break;
    }
}

static gboolean
jg_case_unlock_close_request (GtkWindow *window)
{
  JgCaseUnlock *self = JG_CASE_UNLOCK (window);
  JgCaseDesk *desk = jg_case_dialog_get_desk (JG_CASE_DIALOG (self));

  /* Nobody works under the name of the recovery sheet. */
  if (self->stage == STAGE_RESET)
    jg_case_desk_lock (desk);
  return GTK_WINDOW_CLASS (jg_case_unlock_parent_class)->close_request (window);
}

static void
jg_case_unlock_class_init (JgCaseUnlockClass *klass)
{
  JG_CASE_DIALOG_CLASS (klass)->confirm = jg_case_unlock_confirm;
  GTK_WINDOW_CLASS (klass)->close_request = jg_case_unlock_close_request;

  unlocked_signal = g_signal_new ("unlocked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
jg_case_unlock_init (JgCaseUnlock *self)
{
}

/**
 * jg_case_unlock_new:
 * @near: a widget of the window it belongs to
 * @desk: a desk whose store is locked
 *
 * Makes the dialog.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
jg_case_unlock_new (GtkWidget *near, JgCaseDesk *desk)
{
  JgCaseUnlock *self;

  g_return_val_if_fail (JG_IS_CASE_DESK (desk), NULL);

  self = g_object_new (JG_TYPE_CASE_UNLOCK, "default-height", 340, NULL);
  jg_case_dialog_set_up (JG_CASE_DIALOG (self), near, desk, _ ("Unlock the Cases"), _ ("Unlock"));
  go_to (self, STAGE_PASSPHRASE);
  return GTK_WIDGET (self);
}
