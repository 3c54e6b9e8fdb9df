/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-session-private.h"

/* What the counsellor chose for the sheet. */

/**
 * jg_session_get_n_chosen:
 * @self: a session
 *
 * Gets how many occupations are on the sheet.
 *
 * Returns: 0 to %JG_SESSION_MAX_CHOSEN
 */
guint
jg_session_get_n_chosen (JgSession *self)
{
  g_return_val_if_fail (JG_IS_SESSION (self), 0);

  return self->now->chosen->len;
}

/**
 * jg_session_get_chosen:
 * @self: a session
 * @index: which one
 *
 * Gets an occupation of the sheet, in the order they were put there.
 *
 * Returns: (transfer none) (nullable): its id, or %NULL past the end
 */
const char *
jg_session_get_chosen (JgSession *self, guint index)
{
  g_return_val_if_fail (JG_IS_SESSION (self), NULL);

  return index < self->now->chosen->len ? g_ptr_array_index (self->now->chosen, index) : NULL;
}

/**
 * jg_session_is_chosen:
 * @self: a session
 * @occupation: id of an occupation
 *
 * Tells whether an occupation is on the sheet.
 *
 * Returns: %TRUE when it is
 */
gboolean
jg_session_is_chosen (JgSession *self, const char *occupation)
{
  g_return_val_if_fail (JG_IS_SESSION (self), FALSE);

  return g_ptr_array_find_with_equal_func (self->now->chosen, occupation, g_str_equal, NULL);
}

/**
 * jg_session_choose:
 * @self: a session
 * @occupation: id of an occupation
 * @chosen: on or off
 *
 * Puts an occupation on the sheet or takes it off.
 *
 * Returns: %FALSE when the sheet already holds %JG_SESSION_MAX_CHOSEN others
 */
gboolean
jg_session_choose (JgSession *self, const char *occupation, gboolean chosen)
{
  guint index;
  gboolean is_in;

  g_return_val_if_fail (JG_IS_SESSION (self), FALSE);
  g_return_val_if_fail (occupation != NULL, FALSE);

  is_in = g_ptr_array_find_with_equal_func (self->now->chosen, occupation, g_str_equal, &index);
  if (is_in == !!chosen)
    return TRUE;
  if (chosen && self->now->chosen->len >= JG_SESSION_MAX_CHOSEN)
    return FALSE;
  if (chosen)
    g_ptr_array_add (self->now->chosen, g_strdup (occupation));
  else
    g_ptr_array_remove_index (self->now->chosen, index);
  jg_session_touch (self);
  return TRUE;
}

/**
 * jg_session_get_steps:
 * @self: a session
 *
 * Gets the counsellor's own steps of the action plan. After changing them call jg_session_touch().
 *
 * Returns: (transfer none) (element-type JgPlanStep): the steps; g_free() and g_malloc() memory
 */
GPtrArray *
jg_session_get_steps (JgSession *self)
{
  g_return_val_if_fail (JG_IS_SESSION (self), NULL);

  return self->now->steps;
}

/**
 * jg_session_get_follow_up:
 * @self: a session
 *
 * Gets when and how the office will ask again.
 *
 * Returns: (transfer none) (nullable): the counsellor's words
 */
const char *
jg_session_get_follow_up (JgSession *self)
{
  g_return_val_if_fail (JG_IS_SESSION (self), NULL);

  return self->now->follow_up;
}

/**
 * jg_session_set_follow_up:
 * @self: a session
 * @follow_up: (nullable): the counsellor's words
 *
 * Sets when and how the office will ask again.
 */
void
jg_session_set_follow_up (JgSession *self, const char *follow_up)
{
  g_return_if_fail (JG_IS_SESSION (self));

  if (follow_up != NULL && *follow_up == '\0')
    follow_up = NULL;
  if (g_strcmp0 (follow_up, self->now->follow_up) == 0)
    return;
  g_free (self->now->follow_up);
  self->now->follow_up = g_strdup (follow_up);
  jg_session_touch (self);
}

/**
 * jg_session_get_large_print:
 * @self: a session
 *
 * Tells whether the sheet is set in large print.
 *
 * Returns: %TRUE for large print
 */
gboolean
jg_session_get_large_print (JgSession *self)
{
  g_return_val_if_fail (JG_IS_SESSION (self), FALSE);

  return self->now->large_print;
}

/**
 * jg_session_set_large_print:
 * @self: a session
 * @large_print: on or off
 *
 * Sets whether the sheet is set in large print.
 */
void
jg_session_set_large_print (JgSession *self, gboolean large_print)
{
  g_return_if_fail (JG_IS_SESSION (self));

  if (self->now->large_print == !!large_print)
    return;
  self->now->large_print = !!large_print;
  jg_session_touch (self);
}

/**
 * jg_session_get_desk:
 * @self: a session
 *
 * Gets the notes and the guide of this office, read on first use.
 *
 * Returns: (transfer none): the desk
 */
JgDesk *
jg_session_get_desk (JgSession *self)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (JG_IS_SESSION (self), NULL);

  if (self->desk == NULL)
    {
      path = g_build_filename (g_get_user_data_dir (), "jobguide", "desk.json", NULL);
      self->desk = jg_desk_new (path);
      if (!jg_desk_load (self->desk, &error))
        self->desk_trouble = g_strdup (error->message);
      /* The sheet prints them. */
      g_signal_connect_object (self->desk, "changed", G_CALLBACK (jg_session_touch), self,
                               G_CONNECT_SWAPPED);
    }
  return self->desk;
}

/**
 * jg_session_get_desk_trouble:
 * @self: a session
 *
 * Gets why the notes and the guide of this office could not be read.
 *
 * Returns: (transfer none) (nullable): what to tell the person, or %NULL when all is well
 */
const char *
jg_session_get_desk_trouble (JgSession *self)
{
  jg_session_get_desk (self);
  return self->desk_trouble;
}

static const char *
none_if_empty (const char *text)
{
  return text != NULL && *text != '\0' ? text : NULL;
}

/* A tick the answers no longer allow waits until they do; the sheet never names such a measure. */
static void
apply_ticks (JgSession *self, JgPlan *plan)
{
  for (guint i = 0; i < self->now->ticked->len; i++)
    {
      const char *measure = g_ptr_array_index (self->now->ticked, i);
      g_autoptr (GError) error = NULL;

      if (!jg_plan_add_measure (plan, measure, &error))
        g_debug ("%s is not printed: %s", measure, error->message);
    }
  for (guint i = 0; i < self->now->taken_off->len; i++)
    jg_plan_remove_measure (plan, g_ptr_array_index (self->now->taken_off, i));
}

/**
 * jg_session_is_printed:
 * @self: a session
 * @measure: id of a measure
 *
 * Tells whether the plan of the sitting as it stands names a measure, chosen by the plan or ticked.
 *
 * Returns: %TRUE when it does
 */
gboolean
jg_session_is_printed (JgSession *self, const char *measure)
{
  g_return_val_if_fail (JG_IS_SESSION (self), FALSE);
  g_return_val_if_fail (measure != NULL, FALSE);

  if (self->plan == NULL)
    {
      g_autoptr (GError) error = NULL;

      self->plan = jg_session_build_plan (self, &error);
      if (self->plan == NULL)
        {
          g_debug ("There is no plan: %s", error->message);
          return FALSE;
        }
    }
  return jg_plan_has_measure (self->plan, measure);
}

/**
 * jg_session_set_printed:
 * @self: a session
 * @measure: id of a measure
 * @printed: on or off
 *
 * Ticks a measure for the sheet or takes it off; it lasts as long as the sitting.
 */
void
jg_session_set_printed (JgSession *self, const char *measure, gboolean printed)
{
  GPtrArray *to;
  GPtrArray *from;
  guint index;

  g_return_if_fail (JG_IS_SESSION (self));
  g_return_if_fail (measure != NULL);

  to = printed ? self->now->ticked : self->now->taken_off;
  from = printed ? self->now->taken_off : self->now->ticked;
  if (g_ptr_array_find_with_equal_func (to, measure, g_str_equal, NULL))
    return;
  if (g_ptr_array_find_with_equal_func (from, measure, g_str_equal, &index))
    g_ptr_array_remove_index (from, index);
  g_ptr_array_add (to, g_strdup (measure));
  jg_session_touch (self);
}

/**
 * jg_session_build_plan:
 * @self: a session
 * @error: return location
 *
 * Makes the guidance plan of the sitting as it stands, for the sheet.
 *
 * Returns: (transfer full) (nullable): the plan, or %NULL with the error of jg_plan_new()
 */
JgPlan *
jg_session_build_plan (JgSession *self, GError **error)
{
  g_autoptr (JgPlan) plan = NULL;
  g_autoptr (GPtrArray) ids = NULL;
  g_autofree char *name = NULL;
  g_autofree char *address = NULL;
  g_autofree char *phone = NULL;
  g_autofree char *counsellor = NULL;
  JgOffice office;

  g_return_val_if_fail (JG_IS_SESSION (self), NULL);

  name = g_settings_get_string (self->settings, "office-name");
  address = g_settings_get_string (self->settings, "office-address");
  phone = g_settings_get_string (self->settings, "office-phone");
  counsellor = g_settings_get_string (self->settings, "counsellor");
  office.office = none_if_empty (name);
  office.address = none_if_empty (address);
  office.phone = none_if_empty (phone);
  office.counsellor = none_if_empty (counsellor);

  ids = g_ptr_array_new ();
  for (guint i = 0; i < self->now->chosen->len; i++)
    g_ptr_array_add (ids, g_ptr_array_index (self->now->chosen, i));
  g_ptr_array_add (ids, NULL);

  plan = jg_plan_new (self->catalogue, self->now->profile, jg_session_get_as_of (self),
                      (const char *const *) ids->pdata, &office, error);
  if (plan == NULL)
    return NULL;
  for (guint i = 0; i < self->now->steps->len; i++)
    {
      JgPlanStep *step = g_ptr_array_index (self->now->steps, i);

      if (none_if_empty (step->what) != NULL)
        jg_plan_add_step (plan, step->what, none_if_empty (step->who), none_if_empty (step->when));
    }
  apply_ticks (self, plan);
  jg_plan_set_desk (plan, jg_session_get_desk (self));
  if (self->now->follow_up != NULL)
    jg_plan_set_follow_up (plan, self->now->follow_up);
  return g_steal_pointer (&plan);
}
