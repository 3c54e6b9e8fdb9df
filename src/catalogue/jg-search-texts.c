/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-search-private.h"

#include <string.h>

#include "jg-catalogue-private.h"
#include "jg-text.h"

/* One character stands in every document. */
#define MIN_CHARACTERS 2

static void
text_free (JgSearchText *self)
{
  g_free (self->key);
  g_free (self->title);
  g_free (self->clause);
  g_free (self->text);
  g_free (self);
}

static gboolean
holds (const char *text, const char *norm)
{
  g_autofree char *folded = text != NULL ? jg_text_normalize_compact (text) : NULL;

  return folded != NULL && strstr (folded, norm) != NULL;
}

static void
find_texts (sqlite3 *db,
            const char *sql,
            JgSearchTextKind kind,
            const char *norm,
            GHashTable *known,
            guint limit,
            GPtrArray *texts)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL) != SQLITE_OK)
    {
      g_warning ("search: %s", sqlite3_errmsg (db));
      return;
    }
  while ((limit == 0 || texts->len < limit) && sqlite3_step (stmt) == SQLITE_ROW)
    {
      const char *key = jg_column_text (stmt, 0);
      JgSearchText *text;

      if (!holds (jg_column_text (stmt, 4), norm) || g_hash_table_contains (known, key))
        continue;
      text = g_new0 (JgSearchText, 1);
      text->kind = kind;
      text->key = g_strdup (key);
      text->title = jg_column_dup_text (stmt, 1);
      text->clause = jg_column_dup_text (stmt, 2);
      text->line = (guint) sqlite3_column_int (stmt, 3);
      text->text = jg_column_dup_text (stmt, 4);
      g_hash_table_add (known, text->key);
      g_ptr_array_add (texts, text);
    }
}

/**
 * jg_search_query_texts:
 * @self: the search
 * @query: what somebody types
 * @kind: documents or measures
 * @limit: the most hits, or 0 for all
 *
 * Finds documents by title, number and paragraph, or measures by name and quote; each comes once,
 * with the text that hit: titles, numbers and names first, then in the order of the catalogue.
 *
 * Returns: (transfer full) (element-type JgSearchText): the hits; empty for a query of less than two
 *   characters
 */
GPtrArray *
jg_search_query_texts (JgSearch *self, const char *query, JgSearchTextKind kind, guint limit)
{
  static const char *const sql[2][3] = {
    { "SELECT key, title, NULL, 0, title FROM document ORDER BY position",
      "SELECT key, title, NULL, 0, number FROM document ORDER BY position",
      "SELECT key, title, clause, line, text FROM document JOIN paragraph ON key = document"
      " ORDER BY position, line" },
    { "SELECT id, name, clause, line, name FROM measure ORDER BY position",
      "SELECT id, name, clause, line, quote FROM measure ORDER BY position", NULL },
  };
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *texts = g_ptr_array_new_with_free_func ((GDestroyNotify) text_free);
  g_autofree char *norm = NULL;

  g_return_val_if_fail (JG_IS_SEARCH (self), texts);
  g_return_val_if_fail (query != NULL, texts);

  norm = jg_search_dup_norm (query);
  if (g_utf8_strlen (norm, -1) < MIN_CHARACTERS)
    return texts;
  for (guint i = 0; i < 3 && sql[kind][i] != NULL; i++)
    find_texts (jg_search_get_db (self), sql[kind][i], kind, norm, known, limit, texts);
  return texts;
}
