/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-catalogue.h"

G_BEGIN_DECLS

typedef enum
{
  JG_SEARCH_CODE,
  JG_SEARCH_FORMER_CODE,
  JG_SEARCH_NAME,
  JG_SEARCH_FORMER_NAME,
  JG_SEARCH_WORK_TYPE,
  JG_SEARCH_ALIAS,
  JG_SEARCH_PINYIN,
  JG_SEARCH_INITIALS,
  JG_SEARCH_DEFINITION,
  JG_SEARCH_TASK,
} JgSearchField;

/* One occupation found. */
typedef struct
{
  JgOccupationSummary *occupation; /* borrowed from the search */
  JgSearchField field;             /* the field that hit */
  const char *text;                /* its text as printed; borrowed */
  const char *edition;             /* of a code that hit ("2020", "2022"), or NULL; borrowed */
  const char *provenance;          /* of an alias that hit, or NULL; borrowed */
  int hit_start; /* byte range of the hit inside text; -1, -1 when it cannot be marked */
  int hit_end;
  gboolean near; /* 近似 */
} JgSearchHit;

typedef enum
{
  JG_SEARCH_DOCUMENTS,
  JG_SEARCH_MEASURES,
} JgSearchTextKind;

/* One document or measure found. */
typedef struct
{
  JgSearchTextKind kind;
  char *key;     /* of the document, or id of the measure */
  char *title;   /* of the document, or name of the measure */
  char *number;  /* of the document it is or stands in; or NULL */
  char *clause;  /* or NULL */
  guint line;    /* 0 for a title or a number */
  char *text;    /* the text that hit, as printed */
  int hit_start; /* byte range of the hit inside text; -1, -1 when it cannot be marked */
  int hit_end;
  char *provenance;  /* of the document or measure */
  gboolean in_title; /* text is the title or name */
} JgSearchText;

#define JG_TYPE_SEARCH (jg_search_get_type ())
G_DECLARE_FINAL_TYPE (JgSearch, jg_search, JG, SEARCH, GObject)

JgSearch *jg_search_new (JgCatalogue *catalogue);
GPtrArray *jg_search_query (JgSearch *self, const char *query, guint limit);
GPtrArray *
jg_search_query_texts (JgSearch *self, const char *query, JgSearchTextKind kind, guint limit);
guint jg_search_count_texts (JgSearch *self, const char *query, JgSearchTextKind kind);
const char *jg_search_field_nick (JgSearchField field);
const char *jg_search_field_label (JgSearchField field);

G_END_DECLS
