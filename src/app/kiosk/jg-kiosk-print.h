/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-kiosk-session.h"
#include "paper/jg-paper.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The page that prints, and says what came of it. */
GtkWidget *jg_kiosk_print_new (JgKioskSession *session, JgPaper *paper);

G_END_DECLS
