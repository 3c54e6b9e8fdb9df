/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gboolean session;      /* show the kiosk; otherwise watch over a process that does */
  const char *catalogue; /* file, or NULL for the shipped one */
  const char *as_of;     /* date, or NULL for today */
} JgKioskArguments;

int jg_kiosk_run (const JgKioskArguments *arguments);

G_END_DECLS
