/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-kiosk-measure.h"

#include <glib/gi18n.h>
#include <string.h>

#include "guidance/jg-eligibility.h"
#include "jg-kiosk-parts.h"
#include "jg-kiosk-take.h"
#include "jg-kiosk-ui.h"

static char *
dup_citation (JgKioskSession *session, JgMeasure *measure)
{
  g_autoptr (JgDocument) document =
      jg_catalogue_get_document (jg_kiosk_session_get_catalogue (session), measure->document);

  return document != NULL ? jg_document_dup_citation (document, measure->clause)
                          : g_strdup (measure->document);
}

static JgVerdict *
find_verdict (JgEligibility *eligibility, const char *id)
{
  for (guint i = 0; i < eligibility->verdicts->len; i++)
    {
      JgVerdict *verdict = g_ptr_array_index (eligibility->verdicts, i);

      if (g_str_equal (verdict->measure->id, id))
        return verdict;
    }
  return NULL;
}

static void
add_checks (GtkBox *body, JgVerdict *verdict)
{
  g_autoptr (GPtrArray) checks = jg_verdict_list_checks (verdict);

  jg_kiosk_ui_heading (body, _ ("Conditions"));
  if (checks->len == 0)
    jg_kiosk_ui_text (body, _ ("The text prints no condition."), NULL);
  for (guint i = 0; i < checks->len; i++)
    {
      const JgCheckLine *check = g_ptr_array_index (checks, i);
      g_autofree char *text = g_strdup_printf (
          "%s：%s%s", jg_state_label (check->reason->state), check->reason->condition,
          check->one_of ? _ (" (one of these is enough)") : "");
      GtkWidget *label = jg_kiosk_ui_text (body, text, NULL);

      gtk_widget_set_margin_start (label, 28 * (int) check->depth);
    }
}

static void
add_verdict (GtkBox *body, JgKioskSession *session, JgVerdict *verdict)
{
  g_autofree char *dates =
      jg_verdict_dup_dates_text (verdict, jg_kiosk_session_get_as_of (session));
  GPtrArray *caveats = jg_verdict_get_caveats (verdict);

  jg_kiosk_ui_heading (body, _ ("Dates in the text"));
  jg_kiosk_ui_text (body, dates, NULL);
  add_checks (body, verdict);
  if (caveats->len > 0)
    jg_kiosk_ui_heading (body, _ ("To bear in mind"));
  for (guint i = 0; i < caveats->len; i++)
    if (!g_str_equal (g_ptr_array_index (caveats, i), dates))
      jg_kiosk_ui_text (body, g_ptr_array_index (caveats, i), NULL);
}

/**
 * jg_kiosk_measure_new:
 * @session: the session of one person
 * @id: a measure
 *
 * Makes the page of a measure: the words of the text, where they stand, and how they fit what was answered.
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
jg_kiosk_measure_new (JgKioskSession *session, const char *id)
{
  g_autoptr (JgMeasure) measure = NULL;
  g_autoptr (JgEligibility) eligibility = NULL;
  g_autofree char *citation = NULL;
  JgCatalogue *catalogue;
  JgVerdict *verdict;
  GtkWidget *page;
  GtkBox *body;

  g_return_val_if_fail (JG_IS_KIOSK_SESSION (session), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  catalogue = jg_kiosk_session_get_catalogue (session);
  measure = jg_catalogue_get_measure (catalogue, id);
  page = jg_kiosk_ui_page (measure != NULL ? measure->name : id, &body);
  if (measure == NULL)
    return page;
  eligibility = jg_eligibility_check (catalogue, jg_kiosk_session_get_profile (session),
                                      jg_kiosk_session_get_as_of (session), NULL);
  verdict = find_verdict (eligibility, id);
  citation = dup_citation (session, measure);
  jg_kiosk_ui_text (body, measure->region_name, NULL);
  if (verdict != NULL && jg_kiosk_session_has_answers (session))
    jg_kiosk_ui_text (body, jg_offer_label (verdict->offer), "remind");
  jg_kiosk_ui_heading (body, _ ("The words of the text"));
  jg_kiosk_ui_text (body, measure->quote, "quote");
  jg_kiosk_ui_text (body, citation, NULL);
  jg_kiosk_ui_heading (body, _ ("Amount"));
  jg_kiosk_ui_text (body,
                    measure->amount != NULL ? measure->amount : _ ("The text names no amount."),
                    measure->amount != NULL ? "quote" : NULL);
  if (verdict != NULL)
    add_verdict (body, session, verdict);
  jg_kiosk_parts_remind (body, session);
  jg_kiosk_take_add_measure (body, session, measure);
  return page;
}
