/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The notice to jobseekers (个人信息告知书) on the screen, to be read or to be changed, and on paper. */

GtkWidget *jg_case_notice_new (const char *text, gboolean editable);
char *jg_case_notice_dup_text (GtkWidget *notice);
void jg_case_notice_print (GtkWidget *near, const char *text, guint version);

G_END_DECLS
