/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What the window asks of each page: a list beside a detail, one at a time when it is narrow. */
#define JG_TYPE_PAGE (jg_page_get_type ())
G_DECLARE_INTERFACE (JgPage, jg_page, JG, PAGE, GtkWidget)

struct _JgPageInterface
{
  GTypeInterface parent;

  AdwLeaflet *(*get_leaflet) (JgPage *self);
  void (*focus_search) (JgPage *self);
};

gboolean jg_page_can_go_back (JgPage *self);
gboolean jg_page_go_back (JgPage *self);
void jg_page_show_detail (JgPage *self);
void jg_page_focus_search (JgPage *self);

G_END_DECLS
