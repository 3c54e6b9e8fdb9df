/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-application.h"

G_BEGIN_DECLS

/* Finds occupations from the overview of GNOME Shell (org.gnome.Shell.SearchProvider2). It knows the catalogue only:
 * nothing about a jobseeker can be found from the desktop. */
#define JG_TYPE_SEARCH_PROVIDER (jg_search_provider_get_type ())
G_DECLARE_FINAL_TYPE (JgSearchProvider, jg_search_provider, JG, SEARCH_PROVIDER, GObject)

JgSearchProvider *jg_search_provider_new (JgApplication *application);
gboolean
jg_search_provider_export (JgSearchProvider *self, GDBusConnection *connection, GError **error);
void jg_search_provider_unexport (JgSearchProvider *self);

G_END_DECLS
