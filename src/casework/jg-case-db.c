/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing the file of cases, and what SQLite says of it in words that help. */

#include "jg-case-db-private.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* jg_case_db_get_handle:
 *
 * Returns: (transfer none): the connection */
sqlite3 *
jg_case_db_get_handle (JgCaseDb *self)
{
  return self->db;
}

/* Whether writing failed for want of room. To SQLite a quota, or a limit of the size of files, is an error like any
 * other. */
static gboolean
lacks_room (JgCaseDb *self, int code)
{
  sqlite3_file *wal = NULL;
  int reason = 0;

  if (code != SQLITE_IOERR_WRITE)
    return FALSE;
  if (sqlite3_file_control (self->db, "main", SQLITE_FCNTL_JOURNAL_POINTER, &wal) == SQLITE_OK &&
      wal != NULL && wal->pMethods != NULL)
    wal->pMethods->xFileControl (wal, SQLITE_FCNTL_LAST_ERRNO, &reason);
  if (reason == 0)
    sqlite3_file_control (self->db, "main", SQLITE_FCNTL_LAST_ERRNO, &reason);
  return reason == EDQUOT || reason == EFBIG;
}

/* jg_case_db_fail:
 *
 * Sets the error for what SQLite has just said: FULL, WRITE, READ_ONLY, DAMAGED, BUSY or MEMORY.
 *
 * Returns: %FALSE */
gboolean
jg_case_db_fail (JgCaseDb *self, GError **error)
{
  g_autofree char *shown = g_filename_display_name (self->folder.path);
  int code = sqlite3_extended_errcode (self->db);

  if (lacks_room (self, code))
    code = SQLITE_FULL;
  switch (code & 0xff)
    {
    case SQLITE_FULL:
      g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_FULL,
                   "没有写入服务档案：磁盘已满。请腾出空间后再试。");
      break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_DAMAGED,
                   "服务档案“%s”已损坏（%s）。原文件没有改动；可以从中逐份抢救，或用备份恢复。",
                   shown, sqlite3_errmsg (self->db));
      break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
      g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_READ_ONLY,
                   "无法写入“%s”（%s）。请让管理员检查这个文件夹的权限。", shown,
                   sqlite3_errmsg (self->db));
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_BUSY,
                   "服务档案正被另一个程序使用。请先关闭那一个。");
      break;
    case SQLITE_NOMEM:
      g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_MEMORY,
                   "内存不足，没有写入服务档案。请关闭其他程序后再试。");
      break;
    default:
      g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_WRITE,
                   "没有写入服务档案：%s（%d）。请检查磁盘后再试。", sqlite3_errmsg (self->db),
                   code);
      break;
    }
  return FALSE;
}

/* jg_case_db_say_damaged:
 * @why: what is wrong with the file
 *
 * Sets JG_CASE_ERROR_DAMAGED.
 *
 * Returns: %FALSE */
gboolean
jg_case_db_say_damaged (JgCaseDb *self, const char *why, GError **error)
{
  g_autofree char *shown = g_filename_display_name (self->folder.path);

  g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_DAMAGED,
               "服务档案“%s”已损坏（%s）。原文件没有改动；可以从中逐份抢救，或用备份恢复。", shown,
               why);
  return FALSE;
}

/* jg_case_db_prepare:
 * @sql: one statement of ours
 *
 * Returns: (transfer full): the statement, or %NULL with the errors of jg_case_db_fail() */
sqlite3_stmt *
jg_case_db_prepare (JgCaseDb *self, const char *sql, GError **error)
{
  sqlite3_stmt *stmt = NULL;

  if (sqlite3_prepare_v2 (self->db, sql, -1, &stmt, NULL) != SQLITE_OK)
    jg_case_db_fail (self, error);
  return stmt;
}

/* jg_case_db_exec:
 * @sql: statements of ours
 *
 * Returns: whether they were done; otherwise the errors of jg_case_db_fail() */
gboolean
jg_case_db_exec (JgCaseDb *self, const char *sql, GError **error)
{
  return sqlite3_exec (self->db, sql, NULL, NULL, NULL) == SQLITE_OK ||
         jg_case_db_fail (self, error);
}

/* jg_case_db_step_done:
 * @stmt: (nullable): a statement that gives no row
 *
 * Returns: whether it was done; otherwise the errors of jg_case_db_fail() */
gboolean
jg_case_db_step_done (JgCaseDb *self, sqlite3_stmt *stmt, GError **error)
{
  int rc = stmt != NULL ? sqlite3_step (stmt) : SQLITE_MISUSE;

  if (rc == SQLITE_DONE)
    return TRUE;
  if (stmt != NULL || error == NULL || *error == NULL)
    jg_case_db_fail (self, error);
  return FALSE;
}

/* jg_case_db_get_int:
 * @sql: a statement of ours
 * @value: (out): the number it gives
 *
 * Returns: whether it gave one; otherwise the errors of jg_case_db_fail() */
gboolean
jg_case_db_get_int (JgCaseDb *self, const char *sql, gint64 *value, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = jg_case_db_prepare (self, sql, error);

  if (stmt == NULL)
    return FALSE;
  if (sqlite3_step (stmt) != SQLITE_ROW)
    return jg_case_db_fail (self, error);
  *value = sqlite3_column_int64 (stmt, 0);
  return TRUE;
}

/* jg_case_db_read_uid:
 * @uid: (out): the JG_CASE_UID_BYTES that name the store
 *
 * Returns: whether it has them; otherwise JG_CASE_ERROR_DAMAGED or the errors of jg_case_db_fail() */
gboolean
jg_case_db_read_uid (JgCaseDb *self, guint8 *uid, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
      jg_case_db_prepare (self, "SELECT uid FROM store WHERE id = 1", error);

  if (stmt == NULL)
    return FALSE;
  if (sqlite3_step (stmt) != SQLITE_ROW || sqlite3_column_bytes (stmt, 0) != JG_CASE_UID_BYTES)
    return jg_case_db_say_damaged (self, "缺少自己的标识", error);
  memcpy (uid, sqlite3_column_blob (stmt, 0), JG_CASE_UID_BYTES);
  return TRUE;
}

/* jg_case_db_bind_bytes:
 * @stmt: (nullable): a statement
 * @index: of the parameter, from 1
 *
 * Binds bytes as a BLOB. */
void
jg_case_db_bind_bytes (sqlite3_stmt *stmt, int index, GBytes *bytes)
{
  gsize length = 0;
  const void *data = g_bytes_get_data (bytes, &length);

  if (stmt != NULL)
    sqlite3_bind_blob64 (stmt, index, data, length, SQLITE_TRANSIENT);
}

/* Somebody may have moved or removed the files while they were open; what is written then is in no
 * folder, and to say that it was kept would be a lie. */
static gboolean
is_in_place (JgCaseDb *self, GError **error)
{
  g_autofree char *shown = NULL;
  struct stat info;
  struct stat wal;

  if (stat (self->folder.path, &info) == 0 && info.st_dev == self->device &&
      info.st_ino == self->inode && stat (self->wal, &wal) == 0)
    return TRUE;
  shown = g_filename_display_name (self->folder.path);
  g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_WRITE,
               "没有保存：服务档案“%s”被移走、删除或换掉了。请把它放回原处，或用备份恢复。", shown);
  return FALSE;
}

/* jg_case_db_begin:
 *
 * Begins to write.
 *
 * Returns: whether it may; otherwise the errors of jg_case_db_fail() */
gboolean
jg_case_db_begin (JgCaseDb *self, GError **error)
{
  return jg_case_db_exec (self, "BEGIN IMMEDIATE", error);
}

/* jg_case_db_commit:
 *
 * Ends what jg_case_db_begin() began. When it returns %TRUE, what was written since is on the disk.
 *
 * Returns: whether it was kept; otherwise the errors of jg_case_db_fail(), and it was taken back */
gboolean
jg_case_db_commit (JgCaseDb *self, GError **error)
{
  gboolean done = is_in_place (self, error) && jg_case_db_exec (self, "COMMIT", error);

  if (!done)
    jg_case_db_rollback (self);
  return done && is_in_place (self, error);
}

/* jg_case_db_rollback:
 *
 * Takes back what was written since jg_case_db_begin(). On a full disk SQLite may have done so itself. */
void
jg_case_db_rollback (JgCaseDb *self)
{
  if (!sqlite3_get_autocommit (self->db))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
}

/* jg_case_db_forget:
 *
 * Takes what was deleted out of the journal and gives unused pages back. Deleted rows were overwritten
 * with zeros when they were deleted (secure_delete).
 *
 * Returns: whether it is gone; otherwise the errors of jg_case_db_fail(), and the next call or the next
 *   opening does it */
gboolean
jg_case_db_forget (JgCaseDb *self, GError **error)
{
  return jg_case_db_exec (self, "PRAGMA incremental_vacuum", error) &&
         (sqlite3_wal_checkpoint_v2 (self->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL) ==
              SQLITE_OK ||
          jg_case_db_fail (self, error));
}

/* jg_case_db_close:
 *
 * Closes the store and gives the lock back. */
void
jg_case_db_close (JgCaseDb *self)
{
  sqlite3_close_v2 (self->db);
  jg_case_folder_clear (&self->folder);
  g_free (self->wal);
  g_free (self);
}
