/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../jg-session.h"
#include "courses/jg-course.h"

G_BEGIN_DECLS

/* Every field of a course, to be written at. Emits "edited" with the field's name. */
#define JG_TYPE_COURSE_FORM (jg_course_form_get_type ())
G_DECLARE_FINAL_TYPE (JgCourseForm, jg_course_form, JG, COURSE_FORM, AdwBin)

GtkWidget *jg_course_form_new (JgSession *session);
GtkBox *jg_course_form_get_middle (JgCourseForm *self);
void jg_course_form_show (JgCourseForm *self, JgCourse *course);
gboolean jg_course_form_read (JgCourseForm *self, JgCourse *course);
void jg_course_form_focus_name (JgCourseForm *self);

G_END_DECLS
