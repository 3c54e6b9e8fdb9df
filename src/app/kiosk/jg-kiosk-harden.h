/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void jg_kiosk_harden_process (void);
char **jg_kiosk_harden_environment (char **environment);

G_END_DECLS
