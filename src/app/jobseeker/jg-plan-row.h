/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../jg-session.h"

G_BEGIN_DECLS

/* One step of the action plan, written into the record as it is typed. */
#define JG_TYPE_PLAN_ROW (jg_plan_row_get_type ())
G_DECLARE_FINAL_TYPE (JgPlanRow, jg_plan_row, JG, PLAN_ROW, AdwBin)

GtkWidget *jg_plan_row_new (JgSession *session, guint index);

G_END_DECLS
