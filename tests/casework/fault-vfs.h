/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* What a disk can refuse. */
typedef enum
{
  FAULT_WRITE,
  FAULT_SYNC,
  FAULT_TRUNCATE,
  FAULT_OPEN,
  N_FAULTS
} FaultKind;

void fault_vfs_register (void);
void fault_vfs_arm (FaultKind kind, int n, gboolean for_ever, int code);
gboolean fault_vfs_disarm (void);
