/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../courses/jg-course.h"
#include "catalogue/jg-catalogue.h"
#include "jg-paper.h"

G_BEGIN_DECLS

JgPaper *jg_course_paper_new (JgCatalogue *catalogue,
                              JgCourse *course,
                              const char *as_of,
                              gboolean large_print);
JgPaper *jg_course_paper_new_catalogue (JgCatalogue *catalogue,
                                        GPtrArray *courses,
                                        const char *as_of,
                                        gboolean large_print);
JgPaper *jg_course_paper_new_plan (JgCatalogue *catalogue, JgCourse *course, gboolean large_print);

G_END_DECLS
