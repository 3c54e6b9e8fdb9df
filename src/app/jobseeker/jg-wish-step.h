/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../jg-session.h"

G_BEGIN_DECLS

/* 求职意向: what the person wants and can do, in their own words. */
#define JG_TYPE_WISH_STEP (jg_wish_step_get_type ())
G_DECLARE_FINAL_TYPE (JgWishStep, jg_wish_step, JG, WISH_STEP, AdwBin)

GtkWidget *jg_wish_step_new (JgSession *session);

G_END_DECLS
