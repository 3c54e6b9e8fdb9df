/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-letter.h"

#include "jg-composer.h"

/* A text of more lines is cut so that it can go to the next page. */
#define PART_LINES 16

static void
add_part (JgComposer *self, const JgLetterPart *part)
{
  g_auto (GStrv) lines = g_strsplit (part->text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (JgRich) rich = jg_rich_new (self->fonts);
      g_autoptr (GPtrArray) layouts = NULL;

      jg_rich_add (rich, part->voice, lines[i]);
      layouts = jg_rich_layout_parts (rich, self->body, PART_LINES);
      for (guint j = 0; j < layouts->len; j++)
        jg_block_add_text (jg_composer_add_block (self, i + j == 0 ? 9 : 2),
                           g_object_ref (g_ptr_array_index (layouts, j)), "P", JG_PART_PLAIN, 0, 0);
    }
}

/* jg_letter_new:
 * @title: of the paper
 * @parts: its paragraphs
 * @n_parts: how many
 * @foot: words at the bottom of the last page
 *
 * Lays a text out on A4 pages.
 *
 * Returns: (transfer full): the paper */
JgPaper *
jg_letter_new (const char *title, const JgLetterPart *parts, guint n_parts, const char *foot)
{
  JgFonts *fonts = jg_fonts_new (FALSE);
  JgPaper *paper = jg_paper_new (title, fonts, FALSE);
  JgComposer self = { .fonts = fonts,
                      .scale = jg_fonts_get_scale (fonts),
                      .body = jg_paper_get_width (paper) - 2 * JG_PAPER_MARGIN,
                      .blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_block_free) };
  JgBlock *head = jg_composer_add_block (&self, 0);
  JgBlock *bottom = jg_block_new (6);
  g_autoptr (JgRich) rich = jg_rich_new (fonts);
  g_autoptr (JgRich) small = jg_rich_new (fonts);
  double y;

  jg_rich_add (rich, JG_VOICE_TITLE, title);
  y = jg_block_add_text (head, jg_rich_layout (rich, self.body), "H1", JG_PART_PLAIN, 0, 0);
  jg_block_add_rule (head, 0, y + 2, self.body, TRUE);
  for (guint i = 0; i < n_parts; i++)
    add_part (&self, &parts[i]);
  jg_block_add_rule (bottom, 0, 0, self.body, TRUE);
  jg_rich_add (small, JG_VOICE_META, foot);
  jg_composer_add_rich (&self, bottom, small, 0, 4, self.body);
  jg_paper_set_blocks (paper, self.blocks, bottom);
  jg_paper_finish (paper, title, title, NULL);
  return paper;
}
