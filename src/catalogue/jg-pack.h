/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-catalogue.h"
#include "jg-json-reader.h"

G_BEGIN_DECLS

/* What one pack file says, parsed and checked by itself; references are not yet resolved.
 * Each statement keeps its JSON pointer, so that a later complaint can name the place. */

typedef struct
{
  char *clause;
  guint line;
  guint line_to;
} JgClause;

typedef struct
{
  char *pointer;
  JgDocument *document;
  char *file;         /* name in the sources folder, or NULL for a local document */
  char *text;         /* whole text; of a source file read by jg_sources_load_folder() */
  GPtrArray *clauses; /* (element-type JgClause), by line */
  guint commencement_line;
  guint end_line;
} JgPackDocument;

typedef struct
{
  char *pointer;
  char *id;
  char *name;
  char *code;    /* or NULL */
  char *edition; /* NULL without a code */
  char *origin;
  char **marks;
  char *definition;      /* or NULL */
  GPtrArray *tasks;      /* (element-type utf8) */
  GPtrArray *work_types; /* (element-type JgPackWorkType) */
  JgCitation *source;
  char *note; /* or NULL */
  char *provenance;
} JgPackOccupation;

typedef struct
{
  char *id;
  char *name;
  gboolean listed; /* printed with the entry; otherwise known only because a notice touches it */
  guint line;
} JgPackWorkType;

typedef struct
{
  char *pointer;
  char *id;
  char *kind;
  char *document;
  char *clause;
  guint line;
  char *quote;
  char *occupation;
  char *from;      /* rename, recode */
  char *to;        /* rename, recode; worktype-move, worktype-promote: occupation id */
  char *work_type; /* id */
  char *work_type_name;
  char **successors; /* occupation-cancel */
} JgOperation;

typedef struct
{
  char *pointer;
  char *occupation;
  char *edition;
  char *code; /* or NULL */
  char *name; /* or NULL */
  char **marks;
  char *relation;
  char *now_means; /* or NULL */
  char *note;      /* or NULL */
  char *provenance;
} JgPackCode;

typedef struct
{
  char *pointer;
  JgMeasure *measure;
  char *conditions; /* canonical JSON, or NULL */
  char *worker;     /* canonical JSON, or NULL */
  char *note;       /* or NULL */
} JgPackMeasure;

typedef struct
{
  char *pointer;
  JgFact *fact;
} JgPackFact;

typedef struct
{
  char *pointer;
  JgOccupationClass *class;
} JgPackClass;

typedef struct
{
  char *pointer;
  JgAlias *alias;
  char *grade;
} JgPackAlias;

typedef struct
{
  char *pointer;
  JgSynonym *synonym;
} JgPackSynonym;

typedef struct
{
  char *name;    /* of the file, for messages */
  GBytes *bytes; /* as read */
  JgPackInfo *info;
  GPtrArray *documents;   /* (element-type JgPackDocument) */
  GPtrArray *facts;       /* (element-type JgPackFact) */
  GPtrArray *classes;     /* (element-type JgPackClass) */
  GPtrArray *occupations; /* (element-type JgPackOccupation) */
  GPtrArray *operations;  /* (element-type JgOperation) */
  GPtrArray *codes;       /* (element-type JgPackCode) */
  GPtrArray *measures;    /* (element-type JgPackMeasure) */
  GPtrArray *aliases;     /* (element-type JgPackAlias) */
  GPtrArray *synonyms;    /* (element-type JgPackSynonym) */
  GPtrArray *elsewhere;   /* (element-type JgPackSynonym), without means */
} JgPack;

#define JG_PACK_MAX_SIZE (64 * 1024 * 1024)
#define JG_PACK_MAX_ERRORS 50

extern const JgJsonLimits jg_pack_limits;

JgPack *jg_pack_parse (const char *name, GBytes *bytes, GPtrArray *errors);
void jg_pack_free (JgPack *self);
void jg_clause_free (JgClause *self);
void jg_pack_document_free (JgPackDocument *self);
void jg_pack_set_provenance (JgPack *self, const char *provenance);
void jg_pack_parse_items (JgPack *self, JgJsonReader *reader, JsonObject *root);
JgPackDocument *jg_pack_document_parse (JgJsonReader *reader,
                                        JsonObject *object,
                                        const char *pointer,
                                        gboolean local);
void jg_pack_parse_sources (JgJsonReader *reader,
                            JsonObject *root,
                            char ***titles,
                            char ***licences,
                            char ***credits);
const JgClause *jg_pack_document_find_clause (const JgPackDocument *self, const char *clause);
const char *jg_pack_document_clause_at (const JgPackDocument *self, guint line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgPack, jg_pack_free)

G_END_DECLS
