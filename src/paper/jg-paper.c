/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-paper.h"

#include <cairo-pdf.h>
#include <math.h>

#include "jg-config.h"
#include "jg-glyphs.h"
#include "jg-pdf-amend.h"

#define TOP 30.0
#define UNDER 32.0 /* below the text, for the page number; in ordinary print */
#define RUNNING_HEAD 24.0

/* A block with its place. */
typedef struct
{
  JgBlock *block; /* borrowed */
  double y;
} Placed;

struct _JgPaper
{
  GObject parent_instance;

  char *name;  /* of this kind of paper, for messages */
  char *title; /* of the PDF */
  JgFonts *fonts;
  double width, height;
  GPtrArray *blocks; /* (element-type JgBlock) */
  JgBlock *foot;
  GPtrArray *appendix;    /* (element-type JgBlock): on pages of its own behind the foot, or NULL */
  guint n_body_pages;     /* without those of the appendix */
  JgBlock *head;          /* repeated on every page but the first, or NULL */
  GPtrArray *pages;       /* (element-type GArray of Placed) */
  GPtrArray *folios;      /* (element-type JgBlock): running head and page number of each page */
  PangoLayout *watermark; /* or NULL */
};

G_DEFINE_QUARK (jg - paper - error - quark, jg_paper_error)
G_DEFINE_FINAL_TYPE (JgPaper, jg_paper, G_TYPE_OBJECT)

/* Where the text ends. */
static double
get_bottom (JgPaper *self)
{
  return self->height - 0.5 * UNDER - 0.5 * UNDER * jg_fonts_get_scale (self->fonts);
}

/* Where it begins on every page but the first. */
static double
get_top (JgPaper *self)
{
  return TOP + RUNNING_HEAD + (self->head != NULL ? self->head->height + self->head->space : 0);
}

static double
get_body (JgPaper *self)
{
  return self->width - 2 * JG_PAPER_MARGIN;
}

static void
clear_blocks (JgPaper *self)
{
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->appendix, g_ptr_array_unref);
  g_clear_pointer (&self->foot, jg_block_free);
}

static void
jg_paper_finalize (GObject *object)
{
  JgPaper *self = JG_PAPER (object);

  clear_blocks (self);
  g_clear_pointer (&self->head, jg_block_free);
  g_clear_pointer (&self->folios, g_ptr_array_unref);
  g_clear_object (&self->watermark);
  g_clear_pointer (&self->fonts, jg_fonts_free);
  g_free (self->name);
  g_free (self->title);

  G_OBJECT_CLASS (jg_paper_parent_class)->finalize (object);
}

static void
jg_paper_class_init (JgPaperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = jg_paper_finalize;
}

static void
jg_paper_init (JgPaper *self)
{
}

static GArray *
begin_page (JgPaper *self)
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
needed_height (GPtrArray *blocks, guint index, const JgBlock *foot)
{
  double height = 0;

  for (guint i = index; i < blocks->len; i++)
    {
      JgBlock *block = g_ptr_array_index (blocks, i);

      height += block->height + (i > index ? block->space : 0);
      if (i + 1 == blocks->len)
        return height + (foot != NULL ? foot->space + foot->height : 0);
      if (!block->keep)
        break;
    }
  return height;
}

/* Puts blocks on pages from a new one on, and returns where the last ends. */
static double
fill_pages (JgPaper *self, GPtrArray *blocks, const JgBlock *foot)
{
  GArray *page = begin_page (self);
  double y = self->pages->len > 1 ? get_top (self) : TOP;

  for (guint i = 0; i < blocks->len; i++)
    {
      JgBlock *block = g_ptr_array_index (blocks, i);

      if (page->len > 0 &&
          (block->page || y + block->space + needed_height (blocks, i, foot) > get_bottom (self)))
        {
          page = begin_page (self);
          y = get_top (self);
        }
      else if (page->len > 0)
        {
          y += block->space;
        }
      place (page, block, y);
      y += block->height;
    }
  return y;
}

/* Puts everything on pages and returns the room left on the last of the body. */
static double
paginate (JgPaper *self)
{
  double y;

  g_clear_pointer (&self->pages, g_ptr_array_unref);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  y = fill_pages (self, self->blocks, self->foot);
  self->n_body_pages = self->pages->len;
  place (g_ptr_array_index (self->pages, self->pages->len - 1), self->foot,
         get_bottom (self) - self->foot->height);
  if (self->appendix != NULL)
    fill_pages (self, self->appendix, NULL);
  return get_bottom (self) - self->foot->height - self->foot->space - y;
}

/* jg_paper_new:
 * @name: what such a paper is called, for messages
 * @fonts: (transfer full): the fonts of its blocks
 * @landscape: whether the long side lies
 *
 * Makes an A4 paper without pages. A paper belongs to the thread that made it.
 *
 * Returns: (transfer full): the paper */
JgPaper *
jg_paper_new (const char *name, JgFonts *fonts, gboolean landscape)
{
  JgPaper *self;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (fonts != NULL, NULL);

  self = g_object_new (JG_TYPE_PAPER, NULL);
  self->name = g_strdup (name);
  self->fonts = fonts;
  self->width = landscape ? JG_PAPER_A4_HEIGHT : JG_PAPER_A4_WIDTH;
  self->height = landscape ? JG_PAPER_A4_WIDTH : JG_PAPER_A4_HEIGHT;
  return self;
}

/* jg_paper_set_head:
 * @head: (transfer full): a block, such as the names of columns
 *
 * Repeats a block at the top of every page but the first. To be called before jg_paper_set_blocks(). */
void
jg_paper_set_head (JgPaper *self, JgBlock *head)
{
  g_return_if_fail (JG_IS_PAPER (self));

  g_clear_pointer (&self->head, jg_block_free);
  self->head = head;
}

/* jg_paper_set_blocks:
 * @blocks: (transfer full) (element-type JgBlock): from top to bottom
 * @foot: (transfer full): the block for the bottom of the last page
 *
 * Puts blocks on pages; those before are forgotten.
 *
 * Returns: the room left on the last page in points */
double
jg_paper_set_blocks (JgPaper *self, GPtrArray *blocks, JgBlock *foot)
{
  g_return_val_if_fail (JG_IS_PAPER (self), 0);
  g_return_val_if_fail (blocks != NULL && foot != NULL, 0);

  clear_blocks (self);
  self->blocks = blocks;
  self->foot = foot;
  return paginate (self);
}

/* jg_paper_set_appendix:
 * @blocks: (transfer full) (element-type JgBlock): from top to bottom
 *
 * Puts more blocks on pages of their own, behind the page with the foot. To be called after jg_paper_set_blocks(). */
void
jg_paper_set_appendix (JgPaper *self, GPtrArray *blocks)
{
  g_return_if_fail (JG_IS_PAPER (self));
  g_return_if_fail (blocks != NULL);
  g_return_if_fail (self->blocks != NULL);

  g_clear_pointer (&self->appendix, g_ptr_array_unref);
  self->appendix = blocks;
  paginate (self);
}

/* jg_paper_spread:
 * @room: points to give to the sections
 *
 * Makes the sections stand apart, up to what still looks like one text. */
void
jg_paper_spread (JgPaper *self, double room)
{
  guint n_sections = 0;
  double each;

  g_return_if_fail (JG_IS_PAPER (self));

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

/* The first page has its number in the head; a page number only tells something beside another. */
static void
compose_folios (JgPaper *self, const char *running_head)
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
          jg_rich_add (left, JG_VOICE_META, running_head);
          height = jg_block_add_text (block, jg_rich_layout (left, get_body (self)), "P",
                                      JG_PART_PLAIN, 0, y);
        }
      jg_rich_printf (right, JG_VOICE_META, "第 %u/%u 页", i + 1, n_pages);
      layout = jg_rich_layout (right, get_body (self));
      pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
      jg_block_add_text (block, layout, "P", JG_PART_PLAIN, 0, y);
      if (i > 0)
        jg_block_add_rule (block, 0, y + height + 1, get_body (self), FALSE);
    }
}

/* jg_paper_finish:
 * @title: of the PDF
 * @running_head: words at the top of every page but the first
 * @watermark: (nullable): words across every page
 *
 * Numbers the pages, once all blocks have their place. */
void
jg_paper_finish (JgPaper *self, const char *title, const char *running_head, const char *watermark)
{
  g_return_if_fail (JG_IS_PAPER (self));
  g_return_if_fail (self->pages != NULL && self->title == NULL);
  g_return_if_fail (title != NULL && running_head != NULL);

  self->title = g_strdup (title);
  compose_folios (self, running_head);
  if (watermark != NULL)
    {
      g_autoptr (JgRich) rich = jg_rich_new (self->fonts);

      jg_rich_add (rich, JG_VOICE_TITLE, watermark);
      self->watermark = jg_rich_layout (rich, -1);
    }
}

/* jg_paper_get_n_pages:
 *
 * Returns: the number of pages, at least 1 */
guint
jg_paper_get_n_pages (JgPaper *self)
{
  g_return_val_if_fail (JG_IS_PAPER (self), 0);

  return self->pages->len;
}

/* jg_paper_find_page:
 * @block: (transfer none): one of its blocks
 *
 * Returns: the page that the block stands on, from 1; 0 when it is none of the paper's */
guint
jg_paper_find_page (JgPaper *self, const JgBlock *block)
{
  g_return_val_if_fail (JG_IS_PAPER (self), 0);

  for (guint i = 0; i < self->pages->len; i++)
    {
      const GArray *page = g_ptr_array_index (self->pages, i);

      for (guint k = 0; k < page->len; k++)
        if (g_array_index (page, Placed, k).block == block)
          return i + 1;
    }
  return 0;
}

/* jg_paper_get_n_body_pages:
 *
 * Returns: the number of pages without those of the appendix, at least 1 */
guint
jg_paper_get_n_body_pages (JgPaper *self)
{
  g_return_val_if_fail (JG_IS_PAPER (self), 0);

  return self->n_body_pages;
}

/* jg_paper_get_width:
 *
 * Returns: the width of a page in points */
double
jg_paper_get_width (JgPaper *self)
{
  g_return_val_if_fail (JG_IS_PAPER (self), JG_PAPER_A4_WIDTH);

  return self->width;
}

/* jg_paper_get_height:
 *
 * Returns: the height of a page in points */
double
jg_paper_get_height (JgPaper *self)
{
  g_return_val_if_fail (JG_IS_PAPER (self), JG_PAPER_A4_HEIGHT);

  return self->height;
}

/* jg_paper_is_landscape:
 *
 * Returns: whether the long side lies */
gboolean
jg_paper_is_landscape (JgPaper *self)
{
  g_return_val_if_fail (JG_IS_PAPER (self), FALSE);

  return self->width > self->height;
}

/* jg_paper_get_missing_glyphs:
 *
 * Returns: the number of characters of the paper for which no font has a glyph */
guint
jg_paper_get_missing_glyphs (JgPaper *self)
{
  guint missing;

  g_return_val_if_fail (JG_IS_PAPER (self), 0);

  missing = jg_block_get_unknown_glyphs (self->foot);
  if (self->head != NULL)
    missing += jg_block_get_unknown_glyphs (self->head);
  for (guint i = 0; i < self->blocks->len; i++)
    missing += jg_block_get_unknown_glyphs (g_ptr_array_index (self->blocks, i));
  for (guint i = 0; self->appendix != NULL && i < self->appendix->len; i++)
    missing += jg_block_get_unknown_glyphs (g_ptr_array_index (self->appendix, i));
  for (guint i = 0; i < self->folios->len; i++)
    missing += jg_block_get_unknown_glyphs (g_ptr_array_index (self->folios, i));
  return missing;
}

/* As outlines, so that it gets between the words neither when they are copied nor when searched. */
static void
draw_watermark (JgPaper *self, cairo_t *cr)
{
  int width, height;
  double diagonal, size;

  pango_layout_get_size (self->watermark, &width, &height);
  diagonal = hypot (self->width, self->height);
  size = 0.62 * diagonal / ((double) width / PANGO_SCALE);
  cairo_save (cr);
  cairo_translate (cr, self->width / 2, self->height / 2);
  cairo_rotate (cr, -atan2 (self->height, self->width));
  cairo_scale (cr, size, size);
  cairo_translate (cr, -(double) width / PANGO_SCALE / 2, -(double) height / PANGO_SCALE / 2);
  cairo_set_source_rgb (cr, 0.93, 0.93, 0.93);
  cairo_move_to (cr, 0, 0);
  pango_cairo_layout_path (cr, self->watermark);
  cairo_fill (cr);
  cairo_restore (cr);
}

/* jg_paper_draw_page:
 * @cr: a context whose unit is the point and whose origin is the top left corner of the paper
 * @page: from 0
 *
 * Draws one page. Paper, PDF and screen all come from here. The paper itself is not painted. */
void
jg_paper_draw_page (JgPaper *self, cairo_t *cr, guint page)
{
  GArray *placed;
  gboolean in_table = FALSE;

  g_return_if_fail (JG_IS_PAPER (self));
  g_return_if_fail (cr != NULL);
  g_return_if_fail (page < self->pages->len);

  cairo_save (cr);
  if (self->watermark != NULL)
    draw_watermark (self, cr);
  jg_block_draw (g_ptr_array_index (self->folios, page), cr, JG_PAPER_MARGIN, TOP);
  if (self->head != NULL && page > 0)
    jg_block_draw (self->head, cr, JG_PAPER_MARGIN, TOP + RUNNING_HEAD);
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
      jg_block_draw (one->block, cr, JG_PAPER_MARGIN, one->y);
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
set_metadata (JgPaper *self, cairo_surface_t *surface)
{
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "JobGuide " PACKAGE_VERSION);
}

static GByteArray *
make_pdf (JgPaper *self)
{
  GByteArray *pdf = g_byte_array_new ();
  cairo_surface_t *surface =
      cairo_pdf_surface_create_for_stream (append_cb, pdf, self->width, self->height);
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
      jg_paper_draw_page (self, cr, page);
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
has_chinese_font (JgPaper *self)
{
  g_autoptr (JgRich) rich = jg_rich_new (self->fonts);
  g_autoptr (PangoLayout) layout = NULL;

  jg_rich_add (rich, JG_VOICE_BODY, self->name);
  layout = jg_rich_layout (rich, -1);
  return pango_layout_get_unknown_glyphs_count (layout) == 0;
}

/* jg_paper_write_pdf:
 * @path: the file; an existing one is replaced
 *
 * Writes the pages as a tagged PDF with title, language and embedded fonts. The file appears whole
 * or not at all, and only its owner may read it, since it may speak of a person. A character without a
 * glyph is warned about; without any Chinese font nothing is written.
 *
 * Returns: whether it was written; otherwise JG_PAPER_ERROR_FONT or JG_PAPER_ERROR_WRITE */
gboolean
jg_paper_write_pdf (JgPaper *self, const char *path, GError **error)
{
  g_autoptr (GByteArray) pdf = NULL;
  g_autoptr (GError) local = NULL;
  guint missing;

  g_return_val_if_fail (JG_IS_PAPER (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (!has_chinese_font (self))
    {
      g_set_error (error, JG_PAPER_ERROR, JG_PAPER_ERROR_FONT,
                   "没有可用的中文字体，无法制作%s。请安装 fonts-noto-cjk。", self->name);
      return FALSE;
    }
  missing = jg_paper_get_missing_glyphs (self);
  if (missing > 0)
    g_warning ("%s中有 %u 个字符没有字形", self->name, missing);
  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, JG_PAPER_ERROR, JG_PAPER_ERROR_WRITE,
                   "无法写入“%s”：它不是普通文件。请换一个文件名。", path);
      return FALSE;
    }
  pdf = make_pdf (self);
  if (pdf == NULL)
    {
      g_set_error (error, JG_PAPER_ERROR, JG_PAPER_ERROR_WRITE,
                   "无法制作 PDF：内存不足或图形库出错。请关闭其他程序后再试。");
      return FALSE;
    }
  if (!g_file_set_contents_full (path, (const char *) pdf->data, pdf->len,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                 &local))
    {
      g_set_error (error, JG_PAPER_ERROR, JG_PAPER_ERROR_WRITE,
                   "无法写入“%s”：%s。请换一个可以写入的文件夹，或检查磁盘是否已满。", path,
                   local->message);
      return FALSE;
    }
  return TRUE;
}
