/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../jg-session.h"
#include "guidance/jg-profile-answer.h"

G_BEGIN_DECLS

gboolean jg_answer_give (JgSession *session, const char *key, JgAnswer answer, const char *text);

G_END_DECLS
