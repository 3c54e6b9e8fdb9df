/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../jg-session.h"
#include "courses/jg-course.h"

G_BEGIN_DECLS

/* Which occupation and work type a course is of: found by search, so that nobody types a code. Emits "edited" when another is
 * chosen. */
#define JG_TYPE_COURSE_PICKER (jg_course_picker_get_type ())
G_DECLARE_FINAL_TYPE (JgCoursePicker, jg_course_picker, JG, COURSE_PICKER, AdwBin)

GtkWidget *jg_course_picker_new (JgSession *session);
void jg_course_picker_show (JgCoursePicker *self, JgCourse *course);
void jg_course_picker_read (JgCoursePicker *self, JgCourse *course);

G_END_DECLS
