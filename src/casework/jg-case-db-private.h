/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <sys/types.h>

#include "jg-case-db.h"
#include "jg-case-folder.h"

G_BEGIN_DECLS

struct _JgCaseDb
{
  JgCaseFolder folder;
  char *wal;
  sqlite3 *db;
  dev_t device; /* of the file as it was opened */
  ino_t inode;
};

gboolean jg_case_db_say_damaged (JgCaseDb *self, const char *why, GError **error);
gboolean jg_case_db_harden (JgCaseDb *self, GError **error);
gboolean jg_case_db_check_length (JgCaseDb *self, gboolean clean, GError **error);
gboolean jg_case_db_check_head (JgCaseDb *self, GError **error);
gboolean jg_case_db_check_pages (JgCaseDb *self, gboolean thorough, GError **error);
gboolean jg_case_db_check_schema (JgCaseDb *self, gboolean *same, GError **error);
gboolean jg_case_db_make_schema (JgCaseDb *self, int version, GError **error);
gboolean jg_case_db_migrate (JgCaseDb *self, int version, GError **error);

G_END_DECLS
