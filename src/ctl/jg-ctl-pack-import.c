/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* “pack import” and “pack undo”: packs of others, kept for --with and for the window. */

#include "catalogue/jg-local-pack.h"
#include "catalogue/jg-pack-import.h"
#include "jg-ctl-pack-trust.h"

/* The office's own pack is made here, and is not taken from a file. */
static gboolean
is_own (const char *id)
{
  g_autofree char *folder = jg_local_pack_dup_default_folder ();
  g_autofree char *name = g_strconcat (id, ".json", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
put_import (JsonBuilder *builder, const char *file, const JgPackImport *import)
{
  json_builder_begin_object (builder);
  jg_ctl_put (builder, "file", file);
  jg_ctl_put (builder, "id", import->info->id);
  jg_ctl_put (builder, "version", import->info->version);
  json_builder_set_member_name (builder, "signature");
  jg_ctl_pack_put_signature (builder, import->signature, FALSE);
  json_builder_set_member_name (builder, "replaces");
  json_builder_add_boolean_value (builder, import->before != NULL);
  json_builder_set_member_name (builder, "differences");
  json_builder_begin_array (builder);
  for (guint i = 0; i < import->differences->len; i++)
    jg_ctl_pack_put_difference (builder, g_ptr_array_index (import->differences, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
print_import (const JgPackImport *import)
{
  g_autofree char *words = jg_signature_dup_words (import->signature);

  g_print ("已导入：%s（%s，版本 %s）\n签名：%s\n", import->info->title, import->info->id,
           import->info->version, words);
  for (guint i = 0; i < import->differences->len; i++)
    jg_ctl_pack_print_difference (g_ptr_array_index (import->differences, i));
  if (import->differences->len == 0)
    g_print ("没有不同\n");
  g_print ("用 --with %s 启用；jobguidectl pack undo %s 撤销\n", import->info->id,
           import->info->id);
}

/* All of them are read before one is kept; when one cannot be, those before it are taken back. */
static gboolean
keep_all (GPtrArray *imports, GError **error)
{
  for (guint i = 0; i < imports->len; i++)
    if (!jg_pack_import_keep (g_ptr_array_index (imports, i), error))
      {
        for (guint k = i; k > 0; k--)
          jg_pack_import_undo (g_ptr_array_index (imports, k - 1), NULL);
        return FALSE;
      }
  return TRUE;
}

/* jg_ctl_pack_import:
 *
 * pack import FILE… [--keys FOLDER]
 *
 * Returns: 0 when all are kept; 1 when one is broken, older than a trusted one or cannot be kept: then none is */
int
jg_ctl_pack_import (JgCtl *ctl, char **files)
{
  g_autoptr (GPtrArray) imports =
      g_ptr_array_new_with_free_func ((GDestroyNotify) jg_pack_import_free);
  g_autoptr (JgCatalogue) base = NULL;
  g_autoptr (JgKeyRing) keys = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = jg_pack_import_dup_default_folder ();
  JsonBuilder *builder;

  if (files[0] == NULL)
    return jg_ctl_usage ("pack import 后面应写数据包文件");
  base = jg_ctl_open_base (ctl);
  if (base == NULL)
    return JG_EXIT_NOTHING;
  keys = jg_ctl_pack_open_keys (ctl);
  for (guint i = 0; files[i] != NULL; i++)
    {
      JgPackImport *import = jg_pack_import_new (base, folder, files[i], keys, ctl->as_of, &error);

      if (import == NULL)
        return jg_ctl_fail ("%s", error->message);
      g_ptr_array_add (imports, import);
      if (is_own (import->info->id))
        return jg_ctl_fail ("没有导入：%s 就是本机构自己的数据包，已经在这里了", files[i]);
    }
  if (!keep_all (imports, &error))
    return jg_ctl_fail ("%s", error->message);
  if (!ctl->json)
    {
      for (guint i = 0; i < imports->len; i++)
        print_import (g_ptr_array_index (imports, i));
      return JG_EXIT_DONE;
    }
  builder = jg_ctl_begin (ctl);
  json_builder_set_member_name (builder, "imported");
  json_builder_begin_array (builder);
  for (guint i = 0; i < imports->len; i++)
    put_import (builder, files[i], g_ptr_array_index (imports, i));
  json_builder_end_array (builder);
  jg_ctl_end (builder);
  return JG_EXIT_DONE;
}

/* jg_ctl_pack_undo:
 *
 * pack undo ID
 *
 * Returns: 0 when the pack before is back, or none is there; 1 when none of this id was imported */
int
jg_ctl_pack_undo (JgCtl *ctl, char **arguments)
{
  g_autofree char *folder = jg_pack_import_dup_default_folder ();
  g_autoptr (JgPackShelf) shelf = NULL;
  JgPackInfo *info;
  g_autoptr (GError) error = NULL;
  JsonBuilder *builder;

  if (arguments[0] == NULL || arguments[1] != NULL)
    return jg_ctl_usage ("pack undo 后面应写一个导入过的数据包的 id");
  if (!jg_pack_import_take_back (folder, arguments[0], &error))
    return jg_ctl_fail ("%s", error->message);
  shelf = jg_pack_shelf_new ();
  jg_pack_shelf_add_folder (shelf, folder);
  info = jg_pack_shelf_get_info (shelf, arguments[0], NULL);
  if (!ctl->json)
    {
      if (info != NULL)
        g_print ("%s：换回了之前的一份（版本 %s）\n", arguments[0], info->version);
      else
        g_print ("%s：已经移除\n", arguments[0]);
      g_clear_pointer (&info, jg_pack_info_free);
      return JG_EXIT_DONE;
    }
  builder = jg_ctl_begin (ctl);
  jg_ctl_put (builder, "id", arguments[0]);
  jg_ctl_put (builder, "version", info != NULL ? info->version : NULL);
  jg_ctl_end (builder);
  g_clear_pointer (&info, jg_pack_info_free);
  return JG_EXIT_DONE;
}
