/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-catalogue.h"
#include "jg-signature.h"

G_BEGIN_DECLS

/* A pack as it lies in its file. The hash is that of these bytes, and these bytes are what is built. */
typedef struct
{
  char *id;
  char *path;
  char *sha256;
  GBytes *bytes;
  JgSignatureState signature; /* what the signature beside it says */
} JgKeptPack;

/* The packs that stand ready and are no part of the catalogue: each is a file ID.json in one of some
 * folders. A pack of an earlier folder hides one of the same id in a later one. */
#define JG_TYPE_PACK_SHELF (jg_pack_shelf_get_type ())
G_DECLARE_FINAL_TYPE (JgPackShelf, jg_pack_shelf, JG, PACK_SHELF, GObject)

JgPackShelf *jg_pack_shelf_new (void);
JgPackShelf *jg_pack_shelf_new_shipped (const char *catalogue_path);
void jg_pack_shelf_set_keys (JgPackShelf *self, JgKeyRing *keys);
void jg_pack_shelf_add_folder (JgPackShelf *self, const char *folder);
char **jg_pack_shelf_list_ids (JgPackShelf *self);
JgKeptPack *jg_pack_shelf_get (JgPackShelf *self, const char *id, GError **error);
JgPackInfo *jg_pack_shelf_get_info (JgPackShelf *self, const char *id, GError **error);

void jg_kept_pack_free (JgKeptPack *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgKeptPack, jg_kept_pack_free)

G_END_DECLS
