/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-plan-private.h"

#include <stdio.h>

#define MAX_OCCUPATIONS 3
#define MAX_STEPS 4

/* Even a short sheet prints about so many; a step about one that is not printed would puzzle. */
#define CONFIRMED_MEASURES 3

G_DEFINE_QUARK (jg - plan - error - quark, jg_plan_error)
G_DEFINE_FINAL_TYPE (JgPlan, jg_plan, G_TYPE_OBJECT)

static void
step_free (JgPlanStep *step)
{
  g_free (step->what);
  g_free (step->who);
  g_free (step->when);
  g_free (step);
}

static void
bare_match_free (JgMatch *match)
{
  jg_occupation_unref (match->occupation);
  g_ptr_array_unref (match->reasons);
  g_array_unref (match->open_tasks);
  g_free (match);
}

static void
jg_plan_finalize (GObject *object)
{
  JgPlan *self = JG_PLAN (object);

  g_clear_pointer (&self->measures, g_ptr_array_unref);
  g_clear_pointer (&self->chosen, g_ptr_array_unref);
  g_clear_pointer (&self->ticked, g_ptr_array_unref);
  g_clear_pointer (&self->taken_off, g_ptr_array_unref);
  g_clear_pointer (&self->employers, g_ptr_array_unref);
  g_clear_pointer (&self->matches, g_ptr_array_unref);
  g_clear_pointer (&self->bare, g_ptr_array_unref);
  g_clear_pointer (&self->found, jg_match_result_free);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_pointer (&self->words, jg_plan_words_free);
  g_clear_pointer (&self->as_of, g_free);
  g_clear_pointer (&self->number, g_free);
  g_clear_pointer (&self->follow_up, g_free);
  g_free ((char *) self->office.office);
  g_free ((char *) self->office.address);
  g_free ((char *) self->office.phone);
  g_free ((char *) self->office.counsellor);
  g_clear_object (&self->desk);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->profile);

  G_OBJECT_CLASS (jg_plan_parent_class)->finalize (object);
}

static void
jg_plan_class_init (JgPlanClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jg_plan_finalize;
}

static void
jg_plan_init (JgPlan *self)
{
  self->bare = g_ptr_array_new_with_free_func ((GDestroyNotify) bare_match_free);
  self->matches = g_ptr_array_new ();
  self->checks = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_eligibility_free);
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
}

static gboolean
check_date (const char *as_of, GError **error)
{
  int year, month, day, used = 0;

  if (sscanf (as_of, "%4d-%2d-%2d%n", &year, &month, &day, &used) == 3 && used == 10 &&
      as_of[10] == '\0' && year > 0 && month > 0 && day > 0 &&
      g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return TRUE;
  g_set_error (error, JG_PLAN_ERROR, JG_PLAN_ERROR_DATE,
               "“%s”不是日期，请写成 YYYY-MM-DD，例如 2026-11-23。", as_of);
  return FALSE;
}

static char *
dup_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

/* Date and six random figures, which can be copied by hand and said on the telephone; nothing of the
 * person is in it. */
static char *
make_number (const char *as_of)
{
  g_auto (GStrv) parts = g_strsplit (as_of, "-", 3);

  return g_strdup_printf ("%s%s%s-%06d", parts[0], parts[1], parts[2],
                          g_random_int_range (0, 1000000));
}

static JgMatch *
make_bare_match (JgOccupation *occupation)
{
  JgMatch *match = g_new0 (JgMatch, 1);

  match->occupation = jg_occupation_ref (occupation);
  match->reasons = g_ptr_array_new ();
  match->open_tasks = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint task = 1; task <= occupation->tasks->len; task++)
    g_array_append_val (match->open_tasks, task);
  return match;
}

static JgMatch *
find_match (GPtrArray *matches, const char *occupation)
{
  for (guint i = 0; i < matches->len; i++)
    {
      JgMatch *match = g_ptr_array_index (matches, i);

      if (g_strcmp0 (match->occupation->id, occupation) == 0)
        return match;
    }
  return NULL;
}

static gboolean
choose_occupations (JgPlan *self, const char *const *occupations, GError **error)
{
  gboolean any = occupations != NULL && occupations[0] != NULL;

  self->found = jg_match_profile (self->catalogue, self->profile, any ? G_MAXINT : MAX_OCCUPATIONS);
  self->not_in_catalogue = !any && self->found->not_in_catalogue;
  if (!any)
    {
      for (guint i = 0; i < MIN (self->found->matches->len, MAX_OCCUPATIONS); i++)
        g_ptr_array_add (self->matches, g_ptr_array_index (self->found->matches, i));
      return TRUE;
    }
  for (guint i = 0; occupations[i] != NULL; i++)
    {
      g_autoptr (JgOccupation) occupation =
          jg_catalogue_get_occupation (self->catalogue, occupations[i]);
      JgMatch *match;

      if (occupation == NULL)
        occupation = jg_catalogue_find_occupation (self->catalogue, occupations[i], NULL, NULL);
      if (occupation == NULL)
        {
          g_set_error (error, JG_PLAN_ERROR, JG_PLAN_ERROR_OCCUPATION,
                       "目录中没有职业“%s”。请写职业编码（如 4-02-07-10）或职业名称。",
                       occupations[i]);
          return FALSE;
        }
      if (find_match (self->matches, occupation->id) != NULL)
        continue;
      if (self->matches->len == MAX_OCCUPATIONS)
        {
          g_set_error (error, JG_PLAN_ERROR, JG_PLAN_ERROR_OCCUPATION,
                       "一张职业指导单最多写 %d 个职业。", MAX_OCCUPATIONS);
          return FALSE;
        }
      match = find_match (self->found->matches, occupation->id);
      if (match == NULL)
        {
          match = make_bare_match (occupation);
          g_ptr_array_add (self->bare, match);
        }
      g_ptr_array_add (self->matches, match);
    }
  return TRUE;
}

static void
check_measures (JgPlan *self)
{
  for (guint i = 0; i < MAX (self->matches->len, 1); i++)
    {
      const char *occupation = NULL;

      if (i < self->matches->len)
        occupation = ((JgMatch *) g_ptr_array_index (self->matches, i))->occupation->id;
      g_ptr_array_add (self->checks, jg_eligibility_check (self->catalogue, self->profile,
                                                           self->as_of, occupation));
    }
  jg_plan_choose_measures (self);
}

/* Statuses that an authority grants are asked of that authority; the catalogue names it. */
static void
suggest_confirmations (JgPlan *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < MIN (self->measures->len, CONFIRMED_MEASURES); i++)
    {
      JgVerdict *verdict = g_ptr_array_index (self->measures, i);

      for (guint k = 0; k < verdict->ask->len; k++)
        {
          const char *key = g_ptr_array_index (verdict->ask, k);
          JgFact *fact = jg_plan_words_get_fact (self->words, key);
          g_autofree char *what = NULL;

          if (fact == NULL || fact->granted_by == NULL || self->steps->len >= MAX_STEPS - 1 ||
              !g_hash_table_add (seen, (char *) key))
            continue;
          what = g_strdup_printf ("向%s确认：%s", fact->granted_by, fact->question);
          jg_plan_add_step (self, what, NULL, NULL);
        }
    }
}

static void
suggest_steps (JgPlan *self)
{
  if (self->measures->len > 0)
    jg_plan_add_step (self, "带本单到经办机构，核实第 6 部分各项现在是否办理。", NULL, NULL);
  suggest_confirmations (self);
  if (self->matches->len > 0 && jg_profile_wants (self->profile, "training"))
    {
      JgMatch *match = g_ptr_array_index (self->matches, 0);
      g_autofree char *what = NULL;

      if (match->open_tasks->len > 0)
        {
          what = g_strdup_printf ("打听“%s”的培训，问清教哪些任务。", match->occupation->name);
          jg_plan_add_step (self, what, NULL, NULL);
        }
    }
}

/* jg_plan_new:
 * @catalogue: the catalogue
 * @profile: the jobseeker's answers
 * @as_of: the day to judge by, YYYY-MM-DD
 * @occupations: (nullable): codes, names or ids of at most three occupations; %NULL or an empty
 *   list takes the best that match the profile
 * @office: (nullable): what the office prints on its sheets; copied
 *
 * Makes the guidance plan of a jobseeker: occupations with reasons, measures with verdicts and
 * suggested steps. The profile is read now and not again.
 *
 * Returns: (transfer full): the plan, or %NULL with JG_PLAN_ERROR_DATE or
 *   JG_PLAN_ERROR_OCCUPATION */
JgPlan *
jg_plan_new (JgCatalogue *catalogue,
             JgProfile *profile,
             const char *as_of,
             const char *const *occupations,
             const JgOffice *office,
             GError **error)
{
  g_autoptr (JgPlan) self = NULL;
  g_autofree char *today = NULL;

  g_return_val_if_fail (JG_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (JG_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (as_of != NULL, NULL);

  if (!check_date (as_of, error))
    return NULL;
  self = g_object_new (JG_TYPE_PLAN, NULL);
  self->catalogue = g_object_ref (catalogue);
  self->profile = g_object_ref (profile);
  self->as_of = g_strdup (as_of);
  self->number = make_number (as_of);
  today = dup_today ();
  self->practice = g_strcmp0 (as_of, today) != 0;
  if (office != NULL)
    {
      self->office.office = g_strdup (office->office);
      self->office.address = g_strdup (office->address);
      self->office.phone = g_strdup (office->phone);
      self->office.counsellor = g_strdup (office->counsellor);
    }
  if (!choose_occupations (self, occupations, error))
    return NULL;
  check_measures (self);
  self->words = jg_plan_words_new (self->catalogue, self->checks);
  suggest_steps (self);
  return g_steal_pointer (&self);
}

/* jg_plan_add_step:
 * @what: what is to be done
 * @who: (nullable): who does it
 * @when: (nullable): until when
 *
 * Appends a step to the action plan (行动计划). */
void
jg_plan_add_step (JgPlan *self, const char *what, const char *who, const char *when)
{
  JgPlanStep *step;

  g_return_if_fail (JG_IS_PLAN (self));
  g_return_if_fail (what != NULL);

  step = g_new0 (JgPlanStep, 1);
  step->what = g_strdup (what);
  step->who = g_strdup (who);
  step->when = g_strdup (when);
  g_ptr_array_add (self->steps, step);
}

/* jg_plan_set_follow_up:
 * @follow_up: (nullable): when and how the counsellor asks again (回访), in the counsellor's words */
void
jg_plan_set_follow_up (JgPlan *self, const char *follow_up)
{
  g_return_if_fail (JG_IS_PLAN (self));

  g_free (self->follow_up);
  self->follow_up = g_strdup (follow_up);
}
