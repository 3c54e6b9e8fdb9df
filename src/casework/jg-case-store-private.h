/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-case-db.h"
#include "jg-case-audit.h"
#include "jg-case-office.h"
#include "jg-case-seal.h"
#include "jg-case-store.h"
#include "jg-case-summary-private.h"
#include "jg-case-trail-private.h"

G_BEGIN_DECLS

/* Lengths of what is sealed are multiples of these. */
#define JG_CASE_BLOCK_SUMMARY 128
#define JG_CASE_BLOCK_CONTENT 1024
#define JG_CASE_BLOCK_SMALL 64

/* Seconds since 1970, UTC. */
typedef gint64 (*JgCaseClock) (gpointer data);

struct _JgCaseStore
{
  GObject parent_instance;

  char *path;
  JgCaseStoreState state;
  JgCaseDb *db;
  guint8 uid[JG_CASE_UID_BYTES];
  JgCaseCopy *copying; /* the backup that is being made, if one is */

  /* Only while it is unlocked. */
  JgCaseKey *key;
  gint64 counsellor; /* 0 for the recovery key */
  char *counsellor_name;
  GHashTable *summaries; /* (element-type gint64 JgCaseSummary): the key is in the value */
  GPtrArray *order;      /* (element-type JgCaseSummary): the same, last changed first */
  GArray *damaged;       /* (element-type gint64) */
  char *
      keys; /* the words of all, in that order, each ended by a line feed; NULL when to be made anew */
  gsize keys_length;
  guint32 *key_ends;    /* where the words of each end */
  GHashTable *deleted;  /* (element-type gint64): ids that must not come back */
  gboolean must_forget; /* a deletion is still in the journal */
  guint n_missing;      /* cases that were not there when it was unlocked */
  guint n_failures;     /* wrong passphrases since it was last unlocked */

  JgCaseHead head;    /* as it is in the file */
  JgCaseHead working; /* as it will be after the transaction */
  GArray *pending;    /* (element-type JgCaseLine): what could not be written, on a full disk */

  JgCaseClock clock;
  gpointer clock_data;
};

gint64 jg_case_store_now (JgCaseStore *self);
void jg_case_store_set_clock (JgCaseStore *self, JgCaseClock clock, gpointer data);
gboolean jg_case_store_check_unlocked (JgCaseStore *self, GError **error);
void jg_case_store_emit_changed (JgCaseStore *self);
void jg_case_store_set_state (JgCaseStore *self, JgCaseStoreState state);
gboolean jg_case_store_begin_session (JgCaseStore *self,
                                      const guint8 *data,
                                      gint64 counsellor,
                                      GError **error);
gboolean jg_case_store_begin (JgCaseStore *self, GError **error);
gboolean jg_case_store_end (JgCaseStore *self, gboolean done, gboolean forget, GError **error);
gboolean
jg_case_store_log (JgCaseStore *self, JgCaseAct act, gint64 id, gint64 detail, GError **error);
void jg_case_store_log_later (JgCaseStore *self, JgCaseAct act, gint64 id, gint64 detail);
JgCaseSummary *jg_case_store_open_summary (JgCaseStore *self,
                                           gint64 id,
                                           gint64 revision,
                                           const void *sealed,
                                           gsize length);
gboolean
jg_case_store_read_revision (JgCaseStore *self, gint64 id, gint64 *revision, GError **error);
JgCaseSummary *jg_case_store_write_case (JgCaseStore *self,
                                         const JgCaseSummary *summary,
                                         GBytes *content,
                                         const JgCaseFigures *figures,
                                         JgCaseAct act,
                                         GError **error);
gboolean jg_case_store_delete_rows (JgCaseStore *self, gint64 id, GError **error);
void jg_case_store_drop_summary (JgCaseStore *self, gint64 id);
void jg_case_store_keep_summary (JgCaseStore *self, JgCaseSummary *summary);
gboolean jg_case_store_has_row (JgCaseStore *self, gint64 id);
gint64 jg_case_store_choose_id (JgCaseStore *self);
guint jg_case_store_count_traces (JgCaseStore *self);
gboolean jg_case_store_check_nothing_lost (JgCaseStore *self, GError **error);
gboolean jg_case_store_list_lost (JgCaseStore *self, GArray *lost);
void jg_case_store_write_deleted (JgCaseStore *self);
gboolean jg_case_store_apply_deleted (JgCaseStore *self, GError **error);
gboolean
jg_case_store_write_notice (JgCaseStore *self, guint version, const char *text, GError **error);
gboolean jg_case_store_write_setting (JgCaseStore *self,
                                      JgCaseSetting setting,
                                      const char *value,
                                      GError **error);
void jg_case_store_keep_day (JgCaseStore *self);
char *jg_case_store_dup_today (JgCaseStore *self);
gboolean jg_case_store_write_case_row (JgCaseStore *self,
                                       const char *sql,
                                       const JgCaseAddress *address,
                                       GBytes *sealed,
                                       GError **error);
gboolean jg_case_store_delete_row (JgCaseStore *self, const char *sql, gint64 id, GError **error);
gboolean jg_case_store_ensure_notice (JgCaseStore *self, GError **error);
gboolean jg_case_store_begin_trail (JgCaseStore *self, GError **error);
GBytes *jg_case_store_read_content (JgCaseStore *self, gint64 id, GError **error);
gboolean jg_case_store_load_summaries (JgCaseStore *self, GError **error);
const char *jg_case_store_get_keys (JgCaseStore *self);
void jg_case_store_forget_summaries (JgCaseStore *self);
void jg_case_store_try_to_forget (JgCaseStore *self);
char *jg_case_store_dup_name (JgCaseStore *self, gint64 counsellor);
gboolean jg_case_store_drop_drafts_of (JgCaseStore *self, gint64 id, GError **error);

G_END_DECLS
