/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../jg-packs.h"
#include "../jg-session.h"

G_BEGIN_DECLS

/* The window in which an office makes documents and measures of its own. */
#define JG_TYPE_LOCAL_WINDOW (jg_local_window_get_type ())
G_DECLARE_FINAL_TYPE (JgLocalWindow, jg_local_window, JG, LOCAL_WINDOW, AdwWindow)

GtkWidget *jg_local_window_new (JgSession *session, JgPacks *packs);

G_END_DECLS
