/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-course.h"
#include "jg-table.h"

G_BEGIN_DECLS

/* Columns of a table besides those of the fields; the numbers go on where the fields end. */
enum
{
  JG_COLUMN_MODULE = JG_N_COURSE_FIELDS,
  JG_COLUMN_MODULE_HOURS,
  JG_COLUMN_MODULE_CONTENT,
  JG_COLUMN_TASKS,   /* sentences of tasks that the module teaches */
  JG_COLUMN_REFUSED, /* of tasks that it does not */
  JG_N_COURSE_COLUMNS,
};

#define JG_NO_COLUMN G_MAXUINT

/* Where a table has which column. */
typedef struct
{
  guint row;                         /* of the headers, from 0 */
  guint places[JG_N_COURSE_COLUMNS]; /* from 0, or JG_NO_COLUMN */
  guint contact_too; /* a second column of contact (联系人 beside 联系电话), or JG_NO_COLUMN */
  guint range;       /* first and last day in one cell (起止日期), or JG_NO_COLUMN */
  GPtrArray *ignored; /* (element-type utf8): headers that mean nothing here */
} JgCourseColumns;

const char *jg_course_column_label (guint column);
JgCourseColumns *jg_course_columns_find (const JgTable *table, GError **error);
void jg_course_columns_free (JgCourseColumns *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgCourseColumns, jg_course_columns_free)

G_END_DECLS
