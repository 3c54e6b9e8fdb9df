/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-json-reader.h"

#include <string.h>

#include "jg-code.h"

#define MAX_SHOWN_CHARACTERS 40
#define MAX_ID_LENGTH 64
#define MAX_DISTANCE 3

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
jg_json_reader_parse (
    const char *name, const char *data, gsize length, const JgJsonLimits *limits, GPtrArray *errors)
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

static void
report_valist (
    JgJsonReader *self, const char *pointer, const char *key, const char *format, va_list args)
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
jg_json_reader_report (
    JgJsonReader *self, const char *pointer, const char *key, const char *format, ...)
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
static JsonNode *
find_member (JgJsonReader *self,
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

static void
report_wrong (
    JgJsonReader *self, const char *pointer, const char *key, JsonNode *node, const char *expected)
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

static const char *
get_plain_string (JgJsonReader *self,
                  JsonObject *object,
                  const char *pointer,
                  const char *key,
                  JgJsonFlags flags,
                  const char *expected)
{
  JsonNode *node = find_member (self, object, pointer, key, flags, expected);
  const char *string;

  if (node == NULL)
    return NULL;
  if (json_node_get_value_type (node) != G_TYPE_STRING)
    {
      report_wrong (self, pointer, key, node, expected);
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
 * jg_json_get_string:
 * @self: the reader
 * @object: the object
 * @pointer: its pointer
 * @key: the key
 * @flags: what is allowed
 * @max_characters: the most characters, or 0 for the gate's limit
 *
 * Reads a string. One that is empty or white space alone is an error without JG_JSON_MAY_BE_EMPTY.
 *
 * Returns: (transfer none) (nullable): the string; %NULL when absent, null or wrong
 */
const char *
jg_json_get_string (JgJsonReader *self,
                    JsonObject *object,
                    const char *pointer,
                    const char *key,
                    JgJsonFlags flags,
                    guint max_characters)
{
  const char *string;

  g_return_val_if_fail (self != NULL && object != NULL, NULL);
  g_return_val_if_fail (pointer != NULL && key != NULL, NULL);

  string = get_plain_string (self, object, pointer, key, flags,
                             flags & JG_JSON_NULLABLE ? "文字或 null" : "文字");
  if (string != NULL && max_characters > 0 && g_utf8_strlen (string, -1) > (glong) max_characters)
    {
      jg_json_reader_report (self, pointer, key, "有 %ld 个字；应不超过 %u 个字",
                             g_utf8_strlen (string, -1), max_characters);
      return NULL;
    }

  return string;
}

/* Edit distance of two keys, cut off above MAX_DISTANCE. */
static guint
get_distance (const char *a, const char *b)
{
  gsize n = strlen (a);
  gsize m = strlen (b);
  guint row[MAX_ID_LENGTH + 1];

  if (n > MAX_ID_LENGTH || m > MAX_ID_LENGTH)
    return MAX_DISTANCE + 1;

  for (guint j = 0; j <= m; j++)
    row[j] = j;
  for (guint i = 1; i <= n; i++)
    {
      guint diagonal = row[0];

      row[0] = i;
      for (guint j = 1; j <= m; j++)
        {
          guint above = row[j];

          row[j] = MIN (MIN (above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
          diagonal = above;
        }
    }

  return row[m];
}

static const char *
get_nearest (const char *text, const char *const *allowed)
{
  const char *nearest = NULL;
  guint best = MIN (MAX_DISTANCE, (guint) strlen (text) / 2) + 1;

  for (guint i = 0; allowed[i] != NULL; i++)
    {
      guint distance = get_distance (text, allowed[i]);

      if (distance < best)
        {
          best = distance;
          nearest = allowed[i];
        }
    }

  return nearest;
}

/* allowed is NULL-terminated: “a、b 或 c”. */
static char *
join_allowed (const char *const *allowed)
{
  g_autoptr (GString) string = g_string_new (NULL);

  for (guint i = 0; allowed[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (string, allowed[i + 1] == NULL ? " 或 " : "、");
      g_string_append (string, allowed[i]);
    }

  return g_string_free (g_steal_pointer (&string), FALSE);
}

/**
 * jg_json_get_enum:
 * @self: the reader
 * @object: the object
 * @pointer: its pointer
 * @key: the key
 * @flags: what is allowed
 * @allowed: (array zero-terminated=1): the words that may stand here
 *
 * Reads a string that must be one of a list; the message names the list and the nearest word.
 *
 * Returns: (transfer none) (nullable): the element of @allowed; %NULL when absent, null or wrong
 */
const char *
jg_json_get_enum (JgJsonReader *self,
                  JsonObject *object,
                  const char *pointer,
                  const char *key,
                  JgJsonFlags flags,
                  const char *const *allowed)
{
  g_autofree char *expected = NULL;
  const char *string;

  g_return_val_if_fail (self != NULL && object != NULL, NULL);
  g_return_val_if_fail (pointer != NULL && key != NULL && allowed != NULL, NULL);

  expected = join_allowed (allowed);
  string = get_plain_string (self, object, pointer, key, flags, expected);
  if (string == NULL)
    return NULL;

  for (guint i = 0; allowed[i] != NULL; i++)
    if (strcmp (allowed[i], string) == 0)
      return allowed[i];

  {
    const char *nearest = get_nearest (string, allowed);
    g_autofree char *head =
        g_utf8_substring (string, 0, MIN (g_utf8_strlen (string, -1), MAX_SHOWN_CHARACTERS));

    jg_json_reader_report (self, pointer, key, "写了“%s”；应为 %s%s%s%s", head, expected,
                           nearest != NULL ? "（是不是 " : "", nearest != NULL ? nearest : "",
                           nearest != NULL ? "？）" : "");
  }
  return NULL;
}

/**
 * jg_json_check_keys:
 * @self: the reader
 * @object: the object
 * @pointer: its pointer
 * @allowed: (array zero-terminated=1): every key it may have
 *
 * Reports each key that is not allowed, with the nearest allowed one.
 *
 * Returns: %TRUE when there was none
 */
gboolean
jg_json_check_keys (JgJsonReader *self,
                    JsonObject *object,
                    const char *pointer,
                    const char *const *allowed)
{
  gboolean good = TRUE;
  JsonObjectIter iter;
  const char *key;

  g_return_val_if_fail (self != NULL && object != NULL, FALSE);
  g_return_val_if_fail (pointer != NULL && allowed != NULL, FALSE);

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &key, NULL))
    {
      const char *nearest;

      if (g_strv_contains (allowed, key))
        continue;

      good = FALSE;
      nearest = get_nearest (key, allowed);
      if (nearest != NULL)
        jg_json_reader_report (self, pointer, key, "不认识的键；应为 %s", nearest);
      else
        {
          g_autofree char *expected = join_allowed (allowed);

          jg_json_reader_report (self, pointer, key, "不认识的键；应删去，这里可用的键是 %s",
                                 expected);
        }
    }

  return good;
}

/**
 * jg_json_is_date:
 * @text: (nullable): any text
 *
 * Tells whether a text is YYYY-MM-DD, YYYY-MM or YYYY and exists in the calendar (years 1900–2199).
 *
 * Returns: %TRUE for a date
 */
gboolean
jg_json_is_date (const char *text)
{
  static const char pattern[] = "dddd-dd-dd";
  guint year, month, day;
  gsize length;

  if (text == NULL)
    return FALSE;
  length = strlen (text);
  if (length != 4 && length != 7 && length != 10)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (pattern[i] == 'd' ? !g_ascii_isdigit (text[i]) : text[i] != '-')
      return FALSE;

  year = (guint) g_ascii_strtoull (text, NULL, 10);
  month = length >= 7 ? (guint) g_ascii_strtoull (text + 5, NULL, 10) : 1;
  day = length == 10 ? (guint) g_ascii_strtoull (text + 8, NULL, 10) : 1;

  return year >= 1900 && year < 2200 && month <= 12 && day <= 31 &&
         g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

/**
 * jg_json_is_id:
 * @text: (nullable): any text
 *
 * Tells whether a text matches ^[a-z0-9][a-z0-9.-]{0,63}$, the form of every id and key.
 *
 * Returns: %TRUE for an id
 */
gboolean
jg_json_is_id (const char *text)
{
  gsize n = 0;

  if (text == NULL)
    return FALSE;
  for (; text[n] != '\0'; n++)
    if (n >= MAX_ID_LENGTH || (!g_ascii_islower (text[n]) && !g_ascii_isdigit (text[n]) &&
                               (n == 0 || (text[n] != '.' && text[n] != '-'))))
      return FALSE;
  return n > 0;
}

static const char *
get_checked_string (JgJsonReader *self,
                    JsonObject *object,
                    const char *pointer,
                    const char *key,
                    JgJsonFlags flags,
                    gboolean (*check) (const char *),
                    const char *expected)
{
  const char *string = get_plain_string (self, object, pointer, key, flags, expected);

  if (string == NULL || check (string))
    return string;

  report_wrong (self, pointer, key, json_object_get_member (object, key), expected);
  return NULL;
}

/**
 * jg_json_get_date:
 * @self: the reader
 * @object: the object
 * @pointer: its pointer
 * @key: the key
 * @flags: what is allowed
 *
 * Reads a date for which jg_json_is_date() holds.
 *
 * Returns: (transfer none) (nullable): the date as written; %NULL when absent, null or wrong
 */
const char *
jg_json_get_date (
    JgJsonReader *self, JsonObject *object, const char *pointer, const char *key, JgJsonFlags flags)
{
  g_return_val_if_fail (self != NULL && object != NULL, NULL);
  g_return_val_if_fail (pointer != NULL && key != NULL, NULL);

  return get_checked_string (self, object, pointer, key, flags, jg_json_is_date,
                             "真实存在的日期 YYYY-MM-DD、YYYY-MM 或 YYYY");
}

/**
 * jg_json_get_id:
 * @self: the reader
 * @object: the object
 * @pointer: its pointer
 * @key: the key
 * @flags: what is allowed
 *
 * Reads an id or key for which jg_json_is_id() holds.
 *
 * Returns: (transfer none) (nullable): the id; %NULL when absent, null or wrong
 */
const char *
jg_json_get_id (
    JgJsonReader *self, JsonObject *object, const char *pointer, const char *key, JgJsonFlags flags)
{
  g_return_val_if_fail (self != NULL && object != NULL, NULL);
  g_return_val_if_fail (pointer != NULL && key != NULL, NULL);

  return get_checked_string (
      self, object, pointer, key, flags, jg_json_is_id,
      "小写字母、数字、点和连字符组成的编号（64 个字符以内，以字母或数字开头）");
}

/**
 * jg_json_get_code:
 * @self: the reader
 * @object: the object
 * @pointer: its pointer
 * @key: the key
 * @flags: what is allowed
 * @parts: how many groups the code must have (1 major class … 4 occupation), or 0 for any
 *
 * Reads an occupation or class code written as 4-01-02-07.
 *
 * Returns: (transfer none) (nullable): the code; %NULL when absent, null or wrong
 */
const char *
jg_json_get_code (JgJsonReader *self,
                  JsonObject *object,
                  const char *pointer,
                  const char *key,
                  JgJsonFlags flags,
                  guint parts)
{
  static const char *const expected[] = {
    "职业分类代码，如 4、4-01、4-01-02 或 4-01-02-07",
    "大类代码，如 4",
    "中类代码，如 4-01",
    "小类代码，如 4-01-02",
    "职业代码，如 4-01-02-07",
  };
  const char *string;

  g_return_val_if_fail (self != NULL && object != NULL, NULL);
  g_return_val_if_fail (pointer != NULL && key != NULL, NULL);
  g_return_val_if_fail (parts < G_N_ELEMENTS (expected), NULL);

  string = get_plain_string (self, object, pointer, key, flags, expected[parts]);
  if (string == NULL)
    return NULL;
  if (!jg_code_is_valid (string) || (parts > 0 && jg_code_get_parts (string) != parts))
    {
      report_wrong (self, pointer, key, json_object_get_member (object, key), expected[parts]);
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
  node = find_member (self, object, pointer, key, flags, expected);
  if (node == NULL)
    return FALSE;
  if (json_node_get_value_type (node) != G_TYPE_INT64 || json_node_get_int (node) < min ||
      json_node_get_int (node) > max)
    {
      report_wrong (self, pointer, key, node, expected);
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

  node = find_member (self, object, pointer, key, flags, "数字");
  if (node == NULL)
    return FALSE;
  if (json_node_get_value_type (node) != G_TYPE_INT64 &&
      json_node_get_value_type (node) != G_TYPE_DOUBLE)
    {
      report_wrong (self, pointer, key, node, "数字");
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

  node = find_member (self, object, pointer, key, flags, " true 或 false");
  if (node == NULL)
    return FALSE;
  if (json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    {
      report_wrong (self, pointer, key, node, " true 或 false");
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
jg_json_get_object (
    JgJsonReader *self, JsonObject *object, const char *pointer, const char *key, JgJsonFlags flags)
{
  const char *expected = flags & JG_JSON_NULLABLE ? "一个对象 { } 或 null" : "一个对象 { }";
  JsonNode *node;

  g_return_val_if_fail (self != NULL && object != NULL, NULL);
  g_return_val_if_fail (pointer != NULL && key != NULL, NULL);

  node = find_member (self, object, pointer, key, flags, expected);
  if (node == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      report_wrong (self, pointer, key, node, expected);
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

  node = find_member (self, object, pointer, key, flags, expected);
  if (node == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      report_wrong (self, pointer, key, node, expected);
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

      report_wrong (self, where, NULL, node, "一个对象 { }");
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

      report_wrong (self, where, NULL, node, "不空的文字");
      return NULL;
    }

  return json_node_get_string (node);
}

/**
 * jg_json_get_string_array:
 * @self: the reader
 * @object: the object
 * @pointer: its pointer
 * @key: the key
 * @flags: what is allowed
 * @allowed: (array zero-terminated=1) (nullable): the words that may stand in it, or %NULL
 *
 * Reads an array of strings, none of them blank. It may be empty.
 *
 * Returns: (transfer full) (nullable): the strings (free with g_strfreev()), empty for an empty
 *   array; %NULL when absent, null or anything in it is wrong
 */
char **
jg_json_get_string_array (JgJsonReader *self,
                          JsonObject *object,
                          const char *pointer,
                          const char *key,
                          JgJsonFlags flags,
                          const char *const *allowed)
{
  g_autoptr (GStrvBuilder) builder = NULL;
  g_autofree char *where = NULL;
  gboolean good = TRUE;
  JsonArray *array;

  g_return_val_if_fail (self != NULL && object != NULL, NULL);
  g_return_val_if_fail (pointer != NULL && key != NULL, NULL);

  array = jg_json_get_array (self, object, pointer, key, flags, 0);
  if (array == NULL)
    return NULL;

  builder = g_strv_builder_new ();
  where = jg_json_pointer (pointer, key);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      const char *string = jg_json_array_string (self, array, where, i);

      if (string != NULL && allowed != NULL && !g_strv_contains (allowed, string))
        {
          g_autofree char *place = jg_json_pointer_index (where, i);
          g_autofree char *expected = join_allowed (allowed);

          report_wrong (self, place, NULL, json_array_get_element (array, i), expected);
          string = NULL;
        }
      if (string == NULL)
        good = FALSE;
      else
        g_strv_builder_add (builder, string);
    }

  return good ? g_strv_builder_end (builder) : NULL;
}
