/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-plan-suggest.h"

#define MAX_GENERAL 4

/* Even a short sheet prints about so many; a step about one that is not printed would puzzle. */
#define CONFIRMED_MEASURES 3

/* A place stands between 到, 在, 向, 至 or 由 and what is done there. */
#define PLACE                                                                                                 \
  "(?:到|在|向|至|由)((?:(?![到在向至由])[^，。；：（）“”]){0,36}?"                       \
  "(?:机构|部门|窗口|户籍地|常住地|就业地|参保地|务工地|居住地|登记地|所在地))" \
  "(?=办理|申请|申领|参加|进行|登记|领取|发放|提出|缴纳)"

/* Papers stand behind a verb of showing them. 支持, 扶持 and the like are other words. */
#define PAPER "(?:证明材料|证明|身份证件|证件|证书|身份证|驾驶证|合同|材料|信息|原因)"
#define PAPERS                                                                                                                 \
  "(?:(?<!无需)(?<!无须)(?<!不再)(?:凭|携带|提交|出示|应当提供|须提供|(?<![支扶保主坚维把])持)(?!" \
  "证|续)"                                                                                                                   \
  "([^，。；：（）“”]{0,24}?" PAPER "(?:[和或及、][^，。；：（）“”]{0,16}?" PAPER ")*)"                                        \
  "|((?:无需|无须)(?:提供|提交)[^，。；：（）“”]+))"

static GPtrArray *
find_all (const char *pattern, const char *quote)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) info = NULL;
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);

  g_assert (regex != NULL);
  g_regex_match (regex, quote, 0, &info);
  for (; g_match_info_matches (info); g_match_info_next (info, NULL))
    {
      g_autofree char *words = g_match_info_fetch (info, g_match_info_get_match_count (info) - 1);

      if (!g_ptr_array_find_with_equal_func (found, words, g_str_equal, NULL))
        g_ptr_array_add (found, g_steal_pointer (&words));
    }
  return found;
}

/* jg_plan_list_places:
 * @quote: the words of a measure, as printed
 *
 * Finds where a text says that something is applied for.
 *
 * Returns: (transfer full) (element-type utf8): pieces of @quote; none where it names no place */
GPtrArray *
jg_plan_list_places (const char *quote)
{
  g_return_val_if_fail (quote != NULL, NULL);

  return find_all (PLACE, quote);
}

/* jg_plan_list_papers:
 * @quote: the words of a measure, as printed
 *
 * Finds the papers that a text asks for, and those it says are not needed.
 *
 * Returns: (transfer full) (element-type utf8): pieces of @quote; none where it names no paper */
GPtrArray *
jg_plan_list_papers (const char *quote)
{
  g_return_val_if_fail (quote != NULL, NULL);

  return find_all (PAPERS, quote);
}

/* jg_plan_dup_deadline:
 *
 * Words until when a text says that the measure runs.
 *
 * Returns: (transfer full): at most as long as a step may say; 文中未写 where the text has no such date for it */
char *
jg_plan_dup_deadline (const JgMeasure *measure)
{
  static const char *const stated[] = { "measure", "document-term", "document-clause", NULL };

  g_return_val_if_fail (measure != NULL, NULL);

  if (measure->valid_to == NULL || measure->validity_basis == NULL)
    return g_strdup (JG_PLAN_NOT_IN_TEXT);
  if (g_strv_contains (stated, measure->validity_basis))
    return g_strdup_printf ("文中写到 %s", measure->valid_to);
  if (g_str_equal (measure->validity_basis, "document-clause-ambiguous"))
    return g_strdup_printf ("文末写到 %s，是否适用须问清", measure->valid_to);
  return g_strdup (JG_PLAN_NOT_IN_TEXT);
}

/* 文中“…”“…”, as printed. */
static GString *
quote_all (GPtrArray *pieces)
{
  GString *text = g_string_new (pieces->len > 0 ? "文中写" : JG_PLAN_NOT_IN_TEXT);

  for (guint i = 0; i < pieces->len; i++)
    g_string_append_printf (text, "“%s”", (const char *) g_ptr_array_index (pieces, i));
  return text;
}

static void
append_guide (GString *text, const JgDeskGuide *guide, const JgDeskField *fields, guint n_fields)
{
  guint n = 0;

  for (guint i = 0; i < n_fields; i++)
    if (guide->fields[fields[i]] != NULL)
      g_string_append_printf (text, "%s%s", n++ == 0 ? "；本机构：" : "，",
                              guide->fields[fields[i]]);
}

/* jg_plan_suggest_for_measure:
 * @desk: (nullable): what the office says itself of where to go and what to bring
 *
 * Proposes a step for a measure: what to do about it; place, papers and date in the words of its text, or 文中未写; behind
 * them, told apart, what the office wrote down.
 *
 * Returns: (transfer full): the step */
JgPlanStep *
jg_plan_suggest_for_measure (const JgVerdict *verdict, JgDesk *desk)
{
  static const JgDeskField where_fields[] = { JG_DESK_FIELD_COUNTER, JG_DESK_FIELD_ADDRESS };
  static const JgDeskField bring_fields[] = { JG_DESK_FIELD_MATERIALS };
  JgPlanStep *step;
  g_autoptr (GPtrArray) places = NULL;
  g_autoptr (GPtrArray) papers = NULL;
  g_autoptr (GString) where = NULL;
  g_autoptr (GString) bring = NULL;
  g_autofree char *what = NULL;
  g_autofree char *when = NULL;
  JgDeskGuide *guide;

  g_return_val_if_fail (verdict != NULL, NULL);

  step = jg_plan_step_new ();
  places = jg_plan_list_places (verdict->measure->quote);
  papers = jg_plan_list_papers (verdict->measure->quote);
  where = quote_all (places);
  bring = quote_all (papers);
  guide = desk != NULL ? jg_desk_get_guide (desk, verdict->measure->id) : NULL;
  if (guide != NULL)
    {
      append_guide (where, guide, where_fields, G_N_ELEMENTS (where_fields));
      append_guide (bring, guide, bring_fields, G_N_ELEMENTS (bring_fields));
    }
  what = g_strdup_printf (verdict->offer == JG_OFFER_LIKELY ? "向经办机构打听怎么办理：%s"
                                                            : "向经办机构核实能否享受：%s",
                          verdict->measure->name);
  when = jg_plan_dup_deadline (verdict->measure);
  jg_plan_step_set (step, JG_PLAN_STEP_WHAT, what);
  jg_plan_step_set (step, JG_PLAN_STEP_WHO, "本人");
  jg_plan_step_set (step, JG_PLAN_STEP_WHEN, when);
  jg_plan_step_set (step, JG_PLAN_STEP_WHERE, where->str);
  jg_plan_step_set (step, JG_PLAN_STEP_BRING, bring->str);
  jg_plan_step_set_measure (step, verdict->measure->id);
  return step;
}

static void
add_general (GPtrArray *steps, const char *what)
{
  JgPlanStep *step = jg_plan_step_new ();

  jg_plan_step_set (step, JG_PLAN_STEP_WHAT, what);
  g_ptr_array_add (steps, step);
}

/* Statuses that an authority grants are asked of that authority; the catalogue names it. */
static void
add_confirmations (JgPlan *plan, GPtrArray *steps)
{
  GPtrArray *measures = jg_plan_get_measures (plan);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < MIN (measures->len, CONFIRMED_MEASURES); i++)
    {
      JgVerdict *verdict = g_ptr_array_index (measures, i);

      for (guint k = 0; k < jg_verdict_get_ask (verdict)->len; k++)
        {
          const char *key = g_ptr_array_index (jg_verdict_get_ask (verdict), k);
          JgFact *fact = jg_plan_get_fact (plan, key);
          g_autofree char *what = NULL;

          if (fact == NULL || fact->granted_by == NULL || steps->len >= MAX_GENERAL - 1 ||
              !g_hash_table_add (seen, (char *) key))
            continue;
          what = g_strdup_printf ("向%s确认：%s", fact->granted_by, fact->question);
          add_general (steps, what);
        }
    }
}

/* jg_plan_suggest_general:
 *
 * Proposes the steps that are no single measure’s: to take the sheet to the office, to have granted statuses confirmed, to ask
 * for training.
 *
 * Returns: (transfer full) (element-type JgPlanStep): at most four */
GPtrArray *
jg_plan_suggest_general (JgPlan *plan)
{
  GPtrArray *steps;
  GPtrArray *matches;

  g_return_val_if_fail (JG_IS_PLAN (plan), NULL);

  steps = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_plan_step_free);
  matches = jg_plan_get_matches (plan);
  if (jg_plan_get_measures (plan)->len > 0)
    add_general (steps, "带本单到经办机构，核实第 6 部分各项现在是否办理。");
  add_confirmations (plan, steps);
  if (matches->len > 0 && jg_profile_wants (jg_plan_get_profile (plan), "training"))
    {
      JgMatch *match = g_ptr_array_index (matches, 0);
      g_autofree char *what = NULL;

      if (match->open_tasks->len > 0)
        {
          what = g_strdup_printf ("打听“%s”的培训，问清教哪些任务。", match->occupation->name);
          add_general (steps, what);
        }
    }
  return steps;
}

static gboolean
is_taken (GPtrArray *taken, const JgPlanStep *step)
{
  for (guint i = 0; i < taken->len; i++)
    {
      const JgPlanStep *other = g_ptr_array_index (taken, i);

      if (step->measure != NULL
              ? g_strcmp0 (step->measure, other->measure) == 0
              : g_strcmp0 (step->fields[JG_PLAN_STEP_WHAT], other->fields[JG_PLAN_STEP_WHAT]) == 0)
        return TRUE;
    }
  return FALSE;
}

/* jg_plan_list_suggestions:
 *
 * Lists what the counsellor may take over into the action plan: a step for each measure of the sheet that is not over, then
 * the general ones; without those that the record already has.
 *
 * Returns: (transfer full) (element-type JgPlanStep): the proposals */
GPtrArray *
jg_plan_list_suggestions (JgPlan *plan)
{
  GPtrArray *list;
  GPtrArray *measures;
  GPtrArray *taken;
  g_autoptr (GPtrArray) general = NULL;

  g_return_val_if_fail (JG_IS_PLAN (plan), NULL);

  list = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_plan_step_free);
  measures = jg_plan_get_measures (plan);
  taken = jg_record_get_steps (jg_plan_get_record (plan));
  for (guint i = 0; i < measures->len; i++)
    {
      const JgVerdict *verdict = g_ptr_array_index (measures, i);
      g_autoptr (JgPlanStep) step = NULL;

      if (verdict->offer == JG_OFFER_ENDED)
        continue;
      step = jg_plan_suggest_for_measure (verdict, jg_plan_get_desk (plan));
      if (!is_taken (taken, step))
        g_ptr_array_add (list, g_steal_pointer (&step));
    }
  general = jg_plan_suggest_general (plan);
  for (guint i = 0; i < general->len; i++)
    if (!is_taken (taken, g_ptr_array_index (general, i)))
      g_ptr_array_add (list, jg_plan_step_copy (g_ptr_array_index (general, i)));
  return list;
}
