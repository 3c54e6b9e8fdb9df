/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "catalogue/jg-catalogue.h"

G_BEGIN_DECLS

/* The packs that can be switched on, which of them are, and the catalogue that follows. */
#define JG_TYPE_PACKS (jg_packs_get_type ())
G_DECLARE_FINAL_TYPE (JgPacks, jg_packs, JG, PACKS, GObject)

JgPacks *jg_packs_new (JgCatalogue *base, GSettings *settings);
JgCatalogue *jg_packs_get_base (JgPacks *self);
JgCatalogue *jg_packs_get_catalogue (JgPacks *self);
void jg_packs_start (JgPacks *self);
GPtrArray *jg_packs_list (JgPacks *self);
gboolean jg_packs_is_on (JgPacks *self, const char *id);
void jg_packs_set_on (JgPacks *self, const char *id, gboolean on);
void jg_packs_set_own (JgPacks *self, const char *id, const char *name, const char *data);
void jg_packs_reload (JgPacks *self);
gboolean jg_packs_is_busy (JgPacks *self);
double jg_packs_get_progress (JgPacks *self);
void jg_packs_cancel (JgPacks *self);
const char *jg_packs_get_trouble (JgPacks *self);
void jg_packs_forget_trouble (JgPacks *self);

G_END_DECLS
