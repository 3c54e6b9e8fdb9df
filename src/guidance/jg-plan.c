/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-plan-private.h"

#include <stdio.h>

#include "jg-plan-suggest.h"

G_DEFINE_QUARK (jg - plan - error - quark, jg_plan_error)
G_DEFINE_FINAL_TYPE (JgPlan, jg_plan, G_TYPE_OBJECT)

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
  g_clear_pointer (&self->follow_up, g_free);
  g_free ((char *) self->office.office);
  g_free ((char *) self->office.address);
  g_free ((char *) self->office.phone);
  g_free ((char *) self->office.counsellor);
  g_clear_object (&self->desk);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->profile);
  g_clear_object (&self->record);

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
  self->bare = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_match_free);
  self->matches = g_ptr_array_new ();
  self->checks = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_eligibility_free);
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_plan_step_free);
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

static void
add_occupation (JgPlan *self, JgOccupation *occupation)
{
  JgMatch *match = find_match (self->found->matches, occupation->id);

  if (match == NULL)
    {
      match = jg_match_new_bare (occupation);
      g_ptr_array_add (self->bare, match);
    }
  g_ptr_array_add (self->matches, match);
}

/* What the counsellor chose, as far as this catalogue knows it; else the best that was not struck out. */
static void
choose_occupations (JgPlan *self)
{
  const char *const *chosen = jg_record_get_chosen (self->record);
  const gboolean any = chosen[0] != NULL;

  self->found = jg_match_record_whole (self->catalogue, self->record);
  self->not_in_catalogue = !any && self->found->not_in_catalogue;
  for (gsize i = 0; chosen[i] != NULL; i++)
    {
      g_autoptr (JgOccupation) occupation =
          jg_catalogue_get_occupation (self->catalogue, chosen[i]);

      if (occupation != NULL)
        add_occupation (self, occupation);
    }
  for (guint i = 0; !any && i < self->found->matches->len; i++)
    {
      JgMatch *match = g_ptr_array_index (self->found->matches, i);

      if (self->matches->len < JG_RECORD_MAX_CHOSEN &&
          jg_record_get_strike_reason (self->record, match->occupation->id) == NULL)
        g_ptr_array_add (self->matches, match);
    }
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

/* jg_plan_choose_named:
 * @record: where they are chosen, after those that are
 * @occupations: (nullable): codes, names or ids
 *
 * Chooses occupations by what a person writes for them.
 *
 * Returns: whether all were; otherwise JG_PLAN_ERROR_OCCUPATION */
gboolean
jg_plan_choose_named (JgCatalogue *catalogue,
                      JgRecord *record,
                      const char *const *occupations,
                      GError **error)
{
  g_return_val_if_fail (JG_IS_CATALOGUE (catalogue), FALSE);
  g_return_val_if_fail (JG_IS_RECORD (record), FALSE);

  for (gsize i = 0; occupations != NULL && occupations[i] != NULL; i++)
    {
      g_autoptr (JgOccupation) occupation = jg_catalogue_get_occupation (catalogue, occupations[i]);

      if (occupation == NULL)
        occupation = jg_catalogue_find_occupation (catalogue, occupations[i], NULL, NULL);
      if (occupation == NULL)
        {
          g_set_error (error, JG_PLAN_ERROR, JG_PLAN_ERROR_OCCUPATION,
                       "目录中没有职业“%s”。请写职业编码（如 4-02-07-10）或职业名称。",
                       occupations[i]);
          return FALSE;
        }
      if (!jg_record_choose (record, occupation->id, TRUE))
        {
          g_set_error (error, JG_PLAN_ERROR, JG_PLAN_ERROR_OCCUPATION,
                       "一张职业指导单最多写 %d 个职业。", JG_RECORD_MAX_CHOSEN);
          return FALSE;
        }
    }
  return TRUE;
}

/* jg_plan_new:
 * @catalogue: the catalogue
 * @profile: the jobseeker's answers
 * @as_of: the day to judge by, YYYY-MM-DD
 * @occupations: (nullable): codes, names or ids of at most three occupations; %NULL or an empty
 *   list takes the best that match the profile
 * @office: (nullable): what the office prints on its sheets; copied
 *
 * Makes the guidance plan of a jobseeker of whom nothing but the profile is known.
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
  g_autoptr (JgRecord) record = NULL;

  g_return_val_if_fail (JG_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (JG_IS_PROFILE (profile), NULL);
  g_return_val_if_fail (as_of != NULL, NULL);

  if (!check_date (as_of, error))
    return NULL;
  record = jg_record_new_for_profile (profile, as_of);
  if (!jg_plan_choose_named (catalogue, record, occupations, error))
    return NULL;
  return jg_plan_new_for_record (catalogue, record, as_of, office, error);
}

static void
copy_office (JgPlan *self, const JgOffice *office)
{
  if (office == NULL)
    return;
  self->office.office = g_strdup (office->office);
  self->office.address = g_strdup (office->address);
  self->office.phone = g_strdup (office->phone);
  self->office.counsellor = g_strdup (office->counsellor);
}

/* What the counsellor agreed with the person; where nothing is agreed, the general proposals. */
static void
take_steps (JgPlan *self)
{
  GPtrArray *steps = jg_record_get_steps (self->record);
  g_autoptr (GPtrArray) general = NULL;

  for (guint i = 0; i < steps->len; i++)
    {
      const JgPlanStep *step = g_ptr_array_index (steps, i);

      if (step->fields[JG_PLAN_STEP_WHAT] != NULL)
        g_ptr_array_add (self->steps, jg_plan_step_copy (step));
    }
  if (self->steps->len > 0)
    return;
  general = jg_plan_suggest_general (self);
  for (guint i = 0; i < general->len; i++)
    g_ptr_array_add (self->steps, jg_plan_step_copy (g_ptr_array_index (general, i)));
}

/* A tick the answers no longer allow waits until they do; the sheet never names such a measure. */
static void
take_ticks (JgPlan *self)
{
  const char *const *ticked = jg_record_get_ticked (self->record);
  const char *const *taken_off = jg_record_get_taken_off (self->record);

  for (gsize i = 0; ticked[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!jg_plan_add_measure (self, ticked[i], &error))
        g_debug ("%s is not printed: %s", ticked[i], error->message);
    }
  for (gsize i = 0; taken_off[i] != NULL; i++)
    jg_plan_remove_measure (self, taken_off[i]);
}

static void
take_follow_up (JgPlan *self)
{
  const char *day = jg_record_get_follow_up (self->record);
  const char *way = jg_record_get_text (self->record, JG_RECORD_FOLLOW_UP_WAY);

  if (day != NULL && way != NULL)
    self->follow_up = g_strdup_printf ("%s，%s", day, way);
  else
    self->follow_up = g_strdup (day != NULL ? day : way);
}

/* jg_plan_new_for_record:
 * @catalogue: the catalogue
 * @record: what the session holds of the jobseeker
 * @as_of: the day to judge by, YYYY-MM-DD
 * @office: (nullable): what the office prints on its sheets; copied
 *
 * Makes the guidance plan: occupations with reasons, measures with verdicts, steps. What the counsellor chose, struck
 * out, ticked and wrote stands over what the plan would propose. The record is read now and not again.
 *
 * Returns: (transfer full): the plan, or %NULL with JG_PLAN_ERROR_DATE */
JgPlan *
jg_plan_new_for_record (JgCatalogue *catalogue,
                        JgRecord *record,
                        const char *as_of,
                        const JgOffice *office,
                        GError **error)
{
  g_autoptr (JgPlan) self = NULL;
  g_autofree char *today = NULL;

  g_return_val_if_fail (JG_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (JG_IS_RECORD (record), NULL);
  g_return_val_if_fail (as_of != NULL, NULL);

  if (!check_date (as_of, error))
    return NULL;
  self = g_object_new (JG_TYPE_PLAN, NULL);
  self->catalogue = g_object_ref (catalogue);
  self->record = g_object_ref (record);
  self->profile = g_object_ref (jg_record_get_profile (record));
  self->as_of = g_strdup (as_of);
  today = dup_today ();
  self->practice = g_strcmp0 (as_of, today) != 0;
  copy_office (self, office);
  choose_occupations (self);
  check_measures (self);
  self->words = jg_plan_words_new (self->catalogue, self->checks);
  take_ticks (self);
  take_steps (self);
  take_follow_up (self);
  return g_steal_pointer (&self);
}
