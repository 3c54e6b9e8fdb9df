/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-kiosk-place.h"

#include <glib/gi18n.h>
#include <string.h>

#include "../jg-places.h"
#include "jg-kiosk-ui.h"
#include "jg-kiosk-window.h"

typedef struct
{
  JgKioskPlaceFunc chosen;
  char *key; /* of the question */
  char *question;
  char *code; /* NULL: not said */
} Choice;

static void
choice_free (gpointer data)
{
  Choice *self = data;

  g_free (self->key);
  g_free (self->question);
  g_free (self->code);
  g_free (self);
}

static GtkWidget *
add_tile (GtkWidget *tiles,
          JgKioskSession *session,
          const char *label,
          const char *code,
          const Choice *like,
          GCallback callback)
{
  GtkWidget *tile = jg_kiosk_ui_button (label, "tile");
  Choice *choice = g_new0 (Choice, 1);

  choice->chosen = like->chosen;
  choice->key = g_strdup (like->key);
  choice->question = g_strdup (like->question);
  choice->code = g_strdup (code);
  g_object_set_data_full (G_OBJECT (tile), "choice", choice, choice_free);
  jg_kiosk_ui_on_click (tile, callback, session);
  gtk_box_append (GTK_BOX (tiles), tile);
  return tile;
}

static void
chosen_cb (JgKioskSession *session, GtkWidget *tile)
{
  const Choice *choice = g_object_get_data (G_OBJECT (tile), "choice");

  choice->chosen (session, tile, choice->key, choice->code);
}

static gboolean
is_in_province (const char *code, const char *province)
{
  return strncmp (code, province, 2) == 0 && !g_str_has_suffix (code, "0000");
}

static void
province_cb (JgKioskSession *session, GtkWidget *tile)
{
  const Choice *choice = g_object_get_data (G_OBJECT (tile), "choice");
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GtkWidget *page, *tiles;
  GtkBox *body;
  guint n_cities = 0;

  jg_places_load (codes, names);
  for (guint i = 0; i < codes->len; i++)
    n_cities += is_in_province (g_ptr_array_index (codes, i), choice->code) ? 1 : 0;
  if (n_cities == 0)
    {
      choice->chosen (session, tile, choice->key, choice->code);
      return;
    }
  page = jg_kiosk_ui_page (choice->question, &body);
  tiles = jg_kiosk_ui_wrap (body);
  for (guint i = 0; i < codes->len; i++)
    if (is_in_province (g_ptr_array_index (codes, i), choice->code))
      add_tile (tiles, session, g_ptr_array_index (names, i), g_ptr_array_index (codes, i), choice,
                G_CALLBACK (chosen_cb));
  add_tile (tiles, session, _ ("Elsewhere in the province"), choice->code, choice,
            G_CALLBACK (chosen_cb));
  jg_kiosk_go (tile, page);
}

/**
 * jg_kiosk_place_new:
 * @session: the session of one person
 * @key: key of the question, “place:” and a place of the profile
 * @question: what is asked for
 * @chosen: called with the key and the code of the place, or %NULL when the person does not say
 *
 * Makes the page of provinces.
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
jg_kiosk_place_new (JgKioskSession *session,
                    const char *key,
                    const char *question,
                    JgKioskPlaceFunc chosen)
{
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  Choice like = { chosen, (char *) key, (char *) question, NULL };
  GtkWidget *page, *tiles;
  GtkBox *body;

  g_return_val_if_fail (JG_IS_KIOSK_SESSION (session), NULL);
  g_return_val_if_fail (key != NULL && question != NULL && chosen != NULL, NULL);

  page = jg_kiosk_ui_page (question, &body);
  tiles = jg_kiosk_ui_wrap (body);
  jg_places_load (codes, names);
  for (guint i = 0; i < codes->len; i++)
    if (g_str_has_suffix (g_ptr_array_index (codes, i), "0000"))
      add_tile (tiles, session, g_ptr_array_index (names, i), g_ptr_array_index (codes, i), &like,
                G_CALLBACK (province_cb));
  add_tile (tiles, session, _ ("I would rather not say"), NULL, &like, G_CALLBACK (chosen_cb));
  return page;
}
