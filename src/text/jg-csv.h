/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GString *jg_csv_new (void);
void jg_csv_append_row (GString *csv, const char *first, ...) G_GNUC_NULL_TERMINATED;
void jg_csv_append_strv (GString *csv, const char *const *fields);

G_END_DECLS
