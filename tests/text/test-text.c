/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

#include "jg-text-han.h"
#include "jg-text-wipe.h"
#include "jg-text.h"

static void
test_normalize (void)
{
  static const struct
  {
    const char *text;
    const char *spaced;
    const char *compact;
  } cases[] = {
    { "互联网营销师", "互联网营销师", "互联网营销师" },
    { "互聯網營銷師", "互联网营销师", "互联网营销师" },
    { "後臺 頭髮　乾燥", "后台 头发 干燥", "后台头发干燥" },
    { "俱乐部 著名 姊妹", "俱乐部 著名 姊妹", "俱乐部著名姊妹" },
    { "工业ＡＰＰ４应用", "工业app4应用", "工业app4应用" },
    { "⼯业", "工业", "工业" },
    { "  Web \t\n 前端  ", "web 前端", "web前端" },
    { "４—０１–０２−０７", "4-01-02-07", "4-01-02-07" },
    { "（一）", "(一)", "(一)" },
    { "〔2020〕 [2020] ［2020］ 【2020】", "(2020) (2020) (2020) (2020)",
      "(2020)(2020)(2020)(2020)" },
    { "㎡ ﬁ ①", "m2 fi 1", "m2fi1" },
    { "直\u200b播\u202e带\ufeff货", "直播带货", "直播带货" },
    { "Straße ÉCOLE", "strasse école", "strasseécole" },
    { "𠮷 〇", "𠮷 〇", "𠮷〇" },
    { "", "", "" },
    { " \u3000 ", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *spaced = jg_text_normalize (cases[i].text);
      g_autofree char *compact = jg_text_normalize_compact (cases[i].text);
      g_autofree char *again = jg_text_normalize_compact (compact);

      g_assert_cmpstr (spaced, ==, cases[i].spaced);
      g_assert_cmpstr (compact, ==, cases[i].compact);
      g_assert_cmpstr (again, ==, compact);
    }
}

static void
test_map (void)
{
  static const struct
  {
    const char *text;
    const char *query;
    const char *hit;
  } cases[] = {
    { "互联网营销师", "营销", "营销" },
    { "互聯網營銷師", "营销", "營銷" },
    { "工业 ＡＰＰ 应用", "app应", "ＡＰＰ 应" },
    { "面积 ㎡ 计", "m2", "㎡" },
    { "面积 ㎡ 计", "2计", "㎡ 计" },
    { "直\u200b播", "直播", "直\u200b播" },
    { "ａ", "a", "ａ" },
    { "人社厅发〔2020〕17号", "(2020)", "〔2020〕" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *norm = jg_text_normalize_compact (cases[i].text);
      const char *found = strstr (norm, cases[i].query);
      g_autofree char *hit = NULL;
      int start, end;

      g_assert_nonnull (found);
      g_assert_true (jg_text_find_origin (cases[i].text, norm, (gsize) (found - norm),
                                          (gsize) (found - norm) + strlen (cases[i].query), &start,
                                          &end));
      hit = g_strndup (cases[i].text + start, end - start);
      g_assert_cmpstr (hit, ==, cases[i].hit);
    }
}

/* Whatever the text, every range maps to borders of characters, and ranges keep their order. */
static void
test_map_borders (void)
{
  static const gunichar alphabet[] = { 'A',     ' ',    0x4e92, 0x7db2, 0xff21, 0x33a1,
                                       0xfb01,  0x2f2f, 0x200b, 0x3000, 0x2014, 0xdf,
                                       0x20bb7, 0x301,  0xac00, '-' };
  GRand *rand = g_rand_new_with_seed (20201030);

  for (guint round = 0; round < 3000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *norm = NULL;
      int before = 0;
      int n = g_rand_int_range (rand, 0, 12);

      for (int i = 0; i < n; i++)
        g_string_append_unichar (text,
                                 alphabet[g_rand_int_range (rand, 0, G_N_ELEMENTS (alphabet))]);
      norm = jg_text_normalize_compact (text->str);
      g_assert_true (g_utf8_validate (norm, -1, NULL));

      for (gsize i = 0; norm[i] != '\0'; i++)
        {
          int start, end;

          g_assert_true (jg_text_find_origin (text->str, norm, i, i + 1, &start, &end));
          g_assert_cmpint (start, >=, before);
          g_assert_cmpint (end, >, start);
          g_assert_cmpint (end, <=, (int) text->len);
          g_assert_true (g_utf8_validate (text->str + start, end - start, NULL));
          before = start;
        }
    }
  g_rand_free (rand);
}

static void
test_map_empty (void)
{
  int start = 7;
  int end = 7;

  g_assert_false (jg_text_find_origin ("带货", "带货", 3, 3, &start, &end));
  g_assert_cmpint (start, ==, -1);
  g_assert_cmpint (end, ==, -1);

  /* A form that another version of the rules made. */
  g_assert_false (jg_text_find_origin ("帶貨", "帶貨物", 0, 9, &start, &end));
  g_assert_false (jg_text_find_origin ("Ａ货", "b货", 0, 1, &start, &end));
  g_assert_cmpint (start, ==, -1);
}

/* The table leaves the characters of GB 2312 alone, but for eight. Hold that against ICU: of the
 * others, ICU would change only the simplified characters named in gen-han-table.c. */
static void
test_gb2312 (void)
{
  static const char *const in_use = "俱吒姊箝苎著藉跤阪";
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open ("GB2312", &status);
  UTransliterator *transliterator;
  UChar id[32];
  guint n = 0;

  u_uastrcpy (id, "Traditional-Simplified");
  transliterator = utrans_openU (id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
  g_assert_true (U_SUCCESS (status));
  ucnv_setFromUCallBack (converter, UCNV_FROM_U_CALLBACK_STOP, NULL, NULL, NULL, &status);

  for (UChar c = 0x4e00; c <= 0x9fff; c++)
    {
      UChar buffer[8] = { c };
      int32_t length = 1;
      int32_t limit = 1;
      char bytes[8];

      status = U_ZERO_ERROR;
      ucnv_fromUChars (converter, bytes, sizeof bytes, &c, 1, &status);
      if (U_SUCCESS (status))
        n++;
      status = U_ZERO_ERROR;
      utrans_transUChars (transliterator, buffer, &length, G_N_ELEMENTS (buffer), 0, &limit,
                          &status);
      g_assert_true (U_SUCCESS (status));

      if (g_utf8_strchr (in_use, -1, c) != NULL)
        g_assert_cmphex (jg_text_han_simplify (c), ==, c);
      else if (length == 1)
        g_assert_cmphex (jg_text_han_simplify (c), ==, buffer[0]);
    }
  g_assert_cmpuint (n, ==, 6763);

  utrans_close (transliterator);
  ucnv_close (converter);
}

/* The table reads as ICU does, also what stands outside of the main block; and knows what ICU does not. */
static void
test_readings (void)
{
  UErrorCode status = U_ZERO_ERROR;
  UTransliterator *transliterator;
  UChar id[16];

  u_uastrcpy (id, "Han-Latin");
  transliterator = utrans_openU (id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
  g_assert_true (U_SUCCESS (status));
  for (UChar32 c = 0x2e80; c < 0x2fa1e; c += c < 0x20000 ? 7 : 31)
    {
      UChar buffer[32];
      char utf8[96];
      int32_t length = 0;
      int32_t limit;

      if (U_IS_SURROGATE (c) || !jg_text_is_han ((gunichar) c))
        continue;
      U16_APPEND_UNSAFE (buffer, length, c);
      limit = length;
      status = U_ZERO_ERROR;
      utrans_transUChars (transliterator, buffer, &length, G_N_ELEMENTS (buffer), 0, &limit,
                          &status);
      u_strToUTF8 (utf8, sizeof utf8, NULL, buffer, length, &status);
      g_assert_true (U_SUCCESS (status));
      if (g_utf8_get_char (utf8) == (gunichar) c)
        g_assert_null (jg_text_han_to_latin ((gunichar) c));
      else
        g_assert_cmpstr (jg_text_han_to_latin ((gunichar) c), ==, utf8);
    }
  utrans_close (transliterator);

  g_assert_null (jg_text_han_to_latin ('a'));
  g_assert_null (jg_text_han_to_latin (0x10ffff));
  g_assert_cmphex (jg_text_han_simplify ('a'), ==, 'a');
  g_assert_cmphex (jg_text_han_simplify (0x10ffff), ==, 0x10ffff);
}

static void
test_tokenize (void)
{
  g_auto (GStrv) tokens = jg_text_tokenize ("工业ＡＰＰ4，应用 Web-前端。");
  g_autofree char *joined = g_strjoinv ("|", tokens);
  g_auto (GStrv) none = jg_text_tokenize ("，。 -");

  g_assert_cmpstr (joined, ==, "工|业|app4|应|用|web|前|端");
  g_assert_null (none[0]);
}

static void
test_han (void)
{
  g_assert_true (jg_text_is_han (0x4e00));
  g_assert_true (jg_text_is_han (0x3007));
  g_assert_true (jg_text_is_han (0x20bb7));
  g_assert_false (jg_text_is_han ('a'));
  g_assert_false (jg_text_is_han (0x3002));
  g_assert_false (jg_text_is_han (0xff0c));
  g_assert_false (jg_text_is_han (0x3042));
  g_assert_true (jg_text_has_han ("app 应用"));
  g_assert_false (jg_text_has_han ("app，"));
}

static void
test_distances (void)
{
  g_assert_cmpfloat (jg_text_dice ("互联网", "互联网"), ==, 1);
  g_assert_cmpfloat (jg_text_dice ("互联网营销师", "互联网销售师"), ==, 0.4);
  g_assert_cmpfloat (jg_text_dice ("互联网营销师", "互联网营业师"), ==, 0.6);
  g_assert_cmpfloat (jg_text_dice ("律师", "讲师"), ==, 0);
  g_assert_cmpfloat (jg_text_dice ("师", "师"), ==, 1);
  g_assert_cmpfloat (jg_text_dice ("", "师"), ==, 0);
  g_assert_cmpfloat (jg_text_dice ("人人人", "人人"), ==, 2.0 / 3);

  g_assert_cmpuint (jg_text_distance ("互联网", "互联网", 1), ==, 0);
  g_assert_cmpuint (jg_text_distance ("互连网", "互联网", 1), ==, 1);
  g_assert_cmpuint (jg_text_distance ("互网", "互联网", 1), ==, 1);
  g_assert_cmpuint (jg_text_distance ("互网联", "互联网", 1), ==, 1);
  g_assert_cmpuint (jg_text_distance ("互网", "联网", 2), ==, 1);
  g_assert_cmpuint (jg_text_distance ("网互", "互联网", 1), ==, 2);
  g_assert_cmpuint (jg_text_distance ("kitten", "sitting", 5), ==, 3);
  g_assert_cmpuint (jg_text_distance ("kitten", "sitting", 2), ==, 3);
  g_assert_cmpuint (jg_text_distance ("", "", 1), ==, 0);
  g_assert_cmpuint (jg_text_distance ("", "ab", 1), ==, 2);
}

static void
test_wipe (void)
{
  char words[] = "魑魅甲";

  jg_text_wipe (words);
  for (guint i = 0; i < sizeof words; i++)
    g_assert_cmpint (words[i], ==, '\0');
  jg_text_wipe (NULL);
  jg_text_wipe_free (g_strdup ("饕餮乙"));
  jg_text_wipe_strv (g_strsplit ("饕餮乙 貔貅丙", " ", -1));
  jg_text_wipe_strv (NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/text/normalize", test_normalize);
  g_test_add_func ("/text/text/map", test_map);
  g_test_add_func ("/text/text/map-borders", test_map_borders);
  g_test_add_func ("/text/text/map-empty", test_map_empty);
  g_test_add_func ("/text/text/gb2312", test_gb2312);
  g_test_add_func ("/text/text/readings", test_readings);
  g_test_add_func ("/text/text/tokenize", test_tokenize);
  g_test_add_func ("/text/text/han", test_han);
  g_test_add_func ("/text/text/distances", test_distances);
  g_test_add_func ("/text/text/wipe", test_wipe);

  return g_test_run ();
}
