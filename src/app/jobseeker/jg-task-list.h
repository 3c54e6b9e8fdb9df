/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../jg-session.h"
#include "guidance/jg-training-gap.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The tasks of an occupation, each 已会, 可学 or 未体现; 1, 2 and 3 set the one that has the focus, 0 takes back what was
 * set. */
#define JG_TYPE_TASK_LIST (jg_task_list_get_type ())
G_DECLARE_FINAL_TYPE (JgTaskList, jg_task_list, JG, TASK_LIST, AdwBin)

GtkWidget *jg_task_list_new (JgSession *session, const JgOccupation *occupation);
void jg_task_list_update (JgTaskList *self, const JgTrainingGap *gap);

G_END_DECLS
