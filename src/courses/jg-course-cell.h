/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-course-field.h"

G_BEGIN_DECLS

char *jg_course_cell_read (JgCourseField field, const char *text, GError **error);
char *jg_course_cell_tidy (const char *text);
int jg_course_cell_read_hours (const char *text, GError **error);
char *jg_course_cell_split_hours (const char *line, int *halves);

G_END_DECLS
