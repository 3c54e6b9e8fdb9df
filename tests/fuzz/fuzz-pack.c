/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever bytes a pack has: reading and checking it does not crash, what is refused has a message, and what is taken is read again
 * from its own bytes. With clang and -Dfuzzing=true this is a libFuzzer target; otherwise a run over the corpus and over mutations of
 * it that are the same each time (docs/fuzzing.md). */

#include "fuzz-mutate.h"
#include "jg-pack-set.h"

#define N_MUTATIONS 300 /* of each file of the corpus */

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static guint n_taken;

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (JgPackSet) set = jg_pack_set_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  GPtrArray *errors = jg_pack_set_get_errors (set);
  gboolean taken;

  jg_pack_set_add_bytes (set, "x", bytes, JG_SIGNATURE_NONE);
  taken = jg_pack_set_check (set);
  n_taken += taken;
  g_assert_cmpint (taken, ==, errors->len == 0);
  g_assert_cmpuint (errors->len, <=, JG_PACK_MAX_ERRORS);
  for (guint i = 0; i < errors->len; i++)
    g_assert_true (g_utf8_validate (g_ptr_array_index (errors, i), -1, NULL));
  return 0;
}

#ifndef JG_LIBFUZZER

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
test_corpus (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "fuzz", "corpus", "pack", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GRand *rand = g_rand_new_with_seed (20260301);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare);
  g_assert_cmpuint (names->len, >=, 10);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);
      g_autofree char *data = NULL;
      gsize size = 0;

      g_assert_true (g_file_get_contents (path, &data, &size, NULL));
      LLVMFuzzerTestOneInput ((const guint8 *) data, size);
      for (guint k = 0; k < N_MUTATIONS; k++)
        {
          g_autoptr (GByteArray) bytes = g_byte_array_new ();

          g_byte_array_append (bytes, (const guint8 *) data, (guint) size);
          for (int n = g_rand_int_range (rand, 1, 4); n > 0; n--)
            fuzz_mutate (rand, bytes);
          LLVMFuzzerTestOneInput (bytes->data, bytes->len);
        }
    }
  /* Both ways were taken. */
  g_assert_cmpuint (n_taken, >, 0);
  g_assert_cmpuint (n_taken, <, names->len * N_MUTATIONS / 2);
  g_rand_free (rand);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fuzz/pack/corpus", test_corpus);

  return g_test_run ();
}

#endif
