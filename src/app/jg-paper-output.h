/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "paper/jg-paper.h"

G_BEGIN_DECLS

/* The ways a paper leaves the window. Print and PDF use the painter of the preview. */

void jg_paper_output_print (GtkWidget *near, JgPaper *paper, const char *job_name);
void
jg_paper_output_save_pdf (GtkWidget *near, JgPaper *paper, const char *title, const char *name);
void jg_paper_output_save_text (GtkWidget *near,
                                const char *text,
                                const char *title,
                                const char *name,
                                const char *kind);

G_END_DECLS
