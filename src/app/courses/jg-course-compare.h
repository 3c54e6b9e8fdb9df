/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../jg-session.h"

G_BEGIN_DECLS

/* The courses of one occupation beside each other, by what they cover of its published tasks. */
#define JG_TYPE_COURSE_COMPARE (jg_course_compare_get_type ())
G_DECLARE_FINAL_TYPE (JgCourseCompare, jg_course_compare, JG, COURSE_COMPARE, AdwWindow)

GtkWidget *jg_course_compare_new (JgSession *session, GPtrArray *courses, const char *occupation);

G_END_DECLS
