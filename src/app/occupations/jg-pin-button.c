/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-pin-button.h"

#include <glib/gi18n.h>

#include "jg-bookmarks.h"

static void
update_cb (GtkButton *button, const char *key, GSettings *settings)
{
  const char *id =
      g_variant_get_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button)), NULL);

  gtk_button_set_label (button, jg_bookmarks_is_pinned (settings, id) ? _ ("Unpin") : _ ("Pin"));
}

/**
 * jg_pin_button_new:
 * @settings: the settings
 * @occupation: id
 *
 * Makes a button that pins an occupation, or takes the pin out, by the action “occupations.pin”.
 *
 * Returns: (transfer floating): the button
 */
GtkWidget *
jg_pin_button_new (GSettings *settings, const char *occupation)
{
  GtkWidget *button = gtk_button_new ();

  g_return_val_if_fail (G_IS_SETTINGS (settings) && occupation != NULL, button);

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", occupation);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "occupations.pin");
  gtk_widget_set_tooltip_text (button, _ ("Keep it at the top of the list (Ctrl+B)"));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (settings, "changed::pinned-occupations", G_CALLBACK (update_cb), button,
                           G_CONNECT_SWAPPED);
  update_cb (GTK_BUTTON (button), NULL, settings);
  return button;
}
