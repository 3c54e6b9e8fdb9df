/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-search-private.h"

#include <stdlib.h>
#include <string.h>

#include "jg-catalogue-private.h"
#include "jg-text.h"

/* Rows and entries kept from one query to the next. */
#define MAX_KEPT 512

/* Bytes: all of a catalogue like the bundled one lies in the map. Of a large one as much as costs less memory than half its text;
 * what lies behind is read through a small cache, which with 100,000 entries is no slower. */
#define MAP_SIZE "33554432"

/* Gives a row of jg_search_index_get_row() back. */
void
jg_search_row_unref (JgSearchRow *self)
{
  g_rc_box_release (self);
}

static void
entry_clear (gpointer data)
{
  JgSearchEntry *self = data;

  jg_occupation_summary_free (self->summary);
  g_strfreev (self->successors);
}

/* Gives an entry back. */
void
jg_search_entry_unref (JgSearchEntry *self)
{
  g_rc_box_release_full (self, entry_clear);
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

  if (sqlite3_prepare_v3 (db, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL) != SQLITE_OK)
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
take_syllable (JgSearchIndex *self, const char *syllable)
{
  g_hash_table_add (self->syllables, g_strdup (syllable));
  for (gsize length = 1; length <= strlen (syllable); length++)
    g_hash_table_add (self->beginnings, g_strndup (syllable, length));
}

static void
load_meta (JgSearchIndex *self)
{
  g_autoptr (sqlite3_stmt) meta = prepare (self->db, "SELECT key, value FROM search_meta");
  g_autoptr (sqlite3_stmt) count = prepare (self->db, "SELECT max(number) + 1 FROM search_entry");

  while (meta != NULL && sqlite3_step (meta) == SQLITE_ROW)
    {
      const char *key = (const char *) sqlite3_column_text (meta, 0);
      g_auto (GStrv) words = g_strsplit ((const char *) sqlite3_column_text (meta, 1), " ", -1);

      if (strcmp (key, "elsewhere") == 0)
        {
          g_strfreev (self->elsewhere);
          self->elsewhere = g_steal_pointer (&words);
        }
      else if (strcmp (key, "syllables") == 0)
        for (guint i = 0; words[i] != NULL; i++)
          take_syllable (self, words[i]);
      else if (strcmp (key, "rows") == 0)
        for (guint i = 0; words[i] != NULL && i <= JG_N_TIERS; i++)
          self->first_row[i] = (guint) g_ascii_strtoull (words[i], NULL, 10);
    }
  if (count != NULL && sqlite3_step (count) == SQLITE_ROW)
    self->n_entries = (guint) sqlite3_column_int (count, 0);
}

static void
load_synonyms (JgSearchIndex *self)
{
  g_autoptr (sqlite3_stmt) stmt =
      prepare (self->db, "SELECT text, means FROM synonym ORDER BY text");

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

/* Opens what jg_search_write() made; nothing but the synonyms and the syllables is read yet. Returns
 * (transfer full) the index; what cannot be read is missing, with a warning. */
JgSearchIndex *
jg_search_index_new (sqlite3 *db)
{
  JgSearchIndex *self = g_new0 (JgSearchIndex, 1);

  /* Rows and lists within it are read where they lie in the file, and cost no memory of our own. */
  sqlite3_exec (db, "PRAGMA mmap_size = " MAP_SIZE, NULL, NULL, NULL);

  self->db = db;
  self->get_row = prepare (
      db, "SELECT tier, entry, text, norm, pinyin, borders FROM search_field WHERE id = ?");
  self->get_entry = prepare (db, "SELECT occupation, code, edition, name, status, provenance,"
                                 " definition, successors FROM search_entry WHERE number = ?");
  self->get_number = prepare (db, "SELECT number FROM search_entry WHERE occupation = ?");
  /* An index may stand without its catalogue, and then no alias is an office's. */
  sqlite3_prepare_v2 (db,
                      "SELECT provenance FROM alias WHERE text = ?2 AND occupation ="
                      " (SELECT occupation FROM search_entry WHERE number = ?1)",
                      -1, &self->get_alias, NULL);
  self->next_piece = prepare (db, "SELECT first, rows FROM search_gram"
                                  " WHERE gram = ? AND first > ? ORDER BY first LIMIT 1");
  self->seek_piece =
      prepare (db, "SELECT first, rows FROM search_gram"
                   " WHERE gram = ? AND first <= ? AND first > ? ORDER BY first DESC LIMIT 1");
  self->find_title = prepare (
      db, "SELECT id FROM search_field WHERE norm = ? AND tier BETWEEN 3 AND 6 ORDER BY id");
  self->find_code = prepare (db, "SELECT id FROM search_field WHERE tier < 3 AND tier = ?"
                                 " AND norm >= ? AND norm < ? ORDER BY norm, id");
  self->begin = prepare (db, "BEGIN");
  self->commit = prepare (db, "COMMIT");
  self->rows = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) jg_search_row_unref);
  self->entries = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) jg_search_entry_unref);
  self->syllables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->beginnings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->elsewhere = g_new0 (char *, 1);
  self->synonyms = g_array_new (FALSE, FALSE, sizeof (JgSearchSynonym));
  g_array_set_clear_func (self->synonyms, (GDestroyNotify) synonym_clear);

  load_meta (self);
  load_synonyms (self);
  return self;
}

/* Lets all reading for one query be one transaction, which spares each of its statements one of its own. Returns whether there was
 * none yet and jg_search_index_commit() is to be called. */
gboolean
jg_search_index_begin (JgSearchIndex *self)
{
  const gboolean began = self->begin != NULL && sqlite3_get_autocommit (self->db) != 0 &&
                         sqlite3_step (self->begin) == SQLITE_DONE;

  sqlite3_reset (self->begin);
  return began;
}

/* Ends what jg_search_index_begin() began. */
void
jg_search_index_commit (JgSearchIndex *self)
{
  sqlite3_step (self->commit);
  sqlite3_reset (self->commit);
}

/* Frees an index of jg_search_index_new(). */
void
jg_search_index_free (JgSearchIndex *self)
{
  sqlite3_finalize (self->get_row);
  sqlite3_finalize (self->get_entry);
  sqlite3_finalize (self->get_number);
  sqlite3_finalize (self->get_alias);
  sqlite3_finalize (self->next_piece);
  sqlite3_finalize (self->seek_piece);
  sqlite3_finalize (self->find_title);
  sqlite3_finalize (self->find_code);
  sqlite3_finalize (self->begin);
  sqlite3_finalize (self->commit);
  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->entries);
  g_hash_table_unref (self->syllables);
  g_hash_table_unref (self->beginnings);
  g_array_unref (self->synonyms);
  g_strfreev (self->elsewhere);
  g_clear_pointer (&self->words, ubrk_close);
  g_free (self);
}

/* Forgets the rows and entries that were read; those that an answer holds live on. */
void
jg_search_index_forget (JgSearchIndex *self)
{
  g_hash_table_remove_all (self->rows);
  g_hash_table_remove_all (self->entries);
}

/* Forgets them when they are many. */
void
jg_search_index_trim (JgSearchIndex *self)
{
  if (g_hash_table_size (self->rows) > MAX_KEPT)
    g_hash_table_remove_all (self->rows);
  if (g_hash_table_size (self->entries) > MAX_KEPT)
    g_hash_table_remove_all (self->entries);
}

/* A damaged page may hold anything. */
static gboolean
is_text (sqlite3_stmt *stmt, int column)
{
  const char *text = (const char *) sqlite3_column_text (stmt, column);

  return text != NULL && g_utf8_validate (text, sqlite3_column_bytes (stmt, column), NULL);
}

static const char *
put_string (char **at, const char *string)
{
  char *text = *at;

  *at = g_stpcpy (text, string) + 1;
  return text;
}

static const char *
put_text (char **at, sqlite3_stmt *stmt, int column)
{
  const void *bytes = sqlite3_column_blob (stmt, column);
  gsize length = (gsize) sqlite3_column_bytes (stmt, column);
  char *text = *at;

  if (bytes == NULL)
    return NULL;
  memcpy (text, bytes, length);
  *at += length + 1;
  return text;
}

/* The normalised form of a sentence is not kept in the file: to make it anew takes less time than to
 * read as many pages again. */
static JgSearchRow *
read_row (JgSearchIndex *self, guint id, sqlite3_stmt *stmt)
{
  gboolean has_norm = sqlite3_column_type (stmt, 3) != SQLITE_NULL;
  g_autofree char *norm =
      has_norm ? NULL : jg_text_normalize_compact ((const char *) sqlite3_column_text (stmt, 2));
  gsize n_bytes = sizeof (JgSearchRow) + (norm != NULL ? strlen (norm) : 0);
  JgSearchRow *row;
  char *at;

  for (int column = 2; column <= 5; column++)
    n_bytes += (gsize) sqlite3_column_bytes (stmt, column) + 1;
  row = g_rc_box_alloc0 (n_bytes);
  at = (char *) (row + 1);
  row->id = id;
  row->tier = (JgSearchTier) CLAMP (sqlite3_column_int (stmt, 0), 0, JG_N_TIERS - 1);
  row->entry = MIN ((guint) sqlite3_column_int (stmt, 1), MAX (self->n_entries, 1) - 1);
  row->text = put_text (&at, stmt, 2);
  row->norm = has_norm ? put_text (&at, stmt, 3) : put_string (&at, norm);
  row->pinyin = put_text (&at, stmt, 4);
  row->n_borders = (guint) sqlite3_column_bytes (stmt, 5);
  row->borders = (const guint8 *) put_text (&at, stmt, 5);
  return row;
}

/* Returns (transfer none) (nullable) a row, which lives until the next jg_search_index_trim(); NULL
 * when it cannot be read. */
JgSearchRow *
jg_search_index_get_row (JgSearchIndex *self, guint id)
{
  JgSearchRow *row = g_hash_table_lookup (self->rows, GUINT_TO_POINTER (id));
  sqlite3_stmt *stmt = self->get_row;

  if (row != NULL)
    return row;

  sqlite3_bind_int64 (stmt, 1, id);
  if (sqlite3_step (stmt) == SQLITE_ROW && is_text (stmt, 2) &&
      (sqlite3_column_type (stmt, 3) == SQLITE_NULL || is_text (stmt, 3)))
    {
      row = read_row (self, id, stmt);
      self->n_rows++;
      g_hash_table_insert (self->rows, GUINT_TO_POINTER (id), row);
    }
  sqlite3_reset (stmt);
  return row;
}

/* Returns (transfer none) (nullable) an entry, which lives until the next jg_search_index_trim(). */
JgSearchEntry *
jg_search_index_get_entry (JgSearchIndex *self, guint number)
{
  JgSearchEntry *entry = g_hash_table_lookup (self->entries, GUINT_TO_POINTER (number));
  sqlite3_stmt *stmt = self->get_entry;

  if (entry != NULL)
    return entry;

  sqlite3_bind_int64 (stmt, 1, number);
  if (sqlite3_step (stmt) == SQLITE_ROW)
    {
      entry = g_rc_box_new0 (JgSearchEntry);
      entry->summary = g_new0 (JgOccupationSummary, 1);
      entry->summary->id = dup_text (stmt, 0);
      entry->summary->code = dup_text (stmt, 1);
      entry->summary->edition = dup_text (stmt, 2);
      entry->summary->name = dup_text (stmt, 3);
      entry->summary->status = dup_text (stmt, 4);
      entry->summary->provenance = dup_text (stmt, 5);
      entry->summary->definition = dup_text (stmt, 6);
      entry->successors = dup_list (stmt, 7);
      g_hash_table_insert (self->entries, GUINT_TO_POINTER (number), entry);
    }
  sqlite3_reset (stmt);
  return entry;
}

/* Finds the number of an occupation's entry. */
gboolean
jg_search_index_get_number (JgSearchIndex *self, const char *occupation, guint *number)
{
  gboolean found;

  sqlite3_bind_text (self->get_number, 1, occupation, -1, SQLITE_STATIC);
  found = sqlite3_step (self->get_number) == SQLITE_ROW;
  if (found)
    *number = (guint) sqlite3_column_int (self->get_number, 0);
  sqlite3_reset (self->get_number);
  return found;
}

/* Returns (transfer none) (nullable) the provenance of an alias; there are few, and they stay. */
const char *
jg_search_index_get_alias_provenance (JgSearchIndex *self, guint entry, const char *text)
{
  const char *provenance = NULL;

  if (self->get_alias == NULL)
    return NULL;
  sqlite3_bind_int64 (self->get_alias, 1, entry);
  sqlite3_bind_text (self->get_alias, 2, text, -1, SQLITE_STATIC);
  if (sqlite3_step (self->get_alias) == SQLITE_ROW)
    provenance = g_intern_string ((const char *) sqlite3_column_text (self->get_alias, 0));
  sqlite3_reset (self->get_alias);
  return provenance;
}

/* Returns (transfer full) (element-type guint) the rows of titles that are these very words. */
GArray *
jg_search_index_find_title (JgSearchIndex *self, const char *norm)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint));

  sqlite3_bind_text (self->find_title, 1, norm, -1, SQLITE_STATIC);
  while (sqlite3_step (self->find_title) == SQLITE_ROW)
    {
      guint id = (guint) sqlite3_column_int (self->find_title, 0);

      g_array_append_val (rows, id);
    }
  sqlite3_reset (self->find_title);
  return rows;
}
