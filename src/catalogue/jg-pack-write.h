/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-pack.h"

G_BEGIN_DECLS

/* The items of a pack as the JSON they are read from (docs/pack-format.md). */

JsonObject *jg_pack_document_to_json (const JgPackDocument *self);
JsonObject *jg_measure_to_json (const JgMeasure *self);
JsonObject *jg_alias_to_json (const JgAlias *self, const char *grade);

G_END_DECLS
