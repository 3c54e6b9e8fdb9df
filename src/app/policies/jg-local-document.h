/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "catalogue/jg-local-pack.h"

G_BEGIN_DECLS

/* The form of a document of the office's own: its text, what it says of itself, and its clauses. */
#define JG_TYPE_LOCAL_DOCUMENT (jg_local_document_get_type ())
G_DECLARE_FINAL_TYPE (JgLocalDocument, jg_local_document, JG, LOCAL_DOCUMENT, AdwBin)

GtkWidget *jg_local_document_new (JgLocalPack *pack, const char *key);
gboolean jg_local_document_save (JgLocalDocument *self);
gboolean jg_local_document_is_changed (JgLocalDocument *self);

G_END_DECLS
