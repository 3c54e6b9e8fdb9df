/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "jg-case-desk.h"

G_BEGIN_DECLS

/* The cases of the store: found, due, and one by one. Emits “open-case” with the id of a case that somebody wants to go
 * on with and whether its sheet is to be printed. */
#define JG_TYPE_CASE_LIST (jg_case_list_get_type ())
G_DECLARE_FINAL_TYPE (JgCaseList, jg_case_list, JG, CASE_LIST, AdwWindow)

GtkWidget *jg_case_list_new (GtkWindow *parent, JgCaseDesk *desk);

G_END_DECLS
