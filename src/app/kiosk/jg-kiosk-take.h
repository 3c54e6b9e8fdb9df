/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-kiosk-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Taking something along: on paper, or as a QR code of the text. */
void
jg_kiosk_take_add_occupation (GtkBox *parent, JgKioskSession *session, JgOccupation *occupation);
void jg_kiosk_take_add_measure (GtkBox *parent, JgKioskSession *session, const JgMeasure *measure);

G_END_DECLS
