/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../jg-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The optional questionnaire about interests and conditions: 仅供参考. */
#define JG_TYPE_INTERESTS (jg_interests_get_type ())
G_DECLARE_FINAL_TYPE (JgInterests, jg_interests, JG, INTERESTS, AdwBin)

GtkWidget *jg_interests_new (JgSession *session);

G_END_DECLS
