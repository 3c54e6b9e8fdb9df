/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-pack-write.h"

#include <string.h>

static void
set_text (JsonObject *object, const char *key, const char *value)
{
  if (value != NULL)
    json_object_set_string_member (object, key, value);
  else
    json_object_set_null_member (object, key);
}

static void
set_line (JsonObject *object, const char *key, guint line)
{
  if (line > 0)
    json_object_set_int_member (object, key, line);
  else
    json_object_set_null_member (object, key);
}

static void
set_strv (JsonObject *object, const char *key, char **values)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    json_array_add_string_element (array, values[i]);
  json_object_set_array_member (object, key, array);
}

static void
set_region (JsonObject *object, const char *code, const char *name, const char *anchor)
{
  JsonObject *region = json_object_new ();

  set_text (region, "code", code);
  set_text (region, "name", name);
  if (anchor != NULL && strchr (anchor, ',') != NULL)
    {
      g_auto (GStrv) anchors = g_strsplit (anchor, ",", -1);

      set_strv (region, "anchor", anchors);
    }
  else if (anchor != NULL)
    json_object_set_string_member (region, "anchor", anchor);
  json_object_set_object_member (object, "region", region);
}

static void
set_term (JsonObject *object, const char *key, const char *date, const char *quote, guint line)
{
  JsonObject *term;

  if (quote == NULL)
    {
      json_object_set_null_member (object, key);
      return;
    }
  term = json_object_new ();
  set_text (term, "date", date);
  set_text (term, "quote", quote);
  json_object_set_int_member (term, "line", line);
  json_object_set_object_member (object, key, term);
}

static JsonArray *
write_relations (GPtrArray *relations)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < relations->len; i++)
    {
      const JgRelation *relation = g_ptr_array_index (relations, i);
      JsonObject *item = json_object_new ();

      set_text (item, "kind", relation->kind);
      set_text (item, "document", relation->document);
      set_text (item, "number", relation->number);
      set_text (item, "quote", relation->quote);
      set_line (item, "line", relation->line);
      json_array_add_object_element (array, item);
    }
  return array;
}

static JsonArray *
write_clauses (GPtrArray *clauses)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < clauses->len; i++)
    {
      const JgClause *clause = g_ptr_array_index (clauses, i);
      JsonObject *item = json_object_new ();

      set_text (item, "clause", clause->clause);
      json_object_set_int_member (item, "line", clause->line);
      json_object_set_int_member (item, "line_to", clause->line_to);
      json_array_add_object_element (array, item);
    }
  return array;
}

/* jg_pack_document_to_json:
 * @self: a document with its text inline
 *
 * Writes a document. Its notes for the maintainer are not part of @self.
 *
 * Returns: (transfer full): an item of the list `documents` */
JsonObject *
jg_pack_document_to_json (const JgPackDocument *self)
{
  const JgDocument *document;
  JsonObject *object;

  g_return_val_if_fail (self != NULL && self->file == NULL, NULL);

  document = self->document;
  object = json_object_new ();
  set_text (object, "key", document->key);
  set_text (object, "title", document->title);
  set_text (object, "number", document->number);
  set_strv (object, "issuers", document->issuers);
  set_text (object, "date", document->date);
  set_region (object, document->region_code, document->region_name, NULL);
  set_text (object, "kind", document->kind);
  json_object_set_array_member (object, "relations", write_relations (document->relations));
  set_term (object, "commencement", document->commencement, document->commencement_quote,
            self->commencement_line);
  set_term (object, "end", document->end, document->end_quote, self->end_line);
  json_object_set_array_member (object, "clauses", write_clauses (self->clauses));
  set_text (object, "text", self->text);
  return object;
}

static void
set_condition (JsonObject *object, const char *key, const JgCondition *condition)
{
  if (condition != NULL)
    json_object_set_member (object, key, jg_condition_to_json (condition));
  else
    json_object_set_null_member (object, key);
}

static JsonObject *
write_validity (const JgMeasure *measure)
{
  JsonObject *validity = json_object_new ();

  set_text (validity, "basis", measure->validity_basis);
  set_text (validity, "from", measure->valid_from);
  set_text (validity, "to", measure->valid_to);
  set_text (validity, "quote", measure->validity_quote);
  set_line (validity, "line", measure->validity_line);
  return validity;
}

static JsonObject *
write_links (const JgMeasure *measure)
{
  JsonObject *occupations = json_object_new ();
  JsonArray *links;

  set_text (occupations, "basis", measure->occupation_basis);
  if (g_strcmp0 (measure->occupation_basis, "all") == 0)
    return occupations;
  links = json_array_new ();
  for (guint i = 0; i < measure->occupations->len; i++)
    {
      const JgOccupationLink *link = g_ptr_array_index (measure->occupations, i);
      JsonObject *item = json_object_new ();

      set_text (item, "occupation", link->occupation);
      set_text (item, "basis", link->basis);
      set_text (item, "words", link->words);
      json_array_add_object_element (links, item);
    }
  json_object_set_array_member (occupations, "links", links);
  return occupations;
}

/* jg_measure_to_json:
 * @self: a measure
 *
 * Writes a measure. The note for the maintainer is not part of @self.
 *
 * Returns: (transfer full): an item of the list `measures` */
JsonObject *
jg_measure_to_json (const JgMeasure *self)
{
  JsonObject *object;

  g_return_val_if_fail (self != NULL, NULL);

  object = json_object_new ();
  set_text (object, "id", self->id);
  set_text (object, "name", self->name);
  set_text (object, "kind", self->kind);
  set_text (object, "tier", self->tier);
  set_text (object, "force", self->force);
  set_strv (object, "beneficiary", self->beneficiaries);
  set_region (object, self->region_code, self->region_name, self->region_anchor);
  set_text (object, "document", self->document);
  set_text (object, "clause", self->clause);
  set_line (object, "line", self->line);
  set_line (object, "line_to", self->line_to);
  set_text (object, "quote", self->quote);
  set_text (object, "reading", self->reading);
  set_condition (object, "conditions", self->conditions);
  set_condition (object, "worker", self->worker);
  set_text (object, "employer_line", self->employer_line);
  set_text (object, "amount", self->amount);
  json_object_set_object_member (object, "validity", write_validity (self));
  set_text (object, "family", self->family);
  json_object_set_object_member (object, "occupations", write_links (self));
  set_strv (object, "caveats", self->caveats);
  return object;
}

/* jg_alias_to_json:
 * @self: an alias
 * @grade: a or b
 *
 * Returns: (transfer full): an item of the list `aliases` */
JsonObject *
jg_alias_to_json (const JgAlias *self, const char *grade)
{
  JsonObject *object;

  g_return_val_if_fail (self != NULL, NULL);

  object = json_object_new ();
  set_text (object, "occupation", self->occupation);
  set_text (object, "text", self->text);
  set_text (object, "kind", self->kind);
  set_text (object, "source", self->source);
  set_text (object, "grade", grade);
  return object;
}
