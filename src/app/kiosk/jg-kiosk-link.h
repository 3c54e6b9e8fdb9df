/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Between the process that shows the kiosk and the one that watches over it: lines on a pair of sockets.
 *
 *   count NICK          one more of JgKioskCounter
 *   leave PASSPHRASE    the answer is “wrong SECONDS” or “wait SECONDS”; a right one ends both
 */
#define JG_KIOSK_LINK_FD 3
#define JG_KIOSK_LINK_CONFIG "JOBGUIDE_KIOSK_CONFIG" /* jg_kiosk_config_to_text() */

G_END_DECLS
