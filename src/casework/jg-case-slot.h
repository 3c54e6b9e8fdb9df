/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-case-seal.h"

G_BEGIN_DECLS

#define JG_CASE_SALT_BYTES 16

/* What opens a slot. The numbers are in every store: only append. */
typedef enum
{
  JG_CASE_SLOT_PASSPHRASE = 1,
  JG_CASE_SLOT_RECOVERY = 2, /* JG_CASE_RECOVERY_BYTES, from the sheet */
  JG_CASE_SLOT_KEYRING = 3,  /* JG_CASE_KEY_BYTES, kept by the desktop */
} JgCaseSlotKind;

/* The key of the store, wrapped under one secret. */
typedef struct
{
  gint64 id;
  gint64 counsellor; /* 0 for the recovery key */
  JgCaseSlotKind kind;
  guint8 salt[JG_CASE_SALT_BYTES];
  gint64 operations; /* of Argon2id; 0 for secrets that nobody can guess */
  gint64 memory;     /* bytes */
  GBytes *wrapped;
} JgCaseSlot;

JgCaseSlot *jg_case_slot_new (gint64 id,
                              gint64 counsellor,
                              JgCaseSlotKind kind,
                              const void *secret,
                              gsize length,
                              const JgCaseKey *key,
                              GError **error);
JgCaseSlot *jg_case_slot_copy (const JgCaseSlot *self);
void jg_case_slot_free (JgCaseSlot *self);
gboolean jg_case_slot_open (const JgCaseSlot *self,
                            const guint8 *uid,
                            const void *secret,
                            gsize length,
                            guint8 *data,
                            GError **error);

char *jg_case_slot_fold (const char *passphrase);
void jg_case_slot_set_cost (gint64 operations, gint64 memory);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgCaseSlot, jg_case_slot_free)

G_END_DECLS
