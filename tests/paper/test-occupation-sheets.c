/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One occupation and occupations side by side on paper: every printed sentence is there as the notice has it, with document
 * and clause, and inside the page. */

#include "paper-fixture.h"

#include <glib/gstdio.h>
#include <poppler.h>
#include <string.h>

#include "guidance/jg-occupation-words.h"
#include "jg-compare-sheet.h"
#include "jg-occupation-sheet.h"

#define N_LONG 900

typedef PopplerDocument Pdf;
typedef PopplerPage PdfPage;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pdf, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PdfPage, g_object_unref)

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("jobguide-occupation-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
  self->path = g_build_filename (self->folder, "paper.pdf", NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_remove (self->path);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->path);
  g_free (self->folder);
}

/* The words as pdftotext reads them, in the order they were drawn, without white space. */
static char *
read_words (Fixture *self, JgPaper *paper)
{
  const char *argv[] = { "pdftotext", "-raw", self->path, "-", NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  int status;

  jg_paper_write_pdf (paper, self->path, &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  return paper_fixture_strip_space (text);
}

static void
assert_has (const char *text, const char *words)
{
  g_autofree char *stripped = paper_fixture_strip_space (words);

  if (strstr (text, stripped) == NULL)
    g_error ("“%s” is not printed: %s", stripped, text);
}

static void
assert_has_source (const char *text, const JgOccupation *occupation)
{
  g_autofree char *source = jg_occupation_words_dup_source (paper_fixture_catalogue (), occupation);

  g_assert_nonnull (source);
  assert_has (text, source);
}

/* What both papers print of an occupation. */
static void
check_words (const char *text, const JgOccupation *occupation)
{
  g_autofree char *code = g_strdup_printf ("%s（%s版", occupation->code, occupation->edition);
  g_autofree char *date =
      g_strdup_printf ("资料截至%s", jg_catalogue_get_data_date (paper_fixture_catalogue ()));

  assert_has (text, occupation->name);
  assert_has (text, code);
  assert_has (text, date);
  if (occupation->definition != NULL)
    assert_has (text, occupation->definition);
  for (guint i = 0; i < occupation->tasks->len; i++)
    assert_has (text, g_ptr_array_index (occupation->tasks, i));
  for (guint i = 0; i < occupation->work_types->len; i++)
    assert_has (text, ((JgWorkType *) occupation->work_types->pdata[i])->name);
  assert_has_source (text, occupation);
}

static void
test_one (Fixture *self, gconstpointer data)
{
  gboolean large = GPOINTER_TO_INT (data);
  g_autoptr (GPtrArray) all =
      jg_catalogue_list_occupations (paper_fixture_catalogue (), NULL, NULL);

  for (guint i = 0; i < all->len; i += large ? 5 : 1)
    {
      g_autoptr (JgOccupation) occupation = jg_catalogue_get_occupation (
          paper_fixture_catalogue (), ((JgOccupationSummary *) g_ptr_array_index (all, i))->id);
      g_autoptr (JgPaper) paper =
          jg_occupation_sheet_new (paper_fixture_catalogue (), occupation, large);
      g_autofree char *text = read_words (self, paper);

      g_assert_cmpuint (jg_paper_get_missing_glyphs (paper), ==, 0);
      g_assert_cmpuint (jg_paper_get_n_pages (paper), <=, large ? 3 : 1);
      g_assert_false (jg_paper_is_landscape (paper));
      check_words (text, occupation);
      for (guint k = 0; k < occupation->changes->len; k++)
        {
          const JgChange *change = g_ptr_array_index (occupation->changes, k);
          g_autofree char *citation = jg_occupation_words_dup_citation (
              paper_fixture_catalogue (), change->document, change->clause);

          assert_has (text, change->quote);
          assert_has (text, citation);
        }
    }
}

static void
test_compare (Fixture *self, gconstpointer data)
{
  gboolean large = GPOINTER_TO_INT (data);
  g_autoptr (GPtrArray) all =
      jg_catalogue_list_occupations (paper_fixture_catalogue (), NULL, NULL);

  for (guint i = 0; i + JG_COMPARE_MAX <= all->len; i += large ? 11 : 3)
    {
      const char *ids[JG_COMPARE_MAX + 1] = { NULL };
      g_autoptr (JgCompare) compare = NULL;
      g_autoptr (JgPaper) paper = NULL;
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;

      for (guint k = 0; k < JG_COMPARE_MIN + i % 3; k++)
        ids[k] = ((JgOccupationSummary *) g_ptr_array_index (all, i + k))->id;
      compare = jg_compare_new (paper_fixture_catalogue (), ids, &error);
      g_assert_no_error (error);
      paper = jg_compare_sheet_new (paper_fixture_catalogue (), compare, large);
      text = read_words (self, paper);
      g_assert_cmpuint (jg_paper_get_missing_glyphs (paper), ==, 0);
      g_assert_true (jg_paper_is_landscape (paper));
      for (guint k = 0; k < compare->occupations->len; k++)
        check_words (text, g_ptr_array_index (compare->occupations, k));
    }
}

/* What the jobseeker can do stands beside the task. */
static void
test_said (Fixture *self, gconstpointer data)
{
  g_autoptr (JgProfile) profile =
      paper_fixture_profile ("{\"schema\": \"jobguide-profile/1\", \"skills\": [\"照顾过老人\"]}");
  g_autoptr (JgMatchResult) matches = jg_match_profile (paper_fixture_catalogue (), profile, 0);
  g_autoptr (GPtrArray) others = NULL;
  g_autoptr (GPtrArray) more = NULL;
  g_autoptr (JgOccupation) carer =
      jg_catalogue_find_occupation (paper_fixture_catalogue (), "健康照护师", NULL, &others);
  g_autoptr (JgOccupation) rider =
      jg_catalogue_find_occupation (paper_fixture_catalogue (), "网约配送员", NULL, &more);
  const char *ids[] = { carer->id, rider->id, NULL };
  g_autoptr (JgCompare) compare = jg_compare_new (paper_fixture_catalogue (), ids, NULL);

  for (int with_words = 0; with_words < 2; with_words++)
    {
      g_autoptr (JgPaper) paper = NULL;
      g_autofree char *text = NULL;

      if (with_words)
        jg_compare_set_matches (compare, matches);
      paper = jg_compare_sheet_new (paper_fixture_catalogue (), compare, FALSE);
      text = read_words (self, paper);
      g_assert_cmpint (strstr (text, "√本人说“照顾过老人”") != NULL, ==, with_words);
    }
}

static void
check_inside (Fixture *self, JgPaper *paper)
{
  g_autofree char *uri = g_filename_to_uri (self->path, NULL, NULL);
  g_autoptr (Pdf) document = poppler_document_new_from_file (uri, NULL, NULL);

  g_assert_nonnull (document);
  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      g_autoptr (PdfPage) page = poppler_document_get_page (document, i);
      g_autofree PopplerRectangle *boxes = NULL;
      guint n_boxes;

      g_assert_true (poppler_page_get_text_layout (page, &boxes, &n_boxes));
      for (guint k = 0; k < n_boxes; k++)
        {
          g_assert_cmpfloat (boxes[k].x1, >, 40);
          g_assert_cmpfloat (boxes[k].x2, <, jg_paper_get_width (paper) - 40);
          g_assert_cmpfloat (boxes[k].y2, <, jg_paper_get_height (paper) - 12);
        }
    }
}

static guint
count_missing (const char *text)
{
  guint n = 0;

  for (guint i = 0; i < N_LONG; i++)
    {
      g_autofree char *words = g_strdup_printf ("第%u项要做的事，", i);

      n += strstr (text, words) == NULL;
    }
  return n;
}

/* An office's own entry may be longer than a page. */
static void
test_long (Fixture *self, gconstpointer data)
{
  g_autoptr (GString) task = g_string_new (NULL);
  g_autoptr (GPtrArray) others = NULL;
  g_autoptr (JgOccupation) rider =
      jg_catalogue_find_occupation (paper_fixture_catalogue (), "网约配送员", NULL, &others);
  g_autoptr (JgOccupation) own = jg_occupation_new ();
  g_autoptr (JgCompare) compare = NULL;
  g_autoptr (JgPaper) one = NULL;
  g_autoptr (JgPaper) two = NULL;
  const char *ids[] = { rider->id, NULL, NULL };
  g_autofree char *text = NULL;
  g_autofree char *other_text = NULL;

  for (guint i = 0; i < N_LONG; i++)
    g_string_append_printf (task, "第%u项要做的事，", i);
  own->id = g_strdup ("own");
  own->name = g_strdup ("本机构自编的职业");
  own->code = g_strdup ("9-99-99-99");
  own->edition = g_strdup ("2020");
  own->status = g_strdup ("current");
  own->provenance = g_strdup ("local");
  own->definition = g_strdup (task->str);
  g_ptr_array_add (own->tasks, g_strdup (task->str));
  g_ptr_array_add (own->tasks, g_strdup ("短"));

  one = jg_occupation_sheet_new (paper_fixture_catalogue (), own, FALSE);
  text = read_words (self, one);
  g_assert_cmpuint (jg_paper_get_n_pages (one), >=, 5);
  check_inside (self, one);

  ids[1] = "4-02-06-05";
  {
    g_autoptr (GPtrArray) more = NULL;
    g_autoptr (JgOccupation) chain =
        jg_catalogue_find_occupation (paper_fixture_catalogue (), ids[1], NULL, &more);

    ids[1] = chain->id;
    compare = jg_compare_new (paper_fixture_catalogue (), ids, NULL);
  }
  jg_occupation_unref (g_ptr_array_index (compare->occupations, 1));
  compare->occupations->pdata[1] = jg_occupation_ref (own);
  g_array_set_size (compare->own[1], 2);
  two = jg_compare_sheet_new (paper_fixture_catalogue (), compare, FALSE);
  other_text = read_words (self, two);
  g_assert_cmpuint (jg_paper_get_n_pages (two), >=, 4);
  check_inside (self, two);
  /* A page may end within a sentence. */
  g_assert_cmpuint (count_missing (text), <=, 2 * jg_paper_get_n_pages (one));
  g_assert_cmpuint (count_missing (other_text), <=, 2 * jg_paper_get_n_pages (two));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/occupation-sheet/verbatim", Fixture, GINT_TO_POINTER (FALSE), set_up, test_one,
              tear_down);
  g_test_add ("/occupation-sheet/large-print", Fixture, GINT_TO_POINTER (TRUE), set_up, test_one,
              tear_down);
  g_test_add ("/compare-sheet/verbatim", Fixture, GINT_TO_POINTER (FALSE), set_up, test_compare,
              tear_down);
  g_test_add ("/compare-sheet/large-print", Fixture, GINT_TO_POINTER (TRUE), set_up, test_compare,
              tear_down);
  g_test_add ("/compare-sheet/said", Fixture, NULL, set_up, test_said, tear_down);
  g_test_add ("/papers/long", Fixture, NULL, set_up, test_long, tear_down);
  return g_test_run ();
}
