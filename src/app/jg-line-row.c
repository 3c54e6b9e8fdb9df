/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-line-row.h"

#include "jg-ui.h"

#define GAP 8

/* The box to tick: its least size, and how far from it a click still counts. */
#define MIN_CHECK 16
#define CHECK_REACH 12

struct _JgLineRow
{
  GtkWidget parent_instance;

  JgLine *line;
  PangoLayout *title;
  PangoLayout *subtitle;
  PangoLayout *badge;
  gboolean badge_below; /* too wide to share a line with the title */
  const char *css_class;
  int check_size; /* pixels */
  int check_top;
};

enum
{
  SIGNAL_OPENED,
  SIGNAL_CHECKED,
  LAST_SIGNAL,
};

static guint signals[LAST_SIGNAL];

G_DEFINE_FINAL_TYPE (JgLineRow, jg_line_row, GTK_TYPE_WIDGET)

static void
scale_layout (PangoAttrList *attrs, double scale)
{
  pango_attr_list_insert (attrs, pango_attr_scale_new (scale));
}

/* Weight and a line rather than a colour: they show in every scheme and to every eye. */
static void
mark_range (PangoAttrList *attrs, guint start, guint end)
{
  PangoAttribute *parts[] = { pango_attr_weight_new (PANGO_WEIGHT_BOLD),
                              pango_attr_underline_new (PANGO_UNDERLINE_SINGLE) };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      parts[i]->start_index = start;
      parts[i]->end_index = end;
      pango_attr_list_insert (attrs, parts[i]);
    }
}

static PangoLayout *
new_layout (JgLineRow *self, const char *text, PangoAttrList *attrs, int lines)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);

  pango_layout_set_attributes (layout, attrs);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_height (layout, -lines);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

static void
make_layouts (JgLineRow *self)
{
  gboolean heading;
  guint start, end;

  if (self->title != NULL || self->line == NULL)
    return;
  heading = jg_line_get_kind (self->line) == JG_LINE_HEADING;
  {
    g_autoptr (PangoAttrList) attrs = pango_attr_list_new ();

    if (heading)
      {
        pango_attr_list_insert (attrs, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
        scale_layout (attrs, 0.9);
      }
    if (jg_line_get_title_mark (self->line, &start, &end))
      mark_range (attrs, start, end);
    self->title = new_layout (self, jg_line_get_title (self->line), attrs, heading ? 4 : 2);
  }
  if (jg_line_get_subtitle (self->line) != NULL)
    {
      g_autoptr (PangoAttrList) attrs = pango_attr_list_new ();

      scale_layout (attrs, 0.85);
      if (jg_line_get_subtitle_mark (self->line, &start, &end))
        mark_range (attrs, start, end);
      self->subtitle = new_layout (self, jg_line_get_subtitle (self->line), attrs, heading ? 4 : 3);
    }
  if (jg_line_get_badge (self->line) != NULL)
    {
      g_autoptr (PangoAttrList) attrs = pango_attr_list_new ();

      scale_layout (attrs, 0.85);
      self->badge =
          gtk_widget_create_pango_layout (GTK_WIDGET (self), jg_line_get_badge (self->line));
      pango_layout_set_attributes (self->badge, attrs);
    }
}

static int
get_check_width (JgLineRow *self)
{
  return jg_line_get_check (self->line) != NULL ? self->check_size + GAP : 0;
}

/* The box is as large as the writing beside it. */
static void
measure_check (JgLineRow *self)
{
  PangoRectangle line;

  pango_layout_line_get_pixel_extents (pango_layout_get_line_readonly (self->title, 0), NULL,
                                       &line);
  self->check_size = MAX (line.height * 4 / 5, MIN_CHECK);
  self->check_top = MAX ((line.height - self->check_size) / 2, 0);
}

/* Lays the texts out for a width; returns the height they need. */
static int
lay_out (JgLineRow *self, int width)
{
  int badge_width = 0, badge_height = 0, height, part;

  make_layouts (self);
  if (self->title == NULL)
    return 0;
  if (self->badge != NULL)
    {
      pango_layout_get_pixel_size (self->badge, &badge_width, &badge_height);
      badge_width += GAP;
      self->badge_below = badge_width > width / 2;
      if (self->badge_below)
        badge_width = 0;
    }
  measure_check (self);
  badge_width += get_check_width (self);
  pango_layout_set_width (self->title, MAX (width - badge_width, 40) * PANGO_SCALE);
  pango_layout_get_pixel_size (self->title, NULL, &height);
  height = self->badge_below ? height + badge_height : MAX (height, badge_height);
  if (self->subtitle != NULL)
    {
      pango_layout_set_width (self->subtitle, MAX (width, 40) * PANGO_SCALE);
      pango_layout_get_pixel_size (self->subtitle, NULL, &part);
      height += 2 + part;
    }
  return height;
}

static void
draw_layout (GtkSnapshot *snapshot, PangoLayout *layout, int x, int y, const GdkRGBA *color)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

/* An empty box, or one with a tick. */
static void
draw_check (JgLineRow *self, GtkSnapshot *snapshot, int width, const GdkRGBA *color)
{
  int size = self->check_size;
  graphene_rect_t area = GRAPHENE_RECT_INIT ((float) (width - size), (float) self->check_top,
                                             (float) size, (float) size);
  GskRoundedRect outline;
  cairo_t *cr;

  gsk_rounded_rect_init_from_rect (&outline, &area, 4);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 1.5f, 1.5f, 1.5f, 1.5f },
                              (GdkRGBA[4]){ *color, *color, *color, *color });
  if (!jg_line_get_checked (self->line))
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &area);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_translate (cr, area.origin.x, area.origin.y);
  cairo_scale (cr, size / 16.0, size / 16.0);
  cairo_set_line_width (cr, 2);
  cairo_move_to (cr, 4, 8);
  cairo_rel_line_to (cr, 3, 4);
  cairo_rel_line_to (cr, 5, -8);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
jg_line_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JgLineRow *self = JG_LINE_ROW (widget);
  GdkRGBA color, dim;
  int width = gtk_widget_get_width (widget);
  gboolean heading;
  int part;

  lay_out (self, width);
  if (self->title == NULL)
    return;
  heading = jg_line_get_kind (self->line) == JG_LINE_HEADING;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  dim = color;
  dim.alpha *= 0.75f;

  draw_layout (snapshot, self->title, 0, 0, heading ? &dim : &color);
  pango_layout_get_pixel_size (self->title, NULL, &part);
  if (self->badge != NULL && self->badge_below)
    {
      int badge_height;

      draw_layout (snapshot, self->badge, 0, part, &dim);
      pango_layout_get_pixel_size (self->badge, NULL, &badge_height);
      part += badge_height;
    }
  else if (self->badge != NULL)
    {
      int badge_width;

      pango_layout_get_pixel_size (self->badge, &badge_width, NULL);
      draw_layout (snapshot, self->badge, width - get_check_width (self) - badge_width, 2, &dim);
    }
  if (self->subtitle != NULL)
    draw_layout (snapshot, self->subtitle, 0, part + 2, &dim);
  if (jg_line_get_check (self->line) != NULL)
    draw_check (self, snapshot, width, jg_line_get_checked (self->line) ? &color : &dim);
}

/* Set by the view around it, which asks jg_line_row_get_height(). */
static void
jg_line_row_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
}

static void
open_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  jg_line_row_open (JG_LINE_ROW (widget));
}

static void
check_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  jg_line_row_check (JG_LINE_ROW (widget));
}

static void
jg_line_row_dispose (GObject *object)
{
  JgLineRow *self = JG_LINE_ROW (object);

  jg_line_row_set_line (self, NULL);

  G_OBJECT_CLASS (jg_line_row_parent_class)->dispose (object);
}

static void
jg_line_row_class_init (JgLineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jg_line_row_dispose;
  widget_class->measure = jg_line_row_measure;
  widget_class->snapshot = jg_line_row_snapshot;

  signals[SIGNAL_OPENED] = g_signal_new ("opened", JG_TYPE_LINE_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, JG_TYPE_LINE);
  signals[SIGNAL_CHECKED] = g_signal_new ("checked", JG_TYPE_LINE_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, JG_TYPE_LINE);
  /* What a screen reader can do with a row. */
  gtk_widget_class_install_action (widget_class, "row.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "row.check", NULL, check_cb);
  gtk_widget_class_set_css_name (widget_class, "linerow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
jg_line_row_init (JgLineRow *self)
{
}

/**
 * jg_line_row_new:
 *
 * Makes a row with nothing on it yet.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
jg_line_row_new (void)
{
  return g_object_new (JG_TYPE_LINE_ROW, NULL);
}

/**
 * jg_line_row_get_line:
 * @self: a row
 *
 * Gets the line the row paints.
 *
 * Returns: (transfer none) (nullable): the line
 */
JgLine *
jg_line_row_get_line (JgLineRow *self)
{
  g_return_val_if_fail (JG_IS_LINE_ROW (self), NULL);

  return self->line;
}

static void
update_current_cb (JgLineRow *self)
{
  gboolean current = jg_line_get_current (self->line);

  if (current)
    gtk_widget_set_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED, FALSE);
  else
    gtk_widget_unset_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, current, -1);
}

static void
update_checked_cb (JgLineRow *self)
{
  g_autofree char *spoken = jg_line_dup_spoken (self->line);

  jg_ui_set_name (GTK_WIDGET (self), spoken);
  if (jg_line_get_check (self->line) != NULL)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED,
                                 jg_line_get_checked (self->line) ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                                                  : GTK_ACCESSIBLE_TRISTATE_FALSE,
                                 -1);
  else
    gtk_accessible_reset_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
update_kind (JgLineRow *self)
{
  JgLineKind kind = jg_line_get_kind (self->line);

  static const char *const classes[JG_N_LINE_KINDS][2] = {
    [JG_LINE_HEADING] = { "head" },
    [JG_LINE_CLASS] = { "tile" },
    [JG_LINE_ITEM] = { "item" },
    [JG_LINE_ACTION] = { "action" },
  };

  gtk_widget_set_focusable (GTK_WIDGET (self), kind != JG_LINE_HEADING);
  if (self->css_class != classes[kind][0])
    gtk_widget_set_css_classes (GTK_WIDGET (self), (const char **) classes[kind]);
  self->css_class = classes[kind][0];
}

/**
 * jg_line_row_set_line:
 * @self: a row
 * @line: (nullable): what to paint
 *
 * Sets the line the row paints. The view around it allocates the row anew.
 */
void
jg_line_row_set_line (JgLineRow *self, JgLine *line)
{
  g_return_if_fail (JG_IS_LINE_ROW (self));
  g_return_if_fail (line == NULL || JG_IS_LINE (line));

  if (self->line == line)
    return;
  if (self->line != NULL)
    g_signal_handlers_disconnect_by_data (self->line, self);
  g_set_object (&self->line, line);
  jg_line_row_forget_layouts (self);
  if (line == NULL)
    return;
  g_signal_connect_swapped (line, "notify::current", G_CALLBACK (update_current_cb), self);
  g_signal_connect_swapped (line, "notify::checked", G_CALLBACK (update_checked_cb), self);
  update_kind (self);
  update_current_cb (self);
  update_checked_cb (self);
}

/**
 * jg_line_row_set_position:
 * @self: a row
 * @position: its place among the lines that can be opened, from 1
 * @n_lines: how many of them there are so far
 *
 * Tells a screen reader where in the list the row is.
 */
void
jg_line_row_set_position (JgLineRow *self, guint position, guint n_lines)
{
  g_return_if_fail (JG_IS_LINE_ROW (self));

  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_POS_IN_SET,
                                  (int) position, GTK_ACCESSIBLE_RELATION_SET_SIZE, (int) n_lines,
                                  -1);
}

static void
add_border (GtkBorder *sum, const GtkBorder *border)
{
  sum->left += border->left;
  sum->right += border->right;
  sum->top += border->top;
  sum->bottom += border->bottom;
}

/**
 * jg_line_row_get_height:
 * @self: a row
 * @width: pixels it is to have
 *
 * Lays the texts out for a width.
 *
 * Returns: the height they need, with what the style puts around them
 */
int
jg_line_row_get_height (JgLineRow *self, int width)
{
  GtkStyleContext *style;
  GtkBorder around = { 0 };
  GtkBorder part;

  g_return_val_if_fail (JG_IS_LINE_ROW (self), 0);

  style = gtk_widget_get_style_context (GTK_WIDGET (self));
  gtk_style_context_get_margin (style, &part);
  add_border (&around, &part);
  gtk_style_context_get_border (style, &part);
  add_border (&around, &part);
  gtk_style_context_get_padding (style, &part);
  add_border (&around, &part);
  return lay_out (self, width - around.left - around.right) + around.top + around.bottom;
}

/**
 * jg_line_row_forget_layouts:
 * @self: a row
 *
 * Frees what painting needs; it is made again when the row is next painted.
 */
void
jg_line_row_forget_layouts (JgLineRow *self)
{
  g_return_if_fail (JG_IS_LINE_ROW (self));

  g_clear_object (&self->title);
  g_clear_object (&self->subtitle);
  g_clear_object (&self->badge);
}

/**
 * jg_line_row_open:
 * @self: a row
 *
 * Emits “opened” with the line, unless it is a heading.
 */
void
jg_line_row_open (JgLineRow *self)
{
  g_return_if_fail (JG_IS_LINE_ROW (self));

  if (self->line != NULL && jg_line_get_kind (self->line) != JG_LINE_HEADING)
    g_signal_emit (self, signals[SIGNAL_OPENED], 0, self->line);
}

/**
 * jg_line_row_is_on_check:
 * @self: a row
 * @x: pixels from its left
 * @y: pixels from its top
 *
 * Tells whether a place is on the box to tick.
 *
 * Returns: %FALSE when it is not, or there is no box
 */
gboolean
jg_line_row_is_on_check (JgLineRow *self, double x, double y)
{
  g_return_val_if_fail (JG_IS_LINE_ROW (self), FALSE);

  return self->line != NULL && jg_line_get_check (self->line) != NULL &&
         x >= gtk_widget_get_width (GTK_WIDGET (self)) - self->check_size - CHECK_REACH &&
         y < self->check_top + self->check_size + CHECK_REACH;
}

/**
 * jg_line_row_check:
 * @self: a row
 *
 * Emits “checked” with the line when it has a box to tick. Whoever listens sets the tick.
 */
void
jg_line_row_check (JgLineRow *self)
{
  g_return_if_fail (JG_IS_LINE_ROW (self));

  if (self->line != NULL && jg_line_get_check (self->line) != NULL)
    g_signal_emit (self, signals[SIGNAL_CHECKED], 0, self->line);
}
