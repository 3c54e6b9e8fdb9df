/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Workbooks of office programs. What reads them is a program of its own, which may use little memory and time, write no file
 * and is stopped when it says too much: whatever is wrong with a workbook is wrong there. */

#include "jg-table.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "jg-course-field.h"
#include "text/jg-text-forbidden.h"

#define CONVERTER "xlsx2csv"
#define MAX_MEMORY (128 * 1024 * 1024)
#define MAX_SECONDS 10 /* of the processor */
#define MAX_WAIT 20    /* seconds */
#define MAX_FILES 32
#define MAX_LINES 500000 /* of cells too; a row far below claims many empty ones */

/* Runs in the child between fork() and exec(): only calls that are safe there. */
static void
limit_child (gpointer data)
{
  const struct rlimit memory = { MAX_MEMORY, MAX_MEMORY };
  const struct rlimit seconds = { MAX_SECONDS, MAX_SECONDS };
  const struct rlimit none = { 0, 0 };
  const struct rlimit files = { MAX_FILES, MAX_FILES };

  setrlimit (RLIMIT_AS, &memory);
  setrlimit (RLIMIT_CPU, &seconds);
  setrlimit (RLIMIT_FSIZE, &none);
  setrlimit (RLIMIT_CORE, &none);
  setrlimit (RLIMIT_NOFILE, &files);
}

static GSubprocess *
start (const char *path, GError **error)
{
  g_autofree char *program = g_find_program_in_path (CONVERTER);
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GError) local = NULL;
  GSubprocess *process;
  /* Nothing of ours reaches it, and nothing may be loaded into it. */
  const char *const environment[] = { "PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8",
                                      "PYTHONDONTWRITEBYTECODE=1", NULL };

  if (program == NULL)
    {
      g_set_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_READ,
                   "读 .xlsx 要用 " CONVERTER
                   "，这台电脑没有装；请装上它，或在 Excel、WPS 中另存为 CSV");
      return NULL;
    }
  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                        G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_subprocess_launcher_set_environ (launcher, (char **) environment);
  g_subprocess_launcher_set_cwd (launcher, "/");
  g_subprocess_launcher_set_child_setup (launcher, limit_child, NULL, NULL);
  process =
      g_subprocess_launcher_spawn (launcher, &local, program, "--dateformat", "%Y-%m-%d", "--sheet",
                                   "1", "--outputencoding", "utf-8", "--", absolute, NULL);
  if (process == NULL)
    g_set_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_READ, "启动不了 " CONVERTER "：%s",
                 local->message);
  return process;
}

/* Its own cancellable ends with whichever comes first: the caller's, or the time. */
static gboolean
on_timeout (gpointer data)
{
  g_cancellable_cancel (data);
  return G_SOURCE_REMOVE;
}

typedef struct
{
  GCancellable *cancellable;
  GMainLoop *loop;
  GInputStream *stream;
  GByteArray *data;
  guint n_lines;
  gboolean done; /* read to the end */
} Reading;

static void read_more (Reading *self);

static void
on_read (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Reading *self = user_data;
  g_autoptr (GBytes) bytes =
      g_input_stream_read_bytes_finish (G_INPUT_STREAM (object), result, NULL);

  gsize size = 0;
  const guint8 *data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  for (gsize i = 0; i < size; i++)
    self->n_lines += data[i] == '\n';
  if (size > 0)
    g_byte_array_append (self->data, data, (guint) size);
  if (size > 0 && self->data->len <= JG_TABLE_MAX_BYTES && self->n_lines <= MAX_LINES)
    read_more (self);
  else
    {
      self->done = bytes != NULL && size == 0;
      g_main_loop_quit (self->loop);
    }
}

static void
read_more (Reading *self)
{
  g_input_stream_read_bytes_async (self->stream, 65536, G_PRIORITY_DEFAULT, self->cancellable,
                                   on_read, self);
}

static void
on_cancelled (GCancellable *cancellable, gpointer data)
{
  g_cancellable_cancel (data);
}

/* Reads what the child says, no longer than it may take; what is left of it is ended. */
static GByteArray *
read_output (GSubprocess *process,
             GCancellable *cancellable,
             gboolean *done,
             gboolean *late,
             gboolean *much)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GSource) timeout = g_timeout_source_new_seconds (MAX_WAIT);
  Reading reading = { g_cancellable_new (), NULL, g_subprocess_get_stdout_pipe (process),
                      g_byte_array_new (),  0,    FALSE };
  gulong handler = 0;

  g_main_context_push_thread_default (context);
  reading.loop = g_main_loop_new (context, FALSE);
  g_source_set_callback (timeout, on_timeout, reading.cancellable, NULL);
  g_source_attach (timeout, context);
  if (cancellable != NULL)
    handler =
        g_cancellable_connect (cancellable, G_CALLBACK (on_cancelled), reading.cancellable, NULL);
  read_more (&reading);
  g_main_loop_run (reading.loop);
  if (cancellable != NULL)
    g_cancellable_disconnect (cancellable, handler);
  *done = reading.done;
  *much = reading.data->len > JG_TABLE_MAX_BYTES || reading.n_lines > MAX_LINES;
  *late = g_cancellable_is_cancelled (reading.cancellable);
  g_source_destroy (timeout);
  g_main_context_pop_thread_default (context);
  g_main_loop_unref (reading.loop);
  g_object_unref (reading.cancellable);
  return reading.data;
}

/**
 * jg_table_convert_sheet:
 * @path: (type filename): a workbook .xlsx
 * @cancellable: (nullable): ends the conversion
 * @error: return location
 *
 * Gets the first sheet of a workbook as comma-separated values in UTF-8, dates as YYYY-MM-DD.
 *
 * Returns: (transfer full) (nullable): the values, or %NULL with JG_COURSE_ERROR_READ, JG_COURSE_ERROR_DAMAGED or
 *   G_IO_ERROR_CANCELLED
 */
GBytes *
jg_table_convert_sheet (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *name = NULL;
  GByteArray *data;
  struct stat info;
  gboolean done, late, much;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  name = jg_text_dup_path_name (path);
  if (stat (path, &info) != 0 || !S_ISREG (info.st_mode) || info.st_size > JG_TABLE_MAX_BYTES)
    {
      g_set_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_READ, "%s：应为 %d MB 以内的普通文件",
                   name, JG_TABLE_MAX_BYTES / 1024 / 1024);
      return NULL;
    }
  process = start (path, error);
  if (process == NULL)
    return NULL;
  data = read_output (process, cancellable, &done, &late, &much);
  if (!done)
    g_subprocess_force_exit (process);
  g_subprocess_wait (process, NULL, NULL);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    ;
  else if (much)
    g_set_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_DAMAGED,
                 "%s：第一张表展开后太大；应在 %d MB、%d 行以内", name,
                 JG_TABLE_MAX_BYTES / 1024 / 1024, JG_TABLE_MAX_ROWS);
  else if (late || g_subprocess_get_if_signaled (process))
    g_set_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_DAMAGED,
                 "%s：读这个工作簿用的时间或内存太多，已停止；请另存为 CSV", name);
  else if (!done || g_subprocess_get_exit_status (process) != 0)
    g_set_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_DAMAGED,
                 "%s：不是完好的 .xlsx 工作簿，或第一张表读不出；请在 Excel 或 WPS 中重新保存",
                 name);
  else
    return g_byte_array_free_to_bytes (data);
  g_byte_array_unref (data);
  return NULL;
}
