/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "guidance/jg-record.h"
#include "jg-case-store.h"

G_BEGIN_DECLS

/* What is known of a case besides its record. */
typedef struct
{
  gint64 id;                /* 0 for a new case */
  JgCaseStatus status;      /* 0 means open */
  guint consent_version;    /* of the notice the person agreed to */
  const char *consent_date; /* YYYY-MM-DD */
  const char *
      retain_until; /* YYYY-MM-DD; NULL for the office's rule, from the day the record was changed */
  gboolean session; /* a session was held, and not only a contact noted */
  const char *const
      *occupation_names; /* of the chosen occupations, as many; NULL shows their ids */
} JgCaseKeeping;

gint64 jg_case_store_save_record (JgCaseStore *self,
                                  JgRecord *record,
                                  const JgCaseKeeping *keeping,
                                  GError **error);
JgRecord *jg_case_store_load_record (JgCaseStore *self, gint64 id, const char *day, GError **error);
gboolean
jg_case_store_save_draft_record (JgCaseStore *self, gint64 id, JgRecord *record, GError **error);
JgRecord *jg_case_store_load_draft_record (JgCaseStore *self,
                                           const char *day,
                                           gint64 *id,
                                           gint64 *changed,
                                           GError **error);

G_END_DECLS
