/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../jg-session.h"

G_BEGIN_DECLS

/* The tick that puts one measure on the guidance sheet or takes it off. */
#define JG_TYPE_MEASURE_PRINT (jg_measure_print_get_type ())
G_DECLARE_FINAL_TYPE (JgMeasurePrint, jg_measure_print, JG, MEASURE_PRINT, AdwBin)

GtkWidget *jg_measure_print_new (JgSession *session, const JgMeasure *measure);

G_END_DECLS
