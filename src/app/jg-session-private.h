/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-session.h"

G_BEGIN_DECLS

/* One jobseeker's sitting. Kept in memory only. */
typedef struct
{
  JgProfile *profile;
  GPtrArray *chosen;    /* (element-type utf8) occupation ids */
  GPtrArray *steps;     /* (element-type JgPlanStep) */
  GPtrArray *ticked;    /* (element-type utf8) measures the counsellor put on the sheet, in order */
  GPtrArray *taken_off; /* (element-type utf8) measures the counsellor took off it */
  char *follow_up;
  gboolean large_print;
} JgSitting;

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
  JgSitting *now;
  JgSitting *previous;   /* until the undo toast has gone */
  GHashTable *documents; /* key to JgDocument without paragraphs; NULL until asked for */
  JgMatchResult *matches;
  JgEligibility *eligibility;
  JgPlan *plan; /* NULL until asked for; only to tell what is printed */
};

G_END_DECLS
