/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "jg-local-text.h"
#include "jg-pack-set.h"

#define NOTICE                                                                                                                            \
  "杭州市西湖区人力资源和社会保障局文件\n\n关于发放灵活就业一次性补贴的通知\n\n西人社〔2026〕5号" \
  "\n\n各街道：\n"                                                                                                                    \
  "经区政府同意，现通知如下。\n一、对象\n（一）登记失业人员。\n1. "                                            \
  "男性。\n2．女性。\n（二）高校毕业生。\n二、标准\n"                                                                 \
  "一次性补贴1000元。\n\n西湖区人力资源和社会保障局\n西湖区财政局\n2026 年 3 月 1 "                           \
  "日\n\n附件\n一、申请表\n二、承诺书"

static char *
list_clauses (const char *text)
{
  g_autoptr (GPtrArray) clauses = jg_local_text_find_clauses (text);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < clauses->len; i++)
    {
      const JgClause *clause = g_ptr_array_index (clauses, i);

      g_string_append_printf (list, "%s%s %u-%u", i > 0 ? ", " : "", clause->clause, clause->line,
                              clause->line_to);
    }
  return g_string_free (list, FALSE);
}

static void
assert_clauses (const char *text, const char *expected)
{
  g_autofree char *list = list_clauses (text);

  g_assert_cmpstr (list, ==, expected);
}

static void
test_clauses (void)
{
  assert_clauses (
      NOTICE, "文首 1-8, 一 9-9, 一（一） 10-10, 一（一）1 11-11, 一（一）2 12-12, 一（二） 13-13, "
              "二 14-15, 落款 17-19, 附件 21-21, 附件·一 22-22, 附件·二 23-23");
  assert_clauses ("第一条 本办法。\n第二条 补贴。\n（一）甲。\n（二）乙。\n第十二条 解释。",
                  "第一条 1-1, 第二条 2-2, 第二条（一） 3-3, 第二条（二） 4-4, 第十二条 5-5");
  assert_clauses ("只有一句话。\n还有一句。", "全文 1-2");
  assert_clauses ("", "全文 1-1");
  assert_clauses ("一、甲。\n一、又是甲。\n一、再是甲。", "一 1-1, 一·2 2-2, 一·3 3-3");
  /* 3.5% at the beginning of a line numbers nothing, nor does a number outside of any clause. */
  assert_clauses ("1. 甲。\n一、比例\n3.5%的贴息。", "文首 1-1, 一 2-3");
}

static void
test_head (void)
{
  g_autoptr (JgLocalHead) head = jg_local_text_find_head (NOTICE);
  g_autoptr (JgLocalHead) none = jg_local_text_find_head ("各街道：\n没有标题。\n2026年2月30日");

  g_assert_cmpstr (head->title, ==, "关于发放灵活就业一次性补贴的通知");
  g_assert_cmpstr (head->number, ==, "西人社〔2026〕5号");
  g_assert_cmpstr (head->issuer, ==, "西湖区人力资源和社会保障局 西湖区财政局");
  g_assert_cmpstr (head->date, ==, "2026-03-01");
  g_assert_null (none->title);
  g_assert_null (none->number);
  g_assert_null (none->issuer);
  g_assert_null (none->date);
}

static void
test_tidy (void)
{
  g_autofree char *text = jg_local_text_dup_tidy (
      "\n\n　　一、甲 \r\n\r\n\r\n\r\n乙\t丙\xe2\x80\xae丁\xe2\x80\x8b\r戊 \n\n");
  g_autofree char *empty = jg_local_text_dup_tidy (" \n　\n");

  g_assert_cmpstr (text, ==, "一、甲\n\n乙 丙丁\n戊");
  g_assert_cmpstr (empty, ==, "");
}

static char *
write_file (const char *folder, const char *name, const char *data, gsize length)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (folder, name, NULL);

  g_file_set_contents (path, data, (gssize) length, &error);
  g_assert_no_error (error);
  return path;
}

static void
test_file (void)
{
  static const struct
  {
    const char *data;
    gsize length;
    const char *text; /* or NULL, with the error */
    int code;
  } cases[] = {
    { "\xef\xbb\xbf一、补贴", 15, "一、补贴", 0 },
    { "\xd2\xbb\xa1\xa2\xb2\xb9\xcc\xf9", 8, "一、补贴", 0 },
    { "\xff\xff\xff", 3, NULL, JG_LOCAL_TEXT_ERROR_ENCODING },
    { "PK\x03\x04\0\0\xd2\xbb", 8, NULL, JG_LOCAL_TEXT_ERROR_ENCODING },
  };
  g_autoptr (GError) none = NULL;
  g_autofree char *folder = g_dir_make_tmp ("jobguide-XXXXXX", NULL);
  g_autofree char *missing = g_build_filename (folder, "没有.txt", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path = write_file (folder, "通知.txt", cases[i].data, cases[i].length);
      g_autofree char *text = jg_local_text_read_file (path, &error);

      g_assert_cmpstr (text, ==, cases[i].text);
      if (cases[i].text == NULL)
        {
          g_assert_error (error, JG_LOCAL_TEXT_ERROR, cases[i].code);
          g_assert_nonnull (strstr (error->message, "“通知.txt”"));
        }
      g_remove (path);
    }
  g_assert_null (jg_local_text_read_file (missing, &none));
  g_assert_error (none, JG_LOCAL_TEXT_ERROR, JG_LOCAL_TEXT_ERROR_READ);
  g_rmdir (folder);
}

/* The rules stand or fall by real notices: those that a person has divided into clauses. */
static void
test_bundled (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgPackSet) set = jg_pack_set_new ();
  g_autofree char *path = jg_catalogue_dup_default_path ();
  GPtrArray *documents;
  guint all = 0;
  guint found = 0;

  jg_pack_set_add_catalogue (set, path);
  g_assert_true (jg_pack_set_check (set));
  documents = jg_pack_set_get_documents (set);
  g_assert_cmpuint (documents->len, ==, 34);
  for (guint i = 0; i < documents->len; i++)
    {
      const JgPackDocument *document = g_ptr_array_index (documents, i);
      g_autoptr (GPtrArray) clauses = jg_local_text_find_clauses (document->text);

      for (guint k = 0; k < document->clauses->len; k++)
        {
          const JgClause *clause = g_ptr_array_index (document->clauses, k);

          if (!g_regex_match_simple ("^([一二三四五六七八九十]{1,4}(（[一二三四五六七八九十]{1,3}"
                                     "）[0-9]*)?|第[一二三四五六七八九十]+条)$",
                                     clause->clause, 0, 0))
            continue;
          all++;
          for (guint m = 0; m < clauses->len; m++)
            {
              const JgClause *other = g_ptr_array_index (clauses, m);

              if (g_str_equal (other->clause, clause->clause) &&
                  other->line + document->document->first_line - 1 == clause->line)
                {
                  found++;
                  break;
                }
            }
        }
    }
  g_test_message ("%u of %u labels", found, all);
  g_assert_cmpuint (all, >, 700);
  g_assert_cmpuint (found, ==, all);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalogue/local-text/clauses", test_clauses);
  g_test_add_func ("/catalogue/local-text/head", test_head);
  g_test_add_func ("/catalogue/local-text/tidy", test_tidy);
  g_test_add_func ("/catalogue/local-text/file", test_file);
  g_test_add_func ("/catalogue/local-text/bundled", test_bundled);
  return g_test_run ();
}
