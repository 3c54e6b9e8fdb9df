/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-kiosk-verdicts.h"

#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "guidance/jg-eligibility.h"
#include "jg-kiosk-parts.h"
#include "jg-kiosk-question.h"
#include "jg-kiosk-ui.h"
#include "jg-kiosk-window.h"

/* Of each kind so many are listed at once. */
#define AT_ONCE 8

static gboolean
is_for_person (const JgMeasure *measure)
{
  return g_strv_contains ((const char *const *) measure->beneficiaries, "individual");
}

static GPtrArray *
list_offer (const JgEligibility *eligibility, JgOffer offer)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < eligibility->verdicts->len; i++)
    {
      JgVerdict *verdict = g_ptr_array_index (eligibility->verdicts, i);

      if (verdict->offer == offer && is_for_person (verdict->measure))
        g_ptr_array_add (list, verdict);
    }
  return list;
}

static void
more_cb (GtkWidget *rest, GtkWidget *button)
{
  gtk_widget_set_visible (rest, TRUE);
  gtk_widget_set_visible (button, FALSE);
  gtk_widget_child_focus (rest, GTK_DIR_TAB_FORWARD);
}

static void
add_list (GtkBox *body, JgKioskSession *session, const char *title, GPtrArray *list)
{
  g_autofree char *heading = g_strdup_printf ("%s（%u）", title, list->len);
  GtkBox *target = body;

  if (list->len == 0)
    return;
  jg_kiosk_ui_heading (body, heading);
  for (guint i = 0; i < list->len; i++)
    {
      const JgVerdict *verdict = g_ptr_array_index (list, i);

      if (i == AT_ONCE)
        {
          GtkWidget *rest = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);
          GtkWidget *more = jg_kiosk_ui_button (_ ("Show More"), NULL);

          gtk_widget_set_visible (rest, FALSE);
          gtk_box_append (body, more);
          gtk_box_append (body, rest);
          jg_kiosk_ui_on_click (more, G_CALLBACK (more_cb), rest);
          target = GTK_BOX (rest);
        }
      jg_kiosk_parts_measure (target, session, verdict->measure,
                              verdict->measure->amount != NULL ? verdict->measure->amount
                                                               : _ ("The text names no amount."));
    }
}

static void
add_lists (GtkBox *body, JgKioskSession *session, const JgEligibility *eligibility)
{
  g_autoptr (GPtrArray) likely = list_offer (eligibility, JG_OFFER_LIKELY);
  g_autoptr (GPtrArray) ask = list_offer (eligibility, JG_OFFER_ASK);
  g_autoptr (GPtrArray) no = list_offer (eligibility, JG_OFFER_NO);
  g_autoptr (GPtrArray) ended = list_offer (eligibility, JG_OFFER_ENDED);
  g_autofree char *failed = g_strdup_printf (
      ngettext ("%u measure does not fit you.", "%u measures do not fit you.", no->len), no->len);
  g_autofree char *over =
      g_strdup_printf (ngettext ("Of %u measure the text says it has ended.",
                                 "Of %u measures the text says they have ended.", ended->len),
                       ended->len);

  if (likely->len == 0)
    jg_kiosk_ui_text (body, _ ("Nothing fits for sure yet. Answer some more."), NULL);
  add_list (body, session, _ ("May fit you"), likely);
  add_list (body, session, _ ("Something must be asked"), ask);
  if (no->len > 0)
    jg_kiosk_ui_text (body, failed, NULL);
  if (ended->len > 0)
    jg_kiosk_ui_text (body, over, NULL);
}

static void
build (GtkBox *body)
{
  JgKioskSession *session = g_object_get_data (G_OBJECT (body), "session");
  g_autoptr (JgEligibility) eligibility = jg_eligibility_check (
      jg_kiosk_session_get_catalogue (session), jg_kiosk_session_get_profile (session),
      jg_kiosk_session_get_as_of (session), NULL);
  g_autofree char *date =
      g_strdup_printf (_ ("Judged as of %s."), jg_kiosk_session_get_as_of (session));

  jg_ui_clear (body);
  jg_kiosk_parts_remind (body, session);
  jg_kiosk_ui_text (body, date, NULL);
  if (eligibility->questions->len > 0)
    jg_kiosk_question_add (body, session, g_ptr_array_index (eligibility->questions, 0));
  add_lists (body, session, eligibility);
}

/* What was answered on another page counts when one comes back from it. */
static void
map_cb (GtkBox *body)
{
  JgKioskSession *session = g_object_get_data (G_OBJECT (body), "session");
  guint shown = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (body), "answers"));
  guint answers = jg_kiosk_session_get_n_answers (session);

  if (gtk_widget_get_first_child (GTK_WIDGET (body)) != NULL && shown == answers)
    return;
  g_object_set_data (G_OBJECT (body), "answers", GUINT_TO_POINTER (answers));
  build (body);
}

static void
answered_cb (GtkBox *body)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (body)))
    {
      map_cb (body);
      gtk_widget_child_focus (GTK_WIDGET (body), GTK_DIR_TAB_FORWARD);
    }
}

/**
 * jg_kiosk_verdicts_new:
 * @session: the session of one person
 *
 * Makes the page of measures: the question that decides most, what may fit, and what must still be asked.
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
jg_kiosk_verdicts_new (JgKioskSession *session)
{
  GtkWidget *page, *inner;
  GtkBox *body;

  g_return_val_if_fail (JG_IS_KIOSK_SESSION (session), NULL);

  page = jg_kiosk_ui_page (_ ("What support there may be"), &body);
  jg_kiosk_window_keep (page);
  inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);
  gtk_box_append (body, inner);
  g_object_set_data_full (G_OBJECT (inner), "session", g_object_ref (session), g_object_unref);
  g_signal_connect (inner, "map", G_CALLBACK (map_cb), NULL);
  g_signal_connect_object (session, "answered", G_CALLBACK (answered_cb), inner, G_CONNECT_SWAPPED);
  return page;
}
