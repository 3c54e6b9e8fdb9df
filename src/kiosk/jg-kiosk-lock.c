/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-kiosk-lock.h"

#include <sodium.h>
#include <string.h>

#define FREE_TRIES 3
#define FIRST_WAIT 30 /* seconds, doubled with each failure */
#define MAX_WAIT 1800

/* One try takes a small kiosk computer about a tenth of a second and this much memory. */
#define OPERATIONS 3
#define MEMORY (64 * 1024 * 1024)

/**
 * jg_kiosk_lock_hash:
 * @passphrase: words that are to end the kiosk
 *
 * Makes the Argon2id hash that goes into the settings.
 *
 * Returns: (transfer full) (nullable): the hash, or %NULL without the memory it needs
 */
char *
jg_kiosk_lock_hash (const char *passphrase)
{
  char hash[crypto_pwhash_STRBYTES];

  g_return_val_if_fail (passphrase != NULL, NULL);

  if (sodium_init () < 0 ||
      crypto_pwhash_str (hash, passphrase, strlen (passphrase), OPERATIONS, MEMORY) != 0)
    return NULL;
  return g_strdup (hash);
}

/**
 * jg_kiosk_lock_is_hash:
 * @hash: a setting
 *
 * Returns: whether it is a hash that jg_kiosk_lock_try() can compare with
 */
gboolean
jg_kiosk_lock_is_hash (const char *hash)
{
  return hash != NULL && g_str_has_prefix (hash, "$argon2id$") &&
         strlen (hash) < crypto_pwhash_STRBYTES;
}

static guint
get_wait (guint failures)
{
  guint doublings = failures - FREE_TRIES;

  return doublings > 10 ? MAX_WAIT : MIN (FIRST_WAIT << doublings, MAX_WAIT);
}

/**
 * jg_kiosk_lock_try:
 * @self: a lock
 * @passphrase: what was entered
 * @now: the time, monotonic µs
 * @wait: (out): seconds before the next try counts; 0 at once
 *
 * Tries a passphrase. From the third wrong one on the lock stays closed for a while, each time for twice as long.
 *
 * Returns: what came of it
 */
JgKioskLockAnswer
jg_kiosk_lock_try (JgKioskLock *self, const char *passphrase, gint64 now, guint *wait)
{
  g_return_val_if_fail (self != NULL && passphrase != NULL && wait != NULL, JG_KIOSK_LOCK_WRONG);

  *wait = 0;
  if (now < self->closed_until)
    {
      *wait = (guint) ((self->closed_until - now + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC);
      return JG_KIOSK_LOCK_WAIT;
    }
  if (sodium_init () >= 0 && jg_kiosk_lock_is_hash (self->hash) &&
      strlen (passphrase) <= JG_KIOSK_LOCK_MAX_LENGTH * 4 &&
      crypto_pwhash_str_verify (self->hash, passphrase, strlen (passphrase)) == 0)
    {
      self->failures = 0;
      return JG_KIOSK_LOCK_OPEN;
    }
  self->failures++;
  if (self->failures >= FREE_TRIES)
    {
      *wait = get_wait (self->failures);
      self->closed_until = now + (gint64) *wait * G_USEC_PER_SEC;
    }
  return JG_KIOSK_LOCK_WRONG;
}
