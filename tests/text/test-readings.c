/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdio.h>
#include <string.h>

#include "jg-pinyin.h"

/* Every name, work type, alias and class name with its reviewed readings: text, tab, readings.
 * test-readings --read < TEXTS prints such lines. */

static void
read_texts (void)
{
  char line[1024];

  while (fgets (line, sizeof line, stdin) != NULL)
    {
      g_autofree char *pinyin = NULL;

      g_strchomp (line);
      pinyin = jg_pinyin_syllables (line);
      printf ("%s\t%s\n", line, pinyin);
    }
}

static void
test_readings (void)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("JOBGUIDE_SOURCE_ROOT"), "tests/text/data/readings.tsv", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (content, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) columns = g_strsplit (lines[i], "\t", 2);
      g_autofree char *pinyin = NULL;

      if (lines[i][0] == '\0' || lines[i][0] == '#')
        continue;
      g_assert_cmpuint (g_strv_length (columns), ==, 2);
      g_assert_null (strchr (columns[1], '?'));
      pinyin = jg_pinyin_syllables (columns[0]);
      g_assert_cmpstr (pinyin, ==, columns[1]);
      n++;
    }
  g_assert_cmpuint (n, >, 900);
}

int
main (int argc, char *argv[])
{
  if (argc == 2 && strcmp (argv[1], "--read") == 0)
    {
      read_texts ();
      return 0;
    }
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/pinyin/readings", test_readings);
  return g_test_run ();
}
