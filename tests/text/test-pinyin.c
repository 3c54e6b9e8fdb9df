/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "jg-pinyin-table.h"
#include "jg-pinyin.h"

static void
test_syllables (void)
{
  static const struct
  {
    const char *text;
    const char *syllables;
  } cases[] = {
    { "互联网营销师", "hu lian wang ying xiao shi" },
    { "银行信贷员", "yin xing|hang|heng xin dai yuan|yun" },
    { "工业ＡＰＰ４应用", "gong ye app4 ying yong" },
    { "绿略女", "lv|lu lve|lue nv|nu" },
    { "（信息）审核员。", "xin xi shen he|hu yuan|yun" },
    { "\U000e0001，", "" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *syllables = jg_pinyin_syllables (cases[i].text);

      g_assert_cmpstr (syllables, ==, cases[i].syllables);
    }
}

/* The words whose default reading is wrong in letters (银行, 装调, 会计 …): the right one must be
 * accepted, spelled in full and by initials. */
static void
test_readings (void)
{
  static const struct
  {
    const char *text;
    const char *letters;
  } cases[] = {
    { "银行信贷员", "yinhang" }, { "银行信贷员", "yhxdy" }, { "无人机装调检修工", "zhuangtiao" },
    { "会计", "kuaiji" },        { "音乐", "yinyue" },      { "乐器", "yueqi" },
    { "长途", "changtu" },       { "行业", "hangye" },      { "调酒", "tiaojiu" },
    { "调试", "tiaoshi" },       { "校对", "jiaodui" },     { "校验", "jiaoyan" },
    { "轧钢", "zhagang" },       { "地质", "dizhi" },       { "土地", "tudi" },
    { "着色", "zhuose" },        { "模具", "muju" },        { "传记", "zhuanji" },
    { "畜牧", "xumu" },          { "切削", "qiexue" },      { "切削", "qiexiao" },
    { "弹性", "tanxing" },       { "角色", "juese" },       { "人参", "renshen" },
    { "供给", "gongji" },        { "扎染", "zaran" },       { "扎染", "zharan" },
    { "开拓", "kaituo" },        { "厦门", "xiamen" },      { "曝光", "baoguang" },
    { "乙炔", "yique" },         { "绿化", "lvhua" },       { "绿化", "luhua" },
    { "重庆", "chongqing" },     { "调度", "diaodu" },      { "核酸", "hesuan" },
    { "藏族", "zangzu" },        { "车床", "chechuang" },   { "血压", "xueya" },
    { "铺设", "pushe" },         { "炮制", "paozhi" },      { "宿舍", "sushe" },
    { "数据", "shuju" },         { "石油", "shiyou" },      { "翟", "zhai" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *syllables = jg_pinyin_syllables (cases[i].text);
      JgPinyinMatch match;

      g_test_message ("%s %s (%s)", cases[i].text, cases[i].letters, syllables);
      g_assert_true (jg_pinyin_match (syllables, cases[i].letters, &match));
    }
}

static void
test_match (void)
{
  static const struct
  {
    const char *letters;
    gboolean found;
    JgPinyinKind kind;
    JgPinyinPlace place;
    guint first;
    guint n;
  } cases[] = {
    { "hulianwangyingxiaoshi", TRUE, JG_PINYIN_FULL, JG_PINYIN_WHOLE, 0, 6 },
    { "hulianwangyingxiaosh", TRUE, JG_PINYIN_MIXED, JG_PINYIN_WHOLE, 0, 6 },
    { "hulianwang", TRUE, JG_PINYIN_FULL, JG_PINYIN_BEGINNING, 0, 3 },
    { "hulianw", TRUE, JG_PINYIN_FULL, JG_PINYIN_BEGINNING, 0, 3 },
    { "hlwyxs", TRUE, JG_PINYIN_INITIALS, JG_PINYIN_WHOLE, 0, 6 },
    { "hlwyxsh", TRUE, JG_PINYIN_INITIALS, JG_PINYIN_WHOLE, 0, 6 },
    { "hlw", TRUE, JG_PINYIN_INITIALS, JG_PINYIN_BEGINNING, 0, 3 },
    { "hulwang", TRUE, JG_PINYIN_MIXED, JG_PINYIN_BEGINNING, 0, 3 },
    { "yingxiao", TRUE, JG_PINYIN_FULL, JG_PINYIN_INSIDE, 3, 2 },
    { "yingx", TRUE, JG_PINYIN_FULL, JG_PINYIN_INSIDE, 3, 2 },
    { "yxs", TRUE, JG_PINYIN_INITIALS, JG_PINYIN_INSIDE, 3, 3 },
    { "shi", TRUE, JG_PINYIN_FULL, JG_PINYIN_INSIDE, 5, 1 },
    { "h", TRUE, JG_PINYIN_FULL, JG_PINYIN_BEGINNING, 0, 1 },
    { "hwl", FALSE },
    { "hlwyxss", FALSE },
    { "ingxiao", FALSE },
    { "hulianwangyingxiaoshix", FALSE },
    { "", FALSE },
    { "123456789012345678901234567890123456789012345678901234567890123", FALSE },
    { "1234567890123456789012345678901234567890123456789012345678901234", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      JgPinyinMatch match;
      gboolean found = jg_pinyin_match ("hu lian wang ying xiao shi", cases[i].letters, &match);

      g_test_message ("%s", cases[i].letters);
      g_assert_cmpint (found, ==, cases[i].found);
      if (!found)
        continue;
      g_assert_cmpint (match.kind, ==, cases[i].kind);
      g_assert_cmpint (match.place, ==, cases[i].place);
      g_assert_cmpuint (match.first, ==, cases[i].first);
      g_assert_cmpuint (match.n_syllables, ==, cases[i].n);
    }

  g_assert_true (jg_pinyin_match ("a", "a", NULL));
  g_assert_false (jg_pinyin_match ("", "a", NULL));
  g_assert_false (jg_pinyin_match ("? ?", "a", NULL));
}

static void
test_query (void)
{
  static const struct
  {
    const char *query;
    const char *letters;
  } cases[] = {
    { "Hu Lian-Wang", "hulianwang" },
    { "yīng xiāo", "yingxiao" },
    { "xi'an", "xian" },
    { "xi’an", "xian" },
    { "lǜhuà", "lvhua" },
    { "lu:hua", "lvhua" },
    { "ｌｖ", "lv" },
    { "app4", "app4" },
    { "4010207", NULL },
    { "互联wang", NULL },
    { "", NULL },
    { "a，b", NULL },
    { "?", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *letters = jg_pinyin_fold_query (cases[i].query);

      g_test_message ("%s", cases[i].query);
      g_assert_cmpstr (letters, ==, cases[i].letters);
    }
}

static void
test_locate (void)
{
  const char *text = "（工业）ＡＰＰ4，应用";
  g_autofree char *hit = NULL;
  int start, end;

  g_assert_true (jg_pinyin_locate (text, 1, 3, &start, &end));
  hit = g_strndup (text + start, end - start);
  g_assert_cmpstr (hit, ==, "业）ＡＰＰ4，应");

  g_assert_false (jg_pinyin_locate (text, 4, 2, &start, &end));
  g_assert_cmpint (start, ==, -1);
  g_assert_cmpint (end, ==, -1);
}

/* The table is searched by halves, so its order matters; and every reading is made of letters. */
static void
test_table (void)
{
  guint n = 0;

  for (gunichar c = 0x4e00; c <= 0x9fff; c++)
    {
      const char *readings = jg_pinyin_table_lookup (c);

      if (readings == NULL)
        continue;
      n++;
      g_assert_cmpuint (strspn (readings, "abcdefghijklmnopqrstuvwxyz|"), ==, strlen (readings));
    }
  g_assert_cmpuint (n, ==, 151);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/pinyin/syllables", test_syllables);
  g_test_add_func ("/text/pinyin/readings", test_readings);
  g_test_add_func ("/text/pinyin/match", test_match);
  g_test_add_func ("/text/pinyin/query", test_query);
  g_test_add_func ("/text/pinyin/locate", test_locate);
  g_test_add_func ("/text/pinyin/table", test_table);

  return g_test_run ();
}
