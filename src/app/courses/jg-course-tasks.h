/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../jg-session.h"
#include "courses/jg-course.h"

G_BEGIN_DECLS

/* The modules of a course against the published tasks of its occupation: a cell for each of both, with hours to be written, and
 * what the texts suggest. Emits "edited" with a name for what is written at; the view's "course.decide" (module, task, accepted)
 * answers a suggestion. */
#define JG_TYPE_COURSE_TASKS (jg_course_tasks_get_type ())
G_DECLARE_FINAL_TYPE (JgCourseTasks, jg_course_tasks, JG, COURSE_TASKS, AdwBin)

GtkWidget *jg_course_tasks_new (JgSession *session);
void jg_course_tasks_show (JgCourseTasks *self, JgCourse *course);
gboolean jg_course_tasks_read (JgCourseTasks *self, JgCourse *course);
void jg_course_tasks_settle (JgCourseTasks *self);
void jg_course_tasks_forget (JgCourseTasks *self);
const char *jg_course_tasks_get_task (JgCourseTasks *self, guint task);
void jg_course_tasks_focus_suggestion (JgCourseTasks *self);

G_END_DECLS
