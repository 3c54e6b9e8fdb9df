/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-case-preferences.h"

#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "casework/jg-case-keyring.h"
#include "casework/jg-case-office.h"
#include "jg-case-backups.h"
#include "jg-case-keys.h"
#include "jg-case-unlock.h"

struct _JgCasePreferences
{
  AdwPreferencesPage parent_instance;

  JgCaseDesk *desk;
  GPtrArray *groups; /* (element-type GtkWidget) borrowed: those that depend on the store */
  char *shown;       /* who unlocked the store when they were made, and who can */
};

G_DEFINE_FINAL_TYPE (JgCasePreferences, jg_case_preferences, ADW_TYPE_PREFERENCES_PAGE)

static JgCaseStore *
get_store (JgCasePreferences *self)
{
  return jg_case_desk_get_store (self->desk);
}

static AdwPreferencesGroup *
add_group (JgCasePreferences *self, const char *title, const char *description)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), description);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), ADW_PREFERENCES_GROUP (group));
  g_ptr_array_add (self->groups, group);
  return ADW_PREFERENCES_GROUP (group);
}

static void apply (JgCasePreferences *self, GtkWidget *row);

static void
wipe_response_cb (GtkWidget *row, const char *response, GtkWidget *dialog)
{
  JgCasePreferences *self = g_object_get_data (G_OBJECT (row), "page");
  g_autofree char *value = jg_case_store_dup_setting (get_store (self), JG_CASE_SETTING_ID_NUMBER);

  if (g_strcmp0 (response, "delete") == 0)
    apply (self, row);
  else
    gtk_editable_set_text (GTK_EDITABLE (row), value);
}

/* Keeping no ID numbers any more deletes those there are. */
static void
ask_to_wipe (JgCasePreferences *self, GtkWidget *row)
{
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_WINDOW (gtk_widget_get_root (row)), _ ("Keep No ID Numbers Any More?"),
      _ ("All that are kept are deleted. Backups hold sealed copies until they expire."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "stay", _ ("Cancel"), "delete",
                                    _ ("Delete"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "delete",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "stay");
  g_object_set_data (G_OBJECT (row), "page", self);
  g_signal_connect_object (dialog, "response", G_CALLBACK (wipe_response_cb), row,
                           G_CONNECT_SWAPPED);
  jg_ui_present_question (dialog);
}

static void
applied_cb (JgCasePreferences *self, GtkWidget *row)
{
  const int setting = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "setting"));
  g_autofree char *value = jg_case_store_dup_setting (get_store (self), (JgCaseSetting) setting);

  if (setting == JG_CASE_SETTING_ID_NUMBER && *value != '\0' &&
      *gtk_editable_get_text (GTK_EDITABLE (row)) == '\0')
    ask_to_wipe (self, row);
  else
    apply (self, row);
}

static void
apply (JgCasePreferences *self, GtkWidget *row)
{
  const int setting = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "setting"));
  g_autoptr (GError) error = NULL;

  if (jg_case_store_set_setting (get_store (self), (JgCaseSetting) setting,
                                 gtk_editable_get_text (GTK_EDITABLE (row)), &error))
    {
      gtk_widget_remove_css_class (row, "error");
      jg_case_desk_say_again (self->desk);
      return;
    }
  gtk_widget_add_css_class (row, "error");
  jg_ui_show_error (row, _ ("This Was Not Kept"), error->message);
}

static void
add_setting (JgCasePreferences *self,
             AdwPreferencesGroup *group,
             const char *title,
             JgCaseSetting setting)
{
  GtkWidget *row = adw_entry_row_new ();
  g_autofree char *value = jg_case_store_dup_setting (get_store (self), setting);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), value);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "setting", GINT_TO_POINTER ((int) setting));
  g_signal_connect_object (row, "apply", G_CALLBACK (applied_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
}

static void
present (GtkWidget *dialog)
{
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
keys_cb (JgCasePreferences *self, GtkWidget *button)
{
  const int kind = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "kind"));

  if (!jg_case_desk_is_working (self->desk))
    present (jg_case_keys_new (GTK_WIDGET (self), self->desk, (JgCaseKeysKind) kind));
}

static void
unlock_cb (JgCasePreferences *self)
{
  if (!jg_case_desk_is_working (self->desk))
    present (jg_case_unlock_new (GTK_WIDGET (self), self->desk));
}

static void
backups_cb (JgCasePreferences *self)
{
  if (!jg_case_desk_is_working (self->desk))
    present (jg_case_backups_new (GTK_WIDGET (self), self->desk));
}

static GtkWidget *
add_button (JgCasePreferences *self,
            AdwPreferencesGroup *group,
            const char *label,
            GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 6);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, button);
  return button;
}

static void
add_keys (JgCasePreferences *self,
          AdwPreferencesGroup *group,
          const char *label,
          JgCaseKeysKind kind)
{
  GtkWidget *button = add_button (self, group, label, G_CALLBACK (keys_cb));

  g_object_set_data (G_OBJECT (button), "kind", GINT_TO_POINTER ((int) kind));
}

static void
remove_response_cb (JgCasePreferences *self, const char *response, GtkWidget *dialog)
{
  const char *name = g_object_get_data (G_OBJECT (dialog), "name");
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (response, "remove") == 0 &&
      !jg_case_store_remove_counsellor (get_store (self), name, &error))
    jg_ui_show_error (GTK_WIDGET (self), _ ("This Was Not Kept"), error->message);
  else
    jg_case_desk_say_again (self->desk);
}

static void
remove_cb (JgCasePreferences *self, GtkWidget *button)
{
  const char *name = g_object_get_data (G_OBJECT (button), "name");
  g_autofree char *heading = g_strdup_printf (_ ("Remove %s?"), name);
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), heading,
      _ ("The passphrase opens the cases no more. Backups made before still open with it."));

  g_object_set_data_full (G_OBJECT (dialog), "name", g_strdup (name), g_free);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "stay", _ ("Cancel"), "remove",
                                    _ ("Remove"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "remove",
                                              ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (remove_response_cb), self,
                           G_CONNECT_SWAPPED);
  jg_ui_present_question (dialog);
}

static void
add_counsellors (JgCasePreferences *self, AdwPreferencesGroup *group)
{
  g_auto (GStrv) names = jg_case_store_list_counsellors (get_store (self));
  const char *present_one = jg_case_store_get_counsellor (get_store (self));

  for (guint i = 0; names[i] != NULL; i++)
    {
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *button = gtk_button_new_with_label (_ ("Remove"));
      g_autofree char *name = g_strdup_printf (_ ("Remove %s"), names[i]);

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), names[i]);
      if (g_strcmp0 (names[i], present_one) == 0)
        adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("unlocked the cases"));
      else
        {
          gtk_widget_add_css_class (button, "flat");
          gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
          jg_ui_set_name (button, name);
          g_object_set_data_full (G_OBJECT (button), "name", g_strdup (names[i]), g_free);
          g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self,
                                   G_CONNECT_SWAPPED);
          adw_action_row_add_suffix (ADW_ACTION_ROW (row), g_object_ref (button));
        }
      g_object_unref (g_object_ref_sink (button));
      adw_preferences_group_add (group, row);
    }
}

static void
keyring_cb (JgCasePreferences *self, GParamSpec *pspec, GtkSwitch *button)
{
  const gboolean on = gtk_switch_get_active (button);
  g_autoptr (GError) error = NULL;

  if (on == jg_case_store_has_keyring (get_store (self)) ||
      jg_case_store_set_keyring (get_store (self), on, &error))
    return;
  gtk_switch_set_active (button, !on);
  jg_ui_show_error (GTK_WIDGET (self), _ ("This Was Not Kept"), error->message);
}

static void
add_keyring (JgCasePreferences *self, AdwPreferencesGroup *group)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Open with the desktop’s keyring"));
  adw_action_row_set_subtitle (
      ADW_ACTION_ROW (row), _ ("Whoever is logged in here opens the cases without a passphrase."));
  gtk_switch_set_active (GTK_SWITCH (button), jg_case_store_has_keyring (get_store (self)));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  jg_ui_set_name (button, _ ("Open with the desktop’s keyring"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  g_signal_connect_object (button, "notify::active", G_CALLBACK (keyring_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
}

static void
add_open_groups (JgCasePreferences *self)
{
  AdwPreferencesGroup *group =
      add_group (self, _ ("Notice to Jobseekers"),
                 _ ("The name and the way to reach the office stand in the notice. After a change "
                    "look at its words."));

  add_setting (self, group, _ ("Name of the office"), JG_CASE_SETTING_OFFICE);
  add_setting (self, group, _ ("How to reach it"), JG_CASE_SETTING_CONTACT);
  add_keys (self, group, _ ("Words of the Notice…"), JG_CASE_KEYS_NOTICE);

  group = add_group (self, _ ("How Long What Is Kept"), NULL);
  add_setting (self, group, _ ("Cases, in months after the last session (1–120)"),
               JG_CASE_SETTING_RETENTION_MONTHS);
  add_setting (self, group, _ ("Backups, at most this many (1–100)"), JG_CASE_SETTING_BACKUP_COUNT);
  add_setting (self, group, _ ("Backups, for this many days (1–365)"), JG_CASE_SETTING_BACKUP_DAYS);
  add_setting (self, group, _ ("Folder of the backups (empty: beside the cases)"),
               JG_CASE_SETTING_BACKUP_FOLDER);
  add_button (self, group, _ ("Backups…"), G_CALLBACK (backups_cb));

  group =
      add_group (self, _ ("ID Numbers"),
                 _ ("None are kept unless the office writes down what they are needed for. They "
                    "are sealed, shown by their first and last sign, and never printed or "
                    "exported."));
  add_setting (self, group, _ ("What ID numbers are needed for (empty: none are kept)"),
               JG_CASE_SETTING_ID_NUMBER);

  group = add_group (self, _ ("Who Can Open the Cases"), NULL);
  add_counsellors (self, group);
  add_keyring (self, group);
  add_keys (self, group, _ ("Add a Counsellor…"), JG_CASE_KEYS_ADD);
  add_keys (self, group, _ ("Change One’s Passphrase…"), JG_CASE_KEYS_CHANGE);
  add_keys (self, group, _ ("New Recovery Key…"), JG_CASE_KEYS_RECOVERY);
}

static void
update_cb (JgCasePreferences *self)
{
  const JgCaseStoreState state = jg_case_desk_get_state (self->desk);
  g_auto (GStrv) names = NULL;
  g_autofree char *joined = NULL;
  g_autofree char *now = NULL;

  if (jg_case_desk_is_working (self->desk))
    return;
  names = jg_case_store_list_counsellors (get_store (self));
  joined = g_strjoinv ("\n", names);
  now = g_strdup_printf ("%d\n%s", (int) state, joined);
  if (g_strcmp0 (now, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&now);
  for (guint i = 0; i < self->groups->len; i++)
    adw_preferences_page_remove (ADW_PREFERENCES_PAGE (self), g_ptr_array_index (self->groups, i));
  g_ptr_array_set_size (self->groups, 0);
  if (state == JG_CASE_STORE_UNLOCKED)
    add_open_groups (self);
  else if (state == JG_CASE_STORE_LOCKED)
    add_button (
        self,
        add_group (self, _ ("Locked"),
                   _ ("What the office decided is sealed with the cases. Unlock them to see "
                      "it.")),
        _ ("Unlock the Cases…"), G_CALLBACK (unlock_cb));
  else
    add_group (self, _ ("No Cases Yet"),
               _ ("This office keeps no cases. Ctrl+U in the window begins to."));
}

static void
jg_case_preferences_dispose (GObject *object)
{
  JgCasePreferences *self = JG_CASE_PREFERENCES (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_free);

  G_OBJECT_CLASS (jg_case_preferences_parent_class)->dispose (object);
}

static void
jg_case_preferences_class_init (JgCasePreferencesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jg_case_preferences_dispose;
}

static void
jg_case_preferences_init (JgCasePreferences *self)
{
  self->groups = g_ptr_array_new ();
  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (self), _ ("Cases"));
  adw_preferences_page_set_icon_name (ADW_PREFERENCES_PAGE (self), "changes-prevent-symbolic");
}

static void
add_locking (JgCasePreferences *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (1, 120, 1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 _ ("Lock the cases after minutes without a touch"));
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  jg_ui_set_name (spin, _ ("Lock the cases after minutes without a touch"));
  g_settings_bind (jg_session_get_settings (jg_case_desk_get_session (self->desk)), "lock-minutes",
                   spin, "value", G_SETTINGS_BIND_DEFAULT);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (self), ADW_PREFERENCES_GROUP (group));
}

/**
 * jg_case_preferences_new:
 * @desk: the desk
 *
 * Makes the page.
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
jg_case_preferences_new (JgCaseDesk *desk)
{
  JgCasePreferences *self;

  g_return_val_if_fail (JG_IS_CASE_DESK (desk), NULL);

  self = g_object_new (JG_TYPE_CASE_PREFERENCES, NULL);
  self->desk = g_object_ref (desk);
  add_locking (self);
  update_cb (self);
  g_signal_connect_object (desk, "changed", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
