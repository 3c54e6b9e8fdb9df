/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "jg-course.h"

G_BEGIN_DECLS

#define JG_COURSE_MAX_BYTES (16 * 1024 * 1024)
#define JG_COURSE_MAX_COURSES 2000

GPtrArray *jg_course_file_parse (const char *name, const char *data, gsize length, GError **error);
GPtrArray *jg_course_file_read (const char *path, GBytes **bytes, GError **error);
char *jg_course_file_to_data (GPtrArray *courses);

G_END_DECLS
