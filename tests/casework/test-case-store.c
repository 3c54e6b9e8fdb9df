/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "case-fixture.h"
#include "casework/jg-case-code.h"
#include "casework/jg-case-store-private.h"

#define CONTENT "{\"schema\": \"jobguide-record/1\", \"profile\": {\"wish\": \"想带货\"}}"

static JgCaseStore *
open_store (const char *path)
{
  g_autoptr (GError) error = NULL;
  JgCaseStore *store = jg_case_store_new (path);

  jg_case_store_open (store, &error);
  g_assert_no_error (error);
  return store;
}

static void
assert_unlocked (JgCaseStore *store, const char *name, const char *passphrase)
{
  g_autoptr (GError) error = NULL;

  jg_case_store_unlock (store, name, passphrase, &error);
  g_assert_no_error (error);
  g_assert_cmpint (jg_case_store_get_state (store), ==, JG_CASE_STORE_UNLOCKED);
}

static void
test_save (CaseFixture *self, gconstpointer data)
{
  static const char *const ids[] = { "hulianwang-yingxiaoshi", "wangyue-peisongyuan", NULL };
  static const char *const names[] = { "互联网营销师", "网约配送员", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseStore) store = case_fixture_create (self);
  g_autoptr (GBytes) content = g_bytes_new_static (CONTENT, strlen (CONTENT));
  JgCaseSummary summary = CASE_SUMMARY (.alias = "王某", .follow_up = "2026-07-01",
                                        .occupations = ids, .occupation_names = names);
  gint64 id = jg_case_store_save (store, &summary, content, NULL, &error);

  g_assert_no_error (error);
  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (JgCaseSummary) found = jg_case_store_get (store, id);
      g_autofree char *loaded = case_fixture_load (store, id);

      g_assert_cmpstr (loaded, ==, CONTENT);
      g_assert_cmpint (found->id, ==, id);
      g_assert_cmpint (found->created, >, 1600000000);
      g_assert_cmpint (found->changed, >=, found->created);
      g_assert_cmpint (found->status, ==, JG_CASE_OPEN);
      g_assert_cmpstr (found->alias, ==, "王某");
      g_assert_cmpstr (found->counsellor, ==, NAME);
      g_assert_cmpstr (found->follow_up, ==, "2026-07-01");
      g_assert_cmpstr (found->retain_until, ==, "2027-06-30");
      g_assert_cmpuint (found->consent_version, ==, 1);
      g_assert_cmpstr (found->consent_date, ==, "2026-06-01");
      g_assert_cmpuint (g_strv_length ((char **) found->occupations), ==, 2);
      g_assert_cmpstr (found->occupations[1], ==, "wangyue-peisongyuan");
      g_assert_cmpstr (found->occupation_names[0], ==, "互联网营销师");
      g_clear_object (&store);
      store = case_fixture_unlock (self);
    }

  /* The same case anew, in the place of the old one. */
  g_clear_pointer (&content, g_bytes_unref);
  content = g_bytes_new_static ("{}", 2);
  summary.id = id;
  summary.alias = "王女士";
  summary.status = JG_CASE_CLOSED;
  g_assert_cmpint (jg_case_store_save (store, &summary, content, NULL, &error), ==, id);
  g_assert_no_error (error);
  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (JgCaseSummary) found = jg_case_store_get (store, id);
      g_autofree char *loaded = case_fixture_load (store, id);

      g_assert_cmpuint (jg_case_store_get_n_cases (store), ==, 1);
      g_assert_cmpstr (loaded, ==, "{}");
      g_assert_cmpstr (found->alias, ==, "王女士");
      g_assert_cmpint (found->status, ==, JG_CASE_CLOSED);
      g_clear_object (&store);
      store = case_fixture_unlock (self);
    }
}

static void
assert_not_saved (JgCaseStore *store, JgCaseSummary summary, const char *text, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content = g_bytes_new (text, strlen (text));

  g_assert_cmpint (jg_case_store_save (store, &summary, content, NULL, &error), ==, 0);
  g_assert_error (error, JG_CASE_ERROR, code);
  g_assert_cmpuint (jg_case_store_get_n_cases (store), ==, 0);
}

static void
test_save_refused (CaseFixture *self, gconstpointer data)
{
  g_autoptr (JgCaseStore) store = case_fixture_create (self);
  g_autofree char *alias = g_strnfill (JG_CASE_MAX_ALIAS + 1, 'x');
  JgCaseSummary summary = CASE_SUMMARY (.alias = "王某");
  JgCaseSummary bad;

#define BAD(field, value, code)                                                                    \
  bad = summary;                                                                                   \
  bad.field = value;                                                                               \
  assert_not_saved (store, bad, "{}", code)

  BAD (consent_version, 0, JG_CASE_ERROR_CONSENT);
  BAD (consent_date, NULL, JG_CASE_ERROR_CONSENT);
  BAD (consent_date, "2026-02-30", JG_CASE_ERROR_CONSENT);
  BAD (retain_until, NULL, JG_CASE_ERROR_INVALID);
  BAD (retain_until, "2026", JG_CASE_ERROR_INVALID);
  BAD (follow_up, "tomorrow", JG_CASE_ERROR_INVALID);
  BAD (status, 0, JG_CASE_ERROR_INVALID);
  BAD (alias, "\xff\xfe", JG_CASE_ERROR_INVALID);
  BAD (alias, alias, JG_CASE_ERROR_INVALID);
  BAD (id, 12345, JG_CASE_ERROR_NOT_FOUND);
#undef BAD
  assert_not_saved (store, summary, "", JG_CASE_ERROR_INVALID);
  assert_not_saved (store, summary, "\xff", JG_CASE_ERROR_INVALID);
  jg_case_store_lock (store);
  assert_not_saved (store, summary, "{}", JG_CASE_ERROR_LOCKED);
}

static gint64
read_clock (gpointer data)
{
  return *(gint64 *) data;
}

static gint64
noon (int year, int month, int day)
{
  g_autoptr (GDateTime) time = g_date_time_new_local (year, month, day, 12, 0, 0);

  return g_date_time_to_unix (time);
}

/* The aliases of what is found, joined. */
static void
assert_found (JgCaseStore *store, JgCaseQuery query, const char *expected)
{
  g_autoptr (GPtrArray) found = jg_case_store_find (store, &query);
  g_autoptr (GString) aliases = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (aliases, "%s;",
                            ((JgCaseSummary *) g_ptr_array_index (found, i))->alias);
  g_assert_cmpstr (aliases->str, ==, expected);
}

static void
test_find (CaseFixture *self, gconstpointer data)
{
  static const char *const occupations[][2] = { { "peisong", NULL }, { "dianshang", NULL } };
  static const char *const names[][2] = { { "网约配送员", NULL }, { "电子商务师", NULL } };
  const JgCaseSummary summaries[] = {
    { CASE_CONSENT, .alias = "王某", .status = JG_CASE_OPEN, .follow_up = "2026-07-03",
      .retain_until = "2027-01-01", .occupations = occupations[0], .occupation_names = names[0] },
    { CASE_CONSENT, .alias = "A08 号", .status = JG_CASE_OPEN, .follow_up = "2026-07-01",
      .retain_until = "2026-12-31", .occupations = occupations[1], .occupation_names = names[1] },
    { CASE_CONSENT, .alias = "王小某", .status = JG_CASE_CLOSED, .follow_up = "2026-06-30",
      .retain_until = "2028-01-01", .counsellor = "张某" },
  };
  g_autoptr (JgCaseStore) store = case_fixture_create (self);
  gint64 now = noon (2026, 6, 1);
  gint64 ids[3];
  g_autofree char *number = NULL;

  jg_case_store_set_clock (store, read_clock, &now);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) content = g_bytes_new_static (CONTENT, strlen (CONTENT));

      ids[i] = jg_case_store_save (store, &summaries[i], content, NULL, &error);
      g_assert_no_error (error);
      now += 24 * 60 * 60;
    }
  number = jg_case_code_from_id (ids[1]);
  for (guint round = 0; round < 2; round++)
    {
      assert_found (store, (JgCaseQuery){ 0 }, "王小某;A08 号;王某;");
      assert_found (store, (JgCaseQuery){ .text = " 　" }, "王小某;A08 号;王某;");
      assert_found (store, (JgCaseQuery){ .text = "王" }, "王小某;王某;");
      assert_found (store, (JgCaseQuery){ .text = "ａ０８号" }, "A08 号;");
      assert_found (store, (JgCaseQuery){ .text = "配送" }, "王某;");
      assert_found (store, (JgCaseQuery){ .text = "%" }, "");
      assert_found (store, (JgCaseQuery){ .text = number }, "A08 号;");
      assert_found (store, (JgCaseQuery){ .occupation = "dianshang" }, "A08 号;");
      assert_found (store, (JgCaseQuery){ .occupation = "dian" }, "");
      assert_found (store, (JgCaseQuery){ .counsellor = "张某" }, "王小某;");
      assert_found (store, (JgCaseQuery){ .status = JG_CASE_OPEN }, "A08 号;王某;");
      assert_found (store, (JgCaseQuery){ .changed_from = "2026-06-02" }, "王小某;A08 号;");
      assert_found (store, (JgCaseQuery){ .changed_to = "2026-06-02" }, "A08 号;王某;");
      assert_found (store,
                    (JgCaseQuery){ .changed_from = "2026-06-02", .changed_to = "2026-06-02" },
                    "A08 号;");
      assert_found (store, (JgCaseQuery){ .due_by = "2026-07-03" }, "A08 号;王某;");
      assert_found (store, (JgCaseQuery){ .due_by = "2026-07-02" }, "A08 号;");
      assert_found (store, (JgCaseQuery){ .due_from = "2026-07-02" }, "王某;");
      assert_found (store, (JgCaseQuery){ .due_from = "2026-06-01", .due_by = "2026-07-02" },
                    "A08 号;");
      assert_found (store, (JgCaseQuery){ .text = "配送 王" }, "王某;");
      assert_found (store, (JgCaseQuery){ .text = "王　电子" }, "");
      assert_found (store, (JgCaseQuery){ .text = "08 号" }, "A08 号;");
      assert_found (store, (JgCaseQuery){ .retain_by = "2027-01-01" }, "A08 号;王某;");
      assert_found (store, (JgCaseQuery){ .text = "王", .due_by = "2026-07-03" }, "王某;");
      g_clear_object (&store);
      store = case_fixture_unlock (self);
      jg_case_store_set_clock (store, read_clock, &now);
    }

  /* What is changed comes first. */
  case_fixture_save (store, ids[0], "王某", CONTENT);
  assert_found (store, (JgCaseQuery){ .text = "王" }, "王某;王小某;");

  /* A clock that jumped back loses nothing. */
  now = noon (1970, 1, 2);
  case_fixture_save (store, 0, "王老", CONTENT);
  assert_found (store, (JgCaseQuery){ .text = "王" }, "王某;王小某;王老;");
  now = noon (2099, 1, 1);
  case_fixture_save (store, 0, "王未", CONTENT);
  assert_found (store, (JgCaseQuery){ .text = "王" }, "王未;王某;王小某;王老;");
}

static void
count_cb (JgCaseStore *store, guint *count)
{
  (*count)++;
}

static void
test_delete (CaseFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseStore) store = case_fixture_create (self);
  gint64 kept = case_fixture_save (store, 0, "李女士", CONTENT);
  gint64 id = case_fixture_save (store, 0, "王某", CONTENT);
  g_autoptr (GBytes) draft = g_bytes_new_static ("draft", 5);
  const JgCaseSummary summary = CASE_SUMMARY (.id = id, .alias = "王某");
  guint n_changed = 0;

  g_signal_connect (store, "changed", G_CALLBACK (count_cb), &n_changed);
  jg_case_store_save_draft (store, id, draft, &error);
  g_assert_no_error (error);
  jg_case_store_delete (store, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_changed, ==, 1);
  for (guint round = 0; round < 2; round++)
    {
      g_assert_cmpuint (jg_case_store_get_n_cases (store), ==, 1);
      g_assert_null (jg_case_store_get (store, id));
      g_assert_null (jg_case_store_load (store, id, &error));
      g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_NOT_FOUND);
      g_clear_error (&error);
      g_assert_false (jg_case_store_delete (store, id, &error));
      g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_NOT_FOUND);
      g_clear_error (&error);
      g_assert_null (jg_case_store_load_draft (store, NULL, NULL, &error));
      g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_NOT_FOUND);
      g_clear_error (&error);
      g_assert_cmpint (jg_case_store_save (store, &summary, draft, NULL, &error), ==, 0);
      g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_NOT_FOUND);
      g_clear_error (&error);
      g_clear_object (&store);
      store = case_fixture_unlock (self);
    }
  g_free (case_fixture_load (store, kept));
}

/* The sealed bytes of a case, as they stand in the file. */
static GBytes *
read_sealed (const char *path, const char *table, gint64 id)
{
  g_autofree char *sql = g_strdup_printf ("SELECT sealed FROM %s WHERE id = ?", table);
  sqlite3_stmt *stmt = NULL;
  sqlite3 *db = NULL;
  GBytes *bytes = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  sqlite3_bind_int64 (stmt, 1, id);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  bytes = g_bytes_new (sqlite3_column_blob (stmt, 0), (gsize) sqlite3_column_bytes (stmt, 0));
  sqlite3_finalize (stmt);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  return bytes;
}

static void
assert_bytes (CaseFixture *self, GBytes *bytes, gboolean there)
{
  const guint8 *data = g_bytes_get_data (bytes, NULL);

  /* The nonce and some of what follows: enough to know it by. A content has its end on other pages. */
  g_assert_cmpint (case_fixture_find_bytes (self->folder, data, 60), ==, there);
  g_assert_cmpint (case_fixture_find_bytes (self->folder, data + g_bytes_get_size (bytes) - 60, 60),
                   ==, there);
}

/* Not even the sealed bytes of a deleted case are in any file, while the store is still open. */
static void
test_delete_leaves_nothing (CaseFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseStore) store = case_fixture_create (self);
  g_autofree char *content = g_strnfill (20000, 'x');
  g_autoptr (GBytes) sealed_summary = NULL;
  g_autoptr (GBytes) sealed_content = NULL;
  g_autoptr (GBytes) sealed_draft = NULL;
  g_autoptr (GBytes) draft = g_bytes_new_static (content, 20000);
  gint64 id = 0;

  for (guint i = 0; i < 20; i++)
    id = case_fixture_save (store, 0, "王某", content);
  jg_case_store_save_draft (store, id, draft, &error);
  g_assert_no_error (error);
  jg_case_store_close (store);
  sealed_summary = read_sealed (self->path, "summary", id);
  sealed_content = read_sealed (self->path, "content", id);
  sealed_draft = read_sealed (self->path, "draft", 1);

  g_clear_object (&store);
  store = case_fixture_unlock (self);
  assert_bytes (self, sealed_summary, TRUE);
  assert_bytes (self, sealed_content, TRUE);
  assert_bytes (self, sealed_draft, TRUE);
  jg_case_store_delete (store, id, &error);
  g_assert_no_error (error);
  assert_bytes (self, sealed_summary, FALSE);
  assert_bytes (self, sealed_content, FALSE);
  assert_bytes (self, sealed_draft, FALSE);
}

static void
test_draft (CaseFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseStore) store = case_fixture_create (self);
  g_autoptr (GBytes) first = g_bytes_new_static ("half of", 7);
  g_autoptr (GBytes) second = g_bytes_new_static ("half of a word", 14);
  gint64 id = case_fixture_save (store, 0, "王某", CONTENT);
  gint64 of = -1;
  gint64 changed = 0;

  g_assert_null (jg_case_store_load_draft (store, &of, &changed, &error));
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  jg_case_store_save_draft (store, 0, first, &error);
  g_assert_no_error (error);
  jg_case_store_save_draft (store, id, second, &error);
  g_assert_no_error (error);
  jg_case_store_add_counsellor (store, "张某", "窗外还有两棵枣树", &error);
  g_assert_no_error (error);
  g_clear_object (&store);
  store = case_fixture_unlock (self);
  {
    g_autoptr (GBytes) loaded = jg_case_store_load_draft (store, &of, &changed, &error);

    g_assert_no_error (error);
    g_assert_true (g_bytes_equal (loaded, second));
    g_assert_cmpint (of, ==, id);
    g_assert_cmpint (changed, >, 1600000000);
  }

  /* Nobody else is offered it. */
  jg_case_store_lock (store);
  assert_unlocked (store, "张某", "窗外还有两棵枣树");
  g_assert_null (jg_case_store_load_draft (store, &of, &changed, &error));
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  jg_case_store_forget_draft (store, &error);
  g_assert_no_error (error);
  jg_case_store_lock (store);
  assert_unlocked (store, NAME, PASSPHRASE);
  g_bytes_unref (jg_case_store_load_draft (store, &of, &changed, &error));
  g_assert_no_error (error);
  jg_case_store_forget_draft (store, &error);
  g_assert_no_error (error);
  g_assert_null (jg_case_store_load_draft (store, &of, &changed, &error));
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_NOT_FOUND);
}

/* No word of a case is in any file, at any time. */
static void
test_no_plain_text (CaseFixture *self, gconstpointer data)
{
  static const char *const words[] = { "王标记甲",      "标记乙职业", "标记丙内容",
                                       "标记丁草稿",    "李标记戊",   "标记己口令八个字",
                                       "marker-old-aa", "marker-id" };
  static const char *const ids[] = { "marker-id", NULL };
  static const char *const names[] = { "标记乙职业", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseStore) store = jg_case_store_new (self->path);
  g_autofree char *recovery = NULL;
  g_autoptr (GBytes) old = g_bytes_new_static ("marker-old-aa", 13);
  g_autoptr (GBytes) content = g_bytes_new_static ("标记丙内容", strlen ("标记丙内容"));
  g_autoptr (GBytes) draft = g_bytes_new_static ("标记丁草稿", strlen ("标记丁草稿"));
  g_autoptr (GPtrArray) found = NULL;
  JgCaseSummary summary =
      CASE_SUMMARY (.alias = "王标记甲", .occupations = ids, .occupation_names = names);

  jg_case_store_create (store, "李标记戊", "标记己口令八个字", &recovery, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 30; i++)
    {
      summary.id = 0;
      summary.id = jg_case_store_save (store, &summary, old, NULL, &error);
      g_assert_no_error (error);
      jg_case_store_save (store, &summary, content, NULL, &error);
      g_assert_no_error (error);
      jg_case_store_save_draft (store, summary.id, draft, &error);
      g_assert_no_error (error);
    }
  found = jg_case_store_find (store, &(JgCaseQuery){ .text = "标记甲" });
  g_assert_cmpuint (found->len, ==, 30);
  for (guint round = 0; round < 3; round++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (words); i++)
        {
          g_autofree guint8 *utf16 = (guint8 *) g_utf8_to_utf16 (words[i], -1, NULL, NULL, NULL);

          g_assert_false (case_fixture_find_bytes (self->folder, words[i], strlen (words[i])));
          g_assert_false (case_fixture_find_bytes (self->folder, utf16,
                                                   2 * (gsize) g_utf8_strlen (words[i], -1)));
        }
      if (round == 0)
        jg_case_store_delete (store, summary.id, &error);
      else if (round == 1)
        jg_case_store_close (store);
      g_assert_no_error (error);
    }
}

static void
test_two_programs (CaseFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseStore) store = case_fixture_create (self);
  g_autoptr (JgCaseStore) other = jg_case_store_new (self->path);
  pid_t pid;
  int status = 0;

  g_assert_false (jg_case_store_open (other, &error));
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, "另一个 JobGuide"));
  g_assert_cmpint (jg_case_store_get_state (other), ==, JG_CASE_STORE_CLOSED);

  pid = fork ();
  if (pid == 0)
    {
      g_autoptr (JgCaseStore) child = jg_case_store_new (self->path);
      g_autoptr (GError) problem = NULL;

      jg_case_store_open (child, &problem);
      _exit (g_error_matches (problem, JG_CASE_ERROR, JG_CASE_ERROR_BUSY) ? 0 : 1);
    }
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_cmpint (status, ==, 0);

  case_fixture_save (store, 0, "王某", CONTENT);
  g_clear_object (&store);
  g_clear_error (&error);
  jg_case_store_open (other, &error);
  g_assert_no_error (error);
}

/* A file that a newer version wrote, or that is something else, is left as it is. */
static void
test_not_ours (CaseFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *sql;
    int code;
  } cases[] = {
    { "PRAGMA user_version = 1000", JG_CASE_ERROR_NEWER },
    { "PRAGMA application_id = 4711", JG_CASE_ERROR_FOREIGN },
    { "CREATE TRIGGER t AFTER DELETE ON summary BEGIN INSERT INTO content VALUES (1, 1, x''); END",
      JG_CASE_ERROR_DAMAGED },
    { "CREATE VIEW v AS SELECT * FROM summary", JG_CASE_ERROR_DAMAGED },
    { "DELETE FROM store", JG_CASE_ERROR_DAMAGED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JgCaseStore) store = case_fixture_create (self);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autofree char *folder = g_path_get_dirname (self->path);
      gsize n_before = 0;
      gsize n_after = 0;

      case_fixture_save (store, 0, "王某", CONTENT);
      jg_case_store_close (store);
      case_fixture_run_sql (self->path, "%s", cases[i].sql);
      g_file_get_contents (self->path, &before, &n_before, &error);
      g_assert_no_error (error);

      g_assert_false (jg_case_store_open (store, &error));
      g_assert_error (error, JG_CASE_ERROR, cases[i].code);
      g_clear_error (&error);
      jg_case_store_close (store);
      g_file_get_contents (self->path, &after, &n_after, &error);
      g_assert_no_error (error);
      g_assert_cmpmem (before, n_before, after, n_after);
      case_fixture_delete_tree (folder);
    }
}

static void
test_symlink (CaseFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseStore) store = case_fixture_create (self);
  g_autofree char *link = g_build_filename (self->folder, "cases", "link.db", NULL);
  g_autofree char *folder = g_build_filename (self->folder, "elsewhere", NULL);
  g_autofree char *through = g_build_filename (folder, "cases.db", NULL);
  g_autoptr (JgCaseStore) other = NULL;

  jg_case_store_close (store);
  g_assert_cmpint (symlink ("cases.db", link), ==, 0);
  other = jg_case_store_new (link);
  g_assert_false (jg_case_store_open (other, &error));
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_FOREIGN);
  g_clear_error (&error);

  /* The folder may be reached through a link, as home folders are. */
  g_assert_cmpint (symlink ("cases", folder), ==, 0);
  g_clear_object (&other);
  other = open_store (through);
  assert_unlocked (other, NULL, PASSPHRASE);
}

#define ADD(name, function)                                                                        \
  g_test_add (name, CaseFixture, NULL, case_fixture_set_up, function, case_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/case/save", test_save);
  ADD ("/case/save-refused", test_save_refused);
  ADD ("/case/find", test_find);
  ADD ("/case/delete", test_delete);
  ADD ("/case/delete-leaves-nothing", test_delete_leaves_nothing);
  ADD ("/case/draft", test_draft);
  ADD ("/case/no-plain-text", test_no_plain_text);
  ADD ("/case/two-programs", test_two_programs);
  ADD ("/case/not-ours", test_not_ours);
  ADD ("/case/symlink", test_symlink);

  return g_test_run ();
}
