/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../catalogue/jg-catalogue.h"
#include "jg-record.h"

G_BEGIN_DECLS

/* One reason: the jobseeker's words against one printed sentence. */
typedef struct
{
  char *from;    /* the profile's words */
  char *field;   /* skills, experience, wish, answers */
  int task;      /* 1-based number of the task; 0 when via is name, alias or definition */
  char *text;    /* the sentence as printed (task, alias, name or definition) */
  char *via;     /* task, synonym, alias, name, work-type, definition, answer */
  char *through; /* the word of the notice that hit, or NULL */
} JgMatchReason;

typedef struct
{
  JgOccupation *occupation;
  GPtrArray *reasons; /* (element-type JgMatchReason) */
  GArray *open_tasks; /* (element-type guint) 1-based numbers of tasks no reason names */
} JgMatch;

/* An occupation that the person's words name and do not want. */
typedef struct
{
  JgOccupation *occupation;
  char *from; /* the profile's words */
} JgMatchRefusal;

typedef struct
{
  GPtrArray *matches;        /* (element-type JgMatch), best first; may be empty */
  GPtrArray *refusals;       /* (element-type JgMatchRefusal): not among the matches */
  gboolean not_in_catalogue; /* something was said, and nothing fits; FALSE when nothing was said */
} JgMatchResult;

JgMatchResult *jg_match_profile (JgCatalogue *catalogue, JgProfile *profile, guint limit);
JgMatchResult *jg_match_record (JgCatalogue *catalogue, JgRecord *record, guint limit);
JgMatchResult *jg_match_record_whole (JgCatalogue *catalogue, JgRecord *record);
JgMatch *jg_match_new_bare (JgOccupation *occupation);
void jg_match_free (JgMatch *self);
void jg_match_result_free (JgMatchResult *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgMatch, jg_match_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgMatchResult, jg_match_result_free)

G_END_DECLS
