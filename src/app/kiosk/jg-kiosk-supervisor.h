/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kiosk/jg-kiosk-config.h"

G_BEGIN_DECLS

int jg_kiosk_supervise (JgKioskConfig *config, char **arguments);

G_END_DECLS
