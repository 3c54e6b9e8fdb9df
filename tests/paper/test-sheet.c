/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "paper-fixture.h"
#include "paper-pdf.h"

#include <glib/gstdio.h>
#include <poppler.h>
#include <string.h>

/* Pixels to the point, and the side of the squares that are compared, in pixels: a character of the
 * body. A whole line may come out a pixel higher, which such a square forgives. */
#define SCALE 2
#define CELL 20

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("jobguide-sheet-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "sheet.pdf", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_remove (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static cairo_surface_t *
new_paper (cairo_t **cr)
{
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, (int) (JG_PAPER_A4_WIDTH * SCALE), (int) (JG_PAPER_A4_HEIGHT * SCALE));

  *cr = cairo_create (surface);
  cairo_set_source_rgb (*cr, 1, 1, 1);
  cairo_paint (*cr);
  cairo_scale (*cr, SCALE, SCALE);
  return surface;
}

static guint
get_green (cairo_surface_t *surface, int x, int y)
{
  return cairo_image_surface_get_data (
      surface)[y * cairo_image_surface_get_stride (surface) + x * 4 + 1];
}

static int
mean_green (cairo_surface_t *surface, int left, int top)
{
  int sum = 0;

  for (int y = top; y < top + CELL; y++)
    for (int x = left; x < left + CELL; x++)
      sum += (int) get_green (surface, x, y);
  return sum / (CELL * CELL);
}

/* A character lost on the way to the PDF leaves squares white that are dark on screen. */
static void
check_same_picture (JgPaper *sheet, PopplerDocument *document)
{
  for (guint i = 0; i < jg_paper_get_n_pages (sheet); i++)
    {
      g_autoptr (PdfPage) page = poppler_document_get_page (document, (int) i);
      cairo_t *screen_cr, *pdf_cr;
      cairo_surface_t *screen = new_paper (&screen_cr);
      cairo_surface_t *pdf = new_paper (&pdf_cr);
      int worst = 0;

      jg_paper_draw_page (sheet, screen_cr, i);
      poppler_page_render (page, pdf_cr);
      cairo_surface_flush (screen);
      cairo_surface_flush (pdf);
      for (int y = 0; y + CELL <= cairo_image_surface_get_height (screen); y += CELL)
        for (int x = 0; x + CELL <= cairo_image_surface_get_width (screen); x += CELL)
          worst = MAX (worst, ABS (mean_green (screen, x, y) - mean_green (pdf, x, y)));
      g_test_message ("page %u: worst square differs by %d", i + 1, worst);
      g_assert_cmpint (worst, <, 20);
      cairo_destroy (screen_cr);
      cairo_destroy (pdf_cr);
      cairo_surface_destroy (screen);
      cairo_surface_destroy (pdf);
    }
}

static void
check_fonts (PopplerDocument *document)
{
  PopplerFontInfo *info = poppler_font_info_new (document);
  PopplerFontsIter *iter = NULL;
  guint n_fonts = 0;

  while (poppler_font_info_scan (info, 20, &iter))
    {
      if (iter == NULL)
        continue;
      do
        {
          g_assert_true (poppler_fonts_iter_is_embedded (iter));
          g_assert_true (poppler_fonts_iter_is_subset (iter));
          g_assert_cmpint (poppler_fonts_iter_get_font_type (iter), ==,
                           POPPLER_FONT_TYPE_CID_TYPE0C);
          g_assert_nonnull (strstr (poppler_fonts_iter_get_name (iter), "NotoSansCJK"));
          n_fonts++;
        }
      while (poppler_fonts_iter_next (iter));
      poppler_fonts_iter_free (iter);
    }
  g_object_unref (info);
  g_assert_cmpuint (n_fonts, ==, 2);
}

static gboolean
file_contains (const char *path, const char *words)
{
  g_autofree char *data = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  return memmem (data, length, words, strlen (words)) != NULL;
}

static void
test_samples (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) samples = paper_fixture_list_samples ();
  g_autofree char *today = paper_fixture_today ();

  g_assert_cmpuint (g_strv_length (samples), >, 0);
  for (guint i = 0; samples[i] != NULL; i++)
    {
      g_autoptr (JgProfile) profile = jg_profile_new_from_file (samples[i], NULL);
      g_autoptr (JgPlan) plan = paper_fixture_plan (profile, today);
      g_autoptr (JgPaper) sheet = jg_sheet_new (plan, JG_SHEET_PLAIN);
      g_autoptr (Pdf) document = NULL;
      g_autofree char *text = NULL;
      g_autofree char *title = NULL;
      GPtrArray *matches = jg_plan_get_matches (plan);

      g_test_message ("%s", samples[i]);
      g_assert_cmpuint (jg_paper_get_n_pages (sheet), ==, 1);
      g_assert_cmpuint (jg_paper_get_missing_glyphs (sheet), ==, 0);
      document = paper_pdf_write_and_read (sheet, fixture->path);
      check_fonts (document);
      check_same_picture (sheet, document);
      g_assert_cmpuint (paper_pdf_check_official_words (document), >, 0);
      title = poppler_document_get_title (document);
      g_assert_true (g_str_has_prefix (title, "职业指导单 "));
      g_assert_true (g_str_has_suffix (title, jg_plan_get_number (plan)));
      g_assert_true (file_contains (fixture->path, "/Lang (zh-CN)"));
      text = paper_pdf_read_page (document, 0);
      g_assert_nonnull (strstr (text, jg_plan_get_number (plan)));
      g_assert_nonnull (strstr (text, "12333"));
      g_assert_null (strstr (text, "演示日期"));
      for (guint k = 0; k < matches->len; k++)
        {
          JgMatch *match = g_ptr_array_index (matches, k);

          g_assert_nonnull (strstr (text, match->occupation->name));
          g_assert_nonnull (strstr (text, match->occupation->code));
        }
      if (matches->len == 0)
        g_assert_nonnull (strstr (text, "目录未收录"));
      if (jg_plan_get_measures (plan)->len > 0)
        {
          JgVerdict *first = g_ptr_array_index (jg_plan_get_measures (plan), 0);
          g_autofree char *quote = paper_fixture_strip_space (first->measure->quote);
          g_autofree char *cited =
              jg_plan_dup_citation (plan, first->measure->document, first->measure->clause);
          g_autofree char *citation = paper_fixture_strip_space (cited);

          g_assert_nonnull (strstr (text, quote));
          g_assert_nonnull (strstr (text, citation));
        }
    }
}

/* In the words of this jobseeker cairo 1.16 loses the character 如 when it embeds the font itself. */
static void
test_no_glyph_lost (Fixture *fixture, gconstpointer data)
{
  g_autofree char *today = paper_fixture_today ();
  g_autoptr (JgProfile) profile = paper_fixture_profile (
      "{\"schema\": \"jobguide-profile/1\", \"alias\": \"王某\", \"sex\": \"male\","
      "\"birth\": \"1991-03\", \"education\": \"senior-secondary\","
      "\"places\": {\"household\": \"420100\", \"residence\": \"330100\"},"
      "\"facts\": {\"registered-unemployed\": true, \"migrant-worker\": true},"
      "\"skills\": [\"会开三轮车\", \"认路\"], \"experience\": \"仓库分拣4年\","
      "\"wish\": \"时间自由的活，比如送外卖\", \"wants\": [\"training\"]}");
  g_autoptr (JgPlan) plan = paper_fixture_plan (profile, today);
  g_autoptr (JgPaper) sheet = jg_sheet_new (plan, JG_SHEET_PLAIN);
  g_autoptr (Pdf) document = paper_pdf_write_and_read (sheet, fixture->path);

  check_same_picture (sheet, document);
}

static JgProfile *
new_long_profile (void)
{
  g_autoptr (GString) json = g_string_new (
      "{\"schema\": \"jobguide-profile/1\", \"experience\": \"仓库分拣4年\", \"skills\": [");

  for (int i = 1; i <= 30; i++)
    g_string_append_printf (json, "%s\"会做第%d样手艺活，肯吃苦\"", i > 1 ? "," : "", i);
  g_string_append (json, "], \"wants\": [\"training\"], \"wish\": \"");
  for (int i = 0; i < 60; i++)
    g_string_append (json, "想找一份时间自由、离家近、能照顾老人和孩子的活，");
  g_string_append (json, "\"}");
  return paper_fixture_profile (json->str);
}

/* Nothing stands outside the margins, and every page but the first says what it belongs to. */
static void
check_pages (JgPlan *plan, PopplerDocument *document)
{
  int n_pages = poppler_document_get_n_pages (document);

  for (int i = 0; i < n_pages; i++)
    {
      g_autoptr (PdfPage) page = poppler_document_get_page (document, i);
      g_autofree char *text = paper_pdf_read_page (document, i);
      g_autofree char *folio = g_strdup_printf ("第%d/%d页", i + 1, n_pages);
      PopplerRectangle *boxes = NULL;
      guint n_boxes;

      g_assert_nonnull (strstr (text, jg_plan_get_number (plan)));
      g_assert_nonnull (strstr (text, folio));
      g_assert_true (poppler_page_get_text_layout (page, &boxes, &n_boxes));
      for (guint k = 0; k < n_boxes; k++)
        {
          g_assert_cmpfloat (boxes[k].x1, >, 40);
          g_assert_cmpfloat (boxes[k].x2, <, JG_PAPER_A4_WIDTH - 40);
          g_assert_cmpfloat (boxes[k].y1, >, 15);
          g_assert_cmpfloat (boxes[k].y2, <, JG_PAPER_A4_HEIGHT - 12);
        }
      g_free (boxes);
    }
}

static void
test_long (Fixture *fixture, gconstpointer data)
{
  g_autofree char *today = paper_fixture_today ();
  g_autoptr (JgProfile) profile = new_long_profile ();
  g_autoptr (JgPlan) plan = paper_fixture_plan (profile, today);
  g_autoptr (JgPaper) sheet = jg_sheet_new (plan, JG_SHEET_PLAIN);
  g_autoptr (Pdf) document = NULL;
  g_autoptr (GString) all = g_string_new (NULL);

  g_assert_cmpuint (jg_paper_get_n_pages (sheet), >=, 2);
  document = paper_pdf_write_and_read (sheet, fixture->path);
  check_pages (plan, document);
  check_same_picture (sheet, document);
  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      g_autofree char *text = paper_pdf_read_page (document, i);

      g_string_append (all, text);
    }
  g_assert_nonnull (strstr (all->str, "第1样手艺活"));
  g_assert_nonnull (strstr (all->str, "30样手艺活"));
  /* The wish is there whole: 60 times, wherever its lines and pages end. */
  {
    guint n = 0;

    for (const char *p = all->str; (p = strstr (p, "照顾老人")) != NULL; p++)
      n++;
    g_assert_cmpuint (n, >=, 55);
  }
}

static void
test_large_print (Fixture *fixture, gconstpointer data)
{
  g_autofree char *today = paper_fixture_today ();
  g_auto (GStrv) samples = paper_fixture_list_samples ();

  for (guint i = 0; samples[i] != NULL; i++)
    {
      g_autoptr (JgProfile) profile = jg_profile_new_from_file (samples[i], NULL);
      g_autoptr (JgPlan) plan = paper_fixture_plan (profile, today);
      g_autoptr (JgPaper) sheet = jg_sheet_new (plan, JG_SHEET_LARGE_PRINT);
      g_autoptr (Pdf) document = paper_pdf_write_and_read (sheet, fixture->path);
      g_autoptr (PdfPage) page = poppler_document_get_page (document, 0);
      GList *list = poppler_page_get_text_attributes (page);

      g_assert_cmpuint (jg_paper_get_n_pages (sheet), <=, 5);
      for (GList *l = list; l != NULL; l = l->next)
        g_assert_cmpfloat (((PopplerTextAttributes *) l->data)->font_size, >=, 15.5);
      poppler_page_free_text_attributes (list);
      check_pages (plan, document);
    }
}

static guint
count_watermark (JgPaper *sheet)
{
  cairo_t *cr;
  cairo_surface_t *surface = new_paper (&cr);
  guint n = 0;

  jg_paper_draw_page (sheet, cr, 0);
  cairo_surface_flush (surface);
  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      {
        guint green = get_green (surface, x, y);

        n += green >= 235 && green <= 239;
      }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return n;
}

static void
test_practice (Fixture *fixture, gconstpointer data)
{
  g_autofree char *today = paper_fixture_today ();
  g_autoptr (JgProfile) profile = jg_profile_new ();
  g_autoptr (JgPlan) then_plan = paper_fixture_plan (profile, "2020-12-01");
  g_autoptr (JgPlan) now_plan = paper_fixture_plan (profile, today);
  g_autoptr (JgPaper) then = jg_sheet_new (then_plan, JG_SHEET_PLAIN);
  g_autoptr (JgPaper) now = jg_sheet_new (now_plan, JG_SHEET_PLAIN);
  g_autoptr (Pdf) document = paper_pdf_write_and_read (then, fixture->path);
  g_autofree char *text = paper_pdf_read_page (document, 0);

  g_assert_nonnull (strstr (text, "演示日期"));
  g_assert_nonnull (strstr (text, "本单按2020-12-01判断"));
  g_assert_cmpuint (count_watermark (then), >, 100000);
  g_assert_cmpuint (count_watermark (now), <, 20000);
}

/* An empty profile still gives a sheet to write on. */
static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_autofree char *today = paper_fixture_today ();
  g_autoptr (JgProfile) profile = jg_profile_new ();
  g_autoptr (JgPlan) plan = paper_fixture_plan (profile, today);
  g_autoptr (JgPaper) sheet = jg_sheet_new (plan, JG_SHEET_PLAIN);
  g_autoptr (Pdf) document = paper_pdf_write_and_read (sheet, fixture->path);
  g_autofree char *text = paper_pdf_read_page (document, 0);

  g_assert_cmpuint (jg_paper_get_n_pages (sheet), ==, 1);
  g_assert_nonnull (strstr (text, "还没有比对"));
  g_assert_null (strstr (text, "目录未收录"));
}

static void
test_missing_glyph (Fixture *fixture, gconstpointer data)
{
  g_autofree char *today = paper_fixture_today ();
  g_autoptr (JgProfile) profile = jg_profile_new ();
  g_autoptr (JgPlan) plan = NULL;
  g_autoptr (JgPaper) sheet = NULL;
  g_autoptr (GError) error = NULL;

  jg_profile_set_wish (profile, "想当\xcd\xb8师傅"); /* U+0378, assigned to nothing */
  plan = paper_fixture_plan (profile, today);
  sheet = jg_sheet_new (plan, JG_SHEET_PLAIN);
  g_assert_cmpuint (jg_paper_get_missing_glyphs (sheet), ==, 1);
  g_test_expect_message ("JobGuide", G_LOG_LEVEL_WARNING, "*1 个字符没有字形*");
  g_assert_true (jg_paper_write_pdf (sheet, fixture->path, &error));
  g_test_assert_expected_messages ();
  g_assert_no_error (error);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_unwritable (Fixture *fixture, gconstpointer data)
{
  g_autofree char *today = paper_fixture_today ();
  g_autofree char *nowhere = g_build_filename (fixture->folder, "none", "sheet.pdf", NULL);
  g_autoptr (JgProfile) profile = jg_profile_new ();
  g_autoptr (JgPlan) plan = paper_fixture_plan (profile, today);
  g_autoptr (JgPaper) sheet = jg_sheet_new (plan, JG_SHEET_PLAIN);
  const char *const paths[] = { nowhere, fixture->folder, "/dev/null", "/proc/sheet.pdf", "" };

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (jg_paper_write_pdf (sheet, paths[i], &error));
      g_assert_error (error, JG_PAPER_ERROR, JG_PAPER_ERROR_WRITE);
      g_assert_nonnull (strstr (error->message, "请"));
    }
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);
  g_assert_true (g_file_test ("/dev/null", G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test ("/dev/null", G_FILE_TEST_IS_REGULAR));
}

/* A sheet speaks of a person: nobody else reads it, and an older one is replaced whole. */
static void
test_replaced (Fixture *fixture, gconstpointer data)
{
  g_autofree char *today = paper_fixture_today ();
  g_autoptr (JgProfile) profile = jg_profile_new ();
  g_autoptr (JgPlan) plan = paper_fixture_plan (profile, today);
  g_autoptr (JgPaper) sheet = jg_sheet_new (plan, JG_SHEET_PLAIN);
  GStatBuf info;

  g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
  g_object_unref (paper_pdf_write_and_read (sheet, fixture->path));
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
  g_assert_cmpint (g_remove (fixture->path), ==, 0);
  g_object_unref (paper_pdf_write_and_read (sheet, fixture->path));
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0077, ==, 0);
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/sheet/samples", test_samples);
  ADD ("/sheet/no-glyph-lost", test_no_glyph_lost);
  ADD ("/sheet/long", test_long);
  ADD ("/sheet/large-print", test_large_print);
  ADD ("/sheet/practice", test_practice);
  ADD ("/sheet/empty", test_empty);
  ADD ("/sheet/missing-glyph", test_missing_glyph);
  ADD ("/sheet/unwritable", test_unwritable);
  ADD ("/sheet/replaced", test_replaced);
  return g_test_run ();
}
