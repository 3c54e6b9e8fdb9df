/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-case-error.h"
#include "jg-case-figures.h"
#include "jg-case-summary.h"

G_BEGIN_DECLS

#define JG_CASE_MAX_CONTENT (4 * 1024 * 1024) /* bytes */
#define JG_CASE_MIN_PASSPHRASE 8              /* characters */

typedef enum
{
  JG_CASE_STORE_CLOSED, /* not opened yet, or failed to */
  JG_CASE_STORE_ABSENT, /* there is none yet: jg_case_store_create() */
  JG_CASE_STORE_LOCKED, /* open, but the key is not here */
  JG_CASE_STORE_UNLOCKED,
} JgCaseStoreState;

/* The cases of one machine in one file, every record sealed. One program at a time has it open, and one
 * thread uses it. Emits “changed” when cases are others than before, and notifies “state”. */
#define JG_TYPE_CASE_STORE (jg_case_store_get_type ())
G_DECLARE_FINAL_TYPE (JgCaseStore, jg_case_store, JG, CASE_STORE, GObject)

JgCaseStore *jg_case_store_new (const char *path);
char *jg_case_store_dup_default_path (void);
gboolean jg_case_store_open (JgCaseStore *self, GError **error);
void jg_case_store_open_async (JgCaseStore *self,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean jg_case_store_open_finish (JgCaseStore *self, GAsyncResult *result, GError **error);
void jg_case_store_close (JgCaseStore *self);
JgCaseStoreState jg_case_store_get_state (JgCaseStore *self);
const char *jg_case_store_get_path (JgCaseStore *self);
char *jg_case_store_dup_mark (JgCaseStore *self);

/* Keys */
gboolean jg_case_passphrase_check (const char *passphrase, const char *name, GError **error);
gboolean jg_case_store_create (JgCaseStore *self,
                               const char *name,
                               const char *passphrase,
                               char **recovery,
                               GError **error);
gboolean jg_case_store_needs_name (JgCaseStore *self);
gboolean
jg_case_store_unlock (JgCaseStore *self, const char *name, const char *passphrase, GError **error);
void jg_case_store_unlock_async (JgCaseStore *self,
                                 const char *name,
                                 const char *passphrase,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean jg_case_store_unlock_finish (JgCaseStore *self, GAsyncResult *result, GError **error);
gboolean
jg_case_store_unlock_with_recovery (JgCaseStore *self, const char *recovery, GError **error);
void jg_case_store_lock (JgCaseStore *self);
gboolean jg_case_store_change_passphrase (JgCaseStore *self,
                                          const char *old_passphrase,
                                          const char *passphrase,
                                          GError **error);
gboolean jg_case_store_reset_passphrase (JgCaseStore *self,
                                         const char *name,
                                         const char *passphrase,
                                         GError **error);
gboolean jg_case_store_renew_recovery (JgCaseStore *self, char **recovery, GError **error);

/* Counsellors */
const char *jg_case_store_get_counsellor (JgCaseStore *self);
char **jg_case_store_list_counsellors (JgCaseStore *self);
gboolean jg_case_store_add_counsellor (JgCaseStore *self,
                                       const char *name,
                                       const char *passphrase,
                                       GError **error);
gboolean jg_case_store_remove_counsellor (JgCaseStore *self, const char *name, GError **error);

/* Cases */
gint64 jg_case_store_save (JgCaseStore *self,
                           const JgCaseSummary *summary,
                           GBytes *content,
                           const JgCaseFigures *figures,
                           GError **error);
GBytes *jg_case_store_load (JgCaseStore *self, gint64 id, GError **error);
gboolean jg_case_store_delete (JgCaseStore *self, gint64 id, GError **error);
JgCaseSummary *jg_case_store_get (JgCaseStore *self, gint64 id);
guint jg_case_store_get_n_cases (JgCaseStore *self);
const GArray *jg_case_store_get_damaged (JgCaseStore *self); /* (element-type gint64) */
guint jg_case_store_get_n_missing (JgCaseStore *self);

/* What to look for; all that is given must fit. */
typedef struct
{
  const char *text; /* words of the alias or of names of occupations, or the number of the case */
  const char *occupation; /* id */
  const char *counsellor;
  JgCaseStatus status;      /* 0 for any */
  const char *changed_from; /* YYYY-MM-DD, local time, both days included */
  const char *changed_to;
  /* Follow-ups from this day to that, both included, first ones first; closed cases are left out. */
  const char *due_from;
  const char *due_by;
  const char *retain_by; /* whose time is over on this day or before, first ones first */
} JgCaseQuery;

GPtrArray *jg_case_store_find (JgCaseStore *self, const JgCaseQuery *query);

/* The session that is under way, one for each counsellor */
gboolean jg_case_store_save_draft (JgCaseStore *self, gint64 id, GBytes *content, GError **error);
GBytes *jg_case_store_load_draft (JgCaseStore *self, gint64 *id, gint64 *changed, GError **error);
gboolean jg_case_store_forget_draft (JgCaseStore *self, GError **error);

void jg_case_harden_process (void);

G_END_DECLS
