/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* Of every job: whoever looks at the queue learns nothing. */
#define JG_KIOSK_QUEUE_TITLE "JobGuide"

typedef enum
{
  JG_KIOSK_QUEUE_EMPTY,    /* all that was sent has come out */
  JG_KIOSK_QUEUE_BUSY,     /* it is coming out */
  JG_KIOSK_QUEUE_NO_PAPER, /* it waits for paper */
  JG_KIOSK_QUEUE_STUCK,    /* it waits for somebody */
  JG_KIOSK_QUEUE_REFUSED,  /* the printer does not take it */
  JG_KIOSK_QUEUE_SILENT,   /* the print service does not answer */
} JgKioskQueueState;

JgKioskQueueState jg_kiosk_queue_send (const char *printer, GBytes *pdf);
JgKioskQueueState jg_kiosk_queue_look (const char *printer);
guint jg_kiosk_queue_clear (const char *printer);
