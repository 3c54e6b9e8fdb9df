/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Who did what: written with what was done, and not to be changed unseen. */

#include <sqlite3.h>
#include <string.h>

#include "case-fixture.h"
#include "casework/jg-case-audit.h"
#include "fault-vfs.h"

/* The acts of the trail from its beginning, as numbers. */
static void
assert_acts (JgCaseStore *store, gint64 id, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = jg_case_store_list_entries (store, id, 0, 1000, &error);
  g_autoptr (GString) acts = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = entries->len; i > 0; i--)
    g_string_append_printf (acts, "%d ", ((JgCaseEntry *) g_ptr_array_index (entries, i - 1))->act);
  g_assert_cmpstr (acts->str, ==, expected);
}

/* Whether all is well, or a problem is told in these words. */
static void
assert_verdict (JgCaseStore *store, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseVerdict) verdict = jg_case_store_verify (store, &error);
  g_autofree char *problems = NULL;

  g_assert_no_error (error);
  g_ptr_array_add (verdict->problems, NULL);
  problems = g_strjoinv ("\n", (char **) verdict->problems->pdata);
  if (words == NULL)
    g_assert_cmpstr (problems, ==, "");
  else if (strstr (problems, words) == NULL)
    g_error ("“%s” is not in “%s”", words, problems);
}

static void
test_trail (CaseFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseStore) store = case_fixture_create (self);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (JgCaseVerdict) verdict = NULL;
  const JgCaseEntry *entry = NULL;
  gint64 id = case_fixture_save (store, 0, "王某", "{}");
  gint64 other = case_fixture_save (store, 0, "李某", "{}");

  case_fixture_save (store, id, "王某", "{\"a\": 1}");
  g_free (case_fixture_load (store, id));
  jg_case_store_note (store, JG_CASE_ACT_PRINT, id, &error);
  g_assert_no_error (error);
  jg_case_store_delete (store, other, &error);
  g_assert_no_error (error);
  assert_acts (store, 0, "1 4 4 5 3 7 6 ");
  assert_acts (store, id, "4 5 3 7 ");
  assert_acts (store, other, "4 6 ");
  assert_verdict (store, NULL);

  /* Wrong passphrases are told to whoever has the right one. */
  jg_case_store_lock (store);
  g_assert_false (jg_case_store_unlock (store, NULL, "不是这一句口令", NULL));
  g_assert_false (jg_case_store_unlock (store, NULL, "也不是这一句口令", NULL));
  g_assert_true (jg_case_store_unlock (store, NULL, PASSPHRASE, NULL));
  assert_acts (store, 0, "1 4 4 5 3 7 6 2 ");
  entries = jg_case_store_list_entries (store, 0, 0, 1, &error);
  entry = g_ptr_array_index (entries, 0);
  g_assert_cmpint (entry->detail, ==, 2);
  g_assert_cmpint (entry->number, ==, 8);
  g_assert_cmpstr (entry->name, ==, NAME);
  g_assert_cmpint (entry->time, >, 1600000000);
  verdict = jg_case_store_verify (store, &error);
  g_assert_cmpint (verdict->n_entries, ==, 8);
  g_assert_cmpuint (verdict->n_cases, ==, 1);
  g_assert_cmpuint (strlen (verdict->mark), ==, 9);

  g_clear_object (&store);
  store = case_fixture_unlock (self);
  assert_acts (store, 0, "1 4 4 5 3 7 6 2 2 ");
  assert_verdict (store, NULL);
  g_assert_false (jg_case_act_label (JG_CASE_ACT_STATISTICS) == jg_case_act_label (1000));
}

/* What somebody does who can write the file, and what they are told by. */
static const struct
{
  const char *sql;
  const char *words;
} tampering[] = {
  { "DELETE FROM audit WHERE id = 3", "缺第 3 至 3 条" },
  { "DELETE FROM audit WHERE id BETWEEN 2 AND 5", "缺第 2 至 5 条" },
  { "DELETE FROM audit WHERE id = (SELECT max(id) FROM audit)", "中断过" },
  { "DELETE FROM audit WHERE id > 3", "中断过" },
  { "DELETE FROM audit", "缺第 1 至" },
  { "UPDATE audit SET sealed = (SELECT sealed FROM audit WHERE id = 2) WHERE id = 3", "第 3 条" },
  { "UPDATE audit SET link = (SELECT link FROM audit WHERE id = 2) WHERE id = 3", "第 3 条" },
  { "UPDATE audit SET sealed = x'00', link = x'00' WHERE id = 2", "第 2 条" },
  { "UPDATE audit SET id = -id; UPDATE audit SET id = 3 WHERE id = -4; "
    "UPDATE audit SET id = 4 WHERE id = -3; UPDATE audit SET id = -id WHERE id < 0",
    "第 3 条" },
  { "DELETE FROM head", "中断过" },
  { "UPDATE head SET sealed = x'01'", "中断过" },
  { "DELETE FROM summary WHERE id = (SELECT max(id) FROM summary)", "不见了" },
  { "DELETE FROM summary; DELETE FROM content", "不见了" },
  { "DELETE FROM content WHERE id = (SELECT max(id) FROM content)", "已损坏" },
  { "INSERT INTO summary VALUES (77, 1, x'00')", "已损坏" },
};

static void
test_tampering (CaseFixture *self, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (tampering); i++)
    {
      g_autoptr (JgCaseStore) store = case_fixture_create (self);
      g_autofree char *folder = g_path_get_dirname (self->path);

      for (guint j = 0; j < 6; j++)
        case_fixture_save (store, 0, "王某", "{}");
      jg_case_store_close (store);
      case_fixture_run_sql (self->path, "%s", tampering[i].sql);
      /* It stays told, whoever opens it how often. */
      for (guint round = 0; round < 2; round++)
        {
          g_clear_object (&store);
          store = case_fixture_unlock (self);
          case_fixture_save (store, 0, "李某", "{}");
          assert_verdict (store, tampering[i].words);
          jg_case_store_close (store);
        }
      case_fixture_delete_tree (folder);
    }
}

/* A case put back to what it was, whole and rightly sealed; one that was deleted, put back. */
static void
test_rolled_back_case (CaseFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseStore) store = case_fixture_create (self);
  g_autofree char *kept = g_build_filename (self->folder, "kept.db", NULL);
  gint64 id = case_fixture_save (store, 0, "王某", "{}");

  jg_case_store_close (store);
  case_fixture_run_sql (self->path,
                        "ATTACH '%s' AS kept; CREATE TABLE kept.s AS SELECT * FROM summary; "
                        "CREATE TABLE kept.c AS SELECT * FROM content",
                        kept);
  g_clear_object (&store);
  store = case_fixture_unlock (self);
  case_fixture_save (store, id, "王某", "{\"a\": 1}");
  assert_verdict (store, NULL);
  jg_case_store_close (store);

#define PUT_BACK                                                                                   \
  "ATTACH '%s' AS kept; DELETE FROM summary; DELETE FROM content; "                                \
  "INSERT INTO summary SELECT * FROM kept.s; INSERT INTO content SELECT * FROM kept.c"

  case_fixture_run_sql (self->path, PUT_BACK, kept);
  g_clear_object (&store);
  store = case_fixture_unlock (self);
  assert_verdict (store, "被换成了旧的内容");
  jg_case_store_delete (store, id, &error);
  g_assert_no_error (error);
  assert_verdict (store, NULL);
  jg_case_store_close (store);

  case_fixture_run_sql (self->path, PUT_BACK, kept);
  g_clear_object (&store);
  store = case_fixture_unlock (self);
  assert_verdict (store, "却又出现了");
}

static void
test_missing (CaseFixture *self, gconstpointer data)
{
  g_autoptr (JgCaseStore) store = case_fixture_create (self);

  for (guint i = 0; i < 5; i++)
    case_fixture_save (store, 0, "王某", "{}");
  jg_case_store_close (store);
  case_fixture_run_sql (self->path, "DELETE FROM summary WHERE id IN "
                                    "(SELECT id FROM summary ORDER BY id LIMIT 2)");
  g_clear_object (&store);
  store = case_fixture_unlock (self);
  g_assert_cmpuint (jg_case_store_get_n_missing (store), ==, 2);
  g_assert_cmpuint (jg_case_store_get_n_cases (store), ==, 3);
}

/* On a full disk cases can be read, and who did so is written down as soon as there is room. */
static void
test_full_disk (CaseFixture *self, gconstpointer data)
{
  g_autoptr (JgCaseStore) store = case_fixture_create (self);
  gint64 id = case_fixture_save (store, 0, "王某", "{}");
  g_autofree char *content = NULL;

  fault_vfs_arm (FAULT_WRITE, 1, TRUE, SQLITE_FULL);
  content = case_fixture_load (store, id);
  g_assert_cmpstr (content, ==, "{}");
  g_assert_true (fault_vfs_disarm ());
  assert_acts (store, 0, "1 4 ");
  case_fixture_save (store, id, "王某", "{}");
  assert_acts (store, 0, "1 4 3 5 ");
  assert_verdict (store, NULL);
}

static void
test_old_version (CaseFixture *self, gconstpointer data)
{
  g_autoptr (JgCaseStore) store = NULL;

  case_fixture_load_dump (self, 1);
  store = case_fixture_unlock (self);
  assert_acts (store, 0, "1 2 ");
  g_free (case_fixture_load (store, CASE_DUMP_ID));
  assert_acts (store, 0, "1 2 3 ");
  assert_verdict (store, NULL);
}

#define ADD(name, function)                                                                        \
  g_test_add (name, CaseFixture, NULL, case_fixture_set_up, function, case_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  fault_vfs_register ();

  ADD ("/case-audit/trail", test_trail);
  ADD ("/case-audit/tampering", test_tampering);
  ADD ("/case-audit/rolled-back-case", test_rolled_back_case);
  ADD ("/case-audit/missing", test_missing);
  ADD ("/case-audit/full-disk", test_full_disk);
  ADD ("/case-audit/old-version", test_old_version);

  return g_test_run ();
}
