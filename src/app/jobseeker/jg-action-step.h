/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../jg-session.h"

G_BEGIN_DECLS

/* 行动计划: who does what until when, what may be taken over from the texts, and when to ask again. */
#define JG_TYPE_ACTION_STEP (jg_action_step_get_type ())
G_DECLARE_FINAL_TYPE (JgActionStep, jg_action_step, JG, ACTION_STEP, AdwBin)

GtkWidget *jg_action_step_new (JgSession *session);

G_END_DECLS
