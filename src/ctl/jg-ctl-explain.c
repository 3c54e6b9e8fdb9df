/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One measure, and why the offer is what it is. */

#include "jg-ctl-explain.h"

static const char *const kinds[] = {
  [JG_CONDITION_ALL] = "all",
  [JG_CONDITION_ANY] = "any",
  [JG_CONDITION_NOT] = "not",
  [JG_CONDITION_FACT] = "fact",
  [JG_CONDITION_AGE] = "age",
  [JG_CONDITION_SEX] = "sex",
  [JG_CONDITION_EDUCATION] = "education",
  [JG_CONDITION_PLACE] = "place",
  [JG_CONDITION_WANTS] = "wants",
  [JG_CONDITION_OCCUPATION] = "occupation",
  [JG_CONDITION_ASK] = "ask",
};

static gboolean
is_for_individual (const JgMeasure *measure)
{
  return g_strv_contains ((const char *const *) measure->beneficiaries, "individual");
}

/* The tree the verdict was made from: of somebody else's money, the conditions on the person hired. */
static const JgCondition *
get_tree (const JgMeasure *measure)
{
  return is_for_individual (measure) ? measure->conditions : measure->worker;
}

/* Which of the rules of design §4 gave the offer: the first that fits. */
static const char *
get_why (const JgVerdict *verdict)
{
  const JgMeasure *measure = verdict->measure;

  switch (verdict->offer)
    {
    case JG_OFFER_BACKGROUND:
      return "文中是给有关部门的要求或研究、探索的事项，没有可以申领的，所以仅作背景。";
    case JG_OFFER_ENDED:
      return "判断日期已过文中写明的期限，所以不提供。";
    case JG_OFFER_FUTURE:
      return "判断日期早于文中写明的起始日期或发文日期，所以尚未开始。";
    case JG_OFFER_NO:
      return !is_for_individual (measure) ? "补贴或支持不是给求职者本人的，所以本人不能申请。"
                                          : "有一项条件不符合，所以不能申请。";
    case JG_OFFER_ASK:
      if (verdict->conditions == JG_STATE_UNKNOWN)
        return "没有条件不符合，但有条件还没有弄清，所以需先核实。";
      if (g_strcmp0 (measure->force, "local-option") == 0)
        return "条件都符合，但文中由地方决定是否实行，所以需先核实。";
      return "条件都符合，但文中的期限现在是否适用不能确定，所以需先核实。";
    case JG_OFFER_LIKELY:
      return "文中写明的条件都符合，所以可能符合，以经办机构审核为准。";
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
put_node (JsonBuilder *builder, const JgCondition *node, const JgConditionContext *context)
{
  g_autofree char *label = jg_condition_dup_label (node);

  json_builder_begin_object (builder);
  jg_ctl_put (builder, "kind", kinds[node->kind]);
  jg_ctl_put (builder, "condition", label);
  jg_ctl_put (builder, "state", jg_state_nick (jg_condition_check (node, context)));
  jg_ctl_put (builder, "key", node->key);
  jg_ctl_put (builder, "quote", node->quote);
  if (node->open)
    {
      json_builder_set_member_name (builder, "open");
      json_builder_add_boolean_value (builder, TRUE);
    }
  if (node->children != NULL)
    {
      json_builder_set_member_name (builder, "children");
      json_builder_begin_array (builder);
      for (guint i = 0; i < node->children->len; i++)
        put_node (builder, g_ptr_array_index (node->children, i), context);
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);
}

/* jg_ctl_put_explanation:
 *
 * Adds to an object what --explain tells beyond the verdict: why, dates_text, validity_basis, force_label,
 * whose_money and tree, which is null where the text prints no condition */
void
jg_ctl_put_explanation (JgCtl *ctl,
                        JgEligibilityChecker *checker,
                        JsonBuilder *builder,
                        const JgVerdict *verdict,
                        JgProfile *profile,
                        const char *occupation)
{
  const JgMeasure *measure = verdict->measure;
  const JgCondition *tree = get_tree (measure);
  g_autofree char *dates = jg_verdict_dup_dates_text (verdict, ctl->as_of);
  JgConditionContext context;

  jg_ctl_put (builder, "why", get_why (verdict));
  jg_ctl_put (builder, "dates_text", dates);
  jg_ctl_put (builder, "validity_basis", measure->validity_basis);
  jg_ctl_put (builder, "force_label", jg_measure_force_label (measure->force));
  json_builder_set_member_name (builder, "whose_money");
  json_builder_begin_array (builder);
  for (guint i = 0; measure->beneficiaries[i] != NULL; i++)
    json_builder_add_string_value (builder,
                                   jg_measure_beneficiary_label (measure->beneficiaries[i]));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "tree");
  if (tree == NULL ||
      !jg_eligibility_checker_init_context (checker, &context, profile, ctl->as_of,
                                            jg_measure_check_linked (measure, occupation)))
    json_builder_add_null_value (builder);
  else
    put_node (builder, tree, &context);
}

static void
print_node (const JgCondition *node, const JgConditionContext *context, int depth)
{
  g_autofree char *label = jg_condition_dup_label (node);
  const char *how = node->kind == JG_CONDITION_ALL   ? "（都要）"
                    : node->kind == JG_CONDITION_NOT ? "（不能是）"
                    : node->kind != JG_CONDITION_ANY ? ""
                    : node->open                     ? "（其一，名单没有列尽）"
                                                     : "（其一）";

  g_print ("%*s%s：%s%s", depth * 2, "", jg_state_label (jg_condition_check (node, context)), label,
           how);
  if (node->quote != NULL && g_strcmp0 (node->quote, label) != 0)
    g_print ("　原文“%s”", node->quote);
  g_print ("\n");
  for (guint i = 0; node->children != NULL && i < node->children->len; i++)
    print_node (g_ptr_array_index (node->children, i), context, depth + 1);
}

/* jg_ctl_print_explanation:
 *
 * Prints one measure for a person: the words of the text, the whole tree of conditions with states, dates, force,
 * whose money it is, and why the offer is what it is */
void
jg_ctl_print_explanation (JgCtl *ctl,
                          JgEligibilityChecker *checker,
                          const JgVerdict *verdict,
                          JgProfile *profile,
                          const char *occupation)
{
  const JgMeasure *measure = verdict->measure;
  const JgCondition *tree = get_tree (measure);
  g_autofree char *dates = jg_verdict_dup_dates_text (verdict, ctl->as_of);
  g_autofree char *name = jg_ctl_dup_marked (measure->name, measure->provenance);
  JgConditionContext context;

  g_print ("%s　%s\n出处：%s，%s\n原文：%s\n金额：%s\n\n", measure->id, name,
           measure->document_number != NULL ? measure->document_number : measure->document_title,
           measure->clause, measure->quote,
           measure->amount != NULL ? measure->amount : "文中未写金额");
  g_print ("结论：%s（按 %s 判断）\n原因：%s\n", jg_offer_label (verdict->offer), ctl->as_of,
           get_why (verdict));
  g_print ("条件：%s\n期限：%s。%s\n措辞：%s\n对象：", jg_state_label (verdict->conditions),
           jg_validity_label (verdict->validity), dates, jg_measure_force_label (measure->force));
  for (guint i = 0; measure->beneficiaries[i] != NULL; i++)
    g_print ("%s%s", i > 0 ? "、" : "", jg_measure_beneficiary_label (measure->beneficiaries[i]));
  g_print ("\n\n%s：\n", is_for_individual (measure) ? "逐项条件" : "对所雇人员的条件");

  for (guint i = 0; i < jg_verdict_get_reasons (verdict)->len; i++)
    {
      const JgReason *reason = g_ptr_array_index (jg_verdict_get_reasons (verdict), i);

      /* The region stands outside the tree of the text. */
      if (g_str_has_prefix (reason->condition, "适用地区："))
        g_print ("  %s：%s\n", jg_state_label (reason->state), reason->condition);
    }
  if (tree == NULL)
    g_print ("  文中未写条件。\n");
  else if (jg_eligibility_checker_init_context (checker, &context, profile, ctl->as_of,
                                                jg_measure_check_linked (measure, occupation)))
    print_node (tree, &context, 1);

  if (jg_verdict_get_ask (verdict)->len > 0)
    g_print ("\n还要问：\n");
  for (guint i = 0; i < jg_verdict_get_ask (verdict)->len; i++)
    g_print ("  %s\n", (const char *) g_ptr_array_index (jg_verdict_get_ask (verdict), i));
  g_print ("\n");
  for (guint i = 0; i < jg_verdict_get_caveats (verdict)->len; i++)
    if (g_strcmp0 (g_ptr_array_index (jg_verdict_get_caveats (verdict), i), dates) != 0)
      g_print ("注意：%s\n",
               (const char *) g_ptr_array_index (jg_verdict_get_caveats (verdict), i));
}
