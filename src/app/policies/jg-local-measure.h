/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../jg-session.h"
#include "catalogue/jg-local-pack.h"

G_BEGIN_DECLS

/* The form of a measure of the office's own: its sentence, whom it is for, under which conditions, until when. */
#define JG_TYPE_LOCAL_MEASURE (jg_local_measure_get_type ())
G_DECLARE_FINAL_TYPE (JgLocalMeasure, jg_local_measure, JG, LOCAL_MEASURE, AdwBin)

GtkWidget *
jg_local_measure_new (JgSession *session, JgLocalPack *pack, const char *id, const char *document);
gboolean jg_local_measure_save (JgLocalMeasure *self);
gboolean jg_local_measure_is_changed (JgLocalMeasure *self);

G_END_DECLS
