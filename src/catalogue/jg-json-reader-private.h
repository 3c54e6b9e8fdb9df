/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-json-reader.h"

G_BEGIN_DECLS

/* Shared by the files of the reader. */

#define MAX_SHOWN_CHARACTERS 40

JsonNode *jg_json_reader_find (JgJsonReader *self,
                               JsonObject *object,
                               const char *pointer,
                               const char *key,
                               JgJsonFlags flags,
                               const char *expected);
void jg_json_reader_wrong (JgJsonReader *self,
                           const char *pointer,
                           const char *key,
                           JsonNode *node,
                           const char *expected);
const char *jg_json_reader_get_plain (JgJsonReader *self,
                                      JsonObject *object,
                                      const char *pointer,
                                      const char *key,
                                      JgJsonFlags flags,
                                      const char *expected);

G_END_DECLS
