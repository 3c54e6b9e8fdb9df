/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-case-dialog.h"

G_BEGIN_DECLS

/* Makes a store of cases: who, with which passphrase, the recovery key, what jobseekers are told. Emits “unlocked”. */
#define JG_TYPE_CASE_SETUP (jg_case_setup_get_type ())
G_DECLARE_FINAL_TYPE (JgCaseSetup, jg_case_setup, JG, CASE_SETUP, JgCaseDialog)

GtkWidget *jg_case_setup_new (GtkWidget *near, JgCaseDesk *desk);

G_END_DECLS
