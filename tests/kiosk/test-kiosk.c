/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a kiosk keeps, and what it takes to leave it. */

#include <string.h>

#include <glib/gstdio.h>

#include "catalogue/jg-search.h"
#include "guidance/jg-eligibility.h"
#include "guidance/jg-match.h"
#include "kiosk/jg-kiosk-band.h"
#include "kiosk/jg-kiosk-config.h"
#include "kiosk/jg-kiosk-counters.h"
#include "kiosk/jg-kiosk-learning.h"
#include "kiosk/jg-kiosk-lock.h"
#include "kiosk/jg-kiosk-quiz.h"
#include "kiosk/jg-kiosk-text.h"

static void
test_counters (void)
{
  g_autofree char *folder = g_dir_make_tmp ("kiosk-XXXXXX", NULL);
  g_autofree char *below = g_build_filename (folder, "state", NULL);
  g_autofree char *path = g_build_filename (below, "kiosk-counters", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  JgKioskCounters counters;
  JgKioskCounters again;

  jg_kiosk_counters_load (&counters, path);
  for (guint i = 0; i < JG_KIOSK_N_COUNTERS; i++)
    g_assert_cmpuint (counters.values[i], ==, 0);
  counters.values[JG_KIOSK_SEARCHES] = 12;
  counters.values[JG_KIOSK_PRINTS] = 3;
  g_assert_true (jg_kiosk_counters_save (&counters, path, &error));
  g_assert_no_error (error);
  jg_kiosk_counters_load (&again, path);
  g_assert_cmpmem (&again, sizeof again, &counters, sizeof counters);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_regex_match_simple ("^([a-z-]+ [0-9]+\\n)+$", text, G_REGEX_DOLLAR_ENDONLY, 0));

  /* A damaged file takes nothing down. */
  g_assert_true (g_file_set_contents (path, "searches x\nprints 5\n\xff\xff 3\nprints", -1, NULL));
  jg_kiosk_counters_load (&again, path);
  g_assert_cmpuint (again.values[JG_KIOSK_SEARCHES], ==, 0);
  g_assert_cmpuint (again.values[JG_KIOSK_PRINTS], ==, 5);
  g_unlink (path);
  g_rmdir (below);
  g_rmdir (folder);
}

static void
test_config (void)
{
  g_autoptr (JgKioskConfig) config = g_new0 (JgKioskConfig, 1);
  g_autoptr (JgKioskConfig) again = NULL;
  g_autoptr (JgKioskConfig) wrong = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  config->notice = g_strdup ("星期一闭馆，“请”找'馆员'。\n下一行");
  config->office = g_strdup ("");
  config->hours = g_strdup ("9:00—17:00");
  config->printer = g_strdup ("");
  config->passphrase = g_strdup ("$argon2id$secret");
  config->idle = 60;
  config->countdown = 20;
  config->max_prints = 2;
  text = jg_kiosk_config_to_text (config);
  g_assert_null (strstr (text, "argon2id"));
  again = jg_kiosk_config_new_from_text (text, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again->notice, ==, config->notice);
  g_assert_cmpstr (again->hours, ==, config->hours);
  g_assert_cmpstr (again->printer, ==, "");
  g_assert_cmpstr (again->passphrase, ==, "*");
  g_assert_cmpuint (again->idle, ==, 60);
  g_assert_cmpuint (again->countdown, ==, 20);
  g_assert_cmpuint (again->max_prints, ==, 2);

  wrong = jg_kiosk_config_new_from_text ("no such thing", &error);
  g_assert_null (wrong);
  g_assert_nonnull (error);
}

static void
test_lock (void)
{
  JgKioskLock lock = { NULL };
  g_autofree char *hash = jg_kiosk_lock_hash ("开馆的人知道8");
  g_autofree char *other = jg_kiosk_lock_hash ("开馆的人知道8");
  gint64 now = 1000;
  guint wait;

  g_assert_true (g_str_has_prefix (hash, "$argon2id$"));
  g_assert_cmpstr (hash, !=, other);

  /* Without a passphrase nothing opens it. */
  g_assert_cmpint (jg_kiosk_lock_try (&lock, "", now, &wait), ==, JG_KIOSK_LOCK_WRONG);
  lock = (JgKioskLock){ .hash = (char *) "plain" };
  g_assert_cmpint (jg_kiosk_lock_try (&lock, "plain", now, &wait), ==, JG_KIOSK_LOCK_WRONG);

  lock = (JgKioskLock){ .hash = hash };
  g_assert_cmpint (jg_kiosk_lock_try (&lock, "开馆的人知道8", now, &wait), ==, JG_KIOSK_LOCK_OPEN);
  g_assert_cmpint (jg_kiosk_lock_try (&lock, "开馆的人知道", now, &wait), ==, JG_KIOSK_LOCK_WRONG);
  g_assert_cmpuint (wait, ==, 0);
  g_assert_cmpint (jg_kiosk_lock_try (&lock, "2", now, &wait), ==, JG_KIOSK_LOCK_WRONG);
  g_assert_cmpint (jg_kiosk_lock_try (&lock, "3", now, &wait), ==, JG_KIOSK_LOCK_WRONG);
  g_assert_cmpuint (wait, ==, 30);
  /* Even the right one waits, and waiting is no try. */
  now += 10 * G_USEC_PER_SEC;
  g_assert_cmpint (jg_kiosk_lock_try (&lock, "开馆的人知道8", now, &wait), ==, JG_KIOSK_LOCK_WAIT);
  g_assert_cmpuint (wait, ==, 20);
  now += 20 * G_USEC_PER_SEC;
  g_assert_cmpint (jg_kiosk_lock_try (&lock, "4", now, &wait), ==, JG_KIOSK_LOCK_WRONG);
  g_assert_cmpuint (wait, ==, 60);
  lock.failures = 4000000000u;
  now += 60 * G_USEC_PER_SEC;
  g_assert_cmpint (jg_kiosk_lock_try (&lock, "5", now, &wait), ==, JG_KIOSK_LOCK_WRONG);
  g_assert_cmpuint (wait, ==, 1800);
  now += 1800 * (gint64) G_USEC_PER_SEC;
  g_assert_cmpint (jg_kiosk_lock_try (&lock, "开馆的人知道8", now, &wait), ==, JG_KIOSK_LOCK_OPEN);
  g_assert_cmpuint (lock.failures, ==, 0);
}

static JgCatalogue *
open_catalogue (void)
{
  g_autoptr (GError) error = NULL;
  JgCatalogue *catalogue = jg_catalogue_open_default (&error);

  g_assert_no_error (error);
  return catalogue;
}

/* Whoever touches a word on the first page of the search gets an occupation that has it. */
static void
test_words (void)
{
  g_autoptr (JgCatalogue) catalogue = open_catalogue ();
  g_autoptr (JgSearch) search = jg_search_new (catalogue);
  g_autofree char *path =
      g_build_filename (g_getenv ("JOBGUIDE_SOURCE_ROOT"), "ui", "kiosk-words.txt", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) words = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  words = g_strsplit (g_strchomp (text), "\n", -1);
  g_assert_cmpuint (g_strv_length (words), >=, 12);
  for (gsize i = 0; words[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) hits = jg_search_query (search, words[i], 5);

      g_test_message ("%s", words[i]);
      g_assert_cmpuint (hits->len, >, 0);
      g_assert_false (((JgSearchHit *) g_ptr_array_index (hits, 0))->near);
    }
}

static void
test_learning (void)
{
  g_autoptr (JgCatalogue) catalogue = open_catalogue ();
  g_autoptr (JgOccupation) occupation =
      jg_catalogue_find_occupation (catalogue, "网约配送员", NULL, NULL);
  g_autoptr (GPtrArray) list = jg_kiosk_learning_list (catalogue, occupation);
  gboolean for_any = FALSE;

  g_assert_cmpuint (list->len, >, 0);
  g_assert_cmpuint (list->len, <=, 6);
  for (guint i = 0; i < list->len; i++)
    {
      const JgKioskLearning *item = g_ptr_array_index (list, i);

      g_assert_true (
          g_strv_contains ((const char *const *) item->measure->beneficiaries, "individual"));
      g_assert_cmpstr (item->measure->tier, !=, "C");
      /* Those tied to the occupation come first. */
      g_assert_true (item->for_any || !for_any);
      for_any = item->for_any;
    }
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
dup_offers (JgCatalogue *catalogue, int age)
{
  g_autoptr (JgProfile) profile = jg_profile_new ();
  g_autoptr (JgEligibility) eligibility = NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  jg_profile_set_age (profile, age);
  jg_profile_set_wants (profile, "training", TRUE);
  eligibility = jg_eligibility_check (catalogue, profile, "2020-10-01", NULL);
  for (guint i = 0; i < eligibility->verdicts->len; i++)
    {
      const JgVerdict *verdict = g_ptr_array_index (eligibility->verdicts, i);

      g_ptr_array_add (lines, g_strdup_printf ("%s %s %s", verdict->measure->id,
                                               jg_offer_nick (verdict->offer),
                                               jg_state_nick (verdict->conditions)));
    }
  g_ptr_array_sort (lines, compare);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

/* Within a band everybody gets the same verdicts; the bands leave no age out. */
static void
test_bands (void)
{
  g_autoptr (JgCatalogue) catalogue = open_catalogue ();
  g_autoptr (GArray) bands = jg_kiosk_band_list (catalogue);
  int next = 0;

  g_assert_cmpuint (bands->len, >=, 3);
  g_assert_cmpuint (bands->len, <=, 9);
  for (guint i = 0; i < bands->len; i++)
    {
      const JgKioskBand *band = &g_array_index (bands, JgKioskBand, i);
      int last = band->to == JG_KIOSK_BAND_OPEN ? JG_PROFILE_MAX_AGE : band->to;
      g_autofree char *first = dup_offers (catalogue, band->from);
      g_autofree char *same = dup_offers (catalogue, last);

      g_assert_cmpint (band->from, ==, next);
      g_assert_cmpint (last, >=, band->from);
      g_assert_true (g_str_equal (first, same));
      next = last + 1;
    }
  g_assert_cmpint (next, ==, JG_PROFILE_MAX_AGE + 1);
}

static char *
read_list (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("JOBGUIDE_SOURCE_ROOT"), "ui", name, NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static void
test_groups (void)
{
  g_autoptr (JgCatalogue) catalogue = open_catalogue ();
  g_autoptr (GPtrArray) facts = jg_catalogue_list_facts (catalogue);
  g_autofree char *text = read_list ("kiosk-groups.tsv");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n_groups = 0;

  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], "\t", -1);
      gboolean found = FALSE;

      if (*lines[i] == '#' || *lines[i] == '\0')
        continue;
      g_test_message ("%s", lines[i]);
      g_assert_cmpuint (g_strv_length (parts), ==, 2);
      for (guint j = 0; j < facts->len; j++)
        {
          const JgFact *fact = g_ptr_array_index (facts, j);

          found =
              found || (g_str_equal (fact->key, parts[0]) && g_str_equal (fact->type, "boolean"));
        }
      g_assert_true (found);
      n_groups++;
    }
  g_assert_cmpuint (n_groups, >=, 8);
}

/* Every answer that gives words gives an occupation; every question can be left without any. */
static void
test_quiz (void)
{
  g_autoptr (JgCatalogue) catalogue = open_catalogue ();
  g_autofree char *text = read_list ("kiosk-quiz.tsv");
  g_autoptr (JgKioskQuiz) quiz = jg_kiosk_quiz_new (text, -1);
  g_autoptr (JgProfile) profile = jg_profile_new ();
  g_autoptr (JgMatchResult) several = NULL;
  JgKioskAnswer *answer;

  g_assert_cmpuint (quiz->questions->len, >=, 8);
  g_assert_cmpuint (quiz->questions->len, <=, 12);
  g_assert_cmpuint (jg_kiosk_quiz_count_words (quiz), ==, 0);
  for (guint i = 0; i < quiz->questions->len; i++)
    {
      const JgKioskQuestion *question = g_ptr_array_index (quiz->questions, i);
      gboolean way_out = FALSE;

      for (guint j = 0; j < question->answers->len; j++)
        {
          g_autoptr (JgMatchResult) result = NULL;

          answer = g_ptr_array_index (question->answers, j);
          g_test_message ("%s %s", question->text, answer->label);
          answer->chosen = TRUE;
          jg_kiosk_quiz_fill (quiz, profile);
          result = jg_match_profile (catalogue, profile, 3);
          if (jg_kiosk_quiz_count_words (quiz) == 0)
            way_out = TRUE;
          else
            g_assert_cmpuint (result->matches->len, >, 0);
          answer->chosen = FALSE;
        }
      g_assert_true (way_out);
    }

  /* Two trades: at most three occupations, each with a reason. */
  answer =
      g_ptr_array_index (((JgKioskQuestion *) g_ptr_array_index (quiz->questions, 0))->answers, 0);
  answer->chosen = TRUE;
  answer =
      g_ptr_array_index (((JgKioskQuestion *) g_ptr_array_index (quiz->questions, 1))->answers, 0);
  answer->chosen = TRUE;
  jg_kiosk_quiz_fill (quiz, profile);
  several = jg_match_profile (catalogue, profile, 3);
  g_assert_cmpuint (several->matches->len, >=, 2);
  g_assert_cmpuint (several->matches->len, <=, 3);
  for (guint i = 0; i < several->matches->len; i++)
    g_assert_cmpuint (((JgMatch *) g_ptr_array_index (several->matches, i))->reasons->len, >, 0);
}

/* Whatever is taken along is whole sentences, ends with where to go, and fits. */
static void
test_texts (void)
{
  g_autoptr (JgCatalogue) catalogue = open_catalogue ();
  g_autoptr (JgOccupation) occupation =
      jg_catalogue_find_occupation (catalogue, "网约配送员", NULL, NULL);
  g_autoptr (GPtrArray) measures = jg_catalogue_list_measures (catalogue);
  g_autofree char *whole = jg_kiosk_text_occupation (catalogue, occupation, 1200);
  g_autofree char *cut = jg_kiosk_text_occupation (catalogue, occupation, 500);

  g_assert_true (g_str_has_prefix (whole, "网约配送员\n4-02-07-10"));
  g_assert_true (g_str_has_suffix (whole, "\n5. 处理客户投诉及其他递送诉求。\n请到窗口核实。"));
  g_assert_nonnull (strstr (whole, occupation->definition));
  g_assert_cmpuint (strlen (cut), <=, 500);
  g_assert_true (g_str_has_suffix (cut, "（后面还有，没有放下）\n请到窗口核实。"));
  for (guint i = 0; i < measures->len; i++)
    {
      const JgMeasure *measure = g_ptr_array_index (measures, i);
      g_autofree char *text = jg_kiosk_text_measure (catalogue, measure, 1200);

      g_assert_cmpuint (strlen (text), <=, 1200);
      g_assert_true (strstr (text, measure->quote) != NULL || strstr (text, "没有放下") != NULL);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kiosk/counters", test_counters);
  g_test_add_func ("/kiosk/config", test_config);
  g_test_add_func ("/kiosk/lock", test_lock);
  g_test_add_func ("/kiosk/words", test_words);
  g_test_add_func ("/kiosk/learning", test_learning);
  g_test_add_func ("/kiosk/bands", test_bands);
  g_test_add_func ("/kiosk/groups", test_groups);
  g_test_add_func ("/kiosk/quiz", test_quiz);
  g_test_add_func ("/kiosk/texts", test_texts);
  return g_test_run ();
}
