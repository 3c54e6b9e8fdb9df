/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "jg-catalogue-private.h"
#include "jg-code.h"

/* jg_occupation_summary_from_row:
 * @stmt: at a row of id, code, edition, name, status, provenance, definition
 *
 * Returns: (transfer full): the line of a list */
JgOccupationSummary *
jg_occupation_summary_from_row (sqlite3_stmt *stmt)
{
  JgOccupationSummary *summary = g_new0 (JgOccupationSummary, 1);

  summary->id = jg_column_dup_text (stmt, 0);
  summary->code = jg_column_dup_text (stmt, 1);
  summary->edition = jg_column_dup_text (stmt, 2);
  summary->name = jg_column_dup_text (stmt, 3);
  summary->status = jg_column_dup_text (stmt, 4);
  summary->provenance = jg_column_dup_text (stmt, 5);
  summary->definition = jg_column_dup_text (stmt, 6);
  return summary;
}

/* jg_catalogue_list_occupations:
 * @edition: (nullable): "2020" or "2022": those that have a code of this edition, with that code;
 *   %NULL: all, each with its own code
 * @class_code: (nullable): code of a class of @edition, e.g. "4-14"; %NULL for all
 *
 * Lists occupations by code, cancelled ones included; those that have no code come last.
 *
 * Returns: (transfer full) (element-type JgOccupationSummary): the occupations */
GPtrArray *
jg_catalogue_list_occupations (JgCatalogue *self, const char *edition, const char *class_code)
{
  GPtrArray *result = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_occupation_summary_free);
  g_autoptr (sqlite3_stmt) stmt = NULL;
  g_autofree char *prefix =
      class_code != NULL ? g_strdup_printf ("%s-", class_code) : g_strdup ("");

  g_return_val_if_fail (JG_IS_CATALOGUE (self), result);
  g_return_val_if_fail (edition != NULL || class_code == NULL, result);

  if (edition == NULL)
    stmt = jg_catalogue_prepare (
        self, "SELECT id, code, edition, name, status, provenance, definition FROM occupation"
              " ORDER BY code IS NULL, code, position");
  else
    {
      stmt = jg_catalogue_prepare (
          self,
          "SELECT o.id, c.code, c.edition, o.name, o.status, o.provenance, o.definition"
          " FROM occupation_code c JOIN occupation o ON o.id = c.occupation"
          " WHERE c.edition = ?2 AND c.status <> 'former' AND substr(c.code, 1, length(?1)) = ?1"
          " ORDER BY c.code, o.position");
      sqlite3_bind_text (stmt, 1, prefix, -1, SQLITE_TRANSIENT);
      sqlite3_bind_text (stmt, 2, edition, -1, SQLITE_TRANSIENT);
    }
  while (sqlite3_step (stmt) == SQLITE_ROW)
    g_ptr_array_add (result, jg_occupation_summary_from_row (stmt));
  return result;
}

/* jg_catalogue_list_editions:
 *
 * Lists the editions of which the catalogue has classes, so that it can be browsed by them: "2020",
 * and "2022" when a pack brings its classes.
 *
 * Returns: (transfer full): the editions, oldest first */
char **
jg_catalogue_list_editions (JgCatalogue *self)
{
  g_autoptr (GStrvBuilder) editions = g_strv_builder_new ();
  g_autoptr (sqlite3_stmt) stmt = NULL;

  g_return_val_if_fail (JG_IS_CATALOGUE (self), NULL);

  stmt = jg_catalogue_prepare (
      self, "SELECT DISTINCT edition FROM class WHERE level = 'major' ORDER BY edition");
  while (sqlite3_step (stmt) == SQLITE_ROW)
    g_strv_builder_add (editions, jg_column_text (stmt, 0));
  return g_strv_builder_end (editions);
}

static JgOccupationClass *
class_from_row (sqlite3_stmt *stmt, int first)
{
  JgOccupationClass *class = g_new0 (JgOccupationClass, 1);

  class->code = jg_column_dup_text (stmt, first);
  class->level = jg_column_dup_text (stmt, first + 1);
  class->name = jg_column_dup_text (stmt, first + 2);
  class->provenance = jg_column_dup_text (stmt, first + 3);
  class->edition = jg_column_dup_text (stmt, first + 4);
  return class;
}

/* jg_catalogue_list_classes:
 * @edition: "2020" or "2022": what a class is called, and what stands in it, differs
 * @parent: (nullable): code of a class of this edition; %NULL for the major classes
 *
 * Lists the classes right below @parent that hold at least one occupation of the catalogue, by code,
 * with the number of occupations in each.
 *
 * Returns: (transfer full) (element-type JgOccupationClass): the classes */
GPtrArray *
jg_catalogue_list_classes (JgCatalogue *self, const char *edition, const char *parent)
{
  GPtrArray *result = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_occupation_class_free);
  g_autoptr (sqlite3_stmt) stmt = NULL;
  const char *level = parent == NULL ? "major" : strlen (parent) == 1 ? "middle" : "minor";

  g_return_val_if_fail (JG_IS_CATALOGUE (self) && edition != NULL, result);

  stmt = jg_catalogue_prepare (
      self, "SELECT code, level, name, provenance, edition, n_occupations FROM class"
            " WHERE level = ?1 AND edition = ?2 AND n_occupations > 0"
            " AND (?3 IS NULL OR code > ?3 || '-' AND code < ?3 || '.') ORDER BY code");
  sqlite3_bind_text (stmt, 1, level, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (stmt, 2, edition, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (stmt, 3, parent, -1, SQLITE_TRANSIENT);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    {
      JgOccupationClass *class = class_from_row (stmt, 0);

      class->n_occupations = (guint) sqlite3_column_int (stmt, 5);
      g_ptr_array_add (result, class);
    }
  return result;
}

static sqlite3_stmt *
prepare_for (JgCatalogue *self, const char *sql, const char *id)
{
  sqlite3_stmt *stmt = jg_catalogue_prepare (self, sql);

  sqlite3_bind_text (stmt, 1, id, -1, SQLITE_TRANSIENT);
  return stmt;
}

/* What the tables say of occupations: the first column is the occupation's id, the others are for the
 * function that adds the row. */

static void
add_task (JgOccupation *occupation, sqlite3_stmt *stmt)
{
  g_ptr_array_add (occupation->tasks, jg_column_dup_text (stmt, 1));
}

static void
add_work_type (JgOccupation *occupation, sqlite3_stmt *stmt)
{
  JgWorkType *work_type = g_new0 (JgWorkType, 1);

  work_type->id = jg_column_dup_text (stmt, 1);
  work_type->name = jg_column_dup_text (stmt, 2);
  work_type->status = jg_column_dup_text (stmt, 3);
  work_type->other = jg_column_dup_text (stmt, 4);
  work_type->sources = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_citation_free);
  g_ptr_array_add (occupation->work_types, work_type);
}

static void
add_code (JgOccupation *occupation, sqlite3_stmt *stmt)
{
  JgOccupationCode *code = g_new0 (JgOccupationCode, 1);

  code->code = jg_column_dup_text (stmt, 1);
  code->edition = jg_column_dup_text (stmt, 2);
  code->name = jg_column_dup_text (stmt, 3);
  code->provenance = jg_column_dup_text (stmt, 4);
  code->status = jg_column_dup_text (stmt, 5);
  code->marks = jg_column_dup_list (stmt, 6);
  code->relation = jg_column_dup_text (stmt, 7);
  code->note = jg_column_dup_text (stmt, 8);
  g_ptr_array_add (occupation->codes, code);
}

static void
add_change (JgOccupation *occupation, sqlite3_stmt *stmt)
{
  JgChange *change = g_new0 (JgChange, 1);

  change->kind = jg_column_dup_text (stmt, 1);
  change->document = jg_column_dup_text (stmt, 2);
  change->clause = jg_column_dup_text (stmt, 3);
  change->line = (guint) sqlite3_column_int (stmt, 4);
  change->quote = jg_column_dup_text (stmt, 5);
  change->summary = jg_column_dup_text (stmt, 6);
  g_ptr_array_add (occupation->changes, change);
}

/* Of the occupation itself (-1) or of one of its work types, which have been added by then. */
static void
add_citation (JgOccupation *occupation, sqlite3_stmt *stmt)
{
  int work_type = sqlite3_column_int (stmt, 1);
  JgCitation *citation = NULL;

  if (work_type >= (int) occupation->work_types->len)
    return;
  citation = g_new0 (JgCitation, 1);
  citation->document = jg_column_dup_text (stmt, 2);
  citation->clause = jg_column_dup_text (stmt, 3);
  citation->line = (guint) sqlite3_column_int (stmt, 4);
  citation->line_to = (guint) sqlite3_column_int (stmt, 5);
  citation->quote = jg_column_dup_text (stmt, 6);
  if (work_type < 0)
    g_ptr_array_add (occupation->sources, citation);
  else
    g_ptr_array_add (
        ((JgWorkType *) g_ptr_array_index (occupation->work_types, work_type))->sources, citation);
}

static void
add_class (JgOccupation *occupation, sqlite3_stmt *stmt)
{
  g_ptr_array_add (occupation->classes, class_from_row (stmt, 1));
}

static const struct
{
  const char *select; /* %s: the condition, on the first column */
  void (*add) (JgOccupation *, sqlite3_stmt *);
} parts[] = {
  { "SELECT occupation, text FROM task WHERE %s ORDER BY occupation, number", add_task },
  { "SELECT occupation, id, name, status, other FROM work_type WHERE %s"
    " ORDER BY occupation, position",
    add_work_type },
  { "SELECT occupation, code, edition, name, provenance, status, marks, relation, note"
    " FROM occupation_code WHERE %s ORDER BY occupation, position",
    add_code },
  { "SELECT occupation, kind, document, clause, line, quote, summary FROM change WHERE %s"
    " ORDER BY occupation, position",
    add_change },
  { "SELECT occupation, work_type, document, clause, line, line_to, quote FROM citation WHERE %s"
    " ORDER BY occupation, work_type, position",
    add_citation },
  { "SELECT o.id AS occupation, c.code, c.level, c.name, c.provenance, c.edition"
    " FROM occupation o JOIN class c ON c.edition = o.edition"
    " AND c.code IN (substr(o.code, 1, 1), substr(o.code, 1, 4), substr(o.code, 1, 7))"
    " WHERE %s ORDER BY o.id, length(c.code)",
    add_class },
};

/* Fills @occupations (id → JgOccupation), which are all there are, or the one of @id. */
static void
load_parts (JgCatalogue *self, GHashTable *occupations, const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_auto (GStrv) halves = g_strsplit (parts[i].select, "%s", 2);
      g_autofree char *sql = g_strjoinv (id != NULL ? "occupation = ?1" : "TRUE", halves);
      g_autoptr (sqlite3_stmt) stmt = prepare_for (self, sql, id);

      while (sqlite3_step (stmt) == SQLITE_ROW)
        {
          JgOccupation *occupation = g_hash_table_lookup (occupations, jg_column_text (stmt, 0));

          if (occupation != NULL)
            parts[i].add (occupation, stmt);
        }
    }
}

static void
load_measure_links (JgCatalogue *self, JgOccupation *occupation)
{
  /* The links the text makes first, then the measures that hold for every occupation. */
  g_autoptr (sqlite3_stmt) stmt = prepare_for (
      self,
      "SELECT m.id, l.basis, l.words, m.position, CASE l.basis WHEN 'explicit' THEN 0 ELSE 1 END"
      " FROM measure_link l JOIN measure m ON m.id = l.measure WHERE l.occupation = ?1"
      " UNION ALL SELECT id, 'all', NULL, position, 2 FROM measure WHERE occupation_basis = 'all'"
      " ORDER BY 5, 4",
      occupation->id);

  while (sqlite3_step (stmt) == SQLITE_ROW)
    {
      JgMeasureLink *link = g_new0 (JgMeasureLink, 1);

      link->measure = jg_column_dup_text (stmt, 0);
      link->basis = jg_column_dup_text (stmt, 1);
      link->words = jg_column_dup_text (stmt, 2);
      g_ptr_array_add (occupation->measures, link);
    }
}

#define OCCUPATION_COLUMNS                                                                         \
  "SELECT id, code, edition, name, status, provenance, origin, marks, definition, former_names,"   \
  " successors, note FROM occupation"

static JgOccupation *
occupation_from_row (sqlite3_stmt *stmt)
{
  JgOccupation *occupation = jg_occupation_new ();

  occupation->id = jg_column_dup_text (stmt, 0);
  occupation->code = jg_column_dup_text (stmt, 1);
  occupation->edition = jg_column_dup_text (stmt, 2);
  occupation->name = jg_column_dup_text (stmt, 3);
  occupation->status = jg_column_dup_text (stmt, 4);
  occupation->provenance = jg_column_dup_text (stmt, 5);
  occupation->origin = jg_column_dup_text (stmt, 6);
  occupation->marks = jg_column_dup_list (stmt, 7);
  occupation->definition = jg_column_dup_text (stmt, 8);
  occupation->former_names = jg_column_dup_list (stmt, 9);
  occupation->successors = jg_column_dup_list (stmt, 10);
  occupation->note = jg_column_dup_text (stmt, 11);
  return occupation;
}

/* jg_catalogue_get_occupation:
 * @id: internal id
 *
 * Loads an occupation with everything the catalogue says of it.
 *
 * Returns: (transfer full) (nullable): the occupation, or %NULL when there is none of that id */
JgOccupation *
jg_catalogue_get_occupation (JgCatalogue *self, const char *id)
{
  g_autoptr (GHashTable) one = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (sqlite3_stmt) stmt = NULL;
  JgOccupation *occupation = NULL;

  g_return_val_if_fail (JG_IS_CATALOGUE (self) && id != NULL, NULL);

  stmt = prepare_for (self, OCCUPATION_COLUMNS " WHERE id = ?", id);
  if (sqlite3_step (stmt) != SQLITE_ROW)
    return NULL;
  occupation = occupation_from_row (stmt);
  g_hash_table_insert (one, occupation->id, occupation);
  load_parts (self, one, id);
  load_measure_links (self, occupation);
  return occupation;
}

/* jg_catalogue_load_occupations:
 *
 * Loads all occupations in the order of jg_catalogue_list_occupations(), each as
 * jg_catalogue_get_occupation() does but without its measures: most measures hold for every one.
 *
 * Returns: (transfer full) (element-type JgOccupation): the occupations */
GPtrArray *
jg_catalogue_load_occupations (JgCatalogue *self)
{
  GPtrArray *result = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_occupation_unref);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (sqlite3_stmt) stmt = NULL;

  g_return_val_if_fail (JG_IS_CATALOGUE (self), result);

  stmt = jg_catalogue_prepare (self, OCCUPATION_COLUMNS " ORDER BY code IS NULL, code, position");
  while (sqlite3_step (stmt) == SQLITE_ROW)
    {
      JgOccupation *occupation = occupation_from_row (stmt);

      g_hash_table_insert (by_id, occupation->id, occupation);
      g_ptr_array_add (result, occupation);
    }
  load_parts (self, by_id, NULL);
  return result;
}

static char *
find_id (JgCatalogue *self, const char *sql, const char *word, const char *edition)
{
  g_autoptr (sqlite3_stmt) stmt = prepare_for (self, sql, word);

  if (edition != NULL)
    sqlite3_bind_text (stmt, 2, edition, -1, SQLITE_TRANSIENT);
  return sqlite3_step (stmt) == SQLITE_ROW ? jg_column_dup_text (stmt, 0) : NULL;
}

static void
add_other_meaning (GPtrArray *others,
                   const char *code,
                   const char *edition,
                   const char *name,
                   const char *provenance)
{
  JgOccupationCode *other = g_new0 (JgOccupationCode, 1);

  other->code = g_strdup (code);
  other->edition = g_strdup (edition);
  other->name = g_strdup (name);
  other->provenance = g_strdup (provenance);
  g_ptr_array_add (others, other);
}

/* Other occupations that the same eight digits mean in another edition. */
static GPtrArray *
list_other_meanings (JgCatalogue *self, const char *code, const char *edition, const char *id)
{
  GPtrArray *others = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_occupation_code_free);
  g_autoptr (sqlite3_stmt) stmt = prepare_for (
      self,
      "SELECT c.edition, coalesce(c.name, o.name), c.provenance FROM occupation_code c"
      " JOIN occupation o ON o.id = c.occupation WHERE c.code = ?1 AND c.edition <> ?2 AND o.id IS "
      "NOT ?3"
      " UNION SELECT edition, name, provenance FROM reused_code WHERE code = ?1 AND edition <> ?2"
      " ORDER BY 1, 2",
      code);

  sqlite3_bind_text (stmt, 2, edition, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (stmt, 3, id, -1, SQLITE_TRANSIENT);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    add_other_meaning (others, code, jg_column_text (stmt, 0), jg_column_text (stmt, 1),
                       jg_column_text (stmt, 2));
  return others;
}

/* jg_catalogue_find_occupation:
 * @code_or_name: a code in any width, with or without hyphens; or a name, former name or work type
 * @edition: (nullable): "2020" or "2022"; a code without one is read as 2020
 * @also_this_code: (out) (optional) (transfer full) (element-type JgOccupationCode): what the same
 *   code means in other editions when that is another occupation; when nothing is found, what it
 *   means in any edition
 *
 * Finds one occupation. A name is looked for among current names, then former names, then work
 * types; a work type that was promoted leads to the occupation it became.
 *
 * Returns: (transfer full) (nullable): the occupation, or %NULL when nothing has that code or name */
JgOccupation *
jg_catalogue_find_occupation (JgCatalogue *self,
                              const char *code_or_name,
                              const char *edition,
                              GPtrArray **also_this_code)
{
  g_autofree char *code = NULL;
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (JG_IS_CATALOGUE (self) && code_or_name != NULL, NULL);

  if (edition == NULL)
    edition = "2020";
  code = jg_code_parse (code_or_name);
  name = g_strstrip (g_strdup (code_or_name));
  if (code != NULL)
    id = find_id (self,
                  "SELECT occupation FROM occupation_code WHERE code = ? AND edition = ?"
                  " ORDER BY CASE status WHEN 'current' THEN 0 WHEN 'cancelled' THEN 1 ELSE 2 END",
                  code, edition);
  else
    {
      id = find_id (self, "SELECT id FROM occupation WHERE name = ? ORDER BY status = 'cancelled'",
                    name, NULL);
      if (id == NULL)
        id = find_id (self,
                      "SELECT occupation FROM search_entry WHERE number ="
                      " (SELECT entry FROM search_field WHERE tier = 4 AND text = ?)",
                      name, NULL);
      if (id == NULL)
        id =
            find_id (self,
                     "SELECT CASE status WHEN 'promoted' THEN other ELSE occupation END FROM "
                     "work_type WHERE name = ?"
                     " ORDER BY CASE status WHEN 'moved' THEN 2 WHEN 'cancelled' THEN 1 ELSE 0 END",
                     name, NULL);
      if (id == NULL)
        id = find_id (self, "SELECT id FROM occupation WHERE id = ?", name, NULL);
      if (id == NULL)
        id = find_id (self, "SELECT occupation FROM occupation_code WHERE name = ?", name, NULL);
    }

  if (also_this_code != NULL)
    *also_this_code =
        list_other_meanings (self, code != NULL ? code : "", id != NULL ? edition : "", id);
  return id != NULL ? jg_catalogue_get_occupation (self, id) : NULL;
}
