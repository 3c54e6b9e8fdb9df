/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *jg_text_get_forbidden (gunichar c);
gboolean jg_text_has_markup (const char *text);
char *jg_text_dup_path_name (const char *path);
char *jg_text_dup_tidy (const char *text, guint max);

G_END_DECLS
