/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../jg-session.h"

G_BEGIN_DECLS

/* Two to four occupations side by side, or one below the other where it is narrow. */
#define JG_TYPE_COMPARE_VIEW (jg_compare_view_get_type ())
G_DECLARE_FINAL_TYPE (JgCompareView, jg_compare_view, JG, COMPARE_VIEW, AdwBin)

GtkWidget *jg_compare_view_new (JgSession *session);
void jg_compare_view_refresh (JgCompareView *self);

G_END_DECLS
