/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../jg-session.h"

G_BEGIN_DECLS

/* 课程: the courses of a training provider, one of them in full beside the list. Emits "steps-changed" when others can be undone
 * or redone. */
#define JG_TYPE_COURSES_PAGE (jg_courses_page_get_type ())
G_DECLARE_FINAL_TYPE (JgCoursesPage, jg_courses_page, JG, COURSES_PAGE, AdwBin)

JgCoursesPage *jg_courses_page_new (JgSession *session);
AdwLeaflet *jg_courses_page_get_leaflet (JgCoursesPage *self);
void jg_courses_page_show (JgCoursesPage *self, const char *id);
const char *jg_courses_page_get_id (JgCoursesPage *self);
void jg_courses_page_add (JgCoursesPage *self);
gboolean jg_courses_page_may_close (JgCoursesPage *self);
void jg_courses_page_end_edit (JgCoursesPage *self);
gboolean jg_courses_page_can_undo (JgCoursesPage *self);
gboolean jg_courses_page_can_redo (JgCoursesPage *self);
void jg_courses_page_undo (JgCoursesPage *self);
void jg_courses_page_redo (JgCoursesPage *self);

G_END_DECLS
