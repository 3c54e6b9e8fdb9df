/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-rich.h"

#define LARGE_PRINT 1.65
#define LINE_SPACING 0.90f

/* Noto comes with the package; the others are what a machine may have in its place. */
#define SANS "Noto Sans CJK SC,Source Han Sans SC,WenQuanYi Micro Hei,sans-serif"

/* Two faces in all: embedding one costs more than everything else on the sheet, and a serif face for
 * the words of documents would have cost as much again. A bar and their colour set those apart. */
static const struct
{
  const char *family;
  PangoWeight weight;
  double size; /* points, in ordinary print */
  guint8 red, green, blue;
} voices[JG_N_VOICES] = {
  [JG_VOICE_BODY] = { SANS, PANGO_WEIGHT_NORMAL, 10, 0x1a, 0x1a, 0x1a },
  [JG_VOICE_STRONG] = { SANS, PANGO_WEIGHT_BOLD, 10.5, 0x00, 0x00, 0x00 },
  [JG_VOICE_QUOTE] = { SANS, PANGO_WEIGHT_NORMAL, 10, 0x12, 0x30, 0x6a },
  [JG_VOICE_MARKED] = { SANS, PANGO_WEIGHT_BOLD, 10, 0x12, 0x30, 0x6a },
  [JG_VOICE_META] = { SANS, PANGO_WEIGHT_NORMAL, 9.5, 0x50, 0x50, 0x50 },
  [JG_VOICE_HEADING] = { SANS, PANGO_WEIGHT_BOLD, 11, 0x1a, 0x4a, 0x8c },
  [JG_VOICE_TITLE] = { SANS, PANGO_WEIGHT_BOLD, 20, 0x00, 0x00, 0x00 },
};

struct _JgFonts
{
  PangoContext *context;
  PangoFontDescription *descriptions[JG_N_VOICES];
  double scale;
  GHashTable
      *layouts; /* words, voices and width → PangoLayout: a sheet is tried at several lengths */
};

struct _JgRich
{
  JgFonts *fonts;
  GString *text;
  GString *key; /* the text and its voices, for the table of layouts */
  PangoAttrList *attributes;
};

/* jg_fonts_new:
 * @large_print: whether for large print (body of 16.5 points in place of 10)
 *
 * Makes the fonts of a page. Hinting is off, so that lines break alike on screen and on paper.
 *
 * Returns: (transfer full): the fonts */
JgFonts *
jg_fonts_new (gboolean large_print)
{
  JgFonts *self = g_new0 (JgFonts, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  self->layouts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->scale = large_print ? LARGE_PRINT : 1.0;
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (self->context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  pango_context_set_language (self->context, pango_language_from_string ("zh-cn"));
  for (int i = 0; i < JG_N_VOICES; i++)
    {
      PangoFontDescription *description = pango_font_description_new ();

      pango_font_description_set_family_static (description, voices[i].family);
      pango_font_description_set_weight (description, voices[i].weight);
      pango_font_description_set_absolute_size (description,
                                                voices[i].size * self->scale * PANGO_SCALE);
      self->descriptions[i] = description;
    }
  return self;
}

/* jg_fonts_free:
 * @self: (transfer full): fonts */
void
jg_fonts_free (JgFonts *self)
{
  for (int i = 0; i < JG_N_VOICES; i++)
    pango_font_description_free (self->descriptions[i]);
  g_hash_table_unref (self->layouts);
  g_object_unref (self->context);
  g_free (self);
}

/* jg_fonts_get_scale:
 *
 * Returns: the size relative to ordinary print */
double
jg_fonts_get_scale (JgFonts *self)
{
  return self->scale;
}

/* jg_rich_new:
 * @fonts: (transfer none): the fonts, which must outlive it
 *
 * Returns: (transfer full): a text without words */
JgRich *
jg_rich_new (JgFonts *fonts)
{
  JgRich *self = g_new0 (JgRich, 1);

  self->fonts = fonts;
  self->text = g_string_new (NULL);
  self->key = g_string_new (NULL);
  self->attributes = pango_attr_list_new ();
  return self;
}

/* jg_rich_free:
 * @self: (transfer full): a text */
void
jg_rich_free (JgRich *self)
{
  g_string_free (self->text, TRUE);
  g_string_free (self->key, TRUE);
  pango_attr_list_unref (self->attributes);
  g_free (self);
}

static void
add_attribute (JgRich *self, PangoAttribute *attribute, gsize start)
{
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) self->text->len;
  pango_attr_list_insert (self->attributes, attribute);
}

/* jg_rich_add:
 * @text: UTF-8, nothing in it is markup
 *
 * Appends @text in one voice. */
void
jg_rich_add (JgRich *self, JgVoice voice, const char *text)
{
  gsize start;

  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  if (*text == '\0')
    return;
  start = self->text->len;
  g_string_append (self->text, text);
  g_string_append_c (self->key, (char) (1 + voice));
  g_string_append (self->key, text);
  add_attribute (self, pango_attr_font_desc_new (self->fonts->descriptions[voice]), start);
  add_attribute (self,
                 pango_attr_foreground_new (voices[voice].red * 257, voices[voice].green * 257,
                                            voices[voice].blue * 257),
                 start);
}

/* jg_rich_add_unbroken:
 *
 * Appends a short text that is not broken over two lines: a citation. */
void
jg_rich_add_unbroken (JgRich *self, JgVoice voice, const char *text)
{
  gsize start;

  g_return_if_fail (self != NULL);

  start = self->text->len;
  jg_rich_add (self, voice, text);
  /* A long one, a title in place of a number, has to be broken all the same. */
  if (g_utf8_strlen (text, -1) <= 24)
    {
      add_attribute (self, pango_attr_allow_breaks_new (FALSE), start);
      g_string_append_c (self->key, (char) (1 + JG_N_VOICES));
    }
}

/* jg_rich_printf:
 *
 * Appends formatted text in one voice. */
void
jg_rich_printf (JgRich *self, JgVoice voice, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  jg_rich_add (self, voice, text);
}

/* jg_rich_is_empty:
 *
 * Returns: whether nothing was added */
gboolean
jg_rich_is_empty (JgRich *self)
{
  return self->text->len == 0;
}

/* jg_rich_layout:
 * @width: points to break lines at, or a negative number for one line
 *
 * Returns: (transfer full): the text laid out; its units are points. The same words come as the same
 *   layout again, so it is not to be changed but in ways that hold for all its uses */
PangoLayout *
jg_rich_layout (JgRich *self, double width)
{
  g_autofree char *key = g_strdup_printf ("%d %s", (int) (width * PANGO_SCALE), self->key->str);
  PangoLayout *layout = g_hash_table_lookup (self->fonts->layouts, key);

  if (layout != NULL)
    return g_object_ref (layout);
  layout = pango_layout_new (self->fonts->context);
  pango_layout_set_font_description (layout, self->fonts->descriptions[JG_VOICE_BODY]);
  pango_layout_set_width (layout, width < 0 ? -1 : (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing (layout, LINE_SPACING);
  pango_layout_set_text (layout, self->text->str, (int) self->text->len);
  pango_layout_set_attributes (layout, self->attributes);
  g_hash_table_insert (self->fonts->layouts, g_steal_pointer (&key), g_object_ref (layout));
  return layout;
}

/* jg_rich_layout_parts:
 * @width: points to break lines at
 * @max_lines: the most lines of a part
 *
 * Lays the text out like jg_rich_layout(), cut between lines into parts that can stand on
 * different pages.
 *
 * Returns: (transfer full) (element-type PangoLayout): the parts, at least one */
GPtrArray *
jg_rich_layout_parts (JgRich *self, double width, int max_lines)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (PangoLayout) whole = jg_rich_layout (self, width);
  int n_lines = pango_layout_get_line_count (whole);

  /* A last part of one or two lines would look lost. */
  if (n_lines <= max_lines + 2)
    {
      g_ptr_array_add (parts, g_steal_pointer (&whole));
      return parts;
    }
  for (int line = 0; line < n_lines; line += max_lines)
    {
      PangoLayout *part = pango_layout_copy (whole);
      PangoAttrList *attributes = pango_attr_list_copy (self->attributes);
      int start = pango_layout_get_line_readonly (whole, line)->start_index;
      int end = (int) self->text->len;

      if (line + max_lines < n_lines)
        end = pango_layout_get_line_readonly (whole, line + max_lines)->start_index;
      pango_attr_list_update (attributes, end, (int) self->text->len - end, 0);
      pango_attr_list_update (attributes, 0, start, 0);
      /* A line break in the text itself would end the part with an empty line. */
      if (end > start && self->text->str[end - 1] == '\n')
        end--;
      pango_layout_set_text (part, self->text->str + start, end - start);
      pango_layout_set_attributes (part, attributes);
      pango_attr_list_unref (attributes);
      g_ptr_array_add (parts, part);
    }
  return parts;
}

/* jg_rich_get_overhang:
 * @part: a part of jg_rich_layout_parts()
 *
 * Returns: the points by which @part is higher than its lines are apart; to be taken off for the next
 *   part to follow in the same rhythm */
double
jg_rich_get_overhang (PangoLayout *part)
{
  PangoLayoutIter *iter = pango_layout_get_iter (part);
  int first = pango_layout_iter_get_baseline (iter);
  int step = 0;
  int height;

  if (pango_layout_iter_next_line (iter))
    step = pango_layout_iter_get_baseline (iter) - first;
  pango_layout_iter_free (iter);
  pango_layout_get_size (part, NULL, &height);
  return step > 0 ? (double) (height - step * pango_layout_get_line_count (part)) / PANGO_SCALE : 0;
}
