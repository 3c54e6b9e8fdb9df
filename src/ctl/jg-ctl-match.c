/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "guidance/jg-match.h"
#include "guidance/jg-occupation-words.h"
#include "jg-ctl.h"

#define DEFAULT_LIMIT 5

static void
put_match (JsonBuilder *builder, const JgMatch *match)
{
  json_builder_begin_object (builder);
  jg_ctl_put (builder, "code", match->occupation->code);
  jg_ctl_put (builder, "edition", match->occupation->edition);
  jg_ctl_put (builder, "name", match->occupation->name);
  jg_ctl_put (builder, "provenance", match->occupation->provenance);
  json_builder_set_member_name (builder, "reasons");
  json_builder_begin_array (builder);
  for (guint i = 0; i < match->reasons->len; i++)
    {
      const JgMatchReason *reason = g_ptr_array_index (match->reasons, i);

      json_builder_begin_object (builder);
      jg_ctl_put (builder, "from", reason->from);
      jg_ctl_put (builder, "field", reason->field);
      json_builder_set_member_name (builder, "task");
      if (reason->task > 0)
        json_builder_add_int_value (builder, reason->task);
      else
        json_builder_add_null_value (builder);
      jg_ctl_put (builder, "text", reason->text);
      jg_ctl_put (builder, "via", reason->via);
      jg_ctl_put (builder, "through", reason->through);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "open_tasks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < match->open_tasks->len; i++)
    json_builder_add_int_value (builder, g_array_index (match->open_tasks, guint, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
print_match (const JgMatch *match)
{
  g_autofree char *code = jg_occupation_words_dup_code (
      match->occupation->code, match->occupation->edition, match->occupation->provenance);

  g_print ("%s %s\n", code, match->occupation->name);
  for (guint i = 0; i < match->reasons->len; i++)
    {
      const JgMatchReason *reason = g_ptr_array_index (match->reasons, i);

      if (reason->task > 0)
        g_print ("  因为“%s” → 任务 %d：%s\n", reason->from, reason->task, reason->text);
      else
        g_print ("  因为“%s” → %s\n", reason->from, reason->text);
    }
  for (guint i = 0; i < match->open_tasks->len; i++)
    {
      guint task = g_array_index (match->open_tasks, guint, i);

      g_print ("  未体现 %u：%s\n", task,
               (const char *) g_ptr_array_index (match->occupation->tasks, task - 1));
    }
}

/* jg_ctl_match:
 *
 * match PROFILE.json [--limit N]
 *
 * Returns: 0 also when nothing in the catalogue fits, since that is an answer; 1 for a bad profile */
int
jg_ctl_match (JgCtl *ctl, char **arguments)
{
  g_autoptr (JgCatalogue) catalogue = NULL;
  g_autoptr (JgProfile) profile = NULL;
  g_autoptr (JgMatchResult) result = NULL;

  if (arguments[0] == NULL || arguments[1] != NULL)
    return jg_ctl_usage ("match 后面应写一个求职者文件");
  profile = jg_ctl_read_profile (ctl, arguments[0]);
  if (profile == NULL)
    return JG_EXIT_NOTHING;
  catalogue = jg_ctl_open_catalogue (ctl);
  if (catalogue == NULL)
    return JG_EXIT_NOTHING;

  result =
      jg_match_profile (catalogue, profile, ctl->limit > 0 ? (guint) ctl->limit : DEFAULT_LIMIT);
  if (ctl->json)
    {
      JsonBuilder *builder = jg_ctl_begin (ctl);

      json_builder_set_member_name (builder, "matches");
      json_builder_begin_array (builder);
      for (guint i = 0; i < result->matches->len; i++)
        put_match (builder, g_ptr_array_index (result->matches, i));
      json_builder_end_array (builder);
      json_builder_set_member_name (builder, "not_in_catalogue");
      json_builder_add_boolean_value (builder, result->not_in_catalogue);
      jg_ctl_end (builder);
      return JG_EXIT_DONE;
    }
  for (guint i = 0; i < result->matches->len; i++)
    print_match (g_ptr_array_index (result->matches, i));
  if (result->not_in_catalogue)
    g_print ("目录未收录：求职者所说的内容与目录里的职业都对不上。\n");
  else if (result->matches->len == 0)
    g_print ("还没有可以比对的话：请填写会做的事、做过的工作或想做的工作。\n");
  return JG_EXIT_DONE;
}
