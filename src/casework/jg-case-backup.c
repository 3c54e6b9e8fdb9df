/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Daily copies of the store: making them, and letting them go when their time is over. */

#include "jg-case-backup.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "jg-case-folder.h"
#include "jg-case-store-private.h"

#define DAY (24 * 60 * 60)
#define PAGES_AT_ONCE 256 /* a megabyte: some milliseconds */

/* jg_case_backup_free:
 * @self: (transfer full): a backup */
void
jg_case_backup_free (JgCaseBackup *self)
{
  g_free (self->path);
  g_free (self->problem);
  g_free (self);
}

/* jg_case_store_dup_backup_folder:
 *
 * Returns: (transfer full): where backups go; the folder beside the store, or the one that was set */
char *
jg_case_store_dup_backup_folder (JgCaseStore *self)
{
  g_autofree char *set = NULL;
  g_autofree char *parent = NULL;

  g_return_val_if_fail (JG_IS_CASE_STORE (self), NULL);

  set = jg_case_store_dup_setting (self, JG_CASE_SETTING_BACKUP_FOLDER);
  if (*set != '\0')
    return g_steal_pointer (&set);
  parent = g_path_get_dirname (self->path);
  return g_build_filename (parent, "backups", NULL);
}

static int
compare_made (gconstpointer a, gconstpointer b)
{
  const JgCaseBackup *one = *(const JgCaseBackup *const *) a;
  const JgCaseBackup *other = *(const JgCaseBackup *const *) b;

  return one->made > other->made ? -1 : one->made < other->made;
}

/* Looks at a copy. Returns FALSE when it is one of another store. */
static gboolean
look_at (JgCaseStore *self, JgCaseBackup *backup)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseDb) copy = jg_case_db_open_copy (backup->path, FALSE, &error);
  guint8 uid[JG_CASE_UID_BYTES];

  backup->n_cases = -1;
  if (copy == NULL || !jg_case_db_read_uid (copy, uid, &error) ||
      !jg_case_db_get_int (copy, "SELECT count(*) FROM summary", &backup->n_cases, &error))
    {
      backup->problem = g_strdup (error->message);
      return TRUE;
    }
  return self->db == NULL || memcmp (uid, self->uid, sizeof uid) == 0;
}

/* jg_case_store_list_backups:
 *
 * Lists the backups of this store in the folder where they go. May be called whatever the state of the store; while it
 * is locked, of the folder beside it.
 *
 * Returns: (transfer full) (element-type JgCaseBackup): the backups, newest first */
GPtrArray *
jg_case_store_list_backups (JgCaseStore *self)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_case_backup_free);
  g_autofree char *folder = jg_case_store_dup_backup_folder (self);
  g_autoptr (GDir) dir = NULL;
  const gint64 days = jg_case_store_get_number (self, JG_CASE_SETTING_BACKUP_DAYS);
  const char *name = NULL;

  g_return_val_if_fail (JG_IS_CASE_STORE (self), backups);

  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autoptr (JgCaseBackup) backup = g_new0 (JgCaseBackup, 1);

      backup->made = jg_case_copy_time (name);
      backup->expires = backup->made + days * DAY;
      backup->path = g_build_filename (folder, name, NULL);
      if (backup->made >= 0 && look_at (self, backup))
        g_ptr_array_add (backups, g_steal_pointer (&backup));
    }
  g_ptr_array_sort (backups, compare_made);
  return backups;
}

/* jg_case_store_is_backup_due:
 *
 * Returns: whether the store is unlocked, and no good backup was made today */
gboolean
jg_case_store_is_backup_due (JgCaseStore *self)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *today = NULL;

  g_return_val_if_fail (JG_IS_CASE_STORE (self), FALSE);

  if (self->state != JG_CASE_STORE_UNLOCKED)
    return FALSE;
  backups = jg_case_store_list_backups (self);
  today = jg_case_store_dup_today (self);
  for (guint i = 0; i < backups->len; i++)
    {
      const JgCaseBackup *backup = g_ptr_array_index (backups, i);
      g_autoptr (GDateTime) made = g_date_time_new_from_unix_local (backup->made);
      g_autofree char *day = made != NULL ? g_date_time_format (made, "%Y-%m-%d") : NULL;

      if (backup->n_cases >= 0 && g_strcmp0 (day, today) == 0)
        return FALSE;
    }
  return TRUE;
}

/* A copy that was made while the clock was in the future would never expire: from now on it is one of today. */
static void
date_anew (JgCaseStore *self, JgCaseBackup *backup, const char *folder)
{
  g_autofree char *path = jg_case_copy_name (folder, jg_case_store_now (self));

  if (g_rename (backup->path, path) != 0)
    g_debug ("%s could not be dated anew", backup->path);
}

/* Removes a folder of files, without going deeper. */
static gboolean
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  return g_rmdir (folder) == 0;
}

/* Removes damaged files that were set aside so long ago that a backup of that day would be gone. */
static guint
expire_damaged (JgCaseStore *self)
{
  g_autofree char *parent = g_path_get_dirname (self->path);
  g_autoptr (GDir) dir = g_dir_open (parent, 0, NULL);
  const gint64 days = jg_case_store_get_number (self, JG_CASE_SETTING_BACKUP_DAYS);
  const gint64 now = jg_case_store_now (self);
  const char *name = NULL;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      const gint64 made = jg_case_damaged_time (name);
      g_autofree char *path = g_build_filename (parent, name, NULL);

      if (made >= 0 && (made + days * DAY < now || made > now + 2 * DAY) && remove_folder (path))
        n++;
    }
  return n;
}

/* Removes the copies whose time is over, and those that are too many. */
static guint
expire (JgCaseStore *self)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *folder = NULL;
  const gint64 now = jg_case_store_now (self);
  const guint count = jg_case_store_get_number (self, JG_CASE_SETTING_BACKUP_COUNT);
  guint n_removed = 0;
  guint n_kept = 0;

  if (jg_case_store_get_clock_state (self) != JG_CASE_CLOCK_GOOD)
    return 0;
  backups = jg_case_store_list_backups (self);
  folder = jg_case_store_dup_backup_folder (self);
  for (guint i = 0; i < backups->len; i++)
    {
      JgCaseBackup *backup = g_ptr_array_index (backups, i);

      if (backup->made > now + 2 * DAY)
        date_anew (self, backup, folder);
      else if (n_kept < count && backup->expires >= now)
        n_kept++;
      else if (g_remove (backup->path) == 0)
        n_removed++;
      else
        g_warning ("%s could not be removed: %s", backup->path, g_strerror (errno));
    }
  if (n_removed > 0)
    jg_case_folder_sync (folder);
  return n_removed + expire_damaged (self);
}

/* Where the next backup goes. */
static char *
choose_path (JgCaseStore *self, GError **error)
{
  g_autofree char *folder = NULL;

  if (!jg_case_store_check_unlocked (self, error))
    return NULL;
  jg_case_store_keep_day (self);
  folder = jg_case_store_dup_backup_folder (self);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      jg_case_folder_fail (folder, errno, error);
      return NULL;
    }
  return jg_case_copy_name (folder, jg_case_store_now (self));
}

/* What is to be done when a backup is there. Locked meanwhile, the store does it after the next one. */
static guint
follow_up (JgCaseStore *self, gint64 n_cases)
{
  guint n = 0;

  if (self->state != JG_CASE_STORE_UNLOCKED)
    return 0;
  jg_case_store_write_deleted (self);
  n = expire (self);
  jg_case_store_log_later (self, JG_CASE_ACT_BACKUP, 0, n_cases);
  return n;
}

/* jg_case_store_back_up:
 * @n_expired: (out) (optional): how many older ones were removed after it
 *
 * Makes a backup, looks at every page of it, and then lets those go whose time is over: never the other way round.
 * None goes while the date of the computer is doubtful.
 *
 * Returns: (transfer full): its path; %NULL with JG_CASE_ERROR: LOCKED, DAMAGED or an error of writing */
char *
jg_case_store_back_up (JgCaseStore *self, guint *n_expired, GError **error)
{
  g_autofree char *path = NULL;
  gint64 n_cases = 0;
  guint n = 0;

  g_return_val_if_fail (JG_IS_CASE_STORE (self), NULL);

  path = choose_path (self, error);
  if (path == NULL || !jg_case_db_copy (self->db, path, &n_cases, error))
    return NULL;
  n = follow_up (self, n_cases);
  if (n_expired != NULL)
    *n_expired = n;
  return g_steal_pointer (&path);
}

/* A backup that is made beside other work. */
typedef struct
{
  JgCaseCopy *copy;
  char *path;
  gint64 n_cases;
} Making;

static void
making_free (Making *self)
{
  g_clear_pointer (&self->copy, jg_case_copy_free);
  g_free (self->path);
  g_free (self);
}

static void
finish_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Making *making = task_data;
  GError *error = NULL;

  if (jg_case_copy_finish (making->copy, &making->n_cases, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static gboolean
copy_some_cb (gpointer data)
{
  GTask *task = data;
  JgCaseStore *self = g_task_get_source_object (task);
  Making *making = g_task_get_task_data (task);
  GError *error = NULL;
  gboolean more = FALSE;

  if (g_task_return_error_if_cancelled (task))
    {
      self->copying = NULL;
      return G_SOURCE_REMOVE;
    }
  if (!jg_case_copy_step (making->copy, PAGES_AT_ONCE, &more, &error))
    {
      self->copying = NULL;
      g_task_return_error (task, error);
      return G_SOURCE_REMOVE;
    }
  if (more)
    return G_SOURCE_CONTINUE;
  self->copying = NULL;
  g_task_run_in_thread (task, finish_thread);
  return G_SOURCE_REMOVE;
}

/* jg_case_store_back_up_async:
 *
 * Does what jg_case_store_back_up() does, some pages at a time while nothing else is to be done, and looks at the copy in
 * another thread. The store can be used meanwhile, and what is saved meanwhile is in the backup. */
void
jg_case_store_back_up_async (JgCaseStore *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;
  Making *making = NULL;

  g_return_if_fail (JG_IS_CASE_STORE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, jg_case_store_back_up_async);
  if (self->copying != NULL)
    {
      g_task_return_new_error (task, JG_CASE_ERROR, JG_CASE_ERROR_BUSY, "正在备份，请稍候。");
      return;
    }
  making = g_new0 (Making, 1);
  g_task_set_task_data (task, making, (GDestroyNotify) making_free);
  making->path = choose_path (self, &error);
  if (making->path != NULL)
    making->copy = jg_case_copy_new (self->db, making->path, &error);
  if (making->copy == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  self->copying = making->copy;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, copy_some_cb, g_steal_pointer (&task), g_object_unref);
}

/* jg_case_store_back_up_finish:
 * @n_expired: (out) (optional): how many older ones were removed after it
 *
 * Returns: as jg_case_store_back_up(); also JG_CASE_ERROR_BUSY when one was being made already */
char *
jg_case_store_back_up_finish (JgCaseStore *self,
                              GAsyncResult *result,
                              guint *n_expired,
                              GError **error)
{
  Making *making = NULL;
  guint n = 0;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  making = g_task_get_task_data (G_TASK (result));
  n = follow_up (self, making->n_cases);
  if (n_expired != NULL)
    *n_expired = n;
  return g_strdup (making->path);
}

/* jg_case_store_count_traces:
 *
 * Returns: how many backups and damaged files lie where a store that is gone would have been */
guint
jg_case_store_count_traces (JgCaseStore *self)
{
  g_autofree char *parent = g_path_get_dirname (self->path);
  g_autofree char *backups = g_build_filename (parent, "backups", NULL);
  const char *const folders[] = { backups, parent };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autoptr (GDir) dir = g_dir_open (folders[i], 0, NULL);
      const char *name = NULL;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        if (jg_case_copy_time (name) >= 0 || jg_case_damaged_time (name) >= 0)
          n++;
    }
  return n;
}

/* jg_case_store_dup_last_trace:
 *
 * Tells after which day nothing of a case that is deleted now can be brought back: then the last backup that holds it
 * has expired, and the last damaged file that was set aside.
 *
 * Returns: (transfer full) (nullable): the day, YYYY-MM-DD; %NULL when there is no backup */
char *
jg_case_store_dup_last_trace (JgCaseStore *self)
{
  g_autoptr (GPtrArray) backups = jg_case_store_list_backups (self);
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *parent = g_path_get_dirname (self->path);
  g_autoptr (GDir) dir = g_dir_open (parent, 0, NULL);
  const gint64 days = jg_case_store_get_number (self, JG_CASE_SETTING_BACKUP_DAYS);
  const char *name = NULL;
  gint64 last = -1;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (jg_case_damaged_time (name) >= 0)
      last = MAX (last, jg_case_damaged_time (name) + days * DAY);
  for (guint i = 0; i < backups->len; i++)
    last = MAX (last, ((JgCaseBackup *) g_ptr_array_index (backups, i))->expires);
  if (last < 0)
    return NULL;
  time = g_date_time_new_from_unix_local (last);
  return time != NULL ? g_date_time_format (time, "%Y-%m-%d") : NULL;
}
