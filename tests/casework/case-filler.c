/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Many invented cases. */

#include <string.h>

#include "case-filler.h"
#include "case-fixture.h"
#include "casework/jg-case-figures-private.h"
#include "casework/jg-case-store-private.h"

static const char *const surnames[] = {
  "王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周"
};
static const char *const occupations[][2] = { { "occ.wangyue-peisongyuan", "网约配送员" },
                                              { "occ.hulianwang-yingxiaoshi", "互联网营销师" },
                                              { "occ.yanglao-huliyuan", "养老护理员" },
                                              { "occ.dianzi-shangwushi", "电子商务师" } };

/* Some three thousand bytes, as a session leaves them. */
static char *
make_content (guint i, const char *alias, const char *follow_up)
{
  GString *text = g_string_new ("{\"schema\": \"jobguide-record/1\", ");

  g_string_append_printf (
      text,
      "\"number\": \"20260615-%06u\", \"created\": \"2026-06-15\", "
      "\"changed\": \"2026-06-15\", \"follow_up\": \"%s\", \"chosen\": [\"%s\"], ",
      i % 1000000, follow_up, occupations[i % 4][0]);
  g_string_append_printf (text,
                          "\"profile\": {\"schema\": \"jobguide-profile/1\", \"alias\": \"%s\", "
                          "\"skills\": [",
                          alias);
  for (guint j = 0; j < 12; j++)
    g_string_append_printf (text, "%s\"会做第 %u 样事，做了 %u 年\"", j == 0 ? "" : ", ", i + j, j);
  g_string_append (text, "], \"experience\": \"");
  for (guint j = 0; j < 20 + i % 20; j++)
    g_string_append_printf (text, "在第 %u 家单位做过仓库分拣和送货；", j);
  g_string_append (text, "\"}}");
  return g_string_free (text, FALSE);
}

/* Fills an unlocked store with cases, all in one transaction. */
void
case_filler_fill (JgCaseStore *store, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *ids = g_new (gint64, n);

  jg_case_store_begin (store, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    {
      const char *const list[] = { occupations[i % 4][0], NULL };
      const char *const names[] = { occupations[i % 4][1], NULL };
      const char *const groups[] = { "registered-unemployed", NULL };
      g_autofree char *alias = g_strdup_printf ("%s某%u", surnames[i % 10], i);
      g_autofree char *follow_up = g_strdup_printf ("2026-%02u-%02u", 1 + i % 12, 1 + i % 28);
      g_autofree char *session = g_strdup_printf ("2026-%02u-%02u", 1 + i % 6, 1 + i % 28);
      char *text = make_content (i, alias, follow_up);
      g_autoptr (GBytes) content = g_bytes_new_take (text, strlen (text));
      const JgCaseFigures figures = { .session = session, .groups = groups };
      const JgCaseSummary summary =
          CASE_SUMMARY (.id = jg_case_store_choose_id (store), .alias = alias, .counsellor = NAME,
                        .created = 1780000000 + i, .changed = 1780000000 + i,
                        .follow_up = follow_up, .occupations = list, .occupation_names = names);
      g_autoptr (JgCaseSummary) kept =
          jg_case_store_write_case (store, &summary, content, &figures, JG_CASE_ACT_ADD, &error);

      g_assert_no_error (error);
      g_assert_nonnull (kept);
      store->working.n_cases++;
      store->working.cases ^= (guint64) summary.id;
    }
  jg_case_store_end (store, TRUE, FALSE, &error);
  g_assert_no_error (error);
}
