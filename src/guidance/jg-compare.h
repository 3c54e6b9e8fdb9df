/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-task-pairs.h"

G_BEGIN_DECLS

#define JG_COMPARE_ERROR (jg_compare_error_quark ())

typedef enum
{
  JG_COMPARE_ERROR_NUMBER,     /* fewer occupations than can be compared, or more */
  JG_COMPARE_ERROR_OCCUPATION, /* no such occupation in the catalogue, or the same twice */
} JgCompareError;

GQuark jg_compare_error_quark (void);

#define JG_COMPARE_MIN 2
#define JG_COMPARE_MAX 4

/* Tasks that are alike, one of each occupation at most. */
typedef struct
{
  guint tasks[JG_COMPARE_MAX]; /* from 1; 0 where an occupation has no such task */
  GArray *
      spans[JG_COMPARE_MAX]; /* (element-type JgTextSpan): the words in common, in order; or NULL */
} JgCompareRow;

/* Two to four occupations side by side. */
typedef struct
{
  GPtrArray *occupations; /* (element-type JgOccupation), in the order asked for */
  GPtrArray *alike; /* (element-type JgCompareRow), in the order of the first occupation's tasks */
  GArray *own
      [JG_COMPARE_MAX]; /* (element-type guint): numbers of the tasks that nothing here is like; or NULL */
  GPtrArray *said
      [JG_COMPARE_MAX]; /* (element-type utf8) (nullable): for each task what the jobseeker said; or NULL */
} JgCompare;

JgCompare *jg_compare_new (JgCatalogue *catalogue, const char *const *occupations, GError **error);
void jg_compare_free (JgCompare *self);
void jg_compare_set_matches (JgCompare *self, const JgMatchResult *matches);
gboolean jg_compare_has_words (const JgCompare *self);
const char *jg_compare_get_said (const JgCompare *self, guint column, guint task);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgCompare, jg_compare_free)

G_END_DECLS
