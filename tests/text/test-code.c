/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-code.h"

static void
test_valid (void)
{
  static const struct
  {
    const char *code;
    guint parts;
  } cases[] = {
    { "4", 1 },
    { "4-01", 2 },
    { "4-01-02", 3 },
    { "4-01-02-07", 4 },
    { "8-99-99-99", 4 },
    { "1-00-00-00", 4 },
    { "0-01", 0 },
    { "9", 0 },
    { "", 0 },
    { "4-", 0 },
    { "4-1", 0 },
    { "4-01-", 0 },
    { "4-01-02-07-1", 0 },
    { "4-01-02-0", 0 },
    { "4010207", 0 },
    { "4_01", 0 },
    { " 4-01", 0 },
    { "4-01\n", 0 },
    { "4-0a", 0 },
    { "４-01", 0 },
    { "-4-01", 0 },
    { "4-01-02-071", 0 },
    { "44-1", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].code);
      g_assert_cmpuint (jg_code_get_parts (cases[i].code), ==, cases[i].parts);
      g_assert_cmpint (jg_code_is_valid (cases[i].code), ==, cases[i].parts > 0);
    }
  g_assert_false (jg_code_is_valid (NULL));
}

static void
test_fold (void)
{
  static const struct
  {
    const char *text;
    const char *folded;
    const char *parsed;
  } cases[] = {
    { "4-01-02-07", "4-01-02-07", "4-01-02-07" },
    { "4010207", "4-01-02-07", "4-01-02-07" },
    { "４－０１－０２－０７", "4-01-02-07", "4-01-02-07" },
    { "4－01－02－07", "4-01-02-07", "4-01-02-07" },
    { "4—01—02—07", "4-01-02-07", "4-01-02-07" },
    { "4–01−02‐07", "4-01-02-07", "4-01-02-07" },
    { "4——01——02——07", "4-01-02-07", "4-01-02-07" },
    { " 4 01 02 07 ", "4-01-02-07", "4-01-02-07" },
    { "4.01.02.07", "4-01-02-07", "4-01-02-07" },
    { "4．01．02．07", "4-01-02-07", "4-01-02-07" },
    { "４-01", "4-01", "4-01" },
    { "4-14", "4-14", "4-14" },
    { "4-14-", "4-14", "4-14" },
    { "414", "4-14", "4-14" },
    { "401-0207", "4-01-02-07", "4-01-02-07" },
    { "4", "4", "4" },
    { "4-1", "4-1", NULL },
    { "41", "4-1", NULL },
    { "4-01-02-0", "4-01-02-0", NULL },
    { "40-1", NULL, NULL },
    { "4-1-2-7", NULL, NULL },
    { "-4", NULL, NULL },
    { "9-01", NULL, NULL },
    { "0", NULL, NULL },
    { "40102071", NULL, NULL },
    { "4-01-02-07a", NULL, NULL },
    { "互联网营销师", NULL, NULL },
    { "", NULL, NULL },
    { "   ", NULL, NULL },
    { "-", NULL, NULL },
    { "\xff", NULL, NULL },
    { NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = jg_code_fold (cases[i].text);
      g_autofree char *parsed = jg_code_parse (cases[i].text);

      g_test_message ("%u", i);
      g_assert_cmpstr (folded, ==, cases[i].folded);
      g_assert_cmpstr (parsed, ==, cases[i].parsed);
    }
}

static void
test_classes (void)
{
  g_autofree char *minor = jg_code_get_parent ("4-01-02-07");
  g_autofree char *middle = jg_code_get_parent ("4-01-02");
  g_autofree char *major = jg_code_get_parent ("4-01");

  g_assert_cmpstr (minor, ==, "4-01-02");
  g_assert_cmpstr (middle, ==, "4-01");
  g_assert_cmpstr (major, ==, "4");
  g_assert_null (jg_code_get_parent ("4"));
  g_assert_null (jg_code_get_parent ("x"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/code/valid", test_valid);
  g_test_add_func ("/text/code/fold", test_fold);
  g_test_add_func ("/text/code/classes", test_classes);

  return g_test_run ();
}
