/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading and writing jobguide-desk/1. A file is hostile until every value of it has been checked. */

#include "jg-desk-private.h"

#include "catalogue/jg-json-reader.h"

#define SCHEMA_STEM "jobguide-desk/"
#define SCHEMA SCHEMA_STEM "1"
#define MAX_NUMBER 2147483646

static const char *const root_keys[] = { "schema",  "provenance", "notes", "guides",
                                         "aliases", "missed",     NULL };
static const char *const note_keys[] = { "number", "measure", "date", "text", "by", NULL };
static const char *const guide_keys[] = { "measure",   "counter", "address", "hours", "telephone",
                                          "materials", "date",    "by",      NULL };
static const char *const alias_keys[] = { "text", "occupation", "date", "by", NULL };
static const char *const missed_keys[] = { "text", "count", "last", NULL };
static const char *const schemas[] = { SCHEMA, NULL };
static const char *const provenances[] = { "local", NULL };

/* jg_desk_content_new:
 *
 * Returns: (transfer full): nothing written yet */
JgDeskContent *
jg_desk_content_new (void)
{
  JgDeskContent *self = g_new0 (JgDeskContent, 1);

  self->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_desk_note_unref);
  self->guides = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_desk_guide_unref);
  self->aliases = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_desk_alias_unref);
  self->missed = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_desk_missed_unref);
  return self;
}

static void
copy_list (GPtrArray *to, GPtrArray *from, gpointer (*ref) (gpointer))
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, ref (g_ptr_array_index (from, i)));
}

/* jg_desk_content_copy:
 *
 * Returns: (transfer full): lists of their own with the same items */
JgDeskContent *
jg_desk_content_copy (const JgDeskContent *self)
{
  JgDeskContent *copy = jg_desk_content_new ();

  /* All four are counted boxes. */
  copy_list (copy->notes, self->notes, g_rc_box_acquire);
  copy_list (copy->guides, self->guides, g_rc_box_acquire);
  copy_list (copy->aliases, self->aliases, g_rc_box_acquire);
  copy_list (copy->missed, self->missed, g_rc_box_acquire);
  return copy;
}

/* jg_desk_content_free:
 * @self: (transfer full): a content */
void
jg_desk_content_free (JgDeskContent *self)
{
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->guides);
  g_ptr_array_unref (self->aliases);
  g_ptr_array_unref (self->missed);
  g_free (self);
}

static void
read_note (JgJsonReader *reader, JsonObject *object, const char *pointer, gpointer data)
{
  JgDeskContent *self = data;
  gint64 number = 0;
  const char *measure, *date, *text, *by;

  jg_json_check_keys (reader, object, pointer, note_keys);
  jg_json_get_int (reader, object, pointer, "number", JG_JSON_REQUIRED, 1, MAX_NUMBER, &number);
  measure = jg_json_get_id (reader, object, pointer, "measure", JG_JSON_REQUIRED);
  date = jg_json_get_date (reader, object, pointer, "date", JG_JSON_REQUIRED);
  text =
      jg_json_get_string (reader, object, pointer, "text", JG_JSON_REQUIRED, JG_DESK_NOTE_MAX_TEXT);
  by = jg_json_get_string (reader, object, pointer, "by", JG_JSON_REQUIRED, JG_DESK_MAX_NAME);
  for (guint i = 0; i < self->notes->len; i++)
    if (((JgDeskNote *) g_ptr_array_index (self->notes, i))->number == number)
      {
        jg_json_reader_report (reader, pointer, "number", "前面已有这个号；每条备注的号应不同");
        break;
      }
  g_ptr_array_add (self->notes, jg_desk_note_new ((guint) number, measure, date, text, by));
}

static void
read_guide (JgJsonReader *reader, JsonObject *object, const char *pointer, gpointer data)
{
  JgDeskContent *self = data;
  g_autoptr (JgDeskGuide) guide = NULL;
  const char *measure, *date, *by;
  guint n_fields = 0;

  jg_json_check_keys (reader, object, pointer, guide_keys);
  measure = jg_json_get_id (reader, object, pointer, "measure", JG_JSON_OPTIONAL);
  date = jg_json_get_date (reader, object, pointer, "date", JG_JSON_REQUIRED);
  by = jg_json_get_string (reader, object, pointer, "by", JG_JSON_REQUIRED, JG_DESK_MAX_NAME);
  guide = jg_desk_guide_new (measure, date, by);
  for (guint field = 0; field < JG_N_DESK_FIELDS; field++)
    {
      const char *nick = jg_desk_field_nick (field);

      n_fields += json_object_has_member (object, nick);
      jg_desk_guide_set_field (guide, field,
                               jg_json_get_string (reader, object, pointer, nick, JG_JSON_OPTIONAL,
                                                   jg_desk_field_max (field)));
    }
  if (n_fields == 0)
    jg_json_reader_report (reader, pointer, NULL,
                           "办事指南里什么也没写；至少应写 counter、address、hours、telephone、"
                           "materials 中的一项");
  for (guint i = 0; i < self->guides->len; i++)
    if (g_strcmp0 (((JgDeskGuide *) g_ptr_array_index (self->guides, i))->measure, measure) == 0)
      {
        jg_json_reader_report (reader, pointer, "measure",
                               "前面已有这项政策的办事指南；一项政策应只有一份");
        break;
      }
  g_ptr_array_add (self->guides, g_steal_pointer (&guide));
}

static void
read_alias (JgJsonReader *reader, JsonObject *object, const char *pointer, gpointer data)
{
  JgDeskContent *self = data;
  const char *text, *occupation, *date, *by;

  jg_json_check_keys (reader, object, pointer, alias_keys);
  text = jg_json_get_string (reader, object, pointer, "text", JG_JSON_REQUIRED,
                             JG_DESK_ALIAS_MAX_TEXT);
  occupation = jg_json_get_id (reader, object, pointer, "occupation", JG_JSON_REQUIRED);
  date = jg_json_get_date (reader, object, pointer, "date", JG_JSON_REQUIRED);
  by = jg_json_get_string (reader, object, pointer, "by", JG_JSON_REQUIRED, JG_DESK_MAX_NAME);
  for (guint i = 0; i < self->aliases->len; i++)
    {
      const JgDeskAlias *other = g_ptr_array_index (self->aliases, i);

      if (g_strcmp0 (other->text, text) == 0 && g_strcmp0 (other->occupation, occupation) == 0)
        {
          jg_json_reader_report (reader, pointer, "text", "前面已有这个职业的同一说法");
          break;
        }
    }
  g_ptr_array_add (self->aliases, jg_desk_alias_new (text, occupation, date, by));
}

static void
read_missed (JgJsonReader *reader, JsonObject *object, const char *pointer, gpointer data)
{
  JgDeskContent *self = data;
  g_autofree char *kept = NULL;
  gint64 count = 0;
  const char *text, *last;

  jg_json_check_keys (reader, object, pointer, missed_keys);
  text = jg_json_get_string (reader, object, pointer, "text", JG_JSON_REQUIRED,
                             JG_DESK_MISSED_MAX_TEXT);
  jg_json_get_int (reader, object, pointer, "count", JG_JSON_REQUIRED, 1, JG_DESK_MAX_COUNT,
                   &count);
  last = jg_json_get_date (reader, object, pointer, "last", JG_JSON_REQUIRED);
  kept = jg_desk_missed_dup_text (text);
  if (text != NULL && g_strcmp0 (kept, text) != 0)
    jg_json_reader_report (reader, pointer, "text",
                           "应为 2 到 12 个字、不含数字的小写文字，前后没有空格");
  for (guint i = 0; i < self->missed->len; i++)
    if (g_strcmp0 (((JgDeskMissed *) g_ptr_array_index (self->missed, i))->text, text) == 0)
      {
        jg_json_reader_report (reader, pointer, "text", "前面已有同一文字");
        break;
      }
  g_ptr_array_add (self->missed, jg_desk_missed_new (text, (guint) count, last));
}

/* jg_desk_content_parse:
 * @name: what to call the data in messages
 *
 * Reads jobguide-desk/1. All of it is checked; nothing is taken from data with one error.
 *
 * Returns: (transfer full) (nullable): the content, or %NULL with JG_DESK_ERROR_NEWER or
 *   JG_DESK_ERROR_DAMAGED, whose message has a line for each error found */
JgDeskContent *
jg_desk_content_parse (const char *name, const char *data, gsize length, GError **error)
{
  g_autoptr (GPtrArray) errors = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (JgDeskContent) self = jg_desk_content_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;
  JgJsonLimits limits = jg_json_limits_default;

  limits.max_size = JG_DESK_MAX_BYTES;
  root = jg_json_reader_parse (name, data, length, &limits, errors);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    {
      JsonObject *object = json_node_get_object (root);
      JgJsonReader reader;

      if (jg_json_is_newer (object, SCHEMA_STEM))
        {
          g_set_error (error, JG_DESK_ERROR, JG_DESK_ERROR_NEWER,
                       "%s 是更新版本的 JobGuide 写的（%s），这个版本读不了，也不会改动它。"
                       "请升级 JobGuide。",
                       name, json_object_get_string_member (object, "schema"));
          return NULL;
        }
      jg_json_reader_init (&reader, name, errors);
      jg_json_check_keys (&reader, object, "", root_keys);
      jg_json_get_enum (&reader, object, "", "schema", JG_JSON_REQUIRED, schemas);
      jg_json_get_enum (&reader, object, "", "provenance", JG_JSON_REQUIRED, provenances);
      jg_json_read_objects (&reader, object, "", "notes", JG_DESK_MAX_NOTES, read_note, self);
      jg_json_read_objects (&reader, object, "", "guides", JG_DESK_MAX_GUIDES, read_guide, self);
      jg_json_read_objects (&reader, object, "", "aliases", JG_DESK_MAX_ALIASES, read_alias, self);
      jg_json_read_objects (&reader, object, "", "missed", JG_DESK_MAX_MISSED, read_missed, self);
    }
  else if (errors->len == 0)
    {
      g_ptr_array_add (
          errors, g_strdup_printf ("%s：最外层应为对象，如 {\"schema\": \"%s\"}", name, SCHEMA));
    }
  if (errors->len == 0)
    return g_steal_pointer (&self);

  g_ptr_array_add (errors, NULL);
  text = g_strjoinv ("\n", (char **) errors->pdata);
  g_set_error_literal (error, JG_DESK_ERROR, JG_DESK_ERROR_DAMAGED, text);
  return NULL;
}

static void
put (JsonBuilder *builder, const char *key, const char *value)
{
  if (value == NULL)
    return;
  json_builder_set_member_name (builder, key);
  json_builder_add_string_value (builder, value);
}

/* jg_desk_content_to_data:
 *
 * Writes jobguide-desk/1: the same content always gives the same bytes.
 *
 * Returns: (transfer full): JSON, indented, with a newline at its end */
char *
jg_desk_content_to_data (const JgDeskContent *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *json = NULL;

  json_builder_begin_object (builder);
  put (builder, "schema", SCHEMA);
  put (builder, "provenance", "local");
  json_builder_set_member_name (builder, "notes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->notes->len; i++)
    {
      const JgDeskNote *note = g_ptr_array_index (self->notes, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "number");
      json_builder_add_int_value (builder, note->number);
      put (builder, "measure", note->measure);
      put (builder, "date", note->date);
      put (builder, "text", note->text);
      put (builder, "by", note->by);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "guides");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->guides->len; i++)
    {
      const JgDeskGuide *guide = g_ptr_array_index (self->guides, i);

      json_builder_begin_object (builder);
      put (builder, "measure", guide->measure);
      for (guint field = 0; field < JG_N_DESK_FIELDS; field++)
        put (builder, jg_desk_field_nick (field), guide->fields[field]);
      put (builder, "date", guide->date);
      put (builder, "by", guide->by);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "aliases");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->aliases->len; i++)
    {
      const JgDeskAlias *alias = g_ptr_array_index (self->aliases, i);

      json_builder_begin_object (builder);
      put (builder, "text", alias->text);
      put (builder, "occupation", alias->occupation);
      put (builder, "date", alias->date);
      put (builder, "by", alias->by);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "missed");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->missed->len; i++)
    {
      const JgDeskMissed *missed = g_ptr_array_index (self->missed, i);

      json_builder_begin_object (builder);
      put (builder, "text", missed->text);
      json_builder_set_member_name (builder, "count");
      json_builder_add_int_value (builder, missed->count);
      put (builder, "last", missed->last);
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
