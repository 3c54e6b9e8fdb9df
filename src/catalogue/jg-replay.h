/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-pack.h"

G_BEGIN_DECLS

GPtrArray *jg_replay_run (GPtrArray *occupations,
                          GPtrArray *operations,
                          GPtrArray *codes,
                          const char *until,
                          GPtrArray *errors);

G_END_DECLS
