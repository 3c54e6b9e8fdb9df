/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-case-dialog.h"

G_BEGIN_DECLS

typedef enum
{
  JG_CASE_KEYS_CHANGE,   /* one’s own passphrase */
  JG_CASE_KEYS_ADD,      /* another counsellor */
  JG_CASE_KEYS_RECOVERY, /* a new recovery key */
  JG_CASE_KEYS_NOTICE,   /* other words for jobseekers; no key, but decided in the same place */
} JgCaseKeysKind;

/* Dialogs of the preferences that change who can open the store, and what jobseekers are told. */
#define JG_TYPE_CASE_KEYS (jg_case_keys_get_type ())
G_DECLARE_FINAL_TYPE (JgCaseKeys, jg_case_keys, JG, CASE_KEYS, JgCaseDialog)

GtkWidget *jg_case_keys_new (GtkWidget *near, JgCaseDesk *desk, JgCaseKeysKind kind);

G_END_DECLS
