/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-kiosk-card.h"

#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "guidance/jg-related.h"
#include "jg-kiosk-parts.h"
#include "jg-kiosk-take.h"
#include "jg-kiosk-ui.h"
#include "kiosk/jg-kiosk-learning.h"

#define MAX_RELATED 3

static void
add_head (GtkBox *body, JgOccupation *occupation)
{
  const char *note = jg_ui_provenance_note (occupation->provenance);
  g_autofree char *code = jg_ui_dup_code (occupation->code, occupation->edition);

  jg_kiosk_ui_text (body, code, NULL);
  if (note != NULL)
    jg_kiosk_ui_text (body, note, "remind");
  if (g_strcmp0 (occupation->status, "cancelled") == 0)
    jg_kiosk_ui_text (body, _ ("The notices have cancelled this occupation."), "remind");
  jg_kiosk_ui_heading (body, _ ("What it is"));
  if (occupation->definition != NULL)
    jg_kiosk_ui_text (body, occupation->definition, "quote");
  else
    jg_kiosk_ui_text (body, _ ("The text does not say."), NULL);
}

static void
add_tasks (GtkBox *body, JgOccupation *occupation)
{
  if (occupation->tasks->len == 0)
    return;
  jg_kiosk_ui_heading (body, _ ("What one does"));
  for (guint i = 0; i < occupation->tasks->len; i++)
    {
      g_autofree char *text = g_strdup_printf (
          "%u. %s", i + 1, (const char *) g_ptr_array_index (occupation->tasks, i));

      jg_kiosk_ui_text (body, text, "quote");
    }
}

static void
add_related (GtkBox *body, JgKioskSession *session, JgOccupation *occupation)
{
  g_autoptr (GPtrArray) related =
      jg_related_list (jg_kiosk_session_get_catalogue (session), occupation->id);

  if (related == NULL || related->len == 0)
    return;
  jg_kiosk_ui_heading (body, _ ("Similar occupations"));
  for (guint i = 0; i < MIN (related->len, MAX_RELATED); i++)
    {
      JgRelated *item = g_ptr_array_index (related, i);
      JgTaskPair *pair = item->pairs->len > 0 ? g_ptr_array_index (item->pairs, 0) : NULL;
      g_autofree char *note =
          pair != NULL ? g_strdup_printf (_ ("There too: %s"), pair->other_text) : NULL;

      jg_kiosk_parts_occupation (body, session, item->occupation->id, item->occupation->name, note);
    }
}

static void
add_learning (GtkBox *body, JgKioskSession *session, JgOccupation *occupation)
{
  g_autoptr (GPtrArray) measures =
      jg_kiosk_learning_list (jg_kiosk_session_get_catalogue (session), occupation);

  jg_kiosk_ui_heading (body, _ ("How to learn it"));
  if (measures->len == 0)
    {
      jg_kiosk_ui_text (body, _ ("The texts name no training for it."), NULL);
      return;
    }
  jg_kiosk_ui_text (body, _ ("The texts speak of this training."), NULL);
  for (guint i = 0; i < measures->len; i++)
    {
      JgKioskLearning *item = g_ptr_array_index (measures, i);

      jg_kiosk_parts_measure (body, session, item->measure,
                              item->for_any ? _ ("for any occupation") : item->words);
    }
}

/**
 * jg_kiosk_card_new:
 * @session: the session of one person
 * @id: an occupation
 *
 * Makes the page of an occupation: what it is in the words of the notice, what is like it, how it is learnt.
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
jg_kiosk_card_new (JgKioskSession *session, const char *id)
{
  g_autoptr (JgOccupation) occupation = NULL;
  GtkWidget *page;
  GtkBox *body;

  g_return_val_if_fail (JG_IS_KIOSK_SESSION (session), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  occupation = jg_catalogue_get_occupation (jg_kiosk_session_get_catalogue (session), id);
  page = jg_kiosk_ui_page (occupation != NULL ? occupation->name : id, &body);
  if (occupation == NULL)
    return page;
  add_head (body, occupation);
  add_tasks (body, occupation);
  add_related (body, session, occupation);
  add_learning (body, session, occupation);
  jg_kiosk_parts_remind (body, session);
  jg_kiosk_take_add_occupation (body, session, occupation);
  return page;
}
