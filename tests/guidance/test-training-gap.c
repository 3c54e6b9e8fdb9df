/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a jobseeker can do of an occupation, what is missing and what may pay for learning it. */

#include "jg-training-gap.h"

#include <string.h>

#define AS_OF "2026-11-23"

static JgCatalogue *catalogue;

static JgMatch *
find_match (JgMatchResult *result, const char *name)
{
  for (guint i = 0; i < result->matches->len; i++)
    if (g_str_equal (((JgMatch *) result->matches->pdata[i])->occupation->name, name))
      return g_ptr_array_index (result->matches, i);
  return NULL;
}

static const JgTaskView *
get_task (JgTrainingGap *gap, guint task)
{
  return g_ptr_array_index (gap->tasks, task - 1);
}

static void
test_states (void)
{
  g_autoptr (JgRecord) record = jg_record_new ();
  JgProfile *profile = jg_record_get_profile (record);
  const char *const skills[] = { "分拣", NULL };
  g_autoptr (JgMatchResult) result = NULL;
  g_autoptr (JgTrainingGap) gap = NULL;
  const JgMatch *match;

  jg_profile_set_skills (profile, skills);
  jg_profile_set_wish (profile, "时间自由的，接电话处理投诉也行");
  result = jg_match_record (catalogue, record, 0);
  match = find_match (result, "网约配送员");
  g_assert_nonnull (match);
  gap = jg_training_gap_new (catalogue, match, NULL, NULL);
  g_assert_cmpuint (gap->tasks->len, ==, 5);
  g_assert_cmpuint (gap->measures->len, ==, 0);

  /* 分类整理订单物品 is what the skill hits; 客户投诉 is only wished for; nothing is said of 拒收. */
  g_assert_cmpint (get_task (gap, 2)->state, ==, JG_TASK_CAN);
  g_assert_cmpuint (get_task (gap, 2)->reasons->len, ==, 1);
  g_assert_cmpint (get_task (gap, 5)->state, ==, JG_TASK_LEARN);
  g_assert_cmpint (get_task (gap, 4)->state, !=, JG_TASK_CAN);
  g_assert_cmpuint (gap->n_missing, ==, 4);
  g_assert_nonnull (strstr (get_task (gap, 4)->text, "拒收"));
}

static void
test_alike (void)
{
  g_autoptr (JgRecord) record = jg_record_new ();
  JgProfile *profile = jg_record_get_profile (record);
  const char *const skills[] = { "维修设备", "故障排查", NULL };
  g_autoptr (JgMatchResult) result = NULL;
  g_autoptr (JgTrainingGap) gap = NULL;
  gboolean any = FALSE;

  jg_profile_set_skills (profile, skills);
  jg_profile_set_wish (profile, "修无人机");
  result = jg_match_record (catalogue, record, 0);
  gap = jg_training_gap_new (catalogue, find_match (result, "无人机装调检修工"), NULL, NULL);
  for (guint task = 1; task <= gap->tasks->len; task++)
    {
      const JgTaskView *view = get_task (gap, task);

      if (view->like == 0)
        continue;
      any = TRUE;
      g_assert_cmpint (view->proposed, ==, JG_TASK_LEARN);
      g_assert_cmpint (get_task (gap, view->like)->proposed, ==, JG_TASK_CAN);
      g_assert_nonnull (view->like_words);
      /* What the whole occupation is about makes no two tasks alike. */
      g_assert_null (strstr (view->like_words, "无人机"));
    }
  g_assert_true (any);
}

static void
test_counsellor (void)
{
  g_autoptr (JgRecord) record = jg_record_new ();
  JgProfile *profile = jg_record_get_profile (record);
  const char *const skills[] = { "分拣", NULL };
  g_autoptr (JgMatchResult) result = NULL;
  const JgMatch *match;

  jg_profile_set_skills (profile, skills);
  jg_profile_set_wish (profile, "送外卖");
  result = jg_match_record (catalogue, record, 0);
  match = find_match (result, "网约配送员");
  g_assert_true (jg_record_set_task (record, match->occupation->id, 2, JG_TASK_NOT_SHOWN));
  g_assert_true (jg_record_set_task (record, match->occupation->id, 4, JG_TASK_CAN));
  {
    g_autoptr (JgTrainingGap) gap = jg_training_gap_new (catalogue, match, record, NULL);

    g_assert_cmpint (get_task (gap, 2)->proposed, ==, JG_TASK_CAN);
    g_assert_cmpint (get_task (gap, 2)->state, ==, JG_TASK_NOT_SHOWN);
    g_assert_cmpint (get_task (gap, 4)->state, ==, JG_TASK_CAN);
    g_assert_cmpuint (gap->n_missing, ==, 4);
  }
}

static void
test_measures (void)
{
  g_autoptr (JgRecord) record = jg_record_new ();
  JgProfile *profile = jg_record_get_profile (record);
  g_autoptr (JgMatchResult) result = NULL;
  g_autoptr (JgEligibility) check = NULL;
  const JgMatch *match;

  jg_profile_set_wish (profile, "想做直播带货");
  jg_profile_set_wants (profile, "training", TRUE);
  jg_profile_set_fact_boolean (profile, "registered-unemployed", TRUE);
  result = jg_match_record (catalogue, record, 0);
  match = find_match (result, "互联网营销师");
  check = jg_eligibility_check (catalogue, profile, AS_OF, match->occupation->id);
  {
    g_autoptr (JgTrainingGap) gap = jg_training_gap_new (catalogue, match, record, check);

    g_assert_cmpuint (gap->n_missing, ==, match->occupation->tasks->len);
    g_assert_cmpuint (gap->measures->len, >, 0);
    for (guint i = 0; i < gap->measures->len; i++)
      {
        const JgVerdict *verdict = g_ptr_array_index (gap->measures, i);

        g_assert_true (jg_measure_is_training (verdict->measure));
        g_assert_true (verdict->offer == JG_OFFER_LIKELY || verdict->offer == JG_OFFER_ASK);
        g_assert_true (
            g_strv_contains ((const char *const *) verdict->measure->beneficiaries, "individual"));
      }
  }
  /* Who can do it all needs no training. */
  for (guint task = 1; task <= match->occupation->tasks->len; task++)
    jg_record_set_task (record, match->occupation->id, task, JG_TASK_CAN);
  {
    g_autoptr (JgTrainingGap) gap = jg_training_gap_new (catalogue, match, record, check);

    g_assert_cmpuint (gap->n_missing, ==, 0);
    g_assert_cmpuint (gap->measures->len, ==, 0);
  }
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);

  catalogue = jg_catalogue_open_default (&error);
  g_assert_no_error (error);
  g_test_add_func ("/training-gap/states", test_states);
  g_test_add_func ("/training-gap/alike", test_alike);
  g_test_add_func ("/training-gap/counsellor", test_counsellor);
  g_test_add_func ("/training-gap/measures", test_measures);
  status = g_test_run ();
  g_object_unref (catalogue);
  return status;
}
