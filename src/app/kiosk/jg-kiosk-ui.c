/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-kiosk-ui.h"

#include <adwaita.h>

#include "../jg-ui.h"
#include "../jg-wrap-layout.h"

/* Lines longer than this are hard to read on a large screen. */
#define MAX_WIDTH 1200

/**
 * jg_kiosk_ui_load_styles:
 *
 * Gives all windows on the display the look of the kiosk: its style sheet, and light whatever the desktop prefers.
 */
void
jg_kiosk_ui_load_styles (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/com/example/JobGuide/kiosk/kiosk.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_FORCE_LIGHT);
}

/**
 * jg_kiosk_ui_page:
 * @title: the heading
 * @body: (out) (transfer none): the box for what belongs on the page
 *
 * Makes a page that scrolls up and down.
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
jg_kiosk_ui_page (const char *title, GtkBox **body)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scroller;

  g_return_val_if_fail (title != NULL && body != NULL, NULL);

  gtk_widget_add_css_class (box, "page");
  jg_kiosk_ui_text (GTK_BOX (box), title, "page-title");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), MAX_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), MAX_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  scroller = jg_ui_scroller (clamp, title);
  /* Who does not know that a page can be pushed up sees a bar, and can pull it. */
  gtk_scrolled_window_set_overlay_scrolling (GTK_SCROLLED_WINDOW (scroller), FALSE);
  gtk_widget_set_vexpand (scroller, TRUE);
  *body = GTK_BOX (box);
  return scroller;
}

/**
 * jg_kiosk_ui_text:
 * @parent: box to append to
 * @text: plain text
 * @css_class: (nullable): style class
 *
 * Appends a text that wraps.
 *
 * Returns: (transfer none): the label
 */
GtkWidget *
jg_kiosk_ui_text (GtkBox *parent, const char *text, const char *css_class)
{
  GtkWidget *label = jg_ui_label (text, css_class);

  gtk_box_append (parent, label);
  return label;
}

/**
 * jg_kiosk_ui_heading:
 * @parent: box to append to
 * @text: plain text
 *
 * Appends the heading of a part of the page.
 *
 * Returns: (transfer none): the label
 */
GtkWidget *
jg_kiosk_ui_heading (GtkBox *parent, const char *text)
{
  return jg_kiosk_ui_text (parent, text, "part-title");
}

/**
 * jg_kiosk_ui_wrap:
 * @parent: box to append to
 *
 * Appends a box whose children stand side by side and go on in the next row.
 *
 * Returns: (transfer none): the box
 */
GtkWidget *
jg_kiosk_ui_wrap (GtkBox *parent)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, jg_wrap_layout_new ());
  gtk_box_append (parent, box);
  return box;
}

/**
 * jg_kiosk_ui_button:
 * @text: plain text
 * @css_class: (nullable): style class
 *
 * Makes a button large enough for a finger, whose text wraps.
 *
 * Returns: (transfer floating): the button
 */
GtkWidget *
jg_kiosk_ui_button (const char *text, const char *css_class)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = jg_ui_label (text, NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.5);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), label);
  jg_ui_set_name (button, text);
  if (css_class != NULL)
    gtk_widget_add_css_class (button, css_class);
  return button;
}

/**
 * jg_kiosk_ui_choice:
 * @parent: box to append to
 * @text: what it leads to
 * @note: (nullable): a remark below
 *
 * Appends a button as wide as the page, with a text and a remark.
 *
 * Returns: (transfer none): the button
 */
GtkWidget *
jg_kiosk_ui_choice (GtkBox *parent, const char *text, const char *note)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *name = note != NULL ? g_strdup_printf ("%s，%s", text, note) : g_strdup (text);

  jg_kiosk_ui_text (GTK_BOX (box), text, "choice-title");
  if (note != NULL)
    jg_kiosk_ui_text (GTK_BOX (box), note, "note");
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "choice");
  jg_ui_set_name (button, name);
  gtk_box_append (parent, button);
  return button;
}

/**
 * jg_kiosk_ui_show_chosen:
 * @toggle: a toggle
 * @chosen: whether it is on
 *
 * Shows it by a mark too, not by a colour alone.
 */
void
jg_kiosk_ui_show_chosen (GtkWidget *toggle, gboolean chosen)
{
  const char *text = g_object_get_data (G_OBJECT (toggle), "words");
  g_autofree char *marked = chosen ? g_strconcat ("✓ ", text, NULL) : g_strdup (text);

  gtk_label_set_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (toggle))), marked);
  if (chosen)
    gtk_widget_add_css_class (toggle, "chosen");
  else
    gtk_widget_remove_css_class (toggle, "chosen");
}

/**
 * jg_kiosk_ui_toggle:
 * @text: plain text
 * @chosen: whether it is on
 *
 * Makes a tile that can be chosen and left again.
 *
 * Returns: (transfer floating): the toggle
 */
GtkWidget *
jg_kiosk_ui_toggle (const char *text, gboolean chosen)
{
  GtkWidget *toggle = gtk_toggle_button_new ();

  gtk_button_set_child (GTK_BUTTON (toggle), jg_ui_label ("", NULL));
  gtk_widget_add_css_class (toggle, "tile");
  g_object_set_data_full (G_OBJECT (toggle), "words", g_strdup (text), g_free);
  jg_ui_set_name (toggle, text);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), chosen);
  jg_kiosk_ui_show_chosen (toggle, chosen);
  return toggle;
}

/**
 * jg_kiosk_ui_on_click:
 * @button: a button
 * @callback: called with @object and the button
 * @object: a #GObject; the callback goes with it
 *
 * Connects to the touch of a button.
 */
void
jg_kiosk_ui_on_click (GtkWidget *button, GCallback callback, gpointer object)
{
  g_signal_connect_object (button, "clicked", callback, object, G_CONNECT_SWAPPED);
}
