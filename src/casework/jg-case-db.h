/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "jg-case-error.h"
#include "jg-case-seal.h"

G_BEGIN_DECLS

/* “JGCS”; tells a store of cases from any other SQLite file. */
#define JG_CASE_APPLICATION_ID 0x4a474353
#define JG_CASE_VERSION 2

/* An open file of cases, as far as it can be handled without a key. Internal to the library. */
typedef struct _JgCaseDb JgCaseDb;

JgCaseDb *jg_case_db_open (const char *path, GError **error);
JgCaseDb *jg_case_db_create (const char *path, GError **error);
JgCaseDb *jg_case_db_create_unlocked (const char *path, GError **error);
JgCaseDb *jg_case_db_open_copy (const char *path, gboolean check, GError **error);
void jg_case_db_close (JgCaseDb *self);
sqlite3 *jg_case_db_get_handle (JgCaseDb *self);

sqlite3_stmt *jg_case_db_prepare (JgCaseDb *self, const char *sql, GError **error);
gboolean jg_case_db_exec (JgCaseDb *self, const char *sql, GError **error);
gboolean jg_case_db_step_done (JgCaseDb *self, sqlite3_stmt *stmt, GError **error);
gboolean jg_case_db_get_int (JgCaseDb *self, const char *sql, gint64 *value, GError **error);
gboolean jg_case_db_read_uid (JgCaseDb *self, guint8 *uid, GError **error);
gboolean jg_case_db_begin (JgCaseDb *self, GError **error);
gboolean jg_case_db_commit (JgCaseDb *self, GError **error);
void jg_case_db_rollback (JgCaseDb *self);
gboolean jg_case_db_forget (JgCaseDb *self, GError **error);
gboolean jg_case_db_fail (JgCaseDb *self, GError **error);
gboolean jg_case_db_copy (JgCaseDb *self, const char *target, gint64 *n_cases, GError **error);
void jg_case_db_bind_bytes (sqlite3_stmt *stmt, int index, GBytes *bytes);

/* A copy that is being made. */
typedef struct _JgCaseCopy JgCaseCopy;

JgCaseCopy *jg_case_copy_new (JgCaseDb *from, const char *target, GError **error);
gboolean jg_case_copy_step (JgCaseCopy *self, int n_pages, gboolean *more, GError **error);
void jg_case_copy_break_off (JgCaseCopy *self);
gboolean jg_case_copy_finish (JgCaseCopy *self, gint64 *n_cases, GError **error);
void jg_case_copy_free (JgCaseCopy *self);

#define JG_CASE_COPY_PREFIX "cases-"
#define JG_CASE_COPY_SUFFIX ".backup"
#define JG_CASE_DAMAGED_PREFIX "damaged-"

char *jg_case_copy_folder (const char *path, GError **error);
char *jg_case_copy_name (const char *folder, gint64 now);
gint64 jg_case_copy_time (const char *name);
char *jg_case_damaged_folder (const char *parent, gint64 now, GError **error);
gint64 jg_case_damaged_time (const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgCaseCopy, jg_case_copy_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgCaseDb, jg_case_db_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

G_END_DECLS
