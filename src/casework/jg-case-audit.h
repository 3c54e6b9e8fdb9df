/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-case-store.h"

G_BEGIN_DECLS

/* What somebody did. The numbers are in every store: only append. */
typedef enum
{
  JG_CASE_ACT_BEGIN =
      1, /* the trail begins: the store was made, or comes from a version without one */
  JG_CASE_ACT_UNLOCK = 2, /* detail: wrong passphrases before */
  JG_CASE_ACT_OPEN = 3,
  JG_CASE_ACT_ADD = 4,    /* detail: revision */
  JG_CASE_ACT_CHANGE = 5, /* detail: revision */
  JG_CASE_ACT_DELETE = 6,
  JG_CASE_ACT_PRINT = 7,
  JG_CASE_ACT_EXPORT = 8,
  JG_CASE_ACT_PASSPHRASE = 9,         /* detail: the counsellor whose it is */
  JG_CASE_ACT_ADD_COUNSELLOR = 10,    /* detail: the counsellor */
  JG_CASE_ACT_REMOVE_COUNSELLOR = 11, /* detail: the counsellor */
  JG_CASE_ACT_RECOVERY = 12,
  JG_CASE_ACT_NOTICE = 13,  /* detail: version */
  JG_CASE_ACT_SETTING = 14, /* detail: which */
  JG_CASE_ACT_ID_NUMBER = 15,
  JG_CASE_ACT_SHOW_ID_NUMBER = 16,
  JG_CASE_ACT_BACKUP = 17,  /* detail: cases in it */
  JG_CASE_ACT_RESTORE = 18, /* detail: revision */
  JG_CASE_ACT_RESCUE = 19,  /* detail: cases saved */
  JG_CASE_ACT_KEYRING = 20, /* detail: 1 on, 0 off */
  JG_CASE_ACT_CLOCK = 21,   /* the date was confirmed */
  JG_CASE_ACT_STATISTICS = 22,
} JgCaseAct;

/* One line of the trail. It says who, when and which case, and nothing of what is in it. */
typedef struct
{
  gint64 number; /* from 1, without gaps */
  gint64 time;   /* seconds since 1970, UTC */
  gint64 counsellor;
  char *name; /* of the counsellor */
  JgCaseAct act;
  gint64 id;     /* the case, or 0 */
  gint64 detail; /* as the act says */
} JgCaseEntry;

/* What jg_case_store_verify() found. */
typedef struct
{
  gint64 n_entries;
  char *
      mark; /* of the last entry: whoever wrote it down can tell later whether lines were cut off */
  guint n_cases;       /* that are as they were saved */
  GPtrArray *problems; /* (element-type utf8): in words; empty when all is well */
} JgCaseVerdict;

void jg_case_entry_free (JgCaseEntry *self);
const char *jg_case_act_label (JgCaseAct act);

gboolean jg_case_store_note (JgCaseStore *self, JgCaseAct act, gint64 id, GError **error);
GPtrArray *
jg_case_store_list_entries (JgCaseStore *self,
                            gint64 id,
                            gint64 before,
                            guint max,
                            GError **error); /* (element-type JgCaseEntry): newest first */
JgCaseVerdict *jg_case_store_verify (JgCaseStore *self, GError **error);
void jg_case_verdict_free (JgCaseVerdict *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgCaseEntry, jg_case_entry_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgCaseVerdict, jg_case_verdict_free)

G_END_DECLS
