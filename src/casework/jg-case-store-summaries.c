/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The summaries of all cases, which are kept open in memory while the store is unlocked. */

#include <string.h>

#include "jg-case-code.h"
#include "jg-case-store-private.h"

static int
compare_changed (gconstpointer a, gconstpointer b)
{
  const JgCaseSummary *one = *(const JgCaseSummary *const *) a;
  const JgCaseSummary *other = *(const JgCaseSummary *const *) b;

  if (one->changed != other->changed)
    return one->changed > other->changed ? -1 : 1;
  return one->id < other->id ? -1 : one->id > other->id;
}

/* jg_case_store_open_summary:
 *
 * Returns: (transfer full) (nullable): a summary that was sealed in this store, %NULL when it does not open */
JgCaseSummary *
jg_case_store_open_summary (JgCaseStore *self,
                            gint64 id,
                            gint64 revision,
                            const void *sealed,
                            gsize length)
{
  const JgCaseAddress address = { JG_CASE_PLACE_SUMMARY, id, revision };
  JgCaseSummary *summary = NULL;
  gsize n = 0;
  guint8 *plain = jg_case_key_open (self->key, &address, sealed, length, JG_CASE_BLOCK_SUMMARY, &n);

  if (plain == NULL)
    return NULL;
  summary = jg_case_summary_unpack (id, plain, n);
  jg_case_wipe_free (plain, length);
  return summary;
}

static gboolean
load_deleted (JgCaseStore *self, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
      jg_case_db_prepare (self->db, "SELECT id, sealed FROM tombstone", error);
  int rc = SQLITE_DONE;

  if (stmt == NULL)
    return FALSE;
  while ((rc = sqlite3_step (stmt)) == SQLITE_ROW)
    {
      const JgCaseAddress address = { JG_CASE_PLACE_TOMBSTONE, sqlite3_column_int64 (stmt, 0), 0 };
      const gsize length = (gsize) sqlite3_column_bytes (stmt, 1);
      gsize n = 0;
      guint8 *plain = jg_case_key_open (self->key, &address, sqlite3_column_blob (stmt, 1), length,
                                        JG_CASE_BLOCK_SMALL, &n);
      gint64 id = 0;

      if (plain != NULL && n >= sizeof id)
        {
          memcpy (&id, plain, sizeof id);
          id = GINT64_FROM_LE (id);
          g_hash_table_add (self->deleted, g_memdup2 (&id, sizeof id));
        }
      jg_case_wipe_free (plain, length);
    }
  return rc == SQLITE_DONE || jg_case_db_fail (self->db, error);
}

/* jg_case_store_load_summaries:
 *
 * Opens the summaries of all cases. Those that do not open are in @damaged. */
gboolean
jg_case_store_load_summaries (JgCaseStore *self, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;
  int rc = SQLITE_DONE;

  self->summaries = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL,
                                           (GDestroyNotify) jg_case_summary_unref);
  self->order = g_ptr_array_new ();
  self->damaged = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->deleted = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  stmt = jg_case_db_prepare (self->db, "SELECT id, revision, sealed FROM summary", error);
  if (stmt == NULL)
    return FALSE;
  while ((rc = sqlite3_step (stmt)) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (stmt, 0);
      JgCaseSummary *summary = jg_case_store_open_summary (self, id, sqlite3_column_int64 (stmt, 1),
                                                           sqlite3_column_blob (stmt, 2),
                                                           (gsize) sqlite3_column_bytes (stmt, 2));

      if (summary != NULL)
        {
          g_hash_table_insert (self->summaries, &summary->id, summary);
          g_ptr_array_add (self->order, summary);
        }
      else
        {
          g_array_append_val (self->damaged, id);
        }
    }
  if (rc != SQLITE_DONE)
    return jg_case_db_fail (self->db, error);
  g_ptr_array_sort (self->order, compare_changed);
  return load_deleted (self, error);
}

static void
forget_keys (JgCaseStore *self)
{
  jg_case_wipe_free (self->keys, self->keys != NULL ? self->keys_length : 0);
  self->keys = NULL;
  g_clear_pointer (&self->key_ends, g_free);
}

/* jg_case_store_get_keys:
 *
 * Puts the words of all cases behind one another, so that a search goes through memory in a line: looking into each case
 * by itself takes ten times as long.
 *
 * Returns: (transfer none): the words, until cases change */
const char *
jg_case_store_get_keys (JgCaseStore *self)
{
  char *p = NULL;

  if (self->keys != NULL)
    return self->keys;
  self->keys_length = 1;
  for (guint i = 0; i < self->order->len; i++)
    self->keys_length += strlen (jg_case_summary_get_key (g_ptr_array_index (self->order, i))) + 1;
  self->keys = g_malloc (self->keys_length);
  self->key_ends = g_new (guint32, self->order->len + 1);
  p = self->keys;
  for (guint i = 0; i < self->order->len; i++)
    {
      p = g_stpcpy (p, jg_case_summary_get_key (g_ptr_array_index (self->order, i)));
      *p++ = '\n';
      self->key_ends[i] = (guint32) (p - self->keys);
    }
  *p = '\0';
  return self->keys;
}

/* jg_case_store_forget_summaries:
 *
 * Wipes what jg_case_store_load_summaries() opened. */
void
jg_case_store_forget_summaries (JgCaseStore *self)
{
  forget_keys (self);
  g_clear_pointer (&self->order, g_ptr_array_unref);
  g_clear_pointer (&self->summaries, g_hash_table_unref);
  g_clear_pointer (&self->damaged, g_array_unref);
  g_clear_pointer (&self->deleted, g_hash_table_unref);
}

/* Forgets what memory holds of a case; the last reference wipes it. */
static void
drop_summary (JgCaseStore *self, gint64 id)
{
  JgCaseSummary *old = g_hash_table_lookup (self->summaries, &id);

  forget_keys (self);
  for (guint i = 0; i < self->damaged->len; i++)
    if (g_array_index (self->damaged, gint64, i) == id)
      g_array_remove_index (self->damaged, i--);
  if (old == NULL)
    return;
  g_ptr_array_remove (self->order, old);
  g_hash_table_remove (self->summaries, &id);
}

/* jg_case_store_drop_summary:
 *
 * Takes a case that was deleted out of memory. */
void
jg_case_store_drop_summary (JgCaseStore *self, gint64 id)
{
  drop_summary (self, id);
  g_hash_table_add (self->deleted, g_memdup2 (&id, sizeof id));
}

/* jg_case_store_keep_summary:
 * @summary: (transfer full): of a case that was written
 *
 * Keeps a summary in memory, in the place of an older one. */
void
jg_case_store_keep_summary (JgCaseStore *self, JgCaseSummary *summary)
{
  guint i = 0;

  drop_summary (self, summary->id);
  while (i < self->order->len && compare_changed (&summary, &self->order->pdata[i]) > 0)
    i++;
  g_ptr_array_insert (self->order, (int) i, summary);
  g_hash_table_insert (self->summaries, &summary->id, summary);
}

static gboolean
is_damaged (JgCaseStore *self, gint64 id)
{
  for (guint i = 0; i < self->damaged->len; i++)
    if (g_array_index (self->damaged, gint64, i) == id)
      return TRUE;
  return FALSE;
}

/* jg_case_store_has_row:
 *
 * Returns: whether there is a summary of the case in the file, readable or not */
gboolean
jg_case_store_has_row (JgCaseStore *self, gint64 id)
{
  return g_hash_table_contains (self->summaries, &id) || is_damaged (self, id);
}

/* jg_case_store_choose_id:
 *
 * Returns: a number that no case has or had */
gint64
jg_case_store_choose_id (JgCaseStore *self)
{
  for (;;)
    {
      guint64 bits = 0;
      gint64 id;

      jg_case_seal_random (&bits, sizeof bits);
      id = (gint64) (bits & (guint64) JG_CASE_MAX_ID);
      if (id != 0 && !g_hash_table_contains (self->summaries, &id) &&
          !g_hash_table_contains (self->deleted, &id) && !is_damaged (self, id))
        return id;
    }
}

/* jg_case_store_get:
 *
 * Returns: (transfer full) (nullable): the summary of a case; %NULL when there is none, it is damaged, or the
 *   store is locked */
JgCaseSummary *
jg_case_store_get (JgCaseStore *self, gint64 id)
{
  JgCaseSummary *summary = NULL;

  g_return_val_if_fail (JG_IS_CASE_STORE (self), NULL);

  if (self->summaries != NULL)
    summary = g_hash_table_lookup (self->summaries, &id);
  return summary != NULL ? jg_case_summary_ref (summary) : NULL;
}

/* jg_case_store_get_n_cases:
 *
 * Returns: how many cases can be read; 0 while the store is locked */
guint
jg_case_store_get_n_cases (JgCaseStore *self)
{
  g_return_val_if_fail (JG_IS_CASE_STORE (self), 0);

  return self->order != NULL ? self->order->len : 0;
}

/* jg_case_store_get_damaged:
 *
 * Returns: (transfer none) (nullable) (element-type gint64): the cases that cannot be read, until the store is
 *   next changed or locked */
const GArray *
jg_case_store_get_damaged (JgCaseStore *self)
{
  g_return_val_if_fail (JG_IS_CASE_STORE (self), NULL);

  return self->damaged;
}
