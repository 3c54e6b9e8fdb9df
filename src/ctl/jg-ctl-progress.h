/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <signal.h>

#include "catalogue/jg-pack-set.h"

G_BEGIN_DECLS

typedef struct
{
  GCancellable *cancellable;
  GThread *thread;
  sigset_t before; /* signals blocked before */
  gboolean shown;
  gboolean in_place; /* on a terminal: one line that is written over */
  gboolean begun;
} JgCtlProgress;

void jg_ctl_progress_begin (JgCtlProgress *self, JgPackSet *set, gboolean wanted);
gboolean jg_ctl_progress_end (JgCtlProgress *self);

G_END_DECLS
