/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Where a statement stands. */
typedef struct
{
  char *document; /* key */
  char *clause;   /* label, or NULL */
  guint line;
  guint line_to;
  char *quote; /* as printed */
} JgCitation;

typedef struct
{
  char *code;
  char *edition; /* "2020" or "2022" */
  char *name;    /* the occupation's name under that code, or NULL when the same */
  char *provenance;
  char *status;   /* "current", "former", "cancelled" */
  char **marks;   /* NULL-terminated */
  char *relation; /* unchanged, recoded, renamed, dissolved; NULL for codes of the notices */
  char *note;     /* or NULL */
} JgOccupationCode;

typedef struct
{
  char *id;
  char *name;
  char *status;       /* listed, added, moved, cancelled, promoted */
  char *other;        /* occupation id it moved or was promoted to, or NULL */
  GPtrArray *sources; /* (element-type JgCitation) */
} JgWorkType;

typedef struct
{
  char *edition; /* the names of a class differ by edition, and so may what stands in it */
  char *code;    /* "4", "4-01", "4-01-02" */
  char *name;
  char *level; /* major, middle, minor */
  char *provenance;
  guint n_occupations; /* filled by jg_catalogue_list_classes() */
} JgOccupationClass;

typedef struct
{
  char *kind;     /* new-occupation, rename, recode, worktype-…, occupation-cancel */
  char *document; /* key */
  char *clause;
  guint line;
  char *quote;
  char *summary; /* what it did, in plain Chinese words of ours */
} JgChange;

typedef struct
{
  char *measure; /* id */
  char *basis;   /* explicit, natural, all */
  char *words;   /* words of the quote that make the link, or NULL */
} JgMeasureLink;

/* An occupation after all bundled notices have been replayed. Read-only after loading. */
typedef struct
{
  char *id;   /* internal; never a code */
  char *code; /* current code; of a cancelled occupation the last one; NULL where none is known */
  char *
      edition; /* of that code: "2020", or "2022" for an entry of the 2022 list; NULL without one */
  char *name;
  char *status; /* current, cancelled */
  char *provenance;
  char *origin;     /* new, promoted, existing */
  char **marks;     /* NULL-terminated, e.g. { "L", NULL } */
  char *definition; /* NULL where no definition is printed */
  GPtrArray *tasks; /* (element-type utf8), as printed without the list number; may be empty */
  char *note;       /* of a pack that is not official, for whoever reads the entry; or NULL */
  char **former_names;
  char **successors;     /* occupation ids; of a cancelled occupation */
  GPtrArray *work_types; /* (element-type JgWorkType) */
  GPtrArray *classes;    /* (element-type JgOccupationClass): major, middle, minor */
  GPtrArray *changes;    /* (element-type JgChange), in order of the notices */
  GPtrArray *codes;      /* (element-type JgOccupationCode) */
  GPtrArray *sources;    /* (element-type JgCitation) */
  GPtrArray *measures;   /* (element-type JgMeasureLink) */
} JgOccupation;

#define JG_TYPE_OCCUPATION (jg_occupation_get_type ())
GType jg_occupation_get_type (void);
JgOccupation *jg_occupation_new (void);
JgOccupation *jg_occupation_ref (JgOccupation *self);
void jg_occupation_unref (JgOccupation *self);

void jg_citation_free (JgCitation *self);
void jg_occupation_code_free (JgOccupationCode *self);
void jg_work_type_free (JgWorkType *self);
void jg_occupation_class_free (JgOccupationClass *self);
void jg_change_free (JgChange *self);
void jg_measure_link_free (JgMeasureLink *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgOccupation, jg_occupation_unref)

G_END_DECLS
