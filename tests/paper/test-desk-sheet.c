/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the counsellor ticks and what the office says itself, on the sheet as a reader gets it. */

#include "paper-fixture.h"

#include <glib/gstdio.h>
#include <poppler.h>
#include <string.h>

#define DAY "2026-11-23"

typedef PopplerDocument Pdf;
typedef PopplerPage PdfPage;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pdf, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PdfPage, g_object_unref)

typedef struct
{
  char *folder;
  char *pdf;
  char *file;
  JgDesk *desk;
  JgPlan *plan;
} Fixture;

static JgPlan *
make_plan (const char *sample)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path =
      g_build_filename (g_getenv ("JOBGUIDE_SOURCE_ROOT"), "data", "samples", sample, NULL);
  g_autoptr (JgProfile) profile = jg_profile_new_from_file (path, &error);

  g_assert_no_error (error);
  return paper_fixture_plan (profile, DAY);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("jobguide-desk-sheet-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
  self->pdf = g_build_filename (self->folder, "sheet.pdf", NULL);
  self->file = g_build_filename (self->folder, "desk.json", NULL);
  self->desk = jg_desk_new (self->file);
  self->plan = make_plan ("livestream-seller.json");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_unref (self->plan);
  g_object_unref (self->desk);
  g_remove (self->pdf);
  g_remove (self->file);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->pdf);
  g_free (self->file);
  g_free (self->folder);
}

/* The words of the sheet without white space. */
static char *
print (Fixture *self, JgPlan *plan, int *n_pages)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgPaper) sheet = jg_sheet_new (plan, JG_SHEET_PLAIN);
  g_autofree char *uri = g_filename_to_uri (self->pdf, NULL, NULL);
  g_autoptr (Pdf) document = NULL;
  GString *string = g_string_new (NULL);

  g_assert_true (jg_paper_write_pdf (sheet, self->pdf, &error));
  document = poppler_document_new_from_file (uri, NULL, &error);
  g_assert_no_error (error);
  *n_pages = poppler_document_get_n_pages (document);
  for (int i = 0; i < *n_pages; i++)
    {
      g_autoptr (PdfPage) page = poppler_document_get_page (document, i);
      g_autofree char *text = poppler_page_get_text (page);
      g_autofree char *words = paper_fixture_strip_space (text);

      g_string_append (string, words);
    }
  return g_string_free (string, FALSE);
}

static void
assert_has (const char *text, const char *words, gboolean there)
{
  if ((strstr (text, words) != NULL) != there)
    g_error ("“%s” is%s printed: %s", words, there ? " not" : "", text);
}

static JgVerdict *
find_offer (JgPlan *plan, JgOffer offer)
{
  GPtrArray *verdicts = jg_plan_get_eligibility (plan)->verdicts;

  for (guint i = 0; i < verdicts->len; i++)
    {
      JgVerdict *verdict = g_ptr_array_index (verdicts, i);

      if (verdict->offer == offer && !jg_plan_has_measure (plan, verdict->measure->id) &&
          g_strv_contains ((const char *const *) verdict->measure->beneficiaries, "individual"))
        return verdict;
    }
  g_assert_not_reached ();
}

static void
test_nothing_written (Fixture *self, gconstpointer data)
{
  int n_pages;
  g_autofree char *bare = print (self, self->plan, &n_pages);
  g_autofree char *empty = NULL;
  g_autofree char *elsewhere = NULL;
  g_autoptr (JgPlan) plan = make_plan ("sample-cook.json");

  g_assert_cmpint (n_pages, ==, 1);
  assert_has (bare, "到哪里办请拨12333咨询", TRUE);
  assert_has (bare, "未收录当地文件", FALSE);
  assert_has (bare, "本机构提供", FALSE);
  assert_has (bare, "已过期", FALSE);
  jg_plan_set_desk (self->plan, self->desk);
  empty = print (self, self->plan, &n_pages);
  g_assert_cmpstr (bare, ==, empty);
  jg_plan_set_desk (self->plan, NULL);
  g_assert_null (jg_plan_get_desk (self->plan));

  elsewhere = print (self, plan, &n_pages);
  assert_has (elsewhere, "资料截至2020年10月；未收录当地文件", TRUE);
}

static void
test_own_words (Fixture *self, gconstpointer data)
{
  JgVerdict *first = g_ptr_array_index (jg_plan_get_measures (self->plan), 0);
  g_autoptr (JgDeskGuide) one = jg_desk_guide_new (first->measure->id, "2026-07-15", "李某");
  g_autoptr (JgDeskGuide) all = jg_desk_guide_new (NULL, "2026-06", "王某");
  g_autofree char *text = NULL;
  int n_pages;

  jg_plan_set_desk (self->plan, self->desk);
  for (int i = 1; i <= 3; i++)
    {
      g_autofree char *date = g_strdup_printf ("2026-0%d", i);
      g_autofree char *words = g_strdup_printf ("电话核实第%d次\n本市还在办理", i);
      g_autoptr (JgDeskNote) note =
          jg_desk_add_note (self->desk, first->measure->id, date, words, "陈某", NULL);

      g_assert_nonnull (note);
    }
  jg_desk_guide_set_field (one, JG_DESK_FIELD_MATERIALS, "身份证、银行卡");
  g_assert_true (jg_desk_set_guide (self->desk, one, NULL));
  text = print (self, self->plan, &n_pages);
  g_assert_cmpint (n_pages, ==, 1);
  assert_has (text, "指导员备注电话核实第3次本市还在办理（2026-03，陈某）", TRUE);
  assert_has (text, "指导员备注电话核实第2次本市还在办理（2026-02，陈某）", TRUE);
  assert_has (text, "第1次", FALSE);
  assert_has (text, "更早的备注1条没有印", TRUE);
  assert_has (text, "到哪里办材料身份证、银行卡（本机构提供，2026-07-15李某确认）", TRUE);

  g_clear_pointer (&text, g_free);
  jg_desk_guide_set_field (all, JG_DESK_FIELD_COUNTER, "3 号窗口");
  jg_desk_guide_set_field (all, JG_DESK_FIELD_TELEPHONE, "0571-00000000");
  g_assert_true (jg_desk_set_guide (self->desk, all, NULL));
  text = print (self, self->plan, &n_pages);
  g_assert_cmpint (n_pages, ==, 1);
  assert_has (text, "到哪里办窗口3号窗口电话0571-00000000（本机构提供，2026-06王某确认）", TRUE);
  assert_has (text, "请拨12333咨询", FALSE);
}

static void
test_ticks (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  JgVerdict *first = g_ptr_array_index (jg_plan_get_measures (self->plan), 0);
  JgVerdict *ended = find_offer (self->plan, JG_OFFER_ENDED);
  JgVerdict *ask = find_offer (self->plan, JG_OFFER_ASK);
  JgVerdict *no = find_offer (self->plan, JG_OFFER_NO);
  guint n = jg_plan_get_measures (self->plan)->len;
  guint n_more = jg_plan_get_n_more (self->plan);
  g_autofree char *with = NULL;
  g_autofree char *without = NULL;
  int n_pages;

  g_assert_false (jg_plan_add_measure (self->plan, "no-such.01", &error));
  g_assert_error (error, JG_PLAN_ERROR, JG_PLAN_ERROR_MEASURE);
  g_clear_error (&error);
  g_assert_false (jg_plan_add_measure (self->plan, no->measure->id, &error));
  g_assert_error (error, JG_PLAN_ERROR, JG_PLAN_ERROR_MEASURE);
  g_clear_error (&error);
  g_assert_cmpuint (jg_plan_get_measures (self->plan)->len, ==, n);

  g_assert_true (jg_plan_add_measure (self->plan, ended->measure->id, &error));
  g_assert_true (jg_plan_add_measure (self->plan, ask->measure->id, &error));
  g_assert_true (jg_plan_add_measure (self->plan, ask->measure->id, &error));
  g_assert_no_error (error);
  g_assert_true (jg_plan_is_ticked (self->plan, ask->measure->id));
  g_assert_false (jg_plan_is_ticked (self->plan, first->measure->id));
  g_assert_cmpuint (jg_plan_get_measures (self->plan)->len, ==, n + 2);
  g_assert_cmpuint (jg_plan_get_n_more (self->plan), ==, n_more - 1);
  g_assert_true (g_ptr_array_index (jg_plan_get_measures (self->plan), n) == ask);
  g_assert_true (g_ptr_array_index (jg_plan_get_measures (self->plan), n + 1) == ended);

  with = print (self, self->plan, &n_pages);
  assert_has (with, ended->measure->name, TRUE);
  assert_has (with, ask->measure->name, TRUE);
  assert_has (with, "已过期", TRUE);

  g_assert_true (jg_plan_remove_measure (self->plan, ended->measure->id));
  g_assert_false (jg_plan_remove_measure (self->plan, ended->measure->id));
  g_assert_true (jg_plan_remove_measure (self->plan, ask->measure->id));
  g_assert_true (jg_plan_remove_measure (self->plan, first->measure->id));
  g_assert_false (jg_plan_has_measure (self->plan, first->measure->id));
  g_assert_cmpuint (jg_plan_get_measures (self->plan)->len, ==, n - 1);
  without = print (self, self->plan, &n_pages);
  assert_has (without, "已过期", FALSE);
  assert_has (without, first->measure->quote, FALSE);

  /* Ticked again it stands again. */
  g_assert_true (jg_plan_add_measure (self->plan, first->measure->id, &error));
  g_assert_true (g_ptr_array_index (jg_plan_get_measures (self->plan), 0) == first);
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/desk-sheet/nothing-written", test_nothing_written);
  ADD ("/desk-sheet/own-words", test_own_words);
  ADD ("/desk-sheet/ticks", test_ticks);
  return g_test_run ();
}
