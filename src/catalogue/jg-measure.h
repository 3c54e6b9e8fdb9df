/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "jg-condition.h"

G_BEGIN_DECLS

typedef struct
{
  char *occupation; /* id */
  char *basis;      /* explicit, natural */
  char *words;
} JgOccupationLink;

/* A support measure (政策措施): one benefit for one kind of beneficiary. Read-only after loading. */
typedef struct
{
  char *id;
  char *name;           /* our short name; the text's own words are in quote */
  char *kind;           /* training, living-allowance, skill-upgrade, … */
  char *tier;           /* A, B, C */
  char *force;          /* grants, by-rule, local-option, encourage, explore */
  char **beneficiaries; /* individual, employer, training-provider, platform, service-agency */
  char *region_code;    /* 000000 is the whole country */
  char *region_name;
  char *
      region_anchor; /* household, residence, … (several, any of which will do, are separated by commas) or NULL where the text names none */
  char *provenance;
  char *document; /* key */
  char *document_title;
  char *document_number; /* or NULL */
  char *document_date;   /* or NULL */
  char *clause;
  guint line;
  guint line_to;
  char *quote;             /* as printed */
  char *reading;           /* certain repair, or NULL */
  JgCondition *conditions; /* NULL where the text prints none */
  JgCondition *worker;     /* on the person hired; NULL */
  char *employer_line;     /* or NULL */
  char *amount;            /* words of the text, or NULL: 文中未写金额 */
  char *validity_basis;
  char *valid_from; /* YYYY-MM-DD or NULL */
  char *valid_to;
  char *validity_quote;
  guint validity_line;
  char *family;           /* or NULL */
  char *occupation_basis; /* all, explicit, natural */
  GPtrArray *occupations; /* (element-type JgOccupationLink) */
  char **
      people; /* groups of people (重点群体) that the conditions name, as the vocabulary calls them */
  char **caveats;
} JgMeasure;

#define JG_TYPE_MEASURE (jg_measure_get_type ())
GType jg_measure_get_type (void);
JgMeasure *jg_measure_new (void);
JgMeasure *jg_measure_ref (JgMeasure *self);
void jg_measure_unref (JgMeasure *self);
void jg_occupation_link_free (JgOccupationLink *self);

const char *const *jg_measure_list_kinds (void);
const char *jg_measure_kind_label (const char *kind);
const char *jg_measure_beneficiary_label (const char *beneficiary);
char *jg_measure_dup_beneficiaries (const JgMeasure *self);
const char *jg_measure_force_label (const char *force);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgMeasure, jg_measure_unref)

G_END_DECLS
