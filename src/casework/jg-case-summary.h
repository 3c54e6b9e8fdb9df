/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define JG_CASE_MAX_ALIAS 100 /* characters */
#define JG_CASE_MAX_OCCUPATIONS 50

/* The numbers are in every store: only append. */
typedef enum
{
  JG_CASE_OPEN = 1,
  JG_CASE_CLOSED = 2,
} JgCaseStatus;

/* What a list of cases shows and searches. A caller fills one on its own stack to save a case; those that
 * the store gives are kept in one block that is wiped with the last reference. Dates are YYYY-MM-DD; what
 * is not there is "", and NULL may be given for it. */
typedef struct
{
  gint64 id;      /* 0 for a case that was not saved yet */
  gint64 created; /* seconds since 1970, UTC; the store sets both */
  gint64 changed;
  JgCaseStatus status;
  const char *alias;              /* what the person is called here; need not be a name */
  const char *counsellor;         /* who saved it last; NULL means whoever unlocked the store */
  const char *follow_up;          /* when to ask again */
  const char *retain_until;       /* the last day it may be kept; required */
  guint consent_version;          /* of the notice the person agreed to; required */
  const char *consent_date;       /* required */
  const char *const *occupations; /* ids in the catalogue, ended by NULL */
  const char *const *occupation_names; /* as many */
} JgCaseSummary;

JgCaseSummary *jg_case_summary_ref (JgCaseSummary *self);
void jg_case_summary_unref (JgCaseSummary *self);

gboolean jg_case_is_date (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgCaseSummary, jg_case_summary_unref)

G_END_DECLS
