/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-match-index.h"

G_BEGIN_DECLS

typedef struct
{
  guint start;
  guint end;
  gpointer item; /* what stands there */
} JgMatchSpan;

void jg_match_spans_add (GArray *spans,
                         const JgMatchText *text,
                         const JgMatchText *needle,
                         gpointer item);
void jg_match_spans_add_gapped (GArray *spans, const JgMatchText *text, JgMatchSynonym *synonym);
gboolean jg_match_spans_cover (const GArray *spans, const JgMatchSpan *span);
gboolean jg_match_spans_end (const GArray *spans, const JgMatchSpan *span);
gboolean jg_match_spans_cross (const GArray *spans, const JgMatchSpan *span);

G_END_DECLS
