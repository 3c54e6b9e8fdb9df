/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../jg-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Strikes an occupation out, with a reason of the counsellor's. */
#define JG_TYPE_STRIKE_BUTTON (jg_strike_button_get_type ())
G_DECLARE_FINAL_TYPE (JgStrikeButton, jg_strike_button, JG, STRIKE_BUTTON, AdwBin)

GtkWidget *jg_strike_button_new (JgSession *session, const JgOccupation *occupation);

G_END_DECLS
