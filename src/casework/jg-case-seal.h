/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define JG_CASE_KEY_BYTES 32
#define JG_CASE_UID_BYTES 16
#define JG_CASE_LINK_BYTES 32
#define JG_CASE_TAG_BYTES 16

/* Where sealed bytes stand. The numbers are in every file ever written: only append. */
typedef enum
{
  JG_CASE_PLACE_SLOT = 1,
  JG_CASE_PLACE_COUNSELLOR = 2,
  JG_CASE_PLACE_SUMMARY = 3,
  JG_CASE_PLACE_CONTENT = 4,
  JG_CASE_PLACE_DRAFT = 5,
  JG_CASE_PLACE_TOMBSTONE = 6,
  JG_CASE_PLACE_AUDIT = 7,
  JG_CASE_PLACE_HEAD = 8,
  JG_CASE_PLACE_NOTICE = 9,
  JG_CASE_PLACE_SETTING = 10,
  JG_CASE_PLACE_FIGURES = 11,
  JG_CASE_PLACE_ID_NUMBER = 12,
  JG_CASE_PLACE_DELETED = 13,
} JgCasePlace;

/* The address of sealed bytes: what was sealed for one opens at no other. */
typedef struct
{
  JgCasePlace place;
  gint64 id;
  gint64 revision; /* 0 where there is none */
} JgCaseAddress;

/* The key of a store and what is derived from it, in guarded memory that is never swapped and is
 * wiped when it is freed. */
typedef struct _JgCaseKey JgCaseKey;

gboolean jg_case_seal_init (GError **error);

JgCaseKey *jg_case_key_new (const guint8 *uid, const guint8 *data, GError **error);
void jg_case_key_free (JgCaseKey *self);
const guint8 *jg_case_key_get_uid (const JgCaseKey *self);
const guint8 *jg_case_key_get_data (const JgCaseKey *self);

GBytes *jg_case_key_seal (const JgCaseKey *self,
                          const JgCaseAddress *address,
                          const void *plain,
                          gsize length,
                          gsize block);
guint8 *jg_case_key_open (const JgCaseKey *self,
                          const JgCaseAddress *address,
                          const void *sealed,
                          gsize sealed_length,
                          gsize block,
                          gsize *length);
void jg_case_key_link (const JgCaseKey *self,
                       const guint8 *previous,
                       gint64 number,
                       const void *entry,
                       gsize length,
                       guint8 *link);

GBytes *jg_case_seal_wrap (const guint8 *key,
                           const guint8 *uid,
                           const JgCaseAddress *address,
                           const guint8 *data);
gboolean jg_case_seal_unwrap (const guint8 *key,
                              const guint8 *uid,
                              const JgCaseAddress *address,
                              const void *wrapped,
                              gsize length,
                              guint8 *data);

void jg_case_seal_random (void *bytes, gsize length);
guint8 *jg_case_seal_new_guarded (gsize length, GError **error);
void jg_case_seal_free_guarded (guint8 *bytes);
void jg_case_seal_tag (const guint8 *uid, const char *text, guint8 *tag);

void jg_case_wipe (void *block, gsize length);
void jg_case_wipe_free (void *block, gsize length);
void jg_case_wipe_text (char *text);
GBytes *jg_case_wiping_bytes (void *block, gsize allocated, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgCaseKey, jg_case_key_free)

G_END_DECLS
