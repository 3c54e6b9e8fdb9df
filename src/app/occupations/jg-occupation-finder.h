/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../jg-session.h"

G_BEGIN_DECLS

/* The list side of the page: search, filters, classes and results. Emits “opened” with the id of the
 * occupation that was chosen. */
#define JG_TYPE_OCCUPATION_FINDER (jg_occupation_finder_get_type ())
G_DECLARE_FINAL_TYPE (JgOccupationFinder, jg_occupation_finder, JG, OCCUPATION_FINDER, AdwBin)

GtkWidget *jg_occupation_finder_new (JgSession *session);
void jg_occupation_finder_search (JgOccupationFinder *self, const char *query);
void jg_occupation_finder_focus_entry (JgOccupationFinder *self);
gboolean jg_occupation_finder_take_key (JgOccupationFinder *self,
                                        GtkEventControllerKey *controller);
void jg_occupation_finder_set_current (JgOccupationFinder *self, const char *id);
const char *jg_occupation_finder_get_focus_id (JgOccupationFinder *self);
void jg_occupation_finder_pins_changed (JgOccupationFinder *self, const char *remark);

G_END_DECLS
