/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The window and the store of cases: its button in the header, its banner and its actions. What is asked before a sitting
 * is left is in jg-window-sitting.c. */

#include <glib/gi18n.h>

#include "casework/jg-case-audit.h"
#include "cases/jg-case-backups.h"
#include "cases/jg-case-figures-dialog.h"
#include "cases/jg-case-list.h"
#include "cases/jg-case-saving.h"
#include "cases/jg-case-words.h"
#include "jg-ui.h"
#include "jg-window-private.h"

static void
unlock_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  jg_window_unlock_then (JG_WINDOW (widget), NULL);
}

static void
lock_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  jg_case_desk_lock (JG_WINDOW (widget)->desk);
}

static void
keep_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  jg_window_keep (JG_WINDOW (widget));
}

static void
decline_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgWindow *self = JG_WINDOW (widget);

  jg_case_desk_decline (self->desk);
  jg_window_show_toast (self, _ ("It will not be kept"));
}

static void
forget_undo (JgWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo-new-session", FALSE);
  if (self->undo_toast != NULL)
    adw_toast_dismiss (self->undo_toast);
}

/* A case that is to be gone on with. */
typedef struct
{
  gint64 id;
  gboolean print;
} Wanted;

static void
open_case (JgWindow *self, gpointer data)
{
  const Wanted *wanted = data;
  g_autoptr (GError) error = NULL;
  GtkWidget *widget = GTK_WIDGET (self);

  if (wanted->id != jg_case_desk_get_case (self->desk) &&
      !jg_case_desk_open_case (self->desk, wanted->id, &error))
    {
      jg_ui_show_error (widget, _ ("The case was not opened"), error->message);
      return;
    }
  forget_undo (self);
  if (wanted->print)
    gtk_widget_activate_action (widget, "win.print", NULL);
  else
    gtk_widget_activate_action (widget, "win.step", "i", 0);
}

static void
open_case_cb (JgWindow *self, gint64 id, gboolean print, GtkWindow *list)
{
  Wanted *wanted = g_new (Wanted, 1);

  *wanted = (Wanted){ id, print };
  gtk_window_destroy (list);
  jg_window_leave_session (self, FALSE, open_case, wanted, g_free);
}

static void
show_cases (JgWindow *self, gpointer data)
{
  GtkWidget *list = jg_case_list_new (GTK_WINDOW (self), self->desk);

  g_signal_connect_object (list, "open-case", G_CALLBACK (open_case_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (list));
}

static void
cases_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  jg_window_unlock_then (JG_WINDOW (widget), show_cases);
}

static void
show_backups (JgWindow *self, gpointer data)
{
  gtk_window_present (GTK_WINDOW (jg_case_backups_new (GTK_WIDGET (self), self->desk)));
}

static void
backups_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  jg_window_unlock_then (JG_WINDOW (widget), show_backups);
}

static void
show_statistics (JgWindow *self, gpointer data)
{
  gtk_window_present (GTK_WINDOW (jg_case_figures_dialog_new (GTK_WIDGET (self), self->desk)));
}

static void
statistics_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  jg_window_unlock_then (JG_WINDOW (widget), show_statistics);
}

/* What can be done about the trouble that the banner tells. */
static const char *
get_help (JgWindow *self)
{
  const GError *error = jg_case_desk_get_open_error (self->desk);

  if (g_error_matches (error, JG_CASE_ERROR, JG_CASE_ERROR_DAMAGED))
    return _ ("Save What Can Be Read…");
  if (g_error_matches (error, JG_CASE_ERROR, JG_CASE_ERROR_MISSING))
    return _ ("Bring Back from a Backup…");
  if (error != NULL || jg_case_desk_has_failed (self->desk))
    return _ ("Try Again");
  return jg_case_desk_doubts_clock (self->desk) ? _ ("The Date Is Right") : NULL;
}

static void
help_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgWindow *self = JG_WINDOW (widget);
  const GError *error = jg_case_desk_get_open_error (self->desk);

  if (jg_case_desk_is_working (self->desk))
    return;
  if (g_error_matches (error, JG_CASE_ERROR, JG_CASE_ERROR_DAMAGED))
    gtk_window_present (GTK_WINDOW (jg_case_saving_new (widget, self->desk)));
  else if (g_error_matches (error, JG_CASE_ERROR, JG_CASE_ERROR_MISSING))
    show_backups (self, NULL);
  else if (error != NULL)
    jg_case_desk_start (self->desk);
  else if (jg_case_desk_has_failed (self->desk))
    jg_case_desk_write_now (self->desk);
  else if (jg_case_desk_doubts_clock (self->desk))
    jg_case_desk_confirm_clock (self->desk);
}

/**
 * jg_window_note_print:
 * @self: a window
 *
 * Writes down in the audit trail that the sheet of a case is printed, when what is shown is one.
 */
void
jg_window_note_print (JgWindow *self)
{
  const gint64 id = jg_case_desk_get_case (self->desk);

  if (id != 0 && !jg_case_desk_is_working (self->desk))
    jg_case_store_note (jg_case_desk_get_store (self->desk), JG_CASE_ACT_PRINT, id, NULL);
}

static void
append_section (GMenu *menu, GMenu *section)
{
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
update_menu (JgWindow *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) sitting = g_menu_new ();
  g_autoptr (GMenu) list = g_menu_new ();
  g_autoptr (GMenu) store = g_menu_new ();
  const gboolean open = jg_case_desk_get_state (self->desk) == JG_CASE_STORE_UNLOCKED;

  if (jg_case_words_can_keep (self->desk))
    g_menu_append (sitting, jg_case_words_get_keep (self->desk), "win.case-keep");
  if (jg_case_desk_get_keeping (self->desk) == JG_KEEPING_UNSAVED)
    g_menu_append (sitting, _ ("Do Not Keep"), "win.case-decline");
  if (open)
    g_menu_append (store, _ ("Lock the Cases"), "win.case-lock");
  else
    g_menu_append (store, jg_case_words_get_unlock (self->desk), "win.case-unlock");
  g_menu_append (list, _ ("Cases…"), "win.cases");
  g_menu_append (list, _ ("Statistics…"), "win.case-statistics");
  g_menu_append (list, _ ("Backups…"), "win.case-backups");
  append_section (menu, sitting);
  append_section (menu, list);
  append_section (menu, store);
  gtk_menu_button_set_menu_model (self->case_button, G_MENU_MODEL (menu));
}

static void
desk_changed_cb (JgWindow *self)
{
  const JgKeeping keeping = jg_case_desk_get_keeping (self->desk);
  const JgCaseStoreState state = jg_case_desk_get_state (self->desk);
  const gboolean working = jg_case_desk_is_working (self->desk);
  const char *trouble = jg_case_desk_get_trouble (self->desk);
  const char *help = get_help (self);
  g_autofree char *status = jg_case_words_dup_status (self->desk);
  g_autofree char *name = g_strdup_printf (_ ("Cases: %s"), status);
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "win.case-unlock",
                                 state != JG_CASE_STORE_UNLOCKED && !working);
  gtk_widget_action_set_enabled (widget, "win.case-lock", state == JG_CASE_STORE_UNLOCKED);
  gtk_widget_action_set_enabled (widget, "win.case-keep",
                                 jg_case_words_can_keep (self->desk) && !working);
  gtk_widget_action_set_enabled (widget, "win.case-decline", keeping == JG_KEEPING_UNSAVED);
  update_menu (self);
  gtk_menu_button_set_icon_name (self->case_button, jg_case_words_get_icon (self->desk));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->case_button), status);
  jg_ui_set_name (GTK_WIDGET (self->case_button), name);
  gtk_button_set_label (GTK_BUTTON (self->case_help), help != NULL ? help : "");
  gtk_widget_set_visible (self->case_help, help != NULL);
  gtk_label_set_text (self->case_label, trouble != NULL ? trouble : "");
  gtk_widget_set_visible (GTK_WIDGET (self->case_bar), trouble != NULL);
  gtk_info_bar_set_revealed (self->case_bar, trouble != NULL);
}

static void
close_trouble_cb (JgWindow *self)
{
  jg_case_desk_set_trouble (self->desk, NULL);
}

/* What is entered by other means than keys and pointer, such as a screen reader’s, is a touch too. */
static void
session_changed_cb (JgWindow *self)
{
  jg_lock_watch_touch (self->lock_watch);
}

static gboolean
start_cb (gpointer data)
{
  jg_case_desk_start (JG_WINDOW (data)->desk);
  return G_SOURCE_REMOVE;
}

/**
 * jg_window_start_cases:
 * @self: a window with a session
 *
 * Gives the window the store of cases. It is opened after the first frame.
 */
void
jg_window_start_cases (JgWindow *self)
{
  self->desk = jg_case_desk_new (self->session, NULL);
  self->lock_watch = jg_lock_watch_new (jg_session_get_settings (self->session));
  g_signal_connect_object (self->lock_watch, "lock", G_CALLBACK (jg_case_desk_lock), self->desk,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "changed", G_CALLBACK (session_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "changed", G_CALLBACK (desk_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "draft-found", G_CALLBACK (jg_window_offer_found), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "locking", G_CALLBACK (forget_undo), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->case_close, "clicked", G_CALLBACK (close_trouble_cb), self,
                           G_CONNECT_SWAPPED);
  desk_changed_cb (self);
  g_idle_add_full (G_PRIORITY_LOW, start_cb, g_object_ref (self), g_object_unref);
}

static const struct
{
  const char *name;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "win.case-unlock", unlock_cb },
  { "win.case-lock", lock_cb },
  { "win.cases", cases_cb },
  { "win.case-backups", backups_cb },
  { "win.case-statistics", statistics_cb },
  { "win.case-help", help_cb },
  { "win.case-keep", keep_cb },
  { "win.case-decline", decline_cb },
};

/**
 * jg_window_turn_off_cases:
 * @self: a window without a session
 *
 * Turns everything off that can be asked of the store.
 */
void
jg_window_turn_off_cases (JgWindow *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i].name, FALSE);
}

/**
 * jg_window_install_case_actions:
 * @widget_class: class of the window
 *
 * Installs what can be asked of the store.
 */
void
jg_window_install_case_actions (GtkWidgetClass *widget_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
}
