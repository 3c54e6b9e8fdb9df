/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-eligibility.h"

G_BEGIN_DECLS

/* Strong Kleene logic: failed < unknown < met; and is the worst, or the best, not turns about. */

static inline JgState
jg_state_and (JgState a, JgState b)
{
  return MIN (a, b);
}

static inline JgState
jg_state_or (JgState a, JgState b)
{
  return MAX (a, b);
}

static inline JgState
jg_state_not (JgState a)
{
  return (JgState) (JG_STATE_MET - a);
}

G_END_DECLS
