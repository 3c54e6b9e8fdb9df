/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "catalogue/jg-search.h"

#include "../jg-line.h"

G_BEGIN_DECLS

/* One hit as a line of the list: the field that hit is named, the words that hit are marked. */

JgLine *jg_hit_line_new (const JgSearchHit *hit);
JgLine *jg_hit_line_new_for_text (const JgSearchText *text);

G_END_DECLS
