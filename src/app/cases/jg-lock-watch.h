/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Notices when nobody is at the desk. Emits “lock” when nothing was touched for as long as the settings say, and when
 * the desktop locks its screen or the machine goes to sleep. */
#define JG_TYPE_LOCK_WATCH (jg_lock_watch_get_type ())
G_DECLARE_FINAL_TYPE (JgLockWatch, jg_lock_watch, JG, LOCK_WATCH, GObject)

JgLockWatch *jg_lock_watch_new (GSettings *settings);
void jg_lock_watch_touch (JgLockWatch *self);

G_END_DECLS
