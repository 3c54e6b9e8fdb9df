/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "catalogue/jg-catalogue.h"
#include "jg-course.h"

G_BEGIN_DECLS

/* By which of its words a course is of an occupation. */
typedef enum
{
  JG_COURSE_BY_NAME,      /* a name, a former name or a work type in the field for it */
  JG_COURSE_BY_ALIAS,     /* an everyday word there */
  JG_COURSE_BY_CODE,      /* its code */
  JG_COURSE_BY_WORK_TYPE, /* its work type */
  JG_COURSE_BY_TITLE, /* the name of the course holds the occupation's: to be looked at by the trainer */
} JgCourseBasis;

JgOccupation *
jg_course_find_occupation (JgCatalogue *catalogue, const JgCourse *course, JgCourseBasis *basis);

G_END_DECLS
