/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-json-reader-private.h"

/**
 * jg_json_reader_init:
 * @self: a reader to fill; nothing needs to be freed later
 * @name: name of the file for the messages; must outlive the reader
 * @errors: (element-type utf8): array with g_free() as its free function; must outlive the reader
 *
 * Prepares a reader of one file.
 */
void
jg_json_reader_init (JgJsonReader *self, const char *name, GPtrArray *errors)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (name != NULL);
  g_return_if_fail (errors != NULL);

  self->name = name;
  self->errors = errors;
  self->n_errors = 0;
  self->max_errors = JG_JSON_MAX_ERRORS;
}

/**
 * jg_json_reader_parse:
 * @name: name of the file for the messages
 * @data: its bytes
 * @length: their number
 * @limits: (nullable): limits, or %NULL for jg_json_limits_default
 * @errors: (element-type utf8): messages are appended
 *
 * Passes the bytes through jg_json_gate_check() and then to json-glib.
 *
 * Returns: (transfer full) (nullable): the root, always an object; %NULL when anything was wrong
 */
JsonNode *
jg_json_reader_parse (const char *name,
                      const char *data,
                      gsize length,
                      const JgJsonLimits *limits,
                      GPtrArray *errors)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (data != NULL, NULL);
  g_return_val_if_fail (errors != NULL, NULL);

  if (!jg_json_gate_check (data, length, name, limits, errors))
    return NULL;

  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, data, (gssize) length, &error))
    {
      g_ptr_array_add (errors, g_strdup_printf ("%s：读不出 JSON（%s）", name, error->message));
      return NULL;
    }

  root = json_parser_steal_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_ptr_array_add (errors, g_strdup_printf ("%s：根应是一个 { … } 对象", name));
      return NULL;
    }

  return g_steal_pointer (&root);
}

/**
 * jg_json_pointer:
 * @pointer: pointer of an object, "" for the root
 * @key: a key of it
 *
 * Makes the JSON pointer of a member (RFC 6901).
 *
 * Returns: (transfer full): the pointer
 */
char *
jg_json_pointer (const char *pointer, const char *key)
{
  g_autoptr (GString) string = NULL;

  g_return_val_if_fail (pointer != NULL, NULL);
  g_return_val_if_fail (key != NULL, NULL);

  string = g_string_new (key);
  g_string_replace (string, "~", "~0", 0);
  g_string_replace (string, "/", "~1", 0);
  g_string_prepend_c (string, '/');
  g_string_prepend (string, pointer);
  return g_string_free (g_steal_pointer (&string), FALSE);
}

/**
 * jg_json_pointer_index:
 * @pointer: pointer of an array
 * @index: position of an element, from 0
 *
 * Makes the JSON pointer of an element (RFC 6901).
 *
 * Returns: (transfer full): the pointer
 */
char *
jg_json_pointer_index (const char *pointer, guint index)
{
  g_return_val_if_fail (pointer != NULL, NULL);

  return g_strdup_printf ("%s/%u", pointer, index);
}

static void G_GNUC_PRINTF (4, 0) report_valist (JgJsonReader *self,
                                                const char *pointer,
                                                const char *key,
                                                const char *format,
                                                va_list args)
{
  g_autofree char *message = NULL;
  g_autofree char *where = NULL;

  if (self->n_errors >= self->max_errors)
    return;

  message = g_strdup_vprintf (format, args);
  where = key != NULL ? jg_json_pointer (pointer, key) : g_strdup (pointer);
  g_ptr_array_add (self->errors, g_strdup_printf ("%s %s：%s", self->name,
                                                  *where != '\0' ? where : "/", message));
  self->n_errors++;
}

/**
 * jg_json_reader_report:
 * @self: the reader
 * @pointer: pointer of the object or value
 * @key: (nullable): key inside it
 * @format: message in Chinese, of the form 写了什么；应为……
 * @...: its arguments
 *
 * Adds an error with its place, unless the reader has already added max_errors.
 */
void
jg_json_reader_report (JgJsonReader *self,
                       const char *pointer,
                       const char *key,
                       const char *format,
                       ...)
{
  va_list args;

  g_return_if_fail (self != NULL);
  g_return_if_fail (pointer != NULL);
  g_return_if_fail (format != NULL);

  va_start (args, format);
  report_valist (self, pointer, key, format, args);
  va_end (args);
}

/* What was written, short enough for a message. */
static char *
show_node (JsonNode *node)
{
  const char *string;

  if (JSON_NODE_HOLDS_OBJECT (node))
    return g_strdup ("一个对象 { }");
  if (JSON_NODE_HOLDS_ARRAY (node))
    return g_strdup ("一个数组 [ ]");
  if (JSON_NODE_HOLDS_NULL (node))
    return g_strdup (" null");

  if (json_node_get_value_type (node) == G_TYPE_STRING)
    {
      g_autofree char *head = NULL;
      g_autofree char *line = NULL;

      string = json_node_get_string (node);
      if (g_utf8_strlen (string, -1) <= MAX_SHOWN_CHARACTERS)
        head = g_strdup (string);
      else
        {
          g_autofree char *cut = g_utf8_substring (string, 0, MAX_SHOWN_CHARACTERS);

          head = g_strconcat (cut, "…", NULL);
        }
      line = g_strdelimit (g_strdup (head), "\n", ' ');
      return g_strdup_printf ("“%s”", line);
    }

  {
    g_autofree char *written = json_to_string (node, FALSE);

    return g_strdup_printf (" %s", written);
  }
}

/* Finds a member; missing and null ones are judged by the flags. Returns NULL when there is no value
 * to look at, whether or not that is an error. */
JsonNode *
jg_json_reader_find (JgJsonReader *self,
                     JsonObject *object,
                     const char *pointer,
                     const char *key,
                     JgJsonFlags flags,
                     const char *expected)
{
  JsonNode *node = json_object_get_member (object, key);

  if (node == NULL)
    {
      if (flags & JG_JSON_REQUIRED)
        jg_json_reader_report (self, pointer, key, "缺少这个键；应为%s", expected);
      return NULL;
    }
  if (JSON_NODE_HOLDS_NULL (node))
    {
      if (!(flags & JG_JSON_NULLABLE))
        jg_json_reader_report (self, pointer, key, "写了 null；应为%s", expected);
      return NULL;
    }

  return node;
}

/* Adds an error that shows what was written in a place, and what is expected there. */
void
jg_json_reader_wrong (JgJsonReader *self,
                      const char *pointer,
                      const char *key,
                      JsonNode *node,
                      const char *expected)
{
  g_autofree char *shown = show_node (node);

  jg_json_reader_report (self, pointer, key, "写了%s；应为%s", shown, expected);
}

static gboolean
is_blank (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

/* Reads a string for the getters of all that is written as one. Returns (transfer none) (nullable) the
 * string, or NULL when it is absent, null, wrong or blank. */
const char *
jg_json_reader_get_plain (JgJsonReader *self,
                          JsonObject *object,
                          const char *pointer,
                          const char *key,
                          JgJsonFlags flags,
                          const char *expected)
{
  JsonNode *node = jg_json_reader_find (self, object, pointer, key, flags, expected);
  const char *string;

  if (node == NULL)
    return NULL;
  if (json_node_get_value_type (node) != G_TYPE_STRING)
    {
      jg_json_reader_wrong (self, pointer, key, node, expected);
      return NULL;
    }

  string = json_node_get_string (node);
  if (!(flags & JG_JSON_MAY_BE_EMPTY) && is_blank (string))
    {
      jg_json_reader_report (self, pointer, key, "是空的；应为%s", expected);
      return NULL;
    }

  return string;
}

/**
 * jg_json_get_int:
 * @self: the reader
 * @object: the object
 * @pointer: its pointer
 * @key: the key
 * @flags: what is allowed
 * @min: the least allowed
 * @max: the most allowed
 * @value: (out): set only when %TRUE is returned
 *
 * Reads an integer; a decimal such as 1.0 is not one.
 *
 * Returns: %TRUE when a value in range was there
 */
gboolean
jg_json_get_int (JgJsonReader *self,
                 JsonObject *object,
                 const char *pointer,
                 const char *key,
                 JgJsonFlags flags,
                 gint64 min,
                 gint64 max,
                 gint64 *value)
{
  g_autofree char *expected = NULL;
  JsonNode *node;

  g_return_val_if_fail (self != NULL && object != NULL, FALSE);
  g_return_val_if_fail (pointer != NULL && key != NULL && value != NULL, FALSE);

  expected = g_strdup_printf (" %" G_GINT64_FORMAT " 到 %" G_GINT64_FORMAT " 之间的整数", min, max);
  node = jg_json_reader_find (self, object, pointer, key, flags, expected);
  if (node == NULL)
    return FALSE;
  if (json_node_get_value_type (node) != G_TYPE_INT64 || json_node_get_int (node) < min ||
      json_node_get_int (node) > max)
    {
      jg_json_reader_wrong (self, pointer, key, node, expected);
      return FALSE;
    }

  *value = json_node_get_int (node);
  return TRUE;
}

/**
 * jg_json_get_number:
 * @self: the reader
 * @object: the object
 * @pointer: its pointer
 * @key: the key
 * @flags: what is allowed
 * @value: (out): set only when %TRUE is returned
 *
 * Reads a number, whole or decimal.
 *
 * Returns: %TRUE when a value was there
 */
gboolean
jg_json_get_number (JgJsonReader *self,
                    JsonObject *object,
                    const char *pointer,
                    const char *key,
                    JgJsonFlags flags,
                    double *value)
{
  JsonNode *node;

  g_return_val_if_fail (self != NULL && object != NULL, FALSE);
  g_return_val_if_fail (pointer != NULL && key != NULL && value != NULL, FALSE);

  node = jg_json_reader_find (self, object, pointer, key, flags, "数字");
  if (node == NULL)
    return FALSE;
  if (json_node_get_value_type (node) != G_TYPE_INT64 &&
      json_node_get_value_type (node) != G_TYPE_DOUBLE)
    {
      jg_json_reader_wrong (self, pointer, key, node, "数字");
      return FALSE;
    }

  *value = json_node_get_double (node);
  return TRUE;
}

/**
 * jg_json_get_boolean:
 * @self: the reader
 * @object: the object
 * @pointer: its pointer
 * @key: the key
 * @flags: what is allowed
 * @value: (out): set only when %TRUE is returned
 *
 * Reads true or false.
 *
 * Returns: %TRUE when a value was there
 */
gboolean
jg_json_get_boolean (JgJsonReader *self,
                     JsonObject *object,
                     const char *pointer,
                     const char *key,
                     JgJsonFlags flags,
                     gboolean *value)
{
  JsonNode *node;

  g_return_val_if_fail (self != NULL && object != NULL, FALSE);
  g_return_val_if_fail (pointer != NULL && key != NULL && value != NULL, FALSE);

  node = jg_json_reader_find (self, object, pointer, key, flags, " true 或 false");
  if (node == NULL)
    return FALSE;
  if (json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    {
      jg_json_reader_wrong (self, pointer, key, node, " true 或 false");
      return FALSE;
    }

  *value = json_node_get_boolean (node);
  return TRUE;
}

/**
 * jg_json_get_object:
 * @self: the reader
 * @object: the object
 * @pointer: its pointer
 * @key: the key
 * @flags: what is allowed
 *
 * Reads an object.
 *
 * Returns: (transfer none) (nullable): the object; %NULL when absent, null or wrong
 */
JsonObject *
jg_json_get_object (JgJsonReader *self,
                    JsonObject *object,
                    const char *pointer,
                    const char *key,
                    JgJsonFlags flags)
{
  const char *expected = flags & JG_JSON_NULLABLE ? "一个对象 { } 或 null" : "一个对象 { }";
  JsonNode *node;

  g_return_val_if_fail (self != NULL && object != NULL, NULL);
  g_return_val_if_fail (pointer != NULL && key != NULL, NULL);

  node = jg_json_reader_find (self, object, pointer, key, flags, expected);
  if (node == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      jg_json_reader_wrong (self, pointer, key, node, expected);
      return NULL;
    }

  return json_node_get_object (node);
}

/**
 * jg_json_get_array:
 * @self: the reader
 * @object: the object
 * @pointer: its pointer
 * @key: the key
 * @flags: what is allowed
 * @max_items: the most elements, or 0 for no limit but the gate's
 *
 * Reads an array; it may be empty.
 *
 * Returns: (transfer none) (nullable): the array; %NULL when absent, null or wrong
 */
JsonArray *
jg_json_get_array (JgJsonReader *self,
                   JsonObject *object,
                   const char *pointer,
                   const char *key,
                   JgJsonFlags flags,
                   guint max_items)
{
  const char *expected = flags & JG_JSON_NULLABLE ? "一个数组 [ ] 或 null" : "一个数组 [ ]";
  JsonArray *array;
  JsonNode *node;

  g_return_val_if_fail (self != NULL && object != NULL, NULL);
  g_return_val_if_fail (pointer != NULL && key != NULL, NULL);

  node = jg_json_reader_find (self, object, pointer, key, flags, expected);
  if (node == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      jg_json_reader_wrong (self, pointer, key, node, expected);
      return NULL;
    }

  array = json_node_get_array (node);
  if (max_items > 0 && json_array_get_length (array) > max_items)
    {
      jg_json_reader_report (self, pointer, key, "有 %u 项；应不超过 %u 项",
                             json_array_get_length (array), max_items);
      return NULL;
    }

  return array;
}

/**
 * jg_json_array_object:
 * @self: the reader
 * @array: an array
 * @pointer: its pointer
 * @index: position, inside the array
 *
 * Reads an element that must be an object.
 *
 * Returns: (transfer none) (nullable): the object; %NULL when it is something else
 */
JsonObject *
jg_json_array_object (JgJsonReader *self, JsonArray *array, const char *pointer, guint index)
{
  JsonNode *node;

  g_return_val_if_fail (self != NULL && array != NULL && pointer != NULL, NULL);
  g_return_val_if_fail (index < json_array_get_length (array), NULL);

  node = json_array_get_element (array, index);
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      g_autofree char *where = jg_json_pointer_index (pointer, index);

      jg_json_reader_wrong (self, where, NULL, node, "一个对象 { }");
      return NULL;
    }

  return json_node_get_object (node);
}

/**
 * jg_json_array_string:
 * @self: the reader
 * @array: an array
 * @pointer: its pointer
 * @index: position, inside the array
 *
 * Reads an element that must be a string that is not blank.
 *
 * Returns: (transfer none) (nullable): the string; %NULL when it is something else
 */
const char *
jg_json_array_string (JgJsonReader *self, JsonArray *array, const char *pointer, guint index)
{
  JsonNode *node;

  g_return_val_if_fail (self != NULL && array != NULL && pointer != NULL, NULL);
  g_return_val_if_fail (index < json_array_get_length (array), NULL);

  node = json_array_get_element (array, index);
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING ||
      is_blank (json_node_get_string (node)))
    {
      g_autofree char *where = jg_json_pointer_index (pointer, index);

      jg_json_reader_wrong (self, where, NULL, node, "不空的文字");
      return NULL;
    }

  return json_node_get_string (node);
}
