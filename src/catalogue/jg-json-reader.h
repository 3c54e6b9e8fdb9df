/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "jg-json-gate.h"

G_BEGIN_DECLS

/* Typed getters over a parsed JSON file: the only way values leave json-glib. They never stop; each
 * problem is added to `errors` as “NAME /json/pointer：写了什么；应为……”, up to max_errors for this
 * reader. `pointer` is always that of the object or array given ("" for the root); a getter adds
 * the key itself. Borrowed results live as long as the root node.
 *
 *   JgJsonReader reader;
 *   g_autoptr (JsonNode) root = jg_json_reader_parse (name, data, length, NULL, errors);
 *   jg_json_reader_init (&reader, name, errors);
 *   const char *id = jg_json_get_id (&reader, object, "/measures/3", "id", JG_JSON_REQUIRED);
 */
typedef struct
{
  const char *name;  /* borrowed */
  GPtrArray *errors; /* (element-type utf8), borrowed, with g_free() */
  guint n_errors;    /* added by this reader */
  guint max_errors;
} JgJsonReader;

typedef enum
{
  JG_JSON_OPTIONAL = 0,
  JG_JSON_REQUIRED = 1 << 0,     /* the key must be there */
  JG_JSON_NULLABLE = 1 << 1,     /* null is allowed, and gives NULL or FALSE */
  JG_JSON_MAY_BE_EMPTY = 1 << 2, /* "" is allowed, or white space alone */
  JG_JSON_NAME = 1 << 3,         /* what stands in a row: one line, and no markup */
} JgJsonFlags;

JsonNode *jg_json_reader_parse (const char *name,
                                const char *data,
                                gsize length,
                                const JgJsonLimits *limits,
                                GPtrArray *errors);
void jg_json_reader_init (JgJsonReader *self, const char *name, GPtrArray *errors);
void jg_json_reader_report (JgJsonReader *self,
                            const char *pointer,
                            const char *key,
                            const char *format,
                            ...) G_GNUC_PRINTF (4, 5);

char *jg_json_pointer (const char *pointer, const char *key);
char *jg_json_pointer_index (const char *pointer, guint index);

gboolean jg_json_check_keys (JgJsonReader *self,
                             JsonObject *object,
                             const char *pointer,
                             const char *const *allowed);

const char *jg_json_get_string (JgJsonReader *self,
                                JsonObject *object,
                                const char *pointer,
                                const char *key,
                                JgJsonFlags flags,
                                guint max_characters);
const char *jg_json_get_enum (JgJsonReader *self,
                              JsonObject *object,
                              const char *pointer,
                              const char *key,
                              JgJsonFlags flags,
                              const char *const *allowed);
const char *jg_json_get_date (JgJsonReader *self,
                              JsonObject *object,
                              const char *pointer,
                              const char *key,
                              JgJsonFlags flags);
const char *jg_json_get_id (JgJsonReader *self,
                            JsonObject *object,
                            const char *pointer,
                            const char *key,
                            JgJsonFlags flags);
const char *jg_json_get_code (JgJsonReader *self,
                              JsonObject *object,
                              const char *pointer,
                              const char *key,
                              JgJsonFlags flags,
                              guint parts);
gboolean jg_json_get_int (JgJsonReader *self,
                          JsonObject *object,
                          const char *pointer,
                          const char *key,
                          JgJsonFlags flags,
                          gint64 min,
                          gint64 max,
                          gint64 *value);
gboolean jg_json_get_number (JgJsonReader *self,
                             JsonObject *object,
                             const char *pointer,
                             const char *key,
                             JgJsonFlags flags,
                             double *value);
gboolean jg_json_get_boolean (JgJsonReader *self,
                              JsonObject *object,
                              const char *pointer,
                              const char *key,
                              JgJsonFlags flags,
                              gboolean *value);
JsonObject *jg_json_get_object (JgJsonReader *self,
                                JsonObject *object,
                                const char *pointer,
                                const char *key,
                                JgJsonFlags flags);
JsonArray *jg_json_get_array (JgJsonReader *self,
                              JsonObject *object,
                              const char *pointer,
                              const char *key,
                              JgJsonFlags flags,
                              guint max_items);
char **jg_json_get_string_array (JgJsonReader *self,
                                 JsonObject *object,
                                 const char *pointer,
                                 const char *key,
                                 JgJsonFlags flags,
                                 const char *const *allowed);
JsonObject *
jg_json_array_object (JgJsonReader *self, JsonArray *array, const char *pointer, guint index);
const char *
jg_json_array_string (JgJsonReader *self, JsonArray *array, const char *pointer, guint index);

/* Reads one object of a list. */
typedef void (*JgJsonReadFunc) (JgJsonReader *self,
                                JsonObject *object,
                                const char *pointer,
                                gpointer user_data);
void jg_json_read_objects (JgJsonReader *self,
                           JsonObject *object,
                           const char *pointer,
                           const char *key,
                           guint max,
                           JgJsonReadFunc read,
                           gpointer user_data);
const char *jg_json_get_schema (JsonObject *root);
gboolean jg_json_is_newer (JsonObject *root, const char *stem);
gboolean jg_json_is_date (const char *text);
gboolean jg_json_is_id (const char *text);

G_END_DECLS
