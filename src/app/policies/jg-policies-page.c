/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-policies-page.h"

#include <glib/gi18n.h>

#include "../jg-line-list.h"
#include "../jg-page.h"
#include "../jg-ui.h"
#include "jg-document-view.h"
#include "jg-measure-view.h"
#include "jg-policy-lines.h"

struct _JgPoliciesPage
{
  AdwBin parent_instance;

  AdwLeaflet *leaflet;
  GtkToggleButton *measures_toggle;
  GtkToggleButton *documents_toggle;
  GtkWidget *entry;
  GtkLabel *status;
  AdwBin *filter_bin;
  AdwBin *list_bin;
  AdwBin *detail_bin;

  JgSession *session;
  JgPolicyFilter *filter;
  JgLineList *list;
  GtkStack *stack;
  JgMeasureView *measure_view;
  JgDocumentView *document_view;
  gboolean stale; /* the verdicts are others than when the list was filled */
};

static void jg_policies_page_page_init (JgPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (JgPoliciesPage,
                               jg_policies_page,
                               ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (JG_TYPE_PAGE, jg_policies_page_page_init))

static gboolean
lists_measures (JgPoliciesPage *self)
{
  return gtk_toggle_button_get_active (self->measures_toggle);
}

static const char *
get_current (JgPoliciesPage *self)
{
  return lists_measures (self) ? jg_measure_view_get_id (self->measure_view)
                               : jg_document_view_get_key (self->document_view);
}

static void
update_list (JgPoliciesPage *self)
{
  g_autofree char *query =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *status = NULL;
  guint n;

  if (lists_measures (self))
    {
      g_autofree char *count = NULL;

      lines = jg_policy_lines_for_measures (self->session, self->filter, query, &n);
      count = g_strdup_printf (ngettext ("%u measure", "%u measures", n), n);
      status = jg_policy_filter_has_occupation (self->filter)
                   ? g_strdup_printf (_ ("%s; those for every occupation are left out"), count)
                   : g_steal_pointer (&count);
    }
  else
    {
      lines = jg_policy_lines_for_documents (self->session, query, &n);
      status = g_strdup_printf (ngettext ("%u document", "%u documents", n), n);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->filter), lists_measures (self));
  jg_line_list_set_name (self->list, lists_measures (self) ? _ ("Measures") : _ ("Documents"));
  jg_line_list_set_current (self->list, get_current (self));
  jg_line_list_set_lines (self->list, lines);
  gtk_label_set_text (self->status, n > 0 ? status
                                    : lists_measures (self) && jg_policy_filter_is_on (self->filter)
                                        ? _ ("Nothing here passes the words and the filters.")
                                        : _ ("Nothing here has these words."));
}

static void
search_changed_cb (JgPoliciesPage *self)
{
  g_assert (JG_IS_POLICIES_PAGE (self));

  update_list (self);
}

/* Only the verdicts follow the jobseeker. */
static void
session_changed_cb (JgPoliciesPage *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->stale = TRUE;
  else if (lists_measures (self) &&
           jg_policy_filter_get_group (self->filter) == JG_POLICY_GROUP_OFFER)
    update_list (self);
}

static void
map_cb (JgPoliciesPage *self)
{
  if (self->stale && jg_policy_filter_get_group (self->filter) == JG_POLICY_GROUP_OFFER)
    update_list (self);
  self->stale = FALSE;
}

static void
kind_toggled_cb (JgPoliciesPage *self)
{
  g_assert (JG_IS_POLICIES_PAGE (self));

  if (self->session != NULL)
    update_list (self);
}

static void
stop_search_cb (JgPoliciesPage *self)
{
  g_assert (JG_IS_POLICIES_PAGE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static void
opened_cb (JgPoliciesPage *self, JgLine *line)
{
  g_assert (JG_IS_POLICIES_PAGE (self));

  if (lists_measures (self))
    jg_policies_page_show_measure (self, jg_line_get_id (line));
  else
    jg_policies_page_show_document (self, jg_line_get_id (line), 0, NULL);
}

static AdwLeaflet *
jg_policies_page_leaflet (JgPage *page)
{
  return JG_POLICIES_PAGE (page)->leaflet;
}

static void
jg_policies_page_focus_search (JgPage *page)
{
  jg_page_go_back (page);
  gtk_widget_grab_focus (JG_POLICIES_PAGE (page)->entry);
}

static void
jg_policies_page_page_init (JgPageInterface *iface)
{
  iface->get_leaflet = jg_policies_page_leaflet;
  iface->focus_search = jg_policies_page_focus_search;
}

static void
jg_policies_page_dispose (GObject *object)
{
  JgPoliciesPage *self = JG_POLICIES_PAGE (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (jg_policies_page_parent_class)->dispose (object);
}

static void
jg_policies_page_class_init (JgPoliciesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jg_policies_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/com/example/JobGuide/ui/jg-policies-page.ui");
  gtk_widget_class_bind_template_child (widget_class, JgPoliciesPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, JgPoliciesPage, measures_toggle);
  gtk_widget_class_bind_template_child (widget_class, JgPoliciesPage, documents_toggle);
  gtk_widget_class_bind_template_child (widget_class, JgPoliciesPage, entry);
  gtk_widget_class_bind_template_child (widget_class, JgPoliciesPage, status);
  gtk_widget_class_bind_template_child (widget_class, JgPoliciesPage, filter_bin);
  gtk_widget_class_bind_template_child (widget_class, JgPoliciesPage, list_bin);
  gtk_widget_class_bind_template_child (widget_class, JgPoliciesPage, detail_bin);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_toggled_cb);
}

static void
jg_policies_page_init (JgPoliciesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->list = JG_LINE_LIST (jg_line_list_new (_ ("Measures")));
  g_signal_connect_object (self->list, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->list_bin, GTK_WIDGET (self->list));
}

/**
 * jg_policies_page_new:
 * @session: what the pages share
 *
 * Makes the page, filled with the measures.
 *
 * Returns: (transfer floating): the page
 */
JgPoliciesPage *
jg_policies_page_new (JgSession *session)
{
  JgPoliciesPage *self;
  GtkWidget *empty = jg_ui_status_page (
      "text-x-generic-symbolic", _ ("Choose a measure or a document"),
      _ ("Every measure leads to the sentence of the document it was read from."));

  g_return_val_if_fail (JG_IS_SESSION (session), NULL);

  self = g_object_new (JG_TYPE_POLICIES_PAGE, NULL);
  self->session = g_object_ref (session);
  self->stack = GTK_STACK (gtk_stack_new ());
  self->measure_view = JG_MEASURE_VIEW (jg_measure_view_new (session));
  self->document_view = JG_DOCUMENT_VIEW (jg_document_view_new (session));
  gtk_stack_add_child (self->stack, empty);
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->measure_view));
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->document_view));
  adw_bin_set_child (self->detail_bin, GTK_WIDGET (self->stack));
  self->filter = JG_POLICY_FILTER (jg_policy_filter_new (session));
  g_signal_connect_object (self->filter, "changed", G_CALLBACK (update_list), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (self->filter_bin, GTK_WIDGET (self->filter));
  g_signal_connect_object (session, "catalogue-changed", G_CALLBACK (update_list), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
  update_list (self);
  return self;
}

/**
 * jg_policies_page_get_leaflet:
 * @self: a page
 *
 * Gets the leaflet of list and detail.
 *
 * Returns: (transfer none): the leaflet
 */
AdwLeaflet *
jg_policies_page_get_leaflet (JgPoliciesPage *self)
{
  g_return_val_if_fail (JG_IS_POLICIES_PAGE (self), NULL);

  return self->leaflet;
}

/**
 * jg_policies_page_show_measure:
 * @self: a page
 * @id: id of a measure
 *
 * Shows a measure in full.
 */
void
jg_policies_page_show_measure (JgPoliciesPage *self, const char *id)
{
  g_return_if_fail (JG_IS_POLICIES_PAGE (self));
  g_return_if_fail (id != NULL);

  jg_measure_view_show (self->measure_view, id);
  gtk_toggle_button_set_active (self->measures_toggle, TRUE);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->measure_view));
  jg_line_list_set_current (self->list, id);
  jg_page_show_detail (JG_PAGE (self));
}

/**
 * jg_policies_page_show_document:
 * @self: a page
 * @key: key of a document
 * @line: line of the quote, or 0
 * @quote: (nullable): the sentence to light
 *
 * Shows a document in full, at the sentence if one is given.
 */
void
jg_policies_page_show_document (JgPoliciesPage *self,
                                const char *key,
                                guint line,
                                const char *quote)
{
  g_return_if_fail (JG_IS_POLICIES_PAGE (self));
  g_return_if_fail (key != NULL);

  gtk_toggle_button_set_active (self->documents_toggle, TRUE);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->document_view));
  jg_document_view_show (self->document_view, key, line, quote);
  jg_line_list_set_current (self->list, key);
  jg_page_show_detail (JG_PAGE (self));
}

/**
 * jg_policies_page_dup_place:
 * @self: a page
 *
 * Tells what is shown, for jg_policies_page_restore_place().
 *
 * Returns: (transfer floating) (nullable): the place
 */
GVariant *
jg_policies_page_dup_place (JgPoliciesPage *self)
{
  GtkWidget *shown;

  g_return_val_if_fail (JG_IS_POLICIES_PAGE (self), NULL);

  shown = gtk_stack_get_visible_child (self->stack);
  if (shown == GTK_WIDGET (self->measure_view))
    return g_variant_new ("(bsus)", TRUE, jg_measure_view_get_id (self->measure_view), 0, "");
  if (shown == GTK_WIDGET (self->document_view))
    {
      const char *quote = jg_document_view_get_quote (self->document_view);

      return g_variant_new ("(bsus)", FALSE, jg_document_view_get_key (self->document_view),
                            jg_document_view_get_line (self->document_view),
                            quote != NULL ? quote : "");
    }
  return NULL;
}

/**
 * jg_policies_page_restore_place:
 * @self: a page
 * @place: (nullable): what jg_policies_page_dup_place() gave
 *
 * Goes back to where the page was.
 */
void
jg_policies_page_restore_place (JgPoliciesPage *self, GVariant *place)
{
  gboolean is_measure;
  const char *id, *quote;
  guint32 line;

  g_return_if_fail (JG_IS_POLICIES_PAGE (self));

  if (place == NULL)
    {
      jg_page_go_back (JG_PAGE (self));
      return;
    }
  g_variant_get (place, "(b&su&s)", &is_measure, &id, &line, &quote);
  if (is_measure)
    jg_policies_page_show_measure (self, id);
  else
    jg_policies_page_show_document (self, id, line, *quote != '\0' ? quote : NULL);
}
