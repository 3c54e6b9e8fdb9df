/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "jg-json-reader.h"

static const char *const colours[] = { "red", "green", "blue", NULL };

typedef struct
{
  GPtrArray *errors;
  JgJsonReader reader;
  JsonNode *root;
  JsonObject *object;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const char *const text =
      "{\"string\":\"文\\n字\", \"empty\":\"\", \"blank\":\" \\n\", \"null\":null, \"int\":42, "
      "\"minus\":-5,"
      " \"decimal\":1.5, \"whole\":1.0, \"true\":true, \"word\":\"true\", \"object\":{\"a/b\":1},"
      " \"list\":[\"red\",\"blue\"], \"mixed\":[\"red\",3,\" \",\"grey\"], \"none\":[],"
      " \"date\":\"2020-02-29\", \"nodate\":\"2021-02-29\", \"id\":\"gbf-2020.27\", \"noid\":\"Gbf "
      "1\","
      " \"code\":\"4-01-02-07\", \"class\":\"4-01\", \"nocode\":\"4010207\", \"colour\":\"gren\","
      " \"slash\":\"a\\/b\", \"pair\":\"\\ud83d\\ude00\", \"zero\":-0}";

  fixture->errors = g_ptr_array_new_with_free_func (g_free);
  fixture->root = jg_json_reader_parse ("包.json", text, strlen (text), NULL, fixture->errors);
  g_assert_cmpuint (fixture->errors->len, ==, 0);
  g_assert_nonnull (fixture->root);
  fixture->object = json_node_get_object (fixture->root);
  jg_json_reader_init (&fixture->reader, "包.json", fixture->errors);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  json_node_unref (fixture->root);
  g_ptr_array_unref (fixture->errors);
}

/* The last error, or "" when there are not exactly as many as expected. */
static const char *
take_error (Fixture *fixture)
{
  static char *last;

  g_clear_pointer (&last, g_free);
  g_assert_cmpuint (fixture->errors->len, <=, 1);
  if (fixture->errors->len == 1)
    last = g_ptr_array_steal_index (fixture->errors, 0);
  return last != NULL ? last : "";
}

#define GET(kind, key, ...)                                                                        \
  jg_json_get_##kind (&fixture->reader, fixture->object, "/m/3", key, __VA_ARGS__)
#define ASSERT_ERROR(text) g_assert_cmpstr (take_error (fixture), ==, text)

static void
test_string (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (GET (string, "string", JG_JSON_REQUIRED, 3), ==, "文\n字");
  g_assert_cmpstr (GET (string, "slash", JG_JSON_REQUIRED, 0), ==, "a/b");
  g_assert_cmpstr (GET (string, "pair", JG_JSON_REQUIRED, 1), ==, "😀");
  g_assert_cmpstr (GET (string, "empty", JG_JSON_MAY_BE_EMPTY, 0), ==, "");
  g_assert_null (GET (string, "missing", JG_JSON_OPTIONAL, 0));
  g_assert_null (GET (string, "null", JG_JSON_NULLABLE, 0));
  ASSERT_ERROR ("");

  g_assert_null (GET (string, "string", JG_JSON_REQUIRED, 2));
  ASSERT_ERROR ("包.json /m/3/string：有 3 个字；应不超过 2 个字");
  g_assert_null (GET (string, "missing", JG_JSON_REQUIRED, 0));
  ASSERT_ERROR ("包.json /m/3/missing：缺少这个键；应为文字");
  g_assert_null (GET (string, "null", JG_JSON_REQUIRED, 0));
  ASSERT_ERROR ("包.json /m/3/null：写了 null；应为文字");
  g_assert_null (GET (string, "missing", JG_JSON_REQUIRED | JG_JSON_NULLABLE, 0));
  ASSERT_ERROR ("包.json /m/3/missing：缺少这个键；应为文字或 null");
  g_assert_null (GET (string, "empty", JG_JSON_OPTIONAL, 0));
  ASSERT_ERROR ("包.json /m/3/empty：是空的；应为文字");
  g_assert_null (GET (string, "blank", JG_JSON_OPTIONAL, 0));
  ASSERT_ERROR ("包.json /m/3/blank：是空的；应为文字");
  g_assert_null (GET (string, "int", JG_JSON_OPTIONAL, 0));
  ASSERT_ERROR ("包.json /m/3/int：写了 42；应为文字");
  g_assert_null (GET (string, "list", JG_JSON_OPTIONAL, 0));
  ASSERT_ERROR ("包.json /m/3/list：写了一个数组 [ ]；应为文字");
  g_assert_null (GET (string, "object", JG_JSON_OPTIONAL, 0));
  ASSERT_ERROR ("包.json /m/3/object：写了一个对象 { }；应为文字");
}

static void
test_numbers (Fixture *fixture, gconstpointer data)
{
  gboolean truth = FALSE;
  double number = 0;
  gint64 integer = 7;

  g_assert_true (GET (int, "int", JG_JSON_REQUIRED, 0, 42, &integer));
  g_assert_cmpint (integer, ==, 42);
  g_assert_true (GET (int, "minus", JG_JSON_REQUIRED, -5, 0, &integer));
  g_assert_cmpint (integer, ==, -5);
  g_assert_true (GET (int, "zero", JG_JSON_REQUIRED, 0, 0, &integer));
  g_assert_true (GET (number, "decimal", JG_JSON_REQUIRED, &number));
  g_assert_cmpfloat (number, ==, 1.5);
  g_assert_true (GET (number, "int", JG_JSON_REQUIRED, &number));
  g_assert_cmpfloat (number, ==, 42);
  g_assert_true (GET (boolean, "true", JG_JSON_REQUIRED, &truth));
  g_assert_true (truth);
  g_assert_false (GET (boolean, "missing", JG_JSON_OPTIONAL, &truth));
  g_assert_false (GET (int, "null", JG_JSON_NULLABLE, 0, 1, &integer));
  ASSERT_ERROR ("");

  integer = 7;
  g_assert_false (GET (int, "int", JG_JSON_REQUIRED, 0, 41, &integer));
  ASSERT_ERROR ("包.json /m/3/int：写了 42；应为 0 到 41 之间的整数");
  g_assert_false (GET (int, "whole", JG_JSON_REQUIRED, 0, 9, &integer));
  ASSERT_ERROR ("包.json /m/3/whole：写了 1.0；应为 0 到 9 之间的整数");
  g_assert_false (GET (int, "word", JG_JSON_REQUIRED, 0, 9, &integer));
  ASSERT_ERROR ("包.json /m/3/word：写了“true”；应为 0 到 9 之间的整数");
  g_assert_cmpint (integer, ==, 7);
  g_assert_false (GET (number, "word", JG_JSON_REQUIRED, &number));
  ASSERT_ERROR ("包.json /m/3/word：写了“true”；应为数字");
  g_assert_false (GET (boolean, "word", JG_JSON_REQUIRED, &truth));
  ASSERT_ERROR ("包.json /m/3/word：写了“true”；应为 true 或 false");
  g_assert_false (GET (boolean, "int", JG_JSON_REQUIRED, &truth));
  ASSERT_ERROR ("包.json /m/3/int：写了 42；应为 true 或 false");
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  static const char *const allowed[] = { "true", "false", NULL };

  g_assert_true (GET (enum, "word", JG_JSON_REQUIRED, allowed) == allowed[0]);
  g_assert_cmpstr (GET (date, "date", JG_JSON_REQUIRED), ==, "2020-02-29");
  g_assert_cmpstr (GET (id, "id", JG_JSON_REQUIRED), ==, "gbf-2020.27");
  g_assert_cmpstr (GET (code, "code", JG_JSON_REQUIRED, 4), ==, "4-01-02-07");
  g_assert_cmpstr (GET (code, "class", JG_JSON_REQUIRED, 0), ==, "4-01");
  ASSERT_ERROR ("");

  g_assert_null (GET (enum, "colour", JG_JSON_REQUIRED, colours));
  ASSERT_ERROR ("包.json /m/3/colour：写了“gren”；应为 red、green 或 blue（是不是 green？）");
  g_assert_null (GET (enum, "word", JG_JSON_REQUIRED, colours));
  ASSERT_ERROR ("包.json /m/3/word：写了“true”；应为 red、green 或 blue");
  g_assert_null (GET (date, "nodate", JG_JSON_REQUIRED));
  ASSERT_ERROR (
      "包.json /m/3/nodate：写了“2021-02-29”；应为真实存在的日期 YYYY-MM-DD、YYYY-MM 或 YYYY");
  g_assert_null (GET (id, "noid", JG_JSON_REQUIRED));
  ASSERT_ERROR ("包.json /m/3/noid：写了“Gbf 1”；应为小写字母、数字、点和连字符组成的编号（64 "
                "个字符以内，以字母或数字开头）");
  g_assert_null (GET (code, "class", JG_JSON_REQUIRED, 4));
  ASSERT_ERROR ("包.json /m/3/class：写了“4-01”；应为职业代码，如 4-01-02-07");
  g_assert_null (GET (code, "nocode", JG_JSON_REQUIRED, 0));
  ASSERT_ERROR (
      "包.json /m/3/nocode：写了“4010207”；应为职业分类代码，如 4、4-01、4-01-02 或 4-01-02-07");
}

static void
test_containers (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) list = GET (string_array, "list", JG_JSON_REQUIRED, colours);
  g_auto (GStrv) none = GET (string_array, "none", JG_JSON_REQUIRED, NULL);

  g_assert_cmpuint (g_strv_length (list), ==, 2);
  g_assert_cmpstr (list[1], ==, "blue");
  g_assert_nonnull (none);
  g_assert_null (none[0]);
  g_assert_null (GET (string_array, "missing", JG_JSON_OPTIONAL, NULL));
  g_assert_nonnull (GET (object, "object", JG_JSON_REQUIRED));
  g_assert_nonnull (GET (array, "list", JG_JSON_REQUIRED, 2));
  g_assert_null (GET (object, "null", JG_JSON_NULLABLE));
  ASSERT_ERROR ("");

  g_assert_null (GET (array, "list", JG_JSON_REQUIRED, 1));
  ASSERT_ERROR ("包.json /m/3/list：有 2 项；应不超过 1 项");
  g_assert_null (GET (array, "object", JG_JSON_REQUIRED, 0));
  ASSERT_ERROR ("包.json /m/3/object：写了一个对象 { }；应为一个数组 [ ]");
  g_assert_null (GET (object, "list", JG_JSON_NULLABLE));
  ASSERT_ERROR ("包.json /m/3/list：写了一个数组 [ ]；应为一个对象 { } 或 null");

  g_assert_null (GET (string_array, "mixed", JG_JSON_REQUIRED, colours));
  g_assert_cmpuint (fixture->errors->len, ==, 3);
  g_assert_cmpstr (fixture->errors->pdata[0], ==, "包.json /m/3/mixed/1：写了 3；应为不空的文字");
  g_assert_cmpstr (fixture->errors->pdata[1], ==, "包.json /m/3/mixed/2：写了“ ”；应为不空的文字");
  g_assert_cmpstr (fixture->errors->pdata[2], ==,
                   "包.json /m/3/mixed/3：写了“grey”；应为red、green 或 blue");
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  static const char *const all[] = { "a/b", NULL };
  static const char *const other[] = { "occupation", "text", NULL };
  static const char *const near[] = { "a-b", "text", NULL };
  JsonObject *object = GET (object, "object", JG_JSON_REQUIRED);

  g_assert_true (jg_json_check_keys (&fixture->reader, object, "", all));
  ASSERT_ERROR ("");
  g_assert_false (jg_json_check_keys (&fixture->reader, object, "", other));
  ASSERT_ERROR ("包.json /a~1b：不认识的键；应删去，这里可用的键是 occupation 或 text");
  g_assert_false (jg_json_check_keys (&fixture->reader, object, "", near));
  ASSERT_ERROR ("包.json /a~1b：不认识的键；应为 a-b");
}

static void
test_most (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 60; i++)
    jg_json_reader_report (&fixture->reader, "", NULL, "%u", i);
  g_assert_cmpuint (fixture->errors->len, ==, 50);
  g_assert_cmpstr (fixture->errors->pdata[49], ==, "包.json /：49");
}

static void
test_forms (void)
{
  static const char *const dates[] = { "2020", "2020-10", "2020-10-31", "2000-02-29", NULL };
  static const char *const no_dates[] = { "",           "20",          "2020-13",    "2020-00",
                                          "2020-10-00", "2020-04-31",  "1900-02-29", "2020-1-01",
                                          "2020/10/01", "2020-10-1",   "20201001",   "0000",
                                          "9999-99-99", "2020-10-01x", " 2020",      NULL };
  static const char *const ids[] = { "a", "0", "gdf-2020-12", "occ.hulianwang-yingxiaoshi", NULL };
  static const char *const no_ids[] = { "", "-a", ".a", "A", "a_b", "a b", "互", "a/b", NULL };
  g_autofree char *longest = g_strnfill (64, 'a');
  g_autofree char *too_long = g_strnfill (65, 'a');

  for (guint i = 0; dates[i] != NULL; i++)
    g_assert_true (jg_json_is_date (dates[i]));
  for (guint i = 0; no_dates[i] != NULL; i++)
    g_assert_false (jg_json_is_date (no_dates[i]));
  for (guint i = 0; ids[i] != NULL; i++)
    g_assert_true (jg_json_is_id (ids[i]));
  for (guint i = 0; no_ids[i] != NULL; i++)
    g_assert_false (jg_json_is_id (no_ids[i]));
  g_assert_true (jg_json_is_id (longest));
  g_assert_false (jg_json_is_id (too_long));
  g_assert_false (jg_json_is_id (NULL));
  g_assert_false (jg_json_is_date (NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/catalogue/json-reader/string", test_string);
  ADD ("/catalogue/json-reader/numbers", test_numbers);
  ADD ("/catalogue/json-reader/words", test_words);
  ADD ("/catalogue/json-reader/containers", test_containers);
  ADD ("/catalogue/json-reader/keys", test_keys);
  ADD ("/catalogue/json-reader/most", test_most);
  g_test_add_func ("/catalogue/json-reader/forms", test_forms);
#undef ADD

  return g_test_run ();
}
