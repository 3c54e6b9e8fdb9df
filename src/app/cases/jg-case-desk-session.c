/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What of the sitting is in the store: how it is kept, its draft, and saving a case by itself. */

#include "jg-case-desk-private.h"

#include <glib/gi18n.h>

#include "casework/jg-case-record.h"

/* How long after a change the case is saved or the draft sealed, in seconds. */
#define SAVE_DELAY 3
/* How long after a failure it is tried again. */
#define RETRY_DELAY 15

static void
tie_free (JgCaseTie *tie)
{
  g_free (tie->consent_date);
  g_free (tie);
}

/* jg_case_desk_tie_of:
 *
 * Returns: (transfer none): what ties a record to the store; it goes where the record goes, so that undo brings both
 *   back */
JgCaseTie *
jg_case_desk_tie_of (JgRecord *record)
{
  static const char key[] = "jg-case-tie";
  JgCaseTie *tie = g_object_get_data (G_OBJECT (record), key);

  if (tie == NULL)
    {
      tie = g_new0 (JgCaseTie, 1);
      g_object_set_data_full (G_OBJECT (record), key, tie, (GDestroyNotify) tie_free);
    }
  return tie;
}

/* jg_case_desk_tie_to_case:
 * @id: a case, 0 for none
 *
 * Ties a record to a case of the store. */
void
jg_case_desk_tie_to_case (JgCaseDesk *self, JgRecord *record, gint64 id)
{
  JgCaseTie *tie = jg_case_desk_tie_of (record);
  g_autoptr (JgCaseSummary) summary = id != 0 ? jg_case_store_get (self->store, id) : NULL;

  if (summary == NULL)
    return;
  tie->id = id;
  tie->consent_version = summary->consent_version;
  g_free (tie->consent_date);
  tie->consent_date = g_strdup (summary->consent_date);
  tie->status = summary->status;
}

/* jg_case_desk_is_unlocked:
 *
 * Returns: whether the store can be used now */
gboolean
jg_case_desk_is_unlocked (JgCaseDesk *self)
{
  return !self->working && jg_case_store_get_state (self->store) == JG_CASE_STORE_UNLOCKED;
}

/**
 * jg_case_desk_get_keeping:
 * @self: a desk
 *
 * Tells how the sitting stands to the store.
 *
 * Returns: whether and how it is kept
 */
JgKeeping
jg_case_desk_get_keeping (JgCaseDesk *self)
{
  const JgCaseTie *tie;

  g_return_val_if_fail (JG_IS_CASE_DESK (self), JG_KEEPING_NOTHING);

  tie = jg_case_desk_tie_of (self->record);
  if (tie->id != 0)
    return tie->changed ? JG_KEEPING_CHANGED : JG_KEEPING_SAVED;
  if (jg_record_is_empty (self->record))
    return JG_KEEPING_NOTHING;
  return tie->declined ? JG_KEEPING_DECLINED : JG_KEEPING_UNSAVED;
}

/**
 * jg_case_desk_get_case:
 * @self: a desk
 *
 * Gets the case that the sitting is kept as.
 *
 * Returns: its id, 0 when it is not kept
 */
gint64
jg_case_desk_get_case (JgCaseDesk *self)
{
  g_return_val_if_fail (JG_IS_CASE_DESK (self), 0);

  return jg_case_desk_tie_of (self->record)->id;
}

/* jg_case_desk_tell_keeping:
 *
 * Says so when the sitting stands otherwise to the store than before. */
void
jg_case_desk_tell_keeping (JgCaseDesk *self)
{
  const JgKeeping keeping = jg_case_desk_get_keeping (self);

  if (keeping == self->told)
    return;
  self->told = keeping;
  jg_case_desk_say_changed (self);
}

static gboolean write_cb (gpointer data);

/* Says what came of writing a draft, and before that of saving the case it belongs to. */
static void
tell_written (JgCaseDesk *self, const GError *save_error, const GError *error)
{
  const gboolean failed = self->write_failed;
  g_autofree char *text = NULL;

  if (error != NULL)
    text = g_strdup_printf (_ ("What was entered last is only in memory. %s"), error->message);
  else if (save_error != NULL)
    text = g_strdup_printf (_ ("The case was not saved; a sealed draft has the changes. %s"),
                            save_error->message);
  self->write_failed = text != NULL;
  if (text != NULL || failed)
    jg_case_desk_set_trouble (self, text);
  if (self->write_failed && self->write_id == 0)
    self->write_id = g_timeout_add_seconds (RETRY_DELAY, write_cb, self);
}

/**
 * jg_case_desk_has_failed:
 * @self: a desk
 *
 * Tells whether the case could not be saved, or the draft not be sealed, when that was tried last.
 *
 * Returns: %TRUE while it is tried again
 */
gboolean
jg_case_desk_has_failed (JgCaseDesk *self)
{
  g_return_val_if_fail (JG_IS_CASE_DESK (self), FALSE);

  return self->write_failed;
}

/* jg_case_desk_forget_draft:
 *
 * Returns: whether the draft is gone; otherwise the errors of jg_case_store_forget_draft() */
gboolean
jg_case_desk_forget_draft (JgCaseDesk *self, GError **error)
{
  if (!jg_case_store_forget_draft (self->store, error))
    return FALSE;
  self->has_draft = FALSE;
  return TRUE;
}

/* jg_case_desk_write:
 *
 * Saves the case that was changed, or puts the draft in order, at once.
 *
 * Returns: whether nothing of the sitting is in memory only */
gboolean
jg_case_desk_write (JgCaseDesk *self)
{
  g_autoptr (GError) save_error = NULL;
  g_autoptr (GError) error = NULL;
  const JgCaseTie *tie = jg_case_desk_tie_of (self->record);

  g_clear_handle_id (&self->write_id, g_source_remove);
  if (!jg_case_desk_is_unlocked (self))
    return FALSE;
  /* Only when it cannot be saved is a draft needed. */
  if (jg_case_desk_get_keeping (self) == JG_KEEPING_CHANGED)
    jg_case_desk_save (self, &save_error);
  /* One that somebody has still to decide about is not overwritten. */
  if (self->found != NULL)
    {
      tell_written (self, NULL, save_error);
      return jg_case_desk_get_keeping (self) == JG_KEEPING_SAVED;
    }
  switch (jg_case_desk_get_keeping (self))
    {
    case JG_KEEPING_UNSAVED:
    case JG_KEEPING_CHANGED:
      self->has_draft =
          jg_case_store_save_draft_record (self->store, tie->id, self->record, &error) ||
          self->has_draft;
      break;
    case JG_KEEPING_NOTHING:
    case JG_KEEPING_DECLINED:
    case JG_KEEPING_SAVED:
    default:
      if (self->has_draft)
        jg_case_desk_forget_draft (self, &error);
      break;
    }
  tell_written (self, save_error, error);
  return error == NULL && !tie->declined;
}

/**
 * jg_case_desk_write_now:
 * @self: a desk
 *
 * Saves the case that was changed, or seals the sitting as a draft, at once, where that is wanted and the store is
 * unlocked.
 */
void
jg_case_desk_write_now (JgCaseDesk *self)
{
  g_return_if_fail (JG_IS_CASE_DESK (self));

  if (self->record != NULL)
    jg_case_desk_write (self);
}

static gboolean
write_cb (gpointer data)
{
  JgCaseDesk *self = JG_CASE_DESK (data);

  self->write_id = 0;
  jg_case_desk_write (self);
  return G_SOURCE_REMOVE;
}

/* jg_case_desk_plan_write:
 *
 * Lets the case be saved or the draft be put in order soon. It is not put off again with every key, so that somebody
 * who types on and on is safe too. */
void
jg_case_desk_plan_write (JgCaseDesk *self)
{
  if (self->write_id == 0)
    self->write_id = g_timeout_add_seconds (SAVE_DELAY, write_cb, self);
}

static void
record_changed_cb (JgCaseDesk *self)
{
  jg_case_desk_tie_of (self->record)->changed = TRUE;
  jg_case_desk_plan_write (self);
  jg_case_desk_tell_keeping (self);
}

static void
follow_record (JgCaseDesk *self, JgRecord *record)
{
  if (self->record != NULL)
    g_signal_handlers_disconnect_by_func (self->record, record_changed_cb, self);
  g_set_object (&self->record, record);
  if (record != NULL)
    g_signal_connect_object (record, "changed", G_CALLBACK (record_changed_cb), self,
                             G_CONNECT_SWAPPED);
}

static void
session_changed_cb (JgCaseDesk *self)
{
  if (jg_session_get_record (self->session) == self->record)
    return;
  follow_record (self, jg_session_get_record (self->session));
  jg_case_desk_plan_write (self);
  jg_case_desk_tell_keeping (self);
}

/* jg_case_desk_follow_session:
 *
 * Begins to follow what is entered. */
void
jg_case_desk_follow_session (JgCaseDesk *self)
{
  follow_record (self, jg_session_get_record (self->session));
  g_signal_connect_object (self->session, "changed", G_CALLBACK (session_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/* jg_case_desk_forget_session:
 *
 * Lets go of everything that was entered. */
void
jg_case_desk_forget_session (JgCaseDesk *self)
{
  g_clear_handle_id (&self->write_id, g_source_remove);
  follow_record (self, NULL);
  g_clear_object (&self->hidden);
  g_clear_object (&self->found);
  g_clear_pointer (&self->away, g_free);
}

/**
 * jg_case_desk_decline:
 * @self: a desk
 *
 * Decides that the sitting is not to be kept: the draft goes, and nothing more is written of it.
 */
void
jg_case_desk_decline (JgCaseDesk *self)
{
  g_return_if_fail (JG_IS_CASE_DESK (self));
  g_return_if_fail (jg_case_desk_get_case (self) == 0);

  jg_case_desk_tie_of (self->record)->declined = TRUE;
  jg_case_desk_write (self);
  jg_case_desk_tell_keeping (self);
}

/* jg_case_desk_show_record:
 *
 * Goes on with a record; nobody can undo back to the one before. */
void
jg_case_desk_show_record (JgCaseDesk *self, JgRecord *record)
{
  jg_session_set_record (self->session, record);
  jg_session_forget_previous (self->session);
}

/* jg_case_desk_show_case:
 *
 * Returns: whether the window shows the case now; otherwise the errors of jg_case_store_load_record() */
gboolean
jg_case_desk_show_case (JgCaseDesk *self, gint64 id, GError **error)
{
  g_autofree char *today = jg_case_desk_dup_today (self);
  g_autoptr (JgRecord) record = jg_case_store_load_record (self->store, id, today, error);

  if (record == NULL)
    return FALSE;
  jg_case_desk_tie_to_case (self, record, id);
  jg_case_desk_show_record (self, record);
  return TRUE;
}
