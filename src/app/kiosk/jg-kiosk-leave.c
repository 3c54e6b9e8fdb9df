/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-kiosk-leave.h"

#include <glib/gi18n.h>

#include "jg-kiosk-pad.h"
#include "jg-kiosk-ui.h"
#include "kiosk/jg-kiosk-lock.h"

static void
try_cb (GtkWidget *pad)
{
  JgKioskSession *session = g_object_get_data (G_OBJECT (pad), "session");

  if (*jg_kiosk_pad_get_text (JG_KIOSK_PAD (pad)) == '\0')
    return;
  jg_kiosk_session_leave (session, jg_kiosk_pad_get_text (JG_KIOSK_PAD (pad)));
  jg_kiosk_pad_clear (JG_KIOSK_PAD (pad));
}

static void
refused_cb (GtkLabel *words, guint seconds)
{
  g_autofree char *text =
      seconds == 0
          ? g_strdup (_ ("That is not the passphrase."))
          : g_strdup_printf (ngettext ("That was not right. Try again in %u second.",
                                       "That was not right. Try again in %u seconds.", seconds),
                             seconds);

  gtk_label_set_text (words, text);
}

/**
 * jg_kiosk_leave_new:
 * @session: the session of one person
 *
 * Makes the page on which the administrator’s passphrase ends the kiosk.
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
jg_kiosk_leave_new (JgKioskSession *session)
{
  GtkWidget *page, *pad, *words, *button;
  GtkBox *body;

  g_return_val_if_fail (JG_IS_KIOSK_SESSION (session), NULL);

  page = jg_kiosk_ui_page (_ ("For Staff Only"), &body);
  words = jg_kiosk_ui_text (body, _ ("Enter the passphrase that ends the kiosk."), NULL);
  pad = jg_kiosk_pad_new (_ ("Passphrase"),
                          JG_KIOSK_PAD_LETTERS | JG_KIOSK_PAD_FIGURES | JG_KIOSK_PAD_HIDDEN,
                          JG_KIOSK_LOCK_MAX_LENGTH);
  g_object_set_data_full (G_OBJECT (pad), "session", g_object_ref (session), g_object_unref);
  g_signal_connect (pad, "activated", G_CALLBACK (try_cb), NULL);
  jg_kiosk_pad_listen (JG_KIOSK_PAD (pad), page);
  gtk_box_append (body, pad);
  button = jg_kiosk_ui_button (_ ("End the Kiosk"), "choice");
  jg_kiosk_ui_on_click (button, G_CALLBACK (try_cb), pad);
  gtk_box_append (body, button);
  g_signal_connect_object (session, "refused", G_CALLBACK (refused_cb), words, G_CONNECT_SWAPPED);
  return page;
}
