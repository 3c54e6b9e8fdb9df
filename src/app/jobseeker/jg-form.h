/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../jg-session.h"

G_BEGIN_DECLS

/* Pieces of the jobseeker's forms. Each keeps itself in step with the session. */

GtkBox *jg_form_new (AdwBin *bin, const char *title, const char *note);
GtkWidget *jg_form_fact_new (JgSession *session, const JgFact *fact);
GtkWidget *jg_form_place_new (JgSession *session, JgPlace place);

G_END_DECLS
