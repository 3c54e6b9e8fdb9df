/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading and writing jobguide-courses/1. A file is hostile until every value of it has been checked. */

#include "jg-course-file.h"

#include <math.h>
#include <string.h>

#include "catalogue/jg-json-reader.h"
#include "text/jg-text-forbidden.h"

#define SCHEMA_STEM "jobguide-courses/"
#define SCHEMA SCHEMA_STEM "1"

static const char *const root_keys[] = { "schema", "provenance", "courses", NULL };
static const char *const module_keys[] = { "name", "hours", "content", "tasks", NULL };
static const char *const link_keys[] = { "text", "decision", "hours", NULL };
static const char *const decisions[] = { "accepted", "refused", NULL };
static const char *const schemas[] = { SCHEMA, NULL };
static const char *const provenances[] = { "local", NULL };

/* Past 50 problems nobody reads on. */
#define MAX_LISTED 50

static gboolean
read_hours (JgJsonReader *reader,
            JsonObject *object,
            const char *pointer,
            const char *key,
            int *halves)
{
  double value;

  if (!jg_json_get_number (reader, object, pointer, key, JG_JSON_OPTIONAL, &value))
    return FALSE;
  if (!(value >= 0 && value <= JG_COURSE_MAX_HOURS) || value * 2 != floor (value * 2))
    {
      jg_json_reader_report (reader, pointer, key, "应为 0 到 %d 的课时数，整数或半个",
                             JG_COURSE_MAX_HOURS);
      return FALSE;
    }
  *halves = (int) (value * 2);
  return TRUE;
}

/* The checks of a text that the reader does not make. */
static const char *
read_words (JgJsonReader *reader,
            JsonObject *object,
            const char *pointer,
            const char *key,
            JgJsonFlags flags,
            guint max)
{
  const char *text = jg_json_get_string (reader, object, pointer, key, flags, max);

  if (text == NULL)
    return NULL;
  if (g_unichar_isspace (g_utf8_get_char (text)) ||
      g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (text + strlen (text)))))
    {
      jg_json_reader_report (reader, pointer, key, "应为前后没有空格的文字");
      return NULL;
    }
  return text;
}

static char *
read_ids (JgJsonReader *reader, JsonObject *object, const char *pointer, const char *key)
{
  g_auto (GStrv) ids = NULL;

  if (!json_object_has_member (object, key))
    return NULL;
  ids = jg_json_get_string_array (reader, object, pointer, key, JG_JSON_OPTIONAL, NULL);
  if (ids == NULL || ids[0] == NULL)
    return NULL;
  for (guint i = 0; ids[i] != NULL; i++)
    if (!jg_json_is_id (ids[i]))
      {
        jg_json_reader_report (reader, pointer, key, "第 %u 项应为政策编号，如 gbf-2020-27.16",
                               i + 1);
        return NULL;
      }
  return g_strjoinv (" ", ids);
}

static void
read_field (JgJsonReader *reader,
            JgCourse *course,
            JsonObject *object,
            const char *pointer,
            JgCourseField field)
{
  const char *key = jg_course_field_nick (field);
  const JgJsonFlags flags =
      field == JG_COURSE_ID || field == JG_COURSE_NAME || field == JG_COURSE_STATE
          ? JG_JSON_REQUIRED
          : JG_JSON_OPTIONAL;
  g_autofree char *value = NULL;
  g_autoptr (GError) error = NULL;
  gint64 number;
  int halves;

  switch (jg_course_field_kind (field))
    {
    case JG_COURSE_KIND_ID:
      value = g_strdup (jg_json_get_id (reader, object, pointer, key, flags));
      break;
    case JG_COURSE_KIND_CHOICE:
      value = g_strdup (
          jg_json_get_enum (reader, object, pointer, key, flags, jg_course_field_choices (field)));
      break;
    case JG_COURSE_KIND_TEXT:
      value =
          g_strdup (read_words (reader, object, pointer, key, flags, jg_course_field_max (field)));
      break;
    case JG_COURSE_KIND_DATE:
      value = g_strdup (jg_json_get_date (reader, object, pointer, key, flags));
      break;
    case JG_COURSE_KIND_CODE:
      value = g_strdup (jg_json_get_code (reader, object, pointer, key, flags, 4));
      break;
    case JG_COURSE_KIND_HOURS:
      if (read_hours (reader, object, pointer, key, &halves))
        value = jg_course_hours_dup (halves);
      break;
    case JG_COURSE_KIND_NUMBER:
      if (jg_json_get_int (reader, object, pointer, key, flags, 1, JG_COURSE_MAX_CAPACITY, &number))
        value = g_strdup_printf ("%" G_GINT64_FORMAT, number);
      break;
    case JG_COURSE_KIND_IDS:
      value = read_ids (reader, object, pointer, key);
      break;
    default:
      g_assert_not_reached ();
    }
  if (value != NULL && !jg_course_set (course, field, value, &error))
    jg_json_reader_report (reader, pointer, key, "%s", error->message);
}

static void
read_link (JgJsonReader *reader, JgCourseModule *module, JsonObject *object, const char *pointer)
{
  const char *text, *decision;
  int halves = JG_COURSE_NO_HOURS;

  jg_json_check_keys (reader, object, pointer, link_keys);
  text = read_words (reader, object, pointer, "text", JG_JSON_REQUIRED, JG_COURSE_MAX_TASK);
  decision = jg_json_get_enum (reader, object, pointer, "decision", JG_JSON_REQUIRED, decisions);
  read_hours (reader, object, pointer, "hours", &halves);
  if (text == NULL || decision == NULL)
    return;
  if (halves != JG_COURSE_NO_HOURS && decision == decisions[1])
    jg_json_reader_report (reader, pointer, "hours", "不对应的任务没有课时；请删去");
  else if (jg_course_module_find_link (module, text) != NULL)
    jg_json_reader_report (reader, pointer, "text",
                           "前面已有这项任务；一个模块对一项任务应只写一次");
  else
    jg_course_module_decide (module, text, decision == decisions[0], halves);
}

static void
read_module (JgJsonReader *reader, JgCourse *course, JsonObject *object, const char *pointer)
{
  JgCourseModule *module;
  JsonArray *links;
  g_autofree char *list = jg_json_pointer (pointer, "tasks");

  jg_json_check_keys (reader, object, pointer, module_keys);
  module = jg_course_add_module (course, read_words (reader, object, pointer, "name",
                                                     JG_JSON_REQUIRED, JG_COURSE_MAX_MODULE_NAME));
  read_hours (reader, object, pointer, "hours", &module->hours);
  module->content = g_strdup (
      read_words (reader, object, pointer, "content", JG_JSON_OPTIONAL, JG_COURSE_MAX_CONTENT));
  links =
      jg_json_get_array (reader, object, pointer, "tasks", JG_JSON_OPTIONAL, JG_COURSE_MAX_LINKS);
  for (guint i = 0; links != NULL && i < MIN (json_array_get_length (links), JG_COURSE_MAX_LINKS);
       i++)
    {
      JsonObject *link = jg_json_array_object (reader, links, list, i);
      g_autofree char *place = jg_json_pointer_index (list, i);

      if (link != NULL)
        read_link (reader, module, link, place);
    }
}

static void
check_course_keys (JgJsonReader *reader, JsonObject *object, const char *pointer)
{
  const char *keys[JG_N_COURSE_FIELDS + 2];

  for (guint field = 0; field < JG_N_COURSE_FIELDS; field++)
    keys[field] = jg_course_field_nick (field);
  keys[JG_N_COURSE_FIELDS] = "modules";
  keys[JG_N_COURSE_FIELDS + 1] = NULL;
  jg_json_check_keys (reader, object, pointer, keys);
}

static void
read_course (JgJsonReader *reader,
             GPtrArray *courses,
             GHashTable *ids,
             JsonObject *object,
             const char *pointer)
{
  g_autoptr (JgCourse) course = jg_course_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *list = jg_json_pointer (pointer, "modules");
  JsonArray *modules;
  JgCourseField field;
  const guint before = reader->n_errors;

  check_course_keys (reader, object, pointer);
  for (guint i = 0; i < JG_N_COURSE_FIELDS; i++)
    read_field (reader, course, object, pointer, i);
  modules = jg_json_get_array (reader, object, pointer, "modules", JG_JSON_OPTIONAL,
                               JG_COURSE_MAX_MODULES);
  for (guint i = 0;
       modules != NULL && i < MIN (json_array_get_length (modules), JG_COURSE_MAX_MODULES); i++)
    {
      JsonObject *module = jg_json_array_object (reader, modules, list, i);
      g_autofree char *place = jg_json_pointer_index (list, i);

      if (module != NULL)
        read_module (reader, course, module, place);
    }
  if (course->values[JG_COURSE_ID] != NULL && !g_hash_table_add (ids, course->values[JG_COURSE_ID]))
    jg_json_reader_report (reader, pointer, "id", "前面已有编号“%s”；每门课程的编号应不同",
                           course->values[JG_COURSE_ID]);
  /* What is missing or wrong by itself has been said. */
  if (reader->n_errors == before && !jg_course_check_whole (course, &field, &error))
    jg_json_reader_report (reader, pointer, jg_course_field_nick (field), "%s", error->message);
  g_ptr_array_add (courses, g_steal_pointer (&course));
}

static gboolean
is_newer (JsonObject *root)
{
  JsonNode *node = json_object_get_member (root, "schema");
  const char *schema;
  guint64 version;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_STRING)
    return FALSE;
  schema = json_node_get_string (node);
  return g_str_has_prefix (schema, SCHEMA_STEM) &&
         g_ascii_string_to_unsigned (schema + sizeof SCHEMA_STEM - 1, 10, 2, G_MAXUINT, &version,
                                     NULL);
}

static void
read_root (JgJsonReader *reader, GPtrArray *courses, JsonObject *root)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  JsonArray *array;

  jg_json_check_keys (reader, root, "", root_keys);
  jg_json_get_enum (reader, root, "", "schema", JG_JSON_REQUIRED, schemas);
  jg_json_get_enum (reader, root, "", "provenance", JG_JSON_REQUIRED, provenances);
  array = jg_json_get_array (reader, root, "", "courses", JG_JSON_REQUIRED, JG_COURSE_MAX_COURSES);
  for (guint i = 0; array != NULL && i < MIN (json_array_get_length (array), JG_COURSE_MAX_COURSES);
       i++)
    {
      JsonObject *object = jg_json_array_object (reader, array, "/courses", i);
      g_autofree char *pointer = jg_json_pointer_index ("/courses", i);

      if (object != NULL)
        read_course (reader, courses, ids, object, pointer);
    }
}

/**
 * jg_course_file_parse:
 * @name: what to call the data in messages
 * @data: (array length=length): the data
 * @length: bytes of it
 * @error: return location
 *
 * Reads jobguide-courses/1. All of it is checked; nothing is taken from data with one error.
 *
 * Returns: (transfer full) (nullable) (element-type JgCourse): the courses in the order of the file, or %NULL with
 *   JG_COURSE_ERROR_NEWER or JG_COURSE_ERROR_DAMAGED, whose message has a line for each error found
 */
GPtrArray *
jg_course_file_parse (const char *name, const char *data, gsize length, GError **error)
{
  g_autoptr (GPtrArray) errors = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) courses = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;
  JgJsonLimits limits = jg_json_limits_default;

  g_return_val_if_fail (name != NULL && data != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  courses = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_course_unref);
  limits.max_size = JG_COURSE_MAX_BYTES;
  root = jg_json_reader_parse (name, data, length, &limits, errors);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    {
      JsonObject *object = json_node_get_object (root);
      JgJsonReader reader;

      if (is_newer (object))
        {
          g_set_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_NEWER,
                       "%s 是更新版本的 JobGuide 写的（%s），这个版本读不了，也不会改动它。"
                       "请升级 JobGuide。",
                       name, json_object_get_string_member (object, "schema"));
          return NULL;
        }
      jg_json_reader_init (&reader, name, errors);
      read_root (&reader, courses, object);
    }
  else if (root != NULL)
    g_ptr_array_add (errors, g_strdup_printf ("%s：应为一个 JSON 对象", name));
  if (errors->len == 0)
    return g_steal_pointer (&courses);
  g_ptr_array_set_size (errors, (gint) MIN (errors->len, MAX_LISTED));
  g_ptr_array_add (errors, NULL);
  text = g_strjoinv ("\n", (char **) errors->pdata);
  g_set_error_literal (error, JG_COURSE_ERROR, JG_COURSE_ERROR_DAMAGED, text);
  return NULL;
}

/**
 * jg_course_file_read:
 * @path: (type filename): a file of jobguide-courses/1
 * @bytes: (out) (optional): what the file holds
 * @error: return location
 *
 * Reads a file of courses.
 *
 * Returns: (transfer full) (nullable) (element-type JgCourse): the courses, or %NULL with JG_COURSE_ERROR_READ,
 *   JG_COURSE_ERROR_NEWER or JG_COURSE_ERROR_DAMAGED; without a file the error is G_FILE_ERROR_NOENT
 */
GPtrArray *
jg_course_file_read (const char *path, GBytes **bytes, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *name = NULL;
  g_autofree char *data = NULL;
  gsize length = 0;
  GPtrArray *courses;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  name = jg_text_dup_path_name (path);
  data = jg_json_gate_read_file (path, JG_COURSE_MAX_BYTES, &length, &local);
  if (data == NULL && g_error_matches (local, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (data == NULL)
    {
      g_set_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_READ, "读不出课程文件：%s",
                   local->message);
      return NULL;
    }
  courses = jg_course_file_parse (name, data, length, error);
  if (courses != NULL && bytes != NULL)
    *bytes = g_bytes_new_take (g_steal_pointer (&data), length);
  return courses;
}

static void
put (JsonBuilder *builder, const char *key, const char *value)
{
  if (value == NULL)
    return;
  json_builder_set_member_name (builder, key);
  json_builder_add_string_value (builder, value);
}

static void
put_hours (JsonBuilder *builder, const char *key, int halves)
{
  if (halves == JG_COURSE_NO_HOURS)
    return;
  json_builder_set_member_name (builder, key);
  if (halves % 2 == 0)
    json_builder_add_int_value (builder, halves / 2);
  else
    json_builder_add_double_value (builder, halves / 2.0);
}

static void
put_field (JsonBuilder *builder, const JgCourse *course, JgCourseField field)
{
  const char *key = jg_course_field_nick (field);
  const char *value = jg_course_get (course, field);

  if (value == NULL)
    return;
  switch ((int) jg_course_field_kind (field))
    {
    case JG_COURSE_KIND_HOURS:
      put_hours (builder, key, jg_course_hours_parse (value));
      break;
    case JG_COURSE_KIND_NUMBER:
      json_builder_set_member_name (builder, key);
      json_builder_add_int_value (builder, g_ascii_strtoll (value, NULL, 10));
      break;
    case JG_COURSE_KIND_IDS:
      {
        g_auto (GStrv) ids = g_strsplit (value, " ", -1);

        json_builder_set_member_name (builder, key);
        json_builder_begin_array (builder);
        for (guint i = 0; ids[i] != NULL; i++)
          json_builder_add_string_value (builder, ids[i]);
        json_builder_end_array (builder);
        break;
      }
    default:
      put (builder, key, value);
    }
}

static void
put_module (JsonBuilder *builder, const JgCourseModule *module)
{
  json_builder_begin_object (builder);
  put (builder, "name", module->name);
  put_hours (builder, "hours", module->hours);
  put (builder, "content", module->content);
  if (module->links->len > 0)
    {
      json_builder_set_member_name (builder, "tasks");
      json_builder_begin_array (builder);
      for (guint i = 0; i < module->links->len; i++)
        {
          const JgCourseLink *link = g_ptr_array_index (module->links, i);

          json_builder_begin_object (builder);
          put (builder, "text", link->task);
          put (builder, "decision", decisions[link->accepted ? 0 : 1]);
          put_hours (builder, "hours", link->hours);
          json_builder_end_object (builder);
        }
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);
}

/**
 * jg_course_file_to_data:
 * @courses: (element-type JgCourse): courses, each with an id
 *
 * Writes jobguide-courses/1; the same courses give the same bytes.
 *
 * Returns: (transfer full): the file
 */
char *
jg_course_file_to_data (GPtrArray *courses)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *json = NULL;

  g_return_val_if_fail (courses != NULL, NULL);

  json_builder_begin_object (builder);
  put (builder, "schema", SCHEMA);
  put (builder, "provenance", provenances[0]);
  json_builder_set_member_name (builder, "courses");
  json_builder_begin_array (builder);
  for (guint i = 0; i < courses->len; i++)
    {
      const JgCourse *course = g_ptr_array_index (courses, i);

      json_builder_begin_object (builder);
      for (guint field = 0; field < JG_N_COURSE_FIELDS; field++)
        put_field (builder, course, field);
      json_builder_set_member_name (builder, "modules");
      json_builder_begin_array (builder);
      for (guint k = 0; k < course->modules->len; k++)
        put_module (builder, g_ptr_array_index (course->modules, k));
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json = json_generator_to_data (generator, NULL);
  return g_strconcat (json, "\n", NULL);
}
