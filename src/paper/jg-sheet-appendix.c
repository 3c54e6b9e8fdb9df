/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* 附：政策原文: the clauses that the sheet quotes, whole, on pages of their own. */

#include "jg-sheet-private.h"

#include <string.h>

#include "../guidance/jg-follow-up.h"

static JgParagraph *
find_paragraph (JgDocument *document, const char *quote, guint line)
{
  for (guint i = 0; document != NULL && i < document->paragraphs->len; i++)
    {
      JgParagraph *paragraph = g_ptr_array_index (document->paragraphs, i);

      if (paragraph->line >= line && strstr (paragraph->text, quote) != NULL)
        return paragraph;
    }
  return NULL;
}

static void
add_official (JgComposer *self, JgRich *rich)
{
  g_autoptr (GPtrArray) parts =
      jg_rich_layout_parts (rich, JG_SHEET_BODY - 8 * self->scale, PART_LINES);

  for (guint i = 0; i < parts->len; i++)
    {
      JgBlock *block = jg_composer_add_block (self, 0);
      double height = jg_block_add_text (block, g_object_ref (g_ptr_array_index (parts, i)),
                                         "BlockQuote", JG_PART_PLAIN, 8 * self->scale, 0);

      jg_block_add_bar (block, 0, 2 * self->scale, height - 4 * self->scale);
      if (i + 1 < parts->len)
        block->height -= jg_rich_get_overhang (g_ptr_array_index (parts, i));
    }
}

/* The quoted words stand out in their paragraph; where a page break tore it, they stand alone. */
static void
add_paragraph (JgComposer *self, const char *document, const char *quote, guint line)
{
  g_autoptr (JgDocument) whole =
      jg_catalogue_get_document (jg_plan_get_catalogue (self->plan), document);
  JgParagraph *paragraph = find_paragraph (whole, quote, line);
  g_autoptr (JgRich) rich = jg_rich_new (self->fonts);

  if (paragraph == NULL)
    {
      jg_rich_add (rich, JG_VOICE_MARKED, quote);
    }
  else
    {
      const char *place = strstr (paragraph->text, quote);
      g_autofree char *before = g_strndup (paragraph->text, (gsize) (place - paragraph->text));

      jg_rich_add (rich, JG_VOICE_QUOTE, before);
      jg_rich_add (rich, JG_VOICE_MARKED, quote);
      jg_rich_add (rich, JG_VOICE_QUOTE, place + strlen (quote));
    }
  add_official (self, rich);
}

static void
add_name (JgComposer *self, const char *name, const char *citation)
{
  JgBlock *block = jg_composer_add_block (self, 7);
  g_autoptr (JgRich) rich = jg_rich_new (self->fonts);

  block->keep = TRUE;
  jg_rich_add (rich, JG_VOICE_STRONG, name);
  jg_rich_add (rich, JG_VOICE_META, "　");
  jg_rich_add_unbroken (rich, JG_VOICE_META, citation);
  jg_composer_add_rich (self, block, rich, 0, 0, JG_SHEET_BODY);
}

static void
add_term (JgComposer *self, const JgMeasure *measure)
{
  g_autoptr (JgRich) label = jg_rich_new (self->fonts);
  g_autoptr (JgRich) rich = jg_rich_new (self->fonts);
  JgBlock *block;

  /* Often the sentence itself has the date. */
  if (measure->validity_quote == NULL || strstr (measure->quote, measure->validity_quote) != NULL)
    return;
  block = jg_composer_add_block (self, 2);
  block->keep = TRUE;
  jg_rich_add (label, JG_VOICE_META, "文中写期限的话");
  jg_composer_add_rich (self, block, label, 8 * self->scale, 0, JG_SHEET_BODY - 8 * self->scale);
  jg_rich_add (rich, JG_VOICE_QUOTE, measure->validity_quote);
  add_official (self, rich);
}

static void
add_entry (JgComposer *self, GPtrArray *entry, guint number)
{
  const JgMeasure *measure = ((JgVerdict *) g_ptr_array_index (entry, 0))->measure;
  g_autofree char *citation = jg_plan_dup_citation (self->plan, measure->document, measure->clause);
  g_autoptr (GString) name = g_string_new (NULL);

  g_string_append_printf (name, "%u. ", number);
  for (guint i = 0; i < entry->len; i++)
    g_string_append_printf (name, "%s%s", i > 0 ? "；" : "",
                            ((JgVerdict *) g_ptr_array_index (entry, i))->measure->name);
  add_name (self, name->str, citation);
  add_paragraph (self, measure->document, measure->quote, measure->line);
  if (measure->reading != NULL)
    {
      JgBlock *block = jg_composer_add_block (self, 0);
      g_autoptr (JgRich) rich = jg_rich_new (self->fonts);

      jg_rich_printf (rich, JG_VOICE_META, "转换修正：%s", measure->reading);
      jg_composer_add_rich (self, block, rich, 8 * self->scale, 0, JG_SHEET_BODY - 8 * self->scale);
    }
  add_term (self, measure);
}

static void
add_follow_up (JgComposer *self)
{
  g_autoptr (JgFollowUpBasis) basis = NULL;
  g_autofree char *citation = NULL;

  if (jg_record_get_follow_up (jg_plan_get_record (self->plan)) == NULL)
    return;
  basis = jg_follow_up_find_basis (jg_plan_get_catalogue (self->plan));
  if (basis == NULL)
    return;
  citation = jg_plan_dup_citation (self->plan, basis->document, basis->clause);
  add_name (self, "回访", citation);
  add_paragraph (self, basis->document, basis->quote, basis->line);
}

/* jg_sheet_compose_appendix:
 * @plan: what the sheet says
 * @detail: how much the sheet says, so that the numbers are the same
 *
 * Writes the clauses that the sheet quotes, whole, the quoted words marked in them.
 *
 * Returns: (transfer full) (nullable) (element-type JgBlock): the blocks; %NULL when the sheet quotes none */
GPtrArray *
jg_sheet_compose_appendix (JgPlan *plan, JgFonts *fonts, const JgSheetDetail *detail)
{
  guint n_left = 0;
  g_autoptr (GPtrArray) entries = jg_sheet_list_entries (plan, detail->measures, &n_left);
  JgComposer self = {
    .plan = plan,
    .fonts = fonts,
    .detail = detail,
    .scale = jg_fonts_get_scale (fonts),
    .body = JG_SHEET_BODY,
  };

  if (entries->len == 0)
    return NULL;
  self.blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_block_free);
  jg_composer_add_section (&self, "附：政策原文",
                           "编号与第 6 部分相同；整段照印，本单引用的话加粗。");
  jg_sheet_compose_notes_apart (&self);
  for (guint i = 0; i < entries->len; i++)
    add_entry (&self, g_ptr_array_index (entries, i), i + 1);
  add_follow_up (&self);
  return self.blocks;
}
