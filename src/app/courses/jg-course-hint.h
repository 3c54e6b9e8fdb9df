/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "courses/jg-course-suggest.h"

G_BEGIN_DECLS

/* A suggestion as a card: both sentences with the words they share, to be accepted or refused. */

GtkWidget *jg_course_hint_new (const JgCourseSuggestion *suggestion);
gboolean jg_course_hint_focus_first (GtkWidget *parent);

G_END_DECLS
