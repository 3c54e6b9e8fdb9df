/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "guidance/jg-occupation-words.h"
#include "jg-ctl-related.h"
#include "paper/jg-occupation-sheet.h"

static void
put_work_types (JsonBuilder *builder, JgCatalogue *catalogue, const JgOccupation *occupation)
{
  json_builder_set_member_name (builder, "work_types");
  json_builder_begin_array (builder);
  for (guint i = 0; i < occupation->work_types->len; i++)
    {
      const JgWorkType *work_type = g_ptr_array_index (occupation->work_types, i);
      g_autoptr (JgOccupation) other =
          work_type->other != NULL ? jg_catalogue_get_occupation (catalogue, work_type->other)
                                   : NULL;

      json_builder_begin_object (builder);
      jg_ctl_put (builder, "name", work_type->name);
      jg_ctl_put (builder, "status", work_type->status);
      if (other != NULL)
        {
          jg_ctl_put (builder, "to", other->name);
          jg_ctl_put (builder, "to_code", other->code);
        }
      json_builder_set_member_name (builder, "sources");
      json_builder_begin_array (builder);
      for (guint k = 0; k < work_type->sources->len; k++)
        {
          const JgCitation *citation = g_ptr_array_index (work_type->sources, k);

          json_builder_begin_object (builder);
          jg_ctl_put (builder, "document", citation->document);
          jg_ctl_put (builder, "clause", citation->clause);
          json_builder_set_member_name (builder, "line");
          json_builder_add_int_value (builder, citation->line);
          json_builder_end_object (builder);
        }
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
put_codes (JsonBuilder *builder, const JgOccupation *occupation)
{
  json_builder_set_member_name (builder, "codes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < occupation->codes->len; i++)
    {
      const JgOccupationCode *code = g_ptr_array_index (occupation->codes, i);

      json_builder_begin_object (builder);
      jg_ctl_put (builder, "code", code->code);
      jg_ctl_put (builder, "edition", code->edition);
      jg_ctl_put_provenance (builder, code->provenance);
      jg_ctl_put (builder, "status", code->status);
      if (code->name != NULL)
        jg_ctl_put (builder, "name", code->name);
      if (code->relation != NULL)
        jg_ctl_put (builder, "relation", code->relation);
      jg_ctl_put_list (builder, "marks", code->marks);
      if (code->note != NULL)
        jg_ctl_put (builder, "note", code->note);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
put_changes (JsonBuilder *builder, const JgOccupation *occupation)
{
  json_builder_set_member_name (builder, "changes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < occupation->changes->len; i++)
    {
      const JgChange *change = g_ptr_array_index (occupation->changes, i);

      json_builder_begin_object (builder);
      jg_ctl_put (builder, "kind", change->kind);
      jg_ctl_put (builder, "document", change->document);
      jg_ctl_put (builder, "clause", change->clause);
      json_builder_set_member_name (builder, "line");
      json_builder_add_int_value (builder, change->line);
      jg_ctl_put (builder, "quote", change->quote);
      jg_ctl_put (builder, "summary", change->summary);
      jg_ctl_put_provenance (builder, occupation->provenance);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
put_sources (JsonBuilder *builder, const JgOccupation *occupation)
{
  json_builder_set_member_name (builder, "sources");
  json_builder_begin_array (builder);
  for (guint i = 0; i < occupation->sources->len; i++)
    {
      const JgCitation *citation = g_ptr_array_index (occupation->sources, i);

      json_builder_begin_object (builder);
      jg_ctl_put (builder, "document", citation->document);
      jg_ctl_put (builder, "clause", citation->clause);
      json_builder_set_member_name (builder, "line");
      json_builder_add_int_value (builder, citation->line);
      json_builder_set_member_name (builder, "line_to");
      json_builder_add_int_value (builder, citation->line_to);
      jg_ctl_put (builder, "quote", citation->quote);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
put_measures (JsonBuilder *builder, JgCatalogue *catalogue, const JgOccupation *occupation)
{
  json_builder_set_member_name (builder, "measures");
  json_builder_begin_array (builder);
  for (guint i = 0; i < occupation->measures->len; i++)
    json_builder_add_string_value (
        builder, ((const JgMeasureLink *) g_ptr_array_index (occupation->measures, i))->measure);
  json_builder_end_array (builder);

  json_builder_set_member_name (builder, "measure_links");
  json_builder_begin_array (builder);
  for (guint i = 0; i < occupation->measures->len; i++)
    {
      const JgMeasureLink *link = g_ptr_array_index (occupation->measures, i);
      g_autoptr (JgMeasure) measure = jg_catalogue_get_measure (catalogue, link->measure);

      json_builder_begin_object (builder);
      jg_ctl_put (builder, "id", link->measure);
      jg_ctl_put (builder, "basis", link->basis);
      jg_ctl_put (builder, "words", link->words);
      jg_ctl_put_provenance (builder, measure != NULL ? measure->provenance : NULL);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
put_other_meanings (JsonBuilder *builder, GPtrArray *others)
{
  json_builder_set_member_name (builder, "also_this_code");
  json_builder_begin_array (builder);
  for (guint i = 0; i < others->len; i++)
    {
      const JgOccupationCode *other = g_ptr_array_index (others, i);

      json_builder_begin_object (builder);
      jg_ctl_put (builder, "edition", other->edition);
      jg_ctl_put (builder, "name", other->name);
      jg_ctl_put_provenance (builder, other->provenance);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* The code the answer leads with: that of the edition asked for, else the current one. A code is
 * never shown without its edition. */
static void
choose_code (JgCtl *ctl,
             const JgOccupation *occupation,
             const char **code,
             const char **edition,
             const char **name)
{
  *code = occupation->code;
  *edition = occupation->edition;
  *name = occupation->name;
  if (ctl->edition == NULL || g_strcmp0 (ctl->edition, occupation->edition) == 0)
    return;
  for (guint i = 0; i < occupation->codes->len; i++)
    {
      const JgOccupationCode *row = g_ptr_array_index (occupation->codes, i);

      if (strcmp (row->edition, ctl->edition) == 0)
        {
          *code = row->code;
          *edition = row->edition;
          *name = row->name != NULL ? row->name : occupation->name;
          return;
        }
    }
}

static void
put_occupation (JgCtl *ctl,
                JgCatalogue *catalogue,
                const JgOccupation *occupation,
                GPtrArray *others,
                JgPaper *paper)
{
  JsonBuilder *builder = jg_ctl_begin (ctl);
  const char *code = NULL;
  const char *edition = NULL;
  const char *edition_name = NULL;

  choose_code (ctl, occupation, &code, &edition, &edition_name);
  jg_ctl_put (builder, "code", code);
  jg_ctl_put (builder, "edition", edition);
  jg_ctl_put (builder, "name", occupation->name);
  if (g_strcmp0 (edition_name, occupation->name) != 0)
    jg_ctl_put (builder, "name_in_edition", edition_name);
  jg_ctl_put (builder, "status", occupation->status);
  jg_ctl_put_provenance (builder, occupation->provenance);
  jg_ctl_put (builder, "origin", occupation->origin);
  jg_ctl_put_list (builder, "marks", occupation->marks);
  jg_ctl_put_list (builder, "former_names", occupation->former_names);
  if (occupation->note != NULL)
    jg_ctl_put (builder, "note", occupation->note);

  json_builder_set_member_name (builder, "classes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < occupation->classes->len; i++)
    {
      const JgOccupationClass *class = g_ptr_array_index (occupation->classes, i);

      json_builder_begin_object (builder);
      jg_ctl_put (builder, "code", class->code);
      jg_ctl_put (builder, "edition", class->edition);
      jg_ctl_put (builder, "name", class->name);
      jg_ctl_put (builder, "level", class->level);
      jg_ctl_put_provenance (builder, class->provenance);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  jg_ctl_put (builder, "definition", occupation->definition);
  json_builder_set_member_name (builder, "tasks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < occupation->tasks->len; i++)
    json_builder_add_string_value (builder, g_ptr_array_index (occupation->tasks, i));
  json_builder_end_array (builder);
  put_work_types (builder, catalogue, occupation);
  put_changes (builder, occupation);
  put_codes (builder, occupation);

  json_builder_set_member_name (builder, "successors");
  json_builder_begin_array (builder);
  for (guint i = 0; occupation->successors[i] != NULL; i++)
    {
      g_autoptr (JgOccupation) successor =
          jg_catalogue_get_occupation (catalogue, occupation->successors[i]);

      if (successor == NULL)
        continue;
      json_builder_begin_object (builder);
      jg_ctl_put (builder, "code", successor->code);
      jg_ctl_put (builder, "edition", successor->edition);
      jg_ctl_put (builder, "name", successor->name);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  put_sources (builder, occupation);
  put_measures (builder, catalogue, occupation);
  jg_ctl_put_related (builder, catalogue, occupation->id);
  put_other_meanings (builder, others);
  if (paper != NULL)
    jg_ctl_put_paper (ctl, builder, paper);
  jg_ctl_end (builder);
}

static void
print_codes (const JgOccupation *occupation, GPtrArray *others)
{
  for (guint i = 0; i < occupation->codes->len; i++)
    {
      const JgOccupationCode *code = g_ptr_array_index (occupation->codes, i);

      g_print ("  %s（%s版%s%s）%s\n", code->code, code->edition,
               strcmp (code->status, "former") == 0      ? "，已更改"
               : strcmp (code->status, "cancelled") == 0 ? "，已取消"
                                                         : "",
               strcmp (code->provenance, "secondary") == 0 ? "，待核" : "",
               code->name != NULL ? code->name : "");
    }
  for (guint i = 0; i < others->len; i++)
    {
      const JgOccupationCode *other = g_ptr_array_index (others, i);

      g_print ("  注意：%s 在%s版中是“%s”（待核）\n", other->code, other->edition, other->name);
    }
}

static void
print_occupation (JgCtl *ctl,
                  JgCatalogue *catalogue,
                  const JgOccupation *occupation,
                  GPtrArray *others)
{
  g_autoptr (GString) path = g_string_new (NULL);
  g_autofree char *head = NULL;
  guint linked = 0;
  const char *code = NULL;
  const char *edition = NULL;
  const char *edition_name = NULL;

  choose_code (ctl, occupation, &code, &edition, &edition_name);
  /* The codes of another edition are all from a transcription. */
  head = jg_occupation_words_dup_code (
      code, edition,
      g_strcmp0 (edition, occupation->edition) != 0 ? "secondary" : occupation->provenance);
  g_print ("%s %s", head, occupation->name);
  for (guint i = 0; occupation->marks[i] != NULL; i++)
    g_print (" %s", occupation->marks[i]);
  g_print ("%s\n", strcmp (occupation->status, "cancelled") == 0 ? "（已取消）" : "");
  if (occupation->note != NULL)
    g_print ("%s\n", occupation->note);
  for (guint i = 0; i < occupation->classes->len; i++)
    {
      const JgOccupationClass *class = g_ptr_array_index (occupation->classes, i);

      g_string_append_printf (path, "%s%s %s", i > 0 ? " › " : "", class->code, class->name);
    }
  if (path->len > 0 && g_strcmp0 (occupation->edition, "2022") == 0)
    g_print ("%s（2022版类别，待核）\n", path->str);
  else if (path->len > 0)
    g_print ("%s（类别名称取自 GB/T 6565-2015，待核）\n", path->str);
  if (occupation->definition != NULL)
    g_print ("\n定义：%s\n", occupation->definition);
  else if (strcmp (occupation->provenance, "secondary") == 0)
    g_print ("\n定义：没有；只从名单取了名称和编码\n");
  else
    g_print ("\n定义：通知中没有印出定义\n");
  if (occupation->tasks->len > 0)
    g_print ("\n主要工作任务：\n");
  for (guint i = 0; i < occupation->tasks->len; i++)
    g_print ("  %u. %s\n", i + 1, (const char *) g_ptr_array_index (occupation->tasks, i));
  if (occupation->work_types->len > 0)
    g_print ("\n工种：\n");
  for (guint i = 0; i < occupation->work_types->len; i++)
    {
      const JgWorkType *work_type = g_ptr_array_index (occupation->work_types, i);

      g_print ("  %s%s\n", work_type->name,
               jg_occupation_words_get_work_type_remark (work_type->status));
    }
  if (occupation->codes->len > 0)
    g_print ("\n编码：\n");
  print_codes (occupation, others);
  if (occupation->changes->len > 0)
    g_print ("\n变更记录：\n");
  for (guint i = 0; i < occupation->changes->len; i++)
    {
      const JgChange *change = g_ptr_array_index (occupation->changes, i);
      g_autoptr (JgDocument) document = jg_catalogue_get_document (catalogue, change->document);
      g_autofree char *citation =
          document != NULL ? jg_document_dup_citation (document, change->clause) : NULL;

      g_print ("  %s\n    “%s”（%s）\n", change->summary, change->quote, citation);
    }
  for (guint i = 0; i < occupation->measures->len; i++)
    {
      const JgMeasureLink *link = g_ptr_array_index (occupation->measures, i);
      g_autoptr (JgMeasure) measure = NULL;
      g_autofree char *name = NULL;

      if (strcmp (link->basis, "all") == 0)
        continue;
      if (linked++ == 0)
        g_print ("\n文中点到本职业的措施（是否适用请用 measures 核对）：\n");
      measure = jg_catalogue_get_measure (catalogue, link->measure);
      if (measure != NULL)
        name = jg_ctl_dup_marked (measure->name, measure->provenance);
      if (measure != NULL)
        g_print ("  %s（%s，%s）%s\n", name,
                 measure->document_number != NULL ? measure->document_number
                                                  : measure->document_title,
                 measure->clause, strcmp (link->basis, "natural") == 0 ? "［按词义关联］" : "");
    }
  jg_ctl_print_related (catalogue, occupation);
}

/* jg_ctl_show:
 *
 * show CODE-OR-NAME [--edition 2020|2022] [--output FILE.pdf] [--large-print]
 *
 * Returns: 0, or 1 when there is no such occupation or the file cannot be written */
int
jg_ctl_show (JgCtl *ctl, char **arguments)
{
  g_autoptr (JgCatalogue) catalogue = NULL;
  g_autoptr (JgOccupation) occupation = NULL;
  g_autoptr (GPtrArray) others = NULL;
  g_autofree char *wanted = NULL;
  g_autoptr (JgPaper) paper = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments[0] == NULL)
    return jg_ctl_usage ("show 后面应写职业编码或名称");
  if (ctl->large_print && ctl->output == NULL)
    return jg_ctl_usage ("--large-print 要和 --output 一起用");
  wanted = g_strjoinv (" ", arguments);
  if (!g_utf8_validate (wanted, -1, NULL))
    return jg_ctl_usage ("编码或名称不是 UTF-8 文本");
  catalogue = jg_ctl_open_catalogue (ctl);
  if (catalogue == NULL)
    return JG_EXIT_NOTHING;
  occupation = jg_catalogue_find_occupation (catalogue, wanted, ctl->edition, &others);
  if (occupation == NULL)
    {
      for (guint i = 0; i < others->len; i++)
        {
          const JgOccupationCode *other = g_ptr_array_index (others, i);

          g_printerr ("%s 在%s版中是“%s”（%s）\n", other->code, other->edition, other->name,
                      strcmp (other->provenance, "official") == 0 ? "官方" : "待核");
        }
      return jg_ctl_fail ("目录未收录“%s”%s；可用 jobguidectl search 查找", wanted,
                          ctl->edition != NULL ? "（按所指版本）" : "");
    }
  if (ctl->output != NULL)
    {
      paper = jg_occupation_sheet_new (catalogue, occupation, ctl->large_print);
      if (!jg_paper_write_pdf (paper, ctl->output, &error))
        return jg_ctl_fail ("%s", error->message);
    }
  if (ctl->json)
    put_occupation (ctl, catalogue, occupation, others, paper);
  else if (paper != NULL)
    g_print ("职业说明，共 %u 页：%s\n", jg_paper_get_n_pages (paper), ctl->output);
  else
    print_occupation (ctl, catalogue, occupation, others);
  return JG_EXIT_DONE;
}
