/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-pack.h"

G_BEGIN_DECLS

#define JG_LOCAL_PACK_ERROR (jg_local_pack_error_quark ())

typedef enum
{
  JG_LOCAL_PACK_ERROR_READ, /* the file is there and cannot be read; nothing is written over it */
  JG_LOCAL_PACK_ERROR_DAMAGED, /* it is no pack; nothing is written over it */
  JG_LOCAL_PACK_ERROR_WRITE,   /* the change was not kept */
  JG_LOCAL_PACK_ERROR_IN_USE,  /* a measure rests on what was to be removed */
  JG_LOCAL_PACK_ERROR_GONE,    /* what was to be changed is not there */
} JgLocalPackError;

GQuark jg_local_pack_error_quark (void);

/* What keeps an item from being kept: the field it is about, as the pack calls it ("" for the whole), and what to do. */
typedef struct
{
  char *field;
  char *message;
} JgLocalProblem;

/* The documents and measures an office writes itself, as one pack in the folder of the user. Each change passes
 * the checks of every pack against the shipped catalogue, and is on the disk, before it counts. */
#define JG_TYPE_LOCAL_PACK (jg_local_pack_get_type ())
G_DECLARE_FINAL_TYPE (JgLocalPack, jg_local_pack, JG, LOCAL_PACK, GObject)

char *jg_local_pack_dup_default_folder (void);
JgLocalPack *jg_local_pack_new (JgCatalogue *base, const char *folder);
gboolean jg_local_pack_load (JgLocalPack *self, GError **error);
const char *jg_local_pack_get_id (JgLocalPack *self);
const char *jg_local_pack_get_path (JgLocalPack *self);
GBytes *jg_local_pack_get_bytes (JgLocalPack *self);
const JgPack *jg_local_pack_get_content (JgLocalPack *self);
gboolean jg_local_pack_is_empty (JgLocalPack *self);

char *jg_local_pack_dup_new_id (JgLocalPack *self);
const JgPackDocument *jg_local_pack_find_document (JgLocalPack *self, const char *key);
const JgPackMeasure *jg_local_pack_find_measure (JgLocalPack *self, const char *id);
JgPackDocument *jg_local_pack_dup_document (JgLocalPack *self, const char *key);
JgMeasure *jg_local_pack_dup_measure (JgLocalPack *self, const char *id);

GPtrArray *jg_local_pack_set_document (JgLocalPack *self, const JgPackDocument *document);
GPtrArray *jg_local_pack_set_measure (JgLocalPack *self, JgMeasure *measure);
GPtrArray *jg_local_pack_set_alias (JgLocalPack *self, const JgAlias *alias);
GPtrArray *jg_local_pack_set_office (JgLocalPack *self, const char *name);
gboolean jg_local_pack_remove_document (JgLocalPack *self, const char *key, GError **error);
gboolean jg_local_pack_remove_measure (JgLocalPack *self, const char *id, GError **error);
gboolean jg_local_pack_remove_alias (JgLocalPack *self,
                                     const char *occupation,
                                     const char *text,
                                     GError **error);

gboolean jg_local_pack_can_undo (JgLocalPack *self);
gboolean jg_local_pack_can_redo (JgLocalPack *self);
gboolean jg_local_pack_undo (JgLocalPack *self, GError **error);
gboolean jg_local_pack_redo (JgLocalPack *self, GError **error);

void jg_local_problem_free (JgLocalProblem *self);

G_END_DECLS
