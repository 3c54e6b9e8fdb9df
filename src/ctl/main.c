/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>
#include <stdlib.h>
#include <stdio.h>
#include <string.h>

#include "jg-config.h"
#include "jg-ctl.h"

typedef struct
{
  const char *name;
  int (*run) (JgCtl *ctl, char **arguments);
  const char *options; /* options of its own that it takes */
  const char *usage;
} Command;

static const Command commands[] = {
  { "search", jg_ctl_search, "limit", "search 词语 [--limit N]" },
  { "show", jg_ctl_show, "edition output large-print",
    "show 编码或名称 [--edition 2020|2022] [--output 文件.pdf] [--large-print]" },
  { "compare", jg_ctl_compare, "edition output large-print",
    "compare 编码或名称 编码或名称… [--edition 2020|2022] [--output 文件.pdf] [--large-print]" },
  { "document", jg_ctl_document, "measures", "document KEY或文号 [--measures]" },
  { "match", jg_ctl_match, "limit", "match 求职者.json [--limit N]" },
  { "measures", jg_ctl_measures, "code explain",
    "measures 求职者.json [--code 编码] [--explain 政策ID]" },
  { "facts", jg_ctl_facts, "", "facts" },
  { "sheet", jg_ctl_sheet, "output code large-print clauses format desk measure",
    "sheet 求职者.json --output 文件 [--format pdf|json|ics] [--code 编码]… [--measure "
    "政策编号]… "
    "[--desk 文件] [--large-print] [--clauses]" },
  { "pack", jg_ctl_pack, "sources onto keys progress",
    "pack check|build|show [--sources 文件夹] [--onto 目录.db] [输出.db] 文件… | pack list | pack "
    "verify 文件 [--keys "
    "文件夹] | pack diff 旧 新 | "
    "pack import 文件… [--keys 文件夹] | pack undo 包ID" },
  { "course", jg_ctl_course, "courses output preview code large-print",
    "course import|export|check|coverage|measures|decide|sheet|plan|"
    "catalogue|list|show … [--courses 文件]" },
  { "case", jg_ctl_case, "output",
    "case create|list|show|export|delete|audit|backup|restore|stats|verify|rescue …（见 "
    "--help-case）" },
  { "kiosk", jg_ctl_kiosk, "passphrase-fd", "kiosk hash|counters [--passphrase-fd N]" },
};

static char *
command_help (void)
{
  GString *help = g_string_new ("命令：\n");

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (help, "  %s\n", commands[i].usage);
  g_string_append (help, "\n退出码：0 完成；1 输入有误或没有找到（原因见标准错误）；2 用法不对。\n"
                         "加 --json 时输出一个 JSON 对象。");
  return g_string_free (help, FALSE);
}

static const Command *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, name) == 0)
      return &commands[i];
  return NULL;
}

/* An option that a command does not know is a mistake worth telling, not one to pass over. */
static const char *
find_stray_option (const JgCtl *ctl, const Command *command)
{
  const struct
  {
    const char *name;
    gboolean given;
  } options[] = {
    { "limit", ctl->limit != 0 },
    { "edition", ctl->edition != NULL },
    { "output", ctl->output != NULL },
    { "code", ctl->codes != NULL },
    { "clauses", ctl->clauses },
    { "format", ctl->format != NULL },
    { "large-print", ctl->large_print },
    { "sources", ctl->sources != NULL },
    { "onto", ctl->onto != NULL },
    { "desk", ctl->desk != NULL },
    { "measure", ctl->measures != NULL },
    { "explain", ctl->explain != NULL },
    { "measures", ctl->list_measures },
    { "courses", ctl->courses != NULL },
    { "keys", ctl->keys != NULL && ctl->with == NULL },
    { "progress", ctl->progress },
  };
  g_auto (GStrv) known = g_strsplit (command->options, " ", -1);

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    if (options[i].given && !g_strv_contains ((const char *const *) known, options[i].name))
      return options[i].name;
  /* “case” looks at its own options verb by verb. */
  return strcmp (command->name, "case") == 0 ? NULL
                                             : jg_ctl_case_find_stray (ctl, command->options);
}

static gboolean
is_full_date (const char *text)
{
  GDate date;
  int year = 0;
  int month = 0;
  int day = 0;

  if (!g_regex_match_simple ("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", text, 0, 0))
    return FALSE;
  sscanf (text, "%d-%d-%d", &year, &month, &day);
  if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

static int
run (JgCtl *ctl, char **arguments)
{
  const Command *command = NULL;
  const char *stray = NULL;

  if (arguments == NULL || arguments[0] == NULL)
    return jg_ctl_usage ("没有写命令");
  command = find_command (arguments[0]);
  if (command == NULL)
    return jg_ctl_usage ("没有命令“%s”", arguments[0]);
  stray = find_stray_option (ctl, command);
  if (stray != NULL)
    return jg_ctl_usage ("命令 %s 没有选项 --%s；用法：jobguidectl %s", command->name, stray,
                         command->usage);
  if (ctl->limit < 0)
    return jg_ctl_usage ("--limit 应为正整数");
  if (ctl->edition != NULL && strcmp (ctl->edition, "2020") != 0 &&
      strcmp (ctl->edition, "2022") != 0)
    return jg_ctl_usage ("--edition 写了“%s”；应为 2020 或 2022", ctl->edition);
  if (ctl->as_of == NULL)
    {
      g_autoptr (GDateTime) now = g_date_time_new_now_local ();

      ctl->as_of = g_date_time_format (now, "%Y-%m-%d");
    }
  if (!is_full_date (ctl->as_of))
    return jg_ctl_usage ("--as-of 写了“%s”；应为真实的日期，如 2020-10-15", ctl->as_of);
  return command->run (ctl, arguments + 1);
}

static void
clear_ctl (JgCtl *ctl)
{
  g_free (ctl->catalogue_path);
  g_free (ctl->as_of);
  g_strfreev (ctl->with);
  g_strfreev (ctl->in_use);
  g_free (ctl->edition);
  g_free (ctl->output);
  g_strfreev (ctl->codes);
  g_free (ctl->desk);
  g_strfreev (ctl->measures);
  g_free (ctl->sources);
  g_free (ctl->onto);
  g_free (ctl->explain);
  g_free (ctl->format);
  g_free (ctl->courses);
  g_free (ctl->keys);
  jg_ctl_case_clear (ctl);
}

int
main (int argc, char **argv)
{
  JgCtl ctl = { 0 };
  gboolean version = FALSE;
  g_auto (GStrv) arguments = NULL;
  g_auto (GStrv) words = NULL;
  g_autofree char *help = command_help ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GOptionContext) context = g_option_context_new ("命令 …");
  const GOptionEntry entries[] = {
    { "catalogue", 0, 0, G_OPTION_ARG_FILENAME, &ctl.catalogue_path, "用这个目录数据库", "文件" },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &ctl.as_of, "按这一天判断（默认今天）", "YYYY-MM-DD" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &ctl.json, "输出 JSON", NULL },
    { "with", 0, 0, G_OPTION_ARG_STRING_ARRAY, &ctl.with, "同时使用这个待核数据包，可重复",
      "包ID" },
    { "limit", 0, 0, G_OPTION_ARG_INT, &ctl.limit, "最多几条", "N" },
    { "edition", 0, 0, G_OPTION_ARG_STRING, &ctl.edition, "编码的版本", "2020|2022" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &ctl.output, "写到这个文件", "文件.pdf" },
    { "code", 0, 0, G_OPTION_ARG_STRING_ARRAY, &ctl.codes, "指定职业编码，可重复", "编码" },
    { "large-print", 0, 0, G_OPTION_ARG_NONE, &ctl.large_print, "大字版", NULL },
    { "clauses", 0, 0, G_OPTION_ARG_NONE, &ctl.clauses, "另附政策原文整段", NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &ctl.format, "写成什么（默认 pdf）", "pdf|json|ics" },
    { "measure", 0, 0, G_OPTION_ARG_STRING_ARRAY, &ctl.measures, "也印这项政策，可重复",
      "政策编号" },
    { "desk", 0, 0, G_OPTION_ARG_FILENAME, &ctl.desk, "本机构的备注和办事指南", "文件.json" },
    { "sources", 0, 0, G_OPTION_ARG_FILENAME, &ctl.sources, "官方文本文件夹", "文件夹" },
    { "onto", 0, 0, G_OPTION_ARG_FILENAME, &ctl.onto, "在这个目录数据库之上", "目录.db" },
    { "explain", 0, 0, G_OPTION_ARG_STRING, &ctl.explain, "只说明这一项政策措施", "政策ID" },
    { "measures", 0, 0, G_OPTION_ARG_NONE, &ctl.list_measures, "列出文件中的政策措施", NULL },
    { "keys", 0, 0, G_OPTION_ARG_FILENAME, &ctl.keys, "信任的公钥在这个文件夹（也用于 --with）",
      "文件夹" },
    { "progress", 0, 0, G_OPTION_ARG_NONE, &ctl.progress, "在标准错误上说明进度", NULL },
    { "courses", 0, 0, G_OPTION_ARG_FILENAME, &ctl.courses, "用这个课程文件", "文件.json" },
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, "版本", NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &arguments, NULL, NULL },
    { NULL },
  };
  int status = JG_EXIT_USAGE;

  /* The texts are Chinese whatever the locale; only their encoding may depend on it. */
  if (setlocale (LC_ALL, "") == NULL || !g_get_charset (NULL))
    setlocale (LC_ALL, "C.UTF-8");

  g_option_context_set_summary (context, help);
  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_add_group (context, jg_ctl_case_group (&ctl));
  words = g_strdupv (argv);
  if (!g_option_context_parse_strv (context, &words, &error))
    status = jg_ctl_usage ("%s", error->message);
  else if (version)
    {
      g_print ("jobguidectl %s\n", PACKAGE_VERSION);
      status = JG_EXIT_DONE;
    }
  else
    status = run (&ctl, arguments);
  clear_ctl (&ctl);
  return status;
}
