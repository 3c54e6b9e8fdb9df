/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *
jg_task_label_new (guint number, const char *text, const GArray *spans, const char *spoken);

G_END_DECLS
