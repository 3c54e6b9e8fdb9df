/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-kiosk-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One occupation. */
GtkWidget *jg_kiosk_card_new (JgKioskSession *session, const char *id);

G_END_DECLS
