/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../jg-session.h"
#include "jg-course-shelf.h"

G_BEGIN_DECLS

/* One course in full: what is written of it, which tasks it covers, who may pay. What is written is kept as one goes. */
#define JG_TYPE_COURSE_VIEW (jg_course_view_get_type ())
G_DECLARE_FINAL_TYPE (JgCourseView, jg_course_view, JG, COURSE_VIEW, AdwBin)

GtkWidget *jg_course_view_new (JgSession *session, JgCourseShelf *shelf);
void jg_course_view_show (JgCourseView *self, const char *id);
const char *jg_course_view_get_id (JgCourseView *self);
gboolean jg_course_view_flush (JgCourseView *self);
void jg_course_view_focus_name (JgCourseView *self);
void jg_course_view_confirm (JgCourseView *self);

G_END_DECLS
