/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "jg-packs.h"

G_BEGIN_DECLS

#define JG_TYPE_APPLICATION (jg_application_get_type ())
G_DECLARE_FINAL_TYPE (JgApplication, jg_application, JG, APPLICATION, AdwApplication)

JgApplication *jg_application_new (void);
GSettings *jg_application_get_settings (JgApplication *self);
JgCatalogue *jg_application_get_catalogue (JgApplication *self, GError **error);
JgPacks *jg_application_get_packs (JgApplication *self);
void
jg_application_show (JgApplication *self, const char *action, const char *text, guint32 timestamp);

G_END_DECLS
