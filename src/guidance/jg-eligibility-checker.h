/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-condition-check.h"

G_BEGIN_DECLS

/* The measures of a catalogue, prepared once, so that after each answer all are decided anew without reading the
 * catalogue. Used from one thread at a time. */
typedef struct _JgEligibilityChecker JgEligibilityChecker;

JgEligibilityChecker *jg_eligibility_checker_new (GPtrArray *measures, GPtrArray *facts);
JgEligibilityChecker *jg_eligibility_checker_get (JgCatalogue *catalogue);
JgEligibilityChecker *jg_eligibility_checker_ref (JgEligibilityChecker *self);
void jg_eligibility_checker_unref (JgEligibilityChecker *self);
JgEligibility *jg_eligibility_checker_check (JgEligibilityChecker *self,
                                             JgProfile *profile,
                                             const char *as_of,
                                             const char *occupation);
gboolean jg_eligibility_checker_init_context (JgEligibilityChecker *self,
                                              JgConditionContext *context,
                                              JgProfile *profile,
                                              const char *as_of,
                                              JgState linked);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgEligibilityChecker, jg_eligibility_checker_unref)

G_END_DECLS
