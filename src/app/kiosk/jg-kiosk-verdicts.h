/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-kiosk-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The measures as they are decided by what was answered, and what to ask next. */
GtkWidget *jg_kiosk_verdicts_new (JgKioskSession *session);

G_END_DECLS
