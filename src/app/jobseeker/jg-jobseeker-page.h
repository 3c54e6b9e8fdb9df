/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "../cases/jg-case-desk.h"
#include "../jg-session.h"

G_BEGIN_DECLS

typedef enum
{
  JG_STEP_BASICS,
  JG_STEP_WISH,
  JG_STEP_MATCH,
  JG_STEP_MEASURES,
  JG_STEP_ACTION,
  JG_STEP_SHEET,
  JG_N_STEPS,
} JgStep;

/* 求职者: one unsaved sitting from the profile to the sheet, its steps in any order. */
#define JG_TYPE_JOBSEEKER_PAGE (jg_jobseeker_page_get_type ())
G_DECLARE_FINAL_TYPE (JgJobseekerPage, jg_jobseeker_page, JG, JOBSEEKER_PAGE, AdwBin)

JgJobseekerPage *jg_jobseeker_page_new (JgSession *session);
AdwLeaflet *jg_jobseeker_page_get_leaflet (JgJobseekerPage *self);
void jg_jobseeker_page_show_step (JgJobseekerPage *self, JgStep step);
void jg_jobseeker_page_set_desk (JgJobseekerPage *self, JgCaseDesk *desk);
void jg_jobseeker_page_print (JgJobseekerPage *self);
void jg_jobseeker_page_save_pdf (JgJobseekerPage *self);

G_END_DECLS
