/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* search-bench CATALOGUE.tsv QUERIES [--tap]: times the first 40 answers to each query beside a plain
 * scan of the same text as 16-bit units, LIKE and FTS5's trigrams, and holds the answers against the
 * scan: the same occupations, and never one of a lower field before one of a higher. */

#include <glib/gstdio.h>
#include <malloc.h>
#include <stdio.h>
#include <string.h>

#include "jg-pinyin.h"
#include "jg-search-private.h"
#include "jg-text.h"

#define FIRST 40
#define ROUNDS 5
#define FIELDS 4 /* name, alias, definition, task */

typedef struct
{
  guint entry;
  guint field;
  gsize start; /* units in the pool */
  gsize length;
} Text;

typedef struct
{
  sqlite3 *db;
  GArray *texts; /* (element-type Text), by field */
  GArray *pool;  /* (element-type gunichar2) */
  gsize utf8_bytes;
  guint n_entries;
} Plain;

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

static sqlite3 *
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
           "CREATE TABLE search_entry (number INTEGER PRIMARY KEY, occupation TEXT UNIQUE);"
           "CREATE TABLE search_field (id INTEGER PRIMARY KEY, tier, entry, text, norm, pinyin,"
           " borders BLOB);"
           "CREATE INDEX search_code ON search_field (tier, norm) WHERE tier < 3;"
           "CREATE INDEX search_title ON search_field (norm) WHERE tier BETWEEN 3 AND 6;"
           "CREATE TABLE search_gram (gram INTEGER PRIMARY KEY, rows BLOB);"
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

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  return db;
}

static Plain *
read_plain (sqlite3 *db)
{
  Plain *plain = g_new0 (Plain, 1);
  static const guint
      fields[JG_N_TIERS] = { [JG_TIER_ALIAS] = 1, [JG_TIER_DEFINITION] = 2, [JG_TIER_TASK] = 3 };
  sqlite3_stmt *stmt;

  plain->db = db;
  plain->texts = g_array_new (FALSE, FALSE, sizeof (Text));
  plain->pool = g_array_new (FALSE, FALSE, sizeof (gunichar2));
  sqlite3_prepare_v2 (db, "SELECT entry, tier, norm FROM search_field WHERE tier >= 3 ORDER BY id",
                      -1, &stmt, NULL);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    {
      glong length;
      const char *norm = (const char *) sqlite3_column_text (stmt, 2);
      g_autofree gunichar2 *units = g_utf8_to_utf16 (norm, -1, NULL, &length, NULL);
      Text text = { (guint) sqlite3_column_int (stmt, 0), fields[sqlite3_column_int (stmt, 1)],
                    plain->pool->len, (gsize) length };
      gunichar2 end = 0;

      g_array_append_vals (plain->pool, units, (guint) length);
      g_array_append_val (plain->pool, end);
      g_array_append_val (plain->texts, text);
      plain->utf8_bytes += strlen (norm);
      plain->n_entries = MAX (plain->n_entries, text.entry + 1);
    }
  sqlite3_finalize (stmt);
  return plain;
}

/* Sixteen units at a time, as compilers make of it what the machine has. */
typedef gunichar2 Units __attribute__ ((vector_size (32)));
typedef guint64 Words __attribute__ ((vector_size (32)));

#define N_UNITS 16

/* The next place where two units stand side by side, or one when @pair is FALSE. */
static gsize
find_units (const gunichar2 *pool, gsize at, gsize length, const gunichar2 *units, gboolean pair)
{
  for (; at + N_UNITS < length; at += N_UNITS)
    {
      Units here, next;
      Words any;

      memcpy (&here, pool + at, sizeof here);
      memcpy (&next, pool + at + 1, sizeof next);
      any = (Words) (here == units[0]);
      if (pair)
        any &= (Words) (next == units[1]);
      if ((any[0] | any[1] | any[2] | any[3]) != 0)
        break;
    }
  while (at < length && !(pool[at] == units[0] && (!pair || pool[at + 1] == units[1])))
    at++;
  return at;
}

/* The plain scan: best field of each occupation that holds the query, or 0xff. */
static guint
scan (const Plain *plain, const char *query, guint8 *best, guint limit)
{
  glong n;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (query, -1, NULL, &n, NULL);
  const gunichar2 *pool = (const gunichar2 *) (void *) plain->pool->data;
  const Text *texts = (const Text *) (void *) plain->texts->data;
  gsize end = plain->pool->len - 1;
  guint text = 0;
  guint found = 0;

  memset (best, 0xff, plain->n_entries);
  for (gsize at = find_units (pool, 0, end, units, n > 1); at < end && found < limit;
       at = find_units (pool, at + 1, end, units, n > 1))
    {
      if (at + (gsize) n > end || memcmp (pool + at, units, (gsize) n * sizeof *units) != 0)
        continue;
      while (texts[text].start + texts[text].length < at)
        text++;
      if (best[texts[text].entry] == 0xff)
        {
          best[texts[text].entry] = (guint8) texts[text].field;
          found++;
        }
      at = texts[text].start + texts[text].length;
    }
  return found;
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
  g_autofree guint8 *best = g_malloc (plain->n_entries);
  guint expected = scan (plain, query, best, G_MAXUINT);

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

typedef void (*Engine) (gpointer data, const char *query);

/* Times in ns: of each query the median of some rounds after one to warm up. */
static void
measure (const char *name, Engine engine, gpointer data, char **queries, double *p99_of_scan)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 p50, p99, worst;

  for (guint q = 0; queries[q] != NULL && *queries[q] != '\0'; q++)
    {
      gint64 rounds[ROUNDS];

      engine (data, queries[q]);
      for (guint r = 0; r < ROUNDS; r++)
        {
          struct timespec before, after;

          clock_gettime (CLOCK_MONOTONIC, &before);
          engine (data, queries[q]);
          clock_gettime (CLOCK_MONOTONIC, &after);
          rounds[r] = (after.tv_sec - before.tv_sec) * 1000000000 + after.tv_nsec - before.tv_nsec;
        }
      qsort (rounds, ROUNDS, sizeof *rounds, compare_times);
      g_array_append_val (times, rounds[ROUNDS / 2]);
      if (g_getenv ("SEARCH_BENCH_VERBOSE") != NULL)
        printf ("#   %s %s %.3f ms\n", name, queries[q], (double) rounds[ROUNDS / 2] / 1e6);
    }
  g_array_sort (times, compare_times);
  p50 = g_array_index (times, gint64, times->len / 2);
  p99 = g_array_index (times, gint64, times->len * 99 / 100 - 1);
  worst = g_array_index (times, gint64, times->len - 1);
  if (*p99_of_scan == 0)
    *p99_of_scan = (double) p99;
  printf ("# %-14s p50 %9.3f ms  p99 %9.3f ms  worst %9.3f ms  p99 to that of the scan %.3f\n",
          name, (double) p50 / 1e6, (double) p99 / 1e6, (double) worst / 1e6,
          (double) p99 / *p99_of_scan);
}

static void
run_search (gpointer data, const char *query)
{
  g_autoptr (GPtrArray) hits = jg_search_query (data, query, FIRST);
}

static void
run_scan (gpointer data, const char *query)
{
  const Plain *plain = data;
  g_autofree guint8 *best = g_malloc (plain->n_entries);

  scan (plain, query, best, FIRST);
}

static void
run_statement (gpointer data, const char *query)
{
  sqlite3_stmt *stmt = data;
  g_autofree char *pattern = sqlite3_bind_parameter_index (stmt, ":like") > 0
                                 ? g_strdup_printf ("%%%s%%", query)
                                 : g_strdup_printf ("\"%s\"", query);

  sqlite3_bind_text (stmt, 1, pattern, -1, SQLITE_STATIC);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    ;
  sqlite3_reset (stmt);
}

static void
measure_peers (sqlite3 *db, const char *path, char **queries, double *p99_of_scan)
{
  sqlite3 *peer;
  sqlite3_stmt *stmt;
  g_autofree char *attach = g_strdup_printf ("ATTACH '%s' AS catalogue", path);

  g_assert_cmpint (sqlite3_open (":memory:", &peer), ==, SQLITE_OK);
  run (peer, attach);
  run (peer, "CREATE TABLE plain AS SELECT id, entry, tier, norm FROM catalogue.search_field"
             " WHERE tier >= 3 ORDER BY id;"
             "CREATE VIRTUAL TABLE grams USING fts5 (norm, tokenize = 'trigram');"
             "INSERT INTO grams (rowid, norm) SELECT id, norm FROM plain");
  sqlite3_prepare_v2 (peer, "SELECT id FROM plain WHERE norm LIKE :like ORDER BY id LIMIT 40", -1,
                      &stmt, NULL);
  measure ("LIKE", run_statement, stmt, queries, p99_of_scan);
  sqlite3_finalize (stmt);
  sqlite3_prepare_v2 (peer, "SELECT rowid FROM grams WHERE norm LIKE :like ORDER BY rowid LIMIT 40",
                      -1, &stmt, NULL);
  measure ("FTS5 trigram", run_statement, stmt, queries, p99_of_scan);
  sqlite3_finalize (stmt);
  sqlite3_close (peer);
}

static gsize
private_bytes (void)
{
  g_autofree char *content = NULL;
  const char *line;
  gsize sum = 0;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &content, NULL, NULL))
    return 0;
  for (line = strstr (content, "Private_Dirty"); line != NULL;
       line = strstr (line + 1, "Private_Dirty"))
    sum += g_ascii_strtoull (strchr (line, ':') + 1, NULL, 10) * 1024;
  return sum;
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
  double p99_of_scan = 0;
  guint n_wrong = 0;
  guint n_checked = 0;
  gint64 start;
  gsize before, after;
  sqlite3 *db;
  Plain *plain;

  g_assert_cmpint (argc, >=, 3);
  path = g_strdup_printf ("%s.db", argv[1]);
  start = g_get_monotonic_time ();
  db = build (argv[1], path);
  printf ("TAP version 13\n# built in %.1f s\n", (double) (g_get_monotonic_time () - start) / 1e6);
  g_assert_true (g_file_get_contents (argv[2], &content, NULL, NULL));
  queries = g_strsplit (content, "\n", -1);

  malloc_trim (0);
  before = private_bytes ();
  search = jg_search_new_from_db (db);
  start = g_get_monotonic_time ();
  run_search (search, "员");
  printf ("# first answer after %.2f ms\n", (double) (g_get_monotonic_time () - start) / 1e3);
  for (guint q = 0; queries[q] != NULL && *queries[q] != '\0'; q++)
    run_search (search, queries[q]);
  malloc_trim (0);
  after = private_bytes ();

  plain = read_plain (db);
  printf ("# %u occupations, %.1f MB of text; private memory of the search %.2f of it\n",
          plain->n_entries, (double) plain->utf8_bytes / 1e6,
          (double) (after - MIN (after, before)) / (double) plain->utf8_bytes);

  index = jg_search_index_new (db);
  for (guint q = 0; queries[q] != NULL && *queries[q] != '\0'; q++)
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
      measure ("plain scan", run_scan, plain, queries, &p99_of_scan);
      measure ("JobGuide", run_search, search, queries, &p99_of_scan);
      measure_peers (db, path, queries, &p99_of_scan);
    }
  return n_wrong == 0 ? 0 : 1;
}
