/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "guidance/jg-occupation-words.h"
#include "guidance/jg-training-gap.h"
#include "jg-ctl.h"

#define DEFAULT_LIMIT 5
#define MAX_TRAINING 3

static void
put_occupation (JsonBuilder *builder, const JgOccupation *occupation)
{
  jg_ctl_put (builder, "code", occupation->code);
  jg_ctl_put (builder, "edition", occupation->edition);
  jg_ctl_put (builder, "name", occupation->name);
  jg_ctl_put_provenance (builder, occupation->provenance);
}

static void
put_number (JsonBuilder *builder, const char *key, guint number)
{
  json_builder_set_member_name (builder, key);
  if (number > 0)
    json_builder_add_int_value (builder, number);
  else
    json_builder_add_null_value (builder);
}

static void
begin_list (JsonBuilder *builder, const char *key)
{
  json_builder_set_member_name (builder, key);
  json_builder_begin_array (builder);
}

static void
put_reasons (JsonBuilder *builder, const JgMatch *match)
{
  begin_list (builder, "reasons");
  for (guint i = 0; i < match->reasons->len; i++)
    {
      const JgMatchReason *reason = g_ptr_array_index (match->reasons, i);

      json_builder_begin_object (builder);
      jg_ctl_put (builder, "from", reason->from);
      jg_ctl_put (builder, "field", reason->field);
      put_number (builder, "task", (guint) reason->task);
      jg_ctl_put (builder, "text", reason->text);
      jg_ctl_put (builder, "via", reason->via);
      jg_ctl_put (builder, "through", reason->through);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
put_gap (JsonBuilder *builder, const JgTrainingGap *gap)
{
  begin_list (builder, "tasks");
  for (guint i = 0; i < gap->tasks->len; i++)
    {
      const JgTaskView *view = g_ptr_array_index (gap->tasks, i);

      json_builder_begin_object (builder);
      put_number (builder, "task", view->task);
      jg_ctl_put (builder, "text", view->text);
      jg_ctl_put (builder, "state", jg_task_state_nick (view->state));
      jg_ctl_put (builder, "proposed", jg_task_state_nick (view->proposed));
      put_number (builder, "like", view->like);
      jg_ctl_put (builder, "like_words", view->like_words);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  begin_list (builder, "training");
  for (guint i = 0; i < gap->measures->len; i++)
    {
      const JgVerdict *verdict = g_ptr_array_index (gap->measures, i);

      json_builder_begin_object (builder);
      jg_ctl_put (builder, "id", verdict->measure->id);
      jg_ctl_put (builder, "name", verdict->measure->name);
      jg_ctl_put (builder, "offer", jg_offer_nick (verdict->offer));
      jg_ctl_put_provenance (builder, verdict->measure->provenance);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
put_match (JsonBuilder *builder, const JgMatch *match, const JgTrainingGap *gap)
{
  json_builder_begin_object (builder);
  put_occupation (builder, match->occupation);
  put_reasons (builder, match);
  begin_list (builder, "open_tasks");
  for (guint i = 0; i < match->open_tasks->len; i++)
    json_builder_add_int_value (builder, g_array_index (match->open_tasks, guint, i));
  json_builder_end_array (builder);
  put_gap (builder, gap);
  json_builder_end_object (builder);
}

static void
print_gap (const JgTrainingGap *gap)
{
  guint n = 0;

  for (guint i = 0; i < gap->tasks->len; i++)
    {
      const JgTaskView *view = g_ptr_array_index (gap->tasks, i);
      const char *label = jg_task_state_label (view->state);

      if (view->like > 0 && view->state == view->proposed)
        g_print ("  %s %u：%s（与任务 %u 相近：%s）\n", label, view->task, view->text, view->like,
                 view->like_words);
      else
        g_print ("  %s %u：%s%s\n", label, view->task, view->text,
                 view->state != view->proposed ? "（指导员判断）" : "");
    }
  for (guint i = 0; i < gap->measures->len && n < MAX_TRAINING; i++, n++)
    {
      const JgVerdict *verdict = g_ptr_array_index (gap->measures, i);

      g_print ("  培训 %s（%s）%s\n", verdict->measure->name, jg_offer_label (verdict->offer),
               verdict->measure->id);
    }
  if (gap->measures->len > n)
    g_print ("  培训 另有 %u 项，见 measures\n", gap->measures->len - n);
}

static void
print_match (const JgMatch *match, const JgTrainingGap *gap)
{
  g_autofree char *code = jg_occupation_words_dup_code (
      match->occupation->code, match->occupation->edition, match->occupation->provenance);

  g_print ("%s %s\n", code, match->occupation->name);
  for (guint i = 0; i < match->reasons->len; i++)
    {
      const JgMatchReason *reason = g_ptr_array_index (match->reasons, i);

      if (g_str_equal (reason->via, "answer"))
        g_print ("  小问卷（仅供参考）“%s” → %s\n", reason->from, reason->text);
      else if (reason->task > 0)
        g_print ("  因为“%s” → 任务 %d：%s\n", reason->from, reason->task, reason->text);
      else
        g_print ("  因为“%s” → %s\n", reason->from, reason->text);
    }
  print_gap (gap);
}

/* What the person does not want, and what the counsellor struck out. */
static void
put_left_out (JsonBuilder *builder, JgCatalogue *catalogue, JgMatchResult *result, JgRecord *record)
{
  GPtrArray *struck = jg_record_get_struck (record);

  begin_list (builder, "refused");
  for (guint i = 0; i < result->refusals->len; i++)
    {
      const JgMatchRefusal *refusal = g_ptr_array_index (result->refusals, i);

      json_builder_begin_object (builder);
      put_occupation (builder, refusal->occupation);
      jg_ctl_put (builder, "from", refusal->from);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  begin_list (builder, "struck");
  for (guint i = 0; i < struck->len; i++)
    {
      const JgStruck *one = g_ptr_array_index (struck, i);
      g_autoptr (JgOccupation) occupation =
          jg_catalogue_get_occupation (catalogue, one->occupation);

      if (occupation == NULL)
        continue;
      json_builder_begin_object (builder);
      put_occupation (builder, occupation);
      jg_ctl_put (builder, "reason", one->reason);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_left_out (JgCatalogue *catalogue, JgMatchResult *result, JgRecord *record)
{
  GPtrArray *struck = jg_record_get_struck (record);

  for (guint i = 0; i < result->refusals->len; i++)
    {
      const JgMatchRefusal *refusal = g_ptr_array_index (result->refusals, i);

      g_print ("本人不想做 %s：“%s”\n", refusal->occupation->name, refusal->from);
    }
  for (guint i = 0; i < struck->len; i++)
    {
      const JgStruck *one = g_ptr_array_index (struck, i);
      g_autoptr (JgOccupation) occupation =
          jg_catalogue_get_occupation (catalogue, one->occupation);

      if (occupation != NULL)
        g_print ("指导员划去 %s：%s\n", occupation->name, one->reason);
    }
}

static void
tell_matches (JgCtl *ctl,
              JsonBuilder *builder,
              JgCatalogue *catalogue,
              JgMatchResult *result,
              JgRecord *record)
{
  for (guint i = 0; i < result->matches->len; i++)
    {
      const JgMatch *match = g_ptr_array_index (result->matches, i);
      g_autoptr (JgEligibility) check = jg_eligibility_check (
          catalogue, jg_record_get_profile (record), ctl->as_of, match->occupation->id);
      g_autoptr (JgTrainingGap) gap = jg_training_gap_new (catalogue, match, record, check);

      if (builder != NULL)
        put_match (builder, match, gap);
      else
        print_match (match, gap);
    }
}

/* jg_ctl_match:
 *
 * match FILE.json [--limit N]
 *
 * Returns: 0 also when nothing in the catalogue fits, since that is an answer; 1 for a bad record or profile */
int
jg_ctl_match (JgCtl *ctl, char **arguments)
{
  g_autoptr (JgCatalogue) catalogue = NULL;
  g_autoptr (JgRecord) record = NULL;
  g_autoptr (JgMatchResult) result = NULL;

  if (arguments[0] == NULL || arguments[1] != NULL)
    return jg_ctl_usage ("match 后面应写一个求职者文件");
  record = jg_ctl_read_record (ctl, arguments[0]);
  if (record == NULL)
    return JG_EXIT_NOTHING;
  catalogue = jg_ctl_open_catalogue (ctl);
  if (catalogue == NULL)
    return JG_EXIT_NOTHING;

  result = jg_match_record (catalogue, record, ctl->limit > 0 ? (guint) ctl->limit : DEFAULT_LIMIT);
  if (ctl->json)
    {
      JsonBuilder *builder = jg_ctl_begin (ctl);

      begin_list (builder, "matches");
      tell_matches (ctl, builder, catalogue, result, record);
      json_builder_end_array (builder);
      json_builder_set_member_name (builder, "not_in_catalogue");
      json_builder_add_boolean_value (builder, result->not_in_catalogue);
      put_left_out (builder, catalogue, result, record);
      jg_ctl_end (builder);
      return JG_EXIT_DONE;
    }
  tell_matches (ctl, NULL, catalogue, result, record);
  print_left_out (catalogue, result, record);
  if (result->not_in_catalogue)
    g_print ("目录未收录：求职者所说的内容与目录里的职业都对不上。\n");
  else if (result->matches->len == 0 && result->refusals->len == 0)
    g_print ("还没有可以比对的话：请填写会做的事、做过的工作或想做的工作。\n");
  return JG_EXIT_DONE;
}
