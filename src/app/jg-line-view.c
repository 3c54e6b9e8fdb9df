/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-line-view-private.h"

/* Rows that exist below the visible ones. */
#define SPARE_ROWS 20
/* "more" is emitted when fewer lines than this follow the visible ones. */
#define MORE_AHEAD 15

static void jg_line_view_scrollable_init (GtkScrollableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (JgLineView,
                               jg_line_view,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE,
                                                      jg_line_view_scrollable_init))

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

enum
{
  SIGNAL_OPENED,
  SIGNAL_CHECKED,
  SIGNAL_MORE,
  SIGNAL_LEFT_AT_TOP,
  LAST_SIGNAL,
};

static guint signals[LAST_SIGNAL];

static JgLine *
get_line (JgLineView *self, guint index)
{
  return g_ptr_array_index (self->lines, index);
}

static JgLineRow *
get_row (JgLineView *self, guint index)
{
  return g_ptr_array_index (self->rows, index);
}

/* jg_line_view_can_open:
 *
 * Returns: %FALSE for a heading */
gboolean
jg_line_view_can_open (JgLineView *self, guint index)
{
  return jg_line_get_kind (get_line (self, index)) != JG_LINE_HEADING;
}

/* The height of a line, laid out if it has a row. */
static int
lay_out_line (JgLineView *self, guint index)
{
  if (!jg_line_heights_is_known (self->heights, index) && index < self->n_bound)
    jg_line_heights_set (self->heights, index,
                         jg_line_row_get_height (get_row (self, index), self->width));
  return jg_line_heights_get (self->heights, index);
}

/* jg_line_view_get_value:
 *
 * Returns: pixels of all lines that are above the upper edge */
int
jg_line_view_get_value (JgLineView *self)
{
  return jg_line_heights_get_top (self->heights, self->anchor) + self->anchor_offset;
}

static void
set_anchor (JgLineView *self, int value)
{
  self->anchor =
      self->lines->len > 0 ? jg_line_heights_find (self->heights, value, &self->anchor_offset) : 0;
}

/* Scrolling */

static gboolean
follow_cb (gpointer data)
{
  JgLineView *self = JG_LINE_VIEW (data);
  guint before = self->n_bound;
  guint last;

  self->follow_id = 0;
  if (self->lines->len == 0)
    return G_SOURCE_REMOVE;
  last = jg_line_heights_find (
      self->heights, jg_line_view_get_value (self) + gtk_widget_get_height (GTK_WIDGET (self)),
      NULL);
  jg_line_view_bind_rows (self, last + SPARE_ROWS);
  if (self->n_bound > before)
    {
      jg_line_view_number_rows (self);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
    }
  if (last + MORE_AHEAD >= self->lines->len && self->asked_for_more != self->lines->len)
    {
      self->asked_for_more = self->lines->len;
      g_signal_emit (self, signals[SIGNAL_MORE], 0);
    }
  return G_SOURCE_REMOVE;
}

/* Whatever is needed further down is made once the frame is painted. */
static void
follow_later (JgLineView *self)
{
  if (self->follow_id == 0)
    self->follow_id = g_idle_add_full (G_PRIORITY_LOW, follow_cb, self, NULL);
}

static void
value_changed_cb (JgLineView *self)
{
  if (self->configuring)
    return;
  set_anchor (self, (int) gtk_adjustment_get_value (self->vadjustment));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Lays out what will be seen from the anchor down, and above it what is seen when that is too little
 * to fill the view; returns the place of the upper edge. */
static int
lay_out_visible (JgLineView *self, int height)
{
  int value = 0;

  /* Laying out changes heights that were only guessed, and thereby what is visible. */
  for (int round = 0; round < 4; round++)
    {
      guint was = self->anchor;
      int y = -self->anchor_offset;
      int total;

      for (guint i = self->anchor; i < self->n_bound && y < height; i++)
        y += lay_out_line (self, i);
      for (guint i = self->anchor; i > 0 && y < height; i--)
        y += lay_out_line (self, i - 1);
      total = jg_line_heights_get_top (self->heights, self->lines->len);
      value = CLAMP (jg_line_view_get_value (self), 0, MAX (total - height, 0));
      set_anchor (self, value);
      if (self->anchor == was)
        break;
    }
  return value;
}

/* jg_line_view_configure:
 *
 * Tells the adjustment where the upper edge is, and how high the lines and the view are, in pixels. */
void
jg_line_view_configure (JgLineView *self, int value, int height)
{
  if (self->vadjustment == NULL)
    return;
  self->configuring = TRUE;
  gtk_adjustment_configure (self->vadjustment, value, 0,
                            MAX (jg_line_heights_get_top (self->heights, self->lines->len), height),
                            height * 0.1, height * 0.9, height);
  self->configuring = FALSE;
}

static void
jg_line_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JgLineView *self = JG_LINE_VIEW (widget);
  guint serial = pango_context_get_serial (gtk_widget_get_pango_context (widget));
  GtkWidget *focus = gtk_widget_get_focus_child (widget);
  int value, y;

  if (self->hadjustment != NULL)
    gtk_adjustment_configure (self->hadjustment, 0, 0, width, width * 0.1, width * 0.9, width);
  if (width != self->width || serial != self->font_serial)
    {
      self->width = width;
      self->font_serial = serial;
      jg_line_heights_forget (self->heights);
    }
  if (self->lines->len == 0)
    {
      jg_line_view_configure (self, 0, height);
      return;
    }
  self->anchor = MIN (self->anchor, self->lines->len - 1);
  value = lay_out_visible (self, height);
  y = -value;
  for (guint i = 0; i < self->lines->len; i++)
    {
      int row_height = jg_line_heights_get (self->heights, i);
      gboolean shown = y + row_height > 0 && y < height;

      if (i < self->n_bound)
        {
          GtkWidget *row = GTK_WIDGET (get_row (self, i));

          gtk_widget_set_child_visible (row, shown || row == focus);
          if (shown || row == focus)
            {
              GtkAllocation area = { 0, y, width, row_height };

              gtk_widget_measure (row, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
              gtk_widget_size_allocate (row, &area, -1);
            }
          else
            jg_line_row_forget_layouts (JG_LINE_ROW (row));
        }
      y += row_height;
    }
  jg_line_view_configure (self, value, height);
  follow_later (self);
}

static void
jg_line_view_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  *minimum_baseline = *natural_baseline = -1;
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 120 : 0;
  *natural = 300;
}

static void
scroll_to (JgLineView *self, guint index)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  int top = jg_line_heights_get_top (self->heights, index);
  int value = jg_line_view_get_value (self);
  int bottom;

  if (height <= 0)
    return;
  /* A heading right above comes along, so that one sees what the line belongs to. */
  if (index > 0 && !jg_line_view_can_open (self, index - 1))
    top -= jg_line_heights_get (self->heights, index - 1);
  bottom = jg_line_heights_get_top (self->heights, index) + lay_out_line (self, index);
  if (top < value)
    value = top;
  else if (bottom > value + height)
    value = MIN (bottom - height, top);
  else
    return;
  set_anchor (self, value);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static guint
get_index (JgLineView *self, GtkWidget *row)
{
  guint index;

  return row != NULL && g_ptr_array_find (self->rows, row, &index) ? index : JG_LINE_VIEW_NONE;
}

/* jg_line_view_get_focus_index:
 *
 * Returns: the line the keyboard is on, or JG_LINE_VIEW_NONE */
guint
jg_line_view_get_focus_index (JgLineView *self)
{
  return get_index (self, gtk_widget_get_focus_child (GTK_WIDGET (self)));
}

/* jg_line_view_find_openable:
 *
 * Returns: the nearest line that can be opened, in the direction of @step or, failing that, against
 *   it; or JG_LINE_VIEW_NONE */
guint
jg_line_view_find_openable (JgLineView *self, guint from, int step)
{
  for (int turn = 0; turn < 2; turn++, step = -step)
    for (gint64 i = from; i >= 0 && i < self->lines->len; i += step)
      if (jg_line_view_can_open (self, (guint) i))
        return (guint) i;
  return JG_LINE_VIEW_NONE;
}

/* Tab comes to one line and then leaves: to the one whose detail is shown, or the first in view. */
static gboolean
jg_line_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  JgLineView *self = JG_LINE_VIEW (widget);
  guint to = JG_LINE_VIEW_NONE;

  if (gtk_widget_get_focus_child (widget) != NULL || self->lines->len == 0)
    return FALSE;
  for (guint i = 0; i < self->lines->len && to == JG_LINE_VIEW_NONE; i++)
    if (jg_line_get_current (get_line (self, i)))
      to = i;
  if (to == JG_LINE_VIEW_NONE)
    to = jg_line_view_find_openable (self, MIN (self->anchor, self->lines->len - 1), 1);
  return jg_line_view_focus_line (self, to);
}

static void
jg_line_view_set_focus_child (GtkWidget *widget, GtkWidget *child)
{
  JgLineView *self = JG_LINE_VIEW (widget);
  guint index = get_index (self, child);

  GTK_WIDGET_CLASS (jg_line_view_parent_class)->set_focus_child (widget, child);
  if (index < self->n_bound)
    scroll_to (self, index);
}

/* GtkScrollable, GObject */

static gboolean
jg_line_view_get_border (GtkScrollable *scrollable, GtkBorder *border)
{
  return FALSE;
}

static void
jg_line_view_scrollable_init (GtkScrollableInterface *iface)
{
  iface->get_border = jg_line_view_get_border;
}

static void
set_adjustment (JgLineView *self, GtkAdjustment **place, GtkAdjustment *adjustment)
{
  if (*place != NULL)
    g_signal_handlers_disconnect_by_data (*place, self);
  g_set_object (place, adjustment);
  if (adjustment != NULL && place == &self->vadjustment)
    g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (value_changed_cb), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
jg_line_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  JgLineView *self = JG_LINE_VIEW (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, GTK_SCROLL_MINIMUM);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
jg_line_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  JgLineView *self = JG_LINE_VIEW (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, &self->hadjustment, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, &self->vadjustment, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
jg_line_view_dispose (GObject *object)
{
  JgLineView *self = JG_LINE_VIEW (object);
  GtkWidget *child;

  g_clear_handle_id (&self->follow_id, g_source_remove);
  g_ptr_array_set_size (self->rows, 0);
  self->n_bound = 0;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  set_adjustment (self, &self->hadjustment, NULL);
  set_adjustment (self, &self->vadjustment, NULL);

  G_OBJECT_CLASS (jg_line_view_parent_class)->dispose (object);
}

static void
jg_line_view_finalize (GObject *object)
{
  JgLineView *self = JG_LINE_VIEW (object);

  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->rows);
  jg_line_heights_free (self->heights);

  G_OBJECT_CLASS (jg_line_view_parent_class)->finalize (object);
}

static void
jg_line_view_class_init (JgLineViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = jg_line_view_get_property;
  object_class->set_property = jg_line_view_set_property;
  object_class->dispose = jg_line_view_dispose;
  object_class->finalize = jg_line_view_finalize;
  widget_class->measure = jg_line_view_measure;
  widget_class->size_allocate = jg_line_view_size_allocate;
  widget_class->focus = jg_line_view_focus;
  widget_class->set_focus_child = jg_line_view_set_focus_child;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  signals[SIGNAL_OPENED] = g_signal_new ("opened", JG_TYPE_LINE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, JG_TYPE_LINE);
  signals[SIGNAL_CHECKED] = g_signal_new ("checked", JG_TYPE_LINE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, JG_TYPE_LINE);
  signals[SIGNAL_MORE] = g_signal_new ("more", JG_TYPE_LINE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_LEFT_AT_TOP] = g_signal_new ("left-at-top", JG_TYPE_LINE_VIEW, G_SIGNAL_RUN_LAST,
                                              0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "lineview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
jg_line_view_init (JgLineView *self)
{
  self->lines = g_ptr_array_new_with_free_func (g_object_unref);
  self->rows = g_ptr_array_new ();
  self->heights = jg_line_heights_new ();
  self->pressed = self->asked_for_more = JG_LINE_VIEW_NONE;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  jg_line_view_add_input (self);
}

/**
 * jg_line_view_new:
 *
 * Makes a view without lines, to be put into a scrolled window.
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
jg_line_view_new (void)
{
  return g_object_new (JG_TYPE_LINE_VIEW, NULL);
}

/**
 * jg_line_view_focus_line:
 * @self: a view
 * @index: number of a line
 *
 * Moves the keyboard to a line and brings it into view.
 *
 * Returns: %FALSE when there is no such line
 */
gboolean
jg_line_view_focus_line (JgLineView *self, guint index)
{
  GtkWidget *row;

  g_return_val_if_fail (JG_IS_LINE_VIEW (self), FALSE);

  if (index >= self->lines->len)
    return FALSE;
  if (index >= self->n_bound)
    {
      jg_line_view_bind_rows (self, index + 1);
      jg_line_view_number_rows (self);
    }
  row = GTK_WIDGET (get_row (self, index));
  gtk_widget_set_child_visible (row, TRUE);
  return gtk_widget_grab_focus (row);
}

/**
 * jg_line_view_get_focus_line:
 * @self: a view
 *
 * Gets the line the keyboard is on.
 *
 * Returns: (transfer none) (nullable): the line
 */
JgLine *
jg_line_view_get_focus_line (JgLineView *self)
{
  guint index;

  g_return_val_if_fail (JG_IS_LINE_VIEW (self), NULL);

  index = jg_line_view_get_focus_index (self);
  return index < self->n_bound ? get_line (self, index) : NULL;
}
