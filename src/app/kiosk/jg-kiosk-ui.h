/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Builders for the pages of the kiosk. Every text is plain, never markup, and cannot be selected. */

void jg_kiosk_ui_load_styles (void);
GtkWidget *jg_kiosk_ui_page (const char *title, GtkBox **body);
GtkWidget *jg_kiosk_ui_text (GtkBox *parent, const char *text, const char *css_class);
GtkWidget *jg_kiosk_ui_heading (GtkBox *parent, const char *text);
GtkWidget *jg_kiosk_ui_wrap (GtkBox *parent);
GtkWidget *jg_kiosk_ui_button (const char *text, const char *css_class);
GtkWidget *jg_kiosk_ui_choice (GtkBox *parent, const char *text, const char *note);
GtkWidget *jg_kiosk_ui_toggle (const char *text, gboolean chosen);
void jg_kiosk_ui_show_chosen (GtkWidget *toggle, gboolean chosen);
void jg_kiosk_ui_on_click (GtkWidget *button, GCallback callback, gpointer object);

G_END_DECLS
