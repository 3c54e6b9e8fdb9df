/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-kiosk-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* 我能干什么: questions to touch, then occupations with reasons. */
GtkWidget *jg_kiosk_ask_new (JgKioskSession *session);

G_END_DECLS
