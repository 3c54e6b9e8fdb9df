/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening the file of cases: what SQLite has to be told so that it keeps its promises, and what the file must
 * be before anything is written into it. */

#include "jg-case-db-private.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Nobody else has the file open, so that there is nothing to wait for. */
#define BUSY_MS 200

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
    return jg_case_db_say_damaged (self, said, error);
  g_clear_pointer (&stmt, sqlite3_finalize);
  if (!jg_case_db_check_schema (self, &same, error))
    return FALSE;
  return same || jg_case_db_say_damaged (self, "表的结构被改动", error);
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
         jg_case_db_say_damaged (self, "文件不完整，或开头被改动", error);
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

static gboolean
create_in (JgCaseDb *self, GError **error)
{
  return make_file (self, error) &&
         jg_case_db_exec (self, "PRAGMA auto_vacuum=INCREMENTAL", error) &&
         set_journal (self, error) && jg_case_db_begin (self, error) &&
         jg_case_db_make_schema (self, JG_CASE_VERSION, error);
}

/* jg_case_db_create_unlocked:
 *
 * Does what jg_case_db_create() does, in a folder whose lock the caller has. */
JgCaseDb *
jg_case_db_create_unlocked (const char *path, GError **error)
{
  g_autoptr (JgCaseDb) self = g_new0 (JgCaseDb, 1);

  self->folder.path = g_strdup (path);
  self->folder.lock = -1;
  self->wal = g_strconcat (path, "-wal", NULL);
  return create_in (self, error) ? g_steal_pointer (&self) : NULL;
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
  return self != NULL && create_in (self, error) ? g_steal_pointer (&self) : NULL;
}
