/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-kiosk-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where the administrator ends the kiosk. */
GtkWidget *jg_kiosk_leave_new (JgKioskSession *session);

G_END_DECLS
