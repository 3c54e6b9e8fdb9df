/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-course-occupation.h"

G_BEGIN_DECLS

/* What one module gives to one task. */
typedef struct
{
  gboolean accepted; /* the trainer says that it teaches the task */
  gboolean refused;
  gboolean shared; /* the hours are an equal part of what the trainer did not divide */
  double hours;    /* 0 also where the module has none */
} JgCourseCell;

/* Which of the published tasks of an occupation a course teaches, and for how long. */
typedef struct
{
  JgCourse *course;
  JgOccupation *occupation;
  JgCourseBasis basis;
  guint n_modules;
  guint n_tasks;
  JgCourseCell *cells; /* n_modules × n_tasks, module by module */
  double *task_hours;  /* of each task */
  double *free_hours;  /* of each module: tied to no task */
  guint n_covered;     /* tasks with hours */
  double hours;        /* of all modules */
  double tied;         /* of them tied to tasks */
  GPtrArray *gone; /* (element-type utf8): sentences decided on that the occupation has no more */
} JgCourseCoverage;

JgCourseCoverage *jg_course_coverage_new (JgCatalogue *catalogue, JgCourse *course);
void jg_course_coverage_free (JgCourseCoverage *self);
const JgCourseCell *
jg_course_coverage_get_cell (const JgCourseCoverage *self, guint module, guint task);
double jg_course_coverage_get_percent (const JgCourseCoverage *self);
GPtrArray *
jg_course_coverage_compare (JgCatalogue *catalogue, GPtrArray *courses, const char *occupation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgCourseCoverage, jg_course_coverage_free)

G_END_DECLS
