/* SPDX-FileCopyrightText: 2026 The JobGuide authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "jg-pack-import.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "jg-json-gate.h"
#include "jg-pack-diff.h"
#include "jg-pack-set.h"
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
  g_clear_pointer (&self->before, g_bytes_unref);
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

static void
read_before (JgPackImport *self, const char *folder)
{
  g_autofree char *name = g_strconcat (self->info->id, ".json", NULL);
  char *data = NULL;
  gsize length = 0;

  self->path = g_build_filename (folder, name, NULL);
  if (g_file_get_contents (self->path, &data, &length, NULL))
    self->before = g_bytes_new_take (data, length);
}

/**
 * jg_pack_import_new:
 * @base: the shipped catalogue
 * @folder: (type filename): where imported packs lie
 * @path: (type filename): the file; its signature, if it has one, lies beside it
 * @as_of: the day by which measures have ended, YYYY-MM-DD
 *
 * Checks a pack from elsewhere whole, and compares it with the one of the same id that is kept. Nothing is kept yet.
 *
 * Returns: (transfer full): what it would bring, or %NULL with a #JgPackImportError
 */
JgPackImport *
jg_pack_import_new (JgCatalogue *base,
                    const char *folder,
                    const char *path,
                    const char *as_of,
                    GError **error)
{
  g_autoptr (JgPackImport) self = NULL;
  g_autoptr (JgPackSet) set = jg_pack_set_new ();
  g_autoptr (JgKeyRing) keys = jg_key_ring_new (jg_key_ring_get_default_folder ());
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
  jg_pack_set_add_bytes (set, name, self->bytes);
  if (!jg_pack_set_check (set))
    {
      set_problems (error, name, jg_pack_set_get_errors (set));
      return NULL;
    }
  self->info = steal_info (set, self->bytes);
  self->signature = jg_signature_check_file (path, self->bytes, keys);
  if (self->signature->state == JG_SIGNATURE_BAD)
    {
      g_set_error (error, JG_PACK_IMPORT_ERROR, JG_PACK_IMPORT_ERROR_SIGNATURE,
                   "没有导入：“%s”的签名不对（%s）。请向发来它的机构重新要一份。", name,
                   self->signature->problem);
      return NULL;
    }
  read_before (self, folder);
  if (!compare (self, name, as_of, error))
    return NULL;
  return g_steal_pointer (&self);
}

static gboolean
put (const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) failed = NULL;

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

/**
 * jg_pack_import_keep:
 * @self: an import
 *
 * Keeps the pack, in place of the one of the same id.
 *
 * Returns: whether it is kept; otherwise JG_PACK_IMPORT_ERROR_WRITE, and everything is as before
 */
gboolean
jg_pack_import_keep (JgPackImport *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return put (self->path, self->bytes, error);
}

/**
 * jg_pack_import_undo:
 * @self: an import that was kept
 *
 * Brings back what was there before, or nothing.
 *
 * Returns: whether that was done; otherwise JG_PACK_IMPORT_ERROR_WRITE
 */
gboolean
jg_pack_import_undo (JgPackImport *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->before != NULL)
    return put (self->path, self->before, error);
  if (g_unlink (self->path) == 0 || errno == ENOENT)
    return TRUE;
  g_set_error (error, JG_PACK_IMPORT_ERROR, JG_PACK_IMPORT_ERROR_WRITE, "没有删除“%s”（%s）。",
               self->path, g_strerror (errno));
  return FALSE;
}
