/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-paper.h"

G_BEGIN_DECLS

/* A paragraph and how loud it is. */
typedef struct
{
  JgVoice voice;
  const char *text; /* lines are kept */
} JgLetterPart;

/* A paper of plain paragraphs under a title, such as a notice. */
JgPaper *
jg_letter_new (const char *title, const JgLetterPart *parts, guint n_parts, const char *foot);

G_END_DECLS
