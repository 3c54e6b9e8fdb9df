/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *jg_text_get_forbidden (gunichar c);
char *jg_text_dup_tidy (const char *text, guint max);

G_END_DECLS
