/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "jg-packs.h"

G_BEGIN_DECLS

/* Shows that packs are being put onto the catalogue, with a way to stop; and why they could not be. */
#define JG_TYPE_PACKS_BAR (jg_packs_bar_get_type ())
G_DECLARE_FINAL_TYPE (JgPacksBar, jg_packs_bar, JG, PACKS_BAR, AdwBin)

void jg_packs_bar_set_packs (JgPacksBar *self, JgPacks *packs);

G_END_DECLS
