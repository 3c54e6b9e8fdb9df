/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How the office's file gets on the disk: whole or not at all, and by one program at a time. */

#include "jg-desk-private.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* A change takes some milliseconds; whoever holds the folder longer is stuck. */
#define LOCK_TRIES 100
#define LOCK_WAIT 10000 /* µs */

static void
set_error (GError **error, const char *path, int code)
{
  g_autofree char *shown = g_filename_display_name (path);

  g_set_error (error, JG_DESK_ERROR, JG_DESK_ERROR_WRITE,
               "没有保存：无法写入“%s”（%s）。请检查磁盘是否已满、文件夹是否可写。", shown,
               g_strerror (code));
}

/* jg_desk_disk_lock:
 * @path: the file
 *
 * Makes the folder of the file and keeps other programs from changing the file; waits a second for
 * one that is at it.
 *
 * Returns: the folder, for jg_desk_disk_unlock(), or -1 with JG_DESK_ERROR_WRITE */
int
jg_desk_disk_lock (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      set_error (error, folder, errno);
      return -1;
    }
  fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0)
    {
      set_error (error, folder, errno);
      return -1;
    }
  for (int i = 0; flock (fd, LOCK_EX | LOCK_NB) != 0; i++)
    {
      if (errno != EWOULDBLOCK && errno != EINTR)
        {
          /* A file system that knows no locks: then there is no second program to wait for. */
          break;
        }
      if (i == LOCK_TRIES)
        {
          close (fd);
          g_set_error (error, JG_DESK_ERROR, JG_DESK_ERROR_WRITE,
                       "没有保存：另一个程序正在改写办事指南和备注。请稍后再试。");
          return -1;
        }
      g_usleep (LOCK_WAIT);
    }
  return fd;
}

/* jg_desk_disk_unlock:
 * @folder: what jg_desk_disk_lock() gave */
void
jg_desk_disk_unlock (int folder)
{
  g_assert (folder >= 0);
  close (folder);
}

static gboolean
write_all (int fd, const char *data, gsize length)
{
  while (length > 0)
    {
      gssize n = write (fd, data, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return FALSE;
      data += n;
      length -= (gsize) n;
    }
  return fsync (fd) == 0;
}

/* jg_desk_disk_write:
 * @folder: the locked folder
 *
 * Puts a new file in the place of the old one. After a crash or a power cut at any moment one of
 * the two is there, whole. The other name it uses is always the same, so that nothing piles up.
 *
 * Returns: whether it is on the disk; otherwise JG_DESK_ERROR_WRITE, and the old file stands */
gboolean
jg_desk_disk_write (int folder, const char *path, const char *data, gsize length, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *temporary = g_strconcat (name, ".tmp", NULL);
  gboolean done;
  int fd, code;

  unlinkat (folder, temporary, 0);
  fd = openat (folder, temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      set_error (error, path, errno);
      return FALSE;
    }
  done = write_all (fd, data, length);
  code = errno;
  if (close (fd) != 0 && done)
    {
      done = FALSE;
      code = errno;
    }
  if (done && renameat (folder, temporary, folder, name) != 0)
    {
      done = FALSE;
      code = errno;
    }
  if (!done)
    {
      unlinkat (folder, temporary, 0);
      set_error (error, path, code);
      return FALSE;
    }
  /* The file stands either way; without this the old one may come back after a power cut. */
  if (fsync (folder) != 0)
    g_debug ("The folder is not on the disk: %s", g_strerror (errno));
  return TRUE;
}

/* jg_desk_disk_set_aside:
 * @folder: the locked folder
 *
 * Renames the file to one that ends in .damaged, or .damaged-2 and so on: no earlier one is lost.
 *
 * Returns: (transfer full): the new path, or %NULL with JG_DESK_ERROR_WRITE */
char *
jg_desk_disk_set_aside (int folder, const char *path, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);

  for (guint i = 1;; i++)
    {
      g_autofree char *suffix = i == 1 ? g_strdup ("") : g_strdup_printf ("-%u", i);
      g_autofree char *other = g_strconcat (name, ".damaged", suffix, NULL);
      struct stat info;

      if (fstatat (folder, other, &info, AT_SYMLINK_NOFOLLOW) == 0)
        continue;
      if (errno != ENOENT || renameat (folder, name, folder, other) != 0)
        {
          set_error (error, path, errno);
          return NULL;
        }
      fsync (folder);
      return g_strconcat (path, ".damaged", suffix, NULL);
    }
}
