/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Matching people to the real catalogue. The expectations are a counsellor's common sense. */

#include <string.h>

#include "jg-match.h"

typedef struct
{
  const char *what;
  const char *wish;
  const char *skills; /* separated by ；*/
  const char *experience;
  const char *first; /* name of the first match; NULL: not in the catalogue */
} Person;

static const Person people[] = {
  { "rider", "想送外卖，时间自由", "会骑电动车；认路", "仓库分拣4年", "网约配送员" },
  { "vague-rider", "时间自由的活", "会开三轮车；认路", "仓库分拣4年", "网约配送员" },
  { "seller", "想在家带货", "会拍短视频；卖过衣服", NULL, "互联网营销师" },
  { "carer", "想找个照顾人的活", "照顾过老人；会量血压", "在养老院做过护工5年", "健康照护师" },
  { "maternity", "想当月嫂", NULL, NULL, "健康照护师" },
  { "blockchain", "区块链开发", "会写代码；懂智能合约", "程序员6年", "区块链工程技术人员" },
  { "drone", "修无人机", "会看图纸；玩航模", "电子厂组装", "无人机装调检修工" },
  { "grid", "当社区网格员", "会登记信息；走访", "居委会", "城市管理网格员" },
  { "printer", "想做3D打印", "数控车床；CAD", NULL, "增材制造设备操作员" },
  { "full-width", "想做３Ｄ打印", NULL, NULL, "增材制造设备操作员" },
  { "labelling", "数据标注", "打字快；细心", NULL, "人工智能训练师" },
  { "media", "新媒体运营", "写文章；会剪辑", NULL, "全媒体运营师" },
  { "companion", "想当陪诊", "会挂号", NULL, "社群健康助理员" },
  { "disinfector", "消杀", "喷消毒水", NULL, "消毒员" },
  { "tutor", "网课辅导", "辅导作业", "小学老师", "在线学习服务师" },
  { "shop", NULL, NULL, "奶茶店店长3年", "连锁经营管理师" },
  { "tester", "渗透测试", "打CTF；会抓包", NULL, "信息安全测试员" },
  { "supply", "供应链", "会ERP", "采购5年，做过仓管", "供应链管理师" },
  { "builder", "想做装配式", "会看图纸", "工地抹灰，开过塔吊", "装配式建筑施工员" },
  { "railway", "去铁路上班", "巡线", NULL, "铁路综合维修工" },
  { "breathing", NULL, NULL, "呼吸科护士6年，会用呼吸机", "呼吸治疗师" },
  { "virtual", NULL, "会Unity；3D建模", NULL, "虚拟现实工程技术人员" },
  { "aids", NULL, "教人用轮椅", "在残联工作", "康复辅助技术咨询师" },
  { "assessor", "给老人做评估", NULL, NULL, "老年人能力评估师" },
  { "genetics", NULL, "优生咨询", "妇幼保健院", "出生缺陷防控咨询师" },
  { "rohs", NULL, NULL, "电子厂做RoHS测试，化验员", "电气电子产品环保检测员" },
  { "factory", "智能制造", "PLC；工业机器人调试", NULL, "智能制造工程技术人员" },
  { "e-commerce", "想做跨境电商", NULL, NULL, "电子商务师" },
  { "former-name", "防腐蚀工", NULL, NULL, "腐蚀控制工" },
  { "guard", "找个稳定的工作", NULL, "保安10年", "城市管理网格员" },
  { "not-any-more", "不想送外卖了，想学3D打印", NULL, "送过外卖2年", "增材制造设备操作员" },
  { "may-i", "能不能送外卖", NULL, NULL, "网约配送员" },
  { "at-home", "家里有老人要照顾，想在家带货", "会聊天", NULL, "互联网营销师" },
  { "cook", "想当厨师", "炒菜；会采购食材", "饭店后厨10年", NULL },
  { "lawyer", "想做律师", "法律咨询；起草合同", "律所助理", NULL },
  { "pilot", "想当飞行员", "英语好", "空军飞行学院", NULL },
  { "hairdresser", "想开理发店", "剪头发", "理发师8年", NULL },
  { "accountant", "会计", NULL, "会计5年，做账报税", NULL },
  { "driver", "想开货车", NULL, "货车司机12年", NULL },
  { "singer", "唱歌", "会弹吉他", NULL, NULL },
  { "border", NULL, NULL, "做过维护工作", NULL },
  { "ride-hailing", "接着开网约车", NULL, "跑网约车三年", NULL },
  { "wish-before-past", "想在社区做登记巡查", "腿脚快", "给人跑腿送东西", "城市管理网格员" },
  { "specimens", NULL, "跑腿送标本", "在医院帮工", "医疗临床辅助服务员" },
  { "cannot", "我什么都不会", "不会开车", NULL, NULL },
};

static JgCatalogue *catalogue;

static JgProfile *
make_profile (const Person *person)
{
  JgProfile *profile = jg_profile_new ();
  g_auto (GStrv) skills = g_strsplit (person->skills != NULL ? person->skills : "", "；", -1);

  jg_profile_set_wish (profile, person->wish);
  jg_profile_set_skills (profile, (const char *const *) skills);
  jg_profile_set_experience (profile, person->experience);
  return profile;
}

static gboolean
stands_in_profile (JgProfile *profile, const JgMatchReason *reason)
{
  if (g_str_equal (reason->field, "wish"))
    return strstr (jg_profile_get_wish (profile), reason->from) != NULL;
  if (g_str_equal (reason->field, "experience"))
    return strstr (jg_profile_get_experience (profile), reason->from) != NULL;
  for (guint i = 0; jg_profile_get_skills (profile)[i] != NULL; i++)
    if (strstr (jg_profile_get_skills (profile)[i], reason->from) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_name (const JgOccupation *occupation, const JgMatchReason *reason)
{
  g_autoptr (GPtrArray) aliases = jg_catalogue_list_aliases (catalogue);

  if (g_str_equal (reason->via, "name"))
    return g_str_equal (occupation->name, reason->text) ||
           g_strv_contains ((const char *const *) occupation->former_names, reason->text) ||
           g_str_equal (reason->text, "公共卫生辅助服务员");
  if (g_str_equal (reason->via, "work-type"))
    {
      for (guint i = 0; i < occupation->work_types->len; i++)
        if (g_str_equal (((JgWorkType *) occupation->work_types->pdata[i])->name, reason->text))
          return TRUE;
      return FALSE;
    }
  for (guint i = 0; i < aliases->len; i++)
    {
      const JgAlias *alias = g_ptr_array_index (aliases, i);

      if (g_str_equal (alias->occupation, occupation->id) &&
          g_str_equal (alias->text, reason->text))
        return TRUE;
    }
  return FALSE;
}

/* Every reason is a pair of the person's own words and a printed sentence; tasks are named or open, never both. */
static void
check_match (JgProfile *profile, const JgMatch *match)
{
  const JgOccupation *occupation = match->occupation;
  g_autofree gboolean *named = g_new0 (gboolean, occupation->tasks->len + 1);

  g_assert_cmpstr (occupation->status, !=, "cancelled");
  g_assert_cmpuint (match->reasons->len, >, 0);
  for (guint i = 0; i < match->reasons->len; i++)
    {
      const JgMatchReason *reason = g_ptr_array_index (match->reasons, i);

      g_assert_true (stands_in_profile (profile, reason));
      g_assert_cmpint (reason->task, >=, 0);
      g_assert_cmpint (reason->task, <=, (int) occupation->tasks->len);
      if (reason->task > 0)
        {
          g_assert_cmpstr (reason->text, ==,
                           g_ptr_array_index (occupation->tasks, (guint) reason->task - 1));
          g_assert_true (g_str_equal (reason->via, "task") || g_str_equal (reason->via, "synonym"));
          g_assert_nonnull (reason->through);
          named[reason->task] = TRUE;
        }
      else if (g_str_equal (reason->via, "definition"))
        g_assert_cmpstr (reason->text, ==, occupation->definition);
      else
        g_assert_true (is_name (occupation, reason));
    }
  for (guint i = 0; i < match->open_tasks->len; i++)
    {
      guint task = g_array_index (match->open_tasks, guint, i);

      g_assert_false (named[task]);
      named[task] = TRUE;
    }
  for (guint i = 1; i <= occupation->tasks->len; i++)
    g_assert_true (named[i]);
}

static void
check_result (JgProfile *profile, const JgMatchResult *result, const char *first)
{
  g_assert_cmpint (result->not_in_catalogue, ==, result->matches->len == 0);
  for (guint i = 0; i < result->matches->len; i++)
    {
      const JgMatch *match = g_ptr_array_index (result->matches, i);

      g_test_message ("%u. %s", i + 1, match->occupation->name);
      check_match (profile, match);
    }
  if (first == NULL)
    {
      g_assert_true (result->not_in_catalogue);
      return;
    }
  g_assert_cmpuint (result->matches->len, >, 0);
  g_assert_cmpstr (((JgMatch *) result->matches->pdata[0])->occupation->name, ==, first);
}

static void
test_person (gconstpointer data)
{
  const Person *person = data;
  g_autoptr (JgProfile) profile = make_profile (person);
  g_autoptr (JgMatchResult) result = jg_match_profile (catalogue, profile, 0);

  check_result (profile, result, person->first);
}

static const char *const samples[][2] = {
  { "livestream-seller", "互联网营销师" },
  { "sample-caregiver", "健康照护师" },
  { "sample-companion", "社群健康助理员" },
  { "sample-cook", NULL },
  { "sample-disabled", "人工智能训练师" },
  { "sample-drone-hobbyist", "无人机装调检修工" },
  { "sample-graduate-2020", "全媒体运营师" },
  { "sample-insured-worker", "电气电子产品环保检测员" },
  { "sample-laid-off-worker", "增材制造设备操作员" },
  { "sample-programmer", "区块链工程技术人员" },
  { "sample-rider", "网约配送员" },
  { "sample-rural-returnee", "互联网营销师" },
  { "sample-school-leaver", "装配式建筑施工员" },
  { "sample-veteran", "城市管理网格员" },
};

static void
test_samples (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *name = g_strconcat (samples[i][0], ".json", NULL);
      g_autofree char *path =
          g_build_filename (g_getenv ("JOBGUIDE_SOURCE_ROOT"), "data", "samples", name, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (JgProfile) profile = jg_profile_new_from_file (path, &error);
      g_autoptr (JgMatchResult) result = NULL;

      g_assert_no_error (error);
      g_test_message ("%s", samples[i][0]);
      result = jg_match_profile (catalogue, profile, 0);
      check_result (profile, result, samples[i][1]);
    }
}

static const JgMatch *
find_match (const JgMatchResult *result, const char *name)
{
  for (guint i = 0; i < result->matches->len; i++)
    if (g_str_equal (((JgMatch *) result->matches->pdata[i])->occupation->name, name))
      return g_ptr_array_index (result->matches, i);
  return NULL;
}

/* A wish names the occupation; it does not show that the person can do its tasks. */
static void
test_wish_closes_no_task (void)
{
  const Person person = { NULL, "修无人机", NULL, NULL, NULL };
  g_autoptr (JgProfile) profile = make_profile (&person);
  g_autoptr (JgMatchResult) result = jg_match_profile (catalogue, profile, 0);
  const JgMatch *match = find_match (result, "无人机装调检修工");

  g_assert_nonnull (match);
  g_assert_cmpuint (match->open_tasks->len, ==, 8);
}

/* Each way to say that one thing is not wanted, whatever one has done before; the other still is. */
static void
test_refused (void)
{
  static const Person refusing[] = {
    { "wish", "不想再跑外卖了，想做数据标注", NULL, "跑了两年外卖", NULL },
    { "past", "数据标注", "会骑电动车", "跑了两年外卖，不想再跑了", NULL },
    { "object-first", "外卖不跑了，想做数据标注", NULL, "送外卖3年", NULL },
    { "do-not-let", "别再让我送外卖了，我想做数据标注", NULL, "外卖员", NULL },
    { "but-for", "除了送外卖都行，最好是数据标注", "认路", "送过外卖", NULL },
    { "cannot-bear", "腿不好，跑不了外卖，想做数据标注", NULL, "外卖骑手", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (refusing); i++)
    {
      g_autoptr (JgProfile) profile = make_profile (&refusing[i]);
      g_autoptr (JgMatchResult) result = jg_match_profile (catalogue, profile, 0);
      const JgMatchRefusal *refusal;

      g_test_message ("%s", refusing[i].what);
      check_result (profile, result, "人工智能训练师");
      g_assert_null (find_match (result, "网约配送员"));
      g_assert_cmpuint (result->refusals->len, ==, 1);
      refusal = g_ptr_array_index (result->refusals, 0);
      g_assert_cmpstr (refusal->occupation->name, ==, "网约配送员");
      g_assert_nonnull (strstr (refusal->from, "外卖"));
    }
}

/* What is only lacking, or refused of something else, refuses no occupation. */
static void
test_not_refused (void)
{
  static const Person others[] = {
    { "own-object", "送餐送菜都行，不要坐班", NULL, NULL, "网约配送员" },
    { "may-i", "能不能送外卖", NULL, NULL, "网约配送员" },
    { "lacking", "不会开车，会骑电动车，想送外卖", NULL, NULL, "网约配送员" },
    { "wanted-again", "不想送外卖想想还是送外卖", NULL, NULL, "网约配送员" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (JgProfile) profile = make_profile (&others[i]);
      g_autoptr (JgMatchResult) result = jg_match_profile (catalogue, profile, 0);

      g_test_message ("%s", others[i].what);
      check_result (profile, result, others[i].first);
    }
}

/* What is only part of a longer word is not what the person is. */
static void
test_longest_word (void)
{
  static const struct
  {
    const char *experience;
    const char *not_meant;
  } said[] = {
    { "公路养护工", "健康照护师" },
    { "水电维护工三年", "健康照护师" },
    { "跑网约车三年", "社群健康助理员" },
    { "跑腿送标本", "网约配送员" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    {
      const Person person = { NULL, NULL, NULL, said[i].experience, NULL };
      g_autoptr (JgProfile) profile = make_profile (&person);
      g_autoptr (JgMatchResult) result = jg_match_profile (catalogue, profile, 0);

      g_test_message ("%s", said[i].experience);
      g_assert_null (find_match (result, said[i].not_meant));
    }
}

static void
test_struck (void)
{
  const Person person = { NULL, "想送外卖", "会骑电动车；拍短视频", "卖过衣服", NULL };
  g_autoptr (JgProfile) profile = make_profile (&person);
  g_autoptr (JgRecord) record = jg_record_new_for_profile (profile, NULL);
  g_autoptr (JgMatchResult) before = jg_match_record (catalogue, record, 0);
  g_autoptr (JgMatchResult) after = NULL;
  const JgMatch *rider = find_match (before, "网约配送员");

  g_assert_nonnull (rider);
  g_assert_true (jg_record_strike (record, rider->occupation->id, "腰伤"));
  after = jg_match_record (catalogue, record, 0);
  g_assert_null (find_match (after, "网约配送员"));
  g_assert_cmpuint (after->matches->len, ==, before->matches->len - 1);
  g_assert_false (after->not_in_catalogue);
}

/* The cancelled occupation is answered by its three successors. */
static void
test_cancelled (void)
{
  const Person person = { NULL, NULL, NULL, "公共卫生辅助服务员2年", NULL };
  g_autoptr (JgProfile) profile = make_profile (&person);
  g_autoptr (JgMatchResult) result = jg_match_profile (catalogue, profile, 0);

  g_assert_null (find_match (result, "公共卫生辅助服务员"));
  g_assert_nonnull (find_match (result, "防疫员"));
  g_assert_nonnull (find_match (result, "消毒员"));
  g_assert_nonnull (find_match (result, "公共场所卫生管理员"));
}

/* The work type has moved: the occupation it left no longer answers. */
static void
test_moved_work_type (void)
{
  const Person person = { NULL, "医疗护理员", NULL, NULL, NULL };
  g_autoptr (JgProfile) profile = make_profile (&person);
  g_autoptr (JgMatchResult) result = jg_match_profile (catalogue, profile, 0);

  g_assert_nonnull (find_match (result, "健康照护师"));
  g_assert_null (find_match (result, "医疗临床辅助服务员"));
}

/* Who has said nothing has not been compared: that is no finding about the catalogue. */
static void
test_nothing_said (void)
{
  g_autoptr (JgProfile) profile = jg_profile_new ();
  g_autoptr (JgMatchResult) result = jg_match_profile (catalogue, profile, 0);

  g_assert_cmpuint (result->matches->len, ==, 0);
  g_assert_false (result->not_in_catalogue);
}

static void
test_limit_and_order (void)
{
  const Person person = { NULL, "想做区块链开发", "写Java；会剪辑；会开车", "程序员7年", NULL };
  g_autoptr (JgProfile) profile = make_profile (&person);
  g_autoptr (JgMatchResult) all = jg_match_profile (catalogue, profile, 0);
  g_autoptr (JgMatchResult) again = jg_match_profile (catalogue, profile, 0);
  g_autoptr (JgMatchResult) two = jg_match_profile (catalogue, profile, 2);

  g_assert_cmpuint (all->matches->len, >, 2);
  g_assert_cmpuint (two->matches->len, ==, 2);
  g_assert_false (two->not_in_catalogue);
  g_assert_cmpuint (all->matches->len, ==, again->matches->len);
  for (guint i = 0; i < all->matches->len; i++)
    {
      const JgMatch *a = g_ptr_array_index (all->matches, i);
      const JgMatch *b = g_ptr_array_index (again->matches, i);

      g_assert_cmpstr (a->occupation->id, ==, b->occupation->id);
      g_assert_cmpuint (a->reasons->len, ==, b->reasons->len);
      for (guint j = 0; j < a->reasons->len; j++)
        g_assert_cmpstr (((JgMatchReason *) a->reasons->pdata[j])->text, ==,
                         ((JgMatchReason *) b->reasons->pdata[j])->text);
    }
}

/* The greatest profile that can be read is matched in reasonable time. */
static void
test_large (void)
{
  g_autoptr (JgProfile) profile = jg_profile_new ();
  g_autoptr (GPtrArray) skills = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (JgMatchResult) result = NULL;
  g_autoptr (GTimer) timer = NULL;

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (GString) skill = g_string_new (NULL);

      for (guint j = 0; j < 40; j++)
        g_string_append (skill, "照护老年人");
      g_ptr_array_add (skills, g_string_free (g_steal_pointer (&skill), FALSE));
    }
  g_ptr_array_add (skills, NULL);
  jg_profile_set_skills (profile, (const char *const *) skills->pdata);
  timer = g_timer_new ();
  result = jg_match_profile (catalogue, profile, 5);
  g_test_message ("%.2f s", g_timer_elapsed (timer, NULL));
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, 20);
  g_assert_false (result->not_in_catalogue);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  path = g_build_filename (g_getenv ("JOBGUIDE_BUILD_ROOT"), "data", "catalogue.db", NULL);
  catalogue = jg_catalogue_open (path, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autofree char *test = g_strdup_printf ("/match/person/%s", people[i].what);

      g_test_add_data_func (test, &people[i], test_person);
    }
  g_test_add_func ("/match/samples", test_samples);
  g_test_add_func ("/match/wish-closes-no-task", test_wish_closes_no_task);
  g_test_add_func ("/match/refused", test_refused);
  g_test_add_func ("/match/not-refused", test_not_refused);
  g_test_add_func ("/match/longest-word", test_longest_word);
  g_test_add_func ("/match/struck", test_struck);
  g_test_add_func ("/match/cancelled", test_cancelled);
  g_test_add_func ("/match/moved-work-type", test_moved_work_type);
  g_test_add_func ("/match/nothing-said", test_nothing_said);
  g_test_add_func ("/match/limit-and-order", test_limit_and_order);
  g_test_add_func ("/match/large", test_large);
  status = g_test_run ();
  g_clear_object (&catalogue);
  return status;
}
