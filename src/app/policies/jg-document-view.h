/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../jg-session.h"

G_BEGIN_DECLS

/* A document in full, one sentence of it lit. */
#define JG_TYPE_DOCUMENT_VIEW (jg_document_view_get_type ())
G_DECLARE_FINAL_TYPE (JgDocumentView, jg_document_view, JG, DOCUMENT_VIEW, AdwBin)

GtkWidget *jg_document_view_new (JgSession *session);
void jg_document_view_show (JgDocumentView *self, const char *key, guint line, const char *quote);
const char *jg_document_view_get_key (JgDocumentView *self);
const char *jg_document_view_get_quote (JgDocumentView *self);
guint jg_document_view_get_line (JgDocumentView *self);

G_END_DECLS
