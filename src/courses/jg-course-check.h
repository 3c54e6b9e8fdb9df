/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-course-coverage.h"

G_BEGIN_DECLS

/* What a trainer should look at again; none of it keeps a course from being kept. */
typedef struct
{
  const char *kind;    /* missing, unconfirmed, occupation, recoded, measure, hours, dates, tasks */
  JgCourseField field; /* to be looked at; JG_N_COURSE_FIELDS: the modules */
  char *text;          /* in words, with document and clause where one says so */
} JgCourseWarning;

GPtrArray *jg_course_check (JgCatalogue *catalogue, JgCourse *course, const char *as_of);
void jg_course_warning_free (JgCourseWarning *self);

G_END_DECLS
