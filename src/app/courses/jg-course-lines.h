/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../jg-session.h"
#include "courses/jg-course.h"

G_BEGIN_DECLS

/* Lines of the list of courses. It remembers how many things there are to look at again in each, for a course does not change. */
#define JG_TYPE_COURSE_LINES (jg_course_lines_get_type ())
G_DECLARE_FINAL_TYPE (JgCourseLines, jg_course_lines, JG, COURSE_LINES, GObject)

JgCourseLines *jg_course_lines_new (JgSession *session);
GPtrArray *jg_course_lines_list_occupations (JgCourseLines *self, GPtrArray *courses);
GPtrArray *jg_course_lines_make (JgCourseLines *self,
                                 GPtrArray *courses,
                                 const char *query,
                                 const char *state,
                                 const char *occupation);

G_END_DECLS
