/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Codes of the occupational classification: 4 (major class), 4-01, 4-01-02, 4-01-02-07. */

gboolean jg_code_is_valid (const char *code);
guint jg_code_get_parts (const char *code);
char *jg_code_parse (const char *text);
char *jg_code_fold (const char *text);
char *jg_code_get_parent (const char *code);

G_END_DECLS
