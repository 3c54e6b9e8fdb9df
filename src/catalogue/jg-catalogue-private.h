/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <sqlite3.h>

#include "jg-catalogue.h"

G_BEGIN_DECLS

/* “JGCT”; tells a catalogue from any other SQLite file. */
#define JG_CATALOGUE_APPLICATION_ID 0x4a474354
#define JG_CATALOGUE_VERSION 6

sqlite3 *jg_catalogue_get_db (JgCatalogue *self);
sqlite3_stmt *jg_catalogue_prepare (JgCatalogue *self, const char *sql);
char *jg_column_dup_text (sqlite3_stmt *stmt, int column);
const char *jg_column_text (sqlite3_stmt *stmt, int column);
char **jg_column_dup_list (sqlite3_stmt *stmt, int column);
JgOccupationSummary *jg_occupation_summary_from_row (sqlite3_stmt *stmt);

/* Lists of short words are kept in one column, separated by a character no pack may contain. */
#define JG_LIST_SEPARATOR "\x1f"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

G_END_DECLS
