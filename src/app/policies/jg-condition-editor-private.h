/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "catalogue/jg-catalogue.h"
#include "jg-text-forbidden.h"

G_BEGIN_DECLS

typedef void (*JgConditionChangedFunc) (gpointer data);

GtkWidget *jg_condition_leaf_new (JgCondition *condition,
                                  GPtrArray *facts,
                                  JgConditionChangedFunc changed,
                                  gpointer data);

G_END_DECLS
