/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-kiosk-start.h"

#include <glib/gi18n.h>

#include "jg-kiosk-ask.h"
#include "jg-kiosk-faq.h"
#include "jg-kiosk-find.h"
#include "jg-kiosk-leave.h"
#include "jg-kiosk-money.h"
#include "jg-kiosk-ui.h"
#include "jg-kiosk-window.h"

static void
find_cb (JgKioskSession *session, GtkWidget *button)
{
  jg_kiosk_go (button, jg_kiosk_find_new (session));
}

static void
ask_cb (JgKioskSession *session, GtkWidget *button)
{
  jg_kiosk_go (button, jg_kiosk_ask_new (session));
}

static void
money_cb (JgKioskSession *session, GtkWidget *button)
{
  jg_kiosk_go (button, jg_kiosk_money_new (session));
}

static void
faq_cb (JgKioskSession *session, GtkWidget *button)
{
  jg_kiosk_go (button, jg_kiosk_faq_new ());
}

static void
leave_cb (JgKioskSession *session, GtkWidget *button)
{
  jg_kiosk_go (button, jg_kiosk_leave_new (session));
}

static void
add_choice (GtkBox *body,
            JgKioskSession *session,
            const char *text,
            const char *note,
            GCallback callback)
{
  GtkWidget *button = jg_kiosk_ui_choice (body, text, note);

  gtk_widget_add_css_class (button, "main");
  jg_kiosk_ui_on_click (button, callback, session);
}

static void
add_notice (GtkBox *body, const JgKioskConfig *config)
{
  GtkWidget *board = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  if (*config->notice != '\0')
    {
      jg_kiosk_ui_heading (GTK_BOX (board), _ ("Notice Board"));
      jg_kiosk_ui_text (GTK_BOX (board), config->notice, NULL);
    }
  if (*config->office != '\0')
    {
      g_autofree char *text = g_strdup_printf (_ ("Counter: %s"), config->office);

      jg_kiosk_ui_text (GTK_BOX (board), text, NULL);
    }
  if (*config->hours != '\0')
    {
      g_autofree char *text = g_strdup_printf (_ ("Open: %s"), config->hours);

      jg_kiosk_ui_text (GTK_BOX (board), text, NULL);
    }
  if (gtk_widget_get_first_child (board) == NULL)
    {
      g_object_ref_sink (board);
      g_object_unref (board);
      return;
    }
  gtk_widget_add_css_class (board, "board");
  gtk_box_append (body, board);
}

/**
 * jg_kiosk_start_new:
 * @session: the session of one person
 *
 * Makes the first page.
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
jg_kiosk_start_new (JgKioskSession *session)
{
  const JgKioskConfig *config;
  GtkWidget *page, *button;
  GtkBox *body;

  g_return_val_if_fail (JG_IS_KIOSK_SESSION (session), NULL);

  config = jg_kiosk_session_get_config (session);
  page = jg_kiosk_ui_page (_ ("What are you looking for?"), &body);
  jg_kiosk_ui_text (body, _ ("Nothing you enter is kept."), NULL);
  add_choice (body, session, _ ("Find an Occupation"), _ ("What it is and how to learn it"),
              G_CALLBACK (find_cb));
  add_choice (body, session, _ ("What can I do?"), _ ("Touch answers and see what suits you"),
              G_CALLBACK (ask_cb));
  add_choice (body, session, _ ("What support is there?"), _ ("Age, situation, place"),
              G_CALLBACK (money_cb));
  add_notice (body, config);
  button = jg_kiosk_ui_choice (body, _ ("Common Questions"), _ ("How this works"));
  jg_kiosk_ui_on_click (button, G_CALLBACK (faq_cb), session);
  if (*config->passphrase != '\0')
    {
      button = jg_kiosk_ui_button (_ ("Staff"), "staff");
      gtk_widget_set_halign (button, GTK_ALIGN_END);
      jg_kiosk_ui_on_click (button, G_CALLBACK (leave_cb), session);
      gtk_box_append (body, button);
    }
  return page;
}

/**
 * jg_kiosk_start_new_closed:
 *
 * Makes the page of a kiosk that has nothing to show.
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
jg_kiosk_start_new_closed (void)
{
  GtkBox *body;
  GtkWidget *page = jg_kiosk_ui_page (_ ("This machine cannot be used now"), &body);

  jg_kiosk_ui_text (body, _ ("Please tell somebody of the library."), NULL);
  return page;
}
