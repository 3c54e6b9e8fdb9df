/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../jg-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* An occupation of the matching step: why it fits, task by task, what is missing and what may pay for it. Emits “refused”
 * when it is to go on the sheet and the sheet is full. */
#define JG_TYPE_MATCH_CARD (jg_match_card_get_type ())
G_DECLARE_FINAL_TYPE (JgMatchCard, jg_match_card, JG, MATCH_CARD, GtkBox)

GtkWidget *jg_match_card_new (JgSession *session, JgOccupation *occupation);
void jg_match_card_update (JgMatchCard *self);

G_END_DECLS
