/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-compare-sheet.h"

#include "../guidance/jg-occupation-words.h"
#include "jg-composer.h"

/* A cell of more lines does not fit a page and is cut; fewer fit one in large print. */
#define PART_LINES 24
#define LARGE_PART_LINES 13

/* Points, in ordinary print. */
#define LABEL_WIDTH 56
#define COLUMN_GAP 12
#define BAR_GAP 7

/* What stands in one column of a row. */
typedef struct
{
  JgRich *rich;
  gboolean quote; /* words of a document, with the bar */
} Cell;

typedef struct
{
  JgComposer base;
  JgCatalogue *catalogue;
  const JgCompare *comparison;
  guint n_columns;
  double label_width;
  double column_width; /* with the gap to the next */
} Writer;

static JgOccupation *
get_occupation (Writer *self, guint column)
{
  return g_ptr_array_index (self->comparison->occupations, column);
}

static void
begin_cells (Writer *self, Cell *cells)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      cells[i].rich = jg_rich_new (self->base.fonts);
      cells[i].quote = FALSE;
    }
}

static double
add_cell (Writer *self, JgBlock *block, guint column, PangoLayout *layout, gboolean quote, double y)
{
  double x = self->label_width + column * self->column_width;
  double scale = self->base.scale;
  double height = jg_block_add_text (block, g_object_ref (layout), quote ? "BlockQuote" : "P",
                                     JG_PART_CELL, quote ? x + BAR_GAP * scale : x, y);

  if (quote)
    jg_block_add_bar (block, x, y + 2 * scale, height - 4 * scale);
  return height;
}

/* Adds a row and frees the cells' texts; a row that is too high goes on in the next. */
static void
add_row (Writer *self, const char *label, Cell *cells)
{
  GPtrArray *parts[JG_COMPARE_MAX];
  double scale = self->base.scale;
  double top = 2 * scale;
  guint n_parts = 1;

  for (guint i = 0; i < self->n_columns; i++)
    {
      double width = self->column_width - COLUMN_GAP * scale;

      parts[i] =
          jg_rich_layout_parts (cells[i].rich, cells[i].quote ? width - BAR_GAP * scale : width,
                                scale > 1 ? LARGE_PART_LINES : PART_LINES);
      n_parts = MAX (n_parts, parts[i]->len);
    }
  for (guint part = 0; part < n_parts; part++)
    {
      JgBlock *block = jg_composer_add_block (&self->base, 0);
      g_autoptr (JgRich) rich = jg_rich_new (self->base.fonts);
      double y = part == 0 ? top : 0;

      block->row = TRUE;
      if (part == 0)
        jg_block_add_rule (block, 0, 0, self->base.body, FALSE);
      jg_rich_add (rich, JG_VOICE_META, part == 0 ? label : "");
      jg_block_add_text (block, jg_rich_layout (rich, self->label_width - 6 * scale), NULL,
                         JG_PART_HEADER_CELL, 0, y);
      for (guint i = 0; i < self->n_columns; i++)
        if (part < parts[i]->len)
          add_cell (self, block, i, g_ptr_array_index (parts[i], part), cells[i].quote, y);
      if (part + 1 == n_parts)
        block->height += 2 * scale;
    }
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_ptr_array_unref (parts[i]);
      g_clear_pointer (&cells[i].rich, jg_rich_free);
    }
}

/* A row of plain words of ours, left out when no column has any. */
static void
add_words_row (Writer *self,
               const char *label,
               const char *none,
               char *(*dup_words) (const JgOccupation *occupation))
{
  Cell cells[JG_COMPARE_MAX];
  gboolean any = FALSE;

  begin_cells (self, cells);
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autofree char *words = dup_words (get_occupation (self, i));

      any = any || *words != '\0';
      jg_rich_add (cells[i].rich, *words != '\0' ? JG_VOICE_BODY : JG_VOICE_META,
                   *words != '\0' ? words : none);
    }
  if (any)
    {
      add_row (self, label, cells);
      return;
    }
  for (guint i = 0; i < self->n_columns; i++)
    jg_rich_free (cells[i].rich);
}

static char *
dup_marks (const JgOccupation *occupation)
{
  if (occupation->marks == NULL || occupation->marks[0] == NULL)
    return g_strdup ("");
  return g_strjoinv ("、", occupation->marks);
}

/* The names over the columns; also at the top of the pages that follow. */
static JgBlock *
make_names (Writer *self)
{
  JgBlock *block = jg_block_new (4 * self->base.scale);

  for (guint i = 0; i < self->n_columns; i++)
    {
      JgOccupation *occupation = get_occupation (self, i);
      g_autofree char *name = jg_occupation_words_dup_name (occupation);
      g_autofree char *code = jg_occupation_words_dup_code (occupation->code, occupation->edition,
                                                            occupation->provenance);
      g_autoptr (JgRich) rich = jg_rich_new (self->base.fonts);

      jg_rich_add (rich, JG_VOICE_STRONG, name);
      jg_rich_printf (rich, JG_VOICE_META, "\n%s", code);
      jg_block_add_text (block,
                         jg_rich_layout (rich, self->column_width - COLUMN_GAP * self->base.scale),
                         "P", JG_PART_HEADER_CELL, self->label_width + i * self->column_width, 0);
    }
  block->height += 2 * self->base.scale;
  return block;
}

static void
compose_head (Writer *self)
{
  JgBlock *block = jg_composer_add_block (&self->base, 0);
  JgBlock *names = make_names (self);
  g_autoptr (JgRich) title = jg_rich_new (self->base.fonts);
  g_autoptr (JgRich) data = jg_rich_new (self->base.fonts);
  g_autofree char *date = jg_occupation_words_dup_data_date (self->catalogue);
  double scale = self->base.scale;
  PangoLayout *layout;
  double y;

  jg_rich_add (title, JG_VOICE_TITLE, "职业对比");
  y = jg_block_add_text (block, jg_rich_layout (title, -1), "H1", JG_PART_PLAIN, 0, 0);
  jg_rich_printf (data, JG_VOICE_META, "%s。", date);
  layout = jg_rich_layout (data, self->base.body - 110 * scale);
  pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  jg_block_add_text (block, layout, "P", JG_PART_PLAIN, 110 * scale, y - 17 * scale);
  y = block->height + 2 * scale;
  jg_block_add_rule (block, 0, y, self->base.body, TRUE);
  names->space = 4 * scale;
  names->row = TRUE;
  names->keep = TRUE;
  g_ptr_array_add (self->base.blocks, names);
}

static void
compose_definitions (Writer *self)
{
  Cell cells[JG_COMPARE_MAX];

  begin_cells (self, cells);
  for (guint i = 0; i < self->n_columns; i++)
    {
      JgOccupation *occupation = get_occupation (self, i);

      cells[i].quote = occupation->definition != NULL;
      if (occupation->definition != NULL)
        jg_rich_add (cells[i].rich, JG_VOICE_QUOTE, occupation->definition);
      else
        jg_rich_add (cells[i].rich, JG_VOICE_META,
                     jg_occupation_words_get_no_definition (occupation));
    }
  add_row (self, "定义", cells);
}

/* The definition and the tasks stand in one clause. */
static void
compose_sources (Writer *self)
{
  Cell cells[JG_COMPARE_MAX];

  begin_cells (self, cells);
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autofree char *source =
          jg_occupation_words_dup_source (self->catalogue, get_occupation (self, i));

      jg_rich_add (cells[i].rich, JG_VOICE_BODY, source != NULL ? source : "（没有出处）");
    }
  add_row (self, "原文出处", cells);
}

/* A sentence with its number; the words in common are bold. */
static void
add_task (Writer *self, Cell *cell, guint column, guint task, const GArray *spans)
{
  const char *text = g_ptr_array_index (get_occupation (self, column)->tasks, task - 1);
  const char *said = jg_compare_get_said (self->comparison, column, task);
  gsize at = 0;

  cell->quote = TRUE;
  jg_rich_printf (cell->rich, JG_VOICE_META, "%u. ", task);
  for (guint i = 0; spans != NULL && i < spans->len; i++)
    {
      const JgTextSpan *span = &g_array_index (spans, JgTextSpan, i);
      g_autofree char *before = g_strndup (text + at, span->start - at);
      g_autofree char *marked = g_strndup (text + span->start, span->end - span->start);

      jg_rich_add (cell->rich, JG_VOICE_QUOTE, before);
      jg_rich_add (cell->rich, JG_VOICE_MARKED, marked);
      at = span->end;
    }
  jg_rich_add (cell->rich, JG_VOICE_QUOTE, text + at);
  if (said != NULL)
    jg_rich_printf (cell->rich, JG_VOICE_BODY, "\n√ 本人说“%s”", said);
}

static void
compose_alike (Writer *self)
{
  GPtrArray *rows = self->comparison->alike;
  Cell cells[JG_COMPARE_MAX];

  jg_composer_add_section (&self->base, "相近的任务",
                           rows->len > 0
                               ? "同一行的句子相近，相同的词印成粗体；逐句对照得出，不是通知所写。"
                               : "没有：这些职业的任务逐句对照，没有相近的。");
  for (guint r = 0; r < rows->len; r++)
    {
      const JgCompareRow *row = g_ptr_array_index (rows, r);
      g_autofree char *label = g_strdup_printf ("相近 %u", r + 1);

      begin_cells (self, cells);
      for (guint i = 0; i < self->n_columns; i++)
        {
          if (row->tasks[i] > 0)
            add_task (self, &cells[i], i, row->tasks[i], row->spans[i]);
          else
            jg_rich_add (cells[i].rich, JG_VOICE_META, "没有相近的");
        }
      add_row (self, label, cells);
    }
}

static void
compose_own (Writer *self)
{
  guint n_rows = 0;
  Cell cells[JG_COMPARE_MAX];

  for (guint i = 0; i < self->n_columns; i++)
    n_rows = MAX (n_rows, self->comparison->own[i]->len);
  if (n_rows == 0)
    return;
  jg_composer_add_section (&self->base, "各自的任务",
                           "只在这一个职业里有；同一行的句子之间没有关系。");
  for (guint r = 0; r < n_rows; r++)
    {
      begin_cells (self, cells);
      for (guint i = 0; i < self->n_columns; i++)
        {
          const GArray *own = self->comparison->own[i];

          if (r < own->len)
            add_task (self, &cells[i], i, g_array_index (own, guint, r), NULL);
          else if (r == 0)
            jg_rich_add (cells[i].rich, JG_VOICE_META,
                         get_occupation (self, i)->tasks->len > 0 ? "没有：全部任务都有相近的"
                                                                  : "没有印出任务");
        }
      add_row (self, "独有", cells);
    }
}

/* jg_compare_sheet_new:
 * @large_print: whether for large print
 *
 * Lays occupations out side by side: codes, classes, marks, definitions, the tasks that are alike in
 * one row, each one's own tasks, work types and measures, the printed words with document and clause.
 *
 * Returns: (transfer full): the paper */
JgPaper *
jg_compare_sheet_new (JgCatalogue *catalogue, const JgCompare *comparison, gboolean large_print)
{
  JgFonts *fonts;
  JgPaper *paper;
  g_autoptr (GString) title = g_string_new ("职业对比");
  Writer self = { .catalogue = catalogue, .comparison = comparison };

  g_return_val_if_fail (JG_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (comparison != NULL, NULL);

  fonts = jg_fonts_new (large_print);
  paper = jg_paper_new ("职业对比", fonts, TRUE);
  self.base.fonts = fonts;
  self.base.scale = jg_fonts_get_scale (fonts);
  self.base.body = jg_paper_get_width (paper) - 2 * JG_PAPER_MARGIN;
  self.base.blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_block_free);
  self.n_columns = comparison->occupations->len;
  self.label_width = LABEL_WIDTH * self.base.scale;
  self.column_width = (self.base.body - self.label_width) / self.n_columns;

  compose_head (&self);
  add_words_row (&self, "编码", "", jg_occupation_words_dup_codes);
  add_words_row (&self, "类别", "没有", jg_occupation_words_dup_classes);
  add_words_row (&self, "标记", "没有", dup_marks);
  compose_definitions (&self);
  compose_sources (&self);
  compose_alike (&self);
  compose_own (&self);
  jg_composer_add_section (&self.base, "工种和政策", NULL);
  add_words_row (&self, "工种", "通知没有列出", jg_occupation_words_dup_work_types);
  add_words_row (&self, "扶持政策", "", jg_occupation_words_dup_measures);

  jg_paper_set_head (paper, make_names (&self));
  jg_paper_set_blocks (
      paper, self.base.blocks,
      jg_composer_make_foot (&self.base, jg_compare_has_words (comparison)
                                             ? "打“√”的任务与本人会做、做过的事对得上。"
                                             : NULL));
  for (guint i = 0; i < self.n_columns; i++)
    g_string_append_printf (title, "%s%s", i == 0 ? "　" : "、", get_occupation (&self, i)->name);
  jg_paper_finish (paper, title->str, title->str, NULL);
  return paper;
}
