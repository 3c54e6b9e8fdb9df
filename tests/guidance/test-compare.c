/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Occupations side by side: every task in one place, what is alike in one row, and what the person can do. */

#include <string.h>

#include "jg-compare.h"
#include "jg-related.h"

static JgCatalogue *catalogue;

static JgCompare *
compare (const char *const *names)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  JgCompare *self;

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) others = NULL;
      g_autoptr (JgOccupation) occupation =
          jg_catalogue_find_occupation (catalogue, names[i], NULL, &others);

      g_assert_nonnull (occupation);
      g_ptr_array_add (ids, g_strdup (occupation->id));
    }
  g_ptr_array_add (ids, NULL);
  self = jg_compare_new (catalogue, (const char *const *) ids->pdata, &error);
  g_assert_no_error (error);
  return self;
}

static const char *
get_task (const JgCompare *self, guint column, guint task)
{
  return g_ptr_array_index (((JgOccupation *) self->occupations->pdata[column])->tasks, task - 1);
}

static void
check_spans (const char *text, const GArray *spans)
{
  guint last = 0;

  g_assert_nonnull (spans);
  g_assert_cmpuint (spans->len, >, 0);
  for (guint i = 0; i < spans->len; i++)
    {
      const JgTextSpan *span = &g_array_index (spans, JgTextSpan, i);
      g_autofree char *words = g_strndup (text + span->start, span->end - span->start);

      g_assert_true (i == 0 || span->start > last);
      g_assert_cmpuint (span->end, >, span->start);
      g_assert_cmpuint (span->end, <=, strlen (text));
      g_assert_true (g_utf8_validate (words, -1, NULL));
      last = span->end;
    }
}

static void
check_compare (const JgCompare *self)
{
  for (guint column = 0; column < self->occupations->len; column++)
    {
      const JgOccupation *occupation = g_ptr_array_index (self->occupations, column);
      g_autofree guint *seen = g_new0 (guint, occupation->tasks->len + 1);

      for (guint i = 0; i < self->own[column]->len; i++)
        seen[g_array_index (self->own[column], guint, i)]++;
      for (guint i = 0; i < self->alike->len; i++)
        {
          const JgCompareRow *row = g_ptr_array_index (self->alike, i);

          if (row->tasks[column] > 0)
            {
              seen[row->tasks[column]]++;
              check_spans (get_task (self, column, row->tasks[column]), row->spans[column]);
            }
        }
      g_assert_cmpuint (seen[0], ==, 0);
      for (guint task = 1; task <= occupation->tasks->len; task++)
        g_assert_cmpuint (seen[task], ==, 1);
    }
  for (guint i = 0; i < self->alike->len; i++)
    {
      const JgCompareRow *row = g_ptr_array_index (self->alike, i);
      guint n = 0;

      for (guint column = 0; column < JG_COMPARE_MAX; column++)
        n += row->tasks[column] > 0;
      g_assert_cmpuint (n, >=, 2);
    }
}

static const char *const sets[][JG_COMPARE_MAX + 1] = {
  { "区块链工程技术人员", "区块链应用操作员", NULL },
  { "防疫员", "消毒员", "公共场所卫生管理员", NULL },
  { "健康照护师", "呼吸治疗师", "社群健康助理员", "老年人能力评估师", NULL },
  { "社群健康助理员", "消毒员", "防疫员", "公共场所卫生管理员", NULL },
  { "网约配送员", "秘书", "公共卫生辅助服务员", NULL },
};

static void
test_every_task_once (void)
{
  g_autoptr (GPtrArray) all = jg_catalogue_list_occupations (catalogue, NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (sets); i++)
    {
      g_autoptr (JgCompare) self = compare (sets[i]);

      check_compare (self);
    }
  for (guint i = 0; i + JG_COMPARE_MAX <= all->len; i++)
    {
      const char *ids[JG_COMPARE_MAX + 1] = { NULL };
      g_autoptr (JgCompare) self = NULL;
      g_autoptr (GError) error = NULL;

      for (guint k = 0; k < JG_COMPARE_MAX; k++)
        ids[k] = ((JgOccupationSummary *) g_ptr_array_index (all, i + k))->id;
      self = jg_compare_new (catalogue, ids, &error);
      g_assert_no_error (error);
      check_compare (self);
    }
}

/* Two columns hold just what is shown of related occupations. */
static void
test_as_related (void)
{
  static const char *const two[] = { "社群健康助理员", "健康照护师", NULL };
  g_autoptr (JgCompare) self = compare (two);
  const JgOccupation *occupation = g_ptr_array_index (self->occupations, 0);
  const JgOccupation *other = g_ptr_array_index (self->occupations, 1);
  g_autoptr (GPtrArray) related = jg_related_list (catalogue, occupation->id);
  const JgRelated *entry = NULL;

  for (guint i = 0; i < related->len && entry == NULL; i++)
    {
      entry = g_ptr_array_index (related, i);
      if (!g_str_equal (entry->occupation->id, other->id))
        entry = NULL;
    }
  g_assert_nonnull (entry);
  g_assert_cmpuint (self->alike->len, ==, entry->pairs->len);
  for (guint i = 0; i < entry->pairs->len; i++)
    {
      const JgTaskPair *pair = g_ptr_array_index (entry->pairs, i);
      const JgCompareRow *row = g_ptr_array_index (self->alike, i);

      g_assert_cmpuint (row->tasks[0], ==, pair->task);
      g_assert_cmpuint (row->tasks[1], ==, pair->other_task);
    }
}

/* The person who tends old people and adds nothing else. */
static void
test_said (void)
{
  static const char *const names[] = { "健康照护师", "网约配送员", NULL };
  static const char *const skills[] = { "照顾过老人", "量血压", NULL };
  g_autoptr (JgProfile) profile = jg_profile_new ();
  g_autoptr (JgMatchResult) matches = NULL;
  g_autoptr (JgCompare) self = compare (names);

  g_assert_false (jg_compare_has_words (self));
  g_assert_null (jg_compare_get_said (self, 0, 3));
  jg_profile_set_wish (profile, "想当护工");
  jg_profile_set_skills (profile, skills);
  matches = jg_match_profile (catalogue, profile, 0);
  jg_compare_set_matches (self, matches);
  g_assert_true (jg_compare_has_words (self));
  g_assert_cmpstr (jg_compare_get_said (self, 0, 3), ==, "照顾过老人");
  g_assert_cmpstr (jg_compare_get_said (self, 0, 1), ==, "量血压");
  /* Only wished for. */
  g_assert_null (jg_compare_get_said (self, 0, 6));
  for (guint task = 1; task <= 5; task++)
    g_assert_null (jg_compare_get_said (self, 1, task));
}

static void
test_errors (void)
{
  g_autoptr (GPtrArray) all = jg_catalogue_list_occupations (catalogue, NULL, NULL);
  const char *id = ((JgOccupationSummary *) g_ptr_array_index (all, 0))->id;
  const struct
  {
    const char *ids[6];
    int code;
  } cases[] = {
    { { NULL }, JG_COMPARE_ERROR_NUMBER },
    { { id, NULL }, JG_COMPARE_ERROR_NUMBER },
    { { id, "a", "b", "c", "d", NULL }, JG_COMPARE_ERROR_NUMBER },
    { { id, id, NULL }, JG_COMPARE_ERROR_OCCUPATION },
    { { id, "no-such-occupation", NULL }, JG_COMPARE_ERROR_OCCUPATION },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (jg_compare_new (catalogue, cases[i].ids, &error));
      g_assert_error (error, JG_COMPARE_ERROR, cases[i].code);
    }
}

int
main (int argc, char **argv)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("JOBGUIDE_BUILD_ROOT"), "data", "catalogue.db", NULL);
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  catalogue = jg_catalogue_open (path, &error);
  g_assert_no_error (error);
  g_test_add_func ("/compare/every-task-once", test_every_task_once);
  g_test_add_func ("/compare/as-related", test_as_related);
  g_test_add_func ("/compare/said", test_said);
  g_test_add_func ("/compare/errors", test_errors);
  status = g_test_run ();
  g_object_unref (catalogue);
  return status;
}
