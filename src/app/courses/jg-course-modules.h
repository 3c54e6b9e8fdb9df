/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "courses/jg-course.h"

G_BEGIN_DECLS

/* The modules of a course as rows. Emits "edited" with a name for what is written at; the view's "course.add-module",
 * "course.move-module" (module, by how much) and "course.remove-module" (module) change which there are. */
#define JG_TYPE_COURSE_MODULES (jg_course_modules_get_type ())
G_DECLARE_FINAL_TYPE (JgCourseModules, jg_course_modules, JG, COURSE_MODULES, AdwBin)

GtkWidget *jg_course_modules_new (void);
void jg_course_modules_show (JgCourseModules *self, const JgCourse *course);
gboolean jg_course_modules_read (JgCourseModules *self, JgCourse *course);
void jg_course_modules_focus (JgCourseModules *self, guint module);

G_END_DECLS
