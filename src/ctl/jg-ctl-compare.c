/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "guidance/jg-compare.h"
#include "guidance/jg-occupation-words.h"
#include "jg-ctl-related.h"
#include "paper/jg-compare-sheet.h"

static JgOccupation *
get_occupation (const JgCompare *comparison, guint column)
{
  return g_ptr_array_index (comparison->occupations, column);
}

static void
put_occupation (JsonBuilder *builder, const JgCompare *comparison, guint column)
{
  JgOccupation *occupation = get_occupation (comparison, column);
  guint n_any;
  guint n = jg_occupation_words_count_measures (occupation, &n_any);

  json_builder_begin_object (builder);
  jg_ctl_put (builder, "code", occupation->code);
  jg_ctl_put (builder, "edition", occupation->edition);
  jg_ctl_put (builder, "name", occupation->name);
  jg_ctl_put (builder, "status", occupation->status);
  jg_ctl_put_provenance (builder, occupation->provenance);
  jg_ctl_put_list (builder, "marks", occupation->marks);
  jg_ctl_put (builder, "definition", occupation->definition);
  json_builder_set_member_name (builder, "own_tasks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < comparison->own[column]->len; i++)
    {
      guint task = g_array_index (comparison->own[column], guint, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "task");
      json_builder_add_int_value (builder, task);
      jg_ctl_put (builder, "text", g_ptr_array_index (occupation->tasks, task - 1));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "work_types");
  json_builder_begin_array (builder);
  for (guint i = 0; i < occupation->work_types->len; i++)
    {
      const JgWorkType *work_type = g_ptr_array_index (occupation->work_types, i);

      json_builder_begin_object (builder);
      jg_ctl_put (builder, "name", work_type->name);
      jg_ctl_put (builder, "status", work_type->status);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "linked_measures");
  json_builder_add_int_value (builder, n);
  json_builder_set_member_name (builder, "measures_for_any");
  json_builder_add_int_value (builder, n_any);
  json_builder_end_object (builder);
}

static void
put_row (JsonBuilder *builder, const JgCompare *comparison, const JgCompareRow *row)
{
  json_builder_begin_array (builder);
  for (guint i = 0; i < comparison->occupations->len; i++)
    {
      if (row->tasks[i] == 0)
        {
          json_builder_add_null_value (builder);
          continue;
        }
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "task");
      json_builder_add_int_value (builder, row->tasks[i]);
      jg_ctl_put (builder, "text",
                  g_ptr_array_index (get_occupation (comparison, i)->tasks, row->tasks[i] - 1));
      jg_ctl_put_spans (builder, "bytes", row->spans[i]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
put_comparison (JgCtl *ctl, const JgCompare *comparison, JgPaper *paper)
{
  JsonBuilder *builder = jg_ctl_begin (ctl);

  json_builder_set_member_name (builder, "occupations");
  json_builder_begin_array (builder);
  for (guint i = 0; i < comparison->occupations->len; i++)
    put_occupation (builder, comparison, i);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "alike");
  json_builder_begin_array (builder);
  for (guint i = 0; i < comparison->alike->len; i++)
    put_row (builder, comparison, g_ptr_array_index (comparison->alike, i));
  json_builder_end_array (builder);
  if (paper != NULL)
    jg_ctl_put_paper (ctl, builder, paper);
  jg_ctl_end (builder);
}

static void
print_task (const JgCompare *comparison, guint column, guint task)
{
  JgOccupation *occupation = get_occupation (comparison, column);

  g_print ("  %s %u. %s\n", occupation->name, task,
           (const char *) g_ptr_array_index (occupation->tasks, task - 1));
}

static void
print_comparison (const JgCompare *comparison)
{
  for (guint i = 0; i < comparison->occupations->len; i++)
    {
      JgOccupation *occupation = get_occupation (comparison, i);
      g_autofree char *code = jg_occupation_words_dup_code (occupation->code, occupation->edition,
                                                            occupation->provenance);
      g_autofree char *name = jg_occupation_words_dup_name (occupation);
      g_autofree char *classes = jg_occupation_words_dup_classes (occupation);
      g_autofree char *work_types = jg_occupation_words_dup_work_types (occupation);
      g_autofree char *measures = jg_occupation_words_dup_measures (occupation);

      g_print ("%s %s\n  类别：%s\n  定义：%s\n", code, name, *classes != '\0' ? classes : "没有",
               occupation->definition != NULL ? occupation->definition
                                              : jg_occupation_words_get_no_definition (occupation));
      g_print ("  工种：%s\n  扶持政策：%s\n", *work_types != '\0' ? work_types : "通知没有列出",
               measures);
    }
  g_print ("\n相近的任务%s\n", comparison->alike->len > 0 ? "：" : "：没有");
  for (guint i = 0; i < comparison->alike->len; i++)
    {
      const JgCompareRow *row = g_ptr_array_index (comparison->alike, i);

      for (guint column = 0; column < comparison->occupations->len; column++)
        if (row->tasks[column] > 0)
          print_task (comparison, column, row->tasks[column]);
      g_print ("\n");
    }
  g_print ("各自的任务：\n");
  for (guint column = 0; column < comparison->occupations->len; column++)
    for (guint i = 0; i < comparison->own[column]->len; i++)
      print_task (comparison, column, g_array_index (comparison->own[column], guint, i));
}

/* Looks the occupations up; what is not found is said on standard error. */
static GPtrArray *
find_ids (JgCtl *ctl, JgCatalogue *catalogue, char **names)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) others = NULL;
      g_autoptr (JgOccupation) occupation = NULL;

      if (g_utf8_validate (names[i], -1, NULL))
        occupation = jg_catalogue_find_occupation (catalogue, names[i], ctl->edition, &others);
      if (occupation == NULL)
        {
          jg_ctl_fail ("目录未收录“%s”；可用 jobguidectl search 查找", names[i]);
          return NULL;
        }
      g_ptr_array_add (ids, g_strdup (occupation->id));
    }
  g_ptr_array_add (ids, NULL);
  return g_steal_pointer (&ids);
}

/* jg_ctl_compare:
 *
 * compare CODE-OR-NAME CODE-OR-NAME… [--edition 2020|2022] [--output FILE.pdf] [--large-print]
 *
 * Returns: 0, or 1 when an occupation is unknown or given twice or the file cannot be written */
int
jg_ctl_compare (JgCtl *ctl, char **arguments)
{
  g_autoptr (JgCatalogue) catalogue = NULL;
  g_autoptr (GPtrArray) ids = NULL;
  g_autoptr (JgCompare) comparison = NULL;
  g_autoptr (JgPaper) paper = NULL;
  g_autoptr (GError) error = NULL;
  guint n = g_strv_length (arguments);

  if (n < JG_COMPARE_MIN || n > JG_COMPARE_MAX)
    return jg_ctl_usage ("compare 后面应写 %d 至 %d 个职业编码或名称", JG_COMPARE_MIN,
                         JG_COMPARE_MAX);
  if (ctl->large_print && ctl->output == NULL)
    return jg_ctl_usage ("--large-print 要和 --output 一起用");
  catalogue = jg_ctl_open_catalogue (ctl);
  if (catalogue == NULL)
    return JG_EXIT_NOTHING;
  ids = find_ids (ctl, catalogue, arguments);
  if (ids == NULL)
    return JG_EXIT_NOTHING;
  comparison = jg_compare_new (catalogue, (const char *const *) ids->pdata, &error);
  if (comparison == NULL)
    return jg_ctl_fail ("%s", error->message);
  if (ctl->output != NULL)
    {
      paper = jg_compare_sheet_new (catalogue, comparison, ctl->large_print);
      if (!jg_paper_write_pdf (paper, ctl->output, &error))
        return jg_ctl_fail ("%s", error->message);
    }
  if (ctl->json)
    put_comparison (ctl, comparison, paper);
  else if (paper != NULL)
    g_print ("职业对比，共 %u 页：%s\n", jg_paper_get_n_pages (paper), ctl->output);
  else
    print_comparison (comparison);
  return JG_EXIT_DONE;
}
