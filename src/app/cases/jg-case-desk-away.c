/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the sitting is while the store is locked, and one that was broken off. */

#include "jg-case-desk-private.h"

#include "casework/jg-case-record.h"

/* jg_case_desk_put_away:
 *
 * Seals the sitting and takes it out of the window; the store is about to be locked. */
void
jg_case_desk_put_away (JgCaseDesk *self)
{
  g_autoptr (JgRecord) nobody = NULL;

  g_clear_object (&self->hidden);
  g_clear_pointer (&self->away, g_free);
  self->away_case = 0;
  if (jg_case_desk_get_keeping (self) != JG_KEEPING_NOTHING)
    {
      self->away = g_strdup (jg_case_store_get_counsellor (self->store));
      /* What may not be written, or cannot, waits in memory. */
      if (!jg_case_desk_write (self))
        self->hidden = g_object_ref (self->record);
      else if (jg_case_desk_get_keeping (self) == JG_KEEPING_SAVED)
        self->away_case = jg_case_desk_get_case (self);
      nobody = jg_record_new ();
      jg_case_desk_show_record (self, nobody);
    }
  /* Whatever waited is still in the store. */
  self->waits = self->found != NULL;
  g_clear_object (&self->found);
  jg_session_forget_previous (self->session);
  g_clear_handle_id (&self->write_id, g_source_remove);
  self->has_draft = FALSE;
}

/* Looks for a sitting that was broken off. */
static JgRecord *
find_draft (JgCaseDesk *self)
{
  g_autofree char *today = jg_case_desk_dup_today (self);
  g_autoptr (GError) error = NULL;
  JgRecord *record = jg_case_store_load_draft_record (self->store, today, &self->found_id,
                                                      &self->found_changed, &error);

  if (record != NULL)
    jg_case_desk_tie_to_case (self, record, self->found_id);
  else if (!g_error_matches (error, JG_CASE_ERROR, JG_CASE_ERROR_NOT_FOUND))
    jg_case_desk_set_trouble (self, error->message);
  if (record != NULL)
    jg_case_desk_tie_of (record)->changed = TRUE;
  return record;
}

/* jg_case_desk_bring_back:
 *
 * The store was unlocked: brings back what was put away, or says that there is something from an earlier day. */
void
jg_case_desk_bring_back (JgCaseDesk *self)
{
  const gboolean same = g_strcmp0 (self->away, jg_case_store_get_counsellor (self->store)) == 0;
  const gboolean empty = jg_case_desk_get_keeping (self) == JG_KEEPING_NOTHING;
  g_autoptr (JgRecord) draft = find_draft (self);

  if (same && empty && self->hidden != NULL)
    jg_case_desk_show_record (self, self->hidden);
  else if (same && empty && self->away_case != 0)
    jg_case_desk_show_case (self, self->away_case, NULL);
  else if (same && empty && draft != NULL && !self->waits)
    jg_case_desk_show_record (self, draft);
  else
    self->waits = TRUE;
  if (self->waits && draft != NULL)
    g_set_object (&self->found, draft);
  self->has_draft = draft != NULL && self->found == NULL;
  self->waits = FALSE;
  if (same)
    {
      g_clear_object (&self->hidden);
      g_clear_pointer (&self->away, g_free);
      self->away_case = 0;
    }
  if (self->found != NULL)
    jg_case_desk_say_found (self);
  else
    jg_case_desk_plan_write (self);
}

/**
 * jg_case_desk_get_found:
 * @self: a desk
 * @alias: (out) (transfer none) (optional) (nullable): what the person is called
 * @changed: (out) (optional): when it was broken off, seconds since 1970, UTC
 * @id: (out) (optional): the case it belongs to, 0 for a new one
 *
 * Gets the sitting that was broken off and waits.
 *
 * Returns: whether there is one
 */
gboolean
jg_case_desk_get_found (JgCaseDesk *self, const char **alias, gint64 *changed, gint64 *id)
{
  g_return_val_if_fail (JG_IS_CASE_DESK (self), FALSE);

  if (self->found == NULL)
    return FALSE;
  if (alias != NULL)
    *alias = jg_profile_get_alias (jg_record_get_profile (self->found));
  if (changed != NULL)
    *changed = self->found_changed;
  if (id != NULL)
    *id = self->found_id;
  return TRUE;
}

/**
 * jg_case_desk_resume_found:
 * @self: a desk with a sitting that waits
 *
 * Goes on with the sitting that was broken off, in the place of what is shown.
 */
void
jg_case_desk_resume_found (JgCaseDesk *self)
{
  g_autoptr (JgRecord) record = NULL;

  g_return_if_fail (JG_IS_CASE_DESK (self));
  g_return_if_fail (self->found != NULL);

  record = g_steal_pointer (&self->found);
  self->has_draft = TRUE;
  jg_case_desk_show_record (self, record);
}

/**
 * jg_case_desk_wipe_found:
 * @self: a desk with a sitting that waits
 * @error: return location for a #JgCaseError
 *
 * Deletes the sitting that was broken off, for good.
 *
 * Returns: whether it is gone
 */
gboolean
jg_case_desk_wipe_found (JgCaseDesk *self, GError **error)
{
  g_return_val_if_fail (JG_IS_CASE_DESK (self), FALSE);
  g_return_val_if_fail (self->found != NULL, FALSE);

  if (!jg_case_desk_forget_draft (self, error))
    return FALSE;
  g_clear_object (&self->found);
  jg_case_desk_plan_write (self);
  return TRUE;
}
