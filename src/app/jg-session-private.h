/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-session.h"

G_BEGIN_DECLS

struct _JgSession
{
  GObject parent_instance;

  JgCatalogue *catalogue;
  JgSearch *search;
  GSettings *settings;
  JgDesk *desk; /* NULL until asked for */
  char *desk_trouble;
  char *as_of; /* NULL: today */
  char *today;
  JgRecord *record;
  JgRecord *previous;  /* until the undo toast has gone */
  GPtrArray *compared; /* (element-type utf8) occupation ids, in the order of the columns */
  GPtrArray *previous_compared; /* with the former record; or NULL */
  GHashTable *documents;        /* key to JgDocument without paragraphs; NULL until asked for */
  JgMatchResult *matches;
  JgEligibility *eligibility;
  JgPlan *plan; /* NULL until asked for; only to tell what is printed */
};

void jg_session_drop_unknown_compared (JgSession *self);

G_END_DECLS
