/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-ctl-related.h"

#include "guidance/jg-occupation-words.h"

/* jg_ctl_put_spans:
 * @spans: (element-type JgTextSpan): places of a sentence
 *
 * Writes one member: pairs of the first byte and the byte behind the last. */
void
jg_ctl_put_spans (JsonBuilder *builder, const char *key, GArray *spans)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
  for (guint i = 0; i < spans->len; i++)
    {
      const JgTextSpan *span = &g_array_index (spans, JgTextSpan, i);

      json_builder_begin_array (builder);
      json_builder_add_int_value (builder, span->start);
      json_builder_add_int_value (builder, span->end);
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
}

static void
put_pair (JsonBuilder *builder, const JgTaskPair *pair)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "task");
  json_builder_add_int_value (builder, pair->task);
  jg_ctl_put (builder, "text", pair->text);
  json_builder_set_member_name (builder, "other_task");
  json_builder_add_int_value (builder, pair->other_task);
  jg_ctl_put (builder, "other_text", pair->other_text);
  json_builder_set_member_name (builder, "words");
  json_builder_begin_array (builder);
  for (guint i = 0; i < pair->shared->len; i++)
    {
      const JgSharedWords *shared = g_ptr_array_index (pair->shared, i);

      json_builder_begin_object (builder);
      jg_ctl_put (builder, "words", shared->words);
      jg_ctl_put (builder, "via", shared->everyday ? "synonym" : "task");
      jg_ctl_put_spans (builder, "bytes", shared->spans);
      jg_ctl_put_spans (builder, "other_bytes", shared->other_spans);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/* jg_ctl_put_related:
 * @occupation: id of an occupation
 *
 * Writes the member “related”: the occupations with tasks alike. */
void
jg_ctl_put_related (JsonBuilder *builder, JgCatalogue *catalogue, const char *occupation)
{
  g_autoptr (GPtrArray) related = jg_related_list (catalogue, occupation);

  json_builder_set_member_name (builder, "related");
  json_builder_begin_array (builder);
  for (guint i = 0; i < related->len; i++)
    {
      const JgRelated *entry = g_ptr_array_index (related, i);

      json_builder_begin_object (builder);
      jg_ctl_put (builder, "code", entry->occupation->code);
      jg_ctl_put (builder, "edition", entry->occupation->edition);
      jg_ctl_put (builder, "name", entry->occupation->name);
      jg_ctl_put_provenance (builder, entry->occupation->provenance);
      json_builder_set_member_name (builder, "pairs");
      json_builder_begin_array (builder);
      for (guint k = 0; k < entry->pairs->len; k++)
        put_pair (builder, g_ptr_array_index (entry->pairs, k));
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_pair (const JgTaskPair *pair)
{
  g_autoptr (GString) words = g_string_new (NULL);
  const char *everyday = NULL;

  for (guint i = 0; i < pair->shared->len; i++)
    {
      const JgSharedWords *shared = g_ptr_array_index (pair->shared, i);

      if (shared->everyday)
        everyday = shared->words;
      else
        g_string_append_printf (words, "%s%s", words->len > 0 ? "、" : "", shared->words);
    }
  g_print ("    %u. %s\n    ≈ %u. %s\n      相同的词：%s", pair->task, pair->text, pair->other_task,
           pair->other_text, words->str);
  if (everyday != NULL)
    g_print ("；平常都说“%s”", everyday);
  g_print ("\n");
}

/* jg_ctl_print_related:
 *
 * Prints the occupations with tasks alike for a person, sentence against sentence. */
void
jg_ctl_print_related (JgCatalogue *catalogue, const JgOccupation *occupation)
{
  g_autoptr (GPtrArray) related = jg_related_list (catalogue, occupation->id);

  if (occupation->tasks->len == 0)
    return;
  if (related->len == 0)
    {
      g_print ("\n相近职业：没有与它任务相近的职业\n");
      return;
    }
  g_print ("\n相近职业（任务逐句对照，相近的多的在前）：\n");
  for (guint i = 0; i < related->len; i++)
    {
      const JgRelated *entry = g_ptr_array_index (related, i);
      g_autofree char *code = NULL;

      code = jg_occupation_words_dup_code (entry->occupation->code, entry->occupation->edition,
                                           entry->occupation->provenance);
      g_print ("  %s %s：%u 项任务相近\n", code, entry->occupation->name, entry->pairs->len);
      for (guint k = 0; k < entry->pairs->len; k++)
        print_pair (g_ptr_array_index (entry->pairs, k));
    }
}
