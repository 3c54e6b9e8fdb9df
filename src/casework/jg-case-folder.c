/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-case-folder.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "jg-case-error.h"

/* jg_case_folder_fail:
 * @path: the file or folder
 * @code: errno of what went wrong with it
 *
 * Sets the error that fits: READ_ONLY, FULL, FOREIGN for a symbolic link, or WRITE.
 *
 * Returns: %FALSE */
gboolean
jg_case_folder_fail (const char *path, int code, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  if (code == EACCES || code == EPERM || code == EROFS)
    g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_READ_ONLY,
                 "没有写入“%s”的权限（%s）。请让管理员检查这个文件夹，或换一个可写的文件夹。",
                 shown, g_strerror (code));
  else if (code == ELOOP)
    g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_FOREIGN,
                 "“%s”是一个链接，不是服务档案，没有打开。", shown);
  else if (code == ENOSPC || code == EDQUOT)
    g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_FULL,
                 "没有写入“%s”：磁盘已满。请腾出空间后再试。", shown);
  else
    g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_WRITE,
                 "没有写入“%s”（%s）。请检查磁盘和文件夹后再试。", shown, g_strerror (code));
  return FALSE;
}

/* The folder holds nothing but the store, so what others may do there is ours to say. */
static gboolean
close_to_others (const char *folder, GError **error)
{
  struct stat info;

  if (stat (folder, &info) != 0)
    return jg_case_folder_fail (folder, errno, error);
  if (info.st_uid == geteuid () && (info.st_mode & 077) != 0 &&
      chmod (folder, info.st_mode & 0700) != 0)
    return jg_case_folder_fail (folder, errno, error);
  return TRUE;
}

static gboolean
take_lock (JgCaseFolder *self, GError **error)
{
  g_autofree char *name = g_strconcat (self->path, ".lock", NULL);

  self->lock = open (name, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (self->lock < 0)
    return jg_case_folder_fail (name, errno, error);
  while (flock (self->lock, LOCK_EX | LOCK_NB) != 0)
    {
      if (errno == EINTR)
        continue;
      if (errno != EWOULDBLOCK)
        return TRUE; /* a file system without locks; SQLite will say what it thinks of it */
      g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_BUSY,
                   "服务档案正被另一个 JobGuide（窗口或 jobguidectl）使用。"
                   "请先关闭那一个，再打开这一个。");
      return FALSE;
    }
  return TRUE;
}

/* jg_case_folder_take:
 * @self: (out): set whatever comes of it; clear it
 * @path: the file of the store, there or not
 *
 * Makes the folder of the store, closes it to others, and takes the lock.
 *
 * Returns: whether the place is ours; otherwise JG_CASE_ERROR_BUSY, READ_ONLY, FULL or WRITE */
gboolean
jg_case_folder_take (JgCaseFolder *self, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  char *real = NULL;

  *self = (JgCaseFolder){ NULL, NULL, -1 };
  if (g_mkdir_with_parents (folder, 0700) != 0)
    return jg_case_folder_fail (folder, errno, error);
  /* SQLite is told to follow no link, and a home folder may lie behind one. */
  real = realpath (folder, NULL);
  if (real == NULL)
    return jg_case_folder_fail (folder, errno, error);
  self->name = g_strdup (real);
  free (real);
  self->path = g_build_filename (self->name, name, NULL);
  return close_to_others (self->name, error) && take_lock (self, error);
}

/* jg_case_folder_clear:
 *
 * Gives the lock back. */
void
jg_case_folder_clear (JgCaseFolder *self)
{
  if (self->lock >= 0)
    close (self->lock);
  self->lock = -1;
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->path, g_free);
}

/* jg_case_folder_sync:
 *
 * Puts the names in a folder on the disk.
 *
 * Returns: whether they are there */
gboolean
jg_case_folder_sync (const char *folder)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean done = fd >= 0 && fsync (fd) == 0;

  if (fd >= 0)
    close (fd);
  return done;
}

/* jg_case_folder_sweep:
 * @path: a database
 *
 * Removes a database and its journals, which a program that was killed may have left.
 *
 * Returns: whether there is none now; otherwise an error of writing */
gboolean
jg_case_folder_sweep (const char *path, GError **error)
{
  static const char *const suffixes[] = { "", "-journal", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (path, suffixes[i], NULL);

      if (unlink (file) != 0 && errno != ENOENT)
        return jg_case_folder_fail (file, errno, error);
    }
  return TRUE;
}
