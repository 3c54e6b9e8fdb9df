/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-course-lines.h"

#include <string.h>

#include <glib/gi18n.h>

#include "../jg-line.h"
#include "courses/jg-course-check.h"
#include "text/jg-text-forbidden.h"
#include "text/jg-text.h"

typedef struct
{
  guint n_warnings;
  char *occupation; /* its name; NULL where the course leads to none */
} Known;

struct _JgCourseLines
{
  GObject parent_instance;

  JgSession *session;
  GHashTable *known; /* (element-type JgCourse Known) */
};

G_DEFINE_FINAL_TYPE (JgCourseLines, jg_course_lines, G_TYPE_OBJECT)

static void
known_free (gpointer data)
{
  g_free (((Known *) data)->occupation);
  g_free (data);
}

/* Former states of courses that were written at are not needed for long. */
#define MAX_FORMER 200

/* The catalogue or the day is another. */
static void
forget (JgCourseLines *self)
{
  g_hash_table_remove_all (self->known);
}

static void
jg_course_lines_finalize (GObject *object)
{
  JgCourseLines *self = JG_COURSE_LINES (object);

  g_hash_table_unref (self->known);
  g_object_unref (self->session);

  G_OBJECT_CLASS (jg_course_lines_parent_class)->finalize (object);
}

static void
jg_course_lines_class_init (JgCourseLinesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jg_course_lines_finalize;
}

static void
jg_course_lines_init (JgCourseLines *self)
{
  self->known = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) jg_course_unref, known_free);
}

/**
 * jg_course_lines_new:
 * @session: what the pages share
 *
 * Returns: (transfer full): what makes the lines
 */
JgCourseLines *
jg_course_lines_new (JgSession *session)
{
  JgCourseLines *self;

  g_return_val_if_fail (JG_IS_SESSION (session), NULL);

  self = g_object_new (JG_TYPE_COURSE_LINES, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "catalogue-changed", G_CALLBACK (forget), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "as-of-changed", G_CALLBACK (forget), self, G_CONNECT_SWAPPED);
  return self;
}

static const Known *
get_known (JgCourseLines *self, JgCourse *course)
{
  JgCatalogue *catalogue = jg_session_get_catalogue (self->session);
  Known *known = g_hash_table_lookup (self->known, course);

  if (known == NULL)
    {
      g_autoptr (GPtrArray) warnings =
          jg_course_check (catalogue, course, jg_session_get_as_of (self->session));
      g_autoptr (JgOccupation) occupation = jg_course_find_occupation (catalogue, course, NULL);

      known = g_new0 (Known, 1);
      known->n_warnings = warnings->len;
      known->occupation = occupation != NULL ? g_strdup (occupation->name) : NULL;
      g_hash_table_insert (self->known, jg_course_ref (course), known);
    }
  return known;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/**
 * jg_course_lines_list_occupations:
 * @self: what makes the lines
 * @courses: (element-type JgCourse): courses
 *
 * Returns: (transfer full) (element-type utf8): names of the occupations that they are of, each once
 */
GPtrArray *
jg_course_lines_list_occupations (JgCourseLines *self, GPtrArray *courses)
{
  GPtrArray *names;

  g_return_val_if_fail (JG_IS_COURSE_LINES (self), NULL);
  g_return_val_if_fail (courses != NULL, NULL);

  names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < courses->len; i++)
    {
      const Known *known = get_known (self, g_ptr_array_index (courses, i));

      if (known->occupation != NULL &&
          !g_ptr_array_find_with_equal_func (names, known->occupation, g_str_equal, NULL))
        g_ptr_array_add (names, g_strdup (known->occupation));
    }
  g_ptr_array_sort (names, compare_names);
  return names;
}

/* Every word stands in what the course is known by. */
static gboolean
has_words (const JgCourse *course, const Known *known, char **words)
{
  static const JgCourseField fields[] = { JG_COURSE_NAME, JG_COURSE_PROVIDER, JG_COURSE_OCCUPATION,
                                          JG_COURSE_WORK_TYPE, JG_COURSE_LEVEL };
  g_autoptr (GString) all = g_string_new (known->occupation);
  g_autofree char *normal = NULL;

  if (words[0] == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (jg_course_get (course, fields[i]) != NULL)
      g_string_append_printf (all, " %s", jg_course_get (course, fields[i]));
  normal = jg_text_normalize_compact (all->str);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = jg_text_normalize_compact (words[i]);

      if (strstr (normal, word) == NULL)
        return FALSE;
    }
  return TRUE;
}

static JgLine *
make_line (const JgCourse *course, const Known *known)
{
  const char *confirmed = jg_course_get (course, JG_COURSE_CONFIRMED);
  const char *state =
      jg_course_field_choice_label (JG_COURSE_STATE, jg_course_get (course, JG_COURSE_STATE));
  g_autofree char *looked = confirmed != NULL ? g_strdup_printf (_ ("looked at %s"), confirmed)
                                              : g_strdup (_ ("never looked at"));
  g_autofree char *subtitle = g_strdup_printf (
      "%s · %s", known->occupation != NULL ? known->occupation : _ ("no occupation"), looked);
  g_autofree char *badge =
      known->n_warnings > 0
          ? g_strdup_printf (ngettext ("%s, %u remark", "%s, %u remarks", known->n_warnings), state,
                             known->n_warnings)
          : g_strdup (state);

  return jg_line_new (JG_LINE_ITEM, jg_course_get (course, JG_COURSE_ID),
                      jg_course_get (course, JG_COURSE_NAME), subtitle, badge);
}

/**
 * jg_course_lines_make:
 * @self: what makes the lines
 * @courses: (element-type JgCourse): courses
 * @query: words that stand in the course, or ""
 * @state: (nullable): a state; %NULL for all
 * @occupation: (nullable): name of an occupation; %NULL for all
 *
 * Makes the lines of the courses that pass.
 *
 * Returns: (transfer full) (element-type JgLine): the lines
 */
GPtrArray *
jg_course_lines_make (JgCourseLines *self,
                      GPtrArray *courses,
                      const char *query,
                      const char *state,
                      const char *occupation)
{
  g_autofree char *tidy = NULL;
  g_auto (GStrv) words = NULL;
  GPtrArray *lines;

  g_return_val_if_fail (JG_IS_COURSE_LINES (self), NULL);
  g_return_val_if_fail (courses != NULL && query != NULL, NULL);

  tidy = jg_text_dup_tidy (query, 0);
  words = g_strsplit (tidy != NULL ? tidy : "", " ", -1);
  lines = g_ptr_array_new_with_free_func (g_object_unref);
  if (g_hash_table_size (self->known) > courses->len + MAX_FORMER)
    forget (self);
  for (guint i = 0; i < courses->len; i++)
    {
      JgCourse *course = g_ptr_array_index (courses, i);
      const Known *known = get_known (self, course);

      if ((state == NULL || g_str_equal (state, jg_course_get (course, JG_COURSE_STATE))) &&
          (occupation == NULL || g_strcmp0 (occupation, known->occupation) == 0) &&
          has_words (course, known, words))
        g_ptr_array_add (lines, make_line (course, known));
    }
  return lines;
}
