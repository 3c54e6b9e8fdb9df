/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-window.h"

#include "cases/jg-case-desk.h"
#include "cases/jg-lock-watch.h"
#include "courses/jg-courses-page.h"
#include "jg-packs-bar.h"
#include "jobseeker/jg-jobseeker-page.h"
#include "occupations/jg-occupations-page.h"
#include "policies/jg-policies-page.h"

G_BEGIN_DECLS

struct _JgWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  GtkWidget *back_button;
  GtkWidget *sheet_button;
  GtkWidget *menu_button;
  GtkInfoBar *practice_bar;
  GtkLabel *practice_label;
  JgPacksBar *packs_bar;
  GtkMenuButton *case_button;
  GtkInfoBar *case_bar;
  GtkLabel *case_label;
  GtkWidget *case_help;
  GtkWidget *case_close;
  AdwViewStack *stack;
  AdwViewSwitcherTitle *switcher_title;
  GtkWidget *switcher_bar;
  AdwBin *occupations_bin;
  AdwBin *jobseeker_bin;
  AdwBin *policies_bin;
  AdwBin *courses_bin;

  JgSession *session; /* NULL when the catalogue could not be opened */
  JgPacks *packs;     /* NULL with a catalogue of one's own */
  JgCaseDesk *desk;   /* NULL without a session */
  JgLockWatch *lock_watch;
  gboolean left;      /* what was entered may go */
  GPtrArray *history; /* (element-type GVariant) places to go back to */
  AdwToast *undo_toast;
};

JgOccupationsPage *jg_window_get_occupations (JgWindow *self);
JgJobseekerPage *jg_window_get_jobseeker (JgWindow *self);
JgPoliciesPage *jg_window_get_policies (JgWindow *self);
JgCoursesPage *jg_window_get_courses (JgWindow *self);
JgCoursesPage *jg_window_find_courses (JgWindow *self);
void jg_window_update_undo (JgWindow *self);
void jg_window_update_back (JgWindow *self);
void jg_window_install_actions (GtkWidgetClass *widget_class);

/* What is to be done once the sitting that is shown is left, or the store unlocked. */
typedef void (*JgWindowNext) (JgWindow *self, gpointer data);

void jg_window_start_cases (JgWindow *self);
void jg_window_turn_off_cases (JgWindow *self);
void jg_window_note_print (JgWindow *self);
void jg_window_install_case_actions (GtkWidgetClass *widget_class);
void jg_window_unlock_then (JgWindow *self, JgWindowNext next);
void jg_window_keep (JgWindow *self);
void jg_window_offer_found (JgWindow *self);
void jg_window_leave_session (JgWindow *self,
                              gboolean undoable,
                              JgWindowNext next,
                              gpointer data,
                              GDestroyNotify free_data);

G_END_DECLS
