/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Small builders the pages share. Every text is plain, never markup. */

GtkWidget *jg_ui_label (const char *text, const char *css_class);
GtkWidget *jg_ui_verbatim (const char *text);
GtkWidget *jg_ui_section (GtkBox *parent, const char *title, const char *note);
GtkWidget *jg_ui_card (GtkBox *parent);
GtkWidget *jg_ui_link (const char *text, const char *action, GVariant *target);
GtkWidget *jg_ui_chip (const char *text);
GtkWidget *jg_ui_field (GtkBox *parent, const char *title, GtkWidget *control);
GtkWidget *jg_ui_flow (GtkBox *parent);
GtkWidget *jg_ui_add_flow_button (GtkWidget *flow, const char *label, const char *action);
GtkWidget *jg_ui_status_page (const char *icon, const char *title, const char *description);
GtkWidget *jg_ui_scroller (GtkWidget *child, const char *name);
void jg_ui_name_drop_down (GtkWidget *drop_down, const char *name);
void jg_ui_clear (GtkBox *box);
void jg_ui_fill_entry (GtkWidget *entry, const char *text);
GtkWidget *jg_ui_words (const char *name, int lines, GtkTextBuffer **buffer);
void jg_ui_set_name (GtkWidget *widget, const char *name);
void jg_ui_present_question (GtkWidget *dialog);
void jg_ui_show_error (GtkWidget *near, const char *heading, const char *body);
char *jg_ui_dup_code (const char *code, const char *edition);
char *jg_ui_dup_marked (const char *text, const char *provenance);
const char *jg_ui_provenance_note (const char *provenance);

G_END_DECLS
