/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../jg-line-list.h"
#include "jg-missed-watch.h"
#include "jg-occupation-filter.h"
#include "jg-occupation-finder.h"
#include "jg-occupation-results.h"

G_BEGIN_DECLS

/* What the list shows of a query. */
typedef enum
{
  SCOPE_ALL,
  SCOPE_MEASURES,
  SCOPE_DOCUMENTS,
} Scope;

struct _JgOccupationFinder
{
  AdwBin parent_instance;

  GtkBox *search_box;
  GtkWidget *entry;
  AdwBin *filter_bin;
  GtkBox *crumbs;
  GtkLabel *status;
  GtkWidget *sections;
  GtkWidget *measures_button;
  GtkWidget *documents_button;
  AdwBin *list_bin;

  JgSession *session;
  JgMissedWatch *missed;
  JgOccupationFilter *filter;
  JgLineList *list;
  GPtrArray *path; /* (element-type GStrv) id and title of each class gone into */
  Scope scope;
  JgOccupationResults *results; /* of the query, or NULL when nothing is searched for */
  gboolean sections_added;
  guint n_listed; /* occupations of the class that are in the list */
  guint n_below;  /* and in the class */
  /* (element-type JgLine) classes and occupations of the top, without filters; or NULL */
  GPtrArray *top;
  guint n_listed_at_top;
  guint n_at_top;
  guint warm_up_id;
};

const char *jg_occupation_finder_get_class (JgOccupationFinder *self);
void jg_occupation_finder_update_list (JgOccupationFinder *self);
void jg_occupation_finder_add_more (JgOccupationFinder *self);
void jg_occupation_finder_mark_compared (JgOccupationFinder *self, GPtrArray *lines);
void jg_occupation_finder_update_crumbs (JgOccupationFinder *self);

G_END_DECLS
