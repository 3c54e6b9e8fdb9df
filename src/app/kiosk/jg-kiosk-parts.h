/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-kiosk-session.h"
#include "kiosk/jg-kiosk-band.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What several pages show. */
void jg_kiosk_parts_remind (GtkBox *parent, JgKioskSession *session);
GtkWidget *jg_kiosk_parts_occupation (GtkBox *parent,
                                      JgKioskSession *session,
                                      const char *id,
                                      const char *name,
                                      const char *note);
GtkWidget *jg_kiosk_parts_measure (GtkBox *parent,
                                   JgKioskSession *session,
                                   const JgMeasure *measure,
                                   const char *note);

char *jg_kiosk_parts_dup_band (const JgKioskBand *band);

G_END_DECLS
