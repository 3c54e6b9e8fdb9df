/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define JG_KIOSK_LOCK_MIN_LENGTH 8 /* characters of a passphrase */
#define JG_KIOSK_LOCK_MAX_LENGTH 128

typedef enum
{
  JG_KIOSK_LOCK_OPEN,
  JG_KIOSK_LOCK_WRONG,
  JG_KIOSK_LOCK_WAIT, /* tried too often; the passphrase was not looked at */
} JgKioskLockAnswer;

/* What keeps a kiosk closed. It outlives the sessions, so that starting afresh gives no new tries. */
typedef struct
{
  char *hash; /* Argon2id; empty: nothing opens it */
  guint failures;
  gint64 closed_until; /* monotonic µs */
} JgKioskLock;

char *jg_kiosk_lock_hash (const char *passphrase);
gboolean jg_kiosk_lock_is_hash (const char *hash);
JgKioskLockAnswer
jg_kiosk_lock_try (JgKioskLock *self, const char *passphrase, gint64 now, guint *wait);

G_END_DECLS
