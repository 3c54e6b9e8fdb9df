/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything that is held on one person, for that person. */

#include "jg-case-export.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "catalogue/jg-json-reader.h"
#include "jg-case-audit.h"
#include "jg-case-backup.h"
#include "jg-case-code.h"
#include "jg-case-figures-private.h"
#include "jg-case-id-number.h"
#include "jg-case-store-private.h"

#define SCHEMA "jobguide-case-export/1"
#define MAX_ENTRIES 100000

/* "" is written as null. */
static void
put (JsonBuilder *builder, const char *key, const char *text)
{
  json_builder_set_member_name (builder, key);
  if (text != NULL && *text != '\0')
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
put_int (JsonBuilder *builder, const char *key, gint64 value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_int_value (builder, value);
}

static void
put_time (JsonBuilder *builder, const char *key, gint64 time)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (time);
  g_autofree char *text = local != NULL ? g_date_time_format_iso8601 (local) : NULL;

  put (builder, key, text);
}

static void
put_list (JsonBuilder *builder, const char *key, char **list)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (guint i = 0; list[i] != NULL; i++)
    json_builder_add_string_value (builder, list[i]);
  json_builder_end_array (builder);
}

static void
put_summary (JsonBuilder *builder, const JgCaseSummary *summary)
{
  g_autofree char *number = jg_case_code_from_id (summary->id);

  json_builder_set_member_name (builder, "case");
  json_builder_begin_object (builder);
  put (builder, "number", number);
  put (builder, "alias", summary->alias);
  put (builder, "status", summary->status == JG_CASE_CLOSED ? "closed" : "open");
  put_time (builder, "created", summary->created);
  put_time (builder, "changed", summary->changed);
  put (builder, "counsellor", summary->counsellor);
  put (builder, "follow_up", summary->follow_up);
  put (builder, "retain_until", summary->retain_until);
  json_builder_set_member_name (builder, "occupations");
  json_builder_begin_array (builder);
  for (guint i = 0; summary->occupations[i] != NULL; i++)
    {
      json_builder_begin_object (builder);
      put (builder, "id", summary->occupations[i]);
      put (builder, "name", summary->occupation_names[i]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
put_consent (JgCaseStore *self, JsonBuilder *builder, const JgCaseSummary *summary)
{
  g_autofree char *notice = NULL;

  if (summary->consent_version > 0)
    notice = jg_case_store_dup_notice (self, summary->consent_version, NULL, NULL);
  json_builder_set_member_name (builder, "consent");
  json_builder_begin_object (builder);
  put_int (builder, "version", summary->consent_version);
  put (builder, "date", summary->consent_date);
  put (builder, "notice", notice);
  json_builder_end_object (builder);
}

static gboolean
put_figures (JgCaseStore *self, JsonBuilder *builder, gint64 id, GError **error)
{
  g_autoptr (JgCaseKeptFigures) figures = jg_case_store_read_figures (self, self->db, id, error);

  if (figures == NULL)
    return FALSE;
  json_builder_set_member_name (builder, "figures");
  json_builder_begin_object (builder);
  put_list (builder, "sessions", figures->sessions);
  put_list (builder, "groups", figures->groups);
  put_list (builder, "measures", figures->measures);
  put_list (builder, "contacts", figures->contacts);
  put_list (builder, "follow_ups", figures->follow_ups);
  json_builder_end_object (builder);
  return TRUE;
}

/* The content as it is: an object where it is one, else its text. */
static void
put_content (JsonBuilder *builder, GBytes *content)
{
  g_autoptr (GPtrArray) errors = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (JsonNode) root = NULL;
  JgJsonLimits limits = jg_json_limits_default;
  gsize length = 0;
  const char *text = g_bytes_get_data (content, &length);

  limits.max_size = JG_CASE_MAX_CONTENT;
  root = jg_json_reader_parse ("record", text, length, &limits, errors);
  if (root != NULL)
    {
      json_builder_set_member_name (builder, "record");
      json_builder_add_value (builder, g_steal_pointer (&root));
    }
  else
    {
      g_autofree char *copy = g_strndup (text, length);

      put (builder, "content", copy);
    }
}

static gboolean
put_entries (JgCaseStore *self, JsonBuilder *builder, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) entries = jg_case_store_list_entries (self, id, 0, MAX_ENTRIES, error);

  if (entries == NULL)
    return FALSE;
  json_builder_set_member_name (builder, "audit");
  json_builder_begin_array (builder);
  for (guint i = entries->len; i > 0; i--)
    {
      const JgCaseEntry *entry = g_ptr_array_index (entries, i - 1);

      json_builder_begin_object (builder);
      put_time (builder, "time", entry->time);
      put (builder, "by", entry->name);
      put (builder, "act", jg_case_act_label (entry->act));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  return TRUE;
}

static GBytes *
generate (JsonBuilder *builder)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  gsize length = 0;
  char *text = NULL;

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, &length);
  return jg_case_wiping_bytes (text, length + 1, length);
}

/* jg_case_store_export:
 * @id: a case
 *
 * Puts together everything that is held on one person (jobguide-case-export/1), and writes down that it was done; an ID
 * number is told to be there, and not told.
 *
 * Returns: (transfer full): UTF-8 JSON, wiped with the last reference; %NULL with the errors of jg_case_store_load(), or
 *   one of writing */
GBytes *
jg_case_store_export (JgCaseStore *self, gint64 id, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JgCaseSummary) summary = NULL;
  g_autoptr (GBytes) content = NULL;
  g_autofree char *masked = NULL;
  g_autofree char *trace = NULL;

  g_return_val_if_fail (JG_IS_CASE_STORE (self), NULL);

  if (!jg_case_store_check_unlocked (self, error))
    return NULL;
  content = jg_case_store_read_content (self, id, error);
  if (content == NULL || !jg_case_store_note (self, JG_CASE_ACT_EXPORT, id, error))
    return NULL;
  summary = jg_case_store_get (self, id);
  masked = jg_case_store_dup_masked_id_number (self, id, NULL);
  trace = jg_case_store_dup_last_trace (self);
  json_builder_begin_object (builder);
  put (builder, "schema", SCHEMA);
  put_time (builder, "exported", jg_case_store_now (self));
  put (builder, "by", self->counsellor_name);
  put_summary (builder, summary);
  put_consent (self, builder, summary);
  put (builder, "id_number", masked);
  put (builder, "backups_until", trace);
  if (!put_figures (self, builder, id, error) || !put_entries (self, builder, id, error))
    return NULL;
  put_content (builder, content);
  json_builder_end_object (builder);
  return generate (builder);
}
