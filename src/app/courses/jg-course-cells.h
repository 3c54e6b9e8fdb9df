/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "courses/jg-course-coverage.h"

G_BEGIN_DECLS

/* A row for each published task with a cell for each module: whether it teaches the task, and for how many hours. Emits "edited"
 * with a name for what is written at. */
#define JG_TYPE_COURSE_CELLS (jg_course_cells_get_type ())
G_DECLARE_FINAL_TYPE (JgCourseCells, jg_course_cells, JG, COURSE_CELLS, AdwBin)

GtkWidget *jg_course_cells_new (void);
void jg_course_cells_show (JgCourseCells *self, const JgCourseCoverage *coverage);
gboolean jg_course_cells_read (JgCourseCells *self, JgCourse *course);
void jg_course_cells_settle (JgCourseCells *self);
void jg_course_cells_forget (JgCourseCells *self);

G_END_DECLS
