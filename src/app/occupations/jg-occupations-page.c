/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-occupations-page.h"

#include <glib/gi18n.h>

#include "../jg-page.h"
#include "jg-bookmarks.h"
#include "jg-compare-bar.h"
#include "jg-compare-view.h"
#include "jg-occupation-finder.h"
#include "jg-occupation-view.h"

struct _JgOccupationsPage
{
  AdwBin parent_instance;

  AdwLeaflet *leaflet;
  AdwBin *finder_bin;
  AdwBin *detail_bin;
  GtkWidget *separator;
  AdwBin *bar_bin;

  JgSession *session;
  JgOccupationFinder *finder;
  JgOccupationView *view;
  GtkWidget *compare; /* NULL until asked for */
};

static void jg_occupations_page_page_init (JgPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (JgOccupationsPage,
                               jg_occupations_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (JG_TYPE_PAGE, jg_occupations_page_page_init))

static gboolean
is_comparing (JgOccupationsPage *self)
{
  return self->compare != NULL && adw_bin_get_child (self->detail_bin) == self->compare;
}

/* The comparison takes the room of the list too. */
static void
set_comparing (JgOccupationsPage *self, gboolean comparing)
{
  if (comparing == is_comparing (self))
    return;
  if (self->compare == NULL)
    self->compare = g_object_ref_sink (jg_compare_view_new (self->session));
  gtk_widget_set_visible (GTK_WIDGET (self->finder_bin), !comparing);
  gtk_widget_set_visible (self->separator, !comparing);
  gtk_widget_set_visible (GTK_WIDGET (self->bar_bin), !comparing);
  adw_bin_set_child (self->detail_bin, comparing ? self->compare : GTK_WIDGET (self->view));
  /* Without the list the leaflet is never folded; when the list is back it may be. */
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->detail_bin));
}

/* The list, whatever was in view. */
static void
show_list (JgOccupationsPage *self)
{
  set_comparing (self, FALSE);
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->finder_bin));
}

static void
open_occupation (JgOccupationsPage *self, const char *id)
{
  set_comparing (self, FALSE);
  jg_occupation_view_show (self->view, id);
  jg_occupation_finder_set_current (self->finder, id);
  jg_page_show_detail (JG_PAGE (self));
  if (g_strcmp0 (jg_occupation_view_get_id (self->view), id) == 0)
    jg_bookmarks_note_shown (jg_session_get_settings (self->session), id);
}

/* What is typed anywhere on the page goes into the search. */
static gboolean
key_pressed_cb (JgOccupationsPage *self,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                GtkEventControllerKey *controller)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) != 0 ||
      !g_unichar_isgraph (gdk_keyval_to_unicode (keyval)) ||
      (focus != NULL && GTK_IS_EDITABLE (focus)))
    return GDK_EVENT_PROPAGATE;
  show_list (self);
  return jg_occupation_finder_take_key (self->finder, controller);
}

/* Pins what the target names or, without one, what the keyboard is on or what is shown in full. */
static void
pin_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  JgOccupationsPage *self = JG_OCCUPATIONS_PAGE (widget);
  GSettings *settings = jg_session_get_settings (self->session);
  const char *id = g_variant_get_string (parameter, NULL);
  g_autoptr (JgOccupationSummary) summary = NULL;
  g_autofree char *remark = NULL;
  gboolean pinned;

  if (*id == '\0')
    id = jg_occupation_finder_get_focus_id (self->finder);
  if (id == NULL)
    id = jg_occupation_view_get_id (self->view);
  summary =
      id != NULL ? jg_catalogue_get_summary (jg_session_get_catalogue (self->session), id) : NULL;
  if (summary == NULL)
    return;
  pinned = !jg_bookmarks_is_pinned (settings, summary->id);
  jg_bookmarks_set_pinned (settings, summary->id, pinned);
  remark =
      g_strdup_printf (pinned ? _ ("%s is pinned") : _ ("%s is no longer pinned"), summary->name);
  jg_occupation_finder_pins_changed (self->finder, remark);
}

static void
catalogue_changed_cb (JgOccupationsPage *self)
{
  g_assert (JG_IS_OCCUPATIONS_PAGE (self));

  jg_occupation_view_reload (self->view);
  if (jg_occupation_view_get_id (self->view) == NULL)
    jg_page_go_back (JG_PAGE (self));
  jg_occupation_finder_set_current (self->finder, jg_occupation_view_get_id (self->view));
}

static AdwLeaflet *
jg_occupations_page_leaflet (JgPage *page)
{
  return JG_OCCUPATIONS_PAGE (page)->leaflet;
}

static void
jg_occupations_page_focus_search (JgPage *page)
{
  show_list (JG_OCCUPATIONS_PAGE (page));
  jg_occupation_finder_focus_entry (JG_OCCUPATIONS_PAGE (page)->finder);
}

static void
jg_occupations_page_page_init (JgPageInterface *iface)
{
  iface->get_leaflet = jg_occupations_page_leaflet;
  iface->focus_search = jg_occupations_page_focus_search;
}

static void
jg_occupations_page_dispose (GObject *object)
{
  JgOccupationsPage *self = JG_OCCUPATIONS_PAGE (object);

  g_clear_object (&self->view);
  g_clear_object (&self->compare);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (jg_occupations_page_parent_class)->dispose (object);
}

static void
jg_occupations_page_class_init (JgOccupationsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jg_occupations_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/JobGuide/ui/jg-occupations-page.ui");
  gtk_widget_class_bind_template_child (widget_class, JgOccupationsPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, JgOccupationsPage, finder_bin);
  gtk_widget_class_bind_template_child (widget_class, JgOccupationsPage, detail_bin);
  gtk_widget_class_install_action (widget_class, "occupations.pin", "s", pin_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_b, GDK_CONTROL_MASK, "occupations.pin",
                                       "s", "");
  gtk_widget_class_bind_template_child (widget_class, JgOccupationsPage, separator);
}

static void
jg_occupations_page_init (JgOccupationsPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* Below list and detail, whichever of them is seen. */
static void
add_bar (JgOccupationsPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  g_object_ref (self->leaflet);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_vexpand (GTK_WIDGET (self->leaflet), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->leaflet));
  g_object_unref (self->leaflet);
  self->bar_bin = ADW_BIN (adw_bin_new ());
  adw_bin_set_child (self->bar_bin, jg_compare_bar_new (self->session));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->bar_bin));
}

/**
 * jg_occupations_page_new:
 * @session: what the pages share
 *
 * Makes the page, filled.
 *
 * Returns: (transfer floating): the page
 */
JgOccupationsPage *
jg_occupations_page_new (JgSession *session)
{
  JgOccupationsPage *self;

  g_return_val_if_fail (JG_IS_SESSION (session), NULL);

  self = g_object_new (JG_TYPE_OCCUPATIONS_PAGE, NULL);
  self->session = g_object_ref (session);
  self->finder = JG_OCCUPATION_FINDER (jg_occupation_finder_new (session));
  g_signal_connect_object (self->finder, "opened", G_CALLBACK (open_occupation), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (self->finder_bin, GTK_WIDGET (self->finder));
  self->view = g_object_ref_sink (JG_OCCUPATION_VIEW (jg_occupation_view_new (session)));
  adw_bin_set_child (self->detail_bin, GTK_WIDGET (self->view));
  add_bar (self);
  g_signal_connect_object (session, "catalogue-changed", G_CALLBACK (catalogue_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * jg_occupations_page_get_leaflet:
 * @self: a page
 *
 * Gets the leaflet of list and detail.
 *
 * Returns: (transfer none): the leaflet
 */
AdwLeaflet *
jg_occupations_page_get_leaflet (JgOccupationsPage *self)
{
  g_return_val_if_fail (JG_IS_OCCUPATIONS_PAGE (self), NULL);

  return self->leaflet;
}

/**
 * jg_occupations_page_show:
 * @self: a page
 * @id: id of an occupation
 *
 * Shows an occupation in full.
 */
void
jg_occupations_page_show (JgOccupationsPage *self, const char *id)
{
  g_return_if_fail (JG_IS_OCCUPATIONS_PAGE (self));
  g_return_if_fail (id != NULL);

  open_occupation (self, id);
}

/**
 * jg_occupations_page_show_compare:
 * @self: a page
 *
 * Shows the occupations of the comparison side by side.
 */
void
jg_occupations_page_show_compare (JgOccupationsPage *self)
{
  g_return_if_fail (JG_IS_OCCUPATIONS_PAGE (self));

  set_comparing (self, TRUE);
  jg_page_show_detail (JG_PAGE (self));
  gtk_widget_child_focus (self->compare, GTK_DIR_TAB_FORWARD);
}

/**
 * jg_occupations_page_close_compare:
 * @self: a page
 *
 * Shows list and detail again in place of the comparison.
 */
void
jg_occupations_page_close_compare (JgOccupationsPage *self)
{
  g_return_if_fail (JG_IS_OCCUPATIONS_PAGE (self));

  if (!is_comparing (self))
    return;
  jg_occupations_page_focus_search (JG_PAGE (self));
}

/**
 * jg_occupations_page_get_at_hand:
 * @self: a page
 *
 * Gets the occupation the keyboard is on in the list, or else the one that is shown.
 *
 * Returns: (transfer none) (nullable): its id
 */
const char *
jg_occupations_page_get_at_hand (JgOccupationsPage *self)
{
  const char *id;

  g_return_val_if_fail (JG_IS_OCCUPATIONS_PAGE (self), NULL);

  id = jg_occupation_finder_get_focus_id (self->finder);
  if (id != NULL)
    return id;
  return is_comparing (self) ? NULL : jg_occupation_view_get_id (self->view);
}

/**
 * jg_occupations_page_search:
 * @self: a page
 * @query: what a person typed somewhere else
 *
 * Searches as if the words had been typed into the page.
 */
void
jg_occupations_page_search (JgOccupationsPage *self, const char *query)
{
  g_return_if_fail (JG_IS_OCCUPATIONS_PAGE (self));
  g_return_if_fail (query != NULL);

  show_list (self);
  jg_occupation_finder_search (self->finder, query);
}

/**
 * jg_occupations_page_dup_place:
 * @self: a page
 *
 * Tells which occupation is shown, for jg_occupations_page_restore_place().
 *
 * Returns: (transfer floating) (nullable): the place
 */
GVariant *
jg_occupations_page_dup_place (JgOccupationsPage *self)
{
  const char *id;

  g_return_val_if_fail (JG_IS_OCCUPATIONS_PAGE (self), NULL);

  if (is_comparing (self))
    return g_variant_new_boolean (TRUE);
  id = jg_occupation_view_get_id (self->view);
  return id != NULL ? g_variant_new_string (id) : NULL;
}

/**
 * jg_occupations_page_restore_place:
 * @self: a page
 * @place: (nullable): what jg_occupations_page_dup_place() gave
 *
 * Goes back to where the page was.
 */
void
jg_occupations_page_restore_place (JgOccupationsPage *self, GVariant *place)
{
  g_return_if_fail (JG_IS_OCCUPATIONS_PAGE (self));

  if (place != NULL && g_variant_is_of_type (place, G_VARIANT_TYPE_BOOLEAN))
    jg_occupations_page_show_compare (self);
  else if (place != NULL)
    open_occupation (self, g_variant_get_string (place, NULL));
  else
    show_list (self);
}
