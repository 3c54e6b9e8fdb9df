/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../jg-session.h"
#include "courses/jg-course.h"

G_BEGIN_DECLS

/* Which of the published tasks a course covers. */
#define JG_TYPE_COURSE_TASKS (jg_course_tasks_get_type ())
G_DECLARE_FINAL_TYPE (JgCourseTasks, jg_course_tasks, JG, COURSE_TASKS, AdwBin)

GtkWidget *jg_course_tasks_new (JgSession *session);
void jg_course_tasks_show (JgCourseTasks *self, JgCourse *course);

G_END_DECLS
