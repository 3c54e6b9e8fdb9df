/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-kiosk-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where a person lives, or another place, chosen by province and city. */
typedef void (*JgKioskPlaceFunc) (JgKioskSession *session,
                                  GtkWidget *near,
                                  const char *key,
                                  const char *code);

GtkWidget *jg_kiosk_place_new (JgKioskSession *session,
                               const char *key,
                               const char *question,
                               JgKioskPlaceFunc chosen);

G_END_DECLS
