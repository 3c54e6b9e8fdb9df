/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-course-file.h"

G_BEGIN_DECLS

/* The courses of an office or a provider, kept in one file. */
#define JG_TYPE_COURSE_BOOK (jg_course_book_get_type ())
G_DECLARE_FINAL_TYPE (JgCourseBook, jg_course_book, JG, COURSE_BOOK, GObject)

char *jg_course_book_dup_default_path (void);
JgCourseBook *jg_course_book_new (const char *path);
gboolean jg_course_book_load (JgCourseBook *self, GError **error);
gboolean jg_course_book_save (JgCourseBook *self, GError **error);
GPtrArray *jg_course_book_get_courses (JgCourseBook *self);
JgCourse *jg_course_book_find (JgCourseBook *self, const char *id);
gboolean jg_course_book_put (JgCourseBook *self, JgCourse *course, GError **error);
gboolean jg_course_book_keep (JgCourseBook *self, GPtrArray *courses, GError **error);
gboolean jg_course_book_replace (JgCourseBook *self, GPtrArray *courses, GError **error);
gboolean jg_course_book_remove (JgCourseBook *self, const char *id);

G_END_DECLS
