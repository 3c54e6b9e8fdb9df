/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../jg-session.h"

G_BEGIN_DECLS

/* Which occupations the list takes. The widget shows what is filtered, each filter one click from being
 * cleared, and all of them together; they are set through the button. Emits “changed”. */
#define JG_TYPE_OCCUPATION_FILTER (jg_occupation_filter_get_type ())
G_DECLARE_FINAL_TYPE (JgOccupationFilter, jg_occupation_filter, JG, OCCUPATION_FILTER, AdwBin)

GtkWidget *jg_occupation_filter_new (JgSession *session);
GtkWidget *jg_occupation_filter_get_button (JgOccupationFilter *self);
const JgOccupationTerms *jg_occupation_filter_get_terms (JgOccupationFilter *self);
gboolean jg_occupation_filter_is_on (JgOccupationFilter *self);
void jg_occupation_filter_clear (JgOccupationFilter *self);

G_END_DECLS
