/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "courses/jg-course-import.h"

G_BEGIN_DECLS

/* The book of courses as the window uses it: every change is on the disk at once and can be taken back. Emits "changed" when the
 * courses are others than before. */
#define JG_TYPE_COURSE_SHELF (jg_course_shelf_get_type ())
G_DECLARE_FINAL_TYPE (JgCourseShelf, jg_course_shelf, JG, COURSE_SHELF, GObject)

JgCourseShelf *jg_course_shelf_new (void);
gboolean jg_course_shelf_refresh (JgCourseShelf *self);
const char *jg_course_shelf_get_trouble (JgCourseShelf *self);
JgCourseBook *jg_course_shelf_get_book (JgCourseShelf *self);
GPtrArray *jg_course_shelf_get_courses (JgCourseShelf *self);
JgCourse *jg_course_shelf_find (JgCourseShelf *self, const char *id);
gboolean
jg_course_shelf_put (JgCourseShelf *self, JgCourse *course, const char *key, GError **error);
void jg_course_shelf_end_edit (JgCourseShelf *self);
JgCourse *jg_course_shelf_add (JgCourseShelf *self, const JgCourse *like, GError **error);
gboolean jg_course_shelf_remove (JgCourseShelf *self, const char *id, GError **error);
gboolean jg_course_shelf_import (JgCourseShelf *self, JgCourseImport *import, GError **error);
gboolean jg_course_shelf_can_undo (JgCourseShelf *self);
gboolean jg_course_shelf_can_redo (JgCourseShelf *self);
gboolean jg_course_shelf_undo (JgCourseShelf *self, GError **error);
gboolean jg_course_shelf_redo (JgCourseShelf *self, GError **error);

G_END_DECLS
