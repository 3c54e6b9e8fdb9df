/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-case-dialog.h"

G_BEGIN_DECLS

/* Asks for the passphrase, or for the recovery key. Emits “unlocked”. */
#define JG_TYPE_CASE_UNLOCK (jg_case_unlock_get_type ())
G_DECLARE_FINAL_TYPE (JgCaseUnlock, jg_case_unlock, JG, CASE_UNLOCK, JgCaseDialog)

GtkWidget *jg_case_unlock_new (GtkWidget *near, JgCaseDesk *desk);

G_END_DECLS
