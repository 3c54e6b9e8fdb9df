/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-case-backups.h"

#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "casework/jg-case-backup.h"
#include "jg-case-lines.h"

struct _JgCaseBackups
{
  JgCaseDialog parent_instance;

  char *path;        /* of the backup that is looked at, NULL for the list */
  GPtrArray *checks; /* (element-type GtkCheckButton) borrowed: a case each */
};

G_DEFINE_FINAL_TYPE (JgCaseBackups, jg_case_backups, JG_TYPE_CASE_DIALOG)

static void show_list (JgCaseBackups *self);

/* Whether the store is gone, so that a backup can take its place. */
static gboolean
is_gone (JgCaseBackups *self)
{
  return jg_case_desk_get_state (jg_case_dialog_get_desk (JG_CASE_DIALOG (self))) !=
         JG_CASE_STORE_UNLOCKED;
}

static GtkWidget *
add_row (AdwPreferencesGroup *group, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (group, row);
  return row;
}

static AdwPreferencesGroup *
add_group (JgCaseBackups *self, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  gtk_box_append (jg_case_dialog_get_content (JG_CASE_DIALOG (self)), group);
  return ADW_PREFERENCES_GROUP (group);
}

static void
update_ready (JgCaseBackups *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->checks->len && !any; i++)
    any = gtk_check_button_get_active (g_ptr_array_index (self->checks, i));
  jg_case_dialog_set_ready (JG_CASE_DIALOG (self), any);
}

static void
add_cases (JgCaseBackups *self,
           GPtrArray *cases,
           const char *title,
           const char *description,
           gboolean chosen)
{
  AdwPreferencesGroup *group;

  if (cases->len == 0)
    return;
  group = add_group (self, title, description);
  for (guint i = 0; i < cases->len; i++)
    {
      const JgCaseSummary *summary = g_ptr_array_index (cases, i);
      g_autofree char *changed = jg_case_lines_dup_day (summary->changed);
      g_autofree char *occupations = jg_case_lines_dup_occupations (summary);
      g_autofree char *subtitle = g_strdup_printf ("%s %s", changed, occupations);
      GtkWidget *row = add_row (group, jg_case_lines_get_alias (summary), subtitle);
      GtkWidget *check = gtk_check_button_new ();
      gint64 *id = g_new (gint64, 1);

      *id = summary->id;
      g_object_set_data_full (G_OBJECT (check), "case", id, g_free);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), chosen);
      jg_ui_set_name (check, jg_case_lines_get_alias (summary));
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
      g_signal_connect_object (check, "toggled", G_CALLBACK (update_ready), self,
                               G_CONNECT_SWAPPED);
      g_ptr_array_add (self->checks, check);
    }
}

static void
start (JgCaseBackups *self)
{
  g_ptr_array_set_size (self->checks, 0);
  jg_ui_clear (jg_case_dialog_get_content (JG_CASE_DIALOG (self)));
  jg_case_dialog_set_error (JG_CASE_DIALOG (self), NULL);
}

static void
back_cb (JgCaseBackups *self)
{
  show_list (self);
}

static void
add_link (JgCaseBackups *self, const char *text, GCallback callback)
{
  GtkWidget *button = jg_ui_link (text, NULL, NULL);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (jg_case_dialog_get_content (JG_CASE_DIALOG (self)), button);
}

static void
show_preview (JgCaseBackups *self)
{
  JgCaseDialog *dialog = JG_CASE_DIALOG (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCasePreview) preview =
      jg_case_store_preview (jg_case_dialog_get_store (dialog), self->path, &error);
  g_autofree char *rest = NULL;

  if (preview == NULL)
    {
      jg_case_dialog_set_error (dialog, error->message);
      return;
    }
  start (self);
  rest = g_strdup_printf (_ ("As they are in the store: %u. Deleted since, and they stay so: %u. "
                             "Damaged in the backup: %u."),
                          preview->n_same, preview->n_deleted, preview->n_damaged);
  add_link (self, _ ("‹ All Backups"), G_CALLBACK (back_cb));
  if (preview->missing->len + preview->changed->len == 0)
    jg_case_dialog_add_text (dialog, _ ("This backup has nothing that the store has not."));
  add_cases (self, preview->missing, _ ("Missing in the Store"), _ ("They come back."), TRUE);
  add_cases (self, preview->changed, _ ("Changed Since"),
             _ ("Ticked ones become again as they were then; what was changed since is lost."),
             FALSE);
  jg_case_dialog_add_text (dialog, rest);
  jg_case_dialog_set_primary (dialog, self->checks->len > 0 ? _ ("Bring Back") : NULL);
  update_ready (self);
  gtk_widget_child_focus (GTK_WIDGET (jg_case_dialog_get_content (dialog)), GTK_DIR_TAB_FORWARD);
}

static void
row_cb (JgCaseBackups *self, GtkWidget *row)
{
  g_free (self->path);
  self->path = g_strdup (g_object_get_data (G_OBJECT (row), "path"));
  if (is_gone (self))
    {
      start (self);
      add_link (self, _ ("‹ All Backups"), G_CALLBACK (back_cb));
      jg_case_dialog_add_text (
          JG_CASE_DIALOG (self),
          _ ("This backup takes the place of the store that is gone. It opens with the "
             "passphrases of its day; what was deleted since is deleted again."));
      jg_case_dialog_set_primary (JG_CASE_DIALOG (self), _ ("Bring Back"));
      jg_case_dialog_set_ready (JG_CASE_DIALOG (self), TRUE);
    }
  else
    show_preview (self);
}

static void
backed_up_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (JgCaseBackups) self = JG_CASE_BACKUPS (data);
  g_autoptr (GError) error = NULL;
  g_autofree char *path =
      jg_case_store_back_up_finish (JG_CASE_STORE (object), result, NULL, &error);

  if (jg_case_dialog_get_desk (JG_CASE_DIALOG (self)) == NULL)
    return;
  jg_case_dialog_set_working (JG_CASE_DIALOG (self), NULL);
  if (path != NULL)
    show_list (self);
  else
    jg_case_dialog_set_error (JG_CASE_DIALOG (self), error->message);
}

static void
back_up_cb (JgCaseBackups *self)
{
  jg_case_dialog_set_working (JG_CASE_DIALOG (self), _ ("Making a backup…"));
  jg_case_store_back_up_async (jg_case_dialog_get_store (JG_CASE_DIALOG (self)), NULL, backed_up_cb,
                               g_object_ref (self));
}

static void
show_list (JgCaseBackups *self)
{
  JgCaseDialog *dialog = JG_CASE_DIALOG (self);
  JgCaseStore *store = jg_case_dialog_get_store (dialog);
  g_autoptr (GPtrArray) backups = jg_case_store_list_backups (store);
  g_autofree char *folder = jg_case_store_dup_backup_folder (store);
  g_autofree char *where =
      g_strdup_printf (_ ("One is made every day the cases are unlocked, in %s."), folder);
  AdwPreferencesGroup *group;

  start (self);
  g_clear_pointer (&self->path, g_free);
  jg_case_dialog_set_primary (dialog, NULL);
  if (!is_gone (self))
    {
      GtkWidget *button = gtk_button_new_with_label (_ ("Back Up Now"));

      gtk_widget_set_halign (button, GTK_ALIGN_START);
      g_signal_connect_object (button, "clicked", G_CALLBACK (back_up_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (jg_case_dialog_get_content (dialog), button);
    }
  group = add_group (self, _ ("Backups"), where);
  if (backups->len == 0)
    add_row (group, _ ("None yet"), "");
  for (guint i = 0; i < backups->len; i++)
    {
      const JgCaseBackup *backup = g_ptr_array_index (backups, i);
      g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (backup->made);
      g_autofree char *made =
          time != NULL ? g_date_time_format (time, "%Y-%m-%d %H:%M") : g_strdup ("");
      g_autofree char *expires = jg_case_lines_dup_day (backup->expires);
      g_autofree char *about =
          backup->problem != NULL
              ? g_strdup (backup->problem)
              : g_strdup_printf (ngettext ("%u case, kept until %s", "%u cases, kept until %s",
                                           (guint) backup->n_cases),
                                 (guint) backup->n_cases, expires);
      GtkWidget *row = add_row (group, made, about);

      if (backup->problem != NULL)
        continue;
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("go-next-symbolic"));
      g_object_set_data_full (G_OBJECT (row), "path", g_strdup (backup->path), g_free);
      g_signal_connect_object (row, "activated", G_CALLBACK (row_cb), self, G_CONNECT_SWAPPED);
    }
}

static void
restore_chosen (JgCaseBackups *self)
{
  JgCaseDialog *dialog = JG_CASE_DIALOG (self);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  int n;

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
      g_array_append_val (
          ids, *(gint64 *) g_object_get_data (g_ptr_array_index (self->checks, i), "case"));
  n = jg_case_store_restore (jg_case_dialog_get_store (dialog), self->path,
                             (const gint64 *) (gpointer) ids->data, ids->len, &error);
  if (n < 0)
    {
      jg_case_dialog_set_error (dialog, error->message);
      return;
    }
  show_list (self);
  text =
      g_strdup_printf (ngettext ("%d case was brought back.", "%d cases were brought back.", n), n);
  gtk_box_prepend (jg_case_dialog_get_content (dialog), jg_ui_label (text, "heading"));
}

static void
jg_case_backups_confirm (JgCaseDialog *dialog)
{
  JgCaseBackups *self = JG_CASE_BACKUPS (dialog);
  g_autoptr (GError) error = NULL;

  if (self->path == NULL)
    return;
  if (!is_gone (self))
    restore_chosen (self);
  else if (!jg_case_store_restore_file (jg_case_dialog_get_store (dialog), self->path, &error))
    jg_case_dialog_set_error (dialog, error->message);
  else
    {
      jg_case_desk_start (jg_case_dialog_get_desk (dialog));
      gtk_window_destroy (GTK_WINDOW (self));
    }
}

static void
jg_case_backups_finalize (GObject *object)
{
  JgCaseBackups *self = JG_CASE_BACKUPS (object);

  g_free (self->path);
  g_ptr_array_unref (self->checks);

  G_OBJECT_CLASS (jg_case_backups_parent_class)->finalize (object);
}

static void
jg_case_backups_class_init (JgCaseBackupsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jg_case_backups_finalize;
  JG_CASE_DIALOG_CLASS (klass)->confirm = jg_case_backups_confirm;
}

static void
jg_case_backups_init (JgCaseBackups *self)
{
  self->checks = g_ptr_array_new ();
}

/**
 * jg_case_backups_new:
 * @near: a widget of the window it belongs to
 * @desk: a desk whose store is unlocked, or gone
 *
 * Makes the dialog.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
jg_case_backups_new (GtkWidget *near, JgCaseDesk *desk)
{
  JgCaseBackups *self;

  g_return_val_if_fail (JG_IS_CASE_DESK (desk), NULL);

  self = g_object_new (JG_TYPE_CASE_BACKUPS, NULL);
  jg_case_dialog_set_up (JG_CASE_DIALOG (self), near, desk, _ ("Backups of the Cases"), NULL);
  jg_case_dialog_close_on_lock (JG_CASE_DIALOG (self));
  show_list (self);
  return GTK_WIDGET (self);
}
