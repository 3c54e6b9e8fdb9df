/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Letters and figures to touch. What was touched, and what is typed on a keyboard, is emitted as “changed”. */
#define JG_TYPE_KIOSK_PAD (jg_kiosk_pad_get_type ())
G_DECLARE_FINAL_TYPE (JgKioskPad, jg_kiosk_pad, JG, KIOSK_PAD, GtkWidget)

typedef enum
{
  JG_KIOSK_PAD_LETTERS = 1 << 0,
  JG_KIOSK_PAD_FIGURES = 1 << 1,
  JG_KIOSK_PAD_HYPHEN = 1 << 2,
  JG_KIOSK_PAD_HIDDEN = 1 << 3, /* what was entered is shown as dots */
} JgKioskPadFlags;

GtkWidget *jg_kiosk_pad_new (const char *name, JgKioskPadFlags flags, guint max_length);
const char *jg_kiosk_pad_get_text (JgKioskPad *self);
void jg_kiosk_pad_clear (JgKioskPad *self);
void jg_kiosk_pad_listen (JgKioskPad *self, GtkWidget *page);

G_END_DECLS
