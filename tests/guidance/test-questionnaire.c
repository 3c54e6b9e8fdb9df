/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "jg-match.h"
#include "jg-questionnaire.h"

static JgCatalogue *catalogue;

static gboolean
stands_in (const JgOccupation *occupation, const char *words)
{
  for (guint i = 0; i < occupation->tasks->len; i++)
    if (strstr (g_ptr_array_index (occupation->tasks, i), words) != NULL)
      return TRUE;
  return occupation->definition != NULL && strstr (occupation->definition, words) != NULL;
}

/* Every weight is drawn from words that are printed of the occupation. */
static void
test_weights (void)
{
  const JgQuestionnaire *questionnaire = jg_questionnaire_get ();

  g_assert_nonnull (strstr (questionnaire->note, "仅供参考"));
  g_assert_cmpuint (questionnaire->questions->len, >=, 5);
  g_assert_cmpuint (questionnaire->weights->len, >, 50);
  for (guint i = 0; i < questionnaire->weights->len; i++)
    {
      const JgInterestWeight *weight = g_ptr_array_index (questionnaire->weights, i);
      g_autoptr (JgOccupation) occupation =
          jg_catalogue_get_occupation (catalogue, weight->occupation);

      g_test_message ("%s %s", weight->occupation, weight->words);
      g_assert_nonnull (occupation);
      g_assert_true (stands_in (occupation, weight->words));
      g_assert_cmpint (weight->weight, <=, JG_QUESTIONNAIRE_MAX_BONUS);
    }
}

static JgRecord *
make_record (const char *wish, const char *experience)
{
  g_autoptr (JgProfile) profile = jg_profile_new ();

  jg_profile_set_wish (profile, wish);
  jg_profile_set_experience (profile, experience);
  return jg_record_new_for_profile (profile, "2026-11-23");
}

/* Answers move, and say so; they make nothing fit and hide nothing. */
static void
test_order (void)
{
  g_autoptr (JgRecord) record = make_record ("找个活", "送过快递，做过数据标注");
  g_autoptr (JgMatchResult) before = jg_match_record (catalogue, record, 0);
  g_autoptr (JgMatchResult) after = NULL;
  const JgQuestionnaire *questionnaire = jg_questionnaire_get ();
  guint n_answers = 0;

  for (guint i = 0; i < questionnaire->questions->len; i++)
    {
      const JgInterestQuestion *question = g_ptr_array_index (questionnaire->questions, i);
      const JgQuestionOption *first = g_ptr_array_index (question->options, 0);

      g_assert_true (jg_record_set_answer (record, question->key, first->key));
    }
  after = jg_match_record (catalogue, record, 0);
  g_assert_cmpuint (before->matches->len, >, 1);
  g_assert_cmpuint (after->matches->len, ==, before->matches->len);
  for (guint i = 0; i < after->matches->len; i++)
    {
      const JgMatch *match = g_ptr_array_index (after->matches, i);

      for (guint k = 0; k < match->reasons->len; k++)
        {
          const JgMatchReason *reason = g_ptr_array_index (match->reasons, k);

          if (!g_str_equal (reason->via, "answer"))
            continue;
          n_answers++;
          g_assert_cmpint (reason->task, ==, 0);
          g_assert_nonnull (strstr (reason->text, reason->through));
        }
    }
  g_assert_cmpuint (n_answers, >, 0);
}

static void
test_alone (void)
{
  g_autoptr (JgRecord) record = make_record (NULL, NULL);
  g_autoptr (JgMatchResult) result = NULL;

  g_assert_true (jg_record_set_answer (record, "place", "outdoor"));
  result = jg_match_record (catalogue, record, 0);
  g_assert_cmpuint (result->matches->len, ==, 0);
}

/* Of two that fit equally, the one that the answer speaks for comes first. */
static void
test_moves (void)
{
  g_autoptr (JgRecord) record = make_record ("找个活", "巡查，采集数据，做消毒工作");
  g_autoptr (JgMatchResult) result = NULL;
  guint place[2] = { 0, 0 };
  static const char *const answers[] = { "indoor", "outdoor" };

  for (gsize k = 0; k < G_N_ELEMENTS (answers); k++)
    {
      g_clear_pointer (&result, jg_match_result_free);
      g_assert_true (jg_record_set_answer (record, "place", answers[k]));
      result = jg_match_record (catalogue, record, 0);
      place[k] = G_MAXUINT;
      for (guint i = 0; i < result->matches->len; i++)
        if (g_str_equal (((JgMatch *) result->matches->pdata[i])->occupation->name,
                         "城市管理网格员"))
          place[k] = i;
    }
  g_assert_cmpuint (place[1], <=, place[0]);
}

static void
test_bad_files (void)
{
  static const char *const bad[] = {
    "{}",
    "[]",
    "{\"schema\": \"jobguide-questionnaire/1\", \"version\": \"1\", \"title\": \"t\", \"note\": "
    "\"n\","
    " \"provenance\": \"official\", \"questions\": [], \"weights\": []}",
    "{\"schema\": \"jobguide-questionnaire/1\", \"version\": \"1\", \"title\": \"t\", \"note\": "
    "\"n\","
    " \"provenance\": \"editorial\", \"questions\": [], \"weights\": [{\"question\": \"a\", "
    "\"option\": \"b\","
    " \"occupation\": \"c\", \"weight\": 1, \"words\": \"w\", \"reason\": \"r\"}]}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GPtrArray) errors = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (JgQuestionnaire) questionnaire =
          jg_questionnaire_new_from_data (bad[i], -1, errors);

      g_assert_null (questionnaire);
      g_assert_cmpuint (errors->len, >, 0);
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
  g_test_add_func ("/questionnaire/weights", test_weights);
  g_test_add_func ("/questionnaire/order", test_order);
  g_test_add_func ("/questionnaire/alone", test_alone);
  g_test_add_func ("/questionnaire/moves", test_moves);
  g_test_add_func ("/questionnaire/bad-files", test_bad_files);
  status = g_test_run ();
  g_object_unref (catalogue);
  return status;
}
