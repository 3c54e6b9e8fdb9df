/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading, refusing and writing jobguide-profile/1. */

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "jg-profile.h"

#define HEAD "{\"schema\": \"jobguide-profile/1\""

typedef struct
{
  const char *what;
  const char *json;
  const char *pointers[4]; /* each must be named by the message */
} Bad;

static const Bad bad[] = {
  { "empty", "", { NULL } },
  { "blank", "  \n", { NULL } },
  { "not-json", "王某，想送外卖", { NULL } },
  { "array", "[]", { NULL } },
  { "string", "\"jobguide-profile/1\"", { NULL } },
  { "two-roots", HEAD "} {}", { NULL } },
  { "no-schema", "{}", { "/schema" } },
  { "other-schema", "{\"schema\": \"jobguide-profile/2\"}", { "/schema" } },
  { "schema-number", "{\"schema\": 1}", { "/schema" } },
  { "unknown-key", HEAD ", \"name\": \"王某\"}", { "/name" } },
  { "duplicate-key", HEAD ", \"sex\": \"male\", \"sex\": \"female\"}", { "/sex" } },
  { "duplicate-fact",
    HEAD ", \"facts\": {\"veteran\": true, \"veteran\": false}}",
    { "/facts/veteran" } },
  { "alias-number", HEAD ", \"alias\": 3}", { "/alias" } },
  { "sex-chinese", HEAD ", \"sex\": \"男\"}", { "/sex" } },
  { "sex-bool", HEAD ", \"sex\": true}", { "/sex" } },
  { "birth-and-age", HEAD ", \"birth\": \"1991-03\", \"age\": 35}", { "/age" } },
  { "birth-month-13", HEAD ", \"birth\": \"1991-13\"}", { "/birth" } },
  { "birth-30-february", HEAD ", \"birth\": \"1991-02-30\"}", { "/birth" } },
  { "birth-29-february", HEAD ", \"birth\": \"1991-02-29\"}", { "/birth" } },
  { "birth-1899", HEAD ", \"birth\": \"1899\"}", { "/birth" } },
  { "birth-9999", HEAD ", \"birth\": \"9999-01\"}", { "/birth" } },
  { "birth-slashes", HEAD ", \"birth\": \"1991/03\"}", { "/birth" } },
  { "birth-short-month", HEAD ", \"birth\": \"1991-3\"}", { "/birth" } },
  { "birth-empty", HEAD ", \"birth\": \"\"}", { "/birth" } },
  { "birth-number", HEAD ", \"birth\": 1991}", { "/birth" } },
  { "age-string", HEAD ", \"age\": \"35\"}", { "/age" } },
  { "age-fraction", HEAD ", \"age\": 35.5}", { "/age" } },
  { "age-negative", HEAD ", \"age\": -1}", { "/age" } },
  { "age-121", HEAD ", \"age\": 121}", { "/age" } },
  { "age-huge", HEAD ", \"age\": 99999999999999999999}", { "/age" } },
  { "education-chinese", HEAD ", \"education\": \"高中\"}", { "/education" } },
  { "places-array", HEAD ", \"places\": [\"330100\"]}", { "/places" } },
  { "place-unknown", HEAD ", \"places\": {\"home\": \"330100\"}}", { "/places/home" } },
  { "place-five-digits", HEAD ", \"places\": {\"work\": \"33010\"}}", { "/places/work" } },
  { "place-seven-digits", HEAD ", \"places\": {\"work\": \"3301000\"}}", { "/places/work" } },
  { "place-name", HEAD ", \"places\": {\"work\": \"杭州市\"}}", { "/places/work" } },
  { "place-no-province", HEAD ", \"places\": {\"work\": \"990000\"}}", { "/places/work" } },
  { "place-number", HEAD ", \"places\": {\"work\": 330100}}", { "/places/work" } },
  { "facts-array", HEAD ", \"facts\": [true]}", { "/facts" } },
  { "fact-object", HEAD ", \"facts\": {\"veteran\": {\"yes\": true}}}", { "/facts/veteran" } },
  { "fact-array", HEAD ", \"facts\": {\"veteran\": [true]}}", { "/facts/veteran" } },
  { "fact-empty", HEAD ", \"facts\": {\"veteran\": \"\"}}", { "/facts/veteran" } },
  { "fact-negative", HEAD ", \"facts\": {\"months-insured\": -1}}", { "/facts/months-insured" } },
  { "fact-billions",
    HEAD ", \"facts\": {\"months-insured\": 2000000000}}",
    { "/facts/months-insured" } },
  { "fact-infinite",
    HEAD ", \"facts\": {\"months-insured\": 1e999}}",
    { "/facts/months-insured" } },
  { "fact-31-june",
    HEAD ", \"facts\": {\"graduated-on\": \"2026-06-31\"}}",
    { "/facts/graduated-on" } },
  { "fact-slash-in-key", HEAD ", \"facts\": {\"a/b~c\": {}}}", { "/facts/a~1b~0c" } },
  { "skills-string", HEAD ", \"skills\": \"认路\"}", { "/skills" } },
  { "skill-number", HEAD ", \"skills\": [\"认路\", 3]}", { "/skills/1" } },
  { "skill-empty", HEAD ", \"skills\": [\"\"]}", { "/skills/0" } },
  { "skill-null", HEAD ", \"skills\": [null]}", { "/skills/0" } },
  { "experience-array", HEAD ", \"experience\": [\"仓库\"]}", { "/experience" } },
  { "wish-object", HEAD ", \"wish\": {}}", { "/wish" } },
  { "wants-unknown", HEAD ", \"wants\": [\"loan\", \"money\"]}", { "/wants/1" } },
  { "wants-string", HEAD ", \"wants\": \"loan\"}", { "/wants" } },
  { "control-character", HEAD ", \"wish\": \"带\\u0007货\"}", { NULL } },
  { "nul", HEAD ", \"wish\": \"带\\u0000货\"}", { NULL } },
  { "bidi", HEAD ", \"wish\": \"\\u202e货带\"}", { NULL } },
  { "not-utf8", HEAD ", \"wish\": \"\xff\"}", { NULL } },
  { "comment", HEAD " /* x */}", { NULL } },
  { "trailing-comma", HEAD ",}", { NULL } },
  { "many-errors",
    HEAD ", \"sex\": \"x\", \"age\": \"35\", \"places\": {\"work\": \"1\"}}",
    { "/sex", "/age", "/places/work" } },
};

static void
test_bad (gconstpointer data)
{
  const Bad *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (JgProfile) profile = jg_profile_new_from_data (row->json, -1, "王.json", &error);

  g_assert_null (profile);
  g_assert_error (error, JG_PROFILE_ERROR, JG_PROFILE_ERROR_INVALID);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, "王.json"));
  for (guint i = 0; i < G_N_ELEMENTS (row->pointers) && row->pointers[i] != NULL; i++)
    g_assert_nonnull (strstr (error->message, row->pointers[i]));
}

static void
test_deep (void)
{
  g_autoptr (GString) json = g_string_new (HEAD ", \"wish\": ");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (json, '[');
  g_assert_null (jg_profile_new_from_data (json->str, (gssize) json->len, "深.json", &error));
  g_assert_error (error, JG_PROFILE_ERROR, JG_PROFILE_ERROR_INVALID);
}

static void
test_large (void)
{
  g_autofree char *words = g_strnfill (1100000, 'x');
  g_autofree char *json = g_strdup_printf (HEAD ", \"wish\": \"%s\"}", words);
  g_autofree char *skill = g_strnfill (201, 'x');
  g_autofree char *long_skill = g_strdup_printf (HEAD ", \"skills\": [\"%s\"]}", skill);
  g_autoptr (GError) error = NULL;

  g_assert_null (jg_profile_new_from_data (json, -1, "大.json", &error));
  g_assert_error (error, JG_PROFILE_ERROR, JG_PROFILE_ERROR_INVALID);
  g_clear_error (&error);

  g_assert_null (jg_profile_new_from_data (long_skill, -1, "长.json", &error));
  g_assert_error (error, JG_PROFILE_ERROR, JG_PROFILE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "/skills/0"));
}

/* What is not a regular file is refused at once, a named pipe too. */
static void
test_files (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("jobguide-profile-XXXXXX", &error);
  g_autofree char *pipe = g_build_filename (folder, "pipe.json", NULL);
  g_autofree char *missing = g_build_filename (folder, "没有.json", NULL);
  g_autofree char *good = g_build_filename (folder, "王某.json", NULL);
  g_autoptr (JgProfile) profile = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);

  g_assert_null (jg_profile_new_from_file (folder, &error));
  g_assert_error (error, JG_PROFILE_ERROR, JG_PROFILE_ERROR_READ);
  g_clear_error (&error);
  g_assert_null (jg_profile_new_from_file (pipe, &error));
  g_assert_error (error, JG_PROFILE_ERROR, JG_PROFILE_ERROR_READ);
  g_clear_error (&error);
  g_assert_null (jg_profile_new_from_file (missing, &error));
  g_assert_error (error, JG_PROFILE_ERROR, JG_PROFILE_ERROR_READ);
  g_assert_nonnull (strstr (error->message, "没有.json"));
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (good, HEAD ", \"alias\": \"王某\"}", -1, NULL));
  profile = jg_profile_new_from_file (good, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (jg_profile_get_alias (profile), ==, "王某");

  g_unlink (pipe);
  g_unlink (good);
  g_rmdir (folder);
}

static const char whole[] = HEAD
    ", \"wants\": [\"loan\", \"training\"], \"alias\": \"王某\", \"sex\": \"male\","
    " \"birth\": \"1991-03\", \"education\": \"senior-secondary\","
    " \"places\": {\"work\": null, \"residence\": \"330100\", \"household\": \"420100\"},"
    " \"facts\": {\"veteran\": null, \"registered-unemployed\": true, \"hardship-certified\": "
    "false,"
    " \"registered-unemployed-since\": \"2026-06-01\", \"months-insured\": 36, \"x-half\": 0.5,"
    " \"办公室自己的\": \"甲\"},"
    " \"skills\": [\"会开三轮车\", \"认路\"], \"experience\": \"仓库分拣4年\","
    " \"wish\": \"时间自由的活\"}";

static void
test_whole (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgProfile) profile = jg_profile_new_from_data (whole, -1, "整.json", &error);
  g_autoptr (GPtrArray) keys = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (jg_profile_get_sex (profile), ==, "male");
  g_assert_cmpstr (jg_profile_get_birth (profile), ==, "1991-03");
  g_assert_cmpint (jg_profile_get_age (profile), ==, -1);
  g_assert_cmpstr (jg_profile_get_education (profile), ==, "senior-secondary");
  g_assert_cmpstr (jg_profile_get_place (profile, JG_PLACE_HOUSEHOLD), ==, "420100");
  g_assert_null (jg_profile_get_place (profile, JG_PLACE_WORK));
  g_assert_cmpstr (jg_profile_get_skills (profile)[1], ==, "认路");
  g_assert_null (jg_profile_get_skills (profile)[2]);
  g_assert_true (jg_profile_wants (profile, "loan"));
  g_assert_false (jg_profile_wants (profile, "employment"));

  /* Four answers that must not be mixed up: yes, no, asked and not known, not asked. */
  g_assert_true (jg_profile_get_fact (profile, "registered-unemployed")->boolean);
  g_assert_cmpint (jg_profile_get_fact (profile, "hardship-certified")->state, ==, JG_FACT_BOOLEAN);
  g_assert_false (jg_profile_get_fact (profile, "hardship-certified")->boolean);
  g_assert_cmpint (jg_profile_get_fact (profile, "veteran")->state, ==, JG_FACT_UNKNOWN);
  g_assert_cmpint (jg_profile_get_fact (profile, "migrant-worker")->state, ==, JG_FACT_ABSENT);
  g_assert_cmpfloat (jg_profile_get_fact (profile, "months-insured")->number, ==, 36);
  g_assert_cmpstr (jg_profile_get_fact (profile, "办公室自己的")->string, ==, "甲");
  keys = jg_profile_list_facts (profile);
  g_assert_cmpuint (keys->len, ==, 7);
  g_assert_cmpstr (g_ptr_array_index (keys, 0), ==, "hardship-certified");
}

static void
test_round_trip (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgProfile) first = jg_profile_new_from_data (whole, -1, "一.json", &error);
  g_autofree char *written = NULL;
  g_autoptr (JgProfile) second = NULL;
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  written = jg_profile_to_data (first);
  g_assert_true (g_str_has_suffix (written, "}\n"));
  g_assert_nonnull (strstr (written, "\"veteran\" : null"));
  g_assert_nonnull (strstr (written, "\"months-insured\" : 36"));
  g_assert_null (strstr (written, "36.0"));
  g_assert_null (strstr (written, "\"work\""));
  second = jg_profile_new_from_data (written, -1, "二.json", &error);
  g_assert_no_error (error);
  again = jg_profile_to_data (second);
  g_assert_cmpstr (written, ==, again);
  g_assert_cmpfloat (jg_profile_get_fact (second, "x-half")->number, ==, 0.5);
  g_assert_cmpstr (jg_profile_get_wants (second)[0], ==, "training");
}

static void
test_empty_round_trip (void)
{
  g_autoptr (JgProfile) empty = jg_profile_new ();
  g_autofree char *written = jg_profile_to_data (empty);
  g_autoptr (GError) error = NULL;
  g_autoptr (JgProfile) read = jg_profile_new_from_data (written, -1, "空.json", &error);
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  again = jg_profile_to_data (read);
  g_assert_cmpstr (written, ==, again);
}

/* The setters of a form keep the same rules. */
static void
test_setters (void)
{
  g_autoptr (JgProfile) profile = jg_profile_new ();
  const char *const skills[] = { "认路", "", "会开车", NULL };

  jg_profile_set_birth (profile, "1991-03");
  jg_profile_set_age (profile, 30);
  g_assert_null (jg_profile_get_birth (profile));
  jg_profile_set_birth (profile, "1991");
  g_assert_cmpint (jg_profile_get_age (profile), ==, -1);
  jg_profile_set_alias (profile, "");
  g_assert_null (jg_profile_get_alias (profile));
  jg_profile_set_skills (profile, skills);
  g_assert_cmpstr (jg_profile_get_skills (profile)[1], ==, "会开车");
  jg_profile_set_wants (profile, "loan", TRUE);
  jg_profile_set_wants (profile, "training", TRUE);
  jg_profile_set_wants (profile, "loan", TRUE);
  g_assert_cmpstr (jg_profile_get_wants (profile)[0], ==, "training");
  g_assert_cmpstr (jg_profile_get_wants (profile)[1], ==, "loan");
  g_assert_null (jg_profile_get_wants (profile)[2]);
  jg_profile_set_wants (profile, "training", FALSE);
  g_assert_cmpstr (jg_profile_get_wants (profile)[0], ==, "loan");
  jg_profile_set_fact_number (profile, "months-insured", 12);
  jg_profile_set_fact_unknown (profile, "months-insured");
  g_assert_cmpint (jg_profile_get_fact (profile, "months-insured")->state, ==, JG_FACT_UNKNOWN);
  jg_profile_set_fact_absent (profile, "months-insured");
  g_assert_cmpint (jg_profile_get_fact (profile, "months-insured")->state, ==, JG_FACT_ABSENT);
}

typedef struct
{
  const char *birth;
  const char *as_of;
  int min; /* -1: not known */
  int max;
} AgeRow;

static const AgeRow ages[] = {
  { "1991-03-15", "2026-03-14", 34, 34 },
  { "1991-03-15", "2026-03-15", 35, 35 },
  { "1991-03-15", "2026-11-23", 35, 35 },
  /* Somebody born on 29 February is a year older on 1 March. */
  { "2000-02-29", "2025-02-28", 24, 24 },
  { "2000-02-29", "2025-03-01", 25, 25 },
  { "2000-02-29", "2024-02-29", 24, 24 },
  { "1991-03", "2026-02-28", 34, 34 },
  { "1991-03", "2026-03-01", 34, 35 },
  { "1991-03", "2026-03-30", 34, 35 },
  { "1991-03", "2026-03-31", 35, 35 },
  { "1991-03", "2026-04-01", 35, 35 },
  { "2000-02", "2025-02-28", 24, 25 },
  { "1966", "2026-01-01", 59, 60 },
  { "1966", "2026-12-30", 59, 60 },
  { "1966", "2026-12-31", 60, 60 },
  { "2026-11", "2026-11-23", 0, 0 },
  { "2026-11-23", "2026-11-23", 0, 0 },
  { "2026-11-24", "2026-11-23", -1, -1 },
  { "2027", "2026-11-23", -1, -1 },
  { "1991-03", "2026-11", -1, -1 },
  { "1991-03", "2026-02-30", -1, -1 },
  { "1991-03", "今天", -1, -1 },
  { NULL, "2026-11-23", -1, -1 },
};

static void
test_ages (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ages); i++)
    {
      g_autoptr (JgProfile) profile = jg_profile_new ();
      int min = -2, max = -2;
      gboolean known;

      jg_profile_set_birth (profile, ages[i].birth);
      known = jg_profile_get_age_at (profile, ages[i].as_of, &min, &max);
      g_test_message ("%s at %s: %d to %d", ages[i].birth, ages[i].as_of, min, max);
      g_assert_cmpint (known, ==, ages[i].min >= 0);
      g_assert_cmpint (min, ==, ages[i].min);
      g_assert_cmpint (max, ==, ages[i].max);
    }
}

static void
test_stated_age (void)
{
  g_autoptr (JgProfile) profile = jg_profile_new ();
  int min, max;

  jg_profile_set_age (profile, 0);
  g_assert_true (jg_profile_get_age_at (profile, "2026-11-23", &min, &max));
  g_assert_cmpint (min, ==, 0);
  jg_profile_set_age (profile, 59);
  g_assert_true (jg_profile_get_age_at (profile, "2020-01-01", &min, &max));
  g_assert_cmpint (min, ==, 59);
  g_assert_cmpint (max, ==, 59);
}

static void
test_words (void)
{
  g_assert_cmpint (jg_education_rank ("none"), ==, 0);
  g_assert_cmpint (jg_education_rank ("associate"), <, jg_education_rank ("bachelor"));
  g_assert_cmpint (jg_education_rank ("senior-secondary"), <, jg_education_rank ("associate"));
  g_assert_cmpint (jg_education_rank ("博士"), ==, -1);
  g_assert_cmpint (jg_education_rank (NULL), ==, -1);
  for (guint i = 0; jg_education_nicks ()[i] != NULL; i++)
    {
      g_assert_cmpint (jg_education_rank (jg_education_nicks ()[i]), ==, (int) i);
      g_assert_nonnull (jg_education_label (jg_education_nicks ()[i]));
    }
  for (guint i = 0; jg_wants_nicks ()[i] != NULL; i++)
    g_assert_nonnull (jg_wants_label (jg_wants_nicks ()[i]));
  g_assert_cmpstr (jg_place_label (JG_PLACE_HOUSEHOLD), ==, "户籍地");
  for (guint i = 0; i < JG_N_PLACES; i++)
    g_assert_nonnull (jg_place_label (i));
  g_assert_true (jg_place_code_is_valid ("330100"));
  g_assert_false (jg_place_code_is_valid ("000000"));
  g_assert_false (jg_place_code_is_valid (NULL));
}

static void
test_samples (void)
{
  g_autofree char *folder =
      g_build_filename (g_getenv ("JOBGUIDE_SOURCE_ROOT"), "data", "samples", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint count = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (JgProfile) profile = jg_profile_new_from_file (path, &error);

      g_assert_no_error (error);
      g_assert_nonnull (jg_profile_get_wish (profile));
      count++;
    }
  g_assert_cmpuint (count, >=, 12);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strdup_printf ("/profile/bad/%s", bad[i].what);

      g_test_add_data_func (path, &bad[i], test_bad);
    }
  g_test_add_func ("/profile/bad/deep", test_deep);
  g_test_add_func ("/profile/bad/large", test_large);
  g_test_add_func ("/profile/files", test_files);
  g_test_add_func ("/profile/whole", test_whole);
  g_test_add_func ("/profile/round-trip", test_round_trip);
  g_test_add_func ("/profile/empty-round-trip", test_empty_round_trip);
  g_test_add_func ("/profile/setters", test_setters);
  g_test_add_func ("/profile/ages", test_ages);
  g_test_add_func ("/profile/stated-age", test_stated_age);
  g_test_add_func ("/profile/words", test_words);
  g_test_add_func ("/profile/samples", test_samples);
  return g_test_run ();
}
