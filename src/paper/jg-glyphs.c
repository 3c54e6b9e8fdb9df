/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Shows layouts as pango_cairo_show_layout() does, through cairo font faces of our own.
 *
 * cairo 1.16 loses characters of CFF fonts in PDF: when a subroutine with hints is shared by two
 * glyphs of a subset, it misreads the second glyph (cairo_cff_parse_charstring() does not enter the
 * subroutine again), drops subroutines that are needed, and the character prints as a blank. A face
 * that counts as synthesized is embedded from its outlines in place of its tables, which is right
 * whatever the font does, takes less time and makes half the file. */

#include "jg-glyphs.h"

#include <cairo-ft.h>
#include <pango/pangofc-font.h>

/* No bit that cairo knows (bold is 1, oblique 2): nothing is synthesized. */
#define AS_OUTLINES (1u << 16)

/* Font file and index → cairo_font_face_t, kept while the program runs: cairo's own cache may hold
 * a face longer than anyone else, and a sheet needs two. */
static GHashTable *faces;
static FT_Library library;
G_LOCK_DEFINE_STATIC (faces);

static const cairo_user_data_key_t name_key;
static const cairo_user_data_key_t used_key;

static cairo_font_face_t *
load_face (const char *file, int index)
{
  cairo_font_face_t *face;
  FT_Face ft_face;
  const char *name;

  if (library == NULL && FT_Init_FreeType (&library) != 0)
    return NULL;
  if (FT_New_Face (library, file, index, &ft_face) != 0)
    return NULL;
  if (!FT_IS_SCALABLE (ft_face) || FT_HAS_COLOR (ft_face) || FT_HAS_MULTIPLE_MASTERS (ft_face))
    {
      FT_Done_Face (ft_face);
      return NULL;
    }
  face = cairo_ft_font_face_create_for_ft_face (ft_face, FT_LOAD_NO_HINTING);
  cairo_ft_font_face_set_synthesize (face, AS_OUTLINES);
  name = FT_Get_Postscript_Name (ft_face);
  if (name != NULL)
    cairo_font_face_set_user_data (face, &name_key, (void *) g_intern_string (name), NULL);
  return face;
}

/* NULL for a font that cairo has to handle by itself: bitmaps, colour, variations. */
static cairo_font_face_t *
find_face (PangoFont *font)
{
  FcPattern *pattern;
  FcChar8 *file;
  int index;
  g_autofree char *key = NULL;
  gpointer face = NULL;

  if (!PANGO_IS_FC_FONT (font))
    return NULL;
  pattern = pango_fc_font_get_pattern (PANGO_FC_FONT (font));
  if (FcPatternGetString (pattern, FC_FILE, 0, &file) != FcResultMatch ||
      FcPatternGetInteger (pattern, FC_INDEX, 0, &index) != FcResultMatch)
    return NULL;
  key = g_strdup_printf ("%d %s", index, (const char *) file);

  G_LOCK (faces);
  if (faces == NULL)
    faces = g_hash_table_new (g_str_hash, g_str_equal);
  if (!g_hash_table_lookup_extended (faces, key, NULL, &face))
    {
      face = load_face ((const char *) file, index);
      g_hash_table_insert (faces, g_steal_pointer (&key), face);
    }
  G_UNLOCK (faces);
  return face;
}

/* Notes the face, or NULL for one that only cairo knows, among those used on the surface. */
static void
note_use (cairo_t *cr, cairo_font_face_t *face)
{
  GPtrArray *used = cairo_surface_get_user_data (cairo_get_target (cr), &used_key);

  if (used != NULL && !g_ptr_array_find (used, face, NULL))
    g_ptr_array_add (used, face);
}

static void
set_colour (cairo_t *cr, PangoItem *item)
{
  for (GSList *l = item->analysis.extra_attrs; l != NULL; l = l->next)
    {
      PangoAttribute *attribute = l->data;

      if (attribute->klass->type == PANGO_ATTR_FOREGROUND)
        {
          PangoColor *colour = &((PangoAttrColor *) attribute)->color;

          cairo_set_source_rgb (cr, colour->red / 65535.0, colour->green / 65535.0,
                                colour->blue / 65535.0);
        }
    }
}

/* Places of the glyphs that are drawn; false when one of them is the box for an unknown character. */
static gboolean
place_glyphs (PangoGlyphItem *run, double x, double y, GArray *glyphs, int *kept)
{
  double at = x;

  for (int i = 0; i < run->glyphs->num_glyphs; i++)
    {
      PangoGlyphInfo *info = &run->glyphs->glyphs[i];

      kept[i] = 0;
      if (info->glyph & PANGO_GLYPH_UNKNOWN_FLAG)
        return FALSE;
      if (info->glyph != PANGO_GLYPH_EMPTY)
        {
          cairo_glyph_t glyph = {
            .index = info->glyph,
            .x = at + (double) info->geometry.x_offset / PANGO_SCALE,
            .y = y + (double) info->geometry.y_offset / PANGO_SCALE,
          };

          g_array_append_val (glyphs, glyph);
          kept[i] = 1;
        }
      at += (double) info->geometry.width / PANGO_SCALE;
    }
  return TRUE;
}

static gboolean
show_run (cairo_t *cr, const char *text, PangoGlyphItem *run, double x, double y)
{
  cairo_font_face_t *face = find_face (run->item->analysis.font);
  g_autoptr (GArray) glyphs = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
  g_autoptr (GArray) clusters = g_array_new (FALSE, FALSE, sizeof (cairo_text_cluster_t));
  g_autofree int *kept = g_new (int, run->glyphs->num_glyphs);
  PangoFontDescription *description;
  PangoGlyphItemIter iter;

  if (face == NULL || run->item->analysis.level % 2 != 0 || !place_glyphs (run, x, y, glyphs, kept))
    return FALSE;
  for (gboolean more = pango_glyph_item_iter_init_start (&iter, run, text); more;
       more = pango_glyph_item_iter_next_cluster (&iter))
    {
      cairo_text_cluster_t cluster = { .num_bytes = iter.end_index - iter.start_index };

      for (int i = iter.start_glyph; i < iter.end_glyph; i++)
        cluster.num_glyphs += kept[i];
      g_array_append_val (clusters, cluster);
    }
  description = pango_font_describe_with_absolute_size (run->item->analysis.font);
  note_use (cr, face);
  cairo_set_font_face (cr, face);
  cairo_set_font_size (cr, (double) pango_font_description_get_size (description) / PANGO_SCALE);
  pango_font_description_free (description);
  cairo_show_text_glyphs (cr, text + run->item->offset, run->item->length,
                          (cairo_glyph_t *) glyphs->data, (int) glyphs->len,
                          (cairo_text_cluster_t *) clusters->data, (int) clusters->len, 0);
  return TRUE;
}

/* jg_glyphs_track:
 * @surface: a surface on which nothing was drawn yet
 *
 * Keeps a list of the fonts that layouts are shown in, for jg_glyphs_dup_names(). */
void
jg_glyphs_track (cairo_surface_t *surface)
{
  g_return_if_fail (surface != NULL);

  cairo_surface_set_user_data (surface, &used_key, g_ptr_array_new (),
                               (cairo_destroy_func_t) g_ptr_array_unref);
}

/* jg_glyphs_dup_names:
 *
 * Returns: (transfer full) (nullable) (element-type utf8): PostScript names of the fonts used on the
 *   surface in the order of their first use, or %NULL when not all of them are known */
GPtrArray *
jg_glyphs_dup_names (cairo_surface_t *surface)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  GPtrArray *used;

  g_return_val_if_fail (surface != NULL, NULL);

  used = cairo_surface_get_user_data (surface, &used_key);
  for (guint i = 0; used != NULL && i < used->len; i++)
    {
      cairo_font_face_t *face = g_ptr_array_index (used, i);
      char *name = face != NULL ? cairo_font_face_get_user_data (face, &name_key) : NULL;

      if (name == NULL)
        return NULL;
      g_ptr_array_add (names, name);
    }
  return g_steal_pointer (&names);
}

/* jg_glyphs_show_layout:
 * @cr: its current point is the top left of the layout; source and font are left changed
 * @layout: a layout of which only font and foreground matter
 *
 * Shows a layout so that no character is lost in a PDF. What our faces cannot show (unknown
 * characters, right-to-left text) goes through Pango's own way. */
void
jg_glyphs_show_layout (cairo_t *cr, PangoLayout *layout)
{
  const char *text;
  cairo_font_options_t *options;
  PangoLayoutIter *iter;
  double x, y;

  g_return_if_fail (cr != NULL);
  g_return_if_fail (PANGO_IS_LAYOUT (layout));

  cairo_get_current_point (cr, &x, &y);
  text = pango_layout_get_text (layout);
  options = cairo_font_options_create ();
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_set_font_options (cr, options);
  cairo_font_options_destroy (options);
  iter = pango_layout_get_iter (layout);
  do
    {
      PangoGlyphItem *run = pango_layout_iter_get_run_readonly (iter);
      PangoRectangle logical;
      double run_x, run_y;

      if (run == NULL)
        continue;
      pango_layout_iter_get_run_extents (iter, NULL, &logical);
      run_x = x + (double) logical.x / PANGO_SCALE;
      run_y = y + (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE;
      set_colour (cr, run->item);
      if (!show_run (cr, text, run, run_x, run_y))
        {
          note_use (cr, NULL);
          cairo_move_to (cr, run_x, run_y);
          pango_cairo_show_glyph_item (cr, text, run);
        }
    }
  while (pango_layout_iter_next_run (iter));
  pango_layout_iter_free (iter);
}
