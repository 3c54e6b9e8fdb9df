/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-case-keyring.h"

#include <libsecret/secret.h>
#include <string.h>

#include "jg-case-keys-private.h"

#define LOOK_SECONDS 3   /* nobody waits longer for a convenience */
#define STORE_SECONDS 60 /* the desktop may ask for the keyring's own password */

static const SecretSchema schema = {
  "com.example.JobGuide.Cases",
  SECRET_SCHEMA_NONE,
  { { "store", SECRET_SCHEMA_ATTRIBUTE_STRING }, { NULL, 0 } },
};

/* Cancels what takes too long; the calls of libsecret do not end by themselves when the service hangs. */
typedef struct
{
  GMutex mutex;
  GCond cond;
  GCancellable *cancellable;
  gint64 end;
  gboolean over;
  GThread *thread;
} Watch;

static gpointer
watch_run (gpointer data)
{
  Watch *self = data;

  g_mutex_lock (&self->mutex);
  while (!self->over && g_cond_wait_until (&self->cond, &self->mutex, self->end))
    ;
  if (!self->over)
    g_cancellable_cancel (self->cancellable);
  g_mutex_unlock (&self->mutex);
  return NULL;
}

static void
watch_start (Watch *self, guint seconds)
{
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  self->cancellable = g_cancellable_new ();
  self->end = g_get_monotonic_time () + seconds * G_USEC_PER_SEC;
  self->over = FALSE;
  self->thread = g_thread_new ("keyring-watch", watch_run, self);
}

static void
watch_stop (Watch *self)
{
  g_mutex_lock (&self->mutex);
  self->over = TRUE;
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
  g_thread_join (self->thread);
  g_object_unref (self->cancellable);
  g_cond_clear (&self->cond);
  g_mutex_clear (&self->mutex);
}

static GHashTable *
make_attributes (JgCaseStore *self)
{
  g_autoptr (GString) uid = g_string_new (NULL);

  for (guint i = 0; i < sizeof self->uid; i++)
    g_string_append_printf (uid, "%02x", self->uid[i]);
  return secret_attributes_build (&schema, "store", uid->str, NULL);
}

/* What the keyring has for the store, if it is open; it is not asked to open. */
static SecretValue *
look_up (JgCaseStore *self)
{
  g_autoptr (GHashTable) attributes = make_attributes (self);
  g_autoptr (GError) error = NULL;
  SecretValue *value = NULL;
  GList *items = NULL;
  Watch watch;

  watch_start (&watch, LOOK_SECONDS);
  items = secret_service_search_sync (NULL, &schema, attributes, SECRET_SEARCH_LOAD_SECRETS,
                                      watch.cancellable, &error);
  watch_stop (&watch);
  if (error != NULL)
    g_debug ("No keyring: %s", error->message);
  for (GList *l = items; l != NULL && value == NULL; l = l->next)
    if (!secret_item_get_locked (l->data))
      value = secret_item_get_secret (l->data);
  g_list_free_full (items, g_object_unref);
  return value;
}

/* jg_case_store_has_keyring:
 *
 * Returns: whether somebody has let the keyring of a desktop unlock the store; may be called while it is locked */
gboolean
jg_case_store_has_keyring (JgCaseStore *self)
{
  g_autoptr (GPtrArray) slots = NULL;

  g_return_val_if_fail (JG_IS_CASE_STORE (self), FALSE);

  if (self->db == NULL)
    return FALSE;
  slots = jg_case_store_read_slots (self, JG_CASE_SLOT_KEYRING, -1);
  return slots->len > 0;
}

static gboolean
try_slots (GPtrArray *slots,
           JgCaseStore *self,
           SecretValue *value,
           guint8 *data,
           gint64 *counsellor)
{
  gsize length = 0;
  const char *secret = secret_value_get (value, &length);

  for (guint i = 0; i < slots->len; i++)
    {
      const JgCaseSlot *slot = g_ptr_array_index (slots, i);

      if (length == JG_CASE_KEY_BYTES &&
          jg_case_slot_open (slot, self->uid, secret, length, data, NULL))
        {
          *counsellor = slot->counsellor;
          return TRUE;
        }
    }
  return FALSE;
}

/* jg_case_store_unlock_with_keyring:
 *
 * Unlocks the store with what the keyring of the desktop has, as the counsellor who allowed it. Takes some seconds at
 * most, and never asks anybody anything.
 *
 * Returns: whether it is unlocked; otherwise JG_CASE_ERROR_NOT_FOUND, and the passphrase is to be asked, or an error of
 *   reading */
gboolean
jg_case_store_unlock_with_keyring (JgCaseStore *self, GError **error)
{
  g_autoptr (GPtrArray) slots = NULL;
  SecretValue *value = NULL;
  guint8 *data = NULL;
  gint64 counsellor = 0;
  gboolean done = FALSE;

  g_return_val_if_fail (JG_IS_CASE_STORE (self), FALSE);
  g_return_val_if_fail (self->state == JG_CASE_STORE_LOCKED, FALSE);

  slots = jg_case_store_read_slots (self, JG_CASE_SLOT_KEYRING, -1);
  if (slots->len > 0)
    value = look_up (self);
  if (value != NULL)
    {
      data = jg_case_seal_new_guarded (JG_CASE_KEY_BYTES, error);
      done = data != NULL && try_slots (slots, self, value, data, &counsellor);
      secret_value_unref (value);
    }
  if (done)
    done = jg_case_store_begin_session (self, data, counsellor, error);
  else if (error == NULL || *error == NULL)
    g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_NOT_FOUND, "请输入口令。");
  jg_case_seal_free_guarded (data);
  return done;
}

static gboolean
keep_in_keyring (JgCaseStore *self, const guint8 *secret, GError **error)
{
  g_autoptr (GHashTable) attributes = make_attributes (self);
  g_autoptr (GError) local = NULL;
  SecretValue *value =
      secret_value_new ((const char *) secret, JG_CASE_KEY_BYTES, "application/octet-stream");
  gboolean done;
  Watch watch;

  watch_start (&watch, STORE_SECONDS);
  done = secret_service_store_sync (NULL, &schema, attributes, SECRET_COLLECTION_DEFAULT,
                                    "JobGuide 服务档案", value, watch.cancellable, &local);
  watch_stop (&watch);
  secret_value_unref (value);
  if (!done)
    g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_NOT_FOUND,
                 "这个桌面没有可用的密码保管库，没有开启。仍用口令打开即可。");
  if (local != NULL)
    g_debug ("The keyring did not take it: %s", local->message);
  return done;
}

static void
drop_from_keyring (JgCaseStore *self)
{
  g_autoptr (GHashTable) attributes = make_attributes (self);
  g_autoptr (GError) error = NULL;
  Watch watch;

  watch_start (&watch, LOOK_SECONDS);
  if (!secret_service_clear_sync (NULL, &schema, attributes, watch.cancellable, &error) &&
      error != NULL)
    g_debug ("The keyring has it still: %s", error->message);
  watch_stop (&watch);
}

static gboolean
turn_on (JgCaseStore *self, GError **error)
{
  guint8 *secret = jg_case_seal_new_guarded (JG_CASE_KEY_BYTES, error);
  gboolean done = secret != NULL;

  if (done)
    {
      jg_case_seal_random (secret, JG_CASE_KEY_BYTES);
      done = keep_in_keyring (self, secret, error) && jg_case_store_begin (self, error);
    }
  if (done)
    {
      done = jg_case_store_replace_slot (self, JG_CASE_SLOT_KEYRING, self->counsellor, secret,
                                         JG_CASE_KEY_BYTES, error) &&
             jg_case_store_log (self, JG_CASE_ACT_KEYRING, 0, 1, error);
      done = jg_case_store_end (self, done, TRUE, error);
    }
  jg_case_seal_free_guarded (secret);
  return done;
}

/* jg_case_store_set_keyring:
 * @on: whether the keyring of this desktop may unlock the store for whoever has unlocked it now
 *
 * Lets the keyring keep a key of its own to the store, or no longer. Turned off, the slot is gone from the store, so that
 * what the keyring may still have opens nothing.
 *
 * Returns: whether it was done; otherwise JG_CASE_ERROR: NOT_FOUND when there is no keyring, INVALID after the recovery
 *   key, LOCKED or an error of writing */
gboolean
jg_case_store_set_keyring (JgCaseStore *self, gboolean on, GError **error)
{
  gboolean done;

  g_return_val_if_fail (JG_IS_CASE_STORE (self), FALSE);

  if (!jg_case_store_check_unlocked (self, error))
    return FALSE;
  if (on && self->counsellor == 0)
    {
      g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_INVALID,
                   "现在是用恢复密钥打开的，请先用口令打开，再开启随桌面登录解锁。");
      return FALSE;
    }
  if (on)
    return turn_on (self, error);
  if (!jg_case_store_begin (self, error))
    return FALSE;
  done = jg_case_db_exec (self->db, "DELETE FROM slot WHERE kind = 3", error) &&
         jg_case_store_log (self, JG_CASE_ACT_KEYRING, 0, 0, error);
  if (!jg_case_store_end (self, done, TRUE, error))
    return FALSE;
  drop_from_keyring (self);
  return TRUE;
}
