/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-follow-up.h"
#include "jg-plan-suggest.h"

#include <glib/gstdio.h>
#include <string.h>

static JgCatalogue *
open_catalogue (void)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("JOBGUIDE_BUILD_ROOT"), "data", "catalogue.db", NULL);
  g_autoptr (GError) error = NULL;
  JgCatalogue *catalogue = jg_catalogue_open (path, &error);

  g_assert_no_error (error);
  return catalogue;
}

static char *
join (GPtrArray *pieces)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < pieces->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "|" : "",
                            (const char *) g_ptr_array_index (pieces, i));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

typedef struct
{
  const char *id;
  const char *places;
  const char *papers;
} Expected;

/* Every measure whose words name a place or a paper, as a reader found them. */
static const Expected expected[] = {
  { "gbf-2020-24.02", "", "培训结业证书和机动车驾驶证" },
  { "rsb-2020-61.17", "户籍地、常住地、就业地、参保地", "" },
  { "rsb-2020-61.30", "务工地或经常居住地", "" },
  { "gd-2020-lhjy.01", "就业地公共就业人才服务机构", "无需提供就业证明材料" },
  { "gd-2020-lhjy.05", "户籍地|就业地", "有效身份证件|有效身份证件和就业登记证明" },
  { "gd-2020-lhjy.18", "户籍地、常住地、就业地或参保地",
    "个人基本信息和失业原因|无需提交失业证明材料" },
  { "gd-2020-lhjy.21", "当地民政部门", "" },
  { "sz-rbg-2020-6.01", "用人单位参保地的社会保险经办机构",
    "非全日制从业人员的劳动合同或劳动关系证明材料" },
  { "zzb-2020-19.06", "", "场所合法使用证明" },
  { "gf-2017-28.32", "城镇常住地", "" },
  { "gf-2017-28.33", "农村常住地", "" },
  { "gf-2019-28.27", "常住地", "" },
  { "gbf-2020-6.05", "", "场所合法使用证明" },
};

static const Expected *
find_expected (const char *id)
{
  static const Expected nothing = { NULL, "", "" };

  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    if (g_str_equal (expected[i].id, id))
      return &expected[i];
  return &nothing;
}

/* Nothing is found where nothing is said, and what is found stands so in the text. */
static void
test_words_of_measures (void)
{
  g_autoptr (JgCatalogue) catalogue = open_catalogue ();
  g_autoptr (GPtrArray) measures = jg_catalogue_list_measures (catalogue);
  guint n_named = 0;

  g_assert_cmpuint (measures->len, >, 300);
  for (guint i = 0; i < measures->len; i++)
    {
      JgMeasure *measure = g_ptr_array_index (measures, i);
      g_autoptr (GPtrArray) places = jg_plan_list_places (measure->quote);
      g_autoptr (GPtrArray) papers = jg_plan_list_papers (measure->quote);
      g_autofree char *place = join (places);
      g_autofree char *paper = join (papers);

      g_test_message ("%s", measure->id);
      g_assert_cmpstr (place, ==, find_expected (measure->id)->places);
      g_assert_cmpstr (paper, ==, find_expected (measure->id)->papers);
      for (guint k = 0; k < places->len; k++)
        g_assert_nonnull (strstr (measure->quote, g_ptr_array_index (places, k)));
      for (guint k = 0; k < papers->len; k++)
        g_assert_nonnull (strstr (measure->quote, g_ptr_array_index (papers, k)));
      n_named += places->len + papers->len > 0;
    }
  g_assert_cmpuint (n_named, ==, G_N_ELEMENTS (expected));
}

static void
test_deadlines (void)
{
  static const struct
  {
    const char *id;
    const char *words;
  } deadlines[] = {
    { "gd-2020-lhjy.18", "文中写到 2022-08-31" },
    { "zzb-2020-19.20", "文中写到 2020-12-31" },
    { "gbf-2020-6.27", "文中写到 2020-12-31" },
    { "gbf-2020-6.10", "文末写到 2020-12-31，是否适用须问清" },
    { "gbf-2020-6.30", "文中未写" }, /* a day by which the offices are to be ready */
    { "gf-2019-28.30", "文中未写" },
  };
  g_autoptr (JgCatalogue) catalogue = open_catalogue ();

  for (gsize i = 0; i < G_N_ELEMENTS (deadlines); i++)
    {
      g_autoptr (JgMeasure) measure = jg_catalogue_get_measure (catalogue, deadlines[i].id);
      g_autofree char *words = jg_plan_dup_deadline (measure);

      g_assert_cmpstr (words, ==, deadlines[i].words);
    }
}

static const JgVerdict *
find_verdict (JgPlan *plan, const char *measure)
{
  GPtrArray *verdicts = jg_plan_get_eligibility (plan)->verdicts;

  for (guint i = 0; i < verdicts->len; i++)
    if (g_str_equal (((JgVerdict *) g_ptr_array_index (verdicts, i))->measure->id, measure))
      return g_ptr_array_index (verdicts, i);
  g_assert_not_reached ();
}

static JgPlan *
new_plan (JgCatalogue *catalogue, JgRecord *record)
{
  g_autoptr (GError) error = NULL;
  JgPlan *plan = jg_plan_new_for_record (catalogue, record, "2026-11-25", NULL, &error);

  g_assert_no_error (error);
  return plan;
}

static JgRecord *
new_record (void)
{
  g_autoptr (GError) error = NULL;
  JgRecord *record = jg_record_new_from_data (
      "{\"schema\": \"jobguide-profile/1\", \"birth\": \"1991-03\","
      "\"places\": {\"residence\": \"440300\"}, \"facts\": {\"registered-unemployed\": true},"
      "\"wish\": \"送外卖\", \"wants\": [\"training\"]}",
      -1, "profile", "2026-11-25", &error);

  g_assert_no_error (error);
  return record;
}

static void
test_step_of_measure (void)
{
  g_autoptr (JgCatalogue) catalogue = open_catalogue ();
  g_autoptr (JgRecord) record = new_record ();
  g_autoptr (JgPlan) plan = new_plan (catalogue, record);
  g_autoptr (JgPlanStep) said =
      jg_plan_suggest_for_measure (find_verdict (plan, "gd-2020-lhjy.18"), NULL);
  g_autoptr (JgPlanStep) silent =
      jg_plan_suggest_for_measure (find_verdict (plan, "gf-2019-28.30"), NULL);

  g_assert_cmpstr (said->fields[JG_PLAN_STEP_WHERE], ==, "文中写“户籍地、常住地、就业地或参保地”");
  g_assert_cmpstr (said->fields[JG_PLAN_STEP_BRING], ==,
                   "文中写“个人基本信息和失业原因”“无需提交失业证明材料”");
  g_assert_cmpstr (said->fields[JG_PLAN_STEP_WHEN], ==, "文中写到 2022-08-31");
  g_assert_cmpstr (said->measure, ==, "gd-2020-lhjy.18");
  g_assert_cmpstr (silent->fields[JG_PLAN_STEP_WHERE], ==, "文中未写");
  g_assert_cmpstr (silent->fields[JG_PLAN_STEP_BRING], ==, "文中未写");
  g_assert_cmpstr (silent->fields[JG_PLAN_STEP_WHEN], ==, "文中未写");
}

/* What the office wrote down stands behind the words of the text, told apart. */
static void
test_step_with_guide (void)
{
  g_autoptr (JgCatalogue) catalogue = open_catalogue ();
  g_autoptr (JgRecord) record = new_record ();
  g_autoptr (JgPlan) plan = new_plan (catalogue, record);
  g_autofree char *folder = g_dir_make_tmp ("jobguide-suggest-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "desk.json", NULL);
  g_autoptr (JgDesk) desk = NULL;
  g_autoptr (JgPlanStep) step = NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path,
                       "{\"schema\": \"jobguide-desk/1\", \"provenance\": \"local\", \"guides\": [{"
                       "\"measure\": \"gf-2019-28.30\", \"counter\": \"3号窗口\","
                       "\"materials\": \"身份证\", \"date\": \"2026-05\", \"by\": \"李某\"}]}",
                       -1, &error);
  g_assert_no_error (error);
  desk = jg_desk_new_read_only (path, &error);
  g_assert_no_error (error);
  step = jg_plan_suggest_for_measure (find_verdict (plan, "gf-2019-28.30"), desk);
  g_assert_cmpstr (step->fields[JG_PLAN_STEP_WHERE], ==, "文中未写；本机构：3号窗口");
  g_assert_cmpstr (step->fields[JG_PLAN_STEP_BRING], ==, "文中未写；本机构：身份证");
  g_remove (path);
  g_rmdir (folder);
}

/* What was taken over is not proposed again, and stands on the sheet in place of the general proposals. */
static void
test_taking_over (void)
{
  g_autoptr (JgCatalogue) catalogue = open_catalogue ();
  g_autoptr (JgRecord) record = new_record ();
  g_autoptr (JgPlan) before = new_plan (catalogue, record);
  g_autoptr (GPtrArray) proposed = jg_plan_list_suggestions (before);
  g_autoptr (JgPlan) after = NULL;
  g_autoptr (GPtrArray) left = NULL;
  const JgPlanStep *first = g_ptr_array_index (proposed, 0);

  g_assert_cmpuint (proposed->len, >, 2);
  g_assert_nonnull (first->measure);
  g_assert_cmpuint (jg_plan_get_steps (before)->len, >, 0);
  g_assert_true (jg_record_add_step (record, first));
  after = new_plan (catalogue, record);
  left = jg_plan_list_suggestions (after);
  g_assert_cmpuint (left->len, ==, proposed->len - 1);
  g_assert_cmpuint (jg_plan_get_steps (after)->len, ==, 1);
  for (guint i = 0; i < left->len; i++)
    g_assert_cmpstr (((JgPlanStep *) g_ptr_array_index (left, i))->measure, !=, first->measure);
}

static void
test_follow_up_day (void)
{
  static const char *const days[][2] = {
    { "2026-11-25", "2026-12-25" }, { "2026-12-25", "2027-01-25" }, { "2026-01-31", "2026-02-28" },
    { "2028-01-31", "2028-02-29" }, { "2026-02-30", NULL },         { "", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *day = jg_follow_up_propose (days[i][0]);

      g_assert_cmpstr (day, ==, days[i][1]);
    }
}

/* The sentence stands in the document, at the clause that is cited. */
static void
test_follow_up_basis (void)
{
  g_autoptr (JgCatalogue) catalogue = open_catalogue ();
  g_autoptr (JgFollowUpBasis) basis = jg_follow_up_find_basis (catalogue);
  g_autoptr (JgDocument) document = NULL;
  g_autofree char *source = NULL;
  g_autofree char *path = g_build_filename (g_getenv ("JOBGUIDE_SOURCE_ROOT"), "data", "sources",
                                            "28-gf-2019-28.txt", NULL);
  gboolean found = FALSE;

  g_assert_nonnull (basis);
  g_assert_cmpstr (basis->document, ==, "gf-2019-28");
  g_assert_cmpstr (basis->clause, ==, "六（十九）");
  g_assert_nonnull (strstr (basis->quote, "每月至少进行 1 次跟踪调查"));
  g_assert_true (g_str_has_suffix (basis->quote, "。"));
  g_assert_true (g_file_get_contents (path, &source, NULL, NULL));
  g_assert_nonnull (strstr (source, basis->quote));
  document = jg_catalogue_get_document (catalogue, basis->document);
  for (guint i = 0; i < document->paragraphs->len; i++)
    {
      const JgParagraph *paragraph = g_ptr_array_index (document->paragraphs, i);

      found = found || (paragraph->line == basis->line && strstr (paragraph->text, basis->quote));
    }
  g_assert_true (found);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-suggest/words-of-measures", test_words_of_measures);
  g_test_add_func ("/plan-suggest/deadlines", test_deadlines);
  g_test_add_func ("/plan-suggest/step-of-measure", test_step_of_measure);
  g_test_add_func ("/plan-suggest/step-with-guide", test_step_with_guide);
  g_test_add_func ("/plan-suggest/taking-over", test_taking_over);
  g_test_add_func ("/follow-up/day", test_follow_up_day);
  g_test_add_func ("/follow-up/basis", test_follow_up_basis);
  return g_test_run ();
}
