/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What others would search the same texts with. Each is given the texts in the order of the answer and
 * asked for the first forty, as somebody who knows it well would do; none of them knows pinyin. */

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "jg-text.h"
#include "search-bench.h"

static void
run (sqlite3 *db, const char *sql)
{
  char *message = NULL;

  if (sqlite3_exec (db, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s: %s", sql, message);
}

static sqlite3_stmt *
prepare (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *stmt;

  if (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
  return stmt;
}

static void
ask (sqlite3_stmt *stmt, const char *pattern)
{
  sqlite3_bind_text (stmt, 1, pattern, -1, SQLITE_STATIC);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    ;
  sqlite3_reset (stmt);
}

typedef struct
{
  sqlite3_stmt *like;
  sqlite3_stmt *match;
  guint n; /* characters of a token */
} Statements;

static void
run_like (gpointer data, const char *query)
{
  const Statements *self = data;
  g_autofree char *pattern = g_strdup_printf ("%%%s%%", query);

  ask (self->like, pattern);
}

/* FTS5's trigrams have nothing to offer for one or two characters. */
static void
run_trigram (gpointer data, const char *query)
{
  const Statements *self = data;
  g_autofree char *phrase = g_strdup_printf ("\"%s\"", query);

  if (g_utf8_strlen (query, -1) < 3)
    run_like (data, query);
  else
    ask (self->match, phrase);
}

/* Every @n characters that stand side by side, as words; what is shorter is one word. */
static char *
dup_tokens (const char *text, guint n)
{
  GString *tokens = g_string_new (NULL);
  glong length = g_utf8_strlen (text, -1);
  const char *from = text;

  for (glong i = 0; i + (glong) n <= MAX (length, (glong) n); i++, from = g_utf8_next_char (from))
    {
      const char *end = g_utf8_offset_to_pointer (from, MIN ((glong) n, length - i));

      g_string_append_len (tokens, from, end - from);
      g_string_append_c (tokens, ' ');
    }
  return g_string_free (tokens, FALSE);
}

static void
run_tokens (gpointer data, const char *query)
{
  const Statements *self = data;
  g_autofree char *tokens = dup_tokens (query, self->n);
  g_autofree char *phrase = g_strdup_printf (
      "\"%s\"%s", g_strchomp (tokens), (guint) g_utf8_strlen (query, -1) < self->n ? " *" : "");

  ask (self->match, phrase);
}

static void
fill_tokens (sqlite3 *db, guint n)
{
  g_autofree char *create =
      g_strdup_printf ("CREATE VIRTUAL TABLE grams USING fts5 (norm, content = '',"
                       " tokenize = 'unicode61'%s)",
                       n > 1 ? ", prefix = '1'" : "");
  sqlite3_stmt *read = prepare (db, "SELECT id, norm FROM plain ORDER BY id");
  sqlite3_stmt *write;

  run (db, create);
  write = prepare (db, "INSERT INTO grams (rowid, norm) VALUES (?2, ?1)");
  while (sqlite3_step (read) == SQLITE_ROW)
    {
      g_autofree char *tokens = dup_tokens ((const char *) sqlite3_column_text (read, 1), n);

      sqlite3_bind_int64 (write, 2, sqlite3_column_int64 (read, 0));
      ask (write, tokens);
    }
  sqlite3_finalize (read);
  sqlite3_finalize (write);
}

static void
normalize_value (sqlite3_context *context, int n, sqlite3_value **values)
{
  sqlite3_result_text (context,
                       jg_text_normalize_compact ((const char *) sqlite3_value_text (values[0])),
                       -1, g_free);
}

static void
measure_sqlite (Measure *measured, sqlite3 *db)
{
  static const struct
  {
    const char *name;
    guint n;
    Engine engine;
  } indexes[] = {
    { "FTS5 trigram", 3, run_trigram },
    { "FTS5 1 char", 1, run_tokens },
    { "FTS5 2 chars", 2, run_tokens },
  };
  g_autofree char *attach =
      g_strdup_printf ("ATTACH '%s' AS catalogue", sqlite3_db_filename (db, "main"));
  Statements statements = { 0 };
  sqlite3 *peer;

  g_assert_cmpint (
      sqlite3_open_v2 (":memory:", &peer,
                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL),
      ==, SQLITE_OK);
  sqlite3_create_function (peer, "norm", 1, SQLITE_UTF8, NULL, normalize_value, NULL, NULL);
  run (peer, attach);
  run (peer, "CREATE TABLE plain (id INTEGER PRIMARY KEY, norm);"
             "INSERT INTO plain SELECT id, norm(text) FROM catalogue.search_field WHERE tier >= 3"
             " ORDER BY id");
  statements.like = prepare (peer, "SELECT id FROM plain WHERE norm LIKE ? ORDER BY id LIMIT 40");
  measure (measured, "LIKE", TRUE, run_like, &statements);
  for (guint i = 0; i < G_N_ELEMENTS (indexes); i++)
    {
      if (indexes[i].n == 3)
        run (peer, "CREATE VIRTUAL TABLE grams USING fts5 (norm, content = '',"
                   " tokenize = 'trigram');"
                   "INSERT INTO grams (rowid, norm) SELECT id, norm FROM plain");
      else
        fill_tokens (peer, indexes[i].n);
      run (peer, "INSERT INTO grams (grams) VALUES ('optimize')");
      statements.n = indexes[i].n;
      statements.match =
          prepare (peer, "SELECT rowid FROM grams WHERE grams MATCH ? ORDER BY rowid LIMIT 40");
      measure (measured, indexes[i].name, TRUE, indexes[i].engine, &statements);
      sqlite3_finalize (statements.match);
      run (peer, "DROP TABLE grams");
    }
  sqlite3_finalize (statements.like);
  sqlite3_close (peer);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);

  for (const char *name = g_dir_read_name (folder); name != NULL; name = g_dir_read_name (folder))
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);

      g_unlink (inside);
    }
  g_rmdir (path);
}

static void
measure_xapian (Measure *measured, const char *tsv)
{
  g_autofree char *content = NULL;
  g_autofree char *folder = g_strdup_printf ("%s.xapian", tsv);
  g_auto (GStrv) lines = NULL;
  gpointer peer;

  if (!xapian_is_built ())
    {
      printf ("# Xapian was not there when the benchmark was built (libxapian-dev, g++)\n");
      return;
    }
  g_assert_true (g_file_get_contents (tsv, &content, NULL, NULL));
  lines = g_strsplit (content, "\n", -1);
  peer = xapian_new (folder);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) columns = NULL;

      g_strdelimit (lines[i], "\x1f", ' ');
      columns = g_strsplit (lines[i], "\t", -1);
      xapian_add (peer, columns[0], columns[1], columns[2], columns[3], columns[4]);
    }
  xapian_finish (peer);
  measure (measured, "Xapian n-grams", TRUE, xapian_run, peer);
  xapian_free (peer);
  remove_folder (folder);
}

/* Time in ns that a program takes, with what it prints thrown away. */
static gint64
time_program (const char *const *words)
{
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  if (!g_spawn_sync (NULL, (char **) words, NULL,
                     G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                     NULL, NULL, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
  return (g_get_monotonic_time () - start) * 1000;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return left < right ? -1 : left > right;
}

/* ripgrep reads the lines anew for each query; the time of a program that does nothing is taken off. */
static void
measure_ripgrep (const Measure *measured, const char *tsv)
{
  static const char *const nothing[] = { "true", NULL };
  g_autofree char *rg = g_find_program_in_path ("rg");
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 empty[21];
  gint64 p50, p99;

  if (rg == NULL)
    {
      printf ("# ripgrep is not installed\n");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (empty); i++)
    empty[i] = time_program (nothing);
  qsort (empty, G_N_ELEMENTS (empty), sizeof *empty, compare_times);

  for (guint q = 0; q < measured->n_queries; q += 4)
    {
      const char *words[] = {
        rg, "-F", "--no-config", "-m", G_STRINGIFY (FIRST), "--", measured->queries[q], tsv, NULL
      };
      gint64 rounds[3];

      for (guint r = 0; r < G_N_ELEMENTS (rounds); r++)
        rounds[r] = time_program (words);
      qsort (rounds, G_N_ELEMENTS (rounds), sizeof *rounds, compare_times);
      g_array_append_val (times, rounds[G_N_ELEMENTS (rounds) / 2]);
    }
  g_array_sort (times, compare_times);
  p50 = g_array_index (times, gint64, times->len / 2) - empty[G_N_ELEMENTS (empty) / 2];
  p99 = g_array_index (times, gint64, times->len - 1) - empty[G_N_ELEMENTS (empty) / 2];
  printf ("# %-14s p50 %9.3f ms  worst %7.3f ms  to the scan %8.3f  (%u queries; less an empty "
          "process, %.3f ms)\n",
          "ripgrep", (double) p50 / 1e6, (double) p99 / 1e6, (double) p99 / measured->p99_of_scan,
          times->len, (double) empty[G_N_ELEMENTS (empty) / 2] / 1e6);
}

/* measure_peers:
 * @db: what jg_search_write() made
 * @tsv: the same texts, one occupation a line
 *
 * Prints how long the others take. */
void
measure_peers (Measure *measured, sqlite3 *db, const char *tsv)
{
  measure_sqlite (measured, db);
  measure_xapian (measured, tsv);
  measure_ripgrep (measured, tsv);
}
