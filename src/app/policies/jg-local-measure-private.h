/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "jg-local-measure.h"

G_BEGIN_DECLS

/* Shared by the jg-local-measure*.c files only. */

struct _JgLocalMeasure
{
  AdwBin parent_instance;

  JgSession *session;
  JgLocalPack *pack;
  JgMeasure *measure; /* as it stands in the form */
  GPtrArray *facts;
  GHashTable *fields;
  gboolean changed;
  gboolean filling;
  guint idle_id;

  GtkWidget *document;
  GtkTextBuffer *buffer;
  GtkWidget *view;
  GtkLabel *quote;
  GtkWidget *name;
  GtkWidget *kind;
  GtkWidget *tier;
  GtkWidget *force;
  GtkWidget *beneficiaries; /* a box of check buttons */
  GtkWidget *anchor;
  GtkWidget *conditions;
  GtkWidget *worker;
  GtkWidget *worker_box; /* with what is said to an employer */
  GtkWidget *employer_line;
  GtkWidget *amount;
  GtkWidget *basis;
  GtkWidget *dates; /* what a basis needs */
  GtkWidget *from;
  GtkWidget *to;
  GtkLabel *validity;
  GtkWidget *links_basis;
  GtkWidget *links_box;
  GtkBox *links;
  GtkBox *found; /* occupations that could be linked */
  GtkWidget *caveat;
  GtkWidget *trial;
};

void jg_local_measure_touch (JgLocalMeasure *self);
GtkWidget *jg_local_measure_make_text (JgLocalMeasure *self);
void jg_local_measure_show_text (JgLocalMeasure *self);
GtkWidget *jg_local_measure_make_links (JgLocalMeasure *self);
void jg_local_measure_show_links (JgLocalMeasure *self);

G_END_DECLS
