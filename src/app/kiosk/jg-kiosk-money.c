/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-kiosk-money.h"

#include <glib/gi18n.h>
#include <string.h>

#include "jg-kiosk-parts.h"
#include "jg-kiosk-place.h"
#include "jg-kiosk-ui.h"
#include "jg-kiosk-verdicts.h"
#include "jg-kiosk-window.h"
#include "kiosk/jg-kiosk-band.h"

static void
place_chosen (JgKioskSession *session, GtkWidget *near, const char *key, const char *code)
{
  jg_kiosk_session_answer_place (session, key, code);
  jg_kiosk_go (near, jg_kiosk_verdicts_new (session));
}

static void
groups_done_cb (JgKioskSession *session, GtkWidget *button)
{
  jg_kiosk_go (button, jg_kiosk_place_new (session, "place:residence", _ ("Where do you live?"),
                                           place_chosen));
}

/* Who does not tick something has not denied it: it may still be asked. */
static void
ticked_cb (GtkToggleButton *toggle)
{
  JgKioskSession *session = g_object_get_data (G_OBJECT (toggle), "session");
  const char *fact = g_object_get_data (G_OBJECT (toggle), "fact");
  gboolean ticked = gtk_toggle_button_get_active (toggle);

  if (ticked)
    jg_profile_set_fact_boolean (jg_kiosk_session_get_profile (session), fact, TRUE);
  else
    jg_profile_set_fact_absent (jg_kiosk_session_get_profile (session), fact);
  jg_kiosk_ui_show_chosen (GTK_WIDGET (toggle), ticked);
}

static void
add_group (GtkWidget *tiles, JgKioskSession *session, const char *fact, const char *label)
{
  JgProfile *profile = jg_kiosk_session_get_profile (session);
  const JgFactValue *value = jg_profile_get_fact (profile, fact);
  GtkWidget *toggle = jg_kiosk_ui_toggle (label, value->state == JG_FACT_BOOLEAN && value->boolean);

  g_object_set_data_full (G_OBJECT (toggle), "fact", g_strdup (fact), g_free);
  g_object_set_data_full (G_OBJECT (toggle), "session", g_object_ref (session), g_object_unref);
  g_signal_connect (toggle, "toggled", G_CALLBACK (ticked_cb), NULL);
  gtk_box_append (GTK_BOX (tiles), toggle);
}

static GtkWidget *
make_groups (JgKioskSession *session)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (
      "/com/example/JobGuide/kiosk/kiosk-groups.tsv", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GtkWidget *page, *tiles, *button;
  GtkBox *body;

  page = jg_kiosk_ui_page (_ ("What fits you?"), &body);
  jg_kiosk_ui_text (body, _ ("You may choose several, or none."), NULL);
  tiles = jg_kiosk_ui_wrap (body);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      char *tab = strchr (lines[i], '\t');

      if (tab == NULL || *lines[i] == '#')
        continue;
      *tab = '\0';
      add_group (tiles, session, lines[i], tab + 1);
    }
  button = jg_kiosk_ui_button (_ ("Next Step"), "choice");
  jg_kiosk_ui_on_click (button, G_CALLBACK (groups_done_cb), session);
  gtk_box_append (body, button);
  return page;
}

static void
age_cb (JgKioskSession *session, GtkWidget *button)
{
  jg_profile_set_age (jg_kiosk_session_get_profile (session),
                      GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "age")));
  jg_kiosk_go (button, make_groups (session));
}

static void
add_age (GtkBox *body, JgKioskSession *session, const char *label, int age)
{
  GtkWidget *button = jg_kiosk_ui_choice (body, label, NULL);

  g_object_set_data (G_OBJECT (button), "age", GINT_TO_POINTER (age));
  jg_kiosk_ui_on_click (button, G_CALLBACK (age_cb), session);
}

/**
 * jg_kiosk_money_new:
 * @session: the session of one person
 *
 * Makes the first page of what support there is: the age, in bands between which no measure tells apart.
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
jg_kiosk_money_new (JgKioskSession *session)
{
  g_autoptr (GArray) bands = NULL;
  GtkWidget *page;
  GtkBox *body;

  g_return_val_if_fail (JG_IS_KIOSK_SESSION (session), NULL);

  page = jg_kiosk_ui_page (_ ("How old are you?"), &body);
  bands = jg_kiosk_band_list (jg_kiosk_session_get_catalogue (session));
  for (guint i = 0; i < bands->len; i++)
    {
      const JgKioskBand *band = &g_array_index (bands, JgKioskBand, i);
      g_autofree char *label = jg_kiosk_parts_dup_band (band);

      add_age (body, session, label, band->from);
    }
  add_age (body, session, _ ("I would rather not say"), -1);
  return page;
}
