/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "jg-pack.h"
#include "jg-signature.h"

G_BEGIN_DECLS

/* A set of packs with the documents they speak of: read, checked against each other and against the
 * text, replayed, and written as a catalogue. */
#define JG_TYPE_PACK_SET (jg_pack_set_get_type ())
G_DECLARE_FINAL_TYPE (JgPackSet, jg_pack_set, JG, PACK_SET, GObject)

/* How far a long work has come, from 0 to 1; called in the thread that does it. */
typedef void (*JgProgressFunc) (double fraction, gpointer user_data);

JgPackSet *jg_pack_set_new (void);
void jg_pack_set_set_progress (JgPackSet *self,
                               GCancellable *cancellable,
                               JgProgressFunc progress,
                               gpointer user_data);
void jg_pack_set_add_sources (JgPackSet *self, const char *folder);
void jg_pack_set_add_catalogue (JgPackSet *self, const char *path);
void jg_pack_set_add_file (JgPackSet *self, const char *path);
void jg_pack_set_add_bytes (JgPackSet *self,
                            const char *name,
                            GBytes *bytes,
                            JgSignatureState signature);
const char *jg_pack_set_get_base_id (JgPackSet *self);
gboolean jg_pack_set_is_cancelled (JgPackSet *self);
gboolean jg_pack_set_check (JgPackSet *self);
gboolean jg_pack_set_write (JgPackSet *self, const char *path, GError **error);
GPtrArray *jg_pack_set_get_errors (JgPackSet *self);
GPtrArray *jg_pack_set_get_packs (JgPackSet *self);
GPtrArray *jg_pack_set_get_documents (JgPackSet *self);
GPtrArray *jg_pack_set_get_occupations (JgPackSet *self);
GPtrArray *jg_pack_set_replay (JgPackSet *self, const char *until);

G_END_DECLS
