/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-sources.h"

#include <string.h>

#include "jg-json-gate.h"
#include "jg-pack-items.h"

#define MAX_TEXT_SIZE (16 * 1024 * 1024)

/* jg_source_file_free:
 * @self: (transfer full): a file */
void
jg_source_file_free (JgSourceFile *self)
{
  g_free (self->name);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

/* jg_sources_free:
 * @self: (transfer full): the sources */
void
jg_sources_free (JgSources *self)
{
  g_free (self->title);
  g_free (self->date);
  g_strfreev (self->source_titles);
  g_strfreev (self->source_licences);
  g_strfreev (self->source_credits);
  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->documents);
  g_free (self);
}

static JgSourceFile *
find_file (GPtrArray *files, const char *name)
{
  for (guint i = 0; i < files->len; i++)
    {
      JgSourceFile *file = g_ptr_array_index (files, i);

      if (strcmp (file->name, name) == 0)
        return file;
    }
  return NULL;
}

static JsonNode *
parse_file (GPtrArray *files, const char *name, GPtrArray *errors)
{
  JgSourceFile *file = find_file (files, name);
  gsize length = 0;
  const char *data = NULL;

  if (file == NULL)
    {
      g_ptr_array_add (errors, g_strdup_printf ("%s：官方文本文件夹里没有这个文件", name));
      return NULL;
    }
  data = g_bytes_get_data (file->bytes, &length);
  return jg_json_reader_parse (name, data, length, NULL, errors);
}

static guint
count_lines (const char *text, gsize length)
{
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    if (text[i] == '\n')
      n++;
  /* The last line of the compilation has no newline and still counts. */
  if (length > 0 && text[length - 1] != '\n')
    n++;
  return n;
}

static void
attach_text (JgPackDocument *document,
             GPtrArray *files,
             GChecksum *checksum,
             guint *next_line,
             GPtrArray *errors)
{
  JgSourceFile *file = document->file != NULL ? find_file (files, document->file) : NULL;
  gsize length = 0;
  const char *data = NULL;
  guint n = 0;

  if (file == NULL)
    {
      g_ptr_array_add (
          errors, g_strdup_printf ("%s：找不到正文文件 %s", document->pointer, document->file));
      return;
    }
  data = g_bytes_get_data (file->bytes, &length);
  if (!g_utf8_validate (data, length, NULL))
    {
      g_ptr_array_add (errors, g_strdup_printf ("%s：不是 UTF-8 文本", document->file));
      return;
    }
  g_checksum_update (checksum, (const guchar *) data, length);
  document->text = g_strndup (data, length);
  n = count_lines (data, length);
  if (document->document->first_line != *next_line)
    g_ptr_array_add (errors, g_strdup_printf ("%s/first_line：写了 %u；上一份文件之后应为 %u",
                                              document->pointer, document->document->first_line,
                                              *next_line));
  else if (document->document->last_line != *next_line + n - 1)
    g_ptr_array_add (errors,
                     g_strdup_printf ("%s/last_line：写了 %u；按正文行数应为 %u", document->pointer,
                                      document->document->last_line, *next_line + n - 1));
  *next_line += n;
}

static void
parse_documents (JgSources *self, GPtrArray *files, GPtrArray *errors)
{
  static const char *const keys[] = { "schema",  "title",     "date", "sha256",
                                      "sources", "documents", NULL };
  static const char *const schemas[] = { "jobguide-sources/1", NULL };
  g_autoptr (JsonNode) root = parse_file (files, "documents.json", errors);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  JsonObject *object = NULL;
  JsonArray *documents = NULL;
  JgJsonReader reader;
  const char *expected = NULL;
  guint next_line = 1;

  if (root == NULL)
    return;
  object = json_node_get_object (root);
  jg_json_reader_init (&reader, "documents.json", errors);
  jg_json_check_keys (&reader, object, "", keys);
  jg_json_get_enum (&reader, object, "", "schema", JG_JSON_REQUIRED, schemas);
  self->title = g_strdup (
      jg_json_get_string (&reader, object, "", "title", JG_JSON_REQUIRED | JG_JSON_NAME, 400));
  self->date = g_strdup (jg_json_get_date (&reader, object, "", "date", JG_JSON_REQUIRED));
  expected = jg_json_get_string (&reader, object, "", "sha256", JG_JSON_REQUIRED, 64);
  jg_pack_parse_sources (&reader, object, &self->source_titles, &self->source_licences,
                         &self->source_credits);
  documents = jg_json_get_array (&reader, object, "", "documents", JG_JSON_REQUIRED, 10000);

  for (guint i = 0; documents != NULL && i < json_array_get_length (documents); i++)
    {
      g_autofree char *pointer = jg_json_pointer_index ("/documents", i);
      JsonObject *item = jg_json_array_object (&reader, documents, "/documents", i);
      JgPackDocument *document = NULL;

      if (item == NULL)
        continue;
      document = jg_pack_document_parse (&reader, item, pointer, FALSE);
      document->document->provenance = g_strdup ("official");
      g_ptr_array_add (self->documents, document);
      attach_text (document, files, checksum, &next_line, errors);
    }
  if (errors->len == 0 && g_strcmp0 (expected, g_checksum_get_string (checksum)) != 0)
    g_ptr_array_add (errors, g_strdup_printf ("documents.json /sha256：各文件相接后的校验值是 "
                                              "%s，与所写不符；正文被改动过，或文件次序不对",
                                              g_checksum_get_string (checksum)));
}

static JgPackDocument *
find_document (JgSources *self, const char *key)
{
  for (guint i = 0; i < self->documents->len; i++)
    {
      JgPackDocument *document = g_ptr_array_index (self->documents, i);

      if (g_strcmp0 (document->document->key, key) == 0)
        return document;
    }
  return NULL;
}

static void
parse_repairs (JgSources *self, GPtrArray *files, GPtrArray *errors)
{
  static const char *const keys[] = { "schema", "repairs", NULL };
  static const char *const item_keys[] = { "class", "document",  "line",   "line_to", "before",
                                           "after", "certainty", "reason", NULL };
  static const char *const schemas[] = { "jobguide-repairs/1", NULL };
  static const char *const certainties[] = { "certain", "uncertain", NULL };
  g_autoptr (JsonNode) root = parse_file (files, "repairs.json", errors);
  JsonObject *object = NULL;
  JsonArray *repairs = NULL;
  JgJsonReader reader;

  if (root == NULL)
    return;
  object = json_node_get_object (root);
  jg_json_reader_init (&reader, "repairs.json", errors);
  jg_json_check_keys (&reader, object, "", keys);
  jg_json_get_enum (&reader, object, "", "schema", JG_JSON_REQUIRED, schemas);
  repairs = jg_json_get_array (&reader, object, "", "repairs", JG_JSON_REQUIRED, 100000);

  for (guint i = 0; repairs != NULL && i < json_array_get_length (repairs); i++)
    {
      g_autofree char *pointer = jg_json_pointer_index ("/repairs", i);
      JsonObject *item = jg_json_array_object (&reader, repairs, "/repairs", i);
      JgRepair *repair = NULL;
      JgPackDocument *document = NULL;
      const char *key = NULL;

      if (item == NULL)
        continue;
      repair = g_new0 (JgRepair, 1);
      jg_json_check_keys (&reader, item, pointer, item_keys);
      key = jg_json_get_id (&reader, item, pointer, "document", JG_JSON_REQUIRED);
      repair->kind = g_strdup (jg_json_get_id (&reader, item, pointer, "class", JG_JSON_REQUIRED));
      repair->before =
          g_strdup (jg_json_get_string (&reader, item, pointer, "before", JG_JSON_REQUIRED, 4000));
      repair->after = g_strdup (
          jg_json_get_string (&reader, item, pointer, "after",
                              JG_JSON_REQUIRED | JG_JSON_NULLABLE | JG_JSON_MAY_BE_EMPTY, 4000));
      repair->reason = g_strdup (jg_json_get_string (
          &reader, item, pointer, "reason", JG_JSON_REQUIRED | JG_JSON_MAY_BE_EMPTY, 2000));
      jg_json_get_enum (&reader, item, pointer, "certainty", JG_JSON_REQUIRED, certainties);
      jg_pack_get_lines (&reader, item, pointer, &repair->line, &repair->line_to);
      document = key != NULL ? find_document (self, key) : NULL;
      if (document != NULL)
        g_ptr_array_add (document->document->repairs, repair);
      else
        {
          jg_json_reader_report (&reader, pointer, "document", "“%s”不是 documents.json 里的文件",
                                 key != NULL ? key : "");
          jg_repair_free (repair);
        }
    }
}

/* jg_sources_load_files:
 * @files: (element-type JgSourceFile): documents.json, repairs.json and the texts they name
 * @errors: (element-type utf8): problems are added here
 *
 * Reads the official documents from files already in memory, e.g. those kept in a catalogue.
 *
 * Returns: (transfer full) (nullable): the sources, or %NULL when anything was wrong */
JgSources *
jg_sources_load_files (GPtrArray *files, GPtrArray *errors)
{
  g_autoptr (JgSources) self = g_new0 (JgSources, 1);
  guint before = errors->len;

  self->files = g_ptr_array_ref (files);
  self->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_pack_document_free);
  parse_documents (self, files, errors);
  if (errors->len == before)
    parse_repairs (self, files, errors);
  return errors->len == before ? g_steal_pointer (&self) : NULL;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const JgSourceFile *x = *(const JgSourceFile *const *) a;
  const JgSourceFile *y = *(const JgSourceFile *const *) b;

  return strcmp (x->name, y->name);
}

/* jg_sources_load_folder:
 * @folder: a folder like data/sources/
 * @errors: (element-type utf8): problems are added here
 *
 * Reads the official documents.
 *
 * Returns: (transfer full) (nullable): the sources, or %NULL when anything was wrong */
JgSources *
jg_sources_load_folder (const char *folder, GPtrArray *errors)
{
  g_autoptr (GPtrArray) files =
      g_ptr_array_new_with_free_func ((GDestroyNotify) jg_source_file_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name = NULL;

  if (dir == NULL)
    {
      g_ptr_array_add (
          errors,
          g_strdup_printf ("%s：打不开官方文本文件夹（%s）；应指向含 documents.json 的文件夹",
                           folder, error->message));
      return NULL;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      JgSourceFile *file = NULL;
      gsize length = 0;
      char *data = NULL;

      if (!g_str_has_suffix (name, ".txt") && strcmp (name, "documents.json") != 0 &&
          strcmp (name, "repairs.json") != 0)
        continue;
      data = jg_json_gate_read_file (path, MAX_TEXT_SIZE, &length, &error);
      if (data == NULL)
        {
          g_ptr_array_add (errors, g_strdup (error->message));
          return NULL;
        }
      file = g_new0 (JgSourceFile, 1);
      file->name = g_strdup (name);
      file->bytes = g_bytes_new_take (data, length);
      g_ptr_array_add (files, file);
    }
  g_ptr_array_sort (files, compare_names);
  return jg_sources_load_files (files, errors);
}
