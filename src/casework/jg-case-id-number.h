/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-case-store.h"

G_BEGIN_DECLS

/* 身份证号. Off unless the office has set JG_CASE_SETTING_ID_NUMBER; never printed and never exported. */
char *jg_case_id_number_fold (const char *text);
char *jg_case_id_number_mask (const char *number);

gboolean
jg_case_store_set_id_number (JgCaseStore *self, gint64 id, const char *number, GError **error);
char *jg_case_store_dup_masked_id_number (JgCaseStore *self, gint64 id, GError **error);
char *jg_case_store_show_id_number (JgCaseStore *self, gint64 id, GError **error);
gint64 jg_case_store_find_id_number (JgCaseStore *self, const char *number, GError **error);

G_END_DECLS
