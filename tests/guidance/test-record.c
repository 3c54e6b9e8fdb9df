/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a session holds about one jobseeker: kept whole through writing and reading, undo and redo. */

#include "jg-record.h"

#include <glib/gstdio.h>
#include <string.h>

#define RIDER "occ.wangyue-peisongyuan"
#define CLEANER "occ.xiaoduyuan"
#define MEASURE "gbf-2020-27.16"

static char *
dup_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

static JgRecord *
read_back (JgRecord *record)
{
  g_autofree char *data = jg_record_to_data (record);
  g_autoptr (GError) error = NULL;
  JgRecord *again = jg_record_new_from_data (data, -1, "record", NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (again);
  return again;
}

static void
assert_same (JgRecord *record, const char *data)
{
  g_autofree char *now = jg_record_to_data (record);

  g_assert_cmpstr (now, ==, data);
}

/* Something in every place. */
static JgRecord *
make_full (void)
{
  JgRecord *record = jg_record_new ();
  JgProfile *profile = jg_record_get_profile (record);
  g_autoptr (JgPlanStep) step = jg_plan_step_new ();

  jg_profile_set_alias (profile, "王某");
  jg_profile_set_wish (profile, "送外卖");
  jg_profile_set_fact_boolean (profile, "registered-unemployed", TRUE);
  jg_profile_set_fact_unknown (profile, "hardship-certified");
  g_assert_true (jg_record_touch (record));
  for (guint field = 0; field < JG_N_RECORD_TEXTS; field++)
    jg_record_set_text (record, field, "先问家里\n再定");
  g_assert_true (jg_record_set_follow_up (record, "2026-12-23"));
  jg_record_set_large_print (record, TRUE);
  g_assert_true (jg_record_choose (record, RIDER, TRUE));
  g_assert_true (jg_record_set_task (record, RIDER, 2, JG_TASK_LEARN));
  g_assert_true (jg_record_set_task (record, RIDER, 1, JG_TASK_CAN));
  g_assert_true (jg_record_set_task (record, CLEANER, 3, JG_TASK_NOT_SHOWN));
  g_assert_true (jg_record_strike (record, CLEANER, "对消毒水过敏"));
  g_assert_true (jg_record_tick (record, MEASURE, TRUE));
  g_assert_true (jg_record_tick (record, "zzb-2020-19.42", FALSE));
  for (guint field = 0; field < JG_N_PLAN_STEP_FIELDS; field++)
    jg_plan_step_set (step, field, "报名");
  g_assert_true (jg_plan_step_set_measure (step, MEASURE));
  step->done = TRUE;
  g_assert_true (jg_record_add_step (record, step));
  g_assert_true (jg_record_add_step (record, NULL));
  g_assert_true (jg_record_add_contact (record, "2026-12-23", "电话", "已报名"));
  g_assert_true (jg_record_add_contact (record, "2026-12-24", NULL, NULL));
  g_assert_true (jg_record_set_answer (record, "outdoor", "yes"));
  return record;
}

static void
test_round_trip (void)
{
  g_autoptr (JgRecord) record = make_full ();
  g_autofree char *data = jg_record_to_data (record);
  g_autoptr (JgRecord) again = read_back (record);
  g_auto (GStrv) answered = jg_record_list_answered (again);
  JgPlanStep *step = g_ptr_array_index (jg_record_get_steps (again), 0);
  JgContact *contact = g_ptr_array_index (jg_record_get_contacts (again), 0);

  assert_same (again, data);
  g_assert_cmpstr (jg_profile_get_wish (jg_record_get_profile (again)), ==, "送外卖");
  g_assert_cmpstr (jg_record_get_text (again, JG_RECORD_CONCERN), ==, "先问家里\n再定");
  g_assert_cmpstr (jg_record_get_follow_up (again), ==, "2026-12-23");
  g_assert_true (jg_record_get_large_print (again));
  g_assert_cmpstr (jg_record_get_chosen (again)[0], ==, RIDER);
  g_assert_null (jg_record_get_chosen (again)[1]);
  g_assert_cmpint (jg_record_get_task (again, RIDER, 1), ==, JG_TASK_CAN);
  g_assert_cmpint (jg_record_get_task (again, RIDER, 2), ==, JG_TASK_LEARN);
  g_assert_cmpint (jg_record_get_task (again, RIDER, 3), ==, JG_TASK_UNSET);
  g_assert_cmpint (jg_record_get_task (again, CLEANER, 3), ==, JG_TASK_NOT_SHOWN);
  g_assert_cmpstr (jg_record_get_strike_reason (again, CLEANER), ==, "对消毒水过敏");
  g_assert_null (jg_record_get_strike_reason (again, RIDER));
  g_assert_cmpstr (jg_record_get_ticked (again)[0], ==, MEASURE);
  g_assert_cmpstr (jg_record_get_taken_off (again)[0], ==, "zzb-2020-19.42");
  g_assert_cmpstr (step->fields[JG_PLAN_STEP_BRING], ==, "报名");
  g_assert_cmpstr (step->measure, ==, MEASURE);
  g_assert_true (step->done);
  g_assert_cmpstr (contact->note, ==, "已报名");
  g_assert_cmpstr (jg_record_get_answer (again, "outdoor"), ==, "yes");
  g_assert_cmpuint (g_strv_length (answered), ==, 1);
  g_assert_cmpstr (jg_record_get_number (again), ==, jg_record_get_number (record));
}

static void
test_new (void)
{
  g_autoptr (JgRecord) record = jg_record_new ();
  g_autoptr (JgRecord) other = jg_record_new ();
  g_autoptr (JgProfile) profile = jg_profile_new ();
  g_autoptr (JgRecord) old = jg_record_new_for_profile (profile, "2020-10-15");
  g_autoptr (JgRecord) undated = jg_record_new_for_profile (profile, "昨天");
  g_autofree char *today = dup_today ();

  g_assert_true (jg_record_is_empty (record));
  g_assert_false (jg_record_can_undo (record));
  g_assert_false (jg_record_undo (record));
  g_assert_cmpstr (jg_record_get_created (record), ==, today);
  g_assert_cmpstr (jg_record_get_changed (record), ==, today);
  g_assert_true (g_regex_match_simple ("^[0-9]{8}-[0-9]{6}$", jg_record_get_number (record), 0, 0));
  g_assert_cmpstr (jg_record_get_number (record), !=, jg_record_get_number (other));
  g_assert_cmpstr (jg_record_get_created (old), ==, "2020-10-15");
  g_assert_true (g_str_has_prefix (jg_record_get_number (old), "20201015-"));
  g_assert_cmpstr (jg_record_get_created (undated), ==, today);

  jg_record_set_text (record, JG_RECORD_DESK, "1 号窗口");
  jg_record_set_large_print (record, TRUE);
  g_assert_true (jg_record_is_empty (record));
  jg_record_set_text (record, JG_RECORD_CONCERN, "怕累");
  g_assert_false (jg_record_is_empty (record));
}

static void
test_full_is_not_empty (void)
{
  g_autoptr (JgRecord) record = make_full ();

  /* Taking the steps back one by one passes through every kind of content. */
  while (jg_record_undo (record))
    {
      g_autoptr (JgRecord) again = read_back (record);

      g_assert_cmpint (jg_record_is_empty (again), ==, jg_record_is_empty (record));
    }
  g_assert_true (jg_record_is_empty (record));
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_changed (void)
{
  g_autoptr (JgRecord) record = jg_record_new ();
  guint changed = 0, replaced = 0;

  g_signal_connect_swapped (record, "changed", G_CALLBACK (count_cb), &changed);
  g_signal_connect_swapped (record, "replaced", G_CALLBACK (count_cb), &replaced);
  jg_record_set_text (record, JG_RECORD_CONCERN, "怕累");
  g_assert_cmpuint (changed, ==, 1);
  jg_record_set_text (record, JG_RECORD_CONCERN, "怕累");
  jg_record_set_large_print (record, FALSE);
  jg_record_choose (record, RIDER, FALSE);
  jg_record_unstrike (record, RIDER);
  jg_record_set_answer (record, "outdoor", NULL);
  g_assert_false (jg_record_touch (record));
  g_assert_cmpuint (changed, ==, 1);
  jg_profile_set_wish (jg_record_get_profile (record), "送外卖");
  g_assert_cmpuint (changed, ==, 1);
  g_assert_true (jg_record_touch (record));
  g_assert_cmpuint (changed, ==, 2);
  g_assert_cmpuint (replaced, ==, 0);
  g_assert_true (jg_record_undo (record));
  g_assert_cmpuint (changed, ==, 3);
  g_assert_cmpuint (replaced, ==, 1);
}

static void
test_undo (void)
{
  g_autoptr (JgRecord) record = make_full ();
  g_autoptr (GPtrArray) seen = g_ptr_array_new_with_free_func (g_free);
  guint n = 0;

  g_ptr_array_add (seen, jg_record_to_data (record));
  while (jg_record_undo (record))
    g_ptr_array_add (seen, jg_record_to_data (record));
  g_assert_cmpuint (seen->len, ==, 21);
  g_assert_false (jg_record_can_undo (record));
  for (n = 1; jg_record_redo (record); n++)
    assert_same (record, g_ptr_array_index (seen, seen->len - 1 - n));
  g_assert_cmpuint (n, ==, seen->len);
  g_assert_false (jg_record_can_redo (record));

  /* What is done after going back cannot be joined with what was taken back. */
  g_assert_true (jg_record_undo (record));
  jg_record_set_text (record, JG_RECORD_REMARKS, "另一句");
  g_assert_false (jg_record_can_redo (record));
  g_assert_true (jg_record_undo (record));
  assert_same (record, g_ptr_array_index (seen, 1));
}

static void
type (JgRecord *record, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *part = g_strndup (text, (gsize) (g_utf8_next_char (p) - text));

      jg_record_set_text (record, JG_RECORD_CONCERN, part);
    }
}

static guint
count_undo (JgRecord *record)
{
  guint n = 0;

  while (jg_record_undo (record))
    n++;
  return n;
}

static void
test_typing (void)
{
  g_autoptr (JgRecord) record = jg_record_new ();
  JgProfile *profile;

  type (record, "怕年纪大没人要");
  g_assert_cmpuint (count_undo (record), ==, 1);

  type (record, "怕年纪大");
  jg_record_end_edit (record);
  type (record, "怕远");
  g_assert_cmpuint (count_undo (record), ==, 2);

  type (record, "怕年纪大");
  jg_record_set_large_print (record, TRUE);
  type (record, "怕远");
  g_assert_cmpuint (count_undo (record), ==, 3);

  /* The profile is changed from outside, and the record finds out what was typed into. */
  profile = jg_record_get_profile (record);
  for (guint i = 1; i < 5; i++)
    {
      g_autofree char *wish = g_strnfill (i, 'x');

      jg_profile_set_wish (profile, wish);
      jg_record_touch (record);
    }
  jg_profile_set_experience (profile, "仓库");
  jg_record_touch (record);
  jg_profile_set_sex (profile, "male");
  jg_record_touch (record);
  jg_profile_set_sex (profile, "female");
  jg_record_touch (record);
  g_assert_cmpuint (count_undo (record), ==, 4);
  g_assert_null (jg_profile_get_wish (jg_record_get_profile (record)));

  /* Two steps of the plan are two fields. */
  jg_record_add_step (record, NULL);
  jg_record_add_step (record, NULL);
  jg_record_set_step (record, 0, JG_PLAN_STEP_WHAT, "报");
  jg_record_set_step (record, 0, JG_PLAN_STEP_WHAT, "报名");
  jg_record_set_step (record, 1, JG_PLAN_STEP_WHAT, "打");
  jg_record_set_step (record, 1, JG_PLAN_STEP_WHO, "我");
  g_assert_cmpuint (count_undo (record), ==, 5);
}

static void
test_bounded (void)
{
  g_autoptr (JgRecord) record = jg_record_new ();

  for (guint i = 0; i < JG_RECORD_MAX_UNDO + 50; i++)
    jg_record_set_large_print (record, i % 2 == 0);
  g_assert_cmpuint (count_undo (record), ==, JG_RECORD_MAX_UNDO);
}

static void
test_limits (void)
{
  g_autoptr (JgRecord) record = jg_record_new ();

  g_assert_true (jg_record_choose (record, "a", TRUE));
  g_assert_true (jg_record_choose (record, "b", TRUE));
  g_assert_true (jg_record_choose (record, "c", TRUE));
  g_assert_false (jg_record_choose (record, "d", TRUE));
  g_assert_true (jg_record_choose (record, "c", TRUE));
  g_assert_true (jg_record_choose (record, "a", FALSE));
  g_assert_false (jg_record_choose (record, "网约配送员", TRUE));
  g_assert_true (jg_record_choose (record, "d", TRUE));
  g_assert_cmpstr (jg_record_get_chosen (record)[0], ==, "b");

  g_assert_false (jg_record_set_task (record, "b", 0, JG_TASK_CAN));
  g_assert_false (jg_record_set_task (record, "b", 100, JG_TASK_CAN));
  g_assert_false (jg_record_set_task (record, "B", 1, JG_TASK_CAN));
  g_assert_true (jg_record_set_task (record, "b", 1, JG_TASK_CAN));
  g_assert_true (jg_record_set_task (record, "b", 1, JG_TASK_UNSET));
  g_assert_cmpint (jg_record_get_task (record, "b", 1), ==, JG_TASK_UNSET);

  g_assert_false (jg_record_strike (record, "b", " \u200b "));
  g_assert_false (jg_record_strike (record, "B", "远"));
  g_assert_true (jg_record_strike (record, "b", "远"));
  g_assert_false (jg_record_is_chosen (record, "b"));
  g_assert_true (jg_record_strike (record, "b", "太远"));
  g_assert_cmpuint (jg_record_get_struck (record)->len, ==, 1);
  g_assert_cmpstr (jg_record_get_strike_reason (record, "b"), ==, "太远");
  g_assert_true (jg_record_choose (record, "b", TRUE));
  g_assert_null (jg_record_get_strike_reason (record, "b"));

  g_assert_false (jg_record_set_follow_up (record, "2026-02-30"));
  g_assert_false (jg_record_set_follow_up (record, "2026-02"));
  g_assert_true (jg_record_set_follow_up (record, "2026-02-28"));
  g_assert_false (jg_record_set_follow_up (record, ""));
  g_assert_cmpstr (jg_record_get_follow_up (record), ==, "2026-02-28");
  g_assert_true (jg_record_set_follow_up (record, NULL));

  g_assert_false (jg_record_tick (record, "X", TRUE));
  g_assert_true (jg_record_tick (record, "m", TRUE));
  g_assert_true (jg_record_tick (record, "m", FALSE));
  g_assert_null (jg_record_get_ticked (record)[0]);
  g_assert_cmpstr (jg_record_get_taken_off (record)[0], ==, "m");

  g_assert_false (jg_record_add_contact (record, "昨天", NULL, NULL));
  for (guint i = 0; i < JG_RECORD_MAX_CONTACTS; i++)
    g_assert_true (jg_record_add_contact (record, "2026-01-01", NULL, NULL));
  g_assert_false (jg_record_add_contact (record, "2026-01-01", NULL, NULL));
  jg_record_remove_contact (record, 0);
  g_assert_cmpuint (jg_record_get_contacts (record)->len, ==, JG_RECORD_MAX_CONTACTS - 1);
  for (guint i = 0; i < JG_RECORD_MAX_STEPS; i++)
    g_assert_true (jg_record_add_step (record, NULL));
  g_assert_false (jg_record_add_step (record, NULL));
  g_assert_false (jg_record_set_answer (record, "Q", "yes"));
  g_assert_false (jg_record_set_answer (record, "q", "Yes"));
  g_assert_true (jg_record_set_answer (record, "q", "yes"));
  g_assert_true (jg_record_set_answer (record, "q", NULL));
  g_assert_null (jg_record_get_answer (record, "q"));
}

/* What may stand on a clipboard. */
static const char *const typed[] = {
  "",
  " ",
  "\t制表\t",
  "　全角空格　",
  "\u200b\u200e\u202e",
  "a\u202eb\u2066c",
  "第一行\n\n第二行\r\n",
  "\x01\x7f",
  "\xff\xfe坏",
  "\ue000\ufdd0",
  "\U000e0041标签",
  "表情👩‍👩‍👧",
  "\u2028行分隔\u2029",
  "“引号”\\\"/",
  "e\u0301",
};

static char *
random_words (GRand *rand)
{
  GString *string = g_string_new (NULL);

  for (int i = g_rand_int_range (rand, 0, 4); i > 0; i--)
    g_string_append (string, typed[g_rand_int_range (rand, 0, G_N_ELEMENTS (typed))]);
  if (g_rand_int_range (rand, 0, 20) == 0)
    for (int i = 0; i < 3000; i++)
      g_string_append (string, "字");
  return g_string_free (string, FALSE);
}

/* Whatever is typed wherever, the record can be written and read again, and taken back. */
static void
test_anything_typed (void)
{
  GRand *rand = g_rand_new_with_seed (20261123);
  g_autoptr (JgRecord) record = jg_record_new ();

  for (guint round = 0; round < 600; round++)
    {
      JgProfile *profile = jg_record_get_profile (record);
      g_autofree char *words = random_words (rand);
      const char *skills[] = { words, "做饭", words, NULL };

      switch (g_rand_int_range (rand, 0, 10))
        {
        case 0:
          jg_profile_set_alias (profile, words);
          break;
        case 1:
          jg_profile_set_wish (profile, words);
          break;
        case 2:
          jg_profile_set_experience (profile, words);
          break;
        case 3:
          jg_profile_set_skills (profile, skills);
          break;
        case 4:
          jg_record_set_text (record, (JgRecordText) g_rand_int_range (rand, 0, JG_N_RECORD_TEXTS),
                              words);
          break;
        case 5:
          jg_record_strike (record, CLEANER, words);
          break;
        case 6:
          jg_record_add_step (record, NULL);
          jg_record_set_step (record, 0,
                              (JgPlanStepField) g_rand_int_range (rand, 0, JG_N_PLAN_STEP_FIELDS),
                              words);
          break;
        case 7:
          jg_record_add_contact (record, "2026-12-23", words, words);
          break;
        case 8:
          jg_profile_set_fact_string (profile, "somewhere", words);
          break;
        default:
          jg_record_undo (record);
        }
      jg_record_touch (record);
      g_object_unref (read_back (record));
    }
  g_rand_free (rand);
}

static void
assert_refused (const char *json, int code, const char *part)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgRecord) record = jg_record_new_from_data (json, -1, "case.json", NULL, &error);

  g_assert_error (error, JG_RECORD_ERROR, code);
  g_assert_null (record);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” is not in: %s", part, error->message);
}

#define HEAD                                                                                       \
  "{\"schema\": \"jobguide-record/1\", \"number\": \"20261123-012345\", "                          \
  "\"created\": \"2026-11-23\", \"changed\": \"2026-11-23\""
#define PROFILE ", \"profile\": {\"schema\": \"jobguide-profile/1\""

static void
test_refused (void)
{
  assert_refused ("", JG_RECORD_ERROR_INVALID, "case.json");
  assert_refused ("[]", JG_RECORD_ERROR_INVALID, "case.json");
  assert_refused ("{\"schema\": \"jobguide-record/2\", \"more\": 1}", JG_RECORD_ERROR_NEWER,
                  "请升级 JobGuide");
  assert_refused (HEAD "}", JG_RECORD_ERROR_INVALID, "/profile");
  assert_refused (HEAD PROFILE ", \"sex\": \"x\"}}", JG_RECORD_ERROR_INVALID, "/profile/sex");
  assert_refused (HEAD PROFILE ", \"places\": {\"work\": \"1\"}}}", JG_RECORD_ERROR_INVALID,
                  "/profile/places/work");
  assert_refused (HEAD PROFILE ", \"facts\": {\"a\": []}}}", JG_RECORD_ERROR_INVALID,
                  "/profile/facts/a");
  assert_refused (HEAD PROFILE ", \"skills\": [1]}}", JG_RECORD_ERROR_INVALID, "/profile/skills/0");
  assert_refused (HEAD PROFILE "}, \"steps\": [{\"what\": \"x\", \"what\": \"y\"}]}",
                  JG_RECORD_ERROR_INVALID, "/steps/0/what");
  assert_refused (HEAD PROFILE "}, \"tasks\": [{\"occupation\": \"a\", \"task\": 1, "
                               "\"state\": \"no\"}]}",
                  JG_RECORD_ERROR_INVALID, "/tasks/0/state");
  assert_refused (HEAD PROFILE "}, \"chosen\": [\"a\"], \"struck\": [{\"occupation\": \"a\", "
                               "\"reason\": \"x\"}]}",
                  JG_RECORD_ERROR_INVALID, "/struck/0/occupation");
}

static void
test_profile_is_a_record (void)
{
  const char *json = "{\"schema\": \"jobguide-profile/1\", \"wish\": \"送外卖\"}";
  g_autoptr (GError) error = NULL;
  g_autoptr (JgRecord) record = jg_record_new_from_data (json, -1, "x", "2026-11-23", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (jg_profile_get_wish (jg_record_get_profile (record)), ==, "送外卖");
  g_assert_true (g_str_has_prefix (jg_record_get_number (record), "20261123-"));
  g_object_unref (read_back (record));
  assert_refused ("{\"schema\": \"jobguide-profile/1\", \"chosen\": []}", JG_RECORD_ERROR_INVALID,
                  "/chosen");
}

static void
test_file (void)
{
  g_autoptr (JgRecord) record = make_full ();
  g_autofree char *data = jg_record_to_data (record);
  g_autofree char *folder = g_dir_make_tmp ("jobguide-record-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "case.json", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (JgRecord) again = NULL;

  g_assert_true (g_file_set_contents (path, data, -1, NULL));
  again = jg_record_new_from_file (path, NULL, &error);
  g_assert_no_error (error);
  assert_same (again, data);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_null (jg_record_new_from_file (path, NULL, &error));
  g_assert_error (error, JG_RECORD_ERROR, JG_RECORD_ERROR_READ);
  g_clear_error (&error);
  g_assert_null (jg_record_new_from_file (folder, NULL, &error));
  g_assert_error (error, JG_RECORD_ERROR, JG_RECORD_ERROR_READ);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record/new", test_new);
  g_test_add_func ("/record/round-trip", test_round_trip);
  g_test_add_func ("/record/full-is-not-empty", test_full_is_not_empty);
  g_test_add_func ("/record/changed", test_changed);
  g_test_add_func ("/record/undo", test_undo);
  g_test_add_func ("/record/typing", test_typing);
  g_test_add_func ("/record/bounded", test_bounded);
  g_test_add_func ("/record/limits", test_limits);
  g_test_add_func ("/record/anything-typed", test_anything_typed);
  g_test_add_func ("/record/refused", test_refused);
  g_test_add_func ("/record/profile-is-a-record", test_profile_is_a_record);
  g_test_add_func ("/record/file", test_file);

  return g_test_run ();
}
