/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-json-gate.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "jg-text-forbidden.h"

/**
 * jg_json_gate_read_file:
 * @path: (type filename): path of a file
 * @max_size: the most bytes to accept; 0 for that of jg_json_limits_default
 * @length: (out): number of bytes
 * @error: return location
 *
 * Reads a regular file once and whole. A pipe, a device or a folder is refused without waiting for
 * it; a file past the limit is refused before it is read. Symbolic links to files are followed.
 *
 * Returns: (transfer full): the bytes, with a NUL behind them; or %NULL with an error of
 *   %G_FILE_ERROR (G_FILE_ERROR_INVAL for what is not a regular file, G_FILE_ERROR_FAILED for one
 *   that is too large, else the code of the system's error); the message is Chinese and names @path
 */
char *
jg_json_gate_read_file (const char *path, gsize max_size, gsize *length, GError **error)
{
  g_autofree char *shown = NULL;
  g_autofree char *data = NULL;
  struct stat info;
  gsize n = 0;
  int fd;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (length != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (max_size == 0)
    max_size = jg_json_limits_default.max_size;
  shown = jg_text_dup_path_name (path);

  fd = open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (fd < 0)
    {
      int code = errno;

      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code), "%s：打不开文件（%s）",
                   shown, code == ENOENT ? "没有这个文件" : g_strerror (code));
      return NULL;
    }

  if (fstat (fd, &info) != 0 || !S_ISREG (info.st_mode))
    {
      close (fd);
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                   "%s：不是普通文件，应给出一个文件的路径", shown);
      return NULL;
    }
  if ((guint64) info.st_size > max_size)
    {
      close (fd);
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
                   "%s：文件有 %" G_GINT64_FORMAT " 字节，应不超过 %" G_GSIZE_FORMAT " 字节", shown,
                   (gint64) info.st_size, max_size);
      return NULL;
    }

  /* One byte more than it had: a file that grew while being read is seen. */
  data = g_malloc ((gsize) info.st_size + 2);
  while (n <= (gsize) info.st_size)
    {
      gssize got = read (fd, data + n, (gsize) info.st_size + 1 - n);

      if (got < 0 && errno == EINTR)
        continue;
      if (got < 0)
        {
          int code = errno;

          close (fd);
          g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code), "%s：读不出（%s）",
                       shown, g_strerror (code));
          return NULL;
        }
      if (got == 0)
        break;
      n += (gsize) got;
    }
  close (fd);

  if (n > (gsize) info.st_size)
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "%s：文件正在被改写，请稍后再试",
                   shown);
      return NULL;
    }

  data[n] = '\0';
  *length = n;
  return g_steal_pointer (&data);
}
