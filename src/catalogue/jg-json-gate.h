/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a JSON file from outside may hold; NULL in place of it means jg_json_limits_default. */
typedef struct
{
  gsize max_size;  /* bytes */
  guint max_depth; /* the root object is 1; at most JG_JSON_MAX_DEPTH */
  guint
      max_rows; /* of the lists of the root, which hold objects only; 0: lists may hold anything */
  guint max_values;        /* objects, arrays, strings, numbers and literals together */
  guint max_keys;          /* keys of one object */
  guint max_string;        /* characters of a string */
  guint max_document_text; /* characters of /documents/N/text */
  guint max_errors;
} JgJsonLimits;

#define JG_JSON_MAX_DEPTH 16
#define JG_JSON_MAX_ERRORS 50

extern const JgJsonLimits jg_json_limits_default;

gboolean jg_json_gate_check (const char *data,
                             gsize length,
                             const char *name,
                             const JgJsonLimits *limits,
                             GPtrArray *errors);
char *jg_json_gate_read_file (const char *path, gsize max_size, gsize *length, GError **error);

G_END_DECLS
