/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the counsellor said of single tasks stands on the sheet, over what the words alone would say. */

#include "paper-fixture.h"

#include <glib/gstdio.h>
#include <poppler.h>
#include <string.h>

#define RIDER "occ.wangyue-peisongyuan"
#define PROFILE                                                                                    \
  "{\"schema\": \"jobguide-profile/1\", \"skills\": [\"会骑电动车\"], \"wish\": \"想送外卖\"}"

/* The printed text of the first page without its white space. */
static char *
dup_text (JgRecord *record)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgPlan) plan =
      jg_plan_new_for_record (paper_fixture_catalogue (), record, "2026-11-23", NULL, &error);
  g_autoptr (JgPaper) sheet = NULL;
  g_autofree char *folder = g_dir_make_tmp ("jobguide-tasks-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "sheet.pdf", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  PopplerDocument *document;
  PopplerPage *page;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  sheet = jg_sheet_new (plan, FALSE);
  jg_paper_write_pdf (sheet, path, &error);
  g_assert_no_error (error);
  document = poppler_document_new_from_file (uri, NULL, &error);
  g_assert_no_error (error);
  page = poppler_document_get_page (document, 0);
  text = poppler_page_get_text (page);
  g_object_unref (page);
  g_object_unref (document);
  g_remove (path);
  g_rmdir (folder);
  return paper_fixture_strip_space (text);
}

static void
test_states (void)
{
  g_autoptr (JgProfile) profile = paper_fixture_profile (PROFILE);
  g_autoptr (JgRecord) record = jg_record_new_for_profile (profile, "2026-11-23");
  g_autofree char *proposed = dup_text (record);
  g_autofree char *said = NULL;
  const char *learn, *not_shown;

  g_assert_nonnull (strstr (proposed, "您说“会骑电动车”"));
  g_assert_nonnull (strstr (proposed, "还可以学"));
  g_assert_null (strstr (proposed, "指导员确认已会"));

  g_assert_true (jg_record_set_task (record, RIDER, 1, JG_TASK_CAN));
  g_assert_true (jg_record_set_task (record, RIDER, 3, JG_TASK_NOT_SHOWN));
  g_assert_true (jg_record_set_task (record, RIDER, 4, JG_TASK_LEARN));
  said = dup_text (record);
  g_test_message ("%s", said);
  g_assert_nonnull (strstr (said, "指导员确认已会任务1"));
  g_assert_null (strstr (said, "您说“会骑电动车”任务3"));
  g_assert_null (strstr (said, "还可以学"));
  learn = strstr (said, "可学任务4");
  not_shown = strstr (said, "未体现任务2");
  g_assert_nonnull (learn);
  g_assert_nonnull (not_shown);
  g_assert_true (learn < not_shown);
  /* Three are left; where room is short, some are only counted. */
  g_assert_true (strstr (not_shown, "另有2项") != NULL || strstr (not_shown, "任务5") != NULL ||
                 strstr (not_shown, "2、3、5") != NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet/task-states", test_states);
  return g_test_run ();
}
