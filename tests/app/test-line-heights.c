/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-line-heights.h"

/* A heading and four items. */
static JgLineHeights *
make_heights (void)
{
  JgLineHeights *heights = jg_line_heights_new ();

  jg_line_heights_append (heights, JG_LINE_HEADING);
  for (int i = 0; i < 4; i++)
    jg_line_heights_append (heights, JG_LINE_ITEM);
  return heights;
}

static void
test_known (void)
{
  g_autoptr (JgLineHeights) heights = make_heights ();
  static const int all[] = { 20, 50, 30, 70, 10 };
  int offset;

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    jg_line_heights_set (heights, i, all[i]);
  g_assert_cmpint (jg_line_heights_get_top (heights, 0), ==, 0);
  g_assert_cmpint (jg_line_heights_get_top (heights, 3), ==, 100);
  g_assert_cmpint (jg_line_heights_get_top (heights, 5), ==, 180);
  g_assert_cmpuint (jg_line_heights_find (heights, 0, &offset), ==, 0);
  g_assert_cmpint (offset, ==, 0);
  g_assert_cmpuint (jg_line_heights_find (heights, 19, NULL), ==, 0);
  g_assert_cmpuint (jg_line_heights_find (heights, 20, &offset), ==, 1);
  g_assert_cmpint (offset, ==, 0);
  g_assert_cmpuint (jg_line_heights_find (heights, 99, &offset), ==, 2);
  g_assert_cmpint (offset, ==, 29);
  /* Below all: the last one, and the offset tells that it is not hit. */
  g_assert_cmpuint (jg_line_heights_find (heights, 1000, &offset), ==, 4);
  g_assert_cmpint (offset, >, 10);
  g_assert_cmpuint (jg_line_heights_find (heights, -5, &offset), ==, 0);
  g_assert_cmpint (offset, ==, 0);
}

static void
test_guessed (void)
{
  g_autoptr (JgLineHeights) heights = make_heights ();

  g_assert_false (jg_line_heights_is_known (heights, 2));
  g_assert_cmpint (jg_line_heights_get (heights, 2), >, 0);
  jg_line_heights_set (heights, 1, 40);
  jg_line_heights_set (heights, 2, 60);
  g_assert_true (jg_line_heights_is_known (heights, 2));
  g_assert_false (jg_line_heights_is_known (heights, 3));
  /* As high as the others of its kind; a heading tells nothing about an item. */
  jg_line_heights_set (heights, 0, 1000);
  g_assert_cmpint (jg_line_heights_get (heights, 3), ==, 50);

  jg_line_heights_forget (heights);
  g_assert_false (jg_line_heights_is_known (heights, 1));
  g_assert_cmpint (jg_line_heights_get (heights, 3), !=, 50);
}

static void
test_cleared (void)
{
  g_autoptr (JgLineHeights) heights = make_heights ();

  jg_line_heights_set (heights, 1, 33);
  jg_line_heights_clear (heights);
  jg_line_heights_append (heights, JG_LINE_ITEM);
  g_assert_false (jg_line_heights_is_known (heights, 0));
  g_assert_cmpint (jg_line_heights_get (heights, 0), ==, 33);
  g_assert_cmpint (jg_line_heights_get_top (heights, 1), ==, 33);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/line-heights/known", test_known);
  g_test_add_func ("/line-heights/guessed", test_guessed);
  g_test_add_func ("/line-heights/cleared", test_cleared);
  return g_test_run ();
}
