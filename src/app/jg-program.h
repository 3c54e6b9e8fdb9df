/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the window and the kiosk do before the toolkit starts. */
void jg_program_prepare (void);

G_END_DECLS
