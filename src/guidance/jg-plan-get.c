/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a plan says when it is asked. */

#include "jg-plan-private.h"

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

/* jg_plan_get_record:
 *
 * Returns: (transfer none): what the session holds of the jobseeker */
JgRecord *
jg_plan_get_record (JgPlan *self)
{
  g_return_val_if_fail (JG_IS_PLAN (self), NULL);

  return self->record;
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
 * Returns: (transfer none): the number of the sheet (编号), which is that of the record */
const char *
jg_plan_get_number (JgPlan *self)
{
  g_return_val_if_fail (JG_IS_PLAN (self), NULL);

  return jg_record_get_number (self->record);
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
 * Returns: (transfer none) (nullable): when and how the counsellor asks again (回访), in words */
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
