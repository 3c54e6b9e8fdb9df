/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "jg-pack-set.h"
#include "jg-pack-shelf.h"

G_BEGIN_DECLS

/* A catalogue and the packs put onto it, built whole into a folder of the user. The file is named by
 * what it was made from, so that another catalogue, another pack or another set of packs is another
 * file: none can be stale. */
#define JG_TYPE_USER_CATALOGUE (jg_user_catalogue_get_type ())
G_DECLARE_FINAL_TYPE (JgUserCatalogue, jg_user_catalogue, JG, USER_CATALOGUE, GObject)

JgUserCatalogue *jg_user_catalogue_new (JgCatalogue *base, GPtrArray *packs, const char *folder);
JgCatalogue *jg_user_catalogue_open (JgUserCatalogue *self);
JgCatalogue *jg_user_catalogue_build (JgUserCatalogue *self,
                                      GCancellable *cancellable,
                                      JgProgressFunc progress,
                                      gpointer user_data,
                                      GError **error);
const char *jg_user_catalogue_get_path (JgUserCatalogue *self);

G_END_DECLS
