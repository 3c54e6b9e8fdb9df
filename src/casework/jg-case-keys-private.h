/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-case-slot.h"
#include "jg-case-store-private.h"

G_BEGIN_DECLS

GPtrArray *jg_case_store_read_slots (JgCaseStore *self, JgCaseSlotKind kind, gint64 counsellor);
gint64 jg_case_store_find_counsellor (JgCaseStore *self, const char *name);
gboolean jg_case_store_replace_slot (JgCaseStore *self,
                                     JgCaseSlotKind kind,
                                     gint64 counsellor,
                                     const void *secret,
                                     gsize length,
                                     GError **error);
gboolean jg_case_slot_insert (JgCaseDb *db, const JgCaseSlot *slot, GError **error);
gboolean jg_case_store_is_tag_of (JgCaseStore *self, GBytes *tag, const char *name);
gboolean jg_case_store_check_passphrase (JgCaseStore *self, const char *passphrase, GError **error);

G_END_DECLS
