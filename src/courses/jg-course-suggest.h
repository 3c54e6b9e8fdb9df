/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "guidance/jg-shared-words.h"
#include "jg-course-coverage.h"

G_BEGIN_DECLS

/* A task that a module may teach, because of words that its text and the sentence of the task have in common. */
typedef struct
{
  guint module;      /* from 0 */
  guint task;        /* from 0 */
  char *from;        /* the module's words: its name, or a sentence of its content */
  char *text;        /* sentence of the task as printed */
  GPtrArray *shared; /* (element-type JgSharedWords): spans in @from first, other spans in @text */
  int strength;      /* only to be compared */
} JgCourseSuggestion;

GPtrArray *jg_course_suggest (JgCatalogue *catalogue, const JgCourseCoverage *coverage);
void jg_course_suggestion_free (JgCourseSuggestion *self);

G_END_DECLS
