/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-kiosk-take.h"

#include <glib/gi18n.h>

#include "../jg-ui.h"
#include "jg-kiosk-print.h"
#include "jg-kiosk-ui.h"
#include "jg-kiosk-window.h"
#include "kiosk/jg-kiosk-text.h"
#include "paper/jg-occupation-sheet.h"
#include "paper/jg-qr.h"
#include "paper/jg-text-sheet.h"

/* The side of the code: all of it is to be seen on a low screen. */
#define QR_SIZE 530

/* What the two buttons know. */
typedef struct
{
  char *occupation; /* id, or NULL */
  char *measure;    /* id, or NULL */
} Thing;

static void
thing_free (gpointer data)
{
  Thing *self = data;

  g_free (self->occupation);
  g_free (self->measure);
  g_free (self);
}

static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  double size = MIN (width, height);

  jg_qr_draw (user_data, cr, (width - size) / 2, (height - size) / 2, size);
}

static char *
dup_text (JgKioskSession *session, const Thing *thing)
{
  JgCatalogue *catalogue = jg_kiosk_session_get_catalogue (session);

  if (thing->occupation != NULL)
    {
      g_autoptr (JgOccupation) occupation =
          jg_catalogue_get_occupation (catalogue, thing->occupation);

      return jg_kiosk_text_occupation (catalogue, occupation, JG_QR_MAX_BYTES);
    }
  else
    {
      g_autoptr (JgMeasure) measure = jg_catalogue_get_measure (catalogue, thing->measure);

      return jg_kiosk_text_measure (catalogue, measure, JG_QR_MAX_BYTES);
    }
}

static void
code_cb (JgKioskSession *session, GtkWidget *button)
{
  g_autofree char *text = dup_text (session, g_object_get_data (G_OBJECT (button), "thing"));
  g_autoptr (JgQr) qr = jg_qr_new (text);
  GtkWidget *page, *area;
  GtkBox *body;

  page = jg_kiosk_ui_page (_ ("Take It Along by Telephone"), &body);
  if (qr == NULL)
    {
      jg_kiosk_ui_text (body, _ ("This does not fit into a code."), NULL);
      jg_kiosk_go (button, page);
      return;
    }
  area = gtk_drawing_area_new ();
  gtk_widget_set_size_request (area, QR_SIZE, QR_SIZE);
  gtk_widget_set_halign (area, GTK_ALIGN_CENTER);
  jg_ui_set_name (area, text);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_cb, g_steal_pointer (&qr),
                                  (GDestroyNotify) jg_qr_free);
  gtk_box_append (body, area);
  jg_kiosk_ui_text (body, _ ("Point the camera of your telephone at it."), NULL);
  jg_kiosk_ui_text (body, _ ("It holds text only. Nothing goes online."), NULL);
  jg_kiosk_go (button, page);
}

static JgPaper *
make_measure_paper (JgKioskSession *session, const JgMeasure *measure)
{
  JgCatalogue *catalogue = jg_kiosk_session_get_catalogue (session);
  const JgKioskConfig *config = jg_kiosk_session_get_config (session);
  g_autoptr (JgDocument) document = jg_catalogue_get_document (catalogue, measure->document);
  g_autofree char *citation = document != NULL
                                  ? jg_document_dup_citation (document, measure->clause)
                                  : g_strdup (measure->document);
  g_autofree char *office = g_strjoin ("　", config->office, config->hours, NULL);
  const JgTextPart parts[] = {
    { _ ("Region"), measure->region_name, FALSE },
    { _ ("The words of the text"), measure->quote, TRUE },
    { NULL, citation, FALSE },
    { _ ("Amount"), measure->amount != NULL ? measure->amount : _ ("The text names no amount."),
      measure->amount != NULL },
    { _ ("Have it confirmed at the counter."), office, FALSE },
  };

  return jg_text_sheet_new (_ ("Support measure"), measure->name, parts, G_N_ELEMENTS (parts));
}

static void
print_cb (JgKioskSession *session, GtkWidget *button)
{
  JgCatalogue *catalogue = jg_kiosk_session_get_catalogue (session);
  const Thing *thing = g_object_get_data (G_OBJECT (button), "thing");
  g_autoptr (JgPaper) paper = NULL;

  if (thing->occupation != NULL)
    {
      g_autoptr (JgOccupation) occupation =
          jg_catalogue_get_occupation (catalogue, thing->occupation);

      paper = jg_occupation_sheet_new (catalogue, occupation, FALSE);
    }
  else
    {
      g_autoptr (JgMeasure) measure = jg_catalogue_get_measure (catalogue, thing->measure);

      paper = make_measure_paper (session, measure);
    }
  jg_kiosk_go (button, jg_kiosk_print_new (session, paper));
}

static void
add (GtkBox *parent, JgKioskSession *session, const char *occupation, const char *measure)
{
  GtkWidget *row = jg_kiosk_ui_wrap (parent);
  const char *const labels[] = { _ ("Print a Page"), _ ("Take Along by Telephone") };
  const GCallback callbacks[] = { G_CALLBACK (print_cb), G_CALLBACK (code_cb) };

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      GtkWidget *button = jg_kiosk_ui_button (labels[i], "tile");
      Thing *thing = g_new0 (Thing, 1);

      thing->occupation = g_strdup (occupation);
      thing->measure = g_strdup (measure);
      g_object_set_data_full (G_OBJECT (button), "thing", thing, thing_free);
      jg_kiosk_ui_on_click (button, callbacks[i], session);
      gtk_box_append (GTK_BOX (row), button);
    }
}

/**
 * jg_kiosk_take_add_occupation:
 * @parent: box to append to
 * @session: the session of one person
 * @occupation: an occupation
 *
 * Appends the buttons that give it on paper or as a code.
 */
void
jg_kiosk_take_add_occupation (GtkBox *parent, JgKioskSession *session, JgOccupation *occupation)
{
  g_return_if_fail (occupation != NULL);

  add (parent, session, occupation->id, NULL);
}

/**
 * jg_kiosk_take_add_measure:
 * @parent: box to append to
 * @session: the session of one person
 * @measure: a measure
 *
 * Appends the buttons that give it on paper or as a code.
 */
void
jg_kiosk_take_add_measure (GtkBox *parent, JgKioskSession *session, const JgMeasure *measure)
{
  g_return_if_fail (measure != NULL);

  add (parent, session, NULL, measure->id);
}
