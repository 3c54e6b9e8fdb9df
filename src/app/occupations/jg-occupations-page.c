/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-occupations-page.h"

#include <glib/gi18n.h>

#include "../jg-line-list.h"
#include "../jg-page.h"
#include "../jg-ui.h"
#include "jg-missed-watch.h"
#include "jg-occupation-lines.h"
#include "jg-occupation-view.h"

struct _JgOccupationsPage
{
  AdwBin parent_instance;

  AdwLeaflet *leaflet;
  GtkWidget *entry;
  GtkBox *crumbs;
  GtkLabel *status;
  AdwBin *list_bin;
  AdwBin *detail_bin;

  JgSession *session;
  JgMissedWatch *missed;
  JgLineList *list;
  GPtrArray *path; /* (element-type GStrv) code and name of each class gone into */
};

static void jg_occupations_page_page_init (JgPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (JgOccupationsPage,
                               jg_occupations_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (JG_TYPE_PAGE, jg_occupations_page_page_init))

static const char *
get_class_code (JgOccupationsPage *self)
{
  if (self->path->len == 0)
    return NULL;
  return ((char **) g_ptr_array_index (self->path, self->path->len - 1))[0];
}

static void update_list (JgOccupationsPage *self);

static void
crumb_clicked_cb (JgOccupationsPage *self, GtkButton *button)
{
  guint depth = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "depth"));

  g_ptr_array_set_size (self->path, (int) depth);
  update_list (self);
  jg_line_list_focus (self->list);
}

static void
add_crumb (JgOccupationsPage *self, const char *text, guint depth)
{
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "crumb");
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))),
                           PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (button, text);
  g_object_set_data (G_OBJECT (button), "depth", GUINT_TO_POINTER (depth));
  g_signal_connect_object (button, "clicked", G_CALLBACK (crumb_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (self->crumbs, button);
}

static void
update_crumbs (JgOccupationsPage *self, gboolean searching)
{
  jg_ui_clear (self->crumbs);
  gtk_widget_set_visible (GTK_WIDGET (self->crumbs), !searching && self->path->len > 0);
  if (searching || self->path->len == 0)
    return;
  add_crumb (self, _ ("All"), 0);
  for (guint i = 0; i < self->path->len; i++)
    {
      char **step = g_ptr_array_index (self->path, i);
      GtkWidget *arrow = gtk_label_new ("›");

      gtk_box_append (self->crumbs, arrow);
      add_crumb (self, step[1], i + 1);
    }
}

static void
update_list (JgOccupationsPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *query = g_strstrip (g_strdup (text));
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *status = NULL;

  update_crumbs (self, *query != '\0');
  if (*query == '\0')
    {
      guint n;

      jg_missed_watch_see (self->missed, query, TRUE);
      lines = jg_occupation_lines_for_class (jg_session_get_catalogue (self->session),
                                             get_class_code (self), &n);
      status = g_strdup_printf (ngettext ("%u occupation", "%u occupations", n), n);
    }
  else
    {
      guint n_exact, n_near;

      lines = jg_occupation_lines_for_query (jg_session_get_search (self->session), query, &n_exact,
                                             &n_near);
      jg_missed_watch_see (self->missed, query, n_exact > 0);
      if (n_exact > 0)
        status = g_strdup_printf (ngettext ("%u result", "%u results", n_exact), n_exact);
      else if (n_near > 0)
        status = g_strdup_printf (_ ("“%s” is not in the catalogue. What follows is only similar."),
                                  query);
      else
        status = g_strdup_printf (_ ("“%s” is not in the catalogue."), query);
    }
  jg_line_list_set_lines (self->list, lines);
  gtk_label_set_text (self->status, status);
}

static void
search_changed_cb (JgOccupationsPage *self)
{
  g_assert (JG_IS_OCCUPATIONS_PAGE (self));

  update_list (self);
}

static JgOccupationView *
get_view (JgOccupationsPage *self)
{
  return JG_OCCUPATION_VIEW (adw_bin_get_child (self->detail_bin));
}

static void
open_occupation (JgOccupationsPage *self, const char *id)
{
  jg_occupation_view_show (get_view (self), id);
  jg_line_list_set_current (self->list, id);
  jg_page_show_detail (JG_PAGE (self));
}

static void
opened_cb (JgOccupationsPage *self, JgLine *line)
{
  g_assert (JG_IS_OCCUPATIONS_PAGE (self));

  if (jg_line_get_kind (line) == JG_LINE_CLASS)
    {
      const char *step[] = { jg_line_get_id (line), jg_line_get_title (line), NULL };

      g_ptr_array_add (self->path, g_strdupv ((char **) step));
      update_list (self);
      jg_line_list_focus (self->list);
      return;
    }
  open_occupation (self, jg_line_get_id (line));
}

static void
entry_activate_cb (JgOccupationsPage *self)
{
  JgLine *line;

  g_assert (JG_IS_OCCUPATIONS_PAGE (self));

  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) == '\0')
    return;
  jg_missed_watch_settle (self->missed);
  line = jg_line_list_get_first (self->list);
  if (line != NULL)
    opened_cb (self, line);
}

static void
stop_search_cb (JgOccupationsPage *self)
{
  g_assert (JG_IS_OCCUPATIONS_PAGE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

/* With another catalogue, a class one has gone into may be gone. */
static void
catalogue_changed_cb (JgOccupationsPage *self)
{
  g_assert (JG_IS_OCCUPATIONS_PAGE (self));

  while (self->path->len > 0)
    {
      guint n;
      g_autoptr (GPtrArray) lines = jg_occupation_lines_for_class (
          jg_session_get_catalogue (self->session), get_class_code (self), &n);

      if (lines->len > 0)
        break;
      g_ptr_array_set_size (self->path, (int) self->path->len - 1);
    }
  jg_occupation_view_reload (get_view (self));
  if (jg_occupation_view_get_id (get_view (self)) == NULL)
    jg_page_go_back (JG_PAGE (self));
  jg_line_list_set_current (self->list, jg_occupation_view_get_id (get_view (self)));
  update_list (self);
}

static AdwLeaflet *
jg_occupations_page_leaflet (JgPage *page)
{
  return JG_OCCUPATIONS_PAGE (page)->leaflet;
}

static void
jg_occupations_page_focus_search (JgPage *page)
{
  JgOccupationsPage *self = JG_OCCUPATIONS_PAGE (page);

  jg_page_go_back (page);
  gtk_widget_grab_focus (self->entry);
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

  g_clear_object (&self->missed);
  g_clear_object (&self->session);
  g_clear_pointer (&self->path, g_ptr_array_unref);

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
  gtk_widget_class_bind_template_child (widget_class, JgOccupationsPage, entry);
  gtk_widget_class_bind_template_child (widget_class, JgOccupationsPage, crumbs);
  gtk_widget_class_bind_template_child (widget_class, JgOccupationsPage, status);
  gtk_widget_class_bind_template_child (widget_class, JgOccupationsPage, list_bin);
  gtk_widget_class_bind_template_child (widget_class, JgOccupationsPage, detail_bin);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
jg_occupations_page_init (JgOccupationsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->path = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->list = JG_LINE_LIST (jg_line_list_new (_ ("Occupations")));
  g_signal_connect_object (self->list, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->list_bin, GTK_WIDGET (self->list));
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
  self->missed = jg_missed_watch_new (session);
  adw_bin_set_child (self->detail_bin, jg_occupation_view_new (session));
  g_signal_connect_object (session, "catalogue-changed", G_CALLBACK (catalogue_changed_cb), self,
                           G_CONNECT_SWAPPED);
  update_list (self);
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

  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), query);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  gtk_widget_grab_focus (self->entry);
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

  id = jg_occupation_view_get_id (get_view (self));
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

  if (place != NULL)
    open_occupation (self, g_variant_get_string (place, NULL));
  else
    jg_page_go_back (JG_PAGE (self));
}
