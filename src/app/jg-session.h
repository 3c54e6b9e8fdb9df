/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "catalogue/jg-search.h"
#include "guidance/jg-compare.h"
#include "guidance/jg-plan.h"

G_BEGIN_DECLS

/* What the pages share: the catalogue, the as-of date and the one unsaved jobseeker. */
#define JG_TYPE_SESSION (jg_session_get_type ())
G_DECLARE_FINAL_TYPE (JgSession, jg_session, JG, SESSION, GObject)

JgSession *jg_session_new (JgCatalogue *catalogue, GSettings *settings, const char *as_of);
gboolean jg_session_is_date (const char *text);

JgCatalogue *jg_session_get_catalogue (JgSession *self);
void jg_session_set_catalogue (JgSession *self, JgCatalogue *catalogue);
JgSearch *jg_session_get_search (JgSession *self);
GSettings *jg_session_get_settings (JgSession *self);
JgDesk *jg_session_get_desk (JgSession *self);
const char *jg_session_get_desk_trouble (JgSession *self);
JgDocument *jg_session_find_document (JgSession *self, const char *key);
char *jg_session_dup_citation (JgSession *self, const char *document, const char *clause);

const char *jg_session_get_as_of (JgSession *self);
void jg_session_set_as_of (JgSession *self, const char *as_of);
gboolean jg_session_is_practice (JgSession *self);

JgRecord *jg_session_get_record (JgSession *self);
void jg_session_set_record (JgSession *self, JgRecord *record);
JgProfile *jg_session_get_profile (JgSession *self);
void jg_session_set_profile (JgSession *self, JgProfile *profile);
void jg_session_touch (JgSession *self);
gboolean jg_session_is_empty (JgSession *self);
void jg_session_reset (JgSession *self);
gboolean jg_session_undo_reset (JgSession *self);
void jg_session_forget_previous (JgSession *self);

JgMatchResult *jg_session_get_matches (JgSession *self);
JgEligibility *jg_session_get_eligibility (JgSession *self);
JgVerdict *jg_session_find_verdict (JgSession *self, const char *measure);

guint jg_session_get_n_chosen (JgSession *self);
const char *jg_session_get_chosen (JgSession *self, guint index);
gboolean jg_session_is_chosen (JgSession *self, const char *occupation);
gboolean jg_session_choose (JgSession *self, const char *occupation, gboolean chosen);

guint jg_session_get_n_compared (JgSession *self);
const char *jg_session_get_compared (JgSession *self, guint index);
gboolean jg_session_is_compared (JgSession *self, const char *occupation);
gboolean jg_session_set_compared (JgSession *self, const char *occupation, gboolean compared);
void jg_session_move_compared (JgSession *self, const char *occupation, int by);
void jg_session_clear_compared (JgSession *self);
JgCompare *jg_session_build_compare (JgSession *self, GError **error);

gboolean jg_session_is_printed (JgSession *self, const char *measure);
void jg_session_set_printed (JgSession *self, const char *measure, gboolean printed);
JgPlan *jg_session_build_plan (JgSession *self, GError **error);

G_END_DECLS
