/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-pack.h"

G_BEGIN_DECLS

/* The lists of a pack that have a file of their own; shared by the jg-pack*.c files only. */

char *jg_pack_place (JgJsonReader *reader, const char *pointer);
gboolean jg_pack_get_lines (JgJsonReader *reader,
                            JsonObject *object,
                            const char *pointer,
                            guint *line,
                            guint *line_to);
void jg_pack_parse_occupations (JgPack *self, JgJsonReader *reader, JsonObject *root);
void jg_pack_parse_operations (JgPack *self, JgJsonReader *reader, JsonObject *root);
void jg_pack_parse_measures (JgPack *self, JgJsonReader *reader, JsonObject *root);

G_END_DECLS
