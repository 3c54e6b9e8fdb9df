/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../jg-session.h"

G_BEGIN_DECLS

/* One measure in full: the words of the text, whose it is, the dates as stated, and where this
 * jobseeker stands. */
#define JG_TYPE_MEASURE_VIEW (jg_measure_view_get_type ())
G_DECLARE_FINAL_TYPE (JgMeasureView, jg_measure_view, JG, MEASURE_VIEW, AdwBin)

GtkWidget *jg_measure_view_new (JgSession *session);
void jg_measure_view_show (JgMeasureView *self, const char *id);
const char *jg_measure_view_get_id (JgMeasureView *self);

G_END_DECLS
