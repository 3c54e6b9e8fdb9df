/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The office's everyday words, put onto the shipped catalogue and searched for. */

#include "jg-desk.h"

#include <glib/gstdio.h>

#include "catalogue/jg-pack-set.h"
#include "catalogue/jg-search.h"

#define CARER "occ.jiankang-zhaohushi"

static char *folder;

static char *
shipped_path (void)
{
  return g_build_filename (g_getenv ("JOBGUIDE_BUILD_ROOT"), "data", "catalogue.db", NULL);
}

static JgCatalogue *
open_catalogue (const char *path)
{
  g_autoptr (GError) error = NULL;
  JgCatalogue *catalogue = jg_catalogue_open (path, &error);

  g_assert_no_error (error);
  return catalogue;
}

static void
add (JgDesk *desk, const char *text, const char *occupation)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JgDeskAlias) alias =
      jg_desk_add_alias (desk, text, occupation, "2026-06-01", "李某", &error);

  g_assert_no_error (error);
}

static void
assert_first (JgCatalogue *catalogue, const char *query, const char *id, JgSearchField field)
{
  g_autoptr (JgSearch) search = jg_search_new (catalogue);
  g_autoptr (GPtrArray) hits = jg_search_query (search, query, 5);
  const JgSearchHit *hit = hits->len > 0 ? g_ptr_array_index (hits, 0) : NULL;

  if (id == NULL)
    {
      g_assert_true (hit == NULL || hit->near);
      return;
    }
  g_assert_nonnull (hit);
  g_assert_false (hit->near);
  g_assert_cmpstr (hit->occupation->id, ==, id);
  g_assert_cmpint (hit->field, ==, field);
}

static void
test_found (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *shipped = shipped_path ();
  g_autofree char *desk_path = g_build_filename (folder, "desk.json", NULL);
  g_autofree char *pack_path = g_build_filename (folder, "office.json", NULL);
  g_autofree char *built = g_build_filename (folder, "built.db", NULL);
  g_autofree char *pack = NULL;
  g_autofree char *again = NULL;
  g_autoptr (JgCatalogue) before = open_catalogue (shipped);
  g_autoptr (JgCatalogue) after = NULL;
  g_autoptr (JgDesk) desk = jg_desk_new (desk_path);
  g_autoptr (JgPackSet) set = NULL;

  g_assert_null (jg_desk_dup_pack (desk, before));
  assert_first (before, "月嫂", NULL, JG_SEARCH_ALIAS);
  assert_first (before, "护工", CARER, JG_SEARCH_ALIAS);

  /* What the catalogue has, and what it does not know, must not spoil the rest. */
  add (desk, "护工", CARER);
  add (desk, "转圈圈的", "occ.nobody-knows");
  g_assert_null (jg_desk_dup_pack (desk, before));
  add (desk, "月嫂", CARER);
  pack = jg_desk_dup_pack (desk, before);
  again = jg_desk_dup_pack (desk, before);
  g_assert_cmpstr (pack, ==, again);

  g_file_set_contents (pack_path, pack, -1, &error);
  g_assert_no_error (error);
  set = jg_pack_set_new ();
  jg_pack_set_add_catalogue (set, shipped);
  jg_pack_set_add_file (set, pack_path);
  if (!jg_pack_set_check (set))
    g_error ("%s", (const char *) g_ptr_array_index (jg_pack_set_get_errors (set), 0));
  jg_pack_set_write (set, built, &error);
  g_assert_no_error (error);

  after = open_catalogue (built);
  assert_first (after, "月嫂", CARER, JG_SEARCH_ALIAS);
  assert_first (after, "yuesao", CARER, JG_SEARCH_PINYIN);
  assert_first (after, "转圈圈的", NULL, JG_SEARCH_ALIAS);
  g_remove (built);
  g_remove (pack_path);
  g_remove (desk_path);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("jobguide-desk-XXXXXX", &error);
  g_assert_no_error (error);
  g_test_add_func ("/desk/pack/found", test_found);
  status = g_test_run ();
  g_rmdir (folder);
  g_free (folder);
  return status;
}
