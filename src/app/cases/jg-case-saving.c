/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-case-saving.h"

#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "casework/jg-case-code.h"
#include "casework/jg-case-rescue.h"
#include "casework/jg-case-seal.h"

struct _JgCaseSaving
{
  JgCaseDialog parent_instance;

  GtkWidget *name;
  GtkWidget *secret;
  GtkWidget *is_recovery;
  gboolean done;
};

G_DEFINE_FINAL_TYPE (JgCaseSaving, jg_case_saving, JG_TYPE_CASE_DIALOG)

/* What the other thread needs, and what comes of it. */
typedef struct
{
  char *name;
  char *secret;
  gboolean is_recovery;
  JgCaseRescue *rescue;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->name);
  jg_case_wipe_text (job->secret);
  g_clear_pointer (&job->rescue, jg_case_rescue_free);
  g_free (job);
}

static gboolean
work (JgCaseStore *store, gpointer data, GError **error)
{
  Job *job = data;

  job->rescue = jg_case_store_rescue (store, *job->name != '\0' ? job->name : NULL, job->secret,
                                      job->is_recovery, error);
  return job->rescue != NULL;
}

static const char *
get_text (GtkWidget *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

static void
update_ready (JgCaseSaving *self)
{
  jg_case_dialog_set_ready (JG_CASE_DIALOG (self), *get_text (self->secret) != '\0');
}

/* Says what was saved, and which cases were not. */
static void
tell (JgCaseSaving *self, const JgCaseRescue *rescue)
{
  JgCaseDialog *dialog = JG_CASE_DIALOG (self);
  g_autoptr (GString) lost = g_string_new (NULL);
  g_autofree char *saved = g_strdup_printf (
      ngettext ("%u case was saved.", "%u cases were saved.", rescue->n_saved), rescue->n_saved);
  g_autofree char *aside = g_strdup_printf (_ ("The damaged file lies in %s."), rescue->set_aside);

  self->done = TRUE;
  jg_ui_clear (jg_case_dialog_get_content (dialog));
  gtk_box_append (jg_case_dialog_get_content (dialog), jg_ui_label (saved, "heading"));
  for (guint i = 0; i < rescue->lost->len; i++)
    {
      g_autofree char *code = jg_case_code_from_id (g_array_index (rescue->lost, gint64, i));

      g_string_append_printf (lost, "%s%s", i > 0 ? "、" : "", code);
    }
  if (lost->len > 0)
    {
      g_autofree char *text = g_strdup_printf (
          _ ("These could not be read; look for them in the backups: %s"), lost->str);

      jg_case_dialog_add_text (dialog, text);
    }
  else
    jg_case_dialog_add_text (dialog, rescue->whole
                                         ? _ ("By the audit trail, no other case is lost.")
                                         : _ ("The audit trail is damaged too, so that nobody can "
                                              "tell whether others are lost. Compare with the "
                                              "backups."));
  jg_case_dialog_add_text (dialog, aside);
  jg_case_dialog_set_primary (dialog, _ ("Done"));
  jg_case_dialog_set_ready (dialog, TRUE);
}

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (JgCaseSaving) self = JG_CASE_SAVING (data);
  JgCaseDesk *desk = JG_CASE_DESK (object);
  Job *job = g_object_get_data (G_OBJECT (self), "job");
  g_autoptr (GError) error = NULL;
  const gboolean done = jg_case_desk_work_finish (desk, result, &error);

  jg_case_dialog_set_working (JG_CASE_DIALOG (self), NULL);
  if (!done)
    jg_case_dialog_set_error (JG_CASE_DIALOG (self), error->message);
  else
    {
      jg_case_desk_take_rescued (desk);
      tell (self, job->rescue);
    }
  g_object_set_data (G_OBJECT (self), "job", NULL);
}

static void
jg_case_saving_confirm (JgCaseDialog *dialog)
{
  JgCaseSaving *self = JG_CASE_SAVING (dialog);
  JgCaseDesk *desk = jg_case_dialog_get_desk (dialog);
  Job *job;

  if (self->done)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  if (jg_case_desk_is_working (desk))
    return;
  job = g_new0 (Job, 1);
  job->name = g_strdup (get_text (self->name));
  job->secret = g_strdup (get_text (self->secret));
  job->is_recovery = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->is_recovery));
  g_object_set_data_full (G_OBJECT (self), "job", job, job_free);
  jg_case_dialog_set_working (dialog, _ ("Reading what is left…"));
  jg_case_desk_work_async (desk, work, job, NULL, saved_cb, g_object_ref (self));
}

static void
jg_case_saving_class_init (JgCaseSavingClass *klass)
{
  JG_CASE_DIALOG_CLASS (klass)->confirm = jg_case_saving_confirm;
}

static void
jg_case_saving_init (JgCaseSaving *self)
{
}

/**
 * jg_case_saving_new:
 * @near: a widget of the window it belongs to
 * @desk: a desk whose store is damaged
 *
 * Makes the dialog.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
jg_case_saving_new (GtkWidget *near, JgCaseDesk *desk)
{
  JgCaseSaving *self;
  JgCaseDialog *dialog;

  g_return_val_if_fail (JG_IS_CASE_DESK (desk), NULL);

  self = g_object_new (JG_TYPE_CASE_SAVING, NULL);
  dialog = JG_CASE_DIALOG (self);
  jg_case_dialog_set_up (dialog, near, desk, _ ("Save What Can Be Read"), _ ("Rescue"));
  jg_case_dialog_add_text (
      dialog, _ ("The file of the cases is damaged. Every record whose seal is unbroken "
                 "goes into a new file; the damaged one is set aside and kept."));
  self->name = jg_case_dialog_add_entry (
      dialog, _ ("Counsellor’s name, where several share the cases"), NULL, FALSE);
  self->secret = jg_case_dialog_add_entry (dialog, _ ("Passphrase"), NULL, TRUE);
  self->is_recovery = gtk_check_button_new_with_label (_ ("This is the recovery key"));
  gtk_box_append (jg_case_dialog_get_content (dialog), self->is_recovery);
  g_signal_connect_object (self->secret, "changed", G_CALLBACK (update_ready), self,
                           G_CONNECT_SWAPPED);
  update_ready (self);
  gtk_widget_grab_focus (self->secret);
  return GTK_WIDGET (self);
}
