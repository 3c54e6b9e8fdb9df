/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  JG_KIOSK_SEARCHES,
  JG_KIOSK_EMPTY_SEARCHES,
  JG_KIOSK_PRINTS,
  JG_KIOSK_N_COUNTERS
} JgKioskCounter;

/* How often something was done at a kiosk: numbers and nothing else, the only file it writes. */
typedef struct
{
  guint64 values[JG_KIOSK_N_COUNTERS];
} JgKioskCounters;

const char *jg_kiosk_counter_nick (JgKioskCounter counter);
gboolean jg_kiosk_counter_from_nick (const char *nick, JgKioskCounter *counter);
char *jg_kiosk_counters_dup_path (void);
void jg_kiosk_counters_load (JgKioskCounters *self, const char *path);
gboolean jg_kiosk_counters_save (const JgKioskCounters *self, const char *path, GError **error);

G_END_DECLS
