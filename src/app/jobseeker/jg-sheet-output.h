/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "../jg-session.h"
#include "paper/jg-sheet.h"

G_BEGIN_DECLS

/* The guidance sheet to paper or a file. */

JgSheetFlags jg_sheet_output_get_flags (JgSession *session);
void jg_sheet_output_print (GtkWidget *near, JgSession *session);
void jg_sheet_output_save_pdf (GtkWidget *near, JgSession *session);
void jg_sheet_output_save_json (GtkWidget *near, JgSession *session);
void jg_sheet_output_save_follow_up (GtkWidget *near, JgSession *session);

G_END_DECLS
