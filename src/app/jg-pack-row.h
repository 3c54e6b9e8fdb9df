/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "jg-packs.h"

G_BEGIN_DECLS

/* A pack in the preferences: what it is, where it is from, and its switch. */
#define JG_TYPE_PACK_ROW (jg_pack_row_get_type ())
G_DECLARE_FINAL_TYPE (JgPackRow, jg_pack_row, JG, PACK_ROW, AdwPreferencesRow)

GtkWidget *jg_pack_row_new (JgPacks *packs, const JgPackInfo *info);

G_END_DECLS
