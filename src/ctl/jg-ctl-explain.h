/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "guidance/jg-eligibility-checker.h"
#include "jg-ctl.h"

G_BEGIN_DECLS

void jg_ctl_put_explanation (JgCtl *ctl,
                             JgEligibilityChecker *checker,
                             JsonBuilder *builder,
                             const JgVerdict *verdict,
                             JgProfile *profile,
                             const char *occupation);
void jg_ctl_print_explanation (JgCtl *ctl,
                               JgEligibilityChecker *checker,
                               const JgVerdict *verdict,
                               JgProfile *profile,
                               const char *occupation);

G_END_DECLS
