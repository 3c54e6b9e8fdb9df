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
  JgRecord *previous;    /* until the undo toast has gone */
  GHashTable *documents; /* key to JgDocument without paragraphs; NULL until asked for */
  JgMatchResult *matches;
  JgEligibility *eligibility;
  JgPlan *plan; /* NULL until asked for; only to tell what is printed */
};

G_END_DECLS
