/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "jg-json-gate.h"

static char *
check (const char *data, gsize length, const JgJsonLimits *limits)
{
  g_autoptr (GPtrArray) errors = g_ptr_array_new_with_free_func (g_free);
  gboolean good = jg_json_gate_check (data, length, "包.json", limits, errors);

  g_assert_cmpint (good, ==, errors->len == 0);
  g_ptr_array_add (errors, NULL);
  return g_strjoinv ("\n", (char **) errors->pdata);
}

/* Everything the rules of docs/pack-format.md allow. */
static void
test_good (void)
{
  static const char *const good[] = {
    "{}",
    " \t\r\n{ } \n",
    "{\"a\":1}",
    "{\"a\":[1,-2,0,-0,0.5,-12.75,123456789012345],\"b\":{\"c\":null,\"d\":true,\"e\":false}}",
    "{\"a\":\"x\\ny\",\"b\":\"\\\"\\\\\\/\",\"c\":\"\\u4e92\\ud83d\\ude00\",\"d\":\"互联网😀\"}",
    "{\"\":1,\"a b\":2,\"键\":3}",
    "{\"a\":[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]}",
    "{\"a\":\"\",\"b\":[],\"c\":{}}",
    "{\"a\":\"㊣〇㎡é\xcc\x81\xe9\xbd\x89\xf3\xa0\x84\x80\"}",
    "{\"a\":{\"x\":1},\"b\":{\"x\":1}}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *errors = check (good[i], strlen (good[i]), NULL);

      g_assert_cmpstr (errors, ==, "");
    }
}

/* The table of hostile packs of the engineering notes, and more: each refused, and the whole
 * message known. */
static void
test_bad (void)
{
  static const struct
  {
    const char *data;
    const char *errors;
  } bad[] = {
    /* numbers json-glib would bend */
    { "{\"a\":99999999999999999999999}", "包.json:1:6 /a：数字有 23 位，应不超过 15 位" },
    { "{\"a\":9223372036854775808}", "包.json:1:6 /a：数字有 19 位，应不超过 15 位" },
    { "{\"a\":1e400}", "包.json:1:6 /a：数字用了指数写法，应写成普通的十进制数" },
    { "{\"a\":1E+2}", "包.json:1:6 /a：数字用了指数写法，应写成普通的十进制数" },
    { "{\"a\":0.1234567890123456}", "包.json:1:6 /a：数字有 17 位，应不超过 15 位" },
    { "{\"a\":010}", "包.json:1:6 /a：数字写法不对，应为不带前导零的十进制数" },
    { "{\"a\":0x10}", "包.json:1:6 /a：数字写法不对，应为不带前导零的十进制数" },
    { "{\"a\":+1}",
      "包.json:1:6 /a：写了“+”，应是一个值（\"文字\"、数字、true、false、null、{ 或 [）" },
    { "{\"a\":.5}",
      "包.json:1:6 /a：写了“.”，应是一个值（\"文字\"、数字、true、false、null、{ 或 [）" },
    { "{\"a\":1.}", "包.json:1:6 /a：小数点后没有数字，应为如 0.5 的写法" },
    { "{\"a\":-}", "包.json:1:6 /a：数字写法不对，应为如 12、-3、0.5 的十进制数" },
    { "{\"a\":1e}", "包.json:1:6 /a：数字写法不对，应为如 12、-3、0.5 的十进制数" },
    { "{\"a\":NaN}",
      "包.json:1:6 /a：写了“N”，应是一个值（\"文字\"、数字、true、false、null、{ 或 [）" },
    { "{\"a\":1a}", "包.json:1:7 /a：写了“a”，应是逗号 , 或 }" },
    /* keys */
    { "{\"a\":1,\n \"a\":2}", "包.json:2:2 /a：键名重复，应只写一次" },
    { "{\"a\":1,\"\\u0061\":2}", "包.json:1:8 /a：键名重复，应只写一次" },
    { "{\"m\":[{\"x\":1},{\"x\":1,\"x/~\":1,\"x/~\":1}]}",
      "包.json:1:30 /m/1/x~1~0：键名重复，应只写一次" },
    { "{a:1}", "包.json:1:2 /：写了“a”，应是加双引号的键名" },
    { "{\"a\\nb\":1}", "包.json:1:4 /：字符串里有控制字符 U+000A，应删去" },
    { "{1:1}", "包.json:1:2 /：写了“1”，应是加双引号的键名" },
    { "{\"a\" 1}", "包.json:1:6 /a：写了“1”，应是冒号 :" },
    /* characters */
    { "{\"a\":\"x\\u0000y\"}", "包.json:1:8 /a：字符串里有控制字符 U+0000，应删去" },
    { "{\"a\":\"x\ty\"}", "包.json:1:8 /a：字符串里有控制字符 U+0009，应删去" },
    { "{\"a\":\"x\\ty\"}", "包.json:1:8 /a：字符串里有控制字符 U+0009，应删去" },
    { "{\"a\":\"\x7f\"}", "包.json:1:7 /a：字符串里有控制字符 U+007F，应删去" },
    { "{\"a\":\"\xc2\x85\"}", "包.json:1:7 /a：字符串里有控制字符 U+0085，应删去" },
    { "{\"a\":\"\\ud800\"}", "包.json:1:7 /a：字符串里有单个代理码 U+D800，应删去" },
    { "{\"a\":\"\\udc00\\ud800\"}", "包.json:1:7 /a：字符串里有单个代理码 U+DC00，应删去" },
    { "{\"a\":\"\\ud800\\u0041\"}", "包.json:1:7 /a：字符串里有单个代理码 U+D800，应删去" },
    { "{\"a\":\"互\u202e联\"}", "包.json:1:8 /a：字符串里有双向控制字符 U+202E，应删去" },
    { "{\"a\":\"\\u2066\"}", "包.json:1:7 /a：字符串里有双向控制字符 U+2066，应删去" },
    { "{\"a\":\"\u200f\"}", "包.json:1:7 /a：字符串里有双向控制字符 U+200F，应删去" },
    { "{\"a\":\"\u061c\"}", "包.json:1:7 /a：字符串里有双向控制字符 U+061C，应删去" },
    { "{\"a\":\"\u200b\"}", "包.json:1:7 /a：字符串里有不可见的格式字符 U+200B，应删去" },
    { "{\"a\":\"\u200d\"}", "包.json:1:7 /a：字符串里有不可见的格式字符 U+200D，应删去" },
    { "{\"a\":\"\u2060\"}", "包.json:1:7 /a：字符串里有不可见的格式字符 U+2060，应删去" },
    { "{\"a\":\"x\ufeff\"}", "包.json:1:8 /a：字符串里有不可见的格式字符 U+FEFF，应删去" },
    { "{\"a\":\"\ue000\"}", "包.json:1:7 /a：字符串里有私用区字符 U+E000，应删去" },
    { "{\"a\":\"\U00100000\"}", "包.json:1:7 /a：字符串里有私用区字符 U+100000，应删去" },
    { "{\"a\":\"\\uffff\"}", "包.json:1:7 /a：字符串里有非字符 U+FFFF，应删去" },
    { "{\"a\":\"\\ufdd0\"}", "包.json:1:7 /a：字符串里有非字符 U+FDD0，应删去" },
    { "{\"a\":\"\\ud83f\\udffe\"}", "包.json:1:7 /a：字符串里有非字符 U+1FFFE，应删去" },
    { "{\"a\":\"\U000e0041\"}", "包.json:1:7 /a：字符串里有标签字符 U+E0041，应删去" },
    { "{\"\u202ea\":1,\"b\":\"\u200b\"}",
      "包.json:1:3 /：字符串里有双向控制字符 U+202E，应删去\n"
      "包.json:1:14 /b：字符串里有不可见的格式字符 U+200B，应删去" },
    /* what json-glib takes for JSON */
    { "{\"a\":1} // x",
      "包.json:1:9 /：文件在根对象之后还有内容，应只有一个根对象，请删去多余部分" },
    { "{/* x */\"a\":1}", "包.json:1:2 /：JSON 不能写注释，应删去注释，这里应是加双引号的键名" },
    { "{\"a\":#\n1}",
      "包.json:1:6 /a：JSON 不能写注释，应删去注释，这里应是一个值（\"文字\"、数字、true、false、"
      "null、{ 或 [）" },
    { "{'a':1}", "包.json:1:2 /：引号写错，应用半角双引号 \"，这里应是加双引号的键名" },
    { "{\"a\":'x'}",
      "包.json:1:6 /a：引号写错，应用半角双引号 \"，这里应是一个值（\"文字\"、数字、true、false、"
      "null、{ 或 [）" },
    { "{“a”:1}", "包.json:1:2 /：引号写错，应用半角双引号 \"，这里应是加双引号的键名" },
    { "{\"a\":1，\"b\":2}", "包.json:1:7 /a：标点是全角的，应改为半角，这里应是逗号 , 或 }" },
    { "var x = {\"a\":1};", "包.json:1:1 /：写了“v”，应是整个文件的 {（根必须是一个对象）" },
    { "{}{}", "包.json:1:3 /：文件在根对象之后还有内容，应只有一个根对象，请删去多余部分" },
    { "{} []", "包.json:1:4 /：文件在根对象之后还有内容，应只有一个根对象，请删去多余部分" },
    { "[1]", "包.json:1:1 /：写了“[”，应是整个文件的 {（根必须是一个对象）" },
    { "\"x\"", "包.json:1:1 /：写了“\"”，应是整个文件的 {（根必须是一个对象）" },
    { "null", "包.json:1:1 /：写了“n”，应是整个文件的 {（根必须是一个对象）" },
    { "", "包.json:1:1 /：文件是空的，应是一个 { … } 对象" },
    { " \n ", "包.json:2:2 /：文件是空的，应是一个 { … } 对象" },
    { "{\"a\":1,}", "包.json:1:7 /a：最后一项后面多了逗号，应删去" },
    { "{\"a\":[1,2,\n]}", "包.json:1:10 /a/2：最后一项后面多了逗号，应删去" },
    { "{\"a\":[,]}",
      "包.json:1:7 /a/0：写了“,”，应是一个值（\"文字\"、数字、true、false、null、{ 或 [）" },
    { "{\"a\":[1}", "包.json:1:8 /a/0：写了“}”，应是逗号 , 或 ]" },
    { "{\"a\":{]}", "包.json:1:7 /a：写了“]”，应是加双引号的键名" },
    { "{\"a\":",
      "包.json:1:6 /a：文件到这里就断了，应补上一个值（\"文字\"、数字、true、false、null、{ 或 "
      "[）" },
    { "{\"a\":1", "包.json:1:7 /a：文件到这里就断了，应补上逗号 , 或 }" },
    { "{", "包.json:1:2 /：文件到这里就断了，应补上加双引号的键名" },
    { "{\"a\":\"x", "包.json:1:6 /a：这个字符串没有收尾，应在同一行以 \" 结束（换行写作 \\n）" },
    { "{\"a\":\"x\ny\"}",
      "包.json:1:6 /a：这个字符串没有收尾，应在同一行以 \" 结束（换行写作 \\n）" },
    { "{\"a\":\"\\x\"}",
      "包.json:1:8 /a：反斜杠后面的写法不对，应是 \\\" \\\\ \\/ \\n 或 \\uXXXX" },
    { "{\"a\":\"\\u12\"}", "包.json:1:11 /a：\\u 后面的写法不对，应是四位十六进制数" },
    { "{\"a\":\"\\", "包.json:1:8 /a：反斜杠后面的写法不对，应是 \\\" \\\\ \\/ \\n 或 \\uXXXX" },
    { "{\"a\":True}",
      "包.json:1:6 /a：写了“T”，应是一个值（\"文字\"、数字、true、false、null、{ 或 [）" },
    { "{\"a\":tru",
      "包.json:1:6 /a：写了“t”，应是一个值（\"文字\"、数字、true、false、null、{ 或 [）" },
    /* encodings */
    { "\xef\xbb\xbf{}", "包.json:1:1 /：文件开头有 BOM，应另存为不带 BOM 的 UTF-8" },
    { "\xff\xfe{", "包.json:1:1 /：文件是 UTF-16 编码，应另存为不带 BOM 的 UTF-8" },
    { "{\"a\":\n\"\xb4\xf8\"}",
      "包.json:2:2 /：这里不是有效的 UTF-8（字节 0xB4），应另存为不带 BOM 的 UTF-8" },
    { "{\"a\":\"\xc0\x80\"}",
      "包.json:1:7 /：这里不是有效的 UTF-8（字节 0xC0），应另存为不带 BOM 的 UTF-8" },
    { "{\"a\":\"\xed\xa0\x80\"}",
      "包.json:1:7 /：这里不是有效的 UTF-8（字节 0xED），应另存为不带 BOM 的 UTF-8" },
    /* several at once */
    { "{\"a\":1e5,\"a\":\"\\u200b\",\"b\":[01]}",
      "包.json:1:6 /a：数字用了指数写法，应写成普通的十进制数\n"
      "包.json:1:10 /a：键名重复，应只写一次\n"
      "包.json:1:15 /a：字符串里有不可见的格式字符 U+200B，应删去\n"
      "包.json:1:28 /b/0：数字写法不对，应为不带前导零的十进制数" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *errors = check (bad[i].data, strlen (bad[i].data), NULL);

      g_assert_cmpstr (errors, ==, bad[i].errors);
    }
}

static void
test_nul (void)
{
  static const char data[] = "{\"a\":\"x\0y\"}";
  g_autofree char *errors = check (data, sizeof data - 1, NULL);

  g_assert_cmpstr (errors, ==, "包.json:1:8 /：文件里有 NUL 字节，应是纯文本的 JSON");
}

/* 100,000 brackets end json-glib with a signal; here they are one message. */
static void
test_depth (void)
{
  for (guint n = 15; n <= 200000; n = n < 17 ? n + 1 : n * 10)
    {
      g_autofree char *open = g_strnfill (n, '[');
      g_autofree char *close = g_strnfill (n, ']');
      g_autofree char *data = g_strconcat ("{\"a\":", open, close, "}", NULL);
      g_autofree char *errors = check (data, strlen (data), NULL);

      if (n == 15)
        g_assert_cmpstr (errors, ==, "");
      else
        g_assert_cmpstr (errors, ==,
                         "包.json:1:21 /a/0/0/0/0/0/0/0/0/0/0/0/0/0/0/0：嵌套太深，应不超过 16 层");
    }
}

static char *
make_string (const char *before, guint n, const char *after)
{
  GString *data = g_string_new (before);

  for (guint i = 0; i < n; i++)
    g_string_append (data, "互");
  g_string_append (data, after);
  return g_string_free (data, FALSE);
}

static void
test_lengths (void)
{
  static const struct
  {
    const char *before;
    guint n;
    const char *after;
    const char *errors;
  } cases[] = {
    { "{\"a\":\"", 20000, "\"}", "" },
    { "{\"a\":\"", 20001, "\"}", "包.json:1:6 /a：字符串有 20001 个字，应不超过 20000 个" },
    { "{\"text\":\"", 20001, "\"}", "包.json:1:9 /text：字符串有 20001 个字，应不超过 20000 个" },
    { "{\"documents\":[{\"text\":\"", 1000000, "\"}]}", "" },
    { "{\"documents\":[{\"text\":\"", 1000001, "\"}]}",
      "包.json:1:23 /documents/0/text：字符串有 1000001 个字，应不超过 1000000 个" },
    { "{\"documents\":[{\"note\":\"", 20001, "\"}]}",
      "包.json:1:23 /documents/0/note：字符串有 20001 个字，应不超过 20000 个" },
    { "{\"measures\":[{\"text\":\"", 20001, "\"}]}",
      "包.json:1:22 /measures/0/text：字符串有 20001 个字，应不超过 20000 个" },
    { "{\"", 256, "\":1}", "" },
    { "{\"", 257, "\":1}", "包.json:1:2 /：字符串有 257 个字，应不超过 256 个" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *data = make_string (cases[i].before, cases[i].n, cases[i].after);
      g_autofree char *errors = check (data, strlen (data), NULL);

      g_assert_cmpstr (errors, ==, cases[i].errors);
    }
}

static void
test_limits (void)
{
  JgJsonLimits limits = jg_json_limits_default;
  g_autofree char *size = NULL;
  g_autofree char *values = NULL;
  g_autofree char *keys = NULL;
  g_autofree char *depth = NULL;

  limits.max_size = 10;
  size = check ("{\"a\":12345}", 11, &limits);
  g_assert_cmpstr (size, ==, "包.json:1:1 /：文件有 11 字节，应不超过 10 字节");

  limits = jg_json_limits_default;
  limits.max_values = 3;
  values = check ("{\"a\":[1,2]}", 11, &limits);
  g_assert_cmpstr (values, ==, "包.json:1:9 /a/1：文件里的值太多，应不超过 3 个，请分成几个文件");

  limits = jg_json_limits_default;
  limits.max_keys = 1;
  keys = check ("{\"a\":1,\"b\":2}", 13, &limits);
  g_assert_cmpstr (keys, ==, "包.json:1:8 /：一个对象的键名太多，应不超过 1 个");

  limits = jg_json_limits_default;
  limits.max_depth = 1;
  depth = check ("{\"a\":{}}", 8, &limits);
  g_assert_cmpstr (depth, ==, "包.json:1:6 /a：嵌套太深，应不超过 1 层");
}

/* A file of mistakes gives fifty messages, quickly, also when it is one line. */
static void
test_many (void)
{
  g_autoptr (GPtrArray) errors = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) data = g_string_new ("{\"a\":[");
  gint64 start;

  for (guint i = 0; i < 400000; i++)
    g_string_append (data, i > 0 ? ",\"\\u200b\xe4\xba\x92\xe4\xba\x92\xe4\xba\x92\"" : "1");
  g_string_append (data, "]}");

  start = g_get_monotonic_time ();
  g_assert_false (jg_json_gate_check (data->str, data->len, "x", NULL, errors));
  g_assert_cmpuint (errors->len, ==, 50);
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC);

  /* Those of another file do not count. */
  g_assert_false (jg_json_gate_check ("", 0, "y", NULL, errors));
  g_assert_cmpuint (errors->len, ==, 51);
}

static void
test_read_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("jobguide-gate-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "a.json", NULL);
  g_autofree char *link = g_build_filename (folder, "link.json", NULL);
  g_autofree char *pipe = g_build_filename (folder, "pipe.json", NULL);
  g_autofree char *missing = g_build_filename (folder, "missing.json", NULL);
  const struct
  {
    const char *path;
    gsize max;
    int code;
  } bad[] = {
    { missing, 0, G_FILE_ERROR_NOENT }, { folder, 0, G_FILE_ERROR_INVAL },
    { pipe, 0, G_FILE_ERROR_INVAL },    { "/dev/zero", 0, G_FILE_ERROR_INVAL },
    { file, 3, G_FILE_ERROR_FAILED },
  };
  gsize length = 0;

  g_assert_true (g_file_set_contents (file, "{\"a\0\":", 6, NULL));
  g_assert_cmpint (symlink ("a.json", link), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *data =
          jg_json_gate_read_file (i == 0 ? file : link, i == 0 ? 6 : 0, &length, &error);

      g_assert_no_error (error);
      g_assert_cmpmem (data, length + 1, "{\"a\0\":\0", 7);
    }

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (jg_json_gate_read_file (bad[i].path, bad[i].max, &length, &error));
      g_assert_error (error, G_FILE_ERROR, bad[i].code);
      g_assert_true (g_str_has_prefix (error->message, bad[i].path));
    }

  g_unlink (file);
  g_unlink (link);
  g_unlink (pipe);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/catalogue/json-gate/good", test_good);
  g_test_add_func ("/catalogue/json-gate/bad", test_bad);
  g_test_add_func ("/catalogue/json-gate/nul", test_nul);
  g_test_add_func ("/catalogue/json-gate/depth", test_depth);
  g_test_add_func ("/catalogue/json-gate/lengths", test_lengths);
  g_test_add_func ("/catalogue/json-gate/limits", test_limits);
  g_test_add_func ("/catalogue/json-gate/many", test_many);
  g_test_add_func ("/catalogue/json-gate/read-file", test_read_file);

  return g_test_run ();
}
