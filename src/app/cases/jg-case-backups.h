/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-case-dialog.h"

G_BEGIN_DECLS

/* The backups of the store: which there are, what one would bring back, and bringing it back. */
#define JG_TYPE_CASE_BACKUPS (jg_case_backups_get_type ())
G_DECLARE_FINAL_TYPE (JgCaseBackups, jg_case_backups, JG, CASE_BACKUPS, JgCaseDialog)

GtkWidget *jg_case_backups_new (GtkWidget *near, JgCaseDesk *desk);

G_END_DECLS
