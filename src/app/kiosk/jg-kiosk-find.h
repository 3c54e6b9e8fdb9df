/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-kiosk-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Finding an occupation: by everyday words, letters, figures or classes. */
GtkWidget *jg_kiosk_find_new (JgKioskSession *session);

G_END_DECLS
