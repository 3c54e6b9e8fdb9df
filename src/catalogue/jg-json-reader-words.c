/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-json-reader-private.h"

#include <string.h>

#include "jg-code.h"
#include "jg-text-forbidden.h"

#define MAX_ID_LENGTH 64
#define MAX_DISTANCE 3

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
  guint best = MIN (MAX_DISTANCE, (guint) strlen (text) / 3) + 1;

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
 * jg_json_get_string:
 * @self: the reader
 * @object: the object
 * @pointer: its pointer
 * @key: the key
 * @flags: what is allowed
 * @max_characters: the most characters, or 0 for the gate's limit
 *
 * Reads a string. One that is empty or white space alone is an error without JG_JSON_MAY_BE_EMPTY; with JG_JSON_NAME one of
 * several lines or with tags or entities of a markup language is.
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

  string = jg_json_reader_get_plain (self, object, pointer, key, flags,
                                     flags & JG_JSON_NULLABLE ? "文字或 null" : "文字");
  if (string != NULL && max_characters > 0 && g_utf8_strlen (string, -1) > (glong) max_characters)
    {
      jg_json_reader_report (self, pointer, key, "有 %ld 个字；应不超过 %u 个字",
                             g_utf8_strlen (string, -1), max_characters);
      return NULL;
    }
  if (string != NULL && (flags & JG_JSON_NAME) && strchr (string, '\n') != NULL)
    {
      jg_json_reader_report (self, pointer, key, "有换行；应写成一行");
      return NULL;
    }
  if (string != NULL && (flags & JG_JSON_NAME) && jg_text_has_markup (string))
    {
      jg_json_reader_report (self, pointer, key,
                             "有标记语言（如 <b>、&amp;）；应是纯文字，请删去标记");
      return NULL;
    }

  return string;
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
  string = jg_json_reader_get_plain (self, object, pointer, key, flags, expected);
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
  const char *string = jg_json_reader_get_plain (self, object, pointer, key, flags, expected);

  if (string == NULL || check (string))
    return string;

  jg_json_reader_wrong (self, pointer, key, json_object_get_member (object, key), expected);
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
jg_json_get_date (JgJsonReader *self,
                  JsonObject *object,
                  const char *pointer,
                  const char *key,
                  JgJsonFlags flags)
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
jg_json_get_id (JgJsonReader *self,
                JsonObject *object,
                const char *pointer,
                const char *key,
                JgJsonFlags flags)
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

  string = jg_json_reader_get_plain (self, object, pointer, key, flags, expected[parts]);
  if (string == NULL)
    return NULL;
  if (!jg_code_is_valid (string) || (parts > 0 && jg_code_get_parts (string) != parts))
    {
      jg_json_reader_wrong (self, pointer, key, json_object_get_member (object, key),
                            expected[parts]);
      return NULL;
    }

  return string;
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

          jg_json_reader_wrong (self, place, NULL, json_array_get_element (array, i), expected);
          string = NULL;
        }
      if (string == NULL)
        good = FALSE;
      else
        g_strv_builder_add (builder, string);
    }

  return good ? g_strv_builder_end (builder) : NULL;
}
