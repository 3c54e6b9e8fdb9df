/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../jg-session.h"

G_BEGIN_DECLS

/* Tells how many occupations are chosen for the comparison, and leads to it. */
#define JG_TYPE_COMPARE_BAR (jg_compare_bar_get_type ())
G_DECLARE_FINAL_TYPE (JgCompareBar, jg_compare_bar, JG, COMPARE_BAR, GtkBox)

GtkWidget *jg_compare_bar_new (JgSession *session);

G_END_DECLS
