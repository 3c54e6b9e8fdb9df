/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where words stand in a text: lines count from 1, positions in characters from 0. */

gboolean jg_quote_find (const char *text, const char *quote, guint *line, guint *line_to);
gboolean jg_quote_is_sentence (const char *text, const char *quote);
gboolean jg_quote_find_sentence (const char *text, guint from, guint to, guint *start, guint *end);

G_END_DECLS
