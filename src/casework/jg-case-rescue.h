/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-case-store.h"

G_BEGIN_DECLS

/* What came of a rescue. */
typedef struct
{
  guint n_saved;
  GArray *
      lost; /* (element-type gint64): cases that there were, by the audit trail, and that could not be read */
  gboolean whole;  /* the audit trail is whole, so that no other case can be lost */
  char *set_aside; /* the folder where the damaged file now lies */
} JgCaseRescue;

void jg_case_rescue_free (JgCaseRescue *self);

JgCaseRescue *jg_case_store_rescue (JgCaseStore *self,
                                    const char *name,
                                    const char *secret,
                                    gboolean is_recovery,
                                    GError **error);
char *jg_case_store_set_aside (JgCaseStore *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgCaseRescue, jg_case_rescue_free)

G_END_DECLS
