/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-wrap-layout.h"

#define SPACING 6

struct _JgWrapLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (JgWrapLayout, jg_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
jg_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_child (GtkWidget *child, int width, int *child_width, int *child_height)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  *child_width = MIN (natural, width);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, *child_width, NULL, child_height, NULL,
                      NULL);
}

/* Finds the height of the row that begins at @first, and the child the next one begins at. */
static int
measure_row (GtkWidget *first, int width, GtkWidget **next)
{
  int used = 0;
  int height = 0;

  for (GtkWidget *child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_width, child_height;

      if (!gtk_widget_should_layout (child))
        continue;
      measure_child (child, width, &child_width, &child_height);
      if (used > 0 && used + SPACING + child_width > width)
        {
          *next = child;
          return height;
        }
      used += (used > 0 ? SPACING : 0) + child_width;
      height = MAX (height, child_height);
    }
  *next = NULL;
  return height;
}

static int
measure_rows (GtkWidget *widget, int width)
{
  GtkWidget *next = gtk_widget_get_first_child (widget);
  int height = 0;

  while (next != NULL)
    {
      int row = measure_row (next, width, &next);

      height += row + (row > 0 && next != NULL ? SPACING : 0);
    }
  return height;
}

static void
jg_wrap_layout_measure (GtkLayoutManager *manager,
                        GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  int widest = 0;
  int sum = 0;

  *minimum_baseline = *natural_baseline = -1;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural,
                          NULL, NULL);
      widest = MAX (widest, child_minimum);
      sum += child_natural + (sum > 0 ? SPACING : 0);
    }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = widest;
      *natural = sum;
    }
  else
    *minimum = *natural = measure_rows (widget, for_size > 0 ? for_size : sum);
}

static void
jg_wrap_layout_allocate (GtkLayoutManager *manager,
                         GtkWidget *widget,
                         int width,
                         int height,
                         int baseline)
{
  gboolean right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int y = 0;

  while (child != NULL)
    {
      GtkWidget *next;
      int row = measure_row (child, width, &next);
      int x = 0;

      for (; child != next; child = gtk_widget_get_next_sibling (child))
        {
          GtkAllocation area = { 0, y, 0, row };

          if (!gtk_widget_should_layout (child))
            continue;
          measure_child (child, width, &area.width, &area.height);
          area.y += (row - area.height) / 2;
          area.x = right_to_left ? width - x - area.width : x;
          gtk_widget_size_allocate (child, &area, -1);
          x += area.width + SPACING;
        }
      y += row + (row > 0 ? SPACING : 0);
    }
}

static void
jg_wrap_layout_class_init (JgWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = jg_wrap_layout_get_request_mode;
  layout_class->measure = jg_wrap_layout_measure;
  layout_class->allocate = jg_wrap_layout_allocate;
}

static void
jg_wrap_layout_init (JgWrapLayout *self)
{
}

/**
 * jg_wrap_layout_new:
 *
 * Makes a layout that wraps.
 *
 * Returns: (transfer full): the layout
 */
GtkLayoutManager *
jg_wrap_layout_new (void)
{
  return g_object_new (JG_TYPE_WRAP_LAYOUT, NULL);
}
