/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean jg_text_is_han (gunichar c);
gboolean jg_text_has_han (const char *text);

char *jg_text_normalize (const char *text);
char *jg_text_normalize_compact (const char *text);
gboolean jg_text_find_origin (const char *text,
                              const char *norm,
                              gsize start,
                              gsize end,
                              int *original_start,
                              int *original_end);

char **jg_text_tokenize (const char *text);
double jg_text_dice (const char *a, const char *b);
guint jg_text_distance (const char *a, const char *b, guint max);

G_END_DECLS
