/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How long it takes to check all measures against a person, with the questions ranked, beside one FTS5 query over
 * the same texts in the same run, in processor time: eligibility-bench [--catalogue FILE]
 * [--rounds N] [--tap]. Times are told beside what is aimed at, 2 ms and 16 ms, and never failed for: the machine
 * may be busy. With --tap it is held that every measure gets its verdict. */

#include <sqlite3.h>
#include <stdlib.h>
#include <time.h>

#include "jg-eligibility-checker.h"

#define TODAY "2026-01-01"
#define ANOTHER_DAY "2020-10-15"
#define N_MANY 10000
#define LIMIT_ALL 2000   /* microseconds */
#define LIMIT_MANY 16000 /* microseconds */

/* From nothing known to nearly everything, so that the time is not that of one lucky person. */
static const char *const people[] = {
  "{\"schema\": \"jobguide-profile/1\"}",
  "{\"schema\": \"jobguide-profile/1\", \"sex\": \"female\", \"birth\": \"1999-07\", "
  "\"education\": \"bachelor\","
  " \"places\": {\"residence\": \"330800\", \"household\": \"420100\"}, \"wants\": [\"training\", "
  "\"employment\"],"
  " \"facts\": {\"registered-unemployed\": true, \"college-graduate\": true, \"graduated-on\": "
  "\"2025-07\"}}",
  "{\"schema\": \"jobguide-profile/1\", \"sex\": \"male\", \"birth\": \"1976-03-09\", "
  "\"education\": \"junior-secondary\","
  " \"places\": {\"work\": \"440300\", \"household\": \"450000\"}, \"wants\": [\"training\", "
  "\"loan\"],"
  " \"facts\": {\"migrant-worker\": true, \"unemployed\": false, \"platform-worker\": true, "
  "\"months-insured\": 40,"
  " \"hardship-certified\": null, \"skill-level\": \"none\"}}",
};

typedef struct
{
  gint64 best;
  gint64 median;
} Time;

/* Microseconds of the processor: what else runs on the machine is not our time. */
static gint64
get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static int
compare_times (const void *a, const void *b)
{
  const gint64 *x = a, *y = b;

  return *x < *y ? -1 : *x > *y;
}

static Time
sum_up (gint64 *times, guint n)
{
  qsort (times, n, sizeof *times, compare_times);
  return (Time){ times[0], times[n / 2] };
}

static JgProfile *
read_person (guint i)
{
  g_autoptr (GError) error = NULL;
  JgProfile *profile =
      jg_profile_new_from_data (people[i % G_N_ELEMENTS (people)], -1, "bench", &error);

  if (profile == NULL)
    g_error ("%s", error->message);
  return profile;
}

/* All words of all verdicts. */
static guint
read_words (const JgEligibility *result)
{
  guint n = 0;

  for (guint i = 0; i < result->verdicts->len; i++)
    {
      const JgVerdict *verdict = g_ptr_array_index (result->verdicts, i);

      n += jg_verdict_get_reasons (verdict)->len + jg_verdict_get_caveats (verdict)->len +
           jg_verdict_get_ask (verdict)->len;
    }
  return n;
}

/* The person who takes longest. */
static Time
time_checks (JgEligibilityChecker *checker, gboolean words, guint rounds)
{
  g_autofree gint64 *times = g_new (gint64, rounds);
  Time longest = { 0, 0 };

  for (guint person = 0; person < G_N_ELEMENTS (people); person++)
    {
      g_autoptr (JgProfile) profile = read_person (person);
      g_autoptr (JgProfile) other = read_person (person + 1);
      Time time;

      for (guint i = 0; i < rounds; i++)
        {
          JgEligibility *result = jg_eligibility_checker_check (checker, other, ANOTHER_DAY, NULL);
          gint64 start;

          /* Somebody else comes in between, on another day: nothing is left over from the round before. */
          if (words && read_words (result) == 0)
            g_error ("no words");
          jg_eligibility_free (result);
          start = get_time ();
          result = jg_eligibility_checker_check (checker, profile, TODAY, NULL);
          if (words && read_words (result) == 0)
            g_error ("no words");
          times[i] = get_time () - start;
          jg_eligibility_free (result);
        }
      time = sum_up (times, rounds);
      if (time.best > longest.best)
        longest = time;
    }
  return longest;
}

/* Measures like the real ones in their words, with conditions of nine leaves over sixty facts. */
static GPtrArray *
make_many (GPtrArray *real)
{
  static const char *const forces[] = { "grants", "by-rule", "local-option" };
  GPtrArray *many = g_ptr_array_new_with_free_func ((GDestroyNotify) jg_measure_unref);

  for (guint i = 0; i < N_MANY; i++)
    {
      const JgMeasure *model = g_ptr_array_index (real, i % real->len);
      g_autofree char *other = g_strdup_printf (
          "{\"all\": [{\"any\": [{\"fact\": \"fact-%u\"}, {\"fact\": \"fact-%u\"}, {\"fact\": "
          "\"fact-%u\"}]},"
          " {\"fact\": \"months-insured\", \"at_least\": %u}, {\"not\": {\"fact\": \"fact-%u\"}},"
          " {\"age\": {\"at_least\": 16, \"at_most\": %u}}, {\"wants\": \"training\"}]}",
          i % 60, i * 7 % 60, i * 13 % 60, i % 48, i * 17 % 60, 45 + i % 20);
      g_autoptr (JsonNode) node = json_from_string (other, NULL);
      JgMeasure *measure = jg_measure_new ();

      measure->id = g_strdup_printf ("made.%u", i);
      measure->name = g_strdup (model->name);
      measure->kind = g_strdup (model->kind);
      measure->tier = g_strdup (i % 3 == 0 ? "B" : "A");
      measure->force = g_strdup (forces[i % G_N_ELEMENTS (forces)]);
      measure->beneficiaries = g_strsplit ("individual", ",", -1);
      measure->region_code = g_strdup (i % 5 == 0 ? "440000" : "000000");
      measure->region_name = g_strdup (i % 5 == 0 ? "广东" : "全国");
      measure->document = g_strdup (model->document);
      measure->document_title = g_strdup (model->document_title);
      measure->document_date = g_strdup (model->document_date);
      measure->clause = g_strdup (model->clause);
      measure->quote = g_strdup (model->quote);
      measure->conditions = jg_condition_new_from_json (node, NULL);
      measure->validity_basis = g_strdup ("none");
      measure->occupation_basis = g_strdup ("all");
      measure->caveats = g_strdupv (model->caveats);
      g_assert (measure->conditions != NULL);
      g_ptr_array_add (many, measure);
    }
  return many;
}

static void
check_sql (int status, sqlite3 *db)
{
  if (status != SQLITE_OK && status != SQLITE_DONE && status != SQLITE_ROW)
    g_error ("%s", sqlite3_errmsg (db));
}

/* One query with its ranked hits read, over the words of the measures and of all documents. */
static Time
time_query (JgCatalogue *catalogue, GPtrArray *measures, guint rounds, guint *n_hits)
{
  g_autoptr (GPtrArray) documents = jg_catalogue_list_documents (catalogue);
  g_autofree gint64 *times = g_new (gint64, rounds);
  sqlite3_stmt *stmt = NULL;
  sqlite3 *db = NULL;

  check_sql (sqlite3_open (":memory:", &db), db);
  check_sql (sqlite3_exec (db, "CREATE VIRTUAL TABLE t USING fts5(text, tokenize='trigram'); BEGIN",
                           NULL, NULL, NULL),
             db);
  check_sql (sqlite3_prepare_v2 (db, "INSERT INTO t VALUES (?)", -1, &stmt, NULL), db);
  for (guint i = 0; i < measures->len; i++)
    {
      const JgMeasure *measure = g_ptr_array_index (measures, i);

      sqlite3_bind_text (stmt, 1, measure->quote, -1, SQLITE_TRANSIENT);
      check_sql (sqlite3_step (stmt), db);
      sqlite3_reset (stmt);
    }
  for (guint i = 0; i < documents->len; i++)
    {
      g_autoptr (JgDocument) document = jg_catalogue_get_document (
          catalogue, ((JgDocument *) g_ptr_array_index (documents, i))->key);

      for (guint k = 0; k < document->paragraphs->len; k++)
        {
          sqlite3_bind_text (stmt, 1,
                             ((JgParagraph *) g_ptr_array_index (document->paragraphs, k))->text,
                             -1, SQLITE_TRANSIENT);
          check_sql (sqlite3_step (stmt), db);
          sqlite3_reset (stmt);
        }
    }
  sqlite3_finalize (stmt);
  check_sql (sqlite3_exec (db, "COMMIT", NULL, NULL, NULL), db);

  check_sql (sqlite3_prepare_v2 (
                 db, "SELECT text, rank FROM t WHERE t MATCH '\"职业培训补贴\"' ORDER BY rank", -1,
                 &stmt, NULL),
             db);
  for (guint i = 0; i < rounds; i++)
    {
      gint64 start = get_time ();

      *n_hits = 0;
      while (sqlite3_step (stmt) == SQLITE_ROW)
        *n_hits += sqlite3_column_text (stmt, 0) != NULL;
      times[i] = get_time () - start;
      sqlite3_reset (stmt);
    }
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  return sum_up (times, rounds);
}

static gboolean
is_complete (JgEligibilityChecker *checker, guint n)
{
  g_autoptr (JgProfile) profile = jg_profile_new_from_data (people[1], -1, "person", NULL);
  g_autoptr (JgEligibility) result = jg_eligibility_checker_check (checker, profile, TODAY, NULL);

  return result != NULL && result->verdicts->len == n && result->questions->len > 0;
}

/* limit is 0 where nothing is aimed at. */
static void
report (gboolean tap, guint n, const char *what, Time time, gint64 limit, Time query)
{
  g_print ("%s%u measures, %s: best %.2f ms, median %.2f ms; %.1f times one FTS5 query\n",
           tap ? "# " : "", n, what, (double) time.best / 1000, (double) time.median / 1000,
           (double) time.best / (double) MAX (query.best, 1));
  if (limit > 0)
    g_print ("%saimed at: %.0f ms\n", tap ? "# " : "", (double) limit / 1000);
}

int
main (int argc, char *argv[])
{
  g_autofree char *path = NULL;
  int rounds = 20;
  gboolean tap = FALSE;
  const GOptionEntry entries[] = {
    { "catalogue", 0, 0, G_OPTION_ARG_FILENAME, &path, "The catalogue to check", "FILE" },
    { "rounds", 0, 0, G_OPTION_ARG_INT, &rounds, "How often", "N" },
    { "tap", 0, 0, G_OPTION_ARG_NONE, &tap, "Speak TAP", NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCatalogue) catalogue = NULL;
  g_autoptr (GPtrArray) measures = NULL;
  g_autoptr (GPtrArray) facts = NULL;
  g_autoptr (GPtrArray) many = NULL;
  g_autoptr (JgEligibilityChecker) checker = NULL;
  g_autoptr (JgEligibilityChecker) large = NULL;
  guint n_hits = 0;
  Time query;
  gint64 start;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    g_error ("%s", error->message);
  catalogue = path != NULL ? jg_catalogue_open (path, &error) : jg_catalogue_open_default (&error);
  if (catalogue == NULL)
    g_error ("%s", error->message);
  rounds = MAX (rounds, 3);

  measures = jg_catalogue_list_measures (catalogue);
  facts = jg_catalogue_list_facts (catalogue);
  query = time_query (catalogue, measures, (guint) rounds, &n_hits);
  if (tap)
    g_print ("1..2\n");
  g_print ("%sone FTS5 query over the same texts: best %.2f ms, median %.2f ms (%u hits)\n",
           tap ? "# " : "", (double) query.best / 1000, (double) query.median / 1000, n_hits);

  start = get_time ();
  checker = jg_eligibility_checker_new (measures, facts);
  g_print ("%sprepared once: %.2f ms\n", tap ? "# " : "", (double) (get_time () - start) / 1000);
  report (tap, measures->len, "verdicts, questions ranked",
          time_checks (checker, FALSE, (guint) rounds), LIMIT_ALL, query);
  report (tap, measures->len, "the same with every reason and caveat read",
          time_checks (checker, TRUE, (guint) rounds), LIMIT_ALL, query);

  many = make_many (measures);
  large = jg_eligibility_checker_new (many, facts);
  report (tap, many->len, "verdicts, questions ranked", time_checks (large, FALSE, (guint) rounds),
          LIMIT_MANY, query);
  report (tap, many->len, "the same with every reason and caveat read",
          time_checks (large, TRUE, (guint) rounds), 0, query);
  if (tap)
    {
      g_print ("%s 1 - every measure has its verdict\n",
               is_complete (checker, measures->len) ? "ok" : "not ok");
      g_print ("%s 2 - every generated measure has its verdict\n",
               is_complete (large, many->len) ? "ok" : "not ok");
    }
  return EXIT_SUCCESS;
}
