/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-kiosk-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The one window of the kiosk: a bar of five buttons, and pages one upon the other. */
#define JG_TYPE_KIOSK_WINDOW (jg_kiosk_window_get_type ())
G_DECLARE_FINAL_TYPE (JgKioskWindow, jg_kiosk_window, JG, KIOSK_WINDOW, GtkWindow)

GtkWidget *jg_kiosk_window_new (JgKioskSession *session, guint idle, guint countdown);
void jg_kiosk_window_push (JgKioskWindow *self, GtkWidget *page);
void jg_kiosk_window_keep (GtkWidget *page);
void jg_kiosk_go (GtkWidget *from, GtkWidget *page);
void jg_kiosk_return (GtkWidget *from);

G_END_DECLS
