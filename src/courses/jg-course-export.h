/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-course.h"

G_BEGIN_DECLS

char *jg_course_export_csv (GPtrArray *courses);
gboolean jg_course_export (GPtrArray *courses, const char *path, GError **error);

G_END_DECLS
