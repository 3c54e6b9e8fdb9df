/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../jg-session.h"
#include "courses/jg-course.h"

G_BEGIN_DECLS

/* Which measures may pay for a course or for those who take part. The view's "course.count-on" (measure, whether) keeps which of
 * them it counts on. */
#define JG_TYPE_COURSE_MONEY (jg_course_money_get_type ())
G_DECLARE_FINAL_TYPE (JgCourseMoney, jg_course_money, JG, COURSE_MONEY, AdwBin)

GtkWidget *jg_course_money_new (JgSession *session);
void jg_course_money_show (JgCourseMoney *self, JgCourse *course);

G_END_DECLS
