/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "jg-key-ring.h"

G_BEGIN_DECLS

typedef enum
{
  JG_SIGNATURE_NONE,    /* there is none */
  JG_SIGNATURE_UNKNOWN, /* by a key that nobody trusts here: it proves nothing */
  JG_SIGNATURE_BAD,     /* not of these bytes, or broken */
  JG_SIGNATURE_GOOD,    /* of these bytes, by a trusted key */
} JgSignatureState;

/* What a signature in minisign's format says of a file. */
typedef struct
{
  JgSignatureState state;
  char *key_id;     /* as minisign prints it; NULL where none could be read */
  char *key_name;   /* of a trusted key; else NULL */
  char *comment;    /* the trusted comment of a good signature; else NULL */
  guint64 sequence; /* the number in it that grows with every version; 0: it has none */
  char *problem;    /* what is wrong, in words; NULL of a good one */
} JgSignature;

#define JG_SIGNATURE_SUFFIX ".minisig"
#define JG_SIGNATURE_MAX_SIZE 4096

JgSignature *jg_signature_check (GBytes *data, const char *text, gsize length, JgKeyRing *keys);
JgSignature *jg_signature_check_file (const char *path, GBytes *data, JgKeyRing *keys);
gboolean jg_signature_check_newer (const JgSignature *self,
                                   const JgSignature *before,
                                   gboolean same_bytes,
                                   GError **error);
const char *jg_signature_state_nick (JgSignatureState state);
char *jg_signature_dup_words (const JgSignature *self);
void jg_signature_free (JgSignature *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgSignature, jg_signature_free)

G_END_DECLS
