/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* search-bench CATALOGUE.tsv QUERIES [--tap]: times the first 40 answers to each query beside a plain
 * scan of the same text as 16-bit units and what others offer, and holds the answers against the scan:
 * the same occupations, and never one of a lower field before one of a higher. With --tap nothing is
 * timed. Ratios are taken within one run, and nothing depends on them. */

#include <glib/gstdio.h>
#include <malloc.h>
#include <stdio.h>
#include <string.h>

#include "jg-pinyin.h"
#include "jg-search-private.h"
#include "jg-text.h"
#include "search-bench.h"

#define ROUNDS 5

/* What takes longer than this, in ns, is not asked again; and of what always does, every fourth query
 * is enough. */
#define PATIENCE 300000000
#define SLOW 2000000

static void
run (sqlite3 *db, const char *sql)
{
  char *message = NULL;

  if (sqlite3_exec (db, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s: %s", sql, message);
}

static void
put (sqlite3_stmt *stmt, const char *id, JgSearchField field, int position, const char *text)
{
  g_autofree char *norm = jg_text_normalize_compact (text);
  g_autofree char *pinyin =
      field == JG_SEARCH_NAME || field == JG_SEARCH_ALIAS ? jg_pinyin_syllables (text) : NULL;

  sqlite3_bind_text (stmt, 1, id, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int (stmt, 2, (int) field);
  sqlite3_bind_int (stmt, 3, position);
  sqlite3_bind_text (stmt, 4, text, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (stmt, 5, norm, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (stmt, 6, pinyin, -1, SQLITE_TRANSIENT);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_DONE);
  sqlite3_reset (stmt);
}

static void
build (const char *tsv, const char *path)
{
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;
  sqlite3 *db;
  sqlite3_stmt *occupation;
  sqlite3_stmt *raw;

  g_unlink (path);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  run (db, "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; BEGIN;"
           "CREATE TABLE occupation (id TEXT PRIMARY KEY, code, edition, name, status, provenance,"
           " definition, successors) WITHOUT ROWID;"
           "CREATE TABLE synonym (text, means);"
           "CREATE TABLE elsewhere (text);"
           "CREATE TABLE search_entry (number INTEGER PRIMARY KEY, occupation TEXT UNIQUE, code,"
           " edition, name, status, provenance, definition, successors);"
           "CREATE TABLE search_field (id INTEGER PRIMARY KEY, tier, entry, text, norm, pinyin,"
           " borders BLOB);"
           "CREATE INDEX search_code ON search_field (tier, norm) WHERE tier < 3;"
           "CREATE INDEX search_title ON search_field (norm) WHERE tier BETWEEN 3 AND 6;"
           "CREATE TABLE search_gram (gram INTEGER, first INTEGER, rows BLOB,"
           " PRIMARY KEY (gram, first)) WITHOUT ROWID;"
           "CREATE TABLE search_meta (key, value);"
           "CREATE TEMP TABLE search_raw (occupation, field, position, text, norm, pinyin);");
  sqlite3_prepare_v2 (db, "INSERT INTO occupation VALUES (?,?,'2020',?,'current','official',?,'')",
                      -1, &occupation, NULL);
  sqlite3_prepare_v2 (db, "INSERT INTO search_raw VALUES (?,?,?,?,?,?)", -1, &raw, NULL);

  g_assert_true (g_file_get_contents (tsv, &content, NULL, NULL));
  lines = g_strsplit (content, "\n", -1);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) columns = g_strsplit (lines[i], "\t", -1);
      g_auto (GStrv) aliases = g_strsplit (columns[2], "\x1f", -1);
      g_auto (GStrv) tasks = g_strsplit (columns[4], "\x1f", -1);
      g_autofree char *id = g_strdup_printf ("occ.%u", i);

      sqlite3_bind_text (occupation, 1, id, -1, SQLITE_TRANSIENT);
      sqlite3_bind_text (occupation, 2, columns[0], -1, SQLITE_TRANSIENT);
      sqlite3_bind_text (occupation, 3, columns[1], -1, SQLITE_TRANSIENT);
      sqlite3_bind_text (occupation, 4, columns[3], -1, SQLITE_TRANSIENT);
      g_assert_cmpint (sqlite3_step (occupation), ==, SQLITE_DONE);
      sqlite3_reset (occupation);
      put (raw, id, JG_SEARCH_CODE, 0, columns[0]);
      put (raw, id, JG_SEARCH_NAME, 0, columns[1]);
      for (int k = 0; aliases[k] != NULL && *aliases[k] != '\0'; k++)
        put (raw, id, JG_SEARCH_ALIAS, k, aliases[k]);
      if (*columns[3] != '\0')
        put (raw, id, JG_SEARCH_DEFINITION, 0, columns[3]);
      for (int k = 0; tasks[k] != NULL && *tasks[k] != '\0'; k++)
        put (raw, id, JG_SEARCH_TASK, k + 1, tasks[k]);
    }
  sqlite3_finalize (occupation);
  sqlite3_finalize (raw);
  g_assert_true (jg_search_write (db));
  run (db, "COMMIT");
  sqlite3_close (db);
}

/* As JgCatalogue opens it. */
static sqlite3 *
open_built (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *uri = g_strdup_printf ("file:%s?mode=ro&immutable=1", absolute);
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open_v2 (uri, &db,
                                    SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX,
                                    NULL),
                   ==, SQLITE_OK);
  run (db, "PRAGMA cell_size_check=ON; PRAGMA temp_store=MEMORY");
  return db;
}

static guint
field_number (JgSearchField field)
{
  return field == JG_SEARCH_NAME         ? 0
         : field == JG_SEARCH_ALIAS      ? 1
         : field == JG_SEARCH_DEFINITION ? 2
                                         : 3;
}

/* Returns whether the answer to a query in Chinese is that of the scan, in order of field. */
static gboolean
check (JgSearchIndex *index, const Plain *plain, const char *query)
{
  g_autofree guint8 *best = g_malloc (plain_n_entries (plain));
  guint expected = plain_scan (plain, query, best, G_MAXUINT);

  for (int round = 0; round < 2; round++)
    {
      guint limit = round == 0 ? 0 : FIRST;
      g_autoptr (JgSearchAnswer) answer = jg_search_answer_new (index, limit);
      guint field = 0;

      jg_search_index_trim (index);
      jg_search_find_whole (index, query, answer);
      if (answer->found->len != (limit == 0 ? expected : MIN (expected, FIRST)))
        return FALSE;
      for (guint i = 0; i < answer->found->len; i++)
        {
          const JgSearchFound *found = &g_array_index (answer->found, JgSearchFound, i);

          if (best[found->entry] != field_number (found->field) ||
              field_number (found->field) < field)
            return FALSE;
          field = field_number (found->field);
        }
    }
  return TRUE;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return left < right ? -1 : left > right;
}

static gint64
time_query (Engine engine, gpointer data, const char *query)
{
  struct timespec before, after;

  clock_gettime (CLOCK_MONOTONIC, &before);
  engine (data, query);
  clock_gettime (CLOCK_MONOTONIC, &after);
  return (after.tv_sec - before.tv_sec) * 1000000000 + after.tv_nsec - before.tv_nsec;
}

/* measure:
 * @sparse: ask every fourth query only where all take long
 *
 * Prints how long an engine takes: of each query the median of some rounds, after one to warm up. */
void
measure (Measure *self, const char *name, gboolean sparse, Engine engine, gpointer data)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 p50, p99, worst;
  guint step = 1;

  if (sparse && time_query (engine, data, self->queries[0]) > SLOW &&
      time_query (engine, data, self->queries[self->n_queries / 2]) > SLOW)
    step = 4;
  for (guint q = 0; q < self->n_queries; q += step)
    {
      gint64 rounds[ROUNDS];
      gint64 sum = time_query (engine, data, self->queries[q]);
      guint n = 0;

      while (n < ROUNDS && (n == 0 || sum < PATIENCE))
        {
          rounds[n] = time_query (engine, data, self->queries[q]);
          sum += rounds[n++];
        }
      qsort (rounds, n, sizeof *rounds, compare_times);
      g_array_append_val (times, rounds[n / 2]);
      if (g_getenv ("SEARCH_BENCH_VERBOSE") != NULL)
        printf ("#   %s %s %.3f ms\n", name, self->queries[q], (double) rounds[n / 2] / 1e6);
    }
  g_array_sort (times, compare_times);
  p50 = g_array_index (times, gint64, times->len / 2);
  p99 = g_array_index (times, gint64, (times->len * 99 + 99) / 100 - 1);
  worst = g_array_index (times, gint64, times->len - 1);
  if (self->p99_of_scan == 0)
    self->p99_of_scan = (double) p99;
  printf ("# %-14s p50 %9.3f ms  p99 %9.3f ms  worst %9.3f ms  p99 to that of the scan %8.3f"
          "  (%u queries)\n",
          name, (double) p50 / 1e6, (double) p99 / 1e6, (double) worst / 1e6,
          (double) p99 / self->p99_of_scan, times->len);
  fflush (stdout);
}

static void
run_search (gpointer data, const char *query)
{
  g_autoptr (GPtrArray) hits = jg_search_query (data, query, FIRST);
}

/* Without the texts that an earlier query read; the others keep theirs. */
static void
run_anew (gpointer data, const char *query)
{
  jg_search_index_forget (jg_search_get_index (data));
  run_search (data, query);
}

/* Memory of this process in bytes, by what the kernel says of each mapping. */
typedef struct
{
  gsize own;   /* written to, or in no file: cannot be given back */
  gsize files; /* clean pages of files, this process's share: dropped when memory is wanted */
} Memory;

static Memory
take_memory (void)
{
  Memory memory = { 0 };
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;
  gsize pss = 0;

  malloc_trim (0);
  g_assert_true (g_file_get_contents ("/proc/self/smaps", &content, NULL, NULL));
  lines = g_strsplit (content, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      gsize kb = 0;

      if (sscanf (lines[i], "Private_Dirty: %zu kB", &kb) == 1)
        memory.own += kb * 1024;
      if (sscanf (lines[i], "Pss: %zu kB", &kb) == 1)
        pss += kb * 1024;
    }
  memory.files = pss - MIN (pss, memory.own);
  return memory;
}

/* In a process of its own, in which nothing else was done: what the search adds to an open database
 * and a loaded ICU, after one answer and after all. */
static int
print_memory (const char *path, char **queries)
{
  sqlite3 *db = open_built (path);
  g_autofree char *warm = jg_text_normalize_compact ("員");
  g_autoptr (JgSearch) search = NULL;
  Memory start, one, all;

  run (db, "SELECT count(*) FROM synonym");
  start = take_memory ();
  search = jg_search_new_from_db (db);
  run_search (search, "员");
  one = take_memory ();
  for (guint q = 0; queries[q] != NULL && *queries[q] != '\0'; q++)
    run_search (search, queries[q]);
  all = take_memory ();
  printf ("%zd %zd %zd %zd\n", (gssize) (one.own - start.own), (gssize) (one.files - start.files),
          (gssize) (all.own - start.own), (gssize) (all.files - start.files));
  return 0;
}

/* What each query costs in pieces of lists and in texts read, which no other process can disturb. */
static int
print_work (const char *path, char **queries)
{
  sqlite3 *db = open_built (path);
  g_autoptr (JgSearch) search = jg_search_new_from_db (db);

  for (guint q = 0; queries[q] != NULL; q++)
    {
      JgSearchIndex *index;
      guint pieces, rows;

      run_search (search, queries[q]);
      index = jg_search_get_index (search);
      jg_search_index_forget (index);
      pieces = index->n_pieces;
      rows = index->n_rows;
      run_search (search, queries[q]);
      printf ("%s: %u pieces, %u texts\n", queries[q], index->n_pieces - pieces,
              index->n_rows - rows);
    }
  return 0;
}

static void
measure_memory (const char *program, char *argv[], gsize utf8_bytes)
{
  const char *words[] = { program, argv[1], argv[2], "--memory", NULL };
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  double text = (double) utf8_bytes;
  gssize bytes[4];

  if (!g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, NULL,
                     &error))
    g_error ("%s", error->message);
  g_assert_cmpint (sscanf (output, "%zd %zd %zd %zd", &bytes[0], &bytes[1], &bytes[2], &bytes[3]),
                   ==, 4);
  for (guint i = 0; i < 2; i++)
    printf ("# memory added %s: own %.2f MB = %.2f of the text, clean pages of the file %.2f MB = "
            "%.2f, together %.2f\n",
            i == 0 ? "by one answer" : "by all answers", (double) bytes[i * 2] / 1e6,
            (double) bytes[i * 2] / text, (double) bytes[i * 2 + 1] / 1e6,
            (double) bytes[i * 2 + 1] / text, (double) (bytes[i * 2] + bytes[i * 2 + 1]) / text);
}

static void
print_load (void)
{
  g_autofree char *load = NULL;

  if (g_file_get_contents ("/proc/loadavg", &load, NULL, NULL))
    printf ("# load %s", load);
}

int
main (int argc, char *argv[])
{
  g_autofree char *path = NULL;
  g_autofree char *content = NULL;
  g_auto (GStrv) queries = NULL;
  g_autoptr (JgSearch) search = NULL;
  g_autoptr (JgSearchIndex) index = NULL;
  gboolean tap = argc > 3 && strcmp (argv[3], "--tap") == 0;
  Measure measured = { 0 };
  guint n_wrong = 0;
  guint n_checked = 0;
  gint64 start;
  sqlite3 *db;
  Plain *plain;

  g_assert_cmpint (argc, >=, 3);
  path = g_strdup_printf ("%s.db", argv[1]);
  g_assert_true (g_file_get_contents (argv[2], &content, NULL, NULL));
  g_strchomp (content);
  queries = g_strsplit (content, "\n", -1);
  if (argc > 3 && strcmp (argv[3], "--memory") == 0)
    return print_memory (path, queries);
  if (argc > 3 && strcmp (argv[3], "--work") == 0)
    return print_work (path, queries);

  start = g_get_monotonic_time ();
  if (g_getenv ("SEARCH_BENCH_KEEP") == NULL || !g_file_test (path, G_FILE_TEST_EXISTS))
    build (argv[1], path);
  db = open_built (path);
  plain = plain_read (db);
  printf ("TAP version 13\n# %u occupations, %.2f MB of text, built in %.1f s\n",
          plain_n_entries (plain), (double) plain_utf8_bytes (plain) / 1e6,
          (double) (g_get_monotonic_time () - start) / 1e6);

  search = jg_search_new_from_db (db);
  start = g_get_monotonic_time ();
  run_search (search, "员");
  printf ("# first answer after %.2f ms\n", (double) (g_get_monotonic_time () - start) / 1e3);

  index = jg_search_index_new (db);
  for (guint q = 0; queries[q] != NULL; q++)
    if (jg_text_has_han (queries[q]))
      {
        n_checked++;
        if (!check (index, plain, queries[q]))
          {
            printf ("# wrong: %s\n", queries[q]);
            n_wrong++;
          }
      }
  printf ("%s 1 - %u of %u answers hold what the scan finds, field by field\n1..1\n",
          n_wrong == 0 && n_checked > 0 ? "ok" : "not ok", n_checked - n_wrong, n_checked);
  if (!tap)
    {
      measured.queries = queries;
      measured.n_queries = g_strv_length (queries);
      print_load ();
      printf ("# plain scan: %s\n", plain_how ());
      measure_memory (argv[0], argv, plain_utf8_bytes (plain));
      measure (&measured, "plain scan", FALSE, plain_run, plain);
      measure (&measured, "JobGuide", FALSE, run_search, search);
      measure (&measured, "  texts anew", FALSE, run_anew, search);
      if (g_getenv ("SEARCH_BENCH_ALONE") == NULL)
        measure_peers (&measured, db, argv[1]);
      print_load ();
    }
  plain_free (plain);
  return n_wrong == 0 ? 0 : 1;
}
