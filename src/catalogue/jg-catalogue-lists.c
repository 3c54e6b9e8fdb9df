/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-catalogue-private.h"

/* Codes below a class are those from “4-” to before “4.”, so that the index is read only there. */
#define BELOW(code) " c.code > " code " || '-' AND c.code < " code " || '.'"

/* The conditions of @terms on o, and on c where @coded; ?1 is the class, ?2 the edition, ?3 the major
 * class. */
static char *
dup_where (const JgOccupationTerms *terms, gboolean coded)
{
  g_autoptr (GString) where = g_string_new (" WHERE 1");

  if (coded)
    g_string_append (where, " AND c.edition = ?2 AND c.status <> 'former'");
  if (coded && terms->class_code != NULL)
    g_string_append (where, " AND" BELOW ("?1"));
  if (terms->major != NULL)
    g_string_append (where, coded ? " AND" BELOW ("?3")
                                  : " AND o.code > ?3 || '-' AND o.code < ?3 || '.'");
  if (terms->with_definition)
    g_string_append (where, " AND o.definition IS NOT NULL");
  if (terms->without_cancelled)
    g_string_append (where, " AND o.status <> 'cancelled'");
  if (terms->with_measures)
    g_string_append (where, " AND EXISTS (SELECT 1 FROM measure_link l WHERE l.occupation = o.id)");
  if (terms->verified == JG_VERIFIED_ONLY)
    g_string_append (where, " AND o.provenance <> 'secondary'");
  if (terms->verified == JG_UNVERIFIED_ONLY)
    g_string_append (where, " AND o.provenance = 'secondary'");
  return g_string_free (g_steal_pointer (&where), FALSE);
}

static sqlite3_stmt *
prepare (JgCatalogue *self, const JgOccupationTerms *terms, const char *columns, const char *rest)
{
  gboolean coded = terms->edition != NULL;
  g_autofree char *where = dup_where (terms, coded);
  g_autofree char *sql =
      g_strconcat ("SELECT ", columns,
                   coded ? " FROM occupation_code c JOIN occupation o ON o.id = c.occupation"
                         : " FROM occupation o",
                   where, rest, NULL);
  sqlite3_stmt *stmt = jg_catalogue_prepare (self, sql);

  sqlite3_bind_text (stmt, 1, terms->class_code, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (stmt, 2, terms->edition, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (stmt, 3, terms->major, -1, SQLITE_TRANSIENT);
  return stmt;
}

/* jg_occupation_terms_are_any:
 *
 * Returns: %TRUE when @terms let every occupation of a place through */
gboolean
jg_occupation_terms_are_any (const JgOccupationTerms *terms)
{
  return terms->major == NULL && !terms->with_definition && !terms->with_measures &&
         !terms->without_cancelled && terms->verified == JG_VERIFIED_OR_NOT;
}

/* jg_catalogue_count_occupations:
 * @terms: which
 *
 * Returns: the number of occupations that meet @terms */
guint
jg_catalogue_count_occupations (JgCatalogue *self, const JgOccupationTerms *terms)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;

  g_return_val_if_fail (JG_IS_CATALOGUE (self) && terms != NULL, 0);

  /* Whole classes are counted when the catalogue is built. */
  if (jg_occupation_terms_are_any (terms) && terms->class_code != NULL)
    {
      stmt = jg_catalogue_prepare (
          self, "SELECT n_occupations FROM class WHERE edition = ?1 AND code = ?2");
      sqlite3_bind_text (stmt, 1, terms->edition, -1, SQLITE_TRANSIENT);
      sqlite3_bind_text (stmt, 2, terms->class_code, -1, SQLITE_TRANSIENT);
    }
  else
    stmt = prepare (self, terms, "count(*)", "");
  return sqlite3_step (stmt) == SQLITE_ROW ? (guint) sqlite3_column_int (stmt, 0) : 0;
}

/* jg_catalogue_page_occupations:
 * @terms: which
 * @offset: how many to leave out
 * @limit: the most to list, or 0 for all that follow
 *
 * Lists occupations by code, those without a code first. With an edition each is listed with its code
 * of that edition, otherwise with its own.
 *
 * Returns: (transfer full) (element-type JgOccupationSummary): the occupations */
GPtrArray *
jg_catalogue_page_occupations (JgCatalogue *self,
                               const JgOccupationTerms *terms,
                               guint offset,
                               guint limit)
{
  GPtrArray *result = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_occupation_summary_free);
  g_autoptr (sqlite3_stmt) stmt = NULL;

  g_return_val_if_fail (JG_IS_CATALOGUE (self) && terms != NULL, result);

  if (terms->edition != NULL)
    stmt = prepare (self, terms,
                    "o.id, c.code, c.edition, o.name, o.status, o.provenance, o.definition",
                    " ORDER BY c.code, o.position LIMIT ?4 OFFSET ?5");
  else
    stmt = prepare (self, terms,
                    "o.id, o.code, o.edition, o.name, o.status, o.provenance, o.definition",
                    " ORDER BY o.code, o.position LIMIT ?4 OFFSET ?5");
  sqlite3_bind_int64 (stmt, 4, limit > 0 ? (sqlite3_int64) limit : -1);
  sqlite3_bind_int64 (stmt, 5, offset);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    g_ptr_array_add (result, jg_occupation_summary_from_row (stmt));
  return result;
}

/* jg_catalogue_get_summary:
 * @id: an occupation
 *
 * Returns: (transfer full) (nullable): its line in a list, or %NULL when there is none of that id */
JgOccupationSummary *
jg_catalogue_get_summary (JgCatalogue *self, const char *id)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;

  g_return_val_if_fail (JG_IS_CATALOGUE (self) && id != NULL, NULL);

  stmt = jg_catalogue_prepare (
      self, "SELECT id, code, edition, name, status, provenance, definition FROM occupation"
            " WHERE id = ?");
  sqlite3_bind_text (stmt, 1, id, -1, SQLITE_TRANSIENT);
  return sqlite3_step (stmt) == SQLITE_ROW ? jg_occupation_summary_from_row (stmt) : NULL;
}

/* jg_catalogue_accepts_occupation:
 * @terms: which
 * @id: an occupation
 *
 * Returns: %TRUE when the occupation meets @terms */
gboolean
jg_catalogue_accepts_occupation (JgCatalogue *self, const JgOccupationTerms *terms, const char *id)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;

  g_return_val_if_fail (JG_IS_CATALOGUE (self) && terms != NULL && id != NULL, FALSE);

  stmt = prepare (self, terms, "1", " AND o.id = ?4");
  sqlite3_bind_text (stmt, 4, id, -1, SQLITE_TRANSIENT);
  return sqlite3_step (stmt) == SQLITE_ROW;
}

/* jg_catalogue_count_classes:
 * @classes: (element-type JgOccupationClass): classes of one edition
 * @terms: which occupations count; their edition and class are not looked at
 *
 * Counts anew the occupations in each class, and takes the empty ones out. */
void
jg_catalogue_count_classes (JgCatalogue *self, GPtrArray *classes, const JgOccupationTerms *terms)
{
  g_return_if_fail (JG_IS_CATALOGUE (self) && classes != NULL && terms != NULL);

  for (guint i = classes->len; i > 0; i--)
    {
      JgOccupationClass *class = g_ptr_array_index (classes, i - 1);
      JgOccupationTerms inside = *terms;

      inside.edition = class->edition;
      inside.class_code = class->code;
      class->n_occupations = jg_catalogue_count_occupations (self, &inside);
      if (class->n_occupations == 0)
        g_ptr_array_remove_index (classes, i - 1);
    }
}
