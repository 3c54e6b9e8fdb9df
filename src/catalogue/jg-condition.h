/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-json-reader.h"

G_BEGIN_DECLS

/* The condition tree of docs/pack-format.md, parsed and checked. */

typedef enum
{
  JG_CONDITION_ALL,
  JG_CONDITION_ANY,
  JG_CONDITION_NOT,
  JG_CONDITION_FACT,
  JG_CONDITION_AGE,
  JG_CONDITION_SEX,
  JG_CONDITION_EDUCATION,
  JG_CONDITION_PLACE,
  JG_CONDITION_WANTS,
  JG_CONDITION_OCCUPATION,
  JG_CONDITION_ASK,
} JgConditionKind;

typedef enum
{
  JG_COMPARE_TRUE,        /* boolean fact */
  JG_COMPARE_IS,          /* values */
  JG_COMPARE_NUMBER,      /* any of the four bounds */
  JG_COMPARE_ELAPSED,     /* bounds on the time since a date, in unit */
  JG_COMPARE_ON_OR_AFTER, /* values[0] is the date */
  JG_COMPARE_ON_OR_BEFORE,
  JG_COMPARE_SAME_YEAR,
} JgComparison;

typedef struct _JgCondition JgCondition;

struct _JgCondition
{
  JgConditionKind kind;
  GPtrArray *children; /* (element-type JgCondition) of ALL, ANY, NOT; else NULL */
  gboolean open;       /* an open list (等) */
  char *key;           /* fact key, place, wants or ask text; NULL otherwise */
  JgComparison comparison;
  char **values; /* IS, PLACE prefixes, EDUCATION is, SEX, dates; NULL otherwise */
  char *unit;    /* months, years, days; NULL otherwise */
  gboolean has_at_least, has_at_most, has_more_than, has_less_than;
  double at_least, at_most, more_than, less_than;
  gboolean inclusive; /* the text itself says that the number on the bound counts (连续3个月) */
  char *text;         /* label for the checked list, or NULL */
  char *quote;        /* words of the text, or NULL */
};

JgCondition *jg_condition_new_from_json (JsonNode *node, GError **error);
JgCondition *jg_condition_parse (JgJsonReader *reader, JsonNode *node, const char *pointer);
JsonNode *jg_condition_to_json (const JgCondition *self);
JgCondition *jg_condition_copy (const JgCondition *self);
void jg_condition_free (JgCondition *self);
GPtrArray *jg_condition_list_asked_facts (const JgCondition *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgCondition, jg_condition_free)

G_END_DECLS
