/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The session that is under way, sealed, so that a power cut takes nothing of it. One for each counsellor;
 * it is no case yet, and is forgotten when it becomes one or is not to be kept. */

#include "jg-case-store-private.h"

#include <string.h>

/* What stands before the content. */
typedef struct
{
  gint64 id; /* of the case it belongs to, 0 for a new one */
  gint64 changed;
} Head;

/* jg_case_store_save_draft:
 * @id: the case it belongs to, 0 for a new one
 * @content: as for jg_case_store_save(); may be half finished
 *
 * Keeps the session of whoever unlocked the store, in the place of the one kept before.
 *
 * Returns: whether it is on the disk; otherwise JG_CASE_ERROR: INVALID, LOCKED or an error of writing */
gboolean
jg_case_store_save_draft (JgCaseStore *self, gint64 id, GBytes *content, GError **error)
{
  const Head head = { GINT64_TO_LE (id), GINT64_TO_LE (jg_case_store_now (self)) };
  const gsize size = sizeof head + g_bytes_get_size (content);
  JgCaseAddress address = { JG_CASE_PLACE_DRAFT, 0, 0 };
  g_autoptr (sqlite3_stmt) stmt = NULL;
  g_autoptr (GBytes) sealed = NULL;
  guint8 *plain = NULL;

  g_return_val_if_fail (JG_IS_CASE_STORE (self), FALSE);

  if (!jg_case_store_check_unlocked (self, error))
    return FALSE;
  if (g_bytes_get_size (content) == 0 || g_bytes_get_size (content) > JG_CASE_MAX_CONTENT)
    {
      g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_INVALID, "草稿是空的或太大，没有保存。");
      return FALSE;
    }
  address.id = self->counsellor;
  plain = g_malloc (size);
  memcpy (plain, &head, sizeof head);
  memcpy (plain + sizeof head, g_bytes_get_data (content, NULL), g_bytes_get_size (content));
  sealed = jg_case_key_seal (self->key, &address, plain, size, JG_CASE_BLOCK_CONTENT);
  jg_case_wipe_free (plain, size);

  if (!jg_case_store_begin (self, error))
    return FALSE;
  stmt = jg_case_db_prepare (self->db,
                             "INSERT INTO draft VALUES (?1, ?2) ON CONFLICT (id) "
                             "DO UPDATE SET sealed = ?2",
                             error);
  if (stmt != NULL)
    {
      sqlite3_bind_int64 (stmt, 1, address.id);
      jg_case_db_bind_bytes (stmt, 2, sealed);
    }
  return jg_case_store_end (self, jg_case_db_step_done (self->db, stmt, error), FALSE, error);
}

static guint8 *
open_draft (JgCaseStore *self, sqlite3_stmt *stmt, gsize *length, Head *head)
{
  const JgCaseAddress address = { JG_CASE_PLACE_DRAFT, sqlite3_column_int64 (stmt, 0), 0 };
  const gsize sealed = (gsize) sqlite3_column_bytes (stmt, 1);
  guint8 *plain = jg_case_key_open (self->key, &address, sqlite3_column_blob (stmt, 1), sealed,
                                    JG_CASE_BLOCK_CONTENT, length);

  if (plain == NULL || *length < sizeof *head)
    {
      jg_case_wipe_free (plain, sealed);
      return NULL;
    }
  memcpy (head, plain, sizeof *head);
  head->id = GINT64_FROM_LE (head->id);
  head->changed = GINT64_FROM_LE (head->changed);
  *length -= sizeof *head;
  memmove (plain, plain + sizeof *head, *length);
  return plain;
}

/* jg_case_store_load_draft:
 * @id: (out): the case it belongs to, 0 for a new one
 * @changed: (out): when it was kept, seconds since 1970, UTC
 *
 * Opens the session that was under way.
 *
 * Returns: (transfer full): it, wiped with the last reference; or %NULL with JG_CASE_ERROR: NOT_FOUND when there
 *   is none, RECORD when it is damaged, LOCKED, or an error of reading */
GBytes *
jg_case_store_load_draft (JgCaseStore *self, gint64 *id, gint64 *changed, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;
  guint8 *plain = NULL;
  gsize length = 0;
  Head head;
  int rc;

  g_return_val_if_fail (JG_IS_CASE_STORE (self), NULL);

  if (!jg_case_store_check_unlocked (self, error))
    return NULL;
  stmt = jg_case_db_prepare (self->db, "SELECT id, sealed FROM draft WHERE id = ?", error);
  if (stmt == NULL)
    return NULL;
  sqlite3_bind_int64 (stmt, 1, self->counsellor);
  rc = sqlite3_step (stmt);
  if (rc == SQLITE_DONE)
    {
      g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_NOT_FOUND, "没有未完成的接待。");
      return NULL;
    }
  if (rc != SQLITE_ROW)
    {
      jg_case_db_fail (self->db, error);
      return NULL;
    }
  plain = open_draft (self, stmt, &length, &head);
  if (plain == NULL)
    {
      g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_RECORD,
                   "未完成的接待已损坏或被人改动过，没有显示。");
      return NULL;
    }
  if (id != NULL)
    *id = head.id;
  if (changed != NULL)
    *changed = head.changed;
  return jg_case_wiping_bytes (plain, (gsize) sqlite3_column_bytes (stmt, 1), length);
}

static gboolean
drop_draft (JgCaseStore *self, gint64 row, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
      jg_case_db_prepare (self->db, "DELETE FROM draft WHERE id = ?", error);

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, row);
  return jg_case_db_step_done (self->db, stmt, error);
}

/* jg_case_store_forget_draft:
 *
 * Deletes the session that was under way, for good; it is no error when there is none.
 *
 * Returns: whether there is none now; otherwise JG_CASE_ERROR_LOCKED or an error of writing */
gboolean
jg_case_store_forget_draft (JgCaseStore *self, GError **error)
{
  g_return_val_if_fail (JG_IS_CASE_STORE (self), FALSE);

  if (!jg_case_store_check_unlocked (self, error) || !jg_case_store_begin (self, error))
    return FALSE;
  return jg_case_store_end (self, drop_draft (self, self->counsellor, error), TRUE, error);
}

/* jg_case_store_drop_drafts_of:
 * @id: a case
 *
 * Deletes whoever's sessions belong to a case, inside a transaction. */
gboolean
jg_case_store_drop_drafts_of (JgCaseStore *self, gint64 id, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
      jg_case_db_prepare (self->db, "SELECT id, sealed FROM draft", error);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  int rc = SQLITE_DONE;

  if (stmt == NULL)
    return FALSE;
  while ((rc = sqlite3_step (stmt)) == SQLITE_ROW)
    {
      gsize length = 0;
      Head head = { 0, 0 };
      guint8 *plain = open_draft (self, stmt, &length, &head);
      gint64 row = sqlite3_column_int64 (stmt, 0);

      jg_case_wipe_free (plain, plain != NULL ? length : 0);
      if (plain != NULL && head.id == id)
        g_array_append_val (rows, row);
    }
  if (rc != SQLITE_DONE)
    return jg_case_db_fail (self->db, error);
  for (guint i = 0; i < rows->len; i++)
    if (!drop_draft (self, g_array_index (rows, gint64, i), error))
      return FALSE;
  return TRUE;
}
