/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Copies of the store: made through SQLite, looked at before they count, and read as something hostile. */

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "jg-case-db-private.h"

/* The name under which a copy is made: always the same for a store, and another for another store, whose
 * copies may lie in the same folder. */
static char *
temporary_name (JgCaseDb *self, const char *target, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (target);
  g_autoptr (GString) name = g_string_new (JG_CASE_COPY_PREFIX);
  guint8 uid[JG_CASE_UID_BYTES];

  if (!jg_case_db_read_uid (self, uid, error))
    return NULL;
  for (guint i = 0; i < sizeof uid; i++)
    g_string_append_printf (name, "%02x", uid[i]);
  g_string_append (name, ".tmp");
  return g_build_filename (folder, name->str, NULL);
}

static gboolean
make_empty (const char *path, GError **error)
{
  int fd;

  if (!jg_case_folder_sweep (path, error))
    return FALSE;
  fd = open (path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (fd < 0)
    return jg_case_folder_fail (path, errno, error);
  close (fd);
  return TRUE;
}

static gboolean
sync_file (const char *path, GError **error)
{
  int fd = open (path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
  int code = fd < 0 || fsync (fd) != 0 ? errno : 0;

  if (fd >= 0)
    close (fd);
  return code == 0 || jg_case_folder_fail (path, code, error);
}

struct _JgCaseCopy
{
  JgCaseDb to;
  char *target;
  sqlite3_backup *backup; /* NULL when all pages are copied, or it was broken off */
  gboolean copied;
  gboolean done;
};

static gboolean
begin (JgCaseCopy *self, JgCaseDb *from, GError **error)
{
  JgCaseDb *to = &self->to;

  if (!make_empty (to->folder.path, error))
    return FALSE;
  if (sqlite3_open_v2 (to->folder.path, &to->db,
                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE |
                           SQLITE_OPEN_NOFOLLOW,
                       NULL) != SQLITE_OK)
    return jg_case_db_fail (to, error);
  if (!jg_case_db_harden (to, error) ||
      !jg_case_db_exec (to,
                        "PRAGMA locking_mode=EXCLUSIVE; PRAGMA synchronous=OFF; "
                        "PRAGMA journal_mode=MEMORY",
                        error))
    return FALSE;
  self->backup = sqlite3_backup_init (to->db, "main", from->db, "main");
  return self->backup != NULL || jg_case_db_fail (to, error);
}

/* jg_case_copy_new:
 * @from: the store
 * @target: where the copy is to be; what is there is replaced
 *
 * Begins a copy that is whole or not at all, sealed as the store is; no key is needed. The folder of the target has to be
 * there, and the store must stay open until jg_case_copy_step() has copied all.
 *
 * Returns: (transfer full): the copy, or %NULL with an error of writing */
JgCaseCopy *
jg_case_copy_new (JgCaseDb *from, const char *target, GError **error)
{
  g_autoptr (JgCaseCopy) self = g_new0 (JgCaseCopy, 1);

  self->to.folder.lock = -1;
  self->target = g_strdup (target);
  self->to.folder.path = temporary_name (from, target, error);
  return self->to.folder.path != NULL && begin (self, from, error) ? g_steal_pointer (&self) : NULL;
}

/* jg_case_copy_step:
 * @n_pages: how many pages to copy now; -1 for all
 * @more: (out): whether there are others
 *
 * Copies some pages. What is written to the store between two steps gets into the copy.
 *
 * Returns: whether they were copied; otherwise an error of reading or writing */
gboolean
jg_case_copy_step (JgCaseCopy *self, int n_pages, gboolean *more, GError **error)
{
  int rc = self->backup != NULL ? sqlite3_backup_step (self->backup, n_pages) : SQLITE_ABORT;

  *more = rc == SQLITE_OK;
  if (rc == SQLITE_OK)
    return TRUE;
  jg_case_copy_break_off (self);
  self->copied = rc == SQLITE_DONE;
  if (rc == SQLITE_ABORT)
    g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_WRITE, "备份没有做完，服务档案已关闭。");
  return self->copied || (rc != SQLITE_ABORT && jg_case_db_fail (&self->to, error));
}

/* jg_case_copy_break_off:
 *
 * Lets go of the store; the copy can no longer be gone on with. */
void
jg_case_copy_break_off (JgCaseCopy *self)
{
  if (self->backup != NULL)
    sqlite3_backup_finish (self->backup);
  self->backup = NULL;
}

/* jg_case_copy_finish:
 * @n_cases: (out) (optional): how many cases are in it
 *
 * Looks at every page of a copy, puts it on the disk and gives it its name. Touches nothing of the store: may be called in
 * another thread.
 *
 * Returns: whether it is there; otherwise JG_CASE_ERROR_DAMAGED or an error of writing */
gboolean
jg_case_copy_finish (JgCaseCopy *self, gint64 *n_cases, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->target);
  gint64 n = 0;

  g_return_val_if_fail (self->copied, FALSE);

  /* Then it needs no journal. */
  if (!jg_case_db_exec (&self->to, "PRAGMA journal_mode=DELETE", error) ||
      !jg_case_db_check_head (&self->to, error) ||
      !jg_case_db_check_pages (&self->to, FALSE, error) ||
      !jg_case_db_get_int (&self->to, "SELECT count(*) FROM summary", &n, error))
    return FALSE;
  sqlite3_close (self->to.db);
  self->to.db = NULL;
  if (!sync_file (self->to.folder.path, error))
    return FALSE;
  if (rename (self->to.folder.path, self->target) != 0)
    return jg_case_folder_fail (self->target, errno, error);
  self->done = TRUE;
  if (n_cases != NULL)
    *n_cases = n;
  return jg_case_folder_sync (folder) || jg_case_folder_fail (folder, errno, error);
}

/* jg_case_copy_free:
 * @self: (transfer full): a copy; what there is of one that was not finished is removed */
void
jg_case_copy_free (JgCaseCopy *self)
{
  jg_case_copy_break_off (self);
  sqlite3_close (self->to.db);
  if (!self->done && self->to.folder.path != NULL)
    jg_case_folder_sweep (self->to.folder.path, NULL);
  g_free (self->to.folder.path);
  g_free (self->target);
  g_free (self);
}

/* jg_case_db_copy:
 *
 * Does all of a copy at once: jg_case_copy_new(), jg_case_copy_step(), jg_case_copy_finish().
 *
 * Returns: whether it is on the disk; otherwise an error of writing, or JG_CASE_ERROR_DAMAGED */
gboolean
jg_case_db_copy (JgCaseDb *self, const char *target, gint64 *n_cases, GError **error)
{
  g_autoptr (JgCaseCopy) copy = jg_case_copy_new (self, target, error);
  gboolean more = FALSE;

  return copy != NULL && jg_case_copy_step (copy, -1, &more, error) &&
         jg_case_copy_finish (copy, n_cases, error);
}

/* jg_case_db_open_copy:
 * @path: a copy, from anywhere
 * @check: whether to look at every page
 *
 * Opens a copy for reading. Nothing is written to it or beside it.
 *
 * Returns: (transfer full): it, or %NULL with JG_CASE_ERROR: NOT_FOUND, FOREIGN, NEWER, DAMAGED or MEMORY */
JgCaseDb *
jg_case_db_open_copy (const char *path, gboolean check, GError **error)
{
  g_autoptr (JgCaseDb) self = g_new0 (JgCaseDb, 1);
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *escaped = g_uri_escape_string (absolute, "/", TRUE);
  g_autofree char *uri = g_strdup_printf ("file:%s?mode=ro&immutable=1", escaped);

  self->folder.path = g_strdup (absolute);
  self->folder.lock = -1;
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_autofree char *shown = g_filename_display_name (path);

      g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_NOT_FOUND, "找不到备份“%s”。", shown);
      return NULL;
    }
  if (!jg_case_db_check_length (self, TRUE, error))
    return NULL;
  if (sqlite3_open_v2 (uri, &self->db,
                       SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX |
                           SQLITE_OPEN_EXRESCODE,
                       NULL) != SQLITE_OK)
    {
      jg_case_db_fail (self, error);
      return NULL;
    }
  return jg_case_db_harden (self, error) && jg_case_db_check_head (self, error) &&
                 (!check || jg_case_db_check_pages (self, FALSE, error))
             ? g_steal_pointer (&self)
             : NULL;
}

/* jg_case_copy_folder:
 * @path: the file of a store
 *
 * Returns: (transfer full): the folder of its copies; makes it. %NULL with an error of writing */
char *
jg_case_copy_folder (const char *path, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (path);
  g_autofree char *folder = g_build_filename (parent, "backups", NULL);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      jg_case_folder_fail (folder, errno, error);
      return NULL;
    }
  return g_steal_pointer (&folder);
}

#define STAMP "%Y%m%dT%H%M%SZ"

/* A path that says a time and nothing else, not taken yet. */
static char *
stamped (const char *folder, const char *prefix, gint64 now, const char *suffix)
{
  for (;; now++)
    {
      g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (now);
      g_autofree char *stamp = g_date_time_format (time, STAMP);
      g_autofree char *name = g_strconcat (prefix, stamp, suffix, NULL);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}

static gint64
read_stamp (const char *name, const char *prefix, const char *suffix)
{
  g_autoptr (GTimeZone) utc = NULL;
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *text = NULL;

  if (!g_str_has_prefix (name, prefix) || !g_str_has_suffix (name, suffix) ||
      strlen (name) != strlen (prefix) + strlen ("00000000T000000Z") + strlen (suffix))
    return -1;
  text = g_strndup (name + strlen (prefix), strlen ("00000000T000000Z"));
  utc = g_time_zone_new_utc ();
  time = g_date_time_new_from_iso8601 (text, utc);
  return time != NULL ? g_date_time_to_unix (time) : -1;
}

/* jg_case_copy_name:
 * @folder: of the copies
 * @now: seconds since 1970, UTC
 *
 * Returns: (transfer full): a path that says when the copy was made and nothing else, not taken yet */
char *
jg_case_copy_name (const char *folder, gint64 now)
{
  return stamped (folder, JG_CASE_COPY_PREFIX, now, JG_CASE_COPY_SUFFIX);
}

/* jg_case_copy_time:
 * @name: of a file
 *
 * Returns: when the copy of that name was made, seconds since 1970, UTC; -1 when it is no name of a copy */
gint64
jg_case_copy_time (const char *name)
{
  return read_stamp (name, JG_CASE_COPY_PREFIX, JG_CASE_COPY_SUFFIX);
}

/* jg_case_damaged_folder:
 * @parent: the folder of the store
 * @now: seconds since 1970, UTC
 *
 * Returns: (transfer full): a new folder for a damaged file; %NULL with an error of writing */
char *
jg_case_damaged_folder (const char *parent, gint64 now, GError **error)
{
  g_autofree char *folder = stamped (parent, JG_CASE_DAMAGED_PREFIX, now, "");

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      jg_case_folder_fail (folder, errno, error);
      return NULL;
    }
  return g_steal_pointer (&folder);
}

/* jg_case_damaged_time:
 * @name: of a folder
 *
 * Returns: when a damaged file was set aside in it, seconds since 1970, UTC; -1 when it is no such folder */
gint64
jg_case_damaged_time (const char *name)
{
  return read_stamp (name, JG_CASE_DAMAGED_PREFIX, "");
}
