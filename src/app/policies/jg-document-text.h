/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "catalogue/jg-document.h"

G_BEGIN_DECLS

/* The text of a document in a GtkTextBuffer, with an index of its printed characters, so that a
 * quote is found whatever white space stands between them. */
typedef struct _JgDocumentText JgDocumentText;

JgDocumentText *
jg_document_text_new (GtkTextBuffer *buffer, const JgDocument *document, GtkTextTag *clause_tag);
void jg_document_text_free (JgDocumentText *self);
gboolean jg_document_text_find (JgDocumentText *self,
                                const char *quote,
                                guint line,
                                guint line_to,
                                int *start,
                                int *end);
gboolean jg_document_text_find_line (JgDocumentText *self, guint line, int *start);
const char *jg_document_text_get_clause (JgDocumentText *self, int offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgDocumentText, jg_document_text_free)

G_END_DECLS
