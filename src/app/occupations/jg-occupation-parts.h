/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "../jg-session.h"

G_BEGIN_DECLS

/* The sections of an occupation's detail. Each appends to the box it is given, or nothing. */

void jg_occupation_add_successors (GtkBox *box, JgSession *session, JgOccupation *occupation);
void jg_occupation_add_definition (GtkBox *box, JgOccupation *occupation);
void jg_occupation_add_tasks (GtkBox *box, JgOccupation *occupation);
void jg_occupation_add_work_types (GtkBox *box, JgSession *session, JgOccupation *occupation);
void jg_occupation_add_sources (GtkBox *box, JgSession *session, JgOccupation *occupation);
void jg_occupation_add_classes (GtkBox *box, JgOccupation *occupation);
void jg_occupation_add_codes (GtkBox *box, JgSession *session, JgOccupation *occupation);
void jg_occupation_add_changes (GtkBox *box, JgSession *session, JgOccupation *occupation);
void jg_occupation_add_measures (GtkBox *box, JgSession *session, JgOccupation *occupation);

void jg_occupation_add_document_link (GtkBox *box,
                                      JgSession *session,
                                      const char *document,
                                      const char *clause,
                                      guint line,
                                      const char *quote);
const char *jg_occupation_get_no_definition (JgOccupation *occupation);
char *jg_occupation_dup_code_text (JgOccupation *occupation, JgOccupationCode *code);
char *jg_occupation_dup_work_type_text (JgWorkType *work_type);

G_END_DECLS
