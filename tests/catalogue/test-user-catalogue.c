/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <unistd.h>

#include "jg-search.h"
#include "jg-user-catalogue.h"

#define LIST_2022 "occupations-2022"

/* Of the catalogue, of the list, and those of the catalogue that have a code in the 2022 edition. */
#define N_OURS 44
#define N_LISTED 1594
#define N_BOTH 43

/* Of the batches, and those of them that are not in the list. */
#define N_BATCHES 84
#define N_WITHOUT_CODE 34

typedef struct
{
  char *folder;
  JgCatalogue *base;
  GPtrArray *packs; /* (element-type JgKeptPack) */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JgPackShelf) shelf = NULL;
  g_autoptr (GError) error = NULL;
  JgKeptPack *pack = NULL;

  fixture->folder = g_dir_make_tmp ("jobguide-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->base = jg_catalogue_open_default (&error);
  g_assert_no_error (error);
  shelf = jg_pack_shelf_new_shipped (jg_catalogue_get_path (fixture->base));
  pack = jg_pack_shelf_get (shelf, LIST_2022, &error);
  g_assert_no_error (error);
  fixture->packs = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_kept_pack_free);
  g_ptr_array_add (fixture->packs, pack);
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The kinds of files in the folder, in order, without the lock. */
static char *
list_folder (const char *folder)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (!g_str_equal (name, "lock"))
      g_ptr_array_add (names, g_strdup (strrchr (name, '.')));
  g_ptr_array_sort (names, compare_words);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (" ", (char **) names->pdata);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_object_unref (fixture->base);
  g_ptr_array_unref (fixture->packs);
}

static JgUserCatalogue *
new_catalogue (Fixture *fixture)
{
  return jg_user_catalogue_new (fixture->base, fixture->packs, fixture->folder);
}

static JgCatalogue *
build (Fixture *fixture)
{
  g_autoptr (JgUserCatalogue) user = new_catalogue (fixture);
  g_autoptr (GError) error = NULL;
  JgCatalogue *catalogue = jg_user_catalogue_build (user, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return catalogue;
}

/* One that the tests only read. */
static JgCatalogue *
get_built (void)
{
  static JgCatalogue *catalogue = NULL;

  if (catalogue == NULL)
    {
      Fixture fixture;

      set_up (&fixture, NULL);
      catalogue = build (&fixture);
      tear_down (&fixture, NULL);
    }
  return g_object_ref (catalogue);
}

static void
test_build (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JgUserCatalogue) user = new_catalogue (fixture);
  g_autoptr (JgCatalogue) built = NULL;
  g_autoptr (JgCatalogue) opened = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autofree char *files = NULL;

  g_assert_false (jg_catalogue_has_pack (fixture->base, LIST_2022));
  g_assert_null (jg_user_catalogue_open (user));
  built = build (fixture);
  g_assert_true (jg_catalogue_has_pack (built, LIST_2022));
  g_assert_cmpstr (jg_catalogue_get_id (built), !=, jg_catalogue_get_id (fixture->base));
  all = jg_catalogue_list_occupations (built, NULL, NULL);
  g_assert_cmpuint (all->len, ==, N_OURS + N_LISTED);
  opened = jg_user_catalogue_open (user);
  g_assert_nonnull (opened);
  g_assert_cmpstr (jg_catalogue_get_id (opened), ==, jg_catalogue_get_id (built));
  files = list_folder (fixture->folder);
  g_assert_cmpstr (files, ==, ".db .made-from");
}

/* Every edition is a tree of its own, and an occupation of both stands in both under its code there. */
static void
test_editions (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *edition;
    guint n;
  } wanted[] = { { "2020", N_OURS }, { "2022", N_LISTED + N_BOTH } };
  g_autoptr (JgCatalogue) catalogue = get_built ();
  g_auto (GStrv) editions = jg_catalogue_list_editions (catalogue);
  g_autoptr (GPtrArray) riders = NULL;
  g_autoptr (GPtrArray) all = NULL;
  gboolean found = FALSE;

  g_assert_cmpuint (g_strv_length (editions), ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_autoptr (GPtrArray) majors = jg_catalogue_list_classes (catalogue, editions[i], NULL);
      guint n = 0;

      g_assert_cmpstr (editions[i], ==, wanted[i].edition);
      for (guint k = 0; k < majors->len; k++)
        {
          const JgOccupationClass *major = g_ptr_array_index (majors, k);
          g_autoptr (GPtrArray) inside =
              jg_catalogue_list_occupations (catalogue, editions[i], major->code);

          g_assert_cmpstr (major->edition, ==, editions[i]);
          g_assert_cmpuint (inside->len, ==, major->n_occupations);
          n += major->n_occupations;
        }
      g_assert_cmpuint (n, ==, wanted[i].n);
    }
  /* Each is found under its code. */
  all = jg_catalogue_list_occupations (catalogue, "2022", NULL);
  g_assert_cmpuint (all->len, ==, N_LISTED + N_BOTH);
  for (guint i = 0; i < all->len; i++)
    {
      const JgOccupationSummary *summary = g_ptr_array_index (all, i);
      g_autoptr (JgOccupation) occupation =
          jg_catalogue_find_occupation (catalogue, summary->code, "2022", NULL);

      g_assert_cmpstr (occupation->id, ==, summary->id);
      g_assert_cmpint (occupation->definition == NULL, ==, summary->definition == NULL);
    }
  riders = jg_catalogue_list_occupations (catalogue, "2022", "4-10-08");
  for (guint i = 0; i < riders->len; i++)
    {
      const JgOccupationSummary *summary = g_ptr_array_index (riders, i);

      if (!g_str_equal (summary->name, "网约配送员"))
        continue;
      found = TRUE;
      g_assert_cmpstr (summary->code, ==, "4-10-08-01");
      g_assert_cmpstr (summary->edition, ==, "2022");
      g_assert_cmpstr (summary->provenance, ==, "official");
    }
  g_assert_true (found);
}

static void
add_pack (GPtrArray *packs, const char *id)
{
  g_autoptr (JgCatalogue) base = jg_catalogue_open_default (NULL);
  g_autoptr (JgPackShelf) shelf = jg_pack_shelf_new_shipped (jg_catalogue_get_path (base));
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (packs, jg_pack_shelf_get (shelf, id, &error));
  g_assert_no_error (error);
}

/* Two lists that share occupations and classes: each alone, and both together. */
static void
test_two (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JgCatalogue) both = NULL;
  g_autoptr (JgCatalogue) one = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) some = NULL;
  g_autoptr (GPtrArray) classes = NULL;
  g_autoptr (JgOccupation) shared = NULL;
  g_autoptr (JgOccupation) nameless = NULL;

  add_pack (fixture->packs, "new-occupations");
  both = build (fixture);
  all = jg_catalogue_list_occupations (both, NULL, NULL);
  g_assert_cmpuint (all->len, ==, N_OURS + N_LISTED + N_WITHOUT_CODE);
  g_assert_null (((JgOccupationSummary *) g_ptr_array_index (all, all->len - 1))->code);
  shared = jg_catalogue_find_occupation (both, "研学旅行指导师", NULL, NULL);
  g_assert_nonnull (strstr (shared->note, "第5批"));
  g_assert_nonnull (strstr (shared->note, "研学旅游指导师"));
  g_assert_cmpuint (shared->codes->len, ==, 1);

  g_ptr_array_set_size (fixture->packs, 0);
  add_pack (fixture->packs, "new-occupations");
  one = build (fixture);
  some = jg_catalogue_list_occupations (one, NULL, NULL);
  g_assert_cmpuint (some->len, ==, N_OURS + N_BATCHES);
  classes = jg_catalogue_list_classes (one, "2022", NULL);
  g_assert_cmpuint (classes->len, >, 3);
  nameless = jg_catalogue_find_occupation (one, "网络主播", NULL, NULL);
  g_assert_null (nameless->code);
  g_assert_null (nameless->edition);
  g_assert_cmpuint (nameless->codes->len + nameless->classes->len, ==, 0);
}

typedef enum
{
  WHOLE,
  BEGINNING,
  INSIDE,
} Place;

static Place
get_place (const JgSearchHit *hit)
{
  if (hit->hit_start != 0)
    return INSIDE;
  return hit->hit_end == (int) strlen (hit->text) ? WHOLE : BEGINNING;
}

/* By pinyin, names come before aliases. */
static gboolean
is_name (const JgSearchHit *hit)
{
  return g_strcmp0 (hit->text, hit->occupation->name) == 0;
}

/* On an equal hit, what is official comes first. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  static const char *const queries[] = {
    "4",    "4-1",  "4-10", "4-02", "4-02-07-10", "6-29",     "2-02-38", "工程技术人员", "员",
    "管理", "信息", "工",   "师",   "健康",       "jianzhu",  "xinxi",   "gcjsry",       "guanli",
    "gong", "网络", "检测", "操作", "无人机",     "供应链管", "消毒",    "电子商务",
  };
  g_autoptr (JgCatalogue) catalogue = get_built ();
  g_autoptr (JgSearch) search = jg_search_new (catalogue);
  guint n_mixed = 0;

  for (guint q = 0; q < G_N_ELEMENTS (queries); q++)
    {
      g_autoptr (GPtrArray) hits = jg_search_query (search, queries[q], 0);
      const JgSearchHit *last = NULL;
      gboolean listed = FALSE;
      gboolean official = FALSE;

      for (guint i = 0; i < hits->len; i++)
        {
          const JgSearchHit *hit = g_ptr_array_index (hits, i);
          gboolean is_listed = g_str_equal (hit->occupation->provenance, "secondary");

          if (last != NULL &&
              (hit->field != last->field || hit->near != last->near ||
               is_name (hit) != is_name (last) || g_strcmp0 (hit->edition, last->edition) != 0 ||
               get_place (hit) != get_place (last)))
            listed = FALSE;
          /* Inside a text, one from word border to word border may come before one across. */
          if (listed && !is_listed && get_place (hit) != INSIDE)
            g_error ("“%s”: %s comes behind what is not confirmed", queries[q],
                     hit->occupation->name);
          listed = listed || is_listed;
          official = official || !is_listed;
          last = hit;
        }
      n_mixed += listed && official;
    }
  g_assert_cmpuint (n_mixed, >, 10);
}

static void
test_both_codes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JgCatalogue) catalogue = get_built ();
  g_autoptr (JgOccupation) ours = NULL;
  g_autoptr (JgOccupation) listed = NULL;
  g_autoptr (GPtrArray) also = NULL;
  const JgOccupationCode *other = NULL;

  ours = jg_catalogue_find_occupation (catalogue, "4-02-07-10", NULL, &also);
  g_assert_cmpstr (ours->name, ==, "网约配送员");
  g_assert_cmpuint (also->len, ==, 1);
  other = g_ptr_array_index (also, 0);
  g_assert_cmpstr (other->edition, ==, "2022");
  g_assert_cmpstr (other->name, ==, "国际快递业务师");
  g_assert_cmpstr (other->provenance, ==, "secondary");

  listed = jg_catalogue_find_occupation (catalogue, "4-02-07-10", "2022", NULL);
  g_assert_cmpstr (listed->name, ==, "国际快递业务师");
  g_assert_cmpstr (listed->provenance, ==, "secondary");
  g_assert_null (listed->definition);
  g_assert_cmpuint (listed->classes->len, ==, 3);
  g_assert_cmpstr (((JgOccupationClass *) g_ptr_array_index (listed->classes, 0))->edition, ==,
                   "2022");
}

static void
spoil (const char *path, gsize at)
{
  g_autofree char *content = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  content[at % length] ^= 1;
  g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
}

/* Damage is seen before anything is read, and made good. */
static void
test_damage (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JgUserCatalogue) user = new_catalogue (fixture);
  const char *path = jg_user_catalogue_get_path (user);
  g_autofree char *stem = g_strndup (path, strlen (path) - strlen (".db"));
  g_autofree char *record = g_strconcat (stem, ".made-from", NULL);
  g_autofree char *right = NULL;
  g_autofree char *right_record = NULL;
  g_autofree char *repaired = NULL;
  gsize repaired_length = 0;
  gsize length = 0;

  g_object_unref (build (fixture));
  g_assert_true (g_file_get_contents (path, &right, &length, NULL));
  g_assert_true (g_file_get_contents (record, &right_record, NULL, NULL));
  for (guint harm = 0; harm < 5; harm++)
    {
      g_assert_true (g_file_set_contents (path, right, (gssize) length, NULL));
      g_assert_true (g_file_set_contents (record, right_record, -1, NULL));
      g_object_unref (jg_user_catalogue_open (user));
      if (harm == 0)
        spoil (path, length / 2);
      else if (harm == 1)
        g_assert_cmpint (truncate (path, 4096), ==, 0);
      else if (harm == 2)
        g_assert_cmpint (g_remove (path), ==, 0);
      else if (harm == 3)
        g_assert_cmpint (g_remove (record), ==, 0);
      else
        g_assert_true (g_file_set_contents (record, "[catalogue]\nbase=", -1, NULL));
      g_assert_null (jg_user_catalogue_open (user));
    }
  spoil (path, length / 3);
  g_object_unref (build (fixture));
  g_assert_true (g_file_get_contents (path, &repaired, &repaired_length, NULL));
  g_assert_cmpmem (repaired, repaired_length, right, length);
}

static void
change_pack (JgKeptPack *pack, const char *from, const char *to)
{
  gsize length = 0;
  const char *data = g_bytes_get_data (pack->bytes, &length);
  g_autofree char *old = g_strndup (data, length);
  g_auto (GStrv) parts = g_strsplit (old, from, 2);
  char *new = g_strjoinv (to, parts);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  g_bytes_unref (pack->bytes);
  pack->bytes = g_bytes_new_take (new, strlen (new));
  g_free (pack->sha256);
  pack->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pack->bytes);
}

/* Another pack or another catalogue is another file; the old one is never taken for it. */
static void
test_stale (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JgUserCatalogue) before = new_catalogue (fixture);
  g_autoptr (JgCatalogue) built = build (fixture);
  g_autoptr (JgUserCatalogue) onto = NULL;
  g_autoptr (JgUserCatalogue) after = NULL;
  g_autofree char *files = NULL;

  onto = jg_user_catalogue_new (built, fixture->packs, fixture->folder);
  g_assert_cmpstr (jg_user_catalogue_get_path (onto), !=, jg_user_catalogue_get_path (before));

  change_pack (g_ptr_array_index (fixture->packs, 0), "\"version\": \"1\"", "\"version\": \"2\"");
  after = new_catalogue (fixture);
  g_assert_cmpstr (jg_user_catalogue_get_path (after), !=, jg_user_catalogue_get_path (before));
  g_assert_null (jg_user_catalogue_open (after));
  g_object_unref (build (fixture));
  g_assert_true (g_file_test (jg_user_catalogue_get_path (after), G_FILE_TEST_EXISTS));
  files = list_folder (fixture->folder);
  g_assert_cmpstr (files, ==, ".db .db .made-from .made-from");
}

static void
assert_not_built (Fixture *fixture, GQuark domain, int code)
{
  g_autoptr (JgUserCatalogue) user = new_catalogue (fixture);
  g_autoptr (GError) error = NULL;

  g_assert_null (jg_user_catalogue_build (user, NULL, NULL, NULL, &error));
  g_assert_error (error, domain, code);
  g_test_message ("%s", error->message);
  g_assert_null (jg_user_catalogue_open (user));
}

static void
test_bad_pack (Fixture *fixture, gconstpointer data)
{
  g_autofree char *files = NULL;

  /* A code of the catalogue's own, in the 2022 edition. */
  change_pack (g_ptr_array_index (fixture->packs, 0), "\"4-02-07-10\"", "\"4-10-08-01\"");
  assert_not_built (fixture, JG_CATALOGUE_ERROR, JG_CATALOGUE_ERROR_PACK);
  files = list_folder (fixture->folder);
  g_assert_cmpstr (files, ==, "");
}

/* No folder can be made below a file, whoever one is. */
static void
test_no_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = g_build_filename (fixture->folder, "file", NULL);
  char *folder = g_steal_pointer (&fixture->folder);

  g_assert_true (g_file_set_contents (file, "", 0, NULL));
  fixture->folder = g_build_filename (file, "catalogues", NULL);
  assert_not_built (fixture, JG_CATALOGUE_ERROR, JG_CATALOGUE_ERROR_WRITE);
  g_free (fixture->folder);
  fixture->folder = folder;
}

/* The disk is full after so many bytes; a build that was there before stays, and works. */
static void
test_disk_full (Fixture *fixture, gconstpointer data)
{
  static const rlim_t sizes[] = { 0, 100000, 4000000 };
  g_autoptr (JgUserCatalogue) user = new_catalogue (fixture);
  const char *before = jg_user_catalogue_get_path (user);
  g_autofree char *right = NULL;
  gsize length = 0;
  struct rlimit old;

  g_object_unref (build (fixture));
  g_assert_true (g_file_get_contents (before, &right, &length, NULL));
  change_pack (g_ptr_array_index (fixture->packs, 0), "\"version\": \"1\"", "\"version\": \"2\"");
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  signal (SIGXFSZ, SIG_IGN);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      struct rlimit full = { sizes[i], old.rlim_max };
      g_autofree char *files = NULL;
      g_autofree char *now = NULL;
      gsize length_now = 0;

      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &full), ==, 0);
      assert_not_built (fixture, JG_CATALOGUE_ERROR, JG_CATALOGUE_ERROR_WRITE);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
      files = list_folder (fixture->folder);
      g_assert_cmpstr (files, ==, ".db .made-from");
      g_assert_true (g_file_get_contents (before, &now, &length_now, NULL));
      g_assert_cmpmem (now, length_now, right, length);
    }
}

typedef struct
{
  GCancellable *cancellable;
  double at; /* cancels here */
  double last;
  guint n;
} Watch;

static void
watch_cb (double fraction, gpointer data)
{
  Watch *watch = data;

  g_assert_cmpfloat (fraction, >, watch->last);
  g_assert_cmpfloat (fraction, <=, 1);
  watch->last = fraction;
  watch->n++;
  if (fraction >= watch->at)
    g_cancellable_cancel (watch->cancellable);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  static const double places[] = { 0, 0.3, 0.38, 0.69 };
  g_autoptr (JgUserCatalogue) user = new_catalogue (fixture);
  g_autoptr (JgCatalogue) built = NULL;
  Watch whole = { NULL, 2, -1, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      g_autofree char *files = NULL;
      Watch watch = { cancellable, places[i], -1, 0 };

      g_assert_null (jg_user_catalogue_build (user, cancellable, watch_cb, &watch, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      files = list_folder (fixture->folder);
      g_assert_cmpstr (files, ==, "");
    }
  built = jg_user_catalogue_build (user, NULL, watch_cb, &whole, NULL);
  g_assert_nonnull (built);
  g_assert_cmpuint (whole.n, >, 20);
  g_assert_cmpfloat (whole.last, >, 0.68);
}

static gpointer
build_in_thread (gpointer data)
{
  return build (data);
}

/* Somebody else has the lock: one waits, and can stop waiting. */
static void
test_lock (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "lock", NULL);
  g_autoptr (JgUserCatalogue) user = new_catalogue (fixture);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *files = NULL;
  GThread *waiting = NULL;
  int fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (flock (fd, LOCK_EX), ==, 0);
  g_cancellable_cancel (cancellable);
  g_assert_null (jg_user_catalogue_build (user, cancellable, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  waiting = g_thread_new ("waiting", build_in_thread, fixture);
  g_usleep (100000);
  files = list_folder (fixture->folder);
  g_assert_cmpstr (files, ==, "");
  close (fd);
  {
    g_autoptr (JgCatalogue) built = g_thread_join (waiting);

    g_assert_nonnull (built);
  }
}

/* Of many at once, one builds and all get the same. */
static void
test_at_once (Fixture *fixture, gconstpointer data)
{
  GThread *threads[4];
  g_autofree char *files = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("build", build_in_thread, fixture);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (JgCatalogue) built = g_thread_join (threads[i]);

      g_assert_nonnull (built);
    }
  files = list_folder (fixture->folder);
  g_assert_cmpstr (files, ==, ".db .made-from");
}

/* What killed builds left goes, and of old catalogues only a few are kept. */
static void
test_clean (Fixture *fixture, gconstpointer data)
{
  g_autofree char *files = NULL;

  for (guint i = 0; i < 6; i++)
    for (guint k = 0; k < 3; k++)
      {
        static const char *const kinds[] = { "db", "made-from", "db.77.new" };
        g_autofree char *name = g_strdup_printf ("%024u.%s", i, kinds[k]);
        g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

        g_assert_true (g_file_set_contents (path, "x", 1, NULL));
      }
  g_object_unref (build (fixture));
  files = list_folder (fixture->folder);
  g_assert_cmpstr (files, ==, ".db .db .db .db .made-from .made-from .made-from .made-from");
}

static void
test_shelf (Fixture *fixture, gconstpointer data)
{
  static const char *const no_ids[] = { "", "nothing", "../occupations-2022", "/etc/passwd",
                                        "a/b" };
  g_autoptr (JgPackShelf) shipped =
      jg_pack_shelf_new_shipped (jg_catalogue_get_path (fixture->base));
  g_autoptr (JgPackShelf) shelf = jg_pack_shelf_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "broken.json", NULL);
  g_auto (GStrv) ids = NULL;
  JgPackInfo *info = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (no_ids); i++)
    {
      g_autoptr (GError) unknown = NULL;

      g_assert_null (jg_pack_shelf_get (shipped, no_ids[i], &unknown));
      g_assert_error (unknown, JG_CATALOGUE_ERROR, JG_CATALOGUE_ERROR_NOT_FOUND);
      g_assert_nonnull (strstr (unknown->message, LIST_2022));
    }
  info = jg_pack_shelf_get_info (shipped, LIST_2022, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (info->provenance, ==, "secondary");
  g_assert_nonnull (strstr (info->title, "待核"));
  jg_pack_info_free (info);

  jg_pack_shelf_add_folder (shelf, fixture->folder);
  g_assert_true (g_file_set_contents (path, "{\"schema\": 1}", -1, NULL));
  ids = jg_pack_shelf_list_ids (shelf);
  g_assert_cmpuint (g_strv_length (ids), ==, 1);
  g_assert_cmpstr (ids[0], ==, "broken");
  g_assert_null (jg_pack_shelf_get_info (shelf, "broken", &error));
  g_assert_error (error, JG_CATALOGUE_ERROR, JG_CATALOGUE_ERROR_PACK);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "build", test_build },           { "editions", test_editions },
    { "two-packs", test_two },         { "official-first", test_order },
    { "both-codes", test_both_codes }, { "damage", test_damage },
    { "stale", test_stale },           { "bad-pack", test_bad_pack },
    { "no-folder", test_no_folder },   { "disk-full", test_disk_full },
    { "cancel", test_cancel },         { "lock", test_lock },
    { "at-once", test_at_once },       { "clean", test_clean },
    { "shelf", test_shelf },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/user-catalogue/", tests[i].path, NULL);

      g_test_add (path, Fixture, NULL, set_up, tests[i].test, tear_down);
    }
  return g_test_run ();
}
