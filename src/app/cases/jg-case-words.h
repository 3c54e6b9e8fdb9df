/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-case-desk.h"

G_BEGIN_DECLS

/* What the window says of the store and of how the sitting is kept. */

char *jg_case_words_dup_status (JgCaseDesk *desk);
const char *jg_case_words_get_icon (JgCaseDesk *desk);
const char *jg_case_words_get_unlock (JgCaseDesk *desk);
const char *jg_case_words_get_keep (JgCaseDesk *desk);
gboolean jg_case_words_can_keep (JgCaseDesk *desk);

G_END_DECLS
