/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "casework/jg-case-store.h"

#define PASSPHRASE "三只鸭子过河去了"
#define NAME "李某"

/* A folder of the test's own, and the file of a store in it. */
typedef struct
{
  char *folder;
  char *path;
} CaseFixture;

void case_fixture_set_up (CaseFixture *self, gconstpointer data);
void case_fixture_tear_down (CaseFixture *self, gconstpointer data);

JgCaseStore *case_fixture_create (CaseFixture *self);
JgCaseStore *case_fixture_unlock (CaseFixture *self);
gint64 case_fixture_save (JgCaseStore *store, gint64 id, const char *alias, const char *content);
char *case_fixture_load (JgCaseStore *store, gint64 id);
void case_fixture_run_sql (const char *path, const char *format, ...) G_GNUC_PRINTF (2, 3);
void case_fixture_load_dump (CaseFixture *self, guint version);
void case_fixture_delete_tree (const char *path);
gboolean case_fixture_find_bytes (const char *folder, const void *bytes, gsize length);

/* What the dumps of older versions hold. */
#define CASE_DUMP_ID G_GINT64_CONSTANT (22193459046)
#define CASE_DUMP_RECOVERY "34WZB-VHGNZ-9W1EW-WHMX2-SYPKX-RJJMH-EB9Q3-EMCNS"

/* What every case of a test has. */
#define CASE_CONSENT .consent_version = 1, .consent_date = "2026-06-01"
#define CASE_SUMMARY(...)                                                                          \
  {                                                                                                \
    CASE_CONSENT, .status = JG_CASE_OPEN, .retain_until = "2027-06-30", __VA_ARGS__                \
  }
