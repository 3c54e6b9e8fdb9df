/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-catalogue.h"
#include "jg-key-ring.h"
#include "jg-signature.h"

G_BEGIN_DECLS

/* A pack of somebody else’s that is looked at before it is kept. */
typedef struct
{
  JgPackInfo *info;
  JgSignature *signature;
  GPtrArray *
      differences; /* (element-type JgPackDifference): against the one of this id that is kept, if any */
  GBytes *bytes;
  GBytes *signed_by; /* the signature's file as it came, or NULL */
  GBytes *before;    /* what it takes the place of, or NULL */
  char *folder;      /* where imported packs lie */
  char *path;        /* where it is kept */
} JgPackImport;

#define JG_PACK_IMPORT_ERROR (jg_pack_import_error_quark ())

typedef enum
{
  JG_PACK_IMPORT_ERROR_READ,    /* the file cannot be read */
  JG_PACK_IMPORT_ERROR_INVALID, /* it does not pass the checks; the message names the first places */
  JG_PACK_IMPORT_ERROR_SIGNATURE, /* its signature is not of it, or it is older than the one kept */
  JG_PACK_IMPORT_ERROR_WRITE,     /* nothing was kept */
  JG_PACK_IMPORT_ERROR_NOT_FOUND, /* no pack of this id was imported */
} JgPackImportError;

GQuark jg_pack_import_error_quark (void);

char *jg_pack_import_dup_default_folder (void);
JgPackImport *jg_pack_import_new (JgCatalogue *base,
                                  const char *folder,
                                  const char *path,
                                  JgKeyRing *keys,
                                  const char *as_of,
                                  GError **error);
gboolean jg_pack_import_keep (JgPackImport *self, GError **error);
gboolean jg_pack_import_undo (JgPackImport *self, GError **error);
gboolean jg_pack_import_take_back (const char *folder, const char *id, GError **error);
void jg_pack_import_free (JgPackImport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgPackImport, jg_pack_import_free)

G_END_DECLS
