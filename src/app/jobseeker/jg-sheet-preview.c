/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-sheet-preview.h"

#define GAP 12

struct _JgSheetPreview
{
  GtkWidget parent_instance;

  JgPaper *sheet;
};

G_DEFINE_FINAL_TYPE (JgSheetPreview, jg_sheet_preview, GTK_TYPE_WIDGET)

static double
get_page_height (int width)
{
  return width * JG_PAPER_A4_HEIGHT / JG_PAPER_A4_WIDTH;
}

static GtkSizeRequestMode
jg_sheet_preview_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
jg_sheet_preview_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  JgSheetPreview *self = JG_SHEET_PREVIEW (widget);
  guint pages = self->sheet != NULL ? jg_paper_get_n_pages (self->sheet) : 0;

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 200;
      *natural = 720;
      return;
    }
  *minimum = *natural = (int) (pages * (get_page_height (for_size > 0 ? for_size : 720) + GAP));
}

static void
jg_sheet_preview_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  JgSheetPreview *self = JG_SHEET_PREVIEW (widget);
  int width = gtk_widget_get_width (widget);
  double height = get_page_height (width);
  double scale = width / JG_PAPER_A4_WIDTH;
  guint pages = self->sheet != NULL ? jg_paper_get_n_pages (self->sheet) : 0;

  for (guint page = 0; page < pages; page++)
    {
      graphene_rect_t area =
          GRAPHENE_RECT_INIT (0, (float) (page * (height + GAP)), (float) width, (float) height);
      cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &area);

      /* Paper is white whatever the colour scheme. */
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
      cairo_translate (cr, 0, page * (height + GAP));
      cairo_scale (cr, scale, scale);
      jg_paper_draw_page (self->sheet, cr, page);
      cairo_destroy (cr);
    }
}

static void
jg_sheet_preview_dispose (GObject *object)
{
  g_clear_object (&JG_SHEET_PREVIEW (object)->sheet);

  G_OBJECT_CLASS (jg_sheet_preview_parent_class)->dispose (object);
}

static void
jg_sheet_preview_class_init (JgSheetPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = jg_sheet_preview_dispose;
  widget_class->get_request_mode = jg_sheet_preview_get_request_mode;
  widget_class->measure = jg_sheet_preview_measure;
  widget_class->snapshot = jg_sheet_preview_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "sheetpreview");
}

static void
jg_sheet_preview_init (JgSheetPreview *self)
{
}

/**
 * jg_sheet_preview_new:
 *
 * Makes an empty preview.
 *
 * Returns: (transfer floating): the preview
 */
GtkWidget *
jg_sheet_preview_new (void)
{
  return g_object_new (JG_TYPE_SHEET_PREVIEW, NULL);
}

/**
 * jg_sheet_preview_set_sheet:
 * @self: a preview
 * @sheet: (nullable): what to show
 *
 * Shows a sheet.
 */
void
jg_sheet_preview_set_sheet (JgSheetPreview *self, JgPaper *sheet)
{
  g_return_if_fail (JG_IS_SHEET_PREVIEW (self));

  if (g_set_object (&self->sheet, sheet))
    gtk_widget_queue_resize (GTK_WIDGET (self));
}
