/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-ctl-course.h"
#include "paper/jg-course-paper.h"

typedef JgPaper *(*MakePaper) (JgCtl *ctl, JgCatalogue *catalogue, JgCourse *course);

static JgPaper *
make_sheet (JgCtl *ctl, JgCatalogue *catalogue, JgCourse *course)
{
  return jg_course_paper_new (catalogue, course, ctl->as_of, ctl->large_print);
}

static JgPaper *
make_plan (JgCtl *ctl, JgCatalogue *catalogue, JgCourse *course)
{
  return jg_course_paper_new_plan (catalogue, course, ctl->large_print);
}

static int
write_paper (JgCtl *ctl, JgPaper *paper, const char *kind)
{
  g_autoptr (GError) error = NULL;

  if (!jg_paper_write_pdf (paper, ctl->output, &error))
    return jg_ctl_fail ("%s", error->message);
  if (ctl->json)
    {
      JsonBuilder *builder = jg_ctl_begin (ctl);

      jg_ctl_put_paper (ctl, builder, paper);
      jg_ctl_end (builder);
    }
  else
    g_print ("%s，共 %u 页：%s\n", kind, jg_paper_get_n_pages (paper), ctl->output);
  return JG_EXIT_DONE;
}

static int
print (JgCtl *ctl, JgCourseBook *book, char **arguments, const char *kind, MakePaper make)
{
  g_autoptr (JgCatalogue) catalogue = NULL;
  g_autoptr (JgPaper) paper = NULL;
  JgCourse *course;

  if (arguments[0] == NULL || arguments[1] != NULL || ctl->output == NULL)
    return jg_ctl_usage ("后面应写一门课程的编号或名称，并写 --output 文件.pdf");
  course = jg_ctl_course_find (book, arguments[0]);
  if (course == NULL)
    return JG_EXIT_NOTHING;
  catalogue = jg_ctl_open_catalogue (ctl);
  if (catalogue == NULL)
    return JG_EXIT_NOTHING;
  paper = make (ctl, catalogue, course);
  return write_paper (ctl, paper, kind);
}

/* jg_ctl_course_sheet:
 *
 * course sheet COURSE --output FILE.pdf [--large-print]
 *
 * Returns: 0, or 1 when there is no such course or nothing could be written */
int
jg_ctl_course_sheet (JgCtl *ctl, JgCourseBook *book, char **arguments)
{
  return print (ctl, book, arguments, "课程说明", make_sheet);
}

/* jg_ctl_course_plan:
 *
 * course plan COURSE --output FILE.pdf [--large-print]
 *
 * Returns: 0, or 1 when there is no such course or nothing could be written */
int
jg_ctl_course_plan (JgCtl *ctl, JgCourseBook *book, char **arguments)
{
  return print (ctl, book, arguments, "教学计划表", make_plan);
}

/* jg_ctl_course_catalogue:
 *
 * course catalogue [COURSE…] --output FILE.pdf [--large-print]
 *
 * Returns: 0, or 1 when there is no such course or nothing could be written */
int
jg_ctl_course_catalogue (JgCtl *ctl, JgCourseBook *book, char **arguments)
{
  g_autoptr (JgCatalogue) catalogue = NULL;
  g_autoptr (GPtrArray) courses = NULL;
  g_autoptr (JgPaper) paper = NULL;

  if (ctl->output == NULL)
    return jg_ctl_usage ("course catalogue 要写 --output 文件.pdf");
  courses = jg_ctl_course_select (book, arguments);
  if (courses == NULL)
    return JG_EXIT_NOTHING;
  catalogue = jg_ctl_open_catalogue (ctl);
  if (catalogue == NULL)
    return JG_EXIT_NOTHING;
  paper = jg_course_paper_new_catalogue (catalogue, courses, ctl->as_of, ctl->large_print);
  return write_paper (ctl, paper, "课程目录");
}
