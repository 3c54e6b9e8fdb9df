/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-case-setup.h"

#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "casework/jg-case-office.h"
#include "jg-case-notice.h"
#include "jg-case-recovery.h"

typedef enum
{
  STAGE_FORM,
  STAGE_RECOVERY,
  STAGE_NOTICE,
} Stage;

struct _JgCaseSetup
{
  JgCaseDialog parent_instance;

  Stage stage;
  GtkWidget *name;
  GtkWidget *office;
  GtkWidget *contact;
  GtkWidget *passphrase;
  GtkWidget *again;
  GtkCheckButton *check;
  GtkWidget *notice;

  char *recovery; /* until it is shown */
};

G_DEFINE_FINAL_TYPE (JgCaseSetup, jg_case_setup, JG_TYPE_CASE_DIALOG)

static guint unlocked_signal;

static const char *
get_text (GtkWidget *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

static void
update_ready (JgCaseSetup *self)
{
  gboolean ready = TRUE;

  if (self->stage == STAGE_FORM)
    ready = *get_text (self->name) != '\0' && *get_text (self->passphrase) != '\0' &&
            *get_text (self->again) != '\0';
  else if (self->stage == STAGE_RECOVERY)
    ready = gtk_check_button_get_active (self->check);
  jg_case_dialog_set_ready (JG_CASE_DIALOG (self), ready);
}

static GtkWidget *
add_entry (JgCaseSetup *self, const char *title, const char *key, gboolean secret)
{
  JgCaseDialog *dialog = JG_CASE_DIALOG (self);
  g_autofree char *text =
      key != NULL ? g_settings_get_string (jg_session_get_settings (jg_case_desk_get_session (
                                               jg_case_dialog_get_desk (dialog))),
                                           key)
                  : NULL;
  GtkWidget *entry = jg_case_dialog_add_entry (dialog, title, text, secret);

  g_signal_connect_object (entry, "changed", G_CALLBACK (update_ready), self, G_CONNECT_SWAPPED);
  return entry;
}

static void
show_form (JgCaseSetup *self)
{
  JgCaseDialog *dialog = JG_CASE_DIALOG (self);

  jg_case_dialog_add_text (
      dialog, _ ("What jobseekers agree to have kept lies sealed on this computer. Nobody reads it "
                 "without a passphrase, and nobody can bring a forgotten one back. Choose a few "
                 "words that do not belong together."));
  self->name = add_entry (self, _ ("Counsellor’s name"), "counsellor", FALSE);
  self->passphrase = add_entry (self, _ ("New passphrase, at least 8 characters"), NULL, TRUE);
  self->again = add_entry (self, _ ("The same passphrase again"), NULL, TRUE);
  self->office = add_entry (self, _ ("Name of the office, for the notice"), "office-name", FALSE);
  self->contact = add_entry (self, _ ("How to reach it, for the notice"), "office-phone", FALSE);
  gtk_widget_grab_focus (*get_text (self->name) == '\0' ? self->name : self->passphrase);
  update_ready (self);
}

static void
show_recovery (JgCaseSetup *self)
{
  JgCaseDialog *dialog = JG_CASE_DIALOG (self);
  GtkWidget *recovery =
      jg_case_recovery_new (jg_case_dialog_get_store (dialog), g_steal_pointer (&self->recovery));

  self->stage = STAGE_RECOVERY;
  jg_ui_clear (jg_case_dialog_get_content (dialog));
  gtk_box_append (jg_case_dialog_get_content (dialog), recovery);
  self->check = jg_case_recovery_get_check (JG_CASE_RECOVERY (recovery));
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (update_ready), self,
                           G_CONNECT_SWAPPED);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Recovery Key"));
  jg_case_dialog_set_primary (dialog, _ ("Go On"));
  gtk_widget_grab_focus (gtk_widget_get_first_child (recovery));
  gtk_widget_child_focus (recovery, GTK_DIR_TAB_FORWARD);
  update_ready (self);
}

static void
show_notice (JgCaseSetup *self)
{
  JgCaseDialog *dialog = JG_CASE_DIALOG (self);
  g_autofree char *text = jg_case_store_dup_default_notice (jg_case_dialog_get_store (dialog));

  self->stage = STAGE_NOTICE;
  self->check = NULL;
  jg_ui_clear (jg_case_dialog_get_content (dialog));
  jg_case_dialog_add_text (dialog, _ ("Jobseekers are told this before anything of theirs is kept. "
                                      "Read it with the head of the office and change what is "
                                      "otherwise here. It can be changed later; who agreed to "
                                      "which words stays known."));
  self->notice = jg_case_notice_new (text, TRUE);
  gtk_box_append (jg_case_dialog_get_content (dialog), self->notice);
  jg_case_dialog_set_error (dialog, NULL);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Notice to Jobseekers"));
  jg_case_dialog_set_primary (dialog, _ ("Done"));
  update_ready (self);
}

static void
fail (JgCaseSetup *self, const GError *error)
{
  jg_case_dialog_set_working (JG_CASE_DIALOG (self), NULL);
  jg_case_dialog_set_error (JG_CASE_DIALOG (self), error->message);
}

static void
unlocked_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (JgCaseSetup) self = JG_CASE_SETUP (data);
  JgCaseStore *store = jg_case_desk_get_store (JG_CASE_DESK (object));
  g_autoptr (GError) error = NULL;

  if (!jg_case_desk_unlock_finish (JG_CASE_DESK (object), result, &error) ||
      !jg_case_store_set_setting (store, JG_CASE_SETTING_OFFICE, get_text (self->office), &error) ||
      !jg_case_store_set_setting (store, JG_CASE_SETTING_CONTACT, get_text (self->contact), &error))
    {
      fail (self, error);
      return;
    }
  jg_case_dialog_set_working (JG_CASE_DIALOG (self), NULL);
  show_recovery (self);
}

static void
created_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (JgCaseSetup) self = JG_CASE_SETUP (data);
  g_autoptr (GError) error = NULL;

  self->recovery = jg_case_desk_create_finish (JG_CASE_DESK (object), result, &error);
  if (self->recovery == NULL)
    fail (self, error);
  else
    jg_case_desk_unlock_async (JG_CASE_DESK (object), NULL, get_text (self->passphrase),
                               unlocked_cb, g_object_ref (self));
}

static void
create (JgCaseSetup *self)
{
  JgCaseDialog *dialog = JG_CASE_DIALOG (self);
  JgCaseDesk *desk = jg_case_dialog_get_desk (dialog);
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (get_text (self->passphrase), get_text (self->again)) != 0)
    jg_case_dialog_set_error (dialog, _ ("The two passphrases are not the same."));
  else if (!jg_case_passphrase_check (get_text (self->passphrase), get_text (self->name), &error))
    jg_case_dialog_set_error (dialog, error->message);
  else if (!jg_case_desk_is_working (desk))
    {
      jg_case_dialog_set_working (dialog, _ ("Making the key…"));
      jg_case_desk_create_async (desk, get_text (self->name), get_text (self->passphrase),
                                 created_cb, g_object_ref (self));
    }
}

static void
finish (JgCaseSetup *self)
{
  JgCaseDialog *dialog = JG_CASE_DIALOG (self);
  g_autofree char *text = jg_case_notice_dup_text (self->notice);
  g_autoptr (GError) error = NULL;

  if (jg_case_store_set_notice (jg_case_dialog_get_store (dialog), text, &error) == 0)
    {
      jg_case_dialog_set_error (dialog, error->message);
      return;
    }
  g_object_ref (self);
  gtk_window_destroy (GTK_WINDOW (self));
  g_signal_emit (self, unlocked_signal, 0);
  g_object_unref (self);
}

static void
jg_case_setup_confirm (JgCaseDialog *dialog)
{
  JgCaseSetup *self = JG_CASE_SETUP (dialog);

  switch (self->stage)
    {
    case STAGE_FORM:
      create (self);
      break;
    case STAGE_RECOVERY:
      show_notice (self);
      break;
    case STAGE_NOTICE:
    default:
      finish (self);
      break;
    }
}

static gboolean
jg_case_setup_close_request (GtkWindow *window)
{
  JgCaseSetup *self = JG_CASE_SETUP (window);

  /* Nobody gets to see the key again. */
  if (self->stage == STAGE_RECOVERY && !gtk_check_button_get_active (self->check))
    {
      jg_case_dialog_set_error (JG_CASE_DIALOG (self),
                                _ ("Print the key or write it down first, and say so here."));
      return TRUE;
    }
  return GTK_WINDOW_CLASS (jg_case_setup_parent_class)->close_request (window);
}

static void
jg_case_setup_class_init (JgCaseSetupClass *klass)
{
  JG_CASE_DIALOG_CLASS (klass)->confirm = jg_case_setup_confirm;
  GTK_WINDOW_CLASS (klass)->close_request = jg_case_setup_close_request;

  unlocked_signal = g_signal_new ("unlocked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
jg_case_setup_init (JgCaseSetup *self)
{
}

/**
 * jg_case_setup_new:
 * @near: a widget of the window it belongs to
 * @desk: a desk without a store
 *
 * Makes the dialog.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
jg_case_setup_new (GtkWidget *near, JgCaseDesk *desk)
{
  JgCaseSetup *self;

  g_return_val_if_fail (JG_IS_CASE_DESK (desk), NULL);

  self = g_object_new (JG_TYPE_CASE_SETUP, NULL);
  jg_case_dialog_set_up (JG_CASE_DIALOG (self), near, desk, _ ("Begin to Keep Cases"), _ ("Begin"));
  show_form (self);
  return GTK_WIDGET (self);
}
