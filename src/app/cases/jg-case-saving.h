/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-case-dialog.h"

G_BEGIN_DECLS

/* Saves what can be read of a damaged store, and tells what was saved. */
#define JG_TYPE_CASE_SAVING (jg_case_saving_get_type ())
G_DECLARE_FINAL_TYPE (JgCaseSaving, jg_case_saving, JG, CASE_SAVING, JgCaseDialog)

GtkWidget *jg_case_saving_new (GtkWidget *near, JgCaseDesk *desk);

G_END_DECLS
