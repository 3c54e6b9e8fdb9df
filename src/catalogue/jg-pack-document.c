/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-pack-items.h"

#include <string.h>

/* jg_clause_free:
 * @self: (transfer full): a clause */
void
jg_clause_free (JgClause *self)
{
  g_free (self->clause);
  g_free (self);
}

/* jg_pack_document_free:
 * @self: (transfer full): a document of a pack */
void
jg_pack_document_free (JgPackDocument *self)
{
  g_free (self->pointer);
  g_clear_pointer (&self->document, jg_document_unref);
  g_free (self->file);
  g_free (self->text);
  g_ptr_array_unref (self->clauses);
  g_free (self);
}

/* jg_pack_document_find_clause:
 *
 * Returns: (transfer none) (nullable): where the clause labelled @clause stands */
const JgClause *
jg_pack_document_find_clause (const JgPackDocument *self, const char *clause)
{
  for (guint i = 0; i < self->clauses->len; i++)
    {
      const JgClause *candidate = g_ptr_array_index (self->clauses, i);

      if (g_strcmp0 (candidate->clause, clause) == 0)
        return candidate;
    }
  return NULL;
}

/* jg_pack_document_clause_at:
 * @line: a line of the document
 *
 * Returns: (transfer none) (nullable): label of the clause that @line belongs to */
const char *
jg_pack_document_clause_at (const JgPackDocument *self, guint line)
{
  for (guint i = 0; i < self->clauses->len; i++)
    {
      const JgClause *candidate = g_ptr_array_index (self->clauses, i);

      if (line >= candidate->line && line <= candidate->line_to)
        return candidate->clause;
    }
  return NULL;
}

static void
parse_clauses (JgPackDocument *self, JgJsonReader *reader, JsonObject *object, const char *pointer)
{
  static const char *const keys[] = { "clause", "line", "line_to", NULL };
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *list = jg_json_pointer (pointer, "clauses");
  JsonArray *clauses =
      jg_json_get_array (reader, object, pointer, "clauses", JG_JSON_OPTIONAL, 5000);
  guint previous = 0;

  for (guint i = 0; clauses != NULL && i < json_array_get_length (clauses); i++)
    {
      g_autofree char *place = jg_json_pointer_index (list, i);
      JsonObject *item = jg_json_array_object (reader, clauses, list, i);
      JgClause *clause = NULL;
      const char *label = NULL;

      if (item == NULL)
        continue;
      clause = g_new0 (JgClause, 1);
      g_ptr_array_add (self->clauses, clause);
      jg_json_check_keys (reader, item, place, keys);
      label = jg_json_get_string (reader, item, place, "clause", JG_JSON_REQUIRED, 40);
      clause->clause = g_strdup (label);
      if (!jg_pack_get_lines (reader, item, place, &clause->line, &clause->line_to))
        continue;
      if (clause->line <= previous)
        jg_json_reader_report (reader, place, "line",
                               "写了 %u，与前一条款（到第 %u 行）相叠；条款应按行号排列，不相重叠",
                               clause->line, previous);
      if (clause->clause != NULL && !g_hash_table_add (seen, clause->clause))
        jg_json_reader_report (reader, place, "clause", "“%s”在本文件中出现两次；条款编号应唯一",
                               clause->clause);
      previous = clause->line_to;
    }
}

static void
parse_relations (JgDocument *document,
                 JgJsonReader *reader,
                 JsonObject *object,
                 const char *pointer)
{
  static const char *const keys[] = { "kind", "document", "number", "quote", "line", NULL };
  static const char *const kinds[] = { "issues",        "explains", "same-text", "implements",
                                       "prevails-over", "cites",    NULL };
  g_autofree char *list = jg_json_pointer (pointer, "relations");
  JsonArray *relations =
      jg_json_get_array (reader, object, pointer, "relations", JG_JSON_OPTIONAL, 200);

  for (guint i = 0; relations != NULL && i < json_array_get_length (relations); i++)
    {
      g_autofree char *place = jg_json_pointer_index (list, i);
      JsonObject *item = jg_json_array_object (reader, relations, list, i);
      JgRelation *relation = NULL;
      gint64 line = 0;

      if (item == NULL)
        continue;
      relation = g_new0 (JgRelation, 1);
      g_ptr_array_add (document->relations, relation);
      jg_json_check_keys (reader, item, place, keys);
      relation->kind =
          g_strdup (jg_json_get_enum (reader, item, place, "kind", JG_JSON_REQUIRED, kinds));
      relation->document =
          g_strdup (jg_json_get_id (reader, item, place, "document", JG_JSON_NULLABLE));
      relation->number = g_strdup (
          jg_json_get_string (reader, item, place, "number", JG_JSON_NULLABLE | JG_JSON_NAME, 100));
      relation->quote =
          g_strdup (jg_json_get_string (reader, item, place, "quote", JG_JSON_NULLABLE, 2000));
      if (jg_json_get_int (reader, item, place, "line", JG_JSON_NULLABLE, 1, 1000000, &line))
        relation->line = (guint) line;
    }
}

static void
parse_term (JgJsonReader *reader,
            JsonObject *object,
            const char *pointer,
            const char *key,
            char **date,
            char **quote,
            guint *line)
{
  static const char *const keys[] = { "date", "quote", "line", NULL };
  g_autofree char *place = jg_json_pointer (pointer, key);
  JsonObject *term = jg_json_get_object (reader, object, pointer, key, JG_JSON_NULLABLE);

  if (term == NULL)
    return;
  jg_json_check_keys (reader, term, place, keys);
  *date = g_strdup (jg_json_get_date (reader, term, place, "date", JG_JSON_NULLABLE));
  *quote = g_strdup (jg_json_get_string (reader, term, place, "quote", JG_JSON_REQUIRED, 2000));
  jg_pack_get_lines (reader, term, place, line, NULL);
}

static void
parse_region (JgDocument *document, JgJsonReader *reader, JsonObject *object, const char *pointer)
{
  static const char *const keys[] = { "code", "name", NULL };
  g_autofree char *place = jg_json_pointer (pointer, "region");
  JsonObject *region = jg_json_get_object (reader, object, pointer, "region", JG_JSON_REQUIRED);

  if (region == NULL)
    return;
  jg_json_check_keys (reader, region, place, keys);
  document->region_code =
      g_strdup (jg_json_get_string (reader, region, place, "code", JG_JSON_REQUIRED, 6));
  document->region_name = g_strdup (
      jg_json_get_string (reader, region, place, "name", JG_JSON_REQUIRED | JG_JSON_NAME, 40));
  if (document->region_code != NULL &&
      !g_regex_match_simple ("^[0-9]{6}$", document->region_code, 0, 0))
    jg_json_reader_report (reader, place, "code",
                           "写了“%s”；应为六位行政区划代码（GB/T 2260），全国写 000000",
                           document->region_code);
}

static guint
count_lines (const char *text)
{
  guint n = 1;

  for (const char *p = text; *p != '\0'; p++)
    if (*p == '\n' && p[1] != '\0')
      n++;
  return n;
}

/* jg_pack_document_parse:
 * @local: whether it is a document of a pack, with its text inline; otherwise one of documents.json
 *
 * Reads the description of a document.
 *
 * Returns: (transfer full): the document; what is wrong with it is in the reader's errors */
JgPackDocument *
jg_pack_document_parse (JgJsonReader *reader,
                        JsonObject *object,
                        const char *pointer,
                        gboolean local)
{
  static const char *const local_keys[] = {
    "key",  "text",      "title",        "number", "issuers", "date", "date_note", "region",
    "kind", "relations", "commencement", "end",    "clauses", "note", NULL
  };
  static const char *const file_keys[] = {
    "key",          "file", "first_line", "last_line", "title", "number",
    "issuers",      "date", "date_note",  "region",    "kind",  "relations",
    "commencement", "end",  "clauses",    "note",      NULL
  };
  static const char *const kinds[] = { "normative",         "interpretation", "duplicate",
                                       "occupation-notice", "front-matter",   NULL };
  JgPackDocument *self = g_new0 (JgPackDocument, 1);
  JgDocument *document = jg_document_new ();
  gint64 first = 1;
  gint64 last = 1;

  self->pointer = jg_pack_place (reader, pointer);
  self->document = document;
  self->clauses = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_clause_free);
  jg_json_check_keys (reader, object, pointer, local ? local_keys : file_keys);
  document->key = g_strdup (jg_json_get_id (reader, object, pointer, "key", JG_JSON_REQUIRED));
  document->title = g_strdup (
      jg_json_get_string (reader, object, pointer, "title", JG_JSON_REQUIRED | JG_JSON_NAME, 400));
  document->number = g_strdup (jg_json_get_string (
      reader, object, pointer, "number", JG_JSON_REQUIRED | JG_JSON_NULLABLE | JG_JSON_NAME, 100));
  document->issuers =
      jg_json_get_string_array (reader, object, pointer, "issuers", JG_JSON_REQUIRED, NULL);
  if (document->issuers == NULL)
    document->issuers = g_new0 (char *, 1);
  document->date = g_strdup (
      jg_json_get_date (reader, object, pointer, "date", JG_JSON_REQUIRED | JG_JSON_NULLABLE));
  document->kind =
      g_strdup (jg_json_get_enum (reader, object, pointer, "kind", JG_JSON_REQUIRED, kinds));
  jg_json_get_string (reader, object, pointer, "date_note", JG_JSON_NULLABLE, 1000);
  jg_json_get_string (reader, object, pointer, "note", JG_JSON_NULLABLE, 4000);
  parse_region (document, reader, object, pointer);
  parse_relations (document, reader, object, pointer);
  parse_term (reader, object, pointer, "commencement", &document->commencement,
              &document->commencement_quote, &self->commencement_line);
  parse_term (reader, object, pointer, "end", &document->end, &document->end_quote,
              &self->end_line);
  parse_clauses (self, reader, object, pointer);

  if (local)
    {
      self->text = g_strdup (
          jg_json_get_string (reader, object, pointer, "text", JG_JSON_REQUIRED, 1000000));
      last = self->text != NULL ? count_lines (self->text) : 1;
    }
  else
    {
      self->file =
          g_strdup (jg_json_get_string (reader, object, pointer, "file", JG_JSON_REQUIRED, 100));
      jg_json_get_int (reader, object, pointer, "first_line", JG_JSON_REQUIRED, 1, 1000000, &first);
      jg_json_get_int (reader, object, pointer, "last_line", JG_JSON_REQUIRED, 1, 1000000, &last);
      /* The name is looked up in the sources folder, so it must not lead out of it. */
      if (self->file != NULL && (strchr (self->file, '/') != NULL || self->file[0] == '.' ||
                                 !g_str_has_suffix (self->file, ".txt")))
        jg_json_reader_report (reader, pointer, "file", "写了“%s”；应为同一文件夹里的 .txt 文件名",
                               self->file);
    }
  document->first_line = (guint) first;
  document->last_line = (guint) last;
  if (self->clauses->len > 0)
    {
      const JgClause *end = g_ptr_array_index (self->clauses, self->clauses->len - 1);
      const JgClause *start = g_ptr_array_index (self->clauses, 0);

      if (end->line_to > document->last_line || start->line < document->first_line)
        {
          const guint wrong = start->line < document->first_line ? 0 : self->clauses->len - 1;
          g_autofree char *place = g_strdup_printf ("%s/clauses/%u", pointer, wrong);

          jg_json_reader_report (reader, place, "line_to",
                                 "条款的行号超出正文；应在第 %u—%u 行之内", document->first_line,
                                 document->last_line);
        }
    }
  return self;
}
