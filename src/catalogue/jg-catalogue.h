/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "jg-document.h"
#include "jg-measure.h"
#include "jg-occupation.h"

G_BEGIN_DECLS

#define JG_CATALOGUE_ERROR (jg_catalogue_error_quark ())

typedef enum
{
  JG_CATALOGUE_ERROR_NOT_FOUND, /* no such file, code, name or key */
  JG_CATALOGUE_ERROR_FOREIGN,   /* not a JobGuide catalogue */
  JG_CATALOGUE_ERROR_NEWER,     /* written by a newer JobGuide */
  JG_CATALOGUE_ERROR_OLDER,     /* written by an older one */
  JG_CATALOGUE_ERROR_DAMAGED,
  JG_CATALOGUE_ERROR_WRITE,
  JG_CATALOGUE_ERROR_PACK, /* a pack that does not pass its checks */
} JgCatalogueError;

GQuark jg_catalogue_error_quark (void);

/* One line of a list of occupations. */
typedef struct
{
  char *id;
  char *code;
  char *edition;
  char *name;
  char *status;
  char *provenance;
  char *definition; /* or NULL */
} JgOccupationSummary;

typedef enum
{
  JG_VERIFIED_OR_NOT,
  JG_VERIFIED_ONLY,
  JG_UNVERIFIED_ONLY, /* 待核 */
} JgVerified;

/* Which occupations a list takes. */
typedef struct
{
  const char *edition;    /* those with a code of it; NULL: all, each with its own code */
  const char *class_code; /* NULL: of every class; otherwise a class of that edition */
  const char *major;      /* code of a major class their own code must be in, or NULL */
  gboolean with_definition;
  gboolean with_measures; /* that a measure names or speaks of */
  gboolean without_cancelled;
  JgVerified verified;
} JgOccupationTerms;

/* A fact of the vocabulary that may be asked of a jobseeker. */
typedef struct
{
  char *key;
  char *type; /* boolean, date, number, code */
  char *question;
  char *group;
  char *unit;       /* or NULL */
  char *granted_by; /* authority, or NULL */
  char *hint;       /* or NULL */
  char **never_from;
  char **implied_by;    /* facts that make this one true by their meaning */
  char **people;        /* groups of people (重点群体) that it marks */
  char **option_values; /* of a code */
  char **option_names;
} JgFact;

/* The words of a pack about itself. */
typedef struct
{
  char *id;
  char *version;
  char *title;
  char *date;
  char *provenance;
  char *sha256;
  char **source_titles;
  char **source_licences;
  char **source_credits;
} JgPackInfo;

typedef struct
{
  char *text;
  char *occupation; /* id */
  char *kind;
  char *source;
  char *provenance;
} JgAlias;

/* What a synonym says when it stands in a wish. */
typedef enum
{
  JG_SYNONYM_OTHER_JOB, /* the name of another job: what is looked for is not here */
  JG_SYNONYM_ABILITY,   /* nothing: it shows what one can do */
  JG_SYNONYM_HINT,      /* something, with other words */
  JG_SYNONYM_SOUGHT,    /* what is looked for */
  JG_N_SYNONYM_WISHES
} JgSynonymWish;

typedef struct
{
  char *text;   /* the jobseeker's words */
  char **means; /* words of the notices */
  JgSynonymWish wish;
} JgSynonym;

#define JG_TYPE_CATALOGUE (jg_catalogue_get_type ())
G_DECLARE_FINAL_TYPE (JgCatalogue, jg_catalogue, JG, CATALOGUE, GObject)

JgCatalogue *jg_catalogue_open (const char *path, GError **error);
JgCatalogue *jg_catalogue_open_default (GError **error);
char *jg_catalogue_dup_default_path (void);
const char *jg_catalogue_get_path (JgCatalogue *self);
const char *jg_catalogue_get_id (JgCatalogue *self);
gboolean jg_catalogue_has_pack (JgCatalogue *self, const char *id);
const char *jg_catalogue_get_data_date (JgCatalogue *self);
const char *jg_catalogue_get_edition_date (JgCatalogue *self);

char **jg_catalogue_list_editions (JgCatalogue *self);
GPtrArray *jg_catalogue_list_classes (JgCatalogue *self, const char *edition, const char *parent);
GPtrArray *
jg_catalogue_list_occupations (JgCatalogue *self, const char *edition, const char *class_code);
GPtrArray *jg_catalogue_load_occupations (JgCatalogue *self);
gboolean jg_occupation_terms_are_any (const JgOccupationTerms *terms);
guint jg_catalogue_count_occupations (JgCatalogue *self, const JgOccupationTerms *terms);
GPtrArray *jg_catalogue_page_occupations (JgCatalogue *self,
                                          const JgOccupationTerms *terms,
                                          guint offset,
                                          guint limit);
JgOccupationSummary *jg_catalogue_get_summary (JgCatalogue *self, const char *id);
gboolean
jg_catalogue_accepts_occupation (JgCatalogue *self, const JgOccupationTerms *terms, const char *id);
void
jg_catalogue_count_classes (JgCatalogue *self, GPtrArray *classes, const JgOccupationTerms *terms);
JgOccupation *jg_catalogue_get_occupation (JgCatalogue *self, const char *id);
JgOccupation *jg_catalogue_find_occupation (JgCatalogue *self,
                                            const char *code_or_name,
                                            const char *edition,
                                            GPtrArray **also_this_code);

GPtrArray *jg_catalogue_list_documents (JgCatalogue *self);
JgDocument *jg_catalogue_get_document (JgCatalogue *self, const char *key_or_number);

GPtrArray *jg_catalogue_list_measures (JgCatalogue *self);
JgMeasure *jg_catalogue_get_measure (JgCatalogue *self, const char *id);
GPtrArray *jg_catalogue_list_facts (JgCatalogue *self);
GPtrArray *jg_catalogue_list_aliases (JgCatalogue *self);
GPtrArray *jg_catalogue_list_synonyms (JgCatalogue *self);
char **jg_catalogue_list_elsewhere (JgCatalogue *self);
GPtrArray *jg_catalogue_list_packs (JgCatalogue *self);

void jg_occupation_summary_free (JgOccupationSummary *self);
void jg_fact_free (JgFact *self);
void jg_pack_info_free (JgPackInfo *self);
void jg_alias_free (JgAlias *self);
void jg_synonym_free (JgSynonym *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgOccupationSummary, jg_occupation_summary_free)

G_END_DECLS
