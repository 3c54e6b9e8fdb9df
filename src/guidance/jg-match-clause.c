/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-match-clause.h"

#include <string.h>

#include "text/jg-text.h"

/* Words of the language, not of any trade: they stand in the notices and in what people say without meaning the same.
 * How rare a word is in the notices cannot tell this: 时间 stands in one task only. */
static const char *const general_words[] = {
  "时间", "工作", "自己", "一定", "简单", "需要", "要求", "问题", "方面", "情况", "个人", "家庭",
  "社会", "企业", "公司", "目标", "活动", "能力", "参与", "部门", "单位", "质量", "价格", "地址",
  "数量", "使用", "进行", "提供", "管理", "负责", "研究", "设计", "开发", "技术", "服务", "人员",
  "相关", "信息", "系统", "产品", "分析", "实施", "制定", "应用", "操作", "协助", "处理", "指导",
  "医院", "社区", "环境", "生活", "方法", "方案", "计划", "工具", "专业", "知识", "技能", "用户",
  "客户", "资源", "安全", "组织", "建立", "收集", "过程", "发展", "变化", "特征", "现场", "现代",
  "城市", "日常", "利用", "运用", "根据", "按照", "通过", "保障", "支持", "建议", "报告", "合理",
  "适当", "指定", "地点", "经验", "学习", "兴趣", "电子", "电气", "材料", "结构", "内容", "沟通",
  "协调", "稳定", "身体", "心理", "国家", "标准", "基本", "规划", "主要", "常见", "一线", "业绩",
  "经营", "对象", "状态", "状况", "风险", "记录", "意见", "反馈", "检查", "机构", "推荐", "登记",
  "事务", "关系", "群众", "事件", "公共", "配合", "执行", "促进", "满意", "影响", "优化", "改进",
  "提升", "提高", "改造", "准确", "精神", "上级", "特点", "体验", "行业", "领域", "水平", "设备",
  "数据", "网络", "平台", "健康", "培训", "评估", "咨询", "检测", "测试", "生产", "编写", "编制",
  "综合", "流程", "成本", "工程", "功能", "性能", "规范", "制度", "措施", "交流", "合作", "自由",
  "收入", "轻松", "上班", "下班", "在家", "附近", "弹性", "长期", "短期", "全职", "兼职", "工资",
  "稳当", "找份", "一份", "一个", "什么", "都行", "可以", "希望", "愿意", "喜欢", "打算", "准备",
  "以前", "现在", "多年", "机会", "岗位", "职业", "就业", "离家", "地方", "老家", "家里", "家人",
  "毕业", "大学", "学校", "学历", "处置", "解决", "通知", "作业", "团队", "文化", "老板", "工人",
  "员工", "人工", "人员", "认真", "吃苦", "卫生", "工业", "智能", "找个", "想找", "想要", "一点",
  "高点", "近点", "活儿", "干活", "挣钱", "赚钱", "安稳", "体面", "社保", "双休", "白班", "夜班",
  "换个", "换份", "重新", "尽快", "马上", "随便", "能干", "合适", "适合", "本地", "县城", "镇上",
  "市里", "村里", "门口", "孩子", "老人", "手艺", "创业", "转行", "考证", "证书", "灵活", "正规",
  "正式", "待遇", "补贴", "找到", "不用", "比较", "年龄", "年纪", "制造", "工厂", "厂里", "进厂",
  "手机", "电脑", "程序", "互联", "互联网",
  /* what somebody asks of any work */
  "灵活", "当天", "当日", "结账", "日结", "周结", "现结", "包吃", "包住", "吃住", "包吃住", "五险",
  "一金", "底薪", "提成", "工资", "月薪", "高薪", "坐班", "加班", "休息", "周末", "早班", "晚班",
  "晚上", "白天", "早上", "室内", "户外", "外面", "坐着", "站着", "居家", "补贴", "家用", "家门口",
  "出差", "轻省", "轻巧", "体力", "重活", "脏活", "累活", "随时", "自在", "约束", "管束", "多劳",
  "多得", "编制", "保险", "养家", "糊口", "顾家", "接送", "上学", "放学", "照应", "长远", "前途",
  "出路", "门路", "行当", "这行", "那种", "这种", "那类", "这类", "这块", "那块", NULL
};

/* After these words comes what the person does not want, or can bear no more. */
static const char *const refusing_words[] = { "不想", "不愿意", "不愿", "不要",   "不干", "不做",
                                              "不跑", "不去",   "不进", "不当",   "不送", "不喜欢",
                                              "不能", "不再",   "不了", "不适合", "讨厌", "别让我",
                                              "别再", "别叫我", "别去", "除了",   NULL };

/* After these words comes what the person cannot do, or what keeps them at home. */
static const char *const lacking_words[] = {
  "不会",       "不是",     "不懂",       "不了解",   "没做过",   "没干过",   "没学过", "没当过",
  "没有",       "家里有",   "要照顾",     "得照顾",   "要带孩子", "得带孩子", "要带娃", "得带娃",
  "在家带孩子", "在家带娃", "在家看孩子", "边带孩子", "要接送",   NULL
};

/* Here the sentence turns back to what counts. */
static const char *const turning_words[] = { "想",   "但", "愿",   "希望", "只", "就",
                                             "可以", "而", "顺便", "同时", "都", NULL };

/* Before what a person says they do not want, these begin something else: 会开车不想炒菜. */
static const char *const bounding_words[] = { "会", "能", "是", "想", "但", "过", NULL };

static void
clause_free (gpointer data)
{
  JgMatchClause *clause = data;

  g_free (clause->words);
  jg_match_text_free (clause->text);
  jg_match_text_free (clause->refused);
  g_free (clause);
}

/* The length of the first of the words that stands at a place, 0 when none does. */
static guint
word_at (const JgMatchText *text, guint at, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *p = words[i];
      guint n = 0;

      while (*p != '\0' && at + n < text->length && text->chars[at + n] == g_utf8_get_char (p))
        {
          p = g_utf8_next_char (p);
          n++;
        }
      if (*p == '\0')
        return n;
    }
  return 0;
}

/* 能不能, 想不想 and 不要求 exclude nothing, and 想要照顾… is a wish. */
static gboolean
excludes (const JgMatchText *text, guint at, guint length)
{
  gunichar before = at > 0 ? text->chars[at - 1] : 0;
  gunichar after = at + length < text->length ? text->chars[at + length] : 0;

  if (before != 0 && before == text->chars[at + 1])
    return FALSE;
  if (after == 0x6c42 && text->chars[at + length - 1] == 0x8981)
    return FALSE;
  return !(before == 0x60f3 && text->chars[at] == 0x8981);
}

/* Of 不想再跑了 no more is left than what is not to be done: its object stands before. 不要坐班 has its own. */
static gboolean
is_bare (const JgMatchText *text, guint start, guint end)
{
  gboolean aspect = FALSE;
  guint n = 0;

  for (guint i = start; i < end; i++)
    if (text->chars[i] == 0x518d || text->chars[i] == 0x4e86) /* 再 了 */
      aspect = TRUE;
    else
      n++;
  return n <= (aspect ? 2 : 1);
}

/* Where what is refused before @end begins. */
static guint
find_object (const JgMatchText *text, guint end)
{
  guint start = end;

  while (start > 0 && text->chars[start - 1] != 0 && word_at (text, start - 1, bounding_words) == 0)
    start--;
  return start;
}

/* Moves what is excluded out of the text, and what is refused of it into the other. Returns whether something is
 * refused that was said before this clause. */
static gboolean
take_excluded (JgMatchClause *clause)
{
  JgMatchText *text = clause->text;
  g_autofree gboolean *refused = g_new0 (gboolean, text->length + 1);
  gboolean any = FALSE, before = FALSE;

  for (guint i = 0; i < text->length; i++)
    {
      guint lacking = word_at (text, i, lacking_words);
      guint refusing = lacking > 0 ? 0 : word_at (text, i, refusing_words);
      guint length = MAX (lacking, refusing);
      guint start = i;
      guint end;

      if (length == 0 || !excludes (text, i, length))
        continue;
      for (end = i + length; end < text->length && word_at (text, end, turning_words) == 0; end++)
        ;
      if (refusing > 0 && is_bare (text, i + length, end))
        {
          start = find_object (text, i);
          before = before || (start == i && i == 0);
        }
      for (guint k = start; refusing > 0 && k < end; k++)
        refused[k] = any = TRUE;
      if (any)
        clause->refused =
            clause->refused != NULL ? clause->refused : jg_match_text_new (clause->words);
      jg_match_text_blank (text, start, end);
      i = end - 1;
    }
  for (guint i = 0; any && i < text->length; i++)
    if (!refused[i])
      jg_match_text_blank (clause->refused, i, i + 1);
  return before;
}

/* 跑了两年外卖，不想再跑: the one clause says what the other refuses. */
static void
refuse_clause (JgMatchClause *clause)
{
  if (clause->refused == NULL)
    {
      clause->refused = jg_match_text_new (clause->words);
      jg_match_text_drop_aspect (clause->refused);
    }
  jg_match_text_blank (clause->text, 0, clause->text->length);
}

static void
add_clause (GPtrArray *clauses, const char *field, const char *start, const char *end)
{
  g_autofree char *words = g_strndup (start, (gsize) (end - start));
  JgMatchClause *last = clauses->len > 0 ? g_ptr_array_index (clauses, clauses->len - 1) : NULL;
  JgMatchClause *clause;

  g_strstrip (words);
  if (*words == '\0')
    return;
  clause = g_new0 (JgMatchClause, 1);
  clause->field = field;
  clause->text = jg_match_text_new (words);
  clause->words = g_steal_pointer (&words);
  if (take_excluded (clause) && last != NULL && g_str_equal (last->field, field))
    refuse_clause (last);
  jg_match_text_drop_aspect (clause->text);
  if (clause->refused != NULL)
    jg_match_text_drop_aspect (clause->refused);
  g_ptr_array_add (clauses, clause);
}

static gboolean
is_han_at (const char *p)
{
  return *p != '\0' && jg_text_is_han (g_utf8_get_char (p));
}

/* Punctuation separates clauses, and so does white space between two Chinese characters. */
static gboolean
separates (const char *text, const char *p)
{
  gunichar c = g_utf8_get_char (p);

  if (g_unichar_isspace (c))
    return p > text && is_han_at (g_utf8_prev_char (p)) && is_han_at (g_utf8_next_char (p));
  return c < 0x80 ? strchr (",;!?()|", (int) c) != NULL : g_unichar_ispunct (c);
}

static void
add_clauses (GPtrArray *clauses, const char *field, const char *text)
{
  const char *start = text;
  const char *p;

  if (text == NULL)
    return;
  for (p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (separates (text, p))
      {
        add_clause (clauses, field, start, p);
        start = g_utf8_next_char (p);
      }
  add_clause (clauses, field, start, p);
}

/**
 * jg_match_clauses_of_profile:
 * @profile: a profile
 *
 * Cuts the wish, the skills and the experience into clauses. What the person does not want or cannot do (“不想…”,
 * “不会…”) is taken out of the clause's text; what they do not want is kept apart.
 *
 * Returns: (transfer full) (element-type JgMatchClause): the clauses, the wish first
 */
GPtrArray *
jg_match_clauses_of_profile (JgProfile *profile)
{
  GPtrArray *clauses;
  const char *const *skills;

  g_return_val_if_fail (JG_IS_PROFILE (profile), NULL);

  clauses = g_ptr_array_new_with_free_func (clause_free);
  add_clauses (clauses, "wish", jg_profile_get_wish (profile));
  skills = jg_profile_get_skills (profile);
  for (guint i = 0; skills[i] != NULL; i++)
    add_clauses (clauses, "skills", skills[i]);
  add_clauses (clauses, "experience", jg_profile_get_experience (profile));
  return clauses;
}

/**
 * jg_match_word_is_general:
 * @word: a normalised word
 *
 * Tells whether a word belongs to the language at large and says nothing about a trade.
 *
 * Returns: %TRUE for one of the list
 */
gboolean
jg_match_word_is_general (const char *word)
{
  g_return_val_if_fail (word != NULL, TRUE);

  return g_strv_contains (general_words, word);
}

/* 想去进找要到在: what comes before the thing that is wished for. */
static gboolean
is_leaning (gunichar c)
{
  return c == 0x60f3 || c == 0x53bb || c == 0x8fdb || c == 0x627e || c == 0x8981 || c == 0x5230 ||
         c == 0x5728;
}

/**
 * jg_match_clause_is_specific:
 *
 * Tells whether a clause names something in particular: it has a word of two characters or more that is not general.
 * 时间自由的活 does not, 当厨师 does.
 *
 * Returns: %TRUE when it does
 */
gboolean
jg_match_clause_is_specific (const JgMatchClause *self)
{
  guint start = 0;

  g_return_val_if_fail (self != NULL, FALSE);

  for (guint end = 1; end <= self->text->length; end++)
    {
      g_autofree char *word = NULL;

      if (!self->text->borders[end])
        continue;
      /* The dictionary has 想去 and the like as words. */
      while (start < end && is_leaning (self->text->chars[start]))
        start++;
      if (end - start >= 2 && self->text->chars[start] != 0)
        word = jg_match_text_dup_range (self->text, start, end);
      if (word != NULL && !jg_match_word_is_general (word))
        return TRUE;
      start = end;
    }
  return FALSE;
}
