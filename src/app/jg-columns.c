/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-columns.h"

#include "jg-ui.h"

/* Chinese characters that a column has to hold in a line. */
#define COLUMN_CHARS 12
#define GAP 18
#define CAPTION_GAP 2
#define CELL_GAP 10

typedef struct
{
  GtkWidget *caption; /* or NULL */
  GtkWidget *content;
} Cell;

struct _JgColumns
{
  GtkWidget parent_instance;

  GArray *cells;        /* (element-type Cell) */
  gboolean only_beside; /* takes no room where cells stand one below the other */
  int column_width;     /* 0 until measured */
};

G_DEFINE_FINAL_TYPE (JgColumns, jg_columns, GTK_TYPE_WIDGET)

static int
get_column_width (JgColumns *self)
{
  if (self->column_width == 0)
    {
      g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "职");

      pango_layout_get_pixel_size (layout, &self->column_width, NULL);
      self->column_width *= COLUMN_CHARS;
    }
  return self->column_width;
}

static gboolean
fits_beside (JgColumns *self, int width)
{
  int n = (int) self->cells->len;

  return width >= n * get_column_width (self) + (n - 1) * GAP;
}

static int
get_cell_width (JgColumns *self, int width)
{
  int n = MAX ((int) self->cells->len, 1);

  return (width - (n - 1) * GAP) / n;
}

static int
get_height (GtkWidget *widget, int width)
{
  int height;

  if (widget == NULL)
    return 0;
  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

static GtkSizeRequestMode
jg_columns_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (JgColumns *self, int *minimum, int *natural)
{
  *minimum = *natural = 0;
  for (guint i = 0; i < self->cells->len; i++)
    {
      Cell *cell = &g_array_index (self->cells, Cell, i);
      int least;
      int caption = 0;

      gtk_widget_measure (cell->content, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      if (cell->caption != NULL)
        gtk_widget_measure (cell->caption, GTK_ORIENTATION_HORIZONTAL, -1, &caption, NULL, NULL,
                            NULL);
      *minimum = MAX (*minimum, MAX (least, caption));
    }
  *natural = MAX (*minimum, (int) self->cells->len * 2 * get_column_width (self));
}

static int
measure_height (JgColumns *self, int width)
{
  gboolean beside = fits_beside (self, width);
  int height = 0;

  if (!beside && self->only_beside)
    return 0;
  for (guint i = 0; i < self->cells->len; i++)
    {
      Cell *cell = &g_array_index (self->cells, Cell, i);

      if (beside)
        height = MAX (height, get_height (cell->content, get_cell_width (self, width)));
      else
        height += get_height (cell->caption, width) + CAPTION_GAP +
                  get_height (cell->content, width) + (i > 0 ? CELL_GAP : 0);
    }
  return height;
}

static void
jg_columns_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  JgColumns *self = JG_COLUMNS (widget);

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, minimum, natural);
  else
    *minimum = *natural = measure_height (self, for_size > 0 ? for_size : 600);
}

static void
hide (GtkWidget *widget)
{
  if (widget != NULL)
    gtk_widget_set_child_visible (widget, FALSE);
}

static void
allocate (GtkWidget *widget, int x, int y, int width, int height)
{
  if (widget == NULL)
    return;
  gtk_widget_set_child_visible (widget, TRUE);
  gtk_widget_size_allocate (widget, &(GtkAllocation){ x, y, width, height }, -1);
}

static void
jg_columns_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  JgColumns *self = JG_COLUMNS (widget);
  gboolean beside = fits_beside (self, width);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int cell_width = get_cell_width (self, width);
  int y = 0;

  for (guint i = 0; i < self->cells->len; i++)
    {
      Cell *cell = &g_array_index (self->cells, Cell, i);
      int place = rtl ? (int) (self->cells->len - 1 - i) : (int) i;

      if (beside)
        {
          hide (cell->caption);
          allocate (cell->content, place * (cell_width + GAP), 0, cell_width, height);
        }
      else if (self->only_beside)
        {
          hide (cell->caption);
          hide (cell->content);
        }
      else
        {
          int caption = get_height (cell->caption, width);
          int content = get_height (cell->content, width);

          allocate (cell->caption, 0, y, width, caption);
          allocate (cell->content, 0, y + caption + CAPTION_GAP, width, content);
          y += caption + CAPTION_GAP + content + CELL_GAP;
        }
    }
}

static void
jg_columns_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (jg_columns_parent_class)->css_changed (widget, change);
  JG_COLUMNS (widget)->column_width = 0;
}

static void
jg_columns_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (jg_columns_parent_class)->system_setting_changed (widget, setting);
  JG_COLUMNS (widget)->column_width = 0;
  gtk_widget_queue_resize (widget);
}

static void
jg_columns_dispose (GObject *object)
{
  JgColumns *self = JG_COLUMNS (object);

  for (guint i = 0; i < self->cells->len; i++)
    {
      Cell *cell = &g_array_index (self->cells, Cell, i);

      g_clear_pointer (&cell->caption, gtk_widget_unparent);
      gtk_widget_unparent (cell->content);
    }
  g_array_set_size (self->cells, 0);

  G_OBJECT_CLASS (jg_columns_parent_class)->dispose (object);
}

static void
jg_columns_finalize (GObject *object)
{
  g_array_unref (JG_COLUMNS (object)->cells);

  G_OBJECT_CLASS (jg_columns_parent_class)->finalize (object);
}

static void
jg_columns_class_init (JgColumnsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jg_columns_dispose;
  G_OBJECT_CLASS (klass)->finalize = jg_columns_finalize;
  widget_class->get_request_mode = jg_columns_get_request_mode;
  widget_class->measure = jg_columns_measure;
  widget_class->size_allocate = jg_columns_size_allocate;
  widget_class->css_changed = jg_columns_css_changed;
  widget_class->system_setting_changed = jg_columns_system_setting_changed;
}

static void
jg_columns_init (JgColumns *self)
{
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
}

/**
 * jg_columns_new:
 * @only_beside: whether to take no room where the cells do not fit side by side
 *
 * Makes a row without cells.
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
jg_columns_new (gboolean only_beside)
{
  JgColumns *self = g_object_new (JG_TYPE_COLUMNS, NULL);

  self->only_beside = only_beside;
  return GTK_WIDGET (self);
}

/**
 * jg_columns_append:
 * @self: a row
 * @caption: (nullable): what the column is about; shown where the cells stand one below the other
 * @content: (transfer floating): what is in the cell
 *
 * Adds a cell at the end.
 */
void
jg_columns_append (JgColumns *self, const char *caption, GtkWidget *content)
{
  Cell cell;

  g_return_if_fail (JG_IS_COLUMNS (self));
  g_return_if_fail (GTK_IS_WIDGET (content));

  cell.caption = caption != NULL ? jg_ui_label (caption, "caption-heading") : NULL;
  cell.content = content;
  gtk_widget_set_valign (content, GTK_ALIGN_START);
  if (cell.caption != NULL)
    gtk_widget_set_parent (cell.caption, GTK_WIDGET (self));
  gtk_widget_set_parent (cell.content, GTK_WIDGET (self));
  g_array_append_val (self->cells, cell);
}
