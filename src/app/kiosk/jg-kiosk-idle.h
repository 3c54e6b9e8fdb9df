/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Notices when nobody is there any more: counts down over the page, then says so. */
#define JG_TYPE_KIOSK_IDLE (jg_kiosk_idle_get_type ())
G_DECLARE_FINAL_TYPE (JgKioskIdle, jg_kiosk_idle, JG, KIOSK_IDLE, AdwBin)

GtkWidget *jg_kiosk_idle_new (GtkWidget *content, guint idle, guint countdown);
void jg_kiosk_idle_touch (JgKioskIdle *self);

G_END_DECLS
