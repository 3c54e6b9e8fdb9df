/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Making the store, and unlocking it. */

#include "jg-case-desk-private.h"

#include <glib/gi18n.h>

#include "casework/jg-case-backup.h"
#include "casework/jg-case-keyring.h"
#include "casework/jg-case-office.h"
#include "casework/jg-case-seal.h"

/* What making a store needs, and what comes of it. */
typedef struct
{
  char *path;
  char *name;
  char *passphrase;
  char *recovery;
} Creation;

static void
creation_free (Creation *creation)
{
  g_free (creation->path);
  g_free (creation->name);
  jg_case_wipe_text (creation->passphrase);
  jg_case_wipe_text (creation->recovery);
  g_free (creation);
}

/* A store of its own makes the file: one thread uses one. */
static void
create_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Creation *creation = task_data;
  g_autoptr (JgCaseStore) store = jg_case_store_new (creation->path);
  GError *error = NULL;

  if (jg_case_store_create (store, creation->name, creation->passphrase, &creation->recovery,
                            &error))
    {
      jg_case_store_close (store);
      g_task_return_boolean (task, TRUE);
    }
  else
    g_task_return_error (task, error);
}

/**
 * jg_case_desk_create_async:
 * @self: a desk without a store
 * @name: the first counsellor
 * @passphrase: of that counsellor
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Makes the store, in another thread.
 */
void
jg_case_desk_create_async (JgCaseDesk *self,
                           const char *name,
                           const char *passphrase,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Creation *creation;

  g_return_if_fail (JG_IS_CASE_DESK (self));
  g_return_if_fail (!self->working);

  creation = g_new0 (Creation, 1);
  creation->path = g_strdup (jg_case_store_get_path (self->store));
  creation->name = g_strdup (name);
  creation->passphrase = g_strdup (passphrase);
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, jg_case_desk_create_async);
  g_task_set_task_data (task, creation, (GDestroyNotify) creation_free);
  jg_case_desk_set_working (self, TRUE);
  g_task_run_in_thread (task, create_thread);
}

/**
 * jg_case_desk_create_finish:
 * @self: a desk
 * @result: what the callback got
 * @error: return location for a #JgCaseError
 *
 * Ends making the store. It is there and locked.
 *
 * Returns: (transfer full) (nullable): the recovery key, to be shown once and wiped; %NULL when no store was made
 */
char *
jg_case_desk_create_finish (JgCaseDesk *self, GAsyncResult *result, GError **error)
{
  Creation *creation;
  GError *problem = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  self->working = FALSE;
  if (!g_task_propagate_boolean (G_TASK (result), error))
    {
      jg_case_desk_say_changed (self);
      return NULL;
    }
  creation = g_task_get_task_data (G_TASK (result));
  if (jg_case_store_get_state (self->store) == JG_CASE_STORE_ABSENT)
    jg_case_store_close (self->store);
  /* The pages are new: looking at them takes no time. */
  jg_case_store_open (self->store, &problem);
  jg_case_desk_take_open_error (self, problem);
  return g_steal_pointer (&creation->recovery);
}

static void
backed_up_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (JgCaseDesk) self = JG_CASE_DESK (data);
  g_autoptr (GError) error = NULL;
  g_autofree char *path =
      jg_case_store_back_up_finish (JG_CASE_STORE (object), result, NULL, &error);

  if (path == NULL && self->store != NULL &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) &&
      jg_case_store_get_state (self->store) == JG_CASE_STORE_UNLOCKED)
    {
      g_autofree char *text =
          g_strdup_printf (_ ("Today’s backup was not made. %s"), error->message);

      jg_case_desk_set_trouble (self, text);
    }
}

/* The store is unlocked: brings back what was put away, and makes the backup of the day. */
static void
begin (JgCaseDesk *self)
{
  jg_case_desk_bring_back (self);
  if (jg_case_desk_doubts_clock (self))
    jg_case_desk_set_trouble (
        self, _ ("The date of this computer is far from that of the last use. Until somebody has "
                 "looked at it, no backup goes because it is old."));
  if (jg_case_store_is_backup_due (self->store))
    jg_case_store_back_up_async (self->store, NULL, backed_up_cb, g_object_ref (self));
  jg_case_desk_say_changed (self);
}

/**
 * jg_case_desk_doubts_clock:
 * @self: a desk
 *
 * Tells whether the date of the computer cannot be right, or was not for long.
 *
 * Returns: %TRUE until somebody has confirmed it
 */
gboolean
jg_case_desk_doubts_clock (JgCaseDesk *self)
{
  g_return_val_if_fail (JG_IS_CASE_DESK (self), FALSE);

  return !self->working && jg_case_store_get_clock_state (self->store) != JG_CASE_CLOCK_GOOD;
}

/**
 * jg_case_desk_confirm_clock:
 * @self: a desk whose store is unlocked
 *
 * Says that the date of the computer is right.
 */
void
jg_case_desk_confirm_clock (JgCaseDesk *self)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (JG_IS_CASE_DESK (self));
  g_return_if_fail (!self->working);

  jg_case_store_confirm_clock (self->store, &error);
  jg_case_desk_set_trouble (self, error != NULL ? error->message : NULL);
}

/**
 * jg_case_desk_take_rescued:
 * @self: a desk whose damaged store was saved
 *
 * Goes on with the store that was made of it, which is unlocked.
 */
void
jg_case_desk_take_rescued (JgCaseDesk *self)
{
  g_return_if_fail (JG_IS_CASE_DESK (self));

  jg_case_desk_take_open_error (self, NULL);
  begin (self);
}

static void
unlocked_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = G_TASK (data);
  JgCaseDesk *self = g_task_get_source_object (task);
  GError *error = NULL;

  self->working = FALSE;
  if (!jg_case_store_unlock_finish (self->store, result, &error))
    {
      jg_case_desk_say_changed (self);
      g_task_return_error (task, error);
      return;
    }
  begin (self);
  g_task_return_boolean (task, TRUE);
}

/**
 * jg_case_desk_unlock_async:
 * @self: a desk whose store is locked
 * @name: (nullable): the counsellor
 * @passphrase: of that counsellor
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Unlocks the store, and brings back what was put away when it was locked.
 */
void
jg_case_desk_unlock_async (JgCaseDesk *self,
                           const char *name,
                           const char *passphrase,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task;

  g_return_if_fail (JG_IS_CASE_DESK (self));
  g_return_if_fail (!self->working);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, jg_case_desk_unlock_async);
  jg_case_desk_set_working (self, TRUE);
  jg_case_store_unlock_async (self->store, name, passphrase, NULL, unlocked_cb, task);
}

/**
 * jg_case_desk_unlock_finish:
 * @self: a desk
 * @result: what the callback got
 * @error: return location for a #JgCaseError
 *
 * Ends unlocking.
 *
 * Returns: whether it is unlocked
 */
gboolean
jg_case_desk_unlock_finish (JgCaseDesk *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * jg_case_desk_unlock_with_recovery:
 * @self: a desk whose store is locked
 * @recovery: what stands on the recovery sheet
 * @error: return location for a #JgCaseError
 *
 * Unlocks the store without a passphrase, so that a counsellor can get a new one.
 *
 * Returns: whether it is unlocked
 */
gboolean
jg_case_desk_unlock_with_recovery (JgCaseDesk *self, const char *recovery, GError **error)
{
  g_return_val_if_fail (JG_IS_CASE_DESK (self), FALSE);
  g_return_val_if_fail (!self->working, FALSE);

  if (!jg_case_store_unlock_with_recovery (self->store, recovery, error))
    return FALSE;
  begin (self);
  return TRUE;
}

/**
 * jg_case_desk_unlock_with_keyring:
 * @self: a desk whose store is locked
 *
 * Unlocks the store with what the desktop’s keyring holds, where a counsellor turned that on.
 *
 * Returns: whether it is unlocked
 */
gboolean
jg_case_desk_unlock_with_keyring (JgCaseDesk *self)
{
  g_return_val_if_fail (JG_IS_CASE_DESK (self), FALSE);

  if (self->working || !jg_case_store_has_keyring (self->store) ||
      !jg_case_store_unlock_with_keyring (self->store, NULL))
    return FALSE;
  begin (self);
  return TRUE;
}
