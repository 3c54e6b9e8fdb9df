/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-measure.h"

G_BEGIN_DECLS

GPtrArray *jg_measure_list_people (const JgMeasure *measure, GHashTable *facts);

G_END_DECLS
