/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "casework/jg-case-store.h"
#include "jg-ctl.h"

G_BEGIN_DECLS

/* One verb of “case”. */
typedef int (*JgCtlCaseFunc) (JgCtl *ctl, JgCaseStore *store, char **arguments);

int jg_ctl_case_list (JgCtl *ctl, JgCaseStore *store, char **arguments);
int jg_ctl_case_show (JgCtl *ctl, JgCaseStore *store, char **arguments);
int jg_ctl_case_export (JgCtl *ctl, JgCaseStore *store, char **arguments);
int jg_ctl_case_delete (JgCtl *ctl, JgCaseStore *store, char **arguments);
int jg_ctl_case_audit (JgCtl *ctl, JgCaseStore *store, char **arguments);
int jg_ctl_case_backup (JgCtl *ctl, JgCaseStore *store, char **arguments);
int jg_ctl_case_restore (JgCtl *ctl, JgCaseStore *store, char **arguments);
int jg_ctl_case_stats (JgCtl *ctl, JgCaseStore *store, char **arguments);
int jg_ctl_case_verify (JgCtl *ctl, JgCaseStore *store, char **arguments);
int jg_ctl_case_rescue (JgCtl *ctl, JgCaseStore *store, char **arguments);
int jg_ctl_case_create (JgCtl *ctl, JgCaseStore *store, char **arguments);

gboolean jg_ctl_case_unlock (JgCtl *ctl, JgCaseStore *store);
char *jg_ctl_case_read_secret (JgCtl *ctl, const char *prompt);
gboolean jg_ctl_case_ask (const char *question, const char *expected);
gint64 jg_ctl_case_read_number (const char *text);
gboolean jg_ctl_case_write (JgCtl *ctl, const void *data, gsize length, GError **error);
char *jg_ctl_case_day (gint64 time);
void jg_ctl_case_put_int (JsonBuilder *builder, const char *key, gint64 value);
void jg_ctl_case_put_summary (JsonBuilder *builder, const JgCaseSummary *summary);

G_END_DECLS
