/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../jg-session.h"
#include "casework/jg-case-store.h"

G_BEGIN_DECLS

/* How the sitting stands to the store of cases. */
typedef enum
{
  JG_KEEPING_NOTHING,  /* nothing is entered */
  JG_KEEPING_UNSAVED,  /* no case yet; a sealed draft while the store is unlocked */
  JG_KEEPING_DECLINED, /* not to be kept: nothing of it is written */
  JG_KEEPING_SAVED,    /* a case, as it is in the store */
  JG_KEEPING_CHANGED,  /* a case with changes that are not saved yet */
} JgKeeping;

/* Does something with the store in another thread; nothing else touches the store meanwhile. */
typedef gboolean (*JgCaseWork) (JgCaseStore *store, gpointer data, GError **error);

/* The store of cases at this desk, and what of the sitting is in it. Emits “changed” when anything that it tells is
 * different, “locking” before what is shown of a case goes, and “draft-found” when a sitting that was broken off waits
 * to be gone on with or wiped. */
#define JG_TYPE_CASE_DESK (jg_case_desk_get_type ())
G_DECLARE_FINAL_TYPE (JgCaseDesk, jg_case_desk, JG, CASE_DESK, GObject)

JgCaseDesk *jg_case_desk_new (JgSession *session, const char *path);
JgCaseStore *jg_case_desk_get_store (JgCaseDesk *self);
JgSession *jg_case_desk_get_session (JgCaseDesk *self);
char *jg_case_desk_dup_today (JgCaseDesk *self);

/* The store */
void jg_case_desk_start (JgCaseDesk *self);
JgCaseStoreState jg_case_desk_get_state (JgCaseDesk *self);
gboolean jg_case_desk_is_working (JgCaseDesk *self);
const GError *jg_case_desk_get_open_error (JgCaseDesk *self);
const char *jg_case_desk_get_trouble (JgCaseDesk *self);
void jg_case_desk_set_trouble (JgCaseDesk *self, const char *text);
void jg_case_desk_work_async (JgCaseDesk *self,
                              JgCaseWork work,
                              gpointer data,
                              GDestroyNotify free_data,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean jg_case_desk_work_finish (JgCaseDesk *self, GAsyncResult *result, GError **error);
void jg_case_desk_create_async (JgCaseDesk *self,
                                const char *name,
                                const char *passphrase,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
char *jg_case_desk_create_finish (JgCaseDesk *self, GAsyncResult *result, GError **error);
void jg_case_desk_unlock_async (JgCaseDesk *self,
                                const char *name,
                                const char *passphrase,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean jg_case_desk_unlock_finish (JgCaseDesk *self, GAsyncResult *result, GError **error);
gboolean jg_case_desk_unlock_with_recovery (JgCaseDesk *self, const char *recovery, GError **error);
gboolean jg_case_desk_unlock_with_keyring (JgCaseDesk *self);
void jg_case_desk_take_rescued (JgCaseDesk *self);
void jg_case_desk_say_again (JgCaseDesk *self);
gboolean jg_case_desk_doubts_clock (JgCaseDesk *self);
void jg_case_desk_confirm_clock (JgCaseDesk *self);
void jg_case_desk_lock (JgCaseDesk *self);

/* The sitting */
JgKeeping jg_case_desk_get_keeping (JgCaseDesk *self);
gint64 jg_case_desk_get_case (JgCaseDesk *self);
void jg_case_desk_write_now (JgCaseDesk *self);
gboolean jg_case_desk_has_failed (JgCaseDesk *self);
gboolean jg_case_desk_keep (JgCaseDesk *self, guint notice, GError **error);
gboolean jg_case_desk_save (JgCaseDesk *self, GError **error);
void jg_case_desk_decline (JgCaseDesk *self);
gboolean jg_case_desk_open_case (JgCaseDesk *self, gint64 id, GError **error);
gboolean jg_case_desk_add_contact (JgCaseDesk *self, gint64 id, GError **error);
gboolean jg_case_desk_set_status (JgCaseDesk *self, gint64 id, JgCaseStatus status, GError **error);
gboolean jg_case_desk_delete_case (JgCaseDesk *self, gint64 id, GError **error);
gboolean jg_case_desk_get_found (JgCaseDesk *self, const char **alias, gint64 *changed, gint64 *id);
void jg_case_desk_resume_found (JgCaseDesk *self);
gboolean jg_case_desk_wipe_found (JgCaseDesk *self, GError **error);

G_END_DECLS
