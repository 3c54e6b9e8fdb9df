/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening and writing the file of cases: what SQLite has to be told so that it keeps its promises, and
 * what it says in words that help. */

#include "jg-case-db-private.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Nobody else has the file open, so that there is nothing to wait for. */
#define BUSY_MS 200

/* jg_case_db_get_handle:
 *
 * Returns: (transfer none): the connection */
sqlite3 *
jg_case_db_get_handle (JgCaseDb *self)
{
  return self->db;
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
               "没有保存：服务档案“%s”被移走或删除了。请把它放回原处，或用备份恢复。", shown);
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

/* jg_case_db_harden:
 *
 * Tells SQLite to trust nothing that stands in the file.
 *
 * Returns: whether it listened; otherwise the errors of jg_case_db_fail() */
gboolean
jg_case_db_harden (JgCaseDb *self, GError **error)
{
  static const struct
  {
    int option;
    int value;
  } options[] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },
    { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
    { SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0 },
    { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
    { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
    { SQLITE_DBCONFIG_DQS_DML, 0 },
    { SQLITE_DBCONFIG_DQS_DDL, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      int now = !options[i].value;

      if (sqlite3_db_config (self->db, options[i].option, options[i].value, &now) != SQLITE_OK ||
          now != options[i].value)
        return jg_case_db_fail (self, error);
    }
  sqlite3_busy_timeout (self->db, BUSY_MS);
  return jg_case_db_exec (self,
                          "PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; "
                          "PRAGMA temp_store=MEMORY; PRAGMA foreign_keys=ON; "
                          "PRAGMA secure_delete=ON",
                          error);
}

/* jg_case_db_check_head:
 *
 * Looks at what a file must say of itself before a page of it is believed.
 *
 * Returns: whether it is ours and of a version we know; otherwise JG_CASE_ERROR_FOREIGN or NEWER, or the
 *   errors of jg_case_db_fail() */
gboolean
jg_case_db_check_head (JgCaseDb *self, GError **error)
{
  g_autofree char *shown = g_filename_display_name (self->folder.path);
  gint64 id = 0;
  gint64 version = 0;

  if (!jg_case_db_get_int (self, "PRAGMA application_id", &id, error) ||
      !jg_case_db_get_int (self, "PRAGMA user_version", &version, error))
    return FALSE;
  if (id != JG_CASE_APPLICATION_ID)
    {
      g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_FOREIGN,
                   "“%s”不是 JobGuide 的服务档案，没有打开，也没有改动。", shown);
      return FALSE;
    }
  if (version > JG_CASE_VERSION)
    {
      g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_NEWER,
                   "“%s”由更新版本的 JobGuide 保存（格式 %d，本程序认识到 "
                   "%d），没有打开，也没有改动。请升级 JobGuide。",
                   shown, (int) version, JG_CASE_VERSION);
      return FALSE;
    }
  return TRUE;
}

static gboolean
say_damaged (JgCaseDb *self, const char *why, GError **error)
{
  g_autofree char *shown = g_filename_display_name (self->folder.path);

  g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_DAMAGED,
               "服务档案“%s”已损坏（%s）。原文件没有改动；可以从中逐份抢救，或用备份恢复。", shown,
               why);
  return FALSE;
}

/* jg_case_db_check_pages:
 * @thorough: whether to look into the indexes too; after an unclean stop it is worth its time
 *
 * Reads every page.
 *
 * Returns: whether all is well; otherwise JG_CASE_ERROR_DAMAGED or the errors of jg_case_db_fail() */
gboolean
jg_case_db_check_pages (JgCaseDb *self, gboolean thorough, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = jg_case_db_prepare (
      self, thorough ? "PRAGMA integrity_check(1)" : "PRAGMA quick_check(1)", error);
  const char *said = NULL;
  gboolean same = FALSE;

  if (stmt == NULL)
    return FALSE;
  if (sqlite3_step (stmt) != SQLITE_ROW)
    return jg_case_db_fail (self, error);
  said = (const char *) sqlite3_column_text (stmt, 0);
  if (g_strcmp0 (said, "ok") != 0)
    return say_damaged (self, said, error);
  g_clear_pointer (&stmt, sqlite3_finalize);
  if (!jg_case_db_check_schema (self, &same, error))
    return FALSE;
  return same || say_damaged (self, "表的结构被改动", error);
}

static gboolean
set_journal (JgCaseDb *self, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt = jg_case_db_prepare (self, "PRAGMA journal_mode=WAL", error);

  if (stmt == NULL)
    return FALSE;
  if (sqlite3_step (stmt) != SQLITE_ROW)
    return jg_case_db_fail (self, error);
  if (g_strcmp0 ((const char *) sqlite3_column_text (stmt, 0), "wal") != 0)
    {
      g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_READ_ONLY,
                   "这个文件夹里不能可靠地保存（无法使用日志）。请把服务档案放在本机磁盘上。");
      return FALSE;
    }
  g_clear_pointer (&stmt, sqlite3_finalize);
  return jg_case_db_exec (self, "PRAGMA synchronous=FULL", error);
}

static gboolean
remember_inode (JgCaseDb *self, GError **error)
{
  struct stat info;

  if (stat (self->folder.path, &info) != 0)
    return jg_case_folder_fail (self->folder.path, errno, error);
  self->device = info.st_dev;
  self->inode = info.st_ino;
  return TRUE;
}

static gboolean
open_handle (JgCaseDb *self, GError **error)
{
  if (sqlite3_open_v2 (self->folder.path, &self->db,
                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE |
                           SQLITE_OPEN_NOFOLLOW,
                       NULL) != SQLITE_OK)
    return jg_case_db_fail (self, error);
  /* SQLite is content to read a file that it may not write. */
  if (sqlite3_db_readonly (self->db, "main") == 1)
    return jg_case_folder_fail (self->folder.path, EACCES, error);
  /* The lock of SQLite's own keeps other tools out too, and there is no shared memory file. */
  return jg_case_db_harden (self, error) &&
         jg_case_db_exec (self, "PRAGMA locking_mode=EXCLUSIVE", error);
}

/* Whether there is no store yet: no file, an empty one, or one whose making was broken off. */
static gboolean
is_blank (JgCaseDb *self)
{
  struct stat info;
  gint64 id = 1;
  gint64 n_items = 1;

  if (stat (self->folder.path, &info) != 0)
    return errno == ENOENT;
  if (info.st_size == 0 && access (self->wal, F_OK) != 0)
    return TRUE;
  return self->db != NULL && jg_case_db_get_int (self, "PRAGMA application_id", &id, NULL) &&
         id == 0 &&
         jg_case_db_get_int (self, "SELECT count(*) FROM sqlite_schema", &n_items, NULL) &&
         n_items == 0;
}

static guint
read_big_endian (const guint8 *p, guint bytes)
{
  guint value = 0;

  for (guint i = 0; i < bytes; i++)
    value = value << 8 | p[i];
  return value;
}

/* jg_case_db_check_length:
 * @clean: there is no journal, which may hold the pages that are missing
 *
 * SQLite takes a file that is shorter than its first page for an empty one; whoever cut it would then be told
 * that there is no store yet.
 *
 * Returns: whether the file is empty, or has the pages it says; otherwise JG_CASE_ERROR_DAMAGED */
gboolean
jg_case_db_check_length (JgCaseDb *self, gboolean clean, GError **error)
{
  static const char magic[16] = "SQLite format 3";
  guint8 head[100];
  gssize n = 0;
  guint64 page = 0;
  guint64 n_pages = 1;
  struct stat info;
  int fd = open (self->folder.path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);

  if (fd < 0)
    return jg_case_folder_fail (self->folder.path, errno, error);
  n = fstat (fd, &info) == 0 ? read (fd, head, sizeof head) : -1;
  close (fd);
  if (n < 0)
    return jg_case_folder_fail (self->folder.path, EIO, error);
  if (n == 0)
    return TRUE;
  if (n == sizeof head)
    page = read_big_endian (head + 16, 2);
  if (page == 1)
    page = 65536;
  if (n == sizeof head && clean)
    n_pages = read_big_endian (head + 28, 4);
  return (page >= 512 && memcmp (head, magic, sizeof magic) == 0 &&
          (guint64) info.st_size >= n_pages * page) ||
         say_damaged (self, "文件不完整，或开头被改动", error);
}

static gboolean
say_missing (JgCaseDb *self, GError **error)
{
  g_autofree char *shown = g_filename_display_name (self->folder.path);

  g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_MISSING, "“%s”还没有建立服务档案。", shown);
  return FALSE;
}

/* Brings an older store to the present version. The copy made before is one of the daily ones, and goes
 * when they go. */
static gboolean
upgrade (JgCaseDb *self, GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *target = NULL;
  gint64 version = 0;

  if (!jg_case_db_get_int (self, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version == JG_CASE_VERSION)
    return TRUE;
  folder = jg_case_copy_folder (self->folder.path, error);
  if (folder == NULL || !jg_case_db_check_pages (self, TRUE, error))
    return FALSE;
  target = jg_case_copy_name (folder, g_get_real_time () / G_USEC_PER_SEC);
  return jg_case_db_copy (self, target, NULL, error) &&
         jg_case_db_migrate (self, JG_CASE_VERSION, error);
}

static gboolean
open_checked (JgCaseDb *self, GError **error)
{
  struct stat wal;
  gboolean clean = stat (self->wal, &wal) != 0 || wal.st_size == 0;

  if (is_blank (self))
    return say_missing (self, error);
  if (!jg_case_db_check_length (self, clean, error) || !open_handle (self, error) ||
      !remember_inode (self, error))
    return FALSE;
  /* Until the file is known to be ours, not even its journal is to be written into it. */
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  if (is_blank (self))
    return say_missing (self, error);
  if (!jg_case_db_check_head (self, error) || !jg_case_db_check_pages (self, !clean, error))
    return FALSE;
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  if (!set_journal (self, error) || !upgrade (self, error))
    return FALSE;
  /* A deletion may have been broken off between its commit and this. */
  return clean || jg_case_db_forget (self, error);
}

static JgCaseDb *
take (const char *path, GError **error)
{
  JgCaseDb *self = g_new0 (JgCaseDb, 1);

  if (!jg_case_folder_take (&self->folder, path, error))
    {
      jg_case_db_close (self);
      return NULL;
    }
  self->wal = g_strconcat (self->folder.path, "-wal", NULL);
  return self;
}

/* jg_case_db_open:
 * @path: the file
 *
 * Opens the store for one program alone, after looking at every page of it, and brings it to the present
 * version. A file that is not ours, newer or damaged is left as it is.
 *
 * Returns: (transfer full): the store, or %NULL with JG_CASE_ERROR: MISSING, BUSY, FOREIGN, NEWER,
 *   DAMAGED, READ_ONLY, FULL, WRITE or MEMORY */
JgCaseDb *
jg_case_db_open (const char *path, GError **error)
{
  g_autoptr (JgCaseDb) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = take (path, error);
  return self != NULL && open_checked (self, error) ? g_steal_pointer (&self) : NULL;
}

static gboolean
make_file (JgCaseDb *self, GError **error)
{
  int fd = open (self->folder.path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
  g_autofree char *shown = NULL;

  if (fd < 0)
    return jg_case_folder_fail (self->folder.path, errno, error);
  close (fd);
  if (!jg_case_db_check_length (self, FALSE, error) || !open_handle (self, error) ||
      !remember_inode (self, error))
    return FALSE;
  if (!is_blank (self))
    {
      shown = g_filename_display_name (self->folder.path);
      g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_EXISTS, "“%s”已经有服务档案，没有另建。",
                   shown);
      return FALSE;
    }
  return TRUE;
}

/* jg_case_db_create:
 * @path: where there is no store yet
 *
 * Makes an empty store. What it holds at first is written by the caller before jg_case_db_commit():
 * without that there is still none.
 *
 * Returns: (transfer full): the store, inside jg_case_db_begin(), or %NULL with JG_CASE_ERROR: EXISTS,
 *   BUSY, READ_ONLY, FULL, WRITE or MEMORY */
JgCaseDb *
jg_case_db_create (const char *path, GError **error)
{
  g_autoptr (JgCaseDb) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = take (path, error);
  if (self == NULL || !make_file (self, error) ||
      !jg_case_db_exec (self, "PRAGMA auto_vacuum=INCREMENTAL", error) ||
      !set_journal (self, error) || !jg_case_db_begin (self, error) ||
      !jg_case_db_make_schema (self, JG_CASE_VERSION, error))
    return NULL;
  return g_steal_pointer (&self);
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
