/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where a byte of a normalised text comes from: the byte range of its character in the original. */
typedef struct
{
  guint32 start;
  guint32 end;
} JgTextOrigin;

gboolean jg_text_is_han (gunichar c);
gboolean jg_text_has_han (const char *text);

char *jg_text_normalize (const char *text);
char *jg_text_normalize_compact (const char *text);
char *jg_text_normalize_mapped (const char *text, GArray **map);
void jg_text_map_range (const GArray *map,
                        gsize start,
                        gsize end,
                        int *original_start,
                        int *original_end);

char **jg_text_tokenize (const char *text);
double jg_text_dice (const char *a, const char *b);
guint jg_text_distance (const char *a, const char *b, guint max);

G_END_DECLS
