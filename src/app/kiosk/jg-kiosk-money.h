/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-kiosk-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* 有什么补贴: what somebody is, where they live, and what that decides. */
GtkWidget *jg_kiosk_money_new (JgKioskSession *session);

G_END_DECLS
