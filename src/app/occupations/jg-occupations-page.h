/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../jg-session.h"

G_BEGIN_DECLS

/* 职业: search and browse occupations, one of them in full beside the list. */
#define JG_TYPE_OCCUPATIONS_PAGE (jg_occupations_page_get_type ())
G_DECLARE_FINAL_TYPE (JgOccupationsPage, jg_occupations_page, JG, OCCUPATIONS_PAGE, AdwBin)

JgOccupationsPage *jg_occupations_page_new (JgSession *session);
AdwLeaflet *jg_occupations_page_get_leaflet (JgOccupationsPage *self);
void jg_occupations_page_show_compare (JgOccupationsPage *self);
void jg_occupations_page_close_compare (JgOccupationsPage *self);
const char *jg_occupations_page_get_at_hand (JgOccupationsPage *self);
void jg_occupations_page_show (JgOccupationsPage *self, const char *id);
void jg_occupations_page_search (JgOccupationsPage *self, const char *query);
GVariant *jg_occupations_page_dup_place (JgOccupationsPage *self);
void jg_occupations_page_restore_place (JgOccupationsPage *self, GVariant *place);

G_END_DECLS
