/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../jg-session.h"
#include "jg-course-shelf.h"

G_BEGIN_DECLS

/* The ways of courses into and out of the book by files. */

typedef void (*JgCourseImportedFunc) (JgCourseImport *import, gpointer data);

void jg_course_exchange_import (GtkWidget *near,
                                JgSession *session,
                                JgCourseShelf *shelf,
                                JgCourseImportedFunc imported,
                                gpointer data);
void jg_course_exchange_export (GtkWidget *near, GPtrArray *courses);

G_END_DECLS
