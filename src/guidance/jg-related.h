/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-task-pairs.h"

G_BEGIN_DECLS

/* An occupation whose tasks are like those of another. */
typedef struct
{
  JgOccupation *occupation;
  GPtrArray *
      pairs; /* (element-type JgTaskPair): the other's tasks against this one's, in the order of the other's */
  int strength; /* of the words in common; only to be compared */
} JgRelated;

GPtrArray *jg_related_list (JgCatalogue *catalogue, const char *occupation);
GPtrArray *jg_related_list_with_index (const JgMatchIndex *index, const char *occupation);
void jg_related_free (JgRelated *self);

G_END_DECLS
