/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-case-desk.h"

G_BEGIN_DECLS

/* What ties a record to the store; it goes where the record goes, so that undo brings both back. */
typedef struct
{
  gint64 id; /* of the case, 0 for none */
  guint consent_version;
  char *consent_date;
  JgCaseStatus status;
  gboolean declined;
  gboolean changed; /* since the case was saved */
} JgCaseTie;

struct _JgCaseDesk
{
  GObject parent_instance;

  JgSession *session;
  JgCaseStore *store;
  GError *open_error; /* why the store could not be opened */
  char *trouble;      /* what failed since, for the banner */
  gboolean working;   /* another thread has the store */
  gboolean must_lock; /* as soon as it has not */

  JgRecord *record;      /* the one whose changes are followed */
  JgKeeping told;        /* what was said last of it */
  guint write_id;        /* source of the next saving or draft */
  gboolean has_draft;    /* the store holds one of this sitting */
  gboolean write_failed; /* the trouble is that of saving or of a draft */

  /* What was put away when the store was locked, for the same counsellor only. */
  char *away;       /* the counsellor, or NULL when nothing was */
  JgRecord *hidden; /* what may not or could not be written */
  gint64 away_case; /* the case that was open and saved, or 0 */
  gboolean waits;   /* a draft that somebody has still to decide about was in the store besides */

  JgRecord *found; /* a draft that somebody has to decide about */
  gint64 found_id;
  gint64 found_changed;
};

void jg_case_desk_say_changed (JgCaseDesk *self);
void jg_case_desk_set_working (JgCaseDesk *self, gboolean working);
void jg_case_desk_take_open_error (JgCaseDesk *self, GError *error);
void jg_case_desk_say_found (JgCaseDesk *self);
void jg_case_desk_follow_session (JgCaseDesk *self);
void jg_case_desk_put_away (JgCaseDesk *self);
void jg_case_desk_bring_back (JgCaseDesk *self);
void jg_case_desk_forget_session (JgCaseDesk *self);

JgCaseTie *jg_case_desk_tie_of (JgRecord *record);
void jg_case_desk_tie_to_case (JgCaseDesk *self, JgRecord *record, gint64 id);
gboolean jg_case_desk_is_unlocked (JgCaseDesk *self);
void jg_case_desk_tell_keeping (JgCaseDesk *self);
void jg_case_desk_plan_write (JgCaseDesk *self);
gboolean jg_case_desk_write (JgCaseDesk *self);
gboolean jg_case_desk_forget_draft (JgCaseDesk *self, GError **error);
void jg_case_desk_show_record (JgCaseDesk *self, JgRecord *record);
gboolean jg_case_desk_show_case (JgCaseDesk *self, gint64 id, GError **error);

G_END_DECLS
