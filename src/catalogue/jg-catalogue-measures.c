/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-catalogue-private.h"

#include <json-glib/json-glib.h>

#define MEASURE_COLUMNS                                                                            \
  "m.id, m.name, m.kind, m.tier, m.force, m.beneficiaries, m.region_code, m.region_name, "         \
  "m.region_anchor, m.provenance, "                                                                \
  "m.document, d.title, d.number, d.date, m.clause, m.line, m.line_to, m.quote, m.reading, "       \
  "m.conditions, m.worker, "                                                                       \
  "m.employer_line, m.amount, m.validity_basis, m.valid_from, m.valid_to, m.validity_quote, "      \
  "m.validity_line, m.family, "                                                                    \
  "m.occupation_basis, m.people, m.caveats"

static JgCondition *
condition_from_column (sqlite3_stmt *stmt, int column)
{
  const char *json = jg_column_text (stmt, column);
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;
  JgCondition *condition = NULL;

  if (json == NULL)
    return NULL;
  node = json_from_string (json, &error);
  if (node != NULL)
    condition = jg_condition_new_from_json (node, &error);
  if (condition == NULL)
    g_warning ("%s: %s", jg_column_text (stmt, 0),
               error != NULL ? error->message : "empty condition");
  return condition;
}

static JgMeasure *
measure_from_row (sqlite3_stmt *stmt, sqlite3_stmt *links)
{
  JgMeasure *measure = jg_measure_new ();
  int i = 0;

  measure->id = jg_column_dup_text (stmt, i++);
  measure->name = jg_column_dup_text (stmt, i++);
  measure->kind = jg_column_dup_text (stmt, i++);
  measure->tier = jg_column_dup_text (stmt, i++);
  measure->force = jg_column_dup_text (stmt, i++);
  measure->beneficiaries = jg_column_dup_list (stmt, i++);
  measure->region_code = jg_column_dup_text (stmt, i++);
  measure->region_name = jg_column_dup_text (stmt, i++);
  measure->region_anchor = jg_column_dup_text (stmt, i++);
  measure->provenance = jg_column_dup_text (stmt, i++);
  measure->document = jg_column_dup_text (stmt, i++);
  measure->document_title = jg_column_dup_text (stmt, i++);
  measure->document_number = jg_column_dup_text (stmt, i++);
  measure->document_date = jg_column_dup_text (stmt, i++);
  measure->clause = jg_column_dup_text (stmt, i++);
  measure->line = (guint) sqlite3_column_int (stmt, i++);
  measure->line_to = (guint) sqlite3_column_int (stmt, i++);
  measure->quote = jg_column_dup_text (stmt, i++);
  measure->reading = jg_column_dup_text (stmt, i++);
  measure->conditions = condition_from_column (stmt, i++);
  measure->worker = condition_from_column (stmt, i++);
  measure->employer_line = jg_column_dup_text (stmt, i++);
  measure->amount = jg_column_dup_text (stmt, i++);
  measure->validity_basis = jg_column_dup_text (stmt, i++);
  measure->valid_from = jg_column_dup_text (stmt, i++);
  measure->valid_to = jg_column_dup_text (stmt, i++);
  measure->validity_quote = jg_column_dup_text (stmt, i++);
  measure->validity_line = (guint) sqlite3_column_int (stmt, i++);
  measure->family = jg_column_dup_text (stmt, i++);
  measure->occupation_basis = jg_column_dup_text (stmt, i++);
  measure->people = jg_column_dup_list (stmt, i++);
  measure->caveats = jg_column_dup_list (stmt, i++);

  sqlite3_bind_text (links, 1, measure->id, -1, SQLITE_TRANSIENT);
  while (sqlite3_step (links) == SQLITE_ROW)
    {
      JgOccupationLink *link = g_new0 (JgOccupationLink, 1);

      link->occupation = jg_column_dup_text (links, 0);
      link->basis = jg_column_dup_text (links, 1);
      link->words = jg_column_dup_text (links, 2);
      g_ptr_array_add (measure->occupations, link);
    }
  sqlite3_reset (links);
  return measure;
}

static sqlite3_stmt *
prepare_links (JgCatalogue *self)
{
  return jg_catalogue_prepare (
      self,
      "SELECT occupation, basis, words FROM measure_link WHERE measure = ? ORDER BY position");
}

/* jg_catalogue_list_measures:
 *
 * Lists all measures in the order of their documents.
 *
 * Returns: (transfer full) (element-type JgMeasure): the measures */
GPtrArray *
jg_catalogue_list_measures (JgCatalogue *self)
{
  GPtrArray *result = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_measure_unref);
  g_autoptr (sqlite3_stmt) stmt = NULL;
  g_autoptr (sqlite3_stmt) links = NULL;

  g_return_val_if_fail (JG_IS_CATALOGUE (self), result);

  stmt = jg_catalogue_prepare (self, "SELECT " MEASURE_COLUMNS
                                     " FROM measure m JOIN document d ON d.key = m.document"
                                     " ORDER BY d.position, m.line, m.position");
  links = prepare_links (self);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    g_ptr_array_add (result, measure_from_row (stmt, links));
  return result;
}

/* jg_catalogue_get_measure:
 *
 * Returns: (transfer full) (nullable): the measure of that id */
JgMeasure *
jg_catalogue_get_measure (JgCatalogue *self, const char *id)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;
  g_autoptr (sqlite3_stmt) links = NULL;

  g_return_val_if_fail (JG_IS_CATALOGUE (self) && id != NULL, NULL);

  stmt = jg_catalogue_prepare (
      self, "SELECT " MEASURE_COLUMNS
            " FROM measure m JOIN document d ON d.key = m.document WHERE m.id = ?");
  links = prepare_links (self);
  sqlite3_bind_text (stmt, 1, id, -1, SQLITE_TRANSIENT);
  return sqlite3_step (stmt) == SQLITE_ROW ? measure_from_row (stmt, links) : NULL;
}

#define FACT_COLUMNS                                                                               \
  "key, type, question, heading, unit, granted_by, hint, never_from, implied_by, people, "         \
  "option_values, "                                                                                \
  "option_names"

static JgFact *
fact_from_row (sqlite3_stmt *stmt)
{
  JgFact *fact = g_new0 (JgFact, 1);

  fact->key = jg_column_dup_text (stmt, 0);
  fact->type = jg_column_dup_text (stmt, 1);
  fact->question = jg_column_dup_text (stmt, 2);
  fact->group = jg_column_dup_text (stmt, 3);
  fact->unit = jg_column_dup_text (stmt, 4);
  fact->granted_by = jg_column_dup_text (stmt, 5);
  fact->hint = jg_column_dup_text (stmt, 6);
  fact->never_from = jg_column_dup_list (stmt, 7);
  fact->implied_by = jg_column_dup_list (stmt, 8);
  fact->people = jg_column_dup_list (stmt, 9);
  fact->option_values = jg_column_dup_list (stmt, 10);
  fact->option_names = jg_column_dup_list (stmt, 11);
  return fact;
}

/* jg_catalogue_list_facts:
 *
 * Lists the vocabulary of facts in the order of the pack, i.e. as it is asked.
 *
 * Returns: (transfer full) (element-type JgFact): the facts */
GPtrArray *
jg_catalogue_list_facts (JgCatalogue *self)
{
  GPtrArray *result = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_fact_free);
  g_autoptr (sqlite3_stmt) stmt = NULL;

  g_return_val_if_fail (JG_IS_CATALOGUE (self), result);

  stmt = jg_catalogue_prepare (self, "SELECT " FACT_COLUMNS " FROM fact ORDER BY position");
  while (sqlite3_step (stmt) == SQLITE_ROW)
    g_ptr_array_add (result, fact_from_row (stmt));
  return result;
}

/* jg_catalogue_list_aliases:
 *
 * Lists the everyday words; they are ours, never official names.
 *
 * Returns: (transfer full) (element-type JgAlias): the aliases */
GPtrArray *
jg_catalogue_list_aliases (JgCatalogue *self)
{
  GPtrArray *result = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_alias_free);
  g_autoptr (sqlite3_stmt) stmt = NULL;

  g_return_val_if_fail (JG_IS_CATALOGUE (self), result);

  stmt = jg_catalogue_prepare (
      self, "SELECT text, occupation, kind, source, provenance FROM alias ORDER BY position");
  while (sqlite3_step (stmt) == SQLITE_ROW)
    {
      JgAlias *alias = g_new0 (JgAlias, 1);

      alias->text = jg_column_dup_text (stmt, 0);
      alias->occupation = jg_column_dup_text (stmt, 1);
      alias->kind = jg_column_dup_text (stmt, 2);
      alias->source = jg_column_dup_text (stmt, 3);
      alias->provenance = jg_column_dup_text (stmt, 4);
      g_ptr_array_add (result, alias);
    }
  return result;
}

/* jg_catalogue_list_synonyms:
 *
 * Lists what the jobseeker's words mean in the words of the notices.
 *
 * Returns: (transfer full) (element-type JgSynonym): the synonyms */
GPtrArray *
jg_catalogue_list_synonyms (JgCatalogue *self)
{
  GPtrArray *result = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_synonym_free);
  g_autoptr (sqlite3_stmt) stmt = NULL;

  g_return_val_if_fail (JG_IS_CATALOGUE (self), result);

  stmt = jg_catalogue_prepare (self, "SELECT text, means, wish FROM synonym ORDER BY position");
  while (sqlite3_step (stmt) == SQLITE_ROW)
    {
      JgSynonym *synonym = g_new0 (JgSynonym, 1);

      synonym->text = jg_column_dup_text (stmt, 0);
      synonym->means = jg_column_dup_list (stmt, 1);
      synonym->wish =
          (JgSynonymWish) CLAMP (sqlite3_column_int (stmt, 2), 0, JG_N_SYNONYM_WISHES - 1);
      g_ptr_array_add (result, synonym);
    }
  return result;
}

/* jg_catalogue_list_elsewhere:
 *
 * Lists the names of work that is in no occupation of the catalogue.
 *
 * Returns: (transfer full) (array zero-terminated=1): the names */
char **
jg_catalogue_list_elsewhere (JgCatalogue *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (sqlite3_stmt) stmt = NULL;

  g_return_val_if_fail (JG_IS_CATALOGUE (self), NULL);

  stmt = jg_catalogue_prepare (self, "SELECT text FROM elsewhere ORDER BY position");
  while (sqlite3_step (stmt) == SQLITE_ROW)
    g_strv_builder_add (names, jg_column_text (stmt, 0));
  return g_strv_builder_end (names);
}
