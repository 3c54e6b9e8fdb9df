/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-course.h"

G_DEFINE_BOXED_TYPE (JgCourse, jg_course, jg_course_ref, jg_course_unref)

static void
link_free (JgCourseLink *self)
{
  g_free (self->task);
  g_free (self);
}

static void
module_free (JgCourseModule *self)
{
  g_free (self->name);
  g_free (self->content);
  g_ptr_array_unref (self->links);
  g_free (self);
}

/**
 * jg_course_new:
 *
 * Makes a course of which nothing is written.
 *
 * Returns: (transfer full): the course
 */
JgCourse *
jg_course_new (void)
{
  JgCourse *self = g_rc_box_new0 (JgCourse);

  self->modules = g_ptr_array_new_with_free_func ((GDestroyNotify) module_free);
  return self;
}

/**
 * jg_course_copy:
 * @self: a course
 *
 * Returns: (transfer full): a course of its own that says the same
 */
JgCourse *
jg_course_copy (const JgCourse *self)
{
  JgCourse *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = jg_course_new ();
  for (guint i = 0; i < JG_N_COURSE_FIELDS; i++)
    copy->values[i] = g_strdup (self->values[i]);
  for (guint i = 0; i < self->modules->len; i++)
    {
      const JgCourseModule *module = g_ptr_array_index (self->modules, i);
      JgCourseModule *other = jg_course_add_module (copy, module->name);

      other->hours = module->hours;
      other->content = g_strdup (module->content);
      for (guint k = 0; k < module->links->len; k++)
        {
          const JgCourseLink *link = g_ptr_array_index (module->links, k);

          jg_course_module_decide (other, link->task, link->accepted, link->hours);
        }
    }
  return copy;
}

/**
 * jg_course_ref:
 * @self: a course
 *
 * Returns: (transfer full): the same course
 */
JgCourse *
jg_course_ref (JgCourse *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_rc_box_acquire (self);
}

static void
course_clear (JgCourse *self)
{
  for (guint i = 0; i < JG_N_COURSE_FIELDS; i++)
    g_free (self->values[i]);
  g_ptr_array_unref (self->modules);
}

/**
 * jg_course_unref:
 * @self: (transfer full): a course
 *
 * Gives one reference back.
 */
void
jg_course_unref (JgCourse *self)
{
  g_return_if_fail (self != NULL);

  g_rc_box_release_full (self, (GDestroyNotify) course_clear);
}

static gboolean
modules_equal (const JgCourseModule *a, const JgCourseModule *b)
{
  if (g_strcmp0 (a->name, b->name) != 0 || a->hours != b->hours ||
      g_strcmp0 (a->content, b->content) != 0 || a->links->len != b->links->len)
    return FALSE;
  for (guint i = 0; i < a->links->len; i++)
    {
      const JgCourseLink *x = g_ptr_array_index (a->links, i);
      const JgCourseLink *y = g_ptr_array_index (b->links, i);

      if (g_strcmp0 (x->task, y->task) != 0 || x->accepted != y->accepted || x->hours != y->hours)
        return FALSE;
    }
  return TRUE;
}

/**
 * jg_course_equal:
 * @a: a course
 * @b: another
 *
 * Returns: whether both say the same
 */
gboolean
jg_course_equal (const JgCourse *a, const JgCourse *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  for (guint i = 0; i < JG_N_COURSE_FIELDS; i++)
    if (g_strcmp0 (a->values[i], b->values[i]) != 0)
      return FALSE;
  if (a->modules->len != b->modules->len)
    return FALSE;
  for (guint i = 0; i < a->modules->len; i++)
    if (!modules_equal (g_ptr_array_index (a->modules, i), g_ptr_array_index (b->modules, i)))
      return FALSE;
  return TRUE;
}

/**
 * jg_course_get:
 * @self: a course
 * @field: a field
 *
 * Returns: (transfer none) (nullable): its value as it is kept; %NULL where nothing is written
 */
const char *
jg_course_get (const JgCourse *self, JgCourseField field)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((guint) field < JG_N_COURSE_FIELDS, NULL);

  return self->values[field];
}

/**
 * jg_course_set:
 * @self: a course
 * @field: a field
 * @value: (nullable): what jg_course_field_check() lets pass; %NULL: nothing is written
 * @error: return location
 *
 * Writes one field.
 *
 * Returns: %TRUE when it is written; otherwise %FALSE with JG_COURSE_ERROR_INVALID, and nothing has changed
 */
gboolean
jg_course_set (JgCourse *self, JgCourseField field, const char *value, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail ((guint) field < JG_N_COURSE_FIELDS, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (value != NULL && !jg_course_field_check (field, value, error))
    return FALSE;
  g_free (self->values[field]);
  self->values[field] = g_strdup (value);
  return TRUE;
}

/**
 * jg_course_get_hours:
 * @self: a course
 * @field: %JG_COURSE_HOURS, %JG_COURSE_THEORY or %JG_COURSE_PRACTICE
 *
 * Gets hours. The sum of the two kinds stands for the whole where that is not written.
 *
 * Returns: half hours; %JG_COURSE_NO_HOURS where nothing is written
 */
int
jg_course_get_hours (const JgCourse *self, JgCourseField field)
{
  g_return_val_if_fail (self != NULL, JG_COURSE_NO_HOURS);
  g_return_val_if_fail (jg_course_field_kind (field) == JG_COURSE_KIND_HOURS, JG_COURSE_NO_HOURS);

  if (field == JG_COURSE_HOURS && self->values[JG_COURSE_HOURS] == NULL &&
      self->values[JG_COURSE_THEORY] != NULL && self->values[JG_COURSE_PRACTICE] != NULL)
    return jg_course_hours_parse (self->values[JG_COURSE_THEORY]) +
           jg_course_hours_parse (self->values[JG_COURSE_PRACTICE]);
  return jg_course_hours_parse (self->values[field]);
}

/**
 * jg_course_check_whole:
 * @self: a course
 * @field: (out): where it is wrong
 * @error: return location
 *
 * Tells whether the fields can stand beside each other: a name and a state are there, the kinds of hours add up, it does
 * not end before it begins, and an edition stands by a code only.
 *
 * Returns: %TRUE when they can; otherwise %FALSE with JG_COURSE_ERROR_INVALID
 */
gboolean
jg_course_check_whole (const JgCourse *self, JgCourseField *field, GError **error)
{
  int hours, theory, practice;

  g_return_val_if_fail (self != NULL && field != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  hours = jg_course_hours_parse (self->values[JG_COURSE_HOURS]);
  theory = jg_course_hours_parse (self->values[JG_COURSE_THEORY]);
  practice = jg_course_hours_parse (self->values[JG_COURSE_PRACTICE]);
  for (*field = JG_COURSE_NAME; *field <= JG_COURSE_STATE; (*field)++)
    if (self->values[*field] == NULL)
      {
        g_set_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_INVALID, "没有写%s",
                     jg_course_field_label (*field));
        return FALSE;
      }
  *field = JG_COURSE_HOURS;
  if (hours >= 0 && (MAX (theory, 0) + MAX (practice, 0) > hours ||
                     (theory >= 0 && practice >= 0 && theory + practice != hours)))
    {
      g_set_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_INVALID,
                   "写了 %s，与理论课时（%s）和实操课时（%s）加不起来",
                   self->values[JG_COURSE_HOURS],
                   theory >= 0 ? self->values[JG_COURSE_THEORY] : "未写",
                   practice >= 0 ? self->values[JG_COURSE_PRACTICE] : "未写");
      return FALSE;
    }
  *field = JG_COURSE_END;
  if (self->values[JG_COURSE_START] != NULL && self->values[JG_COURSE_END] != NULL &&
      g_strcmp0 (self->values[JG_COURSE_END], self->values[JG_COURSE_START]) < 0)
    {
      g_set_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_INVALID,
                   "写了“%s”，早于开课日期 %s；请核对两个日期", self->values[JG_COURSE_END],
                   self->values[JG_COURSE_START]);
      return FALSE;
    }
  *field = JG_COURSE_EDITION;
  if (self->values[JG_COURSE_EDITION] != NULL && self->values[JG_COURSE_CODE] == NULL)
    {
      g_set_error (error, JG_COURSE_ERROR, JG_COURSE_ERROR_INVALID,
                   "写了编码版本，没有写职业编码；请写上编码，或删去版本");
      return FALSE;
    }
  return TRUE;
}

/**
 * jg_course_make_id:
 * @self: a course with a name
 *
 * Makes an id out of what a course is known by, so that the same row of a table read twice is the same course.
 *
 * Returns: (transfer full): the id
 */
char *
jg_course_make_id (const JgCourse *self)
{
  static const JgCourseField known_by[] = { JG_COURSE_NAME, JG_COURSE_PROVIDER, JG_COURSE_LEVEL,
                                            JG_COURSE_START };
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (known_by); i++)
    {
      const char *value = self->values[known_by[i]];

      /* With the zero, so that two fields are not taken for one. */
      g_checksum_update (checksum, (const guchar *) (value != NULL ? value : ""), -1);
      g_checksum_update (checksum, (const guchar *) "", 1);
    }
  return g_strdup_printf ("course-%.12s", g_checksum_get_string (checksum));
}

/**
 * jg_course_add_module:
 * @self: a course
 * @name: name of the module
 *
 * Adds a module of which only the name is written.
 *
 * Returns: (transfer none): the module
 */
JgCourseModule *
jg_course_add_module (JgCourse *self, const char *name)
{
  JgCourseModule *module;

  g_return_val_if_fail (self != NULL, NULL);

  module = g_new0 (JgCourseModule, 1);
  module->name = g_strdup (name);
  module->hours = JG_COURSE_NO_HOURS;
  module->links = g_ptr_array_new_with_free_func ((GDestroyNotify) link_free);
  g_ptr_array_add (self->modules, module);
  return module;
}

/**
 * jg_course_sum_modules:
 * @self: a course
 *
 * Returns: half hours of all modules; %JG_COURSE_NO_HOURS when one has none, or there is no module
 */
int
jg_course_sum_modules (const JgCourse *self)
{
  int sum = 0;

  g_return_val_if_fail (self != NULL, JG_COURSE_NO_HOURS);

  for (guint i = 0; i < self->modules->len; i++)
    {
      const JgCourseModule *module = g_ptr_array_index (self->modules, i);

      if (module->hours == JG_COURSE_NO_HOURS)
        return JG_COURSE_NO_HOURS;
      sum += module->hours;
    }
  return self->modules->len > 0 ? sum : JG_COURSE_NO_HOURS;
}

/**
 * jg_course_module_find_link:
 * @self: a module
 * @task: sentence of a task
 *
 * Returns: (transfer none) (nullable): what the trainer decided of the task
 */
JgCourseLink *
jg_course_module_find_link (const JgCourseModule *self, const char *task)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->links->len; i++)
    {
      JgCourseLink *link = g_ptr_array_index (self->links, i);

      if (g_strcmp0 (link->task, task) == 0)
        return link;
    }
  return NULL;
}

/**
 * jg_course_module_decide:
 * @self: a module
 * @task: sentence of a task as printed
 * @accepted: whether the module teaches it
 * @hours: half hours of the module for it, or %JG_COURSE_NO_HOURS
 *
 * Keeps what the trainer decided of a task, in the place of what was decided before.
 */
void
jg_course_module_decide (JgCourseModule *self, const char *task, gboolean accepted, int hours)
{
  JgCourseLink *link;

  g_return_if_fail (self != NULL);
  g_return_if_fail (task != NULL);

  link = jg_course_module_find_link (self, task);
  if (link == NULL)
    {
      link = g_new0 (JgCourseLink, 1);
      link->task = g_strdup (task);
      g_ptr_array_add (self->links, link);
    }
  link->accepted = accepted;
  link->hours = accepted ? hours : JG_COURSE_NO_HOURS;
}

/**
 * jg_course_module_forget:
 * @self: a module
 * @task: sentence of a task
 *
 * Forgets what the trainer decided of a task: it may be suggested again.
 *
 * Returns: whether anything had been decided
 */
gboolean
jg_course_module_forget (JgCourseModule *self, const char *task)
{
  JgCourseLink *link;

  g_return_val_if_fail (self != NULL, FALSE);

  link = jg_course_module_find_link (self, task);
  return link != NULL && g_ptr_array_remove (self->links, link);
}
