/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-application.h"
#include "jg-session.h"

G_BEGIN_DECLS

#define JG_TYPE_WINDOW (jg_window_get_type ())
G_DECLARE_FINAL_TYPE (JgWindow, jg_window, JG, WINDOW, AdwApplicationWindow)

JgWindow *jg_window_new (JgApplication *application, JgSession *session, const GError *error);
void jg_window_show_toast (JgWindow *self, const char *text);
void jg_window_offer_undo (JgWindow *self, const char *text);

G_END_DECLS
