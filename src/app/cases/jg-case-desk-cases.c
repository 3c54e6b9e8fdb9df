/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The cases: keeping the sitting as one, opening one, and what is done to one. */

#include "jg-case-desk-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "casework/jg-case-record.h"
#include "guidance/jg-follow-up.h"

/* Names of the chosen occupations, for the list of cases. */
static char **
list_names (JgCaseDesk *self, JgRecord *record)
{
  const char *const *chosen = jg_record_get_chosen (record);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; chosen[i] != NULL; i++)
    {
      g_autoptr (JgOccupation) occupation =
          jg_catalogue_get_occupation (jg_session_get_catalogue (self->session), chosen[i]);

      g_strv_builder_add (names, occupation != NULL ? occupation->name : chosen[i]);
    }
  return g_strv_builder_end (names);
}

/* Writes a record as the case it is tied to. */
static gboolean
save (JgCaseDesk *self, JgRecord *record, gboolean session, GError **error)
{
  JgCaseTie *tie = jg_case_desk_tie_of (record);
  g_auto (GStrv) names = list_names (self, record);
  const JgCaseKeeping keeping = {
    .id = tie->id,
    .status = tie->status,
    .consent_version = tie->consent_version,
    .consent_date = tie->consent_date,
    .session = session,
    .occupation_names = (const char *const *) names,
  };
  gint64 id;

  if (!jg_case_desk_is_unlocked (self))
    {
      g_set_error_literal (error, JG_CASE_ERROR, JG_CASE_ERROR_LOCKED,
                           _ ("The cases are locked. Unlock them first."));
      return FALSE;
    }
  id = jg_case_store_save_record (self->store, record, &keeping, error);
  if (id == 0)
    return FALSE;
  tie->id = id;
  tie->changed = FALSE;
  tie->declined = FALSE;
  if (record != self->record)
    return TRUE;
  g_clear_handle_id (&self->write_id, g_source_remove);
  if (self->has_draft)
    jg_case_desk_forget_draft (self, NULL);
  jg_case_desk_tell_keeping (self);
  return TRUE;
}

/**
 * jg_case_desk_keep:
 * @self: a desk whose store is unlocked
 * @notice: version of the notice the person agreed to today
 * @error: return location for a #JgCaseError
 *
 * Keeps the sitting as a case.
 *
 * Returns: whether it is on the disk
 */
gboolean
jg_case_desk_keep (JgCaseDesk *self, guint notice, GError **error)
{
  JgCaseTie *tie;

  g_return_val_if_fail (JG_IS_CASE_DESK (self), FALSE);

  tie = jg_case_desk_tie_of (self->record);
  tie->consent_version = notice;
  g_free (tie->consent_date);
  tie->consent_date = jg_case_desk_dup_today (self);
  return save (self, self->record, TRUE, error);
}

/**
 * jg_case_desk_save:
 * @self: a desk whose sitting is kept as a case
 * @error: return location for a #JgCaseError
 *
 * Saves the changes of the case.
 *
 * Returns: whether they are on the disk
 */
gboolean
jg_case_desk_save (JgCaseDesk *self, GError **error)
{
  g_return_val_if_fail (JG_IS_CASE_DESK (self), FALSE);
  g_return_val_if_fail (jg_case_desk_get_case (self) != 0, FALSE);

  return save (self, self->record, TRUE, error);
}

/**
 * jg_case_desk_open_case:
 * @self: a desk whose store is unlocked
 * @id: a case
 * @error: return location for a #JgCaseError
 *
 * Goes on with a case; whatever was entered before should be saved or given up.
 *
 * Returns: whether it could be opened
 */
gboolean
jg_case_desk_open_case (JgCaseDesk *self, gint64 id, GError **error)
{
  g_return_val_if_fail (JG_IS_CASE_DESK (self), FALSE);
  g_return_val_if_fail (!self->working, FALSE);

  return jg_case_desk_show_case (self, id, error);
}

/* The record of a case: the one that is shown, or one from the store. */
static JgRecord *
get_record (JgCaseDesk *self, gint64 id, GError **error)
{
  g_autofree char *today = jg_case_desk_dup_today (self);
  JgRecord *record = NULL;

  if (id == jg_case_desk_get_case (self))
    return g_object_ref (self->record);
  record = jg_case_store_load_record (self->store, id, today, error);
  if (record != NULL)
    jg_case_desk_tie_to_case (self, record, id);
  return record;
}

/**
 * jg_case_desk_add_contact:
 * @self: a desk whose store is unlocked
 * @id: a case
 * @error: return location for a #JgCaseError
 *
 * Writes down that the person was reached today. A follow-up that was due is then agreed for a month later.
 *
 * Returns: whether it is on the disk
 */
gboolean
jg_case_desk_add_contact (JgCaseDesk *self, gint64 id, GError **error)
{
  g_autoptr (JgRecord) record = NULL;
  g_autofree char *today = NULL;
  const char *due;

  g_return_val_if_fail (JG_IS_CASE_DESK (self), FALSE);
  g_return_val_if_fail (!self->working, FALSE);

  record = get_record (self, id, error);
  if (record == NULL)
    return FALSE;
  today = jg_case_desk_dup_today (self);
  if (!jg_record_add_contact (record, today, jg_record_get_text (record, JG_RECORD_FOLLOW_UP_WAY),
                              NULL))
    {
      g_set_error_literal (error, JG_CASE_ERROR, JG_CASE_ERROR_INVALID,
                           _ ("This case has as many contacts as it can hold."));
      return FALSE;
    }
  due = jg_record_get_follow_up (record);
  if (due != NULL && strcmp (due, today) <= 0)
    {
      g_autofree char *next = jg_follow_up_propose (today);

      jg_record_set_follow_up (record, next);
    }
  return save (self, record, FALSE, error);
}

/**
 * jg_case_desk_set_status:
 * @self: a desk whose store is unlocked
 * @id: a case
 * @status: what it is from now on
 * @error: return location for a #JgCaseError
 *
 * Closes a case, or opens it again for work.
 *
 * Returns: whether it is on the disk
 */
gboolean
jg_case_desk_set_status (JgCaseDesk *self, gint64 id, JgCaseStatus status, GError **error)
{
  g_autoptr (JgRecord) record = NULL;
  JgCaseStatus before;

  g_return_val_if_fail (JG_IS_CASE_DESK (self), FALSE);
  g_return_val_if_fail (!self->working, FALSE);

  record = get_record (self, id, error);
  if (record == NULL)
    return FALSE;
  before = jg_case_desk_tie_of (record)->status;
  jg_case_desk_tie_of (record)->status = status;
  if (save (self, record, FALSE, error))
    return TRUE;
  jg_case_desk_tie_of (record)->status = before;
  return FALSE;
}

/**
 * jg_case_desk_delete_case:
 * @self: a desk whose store is unlocked
 * @id: a case
 * @error: return location for a #JgCaseError
 *
 * Deletes a case for good; when it is the one that is shown, that goes too.
 *
 * Returns: whether it is gone
 */
gboolean
jg_case_desk_delete_case (JgCaseDesk *self, gint64 id, GError **error)
{
  g_autoptr (JgRecord) nobody = NULL;

  g_return_val_if_fail (JG_IS_CASE_DESK (self), FALSE);
  g_return_val_if_fail (!self->working, FALSE);

  if (!jg_case_store_delete (self->store, id, error))
    return FALSE;
  /* Nothing that could be undone to is left of it either. */
  jg_session_forget_previous (self->session);
  if (self->found != NULL && self->found_id == id)
    g_clear_object (&self->found);
  if (id == jg_case_desk_get_case (self))
    {
      nobody = jg_record_new ();
      jg_case_desk_show_record (self, nobody);
    }
  return TRUE;
}
