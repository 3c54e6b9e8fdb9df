/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-courses-page.h"

#include "../jg-line-list.h"
#include "jg-course-lines.h"
#include "jg-course-view.h"

G_BEGIN_DECLS

struct _JgCoursesPage
{
  AdwBin parent_instance;

  AdwLeaflet *leaflet;
  GtkWidget *entry;
  GtkDropDown *state;
  GtkDropDown *occupation;
  GtkLabel *status;
  AdwBin *list_bin;
  AdwBin *detail_bin;

  JgSession *session;
  JgCourseShelf *shelf;
  JgCourseLines *lines;
  JgLineList *list;
  GtkStack *stack;
  GtkWidget *empty; /* no course is chosen */
  GtkWidget *none;  /* there is no course */
  GtkWidget *broken;
  JgCourseView *view;
  gboolean updating;
};

void jg_courses_page_show_now (JgCoursesPage *self, const char *id);
void jg_courses_page_offer_undo (JgCoursesPage *self, const char *text);
void jg_courses_page_complain (JgCoursesPage *self, const GError *error);
void jg_courses_page_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
