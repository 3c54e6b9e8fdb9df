/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-line-view.h"

#include "jg-line-row.h"

/* Rows that a new answer gets at once. */
#define FIRST_ROWS 40
/* Rows that exist below the visible ones. */
#define SPARE_ROWS 20
/* Rows without a line that are kept for a longer answer. */
#define KEPT_ROWS 80
/* "more" is emitted when fewer lines than this follow the visible ones. */
#define MORE_AHEAD 15
#define NONE G_MAXUINT

struct _JgLineView
{
  GtkWidget parent_instance;

  GtkAdjustment *hadjustment;
  GtkAdjustment *vadjustment;
  GPtrArray *lines;  /* (element-type JgLine) */
  GPtrArray *rows;   /* (element-type JgLineRow), borrowed; the first n_bound show lines */
  GArray *heights;   /* (element-type int) of each line; -1: not laid out yet */
  guint n_bound;
  int width;         /* that the heights hold for */
  guint font_serial; /* likewise */
  gint64 sum[JG_LINE_ITEM + 1]; /* of the heights laid out, by kind */
  guint n_laid_out[JG_LINE_ITEM + 1];
  guint anchor; /* line at the upper edge */
  int anchor_offset; /* pixels of it that are above the edge */
  gboolean configuring;
  guint pressed;     /* line under the pointer's button, or NONE */
  guint asked_for_more; /* number of lines when "more" was emitted */
  guint follow_id;
};

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

static gboolean
can_open (JgLineView *self, guint index)
{
  return jg_line_get_kind (get_line (self, index)) != JG_LINE_HEADING;
}

/* Heights */

static void
forget_heights (JgLineView *self)
{
  for (guint i = 0; i < self->heights->len; i++)
    g_array_index (self->heights, int, i) = -1;
  for (int kind = 0; kind <= JG_LINE_ITEM; kind++)
    {
      self->sum[kind] = 0;
      self->n_laid_out[kind] = 0;
    }
}

/* The height of a line, laid out if it has a row. */
static int
lay_out_line (JgLineView *self, guint index)
{
  int *height = &g_array_index (self->heights, int, index);

  if (*height < 0 && index < self->n_bound)
    {
      JgLineKind kind = jg_line_get_kind (get_line (self, index));

      *height = jg_line_row_get_height (get_row (self, index), self->width);
      self->sum[kind] += *height;
      self->n_laid_out[kind]++;
    }
  return *height;
}

/* The height of a line as far as it is known: others of its kind are as high. */
static int
get_height (JgLineView *self, guint index)
{
  int height = g_array_index (self->heights, int, index);
  JgLineKind kind;

  if (height >= 0)
    return height;
  kind = jg_line_get_kind (get_line (self, index));
  return self->n_laid_out[kind] > 0 ? (int) (self->sum[kind] / self->n_laid_out[kind]) : 40;
}

static int
get_top (JgLineView *self, guint index)
{
  int top = 0;

  for (guint i = 0; i < index && i < self->lines->len; i++)
    top += get_height (self, i);
  return top;
}

/* The line at a place; the last one for a place below all. */
static guint
get_line_at (JgLineView *self, int y, int *offset)
{
  guint index = 0;

  while (index + 1 < self->lines->len && y >= get_height (self, index))
    y -= get_height (self, index++);
  if (offset != NULL)
    *offset = MAX (y, 0);
  return index;
}

/* Rows */

static void
row_opened_cb (JgLineView *self, JgLine *line, JgLineRow *row)
{
  g_signal_emit (self, signals[SIGNAL_OPENED], 0, line);
}

static void
bind_rows (JgLineView *self, guint until)
{
  until = MIN (until, self->lines->len);
  while (self->rows->len < until)
    {
      GtkWidget *row = jg_line_row_new ();

      gtk_widget_set_child_visible (row, FALSE);
      gtk_widget_set_parent (row, GTK_WIDGET (self));
      g_signal_connect_object (row, "opened", G_CALLBACK (row_opened_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->rows, row);
    }
  for (; self->n_bound < until; self->n_bound++)
    {
      JgLineRow *row = get_row (self, self->n_bound);

      jg_line_row_set_line (row, get_line (self, self->n_bound));
      gtk_widget_set_visible (GTK_WIDGET (row), TRUE);
    }
}

/* Rows that have no line any more; the view keeps some of them for the next answer. */
static void
release_rows (JgLineView *self, guint from)
{
  for (guint i = from; i < self->n_bound; i++)
    {
      gtk_widget_set_visible (GTK_WIDGET (get_row (self, i)), FALSE);
      jg_line_row_set_line (get_row (self, i), NULL);
    }
  self->n_bound = MIN (self->n_bound, from);
  while (self->rows->len > MAX (from, KEPT_ROWS))
    {
      gtk_widget_unparent (GTK_WIDGET (get_row (self, self->rows->len - 1)));
      g_ptr_array_set_size (self->rows, (int) self->rows->len - 1);
    }
}

static void
number_rows (JgLineView *self)
{
  guint n_lines = 0;
  guint position = 0;

  for (guint i = 0; i < self->lines->len; i++)
    n_lines += can_open (self, i);
  for (guint i = 0; i < self->n_bound; i++)
    if (can_open (self, i))
      jg_line_row_set_position (get_row (self, i), ++position, n_lines);
}

/* Scrolling */

static gboolean
follow_cb (gpointer data)
{
  JgLineView *self = JG_LINE_VIEW (data);
  guint last = get_line_at (self,
                            get_top (self, self->anchor) + self->anchor_offset +
                                gtk_widget_get_height (GTK_WIDGET (self)),
                            NULL);
  guint before = self->n_bound;

  self->follow_id = 0;
  if (self->lines->len == 0)
    return G_SOURCE_REMOVE;
  bind_rows (self, last + SPARE_ROWS);
  if (self->n_bound > before)
    {
      number_rows (self);
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
  self->anchor =
      get_line_at (self, (int) gtk_adjustment_get_value (self->vadjustment), &self->anchor_offset);
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
      total = get_top (self, self->lines->len);
      value = get_top (self, self->anchor) + self->anchor_offset;
      value = CLAMP (value, 0, MAX (total - height, 0));
      self->anchor = get_line_at (self, value, &self->anchor_offset);
      if (self->anchor == was)
        break;
    }
  return value;
}

static void
configure (JgLineView *self, int value, int height)
{
  if (self->vadjustment == NULL)
    return;
  self->configuring = TRUE;
  gtk_adjustment_configure (self->vadjustment, value, 0,
                            MAX (get_top (self, self->lines->len), height), height * 0.1,
                            height * 0.9, height);
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
      forget_heights (self);
    }
  if (self->lines->len == 0)
    {
      configure (self, 0, height);
      return;
    }
  self->anchor = MIN (self->anchor, self->lines->len - 1);
  value = lay_out_visible (self, height);
  y = -value;
  for (guint i = 0; i < self->lines->len; i++)
    {
      int row_height = get_height (self, i);
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
  configure (self, value, height);
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
  int top = get_top (self, index);
  int value = get_top (self, self->anchor) + self->anchor_offset;
  int bottom;

  if (height <= 0)
    return;
  /* A heading right above comes along, so that one sees what the line belongs to. */
  if (index > 0 && !can_open (self, index - 1))
    top -= get_height (self, index - 1);
  bottom = get_top (self, index) + lay_out_line (self, index);
  if (top < value)
    value = top;
  else if (bottom > value + height)
    value = MIN (bottom - height, top);
  else
    return;
  self->anchor = get_line_at (self, value, &self->anchor_offset);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Keyboard */

static guint
get_index (JgLineView *self, GtkWidget *row)
{
  guint index;

  return row != NULL && g_ptr_array_find (self->rows, row, &index) ? index : NONE;
}

static guint
get_focus_index (JgLineView *self)
{
  return get_index (self, gtk_widget_get_focus_child (GTK_WIDGET (self)));
}

/* The nearest line that can be opened, in the direction of @step or, failing that, against it. */
static guint
find_openable (JgLineView *self, guint from, int step)
{
  for (int turn = 0; turn < 2; turn++, step = -step)
    for (gint64 i = from; i >= 0 && i < self->lines->len; i += step)
      if (can_open (self, (guint) i))
        return (guint) i;
  return NONE;
}

/* The line one page away. */
static guint
find_page (JgLineView *self, guint from, int step)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self)) * 9 / 10;
  int y = get_top (self, from) + step * height;
  guint to;

  bind_rows (self, from + SPARE_ROWS * 2);
  to = get_line_at (self, MAX (y, 0), NULL);
  if (to == from)
    to = CLAMP ((gint64) from + step, 0, (gint64) self->lines->len - 1);
  return find_openable (self, to, step);
}

static gboolean
step_focus (JgLineView *self, guint from, int step)
{
  guint to = (gint64) from + step < 0 || (gint64) from + step >= self->lines->len
                 ? NONE
                 : find_openable (self, (guint) ((gint64) from + step), step);

  /* find_openable() looks back when nothing follows. */
  if (to == NONE || (step > 0 ? to <= from : to >= from))
    {
      if (step < 0)
        g_signal_emit (self, signals[SIGNAL_LEFT_AT_TOP], 0);
      return TRUE;
    }
  return jg_line_view_focus_line (self, to);
}

static gboolean
key_pressed_cb (JgLineView *self,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                GtkEventControllerKey *controller)
{
  guint from = get_focus_index (self);

  if (from == NONE || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return step_focus (self, from, -1);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return step_focus (self, from, 1);
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      return jg_line_view_focus_line (self, find_openable (self, 0, 1));
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      return jg_line_view_focus_line (self, find_openable (self, self->lines->len - 1, -1));
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return jg_line_view_focus_line (self, find_page (self, from, -1));
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return jg_line_view_focus_line (self, find_page (self, from, 1));
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      jg_line_row_open (get_row (self, from));
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* Tab comes to one line and then leaves: to the one whose detail is shown, or the first in view. */
static gboolean
jg_line_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  JgLineView *self = JG_LINE_VIEW (widget);
  guint to = NONE;

  if (gtk_widget_get_focus_child (widget) != NULL || self->lines->len == 0)
    return FALSE;
  for (guint i = 0; i < self->lines->len && to == NONE; i++)
    if (jg_line_get_current (get_line (self, i)))
      to = i;
  if (to == NONE)
    to = find_openable (self, MIN (self->anchor, self->lines->len - 1), 1);
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

/* Pointer */

static guint
get_openable_at (JgLineView *self, double y)
{
  int offset;
  int place = get_top (self, self->anchor) + self->anchor_offset + (int) y;
  guint index;

  if (self->lines->len == 0)
    return NONE;
  index = get_line_at (self, place, &offset);
  return offset < get_height (self, index) && can_open (self, index) ? index : NONE;
}

static void
pressed_cb (JgLineView *self, int n_press, double x, double y, GtkGestureClick *gesture)
{
  self->pressed = get_openable_at (self, y);
}

static void
released_cb (JgLineView *self, int n_press, double x, double y, GtkGestureClick *gesture)
{
  guint index = get_openable_at (self, y);

  if (index == NONE || index != self->pressed || index >= self->n_bound)
    return;
  self->pressed = NONE;
  jg_line_view_focus_line (self, index);
  jg_line_row_open (get_row (self, index));
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
  g_array_unref (self->heights);

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
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->lines = g_ptr_array_new_with_free_func (g_object_unref);
  self->rows = g_ptr_array_new ();
  self->heights = g_array_new (FALSE, FALSE, sizeof (int));
  self->pressed = self->asked_for_more = NONE;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
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

static void
take_lines (JgLineView *self, GPtrArray *lines)
{
  guint first = self->lines->len;

  for (guint i = 0; i < lines->len; i++)
    g_ptr_array_add (self->lines, g_object_ref (g_ptr_array_index (lines, i)));
  g_array_set_size (self->heights, self->lines->len);
  for (guint i = first; i < self->lines->len; i++)
    g_array_index (self->heights, int, i) = -1;
}

/**
 * jg_line_view_set_lines:
 * @self: a view
 * @lines: (element-type JgLine): what to show
 *
 * Shows other lines, from the top.
 */
void
jg_line_view_set_lines (JgLineView *self, GPtrArray *lines)
{
  g_return_if_fail (JG_IS_LINE_VIEW (self));
  g_return_if_fail (lines != NULL);

  release_rows (self, MIN (FIRST_ROWS, lines->len));
  g_ptr_array_set_size (self->lines, 0);
  g_array_set_size (self->heights, 0);
  take_lines (self, lines);
  self->anchor = 0;
  self->anchor_offset = 0;
  self->asked_for_more = NONE;
  self->n_bound = 0;
  bind_rows (self, FIRST_ROWS);
  number_rows (self);
  if (self->vadjustment != NULL)
    configure (self, 0, gtk_widget_get_height (GTK_WIDGET (self)));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * jg_line_view_append_lines:
 * @self: a view
 * @lines: (element-type JgLine): what to show after the others
 *
 * Makes the list longer; nothing of what is seen moves.
 */
void
jg_line_view_append_lines (JgLineView *self, GPtrArray *lines)
{
  g_return_if_fail (JG_IS_LINE_VIEW (self));
  g_return_if_fail (lines != NULL);

  take_lines (self, lines);
  number_rows (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * jg_line_view_get_lines:
 * @self: a view
 *
 * Gets what is shown.
 *
 * Returns: (transfer none) (element-type JgLine): the lines
 */
GPtrArray *
jg_line_view_get_lines (JgLineView *self)
{
  g_return_val_if_fail (JG_IS_LINE_VIEW (self), NULL);

  return self->lines;
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
  bind_rows (self, index + 1);
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

  index = get_focus_index (self);
  return index < self->n_bound ? get_line (self, index) : NULL;
}
