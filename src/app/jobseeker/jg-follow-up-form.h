/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../jg-session.h"

G_BEGIN_DECLS

/* 回访: the day and way that were agreed, the sentence that asks for it, and the contacts since. */
#define JG_TYPE_FOLLOW_UP_FORM (jg_follow_up_form_get_type ())
G_DECLARE_FINAL_TYPE (JgFollowUpForm, jg_follow_up_form, JG, FOLLOW_UP_FORM, AdwBin)

GtkWidget *jg_follow_up_form_new (JgSession *session);

G_END_DECLS
