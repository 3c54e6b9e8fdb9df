/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "jg-catalogue.h"

static char *
built_path (void)
{
  return g_build_filename (g_getenv ("JOBGUIDE_BUILD_ROOT"), "data", "catalogue.db", NULL);
}

static JgCatalogue *
open_built (void)
{
  g_autofree char *path = built_path ();
  g_autoptr (GError) error = NULL;
  JgCatalogue *catalogue = jg_catalogue_open (path, &error);

  g_assert_no_error (error);
  return catalogue;
}

static const struct
{
  const char *wanted;
  const char *edition;
  const char *name; /* NULL: nothing has that code or name */
} found[] = {
  { "4-01-02-07", NULL, "互联网营销师" },
  { "4010207", NULL, "互联网营销师" },
  { "４－０１－０２－０７", NULL, "互联网营销师" },
  { "互联网营销师", NULL, "互联网营销师" },
  { "4-14-01-00", NULL, "医疗临床辅助服务员" },
  { "4-14-01-01", NULL, "医疗临床辅助服务员" },
  { "4-13-99-00", NULL, "电子竞技员" },
  { "4-14-04-00", NULL, "公共卫生辅助服务员" },
  { "公共卫生辅助服务员", NULL, "公共卫生辅助服务员" },
  { "防腐蚀工", NULL, "腐蚀控制工" },
  { "防疫员", NULL, "防疫员" },
  { "直播销售员", NULL, "互联网营销师" },
  { "医疗护理员", NULL, "健康照护师" },
  { "轨道车司机", NULL, "铁路自轮运转设备工" },
  { "4-14-01-03", NULL, "呼吸治疗师" },
  { "4-14-01-03", "2020", "呼吸治疗师" },
  { "4-14-01-03", "2022", "健康照护师" },
  { "4-01-06-02", "2022", "互联网营销师" },
  { "4-01-06-02", NULL, NULL },
  { "2-02-07-13", "2022", NULL },
  { "4-99-99-99", NULL, NULL },
  { "厨师", NULL, NULL },
  { "", NULL, NULL },
  { "'; DROP TABLE occupation; --", NULL, NULL },
};

static void
test_find (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (JgCatalogue) catalogue = open_built ();
  g_autoptr (GPtrArray) others = NULL;
  g_autoptr (JgOccupation) occupation =
      jg_catalogue_find_occupation (catalogue, found[i].wanted, found[i].edition, &others);

  g_assert_cmpstr (occupation != NULL ? occupation->name : NULL, ==, found[i].name);
  g_assert_nonnull (others);
}

static void
test_reused_codes (void)
{
  static const char *const reused[][2] = {
    { "2-02-07-13", "铸造工程技术人员" }, { "4-02-07-10", "国际快递业务师" },
    { "4-14-01-02", "医疗护理员" },       { "4-14-01-03", "健康照护师" },
    { "4-14-01-04", "呼吸治疗师" },
  };
  g_autoptr (JgCatalogue) catalogue = open_built ();

  for (guint i = 0; i < G_N_ELEMENTS (reused); i++)
    {
      g_autoptr (GPtrArray) others = NULL;
      g_autoptr (JgOccupation) occupation =
          jg_catalogue_find_occupation (catalogue, reused[i][0], NULL, &others);
      const JgOccupationCode *other = NULL;

      g_assert_nonnull (occupation);
      g_assert_cmpuint (others->len, ==, 1);
      other = g_ptr_array_index (others, 0);
      g_assert_cmpstr (other->edition, ==, "2022");
      g_assert_cmpstr (other->name, ==, reused[i][1]);
      g_assert_cmpstr (other->provenance, ==, "secondary");
    }
}

static void
test_classes (void)
{
  g_autoptr (JgCatalogue) catalogue = open_built ();
  g_autoptr (GPtrArray) majors = jg_catalogue_list_classes (catalogue, "2020", NULL);
  guint total = 0;

  g_assert_cmpuint (majors->len, ==, 4);
  for (guint i = 0; i < majors->len; i++)
    {
      const JgOccupationClass *major = g_ptr_array_index (majors, i);
      g_autoptr (GPtrArray) middles = jg_catalogue_list_classes (catalogue, "2020", major->code);
      g_autoptr (GPtrArray) inside = jg_catalogue_list_occupations (catalogue, "2020", major->code);
      guint n = 0;

      for (guint k = 0; k < middles->len; k++)
        n += ((JgOccupationClass *) g_ptr_array_index (middles, k))->n_occupations;
      g_assert_cmpuint (n, ==, major->n_occupations);
      g_assert_cmpuint (inside->len, ==, major->n_occupations);
      total += n;
    }
  g_assert_cmpuint (total, ==, 44);
}

/* Which occupations of all meet the terms, told one by one from what the catalogue says of each. */
static gboolean
meets (const JgOccupation *occupation, const JgOccupationTerms *terms)
{
  gboolean linked = FALSE;

  for (guint i = 0; i < occupation->measures->len; i++)
    linked =
        linked ||
        strcmp (((JgMeasureLink *) g_ptr_array_index (occupation->measures, i))->basis, "all") != 0;
  return (terms->major == NULL || g_str_has_prefix (occupation->code, terms->major)) &&
         (!terms->with_definition || occupation->definition != NULL) &&
         (!terms->with_measures || linked) &&
         (!terms->without_cancelled || strcmp (occupation->status, "cancelled") != 0) &&
         terms->verified != JG_UNVERIFIED_ONLY;
}

static void
test_terms (void)
{
  static const JgOccupationTerms terms[] = {
    { .verified = JG_VERIFIED_OR_NOT },
    { .major = "4" },
    { .with_definition = TRUE },
    { .with_measures = TRUE },
    { .without_cancelled = TRUE },
    { .verified = JG_VERIFIED_ONLY },
    { .verified = JG_UNVERIFIED_ONLY },
    { .major = "4", .with_definition = TRUE, .with_measures = TRUE, .without_cancelled = TRUE },
    { .edition = "2020", .class_code = "4-14" },
    { .edition = "2020", .class_code = "4", .with_definition = TRUE },
  };
  g_autoptr (JgCatalogue) catalogue = open_built ();
  g_autoptr (GPtrArray) all = jg_catalogue_list_occupations (catalogue, NULL, NULL);

  for (guint t = 0; t < G_N_ELEMENTS (terms); t++)
    {
      g_autoptr (GPtrArray) whole = jg_catalogue_page_occupations (catalogue, &terms[t], 0, 0);
      guint expected = 0;
      guint at = 0;

      for (guint i = 0; i < all->len; i++)
        {
          const JgOccupationSummary *summary = g_ptr_array_index (all, i);
          g_autoptr (JgOccupation) occupation =
              jg_catalogue_get_occupation (catalogue, summary->id);
          gboolean wanted = meets (occupation, &terms[t]) &&
                            (terms[t].class_code == NULL ||
                             g_str_has_prefix (occupation->code, terms[t].class_code));

          g_assert_cmpint (jg_catalogue_accepts_occupation (catalogue, &terms[t], summary->id), ==,
                           wanted);
          expected += wanted;
        }
      g_assert_cmpuint (whole->len, ==, expected);
      g_assert_cmpuint (jg_catalogue_count_occupations (catalogue, &terms[t]), ==, expected);
      for (guint offset = 0; offset <= expected; offset += 7)
        {
          g_autoptr (GPtrArray) page =
              jg_catalogue_page_occupations (catalogue, &terms[t], offset, 7);

          for (guint i = 0; i < page->len; i++, at++)
            g_assert_cmpstr (((JgOccupationSummary *) g_ptr_array_index (page, i))->id, ==,
                             ((JgOccupationSummary *) g_ptr_array_index (whole, at))->id);
        }
      g_assert_cmpuint (at, ==, expected);
    }
  g_assert_true (jg_occupation_terms_are_any (&terms[0]));
  g_assert_false (jg_occupation_terms_are_any (&terms[3]));
  g_assert_true (jg_occupation_terms_are_any (&terms[8]));
}

static void
test_counted_classes (void)
{
  const JgOccupationTerms printed = { .with_definition = TRUE };
  g_autoptr (JgCatalogue) catalogue = open_built ();
  g_autoptr (GPtrArray) classes = jg_catalogue_list_classes (catalogue, "2020", NULL);
  guint total = 0;

  jg_catalogue_count_classes (catalogue, classes, &printed);
  for (guint i = 0; i < classes->len; i++)
    {
      const JgOccupationClass *class = g_ptr_array_index (classes, i);

      g_assert_cmpuint (class->n_occupations, >, 0);
      total += class->n_occupations;
    }
  g_assert_cmpuint (total, ==, jg_catalogue_count_occupations (catalogue, &printed));
}

static void
test_documents (void)
{
  static const char *const wanted[][2] = {
    { "gbf-2020-27", "gbf-2020-27" },      { "国办发〔2020〕27号", "gbf-2020-27" },
    { "国办发[2020]27号", "gbf-2020-27" }, { "国办发 (2020) 27 号", "gbf-2020-27" },
    { "国发〔2019〕28号", "gf-2019-28" },  { "国发〔2017〕28号", "gf-2017-28" },
  };
  g_autoptr (JgCatalogue) catalogue = open_built ();
  g_autoptr (GPtrArray) documents = jg_catalogue_list_documents (catalogue);
  g_autoptr (JgDocument) last = jg_catalogue_get_document (catalogue, "rst-2020-73");
  const JgParagraph *paragraph = NULL;

  g_assert_cmpuint (documents->len, ==, 34);
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_autoptr (JgDocument) document = jg_catalogue_get_document (catalogue, wanted[i][0]);

      g_assert_nonnull (document);
      g_assert_cmpstr (document->key, ==, wanted[i][1]);
      g_assert_cmpuint (document->paragraphs->len, >, 10);
    }
  g_assert_null (jg_catalogue_get_document (catalogue, "28号"));
  /* Line 3058 has no newline and is the seventh change. */
  paragraph = g_ptr_array_index (last->paragraphs, last->paragraphs->len - 1);
  g_assert_cmpuint (paragraph->line, ==, 3058);
  g_assert_cmpstr (paragraph->clause, ==, "二（七）");
}

static void
assert_refused (const char *path, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCatalogue) catalogue = jg_catalogue_open (path, &error);

  g_assert_null (catalogue);
  g_assert_error (error, JG_CATALOGUE_ERROR, code);
  g_assert_nonnull (strstr (error->message, path));
}

static void
run_sql (const char *path, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
test_refused (void)
{
  g_autofree char *folder = g_dir_make_tmp ("jobguide-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "c.db", NULL);
  g_autofree char *built = built_path ();
  g_autofree char *content = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (built, &content, &length, NULL));
  assert_refused (path, JG_CATALOGUE_ERROR_NOT_FOUND);
  assert_refused (folder, JG_CATALOGUE_ERROR_NOT_FOUND);

  g_assert_true (g_file_set_contents (path, "hello", 5, NULL));
  assert_refused (path, JG_CATALOGUE_ERROR_FOREIGN);
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  assert_refused (path, JG_CATALOGUE_ERROR_FOREIGN);

  g_remove (path);
  run_sql (path, "CREATE TABLE x (y)");
  assert_refused (path, JG_CATALOGUE_ERROR_FOREIGN);

  g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
  run_sql (path, "PRAGMA user_version = 99");
  assert_refused (path, JG_CATALOGUE_ERROR_NEWER);

  g_assert_true (g_file_set_contents (path, content, (gssize) length - 5000, NULL));
  assert_refused (path, JG_CATALOGUE_ERROR_DAMAGED);

  g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
  run_sql (path, "DROP TABLE measure");
  assert_refused (path, JG_CATALOGUE_ERROR_DAMAGED);
  g_remove (path);
  g_rmdir (folder);
}

static GLogWriterOutput
swallow (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer user_data)
{
  return G_LOG_WRITER_HANDLED;
}

/* Whatever a damaged page makes of the answers, asking must not crash. */
static void
test_flipped_bytes (void)
{
  if (g_test_subprocess ())
    {
      g_autofree char *folder = g_dir_make_tmp ("jobguide-XXXXXX", NULL);
      g_autofree char *path = g_build_filename (folder, "c.db", NULL);
      g_autofree char *built = built_path ();
      g_autofree char *content = NULL;
      g_autoptr (GRand) rand = g_rand_new_with_seed (2020);
      gsize length = 0;
      guint step = g_test_slow () ? 1 : 8;

      g_log_set_always_fatal (G_LOG_FATAL_MASK);
      g_log_set_writer_func (swallow, NULL, NULL);
      g_assert_true (g_file_get_contents (built, &content, &length, NULL));
      for (gsize page = 0; page < length; page += 4096 * step)
        {
          g_autofree char *copy = g_memdup2 (content, length);
          g_autoptr (JgCatalogue) catalogue = NULL;
          g_autoptr (GPtrArray) occupations = NULL;
          g_autoptr (GPtrArray) measures = NULL;
          g_autoptr (JgDocument) document = NULL;
          g_autoptr (JgOccupation) occupation = NULL;

          for (guint i = 0; i < 16; i++)
            copy[page + (gsize) g_rand_int_range (rand, 0, 4096)] ^=
                (char) g_rand_int_range (rand, 1, 256);
          g_assert_true (g_file_set_contents (path, copy, (gssize) length, NULL));
          catalogue = jg_catalogue_open (path, NULL);
          if (catalogue == NULL)
            continue;
          occupations = jg_catalogue_list_occupations (catalogue, NULL, NULL);
          measures = jg_catalogue_list_measures (catalogue);
          document = jg_catalogue_get_document (catalogue, "gbf-2020-27");
          occupation = jg_catalogue_find_occupation (catalogue, "4-01-02-07", NULL, NULL);
        }
      g_remove (path);
      g_rmdir (folder);
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
}

static void
test_read_only (void)
{
  g_autoptr (JgCatalogue) catalogue = open_built ();
  g_autofree char *path = built_path ();
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  g_assert_cmpstr (jg_catalogue_get_data_date (catalogue), !=, "");
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (journal, G_FILE_TEST_EXISTS));
}

static void
test_packs_say_their_sources (void)
{
  g_autoptr (JgCatalogue) catalogue = open_built ();
  g_autoptr (GPtrArray) packs = jg_catalogue_list_packs (catalogue);

  g_assert_cmpuint (packs->len, ==, 12);
  for (guint i = 0; i < packs->len; i++)
    {
      const JgPackInfo *info = g_ptr_array_index (packs, i);

      g_assert_cmpuint (g_strv_length (info->source_titles), >, 0);
      g_assert_cmpuint (g_strv_length (info->source_titles), ==,
                        g_strv_length (info->source_credits));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    {
      g_autofree char *path = g_strdup_printf ("/catalogue/find/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_find);
    }
  g_test_add_func ("/catalogue/reused-codes", test_reused_codes);
  g_test_add_func ("/catalogue/classes", test_classes);
  g_test_add_func ("/catalogue/terms", test_terms);
  g_test_add_func ("/catalogue/counted-classes", test_counted_classes);
  g_test_add_func ("/catalogue/documents", test_documents);
  g_test_add_func ("/catalogue/refused", test_refused);
  g_test_add_func ("/catalogue/flipped-bytes", test_flipped_bytes);
  g_test_add_func ("/catalogue/read-only", test_read_only);
  g_test_add_func ("/catalogue/packs-say-their-sources", test_packs_say_their_sources);
  return g_test_run ();
}
