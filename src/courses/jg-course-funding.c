/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which measures may pay for a course. Nothing is concluded here that a text does not say: words about lists, about teaching on
 * line and about dates are shown as printed, for the trainer to set against the course. */

#include "jg-course-funding.h"

#include <string.h>

static const char *const kinds[] = { "training", "living-allowance", "skill-upgrade", NULL };
static const char *const list_marks[] = { "目录", "清单", NULL };
static const char *const mode_marks[] = { "线上", "线下",     "网上", "网络培训",
                                          "远程", "数字培训", NULL };

/**
 * jg_course_funding_free:
 * @self: (nullable) (transfer full): a funding
 *
 * Frees a funding.
 */
void
jg_course_funding_free (JgCourseFunding *self)
{
  if (self == NULL)
    return;
  jg_measure_unref (self->measure);
  g_free (self->dates);
  g_free (self->list_words);
  g_free (self->mode_words);
  g_free (self->link_words);
  g_free (self);
}

/* The first part of a sentence, from one comma to the next, that holds one of some words. */
static char *
find_part (const char *quote, const char *const *marks)
{
  const char *start = quote;

  for (const char *p = quote;; p = g_utf8_next_char (p))
    {
      const gunichar c = *p != '\0' ? g_utf8_get_char (p) : 0;

      if (c == 0 || g_utf8_strchr ("，,；;。：:\n", -1, c) != NULL)
        {
          g_autofree char *part = g_strndup (start, (gsize) (p - start));

          for (guint i = 0; marks[i] != NULL; i++)
            if (strstr (part, marks[i]) != NULL)
              return g_steal_pointer (&part);
          if (c == 0)
            return NULL;
          start = g_utf8_next_char (p);
        }
    }
}

static const JgOccupationLink *
find_link (const JgMeasure *measure, const JgOccupation *occupation)
{
  for (guint i = 0; occupation != NULL && i < measure->occupations->len; i++)
    {
      const JgOccupationLink *link = g_ptr_array_index (measure->occupations, i);

      if (g_strcmp0 (link->occupation, occupation->id) == 0)
        return link;
    }
  return NULL;
}

static gboolean
is_chosen (const JgCourse *course, const char *measure)
{
  const char *ids = jg_course_get (course, JG_COURSE_MEASURES);
  g_auto (GStrv) list = g_strsplit (ids != NULL ? ids : "", " ", -1);

  return g_strv_contains ((const char *const *) list, measure);
}

static JgCourseFunding *
make_funding (const JgVerdict *verdict,
              const JgCourse *course,
              const JgOccupation *occupation,
              const char *as_of)
{
  const JgOccupationLink *link = find_link (verdict->measure, occupation);
  JgCourseFunding *self = g_new0 (JgCourseFunding, 1);

  self->measure = jg_measure_ref (verdict->measure);
  self->validity = verdict->validity;
  self->dates = jg_verdict_dup_dates_text (verdict, as_of);
  self->list_words = find_part (verdict->measure->quote, list_marks);
  self->mode_words = find_part (verdict->measure->quote, mode_marks);
  self->link_words = link != NULL ? g_strdup (link->words) : NULL;
  self->chosen = is_chosen (course, verdict->measure->id);
  return self;
}

/* Words without money or without anybody who gets it are no funding. */
static gboolean
may_pay (const JgMeasure *measure, const JgOccupation *occupation)
{
  if (!g_strv_contains (kinds, measure->kind) || g_strcmp0 (measure->tier, "C") == 0 ||
      g_strcmp0 (measure->force, "explore") == 0)
    return FALSE;
  return g_strcmp0 (measure->occupation_basis, "all") == 0 ||
         find_link (measure, occupation) != NULL;
}

static int
get_rank (const JgCourseFunding *self)
{
  if (self->validity == JG_VALIDITY_ENDED)
    return 3;
  return self->validity == JG_VALIDITY_FUTURE ? 2 : 0;
}

/* Those that have not ended first; then those that name the occupation; then those of a subsidy (tier A). */
static int
compare_fundings (gconstpointer a, gconstpointer b)
{
  const JgCourseFunding *x = *(const JgCourseFunding *const *) a;
  const JgCourseFunding *y = *(const JgCourseFunding *const *) b;

  if (get_rank (x) != get_rank (y))
    return get_rank (x) - get_rank (y);
  if ((x->link_words != NULL) != (y->link_words != NULL))
    return x->link_words != NULL ? -1 : 1;
  if (g_strcmp0 (x->measure->tier, y->measure->tier) != 0)
    return g_strcmp0 (x->measure->tier, y->measure->tier);
  return strcmp (x->measure->id, y->measure->id);
}

/* With chosen_only: those that the course counts on, whatever they are; else those that may pay. */
static GPtrArray *
list_fundings (JgCatalogue *catalogue,
               const JgCourse *course,
               const char *as_of,
               gboolean chosen_only)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_course_funding_free);
  g_autoptr (JgOccupation) occupation = jg_course_find_occupation (catalogue, course, NULL);
  g_autoptr (JgProfile) nobody = jg_profile_new ();
  g_autoptr (JgEligibility) eligibility = jg_eligibility_check (catalogue, nobody, as_of, NULL);

  for (guint i = 0; i < eligibility->verdicts->len; i++)
    {
      const JgVerdict *verdict = g_ptr_array_index (eligibility->verdicts, i);

      if (chosen_only ? is_chosen (course, verdict->measure->id)
                      : may_pay (verdict->measure, occupation))
        g_ptr_array_add (list, make_funding (verdict, course, occupation, as_of));
    }
  g_ptr_array_sort (list, compare_fundings);
  return list;
}

/**
 * jg_course_funding_list:
 * @catalogue: a catalogue
 * @course: a course
 * @as_of: the day to judge dates by, YYYY-MM-DD
 *
 * Lists the measures of training that may pay for a course, or for those who take part in it: for all occupations or for its
 * own, with a benefit in the text. Whether they do is for the agency in charge.
 *
 * Returns: (transfer full) (element-type JgCourseFunding): the measures; those that have ended last
 */
GPtrArray *
jg_course_funding_list (JgCatalogue *catalogue, const JgCourse *course, const char *as_of)
{
  g_return_val_if_fail (JG_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (course != NULL && as_of != NULL, NULL);

  return list_fundings (catalogue, course, as_of, FALSE);
}

/**
 * jg_course_funding_check:
 * @catalogue: a catalogue
 * @course: a course
 * @as_of: the day to judge dates by, YYYY-MM-DD
 *
 * Looks at the measures that a course counts on.
 *
 * Returns: (transfer full) (element-type JgCourseFunding): those of them that the catalogue knows
 */
GPtrArray *
jg_course_funding_check (JgCatalogue *catalogue, const JgCourse *course, const char *as_of)
{
  g_return_val_if_fail (JG_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (course != NULL && as_of != NULL, NULL);

  return list_fundings (catalogue, course, as_of, TRUE);
}
