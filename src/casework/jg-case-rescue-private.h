/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-case-carve.h"
#include "jg-case-rescue.h"

G_BEGIN_DECLS

gboolean jg_case_rescue_open_doors (JgCaseStore *self,
                                    JgCaseCarver *carver,
                                    const char *name,
                                    const char *secret,
                                    gboolean is_recovery,
                                    guint8 *key,
                                    gint64 *counsellor,
                                    GPtrArray **slots,
                                    GError **error);

G_END_DECLS
