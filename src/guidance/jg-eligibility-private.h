/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-condition-check.h"

G_BEGIN_DECLS

/* The parts of eligibility that tests reach without a catalogue. */

JgValidity     jg_validity_check         (const JgMeasure          *measure,
                                          const GDate              *day);
JgOffer        jg_offer_choose           (const JgMeasure          *measure,
                                          gboolean                  individual,
                                          JgState                   conditions,
                                          JgValidity                validity,
                                          gboolean                  in_doubt);
JgVerdict     *jg_verdict_new            (JgMeasure                *measure,
                                          const JgConditionContext *context,
                                          const char               *occupation);
void           jg_verdict_free           (JgVerdict                *self);
JgEligibility *jg_eligibility_check_list (GPtrArray                *measures,
                                          GPtrArray                *facts,
                                          JgProfile                *profile,
                                          const char               *as_of,
                                          const char               *occupation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgVerdict, jg_verdict_free)

G_END_DECLS
