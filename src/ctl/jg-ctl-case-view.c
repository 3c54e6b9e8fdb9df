/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Looking at cases: case list, show, export, delete, audit. */

#include <stdio.h>
#include <string.h>

#include "casework/jg-case-audit.h"
#include "casework/jg-case-backup.h"
#include "casework/jg-case-code.h"
#include "casework/jg-case-export.h"
#include "jg-ctl-case.h"
#include "text/jg-code.h"

#define MAX_ENTRIES 1000

static void
put_damaged (JsonBuilder *builder, JgCaseStore *store)
{
  const GArray *damaged = jg_case_store_get_damaged (store);

  json_builder_set_member_name (builder, "damaged");
  json_builder_begin_array (builder);
  for (guint i = 0; i < damaged->len; i++)
    {
      g_autofree char *number =
          jg_case_code_from_id (CLAMP (g_array_index (damaged, gint64, i), 1, JG_CASE_MAX_ID));

      json_builder_add_string_value (builder, number);
    }
  json_builder_end_array (builder);
  jg_ctl_case_put_int (builder, "missing", jg_case_store_get_n_missing (store));
}

static void
print_line (const JgCaseSummary *summary)
{
  g_autofree char *number = jg_case_code_from_id (summary->id);
  g_autofree char *changed = jg_ctl_case_day (summary->changed);
  g_autofree char *occupations = g_strjoinv ("、", (char **) summary->occupation_names);

  g_print ("%s　%s　%s　%s", number, changed, summary->status == JG_CASE_CLOSED ? "结案" : "在办",
           *summary->alias != '\0' ? summary->alias : "（未写称呼）");
  if (*occupations != '\0')
    g_print ("　%s", occupations);
  if (*summary->follow_up != '\0')
    g_print ("　回访 %s", summary->follow_up);
  g_print ("　保存到 %s\n", *summary->retain_until != '\0' ? summary->retain_until : "（未写）");
}

/* The occupation whose code was typed; the store holds ids and names only. */
static char *
find_occupation (JgCtl *ctl, const char *text)
{
  g_autofree char *code = jg_code_parse (text);
  g_autoptr (JgCatalogue) catalogue = NULL;
  g_autoptr (JgOccupation) occupation = NULL;

  if (code == NULL || jg_case_code_to_id (text) != 0)
    return NULL;
  catalogue = jg_ctl_open_catalogue (ctl);
  if (catalogue != NULL)
    occupation = jg_catalogue_find_occupation (catalogue, code, NULL, NULL);
  return occupation != NULL ? g_strdup (occupation->id) : NULL;
}

/* jg_ctl_case_list:
 *
 * case list [词语…] [--due] [--expired] [--from 日期] [--to 日期]
 *
 * Returns: 0, or 1 when no case fits */
int
jg_ctl_case_list (JgCtl *ctl, JgCaseStore *store, char **arguments)
{
  const gboolean span = ctl->from != NULL || ctl->to != NULL;
  g_autofree char *text = g_strjoinv (" ", arguments);
  g_autofree char *occupation = find_occupation (ctl, text);
  const JgCaseQuery query = {
    .text = occupation == NULL ? text : NULL,
    .occupation = occupation,
    .changed_from = ctl->due ? NULL : ctl->from,
    .changed_to = ctl->due ? NULL : ctl->to,
    .due_from = ctl->due ? ctl->from : NULL,
    .due_by = !ctl->due ? NULL
              : span    ? ctl->to
                        : ctl->as_of,
    .retain_by = ctl->expired ? ctl->as_of : NULL,
  };
  g_autoptr (GPtrArray) found = NULL;

  if ((ctl->from != NULL && !jg_case_is_date (ctl->from)) ||
      (ctl->to != NULL && !jg_case_is_date (ctl->to)))
    return jg_ctl_usage ("--from 和 --to 后面应写日期 YYYY-MM-DD");
  found = jg_case_store_find (store, &query);
  if (ctl->json)
    {
      JsonBuilder *builder = jg_ctl_begin (ctl);

      json_builder_set_member_name (builder, "cases");
      json_builder_begin_array (builder);
      for (guint i = 0; i < found->len; i++)
        jg_ctl_case_put_summary (builder, g_ptr_array_index (found, i));
      json_builder_end_array (builder);
      put_damaged (builder, store);
      jg_ctl_end (builder);
    }
  else
    for (guint i = 0; i < found->len; i++)
      print_line (g_ptr_array_index (found, i));
  if (found->len == 0)
    return jg_ctl_fail ("没有符合的档案");
  return JG_EXIT_DONE;
}

/* The case whose number was typed; 0 when there is none, which was said. */
static gint64
read_case (const char *verb, char **arguments)
{
  if (arguments[0] == NULL || arguments[1] != NULL)
    {
      jg_ctl_usage ("case %s 后面应写一个档案编号", verb);
      return 0;
    }
  return jg_ctl_case_read_number (arguments[0]);
}

static int
exit_for (char **arguments)
{
  return arguments[0] == NULL || arguments[1] != NULL ? JG_EXIT_USAGE : JG_EXIT_NOTHING;
}

/* jg_ctl_case_show:
 *
 * case show 编号
 *
 * Returns: 0, or 1 when there is no such case or it is damaged */
int
jg_ctl_case_show (JgCtl *ctl, JgCaseStore *store, char **arguments)
{
  const gint64 id = read_case ("show", arguments);
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseSummary) summary = NULL;
  g_autoptr (GBytes) content = NULL;

  if (id == 0)
    return exit_for (arguments);
  content = jg_case_store_load (store, id, &error);
  if (content == NULL)
    return jg_ctl_fail ("%s", error->message);
  summary = jg_case_store_get (store, id);
  if (ctl->json)
    {
      JsonBuilder *builder = jg_ctl_begin (ctl);
      g_autofree char *text =
          g_strndup (g_bytes_get_data (content, NULL), g_bytes_get_size (content));

      json_builder_set_member_name (builder, "case");
      jg_ctl_case_put_summary (builder, summary);
      jg_ctl_put (builder, "content", text);
      jg_ctl_end (builder);
      return JG_EXIT_DONE;
    }
  print_line (summary);
  g_print ("职业指导员：%s；告知书第 %u 版，%s 同意\n", summary->counsellor,
           summary->consent_version,
           *summary->consent_date != '\0' ? summary->consent_date : "（未写日期）");
  if (!jg_ctl_case_write (ctl, g_bytes_get_data (content, NULL), g_bytes_get_size (content),
                          &error))
    return jg_ctl_fail ("%s", error->message);
  g_print ("\n");
  return JG_EXIT_DONE;
}

/* jg_ctl_case_export:
 *
 * case export 编号 [--output 文件.json]
 *
 * Returns: 0, or 1 when there is no such case, it is damaged, or the file cannot be written */
int
jg_ctl_case_export (JgCtl *ctl, JgCaseStore *store, char **arguments)
{
  const gint64 id = read_case ("export", arguments);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (id == 0)
    return exit_for (arguments);
  bytes = jg_case_store_export (store, id, &error);
  if (bytes == NULL ||
      !jg_ctl_case_write (ctl, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error))
    return jg_ctl_fail ("%s", error->message);
  if (ctl->output == NULL)
    g_print ("\n");
  else if (!ctl->json)
    g_print ("已导出到 %s。文件没有加密，请交给本人后删除。\n", ctl->output);
  return JG_EXIT_DONE;
}

/* jg_ctl_case_delete:
 *
 * case delete 编号 [--yes]
 *
 * Returns: 0, or 1 when it was not deleted */
int
jg_ctl_case_delete (JgCtl *ctl, JgCaseStore *store, char **arguments)
{
  const gint64 id = read_case ("delete", arguments);
  g_autoptr (GError) error = NULL;
  g_autofree char *number = NULL;
  g_autofree char *question = NULL;
  g_autofree char *trace = NULL;

  if (id == 0)
    return exit_for (arguments);
  number = jg_case_code_from_id (id);
  question = g_strdup_printf ("删除后不能恢复。要删除，请再输入一遍编号 %s：", number);
  if (!ctl->yes && !jg_ctl_case_ask (question, number))
    return jg_ctl_fail ("没有删除。在脚本里用时请加 --yes");
  if (!jg_case_store_delete (store, id, &error))
    return jg_ctl_fail ("%s", error->message);
  trace = jg_case_store_dup_last_trace (store);
  if (ctl->json)
    {
      JsonBuilder *builder = jg_ctl_begin (ctl);

      jg_ctl_put (builder, "deleted", number);
      jg_ctl_put (builder, "backups_until", trace);
      jg_ctl_end (builder);
      return JG_EXIT_DONE;
    }
  if (trace != NULL)
    g_print ("已删除 %s。备份里的副本最迟在 %s 过期。\n", number, trace);
  else
    g_print ("已删除 %s。没有备份，不再有任何副本。\n", number);
  return JG_EXIT_DONE;
}

static void
put_entry (JsonBuilder *builder, const JgCaseEntry *entry)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (entry->time);
  g_autofree char *time = local != NULL ? g_date_time_format_iso8601 (local) : NULL;
  g_autofree char *number = entry->id != 0 ? jg_case_code_from_id (entry->id) : NULL;

  json_builder_begin_object (builder);
  jg_ctl_case_put_int (builder, "number", entry->number);
  jg_ctl_put (builder, "time", time);
  jg_ctl_put (builder, "by", entry->name);
  jg_ctl_put (builder, "act", jg_case_act_label (entry->act));
  jg_ctl_put (builder, "case", number);
  json_builder_end_object (builder);
}

/* jg_ctl_case_audit:
 *
 * case audit [编号]
 *
 * Returns: 0, or 1 when the trail cannot be read */
int
jg_ctl_case_audit (JgCtl *ctl, JgCaseStore *store, char **arguments)
{
  const gint64 id = arguments[0] != NULL ? read_case ("audit", arguments) : 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  JsonBuilder *builder = NULL;

  if (arguments[0] != NULL && id == 0)
    return exit_for (arguments);
  entries = jg_case_store_list_entries (store, id, 0, MAX_ENTRIES, &error);
  if (entries == NULL)
    return jg_ctl_fail ("%s", error->message);
  if (ctl->json)
    {
      builder = jg_ctl_begin (ctl);
      json_builder_set_member_name (builder, "entries");
      json_builder_begin_array (builder);
    }
  for (guint i = entries->len; i > 0; i--)
    {
      const JgCaseEntry *entry = g_ptr_array_index (entries, i - 1);
      g_autofree char *time = jg_ctl_case_day (entry->time);
      g_autofree char *number = entry->id != 0 ? jg_case_code_from_id (entry->id) : NULL;

      if (builder != NULL)
        put_entry (builder, entry);
      else
        g_print ("%" G_GINT64_FORMAT "　%s　%s　%s%s%s\n", entry->number, time, entry->name,
                 jg_case_act_label (entry->act), number != NULL ? "　" : "",
                 number != NULL ? number : "");
    }
  if (builder != NULL)
    {
      json_builder_end_array (builder);
      jg_ctl_end (builder);
    }
  return JG_EXIT_DONE;
}
