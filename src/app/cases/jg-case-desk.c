/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The store: opening, locking, and work in another thread. jg-case-desk-unlock.c makes and unlocks it, and in
 * jg-case-desk-session.c, jg-case-desk-cases.c and jg-case-desk-away.c is what of the sitting is in it. */

#include "jg-case-desk-private.h"

G_DEFINE_FINAL_TYPE (JgCaseDesk, jg_case_desk, G_TYPE_OBJECT)

enum
{
  CHANGED,
  LOCKING,
  DRAFT_FOUND,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
jg_case_desk_dispose (GObject *object)
{
  JgCaseDesk *self = JG_CASE_DESK (object);

  if (self->store != NULL && !self->working)
    {
      jg_case_desk_write_now (self);
      jg_case_store_close (self->store);
    }
  jg_case_desk_forget_session (self);
  g_clear_object (&self->store);
  g_clear_object (&self->session);
  g_clear_error (&self->open_error);
  g_clear_pointer (&self->trouble, g_free);

  G_OBJECT_CLASS (jg_case_desk_parent_class)->dispose (object);
}

static guint
add_signal (GObjectClass *klass, const char *name)
{
  return g_signal_new (name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 0);
}

static void
jg_case_desk_class_init (JgCaseDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = jg_case_desk_dispose;

  signals[CHANGED] = add_signal (object_class, "changed");
  signals[LOCKING] = add_signal (object_class, "locking");
  signals[DRAFT_FOUND] = add_signal (object_class, "draft-found");
}

static void
jg_case_desk_init (JgCaseDesk *self)
{
}

/**
 * jg_case_desk_new:
 * @session: what the pages share
 * @path: (nullable): the file of the store, or %NULL for that of whoever is logged in
 *
 * Makes the desk. Nothing is opened yet.
 *
 * Returns: (transfer full): the desk
 */
JgCaseDesk *
jg_case_desk_new (JgSession *session, const char *path)
{
  JgCaseDesk *self;
  g_autofree char *usual = path == NULL ? jg_case_store_dup_default_path () : NULL;

  g_return_val_if_fail (JG_IS_SESSION (session), NULL);

  self = g_object_new (JG_TYPE_CASE_DESK, NULL);
  self->session = g_object_ref (session);
  self->store = jg_case_store_new (path != NULL ? path : usual);
  jg_case_desk_follow_session (self);
  return self;
}

/**
 * jg_case_desk_get_store:
 * @self: a desk
 *
 * Gets the store. It is not to be touched while the desk is working.
 *
 * Returns: (transfer none): the store
 */
JgCaseStore *
jg_case_desk_get_store (JgCaseDesk *self)
{
  g_return_val_if_fail (JG_IS_CASE_DESK (self), NULL);

  return self->store;
}

/**
 * jg_case_desk_get_session:
 * @self: a desk
 *
 * Gets what the pages share.
 *
 * Returns: (transfer none): the session
 */
JgSession *
jg_case_desk_get_session (JgCaseDesk *self)
{
  g_return_val_if_fail (JG_IS_CASE_DESK (self), NULL);

  return self->session;
}

/**
 * jg_case_desk_dup_today:
 * @self: a desk
 *
 * Gets the day of the machine’s calendar, whatever date a session practises with.
 *
 * Returns: (transfer full): YYYY-MM-DD
 */
char *
jg_case_desk_dup_today (JgCaseDesk *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

/* jg_case_desk_say_changed:
 *
 * Says that something the desk tells is different. */
void
jg_case_desk_say_changed (JgCaseDesk *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * jg_case_desk_say_again:
 * @self: a desk
 *
 * Lets everybody look anew: something of the store was decided that the desk does not follow.
 */
void
jg_case_desk_say_again (JgCaseDesk *self)
{
  g_return_if_fail (JG_IS_CASE_DESK (self));

  jg_case_desk_say_changed (self);
}

/* jg_case_desk_say_found:
 *
 * Says that a sitting that was broken off waits. */
void
jg_case_desk_say_found (JgCaseDesk *self)
{
  g_signal_emit (self, signals[DRAFT_FOUND], 0);
}

/**
 * jg_case_desk_get_state:
 * @self: a desk
 *
 * Gets what can be done with the store.
 *
 * Returns: its state
 */
JgCaseStoreState
jg_case_desk_get_state (JgCaseDesk *self)
{
  g_return_val_if_fail (JG_IS_CASE_DESK (self), JG_CASE_STORE_CLOSED);

  return jg_case_store_get_state (self->store);
}

/**
 * jg_case_desk_is_working:
 * @self: a desk
 *
 * Tells whether another thread has the store.
 *
 * Returns: %TRUE while nobody else may touch it
 */
gboolean
jg_case_desk_is_working (JgCaseDesk *self)
{
  g_return_val_if_fail (JG_IS_CASE_DESK (self), FALSE);

  return self->working;
}

/**
 * jg_case_desk_get_open_error:
 * @self: a desk
 *
 * Gets why the store could not be opened.
 *
 * Returns: (transfer none) (nullable): a #JgCaseError, or %NULL when it could
 */
const GError *
jg_case_desk_get_open_error (JgCaseDesk *self)
{
  g_return_val_if_fail (JG_IS_CASE_DESK (self), NULL);

  return self->open_error;
}

/**
 * jg_case_desk_get_trouble:
 * @self: a desk
 *
 * Gets what went wrong and has not been read yet.
 *
 * Returns: (transfer none) (nullable): in words
 */
const char *
jg_case_desk_get_trouble (JgCaseDesk *self)
{
  g_return_val_if_fail (JG_IS_CASE_DESK (self), NULL);

  return self->trouble;
}

/**
 * jg_case_desk_set_trouble:
 * @self: a desk
 * @text: (nullable): what went wrong and what to do, or %NULL when it is over or was read
 *
 * Lets the window say what went wrong until somebody has read it.
 */
void
jg_case_desk_set_trouble (JgCaseDesk *self, const char *text)
{
  g_return_if_fail (JG_IS_CASE_DESK (self));

  if (g_strcmp0 (text, self->trouble) == 0)
    return;
  g_free (self->trouble);
  self->trouble = g_strdup (text);
  jg_case_desk_say_changed (self);
}

/* jg_case_desk_set_working:
 *
 * Says whether another thread has the store. */
void
jg_case_desk_set_working (JgCaseDesk *self, gboolean working)
{
  self->working = working;
  jg_case_desk_say_changed (self);
}

/* jg_case_desk_take_open_error:
 * @error: (nullable) (transfer full): why the store could not be opened
 *
 * Keeps it, and lets the window say it. */
void
jg_case_desk_take_open_error (JgCaseDesk *self, GError *error)
{
  g_clear_error (&self->open_error);
  self->open_error = error;
  jg_case_desk_set_trouble (self, error != NULL ? error->message : NULL);
  jg_case_desk_say_changed (self);
}

static void
opened_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (JgCaseDesk) self = JG_CASE_DESK (data);
  GError *error = NULL;

  self->working = FALSE;
  jg_case_store_open_finish (self->store, result, &error);
  jg_case_desk_take_open_error (self, error);
  if (jg_case_store_get_state (self->store) == JG_CASE_STORE_LOCKED)
    jg_case_desk_unlock_with_keyring (self);
}

/**
 * jg_case_desk_start:
 * @self: a desk whose store is closed
 *
 * Opens the store, in another thread. An office that never kept a case has no folder for them and gets none.
 */
void
jg_case_desk_start (JgCaseDesk *self)
{
  g_autofree char *folder = NULL;

  g_return_if_fail (JG_IS_CASE_DESK (self));

  folder = g_path_get_dirname (jg_case_store_get_path (self->store));
  if (self->working || jg_case_store_get_state (self->store) != JG_CASE_STORE_CLOSED ||
      !g_file_test (folder, G_FILE_TEST_EXISTS))
    return;
  jg_case_desk_set_working (self, TRUE);
  jg_case_store_open_async (self->store, NULL, opened_cb, g_object_ref (self));
}

/* Work for another thread. */
typedef struct
{
  JgCaseWork work;
  gpointer data;
  GDestroyNotify free_data;
} Work;

static void
work_free (Work *work)
{
  if (work->free_data != NULL)
    work->free_data (work->data);
  g_free (work);
}

static void
work_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Work *work = task_data;
  GError *error = NULL;

  if (work->work (JG_CASE_DESK (source)->store, work->data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * jg_case_desk_work_async:
 * @self: a desk that is not working
 * @work: what to do; it may read and write the store and must do nothing that lists of cases would show
 * @data: for @work
 * @free_data: frees @data
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Does something that takes long in another thread; meanwhile nobody else touches the store.
 */
void
jg_case_desk_work_async (JgCaseDesk *self,
                         JgCaseWork work,
                         gpointer data,
                         GDestroyNotify free_data,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Work *item;

  g_return_if_fail (JG_IS_CASE_DESK (self));
  g_return_if_fail (!self->working);

  item = g_new0 (Work, 1);
  *item = (Work){ work, data, free_data };
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, jg_case_desk_work_async);
  g_task_set_task_data (task, item, (GDestroyNotify) work_free);
  jg_case_desk_set_working (self, TRUE);
  g_task_run_in_thread (task, work_thread);
}

/**
 * jg_case_desk_work_finish:
 * @self: a desk
 * @result: what the callback got
 * @error: return location for the error of the work
 *
 * Ends work; the store is free again.
 *
 * Returns: what the work returned
 */
gboolean
jg_case_desk_work_finish (JgCaseDesk *self, GAsyncResult *result, GError **error)
{
  gboolean done;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  done = g_task_propagate_boolean (G_TASK (result), error);
  jg_case_desk_set_working (self, FALSE);
  if (self->must_lock)
    jg_case_desk_lock (self);
  return done;
}

/**
 * jg_case_desk_lock:
 * @self: a desk
 *
 * Seals the sitting, takes what is shown of it away, and locks the store. It comes back when the same counsellor
 * unlocks the store.
 */
void
jg_case_desk_lock (JgCaseDesk *self)
{
  g_return_if_fail (JG_IS_CASE_DESK (self));

  self->must_lock = self->working;
  if (self->working || jg_case_store_get_state (self->store) != JG_CASE_STORE_UNLOCKED)
    return;
  g_signal_emit (self, signals[LOCKING], 0);
  jg_case_desk_put_away (self);
  jg_case_store_lock (self->store);
  jg_case_desk_say_changed (self);
}
