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
 * Returns: 0 to %JG_RECORD_MAX_CHOSEN
 */
guint
jg_session_get_n_chosen (JgSession *self)
{
  g_return_val_if_fail (JG_IS_SESSION (self), 0);

  return g_strv_length ((char **) jg_record_get_chosen (self->record));
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

  return index < jg_session_get_n_chosen (self) ? jg_record_get_chosen (self->record)[index] : NULL;
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

  return jg_record_is_chosen (self->record, occupation);
}

/**
 * jg_session_choose:
 * @self: a session
 * @occupation: id of an occupation
 * @chosen: on or off
 *
 * Puts an occupation on the sheet or takes it off.
 *
 * Returns: %FALSE when the sheet already holds %JG_RECORD_MAX_CHOSEN others
 */
gboolean
jg_session_choose (JgSession *self, const char *occupation, gboolean chosen)
{
  g_return_val_if_fail (JG_IS_SESSION (self), FALSE);
  g_return_val_if_fail (occupation != NULL, FALSE);

  return jg_record_choose (self->record, occupation, chosen);
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
  g_return_if_fail (JG_IS_SESSION (self));
  g_return_if_fail (measure != NULL);

  jg_record_tick (self->record, measure, printed);
}

/**
 * jg_session_build_plan:
 * @self: a session
 * @error: return location
 *
 * Makes the guidance plan of the sitting as it stands, for the sheet.
 *
 * Returns: (transfer full) (nullable): the plan, or %NULL with the error of jg_plan_new_for_record()
 */
JgPlan *
jg_session_build_plan (JgSession *self, GError **error)
{
  g_autoptr (JgPlan) plan = NULL;
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

  plan = jg_plan_new_for_record (self->catalogue, self->record, jg_session_get_as_of (self),
                                 &office, error);
  if (plan == NULL)
    return NULL;
  jg_plan_set_desk (plan, jg_session_get_desk (self));
  return g_steal_pointer (&plan);
}
