/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-page.h"

G_DEFINE_INTERFACE (JgPage, jg_page, GTK_TYPE_WIDGET)

static void
jg_page_default_init (JgPageInterface *iface)
{
}

/**
 * jg_page_can_go_back:
 * @self: a page
 *
 * Tells whether the page shows a detail in place of its list.
 *
 * Returns: %TRUE when the list is hidden behind the detail
 */
gboolean
jg_page_can_go_back (JgPage *self)
{
  AdwLeaflet *leaflet;

  g_return_val_if_fail (JG_IS_PAGE (self), FALSE);

  leaflet = JG_PAGE_GET_IFACE (self)->get_leaflet (self);
  return leaflet != NULL && adw_leaflet_get_folded (leaflet) &&
         adw_leaflet_get_adjacent_child (leaflet, ADW_NAVIGATION_DIRECTION_BACK) != NULL;
}

/**
 * jg_page_go_back:
 * @self: a page
 *
 * Goes from the detail back to the list where only one of them fits.
 *
 * Returns: %FALSE when there was nothing to go back from
 */
gboolean
jg_page_go_back (JgPage *self)
{
  g_return_val_if_fail (JG_IS_PAGE (self), FALSE);

  return jg_page_can_go_back (self) &&
         adw_leaflet_navigate (JG_PAGE_GET_IFACE (self)->get_leaflet (self),
                               ADW_NAVIGATION_DIRECTION_BACK);
}

/**
 * jg_page_show_detail:
 * @self: a page
 *
 * Brings the detail into view where only one of list and detail fits.
 */
void
jg_page_show_detail (JgPage *self)
{
  AdwLeaflet *leaflet;

  g_return_if_fail (JG_IS_PAGE (self));

  leaflet = JG_PAGE_GET_IFACE (self)->get_leaflet (self);
  /* Where both fit, navigating would only take the focus away from the list. A leaflet that has no
   * size yet does not know whether it will be folded. */
  if (adw_leaflet_get_folded (leaflet) || gtk_widget_get_width (GTK_WIDGET (leaflet)) == 0)
    adw_leaflet_navigate (leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

/**
 * jg_page_focus_search:
 * @self: a page
 *
 * Moves the keyboard focus to the page's search entry, if it has one.
 */
void
jg_page_focus_search (JgPage *self)
{
  g_return_if_fail (JG_IS_PAGE (self));

  if (JG_PAGE_GET_IFACE (self)->focus_search != NULL)
    JG_PAGE_GET_IFACE (self)->focus_search (self);
}
