/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is asked before a sitting is left, kept, or gone on with, and what has to be unlocked for it. */

#include <glib/gi18n.h>

#include "cases/jg-case-keep.h"
#include "cases/jg-case-setup.h"
#include "cases/jg-case-unlock.h"
#include "cases/jg-case-words.h"
#include "jg-ui.h"
#include "jg-window-private.h"

/* What is to be done once the sitting is left, or the store unlocked. */
typedef struct
{
  JgWindow *self;
  JgWindowNext next;
  gpointer data;
  GDestroyNotify free_data;
} Next;

static void
next_free (Next *next)
{
  if (next->free_data != NULL && next->data != NULL)
    next->free_data (next->data);
  g_object_unref (next->self);
  g_free (next);
}

static Next *
next_new (JgWindow *self, JgWindowNext function, gpointer data, GDestroyNotify free_data)
{
  Next *next = g_new0 (Next, 1);

  *next = (Next){ g_object_ref (self), function, data, free_data };
  return next;
}

static void
next_run (Next *next)
{
  if (next->next != NULL)
    next->next (next->self, next->data);
}

/* Connects a signal of a dialog to what comes next; it is freed with the dialog. */
static void
connect_next (GtkWidget *dialog, const char *signal, GCallback callback, Next *next)
{
  g_signal_connect_data (dialog, signal, callback, next, (GClosureNotify) next_free, 0);
}

static void
unlocked_cb (GtkWidget *dialog, Next *next)
{
  next_run (next);
}

/* Shows what leads to an unlocked store, then goes on. */
static void
unlock_then (JgWindow *self, Next *next)
{
  GtkWidget *dialog;

  if (jg_case_desk_is_working (self->desk))
    {
      next_free (next);
      return;
    }
  if (jg_case_desk_get_state (self->desk) == JG_CASE_STORE_UNLOCKED)
    {
      next_run (next);
      next_free (next);
      return;
    }
  if (jg_case_desk_get_open_error (self->desk) != NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.case-help", NULL);
      next_free (next);
      return;
    }
  dialog = jg_case_desk_get_state (self->desk) == JG_CASE_STORE_LOCKED
               ? jg_case_unlock_new (GTK_WIDGET (self), self->desk)
               : jg_case_setup_new (GTK_WIDGET (self), self->desk);
  connect_next (dialog, "unlocked", G_CALLBACK (unlocked_cb), next);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * jg_window_unlock_then:
 * @self: a window
 * @next: what to do then
 *
 * Shows what leads to an unlocked store, where it is not, and goes on when it is.
 */
void
jg_window_unlock_then (JgWindow *self, JgWindowNext next)
{
  unlock_then (self, next_new (self, next, NULL, NULL));
}

static gboolean
save (JgWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (jg_case_desk_save (self->desk, &error))
    return TRUE;
  jg_ui_show_error (GTK_WIDGET (self), _ ("The case was not saved"), error->message);
  return FALSE;
}

static void
kept_cb (GtkWidget *dialog, Next *next)
{
  jg_window_show_toast (next->self, _ ("Kept as a case"));
  next_run (next);
}

/* The store is unlocked: asks for the consent. */
static void
ask_consent (JgWindow *self, gpointer data)
{
  Next *next = data;
  GtkWidget *dialog;

  /* A sitting from before may have come back with the key. */
  if (jg_case_desk_get_found (self->desk, NULL, NULL, NULL) ||
      !jg_case_words_can_keep (self->desk) || jg_case_desk_get_case (self->desk) != 0)
    return;
  dialog = jg_case_keep_new (GTK_WIDGET (self), self->desk);
  connect_next (dialog, "kept", G_CALLBACK (kept_cb),
                next_new (self, next->next, g_steal_pointer (&next->data), next->free_data));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
keep_then (JgWindow *self, Next *next)
{
  unlock_then (self, next_new (self, ask_consent, next, (GDestroyNotify) next_free));
}

/**
 * jg_window_keep:
 * @self: a window
 *
 * Saves the case that is shown, or asks for the consent to keep the sitting as one.
 */
void
jg_window_keep (JgWindow *self)
{
  if (jg_case_desk_get_case (self->desk) == 0)
    keep_then (self, next_new (self, NULL, NULL, NULL));
  else if (save (self))
    jg_window_show_toast (self, _ ("The case is saved"));
}

static void
leave_response_cb (Next *next, const char *response, GtkWindow *dialog)
{
  JgWindow *self = next->self;

  if (g_strcmp0 (response, "keep") == 0)
    keep_then (self, next_new (self, next->next, g_steal_pointer (&next->data), next->free_data));
  else if (g_strcmp0 (response, "wipe") == 0)
    {
      jg_case_desk_decline (self->desk);
      next_run (next);
    }
}

/* Makes a question that goes away when the store is locked. */
static AdwMessageDialog *
ask (JgWindow *self, const char *heading, const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);

  g_signal_connect_object (self->desk, "locking", G_CALLBACK (gtk_window_destroy), dialog,
                           G_CONNECT_SWAPPED);
  return ADW_MESSAGE_DIALOG (dialog);
}

/* Whether this desk keeps cases at all. */
static gboolean
keeps_cases (JgWindow *self)
{
  return jg_case_desk_get_state (self->desk) >= JG_CASE_STORE_LOCKED ||
         jg_case_desk_get_open_error (self->desk) != NULL || jg_case_desk_is_working (self->desk);
}

static void
unsaved_response_cb (Next *next, const char *response, GtkWindow *dialog)
{
  if (g_strcmp0 (response, "again") == 0)
    jg_window_leave_session (next->self, FALSE, next->next, g_steal_pointer (&next->data),
                             next->free_data);
  else if (g_strcmp0 (response, "leave") == 0)
    next_run (next);
}

/* Saves the case that is shown and goes on; when it cannot be saved, nobody is held by it. */
static void
save_then (JgWindow *self, Next *next)
{
  AdwMessageDialog *dialog;
  const char *trouble;

  jg_case_desk_write_now (self->desk);
  if (jg_case_desk_get_keeping (self->desk) != JG_KEEPING_CHANGED)
    {
      next_run (next);
      next_free (next);
      return;
    }
  trouble = jg_case_desk_get_trouble (self->desk);
  dialog = ask (self, _ ("The case was not saved"), trouble != NULL ? trouble : "");
  adw_message_dialog_add_responses (dialog, "stay", _ ("Stay"), "leave", _ ("Leave Without Saving"),
                                    "again", _ ("Try Again"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "leave", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "again", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (dialog, "stay");
  g_signal_connect_data (dialog, "response", G_CALLBACK (unsaved_response_cb), next,
                         (GClosureNotify) next_free, G_CONNECT_SWAPPED);
  jg_ui_present_question (GTK_WIDGET (dialog));
}

/**
 * jg_window_leave_session:
 * @self: a window
 * @undoable: whether @next offers to bring the sitting back; a desk that keeps no cases is then not asked
 * @next: what to do then
 * @data: (transfer full) (nullable): for @next
 * @free_data: (nullable): frees @data
 *
 * Saves the case that is open, or asks what is to become of a sitting that is not kept. Unless somebody wants to stay,
 * @next is called.
 */
void
jg_window_leave_session (JgWindow *self,
                         gboolean undoable,
                         JgWindowNext next,
                         gpointer data,
                         GDestroyNotify free_data)
{
  Next *item = next_new (self, next, data, free_data);
  AdwMessageDialog *dialog;

  switch (jg_case_desk_get_keeping (self->desk))
    {
    case JG_KEEPING_UNSAVED:
      if (!undoable || keeps_cases (self))
        break;
      next_run (item);
      next_free (item);
      return;
    case JG_KEEPING_CHANGED:
      save_then (self, item);
      return;
    case JG_KEEPING_NOTHING:
    case JG_KEEPING_DECLINED:
    case JG_KEEPING_SAVED:
    default:
      next_run (item);
      next_free (item);
      return;
    }
  dialog = ask (self, _ ("This Session Is Not Kept"),
                _ ("Keep it as a case if the person agrees, or wipe it."));
  adw_message_dialog_add_responses (dialog, "stay", _ ("Stay"), "wipe", _ ("Wipe"), "keep",
                                    _ ("Keep as a Case…"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "wipe", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "keep", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "keep");
  adw_message_dialog_set_close_response (dialog, "stay");
  g_signal_connect_data (dialog, "response", G_CALLBACK (leave_response_cb), item,
                         (GClosureNotify) next_free, G_CONNECT_SWAPPED);
  jg_ui_present_question (GTK_WIDGET (dialog));
}

static void
found_response_cb (JgWindow *self, const char *response)
{
  g_autoptr (GError) error = NULL;

  if (!jg_case_desk_get_found (self->desk, NULL, NULL, NULL))
    return;
  if (g_strcmp0 (response, "resume") == 0)
    {
      jg_case_desk_resume_found (self->desk);
      gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s", "jobseeker");
    }
  else if (g_strcmp0 (response, "wipe") == 0 && !jg_case_desk_wipe_found (self->desk, &error))
    jg_ui_show_error (GTK_WIDGET (self), _ ("It was not wiped"), error->message);
}

/**
 * jg_window_offer_found:
 * @self: a window
 *
 * Asks what is to become of a sitting that was broken off, where there is one.
 */
void
jg_window_offer_found (JgWindow *self)
{
  const char *alias = NULL;
  gint64 changed = 0;
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *when = NULL;
  g_autofree char *who = NULL;
  g_autofree char *body = NULL;
  AdwMessageDialog *dialog;

  if (!jg_case_desk_get_found (self->desk, &alias, &changed, NULL))
    return;
  time = g_date_time_new_from_unix_local (changed);
  when = time != NULL ? g_date_time_format (time, "%Y-%m-%d %H:%M") : g_strdup ("");
  who = alias != NULL && *alias != '\0' ? g_strdup_printf ("“%s”", alias)
                                        : g_strdup (_ ("somebody without a name"));
  body = jg_case_desk_get_keeping (self->desk) == JG_KEEPING_NOTHING
             ? g_strdup_printf (_ ("With %s, last changed at %s."), who, when)
             : g_strdup_printf (
                   _ ("With %s, last changed at %s. Going on with it clears what is entered now."),
                   who, when);
  dialog = ask (self, _ ("A Session Was Broken Off"), body);
  adw_message_dialog_add_responses (dialog, "later", _ ("Later"), "wipe", _ ("Wipe"), "resume",
                                    _ ("Go On with It"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "wipe", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "resume", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "resume");
  adw_message_dialog_set_close_response (dialog, "later");
  g_signal_connect_object (dialog, "response", G_CALLBACK (found_response_cb), self,
                           G_CONNECT_SWAPPED);
  jg_ui_present_question (GTK_WIDGET (dialog));
}
