/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-case-dialog.h"

G_BEGIN_DECLS

/* What the office did in a period, without anybody’s name: a table with bars, and as CSV. */
#define JG_TYPE_CASE_FIGURES_DIALOG (jg_case_figures_dialog_get_type ())
G_DECLARE_FINAL_TYPE (JgCaseFiguresDialog,
                      jg_case_figures_dialog,
                      JG,
                      CASE_FIGURES_DIALOG,
                      JgCaseDialog)

GtkWidget *jg_case_figures_dialog_new (GtkWidget *near, JgCaseDesk *desk);

G_END_DECLS
