/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-search-private.h"

#include "jg-catalogue-private.h"
#include "jg-text-pool.h"
#include "jg-text.h"

/* One character stands in every document. */
#define MIN_CHARACTERS 2
#define N_STAGES 3

/* Each stage lists texts by owner and line; then one is fetched with title, clause, line, text
 * and number.
 * Titles, numbers and names come first, then what is inside. */
static const struct
{
  const char *list;
  const char *get;
} stages[2][N_STAGES] = {
  [JG_SEARCH_DOCUMENTS] = {
    { "SELECT key, 0, title FROM document ORDER BY position",
      "SELECT title, NULL, 0, title, number, provenance FROM document WHERE key = ?1" },
    { "SELECT key, 0, number FROM document ORDER BY position",
      "SELECT title, NULL, 0, number, number, provenance FROM document WHERE key = ?1" },
    { "SELECT key, line, text FROM document JOIN paragraph ON key = document"
      " ORDER BY position, line",
      "SELECT title, clause, line, text, number, provenance FROM document JOIN paragraph ON key = document"
      " WHERE key = ?1 AND line = ?2" },
  },
  [JG_SEARCH_MEASURES] = {
    { "SELECT id, 0, name FROM measure ORDER BY position",
      "SELECT name, clause, line, name, number, m.provenance FROM measure m JOIN document ON key = document"
      " WHERE id = ?1" },
    { "SELECT id, 0, quote FROM measure ORDER BY position",
      "SELECT name, clause, line, quote, number, m.provenance FROM measure m JOIN document ON key = document"
      " WHERE id = ?1" },
  },
};

typedef struct
{
  guint stage;
  guint line;
} Source;

/* All texts of a kind, read at the first query. */
typedef struct
{
  JgTextPool *pool;
  GPtrArray *keys; /* (element-type utf8) of the owners */
  GArray *sources; /* (element-type Source) of each text of the pool */
} Texts;

static void
texts_free (gpointer data)
{
  Texts *self = data;

  jg_text_pool_free (self->pool);
  g_ptr_array_unref (self->keys);
  g_array_unref (self->sources);
  g_free (self);
}

static void
text_free (JgSearchText *self)
{
  g_free (self->key);
  g_free (self->title);
  g_free (self->number);
  g_free (self->clause);
  g_free (self->text);
  g_free (self->provenance);
  g_free (self);
}

static sqlite3_stmt *
prepare (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *stmt = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL) != SQLITE_OK)
    g_warning ("search: %s", sqlite3_errmsg (db));
  return stmt;
}

static void
read_stage (Texts *self, sqlite3 *db, JgSearchTextKind kind, guint stage, GHashTable *numbers)
{
  g_autoptr (sqlite3_stmt) stmt = prepare (db, stages[kind][stage].list);

  while (sqlite3_step (stmt) == SQLITE_ROW)
    {
      const char *key = jg_column_text (stmt, 0);
      Source source = { stage, (guint) sqlite3_column_int (stmt, 1) };
      gpointer number;

      if (!g_hash_table_lookup_extended (numbers, key, NULL, &number))
        {
          char *owner = g_strdup (key);

          number = GUINT_TO_POINTER (self->keys->len);
          g_ptr_array_add (self->keys, owner);
          g_hash_table_insert (numbers, owner, number);
        }
      jg_text_pool_add (self->pool, GPOINTER_TO_UINT (number), jg_column_text (stmt, 2));
      g_array_append_val (self->sources, source);
    }
}

static Texts *
get_texts (JgSearch *search, JgSearchTextKind kind)
{
  static const char *const names[] = { "jg-search-documents", "jg-search-measures" };
  g_autoptr (GHashTable) numbers = NULL;
  Texts *self = g_object_get_data (G_OBJECT (search), names[kind]);

  if (self != NULL)
    return self;
  self = g_new0 (Texts, 1);
  self->pool = jg_text_pool_new ();
  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->sources = g_array_new (FALSE, FALSE, sizeof (Source));
  numbers = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < N_STAGES && stages[kind][i].list != NULL; i++)
    read_stage (self, jg_search_get_db (search), kind, i, numbers);
  g_object_set_data_full (G_OBJECT (search), names[kind], self, texts_free);
  return self;
}

static void
mark (JgSearchText *text, const JgTextPoolHit *hit)
{
  g_autofree char *norm = jg_text_normalize_compact (text->text);

  jg_text_find_origin (text->text, norm, hit->start, hit->end, &text->hit_start, &text->hit_end);
}

static JgSearchText *
fetch (JgSearch *search, JgSearchTextKind kind, const Texts *texts, const JgTextPoolHit *hit)
{
  const Source *source = &g_array_index (texts->sources, Source, hit->text);
  g_autoptr (sqlite3_stmt) stmt =
      prepare (jg_search_get_db (search), stages[kind][source->stage].get);
  JgSearchText *text;

  sqlite3_bind_text (stmt, 1, g_ptr_array_index (texts->keys, hit->owner), -1, SQLITE_STATIC);
  sqlite3_bind_int (stmt, 2, (int) source->line);
  if (sqlite3_step (stmt) != SQLITE_ROW)
    return NULL;
  text = g_new0 (JgSearchText, 1);
  text->kind = kind;
  text->key = g_strdup (g_ptr_array_index (texts->keys, hit->owner));
  text->title = jg_column_dup_text (stmt, 0);
  text->clause = jg_column_dup_text (stmt, 1);
  text->line = (guint) sqlite3_column_int (stmt, 2);
  text->text = jg_column_dup_text (stmt, 3);
  text->number = jg_column_dup_text (stmt, 4);
  text->provenance = jg_column_dup_text (stmt, 5);
  text->in_title = source->stage == 0;
  mark (text, hit);
  return text;
}

static GArray *
find (JgSearch *search, const char *query, JgSearchTextKind kind, Texts **texts)
{
  g_autofree char *norm = jg_search_dup_norm (query);

  if (g_utf8_strlen (norm, -1) < MIN_CHARACTERS)
    return NULL;
  *texts = get_texts (search, kind);
  return jg_text_pool_find ((*texts)->pool, norm);
}

/**
 * jg_search_query_texts:
 * @self: the search
 * @query: what somebody types
 * @kind: documents or measures
 * @limit: the most hits, or 0 for all
 *
 * Finds documents by title, number and paragraph, or measures by name and quote; each comes once,
 * with the text that hit: titles, numbers and names first, then in the order of the catalogue. The
 * texts of a kind are read at the first query and kept.
 *
 * Returns: (transfer full) (element-type JgSearchText): the hits; empty for a query of less than two
 *   characters
 */
GPtrArray *
jg_search_query_texts (JgSearch *self, const char *query, JgSearchTextKind kind, guint limit)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) text_free);
  g_autoptr (GArray) hits = NULL;
  Texts *texts;

  g_return_val_if_fail (JG_IS_SEARCH (self), found);
  g_return_val_if_fail (query != NULL, found);

  hits = find (self, query, kind, &texts);
  for (guint i = 0; hits != NULL && i < hits->len && (limit == 0 || found->len < limit); i++)
    {
      JgSearchText *text = fetch (self, kind, texts, &g_array_index (hits, JgTextPoolHit, i));

      if (text != NULL)
        g_ptr_array_add (found, text);
    }
  return found;
}

/**
 * jg_search_count_texts:
 * @self: the search
 * @query: what somebody types
 * @kind: documents or measures
 *
 * Counts what jg_search_query_texts() finds without a limit.
 *
 * Returns: the number of documents or measures
 */
guint
jg_search_count_texts (JgSearch *self, const char *query, JgSearchTextKind kind)
{
  g_autoptr (GArray) hits = NULL;
  Texts *texts;

  g_return_val_if_fail (JG_IS_SEARCH (self), 0);
  g_return_val_if_fail (query != NULL, 0);

  hits = find (self, query, kind, &texts);
  return hits != NULL ? hits->len : 0;
}
