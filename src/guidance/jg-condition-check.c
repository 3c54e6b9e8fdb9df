/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-condition-check.h"

#include <string.h>

#include "jg-condition-leaf.h"
#include "jg-kleene.h"

/**
 * jg_condition_context_init:
 * @self: the context to fill
 * @profile: the jobseeker's answers; must outlive the context
 * @as_of: the day on which is judged, YYYY-MM-DD; must outlive the context
 * @linked: whether the occupation in question is a link of the measure, unknown when there is none
 *
 * Prepares the checking of conditions.
 *
 * Returns: %FALSE when @as_of is not a full date
 */
gboolean
jg_condition_context_init (JgConditionContext *self,
                           JgProfile *profile,
                           const char *as_of,
                           JgState linked)
{
  GDate last;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (JG_IS_PROFILE (profile), FALSE);

  self->profile = profile;
  self->as_of = as_of;
  self->linked = linked;

  return as_of != NULL && strlen (as_of) == strlen ("YYYY-MM-DD") &&
         jg_profile_read_date (as_of, &self->day, &last);
}

/**
 * jg_string_set_add:
 * @strings: (element-type utf8): strings with g_free() as their free function
 * @string: one more
 *
 * Adds a copy of a string unless it is there.
 */
void
jg_string_set_add (GPtrArray *strings, const char *string)
{
  g_return_if_fail (strings != NULL);
  g_return_if_fail (string != NULL);

  if (!g_ptr_array_find_with_equal_func (strings, string, g_str_equal, NULL))
    g_ptr_array_add (strings, g_strdup (string));
}

/* The least and the greatest state a tree can still take, whatever is answered. With answers == FALSE
 * nothing more is answered and both are the state now. */
static void
get_range (const JgCondition *condition,
           const JgConditionContext *context,
           gboolean answers,
           JgState *min,
           JgState *max)
{
  if (condition->children == NULL)
    {
      JgLeaf leaf = jg_condition_check_leaf (condition, context);

      *min = answers && leaf.askable ? JG_STATE_FAILED : leaf.state;
      *max = answers && leaf.askable ? JG_STATE_MET : leaf.state;
      return;
    }

  *min = *max = condition->kind == JG_CONDITION_ANY
                    ? (condition->open ? JG_STATE_UNKNOWN : JG_STATE_FAILED)
                    : JG_STATE_MET;
  for (guint i = 0; i < condition->children->len; i++)
    {
      JgState child_min, child_max;

      get_range (g_ptr_array_index (condition->children, i), context, answers, &child_min,
                 &child_max);
      if (condition->kind == JG_CONDITION_ANY)
        {
          *min = jg_state_or (*min, child_min);
          *max = jg_state_or (*max, child_max);
        }
      else if (condition->kind == JG_CONDITION_ALL)
        {
          *min = jg_state_and (*min, child_min);
          *max = jg_state_and (*max, child_max);
        }
      else
        {
          *min = jg_state_not (child_max);
          *max = jg_state_not (child_min);
        }
    }
}

/**
 * jg_condition_check:
 * @condition: (nullable): a condition tree, or %NULL where the text prints none
 * @context: against what it is checked
 *
 * Evaluates a tree in strong Kleene logic (docs/pack-format.md). An open list never fails; a status
 * is met only when the profile says so; no condition at all is met.
 *
 * Returns: the state
 */
JgState
jg_condition_check (const JgCondition *condition, const JgConditionContext *context)
{
  JgState min, max;

  g_return_val_if_fail (context != NULL, JG_STATE_UNKNOWN);

  if (condition == NULL)
    return JG_STATE_MET;

  get_range (condition, context, FALSE, &min, &max);
  return min;
}

/* Only states between low and high still make a difference further up. */
static void
add_ask_within (const JgCondition *condition,
                const JgConditionContext *context,
                JgState low,
                JgState high,
                GPtrArray *ask)
{
  if (low >= high)
    return;

  if (condition->children == NULL)
    {
      g_autofree char *key = jg_condition_dup_leaf_key (condition);

      if (key != NULL && jg_condition_check_leaf (condition, context).askable)
        jg_string_set_add (ask, key);
      return;
    }

  for (guint i = 0; i < condition->children->len; i++)
    {
      const JgCondition *child = g_ptr_array_index (condition->children, i);
      JgState child_low = low, child_high = high;

      if (condition->kind == JG_CONDITION_NOT)
        {
          add_ask_within (child, context, jg_state_not (high), jg_state_not (low), ask);
          continue;
        }
      if (condition->kind == JG_CONDITION_ANY && condition->open)
        child_low = jg_state_or (child_low, JG_STATE_UNKNOWN);
      for (guint j = 0; j < condition->children->len; j++)
        {
          JgState min, max;

          if (i == j)
            continue;
          get_range (g_ptr_array_index (condition->children, j), context, TRUE, &min, &max);
          if (condition->kind == JG_CONDITION_ALL)
            child_high = jg_state_and (child_high, max);
          else
            child_low = jg_state_or (child_low, min);
        }
      add_ask_within (child, context, child_low, child_high, ask);
    }
}

/**
 * jg_condition_add_ask:
 * @condition: (nullable): a condition tree
 * @context: against what it is checked
 * @ask: (element-type utf8): the keys are added, each once
 *
 * Adds the keys whose answer could still change the state of the tree, alone or together with other
 * answers: fact keys, and age, sex, education, place:NICK, wants:NICK for fields of the profile. A
 * fact answered with “not known” is not among them.
 */
void
jg_condition_add_ask (const JgCondition *condition,
                      const JgConditionContext *context,
                      GPtrArray *ask)
{
  g_return_if_fail (context != NULL);
  g_return_if_fail (ask != NULL);

  if (condition != NULL)
    add_ask_within (condition, context, JG_STATE_FAILED, JG_STATE_MET, ask);
}
