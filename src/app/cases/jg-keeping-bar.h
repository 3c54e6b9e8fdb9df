/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-case-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Beside the steps of a sitting: whether what is entered is kept, and the two ways to decide. */
#define JG_TYPE_KEEPING_BAR (jg_keeping_bar_get_type ())
G_DECLARE_FINAL_TYPE (JgKeepingBar, jg_keeping_bar, JG, KEEPING_BAR, GtkBox)

void jg_keeping_bar_set_desk (JgKeepingBar *self, JgCaseDesk *desk);

G_END_DECLS
