/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-case-store-private.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "jg-case-code.h"

G_DEFINE_FINAL_TYPE (JgCaseStore, jg_case_store, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_STATE,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static gint64
wall_clock (gpointer data)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static void
jg_case_store_finalize (GObject *object)
{
  JgCaseStore *self = JG_CASE_STORE (object);

  jg_case_store_close (self);
  g_free (self->path);

  G_OBJECT_CLASS (jg_case_store_parent_class)->finalize (object);
}

static void
jg_case_store_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  JgCaseStore *self = JG_CASE_STORE (object);

  switch (id)
    {
    case PROP_STATE:
      g_value_set_uint (value, self->state);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
jg_case_store_class_init (JgCaseStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = jg_case_store_finalize;
  object_class->get_property = jg_case_store_get_property;

  properties[PROP_STATE] =
      g_param_spec_uint ("state", NULL, NULL, 0, JG_CASE_STORE_UNLOCKED, JG_CASE_STORE_CLOSED,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
jg_case_store_init (JgCaseStore *self)
{
  self->clock = wall_clock;
}

/* jg_case_store_new:
 * @path: the file, there or not; its folder should hold nothing else
 *
 * Returns: (transfer full): a store that is not opened yet */
JgCaseStore *
jg_case_store_new (const char *path)
{
  JgCaseStore *self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (JG_TYPE_CASE_STORE, NULL);
  self->path = g_strdup (path);
  return self;
}

/* jg_case_store_dup_default_path:
 *
 * Returns: (transfer full): where the cases of whoever is logged in lie */
char *
jg_case_store_dup_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "jobguide", "cases", "cases.db", NULL);
}

/* jg_case_store_get_path:
 *
 * Returns: (transfer none): the file */
const char *
jg_case_store_get_path (JgCaseStore *self)
{
  g_return_val_if_fail (JG_IS_CASE_STORE (self), NULL);

  return self->path;
}

/* jg_case_store_get_state:
 *
 * Returns: what can be done with the store now */
JgCaseStoreState
jg_case_store_get_state (JgCaseStore *self)
{
  g_return_val_if_fail (JG_IS_CASE_STORE (self), JG_CASE_STORE_CLOSED);

  return self->state;
}

/* jg_case_store_set_clock:
 *
 * Takes the time from elsewhere, for tests. */
void
jg_case_store_set_clock (JgCaseStore *self, JgCaseClock clock, gpointer data)
{
  self->clock = clock;
  self->clock_data = data;
}

/* jg_case_store_now:
 *
 * Returns: seconds since 1970, UTC */
gint64
jg_case_store_now (JgCaseStore *self)
{
  return self->clock (self->clock_data);
}

/* jg_case_store_dup_today:
 *
 * Returns: (transfer full): the day here, YYYY-MM-DD */
char *
jg_case_store_dup_today (JgCaseStore *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_local (jg_case_store_now (self));

  return now != NULL ? g_date_time_format (now, "%Y-%m-%d") : g_strdup ("1970-01-01");
}

/* jg_case_store_emit_changed:
 *
 * Says that cases are others than before. */
void
jg_case_store_emit_changed (JgCaseStore *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* jg_case_store_set_state:
 *
 * Says that the store is now in another state. */
void
jg_case_store_set_state (JgCaseStore *self, JgCaseStoreState state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
  jg_case_store_emit_changed (self);
}

/* jg_case_store_check_unlocked:
 *
 * Returns: whether cases can be read; otherwise JG_CASE_ERROR_LOCKED */
gboolean
jg_case_store_check_unlocked (JgCaseStore *self, GError **error)
{
  if (self->state == JG_CASE_STORE_UNLOCKED)
    return TRUE;
  g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_LOCKED, "服务档案已锁定，请先输入口令。");
  return FALSE;
}

/* jg_case_store_check_nothing_lost:
 *
 * Returns: whether there was never a store here; otherwise JG_CASE_ERROR_MISSING: to begin with an empty one would hide
 *   that it is gone */
gboolean
jg_case_store_check_nothing_lost (JgCaseStore *self, GError **error)
{
  g_autofree char *shown = g_filename_display_name (self->path);
  const guint n = jg_case_store_count_traces (self);

  if (n == 0)
    return TRUE;
  g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_MISSING,
               "服务档案“%s”不见了，但旁边有 %u "
               "份备份或移到一旁的损坏文件。请用备份恢复；没有另建空的档案库。",
               shown, n);
  return FALSE;
}

/* What follows when the file was opened, or was not. */
static gboolean
take_db (JgCaseStore *self, JgCaseDb *db, GError *problem, GError **error)
{
  if (db == NULL && g_error_matches (problem, JG_CASE_ERROR, JG_CASE_ERROR_MISSING))
    {
      g_error_free (problem);
      if (!jg_case_store_check_nothing_lost (self, error))
        return FALSE;
      jg_case_store_set_state (self, JG_CASE_STORE_ABSENT);
      return TRUE;
    }
  if (db == NULL)
    {
      g_propagate_error (error, problem);
      return FALSE;
    }
  self->db = db;
  if (!jg_case_db_read_uid (self->db, self->uid, error))
    {
      g_clear_pointer (&self->db, jg_case_db_close);
      return FALSE;
    }
  jg_case_store_set_state (self, JG_CASE_STORE_LOCKED);
  return TRUE;
}

/* jg_case_store_open:
 *
 * Looks at every page of the file and takes the lock. Afterwards the store is LOCKED, or ABSENT when
 * there is none yet.
 *
 * Returns: whether it could be opened, or there is none; otherwise JG_CASE_ERROR: MISSING, BUSY, FOREIGN, NEWER,
 *   DAMAGED, READ_ONLY, FULL, WRITE or MEMORY, and the file is as it was */
gboolean
jg_case_store_open (JgCaseStore *self, GError **error)
{
  GError *problem = NULL;
  JgCaseDb *db = NULL;

  g_return_val_if_fail (JG_IS_CASE_STORE (self), FALSE);
  g_return_val_if_fail (self->db == NULL, FALSE);

  if (!jg_case_seal_init (error))
    return FALSE;
  db = jg_case_db_open (self->path, &problem);
  return take_db (self, db, problem, error);
}

static void
open_thread (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  GError *error = NULL;
  JgCaseDb *db = NULL;

  if (jg_case_seal_init (&error))
    db = jg_case_db_open (path, &error);
  if (db != NULL)
    g_task_return_pointer (task, db, (GDestroyNotify) jg_case_db_close);
  else
    g_task_return_error (task, error);
}

/* jg_case_store_open_async:
 *
 * Does what jg_case_store_open() does, and looks at the pages in another thread; of many cases that takes a second. */
void
jg_case_store_open_async (JgCaseStore *self,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (JG_IS_CASE_STORE (self));
  g_return_if_fail (self->db == NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, jg_case_store_open_async);
  g_task_set_task_data (task, g_strdup (self->path), g_free);
  g_task_run_in_thread (task, open_thread);
}

/* jg_case_store_open_finish:
 *
 * Returns: as jg_case_store_open() */
gboolean
jg_case_store_open_finish (JgCaseStore *self, GAsyncResult *result, GError **error)
{
  GError *problem = NULL;
  JgCaseDb *db = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (self->db == NULL, FALSE);

  db = g_task_propagate_pointer (G_TASK (result), &problem);
  return take_db (self, db, problem, error);
}

/* jg_case_store_dup_mark:
 *
 * Returns: (transfer full): eight symbols that tell this store from others, for the recovery sheet */
char *
jg_case_store_dup_mark (JgCaseStore *self)
{
  guint64 id = 0;

  g_return_val_if_fail (JG_IS_CASE_STORE (self), NULL);
  g_return_val_if_fail (self->db != NULL, NULL);

  for (guint i = 0; i < 5; i++)
    id = (id << 8) | self->uid[i];
  return jg_case_code_from_id ((gint64) MAX (id >> 5, 1));
}

/* jg_case_store_begin_session:
 * @data: the key of the store
 * @counsellor: who opened it, 0 for the recovery key
 *
 * Reads what an unlocked store keeps in memory.
 *
 * Returns: whether it is unlocked; otherwise an error of reading */
gboolean
jg_case_store_begin_session (JgCaseStore *self,
                             const guint8 *data,
                             gint64 counsellor,
                             GError **error)
{
  self->key = jg_case_key_new (self->uid, data, error);
  if (self->key == NULL)
    return FALSE;
  self->counsellor = counsellor;
  self->counsellor_name = jg_case_store_dup_name (self, counsellor);
  self->pending = g_array_new (FALSE, FALSE, sizeof (JgCaseLine));
  if (!jg_case_store_load_summaries (self, error) || !jg_case_store_begin_trail (self, error) ||
      !jg_case_store_apply_deleted (self, error))
    {
      jg_case_store_lock (self);
      return FALSE;
    }
  jg_case_store_log_later (self, JG_CASE_ACT_UNLOCK, 0, self->n_failures);
  self->n_failures = 0;
  jg_case_store_keep_day (self);
  jg_case_store_set_state (self, JG_CASE_STORE_UNLOCKED);
  return TRUE;
}

/* jg_case_store_lock:
 *
 * Wipes the key and everything that was opened with it. Nothing is lost: what was saved is in the file. */
void
jg_case_store_lock (JgCaseStore *self)
{
  g_return_if_fail (JG_IS_CASE_STORE (self));

  if (self->key == NULL)
    return;
  jg_case_store_try_to_forget (self);
  jg_case_store_forget_summaries (self);
  g_clear_pointer (&self->pending, g_array_unref);
  self->n_missing = 0;
  g_clear_pointer (&self->key, jg_case_key_free);
  g_clear_pointer (&self->counsellor_name, g_free);
  self->counsellor = 0;
  jg_case_store_set_state (self, JG_CASE_STORE_LOCKED);
}

/* jg_case_store_close:
 *
 * Locks the store and lets other programs have it. */
void
jg_case_store_close (JgCaseStore *self)
{
  g_return_if_fail (JG_IS_CASE_STORE (self));

  jg_case_store_lock (self);
  if (self->copying != NULL)
    jg_case_copy_break_off (self->copying);
  g_clear_pointer (&self->db, jg_case_db_close);
  jg_case_store_set_state (self, JG_CASE_STORE_CLOSED);
}

/* jg_case_harden_process:
 *
 * Keeps the memory of this process out of core dumps, and lets it say so rather than end when a file may not grow; a
 * program calls it once before it opens a store. */
void
jg_case_harden_process (void)
{
  struct rlimit none = { 0, 0 };

  if (setrlimit (RLIMIT_CORE, &none) != 0)
    g_warning ("Core dumps could not be turned off");
  signal (SIGXFSZ, SIG_IGN);
}
