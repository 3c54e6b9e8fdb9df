/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-session-private.h"

/* Occupations that are compared side by side. */

static gboolean
find (JgSession *self, const char *occupation, guint *index)
{
  return g_ptr_array_find_with_equal_func (self->compared, occupation, g_str_equal, index);
}

/**
 * jg_session_get_n_compared:
 * @self: a session
 *
 * Gets how many occupations are chosen for the comparison.
 *
 * Returns: 0 to %JG_COMPARE_MAX
 */
guint
jg_session_get_n_compared (JgSession *self)
{
  g_return_val_if_fail (JG_IS_SESSION (self), 0);

  return self->compared->len;
}

/**
 * jg_session_get_compared:
 * @self: a session
 * @index: which one
 *
 * Gets an occupation of the comparison, in the order of its columns.
 *
 * Returns: (transfer none) (nullable): its id, or %NULL past the end
 */
const char *
jg_session_get_compared (JgSession *self, guint index)
{
  g_return_val_if_fail (JG_IS_SESSION (self), NULL);

  return index < self->compared->len ? g_ptr_array_index (self->compared, index) : NULL;
}

/**
 * jg_session_is_compared:
 * @self: a session
 * @occupation: id of an occupation
 *
 * Tells whether an occupation is in the comparison.
 *
 * Returns: %TRUE when it is
 */
gboolean
jg_session_is_compared (JgSession *self, const char *occupation)
{
  g_return_val_if_fail (JG_IS_SESSION (self), FALSE);
  g_return_val_if_fail (occupation != NULL, FALSE);

  return find (self, occupation, NULL);
}

/**
 * jg_session_set_compared:
 * @self: a session
 * @occupation: id of an occupation
 * @compared: on or off
 *
 * Puts an occupation at the end of the comparison or takes it out.
 *
 * Returns: %FALSE when the comparison already holds %JG_COMPARE_MAX others
 */
gboolean
jg_session_set_compared (JgSession *self, const char *occupation, gboolean compared)
{
  gboolean is_in;
  guint index;

  g_return_val_if_fail (JG_IS_SESSION (self), FALSE);
  g_return_val_if_fail (occupation != NULL, FALSE);

  is_in = find (self, occupation, &index);
  if (is_in == !!compared)
    return TRUE;
  if (compared && self->compared->len >= JG_COMPARE_MAX)
    return FALSE;
  if (compared)
    g_ptr_array_add (self->compared, g_strdup (occupation));
  else
    g_ptr_array_remove_index (self->compared, index);
  g_signal_emit_by_name (self, "compared-changed");
  return TRUE;
}

/**
 * jg_session_move_compared:
 * @self: a session
 * @occupation: id of an occupation of the comparison
 * @by: columns to move it by, to the right
 *
 * Changes the order of the columns; past the ends nothing moves.
 */
void
jg_session_move_compared (JgSession *self, const char *occupation, int by)
{
  guint index;
  int to;

  g_return_if_fail (JG_IS_SESSION (self));
  g_return_if_fail (occupation != NULL);

  if (!find (self, occupation, &index))
    return;
  to = (int) index + by;
  if (by == 0 || to < 0 || to >= (int) self->compared->len)
    return;
  g_ptr_array_insert (self->compared, to, g_ptr_array_steal_index (self->compared, index));
  g_signal_emit_by_name (self, "compared-changed");
}

/**
 * jg_session_clear_compared:
 * @self: a session
 *
 * Takes every occupation out of the comparison.
 */
void
jg_session_clear_compared (JgSession *self)
{
  g_return_if_fail (JG_IS_SESSION (self));

  if (self->compared->len == 0)
    return;
  g_ptr_array_set_size (self->compared, 0);
  g_signal_emit_by_name (self, "compared-changed");
}

static gboolean
drop_unknown (JgSession *self, GPtrArray *compared)
{
  gboolean dropped = FALSE;

  for (guint i = compared->len; i > 0; i--)
    {
      g_autoptr (JgOccupation) occupation =
          jg_catalogue_get_occupation (self->catalogue, g_ptr_array_index (compared, i - 1));

      if (occupation != NULL)
        continue;
      g_ptr_array_remove_index (compared, i - 1);
      dropped = TRUE;
    }
  return dropped;
}

/* jg_session_drop_unknown_compared:
 *
 * Takes occupations out of the comparison that the catalogue has not any more. */
void
jg_session_drop_unknown_compared (JgSession *self)
{
  if (self->previous_compared != NULL)
    drop_unknown (self, self->previous_compared);
  if (drop_unknown (self, self->compared))
    g_signal_emit_by_name (self, "compared-changed");
}

/**
 * jg_session_build_compare:
 * @self: a session
 * @error: return location
 *
 * Lines the occupations of the comparison up. Where the jobseeker has said what they can do, the tasks that answer to it
 * are noted.
 *
 * Returns: (transfer full) (nullable): the comparison, or %NULL with an error of %JG_COMPARE_ERROR
 */
JgCompare *
jg_session_build_compare (JgSession *self, GError **error)
{
  g_autoptr (GPtrArray) ids = NULL;
  g_autoptr (JgCompare) compare = NULL;
  g_autoptr (JgMatchResult) matches = NULL;

  g_return_val_if_fail (JG_IS_SESSION (self), NULL);

  ids = g_ptr_array_new ();
  for (guint i = 0; i < self->compared->len; i++)
    g_ptr_array_add (ids, g_ptr_array_index (self->compared, i));
  g_ptr_array_add (ids, NULL);
  compare = jg_compare_new (self->catalogue, (const char *const *) ids->pdata, error);
  if (compare == NULL)
    return NULL;
  /* All of them: the list of matches stops where it gets long. */
  matches = jg_match_profile (self->catalogue, jg_session_get_profile (self), 0);
  jg_compare_set_matches (compare, matches);
  return g_steal_pointer (&compare);
}
