/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "paper/jg-sheet.h"

G_BEGIN_DECLS

/* The pages of a sheet, one below the other, drawn by the painter of the paper. */
#define JG_TYPE_SHEET_PREVIEW (jg_sheet_preview_get_type ())
G_DECLARE_FINAL_TYPE (JgSheetPreview, jg_sheet_preview, JG, SHEET_PREVIEW, GtkWidget)

GtkWidget *jg_sheet_preview_new (void);
void jg_sheet_preview_set_sheet (JgSheetPreview *self, JgPaper *sheet);

G_END_DECLS
