/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "catalogue/jg-catalogue.h"
#include "jg-course-book.h"
#include "jg-table.h"

G_BEGIN_DECLS

/* What is wrong with one cell of a table. */
typedef struct
{
  guint row;    /* from 1, as office programs count them */
  char *column; /* A, B …; NULL: the row as a whole */
  char *header; /* NULL likewise */
  char *text;
} JgCourseProblem;

typedef enum
{
  JG_COURSE_NEW,
  JG_COURSE_CHANGED,
  JG_COURSE_SAME,
} JgCourseNews;

/* A course as it will stand in the book. */
typedef struct
{
  JgCourse *course;
  guint row; /* where it begins in the table, from 1; 0: out of a file of courses */
  JgCourseNews news;
  GPtrArray *changes; /* (element-type utf8): in words, what is another than before */
} JgCourseRow;

/* What an import would do: looked at first, then done whole or not at all. */
typedef struct
{
  char *name;           /* of the file */
  const char *encoding; /* of a table; NULL: a file of courses */
  GPtrArray *rows;      /* (element-type JgCourseRow) */
  GPtrArray
      *problems; /* (element-type JgCourseProblem): with one of them nothing can be imported */
  guint n_more_problems; /* that are not listed */
  GPtrArray *notes;      /* (element-type utf8): what was passed over or understood */
} JgCourseImport;

#define JG_COURSE_MAX_PROBLEMS 50

JgCourseImport *jg_course_import_new (const JgTable *table,
                                      JgCatalogue *catalogue,
                                      JgCourseBook *book,
                                      GError **error);
JgCourseImport *jg_course_import_new_from_file (const char *path,
                                                JgCatalogue *catalogue,
                                                JgCourseBook *book,
                                                GCancellable *cancellable,
                                                GError **error);
gboolean jg_course_import_apply (JgCourseImport *self, JgCourseBook *book, GError **error);
guint jg_course_import_count (const JgCourseImport *self, JgCourseNews news);
char *jg_course_problem_dup_words (const JgCourseProblem *self, const char *name);
void jg_course_import_free (JgCourseImport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgCourseImport, jg_course_import_free)

G_END_DECLS
