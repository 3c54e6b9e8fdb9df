/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../cases/jg-case-desk.h"

G_BEGIN_DECLS

/* 基本情况: who the person is. Everything is optional. */
#define JG_TYPE_BASICS_STEP (jg_basics_step_get_type ())
G_DECLARE_FINAL_TYPE (JgBasicsStep, jg_basics_step, JG, BASICS_STEP, AdwBin)

GtkWidget *jg_basics_step_new (JgSession *session);
void jg_basics_step_set_desk (JgBasicsStep *self, JgCaseDesk *desk);

G_END_DECLS
