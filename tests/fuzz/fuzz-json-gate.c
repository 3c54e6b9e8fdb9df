/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever bytes come in: the gate does not crash, what it refuses has a message, and what it lets
 * through is JSON for json-glib and, as an independent reader, for SQLite. With clang and
 * -Dfuzzing=true this is a libFuzzer target; otherwise a run over mutations that are the same each
 * time. */

#include <glib.h>
#include <sqlite3.h>
#include <string.h>

#include "fuzz-mutate.h"
#include "jg-json-reader.h"

#define N_MUTATIONS 6000

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static guint n_passed;

static gboolean
is_json_for_sqlite (const char *data, gsize size)
{
  static sqlite3_stmt *stmt;
  gboolean good;

  if (stmt == NULL)
    {
      sqlite3 *db = NULL;

      g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT json_valid(?)", -1, &stmt, NULL), ==,
                       SQLITE_OK);
    }
  sqlite3_bind_text (stmt, 1, data, (int) size, SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  good = sqlite3_column_int (stmt, 0) == 1;
  sqlite3_reset (stmt);

  return good;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GPtrArray) errors = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (JsonNode) root = NULL;
  /* Of the exact size and without a NUL, so that a sanitizer sees a byte read too far. */
  g_autofree char *exact = g_malloc (MAX (size, 1));

  memcpy (exact, data, size);
  root = jg_json_reader_parse ("x", exact, size, NULL, errors);

  if (root != NULL)
    {
      static const char *const none[] = { NULL };
      JgJsonReader reader;

      n_passed++;
      g_assert_cmpuint (errors->len, ==, 0);
      g_assert_true (is_json_for_sqlite (exact, size));
      jg_json_reader_init (&reader, "x", errors);
      jg_json_check_keys (&reader, json_node_get_object (root), "", none);
    }
  else
    g_assert_cmpuint (errors->len, >, 0);

  for (guint i = 0; i < errors->len; i++)
    g_assert_true (g_utf8_validate (g_ptr_array_index (errors, i), -1, NULL));

  return 0;
}

#ifndef JG_LIBFUZZER

static const char seed[] = "{\"schema\": \"jobguide-pack/1\", \"id\": \"local.test\", \"version\": "
                           "\"1\", \"title\": \"某局 2026 年措施\",\n"
                           " \"date\": \"2026-01-31\", \"provenance\": \"local\", \"sources\": "
                           "[{\"title\": \"通知\", \"licence\": \"x\","
                           " \"credit\": \"\\u67d0\\u5c40 \\ud83d\\ude00\"}],\n \"documents\": "
                           "[{\"key\": \"local-1\", \"text\": \"一、\\n二、\\\"三\\\"\","
                           " \"number\": null, \"clauses\": [{\"clause\": \"四（八）\", \"line\": "
                           "1592, \"line_to\": 1592}]}],\n"
                           " \"measures\": [{\"id\": \"m-1\", \"conditions\": {\"all\": "
                           "[{\"fact\": \"a\", \"at_least\": 0.5}, {\"not\": {\"any\":"
                           " [{\"age\": {\"at_least\": 16, \"at_most\": -60}}, {\"sex\": "
                           "\"female\"}], \"open\": true}}]}, \"caveats\": [],"
                           " \"reading\": null, \"open\": false}]}\n";

static void
test_mutations (void)
{
  GRand *rand = g_rand_new_with_seed (20201030);
  guint n_unchanged;

  n_passed = 0;
  LLVMFuzzerTestOneInput ((const guint8 *) seed, sizeof seed - 1);
  g_assert_cmpuint (n_passed, ==, 1);
  n_unchanged = n_passed;

  for (guint i = 0; i < N_MUTATIONS; i++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      int n = g_rand_int_range (rand, 1, 5);

      g_byte_array_append (bytes, (const guint8 *) seed, sizeof seed - 1);
      for (int j = 0; j < n; j++)
        fuzz_mutate (rand, bytes);
      LLVMFuzzerTestOneInput (bytes->data, bytes->len);
    }
  g_test_message ("%u of %u mutations passed the gate", n_passed - n_unchanged, N_MUTATIONS);

  /* Both ways were taken. */
  g_assert_cmpuint (n_passed - n_unchanged, >, N_MUTATIONS / 100);
  g_assert_cmpuint (n_passed - n_unchanged, <, N_MUTATIONS / 2);
  g_rand_free (rand);
}

/* Every beginning of a pack is refused, and so is the pack with any one byte made a NUL. */
static void
test_cuts (void)
{
  n_passed = 0;
  for (gsize n = 0; n < sizeof seed - 2; n++)
    LLVMFuzzerTestOneInput ((const guint8 *) seed, n);
  g_assert_cmpuint (n_passed, ==, 0);

  for (gsize n = 0; n < sizeof seed - 1; n++)
    {
      char holed[sizeof seed];

      memcpy (holed, seed, sizeof seed);
      holed[n] = '\0';
      LLVMFuzzerTestOneInput ((const guint8 *) holed, sizeof seed - 1);
    }
  g_assert_cmpuint (n_passed, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/catalogue/fuzz-json-gate/mutations", test_mutations);
  g_test_add_func ("/catalogue/fuzz-json-gate/cuts", test_cuts);

  return g_test_run ();
}

#endif
