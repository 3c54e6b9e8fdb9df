/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-line-list.h"

#include "jg-line-row.h"
#include "jg-ui.h"

struct _JgLineList
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *view;
  GListStore *store;
  char *current;
};

G_DEFINE_FINAL_TYPE (JgLineList, jg_line_list, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_OPENED,
  LAST_SIGNAL,
};

static guint signals[LAST_SIGNAL];

static void
open_line (JgLineList *self, JgLine *line)
{
  if (line != NULL && jg_line_get_kind (line) != JG_LINE_HEADING)
    g_signal_emit (self, signals[SIGNAL_OPENED], 0, line);
}

static void
activate_cb (JgLineList *self, guint position, GtkListView *view)
{
  g_autoptr (JgLine) line = g_list_model_get_item (G_LIST_MODEL (self->store), position);

  open_line (self, line);
}

static void
row_opened_cb (GtkListItem *item, JgLineRow *row)
{
  GtkWidget *list = gtk_widget_get_ancestor (GTK_WIDGET (row), JG_TYPE_LINE_LIST);

  if (list != NULL)
    open_line (JG_LINE_LIST (list), gtk_list_item_get_item (item));
}

static void
setup_cb (JgLineList *self, GtkListItem *item, GtkListItemFactory *factory)
{
  GtkWidget *row = jg_line_row_new ();

  g_signal_connect_object (row, "opened", G_CALLBACK (row_opened_cb), item, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (JgLineList *self, GtkListItem *item, GtkListItemFactory *factory)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  JgLine *line = gtk_list_item_get_item (item);
  gboolean heading = jg_line_get_kind (line) == JG_LINE_HEADING;
  g_autofree char *spoken = jg_line_dup_spoken (line);

  gtk_list_item_set_activatable (item, !heading);
  jg_line_row_set_line (JG_LINE_ROW (row), line);
  /* The item around the row is what takes the focus, and it has no name in GTK 4.8. */
  jg_ui_set_name (gtk_widget_get_parent (row), spoken);
}

static void
unbind_cb (JgLineList *self, GtkListItem *item, GtkListItemFactory *factory)
{
  jg_line_row_set_line (JG_LINE_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
jg_line_list_dispose (GObject *object)
{
  JgLineList *self = JG_LINE_LIST (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->store);
  g_clear_pointer (&self->current, g_free);

  G_OBJECT_CLASS (jg_line_list_parent_class)->dispose (object);
}

static void
jg_line_list_class_init (JgLineListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jg_line_list_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  signals[SIGNAL_OPENED] = g_signal_new ("opened", JG_TYPE_LINE_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, JG_TYPE_LINE);
}

static void
jg_line_list_init (JgLineList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->store = g_list_store_new (JG_TYPE_LINE);
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);

  /* No selection: the pages show which line is open themselves, and with a selection a single
   * click to activate would select on mere hovering. */
  self->view = gtk_list_view_new (
      GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->store)))),
      factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->view), TRUE);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->view);
  gtk_widget_set_focusable (self->scroller, FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  jg_ui_let_tab_leave (self->view, self->scroller);
}

/**
 * jg_line_list_new:
 * @name: what a screen reader calls the list
 *
 * Makes an empty list.
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *
jg_line_list_new (const char *name)
{
  JgLineList *self = g_object_new (JG_TYPE_LINE_LIST, NULL);

  jg_line_list_set_name (self, name);
  return GTK_WIDGET (self);
}

/**
 * jg_line_list_set_name:
 * @self: a list
 * @name: what a screen reader calls the list
 *
 * Sets the accessible name.
 */
void
jg_line_list_set_name (JgLineList *self, const char *name)
{
  g_return_if_fail (JG_IS_LINE_LIST (self));

  jg_ui_set_name (self->view, name);
}

/**
 * jg_line_list_set_lines:
 * @self: a list
 * @lines: (element-type JgLine): what to show
 *
 * Shows other lines, from the top.
 */
void
jg_line_list_set_lines (JgLineList *self, GPtrArray *lines)
{
  g_return_if_fail (JG_IS_LINE_LIST (self));
  g_return_if_fail (lines != NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      JgLine *line = g_ptr_array_index (lines, i);

      jg_line_set_current (line, jg_line_get_kind (line) == JG_LINE_ITEM &&
                                     g_strcmp0 (jg_line_get_id (line), self->current) == 0 &&
                                     self->current != NULL);
    }
  g_list_store_splice (self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (self->store)),
                       lines->pdata, lines->len);
  gtk_adjustment_set_value (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

/**
 * jg_line_list_set_current:
 * @self: a list
 * @id: (nullable): id of the line whose detail is shown
 *
 * Marks the line whose detail is shown.
 */
void
jg_line_list_set_current (JgLineList *self, const char *id)
{
  guint n;

  g_return_if_fail (JG_IS_LINE_LIST (self));

  if (g_strcmp0 (self->current, id) != 0)
    {
      g_free (self->current);
      self->current = g_strdup (id);
    }
  n = g_list_model_get_n_items (G_LIST_MODEL (self->store));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (JgLine) line = g_list_model_get_item (G_LIST_MODEL (self->store), i);

      jg_line_set_current (line, id != NULL && jg_line_get_kind (line) == JG_LINE_ITEM &&
                                     g_strcmp0 (jg_line_get_id (line), id) == 0);
    }
}

/**
 * jg_line_list_get_first:
 * @self: a list
 *
 * Gets the first line that can be opened.
 *
 * Returns: (transfer none) (nullable): the line, or %NULL when there is none
 */
JgLine *
jg_line_list_get_first (JgLineList *self)
{
  guint n;

  g_return_val_if_fail (JG_IS_LINE_LIST (self), NULL);

  n = g_list_model_get_n_items (G_LIST_MODEL (self->store));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (JgLine) line = g_list_model_get_item (G_LIST_MODEL (self->store), i);

      if (jg_line_get_kind (line) != JG_LINE_HEADING)
        return line;
    }
  return NULL;
}

/**
 * jg_line_list_focus:
 * @self: a list
 *
 * Moves the keyboard focus into the list.
 */
void
jg_line_list_focus (JgLineList *self)
{
  g_return_if_fail (JG_IS_LINE_LIST (self));

  gtk_widget_child_focus (self->view, GTK_DIR_TAB_FORWARD);
}
