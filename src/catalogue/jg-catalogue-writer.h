/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-pack-set.h"

G_BEGIN_DECLS

gboolean jg_catalogue_write (JgPackSet *set, const char *path, GError **error);

G_END_DECLS
