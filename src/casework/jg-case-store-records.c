/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Saving, loading and deleting cases, one at a time. */

#include "jg-case-figures-private.h"
#include "jg-case-office.h"
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

/* jg_case_store_read_revision:
 * @revision: (out): the revision a case has in the file, 0 when there is none
 *
 * Returns: whether it could be read; otherwise an error of reading */
gboolean
jg_case_store_read_revision (JgCaseStore *self, gint64 id, gint64 *revision, GError **error)
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

/* jg_case_store_write_case_row:
 * @sql: takes the id, the revision and the sealed bytes
 *
 * Returns: whether a row of a case was written, inside a transaction; otherwise an error of writing */
gboolean
jg_case_store_write_case_row (JgCaseStore *self,
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

static gboolean
write_figures (JgCaseStore *self,
               const JgCaseSummary *summary,
               gint64 revision,
               const JgCaseFigures *figures,
               GError **error)
{
  g_autoptr (JgCaseKeptFigures) kept = NULL;
  g_autofree char *today = NULL;

  if (figures == NULL)
    return TRUE;
  kept = jg_case_store_read_figures (self, self->db, summary->id, error);
  if (kept == NULL)
    return FALSE;
  today = jg_case_store_dup_today (self);
  jg_case_figures_add (kept, figures, summary->follow_up != NULL ? summary->follow_up : "", today);
  return jg_case_store_write_figures (self, summary->id, revision, kept, error);
}

/* jg_case_store_write_case:
 * @summary: with its id
 * @figures: (nullable): what statistics need
 *
 * Writes a case under the next revision, inside jg_case_store_begin().
 *
 * Returns: (transfer full): what the file now says of it; %NULL with an error of writing */
JgCaseSummary *
jg_case_store_write_case (JgCaseStore *self,
                          const JgCaseSummary *summary,
                          GBytes *content,
                          const JgCaseFigures *figures,
                          JgCaseAct act,
                          GError **error)
{
  JgCaseAddress address = { JG_CASE_PLACE_SUMMARY, summary->id, 0 };
  g_autoptr (GByteArray) packed = jg_case_summary_pack (summary);
  g_autoptr (GBytes) sealed_summary = NULL;
  g_autoptr (GBytes) sealed_content = NULL;
  JgCaseSummary *kept = NULL;

  if (jg_case_store_read_revision (self, summary->id, &address.revision, error))
    {
      address.revision++;
      sealed_summary =
          jg_case_key_seal (self->key, &address, packed->data, packed->len, JG_CASE_BLOCK_SUMMARY);
      if (jg_case_store_write_case_row (self,
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
  if (!jg_case_store_write_case_row (self,
                                     "INSERT INTO content VALUES (?1, ?2, ?3) ON CONFLICT (id) "
                                     "DO UPDATE SET revision = ?2, sealed = ?3",
                                     &address, sealed_content, error) ||
      !write_figures (self, summary, address.revision, figures, error) ||
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

/* Whether there is the notice that the person is said to have agreed to; what they agreed to once stands,
 * even if its text was lost since. */
static gboolean
check_notice (JgCaseStore *self, const JgCaseSummary *before, guint version, GError **error)
{
  if (version <= jg_case_store_get_notice_version (self) ||
      (before != NULL && before->consent_version == version))
    return TRUE;
  g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_CONSENT,
               "没有告知书第 %u 版，没有保存。请让本人看过现在的告知书再确认。", version);
  return FALSE;
}

/* jg_case_store_save:
 * @summary: what lists show; with id 0 for a new case
 * @content: what the case holds, UTF-8
 * @figures: (nullable): what statistics need; %NULL leaves what was counted before
 *
 * Keeps a case. When this returns, it is on the disk.
 *
 * Returns: its id, or 0 with JG_CASE_ERROR: CONSENT, INVALID, NOT_FOUND when it was deleted meanwhile,
 *   LOCKED, FULL, WRITE, READ_ONLY or MEMORY; then the file holds what it held before */
gint64
jg_case_store_save (JgCaseStore *self,
                    const JgCaseSummary *summary,
                    GBytes *content,
                    const JgCaseFigures *figures,
                    GError **error)
{
  JgCaseSummary now;
  JgCaseSummary *kept = NULL;
  const JgCaseSummary *before = NULL;

  g_return_val_if_fail (JG_IS_CASE_STORE (self), 0);
  g_return_val_if_fail (summary != NULL, 0);
  g_return_val_if_fail (content != NULL, 0);

  if (!jg_case_store_check_unlocked (self, error) || !jg_case_summary_check (summary, error) ||
      !check_content (content, error) || !jg_case_figures_check (figures, error))
    return 0;
  now = *summary;
  before = g_hash_table_lookup (self->summaries, &now.id);
  if (now.id != 0 && before == NULL)
    return say_not_found (error);
  if (!check_notice (self, before, now.consent_version, error))
    return 0;
  if (now.id == 0)
    now.id = jg_case_store_choose_id (self);
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
  kept = jg_case_store_write_case (self, &now, content, figures,
                                   before != NULL ? JG_CASE_ACT_CHANGE : JG_CASE_ACT_ADD, error);
  if (!jg_case_store_end (self, kept != NULL, FALSE, error))
    {
      g_clear_pointer (&kept, jg_case_summary_unref);
      return 0;
    }
  jg_case_store_keep_summary (self, kept);
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

/* jg_case_store_delete_row:
 * @sql: takes the id
 *
 * Returns: whether rows were deleted, inside a transaction; otherwise an error of writing */
gboolean
jg_case_store_delete_row (JgCaseStore *self, const char *sql, gint64 id, GError **error)
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

/* jg_case_store_delete_rows:
 *
 * Deletes what the file holds of a case, and notes that it was deleted, inside jg_case_store_begin().
 *
 * Returns: whether it was done; otherwise an error of writing */
gboolean
jg_case_store_delete_rows (JgCaseStore *self, gint64 id, GError **error)
{
  static const char *const statements[] = { "DELETE FROM summary WHERE id = ?",
                                            "DELETE FROM content WHERE id = ?",
                                            "DELETE FROM figures WHERE id = ?",
                                            "DELETE FROM id_number WHERE id = ?" };

  if (jg_case_store_has_row (self, id))
    {
      self->working.n_cases--;
      self->working.cases ^= (guint64) id;
    }
  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    if (!jg_case_store_delete_row (self, statements[i], id, error))
      return FALSE;
  return write_tombstone (self, id, error) && jg_case_store_drop_drafts_of (self, id, error) &&
         jg_case_store_log (self, JG_CASE_ACT_DELETE, id, 0, error);
}

/* jg_case_store_delete:
 *
 * Deletes a case for good: its rows are overwritten, the journal is emptied, and its number is noted so that
 * no backup brings it back. A damaged case can be deleted too. Backups made before still hold it until they
 * expire: jg_case_store_dup_last_trace().
 *
 * Returns: whether it is gone; otherwise JG_CASE_ERROR: NOT_FOUND, LOCKED or an error of writing */
gboolean
jg_case_store_delete (JgCaseStore *self, gint64 id, GError **error)
{
  gint64 revision = 0;

  g_return_val_if_fail (JG_IS_CASE_STORE (self), FALSE);

  if (!jg_case_store_check_unlocked (self, error) ||
      !jg_case_store_read_revision (self, id, &revision, error))
    return FALSE;
  if (revision == 0)
    return say_not_found (error);
  if (!jg_case_store_begin (self, error) ||
      !jg_case_store_end (self, jg_case_store_delete_rows (self, id, error), TRUE, error))
    return FALSE;
  jg_case_store_drop_summary (self, id);
  jg_case_store_write_deleted (self);
  jg_case_store_emit_changed (self);
  return TRUE;
}
