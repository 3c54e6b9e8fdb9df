/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-case-statistics.h"

#include <string.h>

#include "jg-case-figures-private.h"
#include "jg-case-store-private.h"
#include "text/jg-csv.h"

#define WEEK 7

static void
count_free (JgCaseCount *self)
{
  g_free (self->key);
  g_free (self->label);
  g_free (self);
}

/* jg_case_statistics_free:
 * @self: (transfer full): statistics */
void
jg_case_statistics_free (JgCaseStatistics *self)
{
  g_free (self->from);
  g_free (self->to);
  g_clear_pointer (&self->months, g_ptr_array_unref);
  g_clear_pointer (&self->occupations, g_ptr_array_unref);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->measures, g_ptr_array_unref);
  g_free (self);
}

/* What is being counted. */
typedef struct
{
  JgCaseStatistics *result;
  char *today;
  GHashTable *months; /* (element-type utf8 JgCaseCount) */
  GHashTable *occupations;
  GHashTable *groups;
  GHashTable *measures;
} Counting;

static void
add (GHashTable *table, const char *key, const char *label)
{
  JgCaseCount *count = g_hash_table_lookup (table, key);

  if (count == NULL)
    {
      count = g_new0 (JgCaseCount, 1);
      count->key = g_strdup (key);
      g_hash_table_insert (table, count->key, count);
    }
  if (count->label == NULL)
    count->label = g_strdup (label);
  count->n++;
}

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  const JgCaseCount *one = *(const JgCaseCount *const *) a;
  const JgCaseCount *other = *(const JgCaseCount *const *) b;

  if (one->n != other->n)
    return one->n > other->n ? -1 : 1;
  return strcmp (one->key, other->key);
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(const JgCaseCount *const *) a)->key, (*(const JgCaseCount *const *) b)->key);
}

static GPtrArray *
take_counts (GHashTable *table, GCompareFunc compare)
{
  GPtrArray *counts = g_ptr_array_new_with_free_func ((GDestroyNotify) count_free);
  GHashTableIter iter;
  gpointer count;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, NULL, &count))
    g_ptr_array_add (counts, count);
  g_ptr_array_sort (counts, compare);
  g_hash_table_unref (table);
  return counts;
}

static gboolean
is_between (const char *day, const char *from, const char *to)
{
  return strcmp (day, from) >= 0 && strcmp (day, to) <= 0;
}

static int
julian (const char *day)
{
  GDate date;

  g_date_clear (&date, 1);
  if (jg_case_is_date (day))
    g_date_set_dmy (&date, (GDateDay) atoi (day + 8), (GDateMonth) atoi (day + 5),
                    (GDateYear) atoi (day));
  return g_date_valid (&date) ? (int) g_date_get_julian (&date) : 0;
}

/* Whether the person was reached within a week of the day that was agreed. */
static gboolean
was_kept (const char *day, char **contacts)
{
  for (guint i = 0; contacts[i] != NULL; i++)
    if (ABS (julian (contacts[i]) - julian (day)) <= WEEK)
      return TRUE;
  return FALSE;
}

static void
count_list (GHashTable *table, char **keys)
{
  for (guint i = 0; keys[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) keys + i + 1, keys[i]))
      add (table, keys[i], NULL);
}

static void
count_session (Counting *self, const char *day)
{
  g_autofree char *month = g_strndup (day, 7);

  self->result->n_sessions++;
  add (self->months, month, NULL);
}

static void
count_case (Counting *self, const JgCaseSummary *summary, const JgCaseKeptFigures *figures)
{
  JgCaseStatistics *result = self->result;
  g_autoptr (GDateTime) created = g_date_time_new_from_unix_local (summary->created);
  g_autofree char *first =
      created != NULL ? g_date_time_format (created, "%Y-%m-%d") : g_strdup ("1970-01-01");
  const guint before = result->n_sessions;

  for (guint i = 0; figures->sessions[i] != NULL; i++)
    if (is_between (figures->sessions[i], result->from, result->to))
      count_session (self, figures->sessions[i]);
  if (figures->sessions[0] == NULL && is_between (first, result->from, result->to))
    count_session (self, first);
  for (guint i = 0; figures->contacts[i] != NULL; i++)
    if (is_between (figures->contacts[i], result->from, result->to))
      result->n_contacts++;
  for (guint i = 0; figures->follow_ups[i] != NULL; i++)
    if (is_between (figures->follow_ups[i], result->from, result->to) &&
        strcmp (figures->follow_ups[i], self->today) <= 0)
      {
        result->n_due++;
        result->n_kept += was_kept (figures->follow_ups[i], figures->contacts);
      }
  if (result->n_sessions == before)
    return;
  result->n_cases++;
  result->n_new += is_between (figures->sessions[0] != NULL ? figures->sessions[0] : first,
                               result->from, result->to);
  count_list (self->groups, figures->groups);
  count_list (self->measures, figures->measures);
  for (guint i = 0; summary->occupations[i] != NULL; i++)
    add (self->occupations, summary->occupations[i], summary->occupation_names[i]);
}

static GHashTable *
new_table (void)
{
  return g_hash_table_new (g_str_hash, g_str_equal);
}

/* Goes through the figures once, in the order of the file, and looks the summaries up. */
static gboolean
count_all (JgCaseStore *store, Counting *self, GError **error)
{
  g_autoptr (sqlite3_stmt) stmt =
      jg_case_db_prepare (store->db,
                          "SELECT summary.id, figures.revision, figures.sealed FROM summary LEFT "
                          "JOIN figures USING (id)",
                          error);
  int rc;

  if (stmt == NULL)
    return FALSE;
  while ((rc = sqlite3_step (stmt)) == SQLITE_ROW)
    {
      const gint64 id = sqlite3_column_int64 (stmt, 0);
      const JgCaseSummary *summary = g_hash_table_lookup (store->summaries, &id);
      g_autoptr (JgCaseKeptFigures) figures = NULL;

      if (summary == NULL)
        continue;
      if (sqlite3_column_type (stmt, 2) == SQLITE_BLOB)
        figures = jg_case_figures_open (store->key, id, sqlite3_column_int64 (stmt, 1),
                                        sqlite3_column_blob (stmt, 2),
                                        (gsize) sqlite3_column_bytes (stmt, 2));
      if (figures == NULL)
        figures = jg_case_kept_figures_new_empty ();
      count_case (self, summary, figures);
    }
  return rc == SQLITE_DONE || jg_case_db_fail (store->db, error);
}

/* jg_case_store_count:
 * @from: the first day, YYYY-MM-DD
 * @to: the last day
 *
 * Counts what was done in a period. A case without figures counts as one session, on the day it was first saved.
 *
 * Returns: (transfer full): the statistics; %NULL with JG_CASE_ERROR: INVALID, LOCKED or an error of reading */
JgCaseStatistics *
jg_case_store_count (JgCaseStore *self, const char *from, const char *to, GError **error)
{
  g_autoptr (JgCaseStatistics) result = NULL;
  Counting counting = { NULL };
  gboolean done;

  g_return_val_if_fail (JG_IS_CASE_STORE (self), NULL);

  if (!jg_case_store_check_unlocked (self, error))
    return NULL;
  if (!jg_case_is_date (from) || !jg_case_is_date (to) || strcmp (from, to) > 0)
    {
      g_set_error (error, JG_CASE_ERROR, JG_CASE_ERROR_INVALID,
                   "统计的起止日期不对：应写成 2026-01-01 这样，开始不晚于结束。");
      return NULL;
    }
  result = g_new0 (JgCaseStatistics, 1);
  result->from = g_strdup (from);
  result->to = g_strdup (to);
  counting = (Counting){ result,       jg_case_store_dup_today (self),
                         new_table (), new_table (),
                         new_table (), new_table () };
  done = count_all (self, &counting, error);
  result->months = take_counts (counting.months, compare_keys);
  result->occupations = take_counts (counting.occupations, compare_counts);
  result->groups = take_counts (counting.groups, compare_counts);
  result->measures = take_counts (counting.measures, compare_counts);
  g_free (counting.today);
  return done ? g_steal_pointer (&result) : NULL;
}

/* jg_case_statistics_label:
 * @counts: (element-type JgCaseCount): a list of the statistics
 * @function: gives the words for a key
 *
 * Puts words beside keys. */
void
jg_case_statistics_label (GPtrArray *counts, JgCaseLabelFunc function, gpointer data)
{
  for (guint i = 0; i < counts->len; i++)
    {
      JgCaseCount *count = g_ptr_array_index (counts, i);

      g_free (count->label);
      count->label = function (count->key, data);
    }
}

static char *
label_measure (const char *id, gpointer catalogue)
{
  g_autoptr (JgMeasure) measure = jg_catalogue_get_measure (catalogue, id);

  return measure != NULL ? g_strdup (measure->name) : NULL;
}

static char *
label_fact (const char *key, gpointer facts)
{
  GPtrArray *list = facts;

  for (guint i = 0; i < list->len; i++)
    {
      const JgFact *fact = g_ptr_array_index (list, i);

      if (strcmp (fact->key, key) == 0)
        return g_strdup (fact->question);
    }
  return NULL;
}

/* jg_case_statistics_label_all:
 * @catalogue: where measures and questions have their words
 *
 * Puts words beside the keys of measures and groups. */
void
jg_case_statistics_label_all (JgCaseStatistics *self, JgCatalogue *catalogue)
{
  g_autoptr (GPtrArray) facts = jg_catalogue_list_facts (catalogue);

  jg_case_statistics_label (self->measures, label_measure, catalogue);
  jg_case_statistics_label (self->groups, label_fact, facts);
}

static void
append_number (GString *csv, const char *title, const char *name, guint n)
{
  g_autofree char *number = g_strdup_printf ("%u", n);

  jg_csv_append_row (csv, title, name, number, NULL);
}

static void
append_counts (GString *csv, const char *title, GPtrArray *counts)
{
  for (guint i = 0; i < counts->len; i++)
    {
      const JgCaseCount *count = g_ptr_array_index (counts, i);

      append_number (csv, title, count->label != NULL ? count->label : count->key, count->n);
    }
}

/* jg_case_statistics_to_csv:
 *
 * Returns: (transfer full): the statistics as a table of three columns, UTF-8 */
char *
jg_case_statistics_to_csv (const JgCaseStatistics *self)
{
  GString *csv = jg_csv_new ();
  g_autofree char *period = g_strdup_printf ("%s 至 %s", self->from, self->to);

  jg_csv_append_row (csv, "项目", "名称", "数量", NULL);
  jg_csv_append_row (csv, "期间", period, "", NULL);
  append_number (csv, "接待", "接待人次", self->n_sessions);
  append_number (csv, "接待", "接待人数", self->n_cases);
  append_number (csv, "接待", "其中首次", self->n_new);
  append_number (csv, "回访", "到期应回访", self->n_due);
  append_number (csv, "回访", "前后一周内已回访", self->n_kept);
  append_number (csv, "回访", "联系次数", self->n_contacts);
  append_counts (csv, "各月接待人次", self->months);
  append_counts (csv, "建议职业", self->occupations);
  append_counts (csv, "人群", self->groups);
  append_counts (csv, "提供的政策措施", self->measures);
  return g_string_free (csv, FALSE);
}
