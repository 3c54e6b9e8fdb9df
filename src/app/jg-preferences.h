/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "cases/jg-case-desk.h"
#include "jg-packs.h"
#include "jg-session.h"

G_BEGIN_DECLS

#define JG_TYPE_PREFERENCES (jg_preferences_get_type ())
G_DECLARE_FINAL_TYPE (JgPreferences, jg_preferences, JG, PREFERENCES, AdwPreferencesWindow)

GtkWidget *jg_preferences_new (JgSession *session, JgPacks *packs, JgCaseDesk *desk);

G_END_DECLS
