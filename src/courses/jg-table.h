/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A table that somebody made in an office program: texts in rows, nothing of them believed yet. */
typedef struct
{
  char *name;           /* of the file, for messages */
  const char *encoding; /* UTF-8, GB18030, UTF-16 */
  gboolean
      from_sheet;  /* out of an XLSX file: cells are as they were, no program has marked formulas */
  GPtrArray *rows; /* (element-type GPtrArray of utf8): as long as their last cell with text */
} JgTable;

#define JG_TABLE_MAX_BYTES (8 * 1024 * 1024)
#define JG_TABLE_MAX_ROWS 20000
#define JG_TABLE_MAX_COLUMNS 200

JgTable *jg_table_new_from_csv (const char *name, GBytes *bytes, GError **error);
JgTable *jg_table_new_from_file (const char *path, GCancellable *cancellable, GError **error);
void jg_table_free (JgTable *self);
const char *jg_table_get (const JgTable *self, guint row, guint column);
guint jg_table_get_width (const JgTable *self);
char *jg_table_dup_column_name (guint column);
GBytes *jg_table_convert_sheet (const char *path, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgTable, jg_table_free)

G_END_DECLS
