/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define JG_CASE_CARVED_COLUMNS 8

/* One column of a row: a number, or bytes. */
typedef struct
{
  gboolean is_number; /* NULL counts as 0 */
  gint64 number;
  const guint8 *bytes;
  gsize length;
} JgCaseColumn;

/* A row that looks like one; whether it is, the seal tells. Valid during the call only. */
typedef struct
{
  gint64 id;
  guint n_columns;
  JgCaseColumn columns[JG_CASE_CARVED_COLUMNS];
} JgCaseCarved;

typedef void (*JgCaseCarvedFunc) (const JgCaseCarved *row, gpointer data);

/* The pages of a damaged file and of its journal. Internal to the library. */
typedef struct _JgCaseCarver JgCaseCarver;

JgCaseCarver *jg_case_carver_new (const char *path, GError **error);
void jg_case_carver_free (JgCaseCarver *self);
void jg_case_carver_run (JgCaseCarver *self, JgCaseCarvedFunc function, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgCaseCarver, jg_case_carver_free)

G_END_DECLS
