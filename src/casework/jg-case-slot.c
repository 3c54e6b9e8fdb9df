/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-case-slot.h"

#include <sodium.h>
#include <string.h>

#include "jg-case-code.h"
#include "jg-case-error.h"

/* A third of a second on an office machine; each slot carries its own figures. */
static gint64 cost_operations = 3;
static gint64 cost_memory = 128 * 1024 * 1024;

/* A file from outside may ask for any cost: past this it is not paid. */
#define MAX_OPERATIONS 16
#define MAX_MEMORY (1024 * 1024 * 1024)

G_STATIC_ASSERT (JG_CASE_SALT_BYTES == crypto_pwhash_SALTBYTES);

/* jg_case_slot_set_cost:
 * @operations: passes of Argon2id
 * @memory: its bytes
 *
 * Sets what new slots cost to try. For tests, which would otherwise do little else. */
void
jg_case_slot_set_cost (gint64 operations, gint64 memory)
{
  cost_operations = operations;
  cost_memory = memory;
}

/* jg_case_slot_fold:
 * @passphrase: as it was typed
 *
 * Gives the same text for the same passphrase however an input method composed it (NFKC: full width
 * letters count as the plain ones).
 *
 * Returns: (transfer full): the text; wipe it */
char *
jg_case_slot_fold (const char *passphrase)
{
  char *folded = g_utf8_normalize (passphrase, -1, G_NORMALIZE_ALL_COMPOSE);

  return folded != NULL ? folded : g_strdup (passphrase);
}

static gboolean
derive (const JgCaseSlot *slot, const void *secret, gsize length, guint8 *key, GError **error)
{
  if (slot->kind == JG_CASE_SLOT_PASSPHRASE)
    {
      if (slot->operations >= (gint64) crypto_pwhash_OPSLIMIT_MIN &&
          slot->operations <= MAX_OPERATIONS &&
          slot->memory >= (gint64) crypto_pwhash_MEMLIMIT_MIN && slot->memory <= MAX_MEMORY &&
          crypto_pwhash (key, JG_CASE_KEY_BYTES, secret, length, slot->salt,
                         (unsigned long long) slot->operations, (size_t) slot->memory,
                         crypto_pwhash_ALG_ARGON2ID13) == 0)
        return TRUE;
      g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_MEMORY,
                   "内存不足，无法核对口令（需要 %" G_GINT64_FORMAT " MB）。请关闭其他程序后再试。",
                   slot->memory / (1024 * 1024));
      return FALSE;
    }
  crypto_generichash (key, JG_CASE_KEY_BYTES, secret, length, slot->salt, JG_CASE_SALT_BYTES);
  return TRUE;
}

static JgCaseAddress
address_of (const JgCaseSlot *self)
{
  /* Whose slot it is, is sealed with it: nobody can sign with another's name. */
  return (JgCaseAddress){ JG_CASE_PLACE_SLOT, self->id, self->counsellor };
}

/* jg_case_slot_new:
 * @id: a number no slot of the store has had
 * @counsellor: whose it is, 0 for the recovery key
 * @secret: a folded passphrase, a recovery key or the keyring's key
 * @key: the key to wrap
 *
 * Returns: (transfer full): the slot, or %NULL with JG_CASE_ERROR_MEMORY */
JgCaseSlot *
jg_case_slot_new (gint64 id,
                  gint64 counsellor,
                  JgCaseSlotKind kind,
                  const void *secret,
                  gsize length,
                  const JgCaseKey *key,
                  GError **error)
{
  g_autoptr (JgCaseSlot) self = g_new0 (JgCaseSlot, 1);
  JgCaseAddress address;
  guint8 wrapping[JG_CASE_KEY_BYTES];

  self->id = id;
  self->counsellor = counsellor;
  self->kind = kind;
  if (kind == JG_CASE_SLOT_PASSPHRASE)
    {
      self->operations = cost_operations;
      self->memory = cost_memory;
    }
  randombytes_buf (self->salt, JG_CASE_SALT_BYTES);
  if (!derive (self, secret, length, wrapping, error))
    return NULL;
  address = address_of (self);
  self->wrapped =
      jg_case_seal_wrap (wrapping, jg_case_key_get_uid (key), &address, jg_case_key_get_data (key));
  jg_case_wipe (wrapping, sizeof wrapping);
  return g_steal_pointer (&self);
}

/* jg_case_slot_copy:
 *
 * Returns: (transfer full): the same slot, for another thread */
JgCaseSlot *
jg_case_slot_copy (const JgCaseSlot *self)
{
  JgCaseSlot *copy = g_memdup2 (self, sizeof *self);

  copy->wrapped =
      g_bytes_new (g_bytes_get_data (self->wrapped, NULL), g_bytes_get_size (self->wrapped));
  return copy;
}

/* jg_case_slot_free:
 * @self: (transfer full): a slot */
void
jg_case_slot_free (JgCaseSlot *self)
{
  g_clear_pointer (&self->wrapped, g_bytes_unref);
  g_free (self);
}

/* jg_case_slot_open:
 * @uid: the store
 * @secret: what may open it
 * @data: (out): JG_CASE_KEY_BYTES of guarded memory
 *
 * Tries a secret on the slot. May be called in any thread.
 *
 * Returns: whether it opens; otherwise JG_CASE_ERROR_PASSPHRASE, or MEMORY when it could not be tried */
gboolean
jg_case_slot_open (const JgCaseSlot *self,
                   const guint8 *uid,
                   const void *secret,
                   gsize length,
                   guint8 *data,
                   GError **error)
{
  JgCaseAddress address = address_of (self);
  guint8 wrapping[JG_CASE_KEY_BYTES];
  gboolean done;

  if (!derive (self, secret, length, wrapping, error))
    return FALSE;
  done = jg_case_seal_unwrap (wrapping, uid, &address, g_bytes_get_data (self->wrapped, NULL),
                              g_bytes_get_size (self->wrapped), data);
  jg_case_wipe (wrapping, sizeof wrapping);
  if (!done)
    g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_PASSPHRASE, "不对，没有打开服务档案。");
  return done;
}
