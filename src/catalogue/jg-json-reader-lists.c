/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-json-reader.h"

#include <string.h>

/**
 * jg_json_read_objects:
 * @self: a reader
 * @object: the object that has the list
 * @pointer: JSON pointer of @object
 * @key: where the list is; it may be absent
 * @max: the most entries; more are reported and not read
 * @read: (scope call): called with each entry that is an object, and its pointer
 * @user_data: passed to @read
 *
 * Reads a list of objects one by one. What is no list, or no object in it, is reported.
 */
void
jg_json_read_objects (JgJsonReader *self,
                      JsonObject *object,
                      const char *pointer,
                      const char *key,
                      guint max,
                      JgJsonReadFunc read,
                      gpointer user_data)
{
  JsonArray *array;
  g_autofree char *list = NULL;

  g_return_if_fail (read != NULL);

  array = jg_json_get_array (self, object, pointer, key, JG_JSON_OPTIONAL, max);
  list = jg_json_pointer (pointer, key);
  /* Past the limit the list has been reported already. */
  for (guint i = 0; array != NULL && i < MIN (json_array_get_length (array), max); i++)
    {
      JsonObject *item = jg_json_array_object (self, array, list, i);
      g_autofree char *place = jg_json_pointer_index (list, i);

      if (item != NULL)
        read (self, item, place, user_data);
    }
}

/**
 * jg_json_get_schema:
 * @root: the outermost object of a file
 *
 * Gets what a file says it is, whether or not the rest can be read.
 *
 * Returns: (transfer none): the member “schema”, or "" when it is absent or no text
 */
const char *
jg_json_get_schema (JsonObject *root)
{
  JsonNode *node;

  g_return_val_if_fail (root != NULL, "");

  node = json_object_get_member (root, "schema");
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_STRING)
    return "";
  return json_node_get_string (node);
}

/**
 * jg_json_is_newer:
 * @root: the outermost object of a file
 * @stem: a schema without its version, such as “jobguide-desk/”, of which version 1 is known
 *
 * Tells whether a file is of a version still to come, by whatever it holds besides.
 *
 * Returns: %TRUE for version 2 and later
 */
gboolean
jg_json_is_newer (JsonObject *root, const char *stem)
{
  const char *schema = jg_json_get_schema (root);
  guint64 version;

  return g_str_has_prefix (schema, stem) &&
         g_ascii_string_to_unsigned (schema + strlen (stem), 10, 2, G_MAXUINT, &version, NULL);
}
