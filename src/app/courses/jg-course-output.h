/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "../jg-session.h"
#include "courses/jg-course.h"

G_BEGIN_DECLS

/* Courses on paper: 课程说明, 教学计划表, the whole catalogue. */
typedef enum
{
  JG_COURSE_OUTPUT_SHEET,
  JG_COURSE_OUTPUT_PLAN,
  JG_COURSE_OUTPUT_CATALOGUE,
  JG_N_COURSE_OUTPUTS,
} JgCourseOutput;

void jg_course_output_print (GtkWidget *near,
                             JgSession *session,
                             GPtrArray *courses,
                             JgCourseOutput output);
void jg_course_output_save_pdf (GtkWidget *near,
                                JgSession *session,
                                GPtrArray *courses,
                                JgCourseOutput output);

G_END_DECLS
