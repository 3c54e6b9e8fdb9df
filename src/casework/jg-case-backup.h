/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-case-store.h"

G_BEGIN_DECLS

/* A copy of the store, sealed as the store is. */
typedef struct
{
  char *path;
  gint64 made;    /* seconds since 1970, UTC */
  gint64 expires; /* when it may be removed */
  gint64 n_cases; /* -1 when it cannot be read */
  char *problem;  /* why not; or NULL */
} JgCaseBackup;

/* What a backup would bring back. */
typedef struct
{
  GPtrArray *missing; /* (element-type JgCaseSummary): not in the store, and nobody deleted them */
  GPtrArray *changed; /* (element-type JgCaseSummary): as they were; changed since */
  guint n_same;
  guint n_deleted; /* deleted since: they stay deleted */
  guint n_damaged; /* that cannot be read */
} JgCasePreview;

void jg_case_backup_free (JgCaseBackup *self);
void jg_case_preview_free (JgCasePreview *self);

char *jg_case_store_dup_backup_folder (JgCaseStore *self);
GPtrArray *
jg_case_store_list_backups (JgCaseStore *self); /* (element-type JgCaseBackup): newest first */
gboolean jg_case_store_is_backup_due (JgCaseStore *self);
char *jg_case_store_back_up (JgCaseStore *self, guint *n_expired, GError **error);
void jg_case_store_back_up_async (JgCaseStore *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
char *jg_case_store_back_up_finish (JgCaseStore *self,
                                    GAsyncResult *result,
                                    guint *n_expired,
                                    GError **error);
char *jg_case_store_dup_last_trace (JgCaseStore *self);

JgCasePreview *jg_case_store_preview (JgCaseStore *self, const char *path, GError **error);
int jg_case_store_restore (JgCaseStore *self,
                           const char *path,
                           const gint64 *ids,
                           guint n_ids,
                           GError **error);
gboolean jg_case_store_restore_file (JgCaseStore *self, const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgCaseBackup, jg_case_backup_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgCasePreview, jg_case_preview_free)

G_END_DECLS
