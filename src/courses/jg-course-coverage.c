/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-course-coverage.h"

#include <string.h>

static gboolean
find_task (const JgOccupation *occupation, const char *text, guint *task)
{
  for (*task = 0; *task < occupation->tasks->len; (*task)++)
    if (g_strcmp0 (g_ptr_array_index (occupation->tasks, *task), text) == 0)
      return TRUE;
  return FALSE;
}

/* Hours that the trainer gave to tasks count as they are; what is left of the module goes in equal parts to the tasks without
 * hours. */
static void
fill_module (JgCourseCoverage *self, guint number)
{
  const JgCourseModule *module = g_ptr_array_index (self->course->modules, number);
  JgCourseCell *row = self->cells + (gsize) number * self->n_tasks;
  const double hours = MAX (module->hours, 0) / 2.0;
  double left = hours;
  guint n_open = 0;

  for (guint i = 0; i < module->links->len; i++)
    {
      const JgCourseLink *link = g_ptr_array_index (module->links, i);
      guint task;

      if (!find_task (self->occupation, link->task, &task))
        {
          g_ptr_array_add (self->gone, g_strdup (link->task));
          continue;
        }
      row[task].accepted = link->accepted;
      row[task].refused = !link->accepted;
      row[task].shared = link->accepted && link->hours == JG_COURSE_NO_HOURS;
      row[task].hours = link->hours == JG_COURSE_NO_HOURS ? 0 : link->hours / 2.0;
      left -= row[task].hours;
      n_open += row[task].shared;
    }
  left = MAX (left, 0);
  for (guint task = 0; task < self->n_tasks; task++)
    {
      if (row[task].shared)
        row[task].hours = left / n_open;
      self->task_hours[task] += row[task].hours;
    }
  self->free_hours[number] = n_open > 0 ? 0 : left;
  self->hours += hours;
  self->tied += hours - self->free_hours[number];
}

static JgCourseCoverage *
make_coverage (JgCourse *course, JgOccupation *occupation, JgCourseBasis basis)
{
  JgCourseCoverage *self = g_new0 (JgCourseCoverage, 1);

  self->course = jg_course_ref (course);
  self->occupation = occupation;
  self->basis = basis;
  self->n_modules = course->modules->len;
  self->n_tasks = occupation->tasks->len;
  self->cells = g_new0 (JgCourseCell, (gsize) self->n_modules * self->n_tasks);
  self->task_hours = g_new0 (double, self->n_tasks);
  self->free_hours = g_new0 (double, self->n_modules);
  self->gone = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->n_modules; i++)
    fill_module (self, i);
  for (guint task = 0; task < self->n_tasks; task++)
    self->n_covered += self->task_hours[task] > 0;
  return self;
}

/**
 * jg_course_coverage_new:
 * @catalogue: a catalogue
 * @course: a course
 *
 * Sets the modules of a course against the published tasks of its occupation. Only what the trainer accepted counts.
 *
 * Returns: (transfer full) (nullable): the coverage; %NULL when the course leads to no occupation
 */
JgCourseCoverage *
jg_course_coverage_new (JgCatalogue *catalogue, JgCourse *course)
{
  JgCourseBasis basis;
  JgOccupation *occupation;

  g_return_val_if_fail (JG_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (course != NULL, NULL);

  occupation = jg_course_find_occupation (catalogue, course, &basis);
  return occupation != NULL ? make_coverage (course, occupation, basis) : NULL;
}

/**
 * jg_course_coverage_free:
 * @self: (nullable) (transfer full): a coverage
 *
 * Frees a coverage.
 */
void
jg_course_coverage_free (JgCourseCoverage *self)
{
  if (self == NULL)
    return;
  jg_course_unref (self->course);
  jg_occupation_unref (self->occupation);
  g_free (self->cells);
  g_free (self->task_hours);
  g_free (self->free_hours);
  g_ptr_array_unref (self->gone);
  g_free (self);
}

/**
 * jg_course_coverage_get_cell:
 * @self: a coverage
 * @module: a module, from 0
 * @task: a task, from 0
 *
 * Returns: (transfer none): what the module gives to the task
 */
const JgCourseCell *
jg_course_coverage_get_cell (const JgCourseCoverage *self, guint module, guint task)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (module < self->n_modules && task < self->n_tasks, NULL);

  return &self->cells[(gsize) module * self->n_tasks + task];
}

/**
 * jg_course_coverage_get_percent:
 * @self: a coverage
 *
 * Returns: of the published tasks those with hours, in per cent; 0 when no tasks are published
 */
double
jg_course_coverage_get_percent (const JgCourseCoverage *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_tasks > 0 ? 100.0 * self->n_covered / self->n_tasks : 0;
}

static int
compare_coverages (gconstpointer a, gconstpointer b)
{
  const JgCourseCoverage *x = *(const JgCourseCoverage *const *) a;
  const JgCourseCoverage *y = *(const JgCourseCoverage *const *) b;

  if (x->n_covered != y->n_covered)
    return x->n_covered > y->n_covered ? -1 : 1;
  if (x->tied > y->tied || x->tied < y->tied)
    return x->tied > y->tied ? -1 : 1;
  return strcmp (jg_course_get (x->course, JG_COURSE_ID), jg_course_get (y->course, JG_COURSE_ID));
}

/**
 * jg_course_coverage_compare:
 * @catalogue: a catalogue
 * @courses: (element-type JgCourse): courses, each with an id
 * @occupation: id of an occupation
 *
 * Compares the courses of one occupation by what they cover.
 *
 * Returns: (transfer full) (element-type JgCourseCoverage): those of them that are of the occupation; the one that covers
 *   most tasks first, of equals the one with more hours tied to tasks
 */
GPtrArray *
jg_course_coverage_compare (JgCatalogue *catalogue, GPtrArray *courses, const char *occupation)
{
  GPtrArray *list;

  g_return_val_if_fail (JG_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (courses != NULL && occupation != NULL, NULL);

  list = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_course_coverage_free);
  for (guint i = 0; i < courses->len; i++)
    {
      JgCourseCoverage *coverage =
          jg_course_coverage_new (catalogue, g_ptr_array_index (courses, i));

      if (coverage != NULL && g_str_equal (coverage->occupation->id, occupation))
        g_ptr_array_add (list, coverage);
      else
        jg_course_coverage_free (coverage);
    }
  g_ptr_array_sort (list, compare_coverages);
  return list;
}
