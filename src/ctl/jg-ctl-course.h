/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "courses/jg-course-book.h"
#include "jg-ctl.h"

G_BEGIN_DECLS

int jg_ctl_course_list (JgCtl *ctl, JgCourseBook *book, char **arguments);
int jg_ctl_course_show (JgCtl *ctl, JgCourseBook *book, char **arguments);
int jg_ctl_course_import (JgCtl *ctl, JgCourseBook *book, char **arguments);
int jg_ctl_course_export (JgCtl *ctl, JgCourseBook *book, char **arguments);
int jg_ctl_course_check (JgCtl *ctl, JgCourseBook *book, char **arguments);
int jg_ctl_course_coverage (JgCtl *ctl, JgCourseBook *book, char **arguments);
int jg_ctl_course_measures (JgCtl *ctl, JgCourseBook *book, char **arguments);
int jg_ctl_course_decide (JgCtl *ctl, JgCourseBook *book, char **arguments);
int jg_ctl_course_sheet (JgCtl *ctl, JgCourseBook *book, char **arguments);
int jg_ctl_course_plan (JgCtl *ctl, JgCourseBook *book, char **arguments);
int jg_ctl_course_catalogue (JgCtl *ctl, JgCourseBook *book, char **arguments);

char *jg_ctl_course_dup_value (const JgCourse *course, JgCourseField field);
void jg_ctl_course_put_hours (JsonBuilder *builder, const char *key, int halves);
void jg_ctl_course_put_head (JsonBuilder *builder, const JgCourse *course);
JgCourse *jg_ctl_course_find (JgCourseBook *book, const char *id_or_name);
GPtrArray *jg_ctl_course_select (JgCourseBook *book, char **arguments);

G_END_DECLS
