/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-case-store.h"

G_BEGIN_DECLS

/* The desktop's keyring (Secret Service) as a convenience beside the passphrase. Where there is none, nothing is said
 * and the passphrase is asked. */
gboolean jg_case_store_has_keyring (JgCaseStore *self);
gboolean jg_case_store_unlock_with_keyring (JgCaseStore *self, GError **error);
gboolean jg_case_store_set_keyring (JgCaseStore *self, gboolean on, GError **error);

G_END_DECLS
