/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "jg-course-field.h"

G_BEGIN_DECLS

/* A trainer's word on whether a module teaches a task. */
typedef struct
{
  char *task;        /* the sentence of the task as printed */
  gboolean accepted; /* FALSE: looked at and refused, not to be suggested again */
  int hours;         /* half hours of the module for this task; JG_COURSE_NO_HOURS: not divided */
} JgCourseLink;

typedef struct
{
  char *name;
  int hours;        /* half hours; JG_COURSE_NO_HOURS: not given */
  char *content;    /* may have line feeds; NULL: not given */
  GPtrArray *links; /* (element-type JgCourseLink): at most one for a task */
} JgCourseModule;

/* A course as a provider plans it. A value is what jg_course_field_check() lets pass, NULL where nothing is written.
 * Whoever makes one may change it until others see it; then it is changed by a copy. */
typedef struct
{
  char *values[JG_N_COURSE_FIELDS];
  GPtrArray *modules; /* (element-type JgCourseModule) */
} JgCourse;

#define JG_COURSE_MAX_MODULES 100
#define JG_COURSE_MAX_LINKS 200
#define JG_COURSE_MAX_MODULE_NAME 100
#define JG_COURSE_MAX_CONTENT 5000
#define JG_COURSE_MAX_TASK 1000

#define JG_TYPE_COURSE (jg_course_get_type ())
GType jg_course_get_type (void);
JgCourse *jg_course_new (void);
JgCourse *jg_course_copy (const JgCourse *self);
JgCourse *jg_course_ref (JgCourse *self);
void jg_course_unref (JgCourse *self);
gboolean jg_course_equal (const JgCourse *a, const JgCourse *b);

const char *jg_course_get (const JgCourse *self, JgCourseField field);
gboolean jg_course_set (JgCourse *self, JgCourseField field, const char *value, GError **error);
int jg_course_get_hours (const JgCourse *self, JgCourseField field);
gboolean jg_course_check_whole (const JgCourse *self, JgCourseField *field, GError **error);
char *jg_course_make_id (const JgCourse *self);

JgCourseModule *jg_course_add_module (JgCourse *self, const char *name);
int jg_course_sum_modules (const JgCourse *self);
JgCourseLink *jg_course_module_find_link (const JgCourseModule *self, const char *task);
void jg_course_module_decide (JgCourseModule *self, const char *task, gboolean accepted, int hours);
gboolean jg_course_module_forget (JgCourseModule *self, const char *task);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgCourse, jg_course_unref)

G_END_DECLS
