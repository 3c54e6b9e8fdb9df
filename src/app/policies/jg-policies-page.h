/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../jg-session.h"

G_BEGIN_DECLS

/* 政策: measures and documents, one of them in full beside the list. */
#define JG_TYPE_POLICIES_PAGE (jg_policies_page_get_type ())
G_DECLARE_FINAL_TYPE (JgPoliciesPage, jg_policies_page, JG, POLICIES_PAGE, AdwBin)

JgPoliciesPage *jg_policies_page_new (JgSession *session);
AdwLeaflet *jg_policies_page_get_leaflet (JgPoliciesPage *self);
void jg_policies_page_show_measure (JgPoliciesPage *self, const char *id);
void jg_policies_page_show_document (JgPoliciesPage *self,
                                     const char *key,
                                     guint line,
                                     const char *quote);
GVariant *jg_policies_page_dup_place (JgPoliciesPage *self);
void jg_policies_page_restore_place (JgPoliciesPage *self, GVariant *place);

G_END_DECLS
