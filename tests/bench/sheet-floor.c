/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The least a program can do to put a text on paper with Pango and Cairo: paragraphs, one below the
 * other, in two faces.
 *
 * usage: sheet-floor TEXT OUT.pdf COUNT
 * TEXT has a line per paragraph: "b" or "r" for bold or regular, a tab, the words.
 * Prints the milliseconds of the first sheet, a tab, and the median of the others. */

#include <cairo-pdf.h>
#include <glib.h>
#include <pango/pangocairo.h>
#include <stdlib.h>

static void
write_sheet (char **lines, const char *path)
{
  cairo_surface_t *surface = cairo_pdf_surface_create (path, 595.276, 841.89);
  cairo_t *cr = cairo_create (surface);
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *regular = pango_font_description_from_string ("Noto Sans CJK SC 10px");
  PangoFontDescription *bold = pango_font_description_from_string ("Noto Sans CJK SC Bold 10px");
  double y = 30;

  pango_layout_set_width (layout, 503 * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  for (int i = 0; lines[i] != NULL; i++)
    {
      int height;

      if (lines[i][0] == '\0')
        continue;
      pango_layout_set_font_description (layout, lines[i][0] == 'b' ? bold : regular);
      pango_layout_set_text (layout, lines[i] + 2, -1);
      cairo_move_to (cr, 46, y);
      pango_cairo_show_layout (cr, layout);
      pango_layout_get_size (layout, NULL, &height);
      y += (double) height / PANGO_SCALE;
    }
  pango_font_description_free (regular);
  pango_font_description_free (bold);
  g_object_unref (layout);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    g_error ("%s", cairo_status_to_string (cairo_surface_status (surface)));
  cairo_surface_destroy (surface);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return left < right ? -1 : left > right;
}

int
main (int argc, char **argv)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  double first = 0;

  if (argc != 4 || !g_file_get_contents (argv[1], &text, NULL, NULL))
    return 2;
  lines = g_strsplit (text, "\n", -1);
  for (int i = 0; i < atoi (argv[3]); i++)
    {
      gint64 start = g_get_monotonic_time ();
      double time;

      write_sheet (lines, argv[2]);
      time = (double) (g_get_monotonic_time () - start) / 1000;
      if (i == 0)
        first = time;
      else
        g_array_append_val (times, time);
    }
  g_array_sort (times, compare);
  g_print ("%.2f\t%.2f\n", first,
           times->len > 0 ? g_array_index (times, double, times->len / 2) : first);
  return 0;
}
