/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../jg-session.h"

G_BEGIN_DECLS

/* The question that decides most, with one tap per answer. */
#define JG_TYPE_NEXT_QUESTION (jg_next_question_get_type ())
G_DECLARE_FINAL_TYPE (JgNextQuestion, jg_next_question, JG, NEXT_QUESTION, AdwBin)

GtkWidget *jg_next_question_new (JgSession *session);
void jg_next_question_update (JgNextQuestion *self, JgEligibility *eligibility);

G_END_DECLS
