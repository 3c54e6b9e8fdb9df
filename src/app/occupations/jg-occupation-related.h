/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "../jg-session.h"

G_BEGIN_DECLS

void jg_occupation_add_related (GtkBox *box, JgSession *session, JgOccupation *occupation);

G_END_DECLS
