/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "catalogue/jg-catalogue.h"

G_BEGIN_DECLS

/* Puts a condition tree together from rows: all of them, or one of them, each of which may be such a group again.
 * Emits “changed”. */
#define JG_TYPE_CONDITION_EDITOR (jg_condition_editor_get_type ())
G_DECLARE_FINAL_TYPE (JgConditionEditor, jg_condition_editor, JG, CONDITION_EDITOR, AdwBin)

GtkWidget *jg_condition_editor_new (GPtrArray *facts);
void jg_condition_editor_set_condition (JgConditionEditor *self, const JgCondition *condition);
JgCondition *jg_condition_editor_dup_condition (JgConditionEditor *self);

G_END_DECLS
