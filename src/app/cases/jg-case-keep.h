/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-case-dialog.h"

G_BEGIN_DECLS

/* What a jobseeker is told and agrees to before anything is kept. Emits “kept”. */
#define JG_TYPE_CASE_KEEP (jg_case_keep_get_type ())
G_DECLARE_FINAL_TYPE (JgCaseKeep, jg_case_keep, JG, CASE_KEEP, JgCaseDialog)

GtkWidget *jg_case_keep_new (GtkWidget *near, JgCaseDesk *desk);

G_END_DECLS
