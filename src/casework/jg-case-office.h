/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-case-store.h"

G_BEGIN_DECLS

/* What an office decides for its store. The numbers are in every store: only append. */
typedef enum
{
  JG_CASE_SETTING_OFFICE = 1,           /* name of the office, for the notice */
  JG_CASE_SETTING_CONTACT = 2,          /* how to reach it, for the notice */
  JG_CASE_SETTING_RETENTION_MONTHS = 3, /* how long a case is kept; 1 to 120 */
  JG_CASE_SETTING_BACKUP_COUNT = 4,     /* backups that are kept; 1 to 100 */
  JG_CASE_SETTING_BACKUP_DAYS = 5,      /* how long one is kept; 1 to 365 */
  JG_CASE_SETTING_BACKUP_FOLDER = 6,    /* absolute path; "" for the folder beside the store */
  JG_CASE_SETTING_ID_NUMBER = 7, /* what ID numbers are needed for; "" and none can be kept */
  JG_CASE_SETTING_LAST_DAY = 8,  /* internal: the last day the store was used */
} JgCaseSetting;

/* How the date of the computer looks beside that of the last use. */
typedef enum
{
  JG_CASE_CLOCK_GOOD,
  JG_CASE_CLOCK_BACK,    /* it is earlier */
  JG_CASE_CLOCK_FORWARD, /* it is later by two months and more */
} JgCaseClockState;

char *jg_case_store_dup_setting (JgCaseStore *self, JgCaseSetting setting);
guint jg_case_store_get_number (JgCaseStore *self, JgCaseSetting setting);
gboolean jg_case_store_set_setting (JgCaseStore *self,
                                    JgCaseSetting setting,
                                    const char *value,
                                    GError **error);

guint jg_case_store_get_notice_version (JgCaseStore *self);
char *jg_case_store_dup_notice (JgCaseStore *self, guint version, gint64 *since, GError **error);
guint jg_case_store_set_notice (JgCaseStore *self, const char *text, GError **error);
char *jg_case_store_dup_default_notice (JgCaseStore *self);
char *jg_case_store_dup_retain_until (JgCaseStore *self, const char *day);

JgCaseClockState jg_case_store_get_clock_state (JgCaseStore *self);
gboolean jg_case_store_confirm_clock (JgCaseStore *self, GError **error);

G_END_DECLS
