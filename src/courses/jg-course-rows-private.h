/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-course-columns.h"
#include "jg-course-import.h"

G_BEGIN_DECLS

void jg_course_rows_read (JgCourseImport *self,
                          const JgTable *table,
                          const JgCourseColumns *columns,
                          JgCatalogue *catalogue);
void jg_course_import_add_problem (JgCourseImport *self,
                                   const JgTable *table,
                                   const JgCourseColumns *columns,
                                   guint row,
                                   guint place,
                                   const char *format,
                                   ...) G_GNUC_PRINTF (6, 7);

G_END_DECLS
