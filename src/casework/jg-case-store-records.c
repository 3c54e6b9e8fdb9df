/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Saving, loading and deleting cases. The summaries of all of them are kept open in memory while the
 * store is unlocked; contents are opened one at a time. */

#include "jg-case-store-private.h"

#include <string.h>

#include "jg-case-code.h"

static gboolean
say_not_found (GError **error)
{
  g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_NOT_FOUND, "没有这份服务档案，可能已被删除。");
  return FALSE;
}

static gboolean
say_damaged (gint64 id, GError **error)
{
  g_autofree char *number = jg_case_code_from_id (id);

  g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_RECORD,
               "档案 %s 已损坏或被人改动过，没有显示。可以从备份中恢复这一份。", number);
  return FALSE;
}

static int
compare_changed (gconstpointer a, gconstpointer b)
{
  const JgCaseSummary *one = *(const JgCaseSummary *const *) a;
  const JgCaseSummary *other = *(const JgCaseSummary *const *) b;

  if (one->changed != other->changed)
    return one->changed > other->changed ? -1 : 1;
  return one->id < other->id ? -1 : one->id > other->id;
}

static JgCaseSummary *
open_summary (JgCaseStore *self, gint64 id, gint64 revision, const void *sealed, gsize length)
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
      JgCaseSummary *summary =
          open_summary (self, id, sqlite3_column_int64 (stmt, 1), sqlite3_column_blob (stmt, 2),
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

/* jg_case_store_forget_summaries:
 *
 * Wipes what jg_case_store_load_summaries() opened. */
void
jg_case_store_forget_summaries (JgCaseStore *self)
{
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

  for (guint i = 0; i < self->damaged->len; i++)
    if (g_array_index (self->damaged, gint64, i) == id)
      g_array_remove_index (self->damaged, i--);
  if (old == NULL)
    return;
  g_ptr_array_remove (self->order, old);
  g_hash_table_remove (self->summaries, &id);
}

static void
keep_summary (JgCaseStore *self, JgCaseSummary *summary)
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

/* A number that no case has or had. */
static gint64
choose_id (JgCaseStore *self)
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

/* The revision a case has in the file, 0 when there is none. */
static gboolean
read_revision (JgCaseStore *self, gint64 id, gint64 *revision, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
      jg_case_db_prepare (self->db,
                          "SELECT max(coalesce((SELECT revision FROM summary WHERE id = ?1), 0), "
                          "coalesce((SELECT revision FROM content WHERE id = ?1), 0))",
                          error);

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, id);
  if (sqlite3_step (stmt) != SQLITE_ROW)
    return jg_case_db_fail (self->db, error);
  *revision = sqlite3_column_int64 (stmt, 0);
  return TRUE;
}

static gboolean
write_row (JgCaseStore *self,
           const char *sql,
           const JgCaseAddress *address,
           GBytes *sealed,
           GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = jg_case_db_prepare (self->db, sql, error);

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, address->id);
  sqlite3_bind_int64 (stmt, 2, address->revision);
  jg_case_db_bind_bytes (stmt, 3, sealed);
  return jg_case_db_step_done (self->db, stmt, error);
}

/* Writes both rows of a case under the next revision, inside a transaction. Gives what the file now
 * says of it. */
static JgCaseSummary *
write_case (JgCaseStore *self,
            const JgCaseSummary *summary,
            GBytes *content,
            JgCaseAct act,
            GError **error)
{
  JgCaseAddress address = { JG_CASE_PLACE_SUMMARY, summary->id, 0 };
  g_autoptr (GByteArray) packed = jg_case_summary_pack (summary);
  g_autoptr (GBytes) sealed_summary = NULL;
  g_autoptr (GBytes) sealed_content = NULL;
  JgCaseSummary *kept = NULL;

  if (read_revision (self, summary->id, &address.revision, error))
    {
      address.revision++;
      sealed_summary =
          jg_case_key_seal (self->key, &address, packed->data, packed->len, JG_CASE_BLOCK_SUMMARY);
      if (write_row (self,
                     "INSERT INTO summary VALUES (?1, ?2, ?3) ON CONFLICT (id) "
                     "DO UPDATE SET revision = ?2, sealed = ?3",
                     &address, sealed_summary, error))
        kept = jg_case_summary_unpack (summary->id, packed->data, packed->len);
    }
  jg_case_wipe (packed->data, packed->len);
  if (kept == NULL)
    return NULL;
  address.place = JG_CASE_PLACE_CONTENT;
  sealed_content = jg_case_key_seal (self->key, &address, g_bytes_get_data (content, NULL),
                                     g_bytes_get_size (content), JG_CASE_BLOCK_CONTENT);
  if (!write_row (self,
                  "INSERT INTO content VALUES (?1, ?2, ?3) ON CONFLICT (id) "
                  "DO UPDATE SET revision = ?2, sealed = ?3",
                  &address, sealed_content, error) ||
      !jg_case_store_log (self, act, summary->id, address.revision, error))
    g_clear_pointer (&kept, jg_case_summary_unref);
  return kept;
}

static gboolean
check_content (GBytes *content, GError **error)
{
  gsize length = 0;
  const char *text = g_bytes_get_data (content, &length);

  if (length > 0 && length <= JG_CASE_MAX_CONTENT && g_utf8_validate_len (text, length, NULL))
    return TRUE;
  g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_INVALID,
               "档案内容是空的、太大或不是正确的文字，没有保存。");
  return FALSE;
}

/* jg_case_store_save:
 * @summary: what lists show; with id 0 for a new case
 * @content: what the case holds, UTF-8
 *
 * Keeps a case. When this returns, it is on the disk.
 *
 * Returns: its id, or 0 with JG_CASE_ERROR: CONSENT, INVALID, NOT_FOUND when it was deleted meanwhile,
 *   LOCKED, FULL, WRITE, READ_ONLY or MEMORY; then the file holds what it held before */
gint64
jg_case_store_save (JgCaseStore *self,
                    const JgCaseSummary *summary,
                    GBytes *content,
                    GError **error)
{
  JgCaseSummary now;
  JgCaseSummary *kept = NULL;
  const JgCaseSummary *before = NULL;

  g_return_val_if_fail (JG_IS_CASE_STORE (self), 0);
  g_return_val_if_fail (summary != NULL, 0);
  g_return_val_if_fail (content != NULL, 0);

  if (!jg_case_store_check_unlocked (self, error) || !jg_case_summary_check (summary, error) ||
      !check_content (content, error))
    return 0;
  now = *summary;
  before = g_hash_table_lookup (self->summaries, &now.id);
  if (now.id != 0 && before == NULL)
    return say_not_found (error);
  if (now.id == 0)
    now.id = choose_id (self);
  now.changed = jg_case_store_now (self);
  now.created = before != NULL ? before->created : now.changed;
  if (now.counsellor == NULL)
    now.counsellor = self->counsellor_name;

  if (!jg_case_store_begin (self, error))
    return 0;
  if (before == NULL)
    {
      self->working.n_cases++;
      self->working.cases ^= (guint64) now.id;
    }
  kept = write_case (self, &now, content, before != NULL ? JG_CASE_ACT_CHANGE : JG_CASE_ACT_ADD,
                     error);
  if (!jg_case_store_end (self, kept != NULL, FALSE, error))
    {
      g_clear_pointer (&kept, jg_case_summary_unref);
      return 0;
    }
  keep_summary (self, kept);
  jg_case_store_emit_changed (self);
  return kept->id;
}

/* jg_case_store_read_content:
 *
 * Opens a case without writing down who did.
 *
 * Returns: (transfer full): what it holds, wiped with the last reference; or %NULL with JG_CASE_ERROR:
 *   NOT_FOUND, RECORD when one bit of it is not as it was saved, LOCKED, or an error of reading */
GBytes *
jg_case_store_read_content (JgCaseStore *self, gint64 id, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;
  JgCaseAddress address = { JG_CASE_PLACE_CONTENT, id, 0 };
  gsize sealed_length = 0;
  gsize length = 0;
  guint8 *plain = NULL;
  int rc;

  stmt = jg_case_db_prepare (self->db,
                             "SELECT summary.revision, content.revision, content.sealed "
                             "FROM summary LEFT JOIN content USING (id) WHERE id = ?",
                             error);
  if (stmt == NULL)
    return NULL;
  sqlite3_bind_int64 (stmt, 1, id);
  rc = sqlite3_step (stmt);
  if (rc != SQLITE_ROW)
    {
      if (rc == SQLITE_DONE)
        say_not_found (error);
      else
        jg_case_db_fail (self->db, error);
      return NULL;
    }
  address.revision = sqlite3_column_int64 (stmt, 0);
  sealed_length = (gsize) sqlite3_column_bytes (stmt, 2);
  if (address.revision == sqlite3_column_int64 (stmt, 1) &&
      g_hash_table_contains (self->summaries, &id))
    plain = jg_case_key_open (self->key, &address, sqlite3_column_blob (stmt, 2), sealed_length,
                              JG_CASE_BLOCK_CONTENT, &length);
  if (plain == NULL)
    {
      say_damaged (id, error);
      return NULL;
    }
  return jg_case_wiping_bytes (plain, sealed_length, length);
}

/* jg_case_store_load:
 *
 * Opens a case, and writes down who did.
 *
 * Returns: (transfer full): what it holds, wiped with the last reference; or %NULL with JG_CASE_ERROR:
 *   NOT_FOUND, RECORD when one bit of it is not as it was saved, LOCKED, or an error of reading */
GBytes *
jg_case_store_load (JgCaseStore *self, gint64 id, GError **error)
{
  GBytes *content = NULL;

  g_return_val_if_fail (JG_IS_CASE_STORE (self), NULL);

  if (!jg_case_store_check_unlocked (self, error))
    return NULL;
  content = jg_case_store_read_content (self, id, error);
  if (content != NULL)
    jg_case_store_log_later (self, JG_CASE_ACT_OPEN, id, 0);
  return content;
}

/* jg_case_store_try_to_forget:
 *
 * Takes what was deleted out of the journal, if that was not done yet. */
void
jg_case_store_try_to_forget (JgCaseStore *self)
{
  g_autoptr (GError) error = NULL;

  if (self->must_forget && jg_case_db_forget (self->db, &error))
    self->must_forget = FALSE;
  if (error != NULL)
    g_debug ("The journal could not be emptied: %s", error->message);
}

static gboolean
delete_row (JgCaseStore *self, const char *sql, gint64 id, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = jg_case_db_prepare (self->db, sql, error);

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, id);
  return jg_case_db_step_done (self->db, stmt, error);
}

/* Notes that a case was deleted, so that no backup brings it back; inside a transaction. */
static gboolean
write_tombstone (JgCaseStore *self, gint64 id, GError **error)
{
  JgCaseAddress address = { JG_CASE_PLACE_TOMBSTONE, 0, 0 };
  gint64 plain[2] = { GINT64_TO_LE (id), GINT64_TO_LE (jg_case_store_now (self)) };
  g_autoptr (sqlite3_stmt) stmt = NULL;
  g_autoptr (GBytes) sealed = NULL;

  if (!jg_case_db_get_int (self->db,
                           "SELECT 1 + coalesce((SELECT seq FROM sqlite_sequence "
                           "WHERE name = 'tombstone'), 0)",
                           &address.id, error))
    return FALSE;
  stmt = jg_case_db_prepare (self->db, "INSERT INTO tombstone VALUES (?, ?)", error);
  if (stmt == NULL)
    return FALSE;
  sealed = jg_case_key_seal (self->key, &address, plain, sizeof plain, JG_CASE_BLOCK_SMALL);
  sqlite3_bind_int64 (stmt, 1, address.id);
  jg_case_db_bind_bytes (stmt, 2, sealed);
  return jg_case_db_step_done (self->db, stmt, error);
}

/* jg_case_store_delete:
 *
 * Deletes a case for good: its rows are overwritten, the journal is emptied, and its number is noted so that
 * no backup brings it back. A damaged case can be deleted too. Backups made before still hold it until they
 * expire.
 *
 * Returns: whether it is gone; otherwise JG_CASE_ERROR: NOT_FOUND, LOCKED or an error of writing */
gboolean
jg_case_store_delete (JgCaseStore *self, gint64 id, GError **error)
{
  gint64 revision = 0;
  gboolean done;

  g_return_val_if_fail (JG_IS_CASE_STORE (self), FALSE);

  if (!jg_case_store_check_unlocked (self, error) || !read_revision (self, id, &revision, error))
    return FALSE;
  if (revision == 0)
    return say_not_found (error);
  if (!jg_case_store_begin (self, error))
    return FALSE;
  if (g_hash_table_contains (self->summaries, &id) || is_damaged (self, id))
    {
      self->working.n_cases--;
      self->working.cases ^= (guint64) id;
    }
  done = write_tombstone (self, id, error) &&
         delete_row (self, "DELETE FROM summary WHERE id = ?", id, error) &&
         delete_row (self, "DELETE FROM content WHERE id = ?", id, error) &&
         jg_case_store_drop_drafts_of (self, id, error) &&
         jg_case_store_log (self, JG_CASE_ACT_DELETE, id, 0, error);
  if (!jg_case_store_end (self, done, TRUE, error))
    return FALSE;
  drop_summary (self, id);
  g_hash_table_add (self->deleted, g_memdup2 (&id, sizeof id));
  jg_case_store_emit_changed (self);
  return TRUE;
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
