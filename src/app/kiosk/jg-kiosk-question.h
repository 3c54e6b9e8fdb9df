/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "guidance/jg-eligibility.h"
#include "jg-kiosk-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The next question, with answers to touch. */
void jg_kiosk_question_add (GtkBox *parent, JgKioskSession *session, const JgQuestion *question);

G_END_DECLS
