/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-shared-words.h"

G_BEGIN_DECLS

/* Two tasks, each of its own occupation, that have words in common. */
typedef struct
{
  guint task;       /* from 1, of the first occupation */
  guint other_task; /* from 1, of the second */
  char *text;       /* as printed */
  char *other_text; /* likewise */
  GPtrArray
      *shared;  /* (element-type JgSharedWords), in the order of the first sentence; at least one */
  int strength; /* of all of them */
  guint common; /* characters in common; decides between equals */
} JgTaskPair;

GPtrArray *
jg_task_pairs_list (JgSharedWordsFinder *finder, guint occupation, guint other, int *strength);
GPtrArray *jg_task_pairs_match (GPtrArray *pairs);
void jg_task_pair_free (JgTaskPair *self);

G_END_DECLS
