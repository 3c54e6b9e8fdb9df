/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A program that is killed at any moment loses nothing it acknowledged. A child works on the store and says
 * what it is about to do and what was done; the parent kills it, opens the store and compares. */

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "case-fixture.h"
#include "casework/jg-case-backup.h"
#include "casework/jg-case-db.h"

static guint
count_rounds (guint few)
{
  return g_getenv ("JOBGUIDE_TEST_LONG") != NULL ? 1000 : few;
}

typedef enum
{
  ADD_CASE,
  CHANGE_CASE,
  DELETE_CASE,
  KEEP_DRAFT,
  BACK_UP,
  N_WORKS
} WorkKind;

/* One line of what the child says. */
typedef struct
{
  WorkKind kind;
  gboolean done; /* FALSE: is about to */
  gint64 id;     /* 0 as long as it is not known */
  gint64 number; /* what it writes */
} Word;

static void
say (int out, WorkKind kind, gboolean done, gint64 id, gint64 number)
{
  const Word word = { kind, done, id, number };

  if (write (out, &word, sizeof word) != sizeof word)
    _exit (1);
}

static gint64
save (JgCaseStore *store, gint64 id, gint64 number)
{
  /* Of changing length: some fill several pages. */
  g_autofree char *text =
      g_strdup_printf ("%" G_GINT64_FORMAT "%*s", number, (int) (number * 997 % 9000), "");

  return case_fixture_save (store, id, "王某", text);
}

/* What the child does until it is killed. */
static void
work (CaseFixture *self, int out, gint64 number)
{
  g_autoptr (JgCaseStore) store = case_fixture_unlock (self);
  g_autoptr (GRand) dice = g_rand_new_with_seed ((guint32) number);
  g_autoptr (GError) error = NULL;

  for (;; number++)
    {
      const guint n = jg_case_store_get_n_cases (store);
      WorkKind kind = (WorkKind) g_rand_int_range (dice, 0, N_WORKS);
      g_autoptr (GPtrArray) all = jg_case_store_find (store, NULL);
      gint64 id = 0;

      if (n < 3)
        kind = ADD_CASE;
      else if (kind != ADD_CASE)
        id =
            ((JgCaseSummary *) g_ptr_array_index (all, (guint) g_rand_int_range (dice, 0, (int) n)))
                ->id;
      if (n > 8 && kind == ADD_CASE)
        kind = KEEP_DRAFT;
      say (out, kind, FALSE, id, number);
      if (kind == ADD_CASE || kind == CHANGE_CASE)
        id = save (store, id, number);
      else if (kind == DELETE_CASE)
        jg_case_store_delete (store, id, &error);
      else if (kind == BACK_UP)
        g_free (jg_case_store_back_up (store, NULL, &error));
      else
        {
          g_autoptr (GBytes) draft = g_bytes_new (&number, sizeof number);

          jg_case_store_save_draft (store, 0, draft, &error);
        }
      g_assert_no_error (error);
      say (out, kind, TRUE, id, number);
    }
}

/* Starts the child, kills it after it has said some words, and returns what it said. */
static GArray *
work_and_kill (CaseFixture *self, gint64 number, GRand *dice)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  const guint n_words = (guint) g_rand_int_range (dice, 0, 40);
  int pipes[2];
  pid_t pid;
  Word word;

  g_assert_cmpint (pipe (pipes), ==, 0);
  pid = fork ();
  if (pid == 0)
    {
      close (pipes[0]);
      work (self, pipes[1], number);
    }
  close (pipes[1]);
  while (words->len < n_words && read (pipes[0], &word, sizeof word) == sizeof word)
    g_array_append_val (words, word);
  /* In the middle of a saving, or for nought words while it opens the store. */
  g_usleep ((gulong) g_rand_int_range (dice, 0, 1 << g_rand_int_range (dice, 6, 13)));
  g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (pid, NULL, 0), ==, pid);
  while (read (pipes[0], &word, sizeof word) == sizeof word)
    g_array_append_val (words, word);
  close (pipes[0]);
  return words;
}

/* What the store must hold: id → number. */
typedef struct
{
  GHashTable *cases;
  gint64 draft; /* -1 for none */
} Model;

static void
apply (Model *model, const Word *word)
{
  if (word->kind == BACK_UP)
    return;
  if (word->kind == KEEP_DRAFT)
    model->draft = word->number;
  else if (word->kind == DELETE_CASE)
    g_hash_table_remove (model->cases, &word->id);
  else
    g_hash_table_replace (model->cases, g_memdup2 (&word->id, sizeof word->id),
                          g_memdup2 (&word->number, sizeof word->number));
}

static gint64
read_number (JgCaseStore *store, gint64 id)
{
  g_autofree char *text = case_fixture_load (store, id);
  g_autofree char *again = NULL;
  gint64 number = g_ascii_strtoll (text, NULL, 10);

  g_assert_cmpuint (strlen (text), >=, (gsize) (number * 997 % 9000));
  return number;
}

static gint64
read_draft (JgCaseStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = jg_case_store_load_draft (store, NULL, NULL, &error);
  gint64 number = -1;

  if (bytes == NULL)
    g_assert_error (error, JG_CASE_ERROR, JG_CASE_ERROR_NOT_FOUND);
  else
    memcpy (&number, g_bytes_get_data (bytes, NULL), sizeof number);
  return number;
}

/* Compares the store with the model. The last word may be about something that was begun and not
 * acknowledged: that may be there or not, and the model learns which. */
static void
compare (Model *model, JgCaseStore *store, const Word *begun)
{
  g_autoptr (GPtrArray) all = jg_case_store_find (store, NULL);
  GHashTableIter iter;
  gpointer key, value;
  gint64 draft = read_draft (store);

  g_assert_cmpuint (jg_case_store_get_damaged (store)->len, ==, 0);
  if (begun != NULL && begun->kind != BACK_UP)
    {
      Word done = *begun;

      if (done.kind == ADD_CASE)
        for (guint i = 0; i < all->len && done.id == 0; i++)
          {
            const JgCaseSummary *summary = g_ptr_array_index (all, i);

            if (!g_hash_table_contains (model->cases, &summary->id))
              done.id = summary->id;
          }
      if (done.kind == DELETE_CASE)
        {
          g_autoptr (JgCaseSummary) summary = jg_case_store_get (store, done.id);

          if (summary == NULL)
            apply (model, &done);
        }
      else if (done.kind == KEEP_DRAFT
                   ? draft == done.number
                   : done.id != 0 && read_number (store, done.id) == done.number)
        apply (model, &done);
    }
  g_assert_cmpint (draft, ==, model->draft);
  g_assert_cmpuint (all->len, ==, g_hash_table_size (model->cases));
  g_hash_table_iter_init (&iter, model->cases);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_assert_cmpint (read_number (store, *(gint64 *) key), ==, *(gint64 *) value);
}

/* Every backup that is there is whole. */
static guint
check_backups (JgCaseStore *store)
{
  g_autoptr (GPtrArray) backups = jg_case_store_list_backups (store);

  for (guint i = 0; i < backups->len; i++)
    {
      const JgCaseBackup *backup = g_ptr_array_index (backups, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (JgCasePreview) preview = jg_case_store_preview (store, backup->path, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (preview->n_damaged, ==, 0);
    }
  return backups->len;
}

static void
test_killed_working (CaseFixture *self, gconstpointer data)
{
  const guint n_rounds = count_rounds (20);
  g_autoptr (GRand) dice = g_rand_new_with_seed (20201015);
  Model model = { g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free), -1 };
  gint64 number = 1;
  guint n_acknowledged = 0;
  guint n_begun = 0;
  guint n_backups = 0;

  g_object_unref (case_fixture_create (self));
  for (guint round = 0; round < n_rounds; round++)
    {
      g_autoptr (GArray) words = work_and_kill (self, number, dice);
      g_autoptr (JgCaseStore) store = NULL;
      const Word *begun = NULL;

      for (guint i = 0; i < words->len; i++)
        {
          const Word *word = &g_array_index (words, Word, i);

          begun = word->done ? NULL : word;
          number = word->number + 1;
          if (word->done)
            {
              apply (&model, word);
              n_acknowledged++;
            }
        }
      n_begun += begun != NULL;
      store = case_fixture_unlock (self);
      compare (&model, store, begun);
      n_backups = check_backups (store);
    }
  g_test_message ("%u times killed, %u of them at work; %u changes acknowledged, none lost",
                  n_rounds, n_begun, n_acknowledged);
  g_assert_cmpuint (n_acknowledged, >, n_rounds);
  g_assert_cmpuint (n_begun, >, 0);
  g_assert_cmpuint (n_backups, >, 0);
  g_assert_cmpuint (n_backups, <=, 15);
  g_hash_table_unref (model.cases);
}

/* Killed while the store is made: there is one that opens, or none. */
static void
test_killed_creating (CaseFixture *self, gconstpointer data)
{
  const guint n_rounds = count_rounds (20);
  g_autoptr (GRand) dice = g_rand_new_with_seed (20201016);
  guint n_made = 0;

  for (guint round = 0; round < n_rounds; round++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JgCaseStore) store = jg_case_store_new (self->path);
      g_autofree char *folder = g_path_get_dirname (self->path);
      pid_t pid = fork ();

      if (pid == 0)
        {
          case_fixture_create (self);
          pause ();
        }
      g_usleep ((gulong) g_rand_int_range (dice, 0, 1 << g_rand_int_range (dice, 8, 15)));
      g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
      g_assert_cmpint (waitpid (pid, NULL, 0), ==, pid);
      jg_case_store_open (store, &error);
      g_assert_no_error (error);
      if (jg_case_store_get_state (store) == JG_CASE_STORE_ABSENT)
        {
          g_autofree char *recovery = NULL;

          jg_case_store_create (store, NAME, PASSPHRASE, &recovery, &error);
        }
      else
        {
          n_made++;
          jg_case_store_unlock (store, NULL, PASSPHRASE, &error);
        }
      g_assert_no_error (error);
      case_fixture_save (store, 0, "王某", "{}");
      jg_case_store_close (store);
      case_fixture_delete_tree (folder);
    }
  g_test_message ("%u times killed, %u times it was made", n_rounds, n_made);
}

/* Opens a store of the first version, as often as it takes. */
static void
test_killed_migrating (CaseFixture *self, gconstpointer data)
{
  const guint n_rounds = count_rounds (20);
  g_autoptr (GRand) dice = g_rand_new_with_seed (20201017);
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *backups = g_build_filename (folder, "backups", NULL);

  for (guint round = 0; round < n_rounds; round++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JgCaseStore) store = jg_case_store_new (self->path);
      g_autofree char *content = NULL;
      g_autoptr (GDir) dir = NULL;
      const char *name = NULL;
      pid_t pid;

      case_fixture_load_dump (self, 1);
      pid = fork ();
      if (pid == 0)
        {
          jg_case_store_open (store, &error);
          pause ();
        }
      g_usleep ((gulong) g_rand_int_range (dice, 0, 1 << g_rand_int_range (dice, 10, 17)));
      g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
      g_assert_cmpint (waitpid (pid, NULL, 0), ==, pid);
      g_clear_object (&store);
      store = case_fixture_unlock (self);
      content = case_fixture_load (store, CASE_DUMP_ID);
      g_assert_true (g_str_has_prefix (content, "{\"n\": 1,"));
      g_assert_cmpuint (jg_case_store_get_n_cases (store), ==, 3);
      g_assert_cmpuint (jg_case_store_get_n_missing (store), ==, 0);
      jg_case_store_close (store);
      /* What was copied before is a copy or nothing. */
      dir = g_dir_open (backups, 0, NULL);
      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *path = g_build_filename (backups, name, NULL);
          g_autoptr (JgCaseDb) copy = NULL;

          if (jg_case_copy_time (name) < 0)
            continue;
          copy = jg_case_db_open_copy (path, TRUE, &error);
          g_assert_no_error (error);
        }
      case_fixture_delete_tree (folder);
    }
  g_test_message ("%u times killed", n_rounds);
}

#define ADD(name, function)                                                                        \
  g_test_add (name, CaseFixture, NULL, case_fixture_set_up, function, case_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/case-crash/working", test_killed_working);
  ADD ("/case-crash/creating", test_killed_creating);
  ADD ("/case-crash/migrating", test_killed_migrating);

  return g_test_run ();
}
