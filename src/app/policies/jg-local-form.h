/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Pieces of the forms for an office's own documents and measures. */

/* What a nick of the pack format is called. */
typedef const char *(*JgLocalLabelFunc) (const char *nick, gpointer data);

GtkWidget *jg_local_choice_new (const char *name,
                                const char *const *nicks,
                                JgLocalLabelFunc label,
                                gpointer data);
const char *jg_local_choice_get (GtkWidget *choice);
void jg_local_choice_set (GtkWidget *choice, const char *nick);

GtkWidget *jg_local_flow_new (void);
GtkWidget *jg_local_entry_new (const char *placeholder);
char *jg_local_entry_dup_text (GtkWidget *entry);
void jg_local_entry_set_text (GtkWidget *entry, const char *text);

GtkWidget *jg_local_region_new (void);
void jg_local_region_get (GtkWidget *region, char **code, char **name);
void jg_local_region_set (GtkWidget *region, const char *code, const char *name);

GHashTable *jg_local_fields_new (GtkBox *parent);
void jg_local_fields_add (GHashTable *fields,
                          GtkBox *parent,
                          const char *field,
                          const char *title,
                          const char *hint,
                          GtkWidget *control);
void jg_local_fields_show (GHashTable *fields, GPtrArray *problems);

G_END_DECLS
