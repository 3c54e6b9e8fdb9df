/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "../jg-session.h"

G_BEGIN_DECLS

/* One occupation, or those that are compared, to paper or a file. */

void jg_occupation_output_print (GtkWidget *near, JgSession *session, const char *occupation);
void jg_occupation_output_save_pdf (GtkWidget *near, JgSession *session, const char *occupation);
void jg_occupation_output_print_compare (GtkWidget *near, JgSession *session);
void jg_occupation_output_save_compare (GtkWidget *near, JgSession *session);

G_END_DECLS
