/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-case-dialog.h"

G_BEGIN_DECLS

/* The recovery key, shown once: to be printed or written down before one goes on. */
#define JG_TYPE_CASE_RECOVERY (jg_case_recovery_get_type ())
G_DECLARE_FINAL_TYPE (JgCaseRecovery, jg_case_recovery, JG, CASE_RECOVERY, GtkBox)

GtkWidget *jg_case_recovery_new (JgCaseStore *store, char *recovery);
GtkCheckButton *jg_case_recovery_get_check (JgCaseRecovery *self);

G_END_DECLS
