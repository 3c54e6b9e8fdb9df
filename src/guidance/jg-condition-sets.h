/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-condition-program.h"

G_BEGIN_DECLS

gboolean jg_keys_add (GArray *keys, guint key);
gboolean jg_deciding_try (JgDeciding *result,
                          const JgConditionProgram *program,
                          JgTableCheck *check,
                          JgState linked);

G_END_DECLS
