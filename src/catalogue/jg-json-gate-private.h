/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-json-gate.h"

G_BEGIN_DECLS

const char *jg_json_gate_scan_number (const char *start,
                                      const char *end,
                                      guint *n_digits,
                                      gboolean *exponent,
                                      const char **wrong);

void jg_json_gate_append_shown (GString *string, const char *text, guint max);
char *jg_json_gate_dup_unexpected (const char *at, const char *end, const char *expected);

G_END_DECLS
