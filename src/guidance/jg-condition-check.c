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
  self->implied = NULL;
  self->linked = linked;

  return as_of != NULL && strlen (as_of) == strlen ("YYYY-MM-DD") &&
         jg_profile_read_date (as_of, &self->day, &last);
}

/**
 * jg_string_set_add:
 * @strings: (element-type GRefString): strings with g_ref_string_release() as their free function
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
    g_ptr_array_add (strings, g_ref_string_new (string));
}

/**
 * jg_condition_check:
 * @condition: (nullable): a condition tree, or %NULL where the text prints none
 * @context: against what it is checked
 *
 * Evaluates a tree in strong Kleene logic (docs/conditions.md), straight from the tree: for showing
 * one, not for deciding many, which #JgConditionProgram does. An open list never fails; a status is met
 * only when the profile says so; no condition at all is met.
 *
 * Returns: the state
 */
JgState
jg_condition_check (const JgCondition *condition, const JgConditionContext *context)
{
  JgState state;

  g_return_val_if_fail (context != NULL, JG_STATE_UNKNOWN);

  if (condition == NULL)
    return JG_STATE_MET;
  if (condition->children == NULL)
    return jg_condition_check_leaf (condition, context).state;

  state = condition->kind == JG_CONDITION_ANY
              ? (condition->open ? JG_STATE_UNKNOWN : JG_STATE_FAILED)
              : JG_STATE_MET;
  for (guint i = 0; i < condition->children->len; i++)
    {
      JgState child = jg_condition_check (g_ptr_array_index (condition->children, i), context);

      if (condition->kind == JG_CONDITION_NOT)
        return jg_state_not (child);
      state = condition->kind == JG_CONDITION_ALL ? jg_state_and (state, child)
                                                  : jg_state_or (state, child);
    }
  return state;
}
