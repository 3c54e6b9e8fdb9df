/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the administrator set for a kiosk. Texts are never NULL; an empty one is not set. */
typedef struct
{
  char *notice;     /* the library’s notice board */
  char *office;     /* where to have things confirmed */
  char *hours;      /* when that counter is open */
  char *printer;    /* name of the print queue */
  char *passphrase; /* Argon2id hash of the words that end the kiosk */
  guint idle;       /* seconds without a touch before the countdown */
  guint countdown;  /* seconds */
  guint max_prints; /* of one person */
} JgKioskConfig;

JgKioskConfig *jg_kiosk_config_new (GSettings *settings);
JgKioskConfig *jg_kiosk_config_new_from_text (const char *text, GError **error);
char *jg_kiosk_config_to_text (const JgKioskConfig *self);
void jg_kiosk_config_free (JgKioskConfig *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JgKioskConfig, jg_kiosk_config_free)

G_END_DECLS
