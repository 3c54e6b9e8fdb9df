/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What of the sitting is in the store: its draft, its case, and where it is while the store is locked. */

#include "jg-case-desk-private.h"

#include <glib/gi18n.h>

#include "casework/jg-case-office.h"
#include "casework/jg-case-record.h"

/* How long after a change the draft is sealed, in seconds. */
#define DRAFT_DELAY 3

/* What ties a record to the store; it goes where the record goes, so that undo brings both back. */
typedef struct
{
  gint64 id; /* of the case, 0 for none */
  guint consent_version;
  char *consent_date;
  JgCaseStatus status;
  gboolean declined;
  gboolean changed; /* since the case was saved */
} Tie;

static void
tie_free (Tie *tie)
{
  g_free (tie->consent_date);
  g_free (tie);
}

static Tie *
tie_of (JgRecord *record)
{
  static const char key[] = "jg-case-tie";
  Tie *tie = g_object_get_data (G_OBJECT (record), key);

  if (tie == NULL)
    {
      tie = g_new0 (Tie, 1);
      g_object_set_data_full (G_OBJECT (record), key, tie, (GDestroyNotify) tie_free);
    }
  return tie;
}

/* Ties a record to a case of the store. */
static void
tie_to_case (JgCaseDesk *self, JgRecord *record, gint64 id)
{
  Tie *tie = tie_of (record);
  g_autoptr (JgCaseSummary) summary = id != 0 ? jg_case_store_get (self->store, id) : NULL;

  if (summary == NULL)
    return;
  tie->id = id;
  tie->consent_version = summary->consent_version;
  g_free (tie->consent_date);
  tie->consent_date = g_strdup (summary->consent_date);
  tie->status = summary->status;
}

static gboolean
is_unlocked (JgCaseDesk *self)
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
  const Tie *tie;

  g_return_val_if_fail (JG_IS_CASE_DESK (self), JG_KEEPING_NOTHING);

  tie = tie_of (self->record);
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

  return tie_of (self->record)->id;
}

/* Says so when the sitting stands otherwise to the store than before. */
static void
tell_keeping (JgCaseDesk *self)
{
  const JgKeeping keeping = jg_case_desk_get_keeping (self);

  if (keeping == self->told)
    return;
  self->told = keeping;
  jg_case_desk_say_changed (self);
}

/* Says what came of writing a draft. */
static void
tell_draft (JgCaseDesk *self, const GError *error)
{
  if (error != NULL)
    {
      g_autofree char *text =
          g_strdup_printf (_ ("What was entered last is only in memory. %s"), error->message);

      self->draft_failed = TRUE;
      jg_case_desk_set_trouble (self, text);
    }
  else if (self->draft_failed)
    {
      self->draft_failed = FALSE;
      jg_case_desk_set_trouble (self, NULL);
    }
}

static gboolean
forget_draft (JgCaseDesk *self, GError **error)
{
  if (!jg_case_store_forget_draft (self->store, error))
    return FALSE;
  self->has_draft = FALSE;
  return TRUE;
}

/* Puts the draft in order at once. Returns whether nothing of the sitting is in memory only. */
static gboolean
write_draft (JgCaseDesk *self)
{
  g_autoptr (GError) error = NULL;
  const Tie *tie = tie_of (self->record);

  g_clear_handle_id (&self->draft_id, g_source_remove);
  /* One that somebody has still to decide about is not overwritten. */
  if (!is_unlocked (self) || self->found != NULL)
    return FALSE;
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
        forget_draft (self, &error);
      break;
    }
  tell_draft (self, error);
  return error == NULL && !tie->declined;
}

/**
 * jg_case_desk_save_draft:
 * @self: a desk
 *
 * Seals the sitting at once, where that is wanted and the store is unlocked.
 */
void
jg_case_desk_save_draft (JgCaseDesk *self)
{
  g_return_if_fail (JG_IS_CASE_DESK (self));

  if (self->record != NULL)
    write_draft (self);
}

static gboolean
draft_cb (gpointer data)
{
  JgCaseDesk *self = JG_CASE_DESK (data);

  self->draft_id = 0;
  write_draft (self);
  return G_SOURCE_REMOVE;
}

/* Not put off again with every key, so that somebody who types on and on is safe too. */
static void
plan_draft (JgCaseDesk *self)
{
  if (self->draft_id == 0)
    self->draft_id = g_timeout_add_seconds (DRAFT_DELAY, draft_cb, self);
}

static void
record_changed_cb (JgCaseDesk *self)
{
  tie_of (self->record)->changed = TRUE;
  plan_draft (self);
  tell_keeping (self);
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
  plan_draft (self);
  tell_keeping (self);
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
  g_clear_handle_id (&self->draft_id, g_source_remove);
  follow_record (self, NULL);
  g_clear_object (&self->hidden);
  g_clear_object (&self->found);
  g_clear_pointer (&self->away, g_free);
}

/* Names of the chosen occupations, for the list of cases. */
static char **
list_names (JgCaseDesk *self)
{
  const char *const *chosen = jg_record_get_chosen (self->record);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; chosen[i] != NULL; i++)
    {
      g_autoptr (JgOccupation) occupation =
          jg_catalogue_get_occupation (jg_session_get_catalogue (self->session), chosen[i]);

      g_strv_builder_add (names, occupation != NULL ? occupation->name : chosen[i]);
    }
  return g_strv_builder_end (names);
}

static gboolean
save (JgCaseDesk *self, guint notice, const char *day, GError **error)
{
  Tie *tie = tie_of (self->record);
  g_auto (GStrv) names = list_names (self);
  const JgCaseKeeping keeping = {
    .id = tie->id,
    .status = tie->status,
    .consent_version = notice,
    .consent_date = day,
    .session = TRUE,
    .occupation_names = (const char *const *) names,
  };
  gint64 id;

  if (!is_unlocked (self))
    {
      g_set_error_literal (error, JG_CASE_ERROR, JG_CASE_ERROR_LOCKED,
                           _ ("The cases are locked. Unlock them first."));
      return FALSE;
    }
  id = jg_case_store_save_record (self->store, self->record, &keeping, error);
  if (id == 0)
    return FALSE;
  tie_to_case (self, self->record, id);
  tie->changed = FALSE;
  tie->declined = FALSE;
  g_clear_handle_id (&self->draft_id, g_source_remove);
  if (self->has_draft)
    forget_draft (self, NULL);
  tell_keeping (self);
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
  g_autofree char *today = NULL;

  g_return_val_if_fail (JG_IS_CASE_DESK (self), FALSE);

  today = jg_case_desk_dup_today (self);
  return save (self, notice, today, error);
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
  Tie *tie;
  g_autofree char *day = NULL;

  g_return_val_if_fail (JG_IS_CASE_DESK (self), FALSE);
  g_return_val_if_fail (jg_case_desk_get_case (self) != 0, FALSE);

  tie = tie_of (self->record);
  day = g_strdup (tie->consent_date);
  return save (self, tie->consent_version, day, error);
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

  tie_of (self->record)->declined = TRUE;
  write_draft (self);
  tell_keeping (self);
}

/* Goes on with a record; nobody can undo back to the one before. */
static void
show_record (JgCaseDesk *self, JgRecord *record)
{
  jg_session_set_record (self->session, record);
  jg_session_forget_previous (self->session);
}

static gboolean
show_case (JgCaseDesk *self, gint64 id, GError **error)
{
  g_autofree char *today = jg_case_desk_dup_today (self);
  g_autoptr (JgRecord) record = jg_case_store_load_record (self->store, id, today, error);

  if (record == NULL)
    return FALSE;
  tie_to_case (self, record, id);
  show_record (self, record);
  return TRUE;
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

  return show_case (self, id, error);
}

/* jg_case_desk_put_away:
 *
 * Seals the sitting and takes it out of the window; the store is about to be locked. */
void
jg_case_desk_put_away (JgCaseDesk *self)
{
  const JgKeeping keeping = jg_case_desk_get_keeping (self);
  g_autoptr (JgRecord) nobody = NULL;

  /* Whatever waited is still in the store. */
  g_clear_object (&self->found);
  g_clear_object (&self->hidden);
  g_clear_pointer (&self->away, g_free);
  self->away_case = 0;
  if (keeping != JG_KEEPING_NOTHING)
    {
      self->away = g_strdup (jg_case_store_get_counsellor (self->store));
      if (keeping == JG_KEEPING_SAVED)
        self->away_case = jg_case_desk_get_case (self);
      /* What may not be written, or cannot, waits in memory. */
      if (!write_draft (self))
        self->hidden = g_object_ref (self->record);
      nobody = jg_record_new ();
      show_record (self, nobody);
    }
  jg_session_forget_previous (self->session);
  g_clear_handle_id (&self->draft_id, g_source_remove);
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
    tie_to_case (self, record, self->found_id);
  else if (!g_error_matches (error, JG_CASE_ERROR, JG_CASE_ERROR_NOT_FOUND))
    jg_case_desk_set_trouble (self, error->message);
  if (record != NULL)
    tie_of (record)->changed = TRUE;
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
    show_record (self, self->hidden);
  else if (same && empty && self->away_case != 0)
    show_case (self, self->away_case, NULL);
  else if (same && empty && draft != NULL)
    show_record (self, draft);
  else if (draft != NULL)
    g_set_object (&self->found, draft);
  self->has_draft = draft != NULL && self->found == NULL;
  if (same)
    {
      g_clear_object (&self->hidden);
      g_clear_pointer (&self->away, g_free);
      self->away_case = 0;
    }
  if (self->found != NULL)
    jg_case_desk_say_found (self);
  else
    plan_draft (self);
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
  show_record (self, record);
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

  if (!forget_draft (self, error))
    return FALSE;
  g_clear_object (&self->found);
  plan_draft (self);
  return TRUE;
}
