/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-course-output.h"

#include <glib/gi18n.h>

#include "../jg-paper-output.h"
#include "paper/jg-course-paper.h"

static const char *const names[JG_N_COURSE_OUTPUTS] = { "课程说明", "教学计划表", "课程目录" };

static JgPaper *
make_paper (JgSession *session, GPtrArray *courses, JgCourseOutput output)
{
  JgCatalogue *catalogue = jg_session_get_catalogue (session);
  const char *as_of = jg_session_get_as_of (session);
  const gboolean large = jg_record_get_large_print (jg_session_get_record (session));
  JgCourse *course = g_ptr_array_index (courses, 0);

  switch (output)
    {
    case JG_COURSE_OUTPUT_SHEET:
      return jg_course_paper_new (catalogue, course, as_of, large);
    case JG_COURSE_OUTPUT_PLAN:
      return jg_course_paper_new_plan (catalogue, course, large);
    case JG_COURSE_OUTPUT_CATALOGUE:
    case JG_N_COURSE_OUTPUTS:
    default:
      return jg_course_paper_new_catalogue (catalogue, courses, as_of, large);
    }
}

static char *
make_name (GPtrArray *courses, JgCourseOutput output)
{
  char *name;

  if (output == JG_COURSE_OUTPUT_CATALOGUE)
    return g_strdup (names[output]);
  name = g_strdup_printf ("%s %s", names[output],
                          jg_course_get (g_ptr_array_index (courses, 0), JG_COURSE_NAME));
  /* A stroke would be read as a folder. */
  return g_strdelimit (name, "/\n", '-');
}

/**
 * jg_course_output_print:
 * @near: a widget of the window
 * @session: what the pages share
 * @courses: (element-type JgCourse): at least one course; only the catalogue takes more
 * @output: what to print
 *
 * Opens the print dialog for courses.
 */
void
jg_course_output_print (GtkWidget *near,
                        JgSession *session,
                        GPtrArray *courses,
                        JgCourseOutput output)
{
  g_autoptr (JgPaper) paper = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (courses != NULL && courses->len > 0);

  paper = make_paper (session, courses, output);
  name = make_name (courses, output);
  jg_paper_output_print (near, paper, name);
}

/**
 * jg_course_output_save_pdf:
 * @near: a widget of the window
 * @session: what the pages share
 * @courses: (element-type JgCourse): at least one course; only the catalogue takes more
 * @output: what to save
 *
 * Asks where to save courses as PDF, and saves them.
 */
void
jg_course_output_save_pdf (GtkWidget *near,
                           JgSession *session,
                           GPtrArray *courses,
                           JgCourseOutput output)
{
  g_autoptr (JgPaper) paper = NULL;
  g_autofree char *stem = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (courses != NULL && courses->len > 0);

  paper = make_paper (session, courses, output);
  stem = make_name (courses, output);
  name = g_strconcat (stem, ".pdf", NULL);
  jg_paper_output_save_pdf (near, paper, _ ("Save Courses as PDF"), name);
}
