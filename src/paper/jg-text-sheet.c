/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-text-sheet.h"

#include "jg-composer.h"

/* A text of more lines is cut so that it can go to the next page. */
#define PART_LINES 16

static void
add_part (JgComposer *self, const JgTextPart *part)
{
  g_autoptr (JgRich) rich = jg_rich_new (self->fonts);
  g_autoptr (GPtrArray) pieces = NULL;
  double gap = part->quote ? 8 * self->scale : 0;

  if (part->label != NULL)
    jg_composer_add_section (self, part->label, NULL);
  jg_rich_add (rich, part->quote ? JG_VOICE_QUOTE : JG_VOICE_BODY, part->text);
  pieces = jg_rich_layout_parts (rich, self->body - gap, PART_LINES);
  for (guint i = 0; i < pieces->len; i++)
    {
      JgBlock *block = jg_composer_add_block (self, 0);
      double height = jg_block_add_text (block, g_object_ref (g_ptr_array_index (pieces, i)),
                                         part->quote ? "BlockQuote" : "P", JG_PART_PLAIN, gap, 0);

      if (part->quote)
        jg_block_add_bar (block, 0, 2 * self->scale, height - 4 * self->scale);
    }
}

static void
add_title (JgComposer *self, const char *title)
{
  JgBlock *block = jg_composer_add_block (self, 0);
  g_autoptr (JgRich) rich = jg_rich_new (self->fonts);
  double y;

  jg_rich_add (rich, JG_VOICE_TITLE, title);
  y = jg_block_add_text (block, jg_rich_layout (rich, self->body), "H1", JG_PART_PLAIN, 0, 0);
  jg_block_add_rule (block, 0, y + 2 * self->scale, self->body, TRUE);
}

/* jg_text_sheet_new:
 * @kind: what sort of sheet it is
 * @title: its heading
 * @parts: (array length=n_parts): what stands below
 *
 * Lays out a plain sheet.
 *
 * Returns: (transfer full): the sheet */
JgPaper *
jg_text_sheet_new (const char *kind, const char *title, const JgTextPart *parts, gsize n_parts)
{
  JgFonts *fonts;
  JgPaper *paper;
  JgComposer self = { NULL };

  g_return_val_if_fail (kind != NULL && title != NULL, NULL);
  g_return_val_if_fail (parts != NULL || n_parts == 0, NULL);

  fonts = jg_fonts_new (TRUE);
  paper = jg_paper_new (kind, fonts, FALSE);
  self.fonts = fonts;
  self.scale = jg_fonts_get_scale (fonts);
  self.body = jg_paper_get_width (paper) - 2 * JG_PAPER_MARGIN;
  self.blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_block_free);
  add_title (&self, title);
  for (gsize i = 0; i < n_parts; i++)
    add_part (&self, &parts[i]);
  jg_paper_set_blocks (paper, self.blocks, jg_composer_make_foot (&self, NULL));
  jg_paper_finish (paper, title, title, NULL);
  return paper;
}
