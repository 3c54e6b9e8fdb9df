/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the store of cases takes, beside a plain unsealed SQLite table of the same cases in the same run:
 * case-bench [--cases N] [--rounds N] [--folder FOLDER] [--tap]. Lists and searches are told in processor time, what
 * waits for the disk also by the clock. Times are told beside what is aimed at, a frame of 16 ms and 50 ms, and never
 * failed for: the machine may be busy. With --tap it is held that both find the same. */

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "casework/case-filler.h"
#include "casework/case-fixture.h"
#include "casework/jg-case-slot.h"
#include "casework/jg-case-store-private.h"

#define FRAME 16000 /* microseconds */
#define OPENING 50000

static int n_cases = 50000;
static int n_rounds = 21;
static char *folder;
static gboolean tap;
static guint n_checks;
static gboolean failed;

typedef struct
{
  gint64 processor; /* microseconds, median */
  gint64 clock;
} Time;

static gint64
processor_time (void)
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

/* What is measured. Returns how much it found. */
typedef guint (*Work) (gpointer data, guint round);

static Time
measure (Work work, gpointer data, guint *found)
{
  g_autofree gint64 *processor = g_new (gint64, n_rounds);
  g_autofree gint64 *clock = g_new (gint64, n_rounds);

  for (int i = 0; i < n_rounds; i++)
    {
      const gint64 clock_start = g_get_monotonic_time ();
      const gint64 start = processor_time ();
      const guint n = work (data, (guint) i);

      processor[i] = processor_time () - start;
      clock[i] = g_get_monotonic_time () - clock_start;
      if (i == 0)
        *found = n;
    }
  qsort (processor, (size_t) n_rounds, sizeof *processor, compare_times);
  qsort (clock, (size_t) n_rounds, sizeof *clock, compare_times);
  return (Time){ processor[n_rounds / 2], clock[n_rounds / 2] };
}

/* Both sides of the comparison. */
typedef struct
{
  JgCaseStore *store;
  sqlite3 *plain;
  GArray *ids; /* (element-type gint64) */
} Sides;

static void
exec (sqlite3 *db, const char *sql)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
}

static sqlite3_stmt *
prepare (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *stmt = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
  return stmt;
}

/* The table somebody would make who seals nothing. */
static void
fill_plain (Sides *self, const char *path)
{
  sqlite3_stmt *stmt = NULL;

  if (sqlite3_open (path, &self->plain) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (self->plain));
  exec (self->plain,
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA locking_mode=EXCLUSIVE;"
        "CREATE TABLE cases (id INTEGER PRIMARY KEY, alias TEXT, changed INTEGER, "
        "follow_up TEXT, occupation TEXT, content TEXT); BEGIN");
  stmt = prepare (self->plain, "INSERT INTO cases VALUES (?, ?, ?, ?, ?, ?)");
  for (guint i = 0; i < self->ids->len; i++)
    {
      const gint64 id = g_array_index (self->ids, gint64, i);
      g_autoptr (JgCaseSummary) summary = jg_case_store_get (self->store, id);
      g_autoptr (GBytes) content = jg_case_store_read_content (self->store, id, NULL);

      sqlite3_bind_int64 (stmt, 1, id);
      sqlite3_bind_text (stmt, 2, summary->alias, -1, SQLITE_TRANSIENT);
      sqlite3_bind_int64 (stmt, 3, summary->changed);
      sqlite3_bind_text (stmt, 4, summary->follow_up, -1, SQLITE_TRANSIENT);
      sqlite3_bind_text (stmt, 5, summary->occupation_names[0], -1, SQLITE_TRANSIENT);
      sqlite3_bind_text64 (stmt, 6, g_bytes_get_data (content, NULL), g_bytes_get_size (content),
                           SQLITE_TRANSIENT, SQLITE_UTF8);
      if (sqlite3_step (stmt) != SQLITE_DONE)
        g_error ("%s", sqlite3_errmsg (self->plain));
      sqlite3_reset (stmt);
    }
  sqlite3_finalize (stmt);
  exec (self->plain,
        "COMMIT; CREATE INDEX by_changed ON cases (changed); "
        "CREATE INDEX by_follow_up ON cases (follow_up); PRAGMA wal_checkpoint(TRUNCATE)");
}

static guint
find (JgCaseStore *store, const JgCaseQuery *query)
{
  g_autoptr (GPtrArray) found = jg_case_store_find (store, query);

  return found->len;
}

/* Reads the rows a list would show. */
static guint
select_rows (sqlite3 *db, const char *sql, const char *value)
{
  sqlite3_stmt *stmt = prepare (db, sql);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);

  if (value != NULL)
    sqlite3_bind_text (stmt, 1, value, -1, SQLITE_STATIC);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    g_ptr_array_add (rows, g_strdup ((const char *) sqlite3_column_text (stmt, 1)));
  sqlite3_finalize (stmt);
  return rows->len;
}

#define COLUMNS "SELECT id, alias, changed, follow_up, occupation FROM cases "

static guint
list_sealed (gpointer data, guint round)
{
  return find (((Sides *) data)->store, NULL);
}

static guint
list_plain (gpointer data, guint round)
{
  return select_rows (((Sides *) data)->plain, COLUMNS "ORDER BY changed DESC", NULL);
}

static guint
search_sealed (gpointer data, guint round)
{
  return find (((Sides *) data)->store, &(JgCaseQuery){ .text = "王某1" });
}

static guint
search_plain (gpointer data, guint round)
{
  return select_rows (((Sides *) data)->plain, COLUMNS "WHERE alias LIKE ? ORDER BY changed DESC",
                      "%王某1%");
}

static guint
nothing_sealed (gpointer data, guint round)
{
  return find (((Sides *) data)->store, &(JgCaseQuery){ .text = "没有这个人" });
}

static guint
nothing_plain (gpointer data, guint round)
{
  return select_rows (((Sides *) data)->plain, COLUMNS "WHERE alias LIKE ? ORDER BY changed DESC",
                      "%没有这个人%");
}

static guint
occupation_sealed (gpointer data, guint round)
{
  return find (((Sides *) data)->store, &(JgCaseQuery){ .occupation = "occ.dianzi-shangwushi" });
}

static guint
occupation_plain (gpointer data, guint round)
{
  return select_rows (((Sides *) data)->plain, COLUMNS "WHERE occupation = ? ORDER BY changed DESC",
                      "电子商务师");
}

static guint
due_sealed (gpointer data, guint round)
{
  return find (((Sides *) data)->store, &(JgCaseQuery){ .due_by = "2026-01-15" });
}

static guint
due_plain (gpointer data, guint round)
{
  return select_rows (((Sides *) data)->plain, COLUMNS "WHERE follow_up <= ? ORDER BY follow_up",
                      "2026-01-15");
}

static gint64
id_of (Sides *self, guint round)
{
  return g_array_index (self->ids, gint64, (round * 7919 + 13) % self->ids->len);
}

/* With the line in the audit trail, which waits for the disk. */
static guint
open_sealed (gpointer data, guint round)
{
  Sides *self = data;
  g_autoptr (GBytes) content = jg_case_store_load (self->store, id_of (self, round), NULL);

  return content != NULL;
}

static guint
open_plain (gpointer data, guint round)
{
  Sides *self = data;
  sqlite3_stmt *stmt = prepare (self->plain, "SELECT content FROM cases WHERE id = ?");
  g_autofree char *content = NULL;

  sqlite3_bind_int64 (stmt, 1, id_of (self, round));
  if (sqlite3_step (stmt) == SQLITE_ROW)
    content = g_strdup ((const char *) sqlite3_column_text (stmt, 0));
  sqlite3_finalize (stmt);
  return content != NULL;
}

static guint
save_sealed (gpointer data, guint round)
{
  Sides *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JgCaseSummary) summary = jg_case_store_get (self->store, id_of (self, round));
  g_autoptr (GBytes) content = jg_case_store_read_content (self->store, summary->id, NULL);

  jg_case_store_save (self->store, summary, content, NULL, &error);
  if (error != NULL)
    g_error ("%s", error->message);
  return 1;
}

static guint
save_plain (gpointer data, guint round)
{
  Sides *self = data;
  sqlite3_stmt *stmt = prepare (
      self->plain, "UPDATE cases SET changed = changed + 1, content = content || ' ' WHERE id = ?");

  sqlite3_bind_int64 (stmt, 1, id_of (self, round));
  if (sqlite3_step (stmt) != SQLITE_DONE)
    g_error ("%s", sqlite3_errmsg (self->plain));
  sqlite3_finalize (stmt);
  return 1;
}

static void
compare (Sides *sides, const char *what, Work sealed, Work plain, gint64 aim, gboolean by_clock)
{
  guint n_sealed = 0;
  guint n_plain = 0;
  const Time own = measure (sealed, sides, &n_sealed);
  const Time other = measure (plain, sides, &n_plain);
  const gint64 own_time = by_clock ? own.clock : own.processor;
  const gint64 other_time = by_clock ? other.clock : other.processor;

  g_print ("%s%s: sealed %.2f ms, plain %.2f ms (%s): %.2f times; %u found", tap ? "# " : "", what,
           (double) own_time / 1000, (double) other_time / 1000, by_clock ? "clock" : "processor",
           (double) own_time / (double) MAX (other_time, 1), n_sealed);
  if (aim > 0)
    g_print ("; aimed at: %.0f ms", (double) aim / 1000);
  g_print ("\n");
  if (tap)
    g_print ("%s %u - %s: both find the same\n", n_sealed == n_plain ? "ok" : "not ok", ++n_checks,
             what);
  failed = failed || n_sealed != n_plain;
}

static void
tell (const char *what, gint64 clock_start, gint64 processor_start)
{
  g_print ("%s%s: %.0f ms (clock), %.0f ms (processor)\n", tap ? "# " : "", what,
           (double) (g_get_monotonic_time () - clock_start) / 1000,
           (double) (processor_time () - processor_start) / 1000);
}

static void
reopen (Sides *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  gint64 clock = g_get_monotonic_time ();
  gint64 processor = processor_time ();

  self->store = jg_case_store_new (path);
  jg_case_store_open (self->store, &error);
  if (error != NULL)
    g_error ("%s", error->message);
  tell ("the store is opened and every page looked at", clock, processor);
  clock = g_get_monotonic_time ();
  processor = processor_time ();
  jg_case_store_unlock (self->store, NULL, PASSPHRASE, &error);
  if (error != NULL)
    g_error ("%s", error->message);
  tell ("all summaries are opened", clock, processor);
}

static gint64
bytes_of (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 ? info.st_size : 0;
}

static void
run (Sides *sides, const char *path, const char *plain)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *backup = NULL;
  gint64 clock;
  gint64 processor;

  compare (sides, "list of all", list_sealed, list_plain, FRAME, FALSE);
  compare (sides, "search by alias", search_sealed, search_plain, FRAME, FALSE);
  compare (sides, "search that finds nothing", nothing_sealed, nothing_plain, FRAME, FALSE);
  compare (sides, "search by occupation", occupation_sealed, occupation_plain, FRAME, FALSE);
  compare (sides, "list of what is due", due_sealed, due_plain, FRAME, FALSE);
  compare (sides, "opening a case", open_sealed, open_plain, OPENING, TRUE);
  compare (sides, "saving a case", save_sealed, save_plain, 0, TRUE);
  clock = g_get_monotonic_time ();
  processor = processor_time ();
  backup = g_strconcat (path, ".copy", NULL);
  jg_case_db_copy (sides->store->db, backup, NULL, &error);
  if (error != NULL)
    g_error ("%s", error->message);
  tell ("a backup is made and looked at", clock, processor);
  g_print ("%ssize: sealed %.1f MB, plain %.1f MB\n", tap ? "# " : "",
           (double) bytes_of (path) / 1e6, (double) bytes_of (plain) / 1e6);
}

static void
list_ids (Sides *self)
{
  g_autoptr (GPtrArray) all = jg_case_store_find (self->store, NULL);

  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < all->len; i++)
    g_array_append_val (self->ids, ((JgCaseSummary *) g_ptr_array_index (all, i))->id);
}

int
main (int argc, char *argv[])
{
  const GOptionEntry entries[] = {
    { "cases", 0, 0, G_OPTION_ARG_INT, &n_cases, "How many cases", "N" },
    { "rounds", 0, 0, G_OPTION_ARG_INT, &n_rounds, "How often each is measured", "N" },
    { "folder", 0, 0, G_OPTION_ARG_FILENAME, &folder, "Where the files are made", "FOLDER" },
    { "tap", 0, 0, G_OPTION_ARG_NONE, &tap, "Print TAP", NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *top = NULL;
  g_autofree char *path = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *recovery = NULL;
  Sides sides = { NULL, NULL, NULL };

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    g_error ("%s", error->message);
  if (tap)
    g_print ("TAP version 13\n1..7\n");
  jg_case_slot_set_cost (1, 8192);
  top = folder != NULL ? g_build_filename (folder, "jobguide-case-bench", NULL)
                       : g_dir_make_tmp ("jobguide-case-bench-XXXXXX", &error);
  path = g_build_filename (top, "cases", "cases.db", NULL);
  plain = g_build_filename (top, "plain.db", NULL);

  sides.store = jg_case_store_new (path);
  if (!jg_case_store_create (sides.store, NAME, PASSPHRASE, &recovery, &error))
    g_error ("%s", error->message);
  case_filler_fill (sides.store, (guint) n_cases);
  g_clear_object (&sides.store);
  reopen (&sides, path);
  list_ids (&sides);
  fill_plain (&sides, plain);
  run (&sides, path, plain);
  sqlite3_close (sides.plain);
  g_clear_object (&sides.store);
  g_array_unref (sides.ids);
  case_fixture_delete_tree (top);
  g_free (folder);
  return failed ? 1 : 0;
}
