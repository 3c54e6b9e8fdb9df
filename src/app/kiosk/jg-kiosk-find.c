/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-kiosk-find.h"

#include <glib/gi18n.h>
#include <string.h>

#include "../jg-ui.h"
#include "catalogue/jg-provenance.h"
#include "jg-kiosk-pad.h"
#include "jg-kiosk-parts.h"
#include "jg-kiosk-ui.h"
#include "jg-kiosk-window.h"

#define MAX_RESULTS 12
#define MAX_QUERY 24 /* characters of the pad */

/* What the code of the notices is read in, unless it says otherwise. */
#define EDITION "2020"

static char *
dup_note (const JgSearchHit *hit)
{
  g_autofree char *code = jg_ui_dup_code (hit->occupation->code, hit->occupation->edition);
  const char *mark = jg_ui_provenance_note (hit->occupation->provenance);
  g_autoptr (GString) note = g_string_new (code);

  if (mark != NULL)
    g_string_append_printf (note, " · %s", mark);
  if (hit->field != JG_SEARCH_NAME && hit->field != JG_SEARCH_CODE && hit->text != NULL)
    g_string_append_printf (note, " · %s：%s", jg_search_field_label (hit->field), hit->text);
  if (jg_provenance_is_local (hit->provenance))
    g_string_append_printf (note, " · %s", jg_ui_provenance_note (hit->provenance));
  return g_string_free (g_steal_pointer (&note), FALSE);
}

/* One list: what has the words first, then what is like them. */
static GtkWidget *
make_results (JgKioskSession *session, const char *query)
{
  g_autoptr (GPtrArray) hits =
      jg_search_query (jg_kiosk_session_get_search (session), query, MAX_RESULTS);
  g_autofree char *title = g_strdup_printf (_ ("Found for “%s”"), query);
  gboolean exact = hits->len > 0 && !((JgSearchHit *) g_ptr_array_index (hits, 0))->near;
  gboolean near = FALSE;
  GtkBox *body;
  GtkWidget *page = jg_kiosk_ui_page (title, &body);

  jg_kiosk_session_count (session, JG_KIOSK_SEARCHES);
  if (!exact)
    {
      jg_kiosk_session_count (session, JG_KIOSK_EMPTY_SEARCHES);
      jg_kiosk_ui_text (body, _ ("The catalogue does not have these words."), NULL);
      jg_kiosk_ui_text (body, _ ("It has the occupations of the notices only."), NULL);
    }
  for (guint i = 0; i < hits->len; i++)
    {
      const JgSearchHit *hit = g_ptr_array_index (hits, i);
      g_autofree char *note = dup_note (hit);

      if (hit->near && !near)
        jg_kiosk_ui_heading (body, _ ("Similar"));
      near = hit->near;
      jg_kiosk_parts_occupation (body, session, hit->occupation->id, hit->occupation->name, note);
    }
  return page;
}

static void
word_cb (JgKioskSession *session, GtkWidget *button)
{
  jg_kiosk_go (button, make_results (session, g_object_get_data (G_OBJECT (button), "word")));
}

static void
look_cb (GtkWidget *pad)
{
  const char *text = jg_kiosk_pad_get_text (JG_KIOSK_PAD (pad));

  if (*text != '\0')
    jg_kiosk_go (pad, make_results (g_object_get_data (G_OBJECT (pad), "session"), text));
}

static GtkWidget *
make_pad_page (JgKioskSession *session, const char *title, const char *help, JgKioskPadFlags flags)
{
  GtkWidget *page, *pad, *button;
  GtkBox *body;

  page = jg_kiosk_ui_page (title, &body);
  jg_kiosk_ui_text (body, help, NULL);
  pad = jg_kiosk_pad_new (_ ("What you entered"), flags, MAX_QUERY);
  g_object_set_data_full (G_OBJECT (pad), "session", g_object_ref (session), g_object_unref);
  g_signal_connect (pad, "activated", G_CALLBACK (look_cb), NULL);
  jg_kiosk_pad_listen (JG_KIOSK_PAD (pad), page);
  gtk_box_append (body, pad);
  button = jg_kiosk_ui_button (_ ("Look Up"), "choice");
  jg_kiosk_ui_on_click (button, G_CALLBACK (look_cb), pad);
  gtk_box_append (body, button);
  return page;
}

static void
letters_cb (JgKioskSession *session, GtkWidget *button)
{
  jg_kiosk_go (button, make_pad_page (session, _ ("By letters"),
                                      _ ("Touch the first letter of each syllable. SWM is 送外卖."),
                                      JG_KIOSK_PAD_LETTERS));
}

static void
figures_cb (JgKioskSession *session, GtkWidget *button)
{
  jg_kiosk_go (button, make_pad_page (session, _ ("By code"),
                                      _ ("Touch the code. Hyphens may be left out."),
                                      JG_KIOSK_PAD_FIGURES | JG_KIOSK_PAD_HYPHEN));
}

static void
class_cb (JgKioskSession *session, GtkWidget *button)
{
  const char *code = g_object_get_data (G_OBJECT (button), "class");
  g_autoptr (GPtrArray) listed =
      jg_catalogue_list_occupations (jg_kiosk_session_get_catalogue (session), EDITION, code);
  GtkBox *body;
  GtkWidget *page = jg_kiosk_ui_page (g_object_get_data (G_OBJECT (button), "name"), &body);

  for (guint i = 0; i < listed->len; i++)
    {
      const JgOccupationSummary *item = g_ptr_array_index (listed, i);
      g_autofree char *note = jg_ui_dup_code (item->code, item->edition);

      jg_kiosk_parts_occupation (body, session, item->id, item->name, note);
    }
  jg_kiosk_go (button, page);
}

static void
classes_cb (JgKioskSession *session, GtkWidget *button)
{
  g_autoptr (GPtrArray) classes =
      jg_catalogue_list_classes (jg_kiosk_session_get_catalogue (session), EDITION, NULL);
  GtkBox *body;
  GtkWidget *page = jg_kiosk_ui_page (_ ("By class"), &body);

  for (guint i = 0; i < classes->len; i++)
    {
      const JgOccupationClass *item = g_ptr_array_index (classes, i);
      g_autofree char *note = NULL;
      GtkWidget *tile;

      if (item->n_occupations == 0)
        continue;
      note = g_strdup_printf (ngettext ("%u occupation", "%u occupations", item->n_occupations),
                              item->n_occupations);
      tile = jg_kiosk_ui_choice (body, item->name, note);
      g_object_set_data_full (G_OBJECT (tile), "class", g_strdup (item->code), g_free);
      g_object_set_data_full (G_OBJECT (tile), "name", g_strdup (item->name), g_free);
      jg_kiosk_ui_on_click (tile, G_CALLBACK (class_cb), session);
    }
  jg_kiosk_go (button, page);
}

static void
add_words (GtkBox *body, JgKioskSession *session)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data ("/com/example/JobGuide/kiosk/kiosk-words.txt",
                                                      G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) words = NULL;
  GtkWidget *tiles = jg_kiosk_ui_wrap (body);

  g_return_if_fail (bytes != NULL);

  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  words = g_strsplit (g_strchomp (text), "\n", -1);
  for (gsize i = 0; words[i] != NULL; i++)
    {
      GtkWidget *tile = jg_kiosk_ui_button (words[i], "tile");

      g_object_set_data_full (G_OBJECT (tile), "word", g_strdup (words[i]), g_free);
      jg_kiosk_ui_on_click (tile, G_CALLBACK (word_cb), session);
      gtk_box_append (GTK_BOX (tiles), tile);
    }
}

/**
 * jg_kiosk_find_new:
 * @session: the session of one person
 *
 * Makes the page with the ways to find an occupation.
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
jg_kiosk_find_new (JgKioskSession *session)
{
  GtkWidget *page, *button, *ways;
  GtkBox *body;

  g_return_val_if_fail (JG_IS_KIOSK_SESSION (session), NULL);

  page = jg_kiosk_ui_page (_ ("Find an occupation"), &body);
  jg_kiosk_ui_heading (body, _ ("What people say"));
  add_words (body, session);
  jg_kiosk_ui_heading (body, _ ("Other ways"));
  ways = jg_kiosk_ui_wrap (body);
  button = jg_kiosk_ui_button (_ ("By letters"), "tile");
  jg_kiosk_ui_on_click (button, G_CALLBACK (letters_cb), session);
  gtk_box_append (GTK_BOX (ways), button);
  button = jg_kiosk_ui_button (_ ("By code"), "tile");
  jg_kiosk_ui_on_click (button, G_CALLBACK (figures_cb), session);
  gtk_box_append (GTK_BOX (ways), button);
  button = jg_kiosk_ui_button (_ ("By class"), "tile");
  jg_kiosk_ui_on_click (button, G_CALLBACK (classes_cb), session);
  gtk_box_append (GTK_BOX (ways), button);
  return page;
}
