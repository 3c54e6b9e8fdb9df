/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../jg-session.h"

G_BEGIN_DECLS

/* 指导单: the plan and the sheet as it will be printed. */
#define JG_TYPE_SHEET_STEP (jg_sheet_step_get_type ())
G_DECLARE_FINAL_TYPE (JgSheetStep, jg_sheet_step, JG, SHEET_STEP, AdwBin)

GtkWidget *jg_sheet_step_new (JgSession *session);

G_END_DECLS
