/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-local-pack.h"

G_BEGIN_DECLS

/* Shared by the jg-local-pack*.c files only. */

#define JG_LOCAL_PACK_MAX_UNDO 50

struct _JgLocalPack
{
  GObject parent_instance;

  JgCatalogue *base;
  char *folder;
  char *id;
  char *path;
  GBytes *bytes;  /* as on the disk; NULL where there is no file yet */
  JgPack *pack;   /* the same, read; never NULL */
  JsonNode *root; /* the same, for writing; immutable */
  gboolean writable;
  GPtrArray *undo; /* (element-type GBytes): earlier contents, the latest last */
  GPtrArray *redo;
};

void jg_local_pack_read_bytes (JgLocalPack *self, GBytes *bytes);
GBytes *jg_local_pack_write_root (JsonObject *root);
gboolean jg_local_pack_store (JgLocalPack *self, GBytes *bytes, GError **error);
gboolean jg_local_pack_put_away (JgLocalPack *self, GBytes *bytes, GError **error);
JsonObject *jg_local_pack_copy_root (JgLocalPack *self, const char *except);
GPtrArray *jg_local_pack_commit (JgLocalPack *self, JsonObject *root, const char *place);
GPtrArray *jg_local_problems_new (void);
void jg_local_problems_add (GPtrArray *problems, const char *field, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

G_END_DECLS
