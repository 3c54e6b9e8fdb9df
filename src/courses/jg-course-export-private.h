/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-course-columns.h"
#include "jg-course-export.h"

G_BEGIN_DECLS

guint jg_course_export_count_rows (const JgCourse *course);
char *jg_course_export_dup_cell (const JgCourse *course, guint row, guint column);
gboolean jg_course_export_sheet (GPtrArray *courses, const char *path, GError **error);

G_END_DECLS
