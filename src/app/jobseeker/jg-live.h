/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../jg-session.h"

G_BEGIN_DECLS

/* Keeps a widget in step with the session: after a change, @update runs once from an idle, and
 * only while the widget is on screen; otherwise when it is mapped. */
void jg_live_attach (GtkWidget *widget, JgSession *session, void (*update) (GtkWidget *widget));

G_END_DECLS
