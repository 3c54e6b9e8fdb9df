/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What was agreed at the desk, on the sheet as a reader gets it; its QR code; the clauses behind it. */

#include <glib/gstdio.h>
#include <string.h>

#include "guidance/jg-plan-suggest.h"
#include "paper-fixture.h"
#include "paper-pdf.h"

#define REMARKS "本人愿意先试做一周，下次带劳动合同来。"
#define CONCERN "怕没有社保；晚上走不开"

typedef struct
{
  char *folder;
  char *path;
  JgRecord *record;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("jobguide-sheet-plan-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "sheet.pdf", NULL);
  self->record = jg_record_new_from_data (
      "{\"schema\": \"jobguide-profile/1\", \"alias\": \"王某\", \"birth\": \"1991-03\","
      "\"places\": {\"residence\": \"440300\"},"
      "\"facts\": {\"registered-unemployed\": true, \"migrant-worker\": true},"
      "\"skills\": [\"会开三轮车\", \"认路\"], \"wish\": \"送外卖\", \"wants\": [\"training\"]}",
      -1, "profile", "2026-11-25", &error);
  g_assert_no_error (error);
  jg_record_set_text (self->record, JG_RECORD_CONCERN, CONCERN);
  jg_record_set_text (self->record, JG_RECORD_REMARKS, REMARKS);
  jg_record_set_text (self->record, JG_RECORD_DESK, "3号窗口");
  jg_record_set_text (self->record, JG_RECORD_COUNSELLOR, "李某");
  jg_record_set_text (self->record, JG_RECORD_FOLLOW_UP_WAY, "电话");
  g_assert_true (jg_record_set_follow_up (self->record, "2026-12-25"));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_unref (self->record);
  g_remove (self->path);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->path);
  g_free (self->folder);
}

static JgPlan *
new_plan (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *today = paper_fixture_today ();
  JgPlan *plan =
      jg_plan_new_for_record (paper_fixture_catalogue (), self->record, today, NULL, &error);

  g_assert_no_error (error);
  return plan;
}

static void
add_own_step (Fixture *self, const char *what, gboolean done)
{
  g_autoptr (JgPlanStep) step = jg_plan_step_new ();

  jg_plan_step_set (step, JG_PLAN_STEP_WHAT, what);
  jg_plan_step_set (step, JG_PLAN_STEP_WHO, "本人");
  jg_plan_step_set (step, JG_PLAN_STEP_WHEN, "2026-12-05");
  jg_plan_step_set (step, JG_PLAN_STEP_WHERE, "区疾控中心");
  jg_plan_step_set (step, JG_PLAN_STEP_BRING, "身份证");
  step->done = done;
  g_assert_true (jg_record_add_step (self->record, step));
}

static void
assert_says (const char *text, const char *words)
{
  g_autofree char *flat = paper_fixture_strip_space (words);

  if (strstr (text, flat) == NULL)
    g_error ("“%s” is not in: %s", flat, text);
}

static void
test_plan (Fixture *self, gconstpointer data)
{
  g_autoptr (JgPlan) before = new_plan (self);
  g_autoptr (GPtrArray) proposed = jg_plan_list_suggestions (before);
  g_autoptr (JgPlan) plan = NULL;
  g_autoptr (JgPaper) sheet = NULL;
  g_autoptr (Pdf) document = NULL;
  g_autofree char *text = NULL;

  add_own_step (self, "考健康证", TRUE);
  g_assert_true (jg_record_add_step (self->record, g_ptr_array_index (proposed, 0)));
  plan = new_plan (self);
  sheet = jg_sheet_new (plan, JG_SHEET_PLAIN);
  g_assert_cmpuint (jg_paper_get_n_pages (sheet), ==, 1);
  document = paper_pdf_write_and_read (sheet, self->path);
  text = paper_pdf_read_page (document, 0);
  assert_says (text, "■考健康证（已完成）");
  assert_says (text, "去哪里区疾控中心带什么身份证");
  assert_says (text, "□");
  assert_says (text, ((JgPlanStep *) g_ptr_array_index (proposed, 0))->fields[JG_PLAN_STEP_WHAT]);
  assert_says (text, "2026-12-25，电话");
  assert_says (text, CONCERN);
  assert_says (text, "3号窗口");
  assert_says (text, "李某");
  assert_says (text, "来访者签字");
  assert_says (text, "指导员签字");
  assert_says (text, "数据版本");
  /* The general proposals gave way to what was agreed. */
  g_assert_null (strstr (text, "带本单到经办机构"));
  g_assert_cmpuint (paper_pdf_check_official_words (document), >, 0);
}

/* Contrast against white paper, as a copier without colour sees it (WCAG 2). */
static double
get_contrast (const PopplerColor *color)
{
  const guint16 parts[] = { color->red, color->green, color->blue };
  static const double weights[] = { 0.2126, 0.7152, 0.0722 };
  double light = 0;

  for (int i = 0; i < 3; i++)
    light += weights[i] * (parts[i] / 65535.0) * (parts[i] / 65535.0);
  return 1.05 / (light + 0.05);
}

/* The remarks never have the voice of a document, and everything can be read in black and white. */
static void
test_voices (Fixture *self, gconstpointer data)
{
  g_autoptr (JgPlan) plan = new_plan (self);
  g_autoptr (JgPaper) sheet = jg_sheet_new (plan, JG_SHEET_PLAIN);
  g_autoptr (Pdf) document = paper_pdf_write_and_read (sheet, self->path);
  g_autoptr (PdfPage) page = poppler_document_get_page (document, 0);
  g_autofree char *text = poppler_page_get_text (page);
  GList *list = poppler_page_get_text_attributes (page);
  g_autoptr (GString) own = g_string_new (NULL);
  g_autofree char *flat = NULL;

  for (GList *l = list; l != NULL; l = l->next)
    {
      PopplerTextAttributes *run = l->data;
      const char *start = g_utf8_offset_to_pointer (text, run->start_index);
      const char *end = g_utf8_offset_to_pointer (text, run->end_index + 1);

      g_assert_cmpfloat (get_contrast (&run->color), >, 4.5);
      if (!paper_pdf_is_official (run))
        g_string_append_len (own, start, end - start);
    }
  poppler_page_free_text_attributes (list);
  flat = paper_fixture_strip_space (own->str);
  assert_says (flat, REMARKS);
  assert_says (flat, "（指导员的话，不是文件原文）");
}

static char *
scan (PopplerDocument *document, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "page.png", NULL);
  g_autoptr (PdfPage) page = poppler_document_get_page (document, 0);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1700, 2400);
  cairo_t *cr = cairo_create (surface);
  const char *argv[] = { "zbarimg", "--quiet", "--raw", path, NULL };
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, 200.0 / 72, 200.0 / 72);
  poppler_page_render (page, cr);
  cairo_destroy (cr);
  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL,
                NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  g_remove (path);
  return g_strchomp (text);
}

/* A scanner reads the number and the codes with their edition off the printed page, and nothing else. */
static void
test_qr (Fixture *self, gconstpointer data)
{
  static const char *const chosen[] = { "网约配送员", "互联网营销师", NULL };
  static const JgSheetFlags flags[] = { JG_SHEET_PLAIN, JG_SHEET_LARGE_PRINT };
  g_autoptr (GError) error = NULL;

  g_assert_true (jg_plan_choose_named (paper_fixture_catalogue (), self->record, chosen, &error));
  for (gsize i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      g_autoptr (JgPlan) plan = new_plan (self);
      g_autoptr (JgPaper) sheet = jg_sheet_new (plan, flags[i]);
      g_autoptr (Pdf) document = paper_pdf_write_and_read (sheet, self->path);
      g_autofree char *read = scan (document, self->folder);
      g_autofree char *wanted = g_strdup_printf ("JG %s 2020:4-02-07-10 2020:4-01-02-07",
                                                 jg_record_get_number (self->record));

      g_assert_cmpstr (read, ==, wanted);
    }
}

/* The second page holds the clauses whole, and nothing but them. */
static void
test_clauses (Fixture *self, gconstpointer data)
{
  g_autoptr (JgPlan) plan = new_plan (self);
  g_autoptr (JgPaper) sheet = jg_sheet_new (plan, JG_SHEET_CLAUSES);
  g_autoptr (Pdf) document = paper_pdf_write_and_read (sheet, self->path);
  g_autofree char *first = paper_pdf_read_page (document, 0);
  g_autofree char *second = paper_pdf_read_page (document, 1);

  g_assert_cmpuint (jg_paper_get_n_body_pages (sheet), ==, 1);
  assert_says (first, "来访者签字");
  g_assert_null (strstr (first, "附：政策原文"));
  assert_says (second, "附：政策原文");
  g_assert_null (strstr (second, "签字"));
  assert_says (second, "（十九）强化常态化管理服务。");
  assert_says (second, "国发〔2019〕28号，六（十九）");
  g_assert_cmpuint (paper_pdf_check_official_words (document), >, 5);
}

/* What is ordinary at the desk takes one page, whichever four measures it is: two occupations, two steps. Where the words
 * and the notes have no room they go behind it, and nothing else does. */
static void
test_ordinary (Fixture *self, gconstpointer data)
{
  static const char *const chosen[] = { "网约配送员", "互联网营销师", NULL };
  g_autoptr (JgPlan) before = new_plan (self);
  g_autoptr (GPtrArray) proposed = jg_plan_list_suggestions (before);
  g_autoptr (GPtrArray) measures = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  guint n_apart = 0;
  guint stride;

  g_assert_true (jg_plan_choose_named (paper_fixture_catalogue (), self->record, chosen, &error));
  add_own_step (self, "考健康证", FALSE);
  g_assert_true (jg_record_add_step (self->record, g_ptr_array_index (proposed, 0)));
  for (guint i = 0; i < jg_plan_get_eligibility (before)->verdicts->len; i++)
    {
      JgVerdict *verdict = g_ptr_array_index (jg_plan_get_eligibility (before)->verdicts, i);

      if (verdict->offer == JG_OFFER_LIKELY || verdict->offer == JG_OFFER_ASK)
        g_ptr_array_add (measures, verdict);
    }
  g_assert_cmpuint (measures->len, >, 100);
  stride = measures->len / 4;
  for (guint start = 0; start < MIN (stride, 12); start++)
    {
      g_autoptr (JgPlan) plan = NULL;
      g_autoptr (JgPaper) sheet = NULL;

      for (guint i = 0; i < 4 * stride; i++)
        jg_record_tick (self->record, ((JgVerdict *) g_ptr_array_index (measures, i))->measure->id,
                        i % stride == start);
      plan = new_plan (self);
      sheet = jg_sheet_new (plan, JG_SHEET_PLAIN);
      g_assert_cmpuint (jg_paper_get_n_body_pages (sheet), ==, 1);
      n_apart += jg_paper_get_n_pages (sheet) > 1;
    }
  g_test_message ("%u of %u with a second page", n_apart, MIN (stride, 12));
}

/* With much agreed and ticked the sheet itself still takes one page; the words of the measures go behind it. */
static void
test_much (Fixture *self, gconstpointer data)
{
  g_autoptr (JgPlan) before = new_plan (self);
  g_autoptr (GPtrArray) proposed = jg_plan_list_suggestions (before);
  g_autoptr (JgPlan) plan = NULL;
  g_autoptr (JgPaper) sheet = NULL;
  g_autoptr (Pdf) document = NULL;
  g_autofree char *first = NULL;
  g_autoptr (GString) behind = g_string_new (NULL);
  GPtrArray *measures;

  for (guint i = 0; i < jg_plan_get_measures (before)->len; i++)
    jg_record_tick (
        self->record,
        ((JgVerdict *) g_ptr_array_index (jg_plan_get_measures (before), i))->measure->id, TRUE);
  for (guint i = 0; i < 3; i++)
    g_assert_true (jg_record_add_step (self->record, g_ptr_array_index (proposed, i)));
  plan = new_plan (self);
  measures = jg_plan_get_measures (plan);
  sheet = jg_sheet_new (plan, JG_SHEET_PLAIN);
  document = paper_pdf_write_and_read (sheet, self->path);
  g_assert_cmpuint (jg_paper_get_n_body_pages (sheet), ==, 1);
  g_assert_cmpuint (jg_paper_get_n_pages (sheet), >, 1);
  first = paper_pdf_read_page (document, 0);
  assert_says (first, "原文见附页");
  for (int i = 1; i < poppler_document_get_n_pages (document); i++)
    {
      g_autofree char *page = paper_pdf_read_page (document, i);

      g_string_append (behind, page);
    }
  for (guint i = 0; i < measures->len; i++)
    {
      JgMeasure *measure = ((JgVerdict *) g_ptr_array_index (measures, i))->measure;

      assert_says (first, measure->name);
      assert_says (behind->str, measure->quote);
    }
  paper_pdf_check_official_words (document);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/sheet-plan/plan", test_plan);
  ADD ("/sheet-plan/voices", test_voices);
  ADD ("/sheet-plan/qr", test_qr);
  ADD ("/sheet-plan/clauses", test_clauses);
  ADD ("/sheet-plan/ordinary", test_ordinary);
  ADD ("/sheet-plan/much", test_much);
  return g_test_run ();
}
