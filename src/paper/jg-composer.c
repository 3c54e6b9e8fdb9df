/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-composer.h"

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
