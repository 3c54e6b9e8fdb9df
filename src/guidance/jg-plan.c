/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-plan-choice.h"

#include <stdio.h>

#include "jg-plan-words.h"

#define MAX_OCCUPATIONS 3
#define MAX_EMPLOYER_MEASURES 2
#define MAX_STEPS 4

/* Even a short sheet prints about so many; a step about one that is not printed would puzzle. */
#define CONFIRMED_MEASURES 3

struct _JgPlan
{
  GObject parent_instance;

  JgCatalogue *catalogue;
  JgProfile *profile;
  char *as_of;
  char *number;
  gboolean practice;
  JgOffice office;
  JgMatchResult *found; /* owns what the matcher found */
  GPtrArray *bare;      /* (element-type JgMatch): occupations asked for that it did not find */
  GPtrArray *matches;   /* (element-type JgMatch), borrowed from the two above */
  gboolean not_in_catalogue;
  GPtrArray *checks;    /* (element-type JgEligibility): one for each match, at least one */
  GPtrArray *measures;  /* (element-type JgVerdict), borrowed from checks */
  GPtrArray *employers; /* (element-type JgVerdict), borrowed from checks */
  guint n_more;
  GPtrArray *steps; /* (element-type JgPlanStep) */
  char *follow_up;
  JgPlanWords *words;
};

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
  self->measures = jg_plan_choice_run (self->profile, self->matches, self->checks,
                                       JG_PLAN_MAX_MEASURES, &self->n_more);
  self->employers = jg_plan_choice_employers (self->matches, self->checks, MAX_EMPLOYER_MEASURES);
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

/* jg_plan_get_catalogue:
 *
 * Returns: (transfer none): the catalogue the plan was made from */
JgCatalogue *
jg_plan_get_catalogue (JgPlan *self)
{
  g_return_val_if_fail (JG_IS_PLAN (self), NULL);

  return self->catalogue;
}

/* jg_plan_get_profile:
 *
 * Returns: (transfer none): the jobseeker's answers */
JgProfile *
jg_plan_get_profile (JgPlan *self)
{
  g_return_val_if_fail (JG_IS_PLAN (self), NULL);

  return self->profile;
}

/* jg_plan_get_as_of:
 *
 * Returns: (transfer none): the day the plan judges by, YYYY-MM-DD */
const char *
jg_plan_get_as_of (JgPlan *self)
{
  g_return_val_if_fail (JG_IS_PLAN (self), NULL);

  return self->as_of;
}

/* jg_plan_is_practice:
 *
 * Returns: whether the plan judged by another day than that on which it was made (演示日期) */
gboolean
jg_plan_is_practice (JgPlan *self)
{
  g_return_val_if_fail (JG_IS_PLAN (self), FALSE);

  return self->practice;
}

/* jg_plan_get_number:
 *
 * Returns: (transfer none): the number of the sheet (编号): the day and a random sign, nothing personal */
const char *
jg_plan_get_number (JgPlan *self)
{
  g_return_val_if_fail (JG_IS_PLAN (self), NULL);

  return self->number;
}

/* jg_plan_get_matches:
 *
 * Returns: (transfer none) (element-type JgMatch): the occupations of the sheet, none to three */
GPtrArray *
jg_plan_get_matches (JgPlan *self)
{
  g_return_val_if_fail (JG_IS_PLAN (self), NULL);

  return self->matches;
}

/* jg_plan_get_not_in_catalogue:
 *
 * Returns: whether the matcher says that the catalogue holds no occupation for the jobseeker's
 *   words; %FALSE when the occupations were given */
gboolean
jg_plan_get_not_in_catalogue (JgPlan *self)
{
  g_return_val_if_fail (JG_IS_PLAN (self), FALSE);

  return self->not_in_catalogue;
}

/* jg_plan_get_eligibility:
 *
 * Returns: (transfer none): every measure checked with the first occupation in question */
JgEligibility *
jg_plan_get_eligibility (JgPlan *self)
{
  g_return_val_if_fail (JG_IS_PLAN (self), NULL);

  return g_ptr_array_index (self->checks, 0);
}

/* jg_plan_get_measures:
 *
 * Returns: (transfer none) (element-type JgVerdict): the measures for the sheet in its order, at
 *   most JG_PLAN_MAX_MEASURES; a sheet that is short of room prints the first of them */
GPtrArray *
jg_plan_get_measures (JgPlan *self)
{
  g_return_val_if_fail (JG_IS_PLAN (self), NULL);

  return self->measures;
}

/* jg_plan_get_n_more:
 *
 * Returns: how many measures beyond jg_plan_get_measures() are likely or need asking */
guint
jg_plan_get_n_more (JgPlan *self)
{
  g_return_val_if_fail (JG_IS_PLAN (self), 0);

  return self->n_more;
}

/* jg_plan_get_employer_measures:
 *
 * Returns: (transfer none) (element-type JgVerdict): measures that pay the employer, each with a
 *   line that the jobseeker may show one; never to be printed as the jobseeker's own */
GPtrArray *
jg_plan_get_employer_measures (JgPlan *self)
{
  g_return_val_if_fail (JG_IS_PLAN (self), NULL);

  return self->employers;
}

/* jg_plan_get_steps:
 *
 * Returns: (transfer none) (element-type JgPlanStep): the steps of the action plan */
GPtrArray *
jg_plan_get_steps (JgPlan *self)
{
  g_return_val_if_fail (JG_IS_PLAN (self), NULL);

  return self->steps;
}

/* jg_plan_get_follow_up:
 *
 * Returns: (transfer none) (nullable): what jg_plan_set_follow_up() was given */
const char *
jg_plan_get_follow_up (JgPlan *self)
{
  g_return_val_if_fail (JG_IS_PLAN (self), NULL);

  return self->follow_up;
}

/* jg_plan_get_office:
 *
 * Returns: (transfer none): what the office prints; any of its strings may be %NULL */
const JgOffice *
jg_plan_get_office (JgPlan *self)
{
  g_return_val_if_fail (JG_IS_PLAN (self), NULL);

  return &self->office;
}

/* jg_plan_get_fact:
 * @key: key of a fact
 *
 * Returns: (transfer none) (nullable): the fact of the catalogue's vocabulary */
JgFact *
jg_plan_get_fact (JgPlan *self, const char *key)
{
  g_return_val_if_fail (JG_IS_PLAN (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  return jg_plan_words_get_fact (self->words, key);
}

/* jg_plan_get_question:
 * @fact: key of a fact
 *
 * Returns: (transfer none): the question that asks for it, or @fact itself where none is known */
const char *
jg_plan_get_question (JgPlan *self, const char *fact)
{
  g_return_val_if_fail (JG_IS_PLAN (self), NULL);
  g_return_val_if_fail (fact != NULL, NULL);

  return jg_plan_words_get_question (self->words, fact);
}

/* jg_plan_dup_citation:
 * @document: key of a document
 * @clause: (nullable): label of a clause
 *
 * Returns: (transfer full): document number and clause, or title and date where it has no number;
 *   @document itself when it is not in the catalogue */
char *
jg_plan_dup_citation (JgPlan *self, const char *document, const char *clause)
{
  g_return_val_if_fail (JG_IS_PLAN (self), NULL);
  g_return_val_if_fail (document != NULL, NULL);

  return jg_plan_words_dup_citation (self->words, document, clause);
}

/* jg_plan_dup_data_note:
 *
 * Returns: (transfer full): version of the data the plan was made from and the date up to which it
 *   knows the documents, in words */
char *
jg_plan_dup_data_note (JgPlan *self)
{
  const char *version;
  const char *date;

  g_return_val_if_fail (JG_IS_PLAN (self), NULL);

  version = jg_catalogue_get_edition_date (self->catalogue);
  date = jg_catalogue_get_data_date (self->catalogue);
  return g_strdup_printf ("数据版本 %s，文件收录到 %s", version != NULL ? version : "（未写）",
                          date != NULL ? date : "（未写）");
}

/* jg_plan_dup_place_name:
 * @code: a code of GB/T 2260
 *
 * Returns: (transfer full): the place in words: the province, and the place itself where a document
 *   of the catalogue names it; otherwise the rest of the code stands beside the province */
char *
jg_plan_dup_place_name (JgPlan *self, const char *code)
{
  g_return_val_if_fail (JG_IS_PLAN (self), NULL);
  g_return_val_if_fail (code != NULL, NULL);

  return jg_plan_words_dup_place_name (self->words, code);
}

/* jg_plan_has_local_documents:
 *
 * Returns: whether the catalogue holds a document of a place below the country that one of the
 *   jobseeker's places lies in */
gboolean
jg_plan_has_local_documents (JgPlan *self)
{
  g_return_val_if_fail (JG_IS_PLAN (self), FALSE);

  return jg_plan_words_has_local (self->words, self->profile);
}
