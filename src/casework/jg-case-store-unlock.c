/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Unlocking with a passphrase. To try one takes a third of a second on purpose, so that it can be done in
 * another thread. */

#include "jg-case-keys-private.h"

#include <string.h>

/* What one try needs; nothing of it is shared with the store. */
typedef struct
{
  GPtrArray *slots; /* (element-type JgCaseSlot) */
  guint8 uid[JG_CASE_UID_BYTES];
  char *secret;
  guint8 *data; /* guarded; filled when a slot opened */
  gint64 counsellor;
} Try;

static void
try_free (Try *try)
{
  g_ptr_array_unref (try->slots);
  jg_case_wipe_free (try->secret, strlen (try->secret));
  jg_case_seal_free_guarded (try->data);
  g_free (try);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Try, try_free)

static Try *
try_new (JgCaseStore *self, gint64 counsellor, const char *passphrase, GError **error)
{
  g_autoptr (Try) try = g_new0 (Try, 1);

  try->slots = jg_case_store_read_slots (self, JG_CASE_SLOT_PASSPHRASE, counsellor);
  memcpy (try->uid, self->uid, sizeof try->uid);
  try->secret = jg_case_slot_fold (passphrase);
  try->data = jg_case_seal_new_guarded (JG_CASE_KEY_BYTES, error);
  return try->data != NULL ? g_steal_pointer (&try) : NULL;
}

static gboolean
try_run (Try *try, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < try->slots->len; i++)
    {
      const JgCaseSlot *slot = g_ptr_array_index (try->slots, i);
      g_autoptr (GError) local = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (jg_case_slot_open (slot, try->uid, try->secret, strlen (try->secret), try->data, &local))
        {
          try->counsellor = slot->counsellor;
          return TRUE;
        }
      if (!g_error_matches (local, JG_CASE_ERROR, JG_CASE_ERROR_PASSPHRASE))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
    }
  g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_PASSPHRASE,
               "口令或姓名不对，没有打开服务档案。忘记口令时，可用恢复单上的恢复密钥。");
  return FALSE;
}

/* jg_case_store_needs_name:
 *
 * Returns: whether several counsellors can unlock the store, so that the name has to be given too: who
 *   opened a case must be true in the audit trail */
gboolean
jg_case_store_needs_name (JgCaseStore *self)
{
  g_autoptr (GPtrArray) slots = NULL;

  g_return_val_if_fail (JG_IS_CASE_STORE (self), FALSE);

  if (self->db == NULL)
    return FALSE;
  slots = jg_case_store_read_slots (self, JG_CASE_SLOT_PASSPHRASE, -1);
  return slots->len > 1;
}

/* The counsellor to try: by name, or everybody (-1) when there is one. An unknown name is tried on no
 * slot, and answered as a wrong passphrase. */
static gboolean
choose_counsellor (JgCaseStore *self, const char *name, gint64 *counsellor, GError **error)
{
  *counsellor = -1;
  if (name != NULL && *name != '\0')
    {
      *counsellor = jg_case_store_find_counsellor (self, name);
      return TRUE;
    }
  if (!jg_case_store_needs_name (self))
    return TRUE;
  g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_INVALID,
               "这份服务档案由几位职业指导员共用，请同时写姓名。");
  return FALSE;
}

/* jg_case_store_unlock:
 * @name: (nullable): the counsellor; may be left out when there is one only
 * @passphrase: of that counsellor
 *
 * Unlocks the store.
 *
 * Returns: whether it is unlocked; otherwise JG_CASE_ERROR_PASSPHRASE, INVALID when the name is needed,
 *   MEMORY, or an error of reading */
gboolean
jg_case_store_unlock (JgCaseStore *self, const char *name, const char *passphrase, GError **error)
{
  g_autoptr (Try) try = NULL;
  gint64 counsellor = -1;

  g_return_val_if_fail (JG_IS_CASE_STORE (self), FALSE);
  g_return_val_if_fail (self->state == JG_CASE_STORE_LOCKED, FALSE);
  g_return_val_if_fail (passphrase != NULL, FALSE);

  if (!choose_counsellor (self, name, &counsellor, error))
    return FALSE;
  try = try_new (self, counsellor, passphrase, error);
  if (try == NULL)
    return FALSE;
  if (!try_run (try, NULL, error))
    {
      self->n_failures++;
      return FALSE;
    }
  return jg_case_store_begin_session (self, try->data, try->counsellor, error);
}

static void
unlock_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (try_run (task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* jg_case_store_unlock_async:
 *
 * Does what jg_case_store_unlock() does, and tries the passphrase in another thread. */
void
jg_case_store_unlock_async (JgCaseStore *self,
                            const char *name,
                            const char *passphrase,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  gint64 counsellor = -1;
  GError *error = NULL;
  Try *try = NULL;

  g_return_if_fail (JG_IS_CASE_STORE (self));
  g_return_if_fail (self->state == JG_CASE_STORE_LOCKED);
  g_return_if_fail (passphrase != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, jg_case_store_unlock_async);
  if (choose_counsellor (self, name, &counsellor, &error))
    try = try_new (self, counsellor, passphrase, &error);
  if (try == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_set_task_data (task, try, (GDestroyNotify) try_free);
  g_task_run_in_thread (task, unlock_thread);
}

/* jg_case_store_unlock_finish:
 *
 * Returns: as jg_case_store_unlock() */
gboolean
jg_case_store_unlock_finish (JgCaseStore *self, GAsyncResult *result, GError **error)
{
  Try *try = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    {
      self->n_failures++;
      return FALSE;
    }
  try = g_task_get_task_data (G_TASK (result));
  /* It may have been closed, or unlocked by another try, in the meantime. */
  if (self->state != JG_CASE_STORE_LOCKED || memcmp (self->uid, try->uid, sizeof try->uid) != 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "服务档案已关闭或已打开。");
      return FALSE;
    }
  return jg_case_store_begin_session (self, try->data, try->counsellor, error);
}

/* jg_case_store_check_passphrase:
 *
 * Returns: whether the passphrase is that of whoever unlocked the store; otherwise
 *   JG_CASE_ERROR_PASSPHRASE */
gboolean
jg_case_store_check_passphrase (JgCaseStore *self, const char *passphrase, GError **error)
{
  g_autoptr (Try) try = NULL;

  g_return_val_if_fail (passphrase != NULL, FALSE);

  try = try_new (self, self->counsellor, passphrase, error);
  return try != NULL && try_run (try, NULL, error);
}
