/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "jg-case-desk.h"

G_BEGIN_DECLS

/* What the dialogs around the store of cases have in common: one column, one button that does it, a remark on what is
 * wrong, and nothing left of it when the store is locked. */
#define JG_TYPE_CASE_DIALOG (jg_case_dialog_get_type ())
G_DECLARE_DERIVABLE_TYPE (JgCaseDialog, jg_case_dialog, JG, CASE_DIALOG, AdwWindow)

struct _JgCaseDialogClass
{
  AdwWindowClass parent_class;

  void (*confirm) (JgCaseDialog *self); /* the button was pressed */
};

void jg_case_dialog_set_up (JgCaseDialog *self,
                            GtkWidget *near,
                            JgCaseDesk *desk,
                            const char *title,
                            const char *primary);
JgCaseDesk *jg_case_dialog_get_desk (JgCaseDialog *self);
JgCaseStore *jg_case_dialog_get_store (JgCaseDialog *self);
GtkBox *jg_case_dialog_get_content (JgCaseDialog *self);
void jg_case_dialog_set_primary (JgCaseDialog *self, const char *label);
void jg_case_dialog_set_ready (JgCaseDialog *self, gboolean ready);
void jg_case_dialog_set_working (JgCaseDialog *self, const char *text);
void jg_case_dialog_set_error (JgCaseDialog *self, const char *text);
void jg_case_dialog_close_on_lock (JgCaseDialog *self);

GtkWidget *jg_case_dialog_add_text (JgCaseDialog *self, const char *text);
GtkWidget *
jg_case_dialog_add_entry (JgCaseDialog *self, const char *title, const char *text, gboolean secret);

G_END_DECLS
