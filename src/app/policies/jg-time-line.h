/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../jg-session.h"
#include "../jg-ui.h"

G_BEGIN_DECLS

GtkWidget *jg_time_line_new (JgSession *session, const JgMeasure *measure);

G_END_DECLS
