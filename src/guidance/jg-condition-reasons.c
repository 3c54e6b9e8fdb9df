/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Conditions in words: labels, reasons, and the notes that stand beside a result. */

#include "jg-condition-check.h"

#include "jg-condition-leaf.h"
#include "jg-kleene.h"

/**
 * jg_reason_new:
 * @condition: label in words
 * @state: its state
 * @fact: (nullable): fact key or field of the profile
 * @clause: (nullable): clause of the measure
 * @quote: (nullable): words of the text
 *
 * Makes a reason; the strings are copied.
 *
 * Returns: (transfer full): the reason
 */
JgReason *
jg_reason_new (const char *condition,
               JgState state,
               const char *fact,
               const char *clause,
               const char *quote)
{
  JgReason *self = g_new0 (JgReason, 1);

  self->condition = g_strdup (condition);
  self->state = state;
  self->fact = g_strdup (fact);
  self->clause = g_strdup (clause);
  self->quote = g_strdup (quote);
  return self;
}

/**
 * jg_reason_free:
 * @self: (transfer full): a reason
 *
 * Frees a reason.
 */
void
jg_reason_free (JgReason *self)
{
  g_free (self->condition);
  g_free (self->fact);
  g_free (self->clause);
  g_free (self->quote);
  g_free (self);
}

static void
append_bounds (GString *string, const JgCondition *condition, const char *unit)
{
  if (condition->has_at_least)
    g_string_append_printf (string, "%g%s以上", condition->at_least, unit);
  if (condition->has_more_than)
    g_string_append_printf (string, "超过%g%s", condition->more_than, unit);
  if (string->len > 0 && (condition->has_at_most || condition->has_less_than))
    g_string_append (string, "、");
  if (condition->has_at_most)
    g_string_append_printf (string, "%g%s以下", condition->at_most, unit);
  if (condition->has_less_than)
    g_string_append_printf (string, "不足%g%s", condition->less_than, unit);
}

static char *
dup_age_label (const JgCondition *condition)
{
  g_autoptr (GString) string = g_string_new (NULL);

  append_bounds (string, condition, "周岁");
  g_string_prepend (string, "年龄");
  return g_string_free (g_steal_pointer (&string), FALSE);
}

static char *
dup_education_label (const JgCondition *condition)
{
  g_autoptr (GString) string = g_string_new ("文化程度");

  for (guint i = 0; condition->values[i] != NULL; i++)
    g_string_append_printf (string, "%s%s", i > 0 ? "或" : "",
                            jg_education_label (condition->values[i]));
  if (condition->comparison != JG_COMPARE_IS)
    g_string_append (string, "以上");
  return g_string_free (g_steal_pointer (&string), FALSE);
}

/**
 * jg_condition_dup_label:
 * @condition: a condition
 *
 * Words a condition for the checked list: its own label, else the words of the text, else what it
 * compares.
 *
 * Returns: (transfer full): the label in Chinese
 */
char *
jg_condition_dup_label (const JgCondition *condition)
{
  g_return_val_if_fail (condition != NULL, NULL);

  if (condition->text != NULL)
    return g_strdup (condition->text);
  if (condition->quote != NULL)
    return g_strdup (condition->quote);

  switch (condition->kind)
    {
    case JG_CONDITION_AGE:
      return dup_age_label (condition);
    case JG_CONDITION_SEX:
      return g_strdup (g_str_equal (condition->values[0], "female") ? "女性" : "男性");
    case JG_CONDITION_EDUCATION:
      return dup_education_label (condition);
    case JG_CONDITION_PLACE:
      for (guint i = 0; i < JG_N_PLACES; i++)
        if (g_str_equal (jg_place_nick ((JgPlace) i), condition->key))
          return g_strdup_printf ("%s在规定地区", jg_place_label ((JgPlace) i));
      return g_strdup (condition->key);
    case JG_CONDITION_WANTS:
      return g_strdup_printf ("愿意%s", jg_wants_label (condition->key));
    case JG_CONDITION_OCCUPATION:
      return g_strdup ("所问职业在文中所列范围内");
    case JG_CONDITION_ALL:
      return g_strdup ("同时具备各项条件");
    case JG_CONDITION_ANY:
      return g_strdup ("具备其中一项条件");
    case JG_CONDITION_NOT:
      return g_strdup ("不属于文中排除的情形");
    case JG_CONDITION_FACT:
    case JG_CONDITION_ASK:
    default:
      return g_strdup (condition->key);
    }
}

/* The first leaf below that has the given state (as seen through negations), for its key. */
static char *
dup_deciding_key (const JgCondition *condition, const JgConditionContext *context, JgState state)
{
  if (condition->children == NULL)
    return jg_condition_check_leaf (condition, context).state == state
               ? jg_condition_dup_leaf_key (condition)
               : NULL;

  for (guint i = 0; i < condition->children->len; i++)
    {
      char *key =
          dup_deciding_key (g_ptr_array_index (condition->children, i), context,
                            condition->kind == JG_CONDITION_NOT ? jg_state_not (state) : state);

      if (key != NULL)
        return key;
    }
  return NULL;
}

static void
add_reason (const JgCondition *condition,
            const JgConditionContext *context,
            const char *clause,
            GPtrArray *reasons)
{
  JgState state = jg_condition_check (condition, context);
  g_autofree char *label = jg_condition_dup_label (condition);
  g_autofree char *key = dup_deciding_key (condition, context, state);

  g_ptr_array_add (reasons, jg_reason_new (label, state, key, clause, condition->quote));
}

/* Of alternatives, only those that make the result matter: the met ones of a met list, the ones not
 * failed of an unknown one, all of a failed one. */
static void
add_any_reasons (const JgCondition *condition,
                 const JgConditionContext *context,
                 const char *clause,
                 GPtrArray *reasons)
{
  JgState state = jg_condition_check (condition, context);
  guint n_live = 0;

  for (guint i = 0; i < condition->children->len; i++)
    if (jg_condition_check (g_ptr_array_index (condition->children, i), context) >= state)
      n_live++;

  /* A labelled list stays one line unless it is met, or hangs on a single alternative. */
  if (state != JG_STATE_MET && condition->text != NULL && (n_live != 1 || condition->open))
    {
      add_reason (condition, context, clause, reasons);
      return;
    }

  for (guint i = 0; i < condition->children->len; i++)
    {
      const JgCondition *child = g_ptr_array_index (condition->children, i);

      if (jg_condition_check (child, context) >= state)
        jg_condition_add_reasons (child, context, clause, reasons);
    }
  if (condition->open && state != JG_STATE_MET)
    g_ptr_array_add (reasons, jg_reason_new ("其他情形：文中的名单没有列尽（“等”）",
                                             JG_STATE_UNKNOWN, NULL, clause, condition->quote));
}

/**
 * jg_condition_add_reasons:
 * @condition: (nullable): a condition tree
 * @context: against what it is checked
 * @clause: (nullable): the clause it stands in
 * @reasons: (element-type JgReason): the reasons are added
 *
 * Adds one reason for each condition that bears on the result, in the order of the text.
 */
void
jg_condition_add_reasons (const JgCondition *condition,
                          const JgConditionContext *context,
                          const char *clause,
                          GPtrArray *reasons)
{
  g_return_if_fail (context != NULL);
  g_return_if_fail (reasons != NULL);

  if (condition == NULL)
    return;

  if (condition->kind == JG_CONDITION_ALL)
    for (guint i = 0; i < condition->children->len; i++)
      jg_condition_add_reasons (g_ptr_array_index (condition->children, i), context, clause,
                                reasons);
  else if (condition->kind == JG_CONDITION_ANY)
    add_any_reasons (condition, context, clause, reasons);
  else
    add_reason (condition, context, clause, reasons);
}

static gboolean
is_at_bound (const JgCondition *condition, double value)
{
  return (condition->has_at_least && value == condition->at_least) ||
         (condition->has_at_most && value == condition->at_most) ||
         (condition->has_more_than && value == condition->more_than) ||
         (condition->has_less_than && value == condition->less_than);
}

/**
 * jg_condition_add_notes:
 * @condition: (nullable): a condition tree
 * @context: against what it is checked
 * @notes: (element-type utf8): the notes are added, each once
 *
 * Adds what must be said beside the result: a number or age that stands exactly on a bound, and a date
 * after the as-of date, which counts as absent.
 */
void
jg_condition_add_notes (const JgCondition *condition,
                        const JgConditionContext *context,
                        GPtrArray *notes)
{
  const JgFactValue *value;
  g_autofree char *label = NULL;
  g_autofree char *note = NULL;
  int min, max;

  g_return_if_fail (context != NULL);
  g_return_if_fail (notes != NULL);

  if (condition == NULL)
    return;
  if (condition->children != NULL)
    {
      for (guint i = 0; i < condition->children->len; i++)
        jg_condition_add_notes (g_ptr_array_index (condition->children, i), context, notes);
      return;
    }

  label = jg_condition_dup_label (condition);
  if (condition->kind == JG_CONDITION_AGE)
    {
      if (jg_profile_get_age_at (context->profile, context->as_of, &min, &max) && min == max &&
          jg_condition_check_leaf (condition, context).state == JG_STATE_UNKNOWN)
        note = g_strdup_printf ("“%s”：年龄正好%d周岁，是否包含，文中未写明，须向经办机构确认。",
                                label, min);
    }
  else if (condition->kind == JG_CONDITION_FACT)
    {
      value = jg_profile_get_fact (context->profile, condition->key);
      if (value->state == JG_FACT_STRING && jg_date_is_late (value->string, &context->day) &&
          condition->comparison != JG_COMPARE_IS)
        note = g_strdup_printf ("“%s”：所填日期 %s 晚于判断日期 %s，按未填处理。", label,
                                value->string, context->as_of);
      else if (value->state == JG_FACT_NUMBER && condition->comparison == JG_COMPARE_NUMBER &&
               is_at_bound (condition, value->number))
        note = g_strdup_printf ("“%s”：所填数字正好在界限上，须向经办机构确认。", label);
    }

  if (note != NULL)
    jg_string_set_add (notes, note);
}
