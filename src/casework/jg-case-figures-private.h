/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-case-figures.h"
#include "jg-case-store-private.h"

G_BEGIN_DECLS

/* The figures of a case as they are kept: days and keys, sorted where order means nothing. */
typedef struct
{
  char **sessions;
  char **groups;
  char **measures;
  char **contacts;
  char **follow_ups; /* days that were agreed, in the order they were */
} JgCaseKeptFigures;

void jg_case_kept_figures_free (JgCaseKeptFigures *self);
JgCaseKeptFigures *jg_case_kept_figures_new_empty (void);
JgCaseKeptFigures *jg_case_figures_open (const JgCaseKey *key,
                                         gint64 id,
                                         gint64 revision,
                                         const void *sealed,
                                         gsize length);
JgCaseKeptFigures *
jg_case_store_read_figures (JgCaseStore *self, JgCaseDb *db, gint64 id, GError **error);
gboolean jg_case_figures_check (const JgCaseFigures *figures, GError **error);
void jg_case_figures_add (JgCaseKeptFigures *self,
                          const JgCaseFigures *figures,
                          const char *follow_up,
                          const char *today);
gboolean jg_case_store_write_figures (JgCaseStore *self,
                                      gint64 id,
                                      gint64 revision,
                                      const JgCaseKeptFigures *figures,
                                      GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgCaseKeptFigures, jg_case_kept_figures_free)

G_END_DECLS
