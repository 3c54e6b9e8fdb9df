/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define JG_CASE_RECOVERY_BYTES 20

/* Case numbers have 35 bits. */
#define JG_CASE_MAX_ID ((G_GINT64_CONSTANT (1) << 35) - 1)

char *jg_case_code_from_id (gint64 id);
gint64 jg_case_code_to_id (const char *text);

char *jg_case_code_from_recovery (const guint8 *key);
gboolean jg_case_code_to_recovery (const char *text, guint8 *key, GError **error);

G_END_DECLS
