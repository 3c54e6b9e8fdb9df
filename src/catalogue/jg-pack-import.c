/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-pack-import.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "jg-json-gate.h"
#include "jg-pack-diff.h"
#include "jg-pack-set.h"
#include "jg-pack-shelf.h"
#include "jg-text-forbidden.h"

#define MAX_SHOWN 5 /* problems in a message */

G_DEFINE_QUARK (jg - pack - import - error - quark, jg_pack_import_error)

/* jg_pack_import_free:
 * @self: (transfer full): an import */
void
jg_pack_import_free (JgPackImport *self)
{
  g_clear_pointer (&self->info, jg_pack_info_free);
  g_clear_pointer (&self->signature, jg_signature_free);
  g_clear_pointer (&self->differences, g_ptr_array_unref);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->signed_by, g_bytes_unref);
  g_clear_pointer (&self->before, g_bytes_unref);
  g_free (self->folder);
  g_free (self->path);
  g_free (self);
}

/**
 * jg_pack_import_dup_default_folder:
 *
 * Returns: (transfer full) (type filename): where the imported packs of this user lie
 */
char *
jg_pack_import_dup_default_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "jobguide", "packs", NULL);
}

static void
set_problems (GError **error, const char *name, GPtrArray *problems)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < MIN (problems->len, MAX_SHOWN); i++)
    g_string_append_printf (text, "\n%s", (const char *) g_ptr_array_index (problems, i));
  g_set_error (error, JG_PACK_IMPORT_ERROR, JG_PACK_IMPORT_ERROR_INVALID,
               "没有导入：“%s”有 %u 处不对，整个数据包都没有用。请把下面几处告诉制作它的机构：%s",
               name, problems->len, text->str);
}

/* The pack among those that were read; those of the catalogue go before it. */
static JgPackInfo *
steal_info (JgPackSet *set, GBytes *bytes)
{
  GPtrArray *packs = jg_pack_set_get_packs (set);

  for (guint i = 0; i < packs->len; i++)
    {
      JgPack *pack = g_ptr_array_index (packs, i);

      if (pack->bytes == bytes)
        return g_steal_pointer (&pack->info);
    }
  return NULL;
}

static GBytes *
new_empty (const JgPackInfo *info)
{
  g_autofree char *data = g_strdup_printf (
      "{\"schema\": \"jobguide-pack/1\", \"id\": \"%s\", \"version\": \"0\", \"title\": \"-\", "
      "\"date\": \"%s\", \"provenance\": \"local\", \"sources\": "
      "[{\"title\": \"-\", \"licence\": \"-\", \"credit\": \"-\"}]}",
      info->id, info->date);
  const gsize length = strlen (data);

  return g_bytes_new_take (g_steal_pointer (&data), length);
}

static gboolean
compare (JgPackImport *self, const char *name, const char *as_of, GError **error)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GBytes) empty = new_empty (self->info);

  self->differences = jg_pack_diff (self->path, self->before != NULL ? self->before : empty, name,
                                    self->bytes, as_of, problems);
  if (self->differences == NULL)
    set_problems (error, name, problems);
  return self->differences != NULL;
}

static GBytes *
read_bytes (const char *path)
{
  gsize length = 0;
  char *data = jg_json_gate_read_file (path, JG_PACK_MAX_SIZE, &length, NULL);

  return data != NULL ? g_bytes_new_take (data, length) : NULL;
}

/* What the administrator installed is the administrator's to replace; the shelf would go on using it. */
static gboolean
check_not_installed (JgCatalogue *base, const char *name, const char *id, GError **error)
{
  g_autoptr (JgPackShelf) shelf = jg_pack_shelf_new_shipped (jg_catalogue_get_path (base));
  g_auto (GStrv) ids = jg_pack_shelf_list_ids (shelf);

  if (!g_strv_contains ((const char *const *) ids, id))
    return TRUE;
  g_set_error (error, JG_PACK_IMPORT_ERROR, JG_PACK_IMPORT_ERROR_INVALID,
               "没有导入：“%s”的 /id “%s”是随程序安装的数据包的；要换它请找管理员，"
               "要并用请制作它的机构换一个 id。",
               name, id);
  return FALSE;
}

/* An old version, or one that lost its signature on the way, does not take the place of a trusted one. */
static gboolean
check_newer (JgPackImport *self, const char *name, JgKeyRing *keys, GError **error)
{
  g_autoptr (JgSignature) before = NULL;
  g_autoptr (GError) older = NULL;

  if (self->before == NULL)
    return TRUE;
  before = jg_signature_check_file (self->path, self->before, keys);
  if (before->state != JG_SIGNATURE_GOOD || g_bytes_equal (self->before, self->bytes))
    return TRUE;
  if (self->signature->state != JG_SIGNATURE_GOOD)
    g_set_error (
        error, JG_PACK_IMPORT_ERROR, JG_PACK_IMPORT_ERROR_SIGNATURE,
        "没有导入：“%s”没有可信的签名，这里已有的一份有（%s）。请向发来它的机构要签过名的一份"
        "；确要换成这一份，先撤销已有的：jobguidectl pack undo %s",
        name, before->key_name, self->info->id);
  else if (!jg_signature_check_newer (self->signature, before, FALSE, &older))
    g_set_error (error, JG_PACK_IMPORT_ERROR, JG_PACK_IMPORT_ERROR_SIGNATURE,
                 "没有导入：“%s”%s。请向发来它的机构要最新的一份；确要换回这一份，先撤销已有的："
                 "jobguidectl pack undo %s",
                 name, older->message, self->info->id);
  else
    return TRUE;
  return FALSE;
}

/**
 * jg_pack_import_new:
 * @base: the shipped catalogue
 * @folder: (type filename): where imported packs lie
 * @path: (type filename): the file; its signature, if it has one, lies beside it
 * @keys: (nullable): the trusted keys, or %NULL for the administrator's
 * @as_of: the day by which measures have ended, YYYY-MM-DD
 *
 * Checks a pack from elsewhere whole, and compares it with the one of the same id that is kept. One that is older than a kept one
 * with a trusted signature, or that has none where that has one, is refused. Nothing is kept yet.
 *
 * Returns: (transfer full): what it would bring, or %NULL with a #JgPackImportError
 */
JgPackImport *
jg_pack_import_new (JgCatalogue *base,
                    const char *folder,
                    const char *path,
                    JgKeyRing *keys,
                    const char *as_of,
                    GError **error)
{
  g_autoptr (JgPackImport) self = NULL;
  g_autoptr (JgPackSet) set = jg_pack_set_new ();
  g_autoptr (JgKeyRing) trusted = NULL;
  g_autofree char *file = NULL;
  g_autofree char *beside = NULL;
  g_autoptr (GError) failed = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *name = NULL;
  char *data;
  gsize length = 0;

  g_return_val_if_fail (JG_IS_CATALOGUE (base), NULL);
  g_return_val_if_fail (folder != NULL && path != NULL && as_of != NULL, NULL);

  plain = g_path_get_basename (path);
  name = jg_text_dup_path_name (plain);
  data = jg_json_gate_read_file (path, JG_PACK_MAX_SIZE, &length, &failed);
  if (data == NULL)
    {
      g_set_error (error, JG_PACK_IMPORT_ERROR, JG_PACK_IMPORT_ERROR_READ, "没有导入：%s",
                   failed->message);
      return NULL;
    }
  self = g_new0 (JgPackImport, 1);
  self->bytes = g_bytes_new_take (data, length);
  jg_pack_set_add_catalogue (set, jg_catalogue_get_path (base));
  jg_pack_set_add_bytes (set, name, self->bytes, JG_SIGNATURE_NONE);
  if (!jg_pack_set_check (set))
    {
      set_problems (error, name, jg_pack_set_get_errors (set));
      return NULL;
    }
  self->info = steal_info (set, self->bytes);
  trusted =
      keys != NULL ? g_object_ref (keys) : jg_key_ring_new (jg_key_ring_get_default_folder ());
  self->signature = jg_signature_check_file (path, self->bytes, trusted);
  if (self->signature->state == JG_SIGNATURE_BAD)
    {
      g_set_error (error, JG_PACK_IMPORT_ERROR, JG_PACK_IMPORT_ERROR_SIGNATURE,
                   "没有导入：“%s”的签名不对（%s）。请向发来它的机构重新要一份。", name,
                   self->signature->problem);
      return NULL;
    }
  beside = g_strconcat (path, JG_SIGNATURE_SUFFIX, NULL);
  if (self->signature->state != JG_SIGNATURE_NONE)
    self->signed_by = read_bytes (beside);
  self->folder = g_strdup (folder);
  file = g_strconcat (self->info->id, ".json", NULL);
  self->path = g_build_filename (folder, file, NULL);
  self->before = read_bytes (self->path);
  if (!check_not_installed (base, name, self->info->id, error) ||
      !check_newer (self, name, trusted, error))
    return NULL;
  if (!compare (self, name, as_of, error))
    return NULL;
  return g_steal_pointer (&self);
}

static gboolean
put (const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) failed = NULL;

  if (bytes == NULL)
    {
      if (g_unlink (path) == 0 || errno == ENOENT || errno == ENOTDIR)
        return TRUE;
      g_set_error (error, JG_PACK_IMPORT_ERROR, JG_PACK_IMPORT_ERROR_WRITE, "没有删除“%s”（%s）。",
                   path, g_strerror (errno));
      return FALSE;
    }
  if (g_mkdir_with_parents (folder, 0700) == 0 &&
      g_file_set_contents_full (
          path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
          G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &failed))
    return TRUE;
  g_set_error (error, JG_PACK_IMPORT_ERROR, JG_PACK_IMPORT_ERROR_WRITE,
               "没有写入“%s”（%s）。请检查磁盘是否已满、文件夹是否可写。", path,
               failed != NULL ? failed->message : g_strerror (errno));
  return FALSE;
}

/* A pack and its signature; either may be NULL, and then it is taken away. The signature of another pack never lies beside one. */
static gboolean
put_both (const char *path, GBytes *bytes, GBytes *signature, GError **error)
{
  g_autofree char *beside = g_strconcat (path, JG_SIGNATURE_SUFFIX, NULL);

  return put (beside, NULL, error) && put (path, bytes, error) &&
         (signature == NULL || put (beside, signature, error));
}

static char *
dup_before_path (const char *folder, const char *id)
{
  g_autofree char *file = g_strconcat (id, ".json", NULL);

  return g_build_filename (folder, "before", file, NULL);
}

/**
 * jg_pack_import_keep:
 * @self: an import
 *
 * Keeps the pack with its signature, in place of the one of the same id, which is put aside for
 * jg_pack_import_take_back().
 *
 * Returns: whether it is kept; otherwise JG_PACK_IMPORT_ERROR_WRITE, and everything is as before
 */
gboolean
jg_pack_import_keep (JgPackImport *self, GError **error)
{
  g_autofree char *aside = NULL;
  g_autofree char *beside = NULL;
  g_autoptr (GBytes) signature = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  aside = dup_before_path (self->folder, self->info->id);
  beside = g_strconcat (self->path, JG_SIGNATURE_SUFFIX, NULL);
  signature = self->before != NULL ? read_bytes (beside) : NULL;
  if (!put_both (aside, self->before, signature, error))
    return FALSE;
  if (put_both (self->path, self->bytes, self->signed_by, error))
    return TRUE;
  put_both (self->path, self->before, signature, NULL);
  return FALSE;
}

/**
 * jg_pack_import_take_back:
 * @folder: (type filename): where imported packs lie
 * @id: id of one
 *
 * Brings back what was there before the last import, with its signature, or nothing.
 *
 * Returns: whether that was done; otherwise JG_PACK_IMPORT_ERROR_NOT_FOUND or JG_PACK_IMPORT_ERROR_WRITE
 */
gboolean
jg_pack_import_take_back (const char *folder, const char *id, GError **error)
{
  g_autofree char *aside = NULL;
  g_autofree char *aside_beside = NULL;
  g_autofree char *file = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) signature = NULL;

  g_return_val_if_fail (folder != NULL && id != NULL, FALSE);

  file = g_strconcat (id, ".json", NULL);
  path = g_build_filename (folder, file, NULL);
  /* An id is not a path. */
  if (!jg_json_is_id (id) || !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, JG_PACK_IMPORT_ERROR, JG_PACK_IMPORT_ERROR_NOT_FOUND,
                   "没有导入过数据包“%s”，没有可以撤销的", id);
      return FALSE;
    }
  aside = dup_before_path (folder, id);
  aside_beside = g_strconcat (aside, JG_SIGNATURE_SUFFIX, NULL);
  bytes = read_bytes (aside);
  signature = bytes != NULL ? read_bytes (aside_beside) : NULL;
  return put_both (path, bytes, signature, error) && put_both (aside, NULL, NULL, error);
}

/**
 * jg_pack_import_undo:
 * @self: an import that was kept
 *
 * Brings back what was there before, or nothing.
 *
 * Returns: whether that was done; otherwise an error as of jg_pack_import_take_back()
 */
gboolean
jg_pack_import_undo (JgPackImport *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return jg_pack_import_take_back (self->folder, self->info->id, error);
}
