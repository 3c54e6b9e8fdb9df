/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-desk.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define MEASURE "gbf-2020-27.16"
#define OTHER "zzb-2020-19.42"
#define HEAD "{\"schema\": \"jobguide-desk/1\", \"provenance\": \"local\""

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("jobguide-desk-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "deeper", "desk.json", NULL);
}

static char **
list_files (Fixture *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_strv_builder_add (builder, name);
  return g_strv_builder_end (builder);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_auto (GStrv) names = list_files (self);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_rmdir (folder);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->path);
  g_free (self->folder);
}

static JgDesk *
open_desk (const char *path)
{
  g_autoptr (GError) error = NULL;
  JgDesk *desk = jg_desk_new (path);

  jg_desk_load (desk, &error);
  g_assert_no_error (error);
  return desk;
}

static void
write_file (Fixture *self, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_path_get_dirname (self->path);

  g_mkdir_with_parents (folder, 0700);
  g_file_set_contents (self->path, text, -1, &error);
  g_assert_no_error (error);
}

static JgDeskNote *
add (JgDesk *desk, const char *measure, const char *date, const char *text)
{
  g_autoptr (GError) error = NULL;
  JgDeskNote *note = jg_desk_add_note (desk, measure, date, text, "李某", &error);

  g_assert_no_error (error);
  return note;
}

/* The texts of the notes, joined. */
static char *
join_notes (JgDesk *desk, const char *measure)
{
  g_autoptr (GPtrArray) notes = jg_desk_list_notes (desk, measure);
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < notes->len; i++)
    g_string_append_printf (string, "%s;", ((JgDeskNote *) g_ptr_array_index (notes, i))->text);
  return g_string_free (string, FALSE);
}

static void
assert_notes (JgDesk *desk, const char *measure, const char *expected)
{
  g_autofree char *found = join_notes (desk, measure);

  g_assert_cmpstr (found, ==, expected);
}

static void
count_cb (JgDesk *desk, guint *count)
{
  (*count)++;
}

static void
test_notes (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgDesk) desk = open_desk (self->path);
  g_autoptr (JgDesk) again = NULL;
  g_autoptr (JgDeskNote) old = NULL, first = NULL, second = NULL, other = NULL;
  guint n_changed = 0;
  struct stat info;

  g_signal_connect (desk, "changed", G_CALLBACK (count_cb), &n_changed);
  first = add (desk, MEASURE, "2026-05", "first");
  second = add (desk, MEASURE, "2026-05", "second");
  old = add (desk, MEASURE, "2025-12-31", "old");
  other = add (desk, OTHER, "2026", "other");
  g_assert_cmpuint (n_changed, ==, 4);
  assert_notes (desk, MEASURE, "second;first;old;");

  g_assert_cmpint (g_stat (self->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);

  jg_desk_remove_note (desk, first, &error);
  g_assert_no_error (error);
  assert_notes (desk, MEASURE, "second;old;");
  g_assert_false (jg_desk_remove_note (desk, first, &error));
  g_assert_error (error, JG_DESK_ERROR, JG_DESK_ERROR_GONE);
  g_clear_error (&error);
  g_assert_true (jg_desk_restore_note (desk, first, &error));
  g_assert_true (jg_desk_restore_note (desk, first, &error));
  g_assert_no_error (error);
  assert_notes (desk, MEASURE, "second;first;old;");

  again = open_desk (self->path);
  assert_notes (again, MEASURE, "second;first;old;");
  assert_notes (again, NULL, "second;first;other;old;");
}

static void
test_guides (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgDesk) desk = open_desk (self->path);
  g_autoptr (JgDesk) again = NULL;
  g_autoptr (JgDeskGuide) all = jg_desk_guide_new (NULL, "2026-06-01", "王某");
  g_autoptr (JgDeskGuide) one = jg_desk_guide_new (MEASURE, "2026-07", "李某");
  g_autoptr (GPtrArray) list = NULL;

  g_assert_false (jg_desk_set_guide (desk, all, &error));
  g_assert_error (error, JG_DESK_ERROR, JG_DESK_ERROR_INVALID);
  g_clear_error (&error);
  jg_desk_guide_set_field (all, JG_DESK_FIELD_TELEPHONE, "0571-0000");
  jg_desk_guide_set_field (one, JG_DESK_FIELD_MATERIALS, "身份证\n银行卡");
  g_assert_true (jg_desk_set_guide (desk, one, &error));
  g_assert_true (jg_desk_set_guide (desk, all, &error));
  jg_desk_guide_set_field (all, JG_DESK_FIELD_TELEPHONE, "0571-1111");
  g_assert_true (jg_desk_set_guide (desk, all, &error));
  g_assert_no_error (error);

  again = open_desk (self->path);
  list = jg_desk_list_guides (again);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_null (((JgDeskGuide *) g_ptr_array_index (list, 0))->measure);
  g_assert_cmpstr (jg_desk_get_guide (again, NULL)->fields[JG_DESK_FIELD_TELEPHONE], ==,
                   "0571-1111");
  g_assert_cmpstr (jg_desk_find_guide (again, MEASURE)->fields[JG_DESK_FIELD_MATERIALS], ==,
                   "身份证\n银行卡");
  g_assert_null (jg_desk_get_guide (again, OTHER));
  g_assert_null (jg_desk_find_guide (again, OTHER)->measure);

  /* The first desk sees what the second wrote before it changes anything. */
  g_assert_true (jg_desk_remove_guide (again, MEASURE, &error));
  g_assert_false (jg_desk_remove_guide (desk, MEASURE, &error));
  g_assert_error (error, JG_DESK_ERROR, JG_DESK_ERROR_GONE);
  g_assert_null (jg_desk_get_guide (desk, MEASURE));
}

static void
test_two_programs (Fixture *self, gconstpointer data)
{
  g_autoptr (JgDesk) one = open_desk (self->path);
  g_autoptr (JgDesk) two = open_desk (self->path);
  g_autoptr (JgDeskNote) a = add (one, MEASURE, "2026-01-01", "a");
  g_autoptr (JgDeskNote) b = add (two, MEASURE, "2026-01-02", "b");
  g_autoptr (JgDeskNote) c = add (one, MEASURE, "2026-01-03", "c");

  g_assert_cmpuint (a->number, !=, b->number);
  assert_notes (one, MEASURE, "c;b;a;");
}

static void
test_words (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *measure, *date, *text, *by;
  } bad[] = {
    { "NO ID", "2026-05-12", "x", "李" },   { MEASURE, "2026-02-30", "x", "李" },
    { MEASURE, "12.5.2026", "x", "李" },    { MEASURE, NULL, "x", "李" },
    { MEASURE, "2026-05", " \n\t ", "李" }, { MEASURE, "2026-05", "\u200b", "李" },
    { MEASURE, "2026-05", "x", "" },        { MEASURE, "2026-05", "x", NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (JgDesk) desk = open_desk (self->path);
  g_autofree char *most = g_strnfill (JG_DESK_NOTE_MAX_TEXT, 'x');
  g_autofree char *more = g_strconcat (most, "x", NULL);
  g_autoptr (JgDeskNote) note = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_null (
          jg_desk_add_note (desk, bad[i].measure, bad[i].date, bad[i].text, bad[i].by, &error));
      g_assert_error (error, JG_DESK_ERROR, JG_DESK_ERROR_INVALID);
      g_clear_error (&error);
    }
  g_assert_null (jg_desk_add_note (desk, MEASURE, "2026", more, "李", &error));
  g_assert_error (error, JG_DESK_ERROR, JG_DESK_ERROR_INVALID);
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));

  note = add (desk, MEASURE, "2026", most);
  g_clear_pointer (&note, jg_desk_note_unref);
  note = add (desk, OTHER, "2026", " 电话\t核实\u200b\u202e：\"本市\"\\\n仍办\r\n\x01 ");
  g_assert_cmpstr (note->text, ==, "电话 核实：\"本市\"\\\n仍办");
  g_clear_object (&desk);
  desk = open_desk (self->path);
  assert_notes (desk, OTHER, "电话 核实：\"本市\"\\\n仍办;");
}

static const char *const damaged[] = {
  "",
  "{",
  "[]",
  "null",
  "{}",
  "{\"schema\": \"jobguide-desk/1\"}",
  "{\"schema\": \"jobguide-desk/0\", \"provenance\": \"local\"}",
  "{\"schema\": \"jobguide-desk/1\", \"provenance\": \"official\"}",
  HEAD ", \"more\": 1}",
  HEAD ", \"notes\": {}}",
  HEAD ", \"notes\": [1]}",
  HEAD ", \"notes\": [{}]}",
  HEAD ", \"notes\": [{\"number\": 0, \"measure\": \"a\", \"date\": \"2026\", \"text\": \"x\", "
       "\"by\": \"y\"}]}",
  HEAD ", \"notes\": [{\"number\": 1, \"measure\": \"a\", \"date\": \"2026-13\", \"text\": \"x\", "
       "\"by\": \"y\"}]}",
  HEAD ", \"notes\": [{\"number\": 1, \"measure\": \"a\", \"date\": \"2026\", \"text\": "
       "\"\\u202e\", \"by\": \"y\"}]}",
  HEAD ", \"notes\": [{\"number\": 1, \"measure\": \"a\", \"date\": \"2026\", \"text\": \"x\", "
       "\"by\": \"y\"}, {\"number\": 1, \"measure\": \"b\", \"date\": \"2026\", \"text\": \"x\", "
       "\"by\": \"y\"}]}",
  HEAD ", \"guides\": [{\"date\": \"2026\", \"by\": \"y\"}]}",
  HEAD ", \"guides\": [{\"counter\": \"1\", \"date\": \"2026\", \"by\": \"y\"}, {\"counter\": "
       "\"2\", \"date\": \"2026\", \"by\": \"y\"}]}",
};

static void
test_damaged (Fixture *self, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (damaged); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JgDesk) desk = jg_desk_new (self->path);
      g_autoptr (JgDesk) strict = NULL;
      g_autoptr (JgDeskNote) note = NULL;
      g_autofree char *suffix = i == 0 ? g_strdup ("") : g_strdup_printf ("-%d", (int) i + 1);
      g_autofree char *aside = g_strconcat (self->path, ".damaged", suffix, NULL);
      g_autofree char *kept = NULL;

      write_file (self, damaged[i]);
      strict = jg_desk_new_read_only (self->path, &error);
      g_assert_null (strict);
      g_assert_error (error, JG_DESK_ERROR, JG_DESK_ERROR_DAMAGED);
      g_assert_true (g_file_test (self->path, G_FILE_TEST_EXISTS));
      g_clear_error (&error);

      g_assert_false (jg_desk_load (desk, &error));
      g_assert_error (error, JG_DESK_ERROR, JG_DESK_ERROR_DAMAGED);
      g_assert_nonnull (strstr (error->message, aside));
      g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
      g_assert_true (g_file_get_contents (aside, &kept, NULL, NULL));
      g_assert_cmpstr (kept, ==, damaged[i]);

      g_assert_true (jg_desk_is_writable (desk));
      note = add (desk, MEASURE, "2026", "new");
      assert_notes (desk, NULL, "new;");
    }
}

/* Damage that comes while the window is open costs nothing that it knew. */
static void
test_damaged_meanwhile (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgDesk) desk = open_desk (self->path);
  g_autoptr (JgDesk) again = NULL;
  g_autoptr (JgDeskNote) a = add (desk, MEASURE, "2026-01", "a");
  g_autoptr (JgDeskNote) b = NULL;

  write_file (self, "{");
  g_assert_null (jg_desk_add_note (desk, MEASURE, "2026-02", "b", "李", &error));
  g_assert_error (error, JG_DESK_ERROR, JG_DESK_ERROR_DAMAGED);
  b = add (desk, MEASURE, "2026-02", "b");
  g_assert_cmpint (g_remove (self->path), ==, 0);
  jg_desk_remove_note (desk, b, NULL);
  again = open_desk (self->path);
  assert_notes (again, NULL, "a;");
}

static void
test_left_alone (Fixture *self, gconstpointer data)
{
  static const char newer[] = "{\"schema\": \"jobguide-desk/2\", \"strange\": []}";
  g_autoptr (GError) error = NULL;
  g_autoptr (JgDesk) desk = jg_desk_new (self->path);
  g_autofree char *kept = NULL;

  write_file (self, newer);
  g_assert_false (jg_desk_load (desk, &error));
  g_assert_error (error, JG_DESK_ERROR, JG_DESK_ERROR_NEWER);
  g_clear_error (&error);
  g_assert_false (jg_desk_is_writable (desk));
  g_assert_null (jg_desk_add_note (desk, MEASURE, "2026", "x", "李", &error));
  g_assert_error (error, JG_DESK_ERROR, JG_DESK_ERROR_WRITE);
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (self->path, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, newer);

  /* A folder in its place can be neither read nor replaced. */
  g_assert_cmpint (g_remove (self->path), ==, 0);
  g_assert_cmpint (g_mkdir (self->path, 0700), ==, 0);
  g_assert_false (jg_desk_load (desk, &error));
  g_assert_error (error, JG_DESK_ERROR, JG_DESK_ERROR_READ);
  g_assert_false (jg_desk_is_writable (desk));
  g_assert_cmpint (g_rmdir (self->path), ==, 0);
  g_assert_true (jg_desk_load (desk, NULL));
  g_assert_true (jg_desk_is_writable (desk));
}

static void
test_cannot_write (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *below = NULL;
  g_autoptr (JgDesk) desk = NULL;

  /* A file stands where the folder should be: this fails for root too. */
  g_assert_true (g_file_set_contents (folder, "x", 1, NULL));
  below = g_build_filename (folder, "desk.json", NULL);
  desk = jg_desk_new (below);
  g_assert_null (jg_desk_add_note (desk, MEASURE, "2026", "x", "李", &error));
  g_assert_nonnull (error);
  assert_notes (desk, NULL, "");
  g_assert_cmpint (g_remove (folder), ==, 0);
}

/* Saves again and again a text that fills the file; never returns. */
static void
save_for_ever (const char *path)
{
  g_autoptr (JgDesk) desk = jg_desk_new (path);
  g_autofree char *text = g_strnfill (JG_DESK_NOTE_MAX_TEXT, 'x');

  if (!jg_desk_load (desk, NULL))
    _exit (1);
  for (guint i = 0;; i++)
    {
      g_autoptr (GPtrArray) notes = jg_desk_list_notes (desk, NULL);

      if (notes->len > 60)
        {
          if (!jg_desk_remove_note (desk, g_ptr_array_index (notes, 0), NULL))
            _exit (2);
        }
      else
        {
          g_autoptr (JgDeskNote) note =
              jg_desk_add_note (desk, MEASURE, "2026", text, "李某", NULL);

          if (note == NULL)
            _exit (3);
        }
    }
}

static void
test_killed (Fixture *self, gconstpointer data)
{
  gboolean left_over = FALSE;
  guint most = 0;

  /* A slow machine saves little before each kill: it gets more of them. */
  for (guint round = 0; round < 80 || (most <= 10 && round < 1000); round++)
    {
      g_autoptr (JgDesk) desk = NULL;
      g_autoptr (GPtrArray) notes = NULL;
      g_auto (GStrv) names = NULL;
      pid_t pid = fork ();
      int status;

      g_assert_cmpint (pid, >=, 0);
      if (pid == 0)
        save_for_ever (self->path);
      g_usleep ((gulong) g_test_rand_int_range (500, 15000));
      g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
      g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
      g_assert_true (WIFSIGNALED (status));

      desk = open_desk (self->path);
      notes = jg_desk_list_notes (desk, NULL);
      for (guint i = 0; i < notes->len; i++)
        g_assert_cmpuint (strlen (((JgDeskNote *) g_ptr_array_index (notes, i))->text), ==,
                          JG_DESK_NOTE_MAX_TEXT);
      most = MAX (most, notes->len);
      names = list_files (self);
      left_over |= g_strv_contains ((const char *const *) names, "desk.json.tmp");
      g_assert_cmpuint (g_strv_length (names), <=, 2);
    }
  g_assert_cmpuint (most, >, 10);
  g_test_message ("%u notes at most; a half-written file was%s left behind", most,
                  left_over ? "" : " never");
}

static void
test_aliases (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgDesk) desk = open_desk (self->path);
  g_autoptr (JgDesk) other = NULL;
  g_autoptr (JgDeskAlias) alias = NULL;
  g_autoptr (GPtrArray) list = NULL;
  static const struct
  {
    const char *text;
    const char *occupation;
  } bad[] = {
    { "跑单的", "occ.wangyue-peisongyuan" }, /* it is there already */
    { "跑单的", "网约配送员" },
    { "", "occ.wangyue-peisongyuan" },
    { "一二三四五六七八九十一二三四五六七八九十一", "occ.wangyue-peisongyuan" },
  };

  g_assert_true (jg_desk_count_missed (desk, "跑单的", "2026-06-01", &error));
  alias =
      jg_desk_add_alias (desk, " 跑单的 ", "occ.wangyue-peisongyuan", "2026-06", "李某", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (alias->text, ==, "跑单的");
  list = jg_desk_list_missed (desk);
  g_assert_cmpuint (list->len, ==, 0);
  g_clear_pointer (&list, g_ptr_array_unref);

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_null (
          jg_desk_add_alias (desk, bad[i].text, bad[i].occupation, "2026", "王某", &error));
      g_assert_error (error, JG_DESK_ERROR, JG_DESK_ERROR_INVALID);
      g_clear_error (&error);
    }

  other = open_desk (self->path);
  list = jg_desk_list_aliases (other);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpstr (((JgDeskAlias *) g_ptr_array_index (list, 0))->by, ==, "李某");
  g_assert_true (jg_desk_remove_alias (other, g_ptr_array_index (list, 0), &error));
  g_assert_no_error (error);
  g_assert_false (jg_desk_remove_alias (desk, alias, &error));
  g_assert_error (error, JG_DESK_ERROR, JG_DESK_ERROR_GONE);
}

static void
test_missed_text (void)
{
  static const struct
  {
    const char *query;
    const char *kept;
  } cases[] = {
    { "月嫂", "月嫂" },
    { "  月嫂 ", "月嫂" },
    { "WAITER", "waiter" },
    { "一二三四五六七八九十百千", "一二三四五六七八九十百千" },
    { "一二三四五六七八九十百千万", NULL },
    { "王某13800000000", NULL },
    { "１３８", NULL },
    { "第①项", NULL },
    { "a٣b", NULL },
    { "嫂", NULL },
    { "", NULL },
    { " \t\n", NULL },
    { "月\n嫂", "月 嫂" },
    { "月\u202e嫂", "月嫂" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *kept = jg_desk_missed_dup_text (cases[i].query);

      if (g_strcmp0 (kept, cases[i].kept) != 0)
        g_error ("“%s” gives “%s”", cases[i].query, kept != NULL ? kept : "(nothing)");
    }
}

static void
test_missed (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgDesk) desk = open_desk (self->path);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (JgDeskMissed) first = NULL;

  g_assert_false (jg_desk_count_missed (desk, "13800000000", "2026-06-01", &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));

  g_assert_true (jg_desk_count_missed (desk, "厨师", "2026-06-02", &error));
  g_assert_true (jg_desk_count_missed (desk, "月嫂", "2026-06-01", &error));
  g_assert_true (jg_desk_count_missed (desk, "月嫂", "2026-06-03", &error));
  list = jg_desk_list_missed (desk);
  g_assert_cmpuint (list->len, ==, 2);
  first = jg_desk_missed_ref (g_ptr_array_index (list, 0));
  g_assert_cmpstr (first->text, ==, "月嫂");
  g_assert_cmpuint (first->count, ==, 2);
  g_assert_cmpstr (first->last, ==, "2026-06-03");

  g_assert_true (jg_desk_forget_missed (desk, "月嫂", &error));
  g_assert_true (jg_desk_restore_missed (desk, first, &error));
  g_clear_pointer (&list, g_ptr_array_unref);
  list = jg_desk_list_missed (desk);
  g_assert_cmpuint (((JgDeskMissed *) g_ptr_array_index (list, 0))->count, ==, 2);
  g_assert_true (jg_desk_forget_missed (desk, NULL, &error));
  g_clear_pointer (&list, g_ptr_array_unref);
  list = jg_desk_list_missed (desk);
  g_assert_cmpuint (list->len, ==, 0);
}

/* A full list loses what was asked least, of these the longest ago. */
static void
test_missed_full (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) json = g_string_new (HEAD ", \"missed\": [");
  g_autoptr (JgDesk) desk = NULL;
  g_autoptr (GPtrArray) list = NULL;
  const JgDeskMissed *missed;

  for (guint i = 0; i < JG_DESK_MAX_MISSED; i++)
    {
      char text[8] = { 0 };

      /* Characters that differ and that no folding changes. */
      g_unichar_to_utf8 (0xac00 + i, text);
      g_unichar_to_utf8 (0xb000 + i, text + 3);
      g_string_append_printf (json,
                              "%s{\"text\": \"%s\", \"count\": %d, \"last\": \"2026-0%d-01\"}",
                              i > 0 ? ", " : "", text, i < 2 ? 1 : 2, i == 0 ? 4 : 5);
    }
  g_string_append (json, "]}");
  write_file (self, json->str);
  desk = open_desk (self->path);
  g_assert_true (jg_desk_count_missed (desk, "月嫂", "2026-06-01", &error));
  g_assert_no_error (error);
  list = jg_desk_list_missed (desk);
  g_assert_cmpuint (list->len, ==, JG_DESK_MAX_MISSED);
  missed = g_ptr_array_index (list, JG_DESK_MAX_MISSED - 1);
  g_assert_cmpstr (missed->last, ==, "2026-05-01");
  missed = g_ptr_array_index (list, JG_DESK_MAX_MISSED - 2);
  g_assert_cmpstr (missed->text, ==, "月嫂");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)
  ADD ("/desk/notes", test_notes);
  ADD ("/desk/guides", test_guides);
  ADD ("/desk/two-programs", test_two_programs);
  ADD ("/desk/words", test_words);
  ADD ("/desk/damaged", test_damaged);
  ADD ("/desk/damaged-meanwhile", test_damaged_meanwhile);
  ADD ("/desk/left-alone", test_left_alone);
  ADD ("/desk/cannot-write", test_cannot_write);
  ADD ("/desk/killed", test_killed);
  g_test_add ("/desk/aliases", Fixture, NULL, set_up, test_aliases, tear_down);
  g_test_add_func ("/desk/missed/text", test_missed_text);
  g_test_add ("/desk/missed/counted", Fixture, NULL, set_up, test_missed, tear_down);
  g_test_add ("/desk/missed/full", Fixture, NULL, set_up, test_missed_full, tear_down);
  return g_test_run ();
}
