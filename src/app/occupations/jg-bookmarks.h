/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Occupations pinned, and those shown lately: ids in the settings, nothing about any jobseeker. The
 * settings emit “changed::pinned-occupations” and “changed::recent-occupations”. */

gboolean jg_bookmarks_is_pinned (GSettings *settings, const char *occupation);
void jg_bookmarks_set_pinned (GSettings *settings, const char *occupation, gboolean pinned);
char **jg_bookmarks_list_pinned (GSettings *settings);
void jg_bookmarks_note_shown (GSettings *settings, const char *occupation);
char **jg_bookmarks_list_recent (GSettings *settings);
void jg_bookmarks_forget_recent (GSettings *settings);
void jg_bookmarks_unpin_all (GSettings *settings);

G_END_DECLS
