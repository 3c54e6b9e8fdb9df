/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-course-view.h"

#include "jg-course-form.h"
#include "jg-course-modules.h"
#include "jg-course-money.h"
#include "jg-course-tasks.h"

G_BEGIN_DECLS

typedef enum
{
  TAB_COURSE,
  TAB_TASKS,
  TAB_MONEY,
  N_TABS,
} Tab;

struct _JgCourseView
{
  AdwBin parent_instance;

  GtkLabel *name;
  GtkLabel *line;
  GtkLabel *status;
  GtkBox *warnings;
  GtkWidget *toggles[N_TABS];
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  JgCourseForm *form;
  JgCourseModules *modules;
  JgCourseTasks *tasks;
  JgCourseMoney *money;

  JgSession *session;
  JgCourseShelf *shelf;
  char *id;        /* of the course that is shown, or NULL */
  JgCourse *shown; /* what stands in the controls, as far as it can be kept */
  char *key;       /* what was written at since, or NULL */
  guint timer;
  gboolean good; /* everything in the controls is kept */
};

JgCourse *jg_course_view_begin_change (JgCourseView *self);
void jg_course_view_change (JgCourseView *self, JgCourse *course);
void jg_course_view_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
