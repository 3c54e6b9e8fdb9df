/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "casework/jg-case-store.h"

G_BEGIN_DECLS

/* One case as the list of cases shows it: what is known without opening it, what can be done, and who did what. */

void jg_case_page_fill (GtkBox *box, JgCaseStore *store, const JgCaseSummary *summary);

G_END_DECLS
