/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is left of a damaged store is saved, the rest is told, and nothing is shown that was not sealed. */

#include <glib/gstdio.h>
#include <string.h>

#include "case-fixture.h"
#include "casework/jg-case-audit.h"
#include "casework/jg-case-backup.h"
#include "casework/jg-case-db.h"
#include "casework/jg-case-rescue.h"

#define N_CASES 30
#define PAGE 4096

/* A store of many cases, some of several pages, and its bytes. */
typedef struct
{
  CaseFixture base;
  gint64 ids[N_CASES];
  char *file;
  gsize length;
} RescueFixture;

static char *
content_of (guint i)
{
  return g_strdup_printf ("%u:%*s", i, (int) (i * 613 % 9000), "");
}

static void
set_up (RescueFixture *self, gconstpointer data)
{
  g_autoptr (JgCaseStore) store = NULL;
  g_autoptr (GError) error = NULL;

  case_fixture_set_up (&self->base, data);
  store = case_fixture_create (&self->base);
  for (guint i = 0; i < N_CASES; i++)
    {
      g_autofree char *content = content_of (i);

      self->ids[i] = case_fixture_save (store, 0, "王某", content);
    }
  jg_case_store_close (store);
  g_file_get_contents (self->base.path, &self->file, &self->length, &error);
  g_assert_no_error (error);
}

static void
tear_down (RescueFixture *self, gconstpointer data)
{
  g_free (self->file);
  case_fixture_tear_down (&self->base, data);
}

/* Puts the store in its place with some bytes of it spoilt. */
static void
spoil (RescueFixture *self, gsize from, gsize n, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_path_get_dirname (self->base.path);
  g_autofree char *spoilt = g_memdup2 (self->file, self->length);

  case_fixture_delete_tree (folder);
  g_mkdir_with_parents (folder, 0700);
  for (gsize i = from; i < from + n && i < self->length; i++)
    spoilt[i] = (char) (i * 31 + 7);
  g_file_set_contents (self->base.path, spoilt, (gssize) length, &error);
  g_assert_no_error (error);
}

static JgCaseRescue *
rescue (JgCaseStore *store)
{
  g_autoptr (GError) error = NULL;
  JgCaseRescue *found = jg_case_store_rescue (store, NULL, PASSPHRASE, FALSE, &error);

  g_assert_no_error (error);
  g_assert_cmpint (jg_case_store_get_state (store), ==, JG_CASE_STORE_UNLOCKED);
  return found;
}

/* Every case is as it was or is told to be lost. Returns how many are there. */
static guint
check_cases (RescueFixture *self, JgCaseStore *store, const JgCaseRescue *rescue)
{
  guint n = 0;

  for (guint i = 0; i < N_CASES; i++)
    {
      g_autoptr (JgCaseSummary) summary = jg_case_store_get (store, self->ids[i]);
      g_autofree char *content = content_of (i);
      g_autofree char *found = NULL;
      gboolean told = FALSE;

      for (guint j = 0; j < rescue->lost->len; j++)
        told = told || g_array_index (rescue->lost, gint64, j) == self->ids[i];
      if (summary == NULL)
        {
          g_assert_true (told || !rescue->whole);
          continue;
        }
      g_assert_false (told);
      found = case_fixture_load (store, self->ids[i]);
      g_assert_cmpstr (found, ==, content);
      n++;
    }
  g_assert_cmpuint (n, ==, rescue->n_saved);
  g_assert_cmpuint (jg_case_store_get_n_cases (store), ==, n);
  return n;
}

/* Page by page: one page takes no more cases with it than lie on it. */
static void
test_every_page (RescueFixture *self, gconstpointer data)
{
  const guint step = g_getenv ("JOBGUIDE_TEST_LONG") != NULL ? 1 : 4;
  guint n_rescued = 0;
  guint n_lost = 0;

  for (gsize page = 0; page < self->length / PAGE; page += step)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JgCaseStore) store = jg_case_store_new (self->base.path);
      g_autoptr (JgCaseRescue) found = NULL;
      g_autofree char *before = NULL;
      g_autofree char *aside = NULL;
      gsize n_before = 0;
      guint n;

      spoil (self, page * PAGE, PAGE, self->length);
      if (jg_case_store_open (store, &error))
        continue;
      g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_DAMAGED);
      g_file_get_contents (self->base.path, &before, &n_before, NULL);
      if (!(found = jg_case_store_rescue (store, NULL, PASSPHRASE, FALSE, NULL)))
        {
          /* The page with the only keys: there is no backup here. */
          g_assert_cmpint (jg_case_store_get_state (store), ==, JG_CASE_STORE_CLOSED);
          g_assert_true (g_file_test (self->base.path, G_FILE_TEST_EXISTS));
          continue;
        }
      n = check_cases (self, store, found);
      /* A content, or a page of small ones; a page of summaries takes none with it. */
      g_assert_cmpuint (n, >=, N_CASES - 6);
      n_rescued++;
      n_lost += N_CASES - n;

      /* The damaged file is kept as it was. */
      aside = g_build_filename (found->set_aside, "cases.db", NULL);
      {
        g_autofree char *after = NULL;
        gsize n_after = 0;

        g_file_get_contents (aside, &after, &n_after, &error);
        g_assert_cmpmem (before, n_before, after, n_after);
      }
      /* It opens like any other, and takes new cases. */
      g_clear_object (&store);
      store = case_fixture_unlock (&self->base);
      g_assert_cmpuint (jg_case_store_get_n_cases (store), ==, n);
      case_fixture_save (store, 0, "新人", "{}");
    }
  g_test_message ("%u rescues, %u cases lost of %u", n_rescued, n_lost, n_rescued * N_CASES);
  g_assert_cmpuint (n_rescued, >, 5);
}

/* The beginning of the file tells what is where; without it everything is found all the same. */
static void
test_without_beginning (RescueFixture *self, gconstpointer data)
{
  static const gsize lengths[] = { 16, 100, PAGE };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JgCaseStore) store = jg_case_store_new (self->base.path);
      g_autoptr (JgCaseRescue) found = NULL;

      spoil (self, 0, lengths[i], self->length);
      g_assert_false (jg_case_store_open (store, &error));
      g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_DAMAGED);
      found = rescue (store);
      g_assert_cmpuint (check_cases (self, store, found), ==, N_CASES);
      g_assert_true (found->whole);
      g_assert_cmpuint (found->lost->len, ==, 0);
    }
}

static void
test_cut (RescueFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseStore) store = jg_case_store_new (self->base.path);
  g_autoptr (JgCaseRescue) found = NULL;
  guint n;

  spoil (self, 0, 0, self->length / 2 + 1000);
  g_assert_false (jg_case_store_open (store, &error));
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_DAMAGED);
  found = rescue (store);
  n = check_cases (self, store, found);
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (n, <, N_CASES);
}

/* What was saved last is in the journal only, and what was deleted last is still in the file. */
static void
test_with_journal (RescueFixture *self, gconstpointer data)
{
  static const char *const suffixes[] = { "", "-wal" };
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseStore) store = case_fixture_unlock (&self->base);
  g_autoptr (JgCaseRescue) found = NULL;
  g_autofree char *folder = g_path_get_dirname (self->base.path);
  g_autofree char *content = NULL;
  g_autofree char *changed = NULL;
  g_autoptr (JgCaseSummary) gone = NULL;
  char *files[2] = { NULL, NULL };
  gsize lengths[2] = { 0, 0 };
  gint64 id;

  id = case_fixture_save (store, 0, "新人", "{\"new\": 1}");
  case_fixture_save (store, self->ids[3], "王某", "{\"changed\": 1}");
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *name = g_strconcat (self->base.path, suffixes[i], NULL);

      g_file_get_contents (name, &files[i], &lengths[i], &error);
      g_assert_no_error (error);
    }
  g_assert_cmpuint (lengths[1], >, PAGE);
  jg_case_store_close (store);
  case_fixture_delete_tree (folder);
  g_mkdir_with_parents (folder, 0700);
  memset (files[0], 'x', 100);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *name = g_strconcat (self->base.path, suffixes[i], NULL);

      g_file_set_contents (name, files[i], (gssize) lengths[i], &error);
      g_assert_no_error (error);
      g_free (files[i]);
    }
  g_assert_false (jg_case_store_open (store, &error));
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_DAMAGED);
  found = rescue (store);
  g_assert_cmpuint (found->n_saved, ==, N_CASES + 1);
  g_assert_true (found->whole);
  content = case_fixture_load (store, id);
  g_assert_cmpstr (content, ==, "{\"new\": 1}");
  changed = case_fixture_load (store, self->ids[3]);
  g_assert_cmpstr (changed, ==, "{\"changed\": 1}");
}

/* The file as it was before a deletion got into it, with the journal that has the deletion. */
static void
test_deleted_stays_deleted (RescueFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseStore) store = NULL;
  g_autoptr (JgCaseRescue) found = NULL;
  g_autofree char *wal = g_strconcat (self->base.path, "-wal", NULL);
  g_autofree char *folder = g_path_get_dirname (self->base.path);
  g_autofree char *journal = NULL;
  gsize length = 0;

  store = case_fixture_unlock (&self->base);
  jg_case_store_delete (store, self->ids[5], &error);
  g_assert_no_error (error);
  case_fixture_save (store, 0, "新人", "{}");
  jg_case_store_close (store);
  /* Pages of both states, as if the last checkpoint had been broken off. */
  g_file_get_contents (self->base.path, &journal, &length, &error);
  g_assert_no_error (error);
  case_fixture_delete_tree (folder);
  g_mkdir_with_parents (folder, 0700);
  {
    g_autoptr (GByteArray) both = g_byte_array_new ();

    g_byte_array_append (both, (const guint8 *) journal, (guint) length);
    g_byte_array_append (both, (const guint8 *) self->file, (guint) self->length);
    memset (both->data, 'x', 100);
    g_file_set_contents (self->base.path, (const char *) both->data, (gssize) both->len, &error);
    g_assert_no_error (error);
  }
  found = rescue (store);
  g_assert_cmpuint (found->n_saved, ==, N_CASES);
  g_assert_null (jg_case_store_get (store, self->ids[5]));
}

static void
test_wrong_passphrase (RescueFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseStore) store = jg_case_store_new (self->base.path);
  g_autofree char *after = NULL;
  gsize n_after = 0;

  spoil (self, 0, 100, self->length);
  g_assert_null (jg_case_store_rescue (store, NULL, "不是这一句口令", FALSE, &error));
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_PASSPHRASE);
  g_clear_error (&error);
  g_assert_null (jg_case_store_rescue (store, "别人", PASSPHRASE, FALSE, &error));
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_PASSPHRASE);
  g_clear_error (&error);
  g_assert_null (jg_case_store_rescue (store, NULL, "12345", TRUE, &error));
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_INVALID);
  g_clear_error (&error);
  g_file_get_contents (self->base.path, &after, &n_after, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (after + 100, n_after - 100, self->file + 100, self->length - 100);
}

/* The keys and half of the cases are gone; the backup has both. */
static void
test_with_backup (RescueFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseStore) store = case_fixture_unlock (&self->base);
  g_autofree char *backup = jg_case_store_back_up (store, NULL, &error);
  g_autoptr (JgCaseRescue) found = NULL;
  g_autoptr (JgCasePreview) preview = NULL;
  g_autofree char *spoilt = g_memdup2 (self->file, self->length);
  g_autofree char *kept = NULL;
  guint n;

  g_assert_no_error (error);
  jg_case_store_close (store);
  memset (spoilt, 'x', 9 * PAGE);
  for (gsize at = 9 * PAGE; at < self->length; at += 7 * PAGE)
    memset (spoilt + at, 'x', PAGE);
  g_file_set_contents (self->base.path, spoilt, (gssize) self->length, &error);
  g_assert_no_error (error);
  g_assert_false (jg_case_store_open (store, &error));
  g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_DAMAGED);
  g_clear_error (&error);
  found = rescue (store);
  n = jg_case_store_get_n_cases (store);
  g_assert_cmpuint (n, ==, found->n_saved);
  g_assert_cmpuint (n, <, N_CASES);
  preview = jg_case_store_preview (store, backup, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (preview->missing->len, ==, N_CASES - n);
  g_assert_cmpint (jg_case_store_restore (store, backup, NULL, 0, &error), ==, (int) (N_CASES - n));
  g_assert_no_error (error);
  for (guint i = 0; i < N_CASES; i++)
    {
      g_autofree char *content = content_of (i);
      g_autofree char *loaded = case_fixture_load (store, self->ids[i]);

      g_assert_cmpstr (loaded, ==, content);
    }
}

/* Set aside as it is, for a backup to take its place. */
static void
test_set_aside (RescueFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseStore) store = case_fixture_unlock (&self->base);
  g_autofree char *backup = jg_case_store_back_up (store, NULL, &error);
  g_autofree char *aside = NULL;

  g_assert_no_error (error);
  jg_case_store_close (store);
  g_file_set_contents (self->base.path, "nonsense, and more than a page of it", -1, &error);
  aside = jg_case_store_set_aside (store, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (self->base.path, G_FILE_TEST_EXISTS));
  jg_case_store_restore_file (store, backup, &error);
  g_assert_no_error (error);
  g_clear_object (&store);
  store = case_fixture_unlock (&self->base);
  g_assert_cmpuint (jg_case_store_get_n_cases (store), ==, N_CASES);
}

/* What was found is as it was. */
static void
check_found (RescueFixture *self, JgCaseStore *store)
{
  for (guint i = 0; i < N_CASES; i++)
    {
      g_autoptr (JgCaseSummary) summary = jg_case_store_get (store, self->ids[i]);
      g_autofree char *content = content_of (i);
      g_autofree char *found = NULL;

      if (summary == NULL)
        continue;
      found = case_fixture_load (store, self->ids[i]);
      g_assert_cmpstr (found, ==, content);
    }
}

/* Nonsense of every kind is read to its end, and nothing false comes of it. So many wild bytes can wipe out every trace
 * of a case, so that it cannot be told to be lost. */
static void
test_nonsense (RescueFixture *self, gconstpointer data)
{
  const guint n = g_getenv ("JOBGUIDE_TEST_LONG") != NULL ? 2000 : 60;

  for (guint round = 0; round < n; round++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JgCaseStore) store = jg_case_store_new (self->base.path);
      g_autofree char *folder = g_path_get_dirname (self->base.path);
      g_autofree char *spoilt = g_memdup2 (self->file, self->length);
      g_autofree char *wal = g_strconcat (self->base.path, "-wal", NULL);
      g_autoptr (JgCaseRescue) found = NULL;

      /* Many wild bytes, most of them where lengths and places stand. */
      for (guint i = 0; i < 400; i++)
        {
          const gsize page = (gsize) g_test_rand_int_range (0, (gint32) (self->length / PAGE));
          const gsize at = (gsize) g_test_rand_int_range (0, i % 2 == 0 ? 40 : PAGE);

          spoilt[page * PAGE + at] = (char) g_test_rand_int_range (0, 256);
        }
      case_fixture_delete_tree (folder);
      g_mkdir_with_parents (folder, 0700);
      g_file_set_contents (self->base.path, spoilt, (gssize) self->length, &error);
      g_file_set_contents (wal, spoilt + PAGE, (gssize) (self->length - PAGE), &error);
      g_assert_no_error (error);
      found = jg_case_store_rescue (store, NULL, PASSPHRASE, FALSE, NULL);
      if (found != NULL)
        check_found (self, store);
    }
}

#define ADD(name, function) g_test_add (name, RescueFixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/case-rescue/every-page", test_every_page);
  ADD ("/case-rescue/without-beginning", test_without_beginning);
  ADD ("/case-rescue/cut", test_cut);
  ADD ("/case-rescue/with-journal", test_with_journal);
  ADD ("/case-rescue/deleted-stays-deleted", test_deleted_stays_deleted);
  ADD ("/case-rescue/wrong-passphrase", test_wrong_passphrase);
  ADD ("/case-rescue/with-backup", test_with_backup);
  ADD ("/case-rescue/set-aside", test_set_aside);
  ADD ("/case-rescue/nonsense", test_nonsense);

  return g_test_run ();
}
