/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-case-store.h"

G_BEGIN_DECLS

GBytes *jg_case_store_export (JgCaseStore *self, gint64 id, GError **error);

G_END_DECLS
