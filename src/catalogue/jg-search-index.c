/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-search-private.h"

#include <string.h>

#include "jg-catalogue-private.h"
#include "jg-text.h"

static void
entry_free (JgSearchEntry *self)
{
  jg_occupation_summary_free (self->summary);
  g_strfreev (self->successors);
  g_free (self);
}

static void
synonym_clear (JgSearchSynonym *self)
{
  g_free (self->text);
  g_strfreev (self->means);
}

static sqlite3_stmt *
prepare (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *stmt = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL) != SQLITE_OK)
    g_warning ("search: %s", sqlite3_errmsg (db));
  return stmt;
}

static char *
dup_text (sqlite3_stmt *stmt, int column)
{
  return g_strdup ((const char *) sqlite3_column_text (stmt, column));
}

static char **
dup_list (sqlite3_stmt *stmt, int column)
{
  const char *list = (const char *) sqlite3_column_text (stmt, column);

  if (list == NULL || *list == '\0')
    return g_new0 (char *, 1);
  return g_strsplit (list, JG_LIST_SEPARATOR, -1);
}

static void
load_entries (JgSearchIndex *self, sqlite3 *db)
{
  g_autoptr (sqlite3_stmt) stmt =
      prepare (db, "SELECT id, code, edition, name, status, provenance, definition, successors"
                   " FROM occupation ORDER BY code, id");

  while (stmt != NULL && sqlite3_step (stmt) == SQLITE_ROW)
    {
      JgSearchEntry *entry = g_new0 (JgSearchEntry, 1);

      entry->summary = g_new0 (JgOccupationSummary, 1);
      entry->summary->id = dup_text (stmt, 0);
      entry->summary->code = dup_text (stmt, 1);
      entry->summary->edition = dup_text (stmt, 2);
      entry->summary->name = dup_text (stmt, 3);
      entry->summary->status = dup_text (stmt, 4);
      entry->summary->provenance = dup_text (stmt, 5);
      entry->summary->definition = dup_text (stmt, 6);
      entry->successors = dup_list (stmt, 7);
      entry->name_length = g_utf8_strlen (entry->summary->name, -1);
      g_hash_table_insert (self->entries_by_id, entry->summary->id,
                           GUINT_TO_POINTER (self->entries->len));
      g_ptr_array_add (self->entries, entry);
    }
}

/* A work type that was raised to an occupation of its own is found as that occupation. */
static gboolean
is_raised (const JgSearchIndex *self, const char *text, guint entry)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const JgSearchEntry *other = g_ptr_array_index (self->entries, i);

      if (i != entry && g_strcmp0 (other->summary->status, "current") == 0 &&
          strcmp (other->summary->name, text) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
load_rows (JgSearchIndex *self, sqlite3 *db)
{
  g_autoptr (sqlite3_stmt) stmt =
      prepare (db, "SELECT occupation, field, position, text, norm, pinyin FROM search_field"
                   " ORDER BY occupation, field, position");

  while (stmt != NULL && sqlite3_step (stmt) == SQLITE_ROW)
    {
      const char *pinyin = (const char *) sqlite3_column_text (stmt, 5);
      JgSearchRow row = { 0 };
      gpointer index;

      if (!g_hash_table_lookup_extended (self->entries_by_id, sqlite3_column_text (stmt, 0), NULL,
                                         &index))
        continue;

      row.entry = GPOINTER_TO_UINT (index);
      row.field = (JgSearchField) sqlite3_column_int (stmt, 1);
      if (row.field == JG_SEARCH_WORK_TYPE &&
          is_raised (self, (const char *) sqlite3_column_text (stmt, 3), row.entry))
        continue;
      row.text =
          g_string_chunk_insert (self->strings, (const char *) sqlite3_column_text (stmt, 3));
      row.norm =
          g_string_chunk_insert (self->strings, (const char *) sqlite3_column_text (stmt, 4));
      row.pinyin =
          pinyin != NULL && *pinyin != '\0' ? g_string_chunk_insert (self->strings, pinyin) : NULL;
      row.length = g_utf8_strlen (row.norm, -1);

      /* A code's position is 2022 when it is that edition's. */
      if (row.field == JG_SEARCH_CODE && sqlite3_column_int (stmt, 2) == 2022)
        row.edition = "2022";
      else if (row.field == JG_SEARCH_CODE || row.field == JG_SEARCH_FORMER_CODE)
        row.edition =
            ((JgSearchEntry *) g_ptr_array_index (self->entries, row.entry))->summary->edition;
      g_array_append_val (self->rows, row);
    }
}

static void
load_synonyms (JgSearchIndex *self, sqlite3 *db)
{
  g_autoptr (sqlite3_stmt) stmt = prepare (db, "SELECT text, means FROM synonym ORDER BY text");

  while (stmt != NULL && sqlite3_step (stmt) == SQLITE_ROW)
    {
      JgSearchSynonym synonym;

      synonym.text = jg_text_normalize_compact ((const char *) sqlite3_column_text (stmt, 0));
      synonym.means = dup_list (stmt, 1);
      for (guint i = 0; synonym.means[i] != NULL; i++)
        {
          char *norm = jg_text_normalize_compact (synonym.means[i]);

          g_free (synonym.means[i]);
          synonym.means[i] = norm;
        }
      g_array_append_val (self->synonyms, synonym);
    }
}

/* Reads all that can be found from the catalogue's tables occupation, search_field and synonym.
 * Returns (transfer full) the index; rows that cannot be read are missing, with a warning. */
JgSearchIndex *
jg_search_index_new (sqlite3 *db)
{
  JgSearchIndex *self = g_new0 (JgSearchIndex, 1);

  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  self->entries_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->rows = g_array_new (FALSE, FALSE, sizeof (JgSearchRow));
  self->synonyms = g_array_new (FALSE, FALSE, sizeof (JgSearchSynonym));
  g_array_set_clear_func (self->synonyms, (GDestroyNotify) synonym_clear);
  self->strings = g_string_chunk_new (64 * 1024);

  load_entries (self, db);
  load_rows (self, db);
  load_synonyms (self, db);

  return self;
}

/* Frees an index of jg_search_index_new(). */
void
jg_search_index_free (JgSearchIndex *self)
{
  g_hash_table_unref (self->entries_by_id);
  g_ptr_array_unref (self->entries);
  g_array_unref (self->rows);
  g_array_unref (self->synonyms);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/* Returns (transfer full) one empty element for each entry; free with g_free(). */
JgSearchFound *
jg_search_found_new (const JgSearchIndex *index)
{
  JgSearchFound *found = g_new0 (JgSearchFound, index->entries->len + 1);

  for (guint i = 0; i < index->entries->len; i++)
    found[i].rank = JG_RANK_NONE;
  return found;
}

/* Keeps a hit of a row when it is better than what its occupation has; the first of two equal ones
 * stays. The range counts bytes of the normalised text, -1 when there is none. */
void
jg_search_found_offer (JgSearchFound *found,
                       const JgSearchRow *row,
                       JgSearchRank rank,
                       guint weight,
                       int norm_start,
                       int norm_end)
{
  JgSearchFound *best = &found[row->entry];

  if (rank > best->rank || (rank == best->rank && weight >= best->weight))
    return;

  best->rank = rank;
  best->weight = weight;
  best->field = row->field;
  best->row = row;
  best->in_norm = TRUE;
  best->start = norm_start;
  best->end = norm_end;
}
