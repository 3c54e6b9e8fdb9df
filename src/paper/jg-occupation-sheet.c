/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-occupation-sheet.h"

#include "../guidance/jg-occupation-words.h"
#include "../guidance/jg-related.h"
#include "catalogue/jg-provenance.h"
#include "jg-composer.h"

typedef struct
{
  JgComposer base;
  JgCatalogue *catalogue;
  JgOccupation *occupation;
} Writer;

static void
compose_head (Writer *self)
{
  g_autofree char *name = jg_occupation_words_dup_name (self->occupation);
  g_autofree char *date = jg_occupation_words_dup_data_date (self->catalogue);
  g_autofree char *data = g_strdup_printf ("%s。", date);

  jg_composer_add_head (&self->base, name, "职业说明", data);
}

static void
compose_facts (Writer *self)
{
  JgOccupation *occupation = self->occupation;
  g_autofree char *codes = jg_occupation_words_dup_codes (occupation);
  g_autofree char *classes = jg_occupation_words_dup_classes (occupation);

  jg_composer_add_line (&self->base, "编码", codes);
  if (*classes != '\0')
    jg_composer_add_line (&self->base, "类别", classes);
  if (occupation->marks != NULL && occupation->marks[0] != NULL)
    {
      g_autofree char *marks = g_strjoinv ("、", occupation->marks);
      g_autofree char *words = g_strcmp0 (occupation->provenance, "official") == 0
                                   ? g_strdup_printf ("%s（通知没有说明含义）", marks)
                                   : g_strdup (marks);

      jg_composer_add_line (&self->base, "标记", words);
    }
  if (occupation->former_names != NULL && occupation->former_names[0] != NULL)
    {
      g_autofree char *names = g_strjoinv ("、", occupation->former_names);

      jg_composer_add_line (&self->base, "曾用名称", names);
    }
  if (jg_provenance_is_local (occupation->provenance))
    {
      g_autofree char *words = g_strdup_printf ("本条不是公布的通知所印：%s。%s",
                                                jg_provenance_get_mark (occupation->provenance),
                                                occupation->note != NULL ? occupation->note : "");

      jg_composer_add_line (&self->base, "说明", words);
    }
  else if (g_strcmp0 (occupation->provenance, "official") != 0)
    jg_composer_add_line (&self->base, "说明",
                          occupation->note != NULL ? occupation->note
                                                   : "本条不是公布的通知所印，待核。");
  for (guint i = 0; occupation->successors != NULL && occupation->successors[i] != NULL; i++)
    {
      g_autoptr (JgOccupation) successor =
          jg_catalogue_get_occupation (self->catalogue, occupation->successors[i]);
      g_autofree char *code = NULL;
      g_autofree char *words = NULL;

      if (successor == NULL)
        continue;
      words =
          g_strdup_printf ("%s %s（%s版）", successor->name, successor->code, successor->edition);
      jg_composer_add_line (&self->base, "已取消，改为", words);
    }
}

static void
compose_definition (Writer *self, const char *source)
{
  g_autoptr (JgRich) rich = jg_rich_new (self->base.fonts);

  if (self->occupation->definition == NULL)
    {
      jg_composer_add_section (&self->base, "定义", NULL);
      jg_rich_add (rich, JG_VOICE_BODY, jg_occupation_words_get_no_definition (self->occupation));
      jg_composer_add_words (&self->base, rich, FALSE, 0);
      return;
    }
  jg_composer_add_section (&self->base, "定义", source);
  jg_rich_add (rich, JG_VOICE_QUOTE, self->occupation->definition);
  jg_composer_add_words (&self->base, rich, TRUE, 0);
}

static void
compose_tasks (Writer *self, const char *source)
{
  GPtrArray *tasks = self->occupation->tasks;
  g_autofree char *label = g_strdup_printf ("主要工作任务（%u 项）", tasks->len);

  if (tasks->len == 0)
    return;
  jg_composer_add_section (&self->base, label, source);
  for (guint i = 0; i < tasks->len; i++)
    {
      g_autoptr (JgRich) rich = jg_rich_new (self->base.fonts);

      jg_rich_printf (rich, JG_VOICE_META, "%u. ", i + 1);
      jg_rich_add (rich, JG_VOICE_QUOTE, g_ptr_array_index (tasks, i));
      jg_composer_add_words (&self->base, rich, TRUE, i == 0 ? 0 : 2);
    }
}

static void
compose_work_types (Writer *self)
{
  g_autofree char *words = jg_occupation_words_dup_work_types (self->occupation);
  g_autoptr (JgRich) rich = jg_rich_new (self->base.fonts);

  if (*words == '\0')
    return;
  jg_composer_add_section (&self->base, "工种", NULL);
  jg_rich_add (rich, JG_VOICE_BODY, words);
  jg_composer_add_words (&self->base, rich, FALSE, 0);
}

/* Several changes may stand in one sentence, which is printed once. */
static void
compose_changes (Writer *self)
{
  GPtrArray *changes = self->occupation->changes;

  if (changes->len == 0)
    return;
  jg_composer_add_section (&self->base, "变更记录", NULL);
  for (guint i = 0; i < changes->len; i++)
    {
      const JgChange *change = g_ptr_array_index (changes, i);
      const JgChange *next = i + 1 < changes->len ? g_ptr_array_index (changes, i + 1) : NULL;
      g_autoptr (JgRich) summary = jg_rich_new (self->base.fonts);
      g_autoptr (JgRich) quote = jg_rich_new (self->base.fonts);
      g_autofree char *citation = NULL;

      if (change->summary != NULL)
        {
          jg_rich_add (summary, JG_VOICE_BODY, change->summary);
          jg_composer_add_words (&self->base, summary, FALSE, i == 0 ? 0 : 3);
        }
      if (change->quote == NULL || (next != NULL && g_strcmp0 (next->quote, change->quote) == 0 &&
                                    g_strcmp0 (next->document, change->document) == 0))
        continue;
      citation =
          jg_occupation_words_dup_citation (self->catalogue, change->document, change->clause);
      jg_rich_add (quote, JG_VOICE_QUOTE, change->quote);
      jg_rich_add (quote, JG_VOICE_META, "　");
      jg_rich_add_unbroken (quote, JG_VOICE_META, citation);
      jg_composer_add_words (&self->base, quote, TRUE, 1);
    }
}

static void
compose_related (Writer *self)
{
  g_autoptr (GPtrArray) related = jg_related_list (self->catalogue, self->occupation->id);
  g_autoptr (JgRich) rich = jg_rich_new (self->base.fonts);

  if (self->occupation->tasks->len == 0)
    return;
  jg_composer_add_section (&self->base, "相近职业", "任务逐句对照得出，不是通知所写");
  for (guint i = 0; i < related->len; i++)
    {
      const JgRelated *entry = g_ptr_array_index (related, i);
      g_autofree char *code = jg_occupation_words_dup_code (
          entry->occupation->code, entry->occupation->edition, entry->occupation->provenance);

      jg_rich_printf (rich, JG_VOICE_BODY, "%s%s", i > 0 ? "；" : "", entry->occupation->name);
      jg_rich_printf (rich, JG_VOICE_META, " %s，%u 项任务相近", code, entry->pairs->len);
    }
  if (related->len == 0)
    jg_rich_add (rich, JG_VOICE_BODY, "没有与它任务相近的职业。");
  jg_composer_add_words (&self->base, rich, FALSE, 0);
}

static void
compose_sources (Writer *self)
{
  GPtrArray *sources = self->occupation->sources;
  g_autofree char *measures = jg_occupation_words_dup_measures (self->occupation);

  jg_composer_add_section (&self->base, "出处和政策", NULL);
  for (guint i = 0; i < sources->len; i++)
    {
      const JgCitation *source = g_ptr_array_index (sources, i);
      g_autoptr (JgDocument) document =
          jg_catalogue_get_document (self->catalogue, source->document);
      g_autofree char *citation =
          jg_occupation_words_dup_citation (self->catalogue, source->document, source->clause);
      g_autofree char *words = document != NULL && document->number != NULL
                                   ? g_strdup_printf ("%s　%s", citation, document->title)
                                   : g_strdup (citation);

      jg_composer_add_line (&self->base, "出处", words);
    }
  jg_composer_add_line (&self->base, "扶持政策", measures);
}

/* jg_occupation_sheet_new:
 * @large_print: whether for large print
 *
 * Lays one occupation out: definition, tasks, work types, changes and sources, the printed words with
 * document and clause.
 *
 * Returns: (transfer full): the paper */
JgPaper *
jg_occupation_sheet_new (JgCatalogue *catalogue, JgOccupation *occupation, gboolean large_print)
{
  JgFonts *fonts;
  JgPaper *paper;
  g_autofree char *source = NULL;
  g_autofree char *code = NULL;
  g_autofree char *title = NULL;
  Writer self = { .catalogue = catalogue, .occupation = occupation };
  double room;

  g_return_val_if_fail (JG_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (occupation != NULL, NULL);

  fonts = jg_fonts_new (large_print);
  paper = jg_paper_new ("职业说明", fonts, FALSE);
  self.base.fonts = fonts;
  self.base.scale = jg_fonts_get_scale (fonts);
  self.base.body = jg_paper_get_width (paper) - 2 * JG_PAPER_MARGIN;
  self.base.blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_block_free);
  source = jg_occupation_words_dup_source (catalogue, occupation);
  compose_head (&self);
  compose_facts (&self);
  compose_definition (&self, source);
  compose_tasks (&self, source);
  compose_work_types (&self);
  compose_changes (&self);
  compose_related (&self);
  compose_sources (&self);
  room = jg_paper_set_blocks (paper, self.base.blocks, jg_composer_make_foot (&self.base, NULL));
  if (jg_paper_get_n_pages (paper) == 1)
    jg_paper_spread (paper, room);
  code =
      jg_occupation_words_dup_code (occupation->code, occupation->edition, occupation->provenance);
  title = g_strdup_printf ("职业说明　%s　%s", occupation->name, code);
  jg_paper_finish (paper, title, title, NULL);
  return paper;
}
