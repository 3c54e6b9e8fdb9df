/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Questions that people ask, with answers. */
GtkWidget *jg_kiosk_faq_new (void);

G_END_DECLS
