/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../jg-session.h"

G_BEGIN_DECLS

/* Watches what is typed into the search box and counts, once a person has stopped typing, what is not in the catalogue.
 * Only at the desk, only while the settings allow it, and only what jg_desk_missed_dup_text() lets be kept. */
#define JG_TYPE_MISSED_WATCH (jg_missed_watch_get_type ())
G_DECLARE_FINAL_TYPE (JgMissedWatch, jg_missed_watch, JG, MISSED_WATCH, GObject)

JgMissedWatch *jg_missed_watch_new (JgSession *session);
void jg_missed_watch_see (JgMissedWatch *self, const char *query, gboolean found);
void jg_missed_watch_settle (JgMissedWatch *self);

G_END_DECLS
