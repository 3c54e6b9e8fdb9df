/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-line-list.h"

#include "jg-line-view.h"
#include "jg-ui.h"

struct _JgLineList
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  JgLineView *view;
  char *current;
};

G_DEFINE_FINAL_TYPE (JgLineList, jg_line_list, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_OPENED,
  SIGNAL_CHECKED,
  SIGNAL_MORE,
  SIGNAL_LEFT_AT_TOP,
  LAST_SIGNAL,
};

static guint signals[LAST_SIGNAL];

static void
opened_cb (JgLineList *self, JgLine *line)
{
  GVariant *target;
  const char *action = jg_line_get_action (line, &target);

  if (action != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (self), action, target);
  else
    g_signal_emit (self, signals[SIGNAL_OPENED], 0, line);
}

static void
checked_cb (JgLineList *self, JgLine *line)
{
  g_signal_emit (self, signals[SIGNAL_CHECKED], 0, line);
}

static void
more_cb (JgLineList *self)
{
  g_signal_emit (self, signals[SIGNAL_MORE], 0);
}

static void
left_at_top_cb (JgLineList *self)
{
  g_signal_emit (self, signals[SIGNAL_LEFT_AT_TOP], 0);
}

static void
jg_line_list_dispose (GObject *object)
{
  JgLineList *self = JG_LINE_LIST (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
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
  signals[SIGNAL_CHECKED] = g_signal_new ("checked", JG_TYPE_LINE_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, JG_TYPE_LINE);
  signals[SIGNAL_MORE] = g_signal_new ("more", JG_TYPE_LINE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_LEFT_AT_TOP] = g_signal_new ("left-at-top", JG_TYPE_LINE_LIST, G_SIGNAL_RUN_LAST,
                                              0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
jg_line_list_init (JgLineList *self)
{
  self->view = JG_LINE_VIEW (jg_line_view_new ());
  g_signal_connect_object (self->view, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "checked", G_CALLBACK (checked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "more", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "left-at-top", G_CALLBACK (left_at_top_cb), self,
                           G_CONNECT_SWAPPED);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_widget_set_focusable (self->scroller, FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
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

  jg_ui_set_name (GTK_WIDGET (self->view), name);
}

static void
mark_current (JgLineList *self, GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    {
      JgLine *line = g_ptr_array_index (lines, i);

      jg_line_set_current (line, self->current != NULL && jg_line_get_kind (line) == JG_LINE_ITEM &&
                                     g_strcmp0 (jg_line_get_id (line), self->current) == 0);
    }
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

  mark_current (self, lines);
  jg_line_view_set_lines (self->view, lines);
}

/**
 * jg_line_list_keep_place:
 * @self: a list
 *
 * Lets the next lines come without moving what is seen and where the keyboard is, as far as the same
 * lines are among them.
 */
void
jg_line_list_keep_place (JgLineList *self)
{
  g_return_if_fail (JG_IS_LINE_LIST (self));

  jg_line_view_keep_place (self->view);
}

/**
 * jg_line_list_append_lines:
 * @self: a list
 * @lines: (element-type JgLine): what to show after the others
 *
 * Makes the list longer; nothing of what is seen moves. “more” asks for it when the end comes near.
 */
void
jg_line_list_append_lines (JgLineList *self, GPtrArray *lines)
{
  g_return_if_fail (JG_IS_LINE_LIST (self));
  g_return_if_fail (lines != NULL);

  mark_current (self, lines);
  jg_line_view_append_lines (self->view, lines);
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
  g_return_if_fail (JG_IS_LINE_LIST (self));

  if (g_strcmp0 (self->current, id) != 0)
    {
      g_free (self->current);
      self->current = g_strdup (id);
    }
  mark_current (self, jg_line_view_get_lines (self->view));
}

/**
 * jg_line_list_get_lines:
 * @self: a list
 *
 * Gets the lines.
 *
 * Returns: (transfer none) (element-type JgLine): the lines, not to be changed
 */
GPtrArray *
jg_line_list_get_lines (JgLineList *self)
{
  g_return_val_if_fail (JG_IS_LINE_LIST (self), NULL);

  return jg_line_view_get_lines (self->view);
}

/**
 * jg_line_list_open_first:
 * @self: a list
 *
 * Opens the first item, as if it had been clicked.
 */
void
jg_line_list_open_first (JgLineList *self)
{
  GPtrArray *lines;

  g_return_if_fail (JG_IS_LINE_LIST (self));

  lines = jg_line_view_get_lines (self->view);
  for (guint i = 0; i < lines->len; i++)
    if (jg_line_get_kind (g_ptr_array_index (lines, i)) == JG_LINE_ITEM)
      {
        opened_cb (self, g_ptr_array_index (lines, i));
        return;
      }
}

/**
 * jg_line_list_get_focus_line:
 * @self: a list
 *
 * Gets the line the keyboard is on.
 *
 * Returns: (transfer none) (nullable): the line
 */
JgLine *
jg_line_list_get_focus_line (JgLineList *self)
{
  g_return_val_if_fail (JG_IS_LINE_LIST (self), NULL);

  return jg_line_view_get_focus_line (self->view);
}

/**
 * jg_line_list_focus:
 * @self: a list
 *
 * Moves the keyboard to the first line that can be opened.
 *
 * Returns: %FALSE when there is none
 */
gboolean
jg_line_list_focus (JgLineList *self)
{
  GPtrArray *lines;

  g_return_val_if_fail (JG_IS_LINE_LIST (self), FALSE);

  lines = jg_line_view_get_lines (self->view);
  for (guint i = 0; i < lines->len; i++)
    if (jg_line_get_kind (g_ptr_array_index (lines, i)) != JG_LINE_HEADING)
      return jg_line_view_focus_line (self->view, i);
  return FALSE;
}
