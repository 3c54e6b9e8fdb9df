/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "catalogue/jg-catalogue.h"
#include "jg-case-store.h"

G_BEGIN_DECLS

/* How often something was there. */
typedef struct
{
  char *key;   /* an id, a key or a month, YYYY-MM */
  char *label; /* in words; or NULL */
  guint n;
} JgCaseCount;

/* What an office did in a period, without anybody's name. Cases that were deleted are not in it. */
typedef struct
{
  char *from; /* YYYY-MM-DD, both days included */
  char *to;
  guint n_cases; /* with a session in the period */
  guint n_new;   /* whose first session was in it */
  guint n_sessions;
  guint n_contacts;
  guint n_due;            /* follow-ups that were agreed for a day of the period that has come */
  guint n_kept;           /* of them: the person was reached within a week before or after */
  GPtrArray *months;      /* (element-type JgCaseCount): sessions, in order of time */
  GPtrArray *occupations; /* (element-type JgCaseCount): cases, the most frequent first */
  GPtrArray *groups;
  GPtrArray *measures;
} JgCaseStatistics;

/* Gives the words for a key; NULL when there are none. */
typedef char *(*JgCaseLabelFunc) (const char *key, gpointer data);

void jg_case_statistics_free (JgCaseStatistics *self);
JgCaseStatistics *
jg_case_store_count (JgCaseStore *self, const char *from, const char *to, GError **error);
void jg_case_statistics_label (GPtrArray *counts, JgCaseLabelFunc function, gpointer data);
void jg_case_statistics_label_all (JgCaseStatistics *self, JgCatalogue *catalogue);
char *jg_case_statistics_to_csv (const JgCaseStatistics *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgCaseStatistics, jg_case_statistics_free)

G_END_DECLS
