/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-kiosk-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The first page. */
GtkWidget *jg_kiosk_start_new (JgKioskSession *session);
GtkWidget *jg_kiosk_start_new_closed (void);

G_END_DECLS
