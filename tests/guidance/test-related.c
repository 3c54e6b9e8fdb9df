/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Related occupations: what a counsellor would and would never call alike, and the evidence that is shown for it. */

#include <string.h>

#include "jg-related.h"
#include "text/jg-text.h"

static const char *const alike[][2] = {
  { "区块链工程技术人员", "区块链应用操作员" },
  { "健康照护师", "呼吸治疗师" },
  { "健康照护师", "社群健康助理员" },
  { "健康照护师", "老年人能力评估师" },
  { "防疫员", "消毒员" },
  { "防疫员", "公共场所卫生管理员" },
  { "社群健康助理员", "消毒员" },
  { "互联网营销师", "全媒体运营师" },
  { "互联网营销师", "连锁经营管理师" },
  { "供应链管理师", "工业互联网工程技术人员" },
  { "增材制造设备操作员", "无人机装调检修工" },
  { "智能制造工程技术人员", "增材制造设备操作员" },
};

/* Pairs that share a word by accident: 无人机 and 无人接收, 整机装配 and 装配式, 应急, 订单, 保养 … */
static const char *const absurd[][2] = {
  { "网约配送员", "无人机装调检修工" },
  { "网约配送员", "互联网营销师" },
  { "网约配送员", "消毒员" },
  { "装配式建筑施工员", "无人机装调检修工" },
  { "消毒员", "无人机装调检修工" },
  { "消毒员", "增材制造设备操作员" },
  { "康复辅助技术咨询师", "增材制造设备操作员" },
  { "公共场所卫生管理员", "铁路综合维修工" },
  { "公共场所卫生管理员", "连锁经营管理师" },
  { "老年人能力评估师", "信息安全测试员" },
  { "城市管理网格员", "铁路综合维修工" },
  { "呼吸治疗师", "电气电子产品环保检测员" },
  { "呼吸治疗师", "智能制造工程技术人员" },
  { "供应链管理师", "社群健康助理员" },
  { "区块链应用操作员", "增材制造设备操作员" },
  { "在线学习服务师", "社群健康助理员" },
};

static JgCatalogue *catalogue;

static JgOccupation *
find (const char *name)
{
  g_autoptr (GPtrArray) others = NULL;
  JgOccupation *occupation = jg_catalogue_find_occupation (catalogue, name, NULL, &others);

  g_assert_nonnull (occupation);
  return occupation;
}

static const JgRelated *
find_related (GPtrArray *related, const char *name)
{
  for (guint i = 0; i < related->len; i++)
    {
      const JgRelated *entry = g_ptr_array_index (related, i);

      if (g_str_equal (entry->occupation->name, name))
        return entry;
    }
  return NULL;
}

static gboolean
are_related (const char *name, const char *other)
{
  g_autoptr (JgOccupation) occupation = find (name);
  g_autoptr (GPtrArray) related = jg_related_list (catalogue, occupation->id);

  return find_related (related, other) != NULL;
}

static void
test_alike (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (alike); i++)
    {
      g_test_message ("%s, %s", alike[i][0], alike[i][1]);
      g_assert_true (are_related (alike[i][0], alike[i][1]));
      g_assert_true (are_related (alike[i][1], alike[i][0]));
    }
}

static void
test_absurd (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (absurd); i++)
    {
      g_test_message ("%s, %s", absurd[i][0], absurd[i][1]);
      g_assert_false (are_related (absurd[i][0], absurd[i][1]));
      g_assert_false (are_related (absurd[i][1], absurd[i][0]));
    }
}

static void
test_none (void)
{
  static const char *const names[] = { "网约配送员", "城市管理网格员" /* nothing is like them */,
                                       "秘书", "职业指导员" /* no tasks printed */,
                                       "公共卫生辅助服务员" /* cancelled */ };
  g_autoptr (GPtrArray) unknown = jg_related_list (catalogue, "no-such-occupation");

  g_assert_cmpuint (unknown->len, ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (JgOccupation) occupation = find (names[i]);
      g_autoptr (GPtrArray) related = jg_related_list (catalogue, occupation->id);

      g_test_message ("%s", names[i]);
      g_assert_cmpuint (related->len, ==, 0);
    }
}

static void
check_spans (const char *text, GArray *spans, const JgSharedWords *shared)
{
  g_assert_cmpuint (spans->len, >, 0);
  for (guint i = 0; i < spans->len; i++)
    {
      const JgTextSpan *span = &g_array_index (spans, JgTextSpan, i);
      g_autofree char *words = NULL;
      g_autofree char *normal = NULL;

      g_assert_cmpuint (span->start, <, span->end);
      g_assert_cmpuint (span->end, <=, strlen (text));
      words = g_strndup (text + span->start, span->end - span->start);
      g_assert_true (g_utf8_validate (words, -1, NULL));
      if (shared->everyday)
        continue;
      normal = jg_text_normalize_compact (words);
      g_assert_cmpstr (normal, ==, shared->words);
    }
}

static void
check_pairs (const JgOccupation *occupation, const JgRelated *related)
{
  guint last = 0;

  g_assert_cmpuint (related->pairs->len, >, 0);
  for (guint i = 0; i < related->pairs->len; i++)
    {
      const JgTaskPair *pair = g_ptr_array_index (related->pairs, i);

      g_assert_cmpuint (pair->task, >, last);
      last = pair->task;
      g_assert_cmpstr (pair->text, ==, g_ptr_array_index (occupation->tasks, pair->task - 1));
      g_assert_cmpstr (pair->other_text, ==,
                       g_ptr_array_index (related->occupation->tasks, pair->other_task - 1));
      for (guint k = 0; k < i; k++)
        g_assert_cmpuint (((JgTaskPair *) g_ptr_array_index (related->pairs, k))->other_task, !=,
                          pair->other_task);
      g_assert_cmpuint (pair->shared->len, >, 0);
      for (guint k = 0; k < pair->shared->len; k++)
        {
          const JgSharedWords *shared = g_ptr_array_index (pair->shared, k);

          check_spans (pair->text, shared->spans, shared);
          check_spans (pair->other_text, shared->other_spans, shared);
        }
    }
}

static void
test_evidence (void)
{
  g_autoptr (GPtrArray) all = jg_catalogue_list_occupations (catalogue, NULL, NULL);

  for (guint i = 0; i < all->len; i++)
    {
      const JgOccupationSummary *summary = g_ptr_array_index (all, i);
      g_autoptr (JgOccupation) occupation = jg_catalogue_get_occupation (catalogue, summary->id);
      g_autoptr (GPtrArray) related = jg_related_list (catalogue, summary->id);

      for (guint k = 0; k < related->len; k++)
        {
          const JgRelated *entry = g_ptr_array_index (related, k);
          const JgRelated *before = k > 0 ? g_ptr_array_index (related, k - 1) : NULL;

          check_pairs (occupation, entry);
          /* More tasks alike first, then words that fewer occupations share. */
          g_assert_true (
              before == NULL || before->pairs->len > entry->pairs->len ||
              (before->pairs->len == entry->pairs->len && before->strength >= entry->strength));
        }
    }
}

/* It makes no difference which of two occupations is asked for. */
static void
test_both_ways (void)
{
  g_autoptr (GPtrArray) all = jg_catalogue_list_occupations (catalogue, NULL, NULL);
  guint n = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const JgOccupationSummary *summary = g_ptr_array_index (all, i);
      g_autoptr (GPtrArray) related = jg_related_list (catalogue, summary->id);

      for (guint k = 0; k < related->len; k++)
        {
          const JgRelated *there = g_ptr_array_index (related, k);
          g_autoptr (GPtrArray) back = jg_related_list (catalogue, there->occupation->id);
          const JgRelated *here = find_related (back, summary->name);

          g_assert_nonnull (here);
          g_assert_cmpuint (here->pairs->len, ==, there->pairs->len);
          g_assert_cmpint (here->strength, ==, there->strength);
          for (guint m = 0; m < there->pairs->len; m++)
            {
              const JgTaskPair *pair = g_ptr_array_index (there->pairs, m);
              gboolean found = FALSE;

              for (guint q = 0; q < here->pairs->len; q++)
                {
                  const JgTaskPair *other = g_ptr_array_index (here->pairs, q);

                  found =
                      found || (other->task == pair->other_task && other->other_task == pair->task);
                }
              g_assert_true (found);
            }
          n++;
        }
    }
  g_assert_cmpuint (n, >=, 2 * G_N_ELEMENTS (alike));
}

static JgOccupation *
make_occupation (const char *name, const char *const *tasks)
{
  JgOccupation *occupation = jg_occupation_new ();

  occupation->id = g_strdup (name);
  occupation->name = g_strdup (name);
  occupation->code = g_strdup ("1-01-01-01");
  occupation->edition = g_strdup ("2020");
  occupation->status = g_strdup ("current");
  for (guint i = 0; tasks[i] != NULL; i++)
    g_ptr_array_add (occupation->tasks, g_strdup (tasks[i]));
  return occupation;
}

static JgSynonym *
make_synonym (const char *text, const char *const *means)
{
  JgSynonym *synonym = g_new0 (JgSynonym, 1);

  synonym->text = g_strdup (text);
  synonym->means = g_strdupv ((char **) means);
  return synonym;
}

static GPtrArray *
list_between (const char *task, const char *other_task)
{
  const char *const tasks[] = { task, NULL };
  const char *const other_tasks[] = { other_task, NULL };
  const char *const nanny[] = { "照护老年人", "照护婴幼儿", NULL };
  g_autoptr (GPtrArray) occupations =
      g_ptr_array_new_with_free_func ((GDestroyNotify) jg_occupation_unref);
  g_autoptr (GPtrArray) aliases = g_ptr_array_new ();
  g_autoptr (GPtrArray) synonyms =
      g_ptr_array_new_with_free_func ((GDestroyNotify) jg_synonym_free);
  g_autoptr (JgMatchIndex) index = NULL;

  g_ptr_array_add (occupations, make_occupation ("甲", tasks));
  g_ptr_array_add (occupations, make_occupation ("乙", other_tasks));
  g_ptr_array_add (synonyms, make_synonym ("保姆", nanny));
  index = jg_match_index_new (occupations, aliases, synonyms);
  return jg_related_list_with_index (index, "甲");
}

static void
test_words (void)
{
  static const struct
  {
    const char *task;
    const char *other_task;
    gboolean related;
  } cases[] = {
    { "清洗蔬菜", "采购蔬菜", TRUE },
    { "清洗蔬菜", "采购水果", FALSE },
    /* words of the language, and of tasks in general */
    { "提供相关服务", "提供相关服务", FALSE },
    { "开展其他工作", "开展其他工作", FALSE },
    /* another word begins with the same characters */
    { "维修无人机", "处理无人接收的物件", FALSE },
    /* reviewed synonyms: helpful, never enough */
    { "照护老年人", "照护婴幼儿", TRUE },
    { "负责照护老年人", "负责保障照护婴幼儿", TRUE },
    { "搀扶老年人", "看管婴幼儿", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) related = list_between (cases[i].task, cases[i].other_task);

      g_test_message ("%s, %s", cases[i].task, cases[i].other_task);
      g_assert_cmpuint (related->len, ==, cases[i].related ? 1 : 0);
    }
}

/* The marks are bytes of what is printed: white space and full-width letters count. */
static void
test_marks (void)
{
  g_autoptr (GPtrArray) related =
      list_between ("用 ３ 把 刀 切 蔬 菜 丝，再洗蔬菜", "采购 蔬菜 10 斤");
  const JgTaskPair *pair;
  const JgSharedWords *shared;
  const JgTextSpan *spans;

  g_assert_cmpuint (related->len, ==, 1);
  pair = g_ptr_array_index (((JgRelated *) g_ptr_array_index (related, 0))->pairs, 0);
  g_assert_cmpuint (pair->shared->len, ==, 1);
  shared = g_ptr_array_index (pair->shared, 0);
  g_assert_cmpstr (shared->words, ==, "蔬菜");
  g_assert_false (shared->everyday);
  g_assert_cmpuint (shared->spans->len, ==, 2);
  spans = (const JgTextSpan *) shared->spans->data;
  g_assert_true (g_str_has_prefix (pair->text + spans[0].start, "蔬 菜 丝"));
  g_assert_cmpuint (spans[0].end - spans[0].start, ==, strlen ("蔬 菜"));
  g_assert_true (g_str_has_prefix (pair->text + spans[1].start, "蔬菜"));
  g_assert_cmpuint (spans[1].end, ==, strlen (pair->text));
  spans = (const JgTextSpan *) shared->other_spans->data;
  g_assert_true (g_str_has_prefix (pair->other_text + spans[0].start, "蔬菜 10"));
}

int
main (int argc, char **argv)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("JOBGUIDE_BUILD_ROOT"), "data", "catalogue.db", NULL);
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  catalogue = jg_catalogue_open (path, &error);
  g_assert_no_error (error);
  g_test_add_func ("/related/alike", test_alike);
  g_test_add_func ("/related/absurd", test_absurd);
  g_test_add_func ("/related/none", test_none);
  g_test_add_func ("/related/evidence", test_evidence);
  g_test_add_func ("/related/both-ways", test_both_ways);
  g_test_add_func ("/related/words", test_words);
  g_test_add_func ("/related/marks", test_marks);
  status = g_test_run ();
  g_object_unref (catalogue);
  return status;
}
