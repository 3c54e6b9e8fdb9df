/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../jg-session.h"

G_BEGIN_DECLS

/* What a measure that is being written says to some invented people, and to the jobseeker of the session. */
#define JG_TYPE_LOCAL_TRIAL (jg_local_trial_get_type ())
G_DECLARE_FINAL_TYPE (JgLocalTrial, jg_local_trial, JG, LOCAL_TRIAL, AdwBin)

GtkWidget *jg_local_trial_new (JgSession *session, GPtrArray *facts);
void jg_local_trial_set_measure (JgLocalTrial *self, JgMeasure *measure);

G_END_DECLS
