/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-paper.h"

G_BEGIN_DECLS

/* One part of a plain sheet. */
typedef struct
{
  const char *label; /* or NULL */
  const char *text;
  gboolean quote; /* words of a document */
} JgTextPart;

/* A title and texts on A4, in large print. */
JgPaper *
jg_text_sheet_new (const char *kind, const char *title, const JgTextPart *parts, gsize n_parts);

G_END_DECLS
