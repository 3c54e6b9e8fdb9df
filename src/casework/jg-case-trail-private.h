/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "jg-case-db.h"
#include "jg-case-seal.h"

G_BEGIN_DECLS

/* What an entry of the audit trail holds, before it is sealed. */
typedef struct
{
  gint64 time;
  gint64 counsellor;
  gint64 act;
  gint64 id;
  gint64 detail;
} JgCaseLine;

/* How far the trail and the cases have come; sealed as the head of the store. */
typedef struct
{
  gint64 number; /* of the last entry */
  guint8 link[JG_CASE_LINK_BYTES];
  gint64 n_cases;
  guint64 cases; /* the ids of all cases, combined by exclusive or */
} JgCaseHead;

typedef enum
{
  JG_CASE_HEAD_THERE,
  JG_CASE_HEAD_NONE,
  JG_CASE_HEAD_DAMAGED,
  JG_CASE_HEAD_UNREAD, /* the database could not be read */
} JgCaseHeadState;

gboolean jg_case_trail_append (JgCaseDb *db,
                               const JgCaseKey *key,
                               JgCaseHead *head,
                               const JgCaseLine *line,
                               GError **error);
gboolean jg_case_trail_write_head (JgCaseDb *db,
                                   const JgCaseKey *key,
                                   const JgCaseHead *head,
                                   GError **error);
JgCaseHeadState
jg_case_trail_read_head (JgCaseDb *db, const JgCaseKey *key, JgCaseHead *head, GError **error);
gboolean jg_case_trail_open_line (const JgCaseKey *key,
                                  gint64 number,
                                  const void *sealed,
                                  gsize length,
                                  JgCaseLine *line);
gboolean
jg_case_row_write (JgCaseDb *db, const char *table, gint64 id, GBytes *sealed, GError **error);

G_END_DECLS
