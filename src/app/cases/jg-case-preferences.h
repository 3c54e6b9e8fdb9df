/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "jg-case-desk.h"

G_BEGIN_DECLS

/* What an office decides for its cases: locking, the notice, how long what is kept, and who can open them. */
#define JG_TYPE_CASE_PREFERENCES (jg_case_preferences_get_type ())
G_DECLARE_FINAL_TYPE (JgCasePreferences,
                      jg_case_preferences,
                      JG,
                      CASE_PREFERENCES,
                      AdwPreferencesPage)

GtkWidget *jg_case_preferences_new (JgCaseDesk *desk);

G_END_DECLS
