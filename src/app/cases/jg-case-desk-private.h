/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-case-desk.h"

G_BEGIN_DECLS

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
  guint draft_id;        /* source of the next draft */
  gboolean has_draft;    /* the store holds one of this sitting */
  gboolean draft_failed; /* the trouble is that of a draft */

  /* What was put away when the store was locked, for the same counsellor only. */
  char *away;       /* the counsellor, or NULL when nothing was */
  JgRecord *hidden; /* what may not or could not be written */
  gint64 away_case; /* the case that was open and unchanged, or 0 */

  JgRecord *found; /* a draft that somebody has to decide about */
  gint64 found_id;
  gint64 found_changed;
};

void jg_case_desk_say_changed (JgCaseDesk *self);
void jg_case_desk_say_found (JgCaseDesk *self);
void jg_case_desk_follow_session (JgCaseDesk *self);
void jg_case_desk_put_away (JgCaseDesk *self);
void jg_case_desk_bring_back (JgCaseDesk *self);
void jg_case_desk_forget_session (JgCaseDesk *self);

G_END_DECLS
