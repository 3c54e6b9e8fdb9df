/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "casework/jg-case-store.h"

G_BEGIN_DECLS

/* Files that leave the store because somebody asked for them. */

void jg_case_export_file_ask (GtkWindow *window, JgCaseStore *store, gint64 id);
void
jg_case_export_file_save (GtkWindow *window, const char *title, const char *name, GBytes *content);

G_END_DECLS
