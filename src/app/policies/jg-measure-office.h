/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../jg-session.h"

G_BEGIN_DECLS

/* What this office says of a measure, apart from the words of the text: dated notes and its own
 * guide. */
#define JG_TYPE_MEASURE_OFFICE (jg_measure_office_get_type ())
G_DECLARE_FINAL_TYPE (JgMeasureOffice, jg_measure_office, JG, MEASURE_OFFICE, AdwBin)

GtkWidget *jg_measure_office_new (JgSession *session, const char *measure);

G_END_DECLS
