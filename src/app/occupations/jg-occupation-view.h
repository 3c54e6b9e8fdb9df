/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../jg-session.h"

G_BEGIN_DECLS

/* One occupation in full, every statement with its source. */
#define JG_TYPE_OCCUPATION_VIEW (jg_occupation_view_get_type ())
G_DECLARE_FINAL_TYPE (JgOccupationView, jg_occupation_view, JG, OCCUPATION_VIEW, AdwBin)

GtkWidget *jg_occupation_view_new (JgSession *session);
void jg_occupation_view_reload (JgOccupationView *self);
void jg_occupation_view_show (JgOccupationView *self, const char *id);
const char *jg_occupation_view_get_id (JgOccupationView *self);

G_END_DECLS
