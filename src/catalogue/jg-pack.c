/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-pack.h"

#include "jg-pack-items.h"

static void
pack_occupation_free (JgPackOccupation *self)
{
  g_free (self->pointer);
  g_free (self->id);
  g_free (self->name);
  g_free (self->code);
  g_free (self->edition);
  g_free (self->origin);
  g_strfreev (self->marks);
  g_free (self->definition);
  g_ptr_array_unref (self->tasks);
  g_ptr_array_unref (self->work_types);
  g_clear_pointer (&self->source, jg_citation_free);
  g_free (self->note);
  g_free (self->provenance);
  g_free (self);
}

static void
operation_free (JgOperation *self)
{
  g_free (self->pointer);
  g_free (self->id);
  g_free (self->kind);
  g_free (self->document);
  g_free (self->clause);
  g_free (self->quote);
  g_free (self->occupation);
  g_free (self->from);
  g_free (self->to);
  g_free (self->work_type);
  g_free (self->work_type_name);
  g_strfreev (self->successors);
  g_free (self);
}

static void
pack_code_free (JgPackCode *self)
{
  g_free (self->pointer);
  g_free (self->occupation);
  g_free (self->edition);
  g_free (self->code);
  g_free (self->name);
  g_strfreev (self->marks);
  g_free (self->relation);
  g_free (self->now_means);
  g_free (self->note);
  g_free (self->provenance);
  g_free (self);
}

static void
pack_measure_free (JgPackMeasure *self)
{
  g_free (self->pointer);
  g_clear_pointer (&self->measure, jg_measure_unref);
  g_free (self->conditions);
  g_free (self->worker);
  g_free (self->note);
  g_free (self);
}

static void
pack_fact_free (JgPackFact *self)
{
  g_free (self->pointer);
  g_clear_pointer (&self->fact, jg_fact_free);
  g_free (self);
}

static void
pack_class_free (JgPackClass *self)
{
  g_free (self->pointer);
  g_clear_pointer (&self->class, jg_occupation_class_free);
  g_free (self);
}

static void
pack_alias_free (JgPackAlias *self)
{
  g_free (self->pointer);
  g_clear_pointer (&self->alias, jg_alias_free);
  g_free (self->grade);
  g_free (self);
}

static void
pack_synonym_free (JgPackSynonym *self)
{
  g_free (self->pointer);
  g_clear_pointer (&self->synonym, jg_synonym_free);
  g_free (self);
}

/* jg_pack_free:
 * @self: (transfer full): a pack */
void
jg_pack_free (JgPack *self)
{
  g_free (self->name);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->info, jg_pack_info_free);
  g_ptr_array_unref (self->documents);
  g_ptr_array_unref (self->facts);
  g_ptr_array_unref (self->classes);
  g_ptr_array_unref (self->occupations);
  g_ptr_array_unref (self->operations);
  g_ptr_array_unref (self->codes);
  g_ptr_array_unref (self->measures);
  g_ptr_array_unref (self->aliases);
  g_ptr_array_unref (self->synonyms);
  g_ptr_array_unref (self->elsewhere);
  g_free (self);
}

static JgPack *
pack_new (const char *name, GBytes *bytes)
{
  JgPack *self = g_new0 (JgPack, 1);

  self->name = g_strdup (name);
  self->bytes = g_bytes_ref (bytes);
  self->info = g_new0 (JgPackInfo, 1);
  self->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_pack_document_free);
  self->facts = g_ptr_array_new_with_free_func ((GDestroyNotify) pack_fact_free);
  self->classes = g_ptr_array_new_with_free_func ((GDestroyNotify) pack_class_free);
  self->occupations = g_ptr_array_new_with_free_func ((GDestroyNotify) pack_occupation_free);
  self->operations = g_ptr_array_new_with_free_func ((GDestroyNotify) operation_free);
  self->codes = g_ptr_array_new_with_free_func ((GDestroyNotify) pack_code_free);
  self->measures = g_ptr_array_new_with_free_func ((GDestroyNotify) pack_measure_free);
  self->aliases = g_ptr_array_new_with_free_func ((GDestroyNotify) pack_alias_free);
  self->synonyms = g_ptr_array_new_with_free_func ((GDestroyNotify) pack_synonym_free);
  self->elsewhere = g_ptr_array_new_with_free_func ((GDestroyNotify) pack_synonym_free);
  return self;
}

/* jg_pack_parse_sources:
 * @titles: (out) (transfer full): titles of what the file was made from
 * @licences: (out) (transfer full): the licence of each
 * @credits: (out) (transfer full): the credit of each
 *
 * Reads the `sources` list that every data file carries; at least one entry is wanted, since no
 * statement is without origin. */
void
jg_pack_parse_sources (JgJsonReader *reader,
                       JsonObject *root,
                       char ***titles,
                       char ***licences,
                       char ***credits)
{
  static const char *const allowed[] = { "title", "licence", "credit", NULL };
  g_autoptr (GStrvBuilder) title = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) licence = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) credit = g_strv_builder_new ();
  JsonArray *sources = jg_json_get_array (reader, root, "", "sources", JG_JSON_REQUIRED, 200);

  if (sources != NULL && json_array_get_length (sources) == 0)
    jg_json_reader_report (reader, "", "sources",
                           "列表是空的；应至少写明一个来源（title、licence、credit）");

  for (guint i = 0; sources != NULL && i < json_array_get_length (sources); i++)
    {
      g_autofree char *pointer = jg_json_pointer_index ("/sources", i);
      JsonObject *source = jg_json_array_object (reader, sources, "/sources", i);
      const char *words[3] = { NULL, NULL, NULL };

      if (source == NULL)
        continue;
      jg_json_check_keys (reader, source, pointer, allowed);
      for (guint k = 0; k < 3; k++)
        words[k] = jg_json_get_string (reader, source, pointer, allowed[k], JG_JSON_REQUIRED, 2000);
      g_strv_builder_add (title, words[0] != NULL ? words[0] : "");
      g_strv_builder_add (licence, words[1] != NULL ? words[1] : "");
      g_strv_builder_add (credit, words[2] != NULL ? words[2] : "");
    }

  *titles = g_strv_builder_end (title);
  *licences = g_strv_builder_end (licence);
  *credits = g_strv_builder_end (credit);
}

static void
parse_head (JgPack *self, JgJsonReader *reader, JsonObject *root)
{
  static const char *const keys[] = { "schema",    "id",         "version",     "title",
                                      "date",      "provenance", "sources",     "documents",
                                      "facts",     "classes",    "occupations", "operations",
                                      "codes",     "measures",   "aliases",     "synonyms",
                                      "elsewhere", NULL };
  static const char *const schemas[] = { "jobguide-pack/1", NULL };
  static const char *const provenances[] = { "official", "secondary", "editorial", "local", NULL };
  JgPackInfo *info = self->info;

  jg_json_check_keys (reader, root, "", keys);
  jg_json_get_enum (reader, root, "", "schema", JG_JSON_REQUIRED, schemas);
  info->id = g_strdup (jg_json_get_id (reader, root, "", "id", JG_JSON_REQUIRED));
  info->version = g_strdup (
      jg_json_get_string (reader, root, "", "version", JG_JSON_REQUIRED | JG_JSON_NAME, 64));
  info->title = g_strdup (
      jg_json_get_string (reader, root, "", "title", JG_JSON_REQUIRED | JG_JSON_NAME, 200));
  info->date = g_strdup (jg_json_get_date (reader, root, "", "date", JG_JSON_REQUIRED));
  info->provenance =
      g_strdup (jg_json_get_enum (reader, root, "", "provenance", JG_JSON_REQUIRED, provenances));
  info->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, self->bytes);
  jg_pack_parse_sources (reader, root, &info->source_titles, &info->source_licences,
                         &info->source_credits);
}

/* Room for a pack of 100,000 entries and more. */
const JgJsonLimits jg_pack_limits = {
  .max_size = JG_PACK_MAX_SIZE,
  .max_depth = JG_JSON_MAX_DEPTH,
  .max_rows = 200000,
  .max_values = 4000000,
  .max_keys = 1000,
  .max_string = 20000,
  .max_document_text = 1000000,
  .max_errors = JG_JSON_MAX_ERRORS,
};

/* jg_pack_parse:
 * @name: the file's name, for messages
 * @bytes: its content, as read
 * @errors: (element-type utf8): each problem is added with name, JSON pointer and what is expected
 *
 * Reads one pack (docs/pack-format.md). The bytes pass the strict gate before json-glib sees them.
 * Only the pack itself is checked here; references are checked by jg_pack_set_check().
 *
 * Returns: (transfer full) (nullable): the pack, or %NULL when anything was wrong */
JgPack *
jg_pack_parse (const char *name, GBytes *bytes, GPtrArray *errors)
{
  g_autoptr (JgPack) self = NULL;
  g_autoptr (JsonNode) root = NULL;
  JgJsonReader reader;
  gsize length = 0;
  const char *data = NULL;

  g_return_val_if_fail (name != NULL && bytes != NULL && errors != NULL, NULL);

  data = g_bytes_get_data (bytes, &length);
  root = jg_json_reader_parse (name, data, length, &jg_pack_limits, errors);
  if (root == NULL)
    return NULL;

  self = pack_new (name, bytes);
  jg_json_reader_init (&reader, name, errors);
  parse_head (self, &reader, json_node_get_object (root));
  jg_pack_parse_items (self, &reader, json_node_get_object (root));
  if (reader.n_errors > 0)
    return NULL;
  return g_steal_pointer (&self);
}
