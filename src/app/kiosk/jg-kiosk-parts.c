/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-kiosk-parts.h"

#include <glib/gi18n.h>

#include "jg-kiosk-card.h"
#include "jg-kiosk-measure.h"
#include "jg-kiosk-ui.h"
#include "jg-kiosk-window.h"

/**
 * jg_kiosk_parts_remind:
 * @parent: box to append to
 * @session: the session of one person
 *
 * Says that the counter has the last word, and where it is and when it is open.
 */
void
jg_kiosk_parts_remind (GtkBox *parent, JgKioskSession *session)
{
  const JgKioskConfig *config = jg_kiosk_session_get_config (session);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_widget_add_css_class (box, "remind");
  jg_kiosk_ui_text (GTK_BOX (box), _ ("Have it confirmed at the counter."), NULL);
  if (*config->office != '\0')
    jg_kiosk_ui_text (GTK_BOX (box), config->office, "note");
  if (*config->hours != '\0')
    jg_kiosk_ui_text (GTK_BOX (box), config->hours, "note");
  gtk_box_append (parent, box);
}

static void
occupation_cb (JgKioskSession *session, GtkWidget *button)
{
  jg_kiosk_go (button, jg_kiosk_card_new (session, g_object_get_data (G_OBJECT (button), "id")));
}

static void
measure_cb (JgKioskSession *session, GtkWidget *button)
{
  jg_kiosk_go (button, jg_kiosk_measure_new (session, g_object_get_data (G_OBJECT (button), "id")));
}

/**
 * jg_kiosk_parts_occupation:
 * @parent: box to append to
 * @session: the session of one person
 * @id: an occupation
 * @name: its name
 * @note: (nullable): a remark
 *
 * Appends a button that leads to an occupation.
 *
 * Returns: (transfer none): the button
 */
GtkWidget *
jg_kiosk_parts_occupation (GtkBox *parent,
                           JgKioskSession *session,
                           const char *id,
                           const char *name,
                           const char *note)
{
  GtkWidget *button = jg_kiosk_ui_choice (parent, name, note);

  g_object_set_data_full (G_OBJECT (button), "id", g_strdup (id), g_free);
  jg_kiosk_ui_on_click (button, G_CALLBACK (occupation_cb), session);
  return button;
}

/**
 * jg_kiosk_parts_measure:
 * @parent: box to append to
 * @session: the session of one person
 * @measure: a measure
 * @note: (nullable): a remark
 *
 * Appends a button that leads to a measure.
 *
 * Returns: (transfer none): the button
 */
GtkWidget *
jg_kiosk_parts_measure (GtkBox *parent,
                        JgKioskSession *session,
                        const JgMeasure *measure,
                        const char *note)
{
  g_autofree char *title = g_strdup_printf ("%s（%s）", measure->name, measure->region_name);
  GtkWidget *button = jg_kiosk_ui_choice (parent, title, note);

  g_object_set_data_full (G_OBJECT (button), "id", g_strdup (measure->id), g_free);
  jg_kiosk_ui_on_click (button, G_CALLBACK (measure_cb), session);
  return button;
}

/**
 * jg_kiosk_parts_dup_band:
 * @band: a band of ages
 *
 * Puts a band into words.
 *
 * Returns: (transfer full): the words
 */
char *
jg_kiosk_parts_dup_band (const JgKioskBand *band)
{
  g_return_val_if_fail (band != NULL, NULL);

  if (band->to == JG_KIOSK_BAND_OPEN)
    return g_strdup_printf (_ ("%d or older"), band->from);
  if (band->from == 0)
    return g_strdup_printf (_ ("younger than %d"), band->to + 1);
  return g_strdup_printf (_ ("%d to %d years"), band->from, band->to);
}
