/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading jobguide-profile/1. A file is hostile until every value of it has been checked. */

#include "jg-profile-private.h"

#include "jg-text-forbidden.h"

#include <string.h>

#define SCHEMA "jobguide-profile/1"
#define MAX_BYTES (1024 * 1024)
#define MAX_FACTS 500
#define MAX_NUMBER 1e9

/* Every key but the schema may be left out, and null says the same. */
#define ANSWER (JG_JSON_OPTIONAL | JG_JSON_NULLABLE)

static const char *const sexes[] = { "male", "female", NULL };
static const char *const schemas[] = { SCHEMA, NULL };
static const char *const keys[] = { "schema",    "alias",  "sex",   "birth",  "age",
                                    "education", "places", "facts", "skills", "experience",
                                    "wish",      "wants",  NULL };

static void
read_age (JgJsonReader *reader, JgProfile *profile, JsonObject *object, const char *at)
{
  const char *birth = jg_json_get_string (reader, object, at, "birth", ANSWER, 10);
  gint64 age = -1;
  gboolean has_age =
      jg_json_get_int (reader, object, at, "age", ANSWER, 0, JG_PROFILE_MAX_AGE, &age);

  if (birth != NULL && !jg_profile_birth_is_valid (birth))
    jg_json_reader_report (reader, at, "birth",
                           "没有这样的出生日期；应为 1900 年至 2199 年间存在的日期，如 "
                           "\"1991-03-05\"、\"1991-03\" 或 \"1991\"");
  else if (birth != NULL && has_age)
    jg_json_reader_report (reader, at, "age",
                           "已写了 birth（出生年月）；两者只能写一个，请删去 age");
  else if (birth != NULL)
    jg_profile_set_birth (profile, birth);
  else if (has_age)
    jg_profile_set_age (profile, (int) age);
}

static void
read_places (JgJsonReader *reader, JgProfile *profile, JsonObject *root, const char *at)
{
  JsonObject *places = jg_json_get_object (reader, root, at, "places", ANSWER);
  g_autofree char *pointer = jg_json_pointer (at, "places");

  if (places == NULL)
    return;
  jg_json_check_keys (reader, places, pointer, jg_place_nicks ());
  for (guint place = 0; place < JG_N_PLACES; place++)
    {
      const char *nick = jg_place_nick (place);
      const char *code = jg_json_get_string (reader, places, pointer, nick, ANSWER, 6);

      if (code != NULL && jg_place_code_is_valid (code))
        jg_profile_set_place (profile, place, code);
      else if (code != NULL)
        jg_json_reader_report (
            reader, pointer, nick,
            "不是行政区划代码；应为 GB/T 2260 的六位数字，如 \"330100\"（杭州市）");
    }
}

/* A string that is shaped like a date has to be one; any other string is taken for a code. */
static gboolean
is_shaped_like_date (const char *text)
{
  return g_regex_match_simple ("^[0-9]{4}-[0-9]{1,2}(-[0-9]{1,2})?$", text, G_REGEX_DOLLAR_ENDONLY,
                               0);
}

static gboolean
holds (JsonNode *node, GType type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

/* Which type a fact needs is known to the vocabulary only, so all four are read here. */
static const char *
read_fact (JgProfile *profile, const char *key, JsonNode *node)
{
  GDate first, last;

  if (JSON_NODE_HOLDS_NULL (node))
    {
      jg_profile_set_fact_unknown (profile, key);
    }
  else if (holds (node, G_TYPE_BOOLEAN))
    {
      jg_profile_set_fact_boolean (profile, key, json_node_get_boolean (node));
    }
  else if (holds (node, G_TYPE_INT64) || holds (node, G_TYPE_DOUBLE))
    {
      double number = json_node_get_double (node);

      if (!(number >= 0 && number <= MAX_NUMBER))
        return "数目要在 0 到 1000000000 之间";
      jg_profile_set_fact_number (profile, key, number);
    }
  else if (holds (node, G_TYPE_STRING))
    {
      const char *text = json_node_get_string (node);

      if (*text == '\0')
        return "不能是空文字；没问过就不写这一项，问过不知道写 null";
      if (g_utf8_strlen (text, -1) > JG_PROFILE_MAX_WORDS)
        return "太长；应为日期或代码";
      if (is_shaped_like_date (text) && !jg_profile_read_date (text, &first, &last))
        return "没有这样的日期；应为存在的日期，如 \"2026-06-01\"";
      jg_profile_set_fact_string (profile, key, text);
    }
  else
    {
      return "应为 true、false、null（问过，不知道）、数字，或带引号的日期、代码";
    }
  return NULL;
}

static void
read_facts (JgJsonReader *reader, JgProfile *profile, JsonObject *root, const char *at)
{
  JsonObject *facts = jg_json_get_object (reader, root, at, "facts", ANSWER);
  g_autofree char *pointer = jg_json_pointer (at, "facts");
  g_autoptr (GList) members = NULL;

  if (facts == NULL)
    return;
  if (json_object_get_size (facts) > MAX_FACTS)
    {
      jg_json_reader_report (reader, at, "facts", "写了太多项；最多 %d 项", MAX_FACTS);
      return;
    }
  members = json_object_get_members (facts);
  for (GList *l = members; l != NULL; l = l->next)
    {
      const char *key = l->data;
      const char *problem = "键是空的；应为事实的键，如 \"registered-unemployed\"";

      if (*key != '\0')
        problem = read_fact (profile, key, json_object_get_member (facts, key));
      if (problem != NULL)
        jg_json_reader_report (reader, pointer, key, "%s", problem);
    }
}

static void
read_skills (JgJsonReader *reader, JgProfile *profile, JsonObject *root, const char *at)
{
  JsonArray *skills = jg_json_get_array (reader, root, at, "skills", ANSWER, JG_PROFILE_MAX_SKILLS);
  g_autofree char *list = jg_json_pointer (at, "skills");
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; skills != NULL && i < json_array_get_length (skills); i++)
    {
      const char *skill = jg_json_array_string (reader, skills, list, i);

      if (skill != NULL && g_utf8_strlen (skill, -1) > JG_PROFILE_MAX_SKILL)
        {
          g_autofree char *pointer = jg_json_pointer_index (list, i);

          jg_json_reader_report (reader, pointer, NULL, "太长；一项技能最多 %d 个字，分成几项写",
                                 JG_PROFILE_MAX_SKILL);
        }
      else if (skill != NULL)
        {
          g_ptr_array_add (words, (gpointer) skill);
        }
    }
  g_ptr_array_add (words, NULL);
  jg_profile_set_skills (profile, (const char *const *) words->pdata);
}

static void
read_wants (JgJsonReader *reader, JgProfile *profile, JsonObject *root, const char *at)
{
  g_auto (GStrv) wants =
      jg_json_get_string_array (reader, root, at, "wants", ANSWER, jg_wants_nicks ());

  /* A word that is not allowed has been reported, and makes the whole file fail. */
  for (guint i = 0; wants != NULL && wants[i] != NULL; i++)
    if (jg_wants_label (wants[i]) != NULL)
      jg_profile_set_wants (profile, wants[i], TRUE);
}

/* jg_profile_read:
 * @at: the pointer of @object, "" for the root
 *
 * Reads a profile that is a file of its own or a part of one. Problems are added to the errors of @reader, and then
 * what was read is not to be used.
 *
 * Returns: (transfer full): the profile */
JgProfile *
jg_profile_read (JgJsonReader *reader, JsonObject *object, const char *at)
{
  const JgJsonFlags words = ANSWER | JG_JSON_MAY_BE_EMPTY;
  JgProfile *profile = jg_profile_new ();

  jg_json_check_keys (reader, object, at, keys);
  jg_json_get_enum (reader, object, at, "schema", JG_JSON_REQUIRED, schemas);
  jg_profile_set_alias (
      profile, jg_json_get_string (reader, object, at, "alias", words, JG_PROFILE_MAX_ALIAS));
  jg_profile_set_sex (profile, jg_json_get_enum (reader, object, at, "sex", ANSWER, sexes));
  read_age (reader, profile, object, at);
  jg_profile_set_education (
      profile, jg_json_get_enum (reader, object, at, "education", ANSWER, jg_education_nicks ()));
  read_places (reader, profile, object, at);
  read_facts (reader, profile, object, at);
  read_skills (reader, profile, object, at);
  jg_profile_set_experience (
      profile, jg_json_get_string (reader, object, at, "experience", words, JG_PROFILE_MAX_WORDS));
  jg_profile_set_wish (
      profile, jg_json_get_string (reader, object, at, "wish", words, JG_PROFILE_MAX_WORDS));
  read_wants (reader, profile, object, at);
  return profile;
}

/**
 * jg_profile_new_from_data:
 * @data: bytes that claim to be a profile
 * @length: their number, or -1 when @data ends with a zero byte
 * @name: what to call the data in messages
 * @error: return location
 *
 * Reads a profile (jobguide-profile/1). All of it is checked; nothing is taken from data with one error.
 *
 * Returns: (transfer full) (nullable): the profile, or %NULL with %JG_PROFILE_ERROR_INVALID, whose message has a line
 *   with name, JSON pointer and what to write for each error found
 */
JgProfile *
jg_profile_new_from_data (const char *data, gssize length, const char *name, GError **error)
{
  g_autoptr (GPtrArray) errors = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (JgProfile) profile = NULL;
  g_autoptr (JsonNode) root = NULL;
  JgJsonLimits limits = jg_json_limits_default;
  g_autofree char *text = NULL;

  g_return_val_if_fail (data != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  limits.max_size = MAX_BYTES;
  root = jg_json_reader_parse (name, data, length >= 0 ? (gsize) length : strlen (data), &limits,
                               errors);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    {
      JgJsonReader reader;

      jg_json_reader_init (&reader, name, errors);
      profile = jg_profile_read (&reader, json_node_get_object (root), "");
    }
  else if (errors->len == 0)
    {
      g_ptr_array_add (
          errors, g_strdup_printf ("%s：最外层应为对象，如 {\"schema\": \"%s\"}", name, SCHEMA));
    }
  if (errors->len == 0)
    return g_steal_pointer (&profile);

  g_ptr_array_add (errors, NULL);
  text = g_strjoinv ("\n", (char **) errors->pdata);
  g_set_error_literal (error, JG_PROFILE_ERROR, JG_PROFILE_ERROR_INVALID, text);
  return NULL;
}

/**
 * jg_profile_new_from_file:
 * @path: (type filename): a regular file of at most 1 MiB
 * @error: return location
 *
 * Reads a profile (jobguide-profile/1) from a file.
 *
 * Returns: (transfer full) (nullable): the profile, or %NULL with %JG_PROFILE_ERROR_READ, or as
 *   jg_profile_new_from_data()
 */
JgProfile *
jg_profile_new_from_file (const char *path, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *data = NULL;
  g_autoptr (GError) local_error = NULL;
  gsize length = 0;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  name = jg_text_dup_path_name (path);
  data = jg_json_gate_read_file (path, MAX_BYTES, &length, &local_error);
  if (data == NULL)
    {
      g_set_error_literal (error, JG_PROFILE_ERROR, JG_PROFILE_ERROR_READ, local_error->message);
      return NULL;
    }
  return jg_profile_new_from_data (data, (gssize) length, name, error);
}
