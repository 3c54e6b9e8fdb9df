/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../jg-session.h"

G_BEGIN_DECLS

/* 政策: the next questions, then every measure with its verdict and reasons. */
#define JG_TYPE_MEASURES_STEP (jg_measures_step_get_type ())
G_DECLARE_FINAL_TYPE (JgMeasuresStep, jg_measures_step, JG, MEASURES_STEP, AdwBin)

GtkWidget *jg_measures_step_new (JgSession *session);

G_END_DECLS
