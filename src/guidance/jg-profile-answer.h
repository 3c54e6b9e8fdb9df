/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../catalogue/jg-catalogue.h"
#include "jg-profile.h"

G_BEGIN_DECLS

/* What is said to a JgQuestion. Texts: male or female, a degree of education, an age or month of
 * birth, a date, a number or a code. */
typedef enum
{
  JG_ANSWER_YES,
  JG_ANSWER_NO,
  JG_ANSWER_UNKNOWN,
  JG_ANSWER_TEXT,
  JG_ANSWER_NONE, /* takes the answer back */
} JgAnswer;

gboolean jg_profile_answer (JgProfile *profile,
                            JgCatalogue *catalogue,
                            const char *key,
                            JgAnswer answer,
                            const char *text);

G_END_DECLS
