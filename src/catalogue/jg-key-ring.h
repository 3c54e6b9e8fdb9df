/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define JG_KEY_ID_BYTES 8
#define JG_KEY_BYTES 32

/* A public key that an administrator trusts. */
typedef struct
{
  guint8 id[JG_KEY_ID_BYTES];
  guint8 key[JG_KEY_BYTES];
  char *name; /* of its file, without .pub */
} JgTrustedKey;

/* The keys that packs may be signed with: files *.pub of minisign in a folder that the administrator keeps. */
#define JG_TYPE_KEY_RING (jg_key_ring_get_type ())
G_DECLARE_FINAL_TYPE (JgKeyRing, jg_key_ring, JG, KEY_RING, GObject)

const char *jg_key_ring_get_default_folder (void);
JgKeyRing *jg_key_ring_new (const char *folder);
GPtrArray *jg_key_ring_get_keys (JgKeyRing *self);
GPtrArray *jg_key_ring_get_problems (JgKeyRing *self);
char *jg_key_ring_dup_key_id (const guint8 *id);
gboolean jg_key_ring_decode (const char *line, const char *label, guint8 *bytes, gsize size);

G_END_DECLS
