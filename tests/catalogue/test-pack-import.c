/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "jg-pack-diff.h"
#include "jg-pack-import.h"

#define HEAD                                                                                       \
  "{\"schema\": \"jobguide-pack/1\", \"id\": \"office-b\", \"version\": \"%s\", \"title\": "       \
  "\"甲区的文件与措施\", "                                                                 \
  "\"date\": \"2026-05-01\", \"provenance\": \"%s\", "                                             \
  "\"sources\": [{\"title\": \"a\", \"licence\": \"b\", \"credit\": \"c\"}], "
#define DOCUMENT                                                                                   \
  "\"documents\": [{\"key\": \"office-b.d1\", \"title\": \"通知\", \"number\": null, "           \
  "\"issuers\": [], \"date\": null, "                                                              \
  "\"region\": {\"code\": \"330106\", \"name\": \"西湖区\"}, \"kind\": \"normative\", "         \
  "\"clauses\": [{\"clause\": \"一\", \"line\": 1, \"line_to\": 1}], \"text\": \"%s\"}]}"

typedef struct
{
  char *folder;
  char *kept;
  char *file;
  JgCatalogue *base;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("jobguide-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->kept = g_build_filename (fixture->folder, "packs", NULL);
  fixture->file = g_build_filename (fixture->folder, "来自甲区.json", NULL);
  fixture->base = jg_catalogue_open_default (&error);
  g_assert_no_error (error);
}

static char *
kept_file (Fixture *fixture)
{
  return g_build_filename (fixture->kept, "office-b.json", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *kept = kept_file (fixture);

  g_remove (kept);
  g_rmdir (fixture->kept);
  g_remove (fixture->file);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->kept);
  g_free (fixture->file);
  g_object_unref (fixture->base);
}

static void
write_pack (Fixture *fixture, const char *version, const char *provenance, const char *text)
{
  g_autofree char *json = g_strdup_printf (HEAD DOCUMENT, version, provenance, text);

  g_assert_true (g_file_set_contents (fixture->file, json, -1, NULL));
}

static JgPackImport *
read_import (Fixture *fixture, GError **error)
{
  return jg_pack_import_new (fixture->base, fixture->kept, fixture->file, NULL, "2026-06-01",
                             error);
}

static const JgPackDifference *
only_difference (const JgPackImport *import)
{
  g_assert_cmpuint (import->differences->len, ==, 1);
  return g_ptr_array_index (import->differences, 0);
}

/* What is new, then what changed; each kept, and taken back. */
static void
test_keep (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgPackImport) first = NULL;
  g_autoptr (JgPackImport) second = NULL;
  g_autofree char *kept = kept_file (fixture);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  write_pack (fixture, "1", "local", "一、甲。");
  first = read_import (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (first->info->title, ==, "甲区的文件与措施");
  g_assert_cmpint (first->signature->state, ==, JG_SIGNATURE_NONE);
  g_assert_null (first->before);
  g_assert_cmpint (only_difference (first)->news, ==, JG_PACK_NEW);
  g_assert_false (g_file_test (kept, G_FILE_TEST_EXISTS));
  g_assert_true (jg_pack_import_keep (first, &error));
  g_assert_true (g_file_get_contents (kept, &before, NULL, NULL));

  write_pack (fixture, "2", "local", "一、乙。");
  second = read_import (fixture, &error);
  g_assert_no_error (error);
  g_assert_nonnull (second->before);
  g_assert_cmpint (only_difference (second)->news, ==, JG_PACK_CHANGED);
  g_assert_true (jg_pack_import_keep (second, &error));
  g_assert_true (jg_pack_import_undo (second, &error));
  g_assert_true (g_file_get_contents (kept, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, before);
  g_assert_true (jg_pack_import_undo (first, &error));
  g_assert_false (g_file_test (kept, G_FILE_TEST_EXISTS));
  g_assert_no_error (error);
}

/* A pack that is wrong anywhere is refused whole, and the message says where. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = kept_file (fixture);

  g_assert_null (read_import (fixture, &error));
  g_assert_error (error, JG_PACK_IMPORT_ERROR, JG_PACK_IMPORT_ERROR_READ);
  g_clear_error (&error);
  write_pack (fixture, "1", "official", "一、甲。");
  g_assert_null (read_import (fixture, &error));
  g_assert_error (error, JG_PACK_IMPORT_ERROR, JG_PACK_IMPORT_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "official"));
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (fixture->file, "{\"schema\": \"jobguide-pack/1\"", -1, NULL));
  g_assert_null (read_import (fixture, &error));
  g_assert_error (error, JG_PACK_IMPORT_ERROR, JG_PACK_IMPORT_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "来自甲区.json"));
  g_assert_false (g_file_test (kept, G_FILE_TEST_EXISTS));
}

/* A broken signature is worse than none. */
static void
test_signature (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *signature = g_strconcat (fixture->file, JG_SIGNATURE_SUFFIX, NULL);

  write_pack (fixture, "1", "local", "一、甲。");
  g_assert_true (g_file_set_contents (signature, "untrusted comment: x\nAAAA\n", -1, NULL));
  g_assert_null (read_import (fixture, &error));
  g_assert_error (error, JG_PACK_IMPORT_ERROR, JG_PACK_IMPORT_ERROR_SIGNATURE);
  g_remove (signature);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/catalogue/pack-import/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("keep", test_keep);
  ADD ("refused", test_refused);
  ADD ("signature", test_signature);
#undef ADD
  return g_test_run ();
}
