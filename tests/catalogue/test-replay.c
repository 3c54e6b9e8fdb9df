/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "jg-pack-set.h"

/* What 人社厅发〔2020〕17号 and 73号 leave behind, one after the other. */

static JgPackSet *
load_shipped (void)
{
  JgPackSet *set = jg_pack_set_new ();
  g_autofree char *sources =
      g_build_filename (g_getenv ("JOBGUIDE_SOURCE_ROOT"), "data/sources", NULL);
  static const char *const packs[] = { "occupations.json", "codes-2022.json", "classes.json" };

  jg_pack_set_add_sources (set, sources);
  for (guint i = 0; i < G_N_ELEMENTS (packs); i++)
    {
      g_autofree char *path =
          g_build_filename (g_getenv ("JOBGUIDE_SOURCE_ROOT"), "data/packs", packs[i], NULL);

      jg_pack_set_add_file (set, path);
    }
  g_assert_true (jg_pack_set_check (set));
  return set;
}

static const JgOccupation *
find (GPtrArray *occupations, const char *name)
{
  for (guint i = 0; i < occupations->len; i++)
    {
      const JgOccupation *occupation = g_ptr_array_index (occupations, i);

      if (strcmp (occupation->name, name) == 0)
        return occupation;
    }
  return NULL;
}

static const char *
work_type_status (const JgOccupation *occupation, const char *name)
{
  for (guint i = 0; i < occupation->work_types->len; i++)
    {
      const JgWorkType *work_type = g_ptr_array_index (occupation->work_types, i);

      if (strcmp (work_type->name, name) == 0)
        return work_type->status;
    }
  return NULL;
}

static void
test_after_17 (void)
{
  g_autoptr (JgPackSet) set = load_shipped ();
  g_autoptr (GPtrArray) state = jg_pack_set_replay (set, "rst-2020-17");

  g_assert_cmpstr (find (state, "医疗临床辅助服务员")->code, ==, "4-14-01-01");
  g_assert_cmpstr (find (state, "电子竞技员")->code, ==, "4-13-99-00");
  g_assert_cmpstr (find (state, "公共卫生辅助服务员")->status, ==, "current");
  g_assert_nonnull (find (state, "腐蚀控制工"));
  g_assert_null (find (state, "防腐蚀工"));
  g_assert_null (find (state, "防疫员"));
  g_assert_null (find (state, "社群健康助理员"));
  g_assert_cmpstr (work_type_status (find (state, "公共卫生辅助服务员"), "防疫员"), ==, "listed");
  g_assert_cmpstr (work_type_status (find (state, "铁路自轮运转设备工"), "轨道车司机"), ==,
                   "cancelled");
  /* 16 new ones and the 16 that the notices touch. */
  g_assert_cmpuint (state->len, ==, 32);
}

static void
test_after_73 (void)
{
  g_autoptr (JgPackSet) set = load_shipped ();
  GPtrArray *state = jg_pack_set_get_occupations (set);
  guint current = 0;
  guint defined = 0;

  for (guint i = 0; i < state->len; i++)
    {
      const JgOccupation *occupation = g_ptr_array_index (state, i);

      current += strcmp (occupation->status, "current") == 0;
      defined += occupation->definition != NULL;
    }
  g_assert_cmpuint (state->len, ==, 44);
  g_assert_cmpuint (current, ==, 43);
  g_assert_cmpuint (defined, ==, 28);
  g_assert_cmpstr (find (state, "电子竞技员")->code, ==, "4-13-99-01");
  g_assert_cmpstr (find (state, "公共卫生辅助服务员")->status, ==, "cancelled");
  g_assert_cmpuint (g_strv_length (find (state, "公共卫生辅助服务员")->successors), ==, 3);
  g_assert_cmpstr (find (state, "防疫员")->code, ==, "4-14-04-01");
  g_assert_cmpstr (work_type_status (find (state, "公共卫生辅助服务员"), "消毒员"), ==, "promoted");
  g_assert_cmpstr (work_type_status (find (state, "医疗临床辅助服务员"), "医疗护理员"), ==,
                   "moved");
  g_assert_cmpstr (work_type_status (find (state, "健康照护师"), "医疗护理员"), ==, "listed");
  g_assert_cmpstr (work_type_status (find (state, "互联网营销师"), "直播销售员"), ==, "listed");
}

static void
test_work_type_counts (void)
{
  g_autoptr (JgPackSet) set = load_shipped ();
  GPtrArray *state = jg_pack_set_get_occupations (set);
  static const char *const statuses[] = { "listed", "added", "moved", "cancelled", "promoted" };
  static const guint expected[] = { 6, 15, 1, 2, 3 };

  for (guint k = 0; k < G_N_ELEMENTS (statuses); k++)
    {
      guint n = 0;

      for (guint i = 0; i < state->len; i++)
        {
          const JgOccupation *occupation = g_ptr_array_index (state, i);

          for (guint w = 0; w < occupation->work_types->len; w++)
            n += strcmp (((JgWorkType *) g_ptr_array_index (occupation->work_types, w))->status,
                         statuses[k]) == 0;
        }
      g_assert_cmpuint (n, ==, expected[k]);
    }
}

static void
test_one_work_type_two_sources (void)
{
  g_autoptr (JgPackSet) set = load_shipped ();
  const JgOccupation *occupation = find (jg_pack_set_get_occupations (set), "互联网营销师");
  const JgWorkType *work_type = NULL;

  g_assert_cmpuint (occupation->work_types->len, ==, 1);
  work_type = g_ptr_array_index (occupation->work_types, 0);
  g_assert_cmpuint (work_type->sources->len, ==, 2);
  g_assert_cmpuint (((JgCitation *) g_ptr_array_index (work_type->sources, 0))->line, ==, 2904);
  g_assert_cmpuint (((JgCitation *) g_ptr_array_index (work_type->sources, 1))->line, ==, 3004);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/replay/after-17", test_after_17);
  g_test_add_func ("/replay/after-73", test_after_73);
  g_test_add_func ("/replay/work-type-counts", test_work_type_counts);
  g_test_add_func ("/replay/one-work-type-two-sources", test_one_work_type_two_sources);
  return g_test_run ();
}
