/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "guidance/jg-eligibility.h"
#include "jg-course-occupation.h"

G_BEGIN_DECLS

/* A measure that may pay for a course or for those who take part. Everything is what the text says; what it does not say is
 * NULL: 文中未写. */
typedef struct
{
  JgMeasure *measure;
  JgValidity validity;
  char *dates;      /* what the text states about dates, and what must be confirmed */
  char *list_words; /* the words about a list (目录, 清单) that the course must be on, or NULL */
  char *mode_words; /* the words about teaching on line or in a room, or NULL */
  char *link_words; /* the words that name the occupation, or NULL: for all */
  gboolean chosen;  /* the course counts on it */
} JgCourseFunding;

GPtrArray *
jg_course_funding_list (JgCatalogue *catalogue, const JgCourse *course, const char *as_of);
GPtrArray *
jg_course_funding_check (JgCatalogue *catalogue, const JgCourse *course, const char *as_of);
void jg_course_funding_free (JgCourseFunding *self);

G_END_DECLS
