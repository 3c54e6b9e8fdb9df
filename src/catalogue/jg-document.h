/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* One line of a document as printed. Blank lines are not kept. */
typedef struct
{
  guint line;      /* line in the compilation, or in the local document */
  char *clause;    /* label of the clause it belongs to, or NULL before the first */
  char *text;      /* as printed */
  gboolean joined; /* TRUE when it continues the paragraph before it (recorded page-break repair) */
} JgParagraph;

typedef struct
{
  char *kind;     /* issues, explains, same-text, implements, prevails-over, cites */
  char *document; /* key, or NULL for a document that is not in the catalogue */
  char *number;   /* 文号 as cited, or NULL */
  char *quote;
  guint line;
} JgRelation;

/* A recorded conversion damage of one place of the text (data/sources/repairs.json). */
typedef struct
{
  char *kind;
  guint line;
  guint line_to;
  char *before;
  char *after; /* NULL when the repair is uncertain */
  char *reason;
} JgRepair;

/* A policy document. Fields are read-only after loading. Strings that may be NULL say so. */
typedef struct
{
  char *key;
  char *title;
  char *number;      /* 文号, NULL where the text prints none */
  char **issuers;    /* NULL-terminated */
  char *date;        /* date of issue, or NULL */
  char *region_code; /* GB/T 2260; 000000 is the whole country */
  char *region_name;
  char *kind; /* normative, interpretation, duplicate, occupation-notice, front-matter */
  char *provenance;
  char *commencement; /* date, or NULL; the words are in commencement_quote */
  char *commencement_quote;
  char *end;
  char *end_quote;
  guint first_line;
  guint last_line;
  GPtrArray *relations; /* (element-type JgRelation) */
  GPtrArray *
      paragraphs; /* (element-type JgParagraph); empty in lists, filled by jg_catalogue_get_document() */
  GPtrArray *repairs; /* (element-type JgRepair); likewise */
} JgDocument;

#define JG_TYPE_DOCUMENT (jg_document_get_type ())
GType jg_document_get_type (void);
JgDocument *jg_document_new (void);
JgDocument *jg_document_ref (JgDocument *self);
void jg_document_unref (JgDocument *self);
void jg_paragraph_free (JgParagraph *self);
char *jg_document_dup_prevailing (const JgDocument *self, const JgRelation *relation);
void jg_relation_free (JgRelation *self);
void jg_repair_free (JgRepair *self);
char *jg_document_dup_citation (const JgDocument *self, const char *clause);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgDocument, jg_document_unref)

G_END_DECLS
