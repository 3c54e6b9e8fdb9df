/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../jg-session.h"

G_BEGIN_DECLS

/* 匹配: occupations whose printed tasks fit, each with its reasons. */
#define JG_TYPE_MATCH_STEP (jg_match_step_get_type ())
G_DECLARE_FINAL_TYPE (JgMatchStep, jg_match_step, JG, MATCH_STEP, AdwBin)

GtkWidget *jg_match_step_new (JgSession *session);

G_END_DECLS
