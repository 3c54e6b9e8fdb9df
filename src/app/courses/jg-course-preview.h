/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "courses/jg-course-import.h"

G_BEGIN_DECLS

/* With what was looked at when somebody agreed, else with %NULL. */
typedef void (*JgCourseAgreedFunc) (JgCourseImport *import, gpointer data);

/* What an import would bring, or what is wrong with which cell, in a window of its own. */
#define JG_TYPE_COURSE_PREVIEW (jg_course_preview_get_type ())
G_DECLARE_FINAL_TYPE (JgCoursePreview, jg_course_preview, JG, COURSE_PREVIEW, AdwWindow)

void jg_course_preview_ask (GtkWindow *parent,
                            JgCourseImport *import,
                            JgCourseAgreedFunc agreed,
                            gpointer data);

G_END_DECLS
