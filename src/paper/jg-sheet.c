/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-sheet-private.h"

#include <cairo-pdf.h>
#include <math.h>

#include "jg-config.h"
#include "jg-glyphs.h"
#include "jg-pdf-amend.h"

#define TOP 30.0
#define UNDER 32.0 /* below the text, for the page number; in ordinary print */
#define RUNNING_HEAD 24.0

/* From the most to the least that a sheet of one page says. Tasks that the jobseeker can look up
 * go first, then second reasons, then measures, which are counted, and the reasons of the last occupations;
 * letters never shrink. */
static const JgSheetDetail details[] = {
  { 3, 4, 6, 3, 2, 3 }, { 3, 3, 6, 2, 2, 3 }, { 3, 2, 6, 2, 2, 3 }, { 2, 2, 6, 2, 2, 3 },
  { 2, 1, 6, 2, 2, 3 }, { 2, 1, 6, 1, 2, 3 }, { 1, 1, 6, 1, 2, 3 }, { 1, 1, 6, 1, 1, 3 },
  { 1, 0, 6, 1, 1, 3 }, { 1, 1, 5, 1, 1, 3 }, { 1, 0, 5, 1, 1, 3 }, { 1, 1, 4, 1, 1, 3 },
  { 1, 0, 4, 1, 1, 3 }, { 1, 1, 3, 1, 1, 3 }, { 1, 0, 3, 1, 1, 3 }, { 1, 0, 3, 0, 1, 3 },
  { 1, 1, 2, 1, 1, 3 }, { 1, 0, 2, 1, 1, 3 }, { 1, 0, 2, 0, 1, 3 }, { 1, 0, 2, 0, 1, 2 },
  { 1, 0, 2, 0, 0, 1 }, { 1, 0, 1, 0, 1, 3 }, { 1, 0, 1, 0, 0, 1 },
};

/* What a sheet says that may take as many pages as it needs. */
static const JgSheetDetail full_detail = { 5, 9, 6, 3, 2, 3 };

/* Large print: what someone can take in who reads with effort. */
static const JgSheetDetail large_detail = { 3, 2, 4, 2, 1, 3 };

/* A block with its place. */
typedef struct
{
  JgBlock *block; /* borrowed */
  double y;
} Placed;

struct _JgSheet
{
  GObject parent_instance;

  JgPlan *plan;
  JgFonts *fonts;
  GPtrArray *blocks; /* (element-type JgBlock) */
  JgBlock *foot;
  GPtrArray *pages;       /* (element-type GArray of Placed) */
  GPtrArray *folios;      /* (element-type JgBlock): running head and page number of each page */
  PangoLayout *watermark; /* or NULL */
};

G_DEFINE_QUARK (jg - sheet - error - quark, jg_sheet_error)
G_DEFINE_FINAL_TYPE (JgSheet, jg_sheet, G_TYPE_OBJECT)

/* Where the text ends. */
static double
get_bottom (JgSheet *self)
{
  return JG_SHEET_HEIGHT - 0.5 * UNDER - 0.5 * UNDER * jg_fonts_get_scale (self->fonts);
}

static void
clear_blocks (JgSheet *self)
{
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->foot, jg_block_free);
}

static void
jg_sheet_finalize (GObject *object)
{
  JgSheet *self = JG_SHEET (object);

  clear_blocks (self);
  g_clear_pointer (&self->folios, g_ptr_array_unref);
  g_clear_object (&self->watermark);
  g_clear_pointer (&self->fonts, jg_fonts_free);
  g_clear_object (&self->plan);

  G_OBJECT_CLASS (jg_sheet_parent_class)->finalize (object);
}

static void
jg_sheet_class_init (JgSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jg_sheet_finalize;
}

static void
jg_sheet_init (JgSheet *self)
{
}

static GArray *
begin_page (JgSheet *self)
{
  GArray *page = g_array_new (FALSE, FALSE, sizeof (Placed));

  g_ptr_array_add (self->pages, page);
  return page;
}

static void
place (GArray *page, JgBlock *block, double y)
{
  Placed placed = { block, y };

  g_array_append_val (page, placed);
}

/* A heading needs room for what it is kept with, the last block for the foot. */
static double
needed_height (JgSheet *self, guint index)
{
  double height = 0;

  for (guint i = index; i < self->blocks->len; i++)
    {
      JgBlock *block = g_ptr_array_index (self->blocks, i);

      height += block->height + (i > index ? block->space : 0);
      if (i + 1 == self->blocks->len)
        return height + self->foot->space + self->foot->height;
      if (!block->keep)
        break;
    }
  return height;
}

/* Puts the blocks on pages and returns the room left on the last. */
static double
paginate (JgSheet *self)
{
  double y = TOP;
  GArray *page;

  g_clear_pointer (&self->pages, g_ptr_array_unref);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  page = begin_page (self);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      JgBlock *block = g_ptr_array_index (self->blocks, i);

      if (page->len > 0 && y + block->space + needed_height (self, i) > get_bottom (self))
        {
          page = begin_page (self);
          y = TOP + RUNNING_HEAD;
        }
      else if (page->len > 0)
        {
          y += block->space;
        }
      place (page, block, y);
      y += block->height;
    }
  place (page, self->foot, get_bottom (self) - self->foot->height);
  return get_bottom (self) - self->foot->height - self->foot->space - y;
}

static double
compose (JgSheet *self, const JgSheetDetail *detail)
{
  clear_blocks (self);
  self->blocks = jg_sheet_compose (self->plan, self->fonts, detail, &self->foot);
  return paginate (self);
}

/* Room that is left makes the sections stand apart, up to what still looks like one text. */
static void
spread (JgSheet *self, double room)
{
  guint n_sections = 0;
  double each;

  for (guint i = 0; i < self->blocks->len; i++)
    n_sections += ((JgBlock *) g_ptr_array_index (self->blocks, i))->section;
  each = MIN (MAX (room - 1.0, 0) / MAX (n_sections, 1), 8.0);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      JgBlock *block = g_ptr_array_index (self->blocks, i);

      if (block->section)
        block->space += each;
    }
  paginate (self);
}

/* Finds the most detailed sheet of one page by halving; where there is none, pages are not spared. */
static void
fit (JgSheet *self)
{
  guint low = 0;
  guint high = G_N_ELEMENTS (details);
  guint current = G_N_ELEMENTS (details);
  double room = 0;

  while (low < high)
    {
      guint middle = low == 0 && high == G_N_ELEMENTS (details) ? 12 : (low + high) / 2;

      room = compose (self, &details[middle]);
      current = middle;
      if (self->pages->len == 1)
        high = middle;
      else
        low = middle + 1;
    }
  if (low == G_N_ELEMENTS (details))
    {
      compose (self, &full_detail);
      return;
    }
  if (current != low)
    room = compose (self, &details[low]);
  spread (self, room);
}

/* The first page has its number in the head; a page number only tells something beside another. */
static void
compose_folios (JgSheet *self)
{
  guint n_pages = self->pages->len;

  self->folios = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_block_free);
  for (guint i = 0; i < n_pages; i++)
    {
      JgBlock *block = jg_block_new (0);
      g_autoptr (JgRich) left = jg_rich_new (self->fonts);
      g_autoptr (JgRich) right = jg_rich_new (self->fonts);
      double y = i == 0 ? get_bottom (self) + 3 - TOP : -4;
      double height = 0;
      PangoLayout *layout;

      g_ptr_array_add (self->folios, block);
      if (n_pages == 1)
        continue;
      if (i > 0)
        {
          jg_rich_printf (left, JG_VOICE_META, "职业指导单　编号 %s%s",
                          jg_plan_get_number (self->plan),
                          jg_plan_is_practice (self->plan) ? "　演示日期" : "");
          height = jg_block_add_text (block, jg_rich_layout (left, JG_SHEET_BODY), "P",
                                      JG_PART_PLAIN, 0, y);
        }
      jg_rich_printf (right, JG_VOICE_META, "第 %u/%u 页", i + 1, n_pages);
      layout = jg_rich_layout (right, JG_SHEET_BODY);
      pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
      jg_block_add_text (block, layout, "P", JG_PART_PLAIN, 0, y);
      if (i > 0)
        jg_block_add_rule (block, 0, y + height + 1, JG_SHEET_BODY, FALSE);
    }
}

/* jg_sheet_new:
 * @plan: what the sheet says
 * @large_print: whether for large print (body of 16.5 points)
 *
 * Lays a guidance sheet out. An ordinary case takes one page: when it would not fit, fewer open
 * tasks, reasons and measures are printed, in that order, and the rest is counted. A long case and
 * large print take the pages they need. A sheet belongs to the thread that made it.
 *
 * Returns: (transfer full): the sheet */
JgSheet *
jg_sheet_new (JgPlan *plan, gboolean large_print)
{
  JgSheet *self;

  g_return_val_if_fail (JG_IS_PLAN (plan), NULL);

  self = g_object_new (JG_TYPE_SHEET, NULL);
  self->plan = g_object_ref (plan);
  self->fonts = jg_fonts_new (large_print);
  if (large_print)
    compose (self, &large_detail);
  else
    fit (self);
  compose_folios (self);
  if (jg_plan_is_practice (plan))
    {
      g_autoptr (JgRich) rich = jg_rich_new (self->fonts);

      jg_rich_add (rich, JG_VOICE_TITLE, "演示日期");
      self->watermark = jg_rich_layout (rich, -1);
    }
  return self;
}

/* jg_sheet_get_n_pages:
 *
 * Returns: the number of pages, at least 1 */
guint
jg_sheet_get_n_pages (JgSheet *self)
{
  g_return_val_if_fail (JG_IS_SHEET (self), 0);

  return self->pages->len;
}

/* jg_sheet_get_missing_glyphs:
 *
 * Returns: the number of characters of the sheet for which no font has a glyph */
guint
jg_sheet_get_missing_glyphs (JgSheet *self)
{
  guint missing;

  g_return_val_if_fail (JG_IS_SHEET (self), 0);

  missing = jg_block_get_unknown_glyphs (self->foot);
  for (guint i = 0; i < self->blocks->len; i++)
    missing += jg_block_get_unknown_glyphs (g_ptr_array_index (self->blocks, i));
  for (guint i = 0; i < self->folios->len; i++)
    missing += jg_block_get_unknown_glyphs (g_ptr_array_index (self->folios, i));
  return missing;
}

/* As outlines, so that it gets between the words neither when they are copied nor when searched. */
static void
draw_watermark (JgSheet *self, cairo_t *cr)
{
  int width, height;
  double diagonal, size;

  pango_layout_get_size (self->watermark, &width, &height);
  diagonal = hypot (JG_SHEET_WIDTH, JG_SHEET_HEIGHT);
  size = 0.62 * diagonal / ((double) width / PANGO_SCALE);
  cairo_save (cr);
  cairo_translate (cr, JG_SHEET_WIDTH / 2, JG_SHEET_HEIGHT / 2);
  cairo_rotate (cr, -atan2 (JG_SHEET_HEIGHT, JG_SHEET_WIDTH));
  cairo_scale (cr, size, size);
  cairo_translate (cr, -(double) width / PANGO_SCALE / 2, -(double) height / PANGO_SCALE / 2);
  cairo_set_source_rgb (cr, 0.93, 0.93, 0.93);
  cairo_move_to (cr, 0, 0);
  pango_cairo_layout_path (cr, self->watermark);
  cairo_fill (cr);
  cairo_restore (cr);
}

/* jg_sheet_draw_page:
 * @cr: a context whose unit is the point and whose origin is the top left corner of the paper
 * @page: from 0
 *
 * Draws one page. Paper, PDF and screen all come from here. The paper itself is not painted. */
void
jg_sheet_draw_page (JgSheet *self, cairo_t *cr, guint page)
{
  GArray *placed;
  gboolean in_table = FALSE;

  g_return_if_fail (JG_IS_SHEET (self));
  g_return_if_fail (cr != NULL);
  g_return_if_fail (page < self->pages->len);

  cairo_save (cr);
  if (self->watermark != NULL)
    draw_watermark (self, cr);
  jg_block_draw (g_ptr_array_index (self->folios, page), cr, JG_SHEET_MARGIN, TOP);
  placed = g_ptr_array_index (self->pages, page);
  for (guint i = 0; i < placed->len; i++)
    {
      Placed *one = &g_array_index (placed, Placed, i);

      if (one->block->row != in_table)
        {
          if (in_table)
            cairo_tag_end (cr, "Table");
          else
            cairo_tag_begin (cr, "Table", NULL);
          in_table = !in_table;
        }
      jg_block_draw (one->block, cr, JG_SHEET_MARGIN, one->y);
    }
  if (in_table)
    cairo_tag_end (cr, "Table");
  cairo_restore (cr);
}

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (JgSheet *self, cairo_surface_t *surface)
{
  g_autofree char *title = g_strdup_printf ("职业指导单 %s", jg_plan_get_number (self->plan));

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "JobGuide " PACKAGE_VERSION);
}

static GByteArray *
make_pdf (JgSheet *self)
{
  GByteArray *pdf = g_byte_array_new ();
  cairo_surface_t *surface =
      cairo_pdf_surface_create_for_stream (append_cb, pdf, JG_SHEET_WIDTH, JG_SHEET_HEIGHT);
  g_autoptr (GPtrArray) names = NULL;
  cairo_t *cr;

  /* The plain structure of 1.4 is what jg_pdf_amend() can extend, whatever cairo's version. */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  set_metadata (self, surface);
  jg_glyphs_track (surface);
  cr = cairo_create (surface);
  cairo_tag_begin (cr, "Document", NULL);
  for (guint page = 0; page < self->pages->len; page++)
    {
      jg_sheet_draw_page (self, cr, page);
      if (page + 1 == self->pages->len)
        cairo_tag_end (cr, "Document");
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    g_clear_pointer (&pdf, g_byte_array_unref);
  names = jg_glyphs_dup_names (surface);
  cairo_surface_destroy (surface);
  if (pdf != NULL && !jg_pdf_amend (pdf, "zh-CN", names))
    g_debug ("The PDF carries no language: it is built in an unknown way");
  return pdf;
}

static gboolean
has_chinese_font (JgSheet *self)
{
  g_autoptr (JgRich) rich = jg_rich_new (self->fonts);
  g_autoptr (PangoLayout) layout = NULL;

  jg_rich_add (rich, JG_VOICE_BODY, "职业指导单");
  layout = jg_rich_layout (rich, -1);
  return pango_layout_get_unknown_glyphs_count (layout) == 0;
}

/* jg_sheet_write_pdf:
 * @path: the file; an existing one is replaced
 *
 * Writes the sheet as a tagged PDF with title, language and embedded fonts. The file appears whole
 * or not at all, and only its owner may read it, since it speaks of a person. A character without a
 * glyph is warned about; without any Chinese font nothing is written.
 *
 * Returns: whether it was written; otherwise JG_SHEET_ERROR_FONT or JG_SHEET_ERROR_WRITE */
gboolean
jg_sheet_write_pdf (JgSheet *self, const char *path, GError **error)
{
  g_autoptr (GByteArray) pdf = NULL;
  g_autoptr (GError) local = NULL;
  guint missing;

  g_return_val_if_fail (JG_IS_SHEET (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (!has_chinese_font (self))
    {
      g_set_error (error, JG_SHEET_ERROR, JG_SHEET_ERROR_FONT,
                   "没有可用的中文字体，无法制作职业指导单。请安装 fonts-noto-cjk。");
      return FALSE;
    }
  missing = jg_sheet_get_missing_glyphs (self);
  if (missing > 0)
    g_warning ("职业指导单中有 %u 个字符没有字形", missing);
  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, JG_SHEET_ERROR, JG_SHEET_ERROR_WRITE,
                   "无法写入“%s”：它不是普通文件。请换一个文件名。", path);
      return FALSE;
    }
  pdf = make_pdf (self);
  if (pdf == NULL)
    {
      g_set_error (error, JG_SHEET_ERROR, JG_SHEET_ERROR_WRITE,
                   "无法制作 PDF：内存不足或图形库出错。请关闭其他程序后再试。");
      return FALSE;
    }
  if (!g_file_set_contents_full (path, (const char *) pdf->data, pdf->len,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                 &local))
    {
      g_set_error (error, JG_SHEET_ERROR, JG_SHEET_ERROR_WRITE,
                   "无法写入“%s”：%s。请换一个可以写入的文件夹，或检查磁盘是否已满。", path,
                   local->message);
      return FALSE;
    }
  return TRUE;
}
