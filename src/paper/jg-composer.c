/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-composer.h"

/* A text of more lines is cut so that it can go to the next page. */
#define PART_LINES 16

/* jg_composer_add_block:
 * @space: points above it in ordinary print
 *
 * Returns: (transfer none): a new block at the end of the paper */
JgBlock *
jg_composer_add_block (JgComposer *self, double space)
{
  JgBlock *block = jg_block_new (space * self->scale);

  g_ptr_array_add (self->blocks, block);
  return block;
}

/* jg_composer_add_rich:
 *
 * Lays a text out at a place of a block.
 *
 * Returns: its height in points */
double
jg_composer_add_rich (JgComposer *self,
                      JgBlock *block,
                      JgRich *rich,
                      double x,
                      double y,
                      double width)
{
  return jg_block_add_text (block, jg_rich_layout (rich, width), "P", JG_PART_PLAIN, x, y);
}

/* jg_composer_add_quote:
 *
 * Lays words of a document out at a place of a block, with the bar that sets them apart.
 *
 * Returns: the height in points */
double
jg_composer_add_quote (JgComposer *self,
                       JgBlock *block,
                       JgRich *rich,
                       double x,
                       double y,
                       double width)
{
  double gap = 8 * self->scale;
  double height = jg_block_add_text (block, jg_rich_layout (rich, width - gap), "BlockQuote",
                                     JG_PART_PLAIN, x + gap, y);

  jg_block_add_bar (block, x, y + 2 * self->scale, height - 4 * self->scale);
  return height;
}

/* jg_composer_add_section:
 * @label: number and name
 * @note: (nullable): small words beside it
 *
 * Begins a section with a heading over the whole width.
 *
 * Returns: (transfer none): the block of the heading, which is kept with the next */
JgBlock *
jg_composer_add_section (JgComposer *self, const char *label, const char *note)
{
  JgBlock *block = jg_composer_add_block (self, 4);
  g_autoptr (JgRich) heading = jg_rich_new (self->fonts);
  PangoLayout *layout;
  int width;
  double top = 3 * self->scale;

  block->keep = TRUE;
  block->section = TRUE;
  jg_block_add_rule (block, 0, 0, self->body, FALSE);
  jg_rich_add (heading, JG_VOICE_HEADING, label);
  layout = jg_rich_layout (heading, -1);
  pango_layout_get_size (layout, &width, NULL);
  jg_block_add_text (block, layout, "H2", JG_PART_PLAIN, 0, top);
  if (note != NULL)
    {
      g_autoptr (JgRich) rich = jg_rich_new (self->fonts);
      double x = (double) width / PANGO_SCALE + 10 * self->scale;

      jg_rich_add (rich, JG_VOICE_META, note);
      jg_composer_add_rich (self, block, rich, x, top + 1.5 * self->scale, self->body - x);
    }
  block->height += 2 * self->scale;
  return block;
}

/* jg_composer_add_words:
 * @rich: the words
 * @quote: whether they are those of a document
 * @space: points above them in ordinary print
 *
 * Adds words over the whole width, in parts that can stand on different pages. */
void
jg_composer_add_words (JgComposer *self, JgRich *rich, gboolean quote, double space)
{
  double gap = quote ? 8 * self->scale : 0;
  g_autoptr (GPtrArray) parts = jg_rich_layout_parts (rich, self->body - gap, PART_LINES);

  for (guint i = 0; i < parts->len; i++)
    {
      JgBlock *block = jg_composer_add_block (self, i == 0 ? space : 0);
      double height = jg_block_add_text (block, g_object_ref (g_ptr_array_index (parts, i)),
                                         quote ? "BlockQuote" : "P", JG_PART_PLAIN, gap, 0);

      if (quote)
        jg_block_add_bar (block, 0, 2 * self->scale, height - 4 * self->scale);
    }
}

/* jg_composer_add_line:
 * @label: what is said something of
 * @words: words of ours
 *
 * Adds a line that says something of a label. */
void
jg_composer_add_line (JgComposer *self, const char *label, const char *words)
{
  g_autoptr (JgRich) rich = jg_rich_new (self->fonts);

  jg_rich_printf (rich, JG_VOICE_META, "%s　", label);
  jg_rich_add (rich, JG_VOICE_BODY, words);
  jg_composer_add_words (self, rich, FALSE, 1);
}

/* jg_composer_add_head:
 * @title: what the paper is about
 * @kind: what paper it is, at the right
 * @data: small words below the rule
 *
 * Adds the head of a paper. */
void
jg_composer_add_head (JgComposer *self, const char *title, const char *kind, const char *data)
{
  JgBlock *block = jg_composer_add_block (self, 0);
  g_autoptr (JgRich) title_rich = jg_rich_new (self->fonts);
  g_autoptr (JgRich) kind_rich = jg_rich_new (self->fonts);
  g_autoptr (JgRich) data_rich = jg_rich_new (self->fonts);
  double label = 60 * self->scale;
  PangoLayout *layout;
  double y;

  jg_rich_add (title_rich, JG_VOICE_TITLE, title);
  y = jg_block_add_text (block, jg_rich_layout (title_rich, self->body - label), "H1",
                         JG_PART_PLAIN, 0, 0);
  jg_rich_add (kind_rich, JG_VOICE_META, kind);
  layout = jg_rich_layout (kind_rich, self->body);
  pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  jg_block_add_text (block, layout, "P", JG_PART_PLAIN, 0, y - 17 * self->scale);
  y += 2 * self->scale;
  jg_block_add_rule (block, 0, y, self->body, TRUE);
  y += 5 * self->scale;
  jg_rich_add (data_rich, JG_VOICE_META, data);
  jg_composer_add_rich (self, block, data_rich, 0, y, self->body);
}

/* jg_composer_make_foot:
 * @more: (nullable): another sentence
 *
 * Makes the foot of a paper about occupations: which words are official, and what is not.
 *
 * Returns: (transfer full): the block */
JgBlock *
jg_composer_make_foot (JgComposer *self, const char *more)
{
  JgBlock *block = jg_block_new (6 * self->scale);
  g_autoptr (JgRich) rich = jg_rich_new (self->fonts);

  jg_block_add_rule (block, 0, 0, self->body, TRUE);
  jg_rich_add (
      rich, JG_VOICE_META,
      "蓝色竖线后是通知原文，一字未改；其余是本程序的说明。标“待核”的出自第三方转录，须与大典核对。"
      "政策能不能享受以经办机构审核为准。");
  if (more != NULL)
    jg_rich_add (rich, JG_VOICE_META, more);
  jg_composer_add_rich (self, block, rich, 0, 4 * self->scale, self->body);
  return block;
}
