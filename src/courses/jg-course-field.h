/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define JG_COURSE_ERROR (jg_course_error_quark ())

typedef enum
{
  JG_COURSE_ERROR_INVALID, /* a value that cannot be; the message says what to write */
  JG_COURSE_ERROR_READ,    /* a file that is not there or cannot be read */
  JG_COURSE_ERROR_DAMAGED, /* a file that is not what it should be; a line for each place */
  JG_COURSE_ERROR_NEWER,   /* a newer JobGuide wrote the file; nothing will be written over it */
  JG_COURSE_ERROR_CHANGED, /* somebody else wrote the file since it was read */
  JG_COURSE_ERROR_WRITE,   /* nothing was written */
} JgCourseError;

GQuark jg_course_error_quark (void);

/* What is written of a course, in the order of a table. */
typedef enum
{
  JG_COURSE_ID,
  JG_COURSE_NAME,
  JG_COURSE_STATE,
  JG_COURSE_CONFIRMED, /* the day somebody last looked whether all of it holds */
  JG_COURSE_PROVIDER,
  JG_COURSE_AUDIENCE,
  JG_COURSE_OCCUPATION, /* name, as the trainer writes it */
  JG_COURSE_CODE,
  JG_COURSE_EDITION, /* of the code */
  JG_COURSE_WORK_TYPE,
  JG_COURSE_LEVEL,
  JG_COURSE_MODE,
  JG_COURSE_HOURS,
  JG_COURSE_THEORY,
  JG_COURSE_PRACTICE,
  JG_COURSE_TEACHERS,
  JG_COURSE_PLACE,
  JG_COURSE_EQUIPMENT,
  JG_COURSE_ASSESSMENT,
  JG_COURSE_CERTIFICATE,
  JG_COURSE_FEE,
  JG_COURSE_START,
  JG_COURSE_END,
  JG_COURSE_SCHEDULE,
  JG_COURSE_CAPACITY,
  JG_COURSE_CONTACT,
  JG_COURSE_MEASURES, /* ids of measures it counts on, one blank between two */
  JG_COURSE_NOTE,
  JG_N_COURSE_FIELDS,
} JgCourseField;

typedef enum
{
  JG_COURSE_KIND_ID,
  JG_COURSE_KIND_TEXT,
  JG_COURSE_KIND_CHOICE,
  JG_COURSE_KIND_DATE, /* YYYY-MM-DD */
  JG_COURSE_KIND_CODE,
  JG_COURSE_KIND_HOURS,
  JG_COURSE_KIND_NUMBER,
  JG_COURSE_KIND_IDS,
} JgCourseKind;

#define JG_COURSE_MAX_HOURS 10000
#define JG_COURSE_MAX_CAPACITY 100000
#define JG_COURSE_MAX_MEASURES 50
#define JG_COURSE_NO_HOURS (-1)

const char *jg_course_field_nick (JgCourseField field);
const char *jg_course_field_label (JgCourseField field);
JgCourseKind jg_course_field_kind (JgCourseField field);
guint jg_course_field_max (JgCourseField field);
const char *const *jg_course_field_choices (JgCourseField field);
const char *jg_course_field_choice_label (JgCourseField field, const char *choice);
gboolean jg_course_words_check (const char *value, guint max, GError **error);
gboolean jg_course_field_check (JgCourseField field, const char *value, GError **error);

int jg_course_hours_parse (const char *text);
char *jg_course_hours_dup (int halves);

G_END_DECLS
